"""What a language has to say about amounts: one closed set of tables and rules, filled in by one file for each
language.

The reader (`amounts`) knows no language. It asks a `Lexicon`, and finds it by the language's code:
`factbound/language/XX.py`
holds `LEXICON`. docs/languages.md is the recipe for a new one.
"""

import importlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from factbound.values.quantities import Qualifier

Worth = Decimal | Fraction
"""What a number is worth, exactly: a fraction only where no decimal is, as with a third."""

NO_WORDS: Mapping[str, frozenset[str]] = {}


def listed(text: str) -> tuple[str, ...]:
    """Words of a text between spaces; phrases between bars, where there is one.

    >>> listed("or more | and up"), listed("two three")
    (('or more', 'and up'), ('two', 'three'))
    """
    return tuple(" ".join(part.split()) for part in (text.split("|") if "|" in text else text.split()))


def words(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(listed(text))


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Words that look like a qualifier and are none in some places: *over three years*, *tot 8,8 miljard* after a rise.

    They are no qualifier before an amount in one of `units` (any, when empty), when `after` stands shortly before them
    if that is given, and `before` right before them (ein Kredit *über* 750 Millionen),
    unless `unless_after` stands right before or `unless_before` right behind the amount.
    """

    words: str
    units: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the reader knows of a language. Words are in lower case with plain apostrophes; a phrase has single
    spaces."""

    code: str
    name: str

    # --- numerals in digits ------------------------------------------------------------------------------------------
    decimal_mark: str
    """What stands before decimals; the other of point and comma groups thousands, as spaces and apostrophes do
    everywhere."""

    # --- number words ------------------------------------------------------------------------------------------------
    cardinals: Mapping[str, int]
    """Words from zero to 999 that are no products: three, quatre-vingt, doscientos. `ones` and `hundreds` stand
    apart."""
    ones: frozenset[str]
    """Words for one that are articles or pronouns too."""
    sure_ones: frozenset[str] = frozenset()
    """Words for one that are never articles: één, eins."""
    hundreds: frozenset[str] = frozenset()
    """Words that multiply by a hundred."""
    scales: Mapping[str, int]
    """Words that multiply by a thousand or more, in every form."""
    short_scales: Mapping[str, int] = field(default_factory=dict)
    """Abbreviations of scales that stand behind digits, as they are written (M is a million, m a metre)."""
    money_scales: Mapping[str, int] = field(default_factory=dict)
    """Abbreviations that are scales only beside a currency: £700m."""
    joins: Mapping[int, frozenset[int]]
    """Which small numbers complete which: {20: {1, … 9}} for twenty-one, {60: {10, … 19}} for soixante-dix."""
    joins_with_and: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """The same where *and* stands between: vingt et un."""
    units_first: bool = False
    """Whether it says one-and-twenty."""
    ands: frozenset[str] = frozenset()
    """Words for *and* within a number."""
    and_after_hundreds: bool = False
    """Whether *and* may follow hundreds and scales: two hundred and five."""
    glued: frozenset[str] = frozenset()
    """Further parts of words written together (zwei|und|zwanzig, twaalf|en|halve); empty where numbers are not."""
    decimal_words: frozenset[str] = frozenset()
    """Words for the mark before decimals that are spelled out: point, virgule, komma."""
    noughts: frozenset[str] = frozenset()
    """Further words for zero among such decimals: oh."""

    # --- parts -------------------------------------------------------------------------------------------------------
    halves: frozenset[str] = frozenset()
    """Words for a half that go before what they halve (half a million), or behind a number and *and*."""
    half_tails: frozenset[str] = frozenset()
    """What adds a half behind a number: and a half, et demi, einhalb."""
    fixed: Mapping[str, Worth | int] = field(default_factory=dict)
    """Words that are a number by themselves: anderhalf."""
    fixed_roughly: frozenset[str] = frozenset()
    """Those of them that mean about so many: a couple of hundred."""
    denominators: Mapping[str, int]
    """Words that make a part behind a number or an article: third(s), tiers, Drittel."""
    plain_parts: Mapping[str, Fraction] = field(default_factory=dict)
    """Phrases that are a part by themselves: half, la moitié, driekwart."""
    ordinal_denominators: frozenset[str] = frozenset()
    """Denominators that are ordinals too: behind an article they are parts only where no noun follows."""
    part_followers: frozenset[str] = frozenset()
    """Words behind an article and such an ordinal that show it to be a part: a third of, a third more."""
    plural_denominators: bool = False
    """Whether those stand in the singular behind one alone: two thirds, but twee derde."""
    out_of: frozenset[str] = frozenset()
    """What stands between in *one in five*."""
    out_of_with_noun: frozenset[str] = frozenset()
    """The same where what is counted stands behind the first number: un client sur cinq."""
    out_of_means_within: bool = False
    """Whether that word is a preposition of place and time too: in 36 league games."""
    every: frozenset[str] = frozenset()
    """What makes a part of an ordinal: jeder zweite."""

    # --- multiples and collectives -----------------------------------------------------------------------------------
    multiples: Mapping[str, Worth] = field(default_factory=dict)
    """Words that say how many times: doubled, le triple, halbiert."""
    often: Mapping[str, int] = field(default_factory=dict)
    """Words for how often, which are no amounts but numbers: twice."""
    like: frozenset[str] = frozenset()
    """Words at the end of such a multiple that compare: twice *as* high."""
    much: frozenset[str] = frozenset()
    """Words without a meaning of their own that may follow them: twice as *many*."""
    falling_multiples: frozenset[str] = frozenset()
    """Those of them that make less."""
    times: frozenset[str] = frozenset()
    """Words for times behind a number."""
    multiplied: Mapping[str, str] = field(default_factory=dict)
    """Words before a number of times, and whether it goes up or down: multiplié par, divisé par."""
    collectives: Mapping[str, tuple[int, bool]] = field(default_factory=dict)
    """Nouns for a round number, and whether they mean about so many: dozen is not, vingtaine is."""
    plurals: Mapping[str, int] = field(default_factory=dict)
    """Collectives and scales in the plural, which alone mean several: dozens, honderden."""

    # --- qualifiers --------------------------------------------------------------------------------------------------
    qualifiers: Mapping[str, Qualifier | None]
    """What stands before an amount; None for longer words that hold a qualifier and are none."""
    qualifiers_after: Mapping[str, Qualifier] = field(default_factory=dict)
    """What stands behind it: or more, au moins."""
    adverbs_behind: Mapping[str, Qualifier] = field(default_factory=dict)
    """Adverbs that qualify a verb of multiples from behind: verdubbelde *bijna*, verdoppelte sich *fast*."""
    adverbs_ahead: Mapping[str, Qualifier] = field(default_factory=dict)
    """Two words that qualify one from before it, and a number not: *all but* doubled, but all but twelve."""
    reflexives: frozenset[str] = frozenset()
    """Pronouns that may stand between: sich."""
    look_alikes: tuple[LookAlike, ...] = ()
    qualifying_verbs: frozenset[str] = frozenset()
    """Those of them that are verbs, behind which an adverb may stand: exceeds, dépassera *finalement* les 100."""
    inner_qualifiers: Mapping[str, Qualifier] = field(default_factory=dict)
    """Adjectives between an article and a round number that say how surely it is meant: a good dozen, ein knappes Jahr,
    une petite centaine; exactly, where they say nothing of it (a full third)."""
    arriving_qualifiers: frozenset[str] = frozenset()
    """Qualifiers that behind a word of change stand before the value it came to: fell below 50, sank unter 50."""
    fillers: frozenset[str] = frozenset()
    """Articles that may stand between a qualifier and a part or a multiple: nearly the half."""
    softeners: frozenset[str] = frozenset()
    """Words before a qualifier that belong to it: just under, un peu plus de."""

    # --- ranges ------------------------------------------------------------------------------------------------------
    to: frozenset[str] = frozenset()
    """What stands between the ends of a range."""
    or_: frozenset[str] = frozenset()
    """What stands between two neighbouring numbers: two or three."""
    between: frozenset[str] = frozenset()
    between_and: frozenset[str] = frozenset()
    change_nouns: frozenset[str] = frozenset()
    """Nouns of change before an *of* that also means from: une croissance de 2 à 3 %."""
    buts: frozenset[str] = frozenset()
    """What stands between two bounds of one amount: more than 10 but less than 20."""
    from_: frozenset[str] = frozenset()
    """What opens a change or a range: from."""

    # --- change ------------------------------------------------------------------------------------------------------
    rising: frozenset[str] = frozenset()
    falling: frozenset[str] = frozenset()
    price_changes: frozenset[str] = frozenset()
    """Those of them that tell a change only before a share or a price: he gained 3 per cent, but 300 followers."""
    appended: frozenset[str] = frozenset()
    """Those of these that behind a comma or a bracket tell a change of anything: 29 million barrels, *down* 170,000."""
    gathering: frozenset[str] = frozenset()
    """Those of them that right before money tell of no change: it raised 260 million."""
    changing: frozenset[str] = frozenset()
    """Words of change without a direction: change, goes."""
    by: frozenset[str] = frozenset()
    """What stands between a word of change and by how much."""
    by_how_much: frozenset[str] = frozenset()
    """Those of them that only stand before by how much: by, um, met."""
    by_how_much_share: frozenset[str] = frozenset()
    """Those that stand before by how much if it is a share: a relevé ses taux *de* 0,25 point."""
    index_words: frozenset[str] = frozenset()
    """What an index loses or gains: points."""
    becoming: frozenset[str] = frozenset()
    """What stands before the new value: to, auf, naar."""
    particles: Mapping[str, str] = field(default_factory=dict)
    """What tells behind the amount whether a verb without a direction goes up or down: legte um 3 Prozent *zu*."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of adverbs, which may stand between a word of change and an amount."""
    minus: frozenset[str] = frozenset()

    # --- units -------------------------------------------------------------------------------------------------------
    units: Mapping[str, str]
    """Words for units in every form, and their codes."""
    shy_units: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words of units that are things too, and are units only behind a scale and before none of the words beside them:
    millions de livres, but millions de livres vendus."""
    country_endings: tuple[str, ...] = ("\0",)
    """Endings of adjectives of countries, where they stand behind a currency: dollars jamaïc*ains*."""
    between_unit: frozenset[str] = frozenset()
    """Words that may stand between a number and its unit: the five next years."""
    of: frozenset[str] = frozenset()
    """What links a scale to its unit: millions d'euros."""
    per: frozenset[str] = frozenset()
    per_units: frozenset[str] = frozenset()
    """Those of them that also mean another thing, and only before a unit mean this: im Monat, but im Vorjahr."""
    time_shifts: frozenset[str] = frozenset()
    """What stands behind a time that is no pace: a year *earlier*, an plus tard."""
    several_tens: frozenset[str] = frozenset()
    """Numbers in words that *several* multiplies: mehrere zehn Millionen are no ten million."""
    point_words: frozenset[str] = frozenset()
    """Words for percentage points that are counted points too, where a thing follows or they are of an index: points
    de vente."""

    # --- dates -------------------------------------------------------------------------------------------------------
    months: Mapping[str, int]
    shy_months: frozenset[str] = frozenset()
    """Months that are other words too, and are dates only beside a number: may, march."""
    year_words: frozenset[str] = frozenset()
    """Words before a year that make a bare number a date: in, since, année."""
    date_openers: frozenset[str] = frozenset()
    """Words before a date that belong to it: early, mi-, Anfang."""
    date_parts: Mapping[str, int] = field(default_factory=dict)
    """Parts of a year behind an ordinal (half, trimestre, Quartal), and how many of them a year has."""
    last_parts: frozenset[str] = frozenset()
    """Words for the last of them: the *last* quarter of 2031."""
    date_codes: Mapping[str, int] = field(default_factory=dict)
    """Letters of short forms: Q3, H1, T4, with how many of them a year has."""
    decade_names: Mapping[str, int] = field(default_factory=dict)
    """Decades that are named by a word of their own: the nineties, neunziger Jahre."""
    decade_words: frozenset[str] = frozenset()
    decades: Mapping[str, int] = field(default_factory=dict)
    decade_suffixes: frozenset[str] = frozenset()
    months_have_capitals: bool = False
    day_after_month: bool = False
    """Whether it says March 7."""
    hour_words: frozenset[str] = frozenset()
    """Words for an hour that behind `clock_before` and a number make a time of day."""
    clock: frozenset[str] = frozenset()
    """Words behind a number that make it a time of day."""
    clock_before: frozenset[str] = frozenset()

    # --- ordinals, names, idioms -------------------------------------------------------------------------------------
    ordinals: Mapping[str, int]
    ordinal_articles: frozenset[str] = frozenset()
    """Words before digits with a point that make them an ordinal: der 35. Standort."""
    ordinal_suffixes: frozenset[str] = frozenset()
    superlatives: str = r"(?!)"
    """A pattern of words that mean the first rank without saying first: the largest, de grootste."""
    magnitudes: str = r"(?!)"
    """A pattern of words, in small letters, that say how large something is without being an amount: double-digit,
    Millionenverlust."""
    names_before: frozenset[str] = frozenset()
    """Words before a number that make it a name: section, phase, boulevard."""
    ranks_before: frozenset[str] = frozenset()
    """Words before a number that make it a rank where nothing counted follows: the top four."""
    street_words: frozenset[str] = frozenset()
    nouns_have_capitals: bool = False
    """Whether a capital says nothing about names."""
    idioms: frozenset[str] = frozenset()
    """Phrases that hold a number word and mean none: half-hearted, mille-feuille."""
    idioms_as_printed: frozenset[str] = frozenset()
    """The same where small letters would be a number: in Acht (nehmen), but in acht Tagen."""
    adjectives_too: frozenset[str] = frozenset()
    """Number words that are adjectives too, behind a noun with one of `determiners`: un magasin *neuf*."""
    determiners: frozenset[str] = frozenset()
    separable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Number words that end a clause as part of a verb, and that verb's forms: gibt auf alles *acht*."""
    compounding: frozenset[str] = frozenset()
    """Words of halves, doubles and parts that mean no amount where a hyphen joins them to a word that counts nothing:
    half-timbered, double-decker, demi-mesure."""
    compounded_units: frozenset[str] = frozenset()
    """Words that such a word does halve or double though they are no units: half-price, demi-tarif."""
    plural_endings: tuple[str, ...] = ("s",)
    articles: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    """What follows *one* when it is one of a set: of the, des."""
    function_words: frozenset[str] = frozenset()
    """Words that are no nouns, adjectives or names; behind a number they end what is counted."""
    before_pronouns: frozenset[str] = frozenset()
    """Words before *one* that make it a pronoun."""
    nouns_come_last: bool = True
    """Whether adjectives stand before their noun."""
    adjective_endings: tuple[str, ...] = ("\0",)
    adjectives: frozenset[str] = frozenset()
    """Common adjectives between a number and what is counted."""


def has_lexicon(code: str) -> bool:
    """Whether a language can be read."""
    return code in languages()


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that can be read, in order: those with a file in this folder.

    >>> languages()
    ('de', 'en', 'fr', 'nl')
    """
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("??.py")))


DIGITS_ONLY = ""
"""The code of a lexicon without words: it reads digits and signs, in a text whose language has no file."""


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; KeyError when it has no file."""
    if code == DIGITS_ONLY:
        empty: dict[str, int] = {}
        return Lexicon(
            code="", name="", decimal_mark=",", cardinals=empty, ones=frozenset(), scales=empty, joins={},
            denominators=empty, qualifiers={},
            units={}, months=empty, ordinals=empty,
        )  # fmt: skip
    if not has_lexicon(code):
        raise KeyError(code)
    found: Lexicon = importlib.import_module(f"factbound.language.{code}").LEXICON
    return found
