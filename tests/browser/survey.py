"""One visit to a page, at every width and in both colour schemes: what a reader would trip over."""

import csv
import json
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from memory import Memory

WIDTHS = (360, 768, 1024, 1280)
"""A phone, a tablet, a small desk, and the first width with the whole menu."""
SCHEMES = ("light", "dark")
KINDS = ("stories", "indexes", "facts", "sources", "charts", "promises", "embeds", "others")
PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
AXE = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
"""Every rule that axe has on by default, best practices among them, and WCAG 2.2's on the size of targets."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to visit. `first` of its kind in its language: everything at every width in both schemes. `closely`: at
    every width, and with axe in both schemes. Any other, whose like is looked at closely in another language, is
    measured at the first and the last width."""

    path: str
    kind: str
    closely: bool
    first: bool


def pages_of(site: Path) -> tuple[Page, ...]:
    """Every page of a built site, but of facts and of charts to embed one of each shape: in the other languages every
    third fact, and of each form one chart."""
    facts = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))
    own = facts["languages"][0]
    sample, charts = _shapes(facts["facts"]), _embedded(site)
    found = []
    met: set[tuple[str, str]] = set()
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        kind = _kind(path)
        language = path.partition("/")[0]
        if (
            "/facts/" in path
            and kind != "indexes"
            and path.split("/")[2] not in (sample if language == own else sample[::3])
        ):
            continue
        if kind == "embeds" and "/charts/" in path and path.split("/")[2] not in charts[language != own]:
            continue
        new = (kind, language) not in met
        met.add((kind, language))
        found.append(Page(path, kind, closely=language == own or new, first=new))
    return tuple(found)


def _kind(path: str) -> str:
    match path.split("/"):
        case ["data", ""]:
            return "others"
        case [_, ("charts" | "facts"), _, "embed", ""]:
            return "embeds"
        case [_, ("facts" | "sources" | "charts" | "promises") as kind, _, ""]:
            return kind
        case [_, ("facts" | "sources" | "charts" | "promises" | "corrections" | "search" | "data"), ""]:
            return "indexes"
        case [_, ""] | [_, _, ""]:
            return "stories"
    return "others"


def _shapes(facts: list[dict[str, Any]]) -> list[str]:
    """A fact of each shape: what it is, how many say so, whether they agree, and what kind of amount it has."""
    shapes: dict[tuple[object, ...], str] = {}
    for fact in facts:
        derived, quantity = fact["derivation"], fact["quantity"]
        for shape in (
            (fact["kind"], bool(fact["doubt"]), quantity is None, derived and derived["verdict"]),
            (fact["agreement"], bool(fact["date"]), min(len(fact["readings"]), 2)),
            ("status", fact["status"]),
        ):
            shapes.setdefault(shape, fact["id"])
    return sorted(set(shapes.values()))


def _embedded(site: Path) -> tuple[set[str], set[str]]:
    """Charts to embed: of each form the one with the least HTML and the one with the most; and of each form one."""
    forms: dict[str, list[tuple[int, str]]] = {}
    with (site / "data/charts.csv").open(encoding="utf-8-sig", newline="") as charts:
        for row in csv.DictReader(charts):
            page = next(site.glob(f"*/charts/{row['id']}/embed/index.html"))
            forms.setdefault(row["form"], []).append((page.stat().st_size, row["id"]))
    both = {name for each in forms.values() for _, name in (min(each), max(each))}
    return both, {each[0][1] for each in forms.values()}


@cache
def _window(browser: Any, scripts: bool, touch: bool) -> Any:
    """A window that stays open, whose tabs share nothing: our pages store nothing. A window of its own for each tab
    takes a browser twice the time of the page in it."""
    context = browser.new_context(java_script_enabled=scripts, has_touch=touch)
    context.new_page()
    return context


class Visitor:
    """A tab, `alone` in its window when the site's pages store something. It follows only addresses of the site, and
    keeps what the browser complained of."""

    def __init__(
        self,
        browser: Any,
        base: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        scripts: bool = True,
        touch: bool = False,
        forced: bool = False,
        alone: bool = False,
    ) -> None:
        self.base, self._alone = base, alone
        self.complaints: list[str] = []
        self.page = (_window.__wrapped__ if alone else _window)(browser, scripts, touch).new_page()
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=scheme, forced_colors="active" if forced else None)
        self.page.set_default_timeout(10_000)
        self.page.on("request", self._asked)
        self.page.on("console", lambda said: said.type == "error" and self._complain(said.text))
        self.page.on("pageerror", lambda error: self._complain(str(error)))

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:")):
            self._complain(f"asked another host: {request.url}")

    def _complain(self, what: str) -> None:
        self.complaints.append(f"{self.page.url.removeprefix(self.base)}: {what}")

    def go(self, path: str) -> "Visitor":
        self.page.bring_to_front()
        self.page.goto(self.base + path, wait_until="load")
        return self

    def wear(self, css: str) -> None:
        """Adds a reader's own style, which a content security policy leaves to readers."""
        self.page.evaluate(
            "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }",
            css,
        )

    def measure(self) -> dict[str, Any]:
        return self.page.evaluate(PROBE)

    def close(self) -> None:
        (self.page.context if self._alone else self.page).close()


@dataclass(slots=True)
class Seen:
    """What a visit saw, each finding with its width and scheme."""

    headings: int = 0
    policy: str = ""
    sideways: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    axe: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class Surveyor:
    """Visits each page once, whoever asks, and not again while it stays as it was."""

    def __init__(self, visitor: Visitor, axe: str, site: Path, memory: Memory) -> None:
        self.visitor = visitor
        self._axe = axe
        self._site = site
        self._memory = memory
        self._seen: dict[Page, Seen] = {}

    def see(self, page: Page) -> Seen:
        if page not in self._seen:
            self._seen[page] = self._recall(page)
        return self._seen[page]

    def _recall(self, page: Page) -> Seen:
        file = self._site / page.path
        data, how = (file / "index.html" if file.is_dir() else file).read_bytes(), str(page)
        if known := self._memory.recall(data, how):
            return Seen(**known)
        seen = self._visit(page)
        if seen == Seen(seen.headings, seen.policy):  # nothing was found
            self._memory.keep(data, asdict(seen), how)
        return seen

    def _visit(self, page: Page) -> Seen:
        visitor, tab, seen = self.visitor, self.visitor.page, Seen()
        before = len(visitor.complaints)
        visitor.go(page.path)
        tab.evaluate("document.fonts.ready.then(() => true)")
        for scheme in SCHEMES if page.first else SCHEMES[:1]:
            for width in WIDTHS if page.closely or page.kind == "stories" else WIDTHS[:: len(WIDTHS) - 1]:
                self._measure(page, width, scheme, seen)
                if page.first:
                    seen.axe += self._ask_axe(page, width, scheme)
        if page.closely and not page.first:
            for scheme, width in zip(SCHEMES, (WIDTHS[0], WIDTHS[-1]), strict=True):
                self._measure(page, width, scheme, seen)
                seen.axe += self._ask_axe(page, width, scheme)
        seen.complaints = visitor.complaints[before:]
        return seen

    def _measure(self, page: Page, width: int, scheme: str, seen: Seen) -> None:
        self.visitor.page.emulate_media(color_scheme=scheme)
        self.visitor.page.set_viewport_size({"width": width, "height": 900})
        found = self.visitor.measure()
        for name in ("sideways", "cut", "charts", "drawings"):
            getattr(seen, name).extend(f"{page.path} at {width} px, {scheme}: {finding}" for finding in found[name])
        seen.headings, seen.policy = found["headings"], found["policy"]

    def _ask_axe(self, page: Page, width: int, scheme: str) -> list[str]:
        tab = self.visitor.page
        tab.evaluate(f"typeof axe === 'undefined' && (() => {{ {self._axe} }})()")
        return [f"{page.path} at {width} px, {scheme}: {finding}" for finding in axe_findings(tab)]


def axe_findings(tab: Any) -> list[str]:
    """What axe, already in the page, finds: the rule and the places."""
    return [
        f"{each['id']}: {', '.join(node['html'][:120] for node in each['nodes'][:3])}"
        for each in tab.evaluate(AXE)["violations"]
    ]
