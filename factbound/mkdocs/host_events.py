"""An ordinary MkDocs site: its own Markdown, theme and plugins, with our numbers, footnotes, charts and pages of
evidence in them.

The facts are read before. A page is met four times on its way, and left to others in between: before anybody reads its
front matter; just before its Markdown is rendered, where tokens take the place of mentions; just after, where the HTML
is judged and words take the place of the tokens, so that nobody else sees one; and when it is shown, where footnotes
and evidence come around the words. The pages of evidence come last, when all others are read, and are made in their own
turn.
"""

import re
import shutil
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from markdown.extensions.toc import slugify as plain_slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from factbound.host import build as hosting
from factbound.host.leavings import Typed, holds, leavings
from factbound.host.page import HostedPage, PageSource, hosted_page, is_free, page_source
from factbound.host.silent import SilentPages, is_silent, page_key
from factbound.host.views import MARK, STYLE, Layout, Printed, Themed, as_typed, page_sources
from factbound.problems import Code, EditionError, Problem, Where
from factbound.project import Project
from factbound.publish.target import site_staged
from factbound.read.context import relative
from factbound.read.files import not_utf8
from factbound.read.markdown import mentions_in
from factbound.read.prose import MENTION, TOKEN, is_ours
from factbound.view.charts.workers import Workers

OPENING = "[["


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages of evidence lie: their folder in the site, and what it is called in the site's documents, which
    is another where a plugin gives each language a folder."""

    folder: str
    documents: str
    others: tuple[str, ...] = ()
    """Their folders in other languages, where a plugin builds the site once for each."""

    def source(self, path: str) -> str:
        """A path in the site as the site's documents have it."""
        return f"{self.documents}{path.removeprefix(self.folder)}"


class Host:
    """One build of an ordinary site."""

    def __init__(
        self, project: Project, charts: Path, place: "Place", gate: str, workers: Callable[[int], Workers]
    ) -> None:
        self.project, self.charts, self.place, self.gate, self.workers = project, charts, place, gate, workers
        self.outer: Host | None = None
        """The build in which this one is made, where a site is built once for each language."""
        self.manuscript = hosting.read(project, charts)
        book = self.manuscript.book
        self.names = frozenset({*book.facts, *book.derived})
        self.problems: list[Problem] = []
        self.fronts: dict[str, Mapping[str, object]] = {}
        """Front matter as it was typed, of pages in which something was printed."""
        self.sources: dict[str, PageSource] = {}
        self.silent = SilentPages(project.cache / f"silent-{place.folder.replace('/', '-')}.txt")
        self.pages: dict[str, HostedPage] = {}
        """Those that say something for which a fact has to stand."""
        self.printed: dict[str, Printed] = {}
        self.unseen: list[tuple[Page, Printed]] = []
        """Pages in which drawings are still to come, since nobody else looks at them before all are read."""
        self.generated: dict[str, Themed | None] = {}
        self.beside: dict[str, File] = {}
        """The files of data, pictures and styles, empty until all pages are read."""
        self.addresses: set[str] = set()
        """Where all of these will stand in the site."""
        self.anchors: dict[str, str] = {}
        """Headings that print a figure, as words and without it."""
        self.papers = Path(mkdtemp(prefix="factbound-"))
        """A file behind each generated page and file, where other plugins look for one; a page's stays empty."""
        weakref.finalize(self, shutil.rmtree, self.papers, ignore_errors=True)
        self.made: hosting.Hosted | None = None
        self.refused: EditionError | None = None
        self.typed = Typed()
        self.wrote: dict[str, set[str]] = {}
        """The mentions of each page as its author typed it."""
        self.lost: list[str] = []
        """What is shown without its proof, since somebody took it out of its page."""
        self.finished = False
        self._press: hosting.Press | None = None
        self._alone = False
        self._read: tuple[File, str] | None = None
        """The page that was read last, and its text."""
        self._config: MkDocsConfig | None = None
        self._site_dir = ""

    def on_config(self, config: MkDocsConfig, stage: ExitStack | None, sources: Iterable[Path]) -> MkDocsConfig:
        """Add the style sheet before the site's own; build aside when the site is to be published."""
        self._config, self._site_dir = config, config.site_dir
        ours = {
            f"{folder}/{STYLE}" for folder in (self.place.folder, *self.place.others)
        }  # a build before added its own
        others = [each for each in config.extra_css if each not in ours]
        config.extra_css = [f"{self.place.folder}/{STYLE}", *others]
        for plugin in config.plugins.values():
            settings = getattr(plugin, "config", {})  # which hooks do not have
            if callable(slugify := settings.get("post_slugify")):  # a blog's, before anybody could print
                settings["post_slugify"] = _without_mentions(slugify)
            if type(plugin).__module__.startswith("mkdocs_rss_plugin"):
                settings["match_path"] = _without_evidence(settings["match_path"], self.place)
        if stage is not None:
            config.site_dir = str(stage.enter_context(site_staged(Path(config.site_dir), sources)))
        return config

    def on_first_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pages that will be generated and the files beside them, before others look at what there is: the
        site's pages and navigation can link to them. Make ready to print."""
        book = self.manuscript.book
        figures, charts = [*book.facts, *book.derived, *book.removed], self.manuscript.content.charts
        for path in page_sources(self._layout(config), figures, book.promises, book.sources, charts):
            source = self.place.source(path)
            file = self._empty(config, source)
            if source != path:
                file.dest_uri = File.generated(config, path, content="").dest_uri
            self.addresses.add(file.dest_uri)
            if source not in files.src_uris:
                self.generated[source] = None
                files.append(file)
        workers = self.workers(len(files.documentation_pages()))
        self._press = hosting.press(self.project, self.manuscript, self._layout(config), workers, _style(config))
        for each in self._press.files() if self._press else ():
            self.addresses.add(each.path)
            if each.path not in files.src_uris:
                self.beside[each.path] = self._empty(config, each.path)
                files.append(self.beside[each.path])

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """All files are known: see that none stands in the way of a generated one, and print in front matter that was
        read already."""
        self._alone = _reads_alone(config)
        contents = config.mdx_configs.setdefault("toc", {})
        contents["slugify"] = _steady(contents.get("slugify"), self.anchors)
        paths = [address.removeprefix(self.place.folder) for address in self.addresses]
        taken = {f"{folder}{path}" for folder in (self.place.folder, *self.place.others) for path in paths}
        for file in files:
            ours = file.src_uri in self.generated or self.beside.get(file.src_uri) is file
            if file.dest_uri in taken and not ours:
                self.problems.append(self._taken(file, "page" if file.dest_uri.endswith(".html") else "file"))
        for file in files.documentation_pages():
            if file.page and file.page.meta:
                self._print_front(file.page)
        return files

    def on_nav(self, files: Files) -> None:
        """Have the generated pages come last: they say where each figure is printed."""
        for source in self.generated:
            if file := files.src_uris.get(source):
                files.remove(file)
                files.append(file)

    def on_page_read_source(self, page: Page) -> str | None:
        """What stands for a page that is not UTF-8, which is a problem of the site's like others; None for all
        others."""
        try:
            self._read = page.file, page.file.content_bytes.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.append(not_utf8(error, self._file(page.file)))
            return self._source(page.file)
        return None

    def on_page_meta(self, markdown: str, page: Page) -> str:
        """Before anybody reads a page's front matter or calls it by its title: print what is mentioned there. The
        page's Markdown: a generated one has its title, for those who look for it in the first line."""
        if page.file.src_uri in self.generated:
            return f"# {self._show(page) or page.file.name}\n"
        self._print_front(page)
        self.wrote[page.file.src_uri] = {each[0] for each in mentions_in(markdown) if self._is_ours(each)}
        if OPENING in markdown and OPENING in (title := str(page.title)) and self._press:
            page.title = self._press.words(title)
        return markdown

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig) -> str:
        """A page's Markdown with tokens in place of its mentions, for the site to render."""
        source = page.file.src_uri
        if source in self.generated:
            return markdown
        meta = self.fronts.get(source, dict(page.meta))
        self._word_front(page)
        self.typed.note(markdown)
        if gone := [each for each in sorted(self.wrote.get(source, ())) if each not in markdown]:
            self.lost.append(f"{source}: another plugin took {gone[0]} for its own before it was printed")
        ours = None
        if is_free(meta, self.gate, written=page.file.src_dir == config.docs_dir):
            ours = self._is_ours
            if source not in self.fronts and not any(map(ours, mentions_in(markdown))):
                return markdown
        read = page_source(
            self._file(page.file), page.url, self._source(page.file), meta, markdown, self.problems, ours
        )
        self.sources[source] = read
        return read.markdown.source

    def on_page_content(self, html: str, page: Page) -> str:
        """A page as the site rendered it: read, and with words in place of its tokens. What others make of it from now
        on is theirs."""
        source = page.file.src_uri
        if source in self.generated:
            page.toc = TableOfContents([])
            return shown.html if (shown := self.generated[source]) else html
        if (read := self.sources.get(source)) is None:
            return html
        title, contents, problems = str(page.title), list(_titles(page.toc)), len(self.problems)
        key = page_key(read, html, title, contents)
        if not read.markdown.matches and source not in self.fronts and self.silent.knows(key):
            self.silent.note(key)
            return html
        told = hosted_page(read, html, title, contents, self.project.languages[0], self.problems)
        if is_silent(told) and len(self.problems) == problems:
            self.silent.note(key)
            return html
        self.pages[source] = told
        if not told.body.mentions:
            return html
        unseen = self._alone
        printed = self.printed[source] = self._press.page(told, unseen=unseen) if self._press else as_typed(told)
        if unseen:
            self.unseen.append((page, printed))
        page.markdown, page.content = printed.markdown, printed.html
        if TOKEN.search(title):
            page.title = printed.spelled(title)
        for anchor in page.toc:
            self._spell(anchor, printed)
        return printed.html

    def on_env(self, config: MkDocsConfig, files: Files) -> None:
        """All pages are read: stop for problems, or put into them what has been drawn, and fill the files that go with
        them."""
        hosted = self._assembled()
        for page, printed in self.unseen:
            page.content = printed.late.filled(page.content or "")
        self.unseen.clear()
        taken = {file.dest_uri: file for file in files}
        clashes = [
            path for path in (each.path for each in hosted.files) if taken.get(path) is not self.beside.get(path)
        ]
        if clashes := [path for path in clashes if path in taken]:
            raise EditionError([self._taken(taken[path], "file") for path in clashes])
        for each in hosted.files:
            if each.path not in taken:  # another plugin left it out
                files.append(self._empty(config, each.path))
            (self.papers / each.path).write_bytes(each.make())

    def on_page_context(self, page: Page) -> None:
        """A page as readers see it: with footnotes and evidence around its words, now that search has read them."""
        if (printed := self.printed.get(page.file.src_uri)) and page.content is not None:
            page.content, lost = printed.shown(page.content)
            file, mentions = page.file.src_uri, self.pages[page.file.src_uri].body.mentions
            self.lost += (f"{file}: another plugin took {mentions[number].source} out of the page" for number in lost)

    def on_post_page(self, output: str) -> str:
        """A page without the marks of words that somebody took out of another page."""
        return MARK.sub("", output) if holds(output, "!", ("--fb:", "--/fb:")) else output

    def on_post_build(self, config: MkDocsConfig) -> list[Problem]:
        """The site is finished: what must not leave."""
        self.finished = True
        return list(leavings(Path(config.site_dir), self.typed, self._is_ours))

    def on_shutdown(self, stage: ExitStack) -> bool:
        """Publish a site that is whole; False when it is not."""
        if self.finished:
            stage.close()
        if self._config is not None:
            self._config.site_dir = self._site_dir  # where those who come after a build, such as gh-deploy, look for it
        return self.finished

    def _empty(self, config: MkDocsConfig, source: str) -> File:
        """A file of ours, with an empty one behind it."""
        paper = self.papers / source
        paper.parent.mkdir(parents=True, exist_ok=True)
        paper.touch()
        return File.generated(config, source, abs_src_path=str(paper), inclusion=InclusionLevel.NOT_IN_NAV)

    def _assembled(self) -> hosting.Hosted:
        """The site assembled with the pages that were read, once; EditionError with every problem when it does not
        hold."""
        if self.refused:
            raise self.refused
        if self.made is None:
            self.silent.close()
            pages, read = list(self.pages.values()), len(self.sources)
            try:
                self.made = hosting.build(self.project, self.manuscript, pages, read, self.problems, self._press)
            except EditionError as error:
                self.refused = error
                raise
            themed = {self.place.source(each.source): each for each in self.made.pages}
            self.generated = {source: themed[source] for source in self.generated}
        return self.made

    def _show(self, page: Page) -> str:
        """Give a generated page its title; the title, without signs that mean something to Markdown or to a plugin.
        Nothing where the site does not hold, which stops the build later, with nothing said of this page."""
        try:
            self._assembled()
        except EditionError:
            return ""
        if (themed := self.generated[page.file.src_uri]) is None:
            return ""
        page.title = themed.title
        page.meta["description"] = themed.description or themed.title  # feeds want one of every page
        return " ".join(re.sub(r"[^\w\s.,;:?!%€$£()“”‘’'–-]", " ", themed.title).split())

    def _print_front(self, page: Page) -> None:
        """Print what is mentioned in a page's front matter, which is judged with the page."""
        source = page.file.src_uri
        if source in self.fronts or not any(OPENING in text for text in _texts(page.meta)) or self._press is None:
            return
        self.fronts[source] = dict(page.meta)
        for text in _texts(page.meta):
            self.typed.note(text)
        self._word_front(page)

    def _word_front(self, page: Page) -> None:
        """Put words in place of the mentions in a page's front matter: its author's, or what another plugin took there
        from the first line of the page."""
        if self._press:
            for key, value in page.meta.items():
                page.meta[key] = _worded(value, self._press.words)

    def _is_ours(self, match: re.Match[str]) -> bool:
        return is_ours(match, self.names)

    def _spell(self, anchor: AnchorLink, printed: Printed) -> None:
        """An entry of a page's contents, and those below it, with figures in place of tokens."""
        if TOKEN.search(anchor.title):
            without = TOKEN.sub("", anchor.title)
            anchor.title = printed.spelled(anchor.title)
            self.anchors[" ".join(unescape(anchor.title).split())] = without
        for child in anchor.children:
            self._spell(child, printed)

    def _layout(self, config: MkDocsConfig) -> Layout:
        return Layout(self.project.languages[0], self.place.folder, config.use_directory_urls)

    def _taken(self, file: File, what: str) -> Problem:
        """That a file of the site's own lies where one will be generated."""
        hint = f'move it, or name another folder than "{self.place.folder}" in mkdocs.yml (folder: …)'
        return Problem(Where(self._file(file)), f"a generated {what} stands at its address", Code.UNKNOWN_FILE, hint)

    def _source(self, file: File) -> str:
        """A page's text, with a sign in place of each byte that is not UTF-8."""
        if self._read and self._read[0] is file:
            return self._read[1]
        return file.content_bytes.decode("utf-8-sig", "replace")

    def _file(self, file: File) -> str:
        """A file as problems name it: as its site does, where it is no file of the site's folder."""
        path, root = Path(file.abs_src_path or ""), self.project.root
        path = path if path.is_relative_to(root) else path.resolve()  # which asks the disk for each of its folders
        return relative(path, root) if file.abs_src_path and path.is_relative_to(root) else file.src_uri


_READING = ("pre_page", "page_read_source", "page_markdown", "page_content")
"""The events in which pages are read, one after the other."""


def _reads_alone(config: MkDocsConfig) -> bool:
    """Whether no other plugin or hook has anything to do until all pages are read."""
    handlers = (handler for event in _READING for handler in config.plugins.events[event])
    ours = config.plugins.get("factbound")
    return ours is not None and all(getattr(handler, "__self__", None) is ours for handler in handlers)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value of front matter."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for each in value.values() for text in _texts(each))
        case list():
            yield from (text for each in value for text in _texts(each))
        case _:
            pass


def _worded(value: Any, words: Callable[[str], str]) -> Any:
    """A value of front matter with its texts in other words."""
    match value:
        case str():
            return words(value) if OPENING in value else value
        case dict():
            return {key: _worded(each, words) for key, each in value.items()}
        case list():
            return [_worded(each, words) for each in value]
        case _:
            return value


def _style(config: MkDocsConfig) -> str:
    """The site's own style sheets, as one."""
    paths = (Path(config.docs_dir) / name for name in config.extra_css)
    return "\n".join(path.read_text("utf-8", "replace") for path in paths if path.is_file())


def _titles(contents: Iterable[AnchorLink]) -> Iterator[str]:
    """What a page's contents are called, down to the last."""
    for anchor in contents:
        yield anchor.title
        yield from _titles(anchor.children)


def _steady(slugify: Callable[..., str] | None, anchors: Mapping[str, str]) -> Callable[..., str]:
    """What makes a heading's anchor, so that it does not change with the numbers in the heading; `anchors` are headings
    that have had theirs, as words, without their numbers."""
    inner = getattr(slugify, "inner", slugify) or plain_slugify

    def anchor(heading: str, separator: str, *more: Any, **named: Any) -> str:
        heading = anchors.get(" ".join(heading.split()), heading)
        if TOKEN.search(heading):
            heading = TOKEN.sub("", heading).strip()
        return inner(heading, separator, *more, **named)

    anchor.inner = inner  # type: ignore[attr-defined]
    return anchor


def _without_evidence(paths: str, place: Place) -> str:
    """Which pages are in a feed, without those of evidence: each is of today, so that they would take the place of all
    others in it. Whoever names their folder has them."""
    if place.folder in paths:
        return paths
    return f"(?!{re.escape(place.documents)}/)(?:{paths})"


def _without_mentions(slugify: Callable[..., str]) -> Callable[..., str]:
    """What makes an address of a title, without the mentions in it."""

    def address(title: str, separator: str, *more: Any, **named: Any) -> str:
        return slugify(MENTION.sub("", title), separator, *more, **named)

    return address
