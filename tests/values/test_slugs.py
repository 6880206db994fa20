"""Slugs: one form for every id, wherever it is typed or checked."""

import json
import re

import pytest
from places import ROOT

from factbound.values.slugs import LONGEST, SLUG, is_slug, near_slug


@pytest.mark.parametrize("text", ["a", "lamp-factory-plan", "gazette-2031", "a" * LONGEST])
def test_small_letters_digits_and_single_hyphens_make_an_id(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "Lamp", "2031-gazette", "lamp--plan", "-lamp", "lamp-", "lamp_plan", "usiné", "lamp\n", "a" * 81]
)
def test_anything_else_is_no_id(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "near"), [("Lamp factory_plan", "lamp-factory-plan"), ("l'usine", "l-usine"), ("2031", None), ("…", None)]
)
def test_the_id_that_was_meant_is_near(text: str, near: str | None) -> None:
    assert near_slug(text) == near


def test_the_schemas_hold_an_id_to_the_same_form() -> None:
    schema = json.loads((ROOT / "factbound/schemas/facts.json").read_text("utf-8"))
    ids = schema["items"]["properties"]["id"]
    assert (ids["pattern"], ids["maxLength"]) == (f"^{SLUG}$", LONGEST)
    assert re.search(ids["pattern"], "lamp-factory-plan")
