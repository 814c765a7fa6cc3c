"""A blank, ___, is a value, a gate or a bonus yet to be filled in: a warning of its own, and nothing else."""

import pytest
from tests.conftest import Folder

from taybac_cluster.pipeline.checking import check
from taybac_cluster.rules.rule import Edit

SA_PA = "submissions/2023/sa-pa.yaml"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param("  cay-xanh: 7.2", "  cay-xanh: ___", 6, id="a number"),
        pytest.param("  cay-xanh: 7.2", "  cay-xanh: ______", 6, id="a longer blank"),
        pytest.param("  quy-hoach: cấp tỉnh", "  quy-hoach: ___", 12, id="a level"),
        pytest.param("  khong-o-nhiem: true", "  khong-o-nhiem: ___", 14, id="a gate"),
        pytest.param("highlights:", "bonuses:\n  sang-kien: ___\nhighlights:", 16, id="a bonus"),
    ],
)
def test_a_blank_is_one_warning_at_its_line(old: str, new: str, line: int, folder: Folder) -> None:
    undecided = Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa\n", "")
    [fault] = check(folder((undecided, Edit(SA_PA, old, new)))).diagnostics
    assert (fault.code, fault.severity, fault.where.span.line) == ("R423", "warning", line)  # type: ignore[union-attr]


def test_a_blank_that_the_panel_has_ruled_on_is_settled(folder: Folder) -> None:
    ruled = Edit(
        "appraisals/2023/sa-pa.yaml",
        "marks:",
        "changes:\n  van-ban:\n    value: 4\n    reason: Đã đếm lại\nmarks:",
    )
    assert check(folder((Edit(SA_PA, "  van-ban: 4", "  van-ban: ___"), ruled))).diagnostics == ()
