"""Number tables: what a lexicon has to say of numbers, made ready to be looked up among tokens."""

from fractions import Fraction

from factbound.language.lexicon import Lexicon
from factbound.language.phrases import Phrases, phrase_set, pieces

_CODES = ("EUR", "USD", "GBP", "CHF", "E")


class NumberTables:
    """What one language has to say of numbers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.cardinals = Phrases(lexicon.cardinals)
        self.hundreds = phrase_set(lexicon.hundreds)
        self.scales = Phrases(lexicon.scales)
        self.tails = phrase_set(lexicon.half_tails)
        self.fixed = Phrases({word: Fraction(value) for word, value in lexicon.fixed.items()})
        self.fixed_roughly = phrase_set(lexicon.fixed_roughly)
        self.denominators = Phrases(lexicon.denominators)
        self.parts = Phrases(lexicon.plain_parts)
        self.collectives = Phrases(lexicon.collectives)
        self.plurals = Phrases(lexicon.plurals)
        self.out_of = phrase_set(lexicon.out_of)
        self.out_of_with_noun = phrase_set(lexicon.out_of_with_noun)
        self.ones = lexicon.ones | lexicon.sure_ones
        self.short = dict(lexicon.short_scales)
        self.money = {**lexicon.short_scales, **lexicon.money_scales}
        self.joined = {
            f"{scale}{code}": (factor, "EUR" if code == "E" else code)
            for scale, factor in self.money.items()
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
            dict.fromkeys((*lexicon.hundreds, *self.ones, *lexicon.articles, *lexicon.halves, *lexicon.noughts)),
        )  # fmt: skip
        return frozenset(pieces(phrase)[0] for table in tables for phrase in table)
