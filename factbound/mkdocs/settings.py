"""Settings: what an mkdocs.yml says, and what is wrong with it, as a project."""

import ast
import inspect
import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from factbound.host.page import GATES
from factbound.language.lexicon import has_lexicon, languages
from factbound.problems import NoEdition
from factbound.project import Project, config_file, real
from factbound.read.prose import HIDDEN, is_name
from factbound.values.contacts import contact_of
from factbound.values.licences import licence_of
from factbound.values.slugs import is_slug


class Settings(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    name = option.Type(str, default="edition")
    """A slug that names the edition in its exports."""
    languages = option.ListOfItems(option.Type(str), default=["en"])
    """Folders of content/, the first of them the one that others fall back to."""
    as_of = option.Type((str, date), default="")
    """The day (2031-05-13) on which the edition was last read through: promises due before it are past due."""
    license = option.Type((str, dict), default="")
    """What others may do with texts and data: a name of SPDX's list (CC-BY-4.0), or `{name: …, url: …}`; nothing grants
    nothing. The foot of every page, the feeds and every file of data say it."""
    contact = option.Type(str, default="")
    """Where readers report an error: a mail address, or the address of a tracker's issues or of a form. Pages then have
    a way to report one, with the page's name and address in it; without it the page of corrections says that there is
    none, and `check` and `build` remind you."""
    facts = option.Type(str, default="facts")
    """In a site with a theme of its own: the folder of facts, as seen from mkdocs.yml."""
    charts = option.Type(str, default="charts.yml")
    """In a site with a theme of its own: the file of charts, as seen from mkdocs.yml; `words.yml` and `map.json` stand
    beside it."""
    folder = option.Type(str, default="evidence")
    """In a site with a theme of its own: the folder of the site in which the pages of facts, sources and charts lie."""
    gate = option.Choice(GATES, default="all")
    """In a site with a theme of its own: which pages may print no number without a fact: `all` but those that say
    `numbers: free` in their front matter, or only those `marked` with `numbers: proved`."""


def options() -> dict[str, tuple[str, str]]:
    """The plugin's options: of what kind each is, and what it means."""
    (body,) = ast.parse(inspect.getsource(Settings)).body
    told = {
        before.targets[0].id: " ".join(str(after.value.value).split())
        for before, after in pairwise(body.body if isinstance(body, ast.ClassDef) else ())
        if isinstance(before, ast.Assign)
        and isinstance(before.targets[0], ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
    }
    kinds = {"name": "slug", "languages": "languages", "as_of": "day", "license": "licence", "gate": "gate"}
    return {name: (kinds.get(name, "str"), told[name]) for name, _ in Settings._schema}


def project_of(config: MkDocsConfig) -> Project:
    """The project that an mkdocs.yml describes."""
    settings = _found(config)
    if settings is None:
        raise NoEdition("mkdocs.yml: the plugin factbound is not listed")
    if fault := _fault(settings, is_hosted(config), "i18n" in config.plugins):
        raise NoEdition(f"mkdocs.yml: factbound: {fault}")
    if fault := _of_edition(config) or (_address_fault(config.site_url) if config.site_url else None):
        raise NoEdition(f"mkdocs.yml: {fault}")
    if hidden := HIDDEN.search(config.site_name):
        raise NoEdition(f"mkdocs.yml: site_name: U+{ord(hidden[0]):04X} cannot be seen: delete it")
    if "[[" in config.site_name and not is_hosted(config):
        raise NoEdition("mkdocs.yml: site_name: a [[…]] is not read here: write words")
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    return Project(
        root=root,
        name=settings.name,
        title=config.site_name,
        languages=tuple(settings.languages),
        site_url=config.site_url or "",
        as_of=str(settings.as_of),
        licence=licence_of(settings.license),
        contact=contact_of(settings.contact),
        facts_at=root / settings.facts if is_hosted(config) else None,
    )


_UNUSED = {
    "nav": "the menus are made of the stories' own order: and nav:",
    "extra_css": "colours and fonts are set in templates/assets/look.css",
    "extra_javascript": "a page needs no script, and its policy lets none of yours run",
    "extra_templates": "templates/ takes the place of the engine's, by their names",
    "extra": "templates show what their views hold",
    "markdown_extensions": "stories are read by the engine, whose Markdown docs/editors.md shows",
    "copyright": "license: of the plugin says what others may do",
}
"""What MkDocs lets a site choose and an edition does not use, with what it has instead."""

_OF_HOSTS = ("facts", "charts", "folder", "gate")
"""Options of the plugin for sites with a theme of their own."""


def unused(config: MkDocsConfig) -> Iterator[str]:
    """The settings in an edition's mkdocs.yml that nothing comes of, each with what there is instead."""
    if is_hosted(config):
        return
    typed = {key for given in config.user_configs for key in given}
    yield from (f"{name}: has no effect in an edition: {instead}" for name, instead in _UNUSED.items() if name in typed)
    own = {key for given in settings_of(config).user_configs for key in given}
    for name in _OF_HOSTS:
        if name in own:
            yield f"factbound: {name}: has no effect in an edition: it is for a site with a theme of its own"


def _address_fault(address: str) -> str | None:
    """Why a site cannot be published at an address: pages' own addresses are put together from it."""
    try:
        parts = urlsplit(address)
        wrong = not parts.hostname or parts.port == 0
    except ValueError:
        return f'site_url: "{address}" is no address'
    if wrong or parts.scheme not in {"http", "https"} or re.search(r"[\s<>\"\\^`{|}]", address):
        return f'site_url: "{address}" is no address, such as https://news.example/parcels/'
    if parts.query or parts.fragment or parts.username is not None or parts.password is not None:
        return "site_url: an address without a query, a fragment, a user and a password, which every page would show"
    return None


def _of_edition(config: MkDocsConfig) -> str | None:
    """What an edition of ours cannot be with, of what MkDocs lets a site choose; None for a site with a theme."""
    if is_hosted(config):
        return None
    languages = settings_of(config).languages
    if not all(is_name(config.site_name, language) for language in languages):
        return f'site_name: "{config.site_name}" is an amount, not a name'
    if not config.use_directory_urls:
        return (
            "use_directory_urls: an edition's pages are folders, so that every link to them leads somewhere: delete it"
        )
    for name in ("exclude_docs", "draft_docs"):
        if config.get(name):
            return f"{name}: an edition publishes every story and picture: move what is not ready out of content/"
    return None


def is_hosted(config: MkDocsConfig) -> bool:
    """Whether it is an ordinary site, whose theme shows our pages; an edition of ours has none but its templates."""
    return config.theme.name is not None


def _fault(settings: Settings, hosted: bool, translated: bool) -> str | None:
    """What is wrong with the plugin's options, or None."""
    if not is_slug(settings.name):
        return f'name: "{settings.name}" is not a slug'
    if not settings.languages or len(set(settings.languages)) < len(settings.languages):
        return "languages: one or more, each once"
    if hosted and len(settings.languages) > 1 and not translated:
        return "languages: a site with a theme has one language, but with the plugin i18n (mkdocs-static-i18n)"
    if hosted and not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*", settings.folder):
        return f'folder: "{settings.folder}" is no folder of the site, such as evidence'
    if wrong := next((code for code in settings.languages if not re.fullmatch(r"[a-z]{2,3}", code)), None):
        return f'languages: "{wrong}" is not a language code of two or three letters'
    if unread := next((code for code in settings.languages if not has_lexicon(code)), None):
        return (
            f'languages: "{unread}" has no file in factbound/language, so nothing would refuse its bare numbers; '
            f"there are {', '.join(languages())}, and docs/languages.md says how to add one"
        )
    try:
        licence_of(settings.license)
    except ValueError as error:
        return f"license: {error}"
    try:
        contact_of(settings.contact)
    except ValueError as error:
        return f"contact: {error}"
    if settings.as_of:
        try:
            same = date.fromisoformat(str(settings.as_of)).isoformat() == str(settings.as_of)
        except ValueError:
            same = False
        if not same:
            return f'as_of: "{settings.as_of}" is not a day, such as 2031-05-13'
    return None


def sources_of(config: MkDocsConfig) -> tuple[Path, ...]:
    """What a site is made from: no site takes its place."""
    project = project_of(config)
    named = (
        project.root,
        project.facts,
        project.templates,
        Path(config.docs_dir),
        Path(config.theme.custom_dir or project.root),
    )
    return tuple(dict.fromkeys((*named, Path(config.config_file_path or project.root))))


def hooks_of(config: MkDocsConfig) -> list[Path]:
    """The files of the site's own hooks, which are a part of what it is made from."""
    loaded: Any = config.hooks  # MkDocs says a list, and keeps modules by their names
    return [Path(hook.__file__) for hook in loaded.values()] if loaded else []


STUMBLES = (
    *(ConfigurationError, Abort, OSError, ValueError, TypeError, AttributeError, LookupError),
    *(RecursionError, OverflowError),
)
"""What MkDocs stumbles with over a file of settings: YAML takes 2034-02-30 for a day; what is not UTF-8, is nested
without end, or is a yes where a folder should be."""


def load(root: Path, site_dir: Path | None = None) -> MkDocsConfig:
    """The configuration in `root`; NoEdition when there is none that can be used."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "0")
    if not re.fullmatch(r"\d{1,11}", epoch):
        raise NoEdition(f'SOURCE_DATE_EPOCH: "{epoch}" is no number of seconds since 1970')
    given = {"site_dir": str(real(site_dir))} if site_dir else {}
    try:
        return load_config(str(config_file(root)), **given)
    except STUMBLES as error:
        raise NoEdition(f"mkdocs.yml: {error}") from error


def charts_file(config: MkDocsConfig) -> Path:
    """The file of charts of an ordinary site."""
    return project_of(config).root / settings_of(config).charts


def settings_of(config: MkDocsConfig) -> Settings:
    """The plugin's options, where it is listed."""
    settings = _found(config)
    assert settings, "project_of looked"
    return settings


def _found(config: MkDocsConfig) -> Settings | None:
    return next((plugin.config for plugin in config.plugins.values() if isinstance(plugin.config, Settings)), None)
