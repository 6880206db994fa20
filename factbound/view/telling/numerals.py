"""Numerals: how an amount, a date or a count is spelled in a language. The only place that spells, so that all views
agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name, get_currency_symbol
from babel.units import format_unit

from factbound.language.printing import Printing, printing
from factbound.read.strict_yaml import Value
from factbound.values.dates import HALVES, QUARTERS, Moment, Period
from factbound.values.quantities import Qualifier, Quantity, decimal_text
from factbound.values.units import Unit

_MILLION = Decimal(10) ** 6
_BABEL_UNITS = {
    "m2": "area-square-meter",
    "hours": "duration-hour",
    "days": "duration-day",
    "weeks": "duration-week",
    "months": "duration-month",
    "years": "duration-year",
}
_SIGNS = frozenset({"%", "pp", "times", "rank"})
"""Units that are no things, of which there could be several."""
_SMALL = range(1, 11)
"""Whole numbers that running prose writes as words; tables, labels and larger amounts keep their digits."""
_WIDE = 100
"""More digits than any quantity has, so that none is rounded on its way."""
_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Spelled:
    """An amount in words: the qualifier's word (empty when there is none), the amount, and both together."""

    qualifier: str
    amount: str
    text: str


@dataclass(frozen=True, slots=True)
class Speller:
    """A language's way with numbers: its locale, the interface words, the names of counted units."""

    language: str
    words: Mapping[str, Value]
    units: Mapping[str, Mapping[str, Mapping[str, str]]]
    _spelled: dict[tuple[Quantity, str], Spelled] = field(default_factory=dict, repr=False, compare=False)
    _dated: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _counted: dict[tuple[str, int, str], str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def locale(self) -> Locale:
        """The locale that spells."""
        return _locale(self.printing.locale)

    @property
    def printing(self) -> Printing:
        """The language's habits in print."""
        return printing(self.language)

    # --- Words -------------------------------------------------------------------------------------------------------

    def word(self, key: str, **values: object) -> str:
        """An interface word, with its {places} filled."""
        value = self.words[key]
        return _filled(value, values) if isinstance(value, str) else ""

    def counted(self, key: str, count: int, **values: object) -> str:
        """An interface word in the form that the count asks for."""
        name = (key, count, str(values))
        if name not in self._counted:
            self._counted[name] = _filled(self._form(key, Decimal(count)), {"n": self.number(Decimal(count)), **values})
        return self._counted[name]

    def _plural(self, number: Decimal) -> str:
        return str(self.locale.plural_form(number))

    # --- Amounts -----------------------------------------------------------------------------------------------------

    def number(self, value: Decimal) -> str:
        """A plain number, grouped."""
        with localcontext(prec=_WIDE):
            return str(format_decimal(value, locale=self.locale, decimal_quantization=False))

    def whole(self, count: int) -> str:
        """How many there are, grouped."""
        return self.number(Decimal(count))

    def language_name(self, code: str) -> str:
        """What this language calls another."""
        return str(self.locale.languages.get(code, code))

    def quantity(self, quantity: Quantity, form: str = "full") -> Spelled:
        """An amount with its qualifier: `full`, `prose` (small counts in words), `short` (compact), `bare` (without its
        unit) or `words`."""
        if (quantity, form) not in self._spelled:
            with localcontext(prec=_WIDE):
                self._spelled[quantity, form] = self._quantity(quantity, form)
        return self._spelled[quantity, form]

    def _quantity(self, quantity: Quantity, form: str) -> Spelled:
        in_digits = "full" if form == "prose" else form
        if quantity.value is None:
            low, high = (
                self._amount(bound, quantity.unit, in_digits)
                for bound in (quantity.lower or Decimal(0), quantity.upper or Decimal(0))
            )
            figure, upper = (self._figure(bound or Decimal(0)) for bound in (quantity.lower, quantity.upper))
            alike = figure[-1].isdigit() == upper[-1].isdigit()  # 500 and 20 million would be 500 million
            alone = figure if in_digits != "short" and alike and low.startswith(figure) else low
            text = self.word("q-between", a=alone, b=high, low=alone)
            return Spelled("", text, text)
        if quantity.qualifier is Qualifier.SEVERAL:
            text = self._several(quantity)
            return Spelled("", text, text)
        amount = (self._few(quantity) if form == "prose" else "") or self._amount(
            quantity.value, quantity.unit, in_digits
        )
        key = quantity.qualifier.replace(" ", "-")
        qualifier = "" if quantity.exact else self.word(f"word-{key}")
        return Spelled(qualifier, amount, self.word(f"q-{key}", **self._with_of("x", amount)))

    def small(self, value: Decimal, unit: str = "", *, qualified: bool = False) -> str:
        """A small whole number as running prose writes it: five, cinq, vijf; empty for any other, and where the unit's
        gender is not known."""
        one = self.printing.one
        if one is None or value not in _SMALL:
            return ""
        if value != 1:
            return _in_words(value, self.language, ordinal=False)
        if self.printing.gendered and unit not in _BABEL_UNITS:
            return ""
        after_qualifier, alone = self.printing.one_of.get(unit, one)
        return after_qualifier if qualified else alone

    def count(self, count: int) -> str:
        """A plain count in running prose: five articles, 21 facts."""
        return self.small(Decimal(count)) or self.number(Decimal(count))

    def _few(self, quantity: Quantity) -> str:
        """An amount of few whole things as running prose writes it: five years, a week, eighth; empty for any other."""
        value, code = quantity.value or Decimal(0), quantity.unit.code
        if quantity.unit.per or _is_money(quantity.unit) or code in {"%", "pp", "times", "m2"}:
            return ""
        if code == "rank":
            small = self.printing.one is not None and value in _SMALL
            return _in_words(value, self.language, ordinal=True) if small else ""
        word = self.small(value, code, qualified=not quantity.exact)
        if not word:
            return ""
        if code in _BABEL_UNITS:
            return _joined(self._measured(value, code, "long").replace(self.number(value), word, 1))
        return f"{word}{_NBSP}{self._unit_name(code, value)}"

    def _several(self, quantity: Quantity) -> str:
        value, unit = quantity.value or Decimal(1), quantity.unit
        if unit.per:
            return self._per(unit.per, self._several(replace(quantity, unit=Unit(unit.code))))
        key = f"several-{decimal_text(value)}"
        if key not in self.words or unit.code in _SIGNS:
            return self.word("several-other", amount=self._amount(value, unit, "full"))
        name = self._currency(unit.code) if _is_money(unit) else self._unit_name(unit.code, Decimal(2))
        return self.word(key, **self._with_of("unit", name))

    def _per(self, unit: str, amount: str) -> str:
        """An amount for each of a unit."""
        key = f"per-{unit}"
        if key in self.words:
            return self.word(key, amount=amount)
        return self.word("per", amount=amount, unit=self._unit_name(unit, Decimal(1)))

    def _amount(self, value: Decimal, unit: Unit, form: str) -> str:
        if form == "words":
            return _in_words(value, self.language, ordinal=unit.code == "rank")
        if form == "bare":
            return self._figure(value)
        if unit.per:
            return self._per(unit.per, self._amount(value, Unit(unit.code), form))
        if _is_money(unit):
            return self._money(value, unit.code, form)
        match unit.code:
            case "%":
                return str(format_percent(value / 100, locale=self.locale, decimal_quantization=False)).replace(
                    " ", _NBSP
                )
            case "pp":
                return _filled(self._form("points", value), {"n": self.number(value)})
            case "times":
                return self.word("ratio", amount=self.number(value))
            case "rank":
                return self.printing.ordinal(int(value))
            case code if code in _BABEL_UNITS:
                short = code == "m2" or (form == "short" and code not in self.printing.never_short)
                length: Literal["short", "long"] = "short" if short else "long"
                text = self._measured(value, code, length)
                return text.replace(" ", _NBSP, 1) if length == "short" or code == "m2" else _joined(text)
            case code:
                name = self._unit_name(code, value)
                counted = self.printing.of(name) if abs(value) >= _MILLION and _is_round(value) else name
                return f"{self._figure(value)}{_NBSP}{counted}"

    def _with_of(self, name: str, text: str) -> dict[str, str]:
        """A text for a {place} in an interface word, and for {of place}, with the language's *of* before it."""
        return {name: text, f"of {name}": self.printing.of(text)}

    def _form(self, key: str, value: Decimal) -> str:
        forms = self.words[key]
        assert isinstance(forms, dict)
        return str(forms.get(self._plural(value), forms["other"]))

    def _figure(self, value: Decimal) -> str:
        """A number in digits, with a scale word where that is exact and shorter."""
        if abs(value) >= _MILLION and _is_round(value):
            # Not babel.numbers.format_compact_decimal: in French it makes the plural of exactly one, “1 milliards”.
            scaled = value / _step(value)
            patterns = self.locale.compact_decimal_formats["long"]  # which lack the form for millions of trillions
            pattern = patterns.get(self._plural(scaled), patterns["other"])[str(_step(value))].pattern
            return str(pattern).replace("0", self.number(scaled), 1).replace(" ", _NBSP)
        return self.number(value)

    def _money(self, value: Decimal, currency: str, form: str) -> str:
        symbol = str(get_currency_symbol(currency, locale="en_US" if currency == "USD" else self.locale))
        if abs(value) < _MILLION or not _is_round(value):
            cents = value != value.to_integral_value()
            text = format_currency(
                value,
                currency,
                locale=self.locale,
                format=None if cents else _without_cents(self.locale),
                currency_digits=False,
                decimal_quantization=False,
            )
            return str(text).replace("US$", "$").replace("$US", "$").replace(" ", _NBSP)
        if form == "short":
            billions = abs(value) >= 1000 * _MILLION
            scaled = self.number(value / (1000 * _MILLION if billions else _MILLION))
            key = "money-short-billion" if billions else "money-short-million"
            x = _filled(self.printing.money_short, {"figure": scaled, "symbol": symbol})
            return self.word(key, x=x, symbol=symbol).replace(" ", _NBSP)
        name = self._currency(currency)
        places = {"figure": self._figure(value), "symbol": symbol, **self._with_of("name", name)}
        return _filled(self.printing.money.replace("} {", f"}}{_NBSP}{{"), places)

    def _currency(self, code: str) -> str:
        """A currency's name, without the country where a reader takes it for granted: dollars."""
        name = str(get_currency_name(code, count=2, locale=self.locale))
        for trim in self.printing.currency_trims:
            name = name.replace(trim, "")
        return name.strip()

    def _measured(self, value: Decimal, code: str, length: Literal["short", "long"]) -> str:
        """An amount in a unit of the CLDR; its short form where the long one is missing, as for hours in Dutch."""
        name = _BABEL_UNITS[code]
        decimals = "#" * max(3, -int(value.as_tuple().exponent))  # Babel rounds to what a pattern has room for
        text = str(format_unit(value, name, length, f"#,##0.{decimals}", self.locale))
        return str(format_unit(value, name, "short", f"#,##0.{decimals}", self.locale)) if name in text else text

    def _unit_name(self, code: str, value: Decimal) -> str:
        if code in _BABEL_UNITS:
            text = self._measured(Decimal(1) if self._plural(value) == "one" else Decimal(2), code, "long")
            return text.partition(_NBSP)[2] or text.partition(" ")[2]
        if _is_money(Unit(code)):
            return str(get_currency_name(code, count=1, locale=self.locale))
        names = self.units.get(code, {}).get(self.language) or {"one": code, "other": code}
        return str(names.get(self._plural(value), names["other"]))

    # --- Dates -------------------------------------------------------------------------------------------------------

    def date(self, period: Period) -> str:
        """A date or period: 13 May 2024; 2025–2027; since 2015."""
        if period.text not in self._dated:
            self._dated[period.text] = self._date(period)
        return self._dated[period.text]

    def _date(self, period: Period) -> str:
        if not period.is_interval:
            return self.moment(period.start) if period.start else ""
        if period.end is None and period.start:
            return self.word("since", x=self.moment(period.start))
        if period.start is None and period.end:
            return self.word("until", x=self.moment(period.end))
        assert period.start and period.end
        a, b = self.moment(period.start), self.moment(period.end)
        whole = period.start.is_year and period.end.is_year
        years_only = whole and not (period.start.approximate or period.end.approximate)
        approximate = period.start.approximate or period.end.approximate
        days = period.start.day and period.end.day and not approximate
        return f"{a}–{b}" if years_only else self.word("from-to-days" if days else "from-to", a=a, b=b)

    def moment(self, moment: Moment) -> str:
        """A year, a part of one, a month or a day."""
        if moment.part is not None:
            first = QUARTERS if moment.part in QUARTERS else HALVES
            nth = self.printing.ordinal(moment.part - first.start + 1)
            text = self.word("quarter" if first is QUARTERS else "half", nth=nth, x=moment.year).replace(" ", _NBSP)
        elif moment.month is None:
            text = str(moment.year)
        else:
            day = f"{self.printing.day} " if moment.day else ""
            text = str(format_date(moment.first, f"{day}MMMM y", locale=self.locale)).replace(" ", _NBSP)
            if moment.day == 1 and self.printing.first_day:
                text = f"{self.printing.first_day}{text[1:]}"
        return self.word("around-day" if moment.day else "around", x=text) if moment.approximate else text


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@cache
def _without_cents(locale: Locale) -> str:
    return str(locale.currency_formats["standard"].pattern).replace(".00", "")


def _filled(text: str, values: Mapping[str, object]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _is_money(unit: Unit) -> bool:
    return len(unit.code) == 3 and unit.code.isupper()


def _is_round(value: Decimal) -> bool:
    """Whether a scale word can stand for the zeros: at most two decimals of millions or more are left."""
    return (value / _step(value) * 100) % 1 == 0


def _step(value: Decimal) -> Decimal:
    """The thousand, million, billion or trillion that a number is told in: the CLDR has words for no more."""
    return Decimal(10) ** min(value.adjusted() // 3 * 3, 12)


def _joined(text: str) -> str:
    """The number and its unit kept on one line."""
    return _NBSP.join(text.split(" ", 1))


def _in_words(value: Decimal, language: str, *, ordinal: bool) -> str:
    """A whole number spelled out; digits for one that is not whole."""
    if value != value.to_integral_value():
        return str(format_decimal(value, locale=_locale(printing(language).locale)))
    from num2words import num2words  # a heavy import, for stories that spell numbers out

    return str(num2words(int(value), lang=language, to="ordinal" if ordinal else "cardinal"))
