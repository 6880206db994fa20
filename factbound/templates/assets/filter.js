// Filters the index of facts as one types; without it the index is simply whole.
const box = document.querySelector(".filter");
const input = box?.querySelector("input");
if (input) {
  const said = box.querySelector("output");
  const rows = [...document.querySelectorAll(".fact-row")].map((row) => [row, row.textContent.toLowerCase()]);
  const groups = [...document.querySelectorAll(".fact-group")];
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    for (const group of groups) group.hidden = !group.querySelector(".fact-row:not([hidden])");
    const shown = rows.filter(([row]) => !row.hidden).length;
    said.textContent = shown ? `${shown} / ${rows.length}` : said.dataset.none;
  });
}
