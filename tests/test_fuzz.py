"""Fuzz: whatever becomes of an edition's files, a command ends with problems or none; nothing is called a bug.

A small share runs with all tests; FACTBOUND_FUZZ=20000 runs so many for each kind of file, and FACTBOUND_SEED=2 others.
"""

import os
import random
import resource
import shutil
import time
from functools import cache
from pathlib import Path

import pytest
from promised import full_edition

from factbound.commands import cli
from factbound.commands.cli import main
from factbound.mkdocs import settings

ROUNDS = int(os.environ.get("FACTBOUND_FUZZ", "40"))
SEED = os.environ.get("FACTBOUND_SEED", "")
KINDS = {
    "facts": "facts/l*.yml",
    "derived": "facts/derived.yml",
    "promises": "facts/promises.yml",
    "lists": "facts/[!dlp]*.yml",
    "people and places": "facts/p[!r]*.yml",
    "charts": "content/charts.yml",
    "map": "content/map.json",
    "options": "mkdocs.yml",
    "words": "content/en/words.yml",
    "lock": "facts/evidence.lock",
    "archive": "archive/*.txt",
    "stories": "content/en/*.md",
}
"""The files of each kind."""
ODD = [
    *(
        "-",
        "- ",
        "\n- \n",
        "[",
        "]",
        "{",
        "}",
        ":",
        ": ",
        "#",
        "&a ",
        "*a",
        "!!x ",
        "|",
        ">",
        "'",
        '"',
        "\\",
        "\t",
        "\n",
    ),
    *("---\n", "...\n", "[[", "]]", "[[self]]", "[[count:x]]", "[[lamp-factory-plan|short]]", "[[name:X]]", "{x}"),
    *("{{ 1/0 }}", "<b>", "&#0;", "0", "-1", "1e999", "9" * 40, "0x10", "2034-02-30", "9999-12-31", "0000", "../.."),
    *(
        "between 2 and 1 EUR",
        "12 %",
        "1/0",
        "½",
        "null",
        "true",
        "~",
        "[]",
        "{}",
        '""',
        "é",
        "\ufffe",
        "\u202e",
        "\x00",
    ),
    *("\U0010ffff", "a" * 2000, "١٢", "en: ", "id: ", "EUR", "rank"),
]


def spoiled(text: str, chance: random.Random) -> str:
    """A text with a few accidents."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        n, at = chance.randrange(len(lines)), chance.randrange(len(text) + 1)
        match chance.randrange(8):
            case 0:
                text = text[:at] + chance.choice(ODD) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 30) :]
            case 2:
                lines[n] = lines[n].partition(":")[0] + ": " + chance.choice(ODD)
                text = "\n".join(lines)
            case 3:
                text = "\n".join([*lines[:n], *lines[n + 1 :]])
            case 4:
                text = "\n".join([*lines[:n], lines[n], *lines[n:]])
            case 5:
                lines[n] = " " * chance.randint(0, 8) + lines[n].strip()
                text = "\n".join(lines)
            case 6:
                other = chance.randrange(len(lines))
                lines[n], lines[other] = lines[other], lines[n]
                text = "\n".join(lines)
            case _:
                text = text[:at]
    return text


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with a file of every kind, verified."""
    folder = full_edition(tmp_path_factory.mktemp("whole") / "edition")
    assert main(["--project", str(folder), "verify", "--archive", str(folder / "archive")]) == 0
    return folder


@pytest.mark.slow  # hundreds of editions are checked
@pytest.mark.parametrize("kind", KINDS)
def test_no_accident_to_a_file_ends_in_a_bug(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(cli, "_parser", cache(cli._parser))  # making it takes as long as what is looked at
    if kind != "options":
        monkeypatch.setattr(settings, "load", cache(settings.load))
    chance, edition = random.Random(SEED or kind), Path(shutil.copytree(whole, tmp_path / "edition"))
    files = sorted(path for path in edition.glob(KINDS[kind]) if path.is_file())
    archive = ["--archive", str(edition / "archive")]
    commands = [["check"], ["check"], ["check"], ["verify", *archive], ["coverage", *archive], ["explain", "lamp-past"]]
    lock = edition / "facts/evidence.lock"
    slowest, long = 0.0, ""
    for number in range(ROUNDS):
        file, command = chance.choice(files), chance.choice(commands)
        before, locked = file.read_bytes(), lock.read_bytes()
        text = spoiled(before.decode("utf-8-sig"), chance)
        file.write_text(text, "utf-8", errors="surrogatepass")
        began = time.process_time()
        code = main(["--project", str(edition), *command])
        if (took := time.process_time() - began) > slowest:
            slowest, long = took, text
        said = capsys.readouterr().err
        assert code in {0, 1, 2}, (kind, number, file, command, said, text)
        file.write_bytes(before)
        lock.write_bytes(locked)
    if "FACTBOUND_FUZZ" in os.environ:  # whoever asks for many asks for what they cost too
        assert slowest < 5, (slowest, long)
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 300_000  # kilobytes
