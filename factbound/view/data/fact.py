"""A fact as an object: the contract's, with its addresses, its digest and an annotation for each reading."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from factbound.ledger import Figure, Ledger, Reading
from factbound.view.data.digest import digest, said
from factbound.view.telling.links import fact_path, object_path

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def fact_json(
    figure: Figure, told: dict[str, Any], head: Mapping[str, str | None], ledger: Ledger, site_url: str
) -> bytes:
    """A fact's object. `told` is what facts.json says of it, `head` what each file says of its edition. Addresses are
    relative to the object where the site's own is not known."""
    root = site_url or "../../"
    pages = {language: f"{root}{fact_path(language, figure.id)}" for language in ledger.languages}
    whole = {
        **head,
        **told,
        "address": f"{root}{object_path(figure.id)}",
        "pages": pages,
        "embed": {language: f"{page}embed/" for language, page in pages.items()},
        "digest": f"sha256:{digest(figure)}",
        "said": said(figure),
        "annotations": [annotation(reading, f"{root}{object_path(figure.id)}", pages) for reading in figure.readings],
    }
    return (json.dumps(whole, ensure_ascii=False) + "\n").encode()


def annotation(reading: Reading, address: str, pages: dict[str, str]) -> dict[str, Any]:
    """A reading as an annotation of its article: the fact's pages, linked to the printed words.

    Source: W3C Web Annotation Data Model (2017), sections 3 and 4. The words before and after, which a quote may have,
    are the article's and stay there.
    """
    source = reading.source
    quoted: dict[str, Any] = {
        "source": {"id": source.address, "type": "Text", "format": "text/html", "language": source.language},
        "selector": {"type": "TextQuoteSelector", "exact": reading.printed},
    }
    targets = [{"type": "SpecificResource", **quoted}]
    if source.digest and reading.at:
        start, end = reading.at
        archived = {
            "id": digest_name(source.digest),
            "type": "Text",
            "format": "text/plain",
            "language": source.language,
        }
        targets.append(
            {
                "type": "SpecificResource",
                "source": archived,
                "selector": {"type": "TextPositionSelector", "start": start, "end": end},
            }
        )
    return {
        "@context": CONTEXT,
        "id": f"{address}#reading-{reading.number}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"id": page, "type": "Text", "format": "text/html", "language": language}
            for language, page in pages.items()
        ],
        "target": targets if len(targets) > 1 else targets[0],
    }


def digest_name(sha256: str) -> str:
    """The name of a text that is known by its SHA-256. Source: RFC 6920, Naming Things with Hashes, section 3."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"
