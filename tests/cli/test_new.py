"""`cluster new`: what it writes is complete, valid, and never over what is there."""

import re
import shutil
from pathlib import Path

import pytest
from tests.conftest import DATA, Folder, Run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the shipped data with a criteria set for 2024."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def errors(run: Run, data: Path) -> list[str]:
    return [line for line in run("validate", "--format", "short", data=data).out.splitlines() if ": lỗi[" in line]


def test_a_submission_lists_every_criterion_with_its_scale_and_last_years_value(run: Run, data: Path) -> None:
    run("new", "criteria", 2024, "--from", 2023, data=data)
    done = run("new", "submission", 2024, "sa-pa", data=data)
    assert done == (0, f"{data}/submissions/2024/sa-pa.yaml\n", "")
    text = (data / "submissions/2024/sa-pa.yaml").read_text(encoding="utf-8")
    before = (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8")
    asked = [line.split(":")[0] for line in text.splitlines() if line.endswith(": ___") and line[:1] == " "]
    answered = [line.split(":")[0] for line in before.splitlines() if line[:2] == "  " and line[2].isalpha()]
    # Sa Pa's class is not known, so what is limited to classes is not asked; it answered all that was
    assert asked == [*answered, "  vat-lieu-xanh", "  lien-ket-do-thi-nong-thon"]
    assert "  # Năm 2023: 38.5\n  nuoc-thai: ___\n" in text
    assert "  # 0208 Tỷ lệ nước thải được thu gom và xử lý đạt tiêu chuẩn (%): 8 điểm\n" in text
    assert "  # càng cao càng tốt: từ 5 (2 điểm) đến 50 (8 điểm), theo đường thẳng\n" in text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_blanks_have_no_error_and_are_no_values(run: Run, folder: Folder, lang: str) -> None:
    data = folder()
    for year in (2024, 2025):
        run("new", "criteria", year, "--from", 2023, data=data)
        run("new", "submission", year, "sa-pa", data=data, lang=lang)
    run("new", "appraisal", 2024, "sa-pa", data=data, lang=lang)
    assert errors(run, data) == []
    text = (data / "submissions/2025/sa-pa.yaml").read_text(encoding="utf-8")
    assert "2024" not in text
    assert "None" not in text + (data / "appraisals/2024/sa-pa.yaml").read_text(encoding="utf-8")


def test_what_the_panel_made_of_last_years_value_stands_beside_it(run: Run, data: Path) -> None:
    run("new", "criteria", 2024, "--from", 2023, data=data)
    run("new", "submission", 2024, "hoa-binh", data=data, lang="en")
    text = (data / "submissions/2024/hoa-binh.yaml").read_text(encoding="utf-8")
    assert "  # 2023: 41.8 (appraised: 36.5)\n  nuoc-thai: ___\n" in text


def test_a_city_may_be_named_by_its_name(run: Run, data: Path, tmp_path: Path) -> None:
    run("new", "criteria", 2024, "--from", 2023, data=data)
    assert run("new", "submission", 2024, "Sa Pa", data=data).out == f"{data}/submissions/2024/sa-pa.yaml\n"
    assert run("new", "appraisal", 2024, "sa pa", data=data).out == f"{data}/appraisals/2024/sa-pa.yaml\n"
    assert run("form", 2024, "SA PA", "-o", tmp_path / "form.xlsx", data=data).code == 0


def test_nothing_is_written_over(run: Run, data: Path) -> None:
    before = (data / "criteria/2023.yaml").read_bytes()
    done = run("new", "criteria", 2023, data=data)
    assert (done.code, done.out) == (2, "")
    assert "không ghi đè" in done.err
    assert (data / "criteria/2023.yaml").read_bytes() == before


def test_a_copied_set_has_its_days_and_name_moved_and_its_comments_kept(run: Run, data: Path) -> None:
    assert run("new", "criteria", 2024, "--from", 2023, data=data).code == 0
    old = (data / "criteria/2023.yaml").read_text(encoding="utf-8").splitlines()
    new = (data / "criteria/2024.yaml").read_text(encoding="utf-8").splitlines()
    changed = [line for line in new if line not in old]
    assert [line.split("#")[-1].strip() for line in changed[1:]] == [
        "year: 2024",
        "vi: Bộ tiêu chí đô thị Xanh - Sạch - Đẹp gắn với tăng trưởng xanh và biến đổi khí hậu năm 2024",
        "en: Criteria for the Green, Clean, Beautiful city with green growth and climate change, 2024",
        "as_of: 2024-09-24",
        "deadline: 2024-09-10",
    ]
    assert len(new) == len(old) + 1
    assert errors(run, data) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("criteria", 2030), "criteria/2030.yaml"),
        (("meeting", 2024), "meetings/2024.yaml"),
        (("papers",), "papers.yaml"),
    ],
)
def test_what_is_written_has_no_error(
    run: Run, data: Path, arguments: tuple[object, ...], file: str, lang: str
) -> None:
    (data / file).unlink(missing_ok=True)
    assert run("new", *arguments, data=data, lang=lang).out == f"{data}/{file}\n"
    assert errors(run, data) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_stands_ready_behind_a_sign_is_valid_once_it_is_used(run: Run, data: Path, lang: str) -> None:
    (data / "papers.yaml").unlink()
    run("new", "papers", data=data, lang=lang)
    text = (data / "papers.yaml").read_text(encoding="utf-8")
    used = re.sub(r"^# ((?: {2,}|[a-z_]+:$).*)$", r"\1", text, flags=re.MULTILINE).replace("___", "Tên")
    assert used.count("#") < text.count("#") - 20
    (data / "papers.yaml").write_text(used, encoding="utf-8")
    assert errors(run, data) == []


def test_an_appraisal_shows_what_the_city_said(run: Run, data: Path) -> None:
    (data / "results/2023.yaml").unlink()
    assert run("new", "appraisal", 2023, "sa-pa", data=data).code == 0
    text = (data / "appraisals/2023/sa-pa.yaml").read_text(encoding="utf-8")
    assert "#   # đô thị tự chấm: 38.5\n#   nuoc-thai:\n#     value: ___\n" in text
    assert errors(run, data) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(("paper",), 2, "papers", id="a kind that is none"),
        pytest.param(("submission", 2023), 2, "cluster new submission NĂM ĐÔ_THỊ", id="no member"),
        pytest.param(("criteria",), 2, "cluster new criteria NĂM", id="no year"),
        pytest.param(("criteria", 2024, "--from", 2020), 2, "2020", id="a source that is not there"),
        pytest.param(("meeting", 2024, "--from", 2023), 2, "--from", id="a source for a meeting"),
        pytest.param(("submission", 2031, "sa-pa"), 2, "2031", id="a year without criteria"),
        pytest.param(("appraisal", 2023, "sa-pa"), 1, "cluster unlock 2023", id="a locked year"),
        pytest.param(("submission", 2023, "viet-tri"), 1, "đã chốt", id="a locked year comes first"),
    ],
)
def test_what_cannot_be_begun_is_said(
    run: Run, data: Path, arguments: tuple[object, ...], code: int, words: str
) -> None:
    done = run("new", *arguments, data=data)
    assert (done.code, done.out) == (code, "")
    assert words in done.err


def test_a_city_that_handed_in_nothing_has_nothing_to_appraise(run: Run, data: Path) -> None:
    run("new", "criteria", 2024, "--from", 2023, data=data)
    done = run("new", "appraisal", 2024, "sa-pa", data=data)
    assert done.code == 2
    assert "chưa có báo cáo tự chấm" in done.err


def test_a_link_that_leads_nowhere_is_not_followed(run: Run, data: Path, tmp_path: Path) -> None:
    (data / "meetings/2024.yaml").symlink_to(tmp_path / "elsewhere")
    assert run("new", "meeting", 2024, data=data).code == 2
    assert not (tmp_path / "elsewhere").exists()
