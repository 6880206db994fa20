"""Telling: the ledger's words in one language: phrases with their figures spelled, names, counts, amounts."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Any, TypeVar, cast

from markupsafe import Markup

from factbound.ledger import Chart, Figure, Ledger, Person, Reading, Source, Texts
from factbound.read.prose import Mention, Phrase, foreign
from factbound.values.arithmetic import rounded
from factbound.values.quantities import Quantity
from factbound.values.vocabulary import PROMISE_VERDICTS
from factbound.view.telling.numerals import Spelled, Speller
from factbound.view.telling.relations import Relations

T = TypeVar("T")
_FULL_STOPS = (".", "!", "?")


def tellers(ledger: Ledger) -> dict[str, "Teller"]:
    """A teller for each language of the edition."""
    return {language: Teller(ledger, language) for language in ledger.languages}


def printed_quantity(figure: Figure) -> Quantity | None:
    """The amount as it is printed: a derived one at the significant figures that its inputs allow."""
    if figure.quantity and figure.derivation:
        return rounded(figure.quantity, figure.derivation.significant_figures)
    return figure.quantity


class Told(str):
    """Words told, some of them in another language: plain, as attributes and titles need them, and `marked` for where
    elements may stand."""

    __slots__ = ("marked",)
    marked: Markup

    @classmethod
    def of(cls, phrase: Phrase, words: Sequence[str]) -> "Told":
        """A phrase, of which these are the words of each part."""
        told = cls("".join(words))
        told.marked = Markup().join(
            in_another_language(part) if isinstance(part, Mention) and part.kind == "lang" else each
            for part, each in zip(phrase.parts, words, strict=True)
        )
        return told


def in_another_language(mention: Mention) -> Markup:
    """The words of [[lang:…]], marked as what they are. Source: WCAG 2.2, 3.1.2."""
    code, words = foreign(mention.target)
    return Markup('<span lang="{}">{}</span>').format(code, words)


@dataclass(frozen=True)
class Teller:
    """The ledger, told in one language. What was told once is remembered: the same words stand on many pages."""

    ledger: Ledger
    language: str
    _phrases: dict[int, str] = field(default_factory=dict, repr=False, compare=False)
    _remembered: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def speller(self) -> Speller:
        """What spells its numbers."""
        return Speller(self.language, self.ledger.words[self.language], self.ledger.units)

    @cached_property
    def relations(self) -> Relations:
        """What leads from its figures to others."""
        return Relations(self.ledger)

    def word(self, key: str, **values: object) -> str:
        """An interface word."""
        return self.speller.word(key, **values)

    @property
    def rights(self) -> str:
        """What others may do with the edition, in a sentence."""
        licence = self.ledger.licence
        return self.word("license", license=licence.name) if licence else self.word("no-license")

    def text(self, texts: Texts | None) -> str:
        """A text, plain; empty when there is none."""
        return self.phrase(texts[self.language]) if texts else ""

    def phrase(self, phrase: Phrase | None) -> str:
        """A phrase, plain, with its mentions spelled; empty when there is none."""
        if phrase is None:
            return ""
        if id(phrase) not in self._phrases:  # a phrase lives as long as the ledger, which this teller holds
            told = tuple(self._told(phrase))
            strange = any(mention.kind == "lang" for mention in phrase.mentions)
            self._phrases[id(phrase)] = Told.of(phrase, told) if strange else "".join(told)
        return self._phrases[id(phrase)]

    def parts(self, phrase: Phrase | None) -> Iterator[str | Mention]:
        """A phrase's parts, its words as the language writes them before the figure that follows: d’environ."""
        for part, following in zip_longest(phrase.parts, phrase.parts[1:], fillvalue="") if phrase else ():
            if isinstance(part, str):
                after = following if isinstance(following, str) else self.mention(following)
                yield self.speller.printing.before(part, after)
            else:
                yield part

    def _told(self, phrase: Phrase) -> Iterator[str]:
        """A phrase's parts; a figure that opens a sentence has a capital: “More than 12 lamps were sold.”"""
        last = phrase.parts[-1] if phrase.parts else ""
        opens = isinstance(last, str) and last.endswith(_FULL_STOPS)
        for part in self.parts(phrase):
            if isinstance(part, str):
                opens = part.endswith(" ") and part.rstrip("\u00a0 ”»").endswith(_FULL_STOPS)
                yield part
            else:
                text = self.mention(part)
                yield text[:1].upper() + text[1:] if opens and part.kind in {"figure", "count", "published"} else text
                opens = False

    def said(self, figure: Figure, reading: Reading) -> str:
        """What a source says of a figure, in a sentence: its own, or the fact's statement with the source's own amount;
        empty where the statement holds more than the source does, or an editor says that it words it otherwise."""
        if reading.says:
            return self.text(reading.says)
        phrase, chosen = figure.statement[self.language], figure.preferred
        if chosen is None or _apart(reading, chosen) or not self._holds(phrase, figure, reading):
            return ""
        if reading is not chosen and "wording" in figure.differences:
            return ""
        if reading.quantity == chosen.quantity:
            return self.text(figure.statement)
        own = [part for part in phrase.parts if not isinstance(part, str) and part.target == figure.id]
        if reading.quantity is None or not own or any(part.form != "full" for part in own):
            return ""
        amount = self.speller.quantity(reading.quantity, "prose").text
        if phrase.parts[0] in own:
            amount = amount[:1].upper() + amount[1:]
        return "".join(self._told(Phrase(tuple(amount if part in own else part for part in phrase.parts))))

    def _holds(self, phrase: Phrase, figure: Figure, reading: Reading) -> bool:
        """Whether a source says of every other figure of a statement what the statement says."""
        others = {part.target for part in phrase.parts if not isinstance(part, str) and part.kind == "figure"} - {
            figure.id
        }
        return all(
            any(
                each.source.id == reading.source.id
                and other.preferred is not None
                and (each.quantity, each.date) == (other.preferred.quantity, other.preferred.date)
                for each in other.readings
            )
            for other in map(self.ledger.figures.__getitem__, others)
        )

    def mention(self, mention: Mention) -> str:
        """What a mention prints where there is no room for a footnote."""
        match mention.kind:
            case "figure":
                figure = self.ledger.figures[mention.target]
                caveat = self.caveat(figure) if mention.form == "with-caveat" else ""
                return f"{self.in_prose(figure, mention.form).text}{f' ({caveat})' if caveat else ''}"
            case "count":
                return self.speller.count(self.counts[mention.target])
            case "published":
                return self.speller.date(self.ledger.sources[mention.target].published)
            case "verdict":
                return self.word(f"promise-{self.ledger.promises[mention.target].verdict}")
            case "name" | "ordinal":
                return mention.target
            case "lang":
                return foreign(mention.target)[1]
            case _:
                return ""

    def caveat(self, figure: Figure) -> str:
        """What a reader must know beside a misleading figure."""
        return self.text(figure.derivation.caveat).rstrip(".") if figure.derivation else ""

    def warning(self, figure: Figure, *, doubt: bool = True) -> str:
        """What must go with a figure wherever it is shown away from its page: that it misleads, and why; that it is
        unconfirmed. Empty where it may go alone."""
        misleads = figure.derivation is not None and figure.derivation.verdict == "misleading"
        caveat = f"{self.word('verdict-misleading')}{self.word('colon')} {self.caveat(figure)}" if misleads else ""
        return " · ".join(filter(None, [caveat, self.word("unconfirmed") if doubt and figure.doubt else ""]))

    def compared(self, chart: Chart) -> str:
        """Whether the figures of a chart may be compared, and why; empty where they are alike."""
        if chart.compares is None:
            return ""
        verdict = self.word(f"verdict-{chart.compares.verdict}")
        caveat = self.text(chart.compares.caveat)
        said = f"{verdict[:1].upper()}{verdict[1:]}{self.word('colon')} {self.text(chart.compares.why)}."
        return f"{said} ({caveat})" if caveat else said

    def carried(self, figure: Figure, *, doubt: bool = True) -> str:
        """A figure's statement as it may be shown away from its page: with its warning, where it has one."""
        warning = self.warning(figure, doubt=doubt)
        return f"{self.text(figure.statement)}{f' ({warning})' if warning else ''}"

    def figure(self, figure: Figure, form: str = "full") -> Spelled:
        """A figure, spelled in a form of the prose grammar."""
        period, when = figure.period, figure.date or figure.period
        match form:
            case "period" if period:
                text = self.speller.date(period)
            case "due" if figure.due:
                text = self.speller.date(figure.due)
            case "from" if period and period.start:
                text = self.speller.moment(period.start)
            case "until" if period and period.end:
                text = self.speller.moment(period.end)
            case "year" if when and when.start:
                text = self.speller.moment(when.start) if when.start.is_year else str(when.start.year)
            case _ if (amount := printed_quantity(figure)) is not None:
                return self.speller.quantity(amount, "full" if form == "with-caveat" else form)
            case _:
                text = self.speller.date(figure.date) if figure.date else ""
        return Spelled("", text, text)

    def in_prose(self, figure: Figure, form: str) -> Spelled:
        """A figure as running words print it: as `figure` does, with few whole things in words (five years, a week)."""
        return self.figure(figure, "prose" if form in {"full", "with-caveat"} else form)

    def name(self, person: Person) -> str:
        """A person's or organisation's name; “the article itself” for the reporter."""
        return self.text(person.name) if person.name else self.word("the-article")

    def name_inside(self, person: Person) -> str:
        """A name as it stands inside a sentence, with its article where it takes one: said by the French presidency."""
        return self.text(person.in_sentence) or self.name(person)

    def publisher_inside(self, source: Source) -> str:
        """A publisher's name as it stands inside a sentence: rapporté par le Journal."""
        return self.text(source.publisher_in_sentence) or source.publisher

    def support(self, figure: Figure) -> str:
        """How many articles and origins stand behind a figure: 2 articles, 1 origin."""
        if figure.excerpted:
            return self._mixed_support(figure)
        articles, origins = (
            len({reading.source.id for reading in figure.readings}) or len(figure.sources),
            len(figure.origins),
        )
        return self.speller.counted("origins-of", articles, origins=self.speller.counted("origin-count", origins))

    def _mixed_support(self, figure: Figure) -> str:
        """How many articles read whole, pages seen in excerpts, and origins stand behind a figure."""
        seen = sum(bool(source.seen) for source in figure.sources)
        counted = {
            "article-count": len(figure.sources) - seen,
            "excerpt-count": seen,
            "origin-count": len(figure.origins),
        }
        return ", ".join(self.speller.counted(word, count) for word, count in counted.items() if count)

    def place(self, reading: Reading) -> str:
        """Where the words of a reading stand: paragraph 3; seen in an excerpt."""
        return f"{self.word('paragraph')} {reading.paragraph}" if reading.paragraph else self.word("in-excerpt")

    def seen(self, source: Source) -> str:
        """When and how an excerpt of a page was seen, in a sentence; empty for an article read whole."""
        if source.seen is None:
            return ""
        return self.word("seen-on", how=self.word(f"seen-{source.seen.how}"), date=self.speller.date(source.seen.on))

    def agreement(self, figure: Figure) -> str:
        """Whether the articles behind a figure agree, in a sentence; empty for a derived one."""
        match figure.agreement:
            case "differs":
                what = [self.word(f"differs-{difference}") for difference in figure.differences]
                return self.word(
                    "differs-pages" if figure.excerpted else "differs", what=f" {self.word('join-and')} ".join(what)
                )
            case "agrees" | "single":
                return self.word(f"{figure.agreement}-pages" if figure.excerpted else figure.agreement)
            case _:
                return ""

    def checked(self, reading: Reading) -> str:
        """Whether a machine has held a reading against its article, and when."""
        if reading.source.seen:
            return self.seen(reading.source)
        day = reading.source.checked_on
        return (
            self.word("checked-on", date=self.speller.date(day))
            if reading.verified and day
            else self.word("checked-no-long")
        )

    def summary(self) -> str:
        """What the edition holds, in a line: articles, origins, facts, readings."""
        counted = {
            "article-count": "sources",
            "origin-count": "origins",
            "fact-count": "facts",
            "reading-count": "readings",
        }
        if self.ledger.excerpts:
            counted |= {"excerpt-count": "excerpts", "later-fact-count": "later-facts"}
        return " · ".join(self.speller.counted(word, self.counts[count]) for word, count in counted.items())

    @property
    def counts(self) -> Mapping[str, int]:
        """What [[count:…]] prints."""
        return self.remember("counts", self._counted)

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What `make` returned when it was first asked for under this name."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return cast(T, self._remembered[name])

    def _counted(self) -> Mapping[str, int]:
        """Every count. What rests on excerpts is counted apart: sources, facts and readings are those read whole."""
        ledger = self.ledger
        facts = [figure for figure in ledger.facts if not figure.excerpted]
        later = [figure for figure in ledger.facts if figure.excerpted]
        promises = [promise for promise in ledger.promises.values() if promise.kind == "promise"]
        verdicts = Counter(promise.verdict for promise in ledger.promises.values())
        return {
            "sources": len(ledger.articles),
            "excerpts": len(ledger.excerpts),
            "origins": len({source.origin.id for source in ledger.articles}),
            "facts": len(facts),
            "later-facts": len(later),
            "readings": sum(reading.source.seen is None for reading in ledger.readings),
            "derived": len(ledger.derived),
            "charts": len(ledger.charts),
            "verified": sum(reading.verified for reading in ledger.readings),
            "disagreements": sum(figure.agreement == "differs" for figure in facts),
            "later-disagreements": sum(figure.agreement == "differs" for figure in later),
            "refused": sum(
                figure.derivation is not None and figure.derivation.verdict == "misleading" for figure in ledger.derived
            ),
            "unconfirmed": sum(bool(figure.doubt) for figure in facts),
            "single-origin": sum(len(figure.origins) == 1 for figure in facts),
            "promises": len(promises),
            "claims": len(ledger.promises) - len(promises),
            **{verdict: verdicts[verdict] for verdict in PROMISE_VERDICTS},
        }


def _apart(reading: Reading, chosen: Reading) -> bool:
    """Whether a reading tells of another time, place, scope or status than the one that is printed."""
    return _facets(reading) != _facets(chosen)


def _facets(reading: Reading) -> tuple[object, ...]:
    return (
        reading.date and reading.date.text,
        reading.period and reading.period.text,
        reading.place and reading.place.id,
        frozenset(scope.id for scope in reading.scope),
        reading.status,
    )
