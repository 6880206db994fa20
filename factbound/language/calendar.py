"""Dates among tokens: days, months, years, quarters and halves, decades, times of day."""

import re
from dataclasses import dataclass, replace

from factbound.language.lexicon import Lexicon
from factbound.language.phrases import Phrases, phrase_set
from factbound.language.tokens import Tokens

_YEARS = range(1500, 2200)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.hu][0-5]\d(?:[:.][0-5]\d)?")
_CLOCK_DOTTED = re.compile(r"(?:[01]?\d|2[0-4])[.][0-5]\d")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})([-/.])(\d{1,2})\6(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Date:
    """A date among tokens, from `first` up to and without `last`; its year, month and day as far as it names them."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: bool = False
    part: int | None = None
    """A quarter or a half of the year, as EDTF numbers them (33 to 36, 40 and 41)."""
    decade: bool = False
    """Whether it is the ten years from `year` on."""
    core: int = -1
    """Where it starts without such words as early, in or since."""


class Calendar:
    """The grammar of dates of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._months = Phrases(
            {name: number for name, number in lexicon.months.items() if name not in lexicon.cardinals}
        )
        self._openers = phrase_set(lexicon.date_openers, backwards=True)
        self._parts = Phrases(lexicon.date_parts)
        self._decade_names = Phrases(lexicon.decade_names)
        self._decade_words = phrase_set(lexicon.decade_words, backwards=True)
        self._decade_heads = phrase_set(lexicon.decade_words)
        self._clock = phrase_set(lexicon.clock)
        self._clock_before = phrase_set(lexicon.clock_before, backwards=True)
        self._ordinals = Phrases(lexicon.ordinals)
        self._codes = frozenset(lexicon.date_codes)
        self._year_words = phrase_set(lexicon.year_words, backwards=True)
        self._decades = Phrases(lexicon.decades)

    def at(self, line: Tokens, position: int) -> Date | None:
        """The date that starts at a token, with the words before it that belong to it."""
        kind = line.kind[position]
        if kind == "d":
            found = (
                self._numeric(line, position)
                or self._day_and_month(line, position)
                or self._decade(line, position)
                or self._hour(line, position)
            )
        elif kind == "w":
            found = (
                self._month(line, position)
                or self._code(line, position)
                or self._decade(line, position)
                or self._part(line, position)
            )
        else:
            return None
        return self._opened(line, found) if found else None

    def year_at(self, line: Tokens, position: int) -> int | None:
        """The year that a token of four plain digits may be."""
        text = line.low[position]
        if len(text) != 4 or line.kind[position] != "d":
            return None
        behind = line.low[position + 1]
        if (
            behind in {".", ",", "'"}
            and line.glued(position + 1)
            and line.kind[position + 2] == "d"
            and line.glued(position + 2)
        ):
            return None
        return int(text) if int(text) in _YEARS else None

    def bare_year(self, line: Tokens, position: int, *, after_date: bool) -> Date | None:
        """A year by itself, where its surroundings or the number make it one."""
        year = self.year_at(line, position)
        if year is None or not self._is_year(line, position, year, after_date=after_date):
            return None
        last = position + 1
        low = line.low
        if (
            low[last] in {"-", "–", "/"}
            and line.kind[last + 1] == "d"
            and len(low[last + 1]) in {2, 4}
            and line.glued(last + 1)
            and line.glued(last)
        ):
            last += 2
        elif low[last] == "s" and line.glued(last):
            last += 1
        return self._opened(line, Date(position, last, year))

    def _is_year(self, line: Tokens, position: int, year: int, *, after_date: bool) -> bool:
        """Whether four digits are a year, and not so many of something."""
        low, lexicon = line.low, self.lexicon
        if after_date or self._year_words.before(line, position) or self._openers.before(line, position):
            return True
        if low[position - 1] == "'" and line.glued(position):
            return True
        if year < 1900:
            return False
        following, after = low[position + 1], line.raw[position + 1]
        if line.kind[position + 1] != "w" or following in lexicon.function_words:
            return year % 1000 != 0 or position == 0 or line.kind[position + 1] == "w"
        if 1990 <= year <= 2040 and year % 100:
            return True
        if lexicon.nouns_have_capitals:
            return not after[:1].isupper()
        return (
            not (year % 100 == 0 or following.endswith(lexicon.plural_endings)) or low[position - 1] in lexicon.articles
        )

    def _opened(self, line: Tokens, date: Date) -> Date:
        """With early, mid-, Anfang before it, and what these hang on."""
        first = date.first
        if first and line.low[first - 1] == "-" and line.glued(first):
            opener = self._openers.before(line, first - 1) or self._openers.before(line, first)
        else:
            opener = self._openers.before(line, first)
        if opener is None:
            return date
        return replace(date, first=opener[0], core=date.first)

    def _numeric(self, line: Tokens, position: int) -> Date | None:
        """12/03/2021, 2021-03-12, 10:30, 10h30, 10.45pm."""
        if line.glued(position) and line.kind[position - 1] != "s":
            return None
        begin = line.start[position]
        stretch = line.plain[begin : begin + 12]
        day = _DAY.match(stretch)
        if day and not stretch[day.end() : day.end() + 1].isdigit():
            if day[1]:
                year, month, number = int(day[4]), int(day[3]), int(day[1])
                year += 0 if year > 99 else (2000 if year < 70 else 1900)
            else:
                year, month, number = int(day[5]), int(day[7]), int(day[8])
            if month > 12:
                month, number = number, month
            if 0 < month < 13 and 0 < number < 32:
                return Date(position, self._until(line, position, begin + day.end()), year, month, number)
        clock = _CLOCK.match(stretch)
        if clock and not stretch[clock.end() : clock.end() + 1].isdigit():  # 10.000 uur
            end = self._until(line, position, begin + clock.end())
            whole = line.start[end] >= begin + clock.end() and not (
                line.kind[end] in {"d", "w"} and line.glued(end) and not self._clock.at(line, end)
            )
            said = self._clock.at(line, end)
            dotted = self.lexicon.decimal_mark == "," and "." in clock[0] and line.low[end] in self.lexicon.hour_words
            if whole and dotted:  # 10.30 uur
                return Date(position, end + 1, clock=True)
            if whole and (":" in clock[0] or (clock[0].count("h") and line.low[position + 1] == "h") or said):
                return Date(position, said[0] if said else end, clock=True)
        return None

    def _until(self, line: Tokens, position: int, end: int) -> int:
        """The token that starts at or behind a place."""
        while line.start[position] < end and line.kind[position]:
            position += 1
        return position

    def _day_and_month(self, line: Tokens, position: int) -> Date | None:
        """7 March 2016, 1er janvier, 7. März, March."""
        low = line.low
        day = int(low[position]) if len(low[position]) < 3 else 0
        if not 0 < day < 32 or (line.glued(position) and line.low[position - 1] in {".", ","}):
            return None
        at = position + 1
        if low[at] in self.lexicon.ordinal_suffixes and line.glued(at):
            at += 1
        if low[at] == ".":
            at += 1
        second = self._range_of_days(line, at)
        at = second or at
        if low[at] in self.lexicon.of:
            at += 1
        month = self._months.at(line, at)
        if month is None or (low[at] in self.lexicon.shy_months and not line.raw[at][:1].isupper()):
            return None
        last = month[0] + (low[month[0]] == "." and line.glued(month[0]) and month[1] != 5)
        return self._with_year(line, Date(position, last, None, month[1], day))

    def _range_of_days(self, line: Tokens, at: int) -> int | None:
        """From 3 to 7 March: the second day."""
        if (
            line.low[at] in self.lexicon.to or line.low[at] in self.lexicon.ands or line.low[at] in {"-", "–"}
        ) and line.kind[at + 1] == "d":
            after = at + 2
            if len(line.low[at + 1]) < 3 and 0 < int(line.low[at + 1]) < 32:
                return after + (
                    line.low[after] == "." or (line.low[after] in self.lexicon.ordinal_suffixes and line.glued(after))
                )
        return None

    def _month(self, line: Tokens, position: int) -> Date | None:
        """March 7, mars 2016; a month alone where it is no other word."""
        month = self._months.at(line, position)
        if month is None:
            return None
        low, lexicon = line.low, self.lexicon
        word = low[position]
        if word in lexicon.shy_months and not line.raw[position][:1].isupper():
            return None
        if (lexicon.nouns_have_capitals or lexicon.months_have_capitals) and not line.raw[position][:1].isupper():
            return None
        at = month[0] + (low[month[0]] == "." and line.glued(month[0]) and len(word) < 5)
        if line.kind[at] == "d" and len(low[at]) < 3 and 0 < int(low[at]) < 32 and lexicon.day_after_month:
            follows = low[at + 1]
            if (
                not (follows in {".", ","} and line.glued(at + 1) and line.kind[at + 2] == "d" and line.glued(at + 2))
                and follows != "%"
            ):
                last = at + 1 + (follows in lexicon.ordinal_suffixes and line.glued(at + 1))
                range_end = self._range_of_days(line, last)
                return self._with_year(line, Date(position, range_end or last, None, month[1], int(low[at])))
        whole = self._with_year(line, Date(position, at, None, month[1]))
        if whole.year is None and (word in lexicon.shy_months or len(word) < 4):
            return None
        return whole

    def _with_year(self, line: Tokens, date: Date) -> Date:
        at = date.last
        while (
            line.low[at] in {","}
            or line.low[at] in self.lexicon.of
            or (line.low[at] == "'" and line.kind[at + 1] == "d" and len(line.low[at + 1]) == 2)
        ):
            at += 1
        year = self.year_at(line, at)
        if year is None:
            return date
        return replace(date, last=at + 1, year=year)

    def _code(self, line: Tokens, position: int) -> Date | None:
        """Q3 2024, H1, 4Q21 has its digits first and is met there."""
        if line.low[position] not in self._codes or line.kind[position + 1] != "d" or not line.glued(position + 1):
            return None
        if (
            len(line.low[position + 1]) > 1
            or not 0 < int(line.low[position + 1]) < 5
            or not line.raw[position][:1].isupper()
        ):
            return None
        if line.glued(position + 2) and line.kind[position + 2] in {"w", "d"}:
            return None
        number, of = int(line.low[position + 1]), self.lexicon.date_codes[line.low[position]]
        return self._with_year(line, Date(position, position + 2, part=_part_of_year(number, of)))

    def _decade(self, line: Tokens, position: int) -> Date | None:
        """The 1990s, les années 90, de jaren negentig, die 90er Jahre."""
        low = line.low
        alone = self._decade_names.at(line, position)
        if alone:
            return Date(position, alone[0], 1900 + alone[1], decade=True)
        heads = self._decade_heads.at(line, position)
        if heads:
            at = heads[0]
            named = self._decades.at(line, at)
            if named:
                return Date(position, named[0], 1900 + named[1], decade=True)
            if line.kind[at] == "d" and low[at].endswith("0") and len(low[at]) in {2, 4} and line.kind[at + 1] != "d":
                number = int(low[at])
                behind = at + 1 + (low[at + 1] in {"er", "s"} and line.glued(at + 1))
                if number in _YEARS or (number < 100 and line.low[behind] not in {"%"}):
                    return Date(position, behind, number if number > 100 else 1900 + number, decade=True)
            return None
        round_number = line.kind[position] == "d" and low[position].endswith("0") and len(low[position]) in {2, 4}
        if round_number and line.glued(position + 1) and low[position + 1] in self.lexicon.decade_suffixes:
            number = int(low[position])
            if len(low[position]) == 4 and number not in _YEARS:
                return None
            return Date(position, position + 2, number if number > 100 else 1900 + number, decade=True)
        return None

    def _part(self, line: Tokens, position: int) -> Date | None:
        """The first half of 2021, le premier semestre, drittes Quartal."""
        ordinal = self._ordinals.at(line, position)
        last = line.low[position] in self.lexicon.last_parts
        if ordinal is None and not last:
            return None
        number = 0
        at = position + 1
        if ordinal:
            at, number = ordinal[0], ordinal[1]
        at += line.low[at] == "-" and line.glued(at)
        for _ in range(2):
            part = self._parts.at(line, at)
            if part:
                found = self._with_year(
                    line, Date(position, part[0], part=_part_of_year(part[1] if last else number, part[1]))
                )
                return found if found.year or not last else None
            if line.low[at] not in self.lexicon.between_unit:
                break
            at += 1
        return None

    def part_behind(self, line: Tokens, first: int, number: int, at: int) -> Date | None:
        """A part of a year behind an ordinal in digits, whose token is `first`: 3rd quarter, 3. Quartal."""
        at += line.low[at] == "-" and line.glued(at)
        part = self._parts.at(line, at)
        return self._with_year(line, Date(first, part[0], part=_part_of_year(number, part[1]))) if part else None

    def _hour(self, line: Tokens, position: int) -> Date | None:
        """5am, 14 Uhr, om 10 uur."""
        if (
            (line.glued(position) and line.low[position - 1] in {".", ",", "-"})
            or len(line.low[position]) > 2
            or int(line.low[position]) > 24
        ):
            return None
        said = self._clock.at(line, position + 1)
        if said:
            return Date(position, said[0], clock=True)
        before = self._clock_before.before(line, position)
        if before and line.low[position + 1] in self.lexicon.hour_words:
            return Date(position, position + 2, clock=True)
        return None


def _part_of_year(number: int, of: int) -> int | None:
    """The number by which EDTF knows a quarter or a half; None for any other part of a year.

    >>> _part_of_year(2, 4), _part_of_year(1, 2), _part_of_year(3, 2)
    (34, 40, None)
    """
    first = {4: 33, 2: 40}.get(of)
    return first + number - 1 if first and 0 < number <= of else None
