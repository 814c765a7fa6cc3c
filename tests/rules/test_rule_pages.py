"""The pages of the rules: one source, two languages, never stale."""

import json
import re
import string

import pytest
from tests.conftest import ROOT, Folder

from taybac_cluster.cli import run
from taybac_cluster.export import markdown
from taybac_cluster.export.terminal import render
from taybac_cluster.model.record import Language
from taybac_cluster.rules.catalogue import RULES
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.views.rules import MOST_LINES, book, card, failing, page, passing

DOCS = ROOT / "docs"
LANGUAGES: tuple[Language, ...] = ("vi", "en")
PAGES: dict[Language, str] = {"en": "rules.md", "vi": "rules.vi.md"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_in_docs_is_the_one_that_the_rules_give(lang: Language) -> None:
    written = (DOCS / PAGES[lang]).read_text("utf-8")
    assert written == markdown.render(book(RULES, lang)), (
        f"refresh with: cluster rules --lang {lang} -o docs/{PAGES[lang]}"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_shows_an_example_that_fails_and_one_that_passes(rule: Rule, lang: Language) -> None:
    fails, passes = failing(rule, lang), passing(rule, lang)
    assert bool(fails) == bool(rule.bad), "links, pipes and the like cannot be written as text"
    assert all(any(line.strip() for line in example.lines) for example in (*fails, *passes))
    assert all(len(example.lines) <= MOST_LINES * 2 + 4 for example in (*fails, *passes))
    assert not fails or [example.lines for example in fails] != [example.lines for example in passes]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_fits_a_terminal_of_80_columns_but_for_the_lines_of_a_file(rule: Rule, lang: Language) -> None:
    text = render(page(rule, lang), 80, colour=False)
    assert rule.code in text
    assert rule.name in text
    prose = [line for line in text.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 80


@pytest.mark.parametrize("word", ["R201", "r201", "unknown-member"])
def test_a_rule_is_found_by_code_in_either_case_and_by_name(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", word, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("R201 unknown-member")
    assert "member: sapa" in out
    assert "member: sa-pa" in out


def test_the_list_names_every_rule_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("R")] == [rule.code for rule in RULES]


def test_as_json_every_rule_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--format", "json", "--lang", "en"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert [each["code"] for each in listed] == [rule.code for rule in RULES]
    assert all(each["title"] and each["why"] and each["message"] for each in listed)
    assert sum(not each["fails"] for each in listed) < 10


def test_a_word_that_is_no_rule_is_wrong_usage_and_the_nearest_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "unknown-membr"]) == 2
    assert "unknown-member" in capsys.readouterr().err


def test_an_example_shows_the_changed_line_with_what_it_stands_under() -> None:
    rule = next(rule for rule in RULES if rule.name == "unknown-tie-break")
    [example] = failing(rule, "en")
    assert example.file == "criteria/2023.yaml"
    assert [line for line in example.lines if "ranking:" in line or "tie_break:" in line or "xanhh" in line] == [
        "ranking:",
        "  tie_break:",
        "    - xanhh",
    ]


def test_the_example_of_the_page_is_the_one_that_was_checked(folder: Folder) -> None:
    rule = next(rule for rule in RULES if rule.name == "unknown-member")
    [example] = failing(rule, "en")
    assert isinstance(rule.bad, tuple)
    assert isinstance(rule.bad[0], Edit)
    text = (folder(rule.bad) / example.file).read_text("utf-8")
    assert all(line in text for line in example.lines if "…" not in line)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_names_what_is_filled_in_and_no_parameter(rule: Rule, lang: Language) -> None:
    shown = card(rule, lang)
    for template, text in ((getattr(rule.message, lang), shown.message), (getattr(rule.hint, lang), shown.hint)):
        filled = [name for _, name, _, _ in string.Formatter().parse(template) if name]
        assert text.count("‹") == len(filled)
        bare = template.format(**dict.fromkeys(filled, "\x00"))
        assert re.sub("‹[^›]*›", "\x00", text) == bare
