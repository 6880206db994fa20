// Where a browser cannot place the evidence card beside its number, the card is a sheet along the edge: a number that it would lie over moves out from under it.
let opener;
addEventListener("click", (event) => { opener = event.target.closest("[popovertarget]") ?? opener; }, true);
addEventListener("toggle", (event) => {
  if (event.newState !== "open" || opener?.getAttribute("popovertarget") !== event.target.id) return;
  const card = event.target.getBoundingClientRect(), number = opener.getBoundingClientRect();
  const over = number.bottom > card.top && number.top < card.bottom && number.right > card.left && number.left < card.right;
  if (over) scrollBy({ top: number.bottom + 12 - card.top, behavior: "instant" });
}, true);
