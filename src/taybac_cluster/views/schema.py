"""The data files as JSON Schema, for editors: the shape that `cluster validate` asks for, said at the key.

Draft-07, which the YAML extensions of editors read; every construct in it is read the same by all of them. What needs
more than one file to tell, such as whether an id exists, is left to `cluster validate`.
"""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import Document, Record
from taybac_cluster.model.scales import SCALES
from taybac_cluster.model.submission import Appraisal, Submission
from taybac_cluster.views.fields import EXAMPLES, KINDS, meaning

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


def schema(kind: str) -> Schema:
    """Return the JSON Schema of a kind of file."""
    root = MODELS[kind].model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Generator)
    definitions = root.pop("$defs")
    if kind == "criteria":
        _by_scale(definitions)
    return {
        "$schema": DRAFT,
        "title": KINDS[kind].vi.partition(":")[0],
        "description": _both(KINDS[kind]),
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def _both(words: Words) -> str:
    return f"{words.vi}\n\n{words.en}"


class _Generator(GenerateJsonSchema):
    """Pydantic's own schema, without what a YAML file cannot hold, and with our descriptions."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # an optional key is left out, never null

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner, default = self.generate_inner(schema["schema"]), schema.get("default")
        return {**inner, "default": default} if isinstance(default, bool | int | str) else inner

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": super().tagged_union_schema(schema)["oneOf"]}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - as Pydantic has it
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Say at each key what it means, in the place of the classes' own titles and docstrings."""
        shape, model = super().model_schema(schema), schema["cls"]
        properties = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            properties[key] = _described(shape["properties"][key], model, name)
        return {key: each for key, each in shape.items() if key not in ("title", "description")} | {
            "properties": properties
        }


def _described(kind: Schema, model: type[Record], name: str) -> Schema:
    said: Schema = {"description": _both(meaning(model, name))}
    if examples := EXAMPLES.get(f"{model.__name__}.{name}"):
        said["examples"] = list(examples)
    # In draft-07 nothing beside a $ref counts.
    return said | {"allOf": [{"$ref": kind["$ref"]}]} if "$ref" in kind else kind | said


def _by_scale(definitions: Schema) -> None:
    """Say what `per_class` may hold under each scale."""
    criterion = definitions[Criterion.__name__]
    criterion["properties"]["per_class"]["additionalProperties"] = {"type": "object"}
    criterion["allOf"] = [_under(kind, definitions) for kind in SCALES]


def _under(kind: str, definitions: Schema) -> Schema:
    """Say what a class may hold: some fields of the scale, or another scale that what is there also fits."""
    own = definitions[SCALES[kind].__name__]
    given = set(own["required"]) - {"kind"}
    others = [definitions[each.__name__] for name, each in SCALES.items() if name != kind]
    fitting = [{**own, "required": []}]
    fitting += [{**each, "required": ["kind"]} for each in others if given <= each["properties"].keys()]
    return {
        "if": {
            "properties": {"scale": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}},
            "required": ["scale"],
        },
        "then": {"properties": {"per_class": {"additionalProperties": {"anyOf": fitting}}}},
    }
