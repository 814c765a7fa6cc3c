"""The guides: every command in them is run in their order, with what people do between the commands done by hand."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
import yaml
from tests.cli.test_forms import fill
from tests.conftest import ROOT

from taybac_cluster.cli.commands import COMMANDS

DOCS = ROOT / "docs"
GUIDES = ("guide-secretariat", "guide-officer", "guide-cluster", "guide-maintainer", "install")
BIN = Path(sys.executable).parent

posix = pytest.mark.skipif(os.name != "posix", reason="the commands are typed into bash")

_PIECE = re.compile(r"<!-- (do|ends): (\w+) -->|^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """Commands as they stand in a guide, and the exit code that the last of them has."""

    text: str
    code: int = 0


class Step(NamedTuple):
    """What people do, by its name here."""

    name: str


def pieces(guide: str) -> Iterator[Block | Step]:
    """Yield what a guide has people do and type, in order."""
    code = 0
    for kind, word, text in _PIECE.findall((DOCS / guide).read_text(encoding="utf-8")):
        if kind == "do":
            yield Step(word)
        elif kind == "ends":
            code = int(word)
        else:
            yield Block(text, code)
            code = 0


class Office:
    """The people of a cluster: they type commands, fill in forms, and correct what was wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.more: dict[str, str] = {}

    def type(self, block: Block) -> subprocess.CompletedProcess[str]:
        """Type the commands of a block, those left out that do not exist yet."""
        lines = [line for line in block.text.splitlines() if _exists(line)]
        script = "\n".join([*lines, "code=$?", f"pwd > '{self.folder}/where'", "exit $code"])
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CLUSTER_"))}
        who = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c" if block.code else "-ec", script],
            cwd=self.here,
            env={**kept, **who, **self.more, "PATH": path, "CLUSTER_LANG": "vi", "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == block.code, (block.text, done.stdout, done.stderr)
        return done

    @property
    def here(self) -> Path:
        """The folder in which the next command is typed."""
        where = self.folder / "where"
        return Path(where.read_text(encoding="utf-8").strip()) if where.exists() else self.folder

    def change(self, file: str, old: str, new: str) -> None:
        """Change a file in an editor."""
        path = self.here / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    # a year of the secretariat

    def issue_criteria(self) -> None:
        self.change("data/criteria/2025.yaml", "status: draft", "status: official")

    def forms_come_back(self) -> None:
        forms = sorted((self.here / "bieu-mau").iterdir())
        assert len(forms) == 11
        for number, form in enumerate(forms):
            if form.stem == "vinh-an":
                form.unlink()
                continue
            waste: object = "khoảng 90" if form.stem == "phu-thinh" else f"{96 - number},5"
            fill(form, {**_answers(8 - number / 2), "value.thu_gom_rac": waste})

    def form_is_corrected(self) -> None:
        fill(self.here / "bieu-mau/phu-thinh.xlsx", {"value.thu_gom_rac": 90})

    def file_is_filled_in_by_hand(self) -> None:
        file = "data/submissions/2025/vinh-an.yaml"
        self.change(file, "dien-tich-cay-xanh: ___", "dien-tich-cay-xanh: 5,1")
        self.change(file, "thu-gom-rac: ___", "thu-gom-rac: 88")

    def one_number_is_changed(self) -> None:
        self.change("data/submissions/2025/vinh-an.yaml", "quy-hoach: ___", "quy-hoach: cấp tỉnh")

    def panel_works(self) -> None:
        cells = {name: "có" for name in self.names("tham-dinh.xlsx") if name.startswith("official.")}
        assert len(cells) == 11
        ruling = {"value.binh_minh.thu_gom_rac": 84, "reason.binh_minh.thu_gom_rac": "Chỉ tính nơi có hợp đồng"}
        fill(self.here / "tham-dinh.xlsx", {**cells, **ruling, "bonus.an_binh.sang_kien": None})

    def meeting_votes(self) -> None:
        book = self.here / "hoi-nghi.xlsx"
        present = {name: "có" for name in self.names("hoi-nghi.xlsx") if name.startswith("present.")}
        nominated = ("an_binh", "cat_tuong", "dong_phong")
        votes = {f"votes.{member}.nomination": 11 for member in nominated}
        fill(
            book, {"held_on": "30/9/2025", **present, **votes, **{f"nominated.{member}": "có" for member in nominated}}
        )

    def read_seal(self) -> None:
        lock = yaml.safe_load((self.here / "data/results/2025.yaml").read_text(encoding="utf-8"))
        self.more["SEAL"] = lock["seal"][:16]

    def names(self, book: str) -> list[str]:
        return list(openpyxl.load_workbook(self.here / book).defined_names)

    # the other guides

    def officer_fills_in(self) -> None:
        file = "data/submissions/2025/do-thi-e.yaml"
        for key, value in (("dien-tich-cay-xanh", "6.3"), ("thu-gom-rac", "90"), ("quy-hoach", "cấp tỉnh")):
            self.change(file, f"{key}: ___", f"{key}: {value}")

    def two_cities_answer(self) -> None:
        for member, value in (("an-binh", "6.3"), ("binh-minh", "5.2")):
            self.type(Block(f"cluster new submission 2025 {member}\n"))
            self.change(f"data/submissions/2025/{member}.yaml", "cay-xanh: ___", f"cay-xanh: {value}")


def _answers(green: float) -> Mapping[str, object]:
    """What a city types into its form."""
    return {
        "submitted_on": "10/9/2025",
        "prepared_by": "Nguyễn Văn A, Trưởng phòng",
        "value.dien_tich_cay_xanh": green,
        "value.quy_hoach": "cấp tỉnh" if green > 5 else "cấp cơ sở",
        "value.ke_hoach_nam": "có" if green > 4 else "không",
        "gate.bao_cao_day_du": "có",
    }


def _exists(line: str) -> bool:
    words = line.split()
    if words[:2] == ["cluster", "verify"] and "--seal" in words:
        return _has_seal()
    return words[:1] != ["cluster"] or words[1].startswith("-") or words[1] in COMMANDS


def _has_seal() -> bool:
    done = subprocess.run([BIN / "cluster", "verify", "--help"], capture_output=True, text=True, check=True)
    return "--seal" in done.stdout


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def start(office: Office, guide: str) -> None:
    """Bring about what a guide takes for granted."""
    if guide.startswith("guide-officer"):
        members = " ".join(f'--member "Đô thị {letter}"' for letter in "ABCDE")
        office.type(Block(f"cluster init kho --year 2025 {members}\ncd kho\n"))


@posix
@pytest.mark.parametrize("guide", [f"{name}.vi.md" for name in GUIDES])
def test_every_command_of_a_guide_runs(office: Office, guide: str) -> None:
    start(office, guide)
    for piece in pieces(guide):
        if isinstance(piece, Step):
            step: Callable[[], None] = getattr(office, piece.name)
            step()
        else:
            office.type(piece)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_has_the_same_commands_in_both_languages(guide: str) -> None:
    assert list(pieces(f"{guide}.md")) == list(pieces(f"{guide}.vi.md"))


@pytest.mark.parametrize("guide", [f"{name}{end}" for name in GUIDES for end in (".md", ".vi.md")])
def test_a_guide_leads_to_what_is_there_and_names_commands_that_are(guide: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert links
    assert not [link for link in links if "://" not in link and not (DOCS / link).exists()]
    named = set(re.findall(r"`cluster ([a-z]+)", text))
    assert not named - {*COMMANDS, "diff", "status"}
