"""MkDocs: its events turned into calls of the edition. The only module that knows MkDocs."""

import ast
import gc
import inspect
import logging
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from factbound import edition
from factbound.desk.renewing import renew_ids
from factbound.host.build import Hosted
from factbound.host.page import GATES
from factbound.language.lexicon import has_lexicon, languages
from factbound.ledger import Ledger
from factbound.mkdocs.host_events import Host, Place
from factbound.problems import Code, EditionError, NoEdition, Problem, Where
from factbound.project import Project, config_file
from factbound.publish.preview import Preview
from factbound.publish.spare import Spare
from factbound.publish.target import Refused, look, site_staged
from factbound.read.book import LOCK
from factbound.read.content import ROOT
from factbound.read.context import relative
from factbound.read.prose import HIDDEN, is_name
from factbound.values.contacts import contact_of
from factbound.values.licences import licence_of
from factbound.values.slugs import is_slug
from factbound.view.charts.workers import Workers
from factbound.view.pages.theme import template_errors
from factbound.view.site import Artefact
from factbound.view.telling.links import file_of

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


FIRST, LAST = 1000, -1000
"""When our events come: before those of all other plugins, or after."""
log = get_plugin_logger("factbound")
PREVIEW = Preview()
"""What `serve` shows: MkDocs makes a new plugin for each rebuild, and this outlives them."""


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
    settings = next((plugin.config for plugin in config.plugins.values() if isinstance(plugin, FactboundPlugin)), None)
    if settings is None:
        raise NoEdition("mkdocs.yml: the plugin factbound is not listed")
    if fault := _fault(settings, is_hosted(config), "i18n" in config.plugins):
        raise NoEdition(f"mkdocs.yml: factbound: {fault}")
    if fault := _of_edition(config) or (_address_fault(config.site_url) if config.site_url else None):
        raise NoEdition(f"mkdocs.yml: {fault}")
    if hidden := HIDDEN.search(config.site_name):
        raise NoEdition(f"mkdocs.yml: site_name: U+{ord(hidden[0]):04X} cannot be seen: delete it")
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
    own = {key for given in _settings(config).user_configs for key in given}
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
    languages = next(p.config for p in config.plugins.values() if isinstance(p, FactboundPlugin)).languages
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


def load(root: Path, site_dir: Path | None = None) -> MkDocsConfig:
    """The configuration in `root`; NoEdition when there is none that can be used."""
    given = {"site_dir": str(site_dir.resolve())} if site_dir else {}
    try:
        return load_config(str(config_file(root)), **given)
    except (ConfigurationError, Abort, OSError, ValueError, RecursionError, OverflowError) as error:
        # YAML takes 2034-02-30 for a day and stumbles, as it does over what is not UTF-8 or is nested without end
        raise NoEdition(f"mkdocs.yml: {error}") from error


def build(config: MkDocsConfig) -> edition.Built:
    """Build and publish the site; EditionError with every problem when the edition does not hold."""
    plugin = _run(config)
    assert plugin.built
    return plugin.built


def build_hosted(config: MkDocsConfig) -> Hosted:
    """Build and publish an ordinary site, as `mkdocs build` does; EditionError with every problem when it does not
    hold."""
    plugin = _run(config)
    assert plugin.host and plugin.host.made
    return plugin.host.made


def ledger(config: MkDocsConfig) -> Ledger:
    """The ledger of an edition or of an ordinary site, whose pages only MkDocs can read; EditionError when it does not
    hold."""
    if not is_hosted(config):
        return edition.ledger(project_of(config))
    with tempfile.TemporaryDirectory() as folder:
        config.site_dir = f"{folder}/site"
        return build_hosted(config).ledger


def _run(config: MkDocsConfig) -> "FactboundPlugin":
    """MkDocs' own build; the plugin, which holds what was built."""
    project = project_of(config)
    plugin = next(plugin for plugin in config.plugins.values() if isinstance(plugin, FactboundPlugin))
    plugin.quiet = True
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            with template_errors("story.html"):
                mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
            plugin.quiet = False  # MkDocs gives a later build of the same process the same plugin
    except OSError as error:
        where = Where(relative(Path(error.filename or config.site_dir), project.root))
        hint = "make room, or give the right to write; the published site is as it was"
        raise EditionError([Problem(where, f"cannot be written: {error.strerror}", Code.CANNOT_WRITE, hint)]) from error
    return plugin


def serve(root: Path, address: str, verify: Callable[[Project], tuple[Problem, ...]] | None = None) -> None:
    """Serve the site of the edition in `root`, rebuilt on every change, until interrupted; `verify` looks at readings
    that are new."""
    from mkdocs.commands import serve as mkdocs_serve  # brings a web server, which a build does not need

    PREVIEW.verify = verify
    strict = None if is_hosted(load(root)) else False  # an answer that the server warns of would end a rebuild of ours
    try:
        mkdocs_serve.serve(str(config_file(root)), livereload=True, dev_addr=address, strict=strict)
    except Abort as error:  # which has said why
        raise NoEdition(f"nothing is served: {error}") from error
    except (ConfigurationError, OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoEdition(
            f"{address} cannot be served at: {reason}; another is given with --address HOST:PORT"
        ) from error


class FactboundPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Turns MkDocs' events into read → assemble → view → publish."""

    def __init__(self) -> None:
        self.command: str = "build"
        self.quiet = False
        self.stage = ExitStack()
        self.built: edition.Built | None = None
        self.host: Host | None = None
        self.dirty = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what was asked for: only a build is published. One that is `dirty` is whole all the same, since its
        folder is new: a page that has not changed prints figures that have. MkDocs gives a later command of the same
        process the same plugin, which must not take a build that was stopped for one that it stands in the midst of."""
        self.command, self.dirty, self.host, self.built = command, dirty, None, None

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, assemble and view the edition, so that a problem stops MkDocs before it writes anything."""
        outer = self.host if self.host and not self.host.finished else None  # a plugin builds in the midst of a build
        if self.command != "serve" and not outer:
            with self._refusing():  # before anything is drawn
                look(Path(config.site_dir), sources_of(config))
        if is_hosted(config):
            if self.dirty and self.command == "serve":
                raise Abort("factbound: a page that has not changed prints figures that have: serve without --dirty")
            self.host = _host(config, self._workers)
            self.host.outer = outer
            stage = None if self.command == "serve" or outer else self.stage
            with self._refusing():
                return self.host.on_config(config, stage, sources_of(config))
        config.theme.static_templates.clear()
        self.built = None  # MkDocs may give a rebuild the plugin of the one before
        try:
            self.built = _previewed(project_of(config)) if self.command == "serve" else self._whole(config)
        except EditionError as error:
            if self.command != "serve":
                raise self._stopped(error) from error
            PREVIEW.refuse(project_of(config).root, error.problems)
            log.warning(f"{error}\n\n{count_problems(len(error.problems))}")
        if self.command != "serve":
            with self._refusing():
                site = Path(config.site_dir)
                self.spare = Spare(project_of(config).cache, site)
                config.site_dir = str(self.stage.enter_context(site_staged(site, sources_of(config), self.spare)))
        return config

    def _whole(self, config: MkDocsConfig) -> edition.Built:
        return edition.build(project_of(config), workers=self._workers())

    @event_priority(FIRST)
    def _first_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The pages that are generated in an ordinary site; where a plugin makes all files anew, they come after it."""
        if self.host and "i18n" not in config.plugins:
            self.host.on_first_files(files, config)
        return files

    @event_priority(LAST)
    def _last_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep stories and pictures; declarations such as charts.yml and the theme's files are published by us or not
        at all. A preview makes stories too when they are asked for."""
        if self.host:
            if "i18n" in config.plugins:
                self.host.on_first_files(files, config)
            return self.host.on_files(files, config)
        ours = (".yml", ".yaml", ".html", ".json", *((".md",) if self.command == "serve" else ()))
        for file in list(files):
            if file.src_dir != config.docs_dir or file.src_uri.startswith(f"{ROOT}/") or file.src_path.endswith(ours):
                files.remove(file)
        return files

    on_files = CombinedEvent(_first_files, _last_files)

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """The order of an ordinary site's pages."""
        if self.host:
            self.host.on_nav(files)
        return nav

    @event_priority(FIRST)
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give MkDocs our own environment, which escapes, so that stories and generated pages share a base."""
        if self.host:
            try:
                self.host.on_env(config, files)
            except EditionError as error:
                raise self._stopped(error) from error
            return env
        return self.built.env if self.built else env  # a preview has none while its edition does not hold

    @event_priority(LAST)
    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """A page that is not UTF-8, in an ordinary site."""
        return self.host.on_page_read_source(page) if self.host else None

    @event_priority(FIRST)
    def _before_others(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The front matter of a page of an ordinary site."""
        if self.host:
            self.host.on_page_meta(markdown, page)
        return markdown

    @event_priority(LAST)
    def _after_others(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The body is rendered already; MkDocs renders nothing."""
        if self.host:
            return self.host.on_page_markdown(markdown, page, config)
        page.meta["template"] = self._built.stories[self._file(page, config)].template
        return ""

    on_page_markdown = CombinedEvent(_before_others, _after_others)

    @event_priority(FIRST)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """What an ordinary site made of a page's Markdown."""
        return self.host.on_page_content(html, page) if self.host else html

    @event_priority(LAST)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """What the template of a story shows."""
        if self.host:
            self.host.on_page_context(page)
            return context
        return {**context, **self._built.stories[self._file(page, config)].values()}

    @event_priority(LAST)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """A page of an ordinary site, finished."""
        return self.host.on_post_page(output) if self.host else output

    @event_priority(LAST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write every other file, then put the whole in its place; a preview makes a file when a browser asks for
        it."""
        if self.host:
            self._search(self.host, config)
            return
        folder = Path(config.site_dir)
        if self.command == "serve" and not self.built:
            return
        if self.command == "serve":
            stories = (Artefact(file_of(page.path), page.html) for page in self._built.stories.values())
            PREVIEW.renew(project_of(config).root, folder, (*stories, *self._built.artefacts))
            gc.collect()  # on_serve has turned off the searches for garbage that would run in the midst of a rebuild
            return
        self.spare.move_in(folder, {artefact.path for artefact in self._built.artefacts})
        for artefact in self._built.artefacts:
            self.spare.write(folder, artefact.path, artefact.make())
        self._built.close()
        with self._refusing():
            self.stage.close()

    def _search(self, host: Host, config: MkDocsConfig) -> None:
        """An ordinary site, searched before it is published. A preview goes on, with a warning."""
        left = host.on_post_build(config)
        if left and self.command != "serve":
            host.finished = False
            raise self._stopped(EditionError(left))
        for warning in (*host.lost, *left):
            log.warning(warning)
        if host.outer:
            self.host = host.outer

    def on_build_error(self, error: Exception) -> None:
        """Leave no half-built folder, and the published site as it was; the next build stands in the midst of none."""
        self.host = None
        self.stage.__exit__(type(error), error, error.__traceback__)

    def on_shutdown(self) -> None:
        """Leave no half-built folder when a build was stopped before it ended. An ordinary site is published here, when
        it is whole and MkDocs has found nothing to warn of."""
        with self._refusing():
            if self.host and self.host.on_shutdown(self.stage):
                return
        self.stage.__exit__(Abort, Abort("stopped"), None)

    def on_serve(
        self, server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., Any]
    ) -> "LiveReloadServer":
        """Rebuild on changes to facts and templates too; in our own editions soon, and files are made as browsers ask
        for them."""
        project = project_of(config)
        server.builder = _guarded(builder, project.root, hosted=self.host is not None)
        server.set_app(PREVIEW.before(server.serve_request, server.mount_path, Path(config.site_dir)))
        if self.host:
            for declared in (project.facts, self.host.charts):
                if declared.exists():
                    server.watch(str(declared))
            return server
        gc.disable()
        server.build_delay = 0.05  # seconds to wait for more changes; editors save one file at a time
        watched = [config.docs_dir, config.config_file_path]
        for path in watched:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=0.1)  # seconds between two looks, instead of half of one
        for path in [*watched, *(str(folder) for folder in (project.facts, project.templates) if folder.is_dir())]:
            server.watch(path)
        return server

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """A target that is refused ends the build: as it is for our command line, told in words for MkDocs'."""
        try:
            yield
        except Refused as error:
            raise (error if self.quiet else Abort(f"factbound: {error}")) from error

    def _workers(self) -> Workers:
        """Workers for the machine's cores, who leave when the build ends. A preview draws what is looked at, by
        itself."""
        if self.command == "serve":
            return Workers()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return self.stage.enter_context(Workers(cores, _progress()))

    def _stopped(self, error: EditionError) -> Exception:
        """What ends the build: the problems themselves for our command line, told in words for MkDocs'."""
        return error if self.quiet else Abort(f"{error}\n\n{count_problems(len(error.problems))}")

    @property
    def _built(self) -> edition.Built:
        assert self.built, "on_config runs first"
        return self.built

    def _file(self, page: Page, config: MkDocsConfig) -> str:
        return f"{Path(config.docs_dir).name}/{page.file.src_uri}"


def _previewed(project: Project) -> edition.Built:
    """An edition as a preview shows it. Readings that are new are verified where there is an archive."""
    if PREVIEW.verify and not (project.facts / LOCK).is_file() and (left := PREVIEW.verify(project)):
        raise EditionError(left)
    try:
        built = edition.build(project, preview=True)
    except EditionError as error:
        if PREVIEW.verify is None or all(each.code is not Code.UNVERIFIED_READING for each in error.problems):
            raise
        if left := PREVIEW.verify(project):
            others = [each for each in error.problems if each.code is not Code.UNVERIFIED_READING]
            raise EditionError([*left, *others]) from error
        built = edition.build(project, preview=True)
    renew_ids(project)
    return built


def _guarded(builder: Callable[[], None], root: Path, *, hosted: bool) -> Callable[[], None]:
    """A rebuild that never leaves browsers waiting: what is wrong with an mkdocs.yml, or with an ordinary site, stands
    where the pages would. An edition of ours tells its problems itself."""

    def rebuild() -> None:
        said = _Said()
        logging.getLogger("mkdocs").addHandler(said)
        try:
            builder()
            if hosted:
                PREVIEW.refuse(root, ())
        except (Abort, ConfigurationError, NoEdition, OSError, ValueError, RecursionError, OverflowError) as error:
            problems = error.__cause__.problems if isinstance(error.__cause__, EditionError) else ()
            PREVIEW.refuse(root, problems or [_of_settings(each, root) for each in said.errors or [str(error)]])
            log.warning(str(error))
        finally:
            logging.getLogger("mkdocs").removeHandler(said)

    return rebuild


class _Said(logging.Handler):
    """The errors that MkDocs tells its log, and nobody else."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage())


def _of_settings(message: str, root: Path) -> Problem:
    """What is wrong with an mkdocs.yml, at the line that the message names, or at the option that it does."""
    path = config_file(root)
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    line, column = 1, 1
    if place := re.search(r"line (\d+), column (\d+)", message):
        line, column = int(place[1]), int(place[2])
    for name in re.findall(r"\b([a-z_]+)(?=['\":])", message):
        if found := re.search(rf"^[ -]*{name}:", text, re.MULTILINE):
            line, column = text.count("\n", 0, found.start()) + 1, found.end() - found.start() - len(name)
    told = message.removeprefix(f"{path.name}: ")
    return Problem(Where(path.name, line, column), told, Code.BAD_VALUE)


def _host(config: MkDocsConfig, workers: Callable[[], Workers]) -> Host:
    settings, project = _settings(config), project_of(config)
    language, place = _language(config), Place(settings.folder, settings.folder)
    if language is not None:
        code, default, folders = language
        if code not in project.languages:
            raise Abort(f'factbound: languages: i18n builds "{code}" too, which is not among them')
        project = replace(project, languages=(code,))
        folder = settings.folder if code == default else f"{code}/{settings.folder}"
        place = Place(folder, f"{code}/{settings.folder}" if folders else settings.folder)
    return Host(project, charts_file(config), place, settings.gate, workers)


def _language(config: MkDocsConfig) -> tuple[str, str, bool] | None:
    """The language that mkdocs-static-i18n builds now, its first, and whether each has a folder; None without it."""
    plugin: Any = config.plugins.get("i18n")
    if plugin is None:
        return None
    default = next((each.locale for each in plugin.config.languages if each.default), "")
    return plugin.current_language or default, default, plugin.config.docs_structure == "folder"


def charts_file(config: MkDocsConfig) -> Path:
    """The file of charts of an ordinary site."""
    return project_of(config).root / _settings(config).charts


def _settings(config: MkDocsConfig) -> Settings:
    return next(plugin.config for plugin in config.plugins.values() if isinstance(plugin, FactboundPlugin))


def count_problems(count: int) -> str:
    """The line that ends a list of problems."""
    return f"{count} problem{'' if count == 1 else 's'}"


def _progress() -> Callable[[int, int], None]:
    """Tells on a terminal how far the drawing of charts has come; says nothing elsewhere."""

    def tell(done: int, total: int) -> None:
        sys.stderr.write(f"\rdrawing charts {done}/{total}" + ("\n" if done == total else ""))
        sys.stderr.flush()

    return tell if sys.stderr.isatty() else lambda done, total: None
