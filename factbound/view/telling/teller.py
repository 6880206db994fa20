"""Telling: the ledger's words in one language: phrases with their figures spelled, names, counts, amounts."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from factbound.ledger import Figure, Ledger, Person, Reading, Texts
from factbound.read.prose import Mention, Phrase
from factbound.values.arithmetic import rounded
from factbound.values.quantities import Quantity
from factbound.view.telling.numerals import Spelled, Speller
from factbound.view.telling.relations import Relations


def tellers(ledger: Ledger) -> dict[str, "Teller"]:
    """A teller for each language of the edition."""
    return {language: Teller(ledger, language) for language in ledger.languages}


def shown(figure: Figure) -> Quantity | None:
    """The amount as it is printed: a derived one at the significant figures that its inputs allow."""
    if figure.quantity and figure.derivation:
        return rounded(figure.quantity, figure.derivation.figures)
    return figure.quantity


@dataclass(frozen=True)
class Teller:
    """The ledger, told in one language. What was told once is remembered: the same words stand on many pages."""

    ledger: Ledger
    language: str
    _phrases: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

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

    def text(self, texts: Texts | None) -> str:
        """A text, plain; empty when there is none."""
        return self.phrase(texts[self.language]) if texts else ""

    def phrase(self, phrase: Phrase | None) -> str:
        """A phrase, plain, with its mentions spelled; empty when there is none."""
        if phrase is None:
            return ""
        if id(phrase) not in self._phrases:  # a phrase lives as long as the ledger, which this teller holds
            self._phrases[id(phrase)] = "".join(
                part if isinstance(part, str) else self.mention(part) for part in phrase.parts
            )
        return self._phrases[id(phrase)]

    def mention(self, mention: Mention) -> str:
        """What a mention prints where there is no room for a footnote."""
        match mention.kind:
            case "figure":
                figure = self.ledger.figures[mention.target]
                caveat = self.caveat(figure) if mention.form == "with-caveat" else ""
                return f"{self.figure(figure, mention.form).text}{f' ({caveat})' if caveat else ''}"
            case "count":
                return self.speller.number(Decimal(self.counts[mention.target]))
            case "published":
                return self.speller.date(self.ledger.sources[mention.target].published)
            case "name" | "ordinal":
                return mention.target
            case _:
                return ""

    def caveat(self, figure: Figure) -> str:
        """What a reader must know beside a misleading figure."""
        return self.text(figure.derivation.caveat).rstrip(".") if figure.derivation else ""

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
                text = str(when.start.year)
            case _ if (amount := shown(figure)) is not None:
                return self.speller.quantity(amount, "full" if form == "with-caveat" else form)
            case _:
                text = self.speller.date(figure.date) if figure.date else ""
        return Spelled("", text, text)

    def name(self, person: Person) -> str:
        """A person's or organisation's name; “the article itself” for the reporter."""
        return self.text(person.name) if person.name else self.word("the-article")

    def support(self, figure: Figure) -> str:
        """How many articles and origins stand behind a figure: 2 articles, 1 origin."""
        articles, origins = (
            len({reading.source.id for reading in figure.readings}) or len(figure.sources),
            len(figure.origins),
        )
        return self.speller.counted("origins-of", articles, origins=self.speller.counted("origin-count", origins))

    def agreement(self, figure: Figure) -> str:
        """Whether the articles behind a figure agree, in a sentence; empty for a derived one."""
        match figure.agreement:
            case "differs":
                what = [self.word(f"differs-{difference}") for difference in figure.differences]
                return self.word("differs", what=f" {self.word('join-and')} ".join(what))
            case "agrees" | "single":
                return self.word(figure.agreement)
            case _:
                return ""

    def checked(self, reading: Reading) -> str:
        """Whether a machine has held a reading against its article, and when."""
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
        return " · ".join(self.speller.counted(word, self.counts[count]) for word, count in counted.items())

    @cached_property
    def counts(self) -> dict[str, int]:
        """What [[count:…]] prints."""
        ledger = self.ledger
        return {
            "sources": len(ledger.sources),
            "origins": len({source.origin.id for source in ledger.sources.values()}),
            "facts": len(ledger.facts),
            "readings": len(ledger.readings),
            "derived": len(ledger.derived),
            "charts": len(ledger.charts),
            "verified": sum(reading.verified for reading in ledger.readings),
            "disagreements": sum(figure.agreement == "differs" for figure in ledger.facts),
            "refused": sum(
                figure.derivation is not None and figure.derivation.verdict == "misleading" for figure in ledger.derived
            ),
            "unconfirmed": sum(bool(figure.doubt) for figure in ledger.facts),
            "single-origin": sum(len(figure.origins) == 1 for figure in ledger.facts),
        }
