// Filters the index of facts as one types; without it the index is simply whole.
const box = document.querySelector(".filter");
const input = box?.querySelector("input");
// Letters as anyone's keyboard has them, and 3000 finds 3,000.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘ʼ]/g, "'").replace(/\p{Pd}|−/gu, "-").toLowerCase()
  .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/²/g, "2").replace(/³/g, "3")
  .replace(/(\d)[.,'\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, "$1");
if (input) {
  const said = box.querySelector("output");
  const rows = [...document.querySelectorAll(".fact-row")].map((row) => [row, plain(row.textContent)]);
  const groups = [...document.querySelectorAll(".fact-group")];
  const facets = chosen(box.querySelector(".facets"), rows.map(([row]) => row));
  const filter = () => {
    const words = plain(input.value.replace(/(\d) (?=\d{3}(?!\d))/g, "$1")).split(/\s+/).filter(Boolean);
    for (const [row, text] of rows) row.hidden = !(words.every((word) => text.includes(word)) && facets.every((holds) => holds(row)));
    for (const group of groups) group.hidden = !group.querySelector(".fact-row:not([hidden])");
    const shown = rows.filter(([row]) => !row.hidden).length;
    said.textContent = shown ? `${shown} / ${rows.length}` : said.dataset.none;
  };
  box.hidden = false;
  box.addEventListener("input", filter);
}

// What rows say of themselves, to choose from: a list for each of place, kind and status, a box to tick for each doubt.
function chosen(place, rows) {
  if (!place) return [];
  const { any, ...labels } = place.dataset;
  return Object.entries(labels).flatMap(([name, words]) => {
    const values = new Set(rows.map((row) => row.dataset[name]).filter((value) => value !== undefined));
    const flag = values.has("");
    if (!(flag || values.size > 1)) return [];
    const label = document.createElement("label"), choice = document.createElement(flag ? "input" : "select");
    if (flag) choice.type = "checkbox";
    else choice.append(new Option(any, ""), ...[...values].sort((a, b) => a.localeCompare(b)).map((value) => new Option(value)));
    label.append(...(flag ? [choice, ` ${words}`] : [`${words} `, choice]));
    place.append(label, " ");
    return [(row) => (flag ? !choice.checked || row.dataset[name] === "" : !choice.value || row.dataset[name] === choice.value)];
  });
}
