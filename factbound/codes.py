"""Codes: every kind of problem, once: its meaning, how to mend it, and a sample. docs/problems.md is written from
here."""

from enum import StrEnum


class Code(StrEnum):
    """Every kind of problem, by its stable code. Meaning and remedy are Markdown, as docs/problems.md prints them; the
    sample is what the broken edition of that name in tests/editions prints.

    >>> Code.MISSING_LANGUAGE.meaning
    "A text lacks its words in one of the edition's languages."
    >>> Code("missing-language").remedy
    'Add them.'
    """

    meaning: str
    remedy: str
    sample: str

    def __new__(cls, code: str, meaning: str = "", remedy: str = "", sample: str = "") -> "Code":
        """A code and what is told of it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning, member.remedy, member.sample = meaning, remedy, sample
        return member

    EMPTY_FILE = (
        "empty-file",
        "A file of facts, a story or the lock has nothing in it.",
        "Write something, or delete the file.",
        "facts/extra.yml:1:1: the file is empty [empty-file]",
    )
    NOT_UTF8 = (
        "not-utf8",
        "The file is not saved as UTF-8; the place is that of the first byte that does not fit.",
        "Save it anew as UTF-8. A byte order mark and Windows line ends are welcome.",
        "facts/extra.yml:1:10: byte 0xe9 is not UTF-8 [not-utf8]",
    )
    UNREADABLE = (
        "unreadable",
        "Something that bears a file's name cannot be read: a link to a file that is gone, a folder behind a link, a "
        "file without permission.",
        "Put a file that can be read in its place.",
        "content/en/lost.md:1:1: this is no file that can be read [unreadable]",
    )
    UNSAFE_PATH = (
        "unsafe-path",
        "A symbolic link leads out of the edition's folder, so that another machine would build something else.",
        "Copy the file to where the link stands.",
        "content/en/secret.md:1:1: this symbolic link leads out of the edition [unsafe-path]",
    )
    UNKNOWN_FILE = (
        "unknown-file",
        "A file stands where nothing reads it. In `facts/` only `.yml` files stand, without folders; in `content/` a "
        "folder for each language of the edition (`languages:` in `mkdocs.yml`) and `charts.yml`; in a language's "
        "folder stories (`.md`), `words.yml` and pictures. Files for the site's root stand in `content/root/`; one "
        "that has the name of a file that a build makes is a problem too. In a site with a theme of its own, a page "
        "stands at the address of a generated one.",
        "Move, rename or delete it; in a site with a theme of its own, or give the generated pages another folder "
        "(`folder:`).",
        "facts/notes.txt:1:1: only .yml files stand in facts/, without folders [unknown-file]",
    )
    YAML_SYNTAX = (
        "yaml-syntax",
        "The file is not YAML. The place is where reading stopped; the mistake is there or just before.",
        "Most often words with a colon or with `[[` at their start lack double quotes, or a line is indented with a "
        "tab: put the words between double quotes, indent with spaces.",
        "facts/extra.yml:2:26: this is not YAML: did not find expected ',' or '}' [yaml-syntax]",
    )
    YAML_LIMIT = (
        "yaml-limit",
        "The file is larger than a megabyte or nested more than twenty levels deep; or a story has more than 20,000 "
        "lines, a word of more than a thousand characters, or hundreds of brackets that are opened and not closed, "
        "over which reading would take for ever.",
        "Look for something pasted by mistake, or split the file by subject.",
        "facts/extra.yml:1:23: nested more than 20 levels deep [yaml-limit]",
    )
    YAML_FEATURE = (
        "yaml-feature",
        "The file uses a part of YAML that is not read here: anchors (`&`) and aliases (`*`), tags (`!`), a second "
        "document (`---`), a key that is not plain words, or an escape for a character that cannot be seen.",
        "Write the value where it belongs; put words that start with such a sign between double quotes.",
        "facts/extra.yml:1:3: anchors and aliases are not read [yaml-feature]",
    )
    DUPLICATE_KEY = (
        "duplicate-key",
        "A key stands twice in one entry, so one of its two values would be lost.",
        "Delete one. Where it is `id`, two entries have run together: the second lacks its hyphen.",
        'facts/extra.yml:4:3: the key "subject" stands twice, first in line 3 [duplicate-key]',
    )
    UNKNOWN_KEY = (
        "unknown-key",
        "The entry has a key that means nothing there, most often a slip of the keyboard.",
        "Correct it; [the format](format.md) lists every key.",
        'facts/extra.yml:5:3: there is no key "mesure" here [unknown-key]',
    )
    MISSING_KEY = (
        "missing-key",
        "The entry lacks something that every entry of its kind needs, or one half of a second person's check "
        "(`checked_by`, `checked_on`).",
        "Add it; [the format](format.md) shows how.",
        'facts/extra.yml:1:3: the key "subject" is missing [missing-key]',
    )
    BAD_VALUE = (
        "bad-value",
        "A value is of the wrong kind: a word that is not among those allowed, words where a list is needed, or "
        "nothing at all. In a story it is a main heading besides the title, or a character that cannot be seen.",
        "Write what the message says has to stand there.",
        "facts/extra.yml:4:11: one of these has to stand here: announced, planned, ongoing, done, dropped, estimate, "
        "forecast or context [bad-value]",
    )
    BAD_ID = (
        "bad-id",
        "Ids become addresses, and this one cannot. The name of a story is an id too, and may not be that of a "
        "generated page (`facts`, `sources`, `charts`, `corrections`); a chart may not be called like a table.",
        "Write lower-case letters without accents, digits and single hyphens, starting with a letter.",
        'facts/extra.yml:7:7: "Extra_Fact" is not an id: a-z, 0-9 and single hyphens, starting with a letter [bad-id]',
    )
    DUPLICATE_ID = (
        "duplicate-id",
        "Two entries have the same id; facts and derived figures share one set of ids.",
        "Rename one. Where both tell the same claim, make them one fact with two readings.",
        'facts/lamp-factory.yml:98:7: the id "lamp-factory-land" is taken by facts/extra.yml:1:7 [duplicate-id]',
    )
    BAD_QUANTITY = (
        "bad-quantity",
        "A quantity cannot be read. It is `[qualifier] number unit`, such as `more than 12_000_000 EUR`, or `between "
        "10 and 20 km`.",
        "Give the number a point before its decimals and underscores between thousands, and no sign; a rank is whole.",
        'facts/extra.yml:12:69: "1,200 EUR" is not a quantity, such as "more than 12_000_000 EUR" or "between 10 and '
        '20 km" [bad-quantity]',
    )
    UNKNOWN_UNIT = (
        "unknown-unit",
        "The unit is neither built in, nor a currency of ISO 4217, nor declared in `facts/units.yml`.",
        "Declare what is counted there, with its singular and plural in each language.",
        'facts/extra.yml:6:75: there is no unit "lamps" [unknown-unit]',
    )
    BAD_DATE = (
        "bad-date",
        "A date cannot be read, or is no day of the calendar.",
        "Write EDTF: `2031`, `2031-05`, `2031-05-13`, `2031-05~` for about, `2031/2033` for a period, `2031/..` for "
        "an open one, `2031-33` to `2031-36` for quarters, `2031-40` and `2031-41` for halves.",
        'facts/extra.yml:12:8: "2031-02-30" is no day of the calendar [bad-date]',
    )
    PRINTED_TOO_LONG = (
        "printed-too-long",
        "Printed words are a quotation, of 100 characters at most.",
        "Keep only those that carry the claim.",
        "facts/extra.yml:6:52: these printed words have 108 characters; 100 is the most that may be quoted "
        "[printed-too-long]",
    )
    MISSING_LANGUAGE = (
        "missing-language",
        "A text lacks its words in one of the edition's languages.",
        "Add them.",
        "facts/lamp-factory.yml:2:14: the words in fr are missing [missing-language]",
    )
    STALE_TRANSLATION = (
        "stale-translation",
        "`check --translations` found words in one language that stand as they did when those that they were made from "
        "were other ones. What they were made from is told by the catalogue of the language, `po/fr.po` for French.",
        "Look at both. Mend the translation; where it still holds, take the mark *fuzzy* away in the catalogue.",
        "facts/people.yml:12:9: these words in fr are older than those in en: people/ada-claes/role "
        "[stale-translation]",
    )
    UNREAD_LANGUAGE = (
        "unread-language",
        "A source may be in a language that has no file in the engine, but then no machine holds an amount or a date "
        "against its words: a person does.",
        "Say with `vouched:` who does and how; pages say so beside the reading.",
        'facts/extra.yml:6:112: dziennik-2031 is in "pl", which no machine reads here, and nobody vouches for the '
        "quantity [unread-language]",
    )
    UNKNOWN_REFERENCE = (
        "unknown-reference",
        "An entry or a citation names a source, origin, person, place, measure, scope or fact that does not exist; or "
        "a place or a person stands above itself.",
        "Correct the name, or add the entry.",
        'facts/extra.yml:6:16: there is no source "herold-2031" [unknown-reference]',
    )
    UNKNOWN_FIGURE = (
        "unknown-figure",
        "A `[[…]]` names a figure that does not exist.",
        "Correct the name, or record the fact.",
        'content/en/extra.md:5:10: there is no figure "lamp-factory-plann" [unknown-figure]',
    )
    WRONG_DIMENSION = (
        "wrong-dimension",
        "A reading's amount is not of the kind that the fact's measure says: people for a measure of money, say.",
        "Use another measure, or correct the unit.",
        "facts/extra.yml:7:76: investment is a money, this is a count [wrong-dimension]",
    )
    BAD_MENTION = (
        "bad-mention",
        "A `[[…]]` cannot be read, asks for something that does not exist, or stands where it cannot be printed; or "
        "an id stands between single brackets and would be printed as typed; or it makes another number with what is "
        "beside it: a scale or a sign at a figure, an ordinal that is a part there.",
        "Correct it. A chart or table needs a paragraph of its own; only figures stand in alternative texts; a name "
        "has a capital letter and is no amount.",
        "content/en/extra.md:6:3: figures are not printed “loudly” [bad-mention]",
    )
    NO_NUMBER = (
        "no-number",
        "A mention asks for a number, date or period that the fact does not have.",
        "For a footnote alone write `[[cite:id]]`.",
        'content/en/extra.md:5:1: "lamp-factory-land" has no number to print [no-number]',
    )
    BARE_NUMBER = (
        "bare-number",
        "A number stands in the text and no fact stands behind it: in digits, as a word, as a fraction, in a title, a "
        "caption, a table, an alternative text.",
        "Record it as a fact and mention that; where a figure has this value already, the hint names it. For a name "
        "write `[[name:Lumen 3]]`, for an ordinal `[[ordinal:1st]]`; code between backticks is left alone. A name has "
        "at most sixty characters and eight words, and at most four digits, with no small word after them that they "
        "would count; names of people, publishers and units are held to it too. A translation (`means`) and a hedge "
        "hold no digits that the article's words do not.",
        "content/en/extra.md:9:10: no fact stands behind “12000000” [bare-number]",
    )
    MISSING_TITLE = (
        "missing-title",
        "The front matter of a story, which gives at least its title, is missing, empty or never closed.",
        "Let the story start with it:\n\n    ---\n    title: A lamp factory for Ghent\n    ---",
        "content/en/extra.md:1:1: the story has no title [missing-title]",
    )
    RAW_HTML = (
        "raw-html",
        "Stories are Markdown and hold no HTML.",
        "Write Markdown; put HTML that you write about between backticks.",
        'content/en/extra.md:7:1: stories hold no HTML: "<div onclick="go()">" [raw-html]',
    )
    BROKEN_LINK = (
        "broken-link",
        "A link or a picture leads nowhere, or a picture is on another host, from which none is shown.",
        "Link a story by its file in the same language (`[how](method.md#the-check)`), put a picture in `content/`, "
        "and start an address elsewhere with `https://`.",
        'content/en/extra.md:5:5: there is no story or picture "nots.md" [broken-link]',
    )
    CHART_UNITS = (
        "chart-units",
        "The figures of a chart have different units and cannot share an axis.",
        "Make two charts, or convert one by a stated rate with a derived figure.",
        "content/charts.yml:26:5: these units cannot share an axis: EUR (lamp-factory-plan), people "
        "(lamp-factory-staff) [chart-units]",
    )
    CHART_VALUE = (
        "chart-value",
        "A chart names a figure that its form cannot draw.",
        "Choose another figure or form: bars need an amount, a timeline a date, a period or a due date, a map a place "
        "with `at:`, parts a derived figure that is their sum, slips a promise with a day, outcomes one promise and "
        "what came of it. A row of these two names its promise, of whose `facts:` or `rests_on:` its figure is one.",
        'content/charts.yml:26:16: "lamp-factory-land" has no amount [chart-value]',
    )
    UNFINISHED = (
        "unfinished",
        "A fact is a draft: its statement still says `TODO`, as the desk and `propose` write it.",
        "Write the sentence, look at the id and the status, which were drafted too, and take `TODO` away.",
        'facts/drafts.yml:3:10: "lumen-land-rank" is a draft [unfinished]',
    )
    NEEDS_PREFERENCE = (
        "needs-preference",
        "The readings of a fact differ.",
        "Name the one to print with `prefer:` and give the reason with `because:`; both readings stay on show.",
        "facts/extra.yml:6:5: the readings differ in amount [needs-preference]",
    )
    UNNEEDED_PREFERENCE = (
        "unneeded-preference",
        "A fact with a single reading has nothing to prefer.",
        "Delete `prefer:` and `because:`.",
        "facts/extra.yml:5:11: there is only one reading to print [unneeded-preference]",
    )
    UNDECLARED_TWIN = (
        "undeclared-twin",
        "Two facts have the same subject, measure and place, and their times overlap: they seem to be one fact told "
        "twice.",
        "Make them readings of one fact, or declare with `distinct_from:` and `distinct_because:` why they are not.",
        'facts/lamp-factory.yml:39:7: "lamp-factory-staff" has the subject, measure, place and time of "extra" '
        "[undeclared-twin]",
    )
    IMPOSSIBLE_DERIVATION = (
        "impossible-derivation",
        "The inputs of a derived figure do not go together: people plus euros, what is promised plus what is done, a "
        "figure without an amount, a division by zero; or a comparison of unlike things is called fair.",
        "Follow the rule that the message names: choose other inputs, another operation, or another verdict.",
        'facts/derived.yml:21:23: "lamp-factory-land" has no amount [impossible-derivation]',
    )
    CIRCULAR_DERIVATION = (
        "circular-derivation",
        "A derived figure goes into itself, by way of others.",
        "Break the circle that the message shows.",
        "facts/derived.yml:16:11: this figure is derived from itself: extra → second → extra [circular-derivation]",
    )
    NEEDS_CAVEAT = (
        "needs-caveat",
        "A comparison judged misleading is never printed alone.",
        "Give it a `caveat:`, and print it with `[[id|with-caveat]]`.",
        'content/en/extra.md:5:7: "plan-against-past" misleads without its caveat [needs-caveat]',
    )
    CHART_VERDICT = (
        "chart-verdict",
        "A chart sets figures side by side that differ in status, scope, period, measure or place, and does not say "
        "whether they may be compared; or what it says does not hold; or one whose comparison misleads leads a page.",
        "Give the chart `compares:` with a derived figure that sets two of them against each other, or with a "
        "`verdict:` and `why:` of its own; let another chart lead the page.",
        'content/charts.yml:12:22: "lamp-factory-pace" sets no two figures of this chart against each other '
        "[chart-verdict]",
    )
    BAD_PARAGRAPH = (
        "bad-paragraph",
        "A paragraph is no number of a paragraph of its article.",
        "Count the non-empty lines of the article, the first being 1; none is higher than the source's `paragraphs:`.",
        "facts/extra.yml:6:40: paragraph 6 does not exist: the article has 5 [bad-paragraph]",
    )
    UNVERIFIED_READING = (
        "unverified-reading",
        "The reading is new, or was changed, since the readings of its source were verified.",
        "Run `python build.py verify --archive DIR` with the folder of archived texts.",
        "facts/lamp-factory.yml:18:7: this reading was changed since it was verified [unverified-reading]",
    )
    MISSING_TEXT = (
        "missing-text",
        "A source that was verified before has no text in the archive that was given.",
        "Put `ID.txt` back, or give the right folder.",
        'facts/sources.yml:26:7: the archive has no text "herald-2031.txt", which was verified before [missing-text]',
    )
    CHANGED_TEXT = (
        "changed-text",
        "The archived text of a source is not the one that its readings were verified against.",
        "Read the article again; then `verify --archive DIR --renew` accepts the new text.",
        "facts/sources.yml:26:7: the archived text of herald-2031 has changed since it was verified: it moves "
        "lamp-factory-signing.2 [changed-text]",
    )
    WORDS_NOT_FOUND = (
        "words-not-found",
        "The printed words (or a title, a hedge, words that are left out) do not stand in that paragraph, from word "
        "boundary to word boundary.",
        "Copy them from the article, character by character; the hint names another paragraph where they do stand.",
        'facts/extra.yml:6:52: "a lamp factory" does not stand in paragraph 2 of herald-2031 [words-not-found]',
    )
    WORDS_AMBIGUOUS = (
        "words-ambiguous",
        "The printed words stand more than once in the paragraph.",
        "Quote more, or give the words before them with `after:`.",
        'facts/extra.yml:6:52: "the" stands 2 times in paragraph 2 of herald-2031 [words-ambiguous]',
    )
    WORDS_LEFT_OUT = (
        "words-left-out",
        "The printed words stand in a part of the article that the source leaves out with `left_out:`, such as a "
        "ticker or a link to another article.",
        "Quote the article itself, or change the entry.",
        'facts/extra.yml:6:52: "how lamps are made" stands in what herald-2031 leaves out of paragraph 5 '
        "[words-left-out]",
    )
    AMOUNT_NOT_IN_WORDS = (
        "amount-not-in-words",
        "The printed words do not contain the amount, the qualifier, the unit or the date that the reading claims, or "
        "the article qualifies them where the quotation leaves that out.",
        "Correct one or the other. Where a machine cannot read them, say why with `vouched:`.",
        'facts/extra.yml:6:73: the words say "on 13 May", the quantity says 12 days [amount-not-in-words]',
    )
    UNCOVERED = (
        "uncovered",
        "`coverage` found a number or date in an article that no reading uses and no `left_out:` entry explains.",
        "Add one or the other.",
        "facts/sources.yml:26:7: paragraph 4 of herald-2031 prints “two” (…there in two shifts.…), which no reading "
        "uses [uncovered]",
    )
    BAD_LOCK = (
        "bad-lock",
        "`facts/evidence.lock` was edited by hand, or a merge mixed two of them: its seal does not hold.",
        "Write it anew with `python build.py verify --archive DIR`.",
        "facts/evidence.lock:1:1: the lock was edited: its seal does not hold [bad-lock]",
    )
    EXCERPT = (
        "excerpt",
        "A page of which only an excerpt was seen is treated as an article read whole, or is said to be both.",
        "Give such a page `seen:` and no `paragraphs:` and no `left_out:`, its readings no `paragraph:` and no "
        "`after:`; no footnote leads to a paragraph of it. When the whole page is read later, write `paragraphs:` in "
        "place of `seen:`, give its readings their paragraphs, and `verify` will hold them against its text.",
        'facts/later.yml:8:41: of courier-2034 an excerpt was seen, so "paragraph" is not known [excerpt]',
    )
    WRONG_VERDICT = (
        "wrong-verdict",
        "A claim has a verdict for promises, or a promise one for claims; or the history of a promise ends with the "
        "verdict that stands now.",
        "Give a claim `not-corroborated` or `told-otherwise`, and a promise neither; keep a line of history only "
        "where another verdict follows it.",
        'facts/promises.yml:6:12: "told-otherwise" is no verdict on a promise [wrong-verdict]',
    )
    NO_OUTCOME = (
        "no-outcome",
        "A verdict says that something happened, and no fact says so. *Kept*, *kept late*, *kept in part*, *changed*, "
        "*dropped* and *still a goal* rest on at least one fact that was told after the promise; *under way* and "
        "*told otherwise* rest on a fact, and where all that is under way is older than the promise, its `doubt:` "
        "says so.",
        "Name the fact under `rests_on:`; where nothing was found, choose a verdict of silence.",
        'facts/promises.yml:6:12: "dropped" rests on no fact [no-outcome]',
    )
    NEEDLESS_OUTCOME = (
        "needless-outcome",
        "A verdict that says that no outcome is known names one.",
        "Move facts that explain a promise, or stand beside it, to `beside:`; or choose the verdict that the outcome "
        "bears.",
        'facts/promises.yml:8:5: "nobody-has-told" rests on no outcome [needless-outcome]',
    )
    UNSEARCHED = (
        "unsearched",
        "A verdict of silence (*not yet due*, *nobody has told*, *cannot be measured*, *not corroborated*) does not "
        "say how far the search reached. Silence is worth what the search was worth.",
        "Say with `reach:` in which languages, and of when the newest page is.",
        'facts/promises.yml:6:12: "nobody-has-told" says how far the search for an outcome reached [unsearched]',
    )
    PAST_DUE = (
        "past-due",
        "The day of a promise has passed, so that it is no longer *not yet due*, nor *under way*.",
        "Look what became of it. `python build.py due` lists what falls due next.",
        'facts/promises.yml:7:12: its day, 2033, has passed on 2034-02-01, so it is not "not-yet-due" [past-due]',
    )
    WRONG_DAY = (
        "wrong-day",
        "An outcome that has a day came after the day of the promise, which is not *kept* but *kept late*; or before "
        "it, which is not late.",
        "Give the verdict that the days bear, or correct the day that is wrong.",
        'facts/promises.yml:7:12: its outcome came after its day, 2033: that is not "kept" [wrong-day]',
    )
    SHORT_OF_PROMISE = (
        "short-of-promise",
        "The most that an outcome may be lies below the least that was promised, so the promise is not kept by it. "
        "Only like is held against like: the same measure, unit, scope and place.",
        "Give the verdict that it bears: *kept in part*, *changed* or *dropped*.",
        'facts/promises.yml:8:14: "lamp-factory-spent" lies below what "lamp-factory-plan" promised [short-of-promise]',
    )
    UNLIKE_OUTCOME = (
        "unlike-outcome",
        "An outcome is another thing than the promise: it has another measure, unit, scope or place, or is itself "
        "only announced.",
        "Say in what it differs with `differs:`; readers see it beside the outcome, and a figure worked out from "
        "both, or a chart of both, needs its caveat.",
        'facts/promises.yml:8:14: "lamp-factory-hired" differs from "lamp-factory-staff" in measure [unlike-outcome]',
    )
    UNTOLD_CHANGE = (
        "untold-change",
        "A verdict took the place of another one that `verify` has locked, and no line of history says so. Readers "
        "may have read the old one.",
        "Keep it under `history:`, with the day and the reason.",
        'facts/promises.yml:7:12: this verdict was "not-yet-due", and no line of history says so [untold-change]',
    )
    UNHEDGED = (
        "unhedged",
        "Every article says it under a hedge (`hedge:` of its readings: *could*, *devrait*, *gepland*), and words of "
        "ours say it outright: the fact's statement or a reading's `says:`, a sentence of a story that prints or cites "
        "it, the label of its row in a chart, the title of a chart that shows nothing else, or a chart's alternative "
        "text.",
        "Say it as carefully as the articles do, in that language: *could*, *plans to*, *is expected to*, or name it "
        "what it is, a goal, a promise, a forecast. For a row the words under its label (`context:`) are enough; for a "
        "sentence of a story also that somebody says it (*she said*, *according to*), or its verdict.",
        'content/charts.yml:12:14: this says "lamp-factory-first-lamp" outright; the articles say it under “devrait” '
        "[unhedged]",
    )
    PARITY = (
        "parity",
        "The language editions of a page are not alike: a page is missing in one of them, or one mentions a figure, a "
        "chart or a citation that another leaves out or prints in another form.",
        "Bring them together; the edition's first language is the one that others are held against.",
        "content/fr/index.md:1:1: [[extra]] is missing, which content/en/index.md:5:10 prints [parity]",
    )
    BAD_TEMPLATE = (
        "bad-template",
        "A template of the edition cannot be used: Jinja does not understand it, it names something that its view "
        "object does not have, or it extends itself where it means the engine's template of its name (`{% extends "
        '"!base.html" %}`).',
        "Correct it at the line that the place names.",
        'templates/fact.html:2:1: the template does not work: there is nothing called "titel" here [bad-template]',
    )
    UNTIDY = (
        "untidy",
        "`tidy --check` found a file that is not in the style in which `tidy` writes YAML: one key a line, hence one "
        "language a line; lines of at most 120 characters; short lists in brackets. The place is the first that "
        "differs.",
        "Run `python build.py tidy`, which changes how files look and nothing they say.",
        "facts/extra.yml:2:13: from here on, the file is not in the tidy style [untidy]",
    )
    CANNOT_WRITE = (
        "cannot-write",
        "The site cannot be written: the disk is full, or the folder may not be written to. The published site is as "
        "it was.",
        "Make room or give the right, and build again.",
        "site:1:1: cannot be written: No space left on device [cannot-write]",
    )
