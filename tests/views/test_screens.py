"""What the screen shows, whole: golden files under tests/golden/, read like code; `--update-golden` rewrites them."""

import functools
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.rounds import a_round, linear, result

from taybac_cluster import pipeline
from taybac_cluster.decide.result import Result
from taybac_cluster.export import csv, markdown, terminal
from taybac_cluster.model.record import Language
from taybac_cluster.views import rank

GOLDEN = Path(__file__).parents[1] / "golden"

SCREENS = {
    "rank": ("rank", "2023"),
    "explain": ("explain", "2023", "sa-pa"),
    "explain-appraised": ("explain", "2023", "hoa-binh", "nuoc-thai"),
    "explain-not-applicable": ("explain", "2023", "muong-lay", "nha-o-kien-co"),
    "members": ("members",),
    "members-2018": ("members", "--on", "2018-12-31"),
    "members-2026": ("members", "--on", "2026-01-01"),
    "host-held": ("host", "2018"),
    "host-decided": ("host", "2024"),
    "host-proposed": ("host", "2025"),
    "meeting-2018": ("meeting", "2018"),
    "meeting-2023": ("meeting", "2023"),
}
WIDE = ("rank", "explain", "members", "host-decided")
CASES = [
    (name, lang, width)
    for name in SCREENS
    for lang in ("vi", "en")
    for width in (80, 120)
    if width == 80 or name in WIDE
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data, without what locks them."""
    copy = tmp_path_factory.mktemp("shipped") / "data"
    return Path(shutil.copytree(ROOT / "data", copy, ignore=shutil.ignore_patterns("results")))


def screen(arguments: tuple[str, ...], lang: str, width: int, data: Path) -> str:
    environment = {**os.environ, "COLUMNS": str(width), "PYTHONIOENCODING": "utf-8", "CLUSTER_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-m", "taybac_cluster", *arguments, "--lang", lang],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def columns(line: str) -> int:
    """How many columns a terminal gives a line: a combining mark none, a wide letter two."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in line
    )


@pytest.mark.parametrize(("name", "lang", "width"), CASES)
def test_the_screen_is_as_reviewed(
    name: str, lang: str, width: int, data: Path, request: pytest.FixtureRequest
) -> None:
    shown = screen(SCREENS[name], lang, width, data)
    assert [line for line in shown.splitlines() if columns(line) > width] == []
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []
    golden = GOLDEN / f"{name}-{lang}-{width}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}-{lang}-{width}.txt" for name, lang, width in CASES}


# ---- the picture of a ranking ----

LANGUAGES: tuple[Language, ...] = ("vi", "en")
BLOCKS = "█▓▒░▚▌▄▀■"


@functools.cache
def shipped() -> Result:
    return pipeline.ranked(ROOT / "data", 2023)[0]


def picture(lang: Language, width: int) -> list[str]:
    page = rank.page(shipped(), lang)
    return terminal.render(page, width, colour=False).splitlines()


def bar_room(lines: list[str], lang: Language) -> int:
    """How many columns the bars have: from the end of the totals to the figures beside them, or the line's end."""
    heading = next(line for line in lines if line.startswith(("Hạng ", "Rank ")))
    total = "Điểm" if lang == "vi" else "Total"
    cut = next(line for line in lines if line.startswith("┄"))
    after = heading.find("██") + 2 - len("26,37") - 2 if "██" in heading else len(cut)
    return after - heading.index(total) - len(total) - 2


@pytest.mark.parametrize("width", [60, 72, 80, 99, 100, 110, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_bar_is_as_long_as_its_points(lang: Language, width: int) -> None:
    outcome = shipped()
    lines = picture(lang, width)
    room = bar_room(lines, lang)
    rows = {each.member: next(line for line in lines if each.sheet.standing.name.vi in line) for each in outcome.placed}
    for each in outcome.placed:
        sign = rows[each.member].split(each.sheet.standing.name.vi, 1)[1]
        drawn = len(re.sub(rf"[^{BLOCKS}+=]", "", re.sub(r"\+[0-9]", "", sign)))
        # full is 100 points: half up, as everything
        assert drawn == int(each.total * room / 100 + Decimal("0.5")), rows[each.member]


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bar_has_twenty_columns_or_more(lang: Language, width: int) -> None:
    assert bar_room(picture(lang, width), lang) >= 20


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_points_of_every_group_stand_beside_the_bars(lang: Language, width: int) -> None:
    lines = picture(lang, width)
    for each in shipped().placed:
        row = next(line for line in lines if each.sheet.standing.name.vi in line)
        for child in each.sheet.root.children:
            assert f"{child.points:f}".replace(".", "," if lang == "vi" else ".") in row


def test_the_first_screen_of_eleven_cities_leaves_two_of_forty_lines_to_the_shell() -> None:
    for lang in LANGUAGES:
        assert len(picture(lang, 80)) <= 38


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_and_no_number_is_cut(lang: Language, width: int) -> None:
    outcome = shipped()
    lines = picture(lang, width)
    for each in outcome.placed:
        row = next(line for line in lines if each.sheet.standing.name.vi in line)
        assert f"{each.total:f}".replace(".", "," if lang == "vi" else ".") in row
    assert max(columns(line) for line in lines) <= width


def test_the_figures_of_the_groups_stand_under_the_signs_of_the_legend() -> None:
    lines = picture("vi", 120)
    heading = next(line for line in lines if line.startswith("Hạng"))
    assert [sign for sign in BLOCKS if sign * 2 in heading] == ["█", "▓", "▒", "░"]
    assert any(line.startswith("██ Xanh  ▓▓ Sạch  ▒▒ Đẹp  ░░ Tăng trưởng xanh – biến đổi khí hậu") for line in lines)
    # 26.37 of Xanh, 16.99 of growth: the sheet of Tuyên Quang ends in 91.46
    row = next(line for line in lines if "Tuyên Quang" in line)
    assert all(figure in row for figure in ("26,37", "26,88", "19,22", "16,99", "+2,00", "91,46"))


def test_markdown_and_csv_name_the_groups_in_full() -> None:
    outcome = shipped()
    said = markdown.render(rank.page(outcome, "vi"))
    assert "| Tăng trưởng xanh – biến đổi khí hậu |" in said
    assert "tang-truong-xanh" in csv.render(rank.grid(outcome, "vi")).splitlines()[0]


def test_columns_go_before_a_name_is_cut_however_many_groups_there_are() -> None:
    rules = "groups:\n" + "".join(linear(f"c-{at}", group=f"nhom-{at}") for at in range(9))
    members = {f"m-{at}": {f"c-{each}": 90 - at for each in range(9)} for at in range(3)}
    page = rank.page(result(a_round(rules, members)), "vi")
    for width in (60, 80, 120):
        lines = terminal.render(page, width, colour=False).splitlines()
        assert max(columns(line) for line in lines) <= width
        assert any("M-2" in line and "79,20" in line for line in lines)
        assert any(line.count("█") >= 2 for line in lines)


def test_a_name_longer_than_the_screen_is_wrapped_and_not_cut() -> None:
    long = "thanh-pho-" * 6 + "x"
    page = rank.page(result(a_round("groups:\n" + linear("c"), {long: {"c": 50}})), "vi")
    shown = terminal.render(page, 60, colour=False)
    assert max(columns(line) for line in shown.splitlines()) <= 60
    assert "5,00" in shown
    table = shown.split("Đăng cai")[0]
    assert re.sub(r"[^A-Z]", "", table).count("THANHPHO" * 6 + "X") == 1


def test_a_whole_group_carried_is_in_the_bar_and_in_the_legend() -> None:
    rules = "groups:\n" + linear("c", group="a") + linear("d", group="b", more="applies_to:\n  - II")
    outcome = result(a_round(rules, {"x": {"c": 100}}))
    lines = terminal.render(rank.page(outcome, "en"), 80, colour=False).splitlines()
    row = next(line for line in lines if "X" in line and "20.00" in line)
    assert row.count("█") == pytest.approx(row.count("="), abs=1)
    assert any("== carried" in line for line in lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_colour_changes_no_letter(lang: Language, width: int) -> None:
    page = rank.page(shipped(), lang)
    coloured = terminal.render(page, width, colour=True)
    assert "\x1b[" in coloured
    bare = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).split("\n")]
    assert "\n".join(bare) == terminal.render(page, width, colour=False)


def test_who_is_nominated_is_reported_without_colour() -> None:
    lines = picture("vi", 80)
    assert sum("  ★  " in line for line in lines) == 3


# ---- clusters of another size ----


def ranking(groups: int, cities: int, width: int, lang: Language = "en") -> str:
    """Draw a made-up ranking of equal groups, whose cities are called M-0 and so on."""
    rules = "groups:\n" + "".join(linear(f"c-{at}", group=f"nhom-{at}") for at in range(groups))
    members = {f"m-{at}": {f"c-{each}": 90 - at for each in range(groups)} for at in range(cities)}
    return terminal.render(rank.page(result(a_round(rules, members)), lang), width, colour=False)


def test_of_many_candidates_for_the_next_host_the_first_screen_names_five_and_counts_the_others() -> None:
    assert "M-0, M-1, M-2, M-3, M-4 and 7 others come first alike" in ranking(1, 12, 400)
    assert "M-4 và 7 đô thị khác ngang nhau" in ranking(1, 12, 400, "vi")
    assert "M-0, M-1, M-2, M-3, M-4 and M-5 come first alike" in ranking(1, 6, 400)


def test_a_column_of_bonuses_is_shown_only_where_a_city_has_one() -> None:
    assert "Adjusted" not in ranking(2, 3, 120)
    assert any("Adjusted" in line for line in picture("en", 120))


def test_the_points_of_nine_groups_are_shared_out_over_tables_of_about_one_size() -> None:
    heads = [line for line in ranking(9, 3, 60).splitlines() if line.startswith("Rank ")]
    assert [len(line.partition("Total")[2].split()) for line in heads] == [0, 5, 4]
