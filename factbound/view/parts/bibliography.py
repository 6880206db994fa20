"""Bibliography: works in the formats that reference managers read: BibTeX for biblatex, CSL-JSON and RIS."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from factbound.values.dates import Moment, Period

FORMATS = {"BibTeX": "bib", "CSL-JSON": "csl.json", "RIS": "ris"}
"""The formats by name, with the suffix of their files."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to cite. `key` is unique in the edition.

    A work without a headline of its own is not `titled`: its title is a description, and stands in brackets.
    `publisher` is who brings it out, or the site it stands in. `date` is None when nobody has told it; an `inferred`
    one is marked as rounded where a format can say so. `told_date` and `note` are words in the reader's language.
    `address` is empty where it is not known.
    """

    key: str
    title: str
    titled: bool
    publisher: str
    address: str
    language: str
    date: Period | None
    inferred: bool
    told_date: str
    note: str

    @property
    def name(self) -> str:
        """The title, in brackets where it is a description."""
        return self.title if self.titled else f"[{self.title}]"

    @property
    def circa(self) -> bool:
        """Whether its date is inferred or rounded."""
        return self.date is not None and (
            self.inferred or any(end.approximate for end in (self.date.start, self.date.end) if end)
        )


def entry(name: str, work: Work) -> str:
    """A work as an entry in the format of this name."""
    match name:
        case "BibTeX":
            return _bibtex(work)
        case "CSL-JSON":
            return json.dumps(_csl(work), ensure_ascii=False)
        case _:
            return _ris(work)


def bound(name: str, entries: Iterable[str]) -> str:
    """Entries as a file in the format of this name."""
    return "[" + ",\n".join(entries) + "]\n" if name == "CSL-JSON" else "\n".join(entries)


# --- BibTeX ----------------------------------------------------------------------------------------------------------

_LANGUAGES = {"en": "english", "fr": "french", "nl": "dutch", "de": "german", "es": "spanish", "it": "italian"}
"""Source: the biblatex manual, language identifiers."""
_TEX = str.maketrans({
    "\n": " ", "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
})  # fmt: skip


def _bibtex(work: Work) -> str:
    """An entry in UTF-8. Titles keep their capitals; a date is EDTF, which biblatex reads.

    Source: the biblatex manual, entry type @online and date specifications; escapes of LaTeX. Braces are written as
    commands, since BibTeX counts even escaped ones. Addresses are verbatim.
    """
    told = {
        "title": f"{{{_tex(work.name)}}}",
        "organization": _tex(work.publisher),
        "date": _edtf(work),
        "url": re.sub(r"[{}\\\s]", _percent, work.address),
        "langid": _LANGUAGES.get(work.language, ""),
        "note": _tex(work.note),
    }
    fields = ",\n".join(f"  {key} = {{{value}}}" for key, value in told.items() if value)
    return f"@online{{{work.key},\n{fields},\n}}\n"


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _edtf(work: Work) -> str:
    """The date; with EDTF's sign for a rounded one where it is inferred."""
    if work.date is None:
        return ""
    return (
        f"{work.date.text}~"
        if work.inferred and not work.date.is_interval and not work.date.text.endswith(("~", "?", "%"))
        else work.date.text
    )


# --- CSL-JSON --------------------------------------------------------------------------------------------------------


def _csl(work: Work) -> dict[str, object]:
    """An item. Source: Citation Style Language 1.0.2, csl-data.json; `circa` marks a rounded date."""
    issued = None
    if work.date:
        ends = [work.date.start, work.date.end] if work.date.is_interval else [work.date.start]
        issued = {"date-parts": [_parts(end) for end in ends if end], **({"circa": True} if work.circa else {})}
    told = {
        "id": work.key,
        "type": "webpage",
        "title": work.name,
        "publisher": work.publisher,
        "issued": issued,
        "URL": work.address,
        "language": work.language,
        "note": work.note,
    }
    return {key: value for key, value in told.items() if value}


def _parts(moment: Moment) -> list[int]:
    return [part for part in (moment.year, moment.month, moment.day) if part]


# --- RIS -------------------------------------------------------------------------------------------------------------


def _ris(work: Work) -> str:
    """A reference. Source: RIS format specification (Research Information Systems, 2001): DA is YYYY/MM/DD/other."""
    start = work.date.start if work.date else None
    day = (
        "/".join(
            [
                *(f"{part:02d}" if part else "" for part in (start.year, start.month, start.day)),
                "circa" if work.circa else "",
            ]
        )
        if start
        else ""
    )
    told = (
        ("TI", work.name),
        ("PB", work.publisher),
        ("PY", str(start.year) if start else ""),
        ("DA", day),
        ("UR", work.address),
        ("LA", work.language),
        ("N1", work.note),
        ("ID", work.key),
    )
    return (
        "".join(f"{tag}  - {value.translate(_LINE)}\n" for tag, value in (("TY", "ELEC"), *told) if value) + "ER  - \n"
    )


_LINE = str.maketrans({"\n": " ", "\r": " ", "\t": " "})
"""A value stands in one line."""
