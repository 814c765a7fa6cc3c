"""A small spreadsheet: works out the formulas of a score book anew, with the few functions that they use."""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import prod
from typing import Any

TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<sheet>'(?:[^']|'')*'!)?"""
    r"""(?P<cell>\$?[A-Z]{1,3}\$?\d+)(?![A-Z(])|(?P<name>[A-Z]+)|(?P<mark><>|<=|>=|[-+*/^(),:=<>]))"""
)


class NotAvailable(Exception):  # noqa: N818 - what a spreadsheet shows as #N/A
    """A value that is not there."""


class Spreadsheet:
    """The cells of a workbook by sheet and place; a formula is worked out when it is asked for."""

    def __init__(self, formulas: dict[tuple[str, str], Any]) -> None:
        self.formulas, self.values = formulas, dict[tuple[str, str], Any]()

    def value(self, sheet: str, cell: str) -> Any:
        key = (sheet, cell.replace("$", ""))
        if key not in self.values:
            raw = self.formulas.get(key)
            is_formula = isinstance(raw, str) and raw.startswith("=")
            self.values[key] = Reader(self, sheet, str(raw)[1:]).whole() if is_formula else raw
        return self.values[key]

    def cells(self, sheet: str, first: str, last: str) -> list[Any]:
        return [self.value(sheet, f"{column}{row}") for column, row in between(first, last)]


def between(first: str, last: str) -> Iterator[tuple[str, int]]:
    (left, top), (right, bottom) = (re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", each).groups() for each in (first, last))  # type: ignore[union-attr]
    for row in range(int(top), int(bottom) + 1):
        for column in range(number_of(left), number_of(right) + 1):
            yield letters(column), row


def number_of(column: str) -> int:
    found = 0
    for letter in column:
        found = found * 26 + ord(letter) - 64
    return found


def letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


class Reader:
    """Reads one formula and works it out; a branch of IF that is not taken is never worked out."""

    def __init__(self, book: Spreadsheet, sheet: str, text: str) -> None:
        self.book, self.sheet, self.tokens, self.at = book, sheet, list(self.split(text)), 0

    @staticmethod
    def split(text: str) -> Iterator[tuple[str, str, str]]:
        place = 0
        while place < len(text.rstrip()):
            found = TOKEN.match(text, place)
            assert found is not None, text[place:]
            place = found.end()
            kind = found.lastgroup or ""
            yield kind, found[kind], (found["sheet"] or "").rstrip("!").strip("'")

    def whole(self) -> Any:
        value = self.compared()()
        assert self.at == len(self.tokens)
        return value

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self) -> tuple[str, str, str]:
        self.at += 1
        return self.tokens[self.at - 1]

    # ---- from the loosest to the tightest; each answers a function, so that a branch may be left alone ----

    def compared(self) -> Callable[[], Any]:
        left = self.added()
        while self.peek() in ("=", "<>", "<", ">", "<=", ">="):
            left = both(COMPARISONS[self.take()[1]], left, self.added())
        return left

    def added(self) -> Callable[[], Any]:
        left = self.multiplied()
        while self.peek() in ("+", "-"):
            left = both(ARITHMETIC[self.take()[1]], left, self.multiplied())
        return left

    def multiplied(self) -> Callable[[], Any]:
        left = self.raised()
        while self.peek() in ("*", "/"):
            left = both(ARITHMETIC[self.take()[1]], left, self.raised())
        return left

    def raised(self) -> Callable[[], Any]:
        left = self.signed()
        while self.peek() == "^":
            self.take()
            left = both(ARITHMETIC["^"], left, self.signed())
        return left

    def signed(self) -> Callable[[], Any]:
        if self.peek() == "-":
            self.take()
            inner = self.signed()
            return lambda: mapped(lambda each: -figure(each), inner())
        return self.primary()

    def primary(self) -> Callable[[], Any]:
        kind, text, sheet = self.take()
        if kind == "number":
            return lambda: float(text)
        if kind == "text":
            return lambda: text[1:-1].replace('""', '"')
        if kind == "cell":
            return self.reference(text, sheet or self.sheet)
        if kind == "name" and text in ("TRUE", "FALSE") and self.peek() != "(":
            return lambda: text == "TRUE"
        if kind == "name":
            return self.call(text)
        assert text == "("
        inner = self.compared()
        assert self.take()[1] == ")"
        return inner

    def reference(self, first: str, sheet: str) -> Callable[[], Any]:
        if self.peek() != ":":
            return lambda: self.book.value(sheet, first)
        self.take()
        last = self.take()[1]
        return lambda: self.book.cells(sheet, first, last)

    def call(self, name: str) -> Callable[[], Any]:
        assert self.take()[1] == "("
        arguments = []
        while self.peek() != ")":
            arguments.append(self.compared())
            if self.peek() == ",":
                self.take()
        self.take()
        if name == "IF":
            condition, yes, no = arguments
            return lambda: yes() if truth(condition()) else no()
        return lambda: FUNCTIONS[name](*(argument() for argument in arguments))


def both(operation: Callable[[Any, Any], Any], left: Callable[[], Any], right: Callable[[], Any]) -> Callable[[], Any]:
    def answer() -> Any:
        one, other = left(), right()
        if not isinstance(one, list) and not isinstance(other, list):
            return operation(one, other)
        size = len(one) if isinstance(one, list) else len(other)
        ones = one if isinstance(one, list) else [one] * size
        others = other if isinstance(other, list) else [other] * size
        return [operation(*pair) for pair in zip(ones, others, strict=True)]

    return answer


def mapped(operation: Callable[[Any], Any], value: Any) -> Any:
    return [operation(each) for each in value] if isinstance(value, list) else operation(value)


def figure(value: Any) -> float:
    if value is None:
        return 0.0
    assert isinstance(value, (int, float)), value
    return float(value)


def truth(value: Any) -> bool:
    return bool(figure(value))


def equal(one: Any, other: Any) -> bool:
    if one is None:
        one = "" if isinstance(other, str) else 0
    if other is None:
        other = "" if isinstance(one, str) else 0
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return bool(isinstance(one, bool) == isinstance(other, bool) and one == other)


def order(value: Any) -> tuple[int, Any]:
    """Numbers stand before texts, and texts before true and false."""
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, figure(value))


COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": equal,
    "<>": lambda one, other: not equal(one, other),
    "<": lambda one, other: order(one) < order(other),
    ">": lambda one, other: order(one) > order(other),
    "<=": lambda one, other: order(one) <= order(other),
    ">=": lambda one, other: order(one) >= order(other),
}
ARITHMETIC: dict[str, Callable[[Any, Any], float]] = {
    "+": lambda one, other: figure(one) + figure(other),
    "-": lambda one, other: figure(one) - figure(other),
    "*": lambda one, other: figure(one) * figure(other),
    "/": lambda one, other: figure(one) / figure(other),
    "^": lambda one, other: figure(one) ** figure(other),
}


def rounded(value: Any, digits: Any) -> float:
    """Half away from zero, as spreadsheets do: on the fifteen digits that they show."""
    shown = Decimal(f"{figure(value):.15g}")
    return float(shown.quantize(Decimal(1).scaleb(-int(figure(digits))), ROUND_HALF_UP))


def flat(arguments: tuple[Any, ...]) -> Iterator[Any]:
    for each in arguments:
        yield from each if isinstance(each, list) else [each]


def numbers(arguments: tuple[Any, ...]) -> list[float]:
    return [float(each) for each in flat(arguments) if isinstance(each, (int, float)) and not isinstance(each, bool)]


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def not_available() -> Any:
    raise NotAvailable


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "ROUND": rounded,
    "SUM": lambda *found: sum(numbers(found)),
    "MIN": lambda *found: min(numbers(found), default=0.0),
    "MAX": lambda *found: max(numbers(found), default=0.0),
    "PRODUCT": lambda *found: prod(numbers(found)),
    "COUNT": lambda *found: float(len(numbers(found))),
    "SUMPRODUCT": lambda found: sum(figure(each) for each in found) if isinstance(found, list) else figure(found),
    "AND": lambda *found: all(truth(each) for each in flat(found)),
    "OR": lambda *found: any(truth(each) for each in flat(found)),
    "ISNUMBER": lambda value: mapped(is_number, value),
    "ISTEXT": lambda value: isinstance(value, str),
    "ISLOGICAL": lambda value: isinstance(value, bool),
    "LOWER": lambda value: mapped(lambda each: str(each or "").lower(), value),
    "TRIM": lambda value: " ".join(str(value or "").split()),
    "N": lambda value: figure(value) if is_number(value) else 0.0,
    "NA": not_available,
}
