"""The key to all charts: how a status fills a mark and a qualifier ends it, drawn once, the words beside each
sample."""

from collections.abc import Callable, Iterator
from html import escape

from factbound.view.charts.layers import SMALL
from factbound.view.charts.measure import width as measured
from factbound.view.charts.measure import wrap
from factbound.view.charts.strokes import SOFT, TAIL, hatching, look_of
from factbound.view.charts.view import NARROW, ChartRow

SAMPLES = {
    "key-announced": "announced",
    "key-done": "done",
    "key-forecast": "forecast",
    "key-open": "more than",
    "key-soft": "about",
}
"""The words of each sample, and the status or the qualifier that it shows."""

LONG, THICK, BESIDE, LINE, APART = 44.0, 16.0, 84.0, 18.0, 28.0
"""Pixels: a sample, where its words begin, from line to line, and the space between columns."""

SOLID = (LONG - SOFT) / (LONG + SOFT)
"""The share of a soft sample that is firm."""


def key(words: Callable[[str], str], width: int = NARROW) -> str:
    """The key as SVG: in one column on a phone, in two where there is room. `words` gives interface words."""
    name, title = f"key-{'narrow' if width == NARROW else 'wide'}", words("key")
    told = {sample: words(sample) for sample in SAMPLES}
    columns = [list(told), []] if width == NARROW else [list(told)[:3], list(told)[3:]]
    parts: list[str] = []
    left, foot = 0.0, 0.0
    for samples in filter(None, columns):
        room = width - left - BESIDE
        top, widest = 0.0, 0.0
        for sample in samples:
            lines = wrap(told[sample], SMALL, 400, room)
            parts += [*_sample(name, SAMPLES[sample], left, top + 2), *_words(lines, left + BESIDE, top + 15)]
            widest = max(widest, *(measured(line, SMALL) for line in lines))
            top += LINE * len(lines) + 8
        left += BESIDE + widest + APART
        foot = max(foot, top)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" viewBox="0 0 {width} {foot:g}" width="{width}" '
        f'height="{foot:g}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" fill="none">'
        f'<title id="{name}-title">{escape(title)}</title><desc '
        f'id="{name}-desc">{escape("; ".join(told.values()))}</desc>'
        f"<defs>{_fade(name, 'open', 0.55)}{_fade(name, 'soft', 1, SOLID)}</defs>{''.join(parts)}</svg>"
    )


def _words(lines: list[str], x: float, baseline: float) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield (
            f'<text x="{x:g}" y="{baseline + LINE * number:g}" font-size="{SMALL:g}px" '
            f'fill="var(--ink)">{escape(line)}</text>'
        )


def _fade(name: str, end: str, strength: float, start: float = 0) -> str:
    """A gradient that ends in nothing, and begins to fade at this share of its length."""
    stops = (
        f'<stop offset="{start:.3g}" stop-color="var(--ink)" stop-opacity="{strength}"/><stop offset="1" '
        'stop-color="var(--ink)" stop-opacity="0"/>'
    )
    return f'<linearGradient id="{name}-{end}">{stops}</linearGradient>'


def _sample(name: str, shows: str, x: float, y: float) -> Iterator[str]:
    """A bar that shows a status or a qualifier."""
    look = look_of(ChartRow("", "", "", "", "", status=shows))
    inset = look.line / 2
    if shows == "about":
        yield f'<rect x="{x:g}" y="{y:g}" width="{LONG + SOFT:g}" height="{THICK:g}" fill="url(#{name}-soft)"/>'
        return
    line = f' stroke="var(--ink)" stroke-width="{look.line:g}"' if look.line else ""
    size = f'width="{LONG - look.line:g}" height="{THICK - look.line:g}"'
    yield f'<rect x="{x + inset:g}" y="{y + inset:g}" {size} fill="var(--ink)" fill-opacity="{look.fill:g}"{line}/>'
    if look.hatched:
        yield (
            f'<path transform="translate({x:g},{y:g})" d="{hatching(LONG, THICK)}" stroke="var(--ink)" '
            'stroke-width="1.25"/>'
        )
    if shows == "more than":
        yield f'<rect x="{x + LONG:g}" y="{y:g}" width="{TAIL:g}" height="{THICK:g}" fill="url(#{name}-open)"/>'
