"""`cluster validate --fix`: what is safe is fixed, in place; nothing else is touched, and nothing is guessed."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Folder

from taybac_cluster.cli import run
from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.fixing import apply, tidy
from taybac_cluster.pipeline import check
from taybac_cluster.pipeline.fixing import fixed
from taybac_cluster.rules.sample import SAMPLE

FILE = "submissions/2023/sa-pa.yaml"
TEXT = str(SAMPLE[FILE])


def fix(root: Path, *options: str) -> int:
    return run(["validate", "--data", str(root), "--fix", "--lang", "en", *options])


def with_value(text: str) -> str:
    return TEXT.replace("cay-xanh: 7.2", f"cay-xanh: {text}")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("12,5", "12.5", id="a decimal comma"),
        pytest.param('"7.2"', "7.2", id="a number in quotes"),
        pytest.param("7.2  # đo ngày 1/9", "7.2  # đo ngày 1/9", id="nothing, and the comment stays"),
        pytest.param("12,5  # đo ngày 1/9", "12.5  # đo ngày 1/9", id="a decimal comma before a comment"),
        pytest.param("1_00", "100", id="an underscore"),
        pytest.param("+7.2", "7.2", id="a plus sign"),
    ],
)
def test_a_safe_mistake_is_fixed_in_its_place(typed: str, written: str, folder: Folder) -> None:
    root = folder({FILE: with_value(typed)})
    assert fix(root) == 0
    assert (root / FILE).read_text("utf-8") == with_value(written)


def test_a_percent_sign_goes(folder: Folder) -> None:
    root = folder({FILE: TEXT.replace("nuoc-thai: 45.5", "nuoc-thai: 45,5%")})
    assert fix(root) == 0
    assert (root / FILE).read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        pytest.param("  van-ban: 4", "\tvan-ban: 4", id="a tab for an indentation"),
        pytest.param("  van-ban: 4", "  van-ban:4", id="a colon with no space after it"),
        pytest.param("  van-ban: 4", "  van-ban: \u00a04", id="a no-break space"),
        pytest.param("  van-ban: 4", "  van-ban: 4\u200b", id="a space of no width"),
        pytest.param("  khong-o-nhiem: true", "  khong-o-nhiem: True", id="a capital"),
    ],
)
def test_a_mistake_of_writing_is_fixed_and_the_line_is_as_it_should_be(line: str, mistake: str, folder: Folder) -> None:
    root = folder({FILE: TEXT.replace(line, mistake)})
    assert fix(root) == 0
    assert (root / FILE).read_text("utf-8").replace(":  ", ": ") == TEXT


@pytest.mark.parametrize("text", ["% đạt: 50", "Kết quả: tốt", "@ubnd", "`nháy`"])
def test_a_text_that_yaml_would_misread_is_put_into_quotes(text: str, folder: Folder) -> None:
    root = folder({FILE: TEXT.replace("Nội dung minh họa", f"{text}  # ghi chú")})
    assert fix(root) == 0
    assert (root / FILE).read_text("utf-8") == TEXT.replace("Nội dung minh họa", f'"{text}"  # ghi chú')


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(with_value("1.234.567"), id="one or a thousand"),
        pytest.param(with_value("1,234"), id="a comma that may be either"),
        pytest.param(with_value("010"), id="ten, eight, or a code"),
        pytest.param(TEXT.replace("member: sa-pa", "member: sapa"), id="a misspelt id"),
        pytest.param(TEXT.replace("  van-ban: 4", "  van-bann: 4"), id="a misspelt criterion"),
        pytest.param(TEXT.replace("2023-09-08", "10/09/2023"), id="a date that two countries read differently"),
    ],
)
def test_what_would_be_a_guess_is_left_alone(text: str, folder: Folder) -> None:
    root = folder({FILE: text})
    assert fix(root) == 1
    assert (root / FILE).read_text("utf-8") == text


def test_marks_line_ends_and_letters_in_two_parts_become_plain(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    decomposed = TEXT.replace("Nội dung minh họa", "N\u00f4\u0323i dung minh ho\u0323a")
    root = folder({FILE: b"\xef\xbb\xbf" + decomposed.replace("\n", "\r\n").encode()})
    assert fix(root) == 0
    assert (root / FILE).read_bytes() == TEXT.encode()
    assert "fixed 3 places in 1 file" in capsys.readouterr().err


def test_a_diff_shows_and_writes_nothing(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder({FILE: with_value("12,5")})
    before = (root / FILE).read_bytes()
    assert fix(root, "--diff") == 1
    out = capsys.readouterr().out
    assert "-  cay-xanh: 12,5\n+  cay-xanh: 12.5\n" in out
    assert (root / FILE).read_bytes() == before
    assert run(["validate", "--data", str(root), "--diff"]) == 1, "--diff alone does the same"
    assert (root / FILE).read_bytes() == before


def test_a_diff_of_nothing_is_empty_and_fine(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(folder(), "--diff") == 0
    assert capsys.readouterr().out == ""


def test_only_the_files_that_were_asked_for_are_fixed(folder: Folder) -> None:
    other = "submissions/2023/lao-cai.yaml"
    mistaken = str(SAMPLE[other]).replace("6.5", "6,5")
    root = folder({FILE: with_value("12,5"), other: mistaken})
    fix(root, str(root / FILE))
    assert (root / FILE).read_text("utf-8") == with_value("12.5")
    assert (root / other).read_text("utf-8") == mistaken


def test_an_untouched_file_is_not_written(folder: Folder) -> None:
    root = folder({FILE: with_value("12,5")})
    times = {path: path.stat().st_mtime_ns for path in root.rglob("*.yaml") if path != root / FILE}
    assert fix(root) == 0
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_link_is_neither_followed_nor_replaced(folder: Folder, tmp_path: Path) -> None:
    root = folder({FILE: None})
    (tmp_path / "elsewhere.yaml").write_text(with_value("12,5"), "utf-8")
    (root / FILE).symlink_to(tmp_path / "elsewhere.yaml")
    assert fix(root) == 1
    assert (root / FILE).is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_text("utf-8") == with_value("12,5")


SLIPS = (
    *(
        "12,5",
        '"7.2"',
        "1_000",
        "+3",
        ".5",
        "7.",
        "45%",
        "45,5 %",
        "True",
        "yes",
        "1.234",
        "010",
        "1e3",
        "%",
        "@x",
        "a: b",
    ),
    *(
        "'8'",
        "12:30",
        "~",
        "",
        "đo lại",
        "{value: 12,5}",
        "[1,5]",
        "\u00a07.2",
        "7.2 m2",
        "1,234,567",
        "*",
        "&a 1",
        "!!int 3",
    ),
)
LINES = (
    "\tx: 1",
    "note:không",
    "  \u00a0y: 2",
    "note: nói: rằng",
    "# ghi chú",
    "highlights: 50% đạt",
    "prepared_by: {name: A, title: B, C}",
)


@st.composite
def mistaken(draw: st.DrawFn) -> bytes:
    """The sample's submission with mistakes put in the place of values, and lines put between its lines."""
    lines = TEXT.splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[at].partition(": ")
        if colon and draw(st.booleans()):
            lines[at] = f"{key}: {draw(st.sampled_from(SLIPS))}"
        else:
            lines.insert(at, draw(st.sampled_from(LINES)))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + (end.join(lines) + end).encode()


PROPERTY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def faults(root: str) -> Iterable[Diagnostic]:
    return check(Path(root)).diagnostics


def write(root: Path, content: bytes) -> None:
    (root / FILE).write_bytes(content)


@PROPERTY
@given(content=mistaken())
def test_fixing_twice_changes_nothing_more_and_leaves_nothing_that_can_be_fixed(content: bytes, folder: Folder) -> None:
    root = folder()
    write(root, content)
    for each in fixed(root, lambda _: True).files:
        (root / each.file).write_bytes(each.after)
    assert fixed(root, lambda _: True).files == ()
    assert [each for each in faults(str(root)) if each.fix is not None and each.file == FILE] == []


@PROPERTY
@given(content=mistaken())
def test_every_line_that_nothing_was_said_of_stays_as_it_is(content: bytes, folder: Folder) -> None:
    root = folder()
    plain = tidy(content).encode()
    write(root, plain)
    reported = [each for each in faults(str(root)) if each.fix is not None and each.file == FILE]
    after, _ = apply(plain, reported)
    rows = {
        row
        for each in reported
        if isinstance(each.where, Spot)
        for row in range(each.where.span.line, each.where.span.end_line + 1)
    }
    before = plain.decode().split("\n")
    if len(before) == len(after.decode().split("\n")):
        changed = {
            at for at, (old, new) in enumerate(zip(before, after.decode().split("\n"), strict=True), 1) if old != new
        }
        assert changed <= rows


@given(
    text=st.text(st.sampled_from("ab\nđ😀 "), max_size=40),
    spots=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(st.sampled_from("xy"), max_size=3)), max_size=5
    ),
)
def test_only_the_spans_change_and_what_overlaps_waits(text: str, spots: list[tuple[int, int, str]]) -> None:
    def where(offset: int) -> tuple[int, int]:
        before = text[:offset].split("\n")
        return len(before), len(before[-1]) + 1

    placed = [(min(start, len(text)), min(start + length, len(text)), write) for start, length, write in spots]
    reported = [
        Diagnostic("R999", Spot("f", Span(*where(start), *where(end))), fix=write) for start, end, write in placed
    ]
    after, count = apply(text.encode(), reported)
    kept: list[tuple[int, int, str]] = []
    for each in sorted(set(placed)):
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    expected, last = "", 0
    for start, end, write in kept:
        expected, last = expected + text[last:start] + write, end
    assert after.decode() == expected + text[last:]
    assert count == len(kept)


def test_the_json_says_what_can_be_fixed(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder({FILE: with_value("12,5")})
    run(["validate", "--data", str(root), "--format", "json"])
    assert [each["fixable"] for each in json.loads(capsys.readouterr().out)["diagnostics"]] == [True]
