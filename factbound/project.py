"""A project: where an edition's folders are and how it is set up. Read once at the edge, passed on as a value."""

import os
from dataclasses import dataclass
from pathlib import Path

from factbound.values.contacts import Contact
from factbound.values.licences import Licence

CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""The names of a site's configuration: MkDocs' and those of ProperDocs, its fork."""


def real(path: Path) -> Path:
    """Where a path leads, links followed; one that leads in a circle stays as it is, where `Path.resolve` errs."""
    return Path(os.path.realpath(path))


def config_file(root: Path) -> Path:
    """The configuration in a folder; the first name that it may have where there is none."""
    return next((root / name for name in CONFIGS if (root / name).is_file()), root / CONFIGS[0])


@dataclass(frozen=True, slots=True)
class Project:
    """An edition's folder and settings, from its mkdocs.yml."""

    root: Path
    name: str
    """A slug that names the edition in its exports."""
    title: str
    languages: tuple[str, ...]
    """The first is the one that others fall back to."""
    site_url: str
    """Where the site is published, with a slash at its end; empty when not known."""
    as_of: str = ""
    """The day on which the edition was last read through, in ISO form; empty when not known."""
    licence: Licence | None = None
    """What others may do with its texts and data; None grants nothing."""
    contact: Contact | None = None
    """Where readers report an error; None where nobody has said."""
    facts_at: Path | None = None
    """The folder of facts, where it is not facts/."""

    @property
    def facts(self) -> Path:
        """The folder of facts."""
        return self.facts_at or self.root / "facts"

    @property
    def content(self) -> Path:
        """The folder of stories."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """The folder of this edition's templates and assets."""
        return self.root / "templates"

    @property
    def cache(self) -> Path:
        """The folder of drawn charts, which may be deleted at any time."""
        return self.root / ".cache" / "factbound"
