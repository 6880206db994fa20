"""Prose: the closed grammar of [[…]] in a phrase, and the numbers in it that no mention prints."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from factbound.problems import Code, Problem, Where, did_you_mean
from factbound.read.gate import holds_amount, is_ordinal, misread, numerals
from factbound.values.slugs import is_slug

FORMS = ("full", "short", "bare", "words", "period", "from", "until", "due", "year", "with-caveat")
"""How a figure may be printed. docs/editors.md shows each."""

KINDS = ("chart", "table", "timeline", "count", "cite", "published", "promise", "verdict", "name", "ordinal", "lang")
"""What may stand before a colon inside [[…]]."""

AS_TYPED = frozenset({"name", "ordinal", "lang"})
"""Kinds of mentions that print what was typed, which each language types in its own words."""
BLOCKS = frozenset({"chart", "table", "timeline", "promise"})

MENTION = re.compile(r"\[\[([^\[\]\n]*)\]\]")
TOKEN_OPEN, TOKEN_CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{TOKEN_OPEN}([0-9]+){TOKEN_CLOSE}")
"""What stands for a mention in a rendered body, with its position among the body's mentions."""
_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000\ue001\ufdd0-\ufdef"
    f"{_NONCHARACTERS}\U000e0000-\U000e007f]"
)
"""Control characters, those that turn the direction of writing or end a line unseen, halves of characters, what is no
character at all (Unicode, section 23.7; XML refuses some of it), tags, and our own tokens: none has a place where words
are typed."""
LONGEST_WORD = 1000
"""In characters: nobody reads a longer one, and looking for numbers in it takes for ever."""
LONGEST_NAME, WORDS_OF_A_NAME = 60, 8
"""What stands in [[name:…]] is a name, and no sentence."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language as HTML names it. Source: BCP 47."""
_FREE_DIGITS = re.compile(r"(?<!\w)([0-9]+)(?!\w)(?:\s+(\w))?")
_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A [[…]] as typed. For a figure `kind` is "figure" and `form` says how it is printed."""

    kind: Literal[
        "figure",
        "chart",
        "table",
        "timeline",
        "count",
        "cite",
        "published",
        "promise",
        "verdict",
        "name",
        "ordinal",
        "lang",
    ]
    target: str
    form: str
    where: Where
    source: str
    spot: Literal["text", "heading", "attribute", "code"] = "text"
    touched: str = ""
    """What hangs on the number of a figure and would be read with it: a scale, a sign."""


@dataclass(frozen=True, slots=True)
class BareNumber:
    """A number that no mention prints."""

    text: str
    values: tuple[object, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Phrase:
    """Plain words with mentions, in one language."""

    parts: tuple[str | Mention, ...]
    bare: tuple[BareNumber, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in order."""
        return tuple(part for part in self.parts if isinstance(part, Mention))


# --- Mentions --------------------------------------------------------------------------------------------------------


def phrase(text: str, language: str, where: Where, problems: list[Problem], own: str | None = None) -> Phrase:
    """The phrase in `text`; `own` is the id of the fact it belongs to, for [[self]] . Bad mentions are noted."""
    parts: list[str | Mention] = []
    end = 0
    blank = list(text)
    for match in MENTION.finditer(text):
        parts.append(text[end : match.start()])
        mention = mention_of(match, _shifted(where, text, match.start()), problems, language)
        if mention and mention.kind in BLOCKS:
            problems.append(Problem(mention.where, "a chart or table stands in a story only", Code.BAD_MENTION))
        elif mention:
            parts.append(mention)
        end = match.end()
        blank[match.start() : end] = " " * (end - match.start())
    parts.append(text[end:])
    left = "".join(blank)
    if too_long := word_too_long(left, where):
        problems.append(too_long)
        return Phrase(tuple(part for part in parts if part))
    problems += misreadings(parts, language)
    bare = tuple(BareNumber(a.text, a.values, _shifted(where, text, a.start)) for a in numerals(left, language))
    return Phrase(tuple(part for part in parts if part), bare)


def misreadings(parts: Iterable[str | Mention], language: str) -> Iterator[Problem]:
    """That words printed as typed make a number with the words around them, by which they are a part, or an amount."""
    text, spans, mentions = "", [], []
    for part in parts:
        if isinstance(part, Mention) and part.kind in AS_TYPED and part.spot != "code":
            words = foreign(part.target)[1] if part.kind == "lang" else part.target
            spans.append((len(text), len(text) + len(words)))
            mentions.append(part)
            text += words
        else:
            text += part if isinstance(part, str) else " "
    for place, number in misread(text, spans, language) if spans else ():
        told, hint = mentions[place], "record it as a fact and mention that"
        yield Problem(told.where, f"{told.source} makes “{number}” a number", Code.BAD_MENTION, hint)


def word_too_long(text: str, where: Where) -> Problem | None:
    """That a word is longer than any word is."""
    if len(text) <= LONGEST_WORD or not (match := _TOO_LONG.search(text)):
        return None
    message = f'"{match[0][:20]}…" has more than {LONGEST_WORD:,} characters without a blank'
    return Problem(where, message, Code.YAML_LIMIT, "write it as words, or put it between backticks")


def _shifted(where: Where, text: str, offset: int) -> Where:
    """The place `offset` characters into a scalar; the scalar's own start where its lines are not known."""
    return where.after(offset) if where.turns or "\n" not in text else where


def mention_of(match: re.Match[str], where: Where, problems: list[Problem], language: str) -> Mention | None:
    """The mention in [[…]], or None with its problem noted."""
    inside = match[1].replace("\\|", "|").strip()
    kind, colon, rest = inside.partition(":")
    if colon:
        target = rest.strip()
        if kind not in KINDS:
            problems.append(
                Problem(
                    where,
                    f"“{kind}:” is not known in [[…]]",
                    Code.BAD_MENTION,
                    did_you_mean(kind, KINDS) or f"one of {', '.join(KINDS)}",
                )
            )
            return None
        fault = _escape_fault(kind, target, language) if kind in AS_TYPED else ""
        if fault or not target:
            problems.append(Problem(where, fault or f"[[{kind}:]] names nothing", Code.BAD_MENTION))
            return None
        return Mention(kind, target, "full", where, match[0])  # type: ignore[arg-type]
    target, bar, form = (part.strip() for part in inside.partition("|"))
    if not is_slug(target):
        meant = re.sub(r"[\s_]+", "-", target.lower())
        hint = (
            f"ids are small letters, digits and hyphens: [[{meant}]]"
            if is_slug(meant)
            else "write [[id]], [[id|form]] or [[kind:id]]"
        )
        problems.append(Problem(where, f'"[[{inside}]]" names no figure', Code.BAD_MENTION, hint))
        return None
    if bar and form not in FORMS:
        problems.append(
            Problem(
                where,
                f"figures are not printed “{form}”",
                Code.BAD_MENTION,
                did_you_mean(form, FORMS) or f"one of {', '.join(FORMS)}",
            )
        )
        return None
    return Mention("figure", target, form or "full", where, match[0], touched=_touched(match))


def _touched(match: re.Match[str]) -> str:
    """What stands at a mention of a figure without a blank, or is a scale behind it."""
    ahead = _AHEAD.search(match.string[max(0, match.start() - 6) : match.start()])
    behind = _BEHIND.match(match.string[match.end() : match.end() + 24])
    return next((each for found in (ahead, behind) if found for each in found.groups() if each), "")


_AHEAD = re.compile(r"(?:([^\W_]|[$€£¥<>≤≥≈~±])|(?:^|[\s(])([-–−+]))[*_]*\Z")
_BEHIND = re.compile(
    r"[*_]*([^\W_]+|[$€£¥%‰]|-fold\b|-?(?:fach|voudig)\w*)"
    r"|[*_]*[ \u00a0]((?:[kK]|[Bb]n|[Mm]ln|[Mm]ld|Mio|Mi[ao]|Mrd|Mds?|tn|lakhs?|crores?)\b|[%‰]"
    r"|per ?cent\b|pour cent\b|procent\b|Prozent\b)"
)
"""Letters, digits and signs that hang on a number, and scales and shares behind it."""


def is_ours(match: re.Match[str], names: Collection[str]) -> bool:
    """Whether a [[…]] says something of ours: it names one of the figures `names`, in a form that figures have, or
    begins with one of our kinds. Others, such as wiki links, are somebody else's.

    >>> [is_ours(match, {"lamp"}) for match in MENTION.finditer("[[lamp|short]] [[cite:a]] [[1]] [[bulb]] [[lamp|b]]")]
    [True, True, False, False, False]
    """
    inside = match[1].replace("\\|", "|").strip()
    kind, colon, rest = inside.partition(":")
    if colon:
        return kind in KINDS and bool(rest.strip())
    target, bar, form = (part.strip() for part in inside.partition("|"))
    return target in names and (not bar or form in FORMS)


def _escape_fault(kind: str, target: str, language: str) -> str:
    """Why this escape is refused: a name holds a letter and no amount of money or share; an ordinal is one; words in
    another language name it first, and hold no number."""
    if kind == "lang":
        code, words = foreign(target)
        if not _LANGUAGE.fullmatch(code) or not words:
            return f'"{target}" begins with no language, such as [[lang:fr {target.partition(" ")[2] or "mot"}]]'
        if code == language:
            return f'"{words}" is marked as "{code}", which the words around it are in'
        return f'"{words}" holds a number' if numerals(words, code) else ""
    if kind == "ordinal":
        return "" if is_ordinal(target, language) else f'"{target}" is not an ordinal'
    if not any(character.isupper() for character in target):
        return f'"{target}" is not a name: it has no capital letter'
    if len(target) > LONGEST_NAME or len(target.split()) > WORDS_OF_A_NAME:
        return f'"{target}" is not a name: it has more than {LONGEST_NAME} characters or {WORDS_OF_A_NAME} words'
    return f'"{target}" is an amount, not a name' if not is_name(target, language) else ""


def foreign(target: str) -> tuple[str, str]:
    """The language and the words of [[lang:…]].

    >>> foreign("fr plus de")
    ('fr', 'plus de')
    """
    code, _, words = target.partition(" ")
    return code, words.strip()


def is_name(words: str, language: str) -> bool:
    """Whether words hold no more digits than a name does: four at most, once, and no small word after them, which
    would be counted.

    >>> is_name("Expo 2030", "en"), is_name("Boeing 737", "en"), is_name("Lumen paid 400 workers", "en")
    (True, True, False)
    """
    digits = _FREE_DIGITS.findall(words)
    return (
        not holds_amount(words, language)
        and len(digits) <= 1
        and not any(len(number) > 4 or following.islower() for number, following in digits)
    )


def fill_tokens(html: str, replace: dict[int, str], blocks: dict[int, str]) -> str:
    """The body's HTML with its tokens replaced; a block takes the place of the paragraph it stands in.

    >>> one, two = (f"{TOKEN_OPEN}{number}{TOKEN_CLOSE}" for number in range(2))
    >>> fill_tokens(f"<p>It cost {one}.</p><p>{two}</p>", {0: "€12", 1: ""}, {1: "<figure></figure>"})
    '<p>It cost €12.</p><figure></figure>'
    """

    def block(match: re.Match[str]) -> str:
        number = int(match[1])
        return blocks[number] if number in blocks else match[0]

    html = re.sub(rf"<p>\s*{TOKEN.pattern}\s*</p>", block, html)
    return TOKEN.sub(lambda match: replace[int(match[1])], html)


def plain_text(text: str, replace: dict[int, str]) -> str:
    """A text with tokens, such as a heading, with each replaced by its words.

    >>> plain_text(f"It cost {TOKEN_OPEN}0{TOKEN_CLOSE}", {0: "€12"})
    'It cost €12'
    """
    return TOKEN.sub(lambda match: replace.get(int(match[1]), ""), text)
