"""Twins: each page once more as Markdown, for readers of plain text and for programs.

A twin of a generated page shows that page's own view object, so that both say the same. A twin lies in its page's
folder: addresses are alike.
"""

from collections.abc import Iterable, Sequence

from factbound.view.markdown.syntax import bullets, document, link, plain, table
from factbound.view.pages.fact import CorrectionView, FactView, UseView
from factbound.view.pages.facts_index import FactRow, FactsView
from factbound.view.pages.promise import PromiseRow, PromisesView, PromiseView, SideView, TallyView
from factbound.view.pages.source import SourceRow, SourcesView, SourceView, TakenView
from factbound.view.pages.story import ChartPage
from factbound.view.parts.figures import ChartLink, FigureView
from factbound.view.parts.footnotes import InputView, ReadingView
from factbound.view.parts.tables import ChartRowView, ComparisonView
from factbound.view.telling.teller import Teller


def fact_twin(view: FactView, tell: Teller) -> str:
    """A figure's page."""
    word = tell.word
    return document(
        [
            f"# {plain(view.statement)}",
            " · ".join(
                filter(
                    None,
                    [f"**{plain(view.amount)}**" if view.amount else "", plain(view.support), plain(view.agreement)],
                )
            ),
            f"**{word('unconfirmed-long')}{word('colon')}** {plain(' · '.join(view.doubts))}" if view.doubts else "",
            plain(view.outcome),
            _section("corrections", [bullets(correction_line(each, tell) for each in view.corrections)], tell),
            _section(
                "readings",
                [
                    bullets(reading_line(reading, tell) for reading in view.readings),
                    _named("because", view.because, tell),
                ],
                tell,
            ),
            _section("worksheet", worksheet(view.worksheet, view.inputs, view.amount, tell), tell)
            if view.worksheet
            else "",
            _section("about-it", [bullets(_field(label, words, tell) for label, words in view.fields)], tell),
            _links("outcomes", view.outcomes, tell),
            _links("outcome-of", [view.outcome_of] if view.outcome_of else [], tell),
            _links("distinct", view.distinct, tell),
            _uses(view.uses, tell),
            _links("in-charts", view.charts, tell),
            _links("used-in", view.used_in, tell),
            _section("origins", [bullets(f"{plain(name)} ({plain(kind)})" for name, kind in view.origins)], tell),
        ]
    )


def promise_line(row: PromiseRow, tell: Teller) -> str:
    """A promise in a line: what, by whom, its verdict, and what is known."""
    told = " ".join(filter(None, [row.in_words, row.doubt, row.reach]))
    return (
        f"**{plain(row.verdict.word)}**{tell.word('colon')} {link(row.promise, row.href)} "
        f"{plain(f'({row.by}, {row.due})')} {plain(told)}"
    )


def tally_lines(view: TallyView, tell: Teller) -> str:
    """How many promises there are, and how many have each verdict."""
    colon = tell.word("colon")
    head = link(f"{tell.word('promises')}{colon} {view.total}", view.href)
    return "\n".join([head, "", bullets(f"{plain(each.verdict.word)}{colon} {each.count}" for each in view.counts)])


def promises_twin(view: PromisesView, tell: Teller) -> str:
    """The index of promises."""
    groups = [
        part
        for group in view.groups
        for part in (
            f"## {plain(group.verdict.word)} ({group.count})",
            plain(group.verdict.means),
            bullets(promise_line(row, tell) for row in group.rows),
        )
    ]
    head = [f"# {tell.word('promises')}", plain(tell.word("promises-lead")), plain(view.horizon)]
    return document([*head, *_figure(view.chart, tell), *groups])


def _figure(figure: FigureView | None, tell: Teller) -> list[str]:
    """A chart on a page of something else: its title, its table and its sources."""
    if figure is None:
        return []
    return [
        f"**{plain(figure.plain_title)}**",
        chart_table(figure.rows, tell),
        plain(str(figure.note.striptags())),
        _compared(figure, tell),
        sources_line(figure.sources, tell),
    ]


def _compared(figure: FigureView, tell: Teller) -> str:
    """Whether the figures of a chart may be compared."""
    return plain(tell.compared(tell.ledger.charts[figure.id]))


def promise_twin(view: PromiseView, tell: Teller) -> str:
    """A promise's page."""
    word, row = tell.word, view.row
    return document(
        [
            f"# {plain(row.promise)}",
            f"**{plain(row.verdict.word)}**{word('colon')} {plain(row.verdict.means)}",
            plain(row.in_words),
            _named("doubt", row.doubt, tell),
            bullets(_field(label, words, tell) for label, words in view.fields),
            _section(view.was, [bullets(_side_line(each, tell) for each in view.promised)], tell),
            _section(
                "since-then",
                [
                    bullets(_side_line(each, tell) for each in view.outcomes)
                    or plain(f"{word('no-outcome')} {row.reach}")
                ],
                tell,
            ),
            *(line for chart in view.charts for line in _figure(chart, tell)),
            _section("stands-beside", [bullets(_side_line(each, tell) for each in view.beside)], tell)
            if view.beside
            else "",
            _section(
                view.life,
                [
                    bullets(
                        f"{plain(each.day)}{word('colon')} {plain(each.what)}{word('colon')} {plain(each.words)}"
                        for each in view.events
                    )
                ],
                tell,
            ),
            _section("would-change", [plain(view.would_change), _named("still-asked", view.asked, tell)], tell),
            _section(
                "earlier-verdicts",
                [
                    bullets(
                        f"{plain(each.word)}, {plain(each.until)}{word('colon')} {plain(each.why)}"
                        for each in view.history
                    )
                ],
                tell,
            )
            if view.history
            else "",
        ]
    )


def _side_line(side: SideView, tell: Teller) -> str:
    """A figure of a promise's page, with the words that a page prints for it."""
    differs = (
        f"*{plain(tell.word('another-thing'))}*{tell.word('colon')} {plain(side.differs)}." if side.differs else ""
    )
    reading = reading_line(side.reading, tell) if side.reading else ""
    return " ".join(filter(None, [link(side.statement, side.href), differs, reading, plain(side.agreement)]))


def source_twin(view: SourceView, tell: Teller) -> str:
    """An article's page."""
    word = tell.word
    paragraphs = []
    for paragraph in view.paragraphs:
        taken = [_taken(each, tell) for each in paragraph.taken]
        left = [
            f"{word('left-out')}{word('colon')} {f'{quoted(words, tell)} ' if words else ''}{plain(why)}"
            for words, why in paragraph.left_out
        ]
        heading = f"{word('paragraph')} {paragraph.number}" if paragraph.number else word("in-excerpt")
        paragraphs += [f"### {heading[:1].upper()}{heading[1:]}", bullets([*taken, *left])]
    fields = [f"{_field(label, words, tell)}{f' ({plain(how)})' if how else ''}" for label, words, how in view.fields]
    return document(
        [
            f"# {plain(view.publisher)}",
            plain(view.about),
            bullets(
                [
                    f"{word('read-article')}{word('colon')} <{view.address}>",
                    *fields,
                    _field(word("checked"), view.checked, tell),
                ]
            ),
            _section("readings-taken", [plain(view.meter or word("excerpt-lead")), *paragraphs], tell),
        ]
    )


def chart_twin(view: ChartPage, tell: Teller) -> str:
    """A chart's page: its title, what it shows, its table, and its sources."""
    figure = view.figure
    return document(
        [
            f"# {plain(figure.plain_title)}",
            plain(view.alt),
            chart_table(figure.rows, tell),
            _compared(figure, tell),
            sources_line(figure.sources, tell),
            bullets(
                [
                    link("CSV", figure.csv_href),
                    link("SVG", figure.svg_href),
                    link("PNG", figure.png_href),
                    link("JSON", figure.json_href),
                ]
            ),
            _uses(view.uses, tell),
        ]
    )


def facts_twin(view: FactsView, tell: Teller) -> str:
    """The index of facts."""
    apart = bullets(f"{link(each.name, each.href)} ({each.count})" for each in view.subjects if not each.rows)
    groups = [
        part
        for each in view.subjects
        if each.rows
        for part in (f"## {plain(each.name)}", bullets(_fact_line(row) for row in each.rows))
    ]
    return document([f"# {tell.word('facts')}", plain(tell.word("facts-lead")), plain(view.summary), apart, *groups])


def subject_twin(view: FactsView, tell: Teller) -> str:
    """A part of the figures on a subject."""
    [subject] = view.subjects
    turn = " · ".join(label if here else link(label, href) for label, href, here in view.turn)
    rows = bullets(_fact_line(row) for row in subject.rows)
    return document([f"# {plain(subject.name)}", plain(view.summary), turn, rows])


def sources_twin(view: SourcesView, tell: Teller) -> str:
    """The index of articles, and of the pages seen in excerpts."""
    word = tell.word
    later = [f"## {word('excerpts')}", plain(word("excerpts-lead")), source_lines(view.excerpts, tell)]
    return document(
        [
            f"# {word('sources')}",
            plain(word("sources-lead")),
            source_lines(view.articles, tell),
            *(later if view.excerpts else []),
        ]
    )


def charts_twin(rows: Sequence[ChartLink], tell: Teller) -> str:
    """The index of charts."""
    lines = [f"{link(row.title, row.href)}. {plain(row.lead)}".removesuffix(". ") for row in rows]
    return document([f"# {tell.word('charts')}", plain(tell.word("charts-lead")), bullets(lines)])


def corrections_twin(rows: Sequence[CorrectionView], tell: Teller) -> str:
    """What was corrected."""
    contact = tell.ledger.contact
    lines = bullets(
        f"{link(row.statement, row.fact_href)}{tell.word('colon')} {correction_line(row, tell)}" for row in rows
    )
    return document(
        [
            f"# {tell.word('corrections')}",
            plain(tell.word("corrections-lead")),
            lines or plain(tell.word("no-corrections")),
            f"## {tell.word('how-corrected')}",
            plain(tell.word("how-corrected-lead")),
            plain(f"{tell.word('tell-errors')} {contact.shown}" if contact else tell.word("no-contact")),
        ]
    )


# --- Parts -----------------------------------------------------------------------------------------------------------


def reading_line(reading: ReadingView, tell: Teller) -> str:
    """What an article prints: who prints it, where, in which words, what they mean, who said so, and the address of the
    passage."""
    word, colon = tell.word, tell.word("colon")
    inferred = f" ({word('inferred')})" if reading.inferred else ""
    told = (
        f"{word('means')}{colon} {reading.means}" if reading.means else "",
        f"{word('amount')}{colon} {reading.amount}" if reading.amount else "",
        f"{word('said-by')} {reading.said_by}" if reading.said_by else "",
        reading.hedge,
        word("preferred") if reading.preferred else "",
        f"{word('vouched')}{colon} {reading.vouched}" if reading.vouched else "",
        reading.checked,
    )
    where = f"{reading.publisher}, {reading.published}{inferred}, {reading.place}{colon}"
    return (
        f"{plain(where)} {quoted(reading.printed, tell)} · {plain(' · '.join(filter(None, told)))} · "
        f"<{reading.passage_href}>"
    )


def quoted(words: str, tell: Teller) -> str:
    """Words of an article, between the quotation marks of the page's language."""
    return plain(tell.word("quoted", x=words))


def worksheet(view: ComparisonView, inputs: Iterable[InputView], result: str, tell: Teller) -> list[str]:
    """How a figure was worked out."""
    word = tell.word
    told = [
        ("operation", view.operation),
        ("result", result),
        ("verdict", f"{view.verdict_word}{word('colon')} {view.why}"),
        ("caveat", view.caveat),
    ]
    lines = [_field(word(key), words, tell) for key, words in told if words]
    return [bullets([*lines, *(f"{word('inputs')}{word('colon')} {input_link(each, tell)}" for each in inputs)])]


def input_link(view: InputView, tell: Teller) -> str:
    """What went into a figure."""
    statement = plain(view.statement)
    what = f"{tell.word('years-of')} {tell.word('quoted', x=statement)}" if view.years else statement
    return f"{link(view.text, view.href)} ({what})"


def chart_table(rows: Iterable[ChartRowView], tell: Teller) -> str:
    """A chart as a table."""
    head = [tell.word(key) for key in ("fact", "amount", "status", "origins")]
    unconfirmed = f" ({tell.word('unconfirmed')})"
    cells = (
        (
            f"{link(row.label, row.fact_href)}{f' {plain(row.context)}' if row.context else ''}",
            f"{plain(row.amount)}{unconfirmed if row.unconfirmed else ''}",
            row.status,
            plain(row.support),
        )
        for row in rows
    )
    return table(head, cells)


def sources_line(sources: Iterable[tuple[str, str]], tell: Teller) -> str:
    """The line under a chart."""
    return f"{tell.word('sources-line')}{tell.word('colon')} {', '.join(link(name, href) for name, href in sources)}."


def source_lines(rows: Iterable[SourceRow], tell: Teller) -> str:
    """Articles, a line each."""
    inferred = f" ({tell.word('inferred')})"
    return bullets(
        f"{link(row.publisher, row.href)}, {plain(row.date)}{inferred if row.inferred else ''}, "
        f"{row.language.upper()}. {plain(row.about)} {tell.word('origin')}{tell.word('colon')} {plain(row.origin)}. "
        f"{plain(row.readings)}."
        for row in rows
    )


def correction_line(view: CorrectionView, tell: Teller) -> str:
    """What was wrong, what is right, and why."""
    colon = tell.word("colon")
    return plain(f"{view.date}. {tell.word('was')}{colon} {view.was} {tell.word('now')}{colon} {view.now} {view.why}")


def _fact_line(row: FactRow) -> str:
    details = (f"**{plain(row.amount)}**" if row.amount else "", row.status, plain(row.support), row.verdict)
    return f"{link(row.statement, row.href)} {' · '.join(filter(None, details))}"


def _taken(each: TakenView, tell: Teller) -> str:
    said = f", {tell.word('said-by').lower()} {each.reading.said_by}" if each.reading.said_by else ""
    hedge = f", {each.reading.hedge}" if each.reading.hedge else ""
    own = " · ".join(filter(None, [each.reading.means, each.reading.amount])) if not each.says else ""
    words = f"{plain(own)} · " if own else ""
    told = link(each.says or tell.word("the-fact"), each.fact_href)
    return f"{quoted(each.reading.printed, tell)} {words}{told}{plain(said)}{plain(hedge)}"


def _field(label: str, words: str, tell: Teller) -> str:
    return f"{label}{tell.word('colon')} {plain(words)}"


def _named(key: str, words: str, tell: Teller) -> str:
    return _field(tell.word(key), words, tell) if words else ""


def _section(key: str, parts: Sequence[str], tell: Teller) -> str:
    """A heading with what stands under it; nothing where nothing does."""
    return document([f"## {tell.word(key)}", *parts]).rstrip("\n") if any(parts) else ""


def _links(key: str, rows: Iterable[tuple[str, str]], tell: Teller) -> str:
    return _section(key, [bullets(link(label, href) for label, href in rows)], tell)


def _uses(rows: Iterable[UseView], tell: Teller) -> str:
    return _links("where-printed", [(row.title, row.href) for row in rows], tell)
