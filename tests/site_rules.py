"""What every page of every site keeps to. test_build holds the good edition to it, test_site this repository's own."""

from collections import Counter
from pathlib import Path

from crawler import Page, dead_ends, foreign_loads, inline_code

INTERACTIVE = {"a", "button", "input", "select", "textarea", "summary"}


class SiteRules:
    """Tests of a built site, which a test module gives as the fixture `site`."""

    base = ""
    """The path under which the site is published."""

    def test_every_link_and_every_anchor_leads_somewhere(self, site: Path, pages: dict[str, Page]) -> None:
        assert dead_ends(site, pages, self.base) == []

    def test_nothing_is_loaded_from_another_host(self, pages: dict[str, Page]) -> None:
        assert {page.url: found for page in pages.values() if (found := foreign_loads(page))} == {}

    def test_no_code_or_style_is_written_into_a_page(self, pages: dict[str, Page]) -> None:
        assert {page.url: found for page in pages.values() if (found := inline_code(page))} == {}

    def test_an_id_stands_once_on_a_page(self, pages: dict[str, Page]) -> None:
        assert {
            page.url: twice
            for page in pages.values()
            if (twice := [name for name, count in Counter(page.ids).items() if count > 1])
        } == {}

    def test_what_is_pressed_or_followed_holds_nothing_else_to_press_or_follow(self, pages: dict[str, Page]) -> None:
        nested = [
            (page.url, e.tag, e.text)
            for page in pages.values()
            for e in page.elements
            if e.tag in INTERACTIVE and set(e.inside) & INTERACTIVE
        ]
        assert nested == []

    def test_every_reference_to_an_id_finds_it(self, pages: dict[str, Page]) -> None:
        names = ("popovertarget", "aria-labelledby", "aria-describedby", "for")
        lost = [
            (page.url, name, target)
            for page in pages.values()
            for element in page.elements
            for name in names
            for target in element.attributes.get(name, "").split()
            if target not in page.ids
        ]
        assert lost == []

    def test_every_page_has_a_language_a_title_and_one_main_heading(self, pages: dict[str, Page]) -> None:
        full = [page for page in pages.values() if page.url != ""]
        assert [
            page.url
            for page in full
            if not page.all("html")[0].attributes.get("lang") or not page.all("title")[0].text.strip()
        ] == []
        assert [page.url for page in full if len(page.all("h1")) != 1] == []

    def test_every_figure_in_a_story_has_a_footnote_with_a_way_back(self, pages: dict[str, Page]) -> None:
        stories = [
            page for page in pages.values() if page.all("span", class_="fig") and page.all("section", class_="notes")
        ]
        assert stories
        for page in stories:
            references = page.all("sup", class_="ref")
            notes = {
                element.attributes["id"]: element
                for element in page.all("li")
                if element.attributes.get("id", "").startswith("fn-")
            }
            back = [link.attributes["href"] for link in page.all("a", class_="back")]
            assert sorted(link.removeprefix("#") for link in back) == sorted(
                reference.attributes["id"] for reference in references
            )
            assert {link.removeprefix("#") for link in page.links if link.startswith("#fn-")} == notes.keys()
            assert len(page.all("span", class_="fig")) <= len(references)

    def test_footnotes_are_numbered_by_first_use(self, pages: dict[str, Page]) -> None:
        for page in pages.values():
            numbers = [int(reference.text.strip("[]")) for reference in page.all("sup", class_="ref")]
            assert list(dict.fromkeys(numbers)) == list(range(1, len(set(numbers)) + 1)), page.url

    def test_every_page_declares_a_strict_content_security_policy(self, pages: dict[str, Page]) -> None:
        policies = {
            e.attributes["content"]
            for page in pages.values()
            for e in page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        }
        assert policies
        assert [
            policy for policy in policies if not policy.startswith("default-src 'none'") or "unsafe" in policy
        ] == []
        assert [
            page.url
            for page in pages.values()
            if page.url and not page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        ] == []

    def test_pictures_have_words_for_those_who_do_not_see_them(self, pages: dict[str, Page]) -> None:
        assert [page.url for page in pages.values() for image in page.all("img") if "alt" not in image.attributes] == []
        drawn = [e for page in pages.values() for e in page.all("svg") if e.attributes.get("aria-hidden") != "true"]
        assert drawn
        assert [e for e in drawn if "aria-labelledby" not in e.attributes and "aria-label" not in e.attributes] == []
