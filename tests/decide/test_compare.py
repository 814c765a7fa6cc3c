"""Two years side by side: nothing is compared silently that is not the same."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from tests.rounds import a_round, linear, result

from taybac_cluster import pipeline
from taybac_cluster.cli import run
from taybac_cluster.decide.compare import Comparison, compare
from taybac_cluster.export.terminal import render
from taybac_cluster.rules.sample import SAMPLE
from taybac_cluster.views.compare import page, record, sentence
from taybac_cluster.views.page import Lines

Edits = Mapping[str, tuple[tuple[str, str], ...]]


def two_years(tmp_path: Path, edits: Edits, gone: tuple[str, ...] = ()) -> Path:
    """The sample's 2023 beside a 2024 that is the same but for what is said."""
    root = tmp_path / "data"
    files = {name: content if isinstance(content, str) else content.decode() for name, content in SAMPLE.items()}
    for name, text in list(files.items()):
        later = name.replace("2023", "2024")
        if later == name or name.startswith("meetings/") or later in gone:
            continue
        changed = text.replace("2023", "2024")
        for old, new in edits.get(later, ()):
            assert old in changed, old
            changed = changed.replace(old, new)
        files[later] = changed
    files["meetings/2024.yaml"] = (
        "year: 2024\njudges:\n  - id: giam-khao-1\n    member: lao-cai\n  - id: giam-khao-2\n    member: sa-pa\n"
    )
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def compared(root: Path) -> Comparison:
    return compare(pipeline.ranked(root, 2023)[0], pipeline.ranked(root, 2024)[0])


def apart(found: Comparison) -> str:
    return " ".join(render(page(found, "vi"), 120, colour=False).split())


def test_a_year_beside_its_copy_moves_nothing(tmp_path: Path) -> None:
    found = compared(two_years(tmp_path, {}))
    assert [city.member for city in found.cities] == [each.member for each in found.after.placed]
    assert all(city.change == city.climbed == 0 for city in found.cities)
    assert (found.only_before, found.only_after, found.altered, found.one_year) == ((), (), (), ())
    assert sentence(found, "vi") == "Không đô thị nào tăng điểm; không đô thị nào giảm điểm."
    assert "Không so sánh được" not in apart(found)


def test_what_rose_is_reported_with_the_criterion_that_did_it(tmp_path: Path) -> None:
    # Sa Pa's papers go from 4 of 10 to 9 of 10: 8 and then 18 of 20 points; its green space from 7.2 to 6.8, at
    # 5 points a square metre: 26 and then 24 of 40. In all 10 - 2 = 8 points more.
    edits = {"submissions/2024/sa-pa.yaml": (("van-ban: 4", "van-ban: 9"), ("cay-xanh: 7.2", "cay-xanh: 6.8"))}
    found = compared(two_years(tmp_path, edits))
    city = next(city for city in found.cities if city.member == "sa-pa")
    assert city.change == city.after.total - city.before.total == 8
    assert [(move.id, move.before, move.after, move.worth) for move in city.criteria[:2]] == [
        ("van-ban", Fraction(4, 10), Fraction(9, 10), Fraction(10)),
        ("cay-xanh", Fraction(26, 40), Fraction(24, 40), Fraction(-2)),
    ]
    said = sentence(found, "vi")
    assert said.startswith("Tăng nhiều nhất: Sa Pa +8,00 điểm, hạng")
    assert said.endswith("(“Số văn bản ban hành” 40% → 90%); không đô thị nào giảm điểm.")


def test_criteria_of_one_year_and_criteria_measured_otherwise_are_said_so(tmp_path: Path) -> None:
    edits = {
        "criteria/2024.yaml": (("id: van-ban", "id: so-van-ban"), ("best: 10\n", "best: 12\n")),
        "submissions/2024/sa-pa.yaml": (("van-ban:", "so-van-ban:"),),
        "submissions/2024/lao-cai.yaml": (("van-ban:", "so-van-ban:"),),
    }
    found = compared(two_years(tmp_path, edits))
    assert (found.only_before, found.only_after) == (("van-ban",), ("so-van-ban",))
    assert found.altered == (("cay-xanh", ("scale",)),)
    assert all("van-ban" not in {move.id for move in city.criteria} for city in found.cities)
    text = apart(found)
    assert "(thang điểm khác)" in text
    assert "Tiêu chí chỉ có năm 2023: “Số văn bản ban hành” (van-ban)." in text
    assert "Tiêu chí chỉ có năm 2024: “Số văn bản ban hành” (so-van-ban)." in text
    assert "nhưng thang điểm khác nhau: “Đất cây xanh bình quân”." in text


def test_sets_of_other_points_are_compared_as_per_cent(tmp_path: Path) -> None:
    # Twice the points of the green group, so 160 in all; shares stay, and per cent move by the new weights alone.
    edits = {
        "criteria/2024.yaml": (
            ("points: 100", "points: 160"),
            ("points: 60", "points: 120"),
            ("points: 40", "points: 80"),
            ("points: 20\n", "points: 40\n"),
        )
    }
    found = compared(two_years(tmp_path, edits))
    assert not found.in_points
    for city in found.cities:
        assert city.percents == (Fraction(city.before.total), Fraction(city.after.total) * 100 / 160)
        assert not any(move.worth for move in city.criteria)
    assert {each.id for each in found.altered} == {"cay-xanh", "van-ban"}
    assert "Hai năm có tổng điểm khác nhau (100 và 160)" in apart(found)


def test_a_city_of_one_year_is_named_with_the_reason(tmp_path: Path) -> None:
    gone = ("submissions/2024/sa-pa.yaml", "appraisals/2024/sa-pa.yaml")
    found = compared(two_years(tmp_path, {}, gone))
    (once,) = found.one_year
    assert (once.member, once.first, once.reason and once.reason.reason) == ("sa-pa", True, "no_submission")
    assert "Sa Pa: chỉ được xếp hạng năm 2023 (hạng 1); năm 2024 chưa nộp báo cáo tự chấm." in apart(found)
    assert record(found, "en")["one_year"] == [
        {
            "member": "sa-pa",
            "year": 2023,
            "rank": 1,
            "total": once.placed.total,
            "reason": "no_submission",
            "message": "Sa Pa: ranked in 2023 only (place 1); in 2024: has not submitted.",
        }
    ]


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_command_prints_every_format(
    tmp_path: Path, form: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two_years(tmp_path, {"submissions/2024/sa-pa.yaml": (("van-ban: 4", "van-ban: 9"),)})
    assert run(["compare", "2023", "2024", "--data", str(root), "--format", form, "--lang", lang]) == 0
    printed = capsys.readouterr().out
    assert "Sa Pa" in printed
    if form == "json":
        assert json.loads(printed)["years"] == [2023, 2024]


def test_a_year_that_is_not_there_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = two_years(tmp_path, {})
    assert run(["compare", "2023", "2029", "--data", str(root)]) == 2
    assert "2024" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("edit", "rules", "differences"),
    [
        (("points: 100\n", "points: 100\ncombine: geometric\n"), ("combine",), ()),
        (("    name: Xanh\n", "    name: Xanh\n    combine: minimum\n"), ("combine",), ()),
        (("points: 100\n", "points: 100\ndecimals: 1\n"), ("decimals",), ()),
        (("  cap: 3\n", "  cap: 2\n"), ("bonuses",), ()),
        (("      points: 1\n", "      points: 2\n"), ("deductions",), ()),
        (("    - xanh\nnom", "    - sach\nnom"), ("ranking",), ()),
        (("  quota: 1\n", "  quota: 2\n"), ("nomination",), ()),
        (("gates:\n", "gates:\n  - id: them\n    name: Thêm\n"), ("gates",), ()),
        (("    name: Đẹp\n", "    name: Đẹp\n    missing: reject\n"), (), (("my-quan", ("missing",)),)),
    ],
)
def test_other_rules_of_the_set_are_never_passed_over(
    tmp_path: Path, edit: tuple[str, str], rules: tuple[str, ...], differences: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    found = compared(two_years(tmp_path, {"criteria/2024.yaml": (edit,)}))
    assert found.rules == rules
    assert tuple((each.id, each.differences) for each in found.altered) == differences
    assert "Hai bộ tiêu chí không hoàn toàn giống nhau" in apart(found)


def test_who_rose_alike_is_named_alike(tmp_path: Path) -> None:
    # both cities' papers rise by one of ten: two of twenty points each
    edits = {
        "submissions/2024/sa-pa.yaml": (("van-ban: 4", "van-ban: 5"),),
        "submissions/2024/lao-cai.yaml": (("van-ban: 5", "van-ban: 6"),),
    }
    said = sentence(compared(two_years(tmp_path, edits)), "en")
    assert "Sa Pa +2.00" in said
    assert "Lào Cai +2.00" in said


def test_two_sets_without_a_common_criterion_are_said_to_be_so_before_anything_else() -> None:
    before = result(a_round("groups:\n" + linear("v"), {"a": {"v": 50}, "b": {"v": 40}}))
    after = result(a_round("groups:\n" + linear("w"), {"a": {"w": 10}, "b": {"w": 90}}))
    found = compare(before, after)
    lines = [line.text for block in page(found, "en") if isinstance(block, Lines) for line in block.lines]
    assert lines[0] == sentence(found, "en")
    assert "share no criterion" in lines[0]
    assert not any("points" in line and "rose" in line for line in lines)
