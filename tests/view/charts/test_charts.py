"""Charts: what their specifications say, what their drawings hold, and when nothing is drawn."""

import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from places import ROOT

from factbound.edition import ledger
from factbound.project import Project
from factbound.read.atlas import Atlas, Land
from factbound.view.charts import measure, svg
from factbound.view.charts.charts import charts_of
from factbound.view.charts.drawing import draw, key, painted, png, standalone
from factbound.view.charts.forms import FORMS
from factbound.view.charts.key import SAMPLES
from factbound.view.charts.key import key as chart_key
from factbound.view.charts.layers import SENTINEL, Ruler
from factbound.view.charts.marks import bar, drawn_overhang
from factbound.view.charts.palette import Palette, palette
from factbound.view.charts.standalone import words_apart
from factbound.view.charts.view import NARROW, WIDE, ChartRow, ChartView, Days, Site
from factbound.view.telling.teller import tellers

FONTS = ROOT / "factbound" / "templates" / "assets" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"
ATLAS = Atlas(
    (0.0, 40.0, 20.0, 60.0),
    (
        Land("ruritania", (((5, 45), (15, 45), (15, 55), (5, 55)),)),
        Land("graustark", (((15, 45), (30, 45), (30, 70), (15, 50)),)),
    ),
)


def row(figure="lamp", value=120.0, **changes):
    """A made-up row."""
    given = {
        "href": f"en/facts/{figure}/",
        "label": f"Lumen {figure}",
        "context": "announced",
        "spelled": "more than €120",
        "qualifier": "more than",
        "status": "announced",
        "colour": "lumen",
        "start": "2031-01-01",
        "end": "2033-12-31",
        "side": "promised",
        "days": Days("open", "2031-01-01", "2032-06-30", False, (), None),
        "site": Site(f"town-{figure}", "city", 48 + len(figure) + ord(figure[0]) % 5, 8 + ord(figure[0]) % 3),
    }
    return ChartRow(figure=figure, value=value, **given | changes)


def view(form="bars", *rows, **changes):
    """A made-up chart of rows of every kind."""
    kinds = rows or (
        row("a"),
        row("b", 100, qualifier="about", status="done", spelled="about €100", context="done"),
        row("c", 80, status="forecast", qualifier="exactly"),
        row("d", 60, qualifier="up to"),
        row("e", None, lower=40, upper=70, qualifier="between", side="outcome", differs="Not the same: lamps lent"),
        row("f", 10, qualifier="several", lower=20, side="outcome"),
    )
    given = {
        "id": "sums",
        "language": "en",
        "title": "Lumen announced more",
        "alt": "Lumen leads.",
        "lead": "Sums",
        "atlas": ATLAS if form == "map" else None,
        "today": "2034-02-01" if form == "slips" else "",
    }
    return ChartView(form=form, rows=kinds, **given | changes)


def marks(spec, role="mark"):
    """The layers of a role."""
    return [layer for layer in spec["layer"] if layer["name"].startswith(role)]


@pytest.mark.parametrize("form", FORMS)
def test_a_specification_is_plain_data_that_shows_only_what_its_rows_say(form):
    chart = view(form)
    for width in (WIDE, NARROW):
        spec = FORMS[form].spec(chart, width)
        assert json.loads(json.dumps(spec)) == spec
        data = [datum for layer in spec["layer"] for datum in layer["data"]["values"]]
        said = " ".join(
            f"{each.label} {each.context} {each.differs} {each.spelled} {each.start}" for each in chart.rows
        )
        assert all(word in said for datum in data if "figure" in datum for word in datum.get("text", "").split())
        amounts = {
            number for each in chart.rows for number in (each.value, each.lower, each.upper, each.start, each.end)
        } | {0}
        assert {datum[end] for datum in data for end in ("from", "to") if end in datum} <= amounts
        assert {datum["figure"] for datum in data if "figure" in datum} == {each.figure for each in chart.rows}


QUALIFIERS = ("exactly", "more than", "at least", "about", "nearly", "less than", "up to", "between", "several")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_amounts_of_nothing_and_the_last_days_of_the_calendar_can_be_drawn(form, width):
    days = Days("ahead", "9998-01-01", "9999-12-31", False, (), None)
    last = {"start": "9999-01-01", "end": "9999-12-31", "days": days}
    for value in (0.0, 1e30, *([] if "below_zero=False" in repr(FORMS[form].needs) else [-5.0])):
        for qualifier in QUALIFIERS:
            bounds = {"lower": value, "upper": value + 1} if qualifier == "between" else {}
            rows = [row(name, value, qualifier=qualifier, **bounds, **last) for name in "ab"]
            json.dumps(FORMS[form].spec(view(form, *rows), width), allow_nan=False)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("today", ["1931-01-01", "2032-01-01", "2131-01-01"])
def test_what_is_drawn_lies_in_its_frame_whatever_day_it_is_and_however_alike_the_amounts(form, width, today):
    alike = [
        row(
            f"lamp-{n}",
            120 + n / 100,
            label=f"Lamp {n} with a name of many words",
            context=f"in {n % 2}",
            qualifier=how,
        )
        for n, how in enumerate(QUALIFIERS[:7] * 2)
    ]
    spec = FORMS[form].spec(view(form, *alike, today=today), width)
    for layer in spec["layer"]:
        domains = [each["scale"]["domain"] for each in layer["encoding"].values() if each.get("scale")]
        for datum in layer["data"]["values"]:
            assert -30 <= datum.get("x", 0) <= width + 30
            assert -30 <= datum.get("y", 0) <= spec["height"] + 1
            ends = [datum[end] for end in ("from", "to") if not isinstance(datum.get(end, ""), str)]
            assert all(low <= end <= high for low, high in domains for end in ends)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("place", [Site("port", "city", 59.9, 19.9), Site("ruritania", "country", 50.0, 100.0)])
def test_however_much_a_map_tells_of_one_place_its_dots_stay_within_the_frame(place, width):
    rows = [row("inland", site=Site("inland", "city", 50.0, 3.0)), *(row(f"lamp-{n}", site=place) for n in range(6))]
    spec = FORMS["map"].spec(view("map", *rows), width)
    for layer in marks(spec):
        for datum in layer["data"]["values"]:
            assert 0 <= datum["x"] <= datum.get("x2", width) <= width
            assert 0 <= datum["y"] <= datum.get("y2", spec["height"]) <= spec["height"]


def test_an_early_year_is_drawn_as_any_other(tmp_path):
    drawings = []
    for century in ("00", "10"):
        days = [(f"{century}79-01-01", f"{century}79-12-31"), (f"{century}77-08-24", f"{century}77-08-24")]
        rows = [row(name, None, start=start, end=end) for name, (start, end) in zip("ab", days, strict=True)]
        drawings.append(re.findall(r'<path[^>]* d="([^"]+)"', draw(view("timeline", *rows), tmp_path).wide))
    early, later = drawings
    assert early
    assert early == later


def test_a_line_may_begin_or_end_at_a_moment_between_others():
    start = {"a": "2031-01-01", "b": "2032-01-01", "c": "2033-01-01"}
    points = [("long", "a"), ("long", "b"), ("long", "c"), ("late", "b"), ("late", "c"), ("early", "a"), ("early", "b")]
    rows = [row(n, label=label, context=at, start=start[at]) for n, (label, at) in zip("stuvwxy", points, strict=True)]
    spec = FORMS["slope"].spec(view("slope", *rows, row("z", label="alone", context="b", start=start["b"])), WIDE)
    assert {datum["figure"] for layer in marks(spec, "value") for datum in layer["data"]["values"]} == set("stuvwxyz")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_specification_holds_vega_lite_s_schema(form, width):
    """Altair has the schema; a build takes the specification as it is."""
    from altair import LayerChart

    LayerChart.validate(FORMS[form].spec(view(form), width))


@pytest.mark.slow  # each takes longer to check than to draw
def test_this_edition_s_specifications_hold_the_schema(tmp_path):
    from altair import LayerChart

    held = ledger(Project(ROOT, "this", "This", ("en", "fr", "nl"), "", "2026-11-22"))
    views = charts_of({"en": tellers(held)["en"]}, Palette(), tmp_path, FONTS).drawings.values()
    assert len(views) > len(held.charts)
    for drawing in views:
        for width in (WIDE, NARROW):
            LayerChart.validate(FORMS[drawing.view.form].spec(drawing.view, width))


def test_years_on_the_axis_are_the_years_of_the_rows():
    spec = FORMS["timeline"].spec(
        view("timeline", row(start="2031-05-13", end="2031-05-13"), row("b", start="2033-01-01", end=None)), WIDE
    )
    assert [datum["text"] for layer in marks(spec, "axis") for datum in layer["data"]["values"]] == [
        "2031",
        "2032",
        "2033",
    ]
    assert all(
        layer["encoding"]["x"]["scale"]["type"] == "utc"
        for layer in marks(spec)
        if "from" in layer["data"]["values"][0]
    )


def test_a_bar_twice_as_much_is_twice_as_long(tmp_path):
    drawn = draw_bars(
        tmp_path, row("a", 100, status="done", qualifier="exactly"), row("b", 50, status="done", qualifier="exactly")
    )
    first, second = (float(re.search(r"h([\d.]+)v20", each)[1]) for each in drawn)
    assert first == pytest.approx(2 * second, abs=0.02)


@pytest.mark.parametrize("value", [1000, 40, 12])
def test_an_open_end_is_at_most_half_as_long_as_its_bar(value):
    small = row("small", value, status="done", qualifier="more than")
    ruler = Ruler("x", 0, 1000, 0, 500)
    solid, open_end = value / 2, drawn_overhang(small, ruler)
    assert open_end == pytest.approx(min(28, max(solid / 2, 4)))
    tails = [piece for piece in bar(small, ruler, (0, 20)) if str(piece).count("gradient")]
    assert len(tails) == 1


def draw_bars(cache, *rows):
    """The outlines of the bars of a chart, in order."""
    drawing = draw(view("bars", *rows), cache).wide
    return [link.findall(f"{SVG}path")[1].get("d") for link in ElementTree.fromstring(drawing).iter(f"{SVG}a")]


def test_each_qualifier_and_each_status_looks_different():
    looks = [
        json.dumps(
            marks(FORMS["bars"].spec(view("bars", row(qualifier=qualifier, status=status, lower=60, upper=120)), WIDE))
        )
        for qualifier in ("exactly", "more than", "about", "up to", "between")
        for status in ("announced", "done", "forecast", "dropped")
    ]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_words_stay_within_the_frame_and_apart(form, width):
    long = {
        "label": "Investissements annoncés dans l’informatique en nuage",
        "spelled": "plus de 1,2 milliard d’euros",
        "context": "lors d’un sommet à Gand",
    }
    spec = FORMS[form].spec(
        view(
            form,
            row("a", **long),
            row("b", 90, label="Court", spelled="plus de 90 euros"),
            row("c", 3, spelled="3 euros"),
        ),
        width,
    )
    boxes = []
    for layer in spec["layer"]:
        if layer["mark"]["type"] == "text":
            for datum in layer["data"]["values"]:
                wide = measure.width(datum["text"], layer["mark"]["fontSize"], layer["mark"]["fontWeight"])
                left = datum["x"] - {"left": 0, "center": wide / 2, "right": wide}[layer["mark"]["align"]]
                boxes.append((left, datum["y"] - 10, left + wide, datum["y"], datum["text"]))
    assert all(
        left >= -1 and right <= width + 1 and top >= 0 and bottom <= spec["height"]
        for left, top, right, bottom, _ in boxes
    )
    touching = [
        (one[4], two[4])
        for number, one in enumerate(boxes)
        for two in boxes[number + 1 :]
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]
    assert not touching


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """A folder for drawn charts."""
    return tmp_path_factory.mktemp("charts")


@pytest.mark.parametrize("form", FORMS)
def test_a_drawing_has_a_name_a_description_and_one_link_for_each_row(form, cache):
    drawn = draw(view(form), cache, FONTS)
    for drawing in (drawn.wide, drawn.narrow):
        root = ElementTree.fromstring(svg.linked(drawing, lambda path: f"../../{path}"))
        ids = {element.get("id"): element for element in root.iter() if element.get("id")}
        assert ids[root.get("aria-labelledby")].text == "Lumen announced more"
        assert ids[root.get("aria-describedby")].text == "Lumen leads."
        links = list(root.iter(f"{SVG}a"))
        assert [link.get("href") for link in links] == [f"../../en/facts/{each.figure}/" for each in view(form).rows]
        assert [link.get("aria-label") for link in links] == [each.said for each in view(form).rows]
        assert SENTINEL not in ElementTree.tostring(root, encoding="unicode")
        assert not any(name == "style" or name.startswith("on") for element in root.iter() for name in element.attrib)


def test_a_view_drawn_twice_gives_the_same_bytes_and_shares_no_id_with_another(tmp_path):
    first, second = (draw(view(), tmp_path / folder, FONTS) for folder in ("one", "two"))
    other = draw(view(id="others"), tmp_path, FONTS)
    assert first == second
    ids = [
        name
        for drawing in (first.wide, first.narrow, other.wide, other.narrow)
        for name in re.findall(r' id="([^"]+)"', drawing)
    ]
    assert len(ids) == len(set(ids)) > 8
    assert set(re.findall(r"url\(#([^)]+)\)", first.wide)) <= set(re.findall(r' id="([^"]+)"', first.wide))


def test_markup_in_a_label_is_shown_as_text(cache):
    drawn = draw(
        view("bars", row(label='<script>alert("1")</script> & co', href="en/facts/a&b/"), title="<b>"), cache, FONTS
    )
    root = ElementTree.fromstring(drawn.wide)
    assert next(text.text for text in root.iter(f"{SVG}text")) == '<script>alert("1")</script> & co'
    assert not list(root.iter("script")) and "<script" not in drawn.wide and "<b>" not in drawn.wide


def test_a_drawn_chart_is_taken_from_the_cache_without_the_drawing_library(tmp_path):
    fresh = draw(view(), tmp_path, FONTS)
    program = (
        "import sys; sys.path[:0] = sys.argv[1:3]; import test_charts as t; from pathlib import Path\n"
        "drawn = t.draw(t.view(), Path(sys.argv[3]), t.FONTS)\n"
        "print(drawn.reused, {'vl_convert', 'PIL', 'fontTools'} & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, ROOT / "tests", Path(__file__).parent, tmp_path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "True set()\n"
    assert not fresh.reused


def test_a_damaged_drawing_is_drawn_again(tmp_path):
    whole = draw(view(), tmp_path, FONTS)
    (kept,) = tmp_path.iterdir()
    for damage in (b"", kept.read_bytes()[:-20], b"not a drawing"):
        kept.write_bytes(damage)
        again = draw(view(), tmp_path, FONTS)
        assert (again.wide, again.reused) == (whole.wide, False)
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]


def test_another_word_number_or_font_is_another_drawing(tmp_path):
    (tmp_path / "other.ttf").write_bytes(b"a font")
    keys = [
        key(view()),
        key(view(title="Lumen did not")),
        key(view("bars", row(value=121.0))),
        key(view(), FONTS),
        key(view(), tmp_path),
    ]
    assert len(set(keys)) == len(keys)
    assert key(view()) == key(replace(view()))


def test_a_chart_that_stands_alone_carries_its_colours_and_sources_and_no_links(cache):
    drawn = draw(view("bars", row(colour="tram")), cache, FONTS)
    look = palette(":root { --tram: light-dark(#00695c, #4db6ac) }", {})
    picture = standalone(view(), drawn.wide, look, "Sources: The Herald & Sons")
    root = ElementTree.fromstring(picture)
    assert "var(" not in picture and SENTINEL not in picture and not list(root.iter(f"{SVG}a"))
    assert "#00695c" in picture
    assert "#00695c" not in standalone(view(), drawn.wide, Palette()), "a colour that is not declared is ink"
    assert [list(root.iter(f"{SVG}text"))[place].text for place in (0, -1)] == [
        "Lumen announced more",
        "Sources: The Herald & Sons",
    ]
    assert png(picture, cache, FONTS) == png(picture, cache, FONTS)
    assert png(picture, cache, FONTS).startswith(b"\x89PNG")


def test_words_come_out_of_a_drawing_as_they_were_put_in(cache):
    rows = [row("a", label='3 < 4 & "so" on'), row("b", label="12"), row("c", label="à 1\u202f000")]
    drawn = draw(view("bars", *rows, lead="0"), cache, FONTS)
    for picture in (drawn.wide, drawn.narrow):
        words = [each.text for each in ElementTree.fromstring(picture).iter(f"{SVG}text")]
        assert [each.label for each in rows] == [word for word in words if word in {each.label for each in rows}]


@pytest.mark.parametrize("form", FORMS)
def test_a_painted_chart_has_its_words_where_its_drawing_has_them(form, cache):
    import vl_convert
    from PIL import Image, ImageChops

    vl_convert.register_font_directory(str(FONTS))
    face = '@font-face { font-family: "Factbound Sans"; src: url(sans.woff2) } :root { --sans: "Factbound Sans" }'
    look = palette(face, {"sans.woff2": b""})
    picture = standalone(view(form), draw(view(form), cache, FONTS).wide, look, "Sources: The Herald & Sons")
    ours, theirs = (
        Image.open(io.BytesIO(made)).convert("L").resize((128, 80), Image.Resampling.BOX)
        for made in (painted(picture, FONTS), vl_convert.svg_to_png(picture, scale=2))
    )
    assert look.family and words_apart(picture)[1]
    assert max(ImageChops.difference(ours, theirs).tobytes()) < 32, "without one of its lines: 38 and more"


def test_words_end_and_have_their_middle_where_svg_says():
    from PIL import Image

    root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40"'
    paper = '<rect width="200" height="40" fill="#ffffff"/>'
    text = '<text x="100" y="30" font-size="20px" font-weight="400" fill="#000000"'
    left, right = {}, {}
    for anchor in ("start", "middle", "end"):
        line = f'{text} text-anchor="{anchor}">jobs</text>'
        made = painted(f'{root} font-family="Factbound Sans, sans-serif">{paper}{line}</svg>', FONTS)
        dark = Image.open(io.BytesIO(made)).convert("L").point([255] * 128 + [0] * 128)
        left[anchor], _, right[anchor], _ = (edge / 2 for edge in dark.getbbox())
    assert left["start"] == pytest.approx(100, abs=3)
    assert right["end"] == pytest.approx(100, abs=3)
    assert left["middle"] + right["middle"] == pytest.approx(200, abs=3)


def test_words_are_measured_by_the_advances_of_the_fonts():
    library = pytest.importorskip("fontTools.ttLib")
    for weight in (400, 600):
        font = library.TTFont(FONTS / f"sans-{weight}.ttf")
        advances = font["hmtx"].metrics
        assert measure.width("à €1 × œ", 1000, weight) == sum(
            advances[font.getBestCmap()[ord(character)]][0] for character in "à €1 × œ"
        )


def test_a_word_too_wide_for_its_line_is_cut_and_a_narrow_space_is_not_a_break():
    lines = measure.wrap("un arrondissementadministratif de 1\u202f000\u00a0km", 15, 600, 90)
    assert all(measure.width(line, 15, 600) <= 90 for line in lines)
    assert lines[0] == "un" and lines[-1] == "1\u202f000\u00a0km"


# --- Parts, multiples, maps, the key ---------------------------------------------------------------------------------


def lengths(spec, figure):
    """How long a figure's bars are, in values of their own ruler times its pixels a value."""
    found = []
    for layer in marks(spec):
        for channel in ("x", "y"):
            scale = layer["encoding"].get(channel, {}).get("scale")
            if scale:
                (low, high), (start, end) = scale["domain"], scale["range"]
                found += [
                    abs(d["to"] - d["from"]) / (high - low) * abs(end - start)
                    for d in layer["data"]["values"]
                    if d["figure"] == figure and "to" in d
                ]
    return max(found)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("label", ["Before", "Un arrondissement administratif considérablement étendu"])
def test_parts_are_as_long_as_their_shares_beside_or_beneath_each_other_and_fill_the_whole(width, label):
    plain = {"qualifier": "exactly", "status": "done", "context": "", "label": label}
    whole = row("all", 100, label="", context="", spelled="100 jobs")
    spec = FORMS["parts"].spec(
        view("parts", row("a", 75, **plain), row("b", 20, **plain), row("c", 5, **plain), whole=whole), width
    )
    assert (
        lengths(spec, "a")
        == pytest.approx(75 / 20 * lengths(spec, "b"), abs=0.1)
        == pytest.approx(15 * lengths(spec, "c"), abs=0.1)
    )
    assert "100 jobs" in [
        datum.get("text")
        for layer in spec["layer"]
        for datum in layer["data"]["values"]
        if datum.get("figure") == "all"
    ]


def test_shares_that_leave_something_of_a_whole_leave_it_empty():
    share = row("a", 25, qualifier="exactly", status="done", label="Share", context="", spelled="25%")
    spec = FORMS["parts"].spec(view("parts", share, full=100.0), WIDE)
    assert lengths(spec, "a") == pytest.approx(WIDE / 4, abs=1)
    (rest,) = [datum for layer in marks(spec, "line") for datum in layer["data"]["values"]]
    assert rest["x2"] == pytest.approx(WIDE, abs=1)


def test_an_open_part_fades_before_the_next_one_begins():
    spec = FORMS["parts"].spec(
        view("parts", row("a", 60, label="A", context=""), row("b", 40, qualifier="exactly", label="B", context="")),
        WIDE,
    )
    starts = {
        layer["data"]["values"][0]["figure"]: layer["encoding"]["x"]["scale"]["range"]
        for layer in marks(spec)
        if "scale" in layer["encoding"]["x"] and layer["encoding"]["x"]["scale"]
    }
    assert starts["b"][0] >= starts["a"][1] + 28


def test_panels_of_one_unit_share_a_scale_and_others_have_their_own():
    plain = {"qualifier": "exactly", "status": "done"}
    rows = [
        row("a", 100, label="Sums", unit="EUR", **plain),
        row("b", 50, label="More sums", unit="EUR", **plain),
        row("c", 3, label="People", unit="people", **plain),
    ]
    for width in (WIDE, NARROW):
        spec = FORMS["multiples"].spec(view("multiples", *rows), width)
        assert (
            lengths(spec, "a")
            == pytest.approx(2 * lengths(spec, "b"), abs=0.1)
            == pytest.approx(lengths(spec, "c"), abs=0.1)
        )


def test_rows_of_one_panel_stand_under_one_label():
    spec = FORMS["multiples"].spec(view("multiples", row("a", label="Sums"), row("b", 50, label="Sums")), WIDE)
    assert [datum["text"] for layer in marks(spec, "label") for datum in layer["data"]["values"]] == ["Sums"]


def test_a_map_draws_a_country_as_its_shape_and_other_places_as_dots_within_the_frame():
    land = row("land", label="Ruritania", site=Site("ruritania", "country", 50, 10))
    town, region = (
        row("town", 5, label="Zenda", site=Site("zenda", "city", 51, 9)),
        row("wide", 5, label="Hentzau", site=Site("hentzau", "region", 48, 12)),
    )
    for width in (WIDE, NARROW):
        spec = FORMS["map"].spec(view("map", land, town, region), width)
        drawn = {
            figure: [
                (layer["mark"], datum)
                for layer in marks(spec)
                for datum in layer["data"]["values"]
                if datum["figure"] == figure
            ]
            for figure in ("land", "town", "wide")
        }
        assert all(mark["type"] == "point" for mark, _ in drawn["land"])
        sizes = {figure: max(datum["x2"] - datum["x"] for _, datum in drawn[figure]) for figure in ("town", "wide")}
        assert sizes["wide"] > 2 * sizes["town"] > 20
        west, east = ((each[0][1]["x"] + each[0][1]["x2"]) / 2 for each in (drawn["town"], drawn["wide"]))
        assert 0 < west < east < width
        outline = next(mark["shape"] for mark, _ in drawn["land"])
        assert all(
            0 <= float(x) <= width and 0 <= float(y) <= spec["height"]
            for x, y in re.findall(r"([-\d.]+),([-\d.]+)", outline)
        )


def test_a_map_shows_the_land_around_its_dots_and_names_a_country_where_it_is_seen():
    towns = (
        row("town", 5, label="Zenda", site=Site("zenda", "city", 50, 14)),
        row("wide", 5, label="Strelsau", site=Site("strelsau", "city", 49, 13)),
    )
    far = row("land", label="Graustark", site=Site("graustark", "country", 58, 19))
    for width in (WIDE, NARROW):
        alone, spec = (FORMS["map"].spec(view("map", *rows), width) for rows in (towns, (far, *towns)))
        places = [
            {d["figure"]: (d["x"], d["y"]) for layer in marks(each) for d in layer["data"]["values"] if "x2" in d}
            for each in (alone, spec)
        ]
        assert {name: places[1][name] for name in ("town", "wide")} == places[0]
        [name] = [d for layer in marks(spec, "label") for d in layer["data"]["values"] if d["text"] == "Graustark"]
        assert 0 < name["x"] < width
        assert 0 < name["y"] < alone["height"]


def test_places_that_share_a_point_lie_side_by_side_and_each_keeps_its_words():
    here = Site("zenda", "city", 51, 9)
    crowd = [
        row(f"f{number}", 5, label=f"Workshop {number}", context="a long way from anywhere", site=here)
        for number in range(9)
    ]
    for width in (WIDE, NARROW):
        spec = FORMS["map"].spec(view("map", *crowd), width)
        told = [datum["text"] for layer in marks(spec, "label") for datum in layer["data"]["values"]]
        assert sorted(told) == [f"Workshop {number}" for number in range(9)]


def test_a_halo_lies_behind_its_letters(cache):
    drawn = draw(view("map", id="halo"), cache, FONTS)
    texts = list(ElementTree.fromstring(drawn.narrow).iter(f"{SVG}text"))
    assert texts and all(text.get("paint-order") == "stroke" and text.get("stroke") == "var(--paper)" for text in texts)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_key_names_every_sample_within_its_frame_and_carries_no_style(width):
    drawing = chart_key(
        lambda word: f"the <words> of {word}, which are long enough to break" if word in SAMPLES else "How to read",
        width,
    )
    root = ElementTree.fromstring(drawing)
    ids = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert root.get("role") == "img" and ids[root.get("aria-labelledby")] == "How to read"
    assert all(f"the <words> of {sample}" in ids[root.get("aria-describedby")] for sample in SAMPLES)
    assert set(re.findall(r"url\(#([^)]+)\)", drawing)) <= set(ids)
    assert not any(name == "style" or name.startswith("on") for element in root.iter() for name in element.attrib)
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("x")) + measure.width(text.text, 14) <= width and float(text.get("y")) < float(
            root.get("height")
        )
