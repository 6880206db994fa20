"""An ordinary MkDocs site: its own Markdown, theme and plugins, with our numbers, footnotes, charts and pages of
evidence in them.

MkDocs renders every page before it writes one, so a page is read twice on its way: its Markdown just before it is
rendered, where tokens take the place of mentions, and its HTML just after, in which the tokens and the numbers are
judged. When all pages have been through, the site is assembled, with every problem at once, and the tokens become what
they stand for.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify as plain_slugify
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from factbound.host import build as hosting
from factbound.host.page import HostedPage, Sheet, hosted_page, sheet
from factbound.host.views import STYLE, Layout, Themed, Told, page_sources
from factbound.problems import Code, EditionError, Problem, Where
from factbound.project import Project
from factbound.publish.target import site_staged
from factbound.read.context import relative
from factbound.read.files import not_utf8
from factbound.read.prose import TOKEN
from factbound.view.charts.workers import Workers


class Host:
    """One build of an ordinary site."""

    def __init__(self, project: Project, charts: Path, folder: str, gate: str) -> None:
        self.project, self.charts, self.folder, self.gate = project, charts, folder, gate
        self.manuscript = hosting.read(project, charts)
        self.problems: list[Problem] = []
        self.sheets: dict[str, Sheet] = {}
        self.pages: dict[str, HostedPage] = {}
        self.generated: set[str] = set()
        self.full: dict[str, str] = {}
        self.finished = False
        self._config: MkDocsConfig | None = None
        self._site_dir = ""

    def on_config(self, config: MkDocsConfig, stage: ExitStack | None, sources: Iterable[Path]) -> MkDocsConfig:
        """Add the style sheet before the site's own; build aside when the site is to be published."""
        self._config, self._site_dir = config, config.site_dir
        config.extra_css.insert(0, f"{self.folder}/{STYLE}")
        if stage is not None:
            config.site_dir = str(stage.enter_context(site_staged(Path(config.site_dir), sources)))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that will be generated, so that the site's pages and navigation can link to them."""
        contents = config.mdx_configs.setdefault("toc", {})
        contents["slugify"] = _steady(contents.get("slugify"))
        book, taken = self.manuscript.book, {file.dest_uri: file for file in files}
        names = ([*book.facts, *book.derived, *book.removed], book.sources, self.manuscript.content.charts)
        for source in page_sources(self._layout(config), *names):
            shown = config.nav is None and source == f"{self.folder}/index.md"
            inclusion = InclusionLevel.INCLUDED if shown else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, source, content="", inclusion=inclusion)
            if file.dest_uri in taken:
                self.problems.append(self._taken(taken[file.dest_uri], "page"))
                continue
            self.generated.add(source)
            files.append(file)
        return files

    def on_page_read_source(self, page: Page) -> str | None:
        """What stands for a page that is not UTF-8, which is a problem of the site's like others; None for all
        others."""
        try:
            page.file.content_string  # noqa: B018  read for its error
        except UnicodeDecodeError as error:
            self.problems.append(not_utf8(error, self._file(page.file)))
            return self._source(page.file)
        return None

    def on_page_markdown(self, markdown: str, page: Page) -> str:
        """A page's Markdown with tokens in place of its mentions, for the site to render."""
        if page.file.src_uri in self.generated:
            return markdown
        read = sheet(self._file(page.file), page.url, self._source(page.file), page.meta, markdown, self.problems)
        self.sheets[page.file.src_uri] = read
        return read.markdown.source

    def on_page_content(self, html: str, page: Page) -> str:
        """A page as the site rendered it, read."""
        if (read := self.sheets.get(page.file.src_uri)) is not None:
            told = hosted_page(
                read, html, str(page.title), _titles(page.toc), self.project.languages[0], self.gate, self.problems
            )
            self.pages[page.file.src_uri] = told
            return told.body.html
        return html

    def on_env(self, config: MkDocsConfig, files: Files, workers: Workers) -> hosting.Hosted:
        """All pages are read: assemble, and put everything in its place before the first page is written."""
        hosted = hosting.build(
            self.project,
            self.manuscript,
            list(self.pages.values()),
            self.problems,
            self._layout(config),
            workers,
            _style(config),
        )
        for source, read in self.pages.items():
            self._tell(_page(files, source), hosted.told[read.file])
        for themed in hosted.pages:
            self._show(_page(files, themed.source), themed)
        taken = {file.dest_uri: file for file in files}
        if clashes := [self._taken(taken[each.path], "file") for each in hosted.files if each.path in taken]:
            raise EditionError(clashes)
        for each in hosted.files:
            files.append(File.generated(config, each.path, content=each.make()))
        return hosted

    def _tell(self, page: Page, told: Told) -> None:
        """Give a page its words: those without evidence for search and navigation now, the whole when it is shown."""
        self.full[page.file.src_uri], page.content = told.html, told.plain
        title = str(page.title)
        if TOKEN.search(title):
            page.title = told.spelled(title)
        if "title" in page.meta:
            page.title, page.meta["title"] = (told.title if title == page.meta["title"] else title), told.title
        if "description" in page.meta:
            page.meta["description"] = told.description
        for anchor in page.toc:
            _spell(anchor, told)

    def _show(self, page: Page, themed: Themed) -> None:
        """Give a generated page its title and what stands in it."""
        page.title, page.content = str(escape(themed.title)), themed.html
        if themed.description:
            page.meta["description"] = themed.description

    def on_page_context(self, page: Page) -> None:
        """A page as readers see it, now that the site's search has read it."""
        page.content = self.full.get(page.file.src_uri, page.content)

    def on_shutdown(self, stage: ExitStack) -> bool:
        """Publish a site that is whole; False when it is not."""
        if self.finished:
            stage.close()
        if self._config is not None:
            self._config.site_dir = self._site_dir  # where those who come after a build, such as gh-deploy, look for it
        return self.finished

    def _layout(self, config: MkDocsConfig) -> Layout:
        own = frozenset(page.url for page in self.pages.values())
        return Layout(self.project.languages[0], self.folder, config.use_directory_urls, own)

    def _taken(self, file: File, what: str) -> Problem:
        """That a file of the site's own lies where one will be generated."""
        hint = f'move it, or name another folder than "{self.folder}" in mkdocs.yml (folder: …)'
        return Problem(Where(self._file(file)), f"a generated {what} stands at its address", Code.UNKNOWN_FILE, hint)

    def _source(self, file: File) -> str:
        """A page's text, with a sign in place of each byte that is not UTF-8."""
        return file.content_bytes.decode("utf-8-sig", "replace")

    def _file(self, file: File) -> str:
        """A file as problems name it."""
        return relative(Path(file.abs_src_path).resolve(), self.project.root) if file.abs_src_path else file.src_uri


def _style(config: MkDocsConfig) -> str:
    """The site's own style sheets, as one."""
    paths = (Path(config.docs_dir) / name for name in config.extra_css)
    return "\n".join(path.read_text("utf-8", "replace") for path in paths if path.is_file())


def _page(files: Files, source: str) -> Page:
    file = files.get_file_from_path(source)
    assert file and file.page, "MkDocs makes a page of every document"
    return file.page


def _titles(contents: Iterable[AnchorLink]) -> Iterator[str]:
    """What a page's contents are called, down to the last."""
    for anchor in contents:
        yield anchor.title
        yield from _titles(anchor.children)


def _spell(anchor: AnchorLink, told: Told) -> None:
    """An entry of a page's contents, and those below it, with figures in place of tokens."""
    anchor.title = told.spelled(anchor.title)
    for child in anchor.children:
        _spell(child, told)


def _steady(slugify: Callable[..., str] | None) -> Callable[..., str]:
    """What makes a heading's anchor, so that it does not change with the numbers in the heading."""
    if getattr(slugify, "steady", False):
        return slugify  # type: ignore[return-value]
    inner = slugify or plain_slugify

    def anchor(heading: str, separator: str, *more: Any, **named: Any) -> str:
        return inner(TOKEN.sub("", heading).strip(), separator, *more, **named)

    anchor.steady = True  # type: ignore[attr-defined]
    return anchor
