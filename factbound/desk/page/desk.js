// The desk's only script: it fills the entry form from what the server proposes, and sends back what an editor decided.
"use strict";
const root = document.body.dataset.root;
const main = document.querySelector("main");
const source = main.dataset.source;
const form = document.getElementById("entry");
const status = document.getElementById("status");
let words = null;      // paragraph, start and end of the chosen words
let opener = null;     // what had the focus before the form
let looked = null;     // what the server proposed for them
let turn = 0;          // counts what was asked, so that a late answer is none
let seen = null;       // the digest of the file whose diff is shown

async function ask(path, told) {
  const answer = await fetch(root + path, told === undefined ? {} : {
    method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(told)});
  const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
  const value = isJson ? await answer.json() : {error: await answer.text()};
  if (!answer.ok) throw new Error(value.error || "the desk did not answer");
  return value;
}

function say(text, bad = false) {
  status.textContent = text;
  status.classList.toggle("bad", bad);
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

async function problems() {
  const list = document.getElementById("problems");
  try {
    const found = (await ask("problems")).problems;
    const count = document.getElementById("count");
    count.textContent = `${found.length} problem${found.length === 1 ? "" : "s"} of the edition`;
    count.hidden = found.length === 0;
    list.replaceChildren(...(found.length ? found : ["none"]).map((each) => element("li", each)));
  } catch (error) { list.replaceChildren(element("li", String(error.message))); }
}

async function undo() {
  try {
    const told = await ask("undo", {});
    after(`taken back: ${told.file}`, told.problems);
  } catch (error) { say(error.message, true); }
}

// What is said about a change survives the page's reload, which shows the article as it is then.
function after(text, found) {
  sessionStorage.setItem("said", JSON.stringify({
    text: found.length ? `${text}; verify: ${found[0]}` : `${text}; every reading holds, and the lock is renewed`,
    bad: found.length > 0}));
  location.reload();
}

const field = (name) => form.elements.namedItem(name);
const value = (name) => (field(name) ? field(name).value.trim() : "");

async function open(paragraph, start, end, from) {
  words = {paragraph, start, end};
  opener = from || opener;
  for (const each of document.querySelectorAll("mark[aria-pressed]")) each.removeAttribute("aria-pressed");
  if (from && from.matches("mark")) from.setAttribute("aria-pressed", "true");
  const mine = ++turn;
  let found;
  try { found = await ask("look", {source, ...words}); } catch (error) { return say(error.message, true); }
  if (mine !== turn) return undefined;  // other words were chosen meanwhile
  looked = found;
  const first = form.hidden;
  if (first) { form.reset(); form.hidden = false; begun = false; }
  fill(first);
  settle();
  if (first) form.querySelector("input[name=kind]:checked").focus();
  return undefined;
}

function fill(first) {
  const {reading, fact, candidates} = looked;
  form.querySelector("output").textContent = words.paragraph;
  for (const key of ["printed", "after", "quantity", "date", "said_by", "hedge"]) field(key).value = reading[key] || "";
  offerUnits();
  field("said_by").placeholder = looked.voice ? `${looked.voice}?` : "";
  tellHeld(looked.faults);
  const box = document.getElementById("candidates");
  box.replaceChildren(box.querySelector("legend"), ...candidates.map((each) => {
    const label = element("label", "");
    const radio = document.createElement("input");
    radio.type = "radio"; radio.name = "candidate"; radio.value = each.id;
    label.append(radio, ` ${each.id}${each.prints ? `: ${each.prints}` : ""}`);
    label.title = each.statement;
    return label;
  }));
  if (!first) return stale();
  field("new-id").value = form.dataset.id = fact.id;
  field("file").value = form.dataset.file = looked.file;
  for (const [language, text] of Object.entries(fact.statement)) field(`statement-${language}`).value = text;
  for (const key of ["subject", "place", "measure", "status", "period"]) field(key).value = fact[key] || "";
  const near = candidates.length > 0 && !candidates[0].differs;
  kind(near ? "reading" : "fact");
  if (near) choose(candidates[0].id);
  tellPrints();
  return stale();
}

function tellHeld(faults) {
  const told = document.getElementById("reads");
  told.replaceChildren(document.createTextNode(`The machine reads: ${looked.reads}. `),
    ...(faults.length ? faults.map((each) => element("span", `Not held: ${each}. `, "bad"))
      : [element("span", "verify will hold these words.", "good")]));
}

function kind(name) {
  for (const radio of form.querySelectorAll("input[name=kind]")) radio.checked = radio.value === name;
  for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(name);
  stale();
}

function choose(id) {
  field("id").value = id;
  for (const radio of form.querySelectorAll("input[name=candidate]")) radio.checked = radio.value === id;
  const one = looked.candidates.find((each) => each.id === id);
  document.getElementById("differs").hidden = !(one && one.differs);
  if (one && one.unit && value("quantity").endsWith(" TODO")) {
    field("quantity").value = value("quantity").replace(/TODO$/, one.unit);
    hold();
  }
  stale();
}

function stale() {
  seen = null;
  document.getElementById("write").disabled = true;
  document.getElementById("diff").hidden = true;
  document.getElementById("brings").replaceChildren();
}

// A fact that gets another id keeps its own figure in its statements.
function renamed() {
  const before = form.dataset.id;
  const now = value("new-id");
  if (!now || before === now) return;
  form.dataset.id = now;
  for (const each of form.querySelectorAll("[name^=statement-]")) {
    each.value = each.value.replaceAll(`[[${before}]]`, `[[${now}]]`).replaceAll(`[[${before}|`, `[[${now}|`);
  }
}

// What the statements will print, in each language; which facts it is like; and in which file it belongs.
async function tellPrints() {
  const typed = texts("statement");
  const told = {statement: typed, id: value("new-id")};
  for (const key of ["quantity", "date", "period", "subject", "place", "measure"]) told[key] = value(key);
  let found;
  try { found = await ask("prints", told); } catch (error) { return say(error.message, true); }
  for (const [language, {text, faults}] of Object.entries(found.statements)) {
    const place = document.getElementById(`prints-${language}`);
    const shown = typed[language] && (text !== typed[language] || faults.length);
    place.replaceChildren(...(shown ? [element("span", `prints: ${text}`), ...faults.map((each) => element("span", ` (${each})`, "bad"))] : []));
  }
  if (value("file") === form.dataset.file) field("file").value = form.dataset.file = found.file;
  const twins = found.twins.join(", ");
  const before = document.getElementById("twins-told").value;
  document.getElementById("twins-told").value = twins;
  document.getElementById("twins").hidden = !twins;
  if (value("distinct_from") === before) field("distinct_from").value = twins;
  return undefined;
}

// The edition's units, behind the amount that is typed: a list to pick from.
function offerUnits() {
  const before = value("quantity").match(/^(?:.*\s)?[\d_.]+\s|$/)[0];
  document.getElementById("quantities").replaceChildren(...(before ? [...document.getElementById("units").options] : []).map(
    (each) => Object.assign(document.createElement("option"), {value: before + each.value})));
}

async function hold() {
  try { tellHeld((await ask("hold", {source, paragraph: words.paragraph, reading: reading()})).faults); } catch (error) { say(error.message, true); }
}

function close() {
  form.hidden = true;
  if (opener && opener.isConnected) opener.focus();
}

function texts(prefix) {
  const found = {};
  for (const each of form.elements) {
    if (each.name.startsWith(`${prefix}-`) && each.value.trim()) found[each.name.slice(prefix.length + 1)] = each.value.trim();
  }
  return found;
}

function reading() {
  const told = {source, paragraph: String(words.paragraph), printed: value("printed"), after: value("after"),
    means: texts("means"), quantity: value("quantity"), date: value("date"), said_by: value("said_by"), hedge: value("hedge")};
  if (told.said_by === "reporter") told.said_by = "";
  return told;
}

function decided() {
  const what = form.querySelector("input[name=kind]:checked").value;
  if (what === "left-out") {
    return {kind: what, file: "sources.yml", id: source, more: {},
      entry: {paragraph: String(words.paragraph), printed: value("printed"), why: texts("why")}};
  }
  if (what === "reading") {
    const id = value("id");
    const one = looked.candidates.find((each) => each.id === id);
    const option = [...document.getElementById("facts").options].find((each) => each.value === id);
    return {kind: what, file: one ? one.file : "", id: option ? id : "", entry: reading(),
      more: {prefer: value("prefer"), because: texts("because")}};
  }
  const entry = {id: value("new-id"), statement: texts("statement"), subject: value("subject"), place: value("place"),
    measure: value("measure"), status: value("status"), period: value("period"), readings: [reading()]};
  const because = texts("distinct_because");
  if (!document.getElementById("twins").hidden && Object.keys(because).length) {
    entry.distinct_from = value("distinct_from").split(/[\s,]+/);
    entry.distinct_because = because;
  }
  return {kind: what, file: value("file"), id: value("new-id"), more: {}, entry};
}

function tellDiff(place, text) {
  place.replaceChildren(...text.split("\n").map((line) =>
    element("span", `${line}\n`, line.startsWith("+") ? "plus" : line.startsWith("-") ? "minus" : "")));
  place.hidden = false;
  place.scrollIntoView({block: "nearest"});
}

// What check would say once it is written: told before, so that nobody has to take it back.
async function tellBrings(place, what, stands) {
  place.replaceChildren(element("p", "looking at what check would say …"));
  let found;
  try { found = (await ask("brings", what)).problems; } catch (error) { return place.replaceChildren(element("p", error.message, "bad")); }
  if (!stands()) return undefined;
  if (!found.length) return place.replaceChildren(element("p", "check will have nothing to say about it.", "good"));
  const list = document.createElement("ul");
  list.append(...found.map((each) => element("li", each)));
  return place.replaceChildren(element("p", "Once it is written, check will say:", "bad"), list);
}

async function show() {
  const told = document.getElementById("diff");
  try {
    const what = decided();
    const found = await ask("diff", what);
    seen = found.seen;
    const write = document.getElementById("write");
    write.disabled = false;
    write.focus({preventScroll: true});
    tellDiff(told, found.diff);
    say("This is what will change.");
    tellBrings(document.getElementById("brings"), what, () => seen === found.seen && !told.hidden);
  } catch (error) { stale(); say(error.message, true); }
}

async function write() {
  try {
    const told = await ask("write", {...decided(), seen});
    after(`written: facts/${told.file}`, told.problems);
  } catch (error) { stale(); say(error.message, true); }
}

// The server counts characters, as people do; JavaScript counts some of them twice.
const counted = (text, length) => [...text.slice(0, length)].length;
const textOf = (paragraph) => document.querySelector(`.text[data-paragraph="${paragraph}"]`).textContent;
const position = (text, count) => [...text].slice(0, count).join("").length;

// Wider or narrower by a word; the words change at once, and what they hold is told when the server has looked.
function widen(how) {
  const text = textOf(words.paragraph);
  let [start, end] = [position(text, words.start), position(text, words.end)];
  if (how === "left") start = Math.max(0, text.slice(0, start).trimEnd().search(/\S+$/));
  if (how === "right") end += (text.slice(end).match(/^\s*(?:\S*[\p{L}\p{N}%€$£°²]|\S+)/u) || [""])[0].length;
  if (how === "narrow-left") start += (text.slice(start, end).match(/^\S+\s+/) || [""])[0].length;
  if (how === "narrow-right") end -= (text.slice(start, end).match(/\s+\S+$/) || [""])[0].length;
  field("printed").value = text.slice(start, end).trim();
  open(words.paragraph, counted(text, start), counted(text, end));
}

// The words that were proposed for a number are longer than it: those are what is widened.
function settle() {
  const text = textOf(words.paragraph);
  const printed = field("printed").value;
  const first = position(text, words.start);
  for (let at = text.indexOf(printed); printed && at >= 0; at = text.indexOf(printed, at + 1)) {
    if (at <= first && first < at + printed.length) {
      words.start = counted(text, at);
      words.end = counted(text, at + printed.length);
      return;
    }
  }
}

function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const home = (node) => (node.nodeType === 1 ? node : node.parentElement).closest(".text");
  const paragraph = home(range.startContainer);
  if (!paragraph || paragraph !== home(range.endContainer)) return;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(range.startContainer, range.startOffset);
  const start = [...before.toString()].length;
  const chosen = [...range.toString()].length;
  if (chosen) open(Number(paragraph.dataset.paragraph), start, start + chosen, paragraph.querySelector("mark"));
}

let begun = false;     // whether somebody typed in the entry that is open

function flag(mark) {
  if (!form.hidden && begun && mark.getAttribute("aria-pressed") !== "true" && !confirm("Leave the entry that you have begun?")) return;
  form.hidden = true;
  open(Number(mark.closest(".text").dataset.paragraph), Number(mark.dataset.start), Number(mark.dataset.end), mark);
}

function step(by) {
  const marks = [...document.querySelectorAll("mark")];
  if (!marks.length) return say("Nothing is left over in this article.");
  const now = marks.indexOf(document.activeElement);
  marks[now < 0 ? (by > 0 ? 0 : marks.length - 1) : (now + by + marks.length) % marks.length].focus();
}

document.getElementById("undo").addEventListener("click", undo);
const said = sessionStorage.getItem("said");
if (said) { const {text, bad} = JSON.parse(said); say(text, bad); sessionStorage.removeItem("said"); }
problems();

// --- What the lists lack ---------------------------------------------------------------------------------------------

const dialog = document.getElementById("new");
const fresh = {kind: "", field: null, seen: null, typed: false};
const within = [];     // what was open when another one was asked for inside it
const LISTS = {person: "people", place: "places", measure: "measures", unit: "units", origin: "origins"};
const part = (name) => [...dialog.querySelectorAll(`[name="${name}"]`)].find((each) => !each.closest("[hidden]"));
const typedIn = (name) => (part(name) ? part(name).value.trim() : "");
const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");

function openNew(kind, into) {
  const inside = dialog.open;
  const typed = guessed(kind, into);
  if (inside) within.push({fresh: {...fresh}, values: [...dialog.querySelectorAll("input, select")].map((each) => [each, each.value])});
  Object.assign(fresh, {kind, field: into, seen: null, typed: false});
  dialog.querySelector("form").reset();
  showParts();
  if (typed) { part(kind === "unit" ? `other-${document.querySelector("article[lang]").lang}` : "name").value = typed; part("id").value = slug(typed); }
  if (kind === "unit" && looked && looked.counted[1]) {
    const code = looked.counted[1];  // t is an id too, MW is none
    if (code === slug(code)) { part("id").value = code; fresh.typed = true; } else part("symbols").value = code;
  }
  if (kind === "measure" && looked && looked.dimension) [part("dimension").value, part("per").value] = [...looked.dimension.split("/"), ""];
  staleNew();
  sayNew("");
  if (!inside) dialog.showModal();
  part(kind === "unit" ? `one-${document.querySelector("article[lang]").lang}` : "name").focus();
}

// What the new one may be called: what was typed, or what the article's words tell.
function guessed(kind, into) {
  if (kind === "unit") return looked && looked.counted[0] !== looked.counted[1] ? looked.counted[0] : "";
  const typed = into.value.trim();
  if (!typed && into.name === "said_by") return (looked && looked.voice) || "";
  return [...document.getElementById(LISTS[kind]).options].some((each) => each.value === typed) ? "" : typed;
}

function showParts() {
  document.getElementById("new-title").textContent = `New ${fresh.kind === "person" ? "person or organisation" : fresh.kind}`;
  for (const each of dialog.querySelectorAll("[data-for]")) each.hidden = each.dataset.for !== fresh.kind;
  for (const each of dialog.querySelectorAll("[data-not]")) each.hidden = each.dataset.not === fresh.kind;
}

// Back to what was open before, as it was.
function outOf() {
  const {fresh: before, values} = within.pop();
  Object.assign(fresh, before);
  showParts();
  for (const [each, text] of values) each.value = text;
  staleNew();
  sayNew("");
  if (!dialog.open) dialog.showModal();
}

function staleNew() {
  fresh.seen = null;
  document.getElementById("new-write").disabled = true;
  document.getElementById("new-diff").hidden = true;
  document.getElementById("new-brings").replaceChildren();
}

function sayNew(text, bad = false) {
  const place = document.getElementById("new-said");
  place.textContent = text;
  place.classList.toggle("bad", bad);
}

function inLanguages(prefix) {
  const found = {};
  for (const each of dialog.querySelectorAll(`[name^="${prefix}-"]`)) {
    if (!each.closest("[hidden]") && each.value.trim()) found[each.name.slice(prefix.length + 1)] = each.value.trim();
  }
  return found;
}

function decidedNew() {
  const languages = dialog.querySelector("form").dataset.languages.split(" ");
  const entry = {id: typedIn("id"), name: inLanguages("name")};
  const same = typedIn("name");
  const once = !Object.keys(entry.name).length && !["measure", "origin"].includes(fresh.kind);
  if (once) entry.name = same;
  else if (same) for (const each of languages) entry.name[each] ||= same;
  if (fresh.kind === "unit") {
    const [one, other] = [inLanguages("one"), inLanguages("other")];
    entry.name = Object.fromEntries(Object.keys({...one, ...other}).map((each) => [each, {one: one[each] || other[each], other: other[each] || one[each]}]));
    entry.symbols = typedIn("symbols").split(",").map((each) => each.trim());
  }
  const keys = {person: ["voice", "of"], place: ["kind", "within"], measure: ["dimension", "per", "over"], unit: [], origin: ["kind", "by", "date"]};
  for (const key of keys[fresh.kind]) entry[key] = typedIn(key);
  if (fresh.kind === "person") entry.role = inLanguages("role");
  if (fresh.kind === "origin") entry.known = inLanguages("known");
  return {kind: fresh.kind, file: "", id: entry.id, more: {}, entry};
}

async function showNew() {
  const told = document.getElementById("new-diff");
  try {
    const what = decidedNew();
    const found = await ask("diff", what);
    fresh.seen = found.seen;
    const write = document.getElementById("new-write");
    write.disabled = false;
    write.focus({preventScroll: true});
    tellDiff(told, found.diff);
    sayNew("This is what will change.");
    tellBrings(document.getElementById("new-brings"), what, () => fresh.seen === found.seen && !told.hidden);
  } catch (error) { staleNew(); sayNew(error.message, true); }
}

async function writeNew() {
  const what = decidedNew();
  try {
    const told = await ask("write", {...what, seen: fresh.seen});
    const option = document.createElement("option");
    option.value = what.id;
    option.textContent = typeof what.entry.name === "string" ? what.entry.name : Object.values(what.entry.name)[0];
    document.getElementById(LISTS[fresh.kind]).append(option);
    const into = fresh.field;
    const filled = fresh.kind === "unit" ? into.value.replace(/\S*$/, what.id) : what.id;
    if (within.length) outOf(); else dialog.close();
    into.value = filled;
    into.dispatchEvent(new Event("input", {bubbles: true}));
    into.focus();
    if (form) stale();
    if (article) staleArticle();
    document.getElementById("undo").disabled = false;
    say(`written: facts/${told.file}`);
    problems();
  } catch (error) { staleNew(); sayNew(error.message, true); }
}

if (dialog) {
  dialog.addEventListener("close", () => {
    const into = fresh.field;
    if (within.length) outOf();
    if (into) into.focus();
  });
  dialog.addEventListener("input", (event) => {
    staleNew();
    if (/^(name|other)/.test(event.target.name) && !fresh.typed) part("id").value = slug(event.target.value);
    if (event.target.name === "id") fresh.typed = event.target.value !== "";
  });
  dialog.querySelector("form").addEventListener("keydown", (event) => {
    if (event.altKey && event.key.toLowerCase() === "n" && event.target.dataset.new) {
      event.preventDefault();
      return openNew(event.target.dataset.new, event.target);
    }
    if (event.key !== "Enter" || (!event.ctrlKey && !event.target.matches("input, select"))) return undefined;
    event.preventDefault();
    return event.ctrlKey ? (fresh.seen ? writeNew() : showNew()) : undefined;
  });
  document.getElementById("new-show").addEventListener("click", showNew);
  document.getElementById("new-write").addEventListener("click", writeNew);
  for (const button of document.querySelectorAll("[data-opens]")) {
    button.addEventListener("click", () => openNew(button.dataset.opens, button.parentElement.querySelector("input")));
  }
}

// --- A new article ---------------------------------------------------------------------------------------------------

const article = document.getElementById("article");
const brought = {entry: null, seen: null};

async function take(file) {
  if (!file) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  say(`looking at ${file.name} …`);
  let found;
  try { found = await ask("take", {name: file.name, data: btoa(text)}); } catch (error) { return say(error.message, true); }
  const {entry} = found;
  brought.entry = entry;
  article.reset();
  const told = {id: entry.id, language: entry.language, address: entry.address, publisher: entry.publisher && entry.publisher.name,
    published: entry.published && entry.published.date, title: entry.title, text: found.text};
  for (const [name, words] of Object.entries(told)) article.elements.namedItem(name).value = words || "";
  article.hidden = false;
  staleArticle();
  say(`${file.name}: ${found.text.split("\n").length} paragraphs`);
  article.elements.namedItem("id").focus();
}

function staleArticle() {
  brought.seen = null;
  document.getElementById("article-write").disabled = true;
  document.getElementById("article-diff").hidden = true;
  document.getElementById("article-brings").replaceChildren();
}

// What was changed by hand is no longer what the machine inferred: how it is known is the editor's to say.
function decidedArticle() {
  const of = (name) => article.elements.namedItem(name).value.trim();
  const all = (prefix) => Object.fromEntries([...article.elements].filter((each) => each.name.startsWith(`${prefix}-`)).map((each) => [each.lang, each.value.trim()]));
  const lines = of("text").split("\n").filter((line) => line.trim());
  const kept = (key, part, now) => {
    const before = brought.entry[key] || {};
    return now && before[part] === now ? before : now ? {[part]: now} : {};
  };
  const entry = {id: of("id"), language: of("language"), address: of("address"), publisher: kept("publisher", "name", of("publisher")),
    published: kept("published", "date", of("published")), title: of("title"), origin: of("origin"),
    origin_known: all("origin_known"), about: all("about"), paragraphs: String(lines.length)};
  return {kind: "source", file: "sources.yml", id: entry.id, more: {}, entry, text: lines.join("\n")};
}

async function showArticle() {
  try {
    const what = decidedArticle();
    const found = await ask("diff", what);
    const told = document.getElementById("article-diff");
    brought.seen = found.seen;
    const write = document.getElementById("article-write");
    write.disabled = false;
    write.focus({preventScroll: true});
    tellDiff(told, found.diff);
    say("This is what will change, and the text goes into the archive.");
    tellBrings(document.getElementById("article-brings"), what, () => brought.seen === found.seen && !told.hidden);
  } catch (error) { staleArticle(); say(error.message, true); }
}

async function writeArticle() {
  const what = decidedArticle();
  try {
    const told = await ask("write", {...what, seen: brought.seen});
    after(`written: facts/${told.file} and the text of ${what.id}`, told.problems);
  } catch (error) { staleArticle(); say(error.message, true); }
}

if (article) {
  document.getElementById("file").addEventListener("change", (event) => take(event.target.files[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files[0]); });
  article.addEventListener("input", staleArticle);
  article.addEventListener("submit", (event) => { event.preventDefault(); showArticle(); });
  article.addEventListener("keydown", (event) => {
    if (dialog.open) return undefined;
    if (event.key === "Escape") { event.preventDefault(); article.hidden = true; return document.getElementById("file").focus(); }
    if (event.key !== "Enter" || !event.ctrlKey) return undefined;
    event.preventDefault();
    return brought.seen ? writeArticle() : showArticle();
  });
  document.getElementById("article-write").addEventListener("click", writeArticle);
  document.getElementById("article-close").addEventListener("click", () => { article.hidden = true; });
}

document.addEventListener("keydown", (event) => {
  if (dialog && dialog.open) return undefined;
  if (event.altKey && event.key.toLowerCase() === "n" && event.target.dataset && event.target.dataset.new) {
    event.preventDefault();
    return openNew(event.target.dataset.new, event.target);
  }
  const text = event.target.matches("input:not([type=radio], [type=file]), textarea");
  if (event.ctrlKey && event.key === "z" && !text && !document.getElementById("undo").disabled) { event.preventDefault(); return undo(); }
  const typing = event.target.matches("input:not([type=radio]), textarea");
  if (form && !form.hidden) {
    if (event.key === "Escape") { event.preventDefault(); return close(); }
    if (event.ctrlKey && event.key === "Enter") { event.preventDefault(); return seen ? write() : show(); }
    if (event.altKey && ["1", "2", "3"].includes(event.key)) { event.preventDefault(); return kind(["reading", "fact", "left-out"][event.key - 1]); }
    if (event.altKey && event.key.startsWith("Arrow")) {
      const how = {ArrowLeft: event.shiftKey ? "narrow-right" : "left", ArrowRight: event.shiftKey ? "narrow-left" : "right"}[event.key];
      if (how) { event.preventDefault(); return widen(how); }
    }
  }
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (form && event.key === "n") return step(1);
  if (form && event.key === "p") return step(-1);
  if (event.target.matches("mark") && ["Enter", " "].includes(event.key)) { event.preventDefault(); return flag(event.target); }
  return undefined;
});

if (form) {
  document.querySelector("article").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const whole = event.target.closest(".whole");
    if (mark && getSelection().isCollapsed) return flag(mark);
    if (whole) {
      const text = textOf(whole.dataset.paragraph);
      const first = text.split(/\s+/).slice(0, 3).join(" ").length;
      return open(Number(whole.dataset.paragraph), 0, counted(text, first), whole);
    }
    return undefined;
  });
  document.querySelector("article").addEventListener("mouseup", selected);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  document.getElementById("write").addEventListener("click", write);
  document.getElementById("close").addEventListener("click", close);
  let wait = 0;
  let later = 0;
  form.addEventListener("input", (event) => {
    begun = true;
    stale();
    if (event.target.name === "kind") kind(event.target.value);
    if (event.target.name === "candidate") choose(event.target.value);
    if (event.target.name === "id") choose(event.target.value);
    if (event.target.name === "new-id") renamed();
    if (event.target.name === "quantity") offerUnits();
    if (/^(statement-.*|new-id|quantity|date|period|subject|place|measure)$/.test(event.target.name)) {
      clearTimeout(later);
      later = setTimeout(tellPrints, 200);
    }
    if (["printed", "after", "quantity", "date"].includes(event.target.name)) {
      clearTimeout(wait);
      wait = setTimeout(hold, 200);
    }
  });
  for (const button of form.querySelectorAll("[data-widen]")) button.addEventListener("click", () => widen(button.dataset.widen));
}
