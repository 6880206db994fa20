"""A layout written in the canonical style, line by line."""

from collections.abc import Iterable

from factbound.tidy.folding import WIDTH, folded, one_line, paragraphs, quoted
from factbound.tidy.layout import BLANK, Group, Item, Layout, Node, Remark, Scalar

STEP = 2
"""How much further each level is indented."""


def printed(file: Layout) -> str:
    """The text of a whole file."""
    lines = [line.rstrip() for line in file.head.splitlines()]
    lines += _remarks(file.above, 0)
    if file.root is not None:
        lines += _document(file.root)
    below = _remarks(file.below, 0)
    lines += below[:-1] if below[-1:] == [BLANK] else below
    while lines and not lines[0]:
        del lines[0]
    return "\n".join([*lines, *file.tail.rstrip().splitlines(), ""])


def _document(root: Node) -> list[str]:
    if isinstance(root, Group) and root.items:
        return group_lines(root, 0)
    return _hung("", Item(root), 0)


def group_lines(group: Group, indent: int) -> list[str]:
    """The lines of a mapping or list that stands in lines of its own, from column `indent`."""
    lines: list[str] = []
    for item in group.items:
        if item is group.items[0]:
            item.above = [remark for remark in item.above if remark.text]  # no group starts with a blank line
        lines += item_lines(item, indent)
    return [*lines, *_remarks(group.below, indent)]


def item_lines(item: Item, indent: int) -> list[str]:
    """The lines of an item with its remarks, from column `indent`."""
    above = _remarks(item.above, indent)
    if item.key is not None:
        return above + _hung(f"{_key(item.key)}:", item, indent)
    if not isinstance(item.value, Group) or not item.value.items or _in_line(item.value, indent + STEP) is not None:
        return above + _hung("-", item, indent)
    value, note = item.value, item.beside
    if note and _has_remarks(value):
        value.below.append(Remark(note.text))
    elif note:
        _beside_first(value, note)
    first = value.items[0]
    above += _remarks([remark for remark in first.above if remark.text], indent)
    first.above = []
    inner = group_lines(value, indent + STEP)
    while inner and inner[0].lstrip().startswith("#"):  # a remark too long for its line has moved above it
        above.append(" " * indent + inner.pop(0).lstrip())
    return [*above, f"{' ' * indent}- {inner[0][indent + STEP :]}", *inner[1:]]


def _beside_first(group: Group, note: Remark) -> None:
    """Put a remark on a whole group beside its first line."""
    first = group.items[0]
    if isinstance(first.value, Group) and first.key is None and first.value.items:
        _beside_first(first.value, note)
    elif isinstance(first.value, Group) and first.value.items:
        first.within.insert(0, Remark(note.text, STEP))
    else:
        first.beside = Remark(note.text, STEP)


def _hung(head: str, item: Item, indent: int) -> list[str]:
    """A value after its key or hyphen, with what is remarked beside it."""
    value, margin = item.value, " " * indent
    within = [note for note in item.within if note.text]
    notes = [*within, *([item.beside] if item.beside else [])]
    if isinstance(value, Group) and value.items and (line := _in_line(value, indent + len(head) + 1)) is None:
        if item.beside and _has_remarks(value):
            value.below.append(Remark(item.beside.text))
            notes = within
        beside, rest = (notes[0], notes[1:]) if notes and notes[0].gap else (None, notes)
        if item.beside in notes and notes[0] is item.beside:
            beside, rest = Remark(item.beside.text, STEP), []
        return [
            *_with([f"{margin}{head}"], beside, indent),
            *_remarks(rest, indent + STEP),
            *group_lines(value, indent + STEP),
        ]
    if isinstance(value, Group):
        line = _in_line(value, 0) if value.items else "{}" if value.mapping else "[]"
        notes = [*notes, *value.below]
        lines = [f"{margin}{head} {line}".rstrip()]
    else:
        lines = _scalar(value, f"{margin}{head}{' ' if head else ''}", indent)
    notes = [note for note in notes if note.text]
    if isinstance(value, Scalar) and value.style in {"|", ">"}:
        return [*_remarks(notes, indent), *lines]
    return [*_remarks(notes[:-1], indent), *_with(lines, notes[-1] if notes else None, indent)]


def _with(lines: list[str], note: Remark | None, indent: int) -> list[str]:
    """The lines with a remark at the end of the last, or above them where that would be too long."""
    if note is None:
        return lines
    for gap in (max(note.gap, STEP), STEP):
        if len(whole := f"{lines[-1]}{' ' * gap}{note.text}") <= WIDTH:
            return [*lines[:-1], whole]
    return [f"{' ' * indent}{note.text}", *lines]


def _in_line(group: Group, column: int) -> str | None:
    """A list of short words as it stands in brackets; None when it needs lines of its own."""
    if group.mapping or not group.flow or _has_remarks(group):
        return None
    parts: list[str] = []
    for item in group.items:
        match item.value:
            case Group(items=[]) as empty if not empty.below:
                parts.append("{}" if empty.mapping else "[]")
            case Group() as inner if (text := _in_line(inner, column)) is not None:
                parts.append(text)
            case Scalar(style="" | "'" | '"') as scalar if text := one_line(scalar.raw, scalar.style, scalar.value):
                parts.append(text)
            case _:
                return None
    line = f"[{', '.join(parts)}]"
    return line if column + len(line) <= WIDTH else None


def _has_remarks(group: Group) -> bool:
    """Whether anything is remarked inside a group that was typed in brackets."""
    return (
        not group.flow
        or any(remark.text for remark in group.below)
        or any(
            item.beside is not None
            or any(remark.text for remark in [*item.above, *item.within])
            or (isinstance(item.value, Group) and bool(item.value.items) and _has_remarks(item.value))
            for item in group.items
        )
    )


def _key(key: Scalar) -> str:
    """A key in one line."""
    if key.style in {"|", ">"} or not key.raw:
        return quoted(key.value)
    return one_line(key.raw, key.style, key.value) or quoted(key.value)


def _scalar(scalar: Scalar, head: str, indent: int) -> list[str]:
    """A text after `head`; what does not fit stands below, two columns further in than `indent`."""
    margin = " " * (indent + STEP)
    if scalar.style in {"|", ">"}:
        header, body = _block(scalar, indent + STEP)
        return [f"{head}{header}", *(f"{margin}{line}" if line else "" for line in body)]
    short = one_line(scalar.raw, scalar.style, scalar.value)
    found = [short] if short is not None else paragraphs(scalar.raw)
    lines: list[str] = []
    for paragraph in found:
        lines += folded(paragraph, len(head) if not lines else len(margin), len(margin)) if paragraph else [""]
    return [f"{head}{lines[0]}".rstrip(), *(f"{margin}{line}" if line else "" for line in lines[1:])]


def _block(scalar: Scalar, column: int) -> tuple[str, list[str]]:
    """The header of a text in lines of its own (| or >), and its lines without their indentation."""
    header, *body = scalar.raw.split("\n")
    indicators, hash_, remark = header.partition("#")
    value = scalar.value.split("\n")
    texts = [(line, told) for line, told in zip(body, value, strict=False) if told.strip()]
    depth = next((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), WIDTH)
    if any(mark.isdigit() for mark in indicators) and texts:
        depth = len(texts[0][0]) - len(texts[0][1])
    ends = "" if scalar.value.endswith("\n") else "-"
    mark = (
        scalar.style
        + (str(STEP) if any(sign.isdigit() for sign in indicators) else "")
        + ("+" if "+" in indicators and not ends else ends)
    )
    lines = [line[depth:] for line in body]
    if scalar.style == ">" and not any(line[0] in " \t" for line in lines if line):
        lines = [part for line in _joined(lines) for part in (folded(line, column, column) if line else [""])]
    return f"{mark}{f'  {hash_}{remark}' if hash_ else ''}".rstrip(), lines


def _joined(lines: Iterable[str]) -> list[str]:
    """The lines of a folded text, joined as YAML joins them."""
    told: list[str] = []
    joins = False
    for line in lines:
        if not line.strip():
            told.append("")
            joins = False
        elif joins and not told[-1].endswith(" "):
            told[-1] += f" {line}"
        else:
            told.append(line)
            joins = True
    return told


def _remarks(remarks: Iterable[Remark], indent: int) -> list[str]:
    return [f"{' ' * indent}{remark.text}" if remark.text else "" for remark in remarks]
