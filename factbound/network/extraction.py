"""Extraction: the article in a page, without what stands around it. The only module that knows trafilatura."""

import trafilatura


def paragraphs(html: str, address: str) -> tuple[str, ...]:
    """The article's paragraphs, headings and points among them; none where no article was found."""
    text = trafilatura.extract(html, url=address or None, include_comments=False, include_tables=True) or ""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def guessed_date(html: str, address: str) -> str | None:
    """The day on which the article seems to have appeared, in ISO form, guessed from all that the page has; None when
    nothing tells."""
    found = trafilatura.extract_metadata(html, default_url=address or None)
    return found.date if found and isinstance(found.date, str) else None
