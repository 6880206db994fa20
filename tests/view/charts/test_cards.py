"""Share cards: what stands on them, how they are painted, and who draws them."""

import gc
import io
import os
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from places import ROOT

from factbound.view.charts.palette import Palette
from factbound.view.charts.posters import ShareCard, card_poster, poster_svg
from factbound.view.charts.raster import Line, Poster, lettered
from factbound.view.charts.workers import FEW, Workers

FONTS = ROOT / "factbound" / "templates" / "assets" / "fonts"
LOOK = Palette(family="Factbound Sans")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
CARD = ShareCard("en/", "The Lamp Factory", "Lumen plans to invest in Ghent", "more than", "€12 million", "2 articles")


def opened(png: bytes | None) -> Image.Image:
    assert png
    return Image.open(io.BytesIO(png))


def test_a_card_has_its_words_in_their_colours_on_its_paper() -> None:
    poster = card_poster(CARD, LOOK)
    picture = opened(lettered(poster, FONTS, 2)).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1000) or []}
    assert picture.size == (1200, 630)
    assert {
        tuple(bytes.fromhex(c[1:])) for c in (poster.paper, poster.band, *(each.colour for each in poster.lines))
    } <= colours
    paper = tuple(bytes.fromhex(poster.paper[1:]))
    for line in poster.lines:
        around = picture.crop((2 * line.x, 2 * (line.y - line.size), 1128, 2 * line.y))
        assert {colour for _, colour in around.getcolors(1000) or []} > {paper}, line.words


def test_a_card_s_letters_stand_where_they_would_in_an_svg() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    one = opened(lettered(card_poster(CARD, LOOK), FONTS, 2)).convert("L").point(lambda light: 255 * (light < 128))
    other = opened(vl_convert.svg_to_png(poster_svg(card_poster(CARD, LOOK)), scale=2)).convert("L")
    assert one.getbbox() == pytest.approx(other.point(lambda light: 255 * (light < 128)).getbbox(), abs=2)


@pytest.mark.skipif(not DEJAVU.exists(), reason="needs a font with Hebrew letters")
def test_words_that_run_to_the_left_stand_in_their_order(tmp_path: Path) -> None:
    (tmp_path / DEJAVU.name).write_bytes(DEJAVU.read_bytes())
    words, black = "מפעל המנורות", "#000000"
    picture = opened(
        lettered(
            Poster(300, 60, "#ffffff", black, 0, "DejaVu Sans", (Line(words, 4, 40, 24, 600, black),)), tmp_path, 1
        )
    )
    whole = Image.new("L", picture.size, 255)
    ImageDraw.Draw(whole).text((4, 40), words, 0, ImageFont.truetype(DEJAVU, 24), anchor="ls")
    assert ImageChops.difference(picture.convert("L"), whole).point(lambda light: 255 * (light > 64)).getbbox() is None


def test_a_letter_or_a_family_that_the_fonts_lack_is_not_drawn_as_a_box(tmp_path: Path) -> None:
    lettering = partial(Poster, 60, 30, "#ffffff", "#112233", 2)
    line = Line("Lumen", 4, 20, 12, 400, "#112233")
    assert lettered(lettering("Factbound Sans", (line,)), FONTS, 1)
    assert lettered(lettering("Another Family", (line,)), FONTS, 1) is None
    assert lettered(lettering("Factbound Sans", (Line("電燈", 4, 20, 12, 400, "#112233"),)), FONTS, 1) is None
    assert lettered(lettering("Factbound Sans", (line,)), tmp_path, 1) is None
    assert lettered(lettering("Factbound Sans", (replace(line, colour="oklch(0.5 0.1 20)"),)), FONTS, 1) is None


def mark(folder: Path, name: str) -> None:
    (folder / name).write_text(str(os.getpid()))


def test_many_jobs_are_done_by_other_processes_and_few_here(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Workers(2, lambda done, total: told.append((done, total))) as workers:
        for job in workers.spread([partial(mark, tmp_path, f"few-{n}") for n in range(FEW - 1)]):
            job()
        for job in workers.spread([partial(mark, tmp_path, f"many-{n}") for n in range(FEW)]):
            job()
    who = {path.name.partition("-")[0]: set[str]() for path in tmp_path.iterdir()}
    for path in tmp_path.iterdir():
        who[path.name.partition("-")[0]].add(path.read_text())
    assert who["few"] == {str(os.getpid())}
    assert who["many"] and str(os.getpid()) not in who["many"]
    assert told[-1] == (2 * FEW - 1, 2 * FEW - 1)


def rank(folder: Path, name: str) -> None:
    (folder / name).write_text(str(os.nice(0)))


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system knows no such order")
def test_processes_that_draw_stand_behind_the_one_that_builds(tmp_path: Path) -> None:
    with Workers(2) as workers:
        for job in workers.spread([partial(rank, tmp_path, f"{n}") for n in range(FEW)]):
            job()
    assert all(int(path.read_text()) > os.nice(0) for path in tmp_path.iterdir())


def die(home: int) -> None:
    if os.getpid() != home:
        os._exit(1)


def test_a_job_whose_process_was_killed_is_done_here() -> None:
    with Workers(2) as workers:
        for job in workers.spread([partial(die, os.getpid())] * FEW):
            job()


def test_jobs_are_done_here_when_a_process_was_killed_before_they_came(tmp_path: Path) -> None:
    with Workers(2) as workers:
        for job in workers.spread([partial(die, os.getpid())] * FEW):
            job()
        for job in workers.spread([partial(mark, tmp_path, f"later-{n}") for n in range(FEW)]):
            job()
    assert len(list(tmp_path.iterdir())) == FEW


def test_a_script_that_draws_is_not_run_by_the_processes_that_it_starts(tmp_path: Path) -> None:
    script, note = tmp_path / "script.py", tmp_path / "note"
    code = f"import os, pathlib; print(9); pathlib.Path({str(note)!r}).write_text(str(os.getppid()))"
    script.write_text(
        "from functools import partial\n"
        "from factbound.view.charts.workers import Workers\n"
        "print('run')\n"
        f"job = partial(exec, {code!r})\n"
        "with Workers(2, few=1) as workers:\n"
        "    [done() for done in workers.spread([job])]\n"
        "    import os; print(os.getpid())\n",
        "utf-8",
    )
    (tmp_path / "pickle.py").write_text("raise SystemExit('not the library that was meant')")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", str(script)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["run", note.read_text()]


def test_what_goes_wrong_in_a_process_goes_wrong_here(tmp_path: Path) -> None:
    with Workers(2, few=1) as workers:
        (job,) = workers.spread([partial(mark, tmp_path / "nowhere", "a")])
        with pytest.raises(FileNotFoundError, match="nowhere"):
            job()


def test_a_failed_build_leaves_the_collector_of_garbage_on(edition: Path) -> None:
    from factbound.commands.cli import main

    (edition / "facts" / "lamp-factory.yml").write_text("- nonsense\n")
    assert main(["--project", str(edition), "build"]) == 1
    assert gc.isenabled()
