"""Numbers among tokens: in digits, in words, in both (2,5 millions), with halves and parts; each worth what it says,
exactly."""

import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from factbound.language.lexicon import Lexicon, Worth
from factbound.language.phrases import Phrases, phrase_set, pieces
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier

_HALF = Fraction(1, 2)
_PART_WHOLES = frozenset(range(2, 101)) | {1000}
_CODES = ("EUR", "USD", "GBP", "CHF", "E")


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


class Counting:
    """The grammar of numbers of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._cardinals = Phrases(lexicon.cardinals)
        self._hundreds = phrase_set(lexicon.hundreds)
        self._scales = Phrases(lexicon.scales)
        self._tails = phrase_set(lexicon.half_tails)
        self._fixed = Phrases({word: Fraction(value) for word, value in lexicon.fixed.items()})
        self._fixed_roughly = phrase_set(lexicon.fixed_roughly)
        self._denominators = Phrases(lexicon.denominators)
        self._parts = Phrases(lexicon.plain_parts)
        self._collectives = Phrases(lexicon.collectives)
        self._plurals = Phrases(lexicon.plurals)
        self._out_of = phrase_set(lexicon.out_of)
        self._out_of_with_noun = phrase_set(lexicon.out_of_with_noun)
        self._ones = lexicon.ones | lexicon.sure_ones
        self._other_mark = "," if lexicon.decimal_mark == "." else "."
        self._short = dict(lexicon.short_scales)
        self._money = {**lexicon.short_scales, **lexicon.money_scales}
        self._joined = {
            f"{scale}{code}": (factor, "EUR" if code == "E" else code)
            for scale, factor in self._money.items()
            for code in _CODES
            if scale.isalpha() and (code != "E" or scale.isupper() or len(scale) > 1)
        }
        self.openers = self._first_words()

    def _first_words(self) -> frozenset[str]:
        """The words with which a number may start: a quick no for all the others."""
        lexicon = self.lexicon
        tables = (
            lexicon.cardinals, lexicon.scales, lexicon.fixed, lexicon.plain_parts, lexicon.collectives, lexicon.plurals,
            dict.fromkeys(lexicon.denominators.keys() - lexicon.ordinal_denominators),
            dict.fromkeys((*lexicon.hundreds, *self._ones, *lexicon.articles, *lexicon.halves, *lexicon.noughts)),
        )  # fmt: skip
        return frozenset(pieces(phrase)[0] for table in tables for phrase in table)

    # --- the whole number --------------------------------------------------------------------------------------------

    def at(self, line: Tokens, position: int, *, money: bool = False) -> Number | None:
        """The number that starts at a token, as long as it goes; `money` when a currency stands before it."""
        kind = line.kind[position]
        if kind == "d" or (kind == "s" and line.low[position] == "."):
            found = self._digits(line, position, money=money)
            return self._with_parts(line, found) if found else None
        if kind != "w":
            return None
        if line.low[position] not in self.openers:
            return self._sign(line, position)
        return (
            self._qualified_within(line, position)
            or self._part(line, position)
            or self._words(line, position)
            or self._collective(line, position)
            or self._sign(line, position)
        )

    def inner_qualifier(self, line: Tokens, position: int) -> Qualifier | None:
        """What the adjective behind an article says of the round number that it goes with."""
        low = line.low
        article = low[position] in self.lexicon.articles or low[position] in self._ones
        return self.lexicon.inner_qualifiers.get(low[position + 1]) if article else None

    def _qualified_within(self, line: Tokens, first: int) -> Number | None:
        """An article, an adjective and a round number: a good dozen, une petite centaine, ein knappes Drittel."""
        qualifier = self.inner_qualifier(line, first)
        if qualifier is None:
            return None
        at = first + 2
        part, collective = self._parts.at(line, at), self._collectives.at(line, at)
        bottom = self._bottom(line, Number(first, at, Fraction(1)))
        found: Number | None = None
        if bottom:
            found = self._part_of_scale(line, Number(first, bottom[0], Fraction(1, bottom[1]), share=True))
        elif part:
            found = self._part_of_scale(line, Number(first, part[0], part[1], share=True))
        elif collective:
            end, (size, rough) = collective
            found = self._scaled(line, Number(first, end, Fraction(size), factor=Fraction(size), rough=rough))
        elif self._scales.at(line, at) or self._hundreds.at(line, at):
            found = self._words(line, at)
        if found is None:
            return None
        said = qualifier if qualifier is not Qualifier.EXACTLY else None
        return replace(found, first=first, implied=False, rough=found.rough and not said, qualifier=said)

    def _sign(self, line: Tokens, position: int) -> Number | None:
        """A character that is a number: ½, ②, Ⅳ."""
        raw = line.raw[position]
        if len(raw) != 1 or raw.isascii():
            return None
        value = unicodedata.numeric(raw, None)
        if value is None:
            return None
        exact = Fraction(value).limit_denominator(1000)
        return self._scaled(line, Number(position, position + 1, exact, share=exact < 1))

    # --- digits ------------------------------------------------------------------------------------------------------

    def _digits(self, line: Tokens, first: int, *, money: bool) -> Number | None:
        low, kind, spaced = line.low, line.kind, line.spaced
        at = first
        whole, mark = "0", ""
        alternatives: tuple[Fraction, ...] = ()
        if kind[at] == "s":  # .001
            if kind[at + 1] != "d" or spaced[at + 1] or not (spaced[at] or at == 0):
                return None
        else:
            whole, at = low[at], at + 1
            at, whole, mark = self._grouped(line, at, whole)
        decimals = ""
        bare_point = at == first
        if (
            low[at] in {".", ","}
            and low[at] != mark
            and (bare_point or not spaced[at])
            and kind[at + 1] == "d"
            and not spaced[at + 1]
        ):
            decimals = low[at + 1]
            if not mark and len(decimals) == 3 and 0 < len(whole) < 4 and whole[0] != "0":
                alternatives = (Fraction(int(whole + decimals)),)
            at += 2
        bare = not mark and not decimals
        value = Fraction(int(whole + decimals), 10 ** len(decimals))
        spoken = self._decimals(line, at) if bare else None
        if spoken and kind[spoken[0] - 1] == "d":  # 3 komma 5
            value, at, bare = value + spoken[1], spoken[0], False
        if bare and low[at] == "/" and kind[at + 1] == "d" and line.glued(at) and line.glued(at + 1):  # 1/16
            part = _fraction(int(whole), low[at + 1])
            if part is None or low[at + 2] == "/" or (kind[at + 2] == "w" and line.glued(at + 2)):
                return None
            return Number(first, at + 2, part, digits=True, share=True)
        if (
            bare
            and kind[at] == "d"
            and low[at + 1] == "/"
            and kind[at + 2] == "d"
            and line.glued(at + 1)
            and line.glued(at + 2)
        ):
            part = _fraction(int(low[at]), low[at + 2])  # 10 1/2
            if part is not None and part < 1 and int(low[at + 2]) <= 16:
                value, at, bare = value + part, at + 3, False
        if kind[at] == "w" and len(line.raw[at]) == 1 and not line.raw[at].isascii():  # 2½
            part_of = unicodedata.numeric(line.raw[at], None)
            if part_of is not None and 0 < part_of < 1:
                value, at, bare = value + Fraction(part_of).limit_denominator(1000), at + 1, False
        power = _power_of_ten(line, at)
        if power:  # 1.99×10⁻³⁰
            value, at, bare, alternatives = value * Fraction(10) ** power[1], power[0], False, ()
        number = Number(first, at, value, alternatives=alternatives, digits=True, bare=bare)
        return self._abbreviated(line, number, money=money)

    def _grouped(self, line: Tokens, at: int, whole: str) -> tuple[int, str, str]:
        """Groups of three digits behind the first, all set apart in the same way; where they end, and by what they
        were set apart."""
        if len(whole) > 3 or whole[0] == "0":
            return at, whole, ""
        groups: list[str] = []
        ends: list[int] = []
        mark = ""
        low, kind, spaced = line.low, line.kind, line.spaced
        while True:
            if (
                kind[at] == "d"
                and spaced[at]
                and line.start[at] - line.end[at - 1] == 1
                and line.plain[line.end[at - 1]] == " "
            ):
                sign, group = " ", at
            elif low[at] in {".", ",", "'"} and not spaced[at] and kind[at + 1] == "d" and not spaced[at + 1]:
                sign, group = low[at], at + 1
            else:
                break
            if len(low[group]) != 3 or (mark and sign != mark):
                break
            mark = sign
            groups.append(low[group])
            at = group + 1
            ends.append(at)
        if not groups or (mark == self.lexicon.decimal_mark and len(groups) == 1):
            return at - 2 * len(groups), whole, ""
        return at, whole + "".join(groups), mark

    def _abbreviated(self, line: Tokens, number: Number, *, money: bool) -> Number:
        """The number with the scale behind it, abbreviated or in full."""
        at = number.last
        if line.low[at] == "-" and line.glued(at) and line.kind[at + 1] == "w" and line.glued(at + 1):
            at += 1
        raw = line.raw[at]
        if raw in self._joined:
            factor, code = self._joined[raw]
            return replace(self.times(number, factor, at + 1), unit=code)
        currency_next = line.low[at + 1] in {"€", "$", "£", "¥"} or line.raw[at + 1] in {"EUR", "USD", "GBP", "CHF"}
        table = self._money if money or currency_next else self._short
        if raw == "K" and number.bare and number.value < 10 and line.glued(at) and not (money or currency_next):
            return number  # a 4K screen
        if raw in table and (raw.lower() not in self.lexicon.scales):
            scaled = self.times(number, table[raw], at + 1)
            return replace(scaled, last=at + 2) if _has_point(line, at + 1) else scaled
        return self._collective_behind(line, self._scaled(line, number))

    def times(self, number: Number, factor: int, last: int) -> Number:
        """A number times the scale that ends before a token."""
        exact = Fraction(factor)
        return replace(
            number,
            last=last,
            value=number.value * exact,
            factor=number.factor * exact,
            bare=False,
            alternatives=tuple(each * exact for each in number.alternatives),
        )

    # --- scales ------------------------------------------------------------------------------------------------------

    def _scale(self, line: Tokens, position: int) -> tuple[int, int] | None:
        """A scale word, or a hundred behind digits, with the hyphen before it."""
        at = (
            position + 1
            if line.low[position] == "-" and line.glued(position) and line.glued(position + 1)
            else position
        )
        return self._scales.at(line, at)

    def _scaled(self, line: Tokens, number: Number) -> Number:
        """A number in digits, or a part, with the scale words behind it, and what is added to them."""
        at = number.last
        if number.digits and not number.share:
            hundred = self._hundreds.at(line, at)
            if hundred and line.low[at] not in self.lexicon.units:  # 3 honderd; but 5 cents
                number = self.times(number, 100, hundred[0])
                at = number.last
        total, current, lowest = Fraction(0), number.value, 0
        return self._grown(line, number, at, total, current, lowest)

    def _grown(self, line: Tokens, number: Number, at: int, total: Fraction, current: Fraction, lowest: int) -> Number:
        """Terms in falling order: what is in hand times a scale, then the next."""
        factor, terms = number.factor, 0
        while True:
            scale = self._scale(line, at)
            if scale:
                end, size = scale
                if lowest and not current and size < lowest:
                    if number.digits:
                        break
                    current = Fraction(1)  # un million mille
                if not lowest or size < lowest:
                    total += current * size
                else:
                    total = (total + current) * size
                factor = number.factor * size if not terms else Fraction(1)
                if lowest and size > lowest and terms <= 1:
                    factor = Fraction(size * lowest)
                current, lowest, at, terms = Fraction(0), size, end, terms + 1
                tail = self._tails.at(line, at)
                if tail:
                    total, at = total + Fraction(size, 2), tail[0]
                continue
            if lowest and not current:
                group = self._next_term(line, at, lowest, digits=number.digits)
                if group:
                    at, current = group
                    factor = Fraction(1)
                    continue
            break
        if not lowest:
            return number
        scaled = total + current
        grown = scaled / number.value if number.value and not current else Fraction(1)
        alternatives = tuple(each * grown for each in number.alternatives)
        return replace(number, last=at, value=scaled, factor=factor, bare=False, share=False, alternatives=alternatives)

    def _next_term(self, line: Tokens, at: int, lowest: int, *, digits: bool) -> tuple[int, Fraction] | None:
        """What follows a scale as a smaller term of the same number."""
        low, lexicon = line.low, self.lexicon
        start, link = at, "space"
        if low[at] == "-" and line.glued(at) and line.glued(at + 1):
            start, link = at + 1, "hyphen"
        elif low[at] == "," and line.glued(at) and not digits:
            start, link = at + 1, "comma"
        elif low[at] in lexicon.ands and lexicon.and_after_hundreds:
            start, link = at + 1, "and"
        if line.kind[start] == "d":
            term = self._plain_digits(line, start) if link == "space" and line.spaced[start] and digits else None
            if term is None:
                return None
            following = self._scale(line, term[0])
            return (
                (term[0], Fraction(term[1]))
                if following and following[1] < lowest and term[1] * following[1] < lowest
                else None
            )
        if digits and link != "space":
            return None
        found = self._hundreds_group(line, start)
        if found is None:
            return None
        end, value = found
        if value == 0 or value >= lowest:
            return None
        following = self._scale(line, end)
        if following and (following[1] >= lowest if link in {"and", "comma"} else following[1] == lowest):
            return None
        if link == "comma" and not following and value < 100:
            return None
        if link == "and" and value == 1 and low[start] in lexicon.articles and not following and line.spaced[start]:
            return None
        if digits and not following:
            return None
        return end, Fraction(value)

    def _plain_digits(self, line: Tokens, at: int) -> tuple[int, int] | None:
        return (at + 1, int(line.low[at])) if len(line.low[at]) <= 3 else None

    # --- words -------------------------------------------------------------------------------------------------------

    def _words(self, line: Tokens, first: int) -> Number | None:
        """A number in words."""
        low, lexicon = line.low, self.lexicon
        fixed = self._fixed.at(line, first)
        if fixed:
            rough = self._fixed_roughly.at(line, first) is not None
            return self._finish(line, Number(first, fixed[0], fixed[1], rough=rough))
        if low[first] in lexicon.articles and low[first] not in self._ones:  # a million
            after = first + 1
            if self._scales.at(line, after) or self._hundreds.at(line, after):
                found = self._words(line, after)
                return replace(found, first=first, implied=False) if found else None
            return None
        group = self._hundreds_group(line, first)
        if low[first] in lexicon.noughts and self._decimals(line, first + 1):
            group = (first + 1, 0)
        if group is None:
            scale = self._scales.at(line, first)
            if scale is None:
                return None
            grown = self._grown(line, Number(first, first, Fraction(1)), first, Fraction(0), Fraction(1), 0)
            return self._with_decimals(line, replace(grown, implied=True))
        end, value = group
        decimals = self._decimals(line, end)
        if decimals:
            return self._finish(line, Number(first, decimals[0], value + decimals[1]))
        one = value == 1 and end == first + 1 and low[first] in lexicon.ones
        implied = value == 100 and end == first + 1
        factor = Fraction(100) if value % 100 == 0 and value else Fraction(1)
        return self._finish(line, Number(first, end, Fraction(value), factor=factor, one=one, implied=implied))

    def _finish(self, line: Tokens, number: Number) -> Number | None:
        """The number with a half or a part added, then with its scales, or as the top of a fraction."""
        grown = self._with_parts(line, number)
        if grown.last == number.last:
            grown = self._scaled_words(line, number)
            grown = self._with_parts(line, grown) if grown.last > number.last else grown
        else:
            grown = self._scaled_words(line, grown)
        counted = self._collective_behind(line, grown)
        return replace(counted, one=counted.one and counted.last == number.last)

    def _scaled_words(self, line: Tokens, number: Number) -> Number:
        grown = self._grown(line, number, number.last, Fraction(0), number.value, 0)
        return self._with_decimals(line, replace(grown, one=False)) if grown.last > number.last else number

    def _with_decimals(self, line: Tokens, number: Number) -> Number:
        """Thousands with decimals that are spelled out behind them: two thousand point five."""
        found = self._decimals(line, number.last)
        if found is None:
            return number
        return replace(number, last=found[0], value=number.value + found[1], factor=Fraction(1), implied=False)

    def below_one(self, line: Tokens, at: int) -> Number | None:
        """Decimals that are spelled out without a nought before them: point five."""
        found = self._decimals(line, at)
        return self._finish(line, Number(at, found[0], found[1])) if found else None

    def _decimals(self, line: Tokens, at: int) -> tuple[int, Fraction] | None:
        """The decimals behind a whole number, spelled out: digit by digit (point one four), or, behind any noughts, as
        a number of their own (virgule vingt-cinq); where they end, and their worth."""
        at = line.behind_hyphen(at)
        if line.low[at] not in self.lexicon.decimal_words:
            return None
        at, digits = at + 1, ""
        while True:
            at = line.behind_hyphen(at)
            if line.kind[at] == "d" and not digits:
                return at + 1, Fraction(int(line.low[at]), 10 ** len(line.low[at]))
            group = (at + 1, 0) if line.low[at] in self.lexicon.noughts else self._hundreds_group(line, at)
            if group is None or group[1] >= 1000 or (group[1] >= 10 and digits.strip("0")):
                break
            at, digits = group[0], f"{digits}{group[1]}"
            if group[1] >= 10:
                break
        return (at, Fraction(int(digits), 10 ** len(digits))) if digits else None

    def _hundreds_group(self, line: Tokens, first: int) -> tuple[int, int] | None:
        """A number below a thousand (or hundreds of up to ninety-nine) in words: where it ends, and its worth."""
        hundred = self._hundreds.at(line, first)
        if hundred:
            return self._below_hundred_behind(line, hundred[0], 100)
        found = self._below_hundred(line, first)
        if found is None:
            return None
        end, value = found
        if 100 <= value < 1000:
            return self._below_hundred_behind(line, end, value)
        at = end + 1 if line.low[end] == "-" and line.glued(end) and line.glued(end + 1) else end
        hundred = self._hundreds.at(line, at) if 0 < value < 100 else None
        if hundred:
            return self._below_hundred_behind(line, hundred[0], value * 100)
        return end, value

    def _below_hundred_behind(self, line: Tokens, end: int, hundreds: int) -> tuple[int, int]:
        """The tens and units behind hundreds, if there are any."""
        low, lexicon = line.low, self.lexicon
        at = end + 1 if low[end] == "-" and line.glued(end) and line.glued(end + 1) else end
        with_and = low[at] in lexicon.ands and lexicon.and_after_hundreds
        if with_and:
            at += 1
            if low[at] == "-" and line.glued(at):
                at += 1
        found = self._below_hundred(line, at)
        if found is None or not 0 < found[1] < 100:
            return end, hundreds
        after, value = found
        if self._hundreds.at(line, after) or (with_and and line.spaced[at] and low[at] in lexicon.articles):
            return end, hundreds
        if self._denominators.at(line, after) and with_and:
            return end, hundreds
        return after, hundreds + value

    def _below_hundred(self, line: Tokens, first: int) -> tuple[int, int] | None:
        """A number below a hundred in words."""
        low, lexicon = line.low, self.lexicon
        found = self._cardinal(line, first)
        if found is None:
            return None
        at, value = found
        if lexicon.units_first and 0 < value < 10 and low[at] in lexicon.ands:
            tens = self._cardinal(line, at + 1)
            if tens and tens[1] in _TENS and (line.glued(at) == line.glued(at + 1)):
                return tens[0], value + tens[1]
        for _ in range(2):
            start = at + 1 if low[at] == "-" and line.glued(at) and line.glued(at + 1) else at
            table = lexicon.joins
            if low[start] in lexicon.ands:
                start, table = start + 1, lexicon.joins_with_and
                start += low[start] == "-" and line.glued(start)
            following = self._cardinal(line, start) if value in table else None
            if following is None or following[1] not in table[value]:
                break
            at, value = following[0], value + following[1]
        return at, value

    def _cardinal(self, line: Tokens, at: int) -> tuple[int, int] | None:
        if line.low[at] in self._ones:
            longer = self._cardinals.at(line, at)
            return longer if longer and longer[0] > at + 1 else (at + 1, 1)
        return self._cardinals.at(line, at)

    # --- halves, parts, collectives ----------------------------------------------------------------------------------

    def _with_parts(self, line: Tokens, number: Number) -> Number:
        """A number with the half or part that follows: two and a half, drie kwart, cinq et un quart, one in five."""
        if number.share:
            return number
        tail = self._tails.at(line, number.last)
        if tail:
            half = _HALF * (number.factor if number.factor >= 1000 else 1)
            return replace(number, last=tail[0], value=number.value + half, one=False, bare=False)
        if line.low[number.last] in self.lexicon.ands:
            part = self._top_and_bottom(line, number.last + 1)
            if part:
                return replace(number, last=part[0], value=number.value + part[1], one=False, bare=False)
        if number.factor == 1 and number.value.denominator == 1:
            bottom = self._bottom(line, number)
            if bottom:
                whole = replace(
                    number, last=bottom[0], value=number.value / bottom[1], share=True, one=False, bare=False
                )
                return self._part_of_scale(line, whole)
        return number

    def _top_and_bottom(self, line: Tokens, at: int) -> tuple[int, Fraction] | None:
        """A part behind *and*: a quarter, trois quarts."""
        if line.low[at] in self.lexicon.articles or line.low[at] in self._ones:
            found: tuple[int, int] | None = (at + 1, 1)
        else:
            found = self._below_hundred(line, at)
        if found is None or not 0 < found[1] < 100:
            return None
        bottom = self._bottom(line, Number(at, found[0], Fraction(found[1])))
        return (bottom[0], Fraction(found[1], bottom[1])) if bottom and found[1] < bottom[1] else None

    def _bottom(self, line: Tokens, number: Number) -> tuple[int, int] | None:
        """The denominator behind a number, if it is one."""
        at = number.last
        at = line.behind_hyphen(at)
        found = self._denominators.at(line, at)
        if found is None or number.value > 99 or number.value < 1:
            return None
        word = line.low[at]
        lexicon = self.lexicon
        if word in lexicon.ordinal_denominators:
            if number.value > 1 and lexicon.plural_denominators:
                return None
            if (
                number.value == 1
                and line.low[number.first] in lexicon.articles
                and not self._ends_a_part(line, found[0])
            ):
                return None
        return found

    def _ends_a_part(self, line: Tokens, at: int) -> bool:
        """Whether what follows a third shows that it is a part, and not the third of something."""
        word = line.low[at]
        if word == "-" and line.glued(at):
            return False
        return line.kind[at] != "w" or word in self.lexicon.part_followers or bool(self._scales.at(line, at))

    def _part(self, line: Tokens, first: int) -> Number | None:
        """A part that needs no number: half, la moitié, an article and a denominator."""
        low, lexicon = line.low, self.lexicon
        at = first
        if low[at] in lexicon.articles:
            at += 1
            bottom = self._denominators.at(line, at)
            if bottom:
                checked = self._bottom(line, Number(first, at, Fraction(1)))
                if checked:
                    return self._part_of_scale(line, Number(first, checked[0], Fraction(1, checked[1]), share=True))
        plain = self._parts.at(line, at) or self._parts.at(line, first)
        if plain:
            return self._part_of_scale(line, Number(first, plain[0], plain[1], share=True))
        if (
            first == at
            and (bottom := self._denominators.at(line, first))
            and low[first] not in lexicon.ordinal_denominators
        ):
            scaled = self._part_of_scale(line, Number(first, bottom[0], Fraction(1, bottom[1]), share=True))
            return scaled if not scaled.share else None
        return None

    def _part_of_scale(self, line: Tokens, number: Number) -> Number:
        """Half a million, deux tiers de million, half a dozen: no part any more."""
        at = number.last
        at = line.behind_hyphen(at)
        for _ in range(3):
            scale = self._scales.at(line, at) or self._collectives_only(line, at)
            if scale:
                return replace(
                    number,
                    last=scale[0],
                    value=number.value * scale[1],
                    factor=Fraction(scale[1]),
                    share=False,
                    bare=False,
                    one=False,
                )
            if line.low[at] in self.lexicon.articles or line.low[at] in self.lexicon.of:
                at += 1
                if line.low[at] == "'":
                    at += 1
        return number

    def _collectives_only(self, line: Tokens, at: int) -> tuple[int, int] | None:
        found = self._collectives.at(line, at)
        return (found[0], found[1][0]) if found else None

    def _collective_behind(self, line: Tokens, number: Number) -> Number:
        """Two dozen, trois douzaines, une cinquantaine, three billions, Hunderttausende."""
        at = number.last
        at = line.behind_hyphen(at)
        found = self._collectives.at(line, at)
        if found:
            end, (size, rough) = found
            whole = replace(
                number,
                last=end,
                value=number.value * size,
                factor=Fraction(size),
                rough=rough and number.one,
                one=False,
                implied=False,
            )
            return self._of_scale(line, whole)
        plural = self._plurals.at(line, at)
        if plural and line.glued(at) and line.low[at - 1] != "-" and number.value in {10, 100}:
            return self._several(
                line, replace(number, last=plural[0], value=number.value * plural[1], several=True, one=False)
            )
        if plural and (plural[1] >= 100 or number.value < 100) and not number.one:
            return replace(
                number,
                last=plural[0],
                value=number.value * plural[1],
                factor=Fraction(plural[1]),
                one=False,
                implied=False,
            )
        return number

    def _collective(self, line: Tokens, first: int) -> Number | None:
        """A dozen, une vingtaine, dozens, tens of thousands."""
        low, lexicon = line.low, self.lexicon
        at = first + 1 if low[first] in lexicon.articles or low[first] in self._ones else first
        found = self._collectives.at(line, at)
        if found:
            end, (size, rough) = found
            number = Number(first, end, Fraction(size), factor=Fraction(size), rough=rough, implied=at == first)
            return self._scaled(line, self._of_scale(line, number))
        plural = self._plurals.at(line, first)
        return self._several(line, Number(first, plural[0], Fraction(plural[1]), several=True)) if plural else None

    def _of_scale(self, line: Tokens, number: Number) -> Number:
        """A collective of a scale: une trentaine de millions, ein Dutzend Millionen."""
        at = number.last
        if line.low[at] in self.lexicon.of:
            at += 1 + (line.low[at + 1] == "'")
        scale = self._scales.at(line, at) or self._plurals.at(line, at)
        if scale is None or scale[1] < 1000:
            return number
        return replace(number, last=scale[0], value=number.value * scale[1], factor=Fraction(scale[1]), implied=False)

    def _several(self, line: Tokens, number: Number) -> Number:
        """Tens of thousands, honderden miljoenen: the plural times what it counts."""
        while True:
            at = number.last
            while line.low[at] in self.lexicon.of or line.low[at] == "'":
                at += 1
            found = self._plurals.at(line, at) or self._scales.at(line, at)
            if found is None or found[1] < 1000:
                return number
            number = replace(number, last=found[0], value=number.value * found[1], factor=number.factor * found[1])

    def tail(self, line: Tokens, at: int) -> int | None:
        """Where a half behind a unit ends: deux ans et demi, 2 h ½."""
        if line.low[at] == "½":
            return at + 1
        found = self._tails.at(line, at)
        return found[0] if found else None

    # --- one in five -------------------------------------------------------------------------------------------------

    def out_of(self, line: Tokens, number: Number) -> Number | None:
        """One in five, quatre intérimaires sur dix: a part told by two numbers; None when it is none."""
        if (
            number.share
            or number.several
            or number.factor != 1
            or number.value.denominator != 1
            or not 0 < number.value < 1000
        ):
            return None
        at, noun = number.last, False
        link = self._out_of.at(line, at)
        if link is None and line.kind[at] == "w" and line.low[at] not in self.lexicon.function_words:
            link, noun = self._out_of_with_noun.at(line, at + 1), True
        if link is None:
            return None
        second = self.at(line, link[0])
        if second is None or second.share or second.value not in _PART_WHOLES or number.value >= second.value:
            return None
        if noun and self._is_counted(line, second.last):
            return None
        value = number.value / second.value
        return replace(number, last=second.last, value=value, share=True, one=False, bare=False, unit="share")

    def _is_counted(self, line: Tokens, at: int) -> bool:
        """Whether a thing or a unit stands behind the second number, which then counts it: un magasin sur deux étages,
        32 goals in 36 league games."""
        word, lexicon = line.low[at], self.lexicon
        if line.kind[at] != "w" or (word in lexicon.function_words and word not in lexicon.units):
            return False
        if word in lexicon.units or word.endswith(lexicon.plural_endings):
            return True
        return lexicon.out_of_means_within and line.low[at + 1].endswith(lexicon.plural_endings)


_TENS = frozenset(range(20, 100, 10))


def _fraction(top: int, bottom: str) -> Fraction | None:
    if len(bottom) > 3 or bottom[0] == "0":
        return None
    return Fraction(top, int(bottom)) if 0 < top < int(bottom) else None


def _power_of_ten(line: Tokens, at: int) -> tuple[int, int] | None:
    """Where a power of ten behind a number ends, and its exponent: ×10⁶, × 10^-3."""
    if line.low[at] not in {"×", "x", "·", "*"} or line.low[at + 1] != "10":
        return None
    at += 2
    at += line.low[at] == "^"
    negative = line.low[at] in {"-", "⁻"} and line.glued(at)
    at += negative
    digits = [unicodedata.digit(sign, None) for sign in line.raw[at]] if line.glued(at) else []
    if not 0 < len(digits) < 4 or None in digits:
        return None
    exponent = int("".join(map(str, digits)))
    return at + 1, -exponent if negative else exponent


def _has_point(line: Tokens, at: int) -> bool:
    """Whether an abbreviation's point follows: within a sentence, before a word or a sign."""
    following = line.low[at + 1] if at + 1 < len(line.low) else ""
    return line.low[at] == "." and line.glued(at) and (following in {"€", "$", "£"} or line.is_word(at + 1))
