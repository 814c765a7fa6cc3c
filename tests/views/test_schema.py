"""The JSON Schemas accept what the shape checks accept, refuse what they refuse, and say what every field means."""

# ruff: noqa: ANN401 - a file may hold anything, and is changed anywhere

import copy
import json
import random
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from tests.conftest import DATA, ROOT

from taybac_cluster.cli.commands import schema as cli_schema
from taybac_cluster.load.builder import Builder
from taybac_cluster.load.document import shaped
from taybac_cluster.load.survey import survey
from taybac_cluster.model.record import Record
from taybac_cluster.rules.sample import SAMPLE
from taybac_cluster.views.fields import EXAMPLES, FIELDS
from taybac_cluster.views.schema import MODELS, schema

SCHEMAS = ROOT / "schemas"
KIND_OF = {"members.yaml": "members", "papers.yaml": "papers", "criteria": "criteria", "submissions": "submission"}
KIND_OF |= {"appraisals": "appraisal", "meetings": "meeting"}
MUTATIONS = 2000


def kind_of(file: str) -> str:
    return KIND_OF[file.partition("#")[0].partition("/")[0]]


def files() -> dict[str, str]:
    shipped = {
        each.file: (DATA / each.file).read_text("utf-8") for each in survey(str(DATA)).found if each.kind != "lock"
    }
    sample = {f"{file}#sample": text for file, text in SAMPLE.items() if isinstance(text, str)}
    return shipped | sample


def value_of(text: str) -> Any:
    builder = Builder(text.encode(), text, "file")
    value = builder.build()
    assert builder.faults == []
    return value


def plain(value: Any) -> Any:
    """As an editor has it: numbers, lists and objects."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


@pytest.fixture(scope="module")
def validators() -> Mapping[str, Draft7Validator]:
    return {kind: Draft7Validator(schema(kind), format_checker=FormatChecker()) for kind in MODELS}


@pytest.mark.parametrize("kind", MODELS)
def test_the_shipped_schema_is_the_one_that_the_models_give(kind: str) -> None:
    shipped = json.loads((SCHEMAS / f"{kind}.json").read_text("utf-8"))
    assert shipped == json.loads(json.dumps(schema(kind))), "refresh with: cluster schema --write schemas"


@pytest.mark.parametrize("kind", MODELS)
def test_every_schema_is_one_of_draft_7(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("file", files())
def test_what_is_shipped_is_accepted(file: str, validators: Mapping[str, Draft7Validator]) -> None:
    errors = [error.message for error in validators[kind_of(file)].iter_errors(plain(value_of(files()[file])))]
    assert errors == []


@pytest.mark.parametrize("file", sorted(file for file in files() if not file.endswith("#sample")))
def test_every_shipped_file_names_its_schema_on_its_first_line(file: str) -> None:
    path = DATA / file
    first = path.read_text("utf-8").partition("\n")[0]
    lead = "# yaml-language-server: $schema="
    assert first.startswith(lead)
    assert (path.parent / first.removeprefix(lead)).resolve() == SCHEMAS / f"{kind_of(file)}.json"


def records(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for each in model.__subclasses__():
        yield from records(each)


def test_every_field_of_every_file_is_described_in_both_languages_and_no_other() -> None:
    fields = {f"{model.__name__}.{name}" for model in records(Record) for name in model.model_fields}
    assert fields >= set(FIELDS) | set(EXAMPLES)
    said = [key["description"] for kind in MODELS for key in keys(schema(kind))]
    assert len(said) > len(FIELDS)
    for each in said:
        vi, _, en = each.partition("\n\n")
        assert vi.strip()
        assert en.strip()
        assert vi != en


def keys(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every key of every record in a schema; those of a text in two languages have no words of their own."""
    if isinstance(node, dict):
        if node.get("additionalProperties") is False and "vi" not in node["properties"]:
            yield from node["properties"].values()
        for each in node.values():
            yield from keys(each)
    elif isinstance(node, list):
        for each in node:
            yield from keys(each)


def test_every_example_fits_its_own_field() -> None:
    for kind in MODELS:
        whole = schema(kind)
        for found in with_examples(whole):
            validator = Draft7Validator({**found, "definitions": whole["definitions"]}, format_checker=FormatChecker())
            for example in found["examples"]:
                assert [error.message for error in validator.iter_errors(example)] == []


def with_examples(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("examples"), list):
            yield node
        for each in node.values():
            yield from with_examples(each)
    elif isinstance(node, list):
        for each in node:
            yield from with_examples(each)


def test_it_refuses_what_the_shape_checks_refuse_and_nothing_else(validators: Mapping[str, Draft7Validator]) -> None:
    """On files changed at random; the seed and the change are in the message, so that one can be tried again."""
    seed = random.SystemRandom().randrange(1 << 32)
    draw = random.Random(seed)  # noqa: S311 - not a secret
    print(f"seed {seed}")  # noqa: T201 - pytest shows it where the test fails
    values = {file: value_of(text) for file, text in files().items()}
    differing, refused = [], 0
    for _ in range(MUTATIONS):
        file = draw.choice(list(values))
        mutant, change = mutated(values[file], draw)
        _, faults = shaped(mutant, MODELS[kind_of(file)], file)
        accepted = validators[kind_of(file)].is_valid(plain(mutant))
        refused += bool(faults)
        if bool(faults) == accepted:
            differing.append((file, change, [fault.code for fault in faults]))
    assert differing == [], f"seed {seed}"
    assert MUTATIONS // 5 < refused < MUTATIONS, f"seed {seed}: most mutations should be seen, some be harmless"


@pytest.mark.parametrize("kind", ["count", "yes_no", "levels"])
def test_a_class_with_another_kind_of_scale_is_never_passed_over(
    kind: str, validators: Mapping[str, Draft7Validator]
) -> None:
    text = str(SAMPLE["criteria/2023.yaml"])
    text = text.replace(
        "        plausible:\n", f"        per_class:\n          II:\n            kind: {kind}\n        plausible:\n", 1
    )
    record, [fault] = shaped(value_of(text), MODELS["criteria"], "criteria/2023.yaml")
    assert record is None
    assert fault.code == "R315"
    assert list(validators["criteria"].iter_errors(plain(value_of(text))))


ODD: tuple[Any, ...] = (
    *(Decimal("7.2"), Decimal(3), Decimal(-1), True, False),
    *("", "một đoạn chữ", "Sa-Pa", "sa-pa", "2023-09-24", "2023-02-30", "2023-9-4", "24/9/2023", "II", "linear"),
    *((), ("a",), (Decimal(1),), {}, {"vi": "x"}, {"vi": "x", "en": "y"}, {"en": "x"}, {"kind": "count"}),
    *({"kind": "ratio"}, {"value": Decimal(1)}, {"missing": "không có"}, {"id": "a", "name": "b"}),
)


def mutated(value: Any, draw: random.Random) -> tuple[Any, str]:
    """Change one place of a file: leave out, rename, add, replace, double, or put into a list."""
    value = thawed(value)
    container, step = draw.choice(list(places(value)))
    before = container[step]
    name, change = draw.choice(CHANGES)
    change(container, step, draw)
    return frozen(value), f"{name} at {step!r}, was {str(before)[:60]}"


def thawed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: thawed(each) for key, each in value.items()}
    return [thawed(each) for each in value] if isinstance(value, tuple) else value


def frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: frozen(each) for key, each in value.items()}
    return tuple(frozen(each) for each in value) if isinstance(value, list | tuple) else value


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield value, step
        yield from places(value[step])


def leave_out(container: Any, step: Any, _: random.Random) -> None:
    del container[step]


def rename(container: Any, step: Any, draw: random.Random) -> None:
    if isinstance(container, dict):
        container[draw.choice(["x", "vi", "en", f"{step}s", "kind", "II", "id"])] = container.pop(step)


def add(container: Any, step: Any, draw: random.Random) -> None:
    if isinstance(container, dict):
        container[draw.choice(["x", "note", "missing", "V", "worst", "cap"])] = draw.choice(ODD)
    else:
        container.append(copy.deepcopy(container[step]))


def replace(container: Any, step: Any, draw: random.Random) -> None:
    container[step] = draw.choice(ODD)


def into_a_list(container: Any, step: Any, _: random.Random) -> None:
    container[step] = [container[step]]


CHANGES: tuple[tuple[str, Callable[[Any, Any, random.Random], None]], ...] = (
    ("leave out", leave_out),
    ("rename", rename),
    ("add", add),
    ("replace", replace),
    ("replace", replace),
    ("into a list", into_a_list),
)


def test_the_help_names_every_kind_of_file_that_has_a_schema() -> None:
    assert cli_schema.KINDS.split("|") == [*MODELS]
