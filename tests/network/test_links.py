"""`check-links` and `archive`: what became of the sources' addresses, and an article brought into the archive."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from overlay import write
from places import ROOT
from press import ARTICLE, Press, packed

import factbound.network
from factbound import edition as stations
from factbound.commands.cli import main
from factbound.mkdocs import settings
from factbound.network.fetching import Fetcher, Manners
from factbound.network.links import Checked, State, check_links
from factbound.network.report import lines_of, summary_of
from factbound.network.robots import Robots
from factbound.prove.archive import read_archive
from factbound.read import entries as models
from factbound.read.faults import validated
from factbound.read.strict_yaml import parse

FACTS = """- id: plan
  statement: {{en: "Lumen plans to invest [[plan]]."}}
  subject: lumen
  measure: investment
  status: announced
  readings:
    - source: gazette-2031
      paragraph: 2
      printed: plus de 12 millions d’euros
      quantity: more than 12_000_000 EUR
      said_by: lumen
- id: staff
  statement: {{en: "Lumen promises [[staff]]."}}
  subject: lumen
  status: announced
  readings:
    - {{source: gazette-2031, paragraph: 2, printed: quelque 80 personnes, quantity: about 80 jobs, said_by: lumen}}
"""
SOURCES = """- id: gazette-2031
  language: fr
  address: {address}
  publisher: {{name: La Gazette, known: stated}}
  published: {{date: 2031-05, known: stated}}
  origin: lumen-2031
  origin_known: {{en: it quotes the company's director}}
  about: {{en: A report.}}
  paragraphs: 4
"""
GONE = ARTICLE.format(head="").replace("quelque 80 personnes", "une centaine de personnes")
TEASER = (
    "<html><body><article><h1>Lumen arrive à Gand</h1><p>Le fabricant de lampes a présenté mardi son projet "
    "devant le conseil communal. Réservé aux abonnés.</p></article></body></html>"
)


@pytest.fixture
def at(edition: Path) -> Callable[[str], Path]:
    """The edition with one source at an address, and two readings of it."""

    def put(address: str) -> Path:
        for name in ("lamp-factory.yml", "derived.yml", "evidence.lock"):
            (edition / "facts" / name).unlink(missing_ok=True)
        return write(
            edition, {"facts/sources.yml": SOURCES.format(address=address), "facts/lamp-factory.yml": FACTS.format()}
        )

    return put


@pytest.fixture
def checked(at: Callable[[str], Path]) -> Callable[..., Checked]:
    """What became of one address."""

    def check(address: str, **manners: object) -> Checked:
        book = stations.book(settings.project_of(settings.load(at(address))))
        fetcher = Fetcher(
            Manners(**{"agent": "factbound", "pause": 0.0, "timeout": 5.0, **manners}), sleep=lambda seconds: None
        )
        [found] = check_links(book, fetcher.fetch, Robots(fetcher).allow)
        return found

    return check


def missing(found: Checked) -> list[tuple[str, str]]:
    return [(each.reading, each.printed) for each in found.missing]


def test_an_address_that_holds_all_words_is_live(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/a")
    found = checked(f"{host.base}/a")
    assert (found.state, found.words, found.missing, found.detail) == (State.LIVE, 2, (), "")


def test_words_are_found_in_pages_as_they_come(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/packed", packed(ARTICLE.format(head="")), Content_Encoding="gzip")
    host.page(
        "/latin",
        ARTICLE.format(head="").replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252"),
        type="text/html; charset=utf-8",
    )
    host.page(
        "/plain",
        "Il investira plus de 12 millions d'euros\net quelque\n80 personnes y travailleront.",
        type="text/plain",
    )
    assert [checked(f"{host.base}/{path}").state for path in ("packed", "latin", "plain")] == [State.LIVE] * 3


def test_words_beside_the_article_still_stand_on_the_page(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/a", GONE.replace("Mentions légales", "Lumen : quelque <b>80</b> personnes"))
    assert checked(f"{host.base}/a").state is State.LIVE


def test_an_address_that_redirects_has_moved(host: Press, checked: Callable[..., Checked]) -> None:
    host.redirect("/a", "/b")
    host.redirect("/b", "/new", 302)
    host.page("/new")
    found = checked(f"{host.base}/a")
    assert (found.state, found.at, found.detail) == (State.MOVED, f"{host.base}/new", f"redirects to {host.base}/new")


def test_words_that_are_gone_are_named(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/a", GONE)
    found = checked(f"{host.base}/a")
    assert (found.state, missing(found)) == (State.CHANGED, [("staff.1", "quelque 80 personnes")])


def test_an_amount_inside_a_longer_one_is_not_the_amount(host: Press, checked: Callable[..., Checked]) -> None:
    host.page(
        "/a",
        ARTICLE.format(head="").replace("quelque 80 personnes", "quelque 80 000 personnes, pas quelque 80 personnels"),
    )
    assert missing(checked(f"{host.base}/a")) == [("staff.1", "quelque 80 personnes")]


def test_a_redirect_to_another_page_is_a_change(host: Press, checked: Callable[..., Checked]) -> None:
    host.redirect("/a", "/")
    host.page("/", "<p>La une de la Gazette.")
    found = checked(f"{host.base}/a")
    assert found.state is not State.MOVED
    assert len(found.missing) == 2
    assert f"redirects to {host.base}/" in found.detail


@pytest.mark.parametrize("status", [401, 402, 403])
def test_an_address_for_subscribers_is_paywalled(host: Press, checked: Callable[..., Checked], status: int) -> None:
    host.page("/a", "abonnez-vous", status)
    found = checked(f"{host.base}/a")
    assert found.state is State.PAYWALLED
    assert str(status) in found.detail


@pytest.mark.parametrize("value", ["false", '"False"', '"http://schema.org/False"'])
def test_a_page_that_says_it_is_not_free_is_paywalled(host: Press, checked: Callable[..., Checked], value: str) -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "isAccessibleForFree": '
        "VALUE}]}</script>".replace("VALUE", value)
    )
    host.page("/a", GONE.replace("</head>", head + "</head>"))
    host.page("/whole", ARTICLE.format(head="").replace("</head>", head + "</head>"))
    assert checked(f"{host.base}/a").state is State.PAYWALLED
    assert checked(f"{host.base}/whole").state is State.LIVE


def test_a_teaser_is_paywalled(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/a", TEASER.replace("<h1>Lumen arrive à Gand</h1>", ""))
    found = checked(f"{host.base}/a")
    assert (found.state, found.detail) == (State.PAYWALLED, "the page shows 1 of the article's 4 paragraphs")


@pytest.mark.parametrize("status", [404, 410, 451])
def test_an_address_without_a_page_is_gone(host: Press, checked: Callable[..., Checked], status: int) -> None:
    host.page("/a", "nothing", status)
    assert checked(f"{host.base}/a").state is State.GONE


def test_a_host_that_never_answers_well_is_unreachable(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/broken", "no", 500)
    host.page("/busy", "no", 429, Retry_After="9999")
    host.slow("/slow", 1.0)
    host.redirect("/circle", "/circle")
    found = {path: checked(f"{host.base}/{path}", timeout=0.2) for path in ("broken", "busy", "slow", "circle")}
    assert {each.state for each in found.values()} == {State.UNREACHABLE}
    assert {path: each.detail for path, each in found.items()} == {
        "broken": "answers 500",
        "busy": "answers 429",
        "slow": "no whole answer in time",
        "circle": f"redirects in a circle, by {host.base}/circle",
    }


def test_a_host_that_recovers_is_live(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/bad", "no", 500)
    host.page("/good")
    host.in_turn("/a", "/bad", "/good")
    assert checked(f"{host.base}/a").state is State.LIVE


def test_a_page_that_programs_shall_not_read_is_not_read(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/robots.txt", "User-agent: *\nDisallow: /\n", type="text/plain")
    host.page("/a")
    assert checked(f"{host.base}/a").state is State.REFUSED
    assert host.times == {"/robots.txt": 1}


def test_an_answer_that_is_no_text_and_one_that_goes_on_say_so(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/pdf", b"%PDF-1.7", type="application/pdf")
    host.page("/huge", "<p>" + "x" * 60_000 + ARTICLE.format(head=""))
    assert checked(f"{host.base}/pdf").detail == "it answers with application/pdf, which is not read"
    assert checked(f"{host.base}/huge", max_bytes=50_000).detail == "only its first 50,000 bytes were read"


def test_a_terminal_gets_columns_and_a_pipe_plain_lines(host: Press, checked: Callable[..., Checked]) -> None:
    host.page("/a", GONE)
    found = checked(f"{host.base}/a")
    assert lines_of(found, 20, terminal=False) == [
        "gazette-2031: changed: 1 of 2 printed words",
        "    staff.1: “quelque 80 personnes” does not stand there",
    ]
    assert (
        lines_of(found, 20, terminal=True)[0]
        == "gazette-2031          \033[31mchanged    \033[0m  1 of 2 printed words"
    )
    assert summary_of([found]) == "1 source: 1 changed"


def test_words_that_were_not_looked_for_are_not_counted(host: Press, checked: Callable[..., Checked]) -> None:
    assert lines_of(checked(f"{host.base}/a"), 20, terminal=False) == [
        "gazette-2031: gone: printed words not looked for; answers 404"
    ]


def test_nothing_is_asked_without_saying_so(
    at: Callable[[str], Path], host: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(at(f"{host.base}/a")), "check-links"]) == 2
    assert "say --network if you mean it" in capsys.readouterr().err
    assert host.asked == []


def test_the_command_reports_and_ends_with_one_when_an_editor_is_needed(
    at: Callable[[str], Path], host: Press, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.page("/a")
    host.page("/robots.txt", "", type="text/plain")
    project = ["--project", str(at(f"{host.base}/a")), "check-links", "--network", "--timeout", "5"]
    assert main(project) == 0
    assert capsys.readouterr().out == "gazette-2031: live: 2 of 2 printed words\n1 source: 1 live\n"
    assert {headers["User-Agent"] for _, headers in host.asked} == {"factbound/0.1.0 (+https://lamps.example/sub/)"}
    host.page("/a", GONE)
    assert main([*project, "--json", str(tmp_path / "report.json")]) == 1
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == [
        {
            "source": "gazette-2031",
            "address": f"{host.base}/a",
            "state": "changed",
            "at": f"{host.base}/a",
            "detail": "",
            "readings": 2,
            "looked": True,
            "missing": [{"reading": "staff.1", "printed": "quelque 80 personnes"}],
        }
    ]


def test_an_edition_that_is_not_well_formed_asks_nobody(at: Callable[[str], Path], host: Press) -> None:
    project = at(f"{host.base}/a")
    write(project, {"facts/extra.yml": ""})
    assert main(["--project", str(project), "check-links", "--network"]) == 1
    assert host.asked == []


def test_a_report_goes_into_a_folder_that_exists(at: Callable[[str], Path], host: Press, tmp_path: Path) -> None:
    assert (
        main(
            [
                "--project",
                str(at(f"{host.base}/a")),
                "check-links",
                "--network",
                "--json",
                str(tmp_path / "no/report.json"),
            ]
        )
        == 2
    )
    assert host.asked == []


@pytest.mark.parametrize("seconds", ["0", "-1", "1000", "soon"])
def test_a_wait_that_is_none_is_a_wrong_call(edition: Path, seconds: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--project", str(edition), "check-links", "--network", "--timeout", seconds])
    assert ended.value.code == 2


# --- Keeping an article ----------------------------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def keep(edition: Path, address: str, archive: Path, *more: str) -> int:
    return main(["--project", str(edition), "archive", address, "--archive", str(archive), "--timeout", "5", *more])


def test_an_article_is_kept_a_paragraph_a_line(
    edition: Path, host: Press, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.page("/a")
    assert keep(edition, f"{host.base}/a", archive, "--id", "gazette-2031") == 0
    [(name, text)] = read_archive(archive, []).items()
    assert name == "gazette-2031"
    assert [paragraph.split()[0] for paragraph in text.paragraphs] == ["Lumen", "Le", "Il", "Le"]
    assert "plus de 12 millions d’euros" in text.paragraphs[2]
    assert not any("Une" in paragraph or "Mentions" in paragraph for paragraph in text.paragraphs)
    out, err = capsys.readouterr()
    assert err.endswith("gazette-2031.txt: 4 paragraphs\n")
    assert text.digest == hashlib.sha256((archive / "gazette-2031.txt").read_bytes()).hexdigest()
    assert f"# gazette-2031.txt: 4 paragraphs, sha256 {text.digest}\n" in out
    assert sorted(path.name for path in archive.iterdir()) == ["gazette-2031.txt"]


def test_the_entry_loads_once_a_person_has_completed_it(
    edition: Path, host: Press, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.page("/a")
    assert keep(edition, f"{host.base}/a", archive, "--id", "gazette-2031") == 0
    out = capsys.readouterr().out
    write(edition, {"facts/sources.yml": out})
    assert main(["--project", str(edition), "tidy", "--check"]) == 0
    assert main(["--project", str(edition), "check"]) == 1
    err = capsys.readouterr().err
    assert err.count("something has to stand here [bad-value]") == 5  # the origin among them
    problems: list[object] = []
    completed = parse(
        out.replace('origin: ""', "origin: lumen-2031").replace('en: ""', "en: words"), "facts/sources.yml", problems
    )  # type: ignore[arg-type]
    assert problems == []
    entry, faults = validated(models.SourceEntry, completed.value[0])
    assert faults == []
    assert (entry.language, entry.publisher.name, str(entry.published.date), entry.address, entry.paragraphs) == (
        "fr",
        "La Gazette",
        "2031-05-14",
        f"{host.base}/a",
        4,
    )
    assert (entry.publisher.known, entry.published.known) == ("inferred", "inferred")
    assert "# the page's metadata (article:published_time); stated, if the article's own words say so" in out
    assert '# title: "Lumen arrive à Gand"  # only when the text itself carries its headline' in out


def test_what_the_page_does_not_tell_is_left_to_a_person(
    edition: Path, host: Press, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = ARTICLE.format(head="").replace(' lang="fr-BE"', "")
    for name in ("og:site_name", "og:title", "article:published_time"):
        bare = bare.replace(name, "x")
    host.page("/a", bare)
    assert keep(edition, f"{host.base}/a", archive) == 2
    assert "the year is not known: give an id with --id" in capsys.readouterr().err
    assert keep(edition, f"{host.base}/a", archive, "--id", "gazette-2031") == 0
    out = capsys.readouterr().out
    assert '  language: ""' in out
    assert '    name: ""  # ' in out
    assert '    date: ""  # ' in out


def test_a_day_in_the_page_s_own_data_counts_before_a_guess(
    edition: Path, host: Press, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-05-13T09:00", '
        '"publisher": {"name": "Gazette SA"}}</script>'
    )
    host.page("/a", ARTICLE.format(head=data))
    host.page("/2019/03/04/b", ARTICLE.format(head="").replace("article:published_time", "x").replace("2031-05-14", ""))
    assert keep(edition, f"{host.base}/a", archive, "--id", "one") == 0
    assert "date: 2031-05-13  # the page's JSON-LD (datePublished)" in capsys.readouterr().out
    assert keep(edition, f"{host.base}/2019/03/04/b", archive, "--id", "other") == 0
    out = capsys.readouterr().out
    assert "date: 2019-03-04~  # guessed" in out
    assert "# guessed from the page: look for it" in out


def test_the_id_is_made_from_the_host_and_the_year(edition: Path, host: Press, archive: Path) -> None:
    host.page("/a")
    assert keep(edition, f"http://localhost:{host.server_port}/a", archive) == 0
    assert [path.name for path in archive.iterdir()] == ["localhost-2031.txt"]


def test_a_text_that_is_kept_is_never_replaced(
    edition: Path, host: Press, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.page("/a")
    (archive / "gazette-2031.txt").write_text("as it was read\n", "utf-8")
    assert keep(edition, f"{host.base}/a", archive, "--id", "gazette-2031") == 2
    assert "is there already, and stays as it is" in capsys.readouterr().err
    assert {path.name: path.read_text("utf-8") for path in archive.iterdir()} == {
        "gazette-2031.txt": "as it was read\n"
    }


@pytest.mark.parametrize("name", ["../gazette", "Gazette", "a/b", "é"])
def test_an_id_is_a_slug(edition: Path, host: Press, archive: Path, name: str) -> None:
    host.page("/a", ARTICLE.format(head="").replace("2031-05-14", ""))
    assert keep(edition, f"{host.base}/a", archive, f"--id={name}") == 2
    assert list(archive.iterdir()) == [] and host.asked == []


def test_no_text_goes_into_a_repository(edition: Path, host: Press, capsys: pytest.CaptureFixture[str]) -> None:
    host.page("/a")
    subprocess.run(["git", "init", "--quiet", str(edition)], check=True)
    (edition / "texts").mkdir()
    assert keep(edition, f"{host.base}/a", edition / "texts", "--id", "gazette-2031") == 2
    assert "lies in a repository, which must not hold an article's text" in capsys.readouterr().err
    assert host.asked == []
    (edition / ".gitignore").write_text("/texts/\n", "utf-8")
    assert keep(edition, f"{host.base}/a", edition / "texts", "--id", "gazette-2031") == 0


@pytest.mark.parametrize(("status", "body"), [(404, "no"), (403, "no"), (200, ""), (200, "<html><body></body></html>")])
def test_nothing_is_kept_where_there_is_no_article(
    edition: Path, host: Press, archive: Path, status: int, body: str, capsys: pytest.CaptureFixture[str]
) -> None:
    host.page("/a", body, status)
    assert keep(edition, f"{host.base}/a", archive, "--id", "gazette-2031") == 1
    assert capsys.readouterr().err.startswith("nothing to keep: ")
    assert list(archive.iterdir()) == []


def test_no_part_of_an_article_is_kept_for_the_whole(
    edition: Path, host: Press, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.page("/huge", ARTICLE.format(head="") + "<p>" + "x" * 5_000_000)
    host.page("/pdf", ARTICLE.format(head=""), type="application/pdf")
    host.page(
        "/paid", ARTICLE.format(head='<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>')
    )
    assert [keep(edition, f"{host.base}/{path}", archive, "--id", path) for path in ("huge", "pdf", "paid")] == [
        1,
        1,
        0,
    ]
    assert "# The page says that it is for subscribers: look whether the text is whole.\n" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "ftp://gazette.example/a"])
def test_only_the_web_is_kept(edition: Path, archive: Path, address: str) -> None:
    assert keep(edition, address, archive, "--id", "gazette-2031") == 1
    assert list(archive.iterdir()) == []


def test_a_folder_that_is_none_is_a_wrong_call(edition: Path, tmp_path: Path) -> None:
    assert keep(edition, "http://127.0.0.1:9/", tmp_path / "nowhere") == 2


# --- What the commands need ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "locks"),
    [
        (["check"], ["tools", "build"]),
        (["check-links", "--network"], ["tools", "build", "archive"]),
        (["archive", "https://gazette.example/"], ["tools", "build", "archive"]),
        (["verify", "--archive", "articles"], ["tools", "build"]),
        (["--project", "test", "check"], ["tools", "build"]),
        (["test"], ["tools", "build", "test"]),
        ([], ["tools", "build"]),
    ],
)
def test_a_command_installs_what_it_needs_and_no_more(
    command: list[str], locks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Asked(Exception):
        pass

    def at_home(wanted: list[str]) -> bool:
        raise Asked(*wanted)

    monkeypatch.syspath_prepend(str(ROOT))
    import build

    monkeypatch.setattr(build, "_at_home", at_home)
    with pytest.raises(Asked) as asked:
        build.main(command)
    assert list(asked.value.args) == [f"requirements/{lock}.txt" for lock in locks]


def test_without_the_library_the_command_says_what_to_install(
    edition: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(factbound, "network", factbound.network)  # which is loaded anew, and put back after this
    for name in [name for name in sys.modules if name.startswith(("trafilatura", "factbound.network"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert keep(edition, "http://127.0.0.1:9/", archive) == 2
    assert "pip install factbound[archive]" in capsys.readouterr().err
