"""Frozen records of annotated fields, checked by pydantic-core, the engine inside Pydantic.

The annotations mean what they mean to Pydantic, strictly: a test holds every record against the BaseModel that is made
of the same annotations. Pydantic itself is not imported: that, and declaring and building fifty BaseModels, took as
long as everything else `cluster rank` does.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Self,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic_core import SchemaValidator

REQUIRED: Any = object()
"""The default of a field that has none."""

NO_CHOICE = "scalar"
"""The complaint about a value whose type none of a union's is."""

_PLAIN = {Decimal: "decimal", bool: "bool", str: "str"}


class Plain(NamedTuple):
    """Marks a type that one function checks and makes; it raises PydanticCustomError."""

    check: Callable[[Any], Any]


class Before(NamedTuple):
    """Marks a type whose raw value a function makes ready first."""

    prepare: Callable[[Any], Any]


class Field(NamedTuple):
    """One field of a record: the key it is written under, what it may be, and its default."""

    key: str
    annotation: Any
    default: Any = REQUIRED


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:  # noqa: PLW1641 - its values may be dicts
    """A frozen record of a file or of a part of one; unknown keys are refused.

    Called, it makes a record of values that are known to be right. A field whose name Python has taken ends in `_`,
    which its key does not: `from_` is written `from`.
    """

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - each field has its own type, which is checked statically
        fields = self.fields()
        lost = [name for name, field in fields.items() if field.default is REQUIRED and name not in values]
        if lost or values.keys() - fields.keys():
            message = f"{type(self).__name__} takes {', '.join(fields)}, not {', '.join(values)}"
            raise TypeError(message)
        self.__dict__.update({name: values.get(name, field.default) for name, field in fields.items()})
        object.__setattr__(self, "__pydantic_fields_set__", set(values))

    def __setattr__(self, name: str, value: object) -> None:
        message = f"{type(self).__name__} is frozen"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.fields())

    def __deepcopy__(self, memo: object) -> Self:
        return self  # as pydantic-core asks for with every default

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in sorted(self.given))
        return f"{type(self).__name__}({said})"

    @property
    def given(self) -> set[str]:
        """The fields that were said; the others have their defaults."""
        return self.__pydantic_fields_set__  # type: ignore[attr-defined, no-any-return]

    @classmethod
    @cache
    def fields(cls) -> dict[str, Field]:
        """Return the fields by name, in order."""
        return {
            name: Field(name.removesuffix("_"), kind, getattr(cls, name, REQUIRED))
            for name, kind in get_type_hints(cls, include_extras=True).items()
            if not name.startswith("_")
        }

    @classmethod
    def validate(cls, raw: Any) -> Self:  # noqa: ANN401 - whatever a file holds
        """Return the record of plain values: dict, tuple, str, bool, Decimal.

        Raises:
            pydantic_core.ValidationError: they do not fit; it tells every fault with its route.
        """
        return cls._validator().validate_python(raw)  # type: ignore[no-any-return]

    @classmethod
    @cache
    def _validator(cls) -> SchemaValidator:
        return SchemaValidator(_Schemas().of(cls))

    def meaning(self, *without: str) -> dict[str, Any]:
        """Return the record as plain values; what is as by default is left out, and every record's fields `without`."""
        said = ((name, getattr(self, name), field.default) for name, field in self.fields().items())
        return {
            name: _meaning(value, without) for name, value, default in said if value != default and name not in without
        }


def _meaning(value: Any, without: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever a record holds
    if isinstance(value, Record):
        return value.meaning(*without)
    if type(value) is tuple:
        return tuple(_meaning(each, without) for each in value)
    return {key: _meaning(each, without) for key, each in value.items()} if isinstance(value, dict) else value


class _Schemas:
    """From annotations to the schema that pydantic-core takes; a record that holds its own kind is made once."""

    def __init__(self) -> None:
        self.open: list[type[Record]] = []
        self.recursive: set[type[Record]] = set()

    def of(self, kind: Any) -> Any:  # noqa: ANN401, PLR0911 - an annotation has one of many forms
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:
            function = {"type": "no-info", "function": inner[1][0]}
            if isinstance(inner[1], Plain):
                return {"type": "function-plain", "function": function}
            return {"type": "function-before", "function": function, "schema": self.of(inner[0])}
        if origin is tuple:
            return {"type": "tuple", "items_schema": [self.of(inner[0])], "variadic_item_index": 0}
        if origin is dict:
            return {"type": "dict", "keys_schema": self.of(inner[0]), "values_schema": self.of(inner[1])}
        if origin is Literal:
            return {"type": "literal", "expected": list(inner)}
        if origin in (Union, UnionType):
            schema = self.union([each for each in inner if each is not NoneType])
            return {"type": "nullable", "schema": schema} if NoneType in inner else schema
        return {"type": _PLAIN[kind]} if kind in _PLAIN else self.record(kind)

    def union(self, kinds: list[Any]) -> Any:  # noqa: ANN401
        """Tell records apart by their `kind`, other types and a record beside them by the type of the plain value."""
        if len(kinds) == 1:
            return self.of(kinds[0])
        if all(isinstance(kind, type) and issubclass(kind, Record) for kind in kinds):
            choices = {tag_of(kind): self.of(kind) for kind in kinds}
            return {"type": "tagged-union", "choices": choices, "discriminator": "kind"}
        types = {kind if kind in _PLAIN else dict: self.of(kind) for kind in kinds}
        error = {"custom_error_type": NO_CHOICE, "custom_error_message": NO_CHOICE}
        return {"type": "tagged-union", "choices": types, "discriminator": type, **error}

    def record(self, kind: type[Record]) -> Any:  # noqa: ANN401
        name = kind.__name__
        if kind in self.open:
            self.recursive.add(kind)
            return {"type": "definition-ref", "schema_ref": name}
        self.open.append(kind)
        fields = {name: self.field(field) for name, field in kind.fields().items()}
        self.open.pop()
        schema = {
            "type": "model",
            "cls": kind,
            "config": {"extra_fields_behavior": "forbid", "strict": True, "title": name},
            "schema": {"type": "model-fields", "model_name": name, "fields": fields},
        }
        if kind not in self.recursive:
            return schema
        reference = {"type": "definition-ref", "schema_ref": name}
        return {"type": "definitions", "schema": reference, "definitions": [{**schema, "ref": name}]}

    def field(self, field: Field) -> Any:  # noqa: ANN401
        schema = self.of(field.annotation)
        if field.default is not REQUIRED:
            schema = {"type": "default", "schema": schema, "default": field.default}
        return {"type": "model-field", "schema": schema, "validation_alias": field.key}


def tag_of(record: type[Record]) -> str | None:
    """Return the one word that the `kind` of a record may be, None where it has no kind."""
    field = record.fields().get("kind")
    return get_args(field.annotation)[0] if field is not None else None
