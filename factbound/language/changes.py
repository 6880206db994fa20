"""Changes: whether an amount is by how much something went up or down, or what it came to."""

from factbound.language.amount import Change, Kind
from factbound.language.classes import is_name
from factbound.language.found import ENDS, STOPS, Found
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier
from factbound.values.units import CURRENCIES

_PRICES = frozenset({"%", "pp", "bp", "cents", "pence", "share"})
_PLAIN_QUALIFIERS = frozenset({Qualifier.EXACTLY, Qualifier.BETWEEN})


def change_before(rules: Rules, line: Tokens, at: int, steps: int) -> tuple[int, str] | None:
    """The nearest word of change before a token, within a few words and the same clause."""
    for back in range(at - 1, max(-1, at - 1 - steps), -1):
        word = line.low[back]
        if word in rules.changes:
            return back, rules.changes[word]
        if word in STOPS and not (line.glued(back) and line.glued(back + 1) and line.kind[back + 1] == "d"):
            return None
    return None


def set_change_apart(rules: Rules, line: Tokens, a: Found, b: Found) -> None:
    """From 20 miles in 2008 to 29: a change whose ends stand a few words apart."""
    if a.became is not None or a.upper is not None or a.kind is not Kind.AMOUNT:
        return
    low, start = line.low, a.first
    opened = rules.from_.before(line, start)
    if opened is None or b.kind is not Kind.AMOUNT:
        return
    if low[b.first - 1] not in rules.lexicon.becoming or not 0 < b.first - a.last < 9:
        return
    apart = any(low[each] in {",", ";", "(", ")"} for each in range(a.last, b.first))
    if apart or (a.unit not in {None, b.unit} and b.unit is not None):
        return
    if a.number.share or b.number.share:
        return
    a.became = b.lower if b.lower is not None else (b.value if b.value is not None else b.number.value)


def set_change(rules: Rules, line: Tokens, found: Found, before: Found | None) -> None:
    """Up, down or to: told by a sign, or by a word of change before."""
    low, lex = line.low, rules.lexicon
    if found.change and found.upper is None and found.unit not in {"%", "pp", "times"}:
        if found.change is Change.DOWN:
            found.value = -(found.value if found.value is not None else found.number.value)
        found.change = None
    if found.change or found.became is not None:
        return
    at = found.first
    if low[at - 1] in lex.becoming if at else False:
        if change_before(rules, line, at, 12) or (before and before.change and _goes_on(line, before, at - 1)):
            found.change = Change.TO
        return
    if before and before.change in {Change.UP, Change.DOWN} and _restates(rules, line, before, found):
        found.change = before.change
        return
    if found.upper is not None and rules.between.before(line, found.core + 1) is not None:
        return
    if at and low[at] in lex.becoming and found.qualifier is Qualifier.EXACTLY:
        return
    by_share = low[at - 1] in lex.by_how_much_share and found.unit in {"%", "pp", "bp"}
    if (by_share or low[at - 1] in lex.by_how_much) and at:  # expected to grow sales by 35 per cent
        change = change_before(rules, line, at, 5)
        direction = change and (
            change[1] or _particle_between(rules, line, change[0], at) or _particle_behind(rules, line, found.last)
        )
        if direction:
            found.change = Change(direction)
        elif change is None and before and before.unit == found.unit and _repeats(rules, line, before, at):
            found.change = before.change
        return
    steps, back = 4, at - 1
    while back >= 0 and steps:
        word = low[back]
        direction = rules.changes.get(word)
        if direction is not None and found.core > at and " ".join(low[at : found.core]) in lex.arriving_qualifiers:
            found.change = Change.TO  # fell below 50
            return
        if direction is not None:
            price = (
                found.unit in _PRICES | CURRENCIES
                or found.of in lex.index_words
                or low[found.last + bool(found.of)] in lex.becoming
            )
            appended = word in lex.appended and low[back - 1] in {",", "("} and back > 0
            if (word in lex.price_changes and not price and not appended) or (
                word in lex.gathering and found.unit in CURRENCIES
            ):
                return
            direction = direction or _particle_behind(rules, line, found.last)
            found.change = Change(direction) if direction else None
            return
        if word not in lex.by and not (line.kind[back] == "w" and word.endswith(lex.adverb_endings)):
            return
        steps, back = steps - 1, back - 1


def take_over(line: Tokens, found: Found, before: Found | None) -> None:
    """What is qualified once and told twice: nearly 500 feet (150 metres)."""
    if before is None or before.kind is not Kind.AMOUNT or line.low[before.last] not in {"(", "/"}:
        return
    if before.last + 1 != found.first or found.qualifier not in _PLAIN_QUALIFIERS or found.change:
        return
    plain = {None, "%", "pp", "share", "times", before.unit}
    if found.unit not in plain and before.unit not in plain - {before.unit}:
        found.change = before.change
        if found.upper is None and before.upper is None:
            found.qualifier = before.qualifier


def _goes_on(line: Tokens, before: Found, at: int) -> bool:
    """Whether the sentence about a change goes on right behind it, or behind a comma, to the value that it came to:
    fell 1.6 % after hours, to 82."""
    return at - before.last < 4 and not any(line.low[each] in ENDS for each in range(before.last, at))


def _restates(rules: Rules, line: Tokens, before: Found, found: Found) -> bool:
    """Whether an amount tells a change once more in another unit: fell 253 points, or 0.9 %."""
    at = before.last + (before.of is not None and line.low[before.last] == before.of)
    at += line.low[at] == ","
    joined = rules.or_.at(line, at)
    return joined is not None and joined[0] == found.first and found.unit not in {None, before.unit}


def _particle_between(rules: Rules, line: Tokens, verb: int, at: int) -> str:
    """The direction that a particle between a verb and an amount gives: liep terug met 3 procent."""
    return next((rules.lexicon.particles[word] for word in line.low[verb:at] if word in rules.lexicon.particles), "")


def _particle_behind(rules: Rules, line: Tokens, at: int) -> str:
    """The direction that a particle behind an amount gives to its verb: legte um 3 Prozent zu."""
    for each in range(at, at + 6):
        if line.low[each] in rules.lexicon.particles and (line.kind[each + 1] != "w" or each == at):
            return rules.lexicon.particles[line.low[each]]
        if line.low[each] in STOPS or not line.kind[each]:
            break
    return ""


def _repeats(rules: Rules, line: Tokens, before: Found, at: int) -> bool:
    """Whether a verb of change was left out behind a name, being that of the amount before: one was down 2.3 %,
    another by 2.6 %."""
    named = range(before.last + 1, at - 1)
    return (
        0 < len(named) < 4
        and line.low[before.last] in {",", ";", *rules.lexicon.between_and}
        and all(is_name(rules, line, each) or line.low[each] in rules.lexicon.between_and for each in named)
    )
