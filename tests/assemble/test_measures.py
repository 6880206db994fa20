"""Measures and units: a price per unit has a measure of its own kind, a factor is a number."""

from pathlib import Path

import pytest
from overlay import good_edition

from factbound.commands.cli import main

RENT = """
- id: lamp-factory-rent
  statement: {en: "The hall costs [[lamp-factory-rent]] a year.", fr: "La halle coûte [[lamp-factory-rent]] par an."}
  subject: lumen
  status: planned
  measure: MEASURE
  readings:
    - {source: herald-2031, paragraph: 2, printed: €60 per square metre, quantity: 60 EUR/m2}
"""
MEASURES = """
- id: rent
  name: {en: rent, fr: loyer}
  dimension: money
  per: area
"""


def checked(edition: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["--project", str(edition), "check"])
    return "".join(capsys.readouterr())


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = good_edition(tmp_path / "edition")
    measures = folder / "facts/measures.yml"
    measures.write_text(measures.read_text("utf-8") + MEASURES, "utf-8")
    return folder


@pytest.mark.parametrize(("measure", "refused"), [("rent", False), ("investment", True)])
def test_a_price_per_unit_has_a_measure_of_its_own(
    edition: Path, measure: str, refused: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (edition / "facts/rent.yml").write_text(RENT.replace("MEASURE", measure), "utf-8")
    said = checked(edition, capsys)
    assert ("investment is a money, this is a money/area" in said) == refused
    assert ("[wrong-dimension]" in said) == refused
    assert "[amount-not-in-words]" not in said


def test_a_factor_is_a_number_above_nought(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    units = edition / "facts/units.yml"
    units.write_text(units.read_text("utf-8") + "  factors: {crew: 0}\n", "utf-8")
    assert '"0" is no factor: how many of this unit one of the other is, such as 1000 or 0.5' in checked(
        edition, capsys
    )
