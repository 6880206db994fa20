"""JSON-LD: what a page tells programs about itself, in the words of schema.org.

Source: schema.org, whose definitions tests/schema-org.json holds, and JSON-LD 1.1. What the ledger does not know is not
emitted: no publisher of the site's own pages, no author and day of a story whose front matter has none, no day of an
article where it is inferred or rounded, and no page as the translation of another. Whether who said something is a
person or an organisation is not known either, so that who said it has a name and no type.
"""

import json
from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from factbound.ledger import Chart, Correction, Figure, Location, Person, Promise, Reading, Source
from factbound.read.stories import Story
from factbound.values.dates import Period
from factbound.values.quantities import Quantity
from factbound.values.units import Unit
from factbound.view.data.offered import DATASET, FACTS, media_type
from factbound.view.parts.citations import how_known
from factbound.view.telling.links import Addresses, chart_data_path, chart_path, fact_path, passage, promise_path
from factbound.view.telling.teller import Teller, printed_quantity

Node = dict[str, object]
"""A thing and its properties, by their names in schema.org."""

UNIT_CODES = {"%": "P1", "m2": "MTK", "hours": "HUR", "days": "DAY", "weeks": "WEE", "months": "MON", "years": "ANN"}
"""Source: UNECE Recommendation 20, Codes for Units of Measure Used in International Trade, revision 17."""


def page(tell: Teller, at: Addresses, kind: str, title: str, main: Node, as_of: str) -> Markup:
    """The data block of a page: `kind` is a type of page, `main` what it is about, `as_of` the ISO day on which the
    edition was last read through."""
    site = {"@type": "WebSite", "@id": at.of(""), "name": tell.word("site") or tell.ledger.title}
    told = _node(kind, at.page, name=title, inLanguage=tell.language, isPartOf=site, lastReviewed=as_of, **main)
    return block({"@context": "https://schema.org", **told})


def site(tell: Teller, at: Addresses) -> Markup:
    """The data block of the page on which a language is chosen."""
    name = tell.word("site") or tell.ledger.title
    told = _node(
        "WebSite", at.of(""), name=name, description=tell.word("tagline"), inLanguage=list(tell.ledger.languages)
    )
    return block({"@context": "https://schema.org", **told})


def block(node: Node) -> Markup:
    """A node as the text of a script element.

    Source: HTML, restrictions for contents of script elements: neither `<!--` nor `</script` may stand in it; JSON's
    escapes keep both out.
    """
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


# --- What pages are about --------------------------------------------------------------------------------------------


def story(told: Story, tell: Teller, at: Addresses) -> Node:
    """A story: the claims it prints and the articles they are in, by their addresses."""
    figures = tell.relations.printed.get(told.file, [])
    sources = {source.id: source for figure in figures for source in figure.sources}
    printed = {figure.id for figure in figures}
    corrected = [each for each in tell.ledger.corrections if each.figure.id in printed]
    return _main(
        "NewsArticle",
        f"{at.page}#story",
        headline=tell.phrase(told.title),
        description=tell.phrase(told.description or told.lead),
        articleSection=tell.phrase(told.kicker),
        inLanguage=tell.language,
        license=_licence(tell),
        author={"name": tell.phrase(told.author)} if told.author else None,
        datePublished=told.published.text if told.published else "",
        dateModified=told.updated.text if told.updated else "",
        isBasedOn=[{"@id": source.address} for source in sources.values()],
        citation=[_claim_id(figure, tell, at) for figure in figures],
        correction=[_correction(each, tell) for each in corrected],
    )


def claim(figure: Figure, tell: Teller, at: Addresses) -> Node:
    """A figure: the claim, what it observes, who made it, and the words in which articles print it."""
    derivation = figure.derivation
    speaker = figure.preferred.said_by if figure.preferred and figure.preferred.said_by.voice != "reporter" else None
    doubts = [f"{tell.word('unconfirmed-long')}{tell.word('colon')} {tell.text(doubt)}" for doubt in figure.doubt]
    colon = tell.word("colon")
    verdict = (
        [
            f"{tell.word(f'verdict-{derivation.verdict}')}{colon} {tell.text(derivation.why)}",
            tell.text(derivation.caveat),
        ]
        if derivation
        else []
    )
    when = figure.period or figure.date
    return _main(
        "Claim",
        f"{at.page}#claim",
        text=tell.text(figure.statement),
        description=". ".join(filter(None, [*doubts, *verdict])),
        inLanguage=tell.language,
        license=_licence(tell),
        temporalCoverage=_coverage(when) if when else "",
        spatialCoverage=_place(figure.place, tell),
        author=_speaker(speaker, tell) if speaker else None,
        about=[
            *([_speaker(figure.subject, tell)] if figure.subject else []),
            *([_observation(figure, tell)] if figure.quantity else []),
        ],
        appearance=[_quotation(reading, figure) for reading in figure.readings],
        isBasedOn=[_claim_id(each.figure, tell, at) for each in derivation.inputs] if derivation else [],
        correction=[_correction(each, tell) for each in tell.relations.corrections.get(figure.id, ())],
    )


def promise(told: Promise, tell: Teller, at: Addresses) -> Node:
    """A promise and what became of it: a claim of whoever made it, resting on the claims that tell its outcome.

    No ClaimReview is given: its rating says how true a claim is, and a verdict says what became of a promise.
    """
    verdict = tell.word(f"promise-{told.verdict}")
    words = (f"{verdict}: {tell.text(told.in_words)}", tell.text(told.doubt))
    speaker = told.by if told.by.voice != "reporter" else None
    based = {figure.id: figure for figure in (*told.facts, *(outcome.figure for outcome in told.rests_on))}
    return _main(
        "Claim",
        f"{at.page}#promise",
        text=tell.text(told.promise),
        description=" ".join(filter(None, words)),
        inLanguage=tell.language,
        license=_licence(tell),
        author=_speaker(speaker, tell) if speaker else None,
        isBasedOn=[_claim_id(figure, tell, at) for figure in based.values()],
    )


def promises(tell: Teller, at: Addresses) -> Node:
    """Every promise, by its page."""
    return _parts({"@id": f"{at.of(promise_path(tell.language, name))}#promise"} for name in tell.ledger.promises)


def article(source: Source, tell: Teller, at: Addresses) -> Node:
    """An article of a publisher, under its own address. Its day is given only where the article itself states it."""
    published = source.published
    stated = source.published_known == "stated" and _is_exact(published)
    inferred = (
        f"{tell.word('published')}{tell.word('colon')} {tell.speller.date(published)}, "
        f"{how_known(source.published_known, source.published_from, tell)}"
    )
    return _main(
        "CreativeWork" if source.seen else "NewsArticle",
        source.address,
        url=source.address,
        headline=source.title or "",
        description=tell.text(source.about),
        inLanguage=source.language,
        publisher=_node("Organization", name=source.publisher),
        datePublished=published.text if stated else "",
        disambiguatingDescription="" if stated else inferred,
        subjectOf={"@id": at.page},
        isBasedOn=_node(
            "CreativeWork", name=tell.text(source.origin.name), genre=tell.word(f"kind-{source.origin.kind}")
        ),
    )


def chart(drawn: Chart, picture: str, tell: Teller, at: Addresses) -> Node:
    """A chart: its figures as a data set, and its `picture` (a path from the root)."""
    files = (chart_data_path(drawn.id, "csv"), chart_data_path(drawn.id, "json"))
    image = _node("ImageObject", contentUrl=at.of(picture), encodingFormat="image/png", caption=tell.text(drawn.alt))
    return _main(
        "Dataset",
        f"{at.page}#chart",
        name=tell.text(drawn.title),
        description=tell.text(drawn.alt),
        license=_licence(tell),
        image=image,
        distribution=_downloads(files, at),
        isBasedOn=list({row.figure.id: _claim_id(row.figure, tell, at) for row in drawn.rows}.values()),
    )


def dataset(tell: Teller, at: Addresses) -> Node:
    """The facts as a data set."""
    measures = {
        figure.measure.id: tell.text(figure.measure.name) for figure in tell.ledger.figures.values() if figure.measure
    }
    return _main(
        "Dataset",
        at.of(FACTS),
        name=f"{tell.word('site') or tell.ledger.title}: {tell.word('facts').lower()}",
        description=tell.word("facts-lead"),
        inLanguage=list(tell.ledger.languages),
        license=_licence(tell),
        isBasedOn=[{"@id": source.address} for source in tell.ledger.sources.values()],
        variableMeasured=list(measures.values()),
        distribution=_downloads(DATASET, at),
    )


def articles(tell: Teller, at: Addresses) -> Node:
    """Every article, by its address."""
    return _parts({"@id": source.address} for source in tell.ledger.sources.values())


def charts(tell: Teller, at: Addresses) -> Node:
    """Every chart, by its address."""
    return _parts({"@id": f"{at.of(chart_path(tell.language, name))}#chart"} for name in tell.ledger.charts)


def corrections(tell: Teller, at: Addresses) -> Node:
    """Every correction."""
    return _parts(
        {**_correction(each, tell), "about": _claim_id(each.figure, tell, at)} for each in tell.ledger.corrections
    )


def nothing(tell: Teller, at: Addresses) -> Node:
    """A page with nothing to tell but its name."""
    return {}


# --- Parts -----------------------------------------------------------------------------------------------------------


def _node(kind: str, name_of: str = "", /, **properties: object) -> Node:
    """A thing; what is empty is left out."""
    held = {key: value for key, value in properties.items() if value not in ("", None, [], {})}
    return {"@type": kind, **({"@id": name_of} if name_of else {}), **held}


def _licence(tell: Teller) -> str:
    """The address of the edition's licence; empty where it has none."""
    return tell.ledger.licence.address if tell.ledger.licence else ""


def _main(kind: str, name_of: str, **properties: object) -> Node:
    return {"mainEntity": _node(kind, name_of, **properties)}


def _parts(nodes: Iterable[Node]) -> Node:
    found = list(nodes)
    return {"hasPart": found} if found else {}


def _claim_id(figure: Figure, tell: Teller, at: Addresses) -> Node:
    return {"@id": f"{at.of(fact_path(tell.language, figure.id))}#claim"}


def _speaker(person: Person, tell: Teller) -> Node:
    return {"name": tell.name(person)}


def _place(place: Location | None, tell: Teller) -> Node:
    return _node("Place", name=tell.text(place.name), containedInPlace=_place(place.within, tell)) if place else {}


def _quotation(reading: Reading, figure: Figure) -> Node:
    """The words of an article; with their own amount where it is not the one that is printed here."""
    other = reading.quantity if reading.quantity and reading.quantity != figure.quantity else None
    return _node(
        "Quotation",
        text=reading.printed,
        inLanguage=reading.source.language,
        url=passage(reading.source.address, reading.printed),
        isPartOf={"@id": reading.source.address},
        about=_node("Observation", **_amount(other, None)) if other else None,
    )


def _observation(figure: Figure, tell: Teller) -> Node:
    """What a figure with an amount observes. A promise is no observation of what happened: its status qualifies it."""
    derivation, period, quantity = figure.derivation, figure.period, printed_quantity(figure)
    assert quantity
    return _node(
        "Observation",
        observationAbout=_node("Place", name=tell.text(figure.place.name)) if figure.place else None,
        variableMeasured=tell.text(figure.measure.name) if figure.measure else "",
        **_amount(quantity, figure.standing),
        measurementMethod=tell.word(f"op-{derivation.operation}") if derivation else "",
        observationDate=period.text if period and _is_exact(period) else "",
        observationPeriod=_duration(period) if period else "",
    )


def _amount(quantity: Quantity, status: str | None) -> Node:
    """An amount by its value where it stands without a qualifier or nothing else is known of it, and by its bounds
    where they say more.

    Qualifier and status are the words that the edition's YAML and facts.json use, whatever the language of the page.
    """
    value, lower, upper = quantity.value, quantity.lower, quantity.upper
    told = {
        "value": value if quantity.exact or lower is upper is None else None,
        "minValue": lower if not quantity.exact or lower != value else None,
        "maxValue": upper if not quantity.exact or upper != value else None,
    }
    said = [*([] if quantity.exact else [quantity.qualifier.value]), *([status] if status else [])]
    return {
        **{key: _number(number) for key, number in told.items() if number is not None},
        "unitText": str(quantity.unit),
        "unitCode": _unit_code(quantity.unit),
        "measurementQualifier": [_node("Enumeration", name=name) for name in said],
    }


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _unit_code(unit: Unit) -> str:
    return "" if unit.per else UNIT_CODES.get(unit.code, "")


def _is_exact(period: Period) -> bool:
    """Whether it is one day, month or year that nobody rounded: what ISO 8601 has a form for."""
    start = period.start
    return not period.is_interval and start is not None and not start.approximate and start.part is None


def _coverage(period: Period) -> str:
    """What it covers, as ISO 8601 writes it: a quarter or a half of a year from its first day to its last."""
    parts = any(moment is not None and moment.part for moment in (period.start, period.end))
    return f"{period.first if period.start else '..'}/{period.last if period.end else '..'}" if parts else period.text


def _duration(period: Period) -> str:
    """How long a period of whole years, a part of one, a month or a day lasts; empty where an end is open or
    rounded."""
    start, end = period.start, period.end
    if start is None or end is None or start.approximate or end.approximate:
        return ""
    if not period.is_interval:
        months = start.months[1] - start.months[0] + 1
        return "P1D" if start.day else "P1Y" if start.is_year else f"P{months}M"
    return f"P{period.calendar_years}Y" if start.is_year and end.is_year else ""


def _correction(each: Correction, tell: Teller) -> Node:
    text = (
        f"{tell.word('was')}{tell.word('colon')} {tell.text(each.was)} {tell.word('now')}{tell.word('colon')} "
        f"{tell.text(each.now)} {tell.text(each.why)}"
    )
    return _node("CorrectionComment", text=text, datePublished=each.date.text if _is_exact(each.date) else "")


def _downloads(files: Iterable[str], at: Addresses) -> list[Node]:
    return [_node("DataDownload", contentUrl=at.of(path), encodingFormat=media_type(path)) for path in files]
