"""What the mentions in a statement will print: told from what is typed, before anything is written or proved."""

from collections.abc import Mapping
from dataclasses import dataclass

from factbound.problems import Code, Problem, Where, WrongValue
from factbound.read.book import Book
from factbound.read.prose import AS_TYPED, MENTION, Mention, foreign, mention_of
from factbound.read.strict_yaml import Value
from factbound.values.dates import Period, parse_period
from factbound.values.quantities import Quantity, parse_quantity
from factbound.view.telling.numerals import Speller


@dataclass(frozen=True, slots=True)
class Shown:
    """What a figure prints."""

    quantity: Quantity | None
    date: Period | None
    period: Period | None


def typed(quantity: str, date: str, period: str) -> Shown:
    """What a figure prints that is still typed; what cannot be read yet prints nothing."""

    def read(text: str) -> Period | None:
        try:
            return parse_period(text) if text else None
        except WrongValue:
            return None

    try:
        amount = parse_quantity(quantity) if quantity else None
    except WrongValue:
        amount = None
    return Shown(amount, read(date), read(period))


def statement(
    text: str, language: str, own: tuple[str, Shown], book: Book, words: Mapping[str, Value]
) -> tuple[str, list[str]]:
    """The words that a statement prints, and why a mention in it prints nothing. `own` is the fact that it belongs to,
    `words` are the interface words of the language."""
    units: dict[str, Mapping[str, Mapping[str, str]]] = {
        name: {code: dict(forms.items()) for code, forms in each.entry.name.items()}
        for name, each in book.units.items()
    }
    speller = Speller(language, words, units)
    problems: list[Problem] = []
    told, end = "", 0
    for match in MENTION.finditer(text):
        mention = mention_of(match, Where(""), problems, language)
        told += text[end : match.start()] + (_printed(mention, own, book, speller, problems) if mention else match[0])
        end = match.end()
    return told + text[end:], [each.message for each in problems]


def _printed(mention: Mention, own: tuple[str, Shown], book: Book, speller: Speller, problems: list[Problem]) -> str:
    if mention.kind in AS_TYPED:
        return foreign(mention.target)[1] if mention.kind == "lang" else mention.target
    if mention.kind != "figure":
        return mention.source
    shown = own[1] if mention.target == own[0] else _known(mention.target, book)
    if shown is None:
        if mention.target not in book.derived:
            problems.append(Problem(mention.where, f'there is no figure "{mention.target}"', Code.UNKNOWN_FIGURE))
        return mention.source  # what is worked out is told by the ledger alone
    when = shown.date or shown.period
    match mention.form:
        case "period" if shown.period:
            return speller.date(shown.period)
        case "from" if shown.period and shown.period.start:
            return speller.moment(shown.period.start)
        case "until" if shown.period and shown.period.end:
            return speller.moment(shown.period.end)
        case "year" if when and when.start:
            return str(when.start.year)
        case form if shown.quantity:
            return speller.quantity(shown.quantity, "prose" if form in {"full", "with-caveat"} else form).text
        case _ if shown.date:
            return speller.date(shown.date)
    problems.append(Problem(mention.where, f"{mention.source} has nothing to print yet", Code.NO_NUMBER))
    return mention.source


def _known(name: str, book: Book) -> Shown | None:
    """What a fact of the edition prints: its preferred reading, or its first."""
    if name not in book.facts:
        return None
    entry = book.facts[name].entry
    source, _, paragraph = (entry.prefer or "").partition("#")
    first = next(
        (
            each
            for each in entry.readings
            if each.source == source and (not paragraph or str(each.paragraph) == paragraph)
        ),
        entry.readings[0],
    )
    return Shown(first.quantity, first.date, first.period or entry.period)
