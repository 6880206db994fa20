// Measures the page as it stands: what leaves the window, what is cut, which drawing shows, and the words of the charts.
() => {
  const wide = document.documentElement.clientWidth, out = {sideways: [], cut: [], charts: [], drawings: []};
  const shown = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const ink = (box) => ({left: box.left, right: box.right, top: box.top + box.height * .2, bottom: box.bottom - box.height * .12}); // a line's box is taller than its letters
  const name = (e) => `<${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}${e.classList.length ? "." + [...e.classList].join(".") : ""}> ${e.textContent.trim().replace(/\s+/g, " ").slice(0, 50)}`;
  if (document.documentElement.scrollWidth > wide) out.sideways.push(`scrolls sideways by ${document.documentElement.scrollWidth - wide} px`);
  for (const e of document.body.querySelectorAll("*")) {
    if (e.closest("svg") !== null && e.tagName !== "svg" || e.matches(".skip, .aside-word, br, wbr") || !shown(e)) continue;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (box.width && (box.right > wide + 1 || box.left < -1) && !e.closest("pre")) out.sideways.push(`leaves the window: ${name(e)}`);
    if (style.display !== "inline" && style.overflowX === "visible" && e.clientWidth && e.scrollWidth > e.clientWidth + 1) out.cut.push(`spills out: ${name(e)}`);
    if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1 && !e.matches("pre, input")) out.cut.push(name(e));
    if (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1) out.cut.push(name(e));
  }
  const narrow = wide <= 704;
  for (const drawing of document.querySelectorAll(".drawing")) {
    const right = drawing.classList.contains(narrow ? "narrow" : "wide");
    if (shown(drawing) !== right) out.drawings.push(`${right ? "hides" : "shows"} ${name(drawing)}`);
  }
  for (const svg of document.querySelectorAll("svg:has(text)")) {
    if (!shown(svg)) continue;
    const sheet = svg.getBoundingClientRect(), scale = sheet.width / (svg.viewBox.baseVal?.width || sheet.width);
    const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim() && shown(t)).map((t) => [t, ink(t.getBoundingClientRect())]);
    texts.forEach(([text, box], n) => {
      const words = `“${text.textContent.trim()}” of ${svg.closest("figure, section")?.id || "a drawing"}`;
      if (box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1) out.charts.push(`cut: ${words}`);
      if (parseFloat(getComputedStyle(text).fontSize) * scale < 11) out.charts.push(`too small: ${words}`);
      for (const [other, its] of texts.slice(n + 1)) {
        const across = Math.min(box.right, its.right) - Math.max(box.left, its.left), down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (across > 1 && down > 1) out.charts.push(`overlap by ${Math.round(across)} × ${Math.round(down)} px: ${words} and “${other.textContent.trim()}”`);
      }
    });
  }
  out.headings = document.querySelectorAll("h1").length;
  out.policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "";
  return out;
}
