"""Articles as tables: what is known of them, the origins they descend from, and what was left out of them."""

from collections.abc import Iterator

from factbound.ledger import LeftOut, Source
from factbound.values.vocabulary import OriginKind, all_of
from factbound.view.data.columns import KNOWN, SEEN_HOW, Column, Table, text_of, words
from factbound.view.telling.teller import Teller

SOURCES = Table(
    "sources", "Sources",
    "The articles: publisher, address, date, how each of these is known, and the origin they descend from.",
    ("id",),
    (
        Column("id", "string", "Id", "The article's name; its page is LANGUAGE/sources/ID/.", lambda s, t: s.id,
               required=True),
        Column("language", "string", "Language", "The language of the article, ISO 639-1.", lambda s, t: s.language,
               required=True),
        Column("address", "string", "Address", "Where it was published.", lambda s, t: s.address, required=True),
        Column("publisher", "string", "Publisher", "Who published it.", lambda s, t: s.publisher, required=True),
        Column("publisher_known", "string", "Publisher known",
               "Whether the text states its publisher or it was inferred.", lambda s, t: s.publisher_known,
               required=True, one_of=KNOWN),
        Column("published", "string", "Published", "When it appeared, in EDTF; ~ marks an approximate date.",
               lambda s, t: str(s.published), required=True),
        Column("published_known", "string", "Published known", "Whether the text states its date or it was inferred.",
               lambda s, t: s.published_known, required=True, one_of=KNOWN),
        words("published_from", "Published from", "What the date was inferred from, or where it is stated.",
              lambda s, t: t.text(s.published_from)),
        words("title", "Title", "Its headline, where the text carries one.", lambda s, t: s.title or ""),
        Column("origin", "string", "Origin", "The announcement, release or study that it descends from.",
               lambda s, t: s.origin.id, "origins.id", required=True),
        words("about", "About", "What it is, in the edition's words.", lambda s, t: t.text(s.about)),
        Column("paragraphs", "integer", "Paragraphs",
               "How many paragraphs it has; empty for a page of which an excerpt was seen.",
               lambda s, t: None if s.seen else s.paragraphs),
        Column("seen", "string", "Seen",
               "When an excerpt of the page was seen, in EDTF; empty for an article read whole.",
               lambda s, t: text_of(s.seen and s.seen.on)),
        Column("seen_how", "string", "Seen how", "Where the excerpt stood.", lambda s, t: s.seen and s.seen.how,
               one_of=SEEN_HOW),
        Column("sha256", "string", "SHA-256",
               "Of the archived text that readings were held against; empty where there was none.",
               lambda s, t: s.digest),
        Column("checked", "date", "Checked", "The day of that check.", lambda s, t: text_of(s.checked_on)),
    ),
    lambda tell: tell.ledger.sources.values(),
)  # fmt: skip


def _left_out(tell: Teller) -> Iterator[tuple[Source, int, LeftOut]]:
    return ((source, n, part) for source in tell.ledger.sources.values() for n, part in enumerate(source.left_out, 1))


LEFT_OUT = Table(
    "left_out", "Left out", "What an article prints that no reading uses, and why.", ("source", "position"),
    (
        Column("source", "string", "Source", "The article.", lambda x, t: x[0].id, "sources.id", required=True),
        Column("position", "integer", "Position", "Its place in the article's list, from 1.", lambda x, t: x[1],
               required=True),
        Column("paragraph", "integer", "Paragraph", "The paragraph.", lambda x, t: x[2].paragraph, required=True),
        words("printed", "Printed words", "The words that are left out; empty for a whole paragraph.",
              lambda x, t: x[2].printed or ""),
        words("why", "Why", "The reason.", lambda x, t: t.text(x[2].why), required=True),
    ),
    _left_out,
)  # fmt: skip


ORIGINS = Table(
    "origins", "Origins",
    "The announcements, releases and studies that the articles descend from: articles of one origin are one "
    "witness.", ("id",),
    (
        Column("id", "string", "Id", "The origin's name.", lambda o, t: o.id, required=True),
        words("name", "Name", "What it is.", lambda o, t: t.text(o.name), required=True),
        Column("kind", "string", "Kind", "What kind of origin.", lambda o, t: o.kind, required=True,
               one_of=all_of(OriginKind)),
        Column("by", "string", "By", "Who made it.", lambda o, t: o.by.id, "people.id", required=True),
        Column("date", "string", "Date", "When, in EDTF.", lambda o, t: text_of(o.date)),
        words("known", "Known", "How that is known.", lambda o, t: t.text(o.known)),
    ),
    lambda tell: tell.ledger.origins.values(),
)  # fmt: skip
