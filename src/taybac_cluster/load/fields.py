"""The legal keys at a place of a file kind, read off the models."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def legal_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand at `loc`, a place as Pydantic names it."""
    here: list[Any] = [model]
    for step in loc:
        here = [inner for kind in here for inner in _inside(kind, step)]
    return [str(name) for kind in here if _is_record(kind) for name in _fields(kind)]


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _inside(kind: Any, step: str | int) -> tuple[Any, ...]:
    """Return the kinds that a step leads to; a tag of a union narrows it instead."""
    if _is_record(kind):
        return _fields(kind).get(step) or ((kind,) if step in (kind.__name__, _tag(kind)) else ())
    if get_origin(kind) is dict:
        return _members(get_args(kind)[1])
    return _members(get_args(kind)[0]) if get_origin(kind) is tuple else ()


@cache
def _fields(kind: Any) -> dict[str | int, tuple[Any, ...]]:
    return {field.alias or name: _members(field.annotation) for name, field in kind.model_fields.items()}


@cache
def _tag(kind: type[BaseModel]) -> Any:
    field = kind.model_fields.get("kind")
    return get_args(field.annotation)[0] if field is not None and get_args(field.annotation) else None


@cache
def _members(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return tuple(inner for each in get_args(annotation) for inner in _members(each))
    return (annotation,)
