"""How a YAML file is laid out: its values, as they were typed, and the comments and blank lines between them.

Reading is strict_yaml's; this tree is for writing a file again. What stands between two values of the text is nothing
but indicators, white space and comments, so no comment can be missed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factbound.read.strict_yaml import Step, steps

_BLANK_LINES = re.compile(r"(\n *)+\Z")

BLANK = ""
"""A blank line among remarks."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with its #, or a blank line; `gap` is how many spaces stood before a comment beside something."""

    text: str
    gap: int = 0


@dataclass(slots=True)
class Scalar:
    """A text: its value, the characters it was typed with, and its style: empty for plain, or ' \" | >."""

    value: str
    raw: str
    style: str = ""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Item:
    """One entry of a mapping, or of a list, where `key` is None."""

    value: "Node"
    key: Scalar | None = None
    above: list[Remark] = field(default_factory=list)
    within: list[Remark] = field(default_factory=list)
    """What stands between the key and its value; the first in the line of the key when its gap is not 0."""
    beside: Remark | None = None
    start: int = 0
    """Where its key starts, or its value in a list; `end` is that of its value or of what stands beside it."""
    end: int = 0


@dataclass(slots=True)
class Group:
    """A mapping or a list; `flow` when it was typed in brackets; `below` is what follows its last item."""

    items: list[Item] = field(default_factory=list)
    mapping: bool = False
    flow: bool = False
    below: list[Remark] = field(default_factory=list)
    start: int = 0
    end: int = 0
    column: int = 0


Node = Scalar | Group


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole file: its node (None for comments alone), the remarks around it, and, as it was typed, what ends with ---
    or starts with ..."""

    head: str
    above: list[Remark]
    root: Node | None
    below: list[Remark]
    tail: str
    comments: tuple[str, ...]
    """Every comment, in the order in which they stand."""


def layout(text: str) -> Layout:
    """The layout of a text that strict_yaml reads; its lines end with \\n."""
    return _Builder(text).layout()


class _Builder:
    """Walks the steps of the parser; `position` is up to where the text is accounted for."""

    def __init__(self, text: str) -> None:
        self.text, self.position = text, 0
        self.steps = steps(text)
        self.next = 0
        self.comments: list[str] = []

    def layout(self) -> Layout:
        head, tail, root = "", "", None
        above: list[Remark] = []
        while self.next < len(self.steps):
            step = self.take()
            if step.kind == "document" and step.marked:
                self.position = step.end
                head = self.text[: step.end]
            elif step.kind == "document-end" and step.marked:
                self.text, tail = self.text[: step.start], self.text[step.start :]
            elif not step.kind.startswith("document"):
                above = self.remarks(step.start)
                root = self.node(step, -1)
        below = self.remarks(len(self.text))
        return Layout(head, above, root, below, tail, tuple(self.comments))

    def take(self) -> Step:
        self.next += 1
        return self.steps[self.next - 1]

    def node(self, step: Step, parent: int) -> Node:
        """The node that starts with `step`; `parent` is the column of what it stands in."""
        if step.kind == "scalar":
            return self.scalar(step)
        group = Group([], step.kind == "mapping", step.marked, start=step.start, column=step.column)
        if group.flow and self.text[step.start : step.start + 1] in {
            "{",
            "[",
        }:  # [a: b] holds a mapping without brackets
            self.position = step.start + 1
        while (step := self.take()).kind != "end":
            group.items.append(self.pair(step, group) if group.mapping else self.listed(step, group))
        if group.flow:
            group.below = [remark for remark in self.remarks(step.start) if remark.text]
            self.position = step.end
        else:
            group.below = self.indented(step.start, max(group.column, parent + 1))
        group.end = self.position
        return group

    def scalar(self, step: Step) -> Scalar:
        raw = self.text[step.start : step.end]
        if step.style in {"|", ">"}:
            header, mark, remark = raw.split("\n", 1)[0].partition("#")
            raw = raw.removesuffix("\n") if "+" in header else _BLANK_LINES.sub("", raw)
            if mark:
                self.comments.append(f"#{remark.rstrip()}")
        self.position = step.start + len(raw)
        return Scalar(step.value, raw, step.style, step.start, self.position)

    def pair(self, step: Step, group: Group) -> Item:
        above = self.remarks(step.start)
        key = self.scalar(step)
        value = self.take()
        within = self.remarks(value.start)
        item = Item(self.node(value, group.column), key, above, within, start=step.start)
        item.beside = self.beside()
        item.end = self.position
        return item

    def listed(self, step: Step, group: Group) -> Item:
        above = [Remark(remark.text) for remark in self.remarks(step.start)]
        item = Item(self.node(step, group.column), None, above, start=step.start)
        item.beside = self.beside()
        item.end = self.position
        return item

    def remarks(self, end: int) -> list[Remark]:
        """The comments and blank lines up to `end`."""
        found = self.noted(_remarks(self.text[self.position : end], self.position == 0))
        self.position = max(self.position, end)
        return found

    def beside(self) -> Remark | None:
        """The comment at the end of the line, when nothing but indicators stands before it."""
        stop = self.steps[self.next].start
        line = self.text[self.position : stop].split("\n", 1)[0]
        if "#" not in line:
            return None
        before, _, comment = line.partition("#")
        self.position += len(line)
        (found,) = self.noted(iter([Remark(f"#{comment.rstrip()}", max(1, len(before) - len(before.rstrip(" "))))]))
        return found

    def indented(self, end: int, column: int) -> list[Remark]:
        """The comments in lines of their own before `end` that are indented as far as what they follow."""
        lines = self.text[self.position : end].split("\n")
        taken = 0
        for number, line in enumerate(lines[1:], 1):
            bare = line.lstrip(" ")
            if bare.startswith("#") and len(line) - len(bare) >= column:
                taken = number
            elif bare.strip():
                break
        if not taken:
            return []
        gap = "\n".join(lines[: taken + 1])
        self.position += len(gap)
        return self.noted(_remarks(f"{gap}\n", start=False))

    def noted(self, remarks: Iterator[Remark]) -> list[Remark]:
        found = list(remarks)
        self.comments += [remark.text for remark in found if remark.text]
        return found


def _remarks(gap: str, start: bool) -> Iterator[Remark]:
    """The remarks in what stands between two values; of several blank lines, one."""
    lines = gap.split("\n")
    blank = start
    for number, line in enumerate(lines):
        if "#" in line:
            before, _, comment = line.partition("#")
            beside = number == 0 and not start
            yield Remark(f"#{comment.rstrip()}", max(1, len(before) - len(before.rstrip(" "))) if beside else 0)
            blank = False
        elif 0 < number < len(lines) - 1 and not line.strip() and not blank:
            yield Remark(BLANK)
            blank = True
