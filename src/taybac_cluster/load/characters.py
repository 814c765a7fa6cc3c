"""From bytes to text: the encoding, and the characters that have no place in a file for people."""

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from taybac_cluster.diagnostics import MOST_FAULTS, Diagnostic, Span, Spot, Words, shortened
from taybac_cluster.rules.reading.characters import CONTROL_CHARACTER, HIDDEN_CHARACTER, LOST_CHARACTER, MERGE_CONFLICT
from taybac_cluster.rules.reading.files import ANOTHER_KIND_OF_FILE, NOT_UTF_8, UTF_16

_PLAIN = bytes([10, 13, *range(0x20, 0x7F), *range(0x80, 0xC2), *range(0xC3, 0xCC), *range(0xCE, 0xD2), 0xE1])
"""Bytes of texts that need no second look: ASCII without controls, and what Vietnamese letters in NFC are made of."""

_NOT_VIETNAMESE = re.compile(rb"\xe1[^\xba\xbb]")
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SIGNATURES = {
    b"PK\x03\x04": Words("Excel hoặc Word (.xlsx, .docx)", "Excel or Word (.xlsx, .docx)"),
    b"\xd0\xcf\x11\xe0": Words("Excel hoặc Word kiểu cũ (.xls, .doc)", "old Excel or Word (.xls, .doc)"),
    b"%PDF": Words("PDF", "PDF"),
    b"{\\rtf": Words("văn bản RTF", "RTF text"),
    b"\x89PNG": Words("ảnh PNG", "PNG picture"),
    b"\xff\xd8\xff": Words("ảnh JPEG", "JPEG picture"),
}
"""What files of other kinds begin with."""
_OTHER_KINDS = tuple(_SIGNATURES)
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_MOST_MARKS = 30
_PILE = re.compile(rf"[^\w\s!-~]{{{_MOST_MARKS + 1}}}")
_CP1258 = re.compile("[a-zA-ZÂâÊêÔôĂăƠơƯư][\u0300\u0301\u0303\u0309\u0323]|[ĐđĂăƠơƯư]")

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # specials, tags, private
)
"""Characters that a reader cannot see, or that control a terminal."""

_ORDER = "\x1b\\[[0-9;?]*[ -/]*[@-~]"
"""A control sequence of a terminal: colours, the cursor. It is shown as one character."""

LOST = "\ufffd"
"""What stands for a character that cannot be read; a value that holds it is left out."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters whose removal nobody can see."""


def decode(content: bytes, file: str) -> tuple[bytes, str, list[Diagnostic]]:
    """Return the bytes that are to be parsed, their text, and what is wrong with its characters.

    The text is in NFC, has no byte order mark and keeps the file's line ends. The bytes have a space or `LOST` in the
    place of every hidden character, so that their lines and columns are those of the text; both are empty where
    nothing can be made of them.
    """
    if content.startswith(_BOM):
        content = content[3:]
    if content.startswith(_OTHER_KINDS):
        kind = next(words for start, words in _SIGNATURES.items() if content.startswith(start))
        return b"", "", [ANOTHER_KIND_OF_FILE.at(Spot(file), kind=kind)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return b"", "", [_undecodable(content, error, file)]
    faults: list[Diagnostic] = []
    odd = content.translate(None, _PLAIN)
    foreign = _NOT_VIETNAMESE.search(content)
    if odd or foreign:
        if (foreign or len(odd) > _MOST_MARKS) and (pile := _pile(text)) is not None:
            where = Spot(file, Lines(text).span(pile, pile + 1))
            return b"", "", [HIDDEN_CHARACTER.at(where, char=name_of(text[pile]))]
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
            content = text.encode()
        faults.extend(_hidden(text, file))
        if faults:
            if faults[0].code == UTF_16.code:
                return b"", "", faults
            content = HIDDEN.sub(_stand_in, text).encode()
    if b"<<<<<<<" in content or b">>>>>>>" in content:
        faults.extend(_conflicts(text, file))
    return content, text, faults


def _stand_in(hidden: re.Match[str]) -> str:
    """A space for what shows nothing, which YAML ignores at the ends of a value; else something that stays text."""
    return LOST if unicodedata.category(hidden[0]) in ("Cc", "Co", "Cn", "So") else " "


def written(content: bytes) -> str:
    """Return the text of a file as it was written, without a byte order mark; nothing where it is not UTF-8."""
    try:
        return content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return ""


class Columns:
    """Maps the columns of a text in NFC to those of the text as it was written."""

    def __init__(self, content: bytes) -> None:
        text = written(content)
        self._rows = [] if unicodedata.is_normalized("NFC", text) else lines(text)
        self._starts: dict[int, list[int]] = {}

    def span(self, span: Span) -> Span:
        """Return a span of the text in NFC as one of the text as it was written."""
        if not self._rows:
            return span
        return Span(
            span.line, self._column(span.line, span.column), span.end_line, self._column(span.end_line, span.end_column)
        )

    def _column(self, line: int, column: int) -> int:
        if line not in self._starts:
            self._starts[line] = _starts(self._rows[line - 1] if line <= len(self._rows) else "")
        starts = self._starts[line]
        return starts[column - 1] + 1 if column <= len(starts) else starts[-1] + 1 + column - len(starts)


def _starts(row: str) -> list[int]:
    """Return where each character of a row in NFC begins in the row as it was written, and where the row ends."""
    starts: list[int] = []
    begin = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or not unicodedata.combining(row[at]):
            starts += [begin] * len(unicodedata.normalize("NFC", row[begin:at]))
            begin = at
    return [*starts, len(row)]


def lines(text: str) -> list[str]:
    """Split a text into lines as YAML does once hidden line ends are refused."""
    return _LINE_END.split(text)


class Lines:
    """Where the lines of a text start."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def span(self, start: int, end: int) -> Span:
        """Return the lines and columns of a stretch of the text."""
        return Span(*self._position(start), *self._position(end))

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def end(self, line: int) -> int:
        """Return the column after the last character of a line."""
        after = self._starts[line] if line < len(self._starts) else len(self._text)
        return len(self._text[self._starts[line - 1] : after].rstrip("\r\n")) + 1

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def cut(text: str) -> str:
    """Return a text on one line, cut to a length that fits a message."""
    return re.sub(r"[\r\n\t]", " ", shortened(text))


def quoted(text: str) -> str:
    """Return the text in the quotes that need the fewest changes."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def name_of(char: str) -> str:
    """Name a character that must not be printed: U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _undecodable(content: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    if content.startswith(_UTF16) or content[:64].count(0) * 3 >= len(content[:64]):
        return UTF_16.at(Spot(file))
    before = content[: error.start].decode("utf-8")
    line, column, _, _ = Lines(before).span(len(before), len(before))
    where = Spot(file, Span(line, column, line, column + 1))
    return NOT_UTF_8.at(where, byte=f"0x{content[error.start]:02X}", looks=_looks(content, error))


def _looks(content: bytes, error: UnicodeDecodeError) -> Words:
    """Guess how a file that is not UTF-8 was written."""
    if error.end == len(content) and error.reason == "unexpected end of data":
        return Words("tệp bị cắt cụt ở cuối", "the file is cut short at its end")
    near = content[max(error.start - 1, 0) : error.start + 4000].decode("cp1258", "replace")
    name = "Windows-1258" if _CP1258.search(near) else "Windows-1252"
    return Words(f"trông như bảng mã {name}", f"it looks like {name}")


def _pile(text: str) -> int | None:
    """Return where more marks stand on one letter than any language has; putting them in order would take for ever."""
    found = (match.start() for match in _PILE.finditer(text) if all(map(unicodedata.combining, match[0])))
    return next(found, None)


def _hidden(text: str, file: str) -> Iterator[Diagnostic]:
    if not HIDDEN.search(text):
        return
    if text.count("\x00", 0, 200) * 4 >= len(text[:200]):
        yield UTF_16.at(Spot(file))
        return
    starts = Lines(text)
    found = re.finditer(f"{_ORDER}|{HIDDEN.pattern}", text)
    for number, match in enumerate(itertools.islice(found, MOST_FAULTS), 1):
        fault = _unseen(match[0][0], Spot(file, starts.span(match.start(), match.end())))
        yield fault if number < MOST_FAULTS else fault._replace(more=sum(1 for _ in found))


def _unseen(char: str, spot: Spot) -> Diagnostic:
    control = unicodedata.category(char) == "Cc"
    rule = CONTROL_CHARACTER if control else LOST_CHARACTER if char == LOST else HIDDEN_CHARACTER
    shown = f"\\x{ord(char):02x}" if control else name_of(char)
    return rule.at(spot, fix="" if char in _INVISIBLE else None, char=shown)


def _conflicts(text: str, file: str) -> Iterator[Diagnostic]:
    marks = [(row, line) for row, line in enumerate(lines(text), 1) if _CONFLICT.fullmatch(line)]
    openings = [(row, line) for row, line in marks if line.startswith("<")] or marks[:1]
    for row, line in openings:
        yield MERGE_CONFLICT.at(Spot(file, Span(row, 1, row, len(line) + 1)))
