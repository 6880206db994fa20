// Filters the index of facts as one types; without it the index is simply whole.
const box = document.querySelector(".filter");
const input = box?.querySelector("input");
// Accents are folded, and 3000 finds 3,000.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase()
  .replace(/(\d)[.,'\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, "$1");
if (input) {
  const said = box.querySelector("output");
  const rows = [...document.querySelectorAll(".fact-row")].map((row) => [row, plain(row.textContent)]);
  const groups = [...document.querySelectorAll(".fact-group")];
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = plain(input.value.replace(/(\d) (?=\d{3}(?!\d))/g, "$1")).split(/\s+/).filter(Boolean);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    for (const group of groups) group.hidden = !group.querySelector(".fact-row:not([hidden])");
    const shown = rows.filter(([row]) => !row.hidden).length;
    said.textContent = shown ? `${shown} / ${rows.length}` : said.dataset.none;
  });
}
