"""Writing: what a killed program leaves is taken away."""

import os
from pathlib import Path

from factbound.publish.writing import sweep


def test_what_a_killed_program_put_aside_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".tram.yml.gvgx1efg", ".fresh.yml.gvgx1efg", ".note", "tram.yml", ".tram.yml.gvg"):
        (tmp_path / name).write_text("x")
        if "fresh" not in name:
            os.utime(tmp_path / name, (1, 1))
    sweep(tmp_path, "*.yml")
    assert {each.name for each in tmp_path.iterdir()} == {".fresh.yml.gvgx1efg", ".note", ".tram.yml.gvg", "tram.yml"}
