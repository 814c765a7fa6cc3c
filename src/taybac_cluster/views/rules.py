"""What is checked: the list of the rules, and a page for each with an example that fails and one that passes."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from taybac_cluster.diagnostics import Severity, Words, nearest, shortened
from taybac_cluster.model.record import Language
from taybac_cluster.rules.rule import Changes, Rule
from taybac_cluster.rules.sample import SAMPLE, changed
from taybac_cluster.views.diagnostics import SEVERITIES
from taybac_cluster.views.page import Block, Column, Facts, Lines, Listing, Notice, Phrase, Role, Row, Table, Title
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import plural, say

MOST_LINES = 14
"""Longer examples are cut in the middle."""

_CONTEXT = 2
_WIDEST = 110
_FEW = 4
"""Of a file that is no text, or in another encoding, a few lines say as much as many."""
_PARAMETER = re.compile(r"(?<!\{)\{(\w+)\}")

_BOOK_HEADINGS = (
    Words("mã", "code"),
    Words("tên", "name"),
    Words("mức", "level"),
    Words("nội dung", "what it says"),
)
_HEADINGS = (Words("mã", "code"), Words("mức", "level"), Words("nội dung", "what it says"))
_LABELS = {
    "code": Words("Mã", "Code"),
    "severity": Words("Mức", "Level"),
    "fixed": Words("Sửa tự động", "Fixed automatically"),
    "message": Words("Thông báo", "Message"),
    "hint": Words("Cách sửa", "How to fix it"),
}
_BY_HAND = Words("không, phải sửa bằng tay", "no, it must be fixed by hand")
_BY_FIX = Words("có, bằng lệnh cluster validate --fix", "yes, by cluster validate --fix")
_MARK = Words("[*] sửa được tự động bằng lệnh cluster validate --fix", "[*] fixed by cluster validate --fix")
_MORE = Words("lệnh cluster rules MÃ giải thích từng mã, có ví dụ", "cluster rules CODE explains each, with an example")
_FAILS = Words("Sai: {file}", "Fails: {file}")
_PASSES = Words("Đúng: {file}", "Passes: {file}")
_NO_FILE = Words("(không có tệp này)", "(there is no such file)")
_EMPTY = Words("(tệp trống)", "(an empty file)")
_UNKNOWN = Words("không có quy tắc nào mang mã hay tên “{word}”", "no rule has the code or name “{word}”")
_NEAREST = Words("; có phải là: {near}?", "; did you mean: {near}?")
_LIST = Words("; lệnh cluster rules liệt kê tất cả", "; cluster rules lists them all")
_BOOK = {
    "title": Words("Những điều được kiểm tra", "What is checked"),
    "made": Words(
        "Trang này được tạo từ chính các quy tắc, bằng lệnh: cluster rules --lang vi -o docs/rules.vi.md",
        "This page is made from the rules themselves: cluster rules --lang en -o docs/rules.md",
    ),
    "about": Words(
        "cluster validate ghi mã của từng nội dung phát hiện được, ví dụ error[R201]. Lệnh cluster rules R201 giải "
        "thích mã ấy: lý do kiểm tra, cách sửa, ví dụ sai và ví dụ đúng. Lỗi làm cho việc kiểm tra không đạt; "
        "cảnh báo thì không, trừ khi dùng --strict.",
        "cluster validate prints the code of everything it finds, such as error[R201]. cluster rules R201 explains "
        "that code: why it matters, how to fix it, an example that fails and one that passes. "
        "An error fails the run; a warning does not, unless --strict is given.",
    ),
}
_PARAMETERS = {
    "letter": Words("chữ cái", "letter"),
    "note": Words("ghi chú", "note"),
    "lost": Words("phần bị mất", "what is lost"),
    "as_of": Words("ngày xét", "the day it looks at"),
    "at_worst": Words("điểm ở mức kém nhất", "points at worst"),
    "band": Words("mức", "band"),
    "before": Words("giá trị trước", "value before"),
    "bound": Words("ngưỡng", "bound"),
    "byte": Words("byte", "byte"),
    "candidates": Words("các đô thị được chọn", "the candidates"),
    "char": Words("ký tự", "character"),
    "class_": Words("loại đô thị", "class"),
    "classes": Words("các loại đô thị", "classes"),
    "close": Words("dấu đóng", "closing sign"),
    "code": Words("mã của cảnh báo", "the warning’s code"),
    "at": Words("chỗ ghi", "where"),
    "computed": Words("kết quả tính", "what was computed"),
    "count": Words("số lượng", "count"),
    "date": Words("ngày", "date"),
    "day": Words("ngày", "day"),
    "days": Words("số ngày", "days"),
    "deadline": Words("hạn nộp", "deadline"),
    "decided": Words("hội nghị quyết", "what was decided"),
    "decimals": Words("số chữ số thập phân", "number of"),
    "digits": Words("số chữ số", "digits"),
    "effect": Words("hệ quả", "what follows"),
    "expected": Words("điều cần có", "what is expected"),
    "field": Words("tên mục", "key"),
    "file": Words("tệp", "file"),
    "first": Words("mức đã có", "the first level"),
    "folder": Words("thư mục", "folder"),
    "guess": Words("điều có thể đã xảy ra", "what may have happened"),
    "held_on": Words("ngày họp", "the day of the meeting"),
    "high": Words("cao nhất", "highest"),
    "highest": Words("số điểm cao nhất", "highest points"),
    "hint": Words("cách ghi đúng", "what to write"),
    "id": Words("mã", "id"),
    "indent": Words("số dấu cách đầu dòng", "the spaces before it"),
    "judge": Words("giám khảo", "judge"),
    "key": Words("tên mục", "key"),
    "kind": Words("loại", "kind"),
    "least": Words("mức phải đạt", "what it must reach"),
    "legal": Words("những gì được dùng", "what is legal"),
    "level": Words("mức", "level"),
    "line": Words("dòng", "line"),
    "lines": Words("những dòng ấy", "those lines"),
    "list": Words("tên danh sách", "list"),
    "login": Words("tài khoản", "account"),
    "address": Words("địa chỉ", "address"),
    "number": Words("số", "number"),
    "symbol": Words("ký hiệu", "symbol"),
    "looks": Words("trông như bảng mã nào", "what it looks like"),
    "low": Words("thấp nhất", "lowest"),
    "mark": Words("điểm", "mark"),
    "max": Words("cận trên", "upper end"),
    "meant": Words("số có lẽ định ghi", "what was probably meant"),
    "member": Words("đô thị", "member"),
    "members": Words("số thành viên", "members"),
    "min": Words("cận dưới", "lower end"),
    "most": Words("mức cao nhất", "most"),
    "name": Words("tên", "name"),
    "next": Words("năm ấy", "that year"),
    "order": Words("tăng hay giảm dần", "rise or fall"),
    "others": Words("các mục khác", "the others"),
    "otherwise": Words("khi không có", "where there is none"),
    "own": Words("đô thị của tệp", "the file’s member"),
    "path": Words("đường dẫn", "path"),
    "percent": Words("phần trăm", "percentage"),
    "points": Words("số điểm", "points"),
    "present": Words("số có mặt", "number present"),
    "problem": Words("lời của trình đọc YAML", "the words of the YAML reader"),
    "range": Words("khoảng hợp lý", "range"),
    "reason": Words("lý do", "reason"),
    "right": Words("tên tệp đúng", "the right name"),
    "sign": Words("dấu", "sign"),
    "size": Words("cỡ tệp", "size"),
    "spaces": Words("số dấu cách", "how many"),
    "start": Words("đầu", "start"),
    "suggestion": Words("những chữ gần nhất, hoặc những chữ được dùng", "the nearest words, or the legal ones"),
    "text": Words("chữ đã ghi", "what was typed"),
    "threshold": Words("ngưỡng", "threshold"),
    "times": Words("gấp mấy lần", "how many times it"),
    "today": Words("ngày hôm nay", "today"),
    "total": Words("tổng", "total"),
    "typed": Words("số điểm đã ghi", "points as typed"),
    "unit": Words("đơn vị tính", "unit"),
    "until": Words("ngày cuối", "last day"),
    "value": Words("giá trị", "value"),
    "votes": Words("số phiếu", "votes"),
    "what": Words("nội dung", "what"),
    "who": Words("ai", "who"),
    "whole": Words("tổng số", "the whole"),
    "why": Words("lý do", "why"),
    "word": Words("chữ đã ghi", "what was typed"),
    "write": Words("cách ghi đúng", "what to write"),
    "year": Words("năm", "year"),
}
"""What messages fill in."""

_AREAS = (
    ("R0", Words("Tệp và cách viết YAML", "Files and how YAML is written")),
    ("R1", Words("Giá trị và khuôn mẫu", "Values and shape")),
    ("R2", Words("Đô thị, tiêu chí và mã được nhắc đến", "Who and what is named")),
    ("R3", Words("Bộ tiêu chí", "Criteria sets")),
    ("R4", Words("Số liệu", "Figures")),
    ("R5", Words("Thẩm định", "Appraisals")),
    ("R6", Words("Hội nghị", "Meetings")),
    ("R7", Words("Thành viên", "Members")),
    ("R8", Words("Chốt kết quả", "Locks")),
    ("R9", Words("Tài liệu minh chứng", "Evidence")),
)


class Example(NamedTuple):
    """A part of a file as an example shows it."""

    file: str
    lines: tuple[str, ...]


class Card(NamedTuple):
    """A rule in words of one language."""

    code: str
    name: str
    severity: Severity
    fixable: bool
    title: str
    why: str
    message: str
    hint: str


def card(rule: Rule, lang: Language) -> Card:
    """Put a rule into words; what a message fills in stands in ‹angles›."""
    return Card(
        rule.code,
        rule.name,
        rule.severity,
        rule.fixable,
        say(rule.title, lang),
        say(rule.why, lang),
        _shape(say(rule.message, lang), lang),
        _shape(say(rule.hint, lang), lang),
    )


def _shape(template: str, lang: Language) -> str:
    """Return a message with the names of what is filled in."""

    def named(match: re.Match[str]) -> str:
        return f"‹{say(_PARAMETERS[match[1]], lang)}›"

    return _PARAMETER.sub(named, template).replace("{{", "{").replace("}}", "}")


def listing(rules: Sequence[Rule], lang: Language) -> list[Block]:
    """Return the list of all rules."""
    columns = tuple(Column(say(heading, lang)) for heading in _HEADINGS)
    rows = tuple(_listed(card(rule, lang), lang) for rule in rules)
    count = f"{len(rows)} quy tắc" if lang == "vi" else plural(len(rows), "rule", "rules")
    return [Table(columns, rows), Lines((Phrase(count), Phrase(say(_MARK, lang)), Phrase(say(_MORE, lang))))]


def _listed(each: Card, lang: Language) -> Row:
    mark = "[*] " if each.fixable else ""
    role: Role = "bad" if each.severity == "error" else "warn"
    return Row(
        (Phrase(each.code, "strong"), Phrase(say(SEVERITIES[each.severity], lang), role), Phrase(f"{mark}{each.title}"))
    )


def page(rule: Rule, lang: Language, level: int = 1) -> list[Block]:
    """Return the page of a rule."""
    each = card(rule, lang)
    facts = {
        "severity": say(SEVERITIES[each.severity], lang),
        "message": each.message,
        "hint": each.hint,
        "fixed": say(_BY_FIX if each.fixable else _BY_HAND, lang),
    }
    blocks: list[Block] = [
        Title(f"{each.code} {each.name}", level),
        Lines((Phrase(each.title, "strong"), Phrase(each.why))),
        Facts(tuple((say(_LABELS[key], lang), text) for key, text in facts.items() if text)),
    ]
    for heading, examples in ((_FAILS, failing(rule, lang)), (_PASSES, passing(rule, lang))):
        blocks += [Listing(example.lines, say(heading, lang, file=example.file)) for example in examples]
    return blocks


def book(rules: Sequence[Rule], lang: Language) -> list[Block]:
    """Return the list of all rules for the documents, by area, with their names."""
    blocks: list[Block] = [Title(say(_BOOK["title"], lang)), Notice(say(_BOOK["made"], lang), "plain")]
    blocks.append(Lines((Phrase(say(_BOOK["about"], lang)), Phrase(say(_MARK, lang)))))
    columns = tuple(Column(say(heading, lang)) for heading in _BOOK_HEADINGS)
    for prefix, words in _AREAS:
        rows = tuple(_in_book(card(rule, lang), lang) for rule in rules if rule.code.startswith(prefix))
        blocks += [Title(say(words, lang), 2), Table(columns, rows)]
    return blocks


def _in_book(each: Card, lang: Language) -> Row:
    mark = "[*] " if each.fixable else ""
    texts = (each.code, each.name, say(SEVERITIES[each.severity], lang), f"{mark}{each.title}")
    return Row(tuple(map(Phrase, texts)))


def unknown(word: str, rules: Sequence[Rule], lang: Language) -> str:
    """Say that there is no such rule, and which could be meant."""
    words = [each for rule in rules for each in (rule.code, rule.name)]
    near = nearest(word.upper() if word[:1] in "rR" and word[1:].isdigit() else word.lower(), words)
    text = say(_UNKNOWN, lang, word=visible(word[:_WIDEST]))
    return text + (say(_NEAREST, lang, near=", ".join(near)) if near else say(_LIST, lang))


def record(rules: Iterable[Rule], lang: Language) -> dict[str, object]:
    """Return the rules as a JSON object."""
    return {"version": 1, "rules": [_recorded(rule, lang) for rule in rules]}


def _recorded(rule: Rule, lang: Language) -> dict[str, object]:
    shown = (("fails", failing(rule, lang)), ("passes", passing(rule, lang)))
    examples = {key: [{"file": each.file, "text": "\n".join(each.lines)} for each in found] for key, found in shown}
    return {**card(rule, lang)._asdict(), **examples}


def failing(rule: Rule, lang: Language) -> list[Example]:
    """Show the files of the rule's failing example, around what differs from the passing one."""
    bad, good = _files(rule.bad), _files(rule.good)
    return [_example(file, bad.get(file), good.get(file), lang) for file in _differing(bad, good)]


def passing(rule: Rule, lang: Language) -> list[Example]:
    """Show the same places of the passing example."""
    bad, good = _files(rule.bad), _files(rule.good)
    return [_example(file, good.get(file), bad.get(file), lang) for file in _differing(bad, good) if file in good]


def _files(changes: Changes) -> dict[str, str | bytes]:
    return changed(changes) if changes else dict(SAMPLE)


def _differing(bad: dict[str, str | bytes], good: dict[str, str | bytes]) -> list[str]:
    return [file for file in dict.fromkeys([*bad, *good]) if bad.get(file) != good.get(file)]


def _example(file: str, content: str | bytes | None, other: str | bytes | None, lang: Language) -> Example:
    if content is None:
        return Example(visible(file), (say(_NO_FILE, lang),))
    text, before = _text(content), _text(other or "")
    if not text:
        return Example(visible(file), (say(_EMPTY, lang),))
    lines = _window(text.removesuffix("\n").split("\n"), before.removesuffix("\n").split("\n"))
    if "\x00" in text + before and len(lines) > _FEW:
        lines = [*lines[:_FEW], "# …"]
    return Example(visible(file), tuple(_shown(line) for line in lines))


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode("utf-8", "backslashreplace")


def _window(lines: list[str], others: list[str]) -> list[str]:
    """Return the lines around what differs, with an ellipsis for what is left out."""
    keep: set[int] = set()
    for tag, start, end, _, _ in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if tag != "equal":
            keep.update(range(start - _CONTEXT, max(end, start) + _CONTEXT))
            keep.update(_parents(lines, start))
    kept = sorted(at for at in keep if 0 <= at < len(lines))
    if len(kept) > MOST_LINES:
        kept = kept[: MOST_LINES // 2] + kept[-MOST_LINES // 2 :]
    shown: list[str] = []
    last = -1
    for at in kept:
        if at > last + 1:
            shown.append(" " * _indent(lines[at]) + "# …")
        shown.append(lines[at])
        last = at
    return shown + (["# …"] if kept and last < len(lines) - 1 else [])


def _parents(lines: list[str], at: int) -> set[int]:
    """Return the lines under which a line stands: without them nobody sees what it belongs to."""
    found: set[int] = set()
    depth = _indent(lines[min(at, len(lines) - 1)])
    for above in range(min(at, len(lines)) - 1, -1, -1):
        if lines[above].strip() and _indent(lines[above]) < depth:
            depth = _indent(lines[above])
            found.add(above)
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shown(line: str) -> str:
    text = visible(line.replace("\u00a0", "\\u00a0"))
    return shortened(text, _WIDEST)
