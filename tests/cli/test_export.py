"""The dossier: which files are written, what stands in them, and what is said on the way."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import DATA, Folder

from taybac_cluster.cli import run
from taybac_cluster.rules.rule import Edit

PAPERS = """\
issuers:
  - from: 2023-01-01
    name: CỤM MẪU
    superior: HIỆP HỘI MẪU
    place: Lào Cai
    page_url: https://vi-du.vn/ket-qua.html
  - from: 2024-01-01
    name: CỤM MẪU MỚI
signers:
  - capacity: TM. CỤM
    office: CỤM TRƯỞNG
    name: Nguyễn Văn Mẫu
papers:
  proposal:
    symbol: TTr-CM
    to:
      - Hiệp hội mẫu
    grounds:
      - Căn cứ Quy chế của hiệp hội;
      - Căn cứ kết quả hội nghị
    copies:
      - Như trên
      - "Lưu: VT"
    body: |
      Năm {year}, {cluster} đề nghị {count} đô thị: {nominated}.
years:
  2023:
    proposal:
      number: 5
      date: 2023-09-28
"""


def words(path: Path) -> str:
    """Every text of a Word file, in order."""
    from docx import Document  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    document = Document(str(path))
    lines = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))
    return "\n".join(lines).replace("\u00a0", " ")


def export(root: Path, to: Path, *more: str) -> int:
    return run(["export", "2023", "-o", str(to), "--data", str(root), "--lang", "vi", *more])


def test_every_paper_is_written_as_word_and_pdf_and_a_notice_to_every_member(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(DATA, tmp_path) == 0
    stems = ("to-trinh", "bien-ban", "bang-diem", "dang-cai", "luu-y", "thong-bao/sa-pa", "thong-bao/muong-lay")
    assert all((tmp_path / f"{stem}.{kind}").stat().st_size for stem in stems for kind in ("docx", "pdf"))
    assert len(list((tmp_path / "thong-bao").glob("*.docx"))) == 11
    assert "papers.yaml: years.2023.proposal.number" in capsys.readouterr().err


def test_the_proposal_is_written_as_the_papers_file_says(folder: Folder, tmp_path: Path) -> None:
    root = folder((Edit("papers.yaml", "", PAPERS),))
    assert export(root, tmp_path / "d", "--only", "proposal") == 0
    text = words(tmp_path / "d/to-trinh.docx")
    for line in (
        "HIỆP HỘI MẪU",
        "CỤM MẪU",
        "Số: 05/TTr-CM",
        "Lào Cai, ngày 28 tháng 9 năm 2023",
        "Kính gửi: Hiệp hội mẫu.",
        "Căn cứ Quy chế của hiệp hội;",
        "Căn cứ kết quả hội nghị.",
        "Năm 2023, Cụm mẫu đề nghị 01 đô thị: Sa Pa.",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. CỤM",
        "Nguyễn Văn Mẫu",
        "DỰ THẢO – CHƯA CHỐT KẾT QUẢ",
    ):
        assert line in text.splitlines(), line
    assert "……" not in text
    with ZipFile(tmp_path / "d/to-trinh.docx") as packed:
        assert [name for name in packed.namelist() if name.startswith("word/media/")]


def test_what_is_not_known_is_a_dotted_blank_and_a_line_on_stderr(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(folder(), tmp_path / "d", "--only", "proposal") == 0
    assert "Số: ………/TTr-………" in words(tmp_path / "d/to-trinh.docx")
    said = capsys.readouterr().err
    for key in ("issuers[].name", "papers.proposal.symbol", "years.2023.proposal.date", "signers[].name"):
        assert key in said


def test_a_locked_year_carries_its_seal_on_every_paper_and_an_open_one_says_that_it_is_a_draft(tmp_path: Path) -> None:
    assert export(DATA, tmp_path) == 0
    digits = re.search(r"^seal: \"?([0-9a-f]{16})", (DATA / "results/2023.yaml").read_text("utf-8"), re.MULTILINE)
    assert digits is not None
    seal = "-".join(re.findall("....", digits[1].upper()))
    for path in tmp_path.rglob("*.docx"):
        text = words(path)
        assert seal in text
        assert "SỐ LIỆU MINH HỌA" in text
        assert "DỰ THẢO" not in text


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert export(DATA, tmp_path / name) == 0
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes(), path.name


def test_other_files_stay_and_stale_ones_of_our_own_names_go(tmp_path: Path) -> None:
    (tmp_path / "thong-bao").mkdir()
    own, others = ["thong-bao/da-roi-cum.docx"], ["ghi-chu.txt", "thong-bao/Ghi chú.docx", "anh.png"]
    for name in (*own, *others):
        (tmp_path / name).write_text("cũ", "utf-8")
    assert export(DATA, tmp_path, "--only", "notice") == 0
    assert not any((tmp_path / name).exists() for name in own)
    assert all((tmp_path / name).read_text("utf-8") == "cũ" for name in others)


def test_the_figures_are_those_of_rank_without_the_doubts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(DATA, tmp_path, "--only", "data") == 0
    capsys.readouterr()
    assert run(["rank", "2023", "--data", str(DATA), "--lang", "vi", "--format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    whole.pop("doubts", None)
    whole.pop("doubts_untried", None)
    assert json.loads((tmp_path / "ket-qua.json").read_text("utf-8")) == whole


def test_a_kind_that_is_none_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(DATA, tmp_path, "--only", "to-trinh") == 2
    assert "proposal" in capsys.readouterr().err


def test_a_fault_of_the_papers_file_stops_the_dossier_and_no_ranking(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder((Edit("papers.yaml", "", "papers:\n  proposal:\n    symbols: TTr\n"),))
    assert export(root, tmp_path / "d") == 1
    assert "papers.yaml:3" in capsys.readouterr().err
    assert not (tmp_path / "d").exists()
    assert run(["rank", "2023", "--data", str(root)]) == 0


def test_a_missing_extra_is_answered_with_the_line_that_installs_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from taybac_cluster.cli import extras  # noqa: PLC0415

    monkeypatch.setitem(extras.EXTRAS, "office", ("not_installed_here",))
    assert export(DATA, tmp_path, "--only", "proposal") == 2
    assert not list(tmp_path.iterdir())
    assert 'pip install "taybac-cluster[office]"' in capsys.readouterr().err
    assert export(DATA, tmp_path) == 0
    assert (tmp_path / "to-trinh.pdf").exists()
    assert not (tmp_path / "to-trinh.docx").exists()
    assert 'pip install "taybac-cluster[office]"' in capsys.readouterr().err


def test_a_notice_has_the_doubts_of_its_city_alone(tmp_path: Path) -> None:
    assert export(DATA, tmp_path, "--only", "notice", "--only", "doubts") == 0
    note = words(tmp_path / "luu-y.docx")
    assert "Sa Pa" in note
    assert "Khi đó, danh sách đề nghị" in note
    assert "đô thị nào không đạt điều kiện thì không còn trong danh sách" in note
    own = words(tmp_path / "thong-bao/sa-pa.docx").partition("Nội dung cần lưu ý")[2]
    assert "chưa thẩm định" in own
    assert not any(name in own.replace("Hòa Bình thay Sa Pa", "") for name in ("Tuyên Quang", "Yên Bái", "Sơn La"))


def test_the_page_stands_alone_and_the_index_names_every_year_of_the_folder(folder: Folder, tmp_path: Path) -> None:
    to = tmp_path / "d"
    assert export(folder(), to, "--only", "page") == 0
    older = folder(
        {
            "criteria/2023.yaml": None,
            "submissions/2023/sa-pa.yaml": None,
            "submissions/2023/lao-cai.yaml": None,
            "appraisals/2023/sa-pa.yaml": None,
            "appraisals/2023/lao-cai.yaml": None,
            "meetings/2023.yaml": None,
        }
    )
    for path in (older / "criteria/2023.yaml",):
        (older / "criteria/2022.yaml").write_text(path.read_text("utf-8").replace("2023", "2022"), "utf-8")
    assert run(["export", "2022", "-o", str(to), "--data", str(older), "--only", "page"]) == 0
    text = (to / "ket-qua.html").read_text("utf-8")
    for word in ("<script", "http://", "javascript:", " style=", "onload"):
        assert word not in text
    assert "Content-Security-Policy" in text
    listed = (to / "index.html").read_text("utf-8")
    assert 'href="ket-qua.html">2022' in listed
    assert 'href="ket-qua-2023.html">2023' in listed
    assert "Cụm mẫu" in (to / "ket-qua-2023.html").read_text("utf-8")
    assert 'href="ket-qua-2023.en.html"' in (to / "ket-qua-2023.html").read_text("utf-8")
