"""What every record is made of: places, texts, dates and exact numbers."""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal, getcontext
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic_core import PydanticCustomError

from taybac_cluster.model.engine import Before, Plain, Record

Route = tuple[str | int, ...]
Status = Literal["official", "draft", "illustrative"]
Language = Literal["vi", "en"]

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""How a number is written: digits, at most one point, no leading zero."""

MAX_DIGITS = 30
"""Numbers of more digits are refused."""

getcontext().prec = 100  # numbers as typed are added without losing a digit, wherever their points stand

MAX_SLUG = 64
"""Longer ids are refused."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRACTION = re.compile(r"([1-9][0-9]{0,8}) ?/ ?([1-9][0-9]{0,8})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Location(NamedTuple):
    """Where something is written: a file of the data folder and the way through its keys and positions."""

    file: str
    route: Route = ()
    part: Literal["value", "key"] = "value"


class Document(Record):
    """A record that fills a file of its own, and knows which."""

    _file = ""
    _partial = False

    @property
    def file(self) -> str:
        """The file's path in the data folder, with slashes."""
        return self._file

    @property
    def partial(self) -> bool:
        """Whether faulty parts of the file were left out: then nothing may be said of what is absent."""
        return self._partial

    def placed(self, file: str, *, partial: bool = False) -> Self:
        """Return the record itself, told where it was read."""
        self.__dict__.update(_file=file, _partial=partial)
        return self

    def at(self, *route: str | int) -> Location:
        """Return the place of the value at `route`."""
        return Location(self._file, route)

    def key(self, *route: str | int) -> Location:
        """Return the place of the key at `route`."""
        return Location(self._file, route, "key")


class LocalText(NamedTuple):
    """A text in Vietnamese and, where somebody wrote it, in English."""

    vi: str
    en: str | None = None

    def to(self, lang: Language) -> str:
        """Return the text in `lang`; Vietnamese where no English was written."""
        return self.en if lang == "en" and self.en is not None else self.vi


def _text(value: Any) -> LocalText:  # noqa: ANN401 - whatever a file holds
    if isinstance(value, str):
        return LocalText(value)
    if isinstance(value, dict) and "vi" in value and value.keys() <= {"vi", "en"}:
        vi, en = value["vi"], value.get("en")
        if isinstance(vi, str) and (en is None or isinstance(en, str)):
            return LocalText(vi, en)
    if isinstance(value, LocalText):
        return value
    raise PydanticCustomError("text", "a text")


def _many(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    return (value,) if isinstance(value, Mapping) else value


def _whole(value: Any) -> int:  # noqa: ANN401 - whatever a file holds
    if isinstance(value, Decimal) and value == value.to_integral_value() and value.adjusted() < MAX_DIGITS:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("whole_number", "a whole number")


def _date(value: Any) -> datetime.date:  # noqa: ANN401 - whatever a file holds
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no_such_day", "no such day") from None
    if isinstance(value, datetime.date):
        return value
    raise PydanticCustomError("date", "a date")


def _percent(value: Any) -> Decimal | Fraction:  # noqa: ANN401 - whatever a file holds
    parts = _FRACTION.fullmatch(value) if isinstance(value, str) else None
    if parts is not None and int(parts[1]) <= int(parts[2]):
        return 100 * Fraction(int(parts[1]), int(parts[2]))
    if isinstance(value, Decimal | Fraction):
        return value
    raise PydanticCustomError("decimal_type", "a number")


def _slug(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
    if isinstance(value, str):
        if len(value) <= MAX_SLUG and _SLUG.fullmatch(value):
            return value
        raise PydanticCustomError("slug", "an id")
    raise PydanticCustomError("string_type", "a text")


Text = Annotated[LocalText, Plain(_text)]
Date = Annotated[datetime.date, Plain(_date)]
Whole = Annotated[int, Plain(_whole)]
Number = Decimal
Percent = Annotated[Decimal | Fraction, Plain(_percent)]
"""Per cent, as a number or, where that cannot say it exactly, as a fraction of the whole: 80, 2/3."""
Scalar = Decimal | bool | str
Slug = Annotated[str, Plain(_slug)]
Many = Before(_many)
"""A single mapping stands for a list of one."""
