"""`po` on whole editions: what translators are given, what comes back, and what is older than its original."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from hosting import copied
from overlay import write

from factbound.commands.cli import main


def po(folder: Path, *arguments: str) -> int:
    return main(["--project", str(folder), "po", *arguments])


def catalogue(folder: Path, language: str = "fr") -> Catalog:
    with (folder / f"po/{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def message(folder: Path, key: str) -> Message:
    return next(each for each in catalogue(folder) if each.context == key)


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")


def translate(folder: Path, key: str, words: str) -> None:
    """Type words into the catalogue as a translator does."""
    path = folder / "po/fr.po"
    head, mark, tail = path.read_text("utf-8").partition(f'msgctxt "{key}"\n')
    assert mark, key
    tail = re.sub(r'msgstr ("[^\n]*"\n)+', lambda _: f'msgstr "{words}"\n', tail, count=1)
    path.write_text(head + mark + tail, "utf-8")


def test_every_text_goes_out_with_its_place_and_what_it_is(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert po(edition, "export", "fr") == 0
    told = capsys.readouterr().out
    made = [each for each in catalogue(edition) if each.id]
    assert told == f"po/fr.po: {len(made)} texts, {len(made)} not translated, 0 fuzzy\n"
    plan = message(edition, "facts/lamp-factory-plan/statement")
    assert plan.id == "Lumen plans to invest [[lamp-factory-plan]] in its Ghent factory."
    assert plan.locations == [("facts/lamp-factory.yml", 3)]
    assert " ".join(plan.auto_comments).startswith("lamp-factory-plan, statement: The claim in our own words")
    shelves = {each.context.split("/")[0] for each in made if each.context}
    assert {"facts", "charts", "people", "places", "measures", "units", "sources"} <= shelves
    unit = message(edition, "units/people/name/one")
    assert (unit.id, unit.string) == ("person", "")


def test_a_quotation_is_translated_from_the_article_where_that_is_in_the_first_language(edition: Path) -> None:
    edit(
        edition / "facts/lamp-factory.yml",
        ("printed: €12 million\n", "printed: €12 million\n      means:\n        nl: 12 miljoen euro\n"),
    )
    assert po(edition, "export", "fr") == 0
    assert message(edition, "facts/lamp-factory-plan/readings/herald-2031#1/means").id == "€12 million"
    quoted = "facts/lamp-factory-plan/readings/gazette-2031#4/means"
    assert quoted not in {each.context for each in catalogue(edition)}, "the article itself is in French"


def test_what_comes_back_stands_below_its_original_and_every_other_byte_stays(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = edition / "facts/lamp-factory.yml"
    edit(path, ("- id: lamp-factory-years", "# When\n- id: lamp-factory-years"))
    before = path.read_text("utf-8")
    po(edition, "export", "fr")
    translate(edition, "facts/lamp-factory-plan/statement", "Lumen investira [[lamp-factory-plan]] à Gand.")
    translate(edition, "facts/lamp-factory-plan/because", 'il\xa0cite \\"la directrice\\"')
    capsys.readouterr()
    assert po(edition, "import", "fr") == 0
    assert capsys.readouterr().out.startswith("facts/lamp-factory.yml: 2 texts\n2 texts written, 0 left\npo/fr.po: ")
    first = '    en: "Lumen plans to invest [[lamp-factory-plan]] in its Ghent factory."\n'
    reason = "    en: it quotes the director; the other rounds her words\n"
    assert path.read_text("utf-8") == before.replace(
        first, f'{first}    fr: "Lumen investira [[lamp-factory-plan]] à Gand."\n'
    ).replace(reason, f'{reason}    fr: "il\xa0cite \\"la directrice\\""\n')
    assert main(["--project", str(edition), "check"]) == 0
    assert main(["--project", str(edition), "tidy", "--check"]) == 0


def test_a_new_language_of_an_edition_is_one_import_away(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po(edition, "export", "nl")
    path = edition / "po/nl.po"
    told = catalogue(edition, "nl")
    words = {each.context: str(each.id) for each in told if each.id and each.context}
    text = path.read_text("utf-8")
    for key, original in words.items():
        head, mark, tail = text.partition(f'msgctxt "{key}"\n')
        text = head + mark + tail.replace('msgstr ""\n', 'msgstr "{}"\n'.format(original.replace('"', '\\"')), 1)
    path.write_text(text, "utf-8")
    assert po(edition, "import", "nl") == 0
    assert "0 not translated, 0 fuzzy" in capsys.readouterr().out
    edit(edition / "mkdocs.yml", ("[en]", "[en, nl]"))
    main(["--project", str(edition), "check"])
    assert "missing-language" not in capsys.readouterr().err


def test_a_mention_that_the_original_lacks_is_a_problem_in_the_catalogue_and_nothing_is_written(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (edition / "facts/lamp-factory.yml").read_bytes()
    po(edition, "export", "fr")
    translate(edition, "facts/lamp-factory-plan/statement", 'Lumen \\"investira\\" [[lamp-factory-plam]] à Gand.')
    translate(edition, "facts/lamp-factory-years/statement", "L’argent arrive bientôt.")
    translate(edition, "facts/lamp-factory-staff/statement", "L’usine emploiera [[lamp-factory-staff|petit]].")
    translate(edition, "facts/lamp-factory-area/statement", "L’usine couvrira [[lamp-factory-area|short]].")
    lines = (edition / "po/fr.po").read_text("utf-8").split("\n")
    row = next(n for n, line in enumerate(lines, 1) if "plam" in line)
    column = lines[row - 1].index("[[lamp-factory-plam") + 1
    capsys.readouterr()
    assert po(edition, "import", "fr") == 1
    told = capsys.readouterr().err
    assert f"po/fr.po:{row}:{column}: the original has no [[lamp-factory-plam]] [bad-mention]\n" in told
    assert "    hint: the original has [[lamp-factory-plan]]\n" in told
    assert "the [[lamp-factory-years]] of the original is missing [bad-mention]" in told
    assert "figures are not printed “petit” [bad-mention]" in told
    assert told.endswith("3 problems\n")
    assert (edition / "facts/lamp-factory.yml").read_bytes() == before


def test_what_is_older_than_its_original_is_fuzzy_until_someone_looked(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = "facts/lamp-factory-plan/statement"
    po(edition, "export", "fr")
    translate(edition, key, "Lumen investira [[lamp-factory-plan]] à Gand.")
    po(edition, "import", "fr")
    check = ["--project", str(edition), "check", "--translations"]
    assert main(check) == 0
    edit(edition / "facts/lamp-factory.yml", ("Lumen plans to invest", "Lumen hopes to invest"))
    capsys.readouterr()
    assert main(check) == 1
    assert (
        f"facts/lamp-factory.yml:4:10: these words in fr are older than those in en: {key}" in capsys.readouterr().err
    )
    po(edition, "export", "fr")
    po(edition, "export", "fr")  # a second time, nobody having looked: what it was made from is still told
    assert '#| msgid "Lumen plans to invest' in (edition / "po/fr.po").read_text("utf-8")
    assert message(edition, key).fuzzy
    assert main(check) == 1
    edit(edition / "po/fr.po", ("#, fuzzy\n", ""))
    assert po(edition, "import", "fr") == 0
    assert main(check) == 0
    assert "fuzzy" not in (edition / "po/fr.po").read_text("utf-8")


def test_what_stood_before_is_written_as_gettext_has_it(edition: Path) -> None:
    long = (
        "Lumen plans to invest, with crews that work round-the-clock and never go home, [[lamp-factory-plan]] in Ghent."
    )
    edit(
        edition / "facts/lamp-factory.yml", ("Lumen plans to invest [[lamp-factory-plan]] in its Ghent factory.", long)
    )
    key = "facts/lamp-factory-plan/statement"
    po(edition, "export", "fr")
    translate(edition, key, "Lumen investira [[lamp-factory-plan]] à Gand.")
    po(edition, "import", "fr")
    edit(edition / "facts/lamp-factory.yml", ("Lumen plans", "Lumen hopes"))
    for _ in range(2):
        po(edition, "export", "fr")
        lines = (edition / "po/fr.po").read_text("utf-8").splitlines()
        before = [line for line in lines if line.startswith("#|")]
        assert before[0] == '#| msgid ""'
        assert "".join(line.removeprefix('#| "').removesuffix('"') for line in before[1:]) == long
        assert all(line.endswith('"') for line in before)
    if program := shutil.which("msgfmt"):
        subprocess.run([program, "-c", "-o", "/dev/null", str(edition / "po/fr.po")], check=True)


def test_words_that_were_changed_on_both_sides_are_lost_on_neither(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = "facts/lamp-factory-plan/because"
    po(edition, "export", "fr")
    translate(edition, key, "il cite")
    po(edition, "import", "fr")
    edit(edition / "facts/lamp-factory.yml", ("fr: il cite", "fr: elle cite"))
    translate(edition, key, "on cite")
    capsys.readouterr()
    assert po(edition, "import", "fr") == 0
    assert f"{key} was changed here and in the edition" in capsys.readouterr().out
    assert "fr: elle cite" in (edition / "facts/lamp-factory.yml").read_text("utf-8")
    kept = message(edition, key)
    assert (kept.string, kept.fuzzy) == ("on cite", True)
    assert "The edition has other words by now: elle cite" in " ".join(kept.auto_comments)
    edit(edition / "po/fr.po", ("#, fuzzy\n", ""))
    po(edition, "import", "fr")
    assert "fr: on cite" in (edition / "facts/lamp-factory.yml").read_text("utf-8")


def test_an_edition_that_was_changed_by_hand_is_not_set_back_by_an_old_catalogue(edition: Path) -> None:
    key = "facts/lamp-factory-plan/because"
    po(edition, "export", "fr")
    translate(edition, key, "il cite")
    po(edition, "import", "fr")
    edit(edition / "facts/lamp-factory.yml", ("fr: il cite", "fr: elle cite"))
    assert po(edition, "import", "fr") == 0
    assert "fr: elle cite" in (edition / "facts/lamp-factory.yml").read_text("utf-8")
    assert message(edition, key).string == "elle cite"


def test_an_export_waits_for_nobody_and_forgets_no_work(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po(edition, "export", "fr")
    translate(edition, "facts/lamp-factory-plan/because", "il cite")
    edit(edition / "po/fr.po", ("#. lamp-factory-plan, because", "# who?\n#. lamp-factory-plan, because"))
    capsys.readouterr()
    assert po(edition, "export", "fr") == 0
    assert capsys.readouterr().out.endswith(", 1 not imported\n")
    kept = message(edition, "facts/lamp-factory-plan/because")
    assert (kept.string, kept.user_comments) == ("il cite", ["who?"])
    again = (edition / "po/fr.po").read_bytes()
    po(edition, "export", "fr")
    assert (edition / "po/fr.po").read_bytes() == again, "nothing has changed, nor has the day"


def test_interface_words_of_an_edition_go_out_and_keep_their_places(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        edition,
        {"content/en/words.yml": "excerpt-count:\n  one: page\n  other: pages\nlicense: Yours under {license}.\n"},
    )
    write(edition, {"content/fr/index.md": "---\ntitle: Lampes\n---\n\nTexte.\n"})
    edit(edition / "mkdocs.yml", ("[en]", "[en, fr]"))
    po(edition, "export", "fr")
    assert message(edition, "words/license").id == "Yours under {license}."
    translate(edition, "words/excerpt-count/other", "extraits")
    translate(edition, "words/excerpt-count/one", "extrait")
    translate(edition, "words/license", "À vous.")
    capsys.readouterr()
    assert po(edition, "import", "fr") == 1
    assert "the places {license} are not those of the original [bad-value]" in capsys.readouterr().err
    translate(edition, "words/license", "À vous sous {license}.")
    assert po(edition, "import", "fr") == 0
    assert (edition / "content/fr/words.yml").read_text("utf-8") == (
        "# Words of the interface in place of the engine's.\n"
        'excerpt-count:\n  one: extrait\n  other: extraits\nlicense: "À vous sous {license}."\n'
    )


@pytest.mark.parametrize("text", ['msgid "a"\n', "nothing of the kind\n", 'msgctxt "a"\nmsgid "a"\nmsgstr[x] ""\n'])
def test_a_file_that_is_no_catalogue_is_a_problem(edition: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(edition, {"po/fr.po": text})
    assert po(edition, "import", "fr") == 1
    assert re.match(r"po/fr\.po:[0-9]+:1: this is no gettext file: ", capsys.readouterr().err)


def test_the_first_language_is_not_translated(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert po(edition, "export", "en") == 2
    assert capsys.readouterr().err == "en is the language that this edition is translated from\n"
    assert po(edition, "import", "French") == 2
    assert po(edition, "import", "fr") == 1
    assert "po/fr.po:1:1: cannot be read: No such file or directory [unreadable]" in capsys.readouterr().err


def test_an_ordinary_site_s_facts_and_charts_go_out_and_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = copied("mkdocs", tmp_path / "site")
    assert po(site, "export", "fr") == 0
    chart = next(each.context for each in catalogue(site) if each.context and each.context.startswith("charts/"))
    translate(site, chart, re.sub(r"[^\[\]]*(\[\[[^\]]*\]\])?.*", r"Voilà \1", str(message(site, chart).id)))
    assert po(site, "import", "fr") == 0, capsys.readouterr().err
    assert "fr: " in (site / "charts.yml").read_text("utf-8")
    assert main(["--project", str(site), "check"]) == 0
