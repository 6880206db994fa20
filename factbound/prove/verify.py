"""Verify: every reading is held against the archived text, and the lock is written."""

from collections.abc import Iterable, Mapping

from factbound.language.lexicon import has_lexicon, languages
from factbound.problems import Code, EditionError, Problem, Where
from factbound.prove.archive import Ambiguous, Missing, Span, Text, locate
from factbound.prove.carried import context_fault, date_fault, quantity_fault
from factbound.prove.own_units import own_units
from factbound.read.book import Book, Entered
from factbound.read.entries import FactEntry, PromiseEntry, ReadingEntry, SourceEntry
from factbound.read.lock import COMMAND, Lock, LockedReading, LockedText, reading_digest


def verify(book: Book, texts: Mapping[str, Text], before: Lock, today: str, *, renew: bool = False) -> Lock:
    """The lock over every reading whose source has a text; EditionError when a reading does not hold.

    A text that is not the one locked before is a problem, unless `renew` accepts it. `today` dates what was checked
    anew.
    """
    problems: list[Problem] = []
    readings: dict[str, LockedReading] = {}
    for name, entered in book.facts.items():
        for n, entry in enumerate(entered.entry.readings):
            source = book.sources.get(entry.source)
            text = texts.get(entry.source)
            if source is None or text is None or source.entry.seen:
                continue
            if entry.paragraph is None:
                problems.append(no_paragraph(entered, n, entry))
                continue
            found = _located(entered, n, entry, entry.paragraph, text, problems)
            problems += _amount_faults(entered, n, entry, source.entry, text, found, book)
            problems += _left_out_faults(entered, n, entry, source.entry, text, found)
            if found:
                start = text.starts[entry.paragraph - 1]
                readings[f"{name}.{n + 1}"] = LockedReading(
                    reading_digest(entry), found.start, start + found.start, start + found.end
                )
    locked: dict[str, LockedText] = {}
    for name, source in book.sources.items():
        if source.entry.seen:
            problems += _archived_excerpt(name, source, texts)
            continue
        problems += _shown_faults(name, source, texts.get(name), book)
        problems += _text_faults(name, source, texts.get(name), before, readings, book, renew=renew)
        if name in texts:
            locked[name] = _locked_text(name, texts[name], before, readings, book, today)
    problems += (
        untold_change(entered, before.verdicts[name])
        for name, entered in book.promises.items()
        if changed_untold(entered.entry, before.verdicts.get(name))
    )
    if problems:
        raise EditionError(problems)
    verdicts = {name: entered.entry.verdict for name, entered in book.promises.items()}
    return Lock(locked, readings, before.path, verdicts)


def no_paragraph(entered: Entered[FactEntry], n: int, entry: ReadingEntry) -> Problem:
    """A reading of an article read whole that does not say where its words stand."""
    message = f'the key "paragraph" is missing: {entry.source} was read whole'
    return Problem(entered.where("readings", n), message, Code.MISSING_KEY, "paragraph: the first non-empty line is 1")


def unvouched(entered: Entered[FactEntry], n: int, entry: ReadingEntry, language: str) -> Problem | None:
    """An amount or date in a language that no machine reads here, for which nobody vouches."""
    if has_lexicon(language) or entry.vouched is not None or not (entry.quantity or entry.date):
        return None
    kind = "quantity" if entry.quantity else "date"
    message = f'{entry.source} is in "{language}", which no machine reads here, and nobody vouches for the {kind}'
    hint = f"let a person read it and say so with vouched:, or add the language (there are {', '.join(languages())})"
    return Problem(entered.where("readings", n, kind), message, Code.UNREAD_LANGUAGE, hint)


def _archived_excerpt(name: str, source: Entered[SourceEntry], texts: Mapping[str, Text]) -> Iterable[Problem]:
    """The text of a page that is said to have been seen as an excerpt only."""
    if name in texts:
        hint = "write paragraphs: in place of seen:, and give its readings their paragraphs"
        yield Problem(
            source.where("seen"), f"the archive has the whole text of {name}, seen as an excerpt", Code.EXCERPT, hint
        )


def changed_untold(entry: PromiseEntry, before: str | None) -> bool:
    """Whether a promise has another verdict than when it was last locked, and its history does not have the old one."""
    return before is not None and before != entry.verdict and before not in {each.verdict for each in entry.history}


def untold_change(entered: Entered[PromiseEntry], before: str) -> Problem:
    """A verdict that took the place of another without a word."""
    message = f'this verdict was "{before}", and no line of history says so'
    hint = f"add history: with verdict: {before}, until: and why:"
    return Problem(entered.where("verdict"), message, Code.UNTOLD_CHANGE, hint)


def _located(
    entered: Entered[FactEntry], n: int, entry: ReadingEntry, paragraph: int, text: Text, problems: list[Problem]
) -> Span | None:
    """Where a reading's words stand; None, with the problem noted, when they do not stand there exactly once."""
    where = entered.where("readings", n, "printed")
    if paragraph > len(text.paragraphs):
        message = f"paragraph {paragraph} does not exist: the archived text has {len(text.paragraphs)}"
        problems.append(Problem(entered.where("readings", n, "paragraph"), message, Code.BAD_PARAGRAPH))
        return None
    match locate(entry.printed, in_=text.paragraphs[paragraph - 1], after=entry.after):
        case Span() as span:
            return span
        case Missing():
            elsewhere = [
                str(i)
                for i, p in enumerate(text.paragraphs, 1)
                if not isinstance(locate(entry.printed, in_=p), Missing)
            ]
            hint = (
                f"they stand in paragraph {', '.join(elsewhere)}"
                if elsewhere
                else "copy them from the article, character by character"
            )
            problems.append(
                Problem(
                    where,
                    f'"{entry.printed}" does not stand in paragraph {paragraph} of {entry.source}',
                    Code.WORDS_NOT_FOUND,
                    hint,
                )
            )
        case Ambiguous(times):
            message = f'"{entry.printed}" stands {times} times in paragraph {paragraph} of {entry.source}'
            problems.append(
                Problem(where, message, Code.WORDS_AMBIGUOUS, "add after: with the words before the one that is meant")
            )
    return None


def _amount_faults(
    entered: Entered[FactEntry],
    n: int,
    entry: ReadingEntry,
    source: SourceEntry,
    text: Text,
    found: Span | None,
    book: Book,
) -> Iterable[Problem]:
    """What the words do not carry, by themselves and as they stand in the article, unless a person vouches for it."""
    if entry.vouched is not None:
        return
    if problem := unvouched(entered, n, entry, source.language):
        yield problem
        return
    hint = "correct the quantity or the words; where a machine cannot read them, say why with vouched:"
    if entry.quantity:
        units = own_units(book, source.language)
        fault = quantity_fault(entry.printed, entry.quantity, source.language, units=units)
        if fault is None and found and entry.paragraph:
            paragraph = text.paragraphs[entry.paragraph - 1]
            fault = context_fault(paragraph, found.start, found.end, entry.quantity, source.language, units=units)
        if fault:
            yield Problem(entered.where("readings", n, "quantity"), fault, Code.AMOUNT_NOT_IN_WORDS, hint)
    if entry.date and (fault := date_fault(entry.printed, entry.date, source.language)):
        yield Problem(entered.where("readings", n, "date"), fault, Code.AMOUNT_NOT_IN_WORDS, hint)


def _left_out_faults(
    entered: Entered[FactEntry], n: int, entry: ReadingEntry, source: SourceEntry, text: Text, found: Span | None
) -> Iterable[Problem]:
    """Words taken from what the source says is no part of the article: a ticker, a caption, a link to something
    else."""
    if found is None or entry.paragraph is None:
        return
    for part in source.left_out:
        start, end = (
            span_of(part.printed, text.paragraphs[entry.paragraph - 1], None)
            if part.paragraph == entry.paragraph
            else (0, 0)
        )
        if start < found.end and found.start < end:
            message = f'"{entry.printed}" stands in what {source.id} leaves out of paragraph {entry.paragraph}'
            yield Problem(
                entered.where("readings", n, "printed"),
                message,
                Code.WORDS_LEFT_OUT,
                "read the article itself, or change its left_out: entry",
            )
            return


def _shown_faults(name: str, source: Entered[SourceEntry], text: Text | None, book: Book) -> Iterable[Problem]:
    """Words that are shown as the article's and are no reading, and do not stand in it: its title, what is left out, a
    hedge."""
    if text is None:
        return
    whole = text.paragraphs

    def absent(words: str, paragraphs: Iterable[str]) -> bool:
        return all(isinstance(locate(words, in_=paragraph), Missing) for paragraph in paragraphs)

    def fault(where: Where, words: str, place: str) -> Problem:
        hint = "copy them from the article, character by character"
        return Problem(where, f'"{words}" does not stand in {place}', Code.WORDS_NOT_FOUND, hint)

    if source.entry.title and absent(source.entry.title, whole):
        yield fault(source.where("title"), source.entry.title, name)
    for n, part in enumerate(source.entry.left_out):
        if part.printed and absent(part.printed, whole[part.paragraph - 1 : part.paragraph]):
            yield fault(source.where("left_out", n, "printed"), part.printed, f"paragraph {part.paragraph} of {name}")
    for entered in book.facts.values():
        for n, entry in enumerate(entered.entry.readings):
            if entry.source != name or not entry.hedge or not entry.paragraph:
                continue
            if absent(entry.hedge, whole[entry.paragraph - 1 : entry.paragraph]):
                place = f"paragraph {entry.paragraph} of {name}"
                yield fault(entered.where("readings", n, "hedge"), entry.hedge, place)


def _text_faults(
    name: str,
    source: Entered[SourceEntry],
    text: Text | None,
    before: Lock,
    readings: Mapping[str, LockedReading],
    book: Book,
    *,
    renew: bool,
) -> Iterable[Problem]:
    """A text that is gone, that changed, or that has other paragraphs than the source says."""
    old = before.texts.get(name)
    if text is None:
        if old:
            yield Problem(
                source.where("id"),
                f'the archive has no text "{name}.txt", which was verified before',
                Code.MISSING_TEXT,
                "put the text back, or give another DIR",
            )
        return
    if len(text.paragraphs) != source.entry.paragraphs:
        message = f"the archived text has {len(text.paragraphs)} paragraphs, not {source.entry.paragraphs}"
        yield Problem(source.where("paragraphs"), message, Code.BAD_PARAGRAPH)
    if old and old.digest != text.digest and not renew:
        moved = [
            key
            for key in _readings_of(name, book)
            if key not in readings or (key in before.readings and before.readings[key].offset != readings[key].offset)
        ]
        told = f"it moves {', '.join(moved)}" if moved else "no reading moves"
        yield Problem(
            source.where("id"),
            f"the archived text of {name} has changed since it was verified: {told}",
            Code.CHANGED_TEXT,
            f"read it again, then: {COMMAND} --renew",
        )


def _locked_text(
    name: str, text: Text, before: Lock, readings: Mapping[str, LockedReading], book: Book, today: str
) -> LockedText:
    """The text as locked now; its day stays when neither it nor a reading of it has changed."""
    old = before.texts.get(name)
    same = (
        old
        and old.digest == text.digest
        and all(before.readings.get(key) == readings.get(key) for key in _readings_of(name, book))
    )
    return LockedText(text.digest, len(text.paragraphs), old.checked if old and same else today)


def _readings_of(source: str, book: Book) -> list[str]:
    return [
        f"{name}.{n + 1}"
        for name, entered in book.facts.items()
        for n, entry in enumerate(entered.entry.readings)
        if entry.source == source
    ]


def unread(book: Book, texts: Mapping[str, Text]) -> tuple[tuple[str, int], ...]:
    """Sources that have readings and no text in the archive, each with how many readings were therefore not looked
    at."""
    missing = [
        (name, len(_readings_of(name, book)))
        for name, source in book.sources.items()
        if name not in texts and not source.entry.seen
    ]
    return tuple((name, count) for name, count in missing if count)


def strangers(book: Book, texts: Mapping[str, Text]) -> tuple[str, ...]:
    """Texts of the archive that are no source's."""
    return tuple(name for name in texts if name not in book.sources)


def span_of(printed: str | None, paragraph: str, after: str | None) -> tuple[int, int]:
    """Where words stand, the first of several; the whole paragraph for none."""
    if printed is None:
        return 0, len(paragraph)
    match locate(printed, in_=paragraph, after=after):
        case Span(start, end):
            return start, end
        case _:
            position = paragraph.find(printed)
            return (position, position + len(printed)) if position >= 0 else (0, 0)
