"""Qualifying: how surely an amount is meant, by the words before it and behind it."""

from collections.abc import Iterator

from factbound.language.counting import number_at
from factbound.language.found import ENDS, OPEN_BRACKETS, Found
from factbound.language.measures import CURRENCY_SIGNS
from factbound.language.rules import Rules
from factbound.language.tokens import Tokens
from factbound.values.quantities import Qualifier


def qualify(rules: Rules, line: Tokens, found: Found) -> None:
    """The qualifier before or behind an amount."""
    number = found.number
    if number.several or number.rough:
        found.qualifier = Qualifier.SEVERAL if number.several else Qualifier.ABOUT
    if number.qualifier:
        found.qualifier = number.qualifier
    before = _qualifier_before(rules, line, found)
    if before:
        found.first, qualifier = before
        if found.upper is None and not number.several:
            found.qualifier = qualifier
    if found.upper is None:
        _qualifier_behind(rules, line, found)


def _qualifier_before(rules: Rules, line: Tokens, found: Found) -> tuple[int, Qualifier] | None:
    number, lex = found.number, rules.lexicon
    at = found.core if found.upper is not None else found.first
    hit = rules.qualifiers.before(line, at)
    if hit is None and line.low[at - 1] in OPEN_BRACKETS | {"'", '"'}:
        return None
    if hit is None and (number.share or found.unit == "times" or not number.digits):
        step = at
        for _ in range(2):
            if line.low[step - 1] == "'" and step > 1:
                step -= 1
            if step and line.low[step - 1] in lex.fillers:
                step -= 1
                hit = rules.qualifiers.before(line, step)
                if hit:
                    break
    if hit is None:
        hit = _verb_before(rules, line, at)
    if hit is None and found.unit == "times" and at > 1 and not number.digits:
        ahead = lex.adverbs_ahead.get(" ".join(line.low[at - 2 : at]))
        hit = (at - 2, ahead) if ahead else None
    qualifier = hit[1] if hit else None
    if hit is None or qualifier is None:
        return None
    start = hit[0]
    if _is_look_alike(rules, line, found, start, at):
        return None
    if qualifier is Qualifier.SEVERAL and not (number.implied or number.several or number.rough):
        if not number.digits and line.low[number.first] not in lex.several_tens:
            return None
        qualifier = Qualifier.ABOUT if number.digits else Qualifier.SEVERAL
    for _ in range(2):
        softener = rules.softeners.before(line, start)
        if softener:
            start = softener[0]
    return start, qualifier


def _verb_before(rules: Rules, line: Tokens, at: int) -> tuple[int, Qualifier | None] | None:
    """A verb that qualifies, behind which an adverb stands before the amount: dépassera finalement les 100 millions."""
    lex, low = rules.lexicon, line.low
    adverb = at - 1 - (at > 1 and low[at - 1] in lex.fillers)
    if adverb < 1 or not line.is_word(adverb) or not low[adverb].endswith(lex.adverb_endings):
        return None
    hit = rules.qualifiers.before(line, adverb)
    return hit if hit and hit[0] == adverb - 1 and low[hit[0]] in lex.qualifying_verbs else None


def _is_look_alike(rules: Rules, line: Tokens, found: Found, start: int, end: int) -> bool:
    words = " ".join(line.low[start:end])
    for each in rules.look_alikes.get(words, ()):
        if each.units and (found.unit or "") not in each.units:
            continue
        if each.after and not each.after.intersection(_said_before(line, start)):
            continue
        if each.before and not (start and line.low[start - 1] in each.before):
            continue
        if start and line.low[start - 1] in each.unless_after:
            continue
        if line.low[found.last] in each.unless_before:
            continue
        return True
    return False


def _said_before(line: Tokens, at: int) -> Iterator[str]:
    """The words shortly before a token, in its sentence."""
    for back in range(at - 1, max(-1, at - 8), -1):
        if line.low[back] in ENDS and not (line.glued(back + 1) and line.kind[back + 1] == "d"):
            return
        yield line.low[back]


def _qualifier_behind(rules: Rules, line: Tokens, found: Found) -> None:
    low = line.low
    if low[found.last] == "+" and line.glued(found.last) and found.number.digits and line.kind[found.last + 1] != "d":
        found.qualifier, found.last = Qualifier.AT_LEAST, found.last + 1
        return
    paced = found.per_last
    behind_pace = paced and rules.after.at(line, paced + (low[paced] == ","))
    at = paced if behind_pace else found.last
    if (hyphened := line.behind_hyphen(at)) > at and rules.after.at(line, hyphened):
        at = hyphened  # 12,500-plus
    if found.unit == "times" and found.number.value == found.number.mantissa and not found.number.digits:
        behind = at + (low[at] in rules.lexicon.reflexives)
        adverb = rules.lexicon.adverbs_behind.get(low[behind])
        if adverb and not _opens_an_amount(rules, line, behind + 1):
            found.qualifier, found.last = adverb, behind + 1
            return
    for _ in range(4):
        hit = rules.after.at(line, at)
        if hit and (line.raw[at] == low[at] or rules.lexicon.nouns_have_capitals):
            behind = hit[0] + (low[hit[0]] in rules.lexicon.of)
            before = rules.qualifiers.before(line, hit[0] + 1)
            behind += behind == hit[0] and before is not None and before[0] < hit[0]
            if _opens_an_amount(rules, line, behind):
                return  # plus de 10 et moins de 40
            found.qualifier, found.last = hit[1], hit[0]
            return
        bracketed = rules.after.at(line, at + 1) if low[at] == "(" else None
        if bracketed and low[bracketed[0]] == ")":
            found.qualifier, found.last = bracketed[1], bracketed[0] + 1
            return
        loose = rules.after.at(line, at + 1) if low[at] == "," else None
        if loose and (loose[1] is Qualifier.ABOUT or not line.is_word(loose[0])):
            found.qualifier, found.last = loose[1], loose[0]
            return
        if not line.is_word(at) or (low[at] in rules.lexicon.function_words and low[at] not in rules.lexicon.of):
            return
        at += 1


def _opens_an_amount(rules: Rules, line: Tokens, at: int) -> bool:
    number = line.kind[at] == "d" or (line.is_word(at) and number_at(rules.numbers, line, at) is not None)
    return number or line.low[at] in CURRENCY_SIGNS
