"""The legal keys at a place of a file kind, read off the models."""

from collections.abc import Collection
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from taybac_cluster.model.record import Record
from taybac_cluster.model.scales import SCALES


def legal_keys(model: type[Record], loc: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand at `loc`, a place as Pydantic names it."""
    here: list[Any] = [model]
    for step in loc:
        if len(here) > 1:  # the scales, of which the step names one
            here = [kind for kind in here if SCALES.get(str(step)) is kind]
        else:
            here = [inner for kind in here for inner in _inside(kind, step)]
    return [str(name) for kind in here if _is_record(kind) for name in _fields(kind)]


def blocks(model: Any) -> set[str]:
    """Return the keys at the edge of a file that have lines of `key: value` below them."""
    return {
        str(name)
        for name, kinds in _fields(model).items()
        if any(_is_record(kind) or get_origin(kind) is dict for kind in kinds)
    }


def parent_of(model: Any, key: str, given: Collection[str]) -> str | None:
    """Return the block that a key at the edge of a file probably belongs to; none that is `given` already."""
    free = {str(name): kinds for name, kinds in _fields(model).items() if name not in given}
    for name, kinds in free.items():
        if any(_is_record(kind) and key in _fields(kind) for kind in kinds):
            return name
    return next((name for name, kinds in free.items() if any(get_origin(kind) is dict for kind in kinds)), None)


@cache
def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _inside(kind: Any, step: str | int) -> tuple[Any, ...]:
    """Return the kinds that a key or a position leads to."""
    return _fields(kind).get(step, ()) if _is_record(kind) else _items(kind)


@cache
def _items(kind: Any) -> tuple[Any, ...]:
    """Return the kinds that the values of a dict or a list may have; none for anything else."""
    origin, inner = get_origin(kind), get_args(kind)
    return _members(inner[1] if origin is dict else inner[0]) if origin in (dict, tuple) else ()


@cache
def _fields(kind: Any) -> dict[str | int, tuple[Any, ...]]:
    return {field.alias or name: _members(field.annotation) for name, field in kind.model_fields.items()}


@cache
def _members(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return tuple(inner for each in get_args(annotation) if each is not NoneType for inner in _members(each))
    return (annotation,)
