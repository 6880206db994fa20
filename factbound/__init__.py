"""factbound: a static-site generator in which a number cannot be printed without its proof.

What a notebook or a program of one's own may use stands in `__all__`, and docs/notebook.md shows it; everything else
may change from one version to the next. Importing this costs nothing: what it offers is fetched when it is first asked
for.
"""

TYPE_CHECKING = False  # typing has it, and takes time to load, in which Ctrl-C ends a command with a traceback
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from factbound.ledger import Figure, Ledger, Reading, Source
    from factbound.problems import EditionError, NoEdition, Problem
    from factbound.view.data.columns import Value

__version__ = "0.1.0"
REPORT = "report it to whoever keeps this copy of factbound"
"""What to do about a bug. A newsroom that keeps its own copy puts the address of its tracker here."""
__all__ = [
    "EditionError",
    "Figure",
    "Ledger",
    "NoEdition",
    "Problem",
    "Reading",
    "Source",
    "load",
    "printed",
    "tables",
]

_HOMES = {
    **dict.fromkeys(("Figure", "Ledger", "Reading", "Source"), "factbound.ledger"),
    **dict.fromkeys(("EditionError", "NoEdition", "Problem"), "factbound.problems"),
}
"""The module of each class that is offered."""


def __getattr__(name: str) -> "Any":
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(folder: "str | Path" = ".") -> "Ledger":
    """The ledger of the edition in a folder: the one that has its mkdocs.yml.

    EditionError holds every problem of an edition that does not hold; NoEdition says why a folder has none.
    """
    from pathlib import Path

    from factbound.mkdocs import plugin, settings

    return plugin.ledger(settings.load(Path(folder)))


def printed(ledger: "Ledger", figure: str, form: str = "full", *, language: str = "") -> str:
    """What a page prints for a figure, as `[[figure|form]]` does, in one of the ledger's languages (the first, if none
    is named)."""
    from factbound.view.telling.teller import Teller

    return Teller(ledger, language or ledger.languages[0]).figure(ledger.figures[figure], form).text


def tables(ledger: "Ledger", *, language: str = "") -> "Mapping[str, list[dict[str, Value]]]":
    """Every table of the data by its name, each a list of rows: what data/*.csv hold, with exact decimals, and None for
    an empty cell.

    A row is a dictionary, so that `pandas.DataFrame(tables(ledger)["facts"])` is a frame. Words are in one of the
    ledger's languages (the first, if none is named).
    """
    from factbound.view.data.tables import TABLES, filled
    from factbound.view.telling.teller import Teller

    tell = Teller(ledger, language or ledger.languages[0])
    return {
        each.table.name: [
            dict(zip((column.name for column in each.table.columns), row, strict=True)) for row in each.rows
        ]
        for each in (filled(table, tell) for table in TABLES)
    }
