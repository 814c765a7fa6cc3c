"""The data files as JSON Schema, for editors: the shape that `cluster validate` asks for, said at the key.

Draft-07, which the YAML extensions of editors read; every construct in it is read the same by all of them. What needs
more than one file to tell, such as whether an id exists, is left to `cluster validate`.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.engine import REQUIRED, Field, Plain, Record, tag_of
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import MAX_SLUG, Date, Document, Many, Percent, Slug, Text, Whole
from taybac_cluster.model.scales import Scale
from taybac_cluster.model.submission import Answer, Appraisal, Mark, Submission
from taybac_cluster.views.fields import EXAMPLES, FIELDS, KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"

MODELS: Mapping[str, type[Document]] = {
    "members": Roster,
    "criteria": CriteriaSet,
    "submission": Submission,
    "appraisal": Appraisal,
    "meeting": Meeting,
    "papers": Papers,
}
"""The kinds of files that people write."""

Schema = dict[str, Any]

_DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_TEXT: Schema = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
            "required": ["vi"],
            "additionalProperties": False,
        },
    ]
}
_OWN: tuple[tuple[Any, Schema], ...] = (
    (Text, {"$ref": "#/definitions/Text"}),
    (Date, {"type": "string", "format": "date", "pattern": _DAY, "examples": ["2023-09-24"]}),
    (Whole, {"type": "integer"}),
    (Percent, {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[1-9][0-9]* ?/ ?[1-9][0-9]*$"}]}),
    (Slug, {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_SLUG}),
)
"""The types that check themselves, and what they take."""

_PLAIN: Mapping[Any, Schema] = {
    Decimal: {"type": "number"},
    bool: {"type": "boolean"},
    str: {"type": "string"},
}
_BRIEF: Mapping[type[Record], Schema] = {Answer: {"type": "boolean"}, Mark: {"type": "number"}}
"""Records for which a single value may stand."""


def schema(kind: str) -> Schema:
    """Return the JSON Schema of a kind of file."""
    definitions: Schema = {"Text": _TEXT}
    root = _record(MODELS[kind], definitions)
    return {
        "$schema": DRAFT,
        "title": KINDS[kind].vi.partition(":")[0],
        "description": _both(KINDS[kind]),
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def described(model: type[Record], name: str) -> str:
    """Return the key under which a field's words are kept."""
    return f"{model.__name__}.{name}"


def _both(words: Words) -> str:
    return f"{words.vi}\n\n{words.en}"


def _record(model: type[Record], definitions: Schema) -> Schema:
    properties = _properties(model, definitions)
    required = _required(model)
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        shape["required"] = required
    if model is Criterion:
        properties["per_class"] |= {"additionalProperties": {"type": "object"}}
        shape["allOf"] = [_by_scale(scale, definitions) for scale in _scales()]
    return shape


def _properties(model: type[Record], definitions: Schema) -> Schema:
    return {field.key: _field(model, name, field, definitions) for name, field in model.fields().items()}


def _required(model: type[Record]) -> list[str]:
    return [field.key for field in model.fields().values() if field.default is REQUIRED]


def _field(model: type[Record], name: str, field: Field, definitions: Schema) -> Schema:
    kind = _kind(field.annotation, definitions)
    told: Schema = {"description": _both(FIELDS[described(model, name)])}
    if described(model, name) in EXAMPLES:
        told["examples"] = list(EXAMPLES[described(model, name)])
    if isinstance(field.default, (bool, int, str)):
        told["default"] = field.default
    # In draft-07 nothing beside a $ref counts.
    return told | ({"allOf": [kind]} if "$ref" in kind else kind)


def _kind(annotation: Any, definitions: Schema) -> Schema:  # noqa: ANN401 - whatever a model names
    if get_origin(annotation) is Annotated:
        inner, mark = get_args(annotation)
        if isinstance(mark, Plain):
            return next(dict(taken) for own, taken in _OWN if mark in get_args(own))
        if mark == Many:
            one = _kind(get_args(inner)[0], definitions)
            return {"anyOf": [one, {"type": "array", "items": one}]}
        whole = _reference(inner, definitions)
        return {"anyOf": [_BRIEF[inner], whole]} if inner in _BRIEF else whole
    if annotation in _PLAIN:
        return dict(_PLAIN[annotation])
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _reference(annotation, definitions)
    return _generic(annotation, definitions)


def _generic(annotation: Any, definitions: Schema) -> Schema:  # noqa: ANN401
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, UnionType):
        kinds = [_kind(each, definitions) for each in inner if each is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is tuple:
        return {"type": "array", "items": _kind(inner[0], definitions)}
    if origin is dict:
        names = _kind(inner[0], definitions)
        limit = {"propertyNames": names} if "enum" in names else {}
        return {"type": "object", **limit, "additionalProperties": _kind(inner[1], definitions)}
    raise TypeError(annotation)


def _reference(model: type[Record], definitions: Schema) -> Schema:
    if model.__name__ not in definitions:
        definitions[model.__name__] = {}  # a group holds groups
        definitions[model.__name__] = _record(model, definitions)
    return {"$ref": f"#/definitions/{model.__name__}"}


def _scales() -> tuple[type[Record], ...]:
    return get_args(Scale)


def _by_scale(scale: type[Record], definitions: Schema) -> Schema:
    """Say what `per_class` may hold under a scale: some of its fields, or another kind that what is there also fits."""
    given = set(_required(scale)) - {"kind"}
    fitting = [_part(scale, definitions, kind_needed=False)]
    fitting += [
        _part(other, definitions, kind_needed=True)
        for other in _scales()
        if other is not scale and given <= set(other.fields())
    ]
    fields = fitting[0] if len(fitting) == 1 else {"anyOf": fitting}
    return {
        "if": {
            "properties": {"scale": {"properties": {"kind": {"const": tag_of(scale)}}, "required": ["kind"]}},
            "required": ["scale"],
        },
        "then": {"properties": {"per_class": {"additionalProperties": fields}}},
    }


def _part(scale: type[Record], definitions: Schema, *, kind_needed: bool) -> Schema:
    shape = {"type": "object", "properties": _properties(scale, definitions), "additionalProperties": False}
    return shape | {"required": ["kind"]} if kind_needed else shape
