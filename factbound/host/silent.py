"""The pages of an ordinary site in which the last build found nothing, neither a mention nor a number nor a problem: as
long as they are the same, nobody reads them again."""

from collections.abc import Iterable
from pathlib import Path

from factbound.host.page import HostedPage, PageSource
from factbound.kept import digest, keep, program_digest, recall


class SilentPages:
    """What the last build knew of them, and what this one does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        program, *known = (recall(path) or b"").decode().split("\n")
        self._known = frozenset(known if program == program_digest() else ())
        self._now: set[str] = set()

    def knows(self, key: str) -> bool:
        """Whether the last build found nothing in the page of this key."""
        return key in self._known

    def note(self, key: str) -> None:
        """Remember that nothing is in the page of this key."""
        self._now.add(key)

    def close(self) -> None:
        """Keep what is known for the next build."""
        keep(self._path, "\n".join([program_digest(), *sorted(self._now)]).encode())


def page_key(page: PageSource, html: str, title: str, contents: Iterable[str]) -> str:
    """All of a page that was rendered as `html`, called `title` and whose parts were listed as `contents` in which
    something might be found."""
    said = [str(page.meta.get(key)) for key in ("numbers", "title", "description")]
    return digest(html, title, *contents, "", *said)


def is_silent(page: HostedPage) -> bool:
    """Whether a page says nothing for which a fact has to stand."""
    return not (page.body.mentions or page.body.bare or any(each.mentions or each.bare for each in page.phrases))
