"""A catalogue of texts for translators, in gettext's format: what goes into it, and what comes out of it. The only
module that knows Babel's messages.

The catalogue that was written last is also the record of what each translation was made from: a translation that still
stands in the edition while its original is another one there than in the catalogue is older than its original.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, normalize, read_po, unescape, write_po

from factbound.problems import Code, Problem, Where
from factbound.read.interface_words import places
from factbound.read.prose import AS_TYPED, MENTION, mention_of
from factbound.tidy.entries import Edit
from factbound.translation.texts import Text, in_one_line

_BASE = "as exported: "
"""Before a digest of the words that the edition had when a catalogue was written: whoever changed them since is told
apart by it."""
_ESCAPE = re.compile(r"\\[\\trn\"]")
_PREVIOUS = re.compile(r"\|\s*(msgid\s+)?\"")
"""A line of #|, which Babel takes for a remark."""


@dataclass(frozen=True, slots=True)
class Held:
    """A message of a catalogue that was read."""

    original: str
    words: str
    fuzzy: bool
    base: str
    """A digest of the words that the edition had; empty where a translator's program left it out."""
    comments: tuple[str, ...]
    """What translators remarked."""
    previous: str
    """The original that fuzzy words were made from, as the catalogue tells it."""
    where: Where
    """Where the words stand in the catalogue."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue that was read: its messages by the names of their texts, and its head."""

    held: Mapping[str, Held] = field(default_factory=dict)
    head: Catalog = field(default_factory=Catalog)


@dataclass(frozen=True, slots=True)
class Import:
    """What a catalogue brings into an edition."""

    edits: Mapping[str, list[Edit]]
    """What is to be written, by file."""
    left: tuple[str, ...]
    """What is not taken over, and why, with the place in the catalogue."""


def read_catalogue(text: str, path: str, language: str, problems: list[Problem]) -> Catalogue:
    """What a catalogue in a language holds, by the name of each text; a text that is none, or one in another language,
    is a problem."""
    lines = text.split("\n")
    if not any(line.startswith("msgid") for line in lines):
        problems.append(Problem(Where(path), "this is no gettext file: it has no msgid", Code.UNREADABLE))
        return Catalogue()
    try:
        catalog = read_po(lines, abort_invalid=True)
    except PoFileError as error:
        problems.append(Problem(Where(path, error.lineno + 1), f"this is no gettext file: {error}", Code.UNREADABLE))
        return Catalogue()
    except (
        ValueError,
        LookupError,
        AttributeError,
    ) as error:  # what Babel's parser says of a head or a line it cannot take
        problems.append(Problem(Where(path), f"this is no gettext file: {error}", Code.UNREADABLE))
        return Catalogue()
    if (locale := catalog.locale_identifier) and re.split("[-_@.]", locale)[0] != language:
        wrong = f"this file is in {locale}, as its head says, and not in {language}"
        problems.append(Problem(Where(path), wrong, Code.UNREADABLE, f"name the file for {language}"))
        return Catalogue()
    found: dict[str, Held] = {}
    for message in catalog:
        if message.id and message.context and isinstance(message.id, str) and isinstance(message.string, str):
            base = next((each[len(_BASE) :] for each in message.auto_comments if each.startswith(_BASE)), "")
            words = in_one_line(message.string)
            where = _place(lines, message.lineno or 1, path)
            told = message.user_comments
            found[message.context] = Held(
                original=message.id,
                words=words,
                fuzzy=message.fuzzy,
                base=base,
                comments=tuple(each for each in told if not each.startswith("|")),
                previous="".join(unescape(each[each.index('"') :]) for each in told if _PREVIOUS.match(each)),
                where=where,
            )
    return Catalogue(found, catalog)


def is_strange(old: Catalogue, texts: Iterable[Text]) -> bool:
    """Whether a catalogue has texts, and none of them is among these."""
    return len(old.head) > 0 and old.held.keys().isdisjoint(each.key for each in texts)


def _place(lines: list[str], first: int, path: str) -> Where:
    """Where the words of a message stand, which has its msgid in line `first`, with a turn wherever the words and the
    characters of the file part."""
    number = next((n for n in range(first, len(lines) + 1) if lines[n - 1].lstrip().startswith("msgstr")), first)
    turns: list[tuple[int, int, int]] = []
    offset = 0
    for n in range(number, len(lines) + 1):
        line = lines[n - 1]
        if '"' not in line or (n > number and not line.lstrip().startswith('"')):
            break
        begin = line.index('"') + 1
        turns.append((offset, n, begin + 1))
        end = max(begin, line.rstrip().rfind('"'))
        for escape in _ESCAPE.finditer(line, begin, end):
            offset += escape.start() + 1 - begin
            begin = escape.end()
            turns.append((offset, n, begin + 1))
        offset += end - begin
    start = Where(path, number, 1, tuple(turns)).after(0)
    return Where(path, start.line, start.column, tuple(turns))


def translated(texts: Iterable[Text], languages: tuple[str, ...], language: str, name: str, old: Catalogue) -> Catalog:
    """The texts of an edition with their words in a language, as a catalogue; what `old` holds and the edition has not
    taken over is kept."""
    made = Catalog(
        language,
        fuzzy=False,
        header_comment=f"# {name}: its texts in {language}. `po import {language}` takes them into the edition.",
        project=name,
        version="0",
        creation_date=old.head.creation_date,
        revision_date=old.head.revision_date,
        last_translator=old.head.last_translator,
        language_team=old.head.language_team,
    )
    for text in texts:
        source = text.original(languages, language)
        if source is None or text.printed_in == language:
            continue
        original, words = text.words[source], text.words.get(language, "")
        held = old.held.get(text.key)
        changed = bool(held and held.original != original)
        fuzzy = bool(words and held and held.words == words and (changed or held.fuzzy))
        remarks = [text.about]
        if source != languages[0] or source == text.printed_in:
            remarks.append(f"The original is {'printed ' * (source == text.printed_in)}in {source}.")
        if held and is_unimported(held, words):
            fuzzy = held.fuzzy or changed
            if words and held.base != digest(words):
                fuzzy = True
                remarks.append(f"The edition has other words by now: {words}")
            words = held.words
        if now := text.words.get(language):
            remarks.append(f"{_BASE}{digest(now)}")
        where = text.where(source)
        made.add(
            original,
            words,
            locations=[(where.path, where.line)],
            flags=("fuzzy",) if fuzzy else (),
            auto_comments=remarks,
            user_comments=held.comments if held else (),
            previous_id=(held.original if changed else held.previous) if held and fuzzy else (),
            context=text.key,
        ).flags.discard("python-format")
    return made


def catalogue_bytes(made: Catalog, before: bytes, now: datetime) -> bytes:
    """The catalogue as it is written, with the day on which anything in it became another."""
    if (told := _written(made)) != before:
        made.creation_date = now
        told = _written(made)
    return told


def _written(made: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, made)
    return _with_previous(file.getvalue().decode(), made).encode()


def _with_previous(told: str, made: Catalog) -> str:
    """A catalogue with the originals that were before, one beside each that has changed. Babel would write them as
    remarks, broken wherever a line is full, which gettext's own programs refuse."""
    before = {message.context: message.previous_id[0] for message in made if message.previous_id}
    messages = iter([message.context for message in made if message.context])
    lines: list[str] = []
    for line in told.split("\n"):
        if line.startswith("msgctxt ") and (previous := before.get(next(messages))):
            lines.append(f"#| msgid {normalize(previous, '#| ')}")
        lines.append(line)
    return "\n".join(lines)


def digest(words: str) -> str:
    """A short digest of words."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def is_unimported(held: Held, words: str) -> bool:
    """Whether a catalogue has other words than the edition, `words`, and a translator wrote them."""
    if not held.words or held.words == words:
        return False
    return held.base != digest(held.words) if held.base else not words


def imported(
    texts: Iterable[Text], languages: tuple[str, ...], language: str, old: Catalogue, problems: list[Problem]
) -> Import:
    """What a catalogue changes in an edition; mentions and places that do not fit the original are problems."""
    edits: dict[str, list[Edit]] = {}
    left: list[str] = []
    for text in texts:
        held, source, words = old.held.get(text.key), text.original(languages, language), text.words.get(language, "")
        if held is None or source is None or text.printed_in == language or not held.words or held.words == words:
            continue
        if held.fuzzy:
            left.append(f"{held.where}: {text.key} is marked fuzzy")
        elif held.original != text.words[source]:
            left.append(f"{held.where}: the original of {text.key} has changed since")
        elif words and held.base == digest(held.words):
            left.append(f"{held.where}: {text.key} was changed in the edition, and not here")
        elif words and held.base and held.base != digest(words):
            left.append(f"{held.where}: {text.key} was changed here and in the edition")
        else:
            problems += _unfit(held, text, language)
            file, at = text.place(language)
            edits.setdefault(file, []).append((at, held.words, _before(text, languages, language)))
    return Import(edits, tuple(left))


def _before(text: Text, languages: tuple[str, ...], language: str) -> str:
    """The language after whose words new ones stand."""
    order = [*languages, *(() if language in languages else (language,))]
    there = [each for each in order[: order.index(language)] if each in text.words and each != text.printed_in]
    return there[-1] if there and not text.form and not text.file else ""


def _unfit(held: Held, text: Text, language: str) -> Iterator[Problem]:
    """What is wrong with the mentions in words, or with the places that interface words keep."""
    there: list[Problem] = []
    found = [
        mention_of(match, held.where.after(match.start()), there, language) for match in MENTION.finditer(held.words)
    ]
    wanted = [
        mention
        for match in MENTION.finditer(held.original)
        if (mention := mention_of(match, held.where, [], language)) and mention.kind not in AS_TYPED
    ]
    missing = {each.source: (each.kind, each.target) for each in wanted}
    left = [(each.kind, each.target) for each in wanted]
    for mention in found:
        told = mention and (mention.kind, mention.target)
        if told in left:
            left.remove(told)
        elif mention and mention.kind not in AS_TYPED:
            hint = f"the original has {' '.join(missing)}" if wanted else "take it out"
            there.append(Problem(mention.where, f"the original has no {mention.source}", Code.BAD_MENTION, hint))
    yield from there
    for source, told in missing.items() if not there else ():
        if told in left:
            yield Problem(held.where, f"the {source} of the original is missing", Code.BAD_MENTION, f"write {source}")
    if text.file and (wrong := places(held.words) ^ places(held.original)):
        named = " and ".join(f"{{{place}}}" for place in sorted(wrong))
        yield Problem(held.where, f"the places {named} are not those of the original", Code.BAD_VALUE)


def stale(
    texts: Iterable[Text], languages: tuple[str, ...], language: str, old: Catalogue, path: str
) -> Iterator[Problem]:
    """The translations that still stand as they did when their original was another one."""
    for text in texts:
        held, source = old.held.get(text.key), text.original(languages, language)
        if held is None or source is None or text.printed_in == language or held.words != text.words.get(language):
            continue
        if held.fuzzy or held.original != text.words[source]:
            message = f"these words in {language} are older than those in {source}: {text.key}"
            hint = f"po export {language} marks them fuzzy in {path}; translate them anew, or take that mark away"
            yield Problem(text.where(language), message, Code.STALE_TRANSLATION, hint)
