"""From bytes to text: the encoding, and the characters that have no place in a file for people."""

import re
import unicodedata
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Span, Spot

_PLAIN = bytes(sorted({0x0A, 0x0D, *range(0x20, 0x7F), *range(0x80, 0xC2), *range(0xC3, 0xCC), *range(0xCE, 0xD8), 0xE1}))
"""Bytes of texts that need no second look: ASCII without controls, and what Vietnamese letters in NFC are made of."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_INDENT = re.compile(r"^[ ]*([\t\u00a0\u2000-\u200a\u202f\u3000])[\s\u00a0]*(?=\S)", re.MULTILINE)

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"  # hidden
    "\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # specials, tags, private
)
"""Characters that a reader cannot see, or that order a terminal about."""


def decode(content: bytes, file: str) -> tuple[bytes, str, list[Diagnostic]]:
    """Return the bytes without a byte order mark, their text in the file's own line ends, and what is wrong with it."""
    if content.startswith(_BOM):
        content = content[3:]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content, "", [_undecodable(content, error, file)]
    faults: list[Diagnostic] = []
    if content.translate(None, _PLAIN):
        faults.extend(_hidden(text, file))
        faults.extend(_indents(text, file))
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
            content = text.encode()
    if b"<<<<<<<" in content or b">>>>>>>" in content:
        faults.extend(_conflicts(text, file))
    return content, text, faults


def normal(content: bytes) -> str | None:
    """Return the text as it should be kept: no byte order mark, line feeds, NFC; None where it is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))


def lines(text: str) -> list[str]:
    """Split a text into lines as YAML does once hidden line ends are refused."""
    return _LINE_END.split(text)


def span_at(text: str, start: int, end: int) -> Span:
    """Return the lines and columns of a stretch of a text."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Span(line, column, end_line, end_column)


def _position(text: str, offset: int) -> tuple[int, int]:
    before = lines(text[:offset])
    return len(before), len(before[-1]) + 1


def _undecodable(content: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    looks = next((name for mark, name in _UTF16 if content.startswith(mark)), None)
    if looks is None and content[:64].count(0) * 3 >= len(content[:64]):
        looks = "UTF-16"
    if looks is not None:
        return Diagnostic("R011", Spot(file))
    before = content[: error.start].decode("utf-8")
    line, column = _position(before, len(before))
    looks = "Windows-1258" if all(byte >= 0x80 for byte in content[error.start : error.start + 1]) else "?"
    params = {"byte": f"0x{content[error.start]:02X}", "looks": looks}
    return Diagnostic("R012", Spot(file, Span(line, column, line, column + 1)), params)


def name_of(char: str) -> str:
    """Name a character that must not be printed: U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _hidden(text: str, file: str) -> Iterator[Diagnostic]:
    found = [match.start() for match in HIDDEN.finditer(text)]
    if "\x00" in text[:200] and text[:200].count("\x00") * 4 >= len(text[:200]):
        yield Diagnostic("R011", Spot(file))
        return
    for offset in found[:50]:
        char = text[offset]
        control = unicodedata.category(char) == "Cc"
        shown = f"\\x{ord(char):02x}" if control else name_of(char)
        code = "R013" if control else "R015" if char == "\ufffd" else "R014"
        yield Diagnostic(code, Spot(file, span_at(text, offset, offset + 1)), {"char": shown})


def _indents(text: str, file: str) -> Iterator[Diagnostic]:
    for match in _INDENT.finditer(text):
        offset = match.start(1)
        code = "R016" if match[1] == "\t" else "R017"
        yield Diagnostic(code, Spot(file, span_at(text, offset, offset + 1)), {"char": name_of(match[1])})


def _conflicts(text: str, file: str) -> Iterator[Diagnostic]:
    for match in _CONFLICT.finditer(text):
        if match[0].startswith("<"):
            yield Diagnostic("R018", Spot(file, span_at(text, match.start(), match.end())))
