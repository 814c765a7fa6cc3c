"""The formats in which `cluster validate` reports, and where each goes."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import Render, colour, deliver, unwritable, width

if TYPE_CHECKING:
    from taybac_cluster.cli.checking import Answer

FORMATS = ("text", "short", "json", "github", "gitlab", "sarif", "junit")
_SUFFIXES = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".txt": "text"}

Target = tuple[str, Path | None]


def targets(formats: Sequence[str], output: Path | None) -> list[Target]:
    """Return what was asked for: formats and their files; None is stdout.

    Raises:
        typer.BadParameter: no such format, or two for one place.
    """
    asked: list[Target] = []
    for each in formats or ([] if output else ["text"]):
        name, _, file = each.partition("=")
        if name not in FORMATS:
            legal = ", ".join(FORMATS)
            raise typer.BadParameter(
                say(f"không có định dạng “{name}”; dùng: {legal}", f"no format “{name}”; use: {legal}")
            )
        asked.append((name, Path(file) if file else None))
    if output is not None:
        asked = _with(asked, output)
    places = [to for _, to in asked]
    if len(set(places)) < len(places):
        raise typer.BadParameter(
            say(
                "mỗi nơi chỉ một định dạng; viết thêm tệp: --format sarif=ket-qua.sarif",
                "one format for each place; name a file: --format sarif=report.sarif",
            )
        )
    return asked


def _with(asked: list[Target], output: Path) -> list[Target]:
    """Let `-o` name the file of the one format without any, else choose a format by its suffix."""
    if any(to is None for _, to in asked):
        return [(name, to or output) for name, to in asked]
    if output.suffix.lower() not in _SUFFIXES:
        legal = ", ".join(_SUFFIXES)
        raise typer.BadParameter(
            say(f"không rõ định dạng của {output}; đuôi tệp: {legal}", f"which format is {output}? Suffixes: {legal}")
        )
    return [*asked, (_SUFFIXES[output.suffix.lower()], output)]


def report(answer: "Answer", asked: Sequence[Target], *, every: bool, strict: bool, fix: str) -> None:
    """Write every report that was asked for; stdout comes last, after what is said of the files.

    `fix` is the command that fixes the same files.
    """
    for name, to in sorted(asked, key=lambda target: target[1] is None):
        deliver(_renders(answer, to_file=to is not None, every=every, strict=strict, fix=fix), name, to, "text")
        if name == "github" and to is None and os.environ.get("GITHUB_STEP_SUMMARY"):
            _step_summary(answer, Path(os.environ["GITHUB_STEP_SUMMARY"]))


def _renders(answer: "Answer", *, to_file: bool, every: bool, strict: bool, fix: str) -> Mapping[str, Render]:
    """Return a renderer a format; each imports its exporter when it is called."""
    lang = current()
    found, files, accepted = answer
    count = len(files)

    def text() -> str:
        from taybac_cluster.export.diagnostics import render

        shades = not to_file and colour()
        whole = every or to_file
        return render(found, count, lang, width=width(), colour=shades, every=whole, fix=fix, accepted=accepted)

    def short() -> str:
        from taybac_cluster.export.diagnostics import one_line

        return one_line(found, count, lang, fix, accepted)

    def json() -> str:
        from taybac_cluster.export.json import render
        from taybac_cluster.views.diagnostics import record

        return render(record(found, count, accepted))

    def github() -> str:
        from taybac_cluster.export.github import render

        return render(found, count, lang, accepted)

    def gitlab() -> str:
        from taybac_cluster.export.gitlab import render

        return render(found, lang)

    def sarif() -> str:
        from taybac_cluster.export.sarif import render
        from taybac_cluster.rules.catalogue import find
        from taybac_cluster.views.rules import card

        rules = {each.code: rule for each in found if (rule := find(each.code))}
        return render(found, {code: card(rule, lang) for code, rule in rules.items()}, lang)

    def junit() -> str:
        from taybac_cluster.export.junit import render

        return render(found, files, lang, strict=strict)

    return dict(zip(FORMATS, (text, short, json, github, gitlab, sarif, junit), strict=True))


def _step_summary(answer: "Answer", to: Path) -> None:
    from taybac_cluster.export.markdown import render
    from taybac_cluster.views.report import page

    try:
        with to.open("a", encoding="utf-8", newline="\n", errors="backslashreplace") as out:
            out.write(render(page(answer.found, len(answer.files), current(), answer.accepted)) + "\n")
    except OSError as error:
        unwritable(to, error)
