"""Classes: an amount, or a name, a rank, a pronoun that only looks like one; and what is counted."""

from factbound.language.amount import Kind
from factbound.language.found import Found
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier


def counted(rules: Rules, line: Tokens, at: int) -> str | None:
    """The counted word behind a number: its head, where that can be told."""
    low, lex = line.low, rules.lexicon
    if low[at] in lex.of:
        at += 1 + (low[at + 1] == "'")
        while low[at] in lex.articles:
            at += 1
            at += low[at] == "'"
    words: list[str] = []
    capital = ""
    for each in range(at, at + 4):
        if line.kind[each] != "w":
            break
        if low[each] in lex.function_words and not (line.raw[each].isupper() and len(low[each]) > 1):
            break
        words.append(low[each])
        if lex.nouns_have_capitals and line.raw[each][:1].isupper():
            capital = low[each]
            break
        adjective = low[each] in lex.adjectives or low[each].endswith(lex.adjective_endings)
        if not adjective and not lex.nouns_come_last:
            break
    if lex.nouns_have_capitals:
        return capital or None
    if lex.nouns_come_last:
        plural = next(
            (word for word in words if word.endswith(lex.plural_endings) and word not in lex.adjectives), None
        )
        return plural or (words[0] if words else None)
    return words[-1] if words else None


def classify(rules: Rules, line: Tokens, found: Found, previous: Found | None) -> None:
    """An amount, or a name or a pronoun that only looks like one."""
    number, lex, low = found.number, rules.lexicon, line.low
    if found.unit is None and _names_a_street(rules, line, found):
        found.kind = Kind.OTHER
        return
    if found.upper is not None or (found.unit is not None and not number.one):
        return
    first = number.first
    if number.one:
        _classify_one(rules, line, found, previous)
        return
    if number.bare and found.first == first - 1 and low[first - 1] == "-" and rules.names.before(line, first - 1):
        found.kind, found.value = Kind.NAME, None  # COVID -19
        return
    if found.qualifier is not Qualifier.EXACTLY or number.factor != 1 or found.first != number.first:
        return
    if rules.names.before(line, first):
        found.kind = Kind.NAME
        return
    if found.of is None and low[first - 1] in lex.ranks_before:
        found.kind = Kind.ORDINAL
        return
    if not number.digits:
        return
    if low[first - 1] in {"#", "°", "№", "§"} and first:
        found.kind = Kind.NAME
        return
    if (
        low[first - 1] == ","
        and low[found.last] in {",", ""}
        and number.bare
        and 10 < number.value < 110
        and line.raw[first - 2][:1].isupper()
    ):
        found.kind = Kind.OTHER
        return
    if not number.bare:
        return
    if lex.nouns_have_capitals:
        return
    if number.value >= 10 and _names_a_model(rules, line, found.last):
        found.kind = Kind.NAME
        return
    if not is_name(rules, line, first - 1):
        return
    if (
        found.of is None
        or line.raw[found.last][:1].isupper()
        or (number.value < 20 and not found.of.endswith(lex.plural_endings))
    ):
        found.kind = Kind.NAME


def names_the_counted(rules: Rules, line: Tokens, before: Found, found: Found) -> bool:
    """Whether a number is the name of what the number before it counts: two new 737 jets."""
    plain = before.kind is Kind.AMOUNT and before.unit is None and before.upper is None and not before.number.one
    named = plain and found.unit is None and found.upper is None and found.number.bare and found.number.value >= 100
    gap = range(before.last, found.first)
    return named and len(gap) < 2 and all(line.low[each] in rules.lexicon.adjectives for each in gap)


def is_name(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether a word shows by its capital that it is a name."""
    if not line.is_word(at):
        return False
    raw = line.raw[at]
    if raw.lower() == raw or line.low[at] in rules.lexicon.function_words or line.low[at] in rules.changes:
        return False
    starts = at == 0 or line.low[at - 1] in {".", "!", "?", ":", '"', "“", "«", "-", "–"}
    return not starts or raw[1:].lower() != raw[1:]


def _names_a_street(rules: Rules, line: Tokens, found: Found) -> bool:
    """Whether a number is a house's: 22 Rue Haute, 16-18 Industrial Avenue."""
    plain = found.number.digits and (found.number.bare or found.upper is not None) and found.number.factor == 1
    return plain and any(
        line.low[ahead] in rules.lexicon.street_words and line.raw[ahead][:1].isupper()
        for ahead in range(found.last, found.last + 4)
    )


def _names_a_model(rules: Rules, line: Tokens, at: int) -> bool:
    """Whether words with capitals follow that are nothing counted: the 787 Dreamliner, but 1300 Americans."""
    words = 0
    if len(line.raw[at]) == 1:
        return False
    while line.is_word(at) and line.raw[at][:1].isupper() and line.low[at] not in rules.lexicon.function_words:
        if line.low[at].endswith(rules.lexicon.plural_endings):
            return False
        words, at = words + 1, at + 1
    following = line.low[at] if line.is_word(at) else ""
    return words > 0 and not (following.endswith("s") and following not in rules.lexicon.function_words)


def _classify_one(rules: Rules, line: Tokens, found: Found, previous: Found | None) -> None:
    """One as a number, as one of a set, or as a pronoun or an article."""
    low, lex, number = line.low, rules.lexicon, found.number
    last = number.last
    article = low[number.first] in lex.articles
    if found.unit is not None:
        shifted = previous and found.first - previous.last < 3 and rules.shifts.at(line, found.last)
        if shifted or (previous and previous.per_last > found.first):
            found.dropped = True  # 1.1 % more than a year ago; 15 dollars an hour, minimum
            return
        if article and found.qualifier is Qualifier.EXACTLY and found.unit != "%":
            found.loose, found.dropped = True, low[number.first] not in lex.ones
        return
    if low[last] in lex.partitives:
        found.loose = True
        found.of = None
        return
    if article or found.of is None or low[last - 2 if last > 1 else 0] in lex.before_pronouns:
        found.dropped = True
