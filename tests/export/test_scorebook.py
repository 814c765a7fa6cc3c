"""The score book: worked out again no cell changes, and a value changed in it gives what `rank` gives."""

import dataclasses
import io
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from tests.conftest import DATA
from tests.spreadsheet import Spreadsheet

from taybac_cluster import pipeline
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.export.xlsx import render
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import LocalText
from taybac_cluster.views.papers.office import Source

SOFFICE = shutil.which("soffice")

TRICKY = """\
year: 2023
name: "=Bộ"
status: draft
as_of: 2023-09-24
missing: exclude
groups:
  - id: nhom-a
    name: A
    criteria:
      - id: tl
        name: Tuyến tính
        points: 7
        scale: {kind: linear, worst: 2.5, best: 9, at_worst: 1.5}
        per_class:
          II: {worst: 3, best: 10}
      - id: giam
        name: Giảm
        points: 3
        missing: reject
        scale: {kind: linear, worst: 50, best: 5}
      - id: dem
        name: Đếm
        points: 6
        missing: zero
        scale: {kind: count, full_at: 7}
      - id: co
        name: Có
        points: 2
        applies_to: [I, II]
        scale: {kind: yes_no}
  - id: nhom-b
    name: B
    combine: geometric
    groups:
      - id: b1
        name: B1
        combine: harmonic
        criteria:
          - id: ty-le
            name: Tỷ lệ
            points: 4
            scale: {kind: ratio, worst: 50, best: 90, at_worst: 1}
          - id: bac
            name: Bậc
            points: 5
            scale:
              kind: bands
              bands: [{at_least: 60, points: 5}, {at_least: 30, points: 2.5}, {at_least: 10, points: 1}]
      - id: b2
        name: B2
        combine: minimum
        criteria:
          - id: it
            name: Ít
            points: 3
            scale:
              kind: bands
              bands: [{at_most: 3, points: 3}, {at_most: 8, points: 1.5}]
          - id: muc
            name: Mức
            points: 4
            scale:
              kind: levels
              levels: {"tốt": 4, "khá": 2, "*": 1}
  - id: nhom-c
    name: C
    criteria:
      - id: so
        name: So
        points: 5
        scale: {kind: relative, method: minmax, better: higher}
      - id: ty-le-2
        name: Tỷ lệ hai
        points: 3
        missing: zero
        scale: {kind: ratio, worst: 50, best: 90}
gates:
  - id: cong
    name: Cổng
bonuses:
  cap: 2.5
  items: [{id: cong-x, name: Cộng X, points: 2}, {id: cong-z, name: Cộng Z, points: 1.25}]
deductions:
  items: [{id: tru-x, name: Trừ X, points: 1}]
ranking:
  tie_break: [co, nhom-c, cong-x, tru-x]
  max_missing_percent: 25
nomination: {quota: 2, min_points: 3, min_group_percent: 10, at_tie: vote}
"""
CLASSES = {"mot": "I", "hai": "II", "ba": "III", "bon": "II", "nam": "III"}


def tricky(root: Path, seed: int) -> Path:
    """A cluster of five with every scale, combine and policy; two cities say the same, so that they tie."""
    draw = random.Random(seed)  # noqa: S311 - figures for a test
    lines = ["cluster:", "  id: cum", "  name: Cụm", "members:"]
    for member, urban_class in CLASSES.items():
        lines += [f"  - id: {member}", f"    name: Đô thị {member}", "    member:", "      from: 2015-01-01"]
        lines += ["    periods:", f"      - class: {urban_class}"]
    write(root / "members.yaml", "\n".join(lines) + "\n")
    write(root / "criteria/2023.yaml", TRICKY)
    for member in CLASSES:
        mine = random.Random(seed) if member in ("hai", "bon") else draw  # noqa: S311
        values = {
            "tl": mine.randint(20, 100) / 10,
            "giam": mine.randint(0, 60),
            "dem": mine.randint(0, 9),
            "co": mine.random() < 0.5,
            "ty-le": {"numerator": mine.randint(40, 99), "denominator": mine.randint(99, 110)},
            "bac": mine.choice([5, 10, 29.9, 30, 60, 88]),
            "it": mine.choice([1, 3, 4, 8, 9]),
            "muc": mine.choice(["tốt", "khá", "*"]),
            "so": mine.randint(1, 9),
            "ty-le-2": {"numerator": mine.randint(50, 95), "denominator": 100},
        }
        report = {"member": member, "year": 2023, "status": "draft", "values": values}
        dump(root / f"submissions/2023/{member}.yaml", {**report, "gates": {"cong": True}, "bonuses": {"cong-x": True}})
    dump(root / "meetings/2023.yaml", {"year": 2023, "decisions": {"nominated": ["mot", "hai"]}})
    return root


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def dump(path: Path, value: object) -> None:
    write(path, yaml.safe_dump(value, allow_unicode=True))


class Book(NamedTuple):
    """A score book that was opened for change."""

    opened: Workbook

    def place(self, name: str) -> tuple[str, str]:
        sheet, cell = next(iter(self.opened.defined_names[name].destinations))
        return sheet, cell.replace("$", "")

    def put(self, name: str, value: object) -> None:
        sheet, cell = self.place(name)
        self.opened[sheet][cell].value = value

    def spreadsheet(self) -> Spreadsheet:
        return Spreadsheet(
            {(sheet.title, cell.coordinate): cell.value for sheet in self.opened for row in sheet for cell in row}
        )


def decided(root: Path) -> Result:
    return pipeline.ranked(root, 2023)[0]


def book_of(result: Result) -> bytes:
    return render(Source(result, Papers()))


def opened(content: bytes) -> Book:
    return Book(load_workbook(io.BytesIO(content)))


def slug(name: str) -> str:
    return name.replace("-", "_")


def test_worked_out_again_no_cell_changes(tmp_path: Path) -> None:
    for root in (DATA, tricky(tmp_path / "data", 3)):
        content = book_of(decided(root))
        written, book = load_workbook(io.BytesIO(content), data_only=True), opened(content)
        again = book.spreadsheet()
        for sheet in book.opened:
            for row in sheet:
                for cell in row:
                    if cell.data_type == "f":
                        assert same(
                            again.value(sheet.title, cell.coordinate), written[sheet.title][cell.coordinate].value
                        ), (
                            sheet.title,
                            cell.coordinate,
                            cell.value,
                        )


def same(one: object, other: object) -> bool:
    if one in (None, "") or other in (None, ""):
        return one in (None, "") and other in (None, "")
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return isinstance(one, bool) == isinstance(other, bool) and abs(one - other) < 1e-9
    return bool(one == other)


def test_a_place_has_no_decimals_and_no_name_is_cut_off() -> None:
    """80 letters in a column of 22 take 4 lines, of 15 points each."""
    long = "Đô thị có tên rất dài " * 4
    result = pipeline.ranked(DATA, 2023)[0]
    member = result.placed[0].member
    standing = result.placed[0].sheet.standing._replace(name=LocalText(vi=long[:80], en=long[:80]))
    first = result.placed[0]._replace(sheet=result.placed[0].sheet._replace(standing=standing))
    named = dataclasses.replace(result, placed=(first, *result.placed[1:]))
    book = load_workbook(io.BytesIO(book_of(named)))
    sheet, cell = next(iter(book.defined_names[f"rank.{member.replace('-', '_')}"].destinations))
    row = int(cell.rsplit("$", 1)[1])
    assert book[sheet].cell(row, 1).number_format == "0"
    assert book[sheet].row_dimensions[row].height == 60


def test_its_names_stand_for_values_points_totals_places_and_nominations() -> None:
    names = set(opened(book_of(decided(DATA))).opened.defined_names)
    for name in ("value.sa_pa.nuoc_thai", "points.sa_pa.nuoc_thai", "total.sa_pa", "rank.sa_pa", "nominated.sa_pa"):
        assert name in names


Change = tuple[str, str, object]


def changes(result: Result, draw: random.Random) -> Iterator[Change]:
    """A few changes of what counts: values of every kind, gates, bonuses."""
    criteria = result.round.criteria
    for _ in range(draw.choice([1, 2, 4])):
        member = draw.choice(list(result.sheets))
        if draw.random() < 0.75:
            leaf = draw.choice([leaf for leaf in result.sheets[member].root.leaves() if may_change(leaf)])
            yield member, leaf.id, value_for(leaf, draw)
        else:
            ids = [*(gate.id for gate in criteria.gates), *(item.id for item in criteria.bonuses.items)]
            yield member, draw.choice(ids), draw.random() < 0.5


def may_change(leaf: Leaf) -> bool:
    return leaf.scale.kind not in ("relative", "marks") and leaf.criterion.applies_to is None


def value_for(leaf: Leaf, draw: random.Random) -> object:
    kind = leaf.scale.kind
    if draw.random() < 0.15:
        return None
    if kind == "ratio":
        return draw.randint(0, 120), draw.randint(1, 120)
    if kind == "yes_no":
        return draw.random() < 0.5
    if kind == "levels":
        return draw.choice(list(leaf.scale.levels))  # type: ignore[union-attr]
    return draw.choice([draw.randint(0, 12), draw.randint(0, 100), draw.randint(0, 1000) / 10])


def in_book(book: Book, result: Result, change: Change) -> None:
    member, name, value = change
    ratio = name in result.round.criteria.criteria and result.round.criteria.criteria[name].scale.kind == "ratio"
    if not ratio:
        book.put(f"value.{slug(member)}.{slug(name)}", value)
        return
    parts = value if isinstance(value, tuple) else (None, None)
    for part, number in zip(("numerator", "denominator"), parts, strict=True):
        book.put(f"{part}.{slug(member)}.{slug(name)}", number)


def in_files(root: Path, result: Result, change: Change) -> None:
    """Make the same change as a ruling of the panel, which counts before the city's own word."""
    member, name, value = change
    path = root / f"appraisals/2023/{member}.yaml"
    ruling: dict[str, Any] = {"member": member, "year": 2023}
    if path.exists():
        ruling = yaml.safe_load(path.read_text("utf-8"))
    criteria = result.round.criteria
    if name in criteria.criteria:
        said: dict[str, object] = {"value": value} if value is not None else {"missing": True}
        if isinstance(value, tuple):
            said = {"numerator": value[0], "denominator": value[1]}
        ruling.setdefault("changes", {})[name] = {**said, "reason": "thử"}
    elif any(gate.id == name for gate in criteria.gates):
        ruling.setdefault("gates", {})[name] = {"value": value, "reason": "thử"}
    else:
        ruling.setdefault("bonuses", {})[name] = {"granted": value, "reason": "thử"}
    dump(path, ruling)


def differences(expected: Result, shown: Callable[[str], object]) -> list[object]:
    """What the book shows otherwise than the program computes it."""
    placed = {each.member: each for each in expected.placed}
    found: list[object] = []
    for member in expected.sheets:
        mine = placed.get(member)
        wanted = {
            "rank": mine.rank if mine else None,
            "nominated": member in expected.nominations.members,
            **({"total": float(mine.total)} if mine else {}),
        }
        for key, value in wanted.items():
            got = shown(f"{key}.{slug(member)}")
            if not same(got if key != "nominated" else bool(got), value):
                found.append((member, key, value, got))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_a_value_changed_in_the_book_gives_what_rank_gives(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)  # noqa: S311 - figures for a test
    root = tmp_path / "data"
    if seed % 2:
        tricky(root, seed)
    else:
        shutil.copytree(DATA, root, ignore=shutil.ignore_patterns("results"))
    result = decided(root)
    content = book_of(result)
    for _ in range(2):
        made, book = list(changes(result, draw)), opened(content)
        there = tmp_path / "changed"
        shutil.copytree(root, there)
        for change in made:
            in_book(book, result, change)
            in_files(there, result, change)
        again = book.spreadsheet()
        assert differences(decided(there), lambda name: again.value(*book.place(name))) == [], made  # noqa: B023
        shutil.rmtree(there)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_works_it_out_alike(tmp_path: Path) -> None:
    draw = random.Random(11)  # noqa: S311 - figures for a test
    result = decided(tricky(tmp_path / "data", 4))
    content = book_of(result)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/as-written.xlsx").write_bytes(content)
    book, there = opened(content), tmp_path / "changed"
    shutil.copytree(tmp_path / "data", there)
    for change in changes(result, draw):
        in_book(book, result, change)
        in_files(there, result, change)
    book.opened.save(tmp_path / "in/changed.xlsx")
    worked_out(tmp_path)
    as_written = load_workbook(tmp_path / "out/as-written.xlsx", data_only=True)
    for sheet in load_workbook(io.BytesIO(content), data_only=True):
        for row in sheet:
            for cell in row:
                assert same(boolean(as_written[sheet.title][cell.coordinate].value, cell.value), cell.value), cell
    changed = load_workbook(tmp_path / "out/changed.xlsx", data_only=True)

    def shown(name: str) -> object:
        sheet, cell = book.place(name)
        return changed[sheet][cell].value

    assert differences(decided(there), shown) == []


def boolean(value: object, like: object) -> object:
    return bool(value) if isinstance(like, bool) and value is not None else value


PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
<value>0</value></prop></item>
</oor:items>
"""


def worked_out(folder: Path) -> None:
    """Have LibreOffice work out every workbook of a folder again, always."""
    write(folder / "profile/user/registrymodifications.xcu", PROFILE)
    books = sorted(map(str, (folder / "in").glob("*.xlsx")))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), *books]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
