"""Browsers of before: they get a light colour where they know no light-dark(), and nothing that they cannot open."""

import re

from places import ROOT

SHEET = (ROOT / "factbound/templates/assets/style.css").read_text("utf-8")


def test_every_colour_has_a_light_one_for_who_does_not_know_light_dark():
    rules, _, older = SHEET.partition("@supports not (color: light-dark(")
    named = set(re.findall(r"(--[\w-]+):\s*light-dark\(", rules))
    assert named
    assert named == set(re.findall(r"(--[\w-]+): #", older))


def test_what_opens_over_the_text_is_shown_where_it_can_be_opened_alone():
    assert ".card { display: none; }" in SHEET
    assert ".card:popover-open { display: block; }" in SHEET
    assert "@supports not selector(:popover-open)" in SHEET
