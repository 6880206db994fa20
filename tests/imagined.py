"""Editions that nobody thought of: entries of every kind, put together at random so that all of it holds. The same seed
makes the same edition."""

import datetime
import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, cast

from overlay import write

from factbound.assemble.mentions import COUNTS, TABLES
from factbound.assemble.operations import derive
from factbound.assemble.promises import FULFILLED, GROUNDED, OF_CLAIMS, OPEN, SETTLED
from factbound.language.cldr import plural_forms
from factbound.language.lexicon import has_lexicon
from factbound.ledger import Figure, Input
from factbound.problems import Problem, Where, WrongValue
from factbound.prove.archive import Span, locate
from factbound.read.gate import numerals
from factbound.read.markdown import body
from factbound.read.prose import is_name, phrase
from factbound.values.dates import Period, parse_period
from factbound.values.licences import LICENCES
from factbound.values.quantities import Qualifier, Quantity, parse_quantity, quantity
from factbound.values.slugs import LONGEST
from factbound.values.units import CURRENCIES, PERCENT, YEARS, UnitError, dimension
from factbound.values.vocabulary import (
    PROMISE_VERDICTS,
    PROMISED,
    Known,
    Operation,
    OriginKind,
    PlaceKind,
    SeenHow,
    Status,
    Verdict,
    Voice,
    all_of,
)

T = TypeVar("T")
Texts = dict[str, str]
Tree = dict[str, Any]
SIGN = "zz"
"""What no text of ours has: an element or attribute of this name is words that became markup."""
PLAIN = (
    "the works of a town by its river, lamps and their makers, la ville et ses ports, de haven aan het water, der Hafen"
    " und das Licht, a fair, quite so, people"
).replace(",", "").split()  # fmt: skip
STRANGE = (
    f"<{SIGN}>", f"<{SIGN} on{SIGN}='x'>", f"</script><{SIGN}>", f"</title><{SIGN}>", f'" on{SIGN}="x',
    f"' on{SIGN}='x", f"</style><{SIGN}>", f"-->]]><{SIGN}>", f"&lt;{SIGN}&gt;", "&amp;", "&", "&nbsp",
    "]]>", "<!--", "-->", "<", ">", "<?x?>", "{{ x }}", "{% x %}", "{x}", "${x}", "%s", "%(x)s", "\\",
    "\\n", "\\u003c", "/", "//", "*x*", "_x_", "`x`", "~x~", "|", "||", "#", "=x()", "+x", "@x", "-x",
    "=HYPERLINK(\"x\")", '"', "'", "“x”", "„x“", "« x »", "‘x’", "’", ";", ",", ":", "!", "?", "…", "[X]",
    "](x)", "](javascript:x)", "[x](http://x.example)", "http://x.example/?a=b&c=d", "a@b.example",
    "javascript:x", "שלום", "مرحبا", "مرحبا <b>", "\u200fx\u200f", "\u200ex", "x\u200dx", "x\u200bx",
    "x\u00adx", "x\u00a0x", "x\u2011x", "\u202fx", "\u3000x", "🙂", "👩‍👩‍👧", "🇧🇪", "🏳️‍🌈", "e\u0301",
    "x\u0332", "ﬁ", "ß", "İ", "ı", "ǅ", "漢字", "ไทย", "हिन्दी", "한국어", "𝒳", "\U0001d54f", "W" * 60,
    "x" * 300, "wort" * 90, "💡" * 40, "x-" * 80, "a.b.c", "x/y", "null", "true", "~", "- x", "? x", ": x",
    "&a", "*a", "!x", "%x", "O'Brien", "AT&T", "d’a", "l'a", "CON", "undefined", "NaN", "__proto__",
    "\ufeffx", "�", "$", "€", "%", "°", "™",
)  # fmt: skip
"""Legal, and dear to nobody who puts words into HTML, XML, JSON, CSV, YAML, Markdown, a calendar or a drawing."""
IN_MARKDOWN = (
    "*x*", "**x**", "_x_", "`x`", f"`<{SIGN}>`", f"&lt;{SIGN}&gt;", "&amp;", "\\*", "\\<", "“x”", "שלום",
    "مرحبا", "👩‍👩‍👧", "x\u00adx", "W" * 60, "x" * 300, "[x](https://x.example/?a=b&c=d)",
    "<https://x.example/>", "{{ x }}", "{% x %}", "{x}", "a < b", "a > b", '"x"', "'x'", "$x$", "AT&T",
    "]]>", "x | y", "\\|", "==x==", "~~x~~", ":x:", "^x^", "[x]", "!x", "e\u0301", "x<y", "-->", "漢字",
    "\\\\", "“",
)  # fmt: skip
ADDRESSES = ("", "/?a=b&c=d", "/#x", "/é", "/%22", "/'x", "/a(b)|c", "/{x}`", "/[x]", "/x\\y", "/*_x")
CONTACTS = ("a.b+c@x.example", "https://x.example/a/issues", "https://x.example/a'b")
HEDGES = {"en": "could", "fr": "pourrait", "nl": "zou", "de": "könnte"}
LANGUAGES = tuple(HEDGES)
PRINTED_QUALIFIERS = {
    "exactly": "", "more than": "more than ", "at least": "at least ", "about": "about ", "nearly": "nearly ",
    "less than": "less than ", "up to": "up to ",
}  # fmt: skip
PRINTED_UNITS = {"EUR": "euros", "%": "%", "m2": "m²", "hours": "hours", "days": "days"}
SIMPLE_UNITS = ("EUR", "EUR", "USD", "%", "%", "m2", "hours", "days", "weeks", "months", "years", "times", "rank", "pp")
BLOCK_TABLES = TABLES
NAMES_OF_UNITS = ("people", "pallets", "megawatts", "tonnes", "x-rays")


@dataclass
class Thing:
    """What the edition's maker knows of a figure."""

    id: str
    amount: Quantity | None = None
    date: Period | None = None
    period: Period | None = None
    due: Period | None = None
    status: str | None = None
    measure: Tree | None = None
    place: str | None = None
    scope: tuple[str, ...] = ()
    told: datetime.date = datetime.date.min
    """The day on which the last of its sources may have appeared."""
    hedged: bool = False
    misleads: bool = False
    derived: bool = False
    inputs: tuple[str, ...] = ()
    promised: bool = False

    @property
    def forms(self) -> list[str]:
        """How it may be printed in a text."""
        when = self.date or self.period
        if self.misleads:
            return ["with-caveat"] if self.amount or self.date else []
        return [
            *(["full", "full", "short"] if self.amount or self.date else []),
            *(["bare", "words"] if self.amount else []),
            *(["period"] if self.period else []),
            *(["from"] if self.period and self.period.start else []),
            *(["until"] if self.period and self.period.end else []),
            *(["due"] if self.due else []),
            *(["year"] if when and when.start else []),
        ]


@dataclass
class Imagined:
    """An edition in the making. `chance` decides everything."""

    chance: random.Random
    languages: tuple[str, ...] = ()
    shelves: dict[str, list[Tree]] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    """The paragraphs of each source that was read whole."""
    promises: dict[str, tuple[Tree, list[Thing], list[Thing]]] = field(default_factory=dict)
    as_of: str = ""
    pairs: list[frozenset[str]] = field(default_factory=list)
    """Promises and outcomes that are other things."""
    ids: int = 0

    # --- Words ---------------------------------------------------------------------------------------------------

    def maybe(self, often: float = 0.5) -> bool:
        return self.chance.random() < often

    def one(self, of: Sequence[T]) -> T:
        return self.chance.choice(of)

    def some(self, of: Sequence[T], most: int = 3, least: int = 0) -> list[T]:
        return self.chance.sample(of, min(len(of), self.chance.randint(least, most)))

    def slug(self, kind: str) -> str:
        self.ids += 1
        name = self.one((kind, kind, f"{kind}-{self.one(PLAIN[:8])}", "x", "con-x", "z" * 20, "a1-b2"))
        if self.maybe(0.02):
            name = "l" * (LONGEST - 6)
        return f"{name}-{self.ids}".lower().strip("-")

    def words(self, language: str, most: int = 5, odd: Sequence[str] = STRANGE) -> str:
        """Words without a number."""
        while True:
            parts = [
                self.one(odd) if self.maybe(0.25) else self.one(PLAIN) for _ in range(self.chance.randint(1, most))
            ]
            text = " ".join(parts)
            if _is_free_of_numbers(text, language):
                return text

    def name(self) -> str:
        while True:
            text = self.words("en", 3)
            if all(is_name(text, language) for language in LANGUAGES) and text.strip():
                return text.strip()

    def text(self, about: Iterable[Thing] = (), own: Thing | None = None, most: int = 5) -> Texts:
        """A text in every language, which prints some of these figures, and `own` by the name of its own."""
        told = [(each, each.forms) for each in about]
        mentions = [(each, self.one(forms)) for each, forms in told if forms]
        if own and (own.amount or own.date):
            mentions.append((own, "full"))
        also = self.some([each for each in LANGUAGES if each not in self.languages], 1) if self.maybe(0.05) else []
        return {language: self.sentence(language, mentions, most) for language in (*self.languages, *also)}

    def sentence(self, language: str, mentions: Sequence[tuple[Thing, str]], most: int) -> str:
        while True:
            parts = []
            for each, form in mentions:
                before = self.words(language, most) if self.maybe(0.8) else ""
                hedge = HEDGES[language] if each.hedged or self.maybe(0.05) else ""
                parts += [before, hedge, mention(each, form)]
            end = self.words(language, most) if self.maybe(0.7) or not parts else ""
            text = " ".join(filter(None, [*parts, end])) + self.one(("", "", ".", "!"))
            plain = text
            for each, form in mentions:
                plain = plain.replace(mention(each, form), " " * len(mention(each, form)))
            if _is_free_of_numbers(plain, language) and not _changes_a_figure(text, language):
                return text

    def plain(self, hedged: bool = False, most: int = 4) -> Texts:
        return {
            language: f"{HEDGES[language]} {self.words(language, most)}" if hedged else self.words(language, most)
            for language in self.languages
        }

    def named(self) -> Texts | str:
        return self.name() if self.maybe(0.4) else self.plain(most=3)

    # --- Days and amounts ------------------------------------------------------------------------------------------

    def moment(self) -> str:
        year = self.chance.choice((self.chance.randint(1990, 2060),) * 9 + (self.chance.randint(1, 9999),))
        text = f"{year:04}"
        match self.chance.randrange(5):
            case 0:
                text += f"-{self.chance.choice((33, 34, 35, 36, 40, 41))}"
            case 1:
                text += f"-{self.chance.randint(1, 12):02}"
            case 2 | 3:
                text += f"-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        return text + (self.one("~?%") if self.maybe(0.1) else "")

    def period(self) -> Period:
        while True:
            text = self.moment()
            if self.maybe(0.3):
                text = f"{text}/{self.moment()}"
            elif self.maybe(0.1):
                text = self.one((f"{text}/..", f"../{text}"))
            try:
                return parse_period(text)
            except WrongValue:
                continue

    def day(self, first: int = 1990, last: int = 2060) -> Period:
        return parse_period(
            f"{self.chance.randint(first, last):04}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        )

    def amount(self, unit: str = "", exact: bool = False) -> Quantity:
        while True:
            code = unit or self.one(self.units)
            numbers = [self.number(code) for _ in range(2)]
            how = "exactly" if exact else self.one([each.value for each in Qualifier] + ["exactly"] * 5)
            typed = f"{how} {numbers[0]} {code}".removeprefix("exactly ")
            if how == "between":
                typed = f"between {numbers[0]} and {numbers[1]} {code}"
            try:
                return parse_quantity(typed)
            except WrongValue:
                continue

    def number(self, unit: str) -> str:
        if unit == "rank":
            return str(self.chance.randint(1, 200))
        size = self.one((0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 12, 15, 18))
        whole = self.chance.randint(0, 10**size) if self.maybe() else self.chance.randint(1, 9) * 10**size
        rest = (
            f".{self.chance.randint(0, 10 ** (digits := self.chance.randint(1, 4)) - 1):0{digits}}"
            if self.maybe(0.2)
            else ""
        )
        return f"{whole:_}{rest}" if self.maybe() else f"{whole}{rest}"

    # --- Names -----------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Every entry, in an order in which each may name those before it."""
        self.languages = tuple(self.some(LANGUAGES, 3 if self.maybe(0.2) else 1, 1))
        self.as_of = self.day(2020, 2050).text if self.maybe(0.8) else ""
        shelve = self.shelves.setdefault
        own = self.some(NAMES_OF_UNITS, 3)
        self.units = [self.one((*SIMPLE_UNITS, *own))] * 20 + [
            *SIMPLE_UNITS,
            *own,
            *own,
            self.one(sorted(CURRENCIES)),
            "EUR/m2",
            *(f"{each}/hours" for each in own),
        ]
        shelve("units", []).extend(self.unit(each) for each in own)
        people = shelve("people", [])
        for _ in range(self.chance.randint(1, 3)):
            people.append(self.person([each["id"] for each in people]))
        places = shelve("places", [])
        for _ in range(self.chance.randint(0, 3)):
            places.append(
                {"id": self.slug("place"), "name": self.named(), "kind": self.one(all_of(PlaceKind))}
                | ({"within": self.one(places)["id"]} if places and self.maybe() else {})
                | (
                    {"at": f"{self.chance.uniform(49.1, 51.9):.3f} {self.chance.uniform(2.1, 6.9):.3f}"}
                    if self.maybe(0.7)
                    else {}
                )
            )
        for _ in range(self.chance.randint(0, 2)):
            shelve("scopes", []).append({"id": self.slug("scope"), "name": self.plain(most=2)})
        for _ in range(self.chance.randint(1, 3)):
            kind = self.one(all_of(OriginKind))
            shelve("origins", []).append(
                {"id": self.slug("origin"), "name": self.named(), "kind": kind, "by": self.one(people)["id"]}
                | ({"date": self.period().text} if self.maybe() else {})
                | ({"known": self.text()} if kind != "reporting" or self.maybe() else {})
            )
        for _ in range(self.chance.randint(1, 3)):
            shelve("sources", []).append(self.source())
        shelve("measures", [])
        for _ in range(self.chance.randint(1, 5)):
            shelve("facts", []).append(self.fact())
        for _ in range(self.chance.randint(0, 3)):
            self.derived()
        for _ in range(self.chance.randint(0, 2)):
            self.promise()
        charts = (self.chart(form) for form in self.some(FORMS, 4, 1))
        shelve("charts", []).extend(filter(None, charts))
        every = list(self.things.values())
        for _ in range(self.chance.randint(0, 2) if self.maybe(0.4) else 0):
            shelve("corrections", []).append(
                {"fact": self.one(every).id, "date": self.period().text, "why": self.text(self.some(every, 1))}
                | {"was": dict.fromkeys(self.languages, "It said 12 or 1,5 <b>."), "now": self.plain()}
            )
        if self.maybe(0.2):
            gone = {"id": self.slug("gone"), "date": self.period().text, "why": self.text()}
            shelve("removed", []).append(gone | ({"instead": self.one(every).id} if self.maybe() else {}))
        for entry in shelve("derived", []):
            if "caveat" not in entry and any(pair <= set(self.things[entry["id"]].inputs) for pair in self.pairs):
                entry["caveat"] = self.text()
        for entry in self.shelves["charts"]:
            drawn = {row["figure"] for row in entry["figures"]}
            if "note" not in entry and any(pair <= drawn for pair in self.pairs):
                entry["note"] = self.text()

    def unit(self, code: str) -> Tree:
        forms = {each: {form: self.words(each, 1) for form in plural_forms(each)} for each in self.languages}
        symbols = {"symbols": ["MW"]} if code == "megawatts" and self.maybe() else {}
        return {"id": code, "name": forms, **symbols, **({"factors": {"boxes": "40"}} if self.maybe(0.2) else {})}

    def person(self, others: list[str]) -> Tree:
        return (
            {"id": self.slug("person"), "name": self.named()}
            | {"voice": self.one([each for each in all_of(Voice) if each != "reporter"])}
            | ({"role": self.text()} if self.maybe() else {})
            | ({"in_sentence": self.plain()} if self.maybe(0.2) else {})
            | ({"of": self.one(others)} if others and self.maybe() else {})
            | ({"accent": self.one(("lumen", "accent", "ink"))} if self.maybe(0.3) else {})
            | ({"doubt": self.plain()} if self.maybe(0.2) else {})
        )

    def known(self) -> Tree:
        how = self.one(all_of(Known))
        return {"known": how, **({"from": self.text()} if how == "inferred" or self.maybe(0.1) else {})}

    def source(self) -> Tree:
        name = self.slug("source")
        told = (
            {"id": name, "language": self.one((*LANGUAGES, "pl", "ar", "ja"))}
            | {"address": f"https://x.example/{name}{self.one(ADDRESSES)}"}
            | {
                "publisher": {"name": self.name(), **self.known()},
                "published": {"date": self.period().text, **self.known()},
            }
            | {"origin": self.one(self.shelves["origins"])["id"]}
        )
        if self.maybe(0.2):
            told["publisher"]["in_sentence"] = self.plain()
        if self.maybe(0.25):
            told["seen"] = {"on": self.period().text, "how": self.one(all_of(SeenHow))}
            optional = {"origin_known": self.text(), "about": self.text(), "title": self.words("en")}
            return told | {key: value for key, value in optional.items() if self.maybe()}
        self.texts[name] = []
        told |= {"origin_known": self.text(), "about": self.text()}
        if self.maybe():
            title, number = self.quoted(name)
            told["title"] = title
            if self.maybe(0.3):
                told["left_out"] = [
                    {"paragraph": number, "why": self.text()} | ({"printed": title} if self.maybe() else {})
                ]
        return told

    def quoted(self, source: str, words: str = "", hedge: str = "", most: int = 90) -> tuple[str, int]:
        """Words that stand in an article, once in their paragraph, and the paragraph's number."""
        while True:
            printed = (words or self.words("en", 3)).strip()
            line = f"Zo {hedge} zegt het {printed} en zo is het"
            if len(printed) <= most and isinstance(locate(printed, in_=line), Span):
                break
            assert not words, words
        self.texts[source].append(line)
        return printed, len(self.texts[source])

    # --- Facts -----------------------------------------------------------------------------------------------------

    def measure(self, kind: str) -> Tree:
        """A measure of this kind: an old one or a new one."""
        made = [each for each in self.shelves["measures"] if _kind(each) == kind]
        if made and self.maybe(0.7):
            return self.one(made)
        of, _, per = kind.partition("/")
        new = {"id": self.slug("measure"), "name": self.plain(most=2), "dimension": of, **({"per": per} if per else {})}
        new |= {"over": self.one(("stock", "flow"))} if self.maybe() else {}
        self.shelves["measures"].append(new)
        return new

    def fact(self, amount: Quantity | None = None) -> Tree:
        thing = Thing(self.slug("fact"), status=self.one(all_of(Status)))
        what = "amount" if amount else self.one(("amount", "amount", "amount", "date", "none"))
        kind = "none"
        if what == "amount":
            thing.amount = amount or self.amount()
            kind = dimension(thing.amount.unit)
        elif what == "date":
            thing.date, kind = self.period(), "date"
        thing.measure = self.measure(kind) if self.maybe(0.7) else None
        thing.period = self.period() if self.maybe(0.6) else None
        thing.due = self.period() if self.maybe(0.3) else None
        places, scopes = self.shelves["places"], self.shelves.get("scopes", [])
        thing.place = self.one(places)["id"] if places and self.maybe(0.6) else None
        thing.scope = tuple(each["id"] for each in self.some(scopes, 2)) if self.maybe(0.4) else ()
        readings = [self.reading(thing, n) for n in range(self.one((1, 1, 2, 3)))]
        thing.hedged = all("hedge" in each for each in readings)
        for each in readings:
            if "says" in each:
                each["says"] = self.plain(hedged="hedge" in each)
        subject = self.one(self.shelves["people"])["id"]
        told: Tree = {"id": thing.id, "subject": subject, "status": thing.status, "readings": readings}
        told |= {"place": thing.place} if thing.place else {}
        told |= {"measure": thing.measure["id"]} if thing.measure else {}
        told |= {"period": thing.period.text} if thing.period else {}
        told |= {"due": thing.due.text} if thing.due else {}
        told |= {"scope": list(thing.scope)} if thing.scope else {}
        facts = [each["id"] for each in self.shelves.get("facts", [])]
        told |= {"outcome_of": self.one(facts)} if facts and self.maybe(0.2) else {}
        if len(readings) > 1:
            number = f"#{readings[0]['paragraph']}" if "paragraph" in readings[0] and self.maybe(0.3) else ""
            told |= {"prefer": readings[0]["source"] + number, "because": self.text()}
        told |= {"doubt": self.text()} if self.maybe(0.2) else {}
        told |= {"checked_by": self.name(), "checked_on": self.day().text} if self.maybe(0.2) else {}
        twins = [
            each["id"] for each in self.shelves.get("facts", [])
            if (each["subject"], each.get("measure"), each.get("place")) == (subject, told.get("measure"), thing.place)
        ]  # fmt: skip
        told |= {"distinct_from": twins, "distinct_because": self.text()} if twins else {}
        about = self.some([each for each in self.things.values() if not each.misleads], 1) if self.maybe(0.2) else []
        told["statement"] = self.text(about, thing)
        if thing.hedged:
            told["statement"] = {each: f"{HEDGES[each]} {words}" for each, words in told["statement"].items()}
        self.things[thing.id] = thing
        return told

    def reading(self, thing: Thing, n: int) -> Tree:
        source = self.one(self.shelves["sources"])
        whole, language = "seen" not in source, source["language"]
        amount = (
            thing.amount if n == 0 or self.maybe(0.6) else self.amount(str(thing.amount.unit)) if thing.amount else None
        )
        told: Tree = {"source": source["id"]}
        words = _printed(amount) if amount and language == "en" and self.maybe() else ""
        hedge = self.words("en", 1, PLAIN) if self.maybe(0.15) else ""
        if whole:
            told["printed"], told["paragraph"] = self.quoted(source["id"], words, hedge)
        else:
            told["printed"] = words or self.words("en", 3)[:80].strip() or "x"
        carried = bool(words)
        if amount and (n == 0 or self.maybe(0.9)):
            told["quantity"] = str(amount)
        if thing.date and (n == 0 or self.maybe(0.9)):
            told["date"] = (thing.date if n == 0 or self.maybe() else self.period()).text
        if not carried or self.maybe(0.1):
            told["vouched"] = self.plain()
        told |= {"hedge": hedge} if hedge else {}
        told |= {"says": {}} if self.maybe(0.15) else {}
        told |= {"means": self.plain()} if self.maybe(0.3) else {}
        told |= {"said_by": self.one([each["id"] for each in self.shelves["people"]])} if self.maybe() else {}
        told |= {"origin": self.one(self.shelves["origins"])["id"]} if self.maybe(0.2) else {}
        told |= {"period": self.period().text} if self.maybe(0.1) else {}
        told |= {"place": self.one(self.shelves["places"])["id"]} if self.shelves["places"] and self.maybe(0.1) else {}
        told |= {"status": self.one(all_of(Status))} if self.maybe(0.1) else {}
        scopes = [each["id"] for each in self.shelves.get("scopes", [])]
        told |= {"scope": self.some(scopes, 2)} if self.maybe(0.1) else {}
        thing.told = max(thing.told, parse_period(source["published"]["date"]).first)
        return told

    # --- What is worked out ------------------------------------------------------------------------------------------

    def derived(self) -> None:
        """A derived figure, where some inputs go together."""
        counted = [each for each in self.things.values() if each.amount]
        operation = self.one(all_of(Operation))
        if not counted:
            return
        first = self.one(counted)
        alike = [each for each in counted if each.amount and first.amount and each.amount.unit == first.amount.unit]
        written: list[Any] = [first.id]
        inputs = [(first, False)]
        match operation:
            case "per-year" if self.maybe():
                inputs.append((first, True))
            case "per-year" | "divide" if self.maybe(0.3):
                inputs.append((self.one(list(self.things.values())), True))
                written.append({"years": inputs[-1][0].id})
            case "convert":
                rate = self.amount(
                    f"{self.one(('EUR', 'USD', 'JPY'))}/{cast(Quantity, first.amount).unit.code}", exact=True
                )
                self.shelves["facts"].append(self.fact(rate))
                inputs.append((list(self.things.values())[-1], False))
                written.append(inputs[-1][0].id)
            case "sum":
                inputs += [(each, False) for each in self.some([each for each in alike if each is not first], 3)]
                written += [each.id for each, _ in inputs[1:]]
            case _:
                inputs.append((self.one(alike if operation != "divide" else counted), False))
                written.append(inputs[-1][0].id)
        for verdict in (self.one(all_of(Verdict)), "with-care"):
            try:
                worked = derive(operation, [_input(*each) for each in inputs], verdict)
                break
            except (UnitError, AssertionError):
                continue
        else:
            return
        thing = Thing(self.slug("derived"), worked.quantity, period=first.period, derived=True)
        thing.inputs = tuple(each.id for each, _ in inputs)
        thing.hedged = any(each.hedged for each, years in inputs if not years)
        thing.misleads = verdict == "misleading"
        thing.told = max(each.told for each, _ in inputs)
        statuses = {each.status for each, years in inputs if not years} - {None}
        thing.status = self.standing(statuses)
        told = {"id": thing.id, "statement": self.text((), thing), "derive": {operation: written}, "verdict": verdict}
        if thing.hedged:
            told["statement"] = {each: f"{HEDGES[each]} {words}" for each, words in self.text((), thing).items()}
        told |= {"why": self.text(), **({"assumed": self.text()} if self.maybe() else {})}
        told |= {"caveat": self.text()} if thing.misleads or self.maybe(0.3) else {}
        told |= {"subject": self.one(self.shelves["people"])["id"]} if self.maybe() else {}
        if self.shelves["places"] and self.maybe(0.3):
            thing.place = told["place"] = self.one(self.shelves["places"])["id"]
        if self.shelves["measures"] and self.maybe(0.3):
            thing.measure = self.one(self.shelves["measures"])
            told["measure"] = thing.measure["id"]
        told |= {"checked_by": self.name(), "checked_on": self.day().text} if self.maybe(0.1) else {}
        self.things[thing.id] = thing
        self.shelves.setdefault("derived", []).append(told)

    def standing(self, statuses: set[str | None]) -> str | None:
        promised = sorted(status for status in statuses if status in PROMISED)
        return next(iter(statuses)) if len(statuses) == 1 else promised[0] if promised else None

    # --- Promises ----------------------------------------------------------------------------------------------------

    def promise(self) -> None:
        """A promise or a claim whose verdict its facts bear, where some do."""
        every = list(self.things.values())
        facts, verdict = self.some(every, 2, 1), self.one(PROMISE_VERDICTS)
        made, due = self.day(1990, 2030), self.period() if self.maybe(0.7) else None
        rests = self.some([each for each in every if each not in facts], 2, 1) if verdict in GROUNDED else []
        wanted = [each for each in facts if each.amount]
        if verdict in GROUNDED and not rests:
            return
        later = any(each.told > made.last for each in rests)
        if verdict in SETTLED and not later:
            return
        if verdict in OPEN and due and self.as_of and due.last.isoformat() < self.as_of:
            due = None
        if verdict in FULFILLED:
            if any(
                each.amount and like.amount and each.amount.unit == like.amount.unit
                for each in rests
                for like in wanted
            ):
                return
            days = [
                (each.date or each.period).first  # type: ignore[union-attr]
                for each in rests
                if (each.date or each.period) and each.amount is None and each.status == "done"
            ]
            if due and days:
                verdict = "kept-late" if min(days) > due.last else "kept"
        name = self.slug("promise")
        told: Tree = {
            "id": name,
            "kind": "claim" if verdict in OF_CLAIMS else "promise",
            "promise": self.text(self.some([each for each in facts if not each.misleads], 1)),
            "by": self.one(self.shelves["people"])["id"],
            "facts": [each.id for each in facts],
            "made": made.text,
            "verdict": verdict,
            "in_words": self.text(self.some([each for each in every if not each.misleads], 1)),
            "looked": self.period().text,
        }
        told |= {"told": "elsewhere"} if self.maybe(0.2) else {}
        told |= {"due": due.text} if due else {}
        told |= {"due_known": self.text()} if self.maybe(0.2) else {}
        told["rests_on"] = [
            {"fact": each.id} | ({"differs": self.text()} if (wanted and each.amount) or self.maybe(0.3) else {})
            for each in rests
        ]
        told |= {"beside": [each.id for each in self.some(every, 2)]} if self.maybe() else {}
        told |= {"doubt": self.text()} if (verdict == "under-way" and not later) or self.maybe(0.3) else {}
        told |= {"asked": self.text()} if self.maybe(0.3) else {}
        if verdict not in GROUNDED or self.maybe():
            told["reach"] = {"languages": self.some((*LANGUAGES, "ar"), 3, 1)}
            told["reach"] |= {"to": self.period().text} if self.maybe() else {}
            told["reach"] |= {"wordings": self.chance.randint(1, 99)} if self.maybe() else {}
        if self.maybe(0.3):
            before = self.one([each for each in PROMISE_VERDICTS if each != verdict])
            told["history"] = [{"verdict": before, "until": self.period().text, "why": self.text()}]
        for outcome in told["rests_on"]:
            if "differs" in outcome:
                self.pairs += [frozenset((part.id, outcome["fact"])) for part in facts]
        for each in facts:
            each.promised = True
        self.shelves.setdefault("promises", []).append(told)
        self.promises[name] = (told, facts, rests)

    # --- Charts ------------------------------------------------------------------------------------------------------

    def chart(self, form: str) -> Tree | None:
        """A chart of this form, where some figures fit it."""
        every = [each for each in self.things.values() if each.amount]
        rows: list[tuple[Thing, str]] = []
        if form in {"bars", "columns", "areas", "slope", "multiples", "range"} and every:
            first = self.one(every)
            alike = [each for each in every if each.amount and first.amount and each.amount.unit == first.amount.unit]
            rows = [(self.one(alike), "") for _ in range(self.chance.randint(1, 6))]
            rows = rows * 2 if form == "slope" and len(rows) < 2 else rows
        elif form == "parts":
            sums = [each for each in self.shelves.get("derived", []) if "sum" in each["derive"]]
            if sums:
                rows = [(self.things[each], "") for each in self.one(sums)["derive"]["sum"]]
            else:
                shares = [
                    each for each in every if each.amount and each.amount.unit == PERCENT and each.amount.point <= 100
                ]
                rows = [(each, "") for each in shares[:1]]
        elif form == "timeline":
            rows = [
                (each, "") for each in self.some([e for e in self.things.values() if e.date or e.period or e.due], 6, 1)
            ]
        elif form == "map":
            at = {each["id"] for each in self.shelves["places"] if "at" in each}
            rows = [(each, "") for each in self.some([e for e in self.things.values() if e.place in at], 6, 1)]
        elif form in {"slips", "outcomes"} and self.promises:
            rows = self.promised_rows(form)
        if form in {"areas", "parts"} and any(each.amount and each.amount.point < 0 for each, _ in rows):
            return None
        if not rows:
            return None
        hedged, misleads = any(each.hedged for each, _ in rows), any(each.misleads for each, _ in rows)
        told: Tree = {"id": self.slug("chart"), "form": form}
        mentioned = [each for each, _ in rows[:1] if not each.misleads] if self.maybe() else []
        told |= {"title": self.text(mentioned), "alt": self.text(mentioned)}
        for key in ("title", "alt"):
            if hedged:
                told[key] = {each: f"{HEDGES[each]} {words}" for each, words in told[key].items()}
        told |= {"lead": self.text()} if self.maybe() else {}
        told |= {"note": self.text()} if misleads or self.maybe(0.3) else {}
        label, moment = self.plain(most=3), self.plain(most=2)
        told["figures"] = []
        for each, promise in rows:
            again = form in {"slope", "multiples"} and self.maybe()
            called = label if again and not each.hedged else self.plain(each.hedged, 3)
            row = {"figure": each.id, "label": called} | ({"promise": promise} if promise else {})
            row |= {"context": moment if again else self.plain(most=2)} if self.maybe() or form == "slope" else {}
            told["figures"].append(row)
        if form in {"bars", "columns", "areas", "slope", "multiples", "parts"} - {"parts"}:
            drawn = {each.id for each, _ in rows}
            against = [
                each.id for each in self.things.values() if len(set(each.inputs) & drawn) > 1 and not each.misleads
            ]
            verdict = self.one(("fair", "with-care"))
            told["compares"] = {"verdict": verdict, "why": self.text()} | (
                {"caveat": self.text()} if self.maybe(0.3) else {}
            )
            if against and self.maybe():
                told["compares"] = {"figure": self.one(against)}
        return told

    def promised_rows(self, form: str) -> list[tuple[Thing, str]]:
        """Rows of a chart of promises."""
        name = self.one(list(self.promises))
        told, facts, rests = self.promises[name]
        if form == "outcomes":
            counted = [each for each in facts if each.amount]
            came = [each for each in rests if each.amount]
            if not counted or not came or counted[0].amount.unit != came[0].amount.unit:  # type: ignore[union-attr]
                return []
            return [(counted[0], name), (came[0], name)]
        if not self.as_of or "due" not in told or parse_period(told["due"]).end is None:
            return []
        kept = [each for each in rests if each.status != "dropped"]
        came = kept if told["verdict"] in FULFILLED else [*facts, *rests]
        return [(self.one(came), name)] if came else []

    # --- Stories -----------------------------------------------------------------------------------------------------

    def stories(self) -> dict[str, str]:
        """The stories in each language, by their paths."""
        names = ["index", *self.some(("notes", "z", "a-very-long-name-" * 4 + "x"), 2)]
        found = {}
        for order, name in enumerate(names):
            plan = [self.planned() for _ in range(self.chance.randint(1, 8))]
            keys = [each for each in self.things.values() if each.forms and "full" in each.forms and self.maybe(0.2)]
            days = sorted([self.day().text, self.day().text])
            head = {"order": order, "menu": self.one(("main", "foot")), "keys": keys}
            head |= {"published": days[0], "updated": days[1]} if self.maybe(0.4) else {}
            head |= {"tally": self.one(("promises", "index"))} if self.promises and self.maybe(0.5) else {}
            told = [each for each in self.things.values() if "full" in each.forms]
            titled = self.some(told, 1) if self.maybe(0.3) else []
            lead = self.some(told, 1) if self.maybe(0.5) else []
            optional = [key for key in ("kicker", "description", "author") if self.maybe(0.4)]
            for language in self.languages:
                front = {key: value for key, value in head.items() if key != "keys"}
                front["keys"] = [self.key_figure(each, language) for each in keys]
                front["title"] = self.sentence(language, [(each, "full") for each in titled], 4)
                front["nav"] = self.words(language, 3)
                front["lead"] = self.sentence(language, [(each, "full") for each in lead], 8)
                front |= {key: self.words(language) for key in optional}
                found[f"content/{language}/{name}.md"] = self.story(front, plan, language)
        return found

    def key_figure(self, thing: Thing, language: str) -> Tree:
        hedge = f"{HEDGES[language]} " if thing.hedged else ""
        return {"figure": thing.id, "label": f"{hedge}{self.words(language, 3)}", "note": self.words(language, 2)}

    def planned(self) -> tuple[str, list[tuple[str, bool]]]:
        """A paragraph to be: of which kind, and what each of its sentences prints, with whether that is hedged."""
        charts = [each["id"] for each in self.shelves["charts"]]
        blocks = [f"[[{self.one(('chart', 'timeline'))}:{each}]]" for each in charts]
        blocks += [f"[[table:{each}]]" for each in (*charts, *BLOCK_TABLES)]
        blocks += [f"[[promise:{each}]]" for each in self.promises]
        if self.maybe(0.3):
            return "block", [(self.one(blocks), False)]
        kind = self.one(
            ("paragraph",) * 5 + ("heading", "list", "quote", "table", "link", "definition", "admonition", "code")
        )
        return kind, [self.printed() for _ in range(self.chance.randint(0, 3))]

    def printed(self) -> tuple[str, bool]:
        """A mention for a sentence, and whether what it prints is hedged."""
        every = [each for each in self.things.values() if each.forms]
        sources = [each["id"] for each in self.shelves["sources"]]
        found = [(mention(each, self.one(each.forms)), each.hedged) for each in every for _ in range(2)]
        found += [(f"[[cite:{each.id}]]", each.hedged) for each in self.things.values()]
        found += [
            (f"[[cite:{each}#{self.chance.randint(1, len(lines))}]]", False)
            for each, lines in self.texts.items()
            if lines
        ]
        found += [(f"[[published:{each}]]", False) for each in sources]
        found += [(f"[[verdict:{each}]]", False) for each in self.promises]
        found += [(f"[[count:{self.one(COUNTS)}]]", False), ("[[name:Boeing 737 <b>]]", False)]
        return self.one(found)

    def story(self, front: Tree, plan: list[tuple[str, list[tuple[str, bool]]]], language: str) -> str:
        parts = [self.paragraph(kind, told, language) for kind, told in plan]
        return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n" + "\n\n".join(parts) + "\n"

    def paragraph(self, kind: str, told: list[tuple[str, bool]], language: str) -> str:
        if kind == "block":
            return told[0][0]
        hedge = HEDGES[language]
        while True:
            said = [
                f"So {self.words(language, 5, IN_MARKDOWN)} {hedge if hedged else 'so'} {words} {self.one(PLAIN)}."
                for words, hedged in told
            ] or [f"So {self.words(language, 6, IN_MARKDOWN)}"]
            match kind:
                case "heading":
                    text = f"## {' '.join(said)}"
                case "list":
                    text = "\n".join(f"- {each}" for each in said)
                case "quote":
                    text = "\n".join(f"> {each}" for each in said)
                case "table":
                    cells = [each.replace(" | ", " ").replace("\\|", "") for each in said]
                    text = "| a | b |\n| --- | ---: |\n" + "\n".join(
                        f"| {cell.replace('|', chr(92) + '|')} | x |" for cell in cells
                    )
                case "link":
                    whole = " ".join(said)
                    text = whole if re.search(r"\[\[(?:cite|p|v)|\]\(|<http", whole) else f"So [{whole}](index.md) too"
                case "definition":
                    text = "x\n:   " + " ".join(said)
                case "admonition":
                    text = "!!! note\n    " + "\n    ".join(said)
                case "code":
                    text = f"{' '.join(said)}\n\n```\n[[no-such]] <{SIGN}> 40\n```"
                case _:
                    text = "\n".join(said)
            if not _faults(text, language):
                return text

    # --- Files -------------------------------------------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """The edition's files, by their paths; those of its archive too."""
        for each in self.shelves["sources"]:
            if each["id"] in self.texts:
                self.texts[each["id"]] = self.texts[each["id"]] or ["Zo is het"]
                each["paragraphs"] = len(self.texts[each["id"]])
        found = {f"facts/{name}.yml": _yaml(rows) for name, rows in self.shelves.items() if rows and name != "charts"}
        found |= {"content/charts.yml": _yaml(self.shelves["charts"])} if self.shelves["charts"] else {}
        lines = [[2.5, 51.0], [6.0, 51.4], [6.0, 49.5]]
        land = self.one(self.shelves["places"] or [{"id": "x"}])["id"]
        found["content/map.json"] = json.dumps({"box": [2, 49, 7, 52], "lands": [{"id": land, "rings": [lines]}]})
        if self.maybe(0.1):
            found["content/en/words.yml" if "en" in self.languages else "x.txt"] = (
                'skip: Straight to <b>the</b> "text"\n'
            )
        found |= {f"archive/{name}.txt": "\n\n".join(lines) + "\n" for name, lines in self.texts.items()}
        options: Tree = {"name": self.slug("edition"), "languages": list(self.languages)}
        options |= {"as_of": self.as_of} if self.as_of else {}
        options |= (
            {"license": self.one((*LICENCES, {"name": self.name(), "url": "https://x.example/?a=b&c"}))}
            if self.maybe()
            else {}
        )
        options |= {"contact": self.one(CONTACTS)} if self.maybe() else {}
        site = {"site_name": self.name(), "docs_dir": "content", "theme": {"name": None, "custom_dir": "templates"}}
        site |= {"site_url": self.one(("https://x.example/", "https://x.example/a'b/"))} if self.maybe(0.8) else {}
        found["mkdocs.yml"] = json.dumps({**site, "plugins": [{"factbound": options}]}, ensure_ascii=False)
        return found | self.stories()


FORMS = ("bars", "columns", "range", "timeline", "areas", "slope", "parts", "multiples", "map", "slips", "outcomes")


def imagined(seed: str, folder: Path) -> Imagined:
    """The edition of a seed, in `folder`."""
    made = Imagined(random.Random(seed))
    made.make()
    write(folder, made.files())
    (folder / "templates").mkdir(exist_ok=True)
    return made


def mention(thing: Thing, form: str) -> str:
    """A mention as an editor types it."""
    return f"[[{thing.id}]]" if form == "full" else f"[[{thing.id}|{form}]]"


@lru_cache(maxsize=4096)
def _is_free_of_numbers(text: str, language: str) -> bool:
    return not numerals(text, language) if has_lexicon(language) else not any(map(str.isnumeric, text))


def _changes_a_figure(text: str, language: str) -> bool:
    """Whether something hangs on a figure, or words as typed make a number with those around them."""
    problems: list[Problem] = []
    told = phrase(text, language, Where(""), problems)
    return bool(problems) or any(each.touched for each in told.mentions)


@lru_cache(maxsize=4096)
def _faults(text: str, language: str) -> bool:
    """Whether Markdown or the gate takes offence at a paragraph."""
    problems: list[Problem] = []
    told = body(text, language, "", 1, problems)
    return bool(
        problems
        or told.bare
        or any(each.touched for each in told.mentions)
        or any(each.spot == "code" for each in told.mentions if "no-such" not in each.source)
    )


def _printed(amount: Quantity) -> str:
    """An amount as an English article prints it; empty for one that few would print so."""
    qualifier, unit = PRINTED_QUALIFIERS.get(amount.qualifier.value), PRINTED_UNITS.get(str(amount.unit))
    if qualifier is None or unit is None or amount.value is None or not 2 < amount.value < 10**9 or amount.value % 1:
        return ""
    return f"{qualifier}{int(amount.value):,} {unit}"


def _kind(measure: Tree) -> str:
    return f"{measure['dimension']}/{measure['per']}" if "per" in measure else str(measure["dimension"])


def _input(thing: Thing, years: bool) -> Input:
    """A figure as `derive` looks at it."""
    measure = SimpleNamespace(id=thing.measure["id"], over=thing.measure.get("over")) if thing.measure else None
    figure = SimpleNamespace(id=thing.id, measure=measure, status=None if thing.derived else thing.status)
    count = thing.period.calendar_years if years and thing.period else None
    amount = quantity(Decimal(count), YEARS) if count else None if years else thing.amount
    assert amount
    return Input(cast(Figure, figure), years, amount)


def _yaml(rows: list[Tree]) -> str:
    """Entries in YAML, of which JSON is a part."""
    return "\n".join(f"- {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n"
