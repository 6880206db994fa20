// Searches the index of this language as one types. Arrow keys walk the results; the address keeps the query.
const box = document.querySelector("[data-index]");
const input = box.querySelector("input");
const said = box.querySelector("output");
const list = document.querySelector("#results");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
// Amounts as people type them: 3000 for 3,000, 220 000 and 220.000 alike, 1.2bn for 1.2 billion, 1,2 milliard or 1,2 miljard.
const plain = (text) => folded(text)
  .replace(/(\d)[.,'\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, "$1")
  .replace(/(\d),(?=\d)/g, "$1.")
  .replace(/(\d)\s*(?:billions?|bn|milliards?|mds?|mrd|miljard|mld)(?![\p{L}\d])/gu, "$1bn")
  .replace(/(\d)\s*(?:millions?|mn|mio|miljoen|mln|m)(?![\p{L}\d²³])/gu, "$1m");
// A number is found where it begins: 300 is no part of 1300, nor 2 of 1.2.
const find = (text, word) => {
  let at = text.indexOf(word);
  while (at > 0 && /^\d/.test(word) && /[\d.]/.test(text[at - 1])) at = text.indexOf(word, at + 1);
  return at;
};

// A page on a disk may fetch nothing: there it holds its index.
const held = document.querySelector("#index");
const entries = [];
let nothing = ""; // what is said when nothing is found: that there is nothing, once all is read, or that it could not be read
async function read() {
  for (const part of held ? [""] : box.dataset.index.split(" ")) {
    const rows = held ? JSON.parse(held.textContent) : await (await fetch(part)).json();
    entries.push(...rows.map((row) => ({ ...row, title: plain(row.t), rest: plain(`${row.d} ${row.x}`) })));
    if (input.value) search();
  }
  told(said.dataset.none);
}
function told(words) {
  nothing = words;
  if (input.value) search();
}

function score(entry, words) {
  let total = 0;
  for (const word of words) {
    const inTitle = find(entry.title, word), inRest = find(entry.rest, word);
    if (inTitle < 0 && inRest < 0) return 0;
    total += inTitle >= 0 ? 10 + (inTitle === 0 || entry.title[inTitle - 1] === " " ? 5 : 0) : 1;
  }
  return total + (entry.p ?? 0);
}

function shown(entry) {
  const item = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
  link.href = box.dataset.root + entry.u;
  link.textContent = entry.t;
  kind.className = "quiet";
  kind.textContent = [entry.k, entry.d].filter(Boolean).join(" · ");
  item.append(link, " ", kind);
  return item;
}

function search() {
  const words = plain(input.value.replace(/(\d) (?=\d{3}(?!\d))/g, "$1")).split(/\s+/).filter(Boolean);
  const found = words.length ? entries.map((entry) => [score(entry, words), entry]).filter(([points]) => points).sort((a, b) => b[0] - a[0]) : [];
  list.replaceChildren(...found.slice(0, 40).map(([, entry]) => shown(entry)));
  said.textContent = words.length ? (found.length || nothing) : "";
  history.replaceState(null, "", words.length ? `?q=${encodeURIComponent(input.value)}` : location.pathname);
}

document.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === input) && links[at + 1]) { event.preventDefault(); links[at + 1].focus(); }
  if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (links[at - 1] ?? input).focus(); }
});
document.querySelector(".no-script").hidden = true;
box.hidden = false;
input.addEventListener("input", search);
input.value = new URLSearchParams(location.search).get("q") ?? "";
read().catch(() => told(said.dataset.failed));
input.focus();
