"""Puts texts that have broken programs through every output, and looks whether any came out as more than a text.

    python benchmarks/hostile_texts.py LIST.json

LIST.json is a JSON list of texts. Each stands as the name of a city, of a criterion and of a group, as reason,
highlight, guest and decision. Texts that the reader refuses are counted and left out. Ends with 1 where an output has
a formula, link, field, markup or script that the same outputs of harmless texts do not have, or lacks one of the texts.
"""

import csv
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from pypdf import PdfReader

from taybac_cluster.cli import dossier
from taybac_cluster.load.document import parse
from taybac_cluster.model.members import Roster

OWN = (
    '=HYPERLINK("http://evil.example","x")',
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "{{ 7*7 }}",
    "#set page(width: 1pt)",
)
BATCH = 6
KINDS = tuple(kind for kind in dossier.KINDS)


def main() -> int:
    """Put the texts through in batches, and report what is wrong."""
    texts = [text for text in (*OWN, *json.loads(Path(sys.argv[1]).read_text("utf-8"))) if text.strip()]
    usable = [text for text in texts if _readable(text)]
    print(f"{len(texts)} texts, {len(texts) - len(usable)} of them refused by the reader")
    harmless = _shape(_outputs([f"Đô thị {at}" for at in range(BATCH)]))
    wrong = 0
    for at in range(0, len(usable), BATCH):
        batch = usable[at : at + BATCH]
        batch += [f"Đô thị {each}" for each in range(BATCH - len(batch))]
        made = _outputs(batch)
        found = [*_differences(harmless, _shape(made)), *_lost(made, batch), *_csv_formulas(made)]
        wrong += len(found)
        for each in found:
            print(f"texts {at} to {at + BATCH - 1}: {each}")
    print("all came out as texts" if not wrong else f"{wrong} faults")
    return 1 if wrong else 0


def _readable(text: str) -> bool:
    record, faults = parse(_members([text]).encode("utf-8", "surrogatepass"), "members.yaml", Roster)
    return record is not None and not faults


def _members(names: list[str]) -> str:
    lines = ["cluster:", "  id: cum", f"  name: {_quoted(names[0])}", "members:"]
    for at, name in enumerate(names):
        lines += [f"  - id: do-thi-{at}", f"    name: {_quoted(name)}", "    member:", "      from: 2015-01-01"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _outputs(names: list[str]) -> dict[str, bytes]:
    """Write a folder in which every text stands everywhere, and return its dossier."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "data"
        for file, text in _files(names):
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, "utf-8")
        source = dossier.source_of(root, 2023)
        made, _ = dossier.files(source, KINDS, Path(folder) / "to")
        return dict(dossier.rendered(made))


def _files(names: list[str]) -> Iterator[tuple[str, str]]:
    yield "members.yaml", _members(names)
    rows = ["year: 2023", f"name: {_quoted(names[-1])}", "status: illustrative", "as_of: 2023-09-24", "groups:"]
    for at, name in enumerate(names):
        rows += [f"  - id: nhom-{at}", f"    name: {_quoted(name)}", "    criteria:", f"      - id: tc-{at}"]
        rows += [f"        name: {_quoted(name)}", f"        unit: {_quoted(name)}", "        points: 10"]
        rows += ["        scale:", "          kind: linear", "          worst: 0", "          best: 100"]
    rows += ["gates:", "  - id: cong", f"    name: {_quoted(names[0])}", "nomination:", "  quota: 2"]
    yield "criteria/2023.yaml", "\n".join(rows) + "\n"
    for at, name in enumerate(names):
        said = [f"member: do-thi-{at}", "year: 2023", "status: illustrative", "values:"]
        said += [f"  tc-{each}: {10 * at + each}" for each in range(len(names))]
        said += ["gates:", "  cong: true", f"highlights: {_quoted(name)}"]
        yield f"submissions/2023/do-thi-{at}.yaml", "\n".join(said) + "\n"
        ruled = [
            f"member: do-thi-{at}",
            "year: 2023",
            "changes:",
            "  tc-0:",
            "    value: 50",
            f"    reason: {_quoted(name)}",
        ]
        yield f"appraisals/2023/do-thi-{at}.yaml", "\n".join(ruled) + "\n"
    met = ["year: 2023", "held_on: 2023-09-24", f"place: {_quoted(names[0])}", f"theme: {_quoted(names[1])}", "guests:"]
    met += [f"  - name: {_quoted(name)}" for name in names]
    met += ["decisions:", "  directions:", *(f"    - {_quoted(name)}" for name in names)]
    yield "meetings/2023.yaml", "\n".join(met) + "\n"
    papers = ["issuers:", f"  - name: {_quoted(names[0])}", f"    place: {_quoted(names[1])}", "papers:", "  proposal:"]
    papers += ["    to:", *(f"      - {_quoted(name)}" for name in names)]
    yield "papers.yaml", "\n".join(papers) + "\n"


def _shape(made: dict[str, bytes]) -> Counter[str]:
    """Count in every output what is more than text."""
    found: Counter[str] = Counter()
    for name, content in made.items():
        ending = name.rpartition(".")[2]
        found.update({f"{name}: {what}": count for what, count in _SHAPES[ending](content).items()})
    return found


def _of_word(content: bytes) -> Counter[str]:
    with ZipFile(io.BytesIO(content)) as packed:
        text = packed.read("word/document.xml").decode()
    return Counter({tag: text.count(f"<{tag}") for tag in ("w:fldSimple", "w:instrText", "w:hyperlink", "w:object")})


def _of_book(content: bytes) -> Counter[str]:
    found: Counter[str] = Counter()
    for sheet in load_workbook(io.BytesIO(content)):
        for row in sheet:
            for cell in row:
                found["formulas"] += cell.data_type == "f"
                found["links"] += cell.hyperlink is not None
    return found


def _of_pdf(content: bytes) -> Counter[str]:
    reader = PdfReader(io.BytesIO(content))
    root = reader.trailer["/Root"]
    notes = sum(len(page.get("/Annots", ())) for page in reader.pages)
    return Counter({"annotations": notes, "scripts": int("/JavaScript" in str(root.get("/Names", "")))})  # type: ignore[union-attr]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] += 1
        for name, value in attrs:
            if name.startswith("on") or (
                name in ("href", "src") and not (value or "").startswith(("#", "data:", "ket-qua", "index"))
            ):
                self.found[f"{tag} {name}"] += 1


def _of_page(content: bytes) -> Counter[str]:
    tags = _Tags()
    tags.feed(content.decode())
    return tags.found


def _nothing(_content: bytes) -> Counter[str]:
    return Counter()


_SHAPES = {"docx": _of_word, "xlsx": _of_book, "pdf": _of_pdf, "html": _of_page, "json": _nothing, "csv": _nothing}
_MAY_DIFFER = {"details", "li", "dd", "dt", "dl", "div", "p", "ul", "rect", "title", "svg", "tr", "td", "th", "span"}
"""How many of these there are follows the figures."""


def _differences(harmless: Counter[str], hostile: Counter[str]) -> Iterator[str]:
    for what in sorted(harmless.keys() | hostile.keys()):
        if harmless[what] != hostile[what] and what.rpartition(": ")[2] not in _MAY_DIFFER:
            yield f"{what}: {hostile[what]} instead of {harmless[what]}"


def _lost(made: dict[str, bytes], texts: list[str]) -> Iterator[str]:
    """Yield the texts that the figures do not hold as they were typed."""
    names = {each["name"] for each in json.loads(made["ket-qua.json"])["ranking"]}
    yield from (f"ket-qua.json lacks {text!r}" for text in texts if text not in names and text.strip() not in names)


def _csv_formulas(made: dict[str, bytes]) -> Iterator[str]:
    for row in csv.reader(io.StringIO(made["ket-qua.csv"].decode())):
        for cell in row:
            if cell.startswith(("=", "@", "\t", "\r")) or (cell[:1] in "+-" and not _number(cell)):
                yield f"ket-qua.csv has {cell!r}"


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return not cell
    return True


if __name__ == "__main__":
    sys.exit(main())
