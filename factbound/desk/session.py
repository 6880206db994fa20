"""A session at the desk: one edition and one archive, read anew for every answer, and the only place that writes."""

import hashlib
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from factbound import edition
from factbound.desk.changes import Decision, Refused, changed, diff
from factbound.desk.draft import (
    Used,
    candidates,
    counted,
    dimension_of,
    fact_of,
    file_for,
    measure_for,
    reading_of,
    subject_for,
    twins,
    unused,
    uses,
)
from factbound.desk.holding import OPEN, faults
from factbound.desk.intake import draft, found_in, language_of
from factbound.desk.lists import Lists, lists_of
from factbound.desk.prints import statement, typed
from factbound.desk.propose import Proposal, propose, propose_words
from factbound.desk.renewing import copied, renew_ids, renew_lock
from factbound.desk.voices import unknown_voice
from factbound.problems import Code, Problem
from factbound.project import Project, real
from factbound.prove.archive import Text, read_archive
from factbound.prove.own_units import own_units
from factbound.publish.locks import locked
from factbound.publish.writing import replace_file, write_new
from factbound.read.book import SHELVES, Book
from factbound.read.context import relative
from factbound.scaffold import schema_line


class Stale(Exception):
    """A file is no longer what it was when its change was shown."""


@dataclass(frozen=True, slots=True)
class Article:
    """An archived text and what the edition has of it, as they are now."""

    id: str
    text: Text
    language: str
    known: bool
    """Whether it has an entry in sources.yml."""
    used: tuple[Used, ...]
    open: tuple[Proposal, ...]
    """The amounts and dates that nothing uses."""
    lists: Lists
    published: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """What was written, so that it can be taken back."""

    path: Path
    before: bytes | None
    after: bytes
    text: Path | None = None
    """The text of a new article, in the archive."""


@dataclass(slots=True)
class Session:
    """What the desk works on. `check` tells every problem of the edition in a folder, `today` the day."""

    project: Project
    archive: Path
    check: Callable[[Path], tuple[Problem, ...]]
    today: Callable[[], str]
    would_keep: Callable[[Path], bool] = lambda path: False
    """Whether a repository would keep a file: no article's text may go there."""
    done: list[Done] = field(default_factory=list)
    _writing: threading.Lock = field(default_factory=threading.Lock)

    # --- Reading -----------------------------------------------------------------------------------------------------

    def book(self) -> Book:
        """What is typed in facts/, as far as it is well-formed: the desk works on a broken edition too."""
        return edition.read(self.project).book

    def texts(self) -> Mapping[str, Text]:
        """The archived texts; one that is not UTF-8 is left out."""
        return read_archive(self.archive, [])

    def article(self, source: str, book: Book, text: Text) -> Article:
        """An article and what the edition has of it."""
        entered = book.sources.get(source)
        language = entered.entry.language if entered else language_of(text.paragraphs)
        published = entered.entry.published.date.start if entered else None
        year = published.year if published else None
        lists = lists_of(book, language, text.paragraphs)
        used = uses(book, source, text, self.project.languages[0])
        found = unused(propose(text.paragraphs, lists, year), used)
        shown = tuple(each for each in found if not each.quiet)
        return Article(source, text, language, entered is not None, used, shown, lists, year)

    def look(self, source: str, paragraph: int, start: int, end: int) -> dict[str, object]:
        """What words of an article would be: a reading, a fact, and the facts that they may be a reading of."""
        book, text = self.book(), self.texts()[source]
        if not 1 <= paragraph <= len(text.paragraphs) or not 0 <= start < end <= len(text.paragraphs[paragraph - 1]):
            raise Refused("there are no such words")
        article = self.article(source, book, text)
        made = propose_words(text.paragraphs, paragraph, start, end, article.lists, article.published)
        made = replace(made, subject=subject_for(book, made, source), measure=measure_for(book, made))
        taken = frozenset({*book.facts, *book.derived, *book.broken})
        return {
            "reads": made.reads,
            "faults": list(made.faults),
            "reading": reading_of(made, source),
            "fact": fact_of(made, source, self.project.languages, taken),
            "file": file_for(book, made.subject, made.place),
            "voice": unknown_voice(text.paragraphs[paragraph - 1], start, article.language),
            "counted": counted(made),
            "dimension": dimension_of(made),
            "candidates": [
                {
                    "id": each.id,
                    "statement": each.statement,
                    "prints": each.prints,
                    "differs": each.differs,
                    "unit": each.unit,
                    "file": _file_of(book, each.id),
                }
                for each in candidates(book, made, self.project.languages[0])
            ],
        }

    def hold(self, source: str, paragraph: int, reading: Mapping[str, str]) -> list[str]:
        """Why `verify` would not hold a reading as it is typed now; nothing when it would."""
        book, text = self.book(), self.texts()[source]
        if not 1 <= paragraph <= len(text.paragraphs):
            return ["there is no such paragraph"]
        entered = book.sources.get(source)
        language = entered.entry.language if entered else language_of(text.paragraphs)
        return list(
            faults(
                reading.get("printed", ""),
                reading.get("after") or None,
                text.paragraphs[paragraph - 1],
                reading.get("quantity") or None,
                reading.get("date") or None,
                language,
                own_units(book, language),
                frozenset(book.units),
            )
        )

    def prints(self, told: Mapping[str, str], statements: Mapping[str, str]) -> dict[str, object]:
        """What each language's statement of a fact that is typed now will print, and what in it prints nothing; the
        facts that it is like; and the file in which it belongs."""
        read = edition.read(self.project)
        own = told.get("id", ""), typed(told.get("quantity", ""), told.get("date", ""), told.get("period", ""))
        found: dict[str, dict[str, object]] = {}
        for language in self.project.languages:
            text, faults = statement(
                statements.get(language, ""), language, own, read.book, read.content.words[language]
            )
            found[language] = {"text": text, "faults": faults}
        alike = list(twins(read.book, told))
        subject = told.get("subject")
        file = file_for(read.book, None if subject == OPEN.lower() else subject or None, told.get("place") or None)
        return {"statements": found, "twins": alike, "file": file}

    # --- Writing -----------------------------------------------------------------------------------------------------

    def preview(self, what: Decision) -> tuple[str, str]:
        """What would change, and the digest of the file as it is now."""
        path = self._path(what.file)
        before = _bytes(path)
        text = self._text(path, before)
        shown = diff("" if before is None else text, changed(text, what), relative(path, self.project.root))
        return shown, digest(before)

    def brings(self, what: Decision) -> list[str]:
        """The problems that the edition would have once a change is written and verified, and has not now."""
        after = changed(self._text(self._path(what.file), _bytes(self._path(what.file))), what)
        with tempfile.TemporaryDirectory(prefix="desk-") as folder:
            root = copied(self.project, Path(folder))
            copy = replace(self.project, root=root, facts_at=root / relative(self.project.facts, self.project.root))
            archive = self.archive
            if what.kind == "source":
                archive = Path(folder, "texts")
                shutil.copytree(self.archive, archive)
            before = Counter(map(_told, (*renew_lock(copy, archive, self.today()), *self.check(self.project.root))))
            (copy.facts / what.file).write_bytes(after.encode())
            if what.kind == "source":
                (archive / f"{what.entry['id']}.txt").write_text("\n".join(what.text) + "\n", "utf-8")
            unproved = renew_lock(copy, archive, self.today())
            found = dict.fromkeys((*unproved, *self.check(root)))
        if unproved:  # the reading is unverified for the reason that is told
            found = {each: None for each in found if each.code is not Code.UNVERIFIED_READING}
        return [str(each) for each in found if not before[_told(each)]]

    def write(self, what: Decision, seen: str) -> list[str]:
        """Write a decision, if the file is still the one of which `seen` is the digest; Stale otherwise. Then verify:
        why the lock could not be renewed, or nothing."""
        path = self._path(what.file)
        with self._writing, locked(self.project.facts):
            before = _bytes(path)
            if digest(before) != seen:
                raise Stale(relative(path, self.project.root))
            after = changed(self._text(path, before), what).encode()
            text = self._archived(what) if what.kind == "source" else None
            try:
                replace_file(path, after)
            except OSError:
                if text:
                    text.unlink()
                raise
            self.done.append(Done(path, before, after, text))
            return self._verify()

    def take(self, name: str, data: bytes) -> dict[str, object]:
        """What a file would be as an article of this edition: its paragraphs and the draft of its entry."""
        found = found_in(name, data)
        book = self.book()
        entry = draft(found, name, self.project.languages, {*book.sources, *book.broken, *self.texts()})
        return {"entry": entry, "text": "\n".join(found.paragraphs)}

    def _archived(self, what: Decision) -> Path:
        """Write the text of a new article into the archive; Refused where it may not be there, or one is."""
        path = real(self.archive) / f"{what.entry['id']}.txt"
        if not what.text:
            raise Refused("the article has no words")
        if self.would_keep(path):
            raise Refused(f"{self.archive} lies in a repository, which must not hold an article's text")
        try:
            write_new(path, ("\n".join(what.text) + "\n").encode())
        except FileExistsError:
            raise Refused(f"the archive has a text {path.name} already") from None
        return path

    def undo(self) -> tuple[str, list[str]]:
        """Take back what was written last: the file it was in, and why the lock could not be renewed."""
        with self._writing, locked(self.project.facts):
            if not self.done:
                raise Refused("nothing was written that could be taken back")
            last = self.done[-1]
            if _bytes(last.path) != last.after:
                raise Stale(relative(last.path, self.project.root))
            if last.before is None:
                last.path.unlink()
            else:
                replace_file(last.path, last.before)
            if last.text:
                last.text.unlink(missing_ok=True)
            self.done.pop()
            return relative(last.path, self.project.root), self._verify()

    def _verify(self) -> list[str]:
        """Renew the lock over all readings, and the ids; the problems where a reading does not hold."""
        renew_ids(self.project)
        return [str(problem) for problem in renew_lock(self.project, self.archive, self.today())]

    def _path(self, name: str) -> Path:
        """A file of facts; Refused where the name leads out of their folder."""
        path = self.project.facts / name
        if "/" in name or "\\" in name or path.is_symlink() or path.parent != self.project.facts:
            raise Refused(f"{name} does not lie in the folder of facts")
        if path.exists() and not path.is_file():
            raise Refused(f"{name} is no file that can be read")
        return path

    def _text(self, path: Path, data: bytes | None) -> str:
        """A file's text; of a new one, the line that names its schema."""
        if data is None:
            return schema_line(self.project.root, path.stem if path.stem in SHELVES else "facts")
        try:
            return data.decode()
        except UnicodeDecodeError:
            raise Refused(f"{path.name} is not UTF-8; mend it first") from None


def _told(problem: Problem) -> str:
    """A problem without its place, which what is written above it moves."""
    return f"{problem.where.path}: {problem.message} [{problem.code}]"


def digest(data: bytes | None) -> str:
    """What tells a file's content from any other; of no file, that there is none."""
    return "none" if data is None else hashlib.sha256(data).hexdigest()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _file_of(book: Book, name: str) -> str:
    return book.facts[name].document.path.rpartition("/")[2]
