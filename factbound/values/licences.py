"""Licences: what an edition lets others do with its texts and data; without one, nothing."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: the name people know, its title and its address."""

    id: str
    """Its name in SPDX's list; empty where that does not have it."""
    name: str
    title: str
    address: str


_CREATIVE_COMMONS = "https://creativecommons.org"
LICENCES: Mapping[str, Licence] = {
    each.id: each
    for each in (
        Licence(
            "CC0-1.0",
            "CC0 1.0",
            "Creative Commons Zero 1.0 Universal",
            f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/",
        ),
        *(
            Licence(
                f"CC-{code}-4.0",
                f"CC {code} 4.0",
                f"Creative Commons {title} 4.0 International",
                f"{_CREATIVE_COMMONS}/licenses/{code.lower()}/4.0/",
            )
            for code, title in (
                ("BY", "Attribution"),
                ("BY-SA", "Attribution-ShareAlike"),
                ("BY-ND", "Attribution-NoDerivatives"),
                ("BY-NC", "Attribution-NonCommercial"),
                ("BY-NC-SA", "Attribution-NonCommercial-ShareAlike"),
                ("BY-NC-ND", "Attribution-NonCommercial-NoDerivatives"),
            )
        ),
        Licence(
            "ODbL-1.0",
            "ODbL 1.0",
            "Open Data Commons Open Database License 1.0",
            "https://opendatacommons.org/licenses/odbl/1-0/",
        ),
        Licence(
            "ODC-By-1.0",
            "ODC-By 1.0",
            "Open Data Commons Attribution License 1.0",
            "https://opendatacommons.org/licenses/by/1-0/",
        ),
        Licence(
            "etalab-2.0",
            "Licence Ouverte 2.0",
            "Etalab Open License 2.0",
            "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        ),
        Licence(
            "OGL-UK-3.0",
            "OGL 3.0",
            "Open Government Licence 3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
    )
}
"""Licences that need no address, by their names in SPDX's list. Source: spdx.org/licenses."""


def licence_of(written: object) -> Licence | None:
    """The licence that an editor wrote: a name of SPDX's list, or any name with an address; None for nothing.

    ValueError tells what is wrong.

    >>> licence_of("CC-BY-4.0").name
    'CC BY 4.0'
    >>> licence_of({"name": "House licence 2", "url": "https://news.example/licence"}).name
    'House licence 2'
    """
    if written in ("", None):
        return None
    if isinstance(written, str):
        if written in LICENCES:
            return LICENCES[written]
        raise ValueError(f'"{written}" is none of {", ".join(LICENCES)}; write another as {{name: …, url: …}}')
    told = (
        {key: value for key, value in written.items() if isinstance(value, str) and value}
        if isinstance(written, dict)
        else {}
    )
    if not isinstance(written, dict) or set(told) != {"name", "url"} or set(written) != {"name", "url"}:
        raise ValueError("a licence has a name and a url")
    if not told["url"].startswith(("https://", "http://")):
        raise ValueError(f'"{told["url"]}" is no address that starts with https://')
    return Licence("", told["name"], told["name"], told["url"])
