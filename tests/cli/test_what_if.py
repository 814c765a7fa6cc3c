"""`rank --set` and `--criteria`: a what-if is the same change made in the files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Folder, Run

from taybac_cluster.rules.rule import Changes, Edit
from taybac_cluster.rules.sample import CRITERIA

Rank = Callable[..., dict[str, Any]]

SA_PA = "submissions/2023/sa-pa.yaml"
LAO_CAI = "submissions/2023/lao-cai.yaml"
SA_PA_APPRAISED = "appraisals/2023/sa-pa.yaml"
LAO_CAI_APPRAISED = "appraisals/2023/lao-cai.yaml"
BONUS = Edit(SA_PA, "highlights: ", "bonuses:\n  sang-kien: true\nhighlights: ")


@pytest.fixture
def rank(folder: Folder, run: Run) -> Rank:
    """Rank the sample with changes made in its files, and things set; return the JSON."""

    def answer(changes: Changes, *options: str) -> dict[str, Any]:
        done = run("rank", 2023, "--format", "json", *options, data=folder(changes))
        assert (done.code, done.err) == (0, ""), done.err
        found: dict[str, Any] = done.data
        return found

    return answer


@pytest.mark.parametrize(
    ("before", "setting", "change", "value"),
    [
        pytest.param(
            (), "sa-pa.cay-xanh=9.5", Edit(SA_PA, "cay-xanh: 7.2", "cay-xanh: 9.5"), [7.2, 9.5], id="a number",
        ),
        pytest.param(
            (), "sa-pa.rac-thai=600/1000", Edit(SA_PA, "812\n    denominator: 930", "600\n    denominator: 1000"),
            [pytest.approx(81200 / 930), 60], id="a ratio, whose percentage counts",
        ),
        pytest.param(
            (), "sa-pa.quy-hoach=Cấp huyện", Edit(SA_PA, "cấp tỉnh", "Cấp huyện"),
            ["cấp tỉnh", "Cấp huyện"], id="a level",
        ),
        pytest.param(
            (), "sa-pa.van-ban=missing", Edit(SA_PA, "van-ban: 4", "van-ban:\n    missing: mất"),
            [4, "missing"], id="missing",
        ),
        pytest.param(
            (), "sa-pa.van-ban=na",
            Edit(SA_PA_APPRAISED, "marks:", "changes:\n  van-ban:\n    not_applicable: true\n    reason: r\nmarks:"),
            [4, "na"], id="not applicable: the appraisal's",
        ),
        pytest.param(
            (), "lao-cai.nuoc-thai=20", Edit(LAO_CAI_APPRAISED, "value: 58", "value: 20"), [58, 20],
            id="where the appraisal speaks of it, in the appraisal",
        ),
        pytest.param(
            (), "lao-cai.my-quan.giam-khao-2=9", Edit(LAO_CAI_APPRAISED, "giam-khao-2: 7", "giam-khao-2: 9"), [7, 9],
            id="a mark",
        ),
        pytest.param(
            (), "sa-pa.khong-o-nhiem=không", Edit(SA_PA, "khong-o-nhiem: true", "khong-o-nhiem: false"), [True, False],
            id="a gate",
        ),
        pytest.param(
            (), "sa-pa.sang-kien=có", BONUS, [False, True], id="a bonus",
        ),
        pytest.param(
            (), "sa-pa.nop-muon=true",
            Edit(SA_PA_APPRAISED, "marks:", "deductions:\n  nop-muon:\n    reason: r\nmarks:"),
            [False, True], id="a deduction: the appraisal's",
        ),
    ],
)  # fmt: skip
def test_a_what_if_is_the_change_made_in_the_files(
    rank: Rank, before: Changes, setting: str, change: Edit, value: list[object]
) -> None:
    plain, supposed = rank(before), rank(before, "--set", setting)
    in_the_files = rank((*before, change))
    said, nothing = supposed.pop("what_if"), in_the_files.pop("what_if")
    assert supposed == in_the_files
    assert nothing is None
    assert plain["what_if"] is None
    member, name, *judge = setting.partition("=")[0].split(".")
    assert said["set"] == [{"member": member, "id": name, **({"judge": judge[0]} if judge else {}), "value": value}]
    assert said["criteria"] is None
    assert said["before"] == {
        "ranking": [{key: row[key] for key in ("member", "rank", "total")} for row in plain["ranking"]],
        "nominations": plain["nominations"],
    }


def test_several_things_are_set_at_once(rank: Rank) -> None:
    supposed = rank((), "--set", "sa-pa.cay-xanh=3", "--set", "sa-pa.van-ban=1", "--set", "lao-cai.cay-xanh=9")
    in_the_files = rank((
        Edit(SA_PA, "cay-xanh: 7.2", "cay-xanh: 3"), Edit(SA_PA, "van-ban: 4", "van-ban: 1"),
        Edit(LAO_CAI, "cay-xanh: 6.5", "cay-xanh: 9"),
    ))  # fmt: skip
    assert supposed["ranking"] == in_the_files["ranking"]
    assert [each["id"] for each in supposed["what_if"]["set"]] == ["cay-xanh", "van-ban", "cay-xanh"]


@pytest.mark.parametrize(
    "setting",
    [
        "sa-pa",
        "sa-pa.cay-xanh",
        "sa-pa=3",
        "cay-xanh=3",
        "sa-pa.cay-xanh.x.y=3",
        "ha-noi.cay-xanh=3",
        "yen-bai.cay-xanh=3",
        "sa-pa.cay-xanhh=3",
        "sa-pa.cay-xanh=",
        "sa-pa.cay-xanh=7,2",
        "sa-pa.cay-xanh=07",
        "sa-pa.cay-xanh=1e3",
        "sa-pa.cay-xanh=nan",
        "sa-pa.cay-xanh=true",
        "sa-pa.cay-xanh=٧",
        "sa-pa.cay-xanh=812/930",
        "sa-pa.rac-thai=87.3",
        "sa-pa.rac-thai=812/0",
        "sa-pa.quy-hoach=cấp xã",
        "sa-pa.my-quan=8",
        "sa-pa.my-quan.giam-khao-9=8",
        "sa-pa.my-quan.giam-khao-1=11",
        "sa-pa.my-quan.giam-khao-1=na",
        "sa-pa.cay-xanh.giam-khao-1=8",
        "sa-pa.khong-o-nhiem=1",
        "sa-pa.sang-kien=missing",
        "sa-pa.nop-muon=0.5",
        "sa-pa.xanh=3",
        "sa-pa.van-ban=-1",
    ],
)
def test_what_cannot_be_set_is_refused_in_a_sentence(folder: Folder, run: Run, setting: str) -> None:
    done = run("rank", 2023, "--set", setting, data=folder(), lang="en")
    assert (done.code, done.out) == (2, ""), done.err
    assert done.err.count("\n") == 1


def test_a_code_in_the_place_of_an_id_is_answered_with_the_id(cluster: Run) -> None:
    done = cluster("rank", 2023, "--set", "hoa-binh.0208=50")
    assert done.code == 2
    assert "“0208” is the code of a criterion; here type: nuoc-thai" in done.err


def test_the_same_thing_is_not_set_twice(folder: Folder, run: Run) -> None:
    done = run("rank", 2023, "--set", "sa-pa.cay-xanh=3", "--set", "sa-pa.cay-xanh=4", data=folder())
    assert done.code == 2
    assert "sa-pa.cay-xanh" in done.err


def test_another_set_is_tried_on_the_years_values(rank: Rank, tmp_path: Path) -> None:
    other = CRITERIA.replace("year: 2023", "year: 2024").replace("as_of: 2023-09-24", "as_of: 2024-09-24")
    other = other.replace("deadline: 2023-09-10", "deadline: 2024-09-10").replace("id: van-ban", "id: du-an")
    other = other.replace("            cấp huyện: 5\n", "            cấp xã: 5\n")
    path = tmp_path / "2024.yaml"
    path.write_text(other)
    found = rank((), "--criteria", str(path))
    what_if = found["what_if"]
    assert (what_if["criteria"], what_if["set"]) == (str(path), [])
    assert what_if["without_value"] == ["du-an"]
    assert what_if["ignored"] == ["van-ban", "quy-hoach"]  # Lào Cai has a level that the other set does not
    assert (found["year"], found["as_of"]) == (2023, "2023-09-24")
    outcomes = {
        row["member"]: {name: each["outcome"] for name, each in row["criteria"].items()} for row in found["ranking"]
    }
    assert outcomes["sa-pa"]["du-an"] == outcomes["lao-cai"]["quy-hoach"] == "missing"
    assert outcomes["sa-pa"]["quy-hoach"] == "scored"


def test_the_same_set_gives_the_same_result(rank: Rank, tmp_path: Path) -> None:
    path = tmp_path / "same.yaml"
    path.write_text(CRITERIA)
    plain, supposed = rank(()), rank((), "--criteria", str(path))
    said, _ = supposed.pop("what_if"), plain.pop("what_if")
    assert supposed == plain
    assert (said["without_value"], said["ignored"]) == ([], [])


def test_a_faulty_set_is_shown_with_its_lines(folder: Folder, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "faulty.yaml"
    path.write_text(CRITERIA.replace("        points: 40\n", "        points: -40\n"))
    done = run("rank", 2023, "--criteria", path, data=folder())
    assert done.code == 1
    assert "faulty.yaml:15" in done.err
