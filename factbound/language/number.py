"""Number: what a number among tokens is worth, exactly, and what is to be known of how it was told."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factbound.language.lexicon import Worth
from factbound.values.quantities import Qualifier


@dataclass(frozen=True, slots=True)
class Number:
    """A number among tokens: from `first` up to and without `last`.

    `factor` is what its last scale multiplied by; `share` marks a part of a whole, `several` a bare plural (dozens),
    `rough` a collective that means about so many, `one` a word for one that may be a pronoun or an article, `bare`
    plain ungrouped digits, `implied` a scale that stands without a number (thousand, hundred); `unit` is a currency
    that the scale's abbreviation named, or "share" where nothing behind can be its unit (one in five parcels);
    `qualifier` is what an adjective within says of it (a good dozen).
    """

    first: int
    last: int
    value: Fraction
    factor: Fraction = Fraction(1)
    alternatives: tuple[Fraction, ...] = ()
    digits: bool = False
    bare: bool = False
    share: bool = False
    several: bool = False
    rough: bool = False
    one: bool = False
    implied: bool = False
    unit: str | None = None
    qualifier: Qualifier | None = None

    @property
    def mantissa(self) -> Fraction:
        """What stands before its scale."""
        return self.value / self.factor


def worth(value: Fraction) -> Worth:
    """A fraction as a plain decimal where it is one.

    >>> worth(Fraction(5, 2)), worth(Fraction(1, 3))
    (Decimal('2.5'), Fraction(1, 3))
    """
    if value.denominator == 1:
        return Decimal(value.numerator)
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest > 1:
        return value
    places = max(twos, fives)
    return Decimal(value.numerator * 10**places // value.denominator).scaleb(-places)
