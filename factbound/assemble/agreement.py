"""Agreement: what the readings of one fact say alike, and in what they differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from factbound.ledger import Reading
from factbound.values.dates import Period


@dataclass(frozen=True, slots=True)
class Agreement:
    """`single`, `agrees` or `differs`; in what the readings differ, and what difference was tolerated."""

    verdict: str
    differences: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()


def compare(readings: Sequence[Reading], declared: bool) -> Agreement:
    """How the readings agree. `declared` says that an editor sees a difference of wording that no field shows."""
    if len(readings) == 1:
        return Agreement("single")
    differences: set[str] = set()
    tolerated: set[str] = set()
    for left, right in combinations(readings, 2):
        differences |= _amounts(left, right)
        for name, one, other in (("date", left.date, right.date), ("period", left.period, right.period)):
            match _periods(one, other):
                case "differs":
                    differences.add(name)
                case "precision":
                    tolerated.add(name)
        if left.place and right.place and left.place.id != right.place.id:
            differences.add("place")
        if left.scope and right.scope and {s.id for s in left.scope} != {s.id for s in right.scope}:
            differences.add("scope")
        if left.status != right.status:
            differences.add("status")
    if declared and not differences:
        differences.add("wording")
    return Agreement("differs" if differences else "agrees", tuple(sorted(differences)), tuple(sorted(tolerated)))


def _amounts(left: Reading, right: Reading) -> set[str]:
    a, b = left.quantity, right.quantity
    if a is None or b is None:
        return set()
    found = {"amount"} if (a.value, a.unit) != (b.value, b.unit) or (a.value is None and a != b) else set()
    return found | ({"qualifier"} if a.qualifier is not b.qualifier else set())


def _periods(left: Period | None, right: Period | None) -> str:
    """Whether two dates are the same, one a rougher telling of the other, or different."""
    if left is None or right is None or left.text == right.text:
        return "same"
    inside = (left.first <= right.first and right.last <= left.last) or (
        right.first <= left.first and left.last <= right.last
    )
    return "precision" if inside and left.is_interval == right.is_interval else "differs"
