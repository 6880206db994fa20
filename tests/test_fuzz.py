"""Fuzz: whatever becomes of an edition's files, a command ends with problems or none; nothing is called a bug.

A small share runs with all tests; FACTBOUND_FUZZ=5000 runs so many for each seed.
"""

import os
import random
from pathlib import Path

import pytest
from overlay import GOOD, good_edition

from factbound.commands.cli import main

ROUNDS = int(os.environ.get("FACTBOUND_FUZZ", "40"))
FILES = sorted(
    path.relative_to(GOOD).as_posix()
    for folder in ("facts", "content", "archive")
    for path in (GOOD / folder).rglob("*")
    if path.is_file() and path.suffix in {".yml", ".md", ".txt", ".lock", ".json"}
)
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


@pytest.mark.slow  # hundreds of editions are checked
@pytest.mark.parametrize("seed", range(4))
def test_no_accident_to_a_file_ends_in_a_bug(tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int) -> None:
    chance, edition = random.Random(seed), good_edition(tmp_path / "edition")
    commands = [
        ["check"],
        ["check"],
        ["verify", "--archive", str(edition / "archive")],
        ["explain", "lamp-factory-plan"],
    ]
    commands.append(["coverage", "--archive", str(edition / "archive")])
    for number in range(ROUNDS):
        name, command = chance.choice(FILES), chance.choice(commands)
        before = (GOOD / name).read_bytes()
        lock = (edition / "facts/evidence.lock").read_bytes() if (edition / "facts/evidence.lock").exists() else None
        (edition / name).write_text(spoiled(before.decode("utf-8-sig"), chance), "utf-8", errors="surrogatepass")
        code = main(["--project", str(edition), *command])
        said = capsys.readouterr().err
        assert code in {0, 1, 2}, (seed, number, name, command, said, (edition / name).read_text("utf-8", "replace"))
        (edition / name).write_bytes(before)
        if lock is not None:
            (edition / "facts/evidence.lock").write_bytes(lock)
