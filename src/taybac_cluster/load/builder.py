"""libyaml's events into plain values: exact decimals, true and false, texts, tuples and dictionaries.

What YAML can do beyond that is refused with its place: anchors, tags, merge keys, several documents, a key twice,
nesting without end; and every plain word that YAML 1.1 and 1.2 read differently.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Any, Final, Literal

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from taybac_cluster.diagnostics import Diagnostic, Span, Spot, Words
from taybac_cluster.load.characters import HIDDEN, LOST, Lines, cut, name_of
from taybac_cluster.model.record import MAX_DIGITS, NUMBER, Route

MAX_DEPTH = 32
MOST_FAULTS = 10_000
"""A file with more of them is not read to its end."""

try:
    from yaml._yaml import CParser

    Parser: Any = CParser
    FAST = True
except ImportError:  # PyYAML without libyaml: right, and eighteen times slower
    Parser = yaml.SafeLoader
    FAST = False

_CONSTANTS: Final = {"true": True, "false": False}
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
_WORDS = re.compile(
    r"(?P<R101>~|null|Null|NULL)"
    r"|(?P<R102>y|Y|n|N|yes|Yes|YES|no|No|NO|True|TRUE|False|FALSE|on|On|ON|off|Off|OFF)"
    r"|(?P<R107>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
    r"|(?P<R108>[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+)"
    r"|(?P<R104>[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)"
    r"|(?P<R105>[-+]?[0-9](?=[0-9.]*_)[0-9_]*(?:\.[0-9_]*)?)"
    r"|(?P<R103>[-+]?0[0-9]+(?:\.[0-9]*)?)"
    r"|(?P<R106>[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+)"
    r"|(?P<R109>\+(?:[0-9]+\.?[0-9]*|\.[0-9]+)|-?\.[0-9]+|-?[0-9]+\.)"
)
"""Plain words that editors (YAML 1.2) and Python (YAML 1.1) read differently, or that are no number here."""


class Bad:
    """The place of a value that was faulty; taken out once the file is built."""


BAD: Final = Bad()
UNSURE: Final = Bad()
_memo: dict[str, Any] = {**_CONSTANTS, "": UNSURE, "<<": UNSURE}
_keys: set[str] = set()
"""Keys that need no second look."""
_MEMO_SIZE = 20_000
_LONGEST_ODD = 5
_ODD_STARTS = frozenset("0123456789+-.~")


_PLAIN = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[0-9]))(?:[^:#\n]*[^\s:#])?"
_LINE = re.compile(
    r"^(?:( *)([A-Za-z][A-Za-z0-9_-]{0,63}):(?: +(" + _PLAIN + r"|\"[^\"\n]*\"|'[^'\n]*'))?(?: +#[^\n]*)? *|"
    r" *(?:#[^\n]*)?)\n",
    re.MULTILINE,
)
"""A line with a key and at most one plain or simply quoted word, or none: what a city's file is made of."""
_WIDEST_GAP = " " * 65


def by_lines(text: str) -> Any:  # noqa: C901, PLR0911, PLR0912 - one loop over the lines
    """Return the value of a file of nothing but `key: value` lines, four times as fast as libyaml's events allow.

    Anything else, and anything that could be read in two ways, is `UNSURE` and left to libyaml; a test compares both
    on generated and on mutated files.
    """
    if not text.endswith("\n"):
        text += "\n"
    if "\t" in text or "\r" in text or "\\" in text or _WIDEST_GAP in text:
        return UNSURE
    rows = _LINE.findall(text)
    if len(rows) != text.count("\n"):
        return UNSURE
    root: dict[str, Any] = {}
    above: list[tuple[int, dict[str, Any]]] = []
    items, level, waiting, keys = root, 0, None, _keys
    for indent, key, word in rows:
        if not key:
            continue
        depth = len(indent)
        if waiting is not None:
            if depth <= level or len(above) == MAX_DEPTH - 1:
                return UNSURE
            above.append((level, items))
            items[waiting] = items = {}
            level, waiting = depth, None
        elif depth != level:
            while level > depth:
                level, items = above.pop()
            if level != depth:
                return UNSURE
        if key in items or (key not in keys and not _is_key(key)):
            return UNSURE
        if not word:
            items[key], waiting = None, key
            continue
        value = word[1:-1] if word[0] in "\"'" else _memo.get(word)
        items[key] = value if value is not None else _resolve(word)
        if items[key] is UNSURE:
            return UNSURE
    return root if root and waiting is None else UNSURE


def quick(content: bytes) -> Any:  # noqa: C901, PLR0911, PLR0912 - one loop, as flat as the events
    """Return the value of a file that has nothing unusual in it, else `UNSURE`: then `Builder` says what.

    Keeps no positions, which makes it as fast as libyaml's events allow; plain words are resolved once a process.
    """
    if b"&" in content or b"*" in content or b"!" in content or b"\\" in content:
        return UNSURE
    parser = Parser(content)
    take, memo, keys = parser.get_event, _memo, _keys
    take()
    start = take()
    if type(start) is not DocumentStartEvent or start.version or start.tags:
        return UNSURE
    above: list[tuple[Any, Any]] = []
    items: Any = None
    key: Any = None
    in_mapping = False
    while True:
        event = take()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if in_mapping and key is None:
                if value in items or (not event.style and value not in keys and not _is_key(value)):
                    return UNSURE
                key = value
                continue
            if not event.style:
                found = memo.get(value)
                value = found if found is not None else _resolve(value)
                if value is UNSURE:
                    return UNSURE
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if (in_mapping and key is None) or len(above) == MAX_DEPTH:
                return UNSURE
            above.append((items, key))
            in_mapping = kind is MappingStartEvent
            items, key = {} if in_mapping else [], None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = items if in_mapping else tuple(items)
            items, key = above.pop()
            in_mapping = key is not None
        else:
            return UNSURE
        if in_mapping:
            items[key] = value
            key = None
        elif items is not None:
            items.append(value)
        else:
            take()
            return value if type(take()) is StreamEndEvent else UNSURE


def _is_key(text: str) -> bool:
    if text == "<<" or _resolve(text) is UNSURE:
        return False
    if len(_keys) < _MEMO_SIZE:
        _keys.add(text)
    return True


def _resolve(text: str) -> Any:
    """Return what a plain word stands for; what begins with a letter and is long is a text, and most are."""
    if not text or text in _CONSTANTS:
        return _memo[text]
    if text[0] in _ODD_STARTS:
        if NUMBER.fullmatch(text):
            value: Any = Decimal(text) if len(text) <= MAX_DIGITS else UNSURE
            if len(_memo) < _MEMO_SIZE:  # the same numbers come again and again, texts do not
                _memo[text] = value
            return value
        return UNSURE if _WORDS.fullmatch(text) or text != text.strip() else text
    if (len(text) <= _LONGEST_ODD and _WORDS.fullmatch(text)) or text != text.strip():
        return UNSURE
    return text


_NO_KEY: Final = object()


class _Level:
    """An open mapping or sequence."""

    __slots__ = ("again", "as_key", "bad", "dropped", "flow", "items", "key", "keys", "mark", "under")

    def __init__(self, items: Any, event: Any, under: Any = None) -> None:
        self.items = items
        self.under = under
        """The key that it stands under."""
        self.key: Any = _NO_KEY
        self.keys: dict[str, Any] | None = None
        self.flow = event.flow_style
        self.mark = event.start_mark
        self.bad = False
        self.as_key = False
        self.again = 0
        """How many keys before stood twice: several in a row are one slip, a whole item that is not set apart."""
        self.dropped: set[str] = set()
        """Keys that are faulty themselves."""

    def value(self) -> Any:
        """Return what was gathered."""
        if self.bad:
            return BAD
        if self.keys is None:
            return tuple(self.items)
        for key in self.dropped:
            self.items[key] = BAD
        return self.items

    def drop(self, key: str, event: Any) -> None:
        """Take a key that is faulty itself, and leave its value out."""
        assert self.keys is not None  # noqa: S101 - only a mapping has keys
        self.key = key
        self.keys[key] = event
        self.dropped.add(key)


class Builder:
    """Builds the value of one file, and gathers what is wrong with it."""

    def __init__(self, content: bytes, text: str, file: str) -> None:
        self.content, self.text, self.file = content, text, file
        self.faults: list[Diagnostic] = []
        self.escapes = "\\" in text
        self.lost = LOST.encode() in content
        self._places: Lines | None = None

    @property
    def places(self) -> Lines:
        """Where the lines of the text start."""
        if self._places is None:
            self._places = Lines(self.text)
        return self._places

    def build(self) -> Any:
        """Return the value, `BAD` in the place of faulty parts.

        Raises:
            yaml.YAMLError: libyaml cannot go on; its mark is not where the fault is.
        """
        parser = Parser(self.content)
        try:
            return self._document(parser.get_event)
        finally:
            parser.dispose()

    def _document(self, take: Any) -> Any:
        take()  # the stream's start
        event = take()
        if type(event) is StreamEndEvent:
            self._say(Diagnostic("R020", Spot(self.file)))
            return BAD
        if type(event) is DocumentStartEvent and (event.version or event.tags):
            self._fault("R029", event)
        value = self._node(take)
        take()  # the document's end
        event = take()
        if type(event) is DocumentStartEvent:
            self._fault("R021", event)
            return BAD
        return value

    def _node(self, take: Any) -> Any:  # noqa: C901, PLR0912 - one loop, as flat as the events
        levels: list[_Level] = []
        level: _Level | None = None
        while True:
            event = take()
            kind = type(event)
            at_key = level is not None and level.keys is not None and level.key is _NO_KEY
            if kind is ScalarEvent:
                if at_key:
                    self._key(level, event)
                    continue
                value = self._scalar(event, level)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                ended = levels.pop()
                level = levels[-1] if levels else None
                if ended.as_key:
                    continue
                value = ended.value()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                opened = _Level({} if kind is MappingStartEvent else [], event, level.key if level else None)
                if event.tag is not None or event.anchor is not None:
                    self._marked(event)
                    opened.bad = True
                if kind is MappingStartEvent:
                    opened.keys = {}
                if at_key:
                    self._fault("R027", event)
                    level.drop("", event)  # type: ignore[union-attr]
                    opened.as_key = True
                level = opened
                levels.append(level)
                if len(levels) > MAX_DEPTH:
                    self._fault("R025", event)
                    raise EnoughError
                continue
            else:
                value = self._alias(event, level)
                if at_key:
                    level.drop("", event)  # type: ignore[union-attr]
                    continue
            if level is None:
                return value
            if level.keys is None:
                level.items.append(value)
            else:
                level.items[level.key] = value
                level.key = _NO_KEY

    def _key(self, level: Any, event: Any) -> None:
        key = event.value
        level.key = key
        fault = self._key_fault(event)
        first = level.keys.get(key)
        if fault is None and first is not None:
            if not level.again:
                self._twice(event, first)
            level.again += 1
            if level.again > MOST_FAULTS:
                raise EnoughError
            level.drop(key, event)
            return
        level.again = 0
        if fault is not None:
            self._say(fault)
            level.drop(key.strip() if fault.code == "R017" else key, event)
        elif self.lost and LOST in key:
            level.drop(key, event)
        level.keys[key] = event

    def _twice(self, event: Any, first: Any) -> None:
        params = {"key": cut(event.value), "line": first.start_mark.line + 1}
        self._say(Diagnostic("R026", self._spot(event), params, also=(self._spot(first),)))

    def _key_fault(self, event: Any) -> Diagnostic | None:
        key = event.value
        if event.tag is not None or event.anchor is not None:
            return Diagnostic("R022" if event.anchor is not None else "R023", self._spot(event))
        if event.style:
            hidden = HIDDEN.search(key) if event.style == '"' and self.escapes else None
            return Diagnostic("R014", self._spot(event), {"char": name_of(hidden[0])}) if hidden else None
        if not key:
            return Diagnostic("R027", self._spot(event))
        if key == "<<":
            return Diagnostic("R024", self._spot(event))
        if _WORDS.fullmatch(key):
            return Diagnostic("R110", self._spot(event), {"word": key})
        return self._odd_space(event)

    def _scalar(self, event: Any, level: _Level | None) -> Any:
        text = event.value
        if event.tag is not None or event.anchor is not None:
            return self._marked(event)
        if self.lost and LOST in text:
            return BAD
        if event.style:
            return self._quoted(event) if event.style == '"' and self.escapes else text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if NUMBER.fullmatch(text):
            return Decimal(text) if len(text) <= MAX_DIGITS else self._long(event)
        return self._plain(event, level)

    def _alias(self, event: Any, level: _Level | None) -> Any:
        if level is None or level.key != "<<":
            self._fault("R022", event)
        return BAD

    def _plain(self, event: Any, level: _Level | None) -> Any:
        text = event.value
        if not text or text in _NOTHING:
            self._absent(event, level)
            return BAD
        word = _WORDS.fullmatch(text)
        fault = self._odd_space(event) if word is None else self._word(event, word.lastgroup or "")
        if fault is None:
            return text
        self._say(fault)
        return BAD

    def _word(self, event: Any, code: str) -> Diagnostic:
        """What YAML's versions read differently: said with the number or the word that is probably meant."""
        text = event.value
        params: dict[str, Any] = {"word": cut(text)}
        write = _meant(code, text)
        if write is not None:
            params["write"] = cut(write)
        safe = code in ("R105", "R109") or text.lower() == write
        return Diagnostic(code, self._spot(event), params, fix=write if safe else None)

    def _odd_space(self, event: Any) -> Diagnostic | None:
        """A space that is none for YAML, such as Word's no-break space, before or after a word."""
        text = event.value
        bare = text.strip()
        if bare == text:
            return None
        char = text[0] if text[0].isspace() else text[-1]
        return Diagnostic("R017", self._spot(event), {"char": name_of(char)}, fix=bare if "\n" not in text else None)

    def _absent(self, event: Any, level: _Level | None) -> None:
        if level is None:
            self._say(Diagnostic("R020", Spot(self.file)))
        elif level.keys is None:
            self._fault("R111", event)
        elif level.key in level.dropped:
            return
        elif event.value or not level.flow:
            where = event if event.value else level.keys[level.key]
            self._fault("R101", where, **no_value(level.key, self._place_of(level)))
        elif not level.bad:
            level.bad = True
            self._comma(level)

    def _place_of(self, level: _Level) -> "Opening":
        """Tell what may stand after a key without a value."""
        assert level.keys is not None  # noqa: S101 - only a mapping has keys
        if _COMMENT.match(self.text, level.keys[level.key].end_mark.index):
            return "comment"
        if level.under == "values":
            return "figure"
        return "other" if level.mark.column or level.flow else "block"

    def _comma(self, level: Any) -> None:
        """A key with no value inside braces: a comma has cut a number or a text in two."""
        names = list(level.keys)
        at = names.index(level.key)
        key = level.keys[level.key]
        if glued := _GLUED_KEY.fullmatch(level.key):
            write = f"{glued[1]}: {glued[2]}"
            said = {"sign": ":", "text": cut(level.key), "write": cut(f"{{{write}}}")}
            self._say(Diagnostic("R041", self._spot(key), said, fix=write))
            return
        comma = self.text.rfind(",", level.mark.index, key.start_mark.index)
        left = level.items[names[at - 1]] if at else None
        if comma < 0 or left is None or left is BAD or isinstance(left, (dict, tuple)):
            self._fault("R101", key, **no_value(level.key))
            return
        start = key.start_mark.index
        right = _AFTER_COMMA.match(self.text, start)
        if not isinstance(left, str) and not level.key[:1].isdigit():
            self._fault("R101", key, **no_value(level.key))
            return
        code, write, fix = _joined(typed(left), self.text[comma:start], right[0].rstrip() if right else level.key)
        span = self.places.span(comma, start if fix else comma + 1)
        self._say(Diagnostic(code, Spot(self.file, span), {"key": cut(names[at - 1]), "write": cut(write)}, fix=fix))

    def _quoted(self, event: Any) -> Any:
        """A double-quoted text may spell any character: look at what came out."""
        if found := HIDDEN.search(event.value):
            self._fault("R014", event, char=name_of(found[0]))
            return BAD
        return unicodedata.normalize("NFC", event.value)

    def _long(self, event: Any) -> Any:
        digits = sum(char.isdigit() for char in event.value)
        if digits > MAX_DIGITS:
            self._fault("R112", event, digits=digits)
            return BAD
        return Decimal(event.value)

    def _marked(self, event: Any) -> Bad:
        typed_as = self.text[event.start_mark.index : event.end_mark.index]
        plain = type(event) is ScalarEvent and not event.style and not set('"\\\r\n') & set(typed_as)
        if event.anchor is None and plain:
            self._say(Diagnostic("R023", self._spot(event), fix=f'"{typed_as}"'))
            return BAD
        spot = self._spot(event)
        mark = typed_as.split()[0]  # of a list or a block, the event reaches to its bracket or its first key
        only = spot._replace(span=spot.span._replace(end_column=spot.span.column + len(mark)))
        self._say(Diagnostic("R022" if event.anchor is not None else "R023", only))
        return BAD

    def _say(self, fault: Diagnostic) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            raise EnoughError

    def _fault(self, code: str, event: Any, **params: Any) -> None:
        self._say(Diagnostic(code, self._spot(event), params))

    def _spot(self, event: Any) -> Spot:
        """Return where an event stands, its first line only."""
        start, end = event.start_mark, event.end_mark
        line, column = start.line + 1, start.column + 1
        if start.index == end.index and line > 1 and column == 1:  # nothing, which libyaml may put after the end
            line = min(line, self.places.count)
        last = end.column + 1 if end.line == start.line else self.places.end(line)
        return Spot(self.file, Span(line, column, line, last))


Opening = Literal["figure", "block", "comment", "other"]
"""What may stand after a key: a figure, lines of its own, only a comment as yet, or something else."""

_COMMENT = re.compile(r"\s*:[ \t]+#")
_GLUED_KEY = re.compile(r"(value|missing|numerator|denominator|vi|en|name|title|note):([^\s:/].*)")
_AFTER_COMMA = re.compile(r"[^{}\[\]:,\r\n]*(?:,[^{}\[\]:,\r\n]*(?=[,}]))*")
"""The rest of a value that commas have cut: up to the brace that closes it, or the next key."""

_THOUSANDS = re.compile(r"[0-9]{3}(?:, ?[0-9]{3})*(?:\.[0-9]+)?")


def _joined(left: str, gap: str, right: str) -> tuple[str, str, str | None]:
    """Put together what a comma has cut: the code, what to write, and what is safe to write in the comma's place."""
    if re.fullmatch(r"-?[0-9]+", left):
        if re.fullmatch(r"-?[1-9][0-9]{0,2}", left) and _THOUSANDS.fullmatch(right):
            return "R031", left + right.replace(",", "").replace(" ", ""), None
        if match := re.fullmatch(r"([0-9]+) ?(%?)", right):
            return "R030", f"{left}.{match[1]}", None if match[2] else "."
    return "R032", f'"{left}{gap}{right}"', None


_OTHERWISE: Final[dict[Opening, Words]] = {
    "block": Words(
        "nếu là mục có nhiều dòng thì gõ các dòng ấy ngay bên dưới, mỗi dòng thụt vào 2 dấu cách",
        "where it has lines of its own, type them below it, each set in by 2 spaces",
    ),
    "comment": Words(
        "phần sau dấu # là ghi chú, máy không đọc: giá trị đứng trước dấu #, chữ có dấu # thì đặt trong dấu nháy",
        "what follows a # is a comment and is not read: the value stands before it; a text with a # needs quotes",
    ),
    "other": Words("dòng nào bắt buộc thì máy sẽ báo", "you will be told where the line is required"),
}


def no_value(key: str, opening: Opening = "other") -> dict[str, Any]:
    """Return what is said of a key without a value; only a figure may be said to be missing."""
    otherwise = _OTHERWISE.get(opening) or Words(
        f"chỉ tiêu chưa có số liệu thì ghi {cut(key)}: {{missing: lý do}}",
        f"where a figure is not known, write {cut(key)}: {{missing: reason}}",
    )
    return {"key": cut(key), "otherwise": otherwise}


def typed(value: Any) -> str:
    """Return a value as it was typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _meant(code: str, text: str) -> str | None:
    """Return the plain number or the true or false that a word of YAML's probably stands for."""
    if code == "R102":
        return "true" if text.lower() in ("y", "yes", "true", "on") else "false"
    if code in ("R103", "R105", "R109"):
        sign, digits = ("-" if text[0] == "-" else ""), text.replace("_", "").lstrip("+-").rstrip(".")
        whole, point, rest = digits.partition(".")
        return f"{sign}{whole.lstrip('0') or '0'}{point}{rest}"
    if code == "R106":
        power = int(text.lower().rpartition("e")[2][-6:])
        return f"{Decimal(text):f}" if abs(power) < MAX_DIGITS else "…"
    if code == "R108":
        return str(int(text.replace("_", ""), 0)) if len(text) <= MAX_DIGITS else "…"
    return None


class EnoughError(Exception):
    """The file is nested deeper, or has more faults, than it pays to go on with; what was found is the builder's."""


def prune(value: Any, left_out: list[Route] | None = None, route: Route = ()) -> Any:
    """Return the value without its faulty parts, whose routes are added to `left_out`; `BAD` where nothing is left."""
    if value is BAD and left_out is not None:
        left_out.append(route)
    if type(value) is dict:
        kept = {key: prune(each, left_out, (*route, key)) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each is not BAD}
    if type(value) is tuple:
        parts = tuple(prune(each, left_out, (*route, index)) for index, each in enumerate(value))
        if any(part is BAD for part in parts):
            return prune(BAD, left_out, route)
        return parts
    return value
