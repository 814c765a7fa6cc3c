"""What every record is made of: locations, texts, dates and exact numbers."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal, getcontext
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

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

MAX_TEXT = 20_000
"""Longer texts, of more than some ten pages, are refused: no paper could show them."""

MAX_TEXTS = 200
"""Longer lists of texts are refused."""

_FRACTION = re.compile(r"([1-9][0-9]{0,8}) ?/ ?([1-9][0-9]{0,8})")
_BLANK = re.compile(r"_{3,}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Location(NamedTuple):
    """Where something is written: a file of the data folder and the way through its keys and positions."""

    file: str
    route: Route = ()
    part: Literal["value", "key"] = "value"


_TYPED: dict[frozenset[str], set[str]] = {}


class Record(BaseModel):
    """A part of a file, as somebody wrote it. It is frozen, and unknown keys are refused.

    The values of a file are plain: dict, tuple, str, bool, Decimal. A key that is a word of Python has an alias.
    """

    # Most commands read a few kinds of file: a model is built when the first file of its kind is read.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    def model_post_init(self, _context: object) -> None:
        """Share the set of the keys that were typed: many records have few different ones, and each takes 216 bytes."""
        typed = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _TYPED.setdefault(frozenset(typed), typed))


class Document(Record):
    """A record that fills a file of its own, and knows which."""

    _file: str = PrivateAttr("")
    _partial: bool = PrivateAttr(default=False)

    @property
    def file(self) -> str:
        """The file's path in the data folder, with slashes."""
        return self._file

    @property
    def partial(self) -> bool:
        """Whether faulty parts of the file were left out: then nothing may be said of what is absent."""
        return self._partial

    def in_file(self, file: str, *, partial: bool = False) -> Self:
        """Keep the path of the file that the record fills, and return the record."""
        self._file, self._partial = file, partial
        return self

    def at(self, *route: str | int) -> Location:
        """Return the location of the value at `route`."""
        return Location(self._file, route)

    def key(self, *route: str | int) -> Location:
        """Return the location of the key at `route`."""
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
        return _fitting(LocalText(value))
    if isinstance(value, dict) and "vi" in value and value.keys() <= {"vi", "en"}:
        vi, en = value["vi"], value.get("en")
        if isinstance(vi, str) and (en is None or isinstance(en, str)):
            return _fitting(LocalText(vi, en))
    if isinstance(value, LocalText):
        return value
    raise PydanticCustomError("text", "a text")


def _fitting(text: LocalText) -> LocalText:
    if len(text.vi) > MAX_TEXT or len(text.en or "") > MAX_TEXT:
        raise PydanticCustomError("long_text", "a shorter text")
    return text


def _whole(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    if isinstance(value, Decimal) and value == value.to_integral_value() and value.adjusted() < MAX_DIGITS:
        return int(value)
    return value


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


def is_blank(value: Any) -> bool:  # noqa: ANN401 - whatever a file holds
    """Whether a value is a blank that is yet to be filled: three underscores or more."""
    return isinstance(value, str) and _BLANK.fullmatch(value) is not None


def _scalar(value: Any) -> Decimal | bool | str:  # noqa: ANN401 - whatever a file holds
    if isinstance(value, Decimal | bool | str):
        return value
    raise PydanticCustomError("scalar", "one value")


class Read(NamedTuple):
    """Leaves a value to one function; `PlainValidator` builds the schema of the type as well, for nothing."""

    function: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        """Return the schema that Pydantic asks for."""
        return core_schema.no_info_plain_validator_function(self.function)


Text = Annotated[
    LocalText,
    Read(_text),
    WithJsonSchema(
        {
            "type": ["string", "object"],
            "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
            "required": ["vi"],
            "additionalProperties": False,
        }
    ),
]
Texts = Annotated[tuple[Text, ...], Field(max_length=MAX_TEXTS)]
Date = Annotated[
    datetime.date,
    Read(_date),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            "examples": ["2023-09-24"],
        }
    ),
]
Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]
Percent = Annotated[
    Decimal | Fraction,
    Read(_percent),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[1-9][0-9]* ?/ ?[1-9][0-9]*$"}]}),
]
"""Per cent, as a number or, where that cannot say it exactly, as a fraction of the whole: 80, 2/3."""
Scalar = Annotated[Decimal | bool | str, Read(_scalar), WithJsonSchema({"type": ["number", "boolean", "string"]})]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=MAX_SLUG)]


class Accepted(Record):
    """A warning that somebody looked at and accepts, in the file that it is about; an error cannot be accepted."""

    code: str
    at: str | None = None
    """The route of the warning in the file, with dots, an item of a list by its id; None: anywhere in the file."""
    reason: Text
