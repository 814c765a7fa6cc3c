"""Every format of `cluster validate`, read by something that is not ours, with hostile names and messages."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from junitparser import Failure, JUnitXml, TestCase, TestSuite
from tests.conftest import Folder

from taybac_cluster.cli import run
from taybac_cluster.diagnostics import Diagnostic, Param, Severity, Span, Spot, Words
from taybac_cluster.export import github, gitlab, junit, markdown, sarif
from taybac_cluster.export.diagnostics import one_line, render
from taybac_cluster.model.record import Language
from taybac_cluster.rules.catalogue import find
from taybac_cluster.rules.rule import Rule
from taybac_cluster.views import diagnostics
from taybac_cluster.views.diagnostics import Finding, brought, findings
from taybac_cluster.views.report import page
from taybac_cluster.views.rules import Card
from taybac_cluster.views.visible import visible

SARIF = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")

HOSTILE = (
    "submissions/2023/a\n::error file=b::forged.yaml",
    "submissions/2023/::error::x,y:z%0A.yaml",
    "submissions/2023/<b>&\"'.yaml",
    "submissions/2023/\x1b[31mđỏ\x07.yaml",
    "submissions/2023/##[error]cụm 100%.yaml",
    "submissions/2023/\udcff\u202e.yaml",
    "submissions/2023/a|b`c`*d*.yaml",
)
SENTENCE = "dòng đầu\n::set-output name=a::b\r ##[add-mask]x <&> ]]> % \x1b[0m \x00 \U0001f600 \ufffe"


STUB = Rule(
    "R999",
    "some-name",
    Words("tên", "name"),
    Words("", ""),
    Words("{text}", "{text}"),
    Words("viết lại", "rewrite"),
    (),
)


@pytest.fixture(autouse=True)
def a_rule_that_says_what_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "find", lambda code: STUB if code == STUB.code else find(code))


def fault(
    file: str = "submissions/2023/sa-pa.yaml",
    message: str = "sai",
    severity: Severity = "error",
    *,
    span: Span = Span(3, 5, 3, 9),  # noqa: B008 - a constant
    fix: str | None = None,
    **fields: Any,  # noqa: ANN401 - those of Finding
) -> Finding:
    found = Diagnostic(STUB.code, Spot(file, span), {"text": message}, severity, fix=fix)
    return Finding(found, "vi", file, span, **fields)


@pytest.fixture(params=HOSTILE, ids=lambda name: visible(name).rsplit("/", 1)[-1])
def hostile(request: pytest.FixtureRequest) -> list[Finding]:
    file = str(request.param)
    return [fault(file, SENTENCE), fault(file, SENTENCE, "warning"), fault(file, SENTENCE, foreign=True)]


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands the way the runner does: one a line, unescaped after they are split."""
    found = []
    for line in text.splitlines():
        if (match := re.match(r"\s*::([\w-]+)(?: (.*?))?::(.*)$", line)) and match[1] not in ("group", "endgroup"):
            pairs = (pair.partition("=") for pair in (match[2] or "").split(","))
            properties = {name: unescaped(value, "%3A", "%2C") for name, _, value in pairs}
            found.append((match[1], properties, unescaped(match[3])))
    return found


def unescaped(text: str, *more: str) -> str:
    for code in ("%0D", "%0A", *more, "%25"):
        text = text.replace(code, unquote(code))
    return text


def test_an_annotation_says_where_and_what_as_the_runner_reads_it() -> None:
    text = github.render([fault(message="thiếu 5%, xem a:b")], 3, "vi")
    assert annotations(text)[0] == (
        "error",
        {
            "file": "submissions/2023/sa-pa.yaml",
            "line": "3",
            "endLine": "3",
            "col": "5",
            "endColumn": "8",
            "title": "R999 some-name",
        },
        "thiếu 5%, xem a:b\nSửa: viết lại",
    )


def test_no_name_or_message_forges_an_annotation(hostile: list[Finding]) -> None:
    text = github.render(hostile, 1, "vi")
    found = annotations(text)
    assert [kind for kind, _, _ in found] == ["error", "warning", "notice"]
    assert {properties["file"] for kind, properties, _ in found if kind != "notice"} == {visible(hostile[0].file)}
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert [line.split(" ")[0].split("::")[1] for line in commands] == [
        "error",
        "warning",
        "group",
        "endgroup",
        "notice",
    ]
    assert "##[" not in "".join(line for line in text.splitlines() if not line.startswith("::"))
    assert not CONTROL.search(text)


def test_errors_come_before_warnings_and_the_count_last_because_github_shows_only_ten() -> None:
    severities: tuple[Severity, ...] = ("warning", "error", "warning", "error")
    params = {"id": "x", "suggestion": "y"}
    diagnostics = [Diagnostic("R201", Spot(f"{at}.yaml"), params, severity) for at, severity in enumerate(severities)]
    kinds = [kind for kind, _, _ in annotations(github.render(findings(diagnostics, "vi"), 4, "vi"))]
    assert kinds == ["error", "error", "warning", "warning", "notice"]


# https://docs.gitlab.com/ci/testing/code_quality/: the fields of the report, and the severities that it takes.
GITLAB_FIELDS = {"description", "check_name", "fingerprint", "severity", "location"}
GITLAB_SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_gitlab_finds_every_field_that_it_asks_for(hostile: list[Finding]) -> None:
    text = gitlab.render(hostile)
    assert not CONTROL.search(text)
    for entry in json.loads(text):
        assert set(entry) == GITLAB_FIELDS
        assert entry["severity"] in GITLAB_SEVERITIES
        assert entry["location"]["lines"]["begin"] == 3
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert re.fullmatch("[0-9a-f]{64}", entry["fingerprint"])
    assert len({entry["fingerprint"] for entry in json.loads(text)}) == len(hostile)


def test_a_fingerprint_outlives_new_lines_above_and_the_language_of_the_run() -> None:
    def prints(line: int, lang: Language) -> list[str]:
        params: dict[str, Param] = {"id": "sapa", "suggestion": Words("có phải", "did you mean"), "line": line}
        twice = [Diagnostic("R201", Spot("a.yaml", Span(row, 1, row, 5)), params) for row in (line, line + 3)]
        return [entry["fingerprint"] for entry in json.loads(gitlab.render(findings(twice, lang)))]

    assert prints(4, "vi") == prints(90, "en")
    assert len(set(prints(4, "vi"))) == 2


def checked_sarif(found: Sequence[Finding]) -> dict[str, Any]:
    card = Card(
        "R999", "some-name", "error", fixable=True, title="tên", why="vì sao", message="thông báo", hint="cách sửa"
    )
    text = sarif.render(found, {"R999": card}, "vi")
    log: dict[str, Any] = json.loads(text)
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(log)] == []
    assert not CONTROL.search(text)
    run_: dict[str, Any] = log["runs"][0]
    return run_


def test_sarif_fits_its_published_schema(hostile: list[Finding]) -> None:
    results = checked_sarif(hostile)["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    for result in results:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), "a relative URI with nothing left to misread"
        assert unquote(uri, errors="surrogateescape") == hostile[0].file


def test_columns_of_sarif_are_units_of_utf_16() -> None:
    # 😀 is one character and two units: the span of "ab" is columns 4 to 6, in units 5 to 7.
    found = fault(span=Span(1, 4, 1, 6), row="x😀 ab", fix="12.5")
    run_ = checked_sarif([found])
    assert run_["columnKind"] == "utf16CodeUnits"
    region = run_["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 7}
    units = "x😀 ab".encode("utf-16-le")
    assert units[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le") == "ab"
    [replacement] = run_["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "12.5"}}


def test_every_result_of_sarif_names_its_rule_and_the_rule_explains_itself() -> None:
    run_ = checked_sarif([fault(), fault("b.yaml")])
    [rule] = run_["tool"]["driver"]["rules"]
    assert [result["ruleIndex"] for result in run_["results"]] == [0, 0]
    assert rule["id"] == "R999"
    assert rule["help"]["text"] == "vì sao\nthông báo\ncách sửa"


def cases(text: str, folder: Path) -> dict[str, TestCase]:
    report = folder / "report.xml"
    report.write_text(text, "utf-8", newline="\n")
    [suite] = JUnitXml.fromfile(str(report))
    assert isinstance(suite, TestSuite)
    found = list(suite)
    assert suite.tests == len(found)
    assert suite.failures == sum(any(isinstance(each, Failure) for each in case.result) for case in found)
    return {case.name: case for case in found}


def test_junit_has_a_case_for_every_file_also_for_those_without_fault(tmp_path: Path) -> None:
    found = [fault("a.yaml"), fault("b.yaml", severity="warning"), fault("c.yaml", foreign=True)]
    read = cases(junit.render(found, ["a.yaml", "b.yaml", "c.yaml", "d.yaml"], "vi"), tmp_path)
    assert {name: case.is_passed for name, case in read.items()} == {
        "a.yaml": False,
        "b.yaml": True,
        "c.yaml": True,
        "d.yaml": True,
    }
    assert "cảnh báo[R999] sai" in read["b.yaml"].system_out
    strict = cases(junit.render(found, ["a.yaml", "b.yaml", "c.yaml", "d.yaml"], "vi", strict=True), tmp_path)
    assert [name for name, case in strict.items() if not case.is_passed] == ["a.yaml", "b.yaml"]


def test_a_junit_parser_reads_back_hostile_names_and_messages(hostile: list[Finding], tmp_path: Path) -> None:
    text = junit.render(hostile, [], "vi")
    assert not CONTROL.search(text)
    [(name, case)] = cases(text, tmp_path).items()
    assert name == visible(hostile[0].file)
    [failure] = case.result
    assert isinstance(failure, Failure)
    assert visible(SENTENCE) in str(failure.text)


def test_text_for_people_holds_no_control_character(hostile: list[Finding]) -> None:
    for text in (
        render(hostile, 1, "vi", width=80, colour=False, every=True),
        one_line(hostile, 1, "vi"),
        markdown.render(page(hostile, 1, "vi")),
    ):
        assert not CONTROL.search(text)


def test_the_step_summary_is_a_table_in_which_no_name_is_markup() -> None:
    [row] = [line for line in markdown.render(page([fault("a|b`c`*d*.yaml")], 1, "en")).splitlines() if "R999" in line]
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert not re.search(r"(?<!\\)[`*]", row)


def test_in_markdown_no_text_becomes_a_link_or_calls_somebody() -> None:
    text = "https://a.example/b, WWW.a.example, @octocat, a@b.example"
    assert markdown.escape(text) == (r"https\://a.example/b, WWW\.a.example, @<!-- -->octocat, a@<!-- -->b.example")


def test_of_several_faults_alike_those_that_did_not_move_were_there_before() -> None:
    def faults(*lines: int) -> list[Finding]:
        spots = [Spot("a.yaml", Span(line, 1, line, 2)) for line in lines]
        return findings([Diagnostic("R201", spot, {"id": "x", "suggestion": ""}) for spot in spots], "vi")

    assert [(each.span.line, each.foreign) for each in brought(faults(2, 5), faults(5))] == [(2, False), (5, True)]
    assert [(each.span.line, each.foreign) for each in brought(faults(7), faults(5))] == [(7, True)]
    assert [(each.span.line, each.foreign) for each in brought(faults(7), [])] == [(7, False)]


# ---- the command ----

BROKEN = {"submissions/2023/sa-pa.yaml": b"member: sa-pa\nyear: 1_000\n"}


def test_several_formats_in_one_run_each_into_its_own_file(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(folder(BROKEN))
    targets = {name: tmp_path / f"out.{name}" for name in ("sarif", "junit", "gitlab", "json", "short", "text")}
    options = [f"--format={name}={path}" for name, path in targets.items()]
    assert run(["validate", "--data", data, "--format", "github", *options]) == 1
    assert annotations(capsys.readouterr().out)[0][0] == "error"
    assert json.loads(targets["json"].read_text("utf-8"))["version"] == 1
    assert [
        error.message for error in Draft4Validator(SARIF).iter_errors(json.loads(targets["sarif"].read_text("utf-8")))
    ] == []
    counts = Counter(case.is_passed for case in cases(targets["junit"].read_text("utf-8"), tmp_path).values())
    assert counts == {True: 6, False: 1}
    assert "sa-pa.yaml:2:7" in targets["short"].read_text("utf-8")


def test_the_whole_report_goes_to_the_step_summary(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n", "utf-8")
    assert run(["validate", "--data", str(folder(BROKEN)), "--format", "github"]) == 1
    capsys.readouterr()
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.startswith("before\n")
    assert "sa-pa.yaml:2:7" in text


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--format", "xml"], id="no such format"),
        pytest.param(["--format", "json", "--format", "short"], id="two formats for stdout"),
        pytest.param(["-o", "report.pdf"], id="a suffix that no format has"),
    ],
)
def test_what_cannot_be_written_is_wrong_usage(
    options: list[str], folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["validate", "--data", str(folder()), *options]) == 2
    assert capsys.readouterr().err


def test_a_warning_fails_only_a_strict_run(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    late = {
        "submissions/2023/sa-pa.yaml": (folder() / "submissions/2023/sa-pa.yaml")
        .read_bytes()
        .replace(b"2023-09-08", b"2023-09-20")
    }
    data = str(folder(late))
    assert run(["validate", "--data", data, "--format", "json"]) == 0
    assert [each["severity"] for each in json.loads(capsys.readouterr().out)["diagnostics"]] == ["warning"]
    assert run(["validate", "--data", data, "--strict"]) == 1


def test_paths_and_years_limit_what_is_shown_and_judged(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    data = folder(BROKEN)
    whole, other = data / "submissions" / "2023", data / "submissions" / "2023" / "lao-cai.yaml"
    assert run(["validate", "--data", str(data), str(whole)]) == 1
    assert run(["validate", "--data", str(data), str(other)]) == 0
    assert run(["validate", str(other)]) == 0, "the data folder is found from the path"
    assert run(["validate", "--data", str(data), "submissions/2023/lao-cai.yaml"]) == 0, "or a path in the data folder"
    capsys.readouterr()
    assert run(["validate", "--data", str(data), str(whole), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["files"] == 2
    assert run(["validate", "--data", str(data), "--year", "2023"]) == 1


@pytest.mark.parametrize(
    "options", [["--year", "1999"], ["no-such-file.yaml"], ["/"]], ids=["year", "missing", "elsewhere"]
)
def test_nothing_checked_is_never_success(
    options: list[str], folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["validate", "--data", str(folder()), *options]) == 2
    assert capsys.readouterr().err
