"""libyaml's events into plain values: exact decimals, true and false, texts, tuples and dictionaries.

What YAML can do beyond that is refused with its place: anchors, tags, merge keys, several documents, a key twice,
nesting without end; and every plain word that YAML 1.1 and 1.2 read differently.
"""

import re
from decimal import Decimal
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.characters import HIDDEN, name_of
from taybac_cluster.model.record import MAX_DIGITS, NUMBER

MAX_DEPTH = 32

try:
    from yaml._yaml import CParser as Parser

    FAST = True
except ImportError:  # PyYAML without libyaml: right, and eighteen times slower
    Parser = yaml.SafeLoader
    FAST = False

_CONSTANTS: Final = {"true": True, "false": False}
_WORDS = re.compile(
    r"(?P<R101>~|null|Null|NULL)"
    r"|(?P<R102>y|Y|n|N|yes|Yes|YES|no|No|NO|True|TRUE|False|FALSE|on|On|ON|off|Off|OFF)"
    r"|(?P<R107>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
    r"|(?P<R108>[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+)"
    r"|(?P<R104>[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)"
    r"|(?P<R105>[-+]?[0-9][0-9]*_[0-9_]*(?:\.[0-9_]*)?|[-+]?[0-9]+\.[0-9_]*_[0-9_]*)"
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
_MEMO_SIZE = 20_000


def quick(content: bytes) -> Any:  # noqa: ANN401, C901, PLR0912 - one loop, as flat as the events
    """Return the value of a file that has nothing unusual in it, else `UNSURE`: then `Builder` says what.

    Keeps no positions, which makes it as fast as libyaml's events allow; plain words are resolved once a process.
    """
    if b"&" in content or b"*" in content or b"!" in content or b"\\" in content:
        return UNSURE
    parser = Parser(content)
    take, memo = parser.get_event, _memo
    take()
    if type(take()) is not DocumentStartEvent:
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
                if value in items or (not event.style and memo.get(value) is not value and _resolve(value) is UNSURE):
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


def _resolve(text: str) -> Any:  # noqa: ANN401
    if NUMBER.fullmatch(text):
        value: Any = Decimal(text) if len(text) <= MAX_DIGITS else UNSURE
    else:
        value = UNSURE if _WORDS.fullmatch(text) else text
    if len(_memo) < _MEMO_SIZE:
        _memo[text] = value
    return value
_NO_KEY: Final = object()


class _Level:
    """An open mapping or sequence."""

    __slots__ = ("bad", "flow", "items", "key", "keys", "mark")

    def __init__(self, items: Any, event: Any) -> None:  # noqa: ANN401 - a list or a dictionary; an event
        self.items = items
        self.key: Any = _NO_KEY
        self.keys: dict[str, Any] | None = None
        self.flow = event.flow_style
        self.mark = event.start_mark
        self.bad = False


class Builder:
    """Builds the value of one file, and gathers what is wrong with it."""

    def __init__(self, content: bytes, text: str, file: str) -> None:
        self.content, self.text, self.file = content, text, file
        self.faults: list[Diagnostic] = []

    def build(self) -> Any:  # noqa: ANN401 - whatever the file holds
        """Return the value, `BAD` in the place of faulty parts.

        Raises:
            yaml.YAMLError: libyaml cannot go on; its mark is not where the fault is.
        """
        parser = Parser(self.content)
        try:
            return self._document(parser.get_event)
        finally:
            parser.dispose()

    def _document(self, take: Any) -> Any:  # noqa: ANN401
        take()  # the stream's start
        event = take()
        if type(event) is StreamEndEvent:
            self.faults.append(Diagnostic("R020", Spot(self.file)))
            return BAD
        if type(event) is DocumentStartEvent and (event.version or event.tags):
            self._fault("R029", event)
        value = self._node(take)
        event = take()
        while type(event) is not DocumentEndEvent:  # pragma: no cover - libyaml closes what it opens
            event = take()
        event = take()
        if type(event) is DocumentStartEvent:
            self._fault("R021", event)
            return BAD
        return value

    def _node(self, take: Any) -> Any:  # noqa: ANN401, C901, PLR0912, PLR0915 - one loop, as flat as the events
        levels: list[_Level] = []
        level: _Level | None = None
        plain, constants, number = self._plain, _CONSTANTS, NUMBER.fullmatch
        while True:
            event = take()
            kind = type(event)
            if kind is ScalarEvent:
                text = event.value
                if event.tag is not None or event.anchor is not None:
                    value = self._marked(event)
                elif level is not None and level.key is _NO_KEY and level.keys is not None:
                    self._key(level, event)
                    continue
                elif event.style:
                    value = self._quoted(event) if event.style == '"' and "\\" in self.text else text
                elif text in constants:
                    value = constants[text]
                elif number(text):
                    value = Decimal(text) if len(text) <= MAX_DIGITS else self._long(event)
                else:
                    value = plain(event, level)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                assert level is not None  # noqa: S101 - libyaml closes only what it opened
                value = level.items if kind is MappingEndEvent else tuple(level.items)
                if level.bad:
                    value = BAD
                levels.pop()
                level = levels[-1] if levels else None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self._marked(event)
                if level is not None and level.keys is not None and level.key is _NO_KEY:
                    self._fault("R027", event)
                    level.bad, level.key = True, ""
                opened = _Level({} if kind is MappingStartEvent else [], event)
                if kind is MappingStartEvent:
                    opened.keys = {}
                levels.append(opened)
                level = opened
                if len(levels) > MAX_DEPTH:
                    self._fault("R025", event)
                    raise TooDeepError
                continue
            elif kind is AliasEvent:
                self._fault("R022", event)
                value = BAD
                if level is not None and level.keys is not None and level.key is _NO_KEY:
                    level.bad, level.key = True, ""
                    continue
            else:  # pragma: no cover - no other event stands inside a document
                continue
            if level is None:
                return value
            if level.keys is None:
                level.items.append(value)
            else:
                level.items[level.key] = value
                level.key = _NO_KEY

    def _key(self, level: _Level, event: Any) -> None:  # noqa: ANN401
        key = event.value
        if not event.style:
            if key == "<<":
                self._fault("R024", event)
                level.bad = True
            elif (word := _WORDS.fullmatch(key)) and word.lastgroup != "R101":
                self._fault("R110", event, word=key)
                level.bad = True
        elif event.style == '"' and "\\" in self.text and self._quoted(event) is BAD:
            level.bad = True
        assert level.keys is not None  # noqa: S101 - only mappings come here
        first = level.keys.get(key)
        if first is not None:
            self.faults.append(
                Diagnostic("R026", _spot(self.file, event), {"key": key, "line": first.start_mark.line + 1},
                           also=(_spot(self.file, first),))
            )
            level.bad = True
        level.keys[key] = event
        level.key = key

    def _plain(self, event: Any, level: _Level | None) -> Any:  # noqa: ANN401
        text = event.value
        if not text:
            self._absent(event, level)
            return BAD
        word = _WORDS.fullmatch(text)
        if word is None:
            return text
        code = word.lastgroup or ""
        params: dict[str, Any] = {"word": text}
        mend = None
        if code == "R105":
            mend = params["plain"] = text.replace("_", "")
            if not NUMBER.fullmatch(mend):
                mend = None
        self.faults.append(Diagnostic(code, _spot(self.file, event), params, mend=mend))
        return BAD

    def _absent(self, event: Any, level: _Level | None) -> None:  # noqa: ANN401
        if level is None:
            self.faults.append(Diagnostic("R020", Spot(self.file)))
            return
        if level.keys is None or level.key is _NO_KEY:
            self._fault("R111", event)
            return
        key = level.keys[level.key]
        if not level.flow:
            self.faults.append(Diagnostic("R101", _spot(self.file, key), {"key": level.key}))
            return
        if not level.bad:
            level.bad = True
            self._comma(level, key)

    def _comma(self, level: _Level, key: Any) -> None:  # noqa: ANN401
        """A key with no value inside braces: a comma has cut a number or a text in two."""
        start = key.start_mark.index
        at = self.text.rfind(",", 0, start)
        assert level.keys is not None  # noqa: S101 - only mappings come here
        names = list(level.keys)
        before = names[names.index(level.key) - 1] if names.index(level.key) else None
        left = level.items.get(before, "") if before is not None else ""
        if before is None or at < level.mark.index:
            self.faults.append(Diagnostic("R101", _spot(self.file, key), {"key": level.key}))
            return
        left = "" if left is BAD else str(left)
        right = level.key
        if re.fullmatch(r"-?[0-9]+", left) and re.fullmatch(r"[0-9]+", right):
            write = f"{left}.{right}" if len(right) != 3 else f"{left}{right}"  # noqa: PLR2004 - a thousand has three
            code = "R030" if len(right) != 3 else "R031"  # noqa: PLR2004
        else:
            write, code = f'"{left}, {right}"', "R032"
        line, column = key.start_mark.line, key.start_mark.column
        if "\n" not in self.text[at:start]:
            column -= start - at
        else:
            found = self.text[:at].count("\n")
            line, column = found, at - (self.text.rfind("\n", 0, at) + 1)
        where = Spot(self.file, Span(line + 1, column + 1, line + 1, column + 2))
        self.faults.append(Diagnostic(code, where, {"key": before, "write": write, "plain": f"{left}{right}"}))

    def _quoted(self, event: Any) -> Any:  # noqa: ANN401
        """A double-quoted text may spell any character: look at what came out."""
        if found := HIDDEN.search(event.value):
            char = found[0]
            self._fault("R014", event, char=name_of(char))
            return BAD
        return event.value

    def _long(self, event: Any) -> Any:  # noqa: ANN401
        digits = sum(char.isdigit() for char in event.value)
        if digits > MAX_DIGITS:
            self._fault("R112", event, digits=digits)
            return BAD
        return Decimal(event.value)

    def _marked(self, event: Any) -> Bad:  # noqa: ANN401
        self._fault("R022" if event.anchor is not None else "R023", event)
        return BAD

    def _fault(self, code: str, event: Any, **params: Any) -> None:  # noqa: ANN401
        self.faults.append(Diagnostic(code, _spot(self.file, event), params))


class TooDeepError(Exception):
    """The file is nested deeper than any of ours; its fault is among the builder's."""


def _spot(file: str, event: Any) -> Spot:  # noqa: ANN401
    start, end = event.start_mark, event.end_mark
    return Spot(file, Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1))


def prune(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return the value without its faulty parts; `BAD` where nothing is left to stand on."""
    if type(value) is dict:
        kept = {key: prune(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each is not BAD}
    if type(value) is tuple:
        parts = tuple(prune(each) for each in value)
        return BAD if any(part is BAD for part in parts) else parts
    return value
