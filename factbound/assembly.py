"""Assembly: resolve, verify, derive. The result is a ledger, or every problem at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from factbound.agreement import compare
from factbound.atlas import Atlas
from factbound.content import Content
from factbound.dates import parse_period
from factbound.derive import derive
from factbound.facts.models import ChartEntry, DerivedEntry, Entry, FactEntry, ReadingEntry, YearsEntry
from factbound.facts.reading import Book, Entered
from factbound.ledger import (
    Chart,
    Correction,
    Derivation,
    Figure,
    Input,
    Ledger,
    LeftOut,
    Named,
    Origin,
    Reading,
    Removed,
    Row,
    Source,
    Texts,
    whole_of,
)
from factbound.lock import COMMAND, Lock, reading_digest
from factbound.mentions import judge_bare, judge_mentions, uses_of
from factbound.parity import parity_problems
from factbound.problems import Code, EditionError, Problem
from factbound.project import Project
from factbound.quantities import PERCENT, YEARS, Quantity, Unit, UnitError, dimension, quantity
from factbound.resolve import Desk, Names, all_known, resolve_names


def assemble(project: Project, book: Book, content: Content, lock: Lock, problems: list[Problem]) -> Ledger:
    """The ledger of an edition. `problems` are those of reading; EditionError holds them and all others."""
    desk = Desk(project.languages, problems, book.broken | content.broken)
    names = resolve_names(book, desk)
    sources = _sources(book, names, lock, desk)
    figures = _facts(book, names, sources, lock, desk)
    _refuse_twins(book, figures, desk)
    figures |= _derived(book, names, figures, desk)
    charts = _charts(content, figures, desk)
    figures = {name: figures[name] for name in [*book.facts, *book.derived] if name in figures}
    judge_mentions(desk, book, content, figures, charts, sources)
    judge_bare(desk, content, figures)
    desk.problems += parity_problems(content.stories, project.languages)
    corrections, removed = _corrections(book, figures, desk), _removed(book, figures, desk)
    if desk.problems:
        raise EditionError(desk.problems)
    return Ledger(
        name=project.name, title=project.title, languages=project.languages, sources=sources, origins=names.origins, people=names.people,
        figures=figures, charts=charts, stories=content.stories, units=names.units, words=content.words,
        uses=uses_of(content.stories, figures, charts), corrections=corrections, removed=removed, atlas=content.atlas,
    )  # fmt: skip


# --- Articles --------------------------------------------------------------------------------------------------------


def _sources(book: Book, names: Names, lock: Lock, desk: Desk) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name, entered in book.sources.items():
        entry = entered.entry
        origin = desk.find(names.origins, "origin", entry.origin, entered, "origin")
        texts = {
            "publisher_from": desk.texts(entry.publisher.source, entered, "publisher", "from"),
            "published_from": desk.texts(entry.published.source, entered, "published", "from"),
            "origin_known": desk.needed(entry.origin_known, entered, "origin_known"),
            "about": desk.needed(entry.about, entered, "about"),
        }
        left_out = tuple(
            LeftOut(part.paragraph, part.printed, desk.needed(part.why, entered, "left_out", n, "why")) for n, part in enumerate(entry.left_out)
        )
        for n, part in enumerate(entry.left_out):
            _check_paragraph(part.paragraph, entered, entry.paragraphs, desk, "left_out", n, "paragraph")
        locked = lock.texts.get(name)
        if origin:
            sources[name] = Source(
                id=name, language=entry.language, address=entry.address, publisher=entry.publisher.name, publisher_known=entry.publisher.known,
                published=entry.published.date, published_known=entry.published.known, title=entry.title, origin=origin,
                paragraphs=entry.paragraphs, left_out=left_out, digest=locked.digest if locked else None,
                checked_on=parse_period(locked.checked) if locked else None, **texts,  # type: ignore[arg-type]
            )  # fmt: skip
    return sources


def _check_paragraph(number: int, entered: Entered[Entry], count: int, desk: Desk, *at: str | int) -> None:
    if number > count:
        desk.problems.append(Problem(entered.where(*at), f"paragraph {number} does not exist: the article has {count}", Code.BAD_PARAGRAPH))


# --- Facts -----------------------------------------------------------------------------------------------------------


def _facts(book: Book, names: Names, sources: Mapping[str, Source], lock: Lock, desk: Desk) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for name, entered in book.facts.items():
        entry = entered.entry
        statement = desk.needed(entry.statement, entered, "statement")
        because = desk.texts(entry.because, entered, "because")
        doubt = desk.texts(entry.doubt, entered, "doubt")
        apart = desk.texts(entry.distinct_because, entered, "distinct_because")
        subject = desk.find(names.people, "person or organisation", entry.subject, entered, "subject")
        readings = tuple(
            reading for n, each in enumerate(entry.readings) if (reading := _reading(entered, n, each, names, sources, lock, book, desk))
        )
        for key in ("outcome_of",):
            if entry.outcome_of:
                desk.find(book.facts, "fact", entry.outcome_of, entered, key)
        all_known(desk, book.facts, "fact", entry.distinct_from, entered, "distinct_from")
        if len(readings) < len(entry.readings) or subject is None:
            continue
        readings = _with_preference(entered, readings, desk)
        agreement = compare(readings, declared=because is not None)
        if agreement.verdict == "differs" and (entry.prefer is None or because is None):
            message = f"the readings differ in {' and '.join(agreement.differences)}"
            hint = "name the reading to print with prefer:, and say why with because:"
            desk.problems.append(Problem(entered.where("readings"), message, Code.NEEDS_PREFERENCE, hint))
        if agreement.verdict == "single" and entry.prefer is not None:
            desk.problems.append(Problem(entered.where("prefer"), "there is only one reading to print", Code.UNNEEDED_PREFERENCE, "delete prefer: and because:"))
        first = next(reading for reading in readings if reading.preferred)
        figures[name] = Figure(
            id=name, statement=statement, subject=subject,
            place=desk.find(names.places, "place", entry.place, entered, "place") if entry.place else None,
            measure=desk.find(names.measures, "measure", entry.measure, entered, "measure") if entry.measure else None,
            status=entry.status, period=entry.period, due=entry.due, outcome_of=entry.outcome_of,
            scope=all_known(desk, names.scopes, "scope", entry.scope, entered, "scope"),
            quantity=first.quantity, date=first.date, readings=readings, because=because,
            agreement=agreement.verdict, differences=agreement.differences or agreement.tolerated,
            origins=_origins_of(readings), doubt=_doubts(doubt, readings), distinct_from=entry.distinct_from, distinct_because=apart,
            derivation=None, checked_by=entry.checked_by, checked_on=entry.checked_on,
        )  # fmt: skip
        _check_dimension(entered, figures[name], desk)
    return figures


def _reading(
    entered: Entered[FactEntry], n: int, entry: ReadingEntry, names: Names, sources: Mapping[str, Source], lock: Lock, book: Book, desk: Desk
) -> Reading | None:
    """One reading; None when it names something that does not exist."""
    at: tuple[str | int, ...] = ("readings", n)
    fact = entered.entry
    written_in = book.sources[entry.source].entry.language if entry.source in book.sources else ""
    means = desk.texts(entry.means, entered, *at, "means", gated=False, but=written_in)
    vouched = desk.texts(entry.vouched, entered, *at, "vouched", gated=False)
    desk.unit(entry.quantity, names.units, entered.where(*at, "quantity"))
    if entry.quantity and entry.date:
        desk.problems.append(Problem(entered.where(*at, "date"), "a reading is a quantity or a date, not both", Code.BAD_VALUE, "make two facts of it"))
    known = {**book.sources}
    desk.find(known, "source", entry.source, entered, *at, "source")
    source = sources.get(entry.source)
    said_by = desk.find(names.people, "person or organisation", entry.said_by, entered, *at, "said_by")
    origin = desk.find(names.origins, "origin", entry.origin, entered, *at, "origin") if entry.origin else source.origin if source else None
    place = entry.place or fact.place
    if source is None or said_by is None or origin is None:
        return None
    _check_paragraph(entry.paragraph, entered, source.paragraphs, desk, *at, "paragraph")
    return Reading(
        fact=fact.id, number=n + 1, source=source, paragraph=entry.paragraph, printed=entry.printed, after=entry.after, means=means,
        quantity=entry.quantity, date=entry.date, said_by=said_by, hedge=entry.hedge, origin=origin, period=entry.period or fact.period,
        place=names.places.get(place) if place else None,
        scope=all_known(desk, names.scopes, "scope", entry.scope, entered, *at, "scope") if entry.scope is not None else _scope(fact, names),
        status=entry.status or fact.status, vouched=vouched, preferred=False, verified=_verified(entered, n, entry, lock, desk),
    )  # fmt: skip


def _scope(fact: FactEntry, names: Names) -> tuple[Named, ...]:
    return tuple(names.scopes[name] for name in fact.scope if name in names.scopes)


def _verified(entered: Entered[FactEntry], n: int, entry: ReadingEntry, lock: Lock, desk: Desk) -> bool:
    """Whether the lock vouches for this reading as it now stands; a problem when it knows the text but not the reading."""
    if entry.source not in lock.texts:
        return False
    locked = lock.readings.get(f"{entered.entry.id}.{n + 1}")
    if locked is None or locked.digest != reading_digest(entry):
        state = "has not been verified" if locked is None else "was changed since it was verified"
        desk.problems.append(Problem(entered.where("readings", n), f"this reading {state}", Code.UNVERIFIED_READING, f"run: {COMMAND}"))
        return False
    return True


def _with_preference(entered: Entered[FactEntry], readings: tuple[Reading, ...], desk: Desk) -> tuple[Reading, ...]:
    """The readings with the one that is printed marked: the one named, or the first that carries a number."""
    wanted = entered.entry.prefer
    if wanted is None:
        chosen = next((r for r in readings if r.quantity or r.date), readings[0])
    else:
        name, _, paragraph = wanted.partition("#")
        fitting = [r for r in readings if r.source.id == name and paragraph in {"", str(r.paragraph)}]
        if not fitting:
            message = f'no reading is from "{wanted}"'
            hint = f"one of {', '.join(dict.fromkeys(f'{r.source.id}#{r.paragraph}' for r in readings))}"
            desk.problems.append(Problem(entered.where("prefer"), message, Code.UNKNOWN_REFERENCE, hint))
        chosen = fitting[0] if fitting else readings[0]
    return tuple(replace(reading, preferred=reading is chosen) for reading in readings)


def _origins_of(readings: Iterable[Reading]) -> tuple[Origin, ...]:
    return tuple({reading.origin.id: reading.origin for reading in readings}.values())


def _doubts(own: Texts | None, readings: tuple[Reading, ...]) -> tuple[Texts, ...]:
    """Why a claim is unconfirmed: its own reason, or that everyone who says it is doubtful."""
    speakers = {reading.said_by.id: reading.said_by for reading in readings}
    inherited = [person.doubt for person in speakers.values() if person.doubt]
    return tuple(filter(None, [own, *(inherited if len(inherited) == len(speakers) else [])]))


def _check_dimension(entered: Entered[FactEntry], figure: Figure, desk: Desk) -> None:
    """Note readings whose amounts are not of the measure's dimension."""
    if figure.measure is None:
        return
    expected = figure.measure.dimension
    for reading in figure.readings:
        actual = dimension(reading.quantity.unit) if reading.quantity else "date" if reading.date else None
        if actual and actual != expected:
            where = entered.where("readings", reading.number - 1, "quantity" if reading.quantity else "date")
            desk.problems.append(Problem(where, f"{figure.measure.id} is a {expected}, this is a {actual}", Code.WRONG_DIMENSION, "use another measure"))


def _refuse_twins(book: Book, figures: Mapping[str, Figure], desk: Desk) -> None:
    """Note two facts that seem to tell one thing: same subject, measure and place, at one time, and not declared different."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures.values():
        if figure.quantity and figure.measure and figure.subject:
            key = (figure.subject.id, figure.measure.id, figure.place and figure.place.id, figure.quantity.unit)
            groups.setdefault(key, []).append(figure)
    for group in groups.values():
        for left, right in combinations(group, 2):
            at_one_time = left.period is None or right.period is None or left.period.overlaps(right.period)
            if at_one_time and left.id not in right.distinct_from and right.id not in left.distinct_from:
                message = f'"{right.id}" has the subject, measure, place and time of "{left.id}"'
                hint = "make them readings of one fact, or declare distinct_from: and distinct_because:"
                desk.problems.append(Problem(book.facts[right.id].where("id"), message, Code.UNDECLARED_TWIN, hint))


# --- Derived figures -------------------------------------------------------------------------------------------------


def _derived(book: Book, names: Names, facts: Mapping[str, Figure], desk: Desk) -> dict[str, Figure]:
    """The derived figures, inputs before results; a circle is one problem."""
    done: dict[str, Figure] = {}
    failed: set[str] = set(desk.broken) | (set(book.facts) - set(facts))
    known = {*book.facts, *book.derived}

    def work(name: str, above: tuple[str, ...]) -> Figure | None:
        if name in facts or name in done:
            return facts.get(name) or done[name]
        if name in failed or name not in book.derived:
            return None
        entered = book.derived[name]
        if name in above:
            circle = " → ".join([*above[above.index(name) :], name])
            desk.problems.append(Problem(entered.where("derive"), f"this figure is derived from itself: {circle}", Code.CIRCULAR_DERIVATION))
            failed.update(above)
            return None
        operation, names_in = next(iter(entered.entry.derive.items()))
        inputs: list[Input] = []
        for n, each in enumerate(names_in):
            target = each.years if isinstance(each, YearsEntry) else each
            if target not in known and target not in desk.broken:
                desk.find(dict.fromkeys(known), "figure", target, entered, "derive", operation, n)
            figure = work(target, (*above, name))
            if figure and (one := _input(figure, isinstance(each, YearsEntry), entered, operation, n, desk)):
                inputs.append(one)
        if operation == "per-year" and len(names_in) == 1 and len(inputs) == 1:
            years = _input(inputs[0].figure, True, entered, operation, 0, desk)
            inputs.extend(filter(None, [years]))
        elif len(inputs) < len(names_in):
            failed.add(name)
            return None
        figure = _worked(entered, operation, tuple(inputs), names, desk)
        if figure is None:
            failed.add(name)
        else:
            done[name] = figure
        return figure

    for name in book.derived:
        work(name, ())
    return done


def _input(figure: Figure, years: bool, entered: Entered[DerivedEntry], operation: str, n: int, desk: Desk) -> Input | None:
    where = entered.where("derive", operation, n)
    if years:
        count = figure.period.calendar_years if figure.period else None
        if count is None:
            desk.problems.append(Problem(where, f'"{figure.id}" has no period with two ends', Code.IMPOSSIBLE_DERIVATION, "divide by a figure in years"))
            return None
        return Input(figure, True, quantity(Decimal(count), YEARS))
    if figure.quantity is None:
        desk.problems.append(Problem(where, f'"{figure.id}" has no amount', Code.IMPOSSIBLE_DERIVATION))
        return None
    return Input(figure, False, figure.quantity)


def _worked(entered: Entered[DerivedEntry], operation: str, inputs: tuple[Input, ...], names: Names, desk: Desk) -> Figure | None:
    entry = entered.entry
    texts = {key: desk.texts(getattr(entry, key), entered, key) for key in ("statement", "why", "assumed", "caveat")}
    subject = desk.find(names.people, "person or organisation", entry.subject, entered, "subject") if entry.subject else inputs[0].figure.subject
    if entry.verdict == "misleading" and entry.caveat is None:
        desk.problems.append(Problem(entered.where("verdict"), "a misleading comparison needs its caveat", Code.NEEDS_CAVEAT, "add caveat: what a reader must know beside it"))
    try:
        worked = derive(operation, inputs, entry.verdict)
    except UnitError as error:
        desk.problems.append(Problem(entered.where("derive"), str(error), Code.IMPOSSIBLE_DERIVATION))
        return None
    origins = {origin.id: origin for each in inputs for origin in each.figure.origins}
    doubts = {id(doubt): doubt for each in inputs for doubt in each.figure.doubt}
    return Figure(
        id=entry.id, statement=texts["statement"] or {}, subject=subject,
        place=desk.find(names.places, "place", entry.place, entered, "place") if entry.place else None,
        measure=desk.find(names.measures, "measure", entry.measure, entered, "measure") if entry.measure else None,
        status=None, period=inputs[0].figure.period, due=None, outcome_of=None, scope=(), quantity=worked.quantity, date=None, readings=(),
        because=None, agreement=None, differences=(), origins=tuple(origins.values()), doubt=tuple(doubts.values()), distinct_from=(),
        distinct_because=None,
        derivation=Derivation(operation, inputs, entry.verdict, texts["why"] or {}, texts["assumed"], texts["caveat"], worked.figures),
    )  # fmt: skip


# --- Charts and corrections ------------------------------------------------------------------------------------------


def _charts(content: Content, figures: Mapping[str, Figure], desk: Desk) -> dict[str, Chart]:
    charts: dict[str, Chart] = {}
    for name, entered in content.charts.items():
        entry = entered.entry
        rows = tuple(
            Row(figure, desk.needed(row.label, entered, "figures", n, "label"), desk.texts(row.context, entered, "figures", n, "context"))
            for n, row in enumerate(entry.figures)
            if (figure := _charted(figures, row.figure, entered, n, desk))
        )
        texts = {key: desk.texts(getattr(entry, key), entered, key) for key in ("title", "alt", "lead", "note")}
        charts[name] = Chart(name, entry.form, rows=rows, **texts)  # type: ignore[arg-type]
        desk.problems += _unfit(entered, rows, figures, content.atlas)
    return charts


def _charted(figures: Mapping[str, Figure], name: str, entered: Entered[ChartEntry], n: int, desk: Desk) -> Figure | None:
    figure = figures.get(name)
    if figure is None and name not in desk.broken:
        desk.find(figures, "figure", name, entered, "figures", n, "figure")
    return figure


def _unfit(entered: Entered[ChartEntry], rows: tuple[Row, ...], figures: Mapping[str, Figure], atlas: Atlas | None) -> Iterator[Problem]:
    """Figures that the form cannot draw, or that cannot share an axis."""
    form = entered.entry.form
    if form == "map":
        yield from _unplaced(entered, rows, atlas)
        return
    units: dict[str, dict[Unit, str]] = {}
    for n, row in enumerate(rows):
        where = entered.where("figures", n, "figure")
        figure = row.figure
        if form == "timeline" and not (figure.date or figure.period or figure.due):
            yield Problem(where, f'"{figure.id}" has no date', Code.CHART_VALUE, "a timeline draws figures with a date, a period or a due date")
        elif form != "timeline" and figure.quantity is None:
            yield Problem(where, f'"{figure.id}" has no amount', Code.CHART_VALUE, "draw it in a timeline, or leave it out")
        elif form != "timeline" and isinstance(figure.quantity, Quantity):
            panel = repr(sorted(entered.entry.figures[n].label.items())) if form == "multiples" and len(rows) == len(entered.entry.figures) else ""
            units.setdefault(panel, {}).setdefault(figure.quantity.unit, figure.id)
    for shared in units.values():
        if len(shared) > 1:
            told = ", ".join(f"{unit} ({name})" for unit, name in shared.items())
            yield Problem(entered.where("figures"), f"these units cannot share an axis: {told}", Code.CHART_UNITS, "make two charts of it")
    if form == "parts" and len(rows) == len(entered.entry.figures) and all(row.figure.quantity for row in rows) and not _one_whole(rows, figures):
        hint = 'derive their sum in facts/derived.yml, or draw them as "bars"'
        yield Problem(entered.where("figures"), "these are not parts of one whole: no derived figure is their sum", Code.CHART_VALUE, hint)


def _one_whole(rows: tuple[Row, ...], figures: Mapping[str, Figure]) -> bool:
    """Whether a derived figure is the sum of these, or they are shares of one measure and time that come to no more than a hundred percent."""
    if whole_of([row.figure for row in rows], figures.values()):
        return True
    shares = [row.figure for row in rows]
    points = [share.quantity.point for share in shares if share.quantity and share.quantity.unit == PERCENT]
    alike = {(share.measure and share.measure.id, str(share.period), share.place and share.place.id) for share in shares}
    return len(points) == len(shares) and len(alike) == 1 and sum(points) <= 100


def _unplaced(entered: Entered[ChartEntry], rows: tuple[Row, ...], atlas: Atlas | None) -> Iterator[Problem]:
    """Figures that a map cannot show."""
    if atlas is None:
        yield Problem(entered.where("form"), "there is no map to draw on", Code.CHART_VALUE, "scripts/map.py makes content/map.json")
        return
    for n, row in enumerate(rows):
        where, place = entered.where("figures", n, "figure"), row.figure.place
        if place is None or place.at is None:
            message = f'"{place.id}" is nowhere on a map' if place else f'"{row.figure.id}" has no place'
            yield Problem(where, message, Code.CHART_VALUE, "give its place at: latitude longitude in facts/places.yml" if place else None)
        elif not atlas.holds(*place.at):
            yield Problem(where, f'"{place.id}" lies beyond the map', Code.CHART_VALUE, "leave it out, or cut a larger map with scripts/map.py")


def _corrections(book: Book, figures: Mapping[str, Figure], desk: Desk) -> tuple[Correction, ...]:
    found = []
    for entered in book.corrections:
        entry = entered.entry
        figure = desk.find(figures, "figure", entry.fact, entered, "fact")
        texts = [desk.needed(getattr(entry, key), entered, key, gated=key == "why") for key in ("was", "now", "why")]
        if figure:
            found.append(Correction(figure, entry.date, *texts))
    return tuple(sorted(found, key=lambda correction: correction.date.first, reverse=True))


def _removed(book: Book, figures: Mapping[str, Figure], desk: Desk) -> tuple[Removed, ...]:
    found = []
    for name, entered in book.removed.items():
        entry = entered.entry
        if name in figures:
            desk.problems.append(Problem(entered.where("id"), f'"{name}" is still a fact', Code.DUPLICATE_ID, "delete it here, or there"))
        instead = desk.find(figures, "figure", entry.instead, entered, "instead") if entry.instead else None
        found.append(Removed(name, entry.date, desk.needed(entry.why, entered, "why"), instead))
    return tuple(found)
