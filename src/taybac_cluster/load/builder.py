"""libyaml's events into plain values: exact decimals, true and false, texts, tuples and dictionaries.

What YAML can do beyond that is refused where it stands: anchors, tags, merge keys, several documents, a key twice,
nesting without end; and every plain word that YAML 1.1 and 1.2 read differently. The same pass keeps where each key
and value stands.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any, Final

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from taybac_cluster.diagnostics import Diagnostic, Span, Spot, Words
from taybac_cluster.load import commas
from taybac_cluster.load.characters import HIDDEN, LOST, Lines, cut, name_of, quoted
from taybac_cluster.load.no_value import no_value, room_for
from taybac_cluster.load.node import FAULTY, Node
from taybac_cluster.load.scalars import A_DATE, CONSTANTS, NOTHING, Misread, digits, is_one_text, misread
from taybac_cluster.model.record import MAX_DIGITS, NUMBER, Location, Route
from taybac_cluster.rules.reading.characters import HIDDEN_CHARACTER, ODD_SPACE
from taybac_cluster.rules.reading.dates import DATE_FORM
from taybac_cluster.rules.reading.files import EMPTY_FILE
from taybac_cluster.rules.reading.numbers import TOO_MANY_DIGITS
from taybac_cluster.rules.reading.quotes import LEADING_SIGN, TEXT_CUT
from taybac_cluster.rules.reading.structure import (
    ALIAS,
    COMPLEX_KEY,
    DIRECTIVE,
    KEY_TWICE,
    MERGE_KEY,
    TAG,
    TOO_DEEP,
    TWO_DOCUMENTS,
)
from taybac_cluster.rules.reading.words import EMPTY_ITEM, NO_VALUE, WORD_AS_KEY
from taybac_cluster.rules.rule import Rule

MAX_DEPTH = 32

try:
    from yaml._yaml import CParser

    Parser: Any = CParser
    FAST = True
except ImportError:  # PyYAML without libyaml: right, and eighteen times slower
    Parser = yaml.SafeLoader
    FAST = False

_CUT = re.compile(r"[ \t]+#[^\s#][^\r\n]*")
_NUMBERED = re.compile(r"[ \t]+#[0-9]")
_UNWRITTEN: Final = Words("số viết bằng các chữ số thường", "the number in plain digits")


_exact = lru_cache(maxsize=1 << 14)(Decimal)
"""A number as typed. Many files have the same, and the same keys: each is kept once."""


class TooDeepError(Exception):
    """The file is nested deeper than any file needs; what was found until there is the builder's."""


class Builder:
    """Builds the value of one file, and gathers what is wrong with it."""

    def __init__(self, content: bytes, text: str, file: str, doubtful: frozenset[int] = frozenset()) -> None:
        self.content, self.text, self.file = content, text, file
        self.faults: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []
        """What may be a mistake; the value is read all the same."""
        self.left_out: list[Route] = []
        """The routes of what is faulty in itself, and so is no part of the value."""
        self.tree = Node([])
        """The document is the only item of this list."""
        self._doubtful = doubtful
        self._escapes = "\\" in text
        self._lost = LOST in text or LOST.encode() in content
        self._lines: Lines | None = None

    @property
    def lines(self) -> Lines:
        """Where the lines of the text start."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def build(self) -> Any:
        """Return the value without its faulty parts; `FAULTY` where nothing is left.

        Raises:
            yaml.YAMLError: libyaml cannot go on; its mark is not where the fault is.
            TooDeepError: the file is nested too deep.
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
            self.faults.append(EMPTY_FILE.at(Spot(self.file)))
            return FAULTY
        if event.version or event.tags:
            self._fault(DIRECTIVE, event)
        self._fill(self.tree, take)
        event = take()
        if type(event) is DocumentStartEvent:
            self._fault(TWO_DOCUMENTS, event)
            return FAULTY
        return FAULTY if self.tree.faulty else self.tree.value[0]

    def _fill(self, node: Node, take: Any) -> None:
        """Put everything up to the document's end into its place, under `node`."""
        above: list[Node] = []
        while True:
            event = take()
            kind = type(event)
            part = event
            if kind is ScalarEvent:
                if node.key is None:
                    self._key(node, event)
                    continue
                value = self._scalar(event, node)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                above.append(node)
                node = self._opened(event, kind is MappingStartEvent, node, len(above))
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                part, node = node, above.pop()
                if part.is_key:
                    continue
                value = part.result()
            elif kind is DocumentEndEvent:
                return
            else:
                value = self._alias(event, node)
                if node.key is None:
                    node.drop("", event, self.left_out)
                    continue
            node.put(value, part, self.left_out)

    def _opened(self, event: Any, is_mapping: bool, parent: Node, depth: int) -> Node:  # noqa: FBT001
        is_key = parent.key is None
        if is_key:
            self._fault(COMPLEX_KEY, event)
            parent.drop("", event, self.left_out)
        node = Node({} if is_mapping else [], event, parent.below() if depth > 1 else ())
        node.is_key = is_key
        if event.tag is not None or event.anchor is not None:
            self._marked(event)
            node.faulty = True
        if depth > MAX_DEPTH:
            self._fault(TOO_DEEP, event)
            raise TooDeepError
        return node

    # ---- keys ----

    def _key(self, node: Node, event: Any) -> None:
        key = event.value
        usual = not event.style and event.tag is None and event.anchor is None and is_one_text(key)
        fault = None if usual else self._key_fault(event)
        if fault is not None:
            self.faults.append(fault)
            node.drop(key.strip() if fault.code == ODD_SPACE.code else key, event, self.left_out)
        elif key in node.keys:
            if not node.repeats:
                self._twice(event, node.keys[key])
            node.repeats += 1
            node.drop(key, event, self.left_out)
        else:
            node.repeats = 0
            node.keys[key] = event
            node.key = intern(key)
            if self._lost and LOST in key:
                node.drop(key, event, self.left_out)

    def _twice(self, event: Any, first: Any) -> None:
        params = {"key": cut(event.value), "line": first.start_mark.line + 1}
        self.faults.append(KEY_TWICE.at(self._spot(event), self._spot(first), **params))

    def _key_fault(self, event: Any) -> Diagnostic | None:
        key = event.value
        if event.tag is not None or event.anchor is not None:
            return (ALIAS if event.anchor is not None else TAG).at(self._spot(event))
        if event.style:
            hidden = HIDDEN.search(key) if event.style == '"' and self._escapes else None
            return HIDDEN_CHARACTER.at(self._spot(event), char=name_of(hidden[0])) if hidden else None
        if not key:
            return COMPLEX_KEY.at(self._spot(event))
        if key == "<<":
            return MERGE_KEY.at(self._spot(event))
        if key not in CONSTANTS and misread(key):
            return WORD_AS_KEY.at(self._spot(event), word=cut(key))
        return self._odd_space(event)

    # ---- values ----

    def _scalar(self, event: Any, node: Node) -> Any:
        text = event.value
        if event.tag is not None or event.anchor is not None:
            return self._marked(event)
        if (self._lost and LOST in text) or (node.route and event.start_mark.line + 1 in self._doubtful):
            return FAULTY
        if event.style:
            return self._quoted(event) if event.style == '"' and self._escapes else text
        if NUMBER.fullmatch(text):
            return _exact(text) if digits(text) <= MAX_DIGITS else self._long(event)
        return self._plain(event, node)

    def _plain(self, event: Any, node: Node) -> Any:
        text = event.value
        if text in CONSTANTS:
            return CONSTANTS[text]
        if text in NOTHING:
            return self._absent(event, node)
        word = misread(text)
        fault = self._odd_space(event) if word is None else self._word(event, word)
        if fault is None:
            if cut_off := _CUT.match(self.text, event.end_mark.index):
                self._text_cut(node, text, cut_off[0])
            return text
        self.faults.append(fault)
        return FAULTY

    def _text_cut(self, node: Node, text: str, lost: str) -> None:
        """Warn of a text that goes on after a #; a number or a name before a # may well have a comment."""
        if " " in text or _NUMBERED.match(lost):
            place = Location(self.file, node.below() if node is not self.tree else ())
            self.warnings.append(TEXT_CUT.at(place, lost=cut(lost.strip()), write=cut(quoted(text + lost))))

    def _word(self, event: Any, word: Misread) -> Diagnostic:
        """Report a word that programs read differently, with the number or the word that is probably meant."""
        if word.rule is DATE_FORM:
            meant = Words(f"ở đây là {word.meant}", f"here {word.meant}") if word.meant else A_DATE
            return DATE_FORM.at(self._spot(event), text=cut(event.value), suggestion=meant)
        if word.rule is LEADING_SIGN:
            quoted_word = quoted(event.value)
            said = {"sign": event.value, "text": event.value, "write": quoted_word, "otherwise": Words("", "")}
            return LEADING_SIGN.at(self._spot(event), fix=quoted_word, **said)
        params: dict[str, Any] = {"word": cut(event.value), "write": cut(word.meant) if word.meant else _UNWRITTEN}
        return word.rule.at(self._spot(event), fix=word.fix, **params)

    def _odd_space(self, event: Any) -> Diagnostic | None:
        """Report a space that is none for YAML, such as Word's no-break space, before or after a word."""
        text = event.value
        bare = text.strip()
        if bare == text:
            return None
        char = text[0] if text[0].isspace() else text[-1]
        return ODD_SPACE.at(self._spot(event), fix=bare if "\n" not in text else None, char=name_of(char))

    def _absent(self, event: Any, node: Node) -> Any:
        """Report that there is no value: in the file, in a list, or after a key."""
        if node is self.tree:
            self.faults.append(EMPTY_FILE.at(Spot(self.file)))
        elif not node.is_mapping:
            self._fault(EMPTY_ITEM, event)
        elif node.key in node.dropped:
            pass  # the key itself is reported
        elif event.value or not node.in_braces:
            where = event if event.value else node.keys[node.key]
            self._fault(NO_VALUE, where, **no_value(node.key, room_for(node, self.text)))
        elif not node.faulty:
            node.faulty = True
            self.faults.append(commas.fault(node, self.text, self.lines, self._spot(node.keys[node.key])))
        return FAULTY

    def _quoted(self, event: Any) -> Any:
        """Return a double-quoted text, which may spell any character: look at what came out."""
        if found := HIDDEN.search(event.value):
            self._fault(HIDDEN_CHARACTER, event, char=name_of(found[0]))
            return FAULTY
        return unicodedata.normalize("NFC", event.value)

    def _long(self, event: Any) -> Any:
        self._fault(TOO_MANY_DIGITS, event, digits=digits(event.value))
        return FAULTY

    def _alias(self, event: Any, node: Node) -> Any:
        if node.key != "<<":
            self._fault(ALIAS, event)
        return FAULTY

    def _marked(self, event: Any) -> Any:
        """Report an anchor or a tag."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        plain = type(event) is ScalarEvent and not event.style and not set('"\\\r\n') & set(written)
        spot = self._spot(event)
        if event.anchor is None and plain:
            self.faults.append(TAG.at(spot, fix=f'"{written}"'))
            return FAULTY
        mark = written.split()[0]  # of a list or a block, the event reaches to its bracket or its first key
        only = spot._replace(span=spot.span._replace(end_column=spot.span.column + len(mark)))
        self.faults.append((ALIAS if event.anchor is not None else TAG).at(only))
        return FAULTY

    def _fault(self, rule: Rule, event: Any, **params: Any) -> None:
        self.faults.append(rule.at(self._spot(event), **params))

    def _spot(self, event: Any) -> Spot:
        """Return where an event stands, its first line only."""
        start, end = event.start_mark, event.end_mark
        line, column = start.line + 1, start.column + 1
        if start.index == end.index and line > 1 and column == 1:  # nothing, which libyaml may put after the end
            line = min(line, self.lines.count)
        last = end.column + 1 if end.line == start.line else self.lines.end(line)
        return Spot(self.file, Span(line, column, line, last))
