"""The reference of the data format is made from the models, and names every key."""

import re

import pytest
from tests.conftest import ROOT, Run

from taybac_cluster.views.schema import MODELS, schema

DOCS = ROOT / "docs"


@pytest.mark.parametrize(("page", "lang"), [("data.md", "en"), ("data.vi.md", "vi")])
def test_the_reference_of_the_data_is_the_one_that_the_models_give(page: str, lang: str, run: Run) -> None:
    shown = run("schema", "--format", "md", lang=lang)
    text = (DOCS / page).read_text("utf-8")
    assert shown.code == 0
    assert text == shown.out, f"refresh with: cluster schema --lang {lang} -o docs/{page}"
    named = set(re.findall(r"^\| (?:\S*\.)?(\w+) \|", text.replace("\\", ""), re.MULTILINE))
    assert named >= set().union(*(keys_in(schema(kind)) for kind in MODELS))


def keys_in(node: object) -> set[str]:
    """Return every key of the records of a schema: those with a description."""
    if isinstance(node, list):
        return set().union(*map(keys_in, node))
    if not isinstance(node, dict):
        return set()
    own = {key for key, each in (node.get("properties") or {}).items() if "description" in each}
    return own.union(*map(keys_in, node.values()))


def test_one_kind_of_file_can_be_read_alone(run: Run) -> None:
    shown = run("schema", "submission", "--format", "md", lang="en")
    assert "submissions/2023/" in shown.out
    assert "meetings/2023" not in shown.out
    assert run("schema", "no-such", "--format", "md").code == 2
