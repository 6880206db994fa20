"""MkDocs: its events turned into calls of the edition."""

import gc
import logging
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from factbound import edition
from factbound.host.build import Hosted
from factbound.language.lexicon import has_lexicon
from factbound.ledger import Ledger
from factbound.mkdocs.host_events import Host, Place
from factbound.mkdocs.serving import PREVIEW, guarded, previewed
from factbound.mkdocs.settings import Settings, charts_file, is_hosted, project_of, settings_of, sources_of
from factbound.problems import Code, EditionError, Problem, Where
from factbound.publish.spare import Spare
from factbound.publish.swap import is_stage
from factbound.publish.target import Refused, look, site_staged
from factbound.read.content import ROOT
from factbound.read.context import relative
from factbound.view.charts.workers import FEW, Workers, cores
from factbound.view.pages.theme import template_errors
from factbound.view.site import Artefact
from factbound.view.telling.links import file_of

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


FIRST, LAST = 1000, -1000
"""When our events come: before those of all other plugins, or after."""

log = get_plugin_logger("factbound")


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
    site = Path(config.site_dir)  # which is another one while it is built
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
        path = Path(error.filename or site)
        where = Where(relative(site if is_stage(path) else path, project.root))
        hint = "make room, or give the right to write; the published site is as it was"
        raise EditionError([Problem(where, f"cannot be written: {error.strerror}", Code.CANNOT_WRITE, hint)]) from error
    return plugin


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
            if self.command != "serve":
                gc.freeze()  # what is loaded is no garbage, and need not be looked through for each page
            stage = None if self.command == "serve" or outer else self.stage
            with self._refusing():
                return self.host.on_config(config, stage, sources_of(config))
        config.theme.static_templates.clear()
        self.built = None  # MkDocs may give a rebuild the plugin of the one before
        try:
            self.built = previewed(project_of(config)) if self.command == "serve" else self._whole(config)
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
        return self.host.on_page_meta(markdown, page) if self.host else markdown

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
            self.spare.write(folder, artefact.path, artefact.make, artefact.digest)
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
        server.builder = guarded(builder, project.root, hosted=self.host is not None)
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

    def _workers(self, pages: int = 0) -> Workers:
        """Workers for the machine's cores, who leave when the build ends; among many `pages`, which others render, they
        are worth it for a single chart. A preview draws what is looked at, by itself."""
        if self.command == "serve":
            return Workers()
        return self.stage.enter_context(Workers(cores(), _progress(), 1 if pages >= _MANY else FEW))

    def _stopped(self, error: EditionError) -> Exception:
        """What ends the build: the problems themselves for our command line, told in words for MkDocs'."""
        return error if self.quiet else Abort(f"{error}\n\n{count_problems(len(error.problems))}")

    @property
    def _built(self) -> edition.Built:
        assert self.built, "on_config runs first"
        return self.built

    def _file(self, page: Page, config: MkDocsConfig) -> str:
        return f"{Path(config.docs_dir).name}/{page.file.src_uri}"


_MANY = 50
"""From so many pages of an ordinary site on, rendering them takes longer than another process takes to start and
draw."""


def _host(config: MkDocsConfig, workers: Callable[[int], Workers]) -> Host:
    """The build of an ordinary site, or of one of its languages. One for which there are no words is left as it is:
    what is mentioned there is printed in the site's first language, and no page is held to its numbers by itself."""
    settings, project = settings_of(config), project_of(config)
    gate = settings.gate
    language, place = _language(config), Place(settings.folder, settings.folder)
    if language is not None:
        code, default, built, folders = language
        spoken = {each: re.split("[-_]", each)[0] for each in built}  # fr-CA is French
        if left := next((each for each in built if _is_left_out(spoken[each], project.languages)), None):
            raise Abort(f'factbound: languages: i18n builds "{left}" too, and "{spoken[left]}" is not among them')
        known = spoken[code] in project.languages
        project = replace(project, languages=(spoken[code] if known else project.languages[0],))
        gate = gate if known else "marked"
        folder_of = {each: settings.folder if each == default else f"{each}/{settings.folder}" for each in built}
        others = tuple(folder for each, folder in folder_of.items() if each != code)
        place = Place(folder_of[code], f"{code}/{settings.folder}" if folders else settings.folder, others)
    return Host(project, charts_file(config), place, gate, workers)


def _is_left_out(language: str, languages: Iterable[str]) -> bool:
    """Whether a language is none of the site's though there are words for it."""
    return language not in languages and has_lexicon(language)


def _language(config: MkDocsConfig) -> tuple[str, str, list[str], bool] | None:
    """The language that mkdocs-static-i18n builds now, its first, all that it builds, and whether each has a folder;
    None without it."""
    plugin: Any = config.plugins.get("i18n")
    if plugin is None:
        return None
    default = next((each.locale for each in plugin.config.languages if each.default), "")
    built = [each.locale for each in plugin.config.languages if each.build]
    current = plugin.current_language or default
    return current, default, list(dict.fromkeys([current, *built])), plugin.config.docs_structure == "folder"


def count_problems(count: int) -> str:
    """The line that ends a list of problems."""
    return f"{count} problem{'' if count == 1 else 's'}"


def _progress() -> Callable[[int, int], None]:
    """Tells on a terminal how far the drawing of charts has come; says nothing elsewhere."""

    def tell(done: int, total: int) -> None:
        sys.stderr.write(f"\rdrawing charts {done}/{total}" + ("\n" if done == total else ""))
        sys.stderr.flush()

    return tell if sys.stderr.isatty() else lambda done, total: None
