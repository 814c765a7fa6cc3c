"""The data format for people: every file and key with its meaning, values and an example, made from the schemas."""

import json
import re
from collections.abc import Iterator
from typing import Any

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.rules.sample import SAMPLE
from taybac_cluster.views.fields import KINDS, UNITS
from taybac_cluster.views.page import Block, Column, Lines, Listing, Notice, Page, Phrase, Row, Table, Title
from taybac_cluster.views.schema import Schema, schema
from taybac_cluster.views.words import all_said, say

_TITLE = Words("Các tệp dữ liệu", "The data files")
_MADE = Words(
    "Trang này được tạo từ chính các mô hình dữ liệu, bằng lệnh: cluster schema --lang vi -o docs/data.vi.md",
    "This page is made from the models themselves: cluster schema --lang en -o docs/data.md",
)
_LEAD = (
    Words(
        "Tệp là YAML, mã hóa UTF-8. Mục con ghi thụt vào dưới mục cha; trong bảng, chúng nối bằng dấu chấm. [] là một "
        "phần tử của danh sách (mỗi phần tử bắt đầu bằng “- ”), <mã> là mã do bộ tiêu chí, members.yaml hay biên bản "
        "đặt ra.",
        "Files are YAML in UTF-8. A key inside another is indented under it; the tables join them with a dot. [] is an "
        "item of a list (each begins with “- ”), <id> an id that the criteria set, the members or the meeting define.",
    ),
    Words(
        "Số viết bằng dấu chấm thập phân (7.2), không có dấu phân cách hàng nghìn; ngày viết như 2023-09-24; có hay "
        "không là true hoặc false. Văn bản là một dòng chữ, hoặc hai dòng vi: và en: thụt vào.",
        "Numbers have a decimal point (7.2) and no thousands separator; dates are written as 2023-09-24; yes and no "
        "are true and false. A text is one line, or two indented lines vi: and en:.",
    ),
)
_COLUMNS = (
    Words("Mục", "Key"),
    Words("Ý nghĩa", "Meaning"),
    Words("Giá trị", "Value"),
    Words("Bắt buộc", "Required"),
    Words("Ví dụ", "Example"),
)
_YES, _NO = Words("có", "yes"), Words("không", "no")
_DEFAULT = Words("không; mặc định {default}", "no; default {default}")
_SAMPLE = Words("Ví dụ: {file}", "Example: {file}")
_ID = Words("<mã>", "<id>")
_OR, _LIST = Words(" hoặc ", " or "), Words("danh sách: {what}", "list: {what}")
_BY_ID = Words("theo mã: {what}", "by id: {what}")
_BLOCK, _SAME = Words("các mục con", "keys below"), Words("như {path}", "as {path}")
_BLANK, _SLUG = Words("___ (chưa điền)", "___ (a blank)"), Words("mã: a–z, 0–9, gạch nối", "id: a–z, 0–9, hyphens")
_TYPES = {
    "string": Words("chữ", "text"),
    "integer": Words("số nguyên", "whole number"),
    "number": Words("số", "number"),
    "boolean": Words("true hoặc false", "true or false"),
    "object": Words("các mục con", "keys below"),
}
_TEXT, _DATE = Words("văn bản", "text, in one or two languages"), Words("ngày", "date")
_FRACTION = Words("phân số như 2/3", "a fraction such as 2/3")
_SCALAR = Words("số, true, false hoặc chữ", "number, true, false or text")

_QUOTED = re.compile(r"[@%].*|[0-9:]+")
"""Texts that YAML would not take for a text without quotes."""

_SAMPLES = {
    "members": "members.yaml",
    "criteria": "criteria/2023.yaml",
    "submission": "submissions/2023/sa-pa.yaml",
    "appraisal": "appraisals/2023/sa-pa.yaml",
    "meeting": "meetings/2023.yaml",
}


def page(kinds: tuple[str, ...], lang: Language) -> Page:
    """Return the reference of some kinds of file."""
    blocks: list[Block] = [Title(say(_TITLE, lang)), Notice(say(_MADE, lang), "dim")]
    blocks.append(Lines(tuple(Phrase(text) for text in all_said(_LEAD, lang))))
    for kind in kinds:
        blocks += _of_kind(kind, lang)
    return blocks


def _of_kind(kind: str, lang: Language) -> Iterator[Block]:
    whole = schema(kind)
    yield Title(say(KINDS[kind], lang), 2)
    columns = tuple(Column(text) for text in all_said(_COLUMNS, lang))
    yield Table(columns, tuple(_Reference(whole, lang).rows(whole, "")))
    sample = SAMPLE.get(_SAMPLES.get(kind, ""))
    if isinstance(sample, str):
        yield Listing(tuple(sample.splitlines()), say(_SAMPLE, lang, file=_SAMPLES[kind]))


class _Reference:
    """Walks one schema; what was described once is not described again."""

    def __init__(self, whole: Schema, lang: Language) -> None:
        self.definitions: Schema = whole["definitions"]
        self.lang = lang
        self.described: dict[str, str] = {}
        """The definitions that have rows, and the path where."""

    def rows(self, shape: Schema, path: str) -> Iterator[Row]:
        """Yield a row for every key of a record, each followed by those below it."""
        required = shape.get("required", ())
        keys = sorted(shape["properties"].items(), key=lambda each: each[0] == "accepted")  # of every file: last
        for key, kind in keys:
            here = f"{path}{key}"
            new = {name: f"{here}{suffix}" for suffix, name in self.below(kind) if name not in self.described}
            self.described |= new
            yield self.row(here, kind, required=key in required, new=new)
            for name, inside in new.items():
                yield from self.rows(self.definitions[name], f"{inside}.")

    def row(self, here: str, kind: Schema, *, required: bool, new: dict[str, str]) -> Row:
        """Describe one key."""
        vi, _, en = kind["description"].partition("\n\n")
        value, unit = self.value(kind, new), UNITS.get(here.rpartition(".")[2])
        if unit is not None:
            value += f" ({say(unit, self.lang)})"
        needed = say(_YES if required else _NO, self.lang)
        if "default" in kind and not required:
            needed = say(_DEFAULT, self.lang, default=_typed(kind["default"]))
        example = _typed(kind["examples"][0]) if "examples" in kind else ""
        return Row(tuple(Phrase(text) for text in (here, vi if self.lang == "vi" else en, value, needed, example)))

    def below(self, kind: Schema) -> Iterator[tuple[str, str]]:
        """Yield the definitions that a kind of value refers to, with what stands between."""
        if "$ref" in kind:
            yield "", _name(kind)
        for each in (*kind.get("allOf", ()), *kind.get("anyOf", ())):
            yield from self.below(each)
        for key, suffix in (("items", "[]"), ("additionalProperties", f".{say(_ID, self.lang)}")):
            if isinstance(kind.get(key), dict):
                yield from ((suffix + inside, name) for inside, name in self.below(kind[key]))

    def value(self, kind: Schema, new: dict[str, str]) -> str:
        """Say what may be written."""
        if "$ref" in kind:
            name = _name(kind)
            return say(_BLOCK, self.lang) if name in new else say(_SAME, self.lang, path=self.described[name])
        if "anyOf" in kind or "allOf" in kind:
            texts = dict.fromkeys(self.value(each, new) for each in kind.get("anyOf") or kind["allOf"])
            return say(_OR, self.lang).join(texts)
        if "const" in kind or "enum" in kind:
            return ", ".join(map(str, kind["enum"] if "enum" in kind else [kind["const"]]))
        if kind.get("type") == "array":
            return say(_LIST, self.lang, what=self.value(kind["items"], new))
        if isinstance(kind.get("additionalProperties"), dict):
            return say(_BY_ID, self.lang, what=self.value(kind["additionalProperties"], new))
        return say(_plain(kind), self.lang)


def _plain(kind: Schema) -> Words:
    """Name a kind of value that has no parts."""
    if isinstance(kind["type"], list):
        return _TEXT if "object" in kind["type"] else _SCALAR
    if kind.get("format") == "date":
        return _DATE
    pattern = kind.get("pattern", "")
    if "/" in pattern:
        return _FRACTION
    if pattern:
        return _BLANK if "_" in pattern else _SLUG
    return _TYPES[kind["type"]]


def _name(kind: Schema) -> str:
    return str(kind["$ref"]).rpartition("/")[2]


def _typed(value: Any) -> str:  # noqa: ANN401 - whatever an example holds
    """Write an example as it is typed, on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_typed(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(f"- {_typed(each)}" for each in value)
    if isinstance(value, str):
        return f'"{value}"' if _QUOTED.fullmatch(value) else value
    return json.dumps(value)
