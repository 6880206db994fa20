"""What a form of chart needs of its figures. Each form says so beside its drawing (view/charts/), and assembly refuses
figures that do not answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Needs:
    """What a form needs, and what is drawn with it."""

    amount: bool = True
    """Every figure has an amount, and those that share an axis share a unit."""
    below_zero: bool = True
    """Whether an amount may lie below zero; a size cannot."""
    date: bool = False
    """Every figure has a date, a period or a due date, which stands at its mark in place of an amount."""
    place: bool = False
    """Every figure has a place on the edition's map, which is drawn beneath."""
    whole: bool = False
    """The figures are the parts of one whole, which is drawn too."""
    compares: bool = False
    """The figures stand on one scale, which says that they may be compared: where they are unlike, a verdict is
    needed."""
    panels: bool = False
    """Figures of one label share an axis of their own."""
    promise: bool = False
    """Every figure names the promise that it belongs to, as what was promised or as what came of it."""
    day: bool = False
    """Every promise has a day, or a later plan gave it one; when it came is drawn against it."""
    least: int = 1
    """The least figures that say something in this form."""
    key: bool = True
    """Whether the key to marks belongs to it: to their fills and to the ends of amounts."""
