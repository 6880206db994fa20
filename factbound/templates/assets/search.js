// Searches the index of this language as one types. Arrow keys walk the results; the address keeps the query.
const box = document.querySelector("[data-index]");
const input = box.querySelector("input");
const said = box.querySelector("output");
const list = document.querySelector("#results");
const ways = document.querySelector("#ways");
// Letters as anyone's keyboard has them: no accents, straight quotes, short dashes, m2 for m², oe for œ.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘ʼ]/g, "'").replace(/[“”«»„"]/g, " ").replace(/\p{Pd}|−/gu, "-")
  .toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/²/g, "2").replace(/³/g, "3");
// Amounts as people type them: 3000 for 3,000, 220 000 and 220.000 alike, 1.2bn for 1.2 billion, 1,2 milliard or 1,2 miljard;
// signs by their names: euro for €, % for per cent.
const plain = (text) => folded(text)
  .replace(/(\d)[.,'\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, "$1")
  .replace(/(\d),(?=\d)/g, "$1.")
  .replace(/(\d)\s*(?:billions?|bn|milliards?|mds?|mrd|miljard|mld)(?![\p{L}\d])/gu, "$1bn")
  .replace(/(\d)\s*(?:millions?|mn|mio|miljoen|mln|m)(?![\p{L}\d])/gu, "$1m")
  .replace(/(?:€|(?<!\p{L})eur(?!\p{L}))/gu, " euro ").replace(/\$|(?<!\p{L})usd(?!\p{L})/gu, " dollar ")
  .replace(/\s*(?:%|(?<!\p{L})(?:per ?cent|pour ?cent|procent|prozent)(?!\p{L}))/gu, "% ")
  .replace(/(\d)\s*(?:m2|sqm|square met(?:re|er)s?|metres? carres?|vierkante meters?|quadratmeter)(?!\p{L})/gu, "$1 m2")
  .replace(/[\u00a0\u202f\u2009]/g, " ");
// A number is found where it begins: 300 is no part of 1300, nor 2 of 1.2.
const find = (text, word) => {
  let at = text.indexOf(word);
  while (at > 0 && /^\d/.test(word) && /[\d.]/.test(text[at - 1])) at = text.indexOf(word, at + 1);
  return at;
};
// What stands for a word is found where a word begins: post in "posts", not in "bpost".
const begins = (text, word) => {
  let at = text.indexOf(word);
  while (at > 0 && /[\p{L}\d]/u.test(text[at - 1])) at = text.indexOf(word, at + 1);
  return at;
};
const endings = JSON.parse(box.dataset.singulars).map(([plural, singular]) => [new RegExp(`^(.*?)${plural.replace(/\\(\d)/g, (_, n) => `\\${+n + 1}`)}$`, "u"), singular]);
const singulars = (word) => endings.filter(([plural]) => plural.test(word))
  .map(([plural, singular]) => word.replace(plural, `$1${singular.replace(/\$(\d)/g, (_, n) => `$${+n + 1}`)}`));
const synonyms = JSON.parse(box.dataset.synonyms).map((group) => group.map(plain));
// Words of several words, in the plural too.
const phrases = synonyms.flat().filter((word) => word.includes(" "))
  .map((phrase) => [new RegExp(`(?<= )${phrase.split(" ").map((word) => `${word}\\p{L}{0,2}`).join(" +")}(?= )`, "gu"), phrase.replaceAll(" ", "_")]);

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

// A word as typed, and what may stand for it: its singular, and the edition's synonyms of either.
function meant(word) {
  const own = [word, ...singulars(word)];
  const groups = synonyms.filter((group) => group.some((each) => own.includes(each) || singulars(each).includes(word)));
  return { word, others: [...new Set([...own.slice(1), ...groups.flat().flatMap((each) => [each, ...singulars(each)])])].filter((each) => each.length > 2 && each !== word) };
}
function points(entry, { word, others }) {
  const at = find(entry.title, word);
  if (at >= 0) return at === 0 || entry.title[at - 1] === " " ? 15 : 10;
  if (others.some((each) => begins(entry.title, each) >= 0)) return 8;
  return find(entry.rest, word) >= 0 || others.some((each) => begins(entry.rest, each) >= 0) ? 1 : 0;
}
const ranked = (words, least) => entries.map((entry) => {
  const scores = words.map((word) => points(entry, word)).filter(Boolean);
  return [scores.length < least ? 0 : scores.length * 100 + scores.reduce((a, b) => a + b, 0) + (entry.p ?? 0), entry];
}).filter(([total]) => total).sort((a, b) => b[0] - a[0]);

// A slip of the keyboard: the word of the index, or its beginning, that is one letter off (two in a long one), swaps being one.
let vocabulary;
function near(typed) {
  if (!/^\p{L}{4,}$/u.test(typed)) return undefined;
  if (!vocabulary) {
    vocabulary = new Map();
    for (const { title, rest } of entries) for (const word of `${title} ${rest}`.match(/\p{L}{4,}/gu) ?? []) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  }
  let best, least = typed.length > 7 ? 2 : 1, often = 0;
  for (const [word, times] of vocabulary) {
    const off = distance(typed, word);
    if (off < least || (off === least && times > often)) [best, least, often] = [word, off, times];
  }
  return best;
}
function distance(typed, word) {
  let before = [], last = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] === word[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(...last.slice(-Math.max(1, word.length - typed.length + 2)));
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

function typed() {
  let text = plain(input.value.replace(/(\d) (?=\d{3}(?!\d))/g, "$1"));
  for (const [phrase, joined] of phrases) text = ` ${text} `.replace(phrase, joined);
  return text.split(/\s+/).filter(Boolean).map((word) => word.replaceAll("_", " "));
}
function search() {
  let words = typed().map(meant), note = "";
  let found = words.length ? ranked(words, words.length) : [];
  if (words.length && !found.length && nothing) {
    for (const each of words) {
      const word = ranked([each], 1).length ? undefined : near(each.word);
      if (!word) continue;
      note = said.dataset.near.replace("{typed}", () => each.word).replace("{word}", () => word);
      words = words.map((other) => (other === each ? meant(word) : other));
    }
    found = note ? ranked(words, words.length) : [];
    if (!found.length && words.length > 1) {
      found = ranked(words, Math.ceil(words.length / 2));
      note = said.dataset.most;
    }
  }
  list.replaceChildren(...found.slice(0, 40).map(([, entry]) => shown(entry)));
  said.textContent = !words.length ? "" : found.length ? `${found.length}${note ? `. ${note}` : ""}` : nothing;
  ways.hidden = !words.length || found.length > 0 || !nothing;
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
