"""Read the named cells of a workbook that came from outside: refused unread where it could do harm."""

import io
import os
import re
import stat
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

MAX_BYTES = 5 << 20
MAX_ENTRIES = 60
MAX_UNPACKED = 30 << 20
"""A workbook that is larger, has more parts, or unpacks to more is refused."""
MAX_TAGS = 500_000
"""More XML than the panel fills in for two hundred cities; what XML becomes in memory is far larger than itself."""
MAX_TAGS_ASIDE = 20_000
"""The same of a part that holds no cells and no names, such as the styles."""
_WITH_CELLS = re.compile(r"xl/(worksheets/[^/]*|sharedStrings\.xml|workbook\.xml)|docProps/app\.xml", re.IGNORECASE)
_MOST_ROWS, _MOST_COLUMNS = 5_000, 100
_LONGEST = 32_767
"""As many characters as Excel lets a cell have."""

HIDDEN = "_cluster"
"""The sheet on which a form says what it is."""

_MACROS = re.compile(r"vba(project|data)|macrosheets|activex|customui|\.(exe|dll|js|vbs)$", re.IGNORECASE)
_OUTSIDE = re.compile(r"externallinks/|embeddings/|connections\.xml|querytables/|webextensions/|\.ole", re.IGNORECASE)
_EXTERNAL = re.compile(rb"<[^<>]*TargetMode\s*=\s*[\"']External[\"'][^<>]*>")
"""A relation that leads out of the workbook; a link in a cell is one, and is never followed."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\0\0")
"""What XML in two or four bytes a character begins with; Excel writes UTF-8."""
_DECLARED = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_PLACE = re.compile(r"'?(?P<sheet>[^'!]+)'?!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})")


class UnreadableError(Exception):
    """A workbook that is refused, and why: a key of the words for it."""

    def __init__(self, kind: str, **params: object) -> None:
        super().__init__(kind)
        self.kind, self.params = kind, params


class Cell(NamedTuple):
    """A cell as it came: where it stands, what it holds, and what it holds besides."""

    ref: str
    value: object = None
    formula: bool = False
    """Whether the value is what a formula came to."""
    percent: bool = False
    """Whether it is shown as a percentage."""


class Workbook(NamedTuple):
    """What a form says of itself, what its cells held when it was made, and what they hold now, by their names."""

    identity: Mapping[str, str]
    given: Mapping[str, str]
    cells: Mapping[str, Cell]


def read(path: str) -> Workbook:
    """Return the named cells of a workbook.

    Raises:
        UnreadableError: it is no workbook, is no form of ours, or could do harm.
    """
    content = _content(path)
    _safe(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, of what it leaves out: we read values alone
            return _read(content)
    except UnreadableError:
        raise
    except MemoryError:
        raise UnreadableError("too_big", most=MAX_UNPACKED >> 20) from None
    except Exception as error:  # whatever openpyxl says of a torn file
        raise UnreadableError("torn", reason=type(error).__name__) from error


def _content(path: str) -> bytes:
    """Return the bytes of an ordinary file that is not too large; a link or a pipe is not opened."""
    try:
        info = os.lstat(path)
        if not stat.S_ISREG(info.st_mode):
            raise UnreadableError("no_file")
        if info.st_size > MAX_BYTES:
            raise UnreadableError("too_big", most=MAX_BYTES >> 20)
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError("closed", reason=error.strerror or type(error).__name__) from error


def _safe(content: bytes) -> None:
    """Look at every part before any of it is parsed."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except Exception as error:
        raise UnreadableError("no_workbook") from error
    parts = archive.infolist()
    if len(parts) > MAX_ENTRIES:
        raise UnreadableError("too_many_parts", most=MAX_ENTRIES)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableError("unpacks_too_big", most=MAX_UNPACKED >> 20)
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise UnreadableError("torn", reason="two parts of one name")
    if sum(_part(archive, part) for part in parts) > MAX_TAGS:
        raise UnreadableError("too_much", most=MAX_TAGS)


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Look at one part, and return how many tags it has; a part of any name can be XML."""
    if part.flag_bits & 1 or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError("locked")
    if _MACROS.search(part.filename):
        raise UnreadableError("macros")
    if _OUTSIDE.search(part.filename):
        raise UnreadableError("outside")
    try:
        text = archive.read(part)
    except Exception as error:
        raise UnreadableError("torn", reason=type(error).__name__) from error
    if part.filename.endswith(".rels") and any(b"/hyperlink" not in each for each in _EXTERNAL.findall(text)):
        raise UnreadableError("outside")
    if text[:2] in _WIDE or any(each in text for each in _DECLARED):
        raise UnreadableError("entities")
    if re.search(rb"encoding\s*=\s*[\"'](?!utf-8|us-ascii)", text[:200], re.IGNORECASE):
        raise UnreadableError("entities")
    if b"macroEnabled" in text[:65536] and part.filename == "[Content_Types].xml":
        raise UnreadableError("macros")
    tags = text.count(b"<")
    if tags > MAX_TAGS_ASIDE and not _WITH_CELLS.fullmatch(part.filename):
        raise UnreadableError("too_much", most=MAX_TAGS_ASIDE)
    return tags


def _read(content: bytes) -> Workbook:
    formulas = _load(content, values=False)
    try:
        places = _places(formulas)
        if HIDDEN not in formulas.sheetnames:
            raise UnreadableError("not_ours")
        identity, given = _own(formulas[HIDDEN])
        cells = _cells(formulas, places)
    finally:
        formulas.close()
    if any(cell.formula for cell in cells.values()):
        stored = _load(content, values=True)
        try:
            values = _cells(stored, places)
        finally:
            stored.close()
        cells = {
            name: cell._replace(value=values[name].value, percent=values[name].percent) if cell.formula else cell
            for name, cell in cells.items()
        }
    return Workbook(identity, given, cells)


def _load(content: bytes, *, values: bool) -> Any:
    import openpyxl  # noqa: PLC0415 - only an import needs it

    return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=values, keep_links=False)


def _places(book: Any) -> dict[str, tuple[str, int, int]]:
    """Return where the named cells stand: sheet, row and column."""
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415

    places = {}
    for name, defined in book.defined_names.items():
        match = _PLACE.fullmatch(defined.attr_text or "")
        if match is None or match["sheet"] not in book.sheetnames:
            continue
        row, column = int(match["row"]), column_index_from_string(match["column"])
        if row <= _MOST_ROWS and column <= _MOST_COLUMNS:
            places[name] = (match["sheet"], row, column)
    if any(book[sheet].sheet_state != "visible" for sheet in {sheet for sheet, _, _ in places.values()}):
        raise UnreadableError("hidden")
    return places


def _own(sheet: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the hidden sheet says of the form, and what its cells held."""
    identity, given = {}, {}
    for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=4, values_only=True):
        key, value, name, held = (*row, None, None, None, None)[:4]
        if isinstance(key, str):
            identity[key] = str(value if value is not None else "")
        if isinstance(name, str):
            given[name] = str(held if held is not None else "")
    return identity, given


def _cells(book: Any, places: Mapping[str, tuple[str, int, int]]) -> dict[str, Cell]:
    """Return the named cells, each sheet read once as far as its last one."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    found = {name: Cell(f"{get_column_letter(column)}{row}") for name, (_, row, column) in places.items()}
    for sheet in {place[0] for place in places.values()}:
        wanted: dict[int, dict[int, str]] = {}
        for name, (of, row, column) in places.items():
            if of == sheet:
                wanted.setdefault(row, {})[column] = name
        for cell in _wanted(book[sheet], wanted):
            name = wanted[cell.row][cell.column]
            if isinstance(cell.value, str) and len(cell.value) > _LONGEST:
                raise UnreadableError("too_long", ref=found[name].ref, most=_LONGEST)
            found[name] = Cell(found[name].ref, cell.value, cell.data_type == "f", "%" in (cell.number_format or ""))
    return found


def _wanted(sheet: Any, wanted: Mapping[int, Mapping[int, str]]) -> Iterable[Any]:
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=max(wanted), max_col=_MOST_COLUMNS):
        for cell in row:
            if cell.value is not None and cell.column in wanted.get(cell.row, ()):
                yield cell
