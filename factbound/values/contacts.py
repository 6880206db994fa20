"""Contacts: where readers report an error, and the address that opens a report with its first words in it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_MAIL = re.compile(r"[^\s@<>\"(),:;\\?&%]+@[^\s@<>\"(),:;\\?&%/]+\.[a-zA-Z0-9-]{2,}")


@dataclass(frozen=True, slots=True)
class Contact:
    """A mail address, or the address of a page: a tracker's issues or a form."""

    written: str

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail address."""
        return "@" in self.written and not self.written.startswith(("https://", "http://"))

    @property
    def shown(self) -> str:
        """As readers see it: without what stands before a page's host."""
        return re.sub(r"^https?://", "", self.written).removesuffix("/")

    def report(self, title: str, words: str) -> str:
        """The address that begins a mail or an issue with this title and these words; of another page, the page.

        Sources: RFC 6068 (mailto); GitHub, "Creating an issue from a URL query", which Gitea and Forgejo follow;
        GitLab, "Create an issue using a URL with prefilled values".

        >>> Contact("desk@lamps.example").report("Error: a lamp", "Page: …")
        'mailto:desk@lamps.example?subject=Error%3A%20a%20lamp&body=Page%3A%20%E2%80%A6'
        >>> Contact("https://github.com/lamps/site/issues").report("A lamp", "…")
        'https://github.com/lamps/site/issues/new?title=A%20lamp&body=%E2%80%A6'
        """
        title, words = quote(title, safe=""), quote(words.replace("\n", "\r\n" if self.is_mail else "\n"), safe="")
        if self.is_mail:
            return f"mailto:{self.written}?subject={title}&body={words}"
        path = urlsplit(self.written).path.rstrip("/")
        if not path.endswith(("/issues", "/issues/new")):
            return self.written
        new = self.written.rstrip("/").removesuffix("/new") + "/new"
        if path.removesuffix("/new").endswith("/-/issues"):
            return f"{new}?issue[title]={title}&issue[description]={words}"
        return f"{new}?title={title}&body={words}"


def contact_of(written: str) -> Contact | None:
    """The contact that an editor wrote; None for nothing. ValueError tells what is wrong.

    >>> contact_of("desk@lamps.example").is_mail, contact_of("")
    (True, None)
    """
    if not written:
        return None
    wrong = f'"{written}" is no mail address (desk@news.example) and no address that starts with https://'
    if _MAIL.fullmatch(written):
        return Contact(written)
    try:
        parts = urlsplit(written)
        named = bool(parts.hostname)
    except ValueError as error:
        raise ValueError(wrong) from error
    if parts.scheme not in {"https", "http"} or not named or re.search(r"[\s<>\"\\^`{|}]", written):
        raise ValueError(wrong)
    if parts.query or parts.fragment or parts.username is not None:
        raise ValueError("an address without a query, a fragment and a user")
    return Contact(written)
