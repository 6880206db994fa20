// Shows the page for addresses that do not exist in one language alone: that of the address, else the reader's own.
const told = [...document.querySelectorAll(".lost")];
const wanted = [...location.pathname.split("/"), ...navigator.languages.map((language) => language.split("-")[0])];
const chosen = wanted.map((language) => told.find((section) => section.lang === language)).find(Boolean);
if (chosen) {
  for (const section of told) section.hidden = section !== chosen;
  const heading = chosen.querySelector("h1, h2"), first = document.createElement("h1");
  first.append(...heading.childNodes);
  heading.replaceWith(first);
}
