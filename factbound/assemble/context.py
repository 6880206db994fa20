"""What every step of assembly is given: where names are looked up, and where problems go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from factbound.ledger import Figure, Texts
from factbound.problems import NO_FIGURE, Code, Problem, Where, did_you_mean
from factbound.read.book import Entered, unknown
from factbound.read.entries import DerivedEntry, Entry, FactEntry, Text
from factbound.read.prose import BareNumber, Mention, Phrase, is_name, phrase
from factbound.values.quantities import Quantity
from factbound.values.units import BUILT_IN_UNITS, Unit, dimension

T = TypeVar("T")


@dataclass(slots=True)
class AssemblyContext:
    """What resolution gathers on its way: problems, and the mentions and numbers that are judged once all figures are
    known."""

    languages: tuple[str, ...]
    problems: list[Problem]
    broken: frozenset[str]
    told: frozenset[str]
    """Ids of every fact and derived figure that was well-formed, whether it holds or not."""
    mentions: list[tuple[Mention, str]] = field(default_factory=list)
    """Mentions in texts, each with the id of the entry it stands in."""
    bare: list[BareNumber] = field(default_factory=list)

    def texts(
        self, value: Text | str | None, entered: Entered[Entry], *at: str | int, gated: bool = True, but: str = ""
    ) -> Texts | None:
        """The phrases of a text in every language; plain words are the same in all of them. `gated` refuses bare
        numbers; the language `but` may be missing."""
        if value is None:
            return None
        if isinstance(value, str):
            if not all(is_name(value, language) for language in self.languages):
                message = f'"{value}" is an amount, not a name'
                self.problems.append(
                    Problem(entered.where(*at), message, Code.BARE_NUMBER, "a name may hold plain digits, no more")
                )
            return dict.fromkeys(self.languages, Phrase((value,)))
        found: dict[str, Phrase] = {}
        for language, words in value.items():
            where = entered.where(*at, language)
            if language not in self.languages:
                continue  # an edition may hold translations that it does not publish yet
            if not gated:
                parts = phrase(words, language, where, self.problems).parts if "[[" in words else (words,)
                found[language] = Phrase(parts)  # words in another language, and nothing else
                continue
            found[language] = phrase(words, language, where, self.problems)
            self.mentions += [(mention, str(getattr(entered.entry, "id", ""))) for mention in found[language].mentions]
            self.bare += found[language].bare
        for language in self.languages:
            if language not in found and language != but:
                message = f"the words in {language} are missing"
                self.problems.append(Problem(entered.where(*at), message, Code.MISSING_LANGUAGE, f"add {language}: …"))
                found[language] = Phrase(())
        return found

    def needed(self, value: Text | str, entered: Entered[Entry], *at: str | int, gated: bool = True) -> Texts:
        """The phrases of a text that is never absent."""
        return self.texts(value, entered, *at, gated=gated) or {}

    def checked(self, entered: Entered[FactEntry] | Entered[DerivedEntry]) -> None:
        """Note a second person's check that is half told: it has a name and the day on which it was made."""
        entry = entered.entry
        self.texts(entry.checked_by, entered, "checked_by")
        if (entry.checked_by is None) != (entry.checked_on is None):
            there, missing = ("checked_by", "checked_on") if entry.checked_by else ("checked_on", "checked_by")
            hint = "a check has a person and a day; leave both out until someone has made it"
            self.problems.append(
                Problem(entered.where(there), f'the key "{missing}" is missing', Code.MISSING_KEY, hint)
            )
        if (day := entry.checked_on) and not day.is_day:
            self.problems.append(
                Problem(entered.where("checked_on"), f'"{day}" is not one day', Code.BAD_DATE, "such as 2031-06-01")
            )

    def find(self, shelf: Mapping[str, T], kind: str, name: str, entered: Entered[Entry], *at: str | int) -> T | None:
        """What the name names; None, and a problem unless the name's own entry is one, when it names nothing."""
        if name not in shelf and name not in self.broken:
            self.problems.append(unknown(kind, name, set(shelf), entered.where(*at)))
        return shelf.get(name)

    def figure(
        self, figures: Mapping[str, Figure], name: str, entered: Entered[Entry], *at: str | int
    ) -> Figure | None:
        """The figure of this name; None where there is none. One that was told and does not hold is a problem
        already."""
        if name not in figures and name not in self.told and name not in self.broken:
            where = entered.where(*at)
            self.problems.append(
                Problem(
                    where,
                    f'there is no figure "{name}"',
                    Code.UNKNOWN_FIGURE,
                    did_you_mean(name, self.told) or NO_FIGURE,
                )
            )
        return figures.get(name)

    def unit(self, quantity: Quantity | None, units: Mapping[str, object], where: Where) -> bool:
        """Whether the engine or the edition knows the unit; notes one that neither does."""
        codes = [code for code in (quantity.unit.code, quantity.unit.per) if code] if quantity else []
        unknown = [
            code
            for code in codes
            if code not in units and code not in BUILT_IN_UNITS and dimension(Unit(code)) != "money"
        ]
        for code in unknown:
            hint = f"declare it in facts/units.yml, or use one of {', '.join(sorted({*units, *BUILT_IN_UNITS}))}"
            self.problems.append(Problem(where, f'there is no unit "{code}"', Code.UNKNOWN_UNIT, hint))
        return not unknown


def all_known(
    context: AssemblyContext,
    shelf: Mapping[str, T],
    kind: str,
    names: Iterable[str],
    entered: Entered[Entry],
    *at: str | int,
) -> tuple[T, ...]:
    """What several names name; those that name nothing are noted and left out."""
    found = [context.find(shelf, kind, name, entered, *at, position) for position, name in enumerate(names)]
    return tuple(thing for thing in found if thing is not None)
