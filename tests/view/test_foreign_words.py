"""Words of an article in another language are marked as such, for screen readers. Source: WCAG 2.2, 3.1.2."""

import re
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "path",
    ["en/facts/lamp-factory-first-lamp/", "en/sources/gazette-2031/", "en/"],
)
def test_a_hedge_is_in_the_language_of_its_article(good_site: Path, path: str) -> None:
    page = (good_site / path / "index.html").read_text("utf-8")
    assert 'hedged: “<span lang="fr">devrait</span>”' in page
    assert not re.search(r"hedged: “(?!<span lang)", page)


def test_a_headline_is_in_the_language_of_its_article(good_site: Path) -> None:
    page = (good_site / "en/sources/gazette-2031/index.html").read_text("utf-8")
    assert '<span lang="fr">Lumen arrive à Gand</span>' in page
