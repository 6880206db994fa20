"""llms.txt: what a language model finds first, with the way to the Markdown of every page.

Source: llmstxt.org: a title, a summary as a quotation, words, then lists of files under headings.
"""

from collections.abc import Iterator, Mapping

from factbound.view.data.offered import DATASET, REFERENCES
from factbound.view.markdown.syntax import bullets, document, link, plain
from factbound.view.telling.links import TWIN, Addresses
from factbound.view.telling.teller import Teller


def llms_text(tellers: Mapping[str, Teller], at: Addresses) -> str:
    """The file, in the words of the edition's first language; stories and indexes in every language."""
    tell = next(iter(tellers.values()))
    site = tell.word("site") or tell.ledger.title
    tagline = tell.word("tagline")
    return document(
        [
            f"# {plain(site)}",
            f"> {plain(tagline)}" if tagline else "",
            plain(tell.word("llms-lead")),
            plain(tell.summary()),
            plain(tell.rights),
            *(
                part
                for each in tellers.values()
                for part in (f"## {plain(each.word('language'))}", bullets(_pages(each, at)))
            ),
            f"## {plain(tell.word('data'))}",
            bullets(link(path, at.of(path)) for path in (*DATASET, *REFERENCES.paths)),
        ]
    )


def _pages(tell: Teller, at: Addresses) -> Iterator[str]:
    """The stories of a language and its indexes, which lead to every other page."""
    for story in tell.ledger.stories:
        if story.language == tell.language:
            lead = tell.phrase(story.description or story.lead)
            yield f"{link(tell.phrase(story.title), at.of(f'{story.url}{TWIN}'))}{f': {plain(lead)}' if lead else ''}"
    for name in (*(("promises",) if tell.ledger.promises else ()), "facts", "sources", "charts", "corrections"):
        yield f"{link(tell.word(name), at.of(f'{tell.language}/{name}/{TWIN}'))}: {plain(tell.word(f'{name}-lead'))}"
