"""Records mean what their annotations mean to Pydantic: each is held against the BaseModel made of the same fields."""

import copy
import random
from decimal import Decimal
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, PlainValidator, Tag, create_model
from pydantic import Field as PydanticField
from pydantic_core import ValidationError

from taybac_cluster.load.builder import Builder
from taybac_cluster.load.folder import KINDS, survey
from taybac_cluster.model.criteria import Group
from taybac_cluster.model.engine import NO_CHOICE, REQUIRED, Plain, Record
from taybac_cluster.model.members import Rotation, Stay
from taybac_cluster.model.record import LocalText
from taybac_cluster.model.submission import Value

DATA = Path(__file__).parents[2] / "data"
STRANGE: tuple[Any, ...] = (
    None,
    True,
    "",
    "x",
    "2023-09-24",
    "2023-02-30",
    Decimal("2.5"),
    Decimal(-1),
    Decimal("NaN"),
)
STRANGE += ((), ("a",), {}, {"vi": "x"}, {"kind": "linear"}, {"value": Decimal(1)}, (Decimal(1),), ({},))
STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)
MADE: dict[type[Record], Any] = {}
FILES = [each for each in survey(str(DATA))[0] if each.file != "members.yaml"] + survey(str(DATA))[0][:1]


def pydantic_s(kind: Any) -> Any:  # noqa: ANN401 - an annotation
    """Return what an annotation of ours is to Pydantic."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        mark = PlainValidator(inner[1].check) if isinstance(inner[1], Plain) else BeforeValidator(inner[1].prepare)
        return Annotated[pydantic_s(inner[0]) if not isinstance(inner[1], Plain) else Any, mark]
    if origin is tuple:
        return tuple[pydantic_s(inner[0]), ...]  # type: ignore[misc]
    if origin is dict:
        return dict[pydantic_s(inner[0]), pydantic_s(inner[1])]  # type: ignore[misc]
    if origin in (Union, UnionType):
        return _union([pydantic_s(each) for each in inner])
    return model(kind) if isinstance(kind, type) and issubclass(kind, Record) else kind


def _union(kinds: list[Any]) -> Any:  # noqa: ANN401
    several = [kind for kind in kinds if kind is not NoneType]
    whole: Any = Union.__getitem__(tuple(several))
    if len(several) > 1:
        records = [isinstance(kind, type) and issubclass(kind, BaseModel) for kind in several]
        if all(records):
            whole = Annotated[whole, PydanticField(discriminator="kind")]
        else:
            types = [dict if is_record else kind for kind, is_record in zip(several, records, strict=True)]
            choices = [Annotated[kind, Tag(str(each))] for kind, each in zip(several, types, strict=True)]
            whole = Annotated[
                Union.__getitem__(tuple(choices)),
                Discriminator(_type_of, custom_error_type=NO_CHOICE, custom_error_message=NO_CHOICE),
            ]
    return whole | None if NoneType in kinds else whole


def _type_of(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
    return str(type(value))


def model(record: type[Record]) -> Any:  # noqa: ANN401 - a class made here
    """Return the BaseModel of a record's fields."""
    if record in MADE:
        return MADE[record]
    if record is Group:
        made = create_model("Group", __config__=STRICT, **_fields(record, {"groups": tuple["Group", ...]}))
        made.model_rebuild(_types_namespace={"Group": made})
    else:
        made = create_model(record.__name__, __config__=STRICT, **_fields(record, {}))
    MADE[record] = made
    return made


def _fields(record: type[Record], known: dict[str, Any]) -> Any:  # noqa: ANN401
    fields = {}
    for name, field in record.fields().items():
        kind = known.get(name) or pydantic_s(field.annotation)
        default = ... if field.default is REQUIRED else field.default
        fields[name] = (kind, PydanticField(default, alias=field.key))
    return fields


def mutated(raw: Any, chance: random.Random) -> Any:  # noqa: ANN401
    """Return the plain values of a file with one thing changed, lost, moved or added."""
    raw = copy.deepcopy(raw)
    inside: list[Any] = []
    stack = [raw]
    while stack:
        here = stack.pop()
        if isinstance(here, dict) and here:
            inside.append(here)
            stack.extend(here.values())
        elif isinstance(here, tuple):
            stack.extend(here)
    here = chance.choice(inside)
    key = chance.choice([*here])
    strange = chance.choice(STRANGE)
    match chance.randrange(4):
        case 0:
            here[key] = strange
        case 1:
            del here[key]
        case 2:
            here[chance.choice(["x", "kind", "value", "from", "from_", "points"])] = strange
        case _:
            here[chance.choice(["name", "scale", "values", "id"])] = here.pop(key)
    return raw


def verdict(checked: Any, raw: Any) -> Any:  # noqa: ANN401
    """Return what came out: the meaning, or every fault with its place."""
    try:
        return said(checked(raw))
    except ValidationError as error:
        return [(each["type"], each["loc"], each.get("ctx")) for each in error.errors(include_url=False)]


def said(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Record):
        return {name: said(getattr(value, name)) for name in value.fields()} | {"given": value.given}
    if isinstance(value, BaseModel):
        shown = {name: said(getattr(value, name)) for name in type(value).model_fields}
        return shown | {"given": value.model_fields_set}
    if type(value) is tuple:
        return tuple(map(said, value))
    return {key: said(each) for key, each in value.items()} if isinstance(value, dict) else repr(value)


@pytest.mark.parametrize("found", FILES, ids=lambda found: found.file)
def test_a_record_takes_and_refuses_what_pydantic_s_model_does(found: Any) -> None:  # noqa: ANN401
    record = KINDS[found.kind]
    raw = Builder((content := (DATA / found.file).read_bytes()), content.decode(), found.file).build()
    assert verdict(record.validate, raw) == verdict(model(record).model_validate, raw)
    chance = random.Random(found.file)  # noqa: S311 - the same each time
    refused = 0
    for _ in range(150):
        changed = mutated(raw, chance)
        ours = verdict(record.validate, changed)
        assert ours == verdict(model(record).model_validate, changed), changed
        refused += isinstance(ours, list)
    assert 0 < refused < 150


def test_every_annotation_is_one_that_pydantic_was_asked_about() -> None:
    told = {record.__name__ for kind in KINDS.values() for record in _within(kind, set())}
    assert {each.__name__ for each in _all(Record)} - told == {"Document"}


def _within(kind: Any, seen: set[type[Record]]) -> set[type[Record]]:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, Record) and kind not in seen:
        seen.add(kind)
        for field in kind.fields().values():
            _within(field.annotation, seen)
    for each in get_args(kind) if get_origin(kind) is not Literal else ():
        _within(each, seen)
    return seen


def _all(record: type[Record]) -> list[type[Record]]:
    return [found for each in record.__subclasses__() for found in (each, *_all(each))]


def test_a_record_is_frozen_compares_by_its_fields_and_says_what_it_is() -> None:
    one, same = Value(value=Decimal(1)), Value.validate({"value": Decimal(1)})
    assert one == same
    assert one != Value(value=Decimal(2))
    assert one != 1
    assert one.given == same.given == {"value"}
    assert repr(one) == "Value(value=Decimal('1'))"
    assert copy.deepcopy(one) is one
    with pytest.raises(AttributeError, match="frozen"):
        one.value = Decimal(2)  # type: ignore[misc]
    with pytest.raises(TypeError, match="Rotation takes order, sequence, not x"):
        Rotation(x=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="takes"):
        Group(id="a")  # type: ignore[call-arg]


def test_a_key_that_python_has_taken_is_written_without_its_underscore() -> None:
    stay = Stay.validate({"from": "2023-09-24"})
    assert stay.from_ is not None
    with pytest.raises(ValidationError):
        Stay.validate({"from_": "2023-09-24"})


def test_the_meaning_of_a_record_is_what_was_said_and_is_not_the_default() -> None:
    group = Group.validate({"id": "a", "name": "A", "combine": "sum", "groups": ({"id": "b", "name": "B"},)})
    assert group.meaning() == {"id": "a", "name": LocalText("A"), "groups": ({"id": "b", "name": LocalText("B")},)}
