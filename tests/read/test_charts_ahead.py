"""How many charts an edition declares, told before it is read."""

import os
from pathlib import Path

import pytest
from places import ROOT

from factbound.read.content import CHARTS, charts_ahead, read_content
from factbound.read.context import ReadContext


def test_charts_are_counted_as_reading_them_does() -> None:
    content = ROOT / "content"
    assert charts_ahead(content) == len(read_content(content, ("en", "fr", "nl"), ReadContext(ROOT)).charts) > 0


def test_an_edition_without_charts_has_none_ahead(tmp_path: Path) -> None:
    assert charts_ahead(tmp_path) == 0
    (tmp_path / CHARTS).write_text("# none yet\n")
    assert charts_ahead(tmp_path) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_has_none_ahead(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / CHARTS)
    assert charts_ahead(tmp_path) == 0
