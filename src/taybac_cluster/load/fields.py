"""The legal keys at a place of a file kind, read off the models."""

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def legal_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand at `loc`, a place as Pydantic names it."""
    here: list[Any] = [model]
    for step in loc:
        here = [inner for kind in here for inner in _inside(kind, step)]
    return [field.alias or name for kind in here if _is_record(kind) for name, field in kind.model_fields.items()]


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _inside(kind: Any, step: str | int) -> list[Any]:
    """Return the kinds that a step leads to; a tag of a union narrows it instead."""
    if _is_record(kind):
        for name, field in kind.model_fields.items():
            if step in (field.alias, name):
                return _members(field.annotation)
        return [kind] if step in (kind.__name__, _tag(kind)) else []
    if get_origin(kind) is dict:
        return _members(get_args(kind)[1])
    if get_origin(kind) is tuple:
        return _members(get_args(kind)[0])
    return []


def _tag(kind: type[BaseModel]) -> Any:
    field = kind.model_fields.get("kind")
    return get_args(field.annotation)[0] if field is not None and get_args(field.annotation) else None


def _members(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [inner for each in get_args(annotation) for inner in _members(each)]
    return [annotation]
