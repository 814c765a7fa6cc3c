"""A score that explains itself: the formulas lead to the points, and what it would take really gains."""

import dataclasses
import functools
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.calculator import calculate
from tests.conftest import DATA
from tests.rounds import a_round, leaf, linear, result

from taybac_cluster import pipeline
from taybac_cluster.decide.doubts import doubts
from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.result import Result, decide
from taybac_cluster.decide.sheet import Leaf, Sheet
from taybac_cluster.decide.would_take import Gain, chances
from taybac_cluster.export import json as export_json
from taybac_cluster.export import markdown, terminal
from taybac_cluster.load.document import parse
from taybac_cluster.model.record import Language
from taybac_cluster.model.submission import Appraisal, Submission
from taybac_cluster.views import explain
from taybac_cluster.views.page import Lines

LANGUAGES: tuple[Language, ...] = ("vi", "en")


@functools.cache
def shipped() -> Result:
    return pipeline.ranked(DATA, 2023)[0]


MEMBERS = sorted(path.stem for path in (DATA / "submissions/2023").glob("*.yaml"))


def story(outcome: Result, member: str) -> explain.Story:
    return explain.Story(outcome, member, lambda _: 1)


def record(outcome: Result, member: str, lang: Language = "vi") -> dict[str, object]:
    return explain.record(story(outcome, member), None, lang)


def part(found: object, *keys: str) -> object:
    for key in keys:
        assert isinstance(found, dict)
        found = found[key]
    return found


def worth(formula: str, lang: Language, decimals: int) -> Decimal:
    """Get the points of a criterion's formula as its reader would: work out its last expression, and round half up."""
    expression = formula.rsplit("; ", maxsplit=1)[-1]
    if (step := re.search(r"→ ([0-9.,]+)$", expression)) and "=" not in expression:
        return printed(calculate(step[1], lang), decimals)
    if full := re.search(r": (?:đủ |all )?([0-9.,]+) (?:điểm|points)$", expression):
        return printed(calculate(full[1], lang), decimals)
    first, *rest = expression.split(" = ")
    value = printed(calculate(first, lang), decimals)
    assert printed(calculate(rest[-1].split(" → ")[-1], lang), decimals) == value, formula
    return value


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("member", MEMBERS)
def test_a_pocket_calculator_gets_the_points_of_every_criterion(member: str, lang: Language) -> None:
    found = record(shipped(), member, lang)
    for each in shipped().sheets[member].root.leaves():
        formula = part(found, "criteria", each.id, "formula")
        if each.outcome != "scored":
            assert formula is None
            continue
        assert isinstance(formula, str)
        assert worth(formula, lang, 2) == each.points, formula


def sums(formula: str, lang: Language) -> None:
    """Work out both sides of every equation of a sum."""
    body = formula.split(": ", 1)[-1]
    for equation in re.findall(r"[^()]*=[^()→]*", body):
        left, right = (re.sub(r"^(?:quy đổi|carried) ", "", side.strip()) for side in equation.split("="))
        if "÷" in left:
            assert printed(calculate(left, lang), 2) == printed(calculate(right, lang), 2), formula
        else:
            assert calculate(left, lang) == calculate(right, lang), formula


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("member", MEMBERS)
def test_the_groups_and_the_total_can_be_added_up(member: str, lang: Language) -> None:
    found = record(shipped(), member, lang)
    for group in shipped().round.criteria.groups:
        formula = part(found, "groups", group.id, "formula")
        assert isinstance(formula, str)
        sums(formula, lang)
    total = found["formula"]
    assert isinstance(total, str)
    sums(total, lang)
    assert calculate(total.split(" = ")[-1], lang) == shipped().sheets[member].total


ALL_SCALES = """\
groups:
  - id: nhom
    name: Nhóm
    criteria:
      - id: thang
        name: Thẳng
        points: 3
        scale:
          kind: linear
          worst: -20
          best: 80
          at_worst: 0.5
      - id: xuong
        name: Xuống
        points: 7
        scale:
          kind: linear
          worst: 9
          best: -3
      - id: bac
        name: Bậc
        points: 4
        scale:
          kind: bands
          bands:
            - at_least: 50
              points: 4
            - at_least: 10
              points: 1.5
      - id: muc
        name: Mức
        points: 5
        scale:
          kind: levels
          levels:
            tốt: 5
            khá: 3
      - id: co
        name: Có
        points: 2
        scale:
          kind: yes_no
      - id: dem
        name: Đếm
        points: 4
        scale:
          kind: count
          full_at: 7
      - id: ty-le
        name: Tỷ lệ
        points: 6
        scale:
          kind: ratio
          worst: 50
          best: 90
          at_worst: 1
      - id: so-sanh
        name: So sánh
        points: 5
        scale:
          kind: relative
          method: {method}
          better: {better}
          at_worst: 1
      - id: diem
        name: Điểm
        points: 1.5
        scale:
          kind: marks
          out_of: 10
          combine: {combine}
"""


def everything(method: str, better: str, combine: str, root: str = "sum") -> Result:
    def values(*worths: object) -> dict[str, object]:
        names = ("thang", "xuong", "bac", "muc", "co", "dem", "so-sanh")
        return dict(zip(names, worths, strict=True)) | {"ty-le": "\n    numerator: 2\n    denominator: 3"}

    rules = ALL_SCALES.format(method=method, better=better, combine=combine)
    if root != "sum":
        rules = rules.replace("    name: Nhóm\n", f"    name: Nhóm\n    combine: {root}\n", 1)
    marks = "marks:\n  diem:\n    gk-1: 7\n    gk-2: 8\n    gk-3: 8\n    gk-4: 6.5\n"
    return result(
        a_round(
            rules,
            {
                "a": values("36.7", "-1.5", "12", "Khá", "true", "3", "5"),
                "b": values("90", "10", "3", "tốt", "false", "9", "12.5"),
                "c": values("-20", "2", "55", "khá", "true", "0", "5"),
                "d": values("-21", "-3", "50", "khá", "true", "7", "2"),
            },
            appraised=dict.fromkeys("abcd", marks),
        )
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("combine", ["mean", "trimmed_mean", "median"])
@pytest.mark.parametrize("better", ["higher", "lower"])
@pytest.mark.parametrize("method", ["minmax", "best", "rank"])
def test_the_formula_of_every_scale_leads_to_the_points(method: str, better: str, combine: str, lang: Language) -> None:
    outcome = everything(method, better, combine)
    for member, sheet in outcome.sheets.items():
        found = record(outcome, member, lang)
        for each in sheet.root.leaves():
            formula = part(found, "criteria", each.id, "formula")
            assert isinstance(formula, str)
            assert worth(formula, lang, 2) == each.points, formula


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("combine", ["geometric", "harmonic", "minimum"])
def test_the_formula_of_every_other_combine_leads_to_its_points(combine: str, lang: Language) -> None:
    outcome = everything("minmax", "higher", "mean", combine)
    for member, sheet in outcome.sheets.items():
        formula = part(record(outcome, member, lang), "groups", "nhom", "formula")
        assert isinstance(formula, str)
        body = formula.split(" = ")[1]
        least = re.fullmatch(r"min\((.*)\)", body)
        if "^" in body and "0^" in body.replace(" ", "") and sheet.root.points == 0:
            share = Fraction(0)
        elif combine == "harmonic" and sheet.root.points == 0:
            assert "÷ 0" in body
            share = Fraction(0)
        else:
            share = min(calculate(each, lang) for each in least[1].split("; ")) if least else calculate(body, lang)
        assert printed(share * Fraction("37.5"), 2) == sheet.root.points, formula


def test_a_quotient_stands_in_the_formula_where_its_digits_do_not_end() -> None:
    outcome = everything("minmax", "higher", "mean")
    formula = part(record(outcome, "a", "en"), "criteria", "ty-le", "formula")
    assert formula == "100 × 2 ÷ 3 = 66.666667; 1 + (6 − 1) × (100 × 2 ÷ 3 − 50) ÷ (90 − 50) = 3.083333 → 3.08"


def test_a_result_just_below_a_half_is_written_with_the_digits_that_tell() -> None:
    rules = ALL_SCALES.format(method="rank", better="higher", combine="mean")
    # 0.5 + 2.5 × (v + 20) ÷ 100 = 0.8349999999 for v = −6.600000004
    outcome = result(a_round(rules, {"a": {"thang": "-6.600000004"}}))
    formula = part(record(outcome, "a", "en"), "criteria", "thang", "formula")
    assert isinstance(formula, str)
    assert formula.endswith("= 0.8349999999 → 0.83")


# ---- what is said ----


def text(outcome: Result, member: str, criterion: str | None = None, lang: Language = "en") -> str:
    return markdown.render(explain.page(story(outcome, member), criterion, lang, full=True))


def test_the_page_of_one_criterion_tells_of_no_other() -> None:
    said = text(shipped(), "sa-pa", "nuoc-thai")
    assert "Share of waste water" in said
    assert "Public green space" not in said


def test_an_appraised_value_tells_who_what_was_and_why() -> None:
    said = text(shipped(), "hoa-binh", "nuoc-thai", "vi").replace("\\", "")
    assert "36,5% – thẩm định: tổ thẩm định, appraisals/2023/hoa-binh.yaml:1" in said
    assert "đô thị tự chấm 41,8%" in said
    assert "lý do: chỉ tính phần nước thải đã xử lý đạt tiêu chuẩn" in said


def test_every_value_tells_the_file_and_the_line_where_it_is_written() -> None:
    line = pipeline.line_of(DATA)
    found = explain.record(explain.Story(shipped(), "sa-pa", line), None, "en")
    for each in shipped().sheets["sa-pa"].root.leaves():
        if each.outcome == "scored":
            file, at = part(found, "criteria", each.id, "file"), part(found, "criteria", each.id, "line")
            assert isinstance(file, str)
            assert isinstance(at, int)
            assert (DATA / file).read_text(encoding="utf-8").splitlines()[at - 1].strip().startswith(f"{each.id}:")


def test_lost_points_and_place_are_reported_for_every_criterion_that_counts() -> None:
    found = record(shipped(), "sa-pa")
    for each in shipped().sheets["sa-pa"].root.leaves():
        if each.points is not None:
            assert part(found, "criteria", each.id, "lost") == each.weight - each.points
            better = sum(
                (leaf(sheet, each.id).share or 0) > (each.share or 0)
                for sheet in shipped().sheets.values()
                if leaf(sheet, each.id).share is not None
            )
            assert part(found, "criteria", each.id, "place") == better + 1


def test_a_total_that_would_be_below_zero_is_reported_as_zero() -> None:
    rules = "deductions:\n  items:\n    - id: d\n      name: D\n      points: 9\n" + ALL_SCALES.format(
        method="rank", better="higher", combine="mean"
    )
    outcome = result(a_round(rules, {"a": {"co": "true"}}, appraised={"a": "deductions:\n  d:\n    reason: muộn\n"}))
    assert record(outcome, "a", "en")["formula"] == "2.00 − 9.00 = −7.00 → 0.00"


def test_a_city_that_is_not_ranked_sees_why_and_still_sees_its_sheet() -> None:
    rules = ALL_SCALES.format(method="rank", better="higher", combine="mean") + "ranking:\n  max_missing_percent: 10\n"
    outcome = result(a_round(rules, {"a": {"co": "true"}}, classes={"a": None, "b": None}))
    assert "A: not ranked in 2023: values for 94.7%" in text(outcome, "a")
    assert "Có (co): 2.00 / 2" in text(outcome, "a")
    assert text(outcome, "b").startswith("# B: not ranked in 2023: has not submitted")
    assert record(outcome, "b")["not_ranked"] == "no_submission"


def test_the_json_is_json_and_says_all() -> None:
    for member in MEMBERS:
        found = json.loads(export_json.render(record(shipped(), member, "en")))
        assert {
            "year",
            "member",
            "name",
            "rank",
            "total",
            "criteria",
            "groups",
            "would_take",
            "formula",
        } <= found.keys()
        assert found["criteria"].keys() == shipped().round.criteria.criteria.keys()


def test_carried_points_of_a_whole_group_are_worked_out_on_the_page() -> None:
    rules = "groups:\n" + "".join(
        f"  - id: {name}\n    name: {name.upper()}\n    criteria:\n"
        f"      - id: c-{name}\n        name: C\n        points: {points}\n"
        f"{more}        scale:\n          kind: linear\n          worst: 0\n          best: 100\n"
        for name, points, more in (("a", 10, ""), ("b", 20, "        applies_to:\n          - II\n"))
    )
    outcome = result(a_round(rules, {"x": {"c-a": 80}}))
    # 8 of 10 earned; × 20
    assert "Sum: 8.00 + 16.00 = 24.00 (carried 8.00 ÷ 10 × 20 = 16.00)" in text(outcome, "x")


# ---- what it would take ----


def stands(outcome: Result, member: str) -> tuple[int, bool]:
    placed = next(each for each in outcome.placed if each.member == member)
    return placed.rank, member in outcome.nominations.members


def rewritten(outcome: Result, each: Leaf, member: str, value: object) -> Result:
    """Type another value on the line of the YAML file where the one that counts stands, and decide all again."""
    the_round, place = outcome.round, each.given.location
    assert place is not None
    lines = (DATA / place.file).read_text(encoding="utf-8").splitlines()
    at = pipeline.line_of(DATA)(place) - 1
    typed = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    if each.given.appraised:
        at = next(row for row in range(at, len(lines)) if lines[row].strip().startswith("value:"))
    lines[at] = re.sub(r": .*$", lambda _: f": {typed}", lines[at])
    content = ("\n".join(lines) + "\n").encode()
    if each.given.appraised:
        ruling, faults = parse(content, place.file, Appraisal)
        assert ruling is not None
        changed = dataclasses.replace(
            the_round, appraisals={**the_round.appraisals, member: ruling.in_file(place.file)}
        )
    else:
        said, faults = parse(content, place.file, Submission)
        assert said is not None
        changed = dataclasses.replace(
            the_round, submissions={**the_round.submissions, member: said.in_file(place.file)}
        )
    assert not faults
    return decide(changed, {the_round.year: the_round.meeting} if the_round.meeting else {})


def one_step_less(each: Leaf, gain: Gain) -> object:
    """Return the value one step before: a step back, or the next worse level, band or answer."""
    scale, value = each.scale, gain.value
    if isinstance(value, Decimal) and scale.kind in ("linear", "count"):
        step = each.criterion.step or (Decimal(1) if scale.kind == "count" else Decimal("0.01"))
        falls = scale.kind == "linear" and scale.worst > scale.best
        return value + step if falls else value - step
    if scale.kind == "bands":
        worse = [band for band in scale.bands if band.points < _points_at(each, value)]
        best = max(worse, key=lambda band: band.points, default=None)
        return each.given.value if best is None else best.at_least if best.at_least is not None else best.at_most
    if scale.kind == "levels":
        points = dict(scale.levels)
        return max((name for name in points if points[name] < points[str(value)]), key=lambda name: points[name])
    return each.given.value


def _points_at(each: Leaf, value: object) -> Decimal:
    assert each.scale.kind == "bands"
    assert isinstance(value, Decimal)
    for band in each.scale.bands:
        if (band.at_least is not None and value >= band.at_least) or (
            band.at_most is not None and value <= band.at_most
        ):
            return band.points
    return Decimal(0)


def gains(member: str) -> Iterator[tuple[Leaf, str, Gain]]:
    sheet: Sheet = shipped().sheets[member]
    for chance in chances(shipped(), member):
        for kind, gain in (("place", chance.place), ("nomination", chance.nomination)):
            if gain is not None:
                yield leaf(sheet, chance.criterion), kind, gain


@pytest.mark.parametrize("member", MEMBERS)
def test_applying_what_it_would_take_gains_it_and_one_step_less_does_not(member: str) -> None:
    rank, _ = stands(shipped(), member)
    for each, kind, gain in gains(member):
        after = stands(rewritten(shipped(), each, member, gain.value), member)
        assert after == (gain.rank, gain.nominated), (each.id, gain)
        assert after[0] < rank if kind == "place" else after[1]
        before = stands(rewritten(shipped(), each, member, one_step_less(each, gain)), member)
        assert before[0] >= rank if kind == "place" else not before[1], (each.id, gain)


def test_the_shipped_data_has_something_to_gain() -> None:
    assert sum(len(list(gains(member))) for member in MEMBERS) > 20


STEPS = """\
nomination:
  quota: 1
groups:
  - id: g
    name: G
    criteria:
      - id: len
        name: Lên
        points: 6
        step: 0.5
        scale:
          kind: linear
          worst: 10
          best: 30
          at_worst: 1
      - id: xuong
        name: Xuống
        points: 4
        step: 2
        scale:
          kind: linear
          worst: 50
          best: 7
      - id: dem
        name: Đếm
        points: 5
        scale:
          kind: count
          full_at: 9
      - id: ty-le
        name: Tỷ lệ
        points: 5
        step: 5
        scale:
          kind: ratio
          worst: 20
          best: 80
      - id: so
        name: So
        points: 3
        scale:
          kind: relative
          method: rank
          better: higher
"""


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(5, 32), st.integers(0, 60), st.integers(0, 11), st.integers(0, 100), st.integers(0, 3)),
        min_size=3,
        max_size=4,
    )
)
def test_the_answer_is_the_first_step_that_gains_as_found_by_trying_them_all(rows: list[tuple[int, ...]]) -> None:
    def values(row: tuple[int, ...]) -> dict[str, object]:
        first, second, third, fourth, fifth = row
        ratio = f"\n    numerator: {fourth}\n    denominator: 100"
        return {"len": first, "xuong": second, "dem": third, "ty-le": ratio, "so": fifth}

    every = {f"m-{at}": values(row) for at, row in enumerate(rows)}
    outcome = result(a_round(STEPS, every))
    rank, nominated = stands(outcome, "m-0")
    assume(rank > 1 or not nominated)
    moves = {
        "len": [Decimal(rows[0][0]) + Decimal("0.5") * step for step in range(1, 51)],
        "xuong": [Decimal(rows[0][1]) - 2 * step for step in range(1, 31)],
        "dem": [Decimal(rows[0][2]) + step for step in range(1, 10)],
        "ty-le": [Decimal(rows[0][3]) + 5 * step for step in range(1, 17)],
    }
    found = {chance.criterion: chance for chance in chances(outcome, "m-0")}
    assert "so" not in found
    for name, tries in moves.items():
        place = nomination = None
        for value in tries:
            typed = f"\n    numerator: {value}\n    denominator: 100" if name == "ty-le" else value
            after = stands(result(a_round(STEPS, every | {"m-0": every["m-0"] | {name: typed}})), "m-0")
            place = value if place is None and after[0] < rank else place
            nomination = value if nomination is None and after[1] and not nominated else nomination
        chance = found[name]
        assert (chance.place.value if chance.place else None) == place, name
        assert (chance.nomination.value if chance.nomination else None) == nomination, name


@pytest.mark.parametrize(
    ("claimed", "change", "said"),
    [
        (None, "value: 50", "the city gave none; reason: đo lại"),
        ("50", "missing: true", "the city said 50; reason: đo lại"),
        ("66", "not_applicable: true", "the city said 66; reason: đo lại"),
        ("{missing: chưa đo}", "value: 50", "the city said it was missing: “chưa đo”; reason: đo lại"),
    ],
)
def test_what_the_panel_changed_is_reported_with_what_the_city_had_said(
    claimed: str | None, change: str, said: str
) -> None:
    rules = "groups:\n" + linear("tc", "u")
    values = {"a": {"u": 10} | ({"tc": claimed} if claimed else {})}
    outcome = result(a_round(rules, values, appraised={"a": f"changes:\n  tc:\n    {change}\n    reason: đo lại\n"}))
    story = explain.Story(outcome, "a", lambda _: 4)
    blocks = [block for block in explain.page(story, "tc", "en", full=True) if isinstance(block, Lines)]
    lines = [line.text.strip() for block in blocks for line in block.lines]
    assert said in lines
    assert any("the panel" in line for line in lines)
    assert json.loads(export_json.render(explain.record(story, "tc", "en")))["criteria"]["tc"]["source"] == "appraised"


# ---- the answer first ----


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("member", ["sa-pa", "hoa-binh", "lao-cai", "muong-lay", "tuyen-quang"])
def test_the_answer_fits_forty_lines_and_the_whole_seventy(member: str, lang: Language) -> None:
    outcome, found = pipeline.ranked(DATA, 2023, warnings=True)
    said = explain.Story(outcome, member, lambda _: 1, doubts(outcome, found.warnings(2023)))
    lines = terminal.render(explain.page(said, None, lang), 80, colour=False).splitlines()
    assert len(lines) <= 70
    table = next(at for at, line in enumerate(lines) if line.startswith(("Mã ", "Code ")))
    assert table <= 30
    for code in ("0201", "0405"):
        assert any(line.startswith(code) for line in lines)


def test_a_city_beyond_the_cut_sees_the_gap_and_who_has_the_last_seat() -> None:
    shown = markdown.render(explain.page(explain.Story(shipped(), "hoa-binh", lambda _: 1), None, "en"))
    # read off the ranking: 86.08 of Sa Pa, 85.83 of Hòa Bình
    assert "Not nominated: 0.25 behind Sa Pa, who has the last of 3 seats." in shown
    ahead = markdown.render(explain.page(explain.Story(shipped(), "sa-pa", lambda _: 1), None, "en"))
    assert "Nominated, 0.25 ahead of Hòa Bình, the first eligible city that is not." in ahead


def test_two_cities_are_compared_criterion_by_criterion_and_the_differences_add_up() -> None:
    said = explain.Story(shipped(), "hoa-binh", lambda _: 1, other="sa-pa")
    shown = markdown.render(explain.page(said, None, "en"))
    assert "Hòa Bình is 0.25 behind Sa Pa." in shown
    against = explain.record(said, None, "en")["against"]
    assert isinstance(against, dict)
    assert against["total"] == [Decimal("85.83"), Decimal("86.08")]
    assert {"member", "criteria", "groups"} <= set(against)


@pytest.mark.parametrize("typed", ["sa-pa", "Sa Pa", "SA PA"])
def test_a_member_is_known_by_id_and_name_and_a_criterion_by_id_and_code(typed: str) -> None:
    assert pipeline.member_of(shipped(), typed) == "sa-pa"
    assert pipeline.criterion_of(shipped(), "0208") == pipeline.criterion_of(shipped(), "nuoc-thai") == "nuoc-thai"


def test_ids_of_criteria_without_a_code_are_listed_as_they_are_typed() -> None:
    shown = terminal.render(explain.page(explain.Story(shipped(), "sa-pa", lambda _: 1), None, "en"), 80, colour=False)
    listed = " ".join(shown[shown.index("Ids ") : shown.index("Details ")].split())
    # the criteria of data/criteria/2023.yaml that have no `code`, in its order
    without = "giao-thong-xanh, quan-ly-nuoc, canh-quan, ke-hoach-xanh-sach-dep, tiet-kiem-nang-luong"
    assert listed == f"Ids {without} (criteria without a code, in the table’s order)"


def test_ids_stand_first_where_no_criterion_has_a_code() -> None:
    outcome = result(a_round("groups:\n" + linear("cay-xanh", "mat-nuoc"), {"a": {"cay-xanh": 90, "mat-nuoc": 80}}))
    lines = terminal.render(explain.page(explain.Story(outcome, "a", lambda _: 1), None, "en"), 80, colour=False)
    assert [line.split()[0] for line in lines.splitlines() if "MAT" in line or "CAY" in line] == [
        "cay-xanh",
        "mat-nuoc",
    ]
    assert "Ids " not in lines


def test_the_json_of_an_explanation_has_the_seat_and_the_other_city_as_the_contract_says() -> None:
    # read off the ranking: Hòa Bình 85.83 after Sa Pa 86.08, the last of three; Hà Giang is not eligible
    behind = json.loads(export_json.render(record(shipped(), "hoa-binh", "en")))
    assert (behind["seat"], behind["against"]) == ({"gap": 0.25, "holder": "sa-pa"}, None)
    ahead = json.loads(export_json.render(record(shipped(), "sa-pa", "en")))
    assert ahead["seat"] == {"gap": -0.25, "holder": "hoa-binh"}
    assert json.loads(export_json.render(record(shipped(), "ha-giang", "en")))["seat"] is None
    story = explain.Story(shipped(), "hoa-binh", lambda _: 1, other="sa-pa")
    against = json.loads(export_json.render(explain.record(story, None, "en")))["against"]
    assert against["member"] == "sa-pa"
    assert against["total"] == [85.83, 86.08]
    # the two sheets: 6.20 and 6.47 for nuoc-thai, neither has points for duong-xe-dap
    assert against["criteria"]["nuoc-thai"] == {"points": [6.2, 6.47], "difference": -0.27}
    assert against["criteria"]["duong-xe-dap"] == {"points": [None, None], "difference": None}
    assert against["groups"]["xanh"] == {"points": [26.7, 24.61], "difference": 2.09}


def test_a_gap_of_nothing_says_by_what_it_was_decided() -> None:
    rules = "nomination:\n  quota: 1\nranking:\n  tie_break:\n    - x\ngroups:\n" + linear("x", "z", points="50")
    outcome = result(a_round(rules, {"a": {"x": 90, "z": 70}, "b": {"x": 70, "z": 90}}))
    found = json.loads(export_json.render(record(outcome, "b", "en")))
    assert found["seat"] == {"gap": 0, "holder": "a", "by": "tie_break:x"}
