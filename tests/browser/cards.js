// What is wrong with the cards of a page, in whatever browser: run as the body of an async function.
const wait = (n) => new Promise((done) => setTimeout(done, n));
const faults = [];
const root = document.documentElement;
if (root.scrollWidth > innerWidth) faults.push(`goes sideways by ${root.scrollWidth - innerWidth} px`);
const numbers = [...document.querySelectorAll(".body .fig .open, .keys .open")].filter((each) => each.getClientRects().length);
for (const place of ["start", "center", "end"])
  for (const number of numbers.filter((_, n) => n % 7 === 0).slice(0, 6)) {
    number.scrollIntoView({ block: place });
    await wait(30);
    number.click();
    await wait(60);
    const card = document.querySelector(".card:popover-open");
    const told = number.parentElement.innerText;
    if (!card) { faults.push(`no card for ${told}`); continue; }
    card.getAnimations().forEach((each) => each.finish());
    const box = card.getBoundingClientRect(), of = number.getBoundingClientRect();
    if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) faults.push(`card out of the window: ${told} ${Math.round(box.left)},${Math.round(box.top)},${Math.round(box.right)},${Math.round(box.bottom)}`);
    if (box.height < 150 || box.width < 240) faults.push(`card squeezed: ${told} ${Math.round(box.width)}×${Math.round(box.height)}`);
    const over = Math.max(0, Math.min(box.right, of.right) - Math.max(box.left, of.left)) * Math.max(0, Math.min(box.bottom, of.bottom) - Math.max(box.top, of.top));
    if (over > of.width * of.height / 2) faults.push(`card over its number: ${told} (${place})`);
    card.hidePopover();
  }
return { numbers: numbers.length, faults };
