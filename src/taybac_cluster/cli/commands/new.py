"""`cluster new`: a commented file to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Lang, complete_members, complete_years, data_folder
from taybac_cluster.cli.output import emit, fail

if TYPE_CHECKING:
    from taybac_cluster.pipeline.starting import Begun

EXAMPLE = say(
    "Ví dụ: cluster new submission 2024 MA_DO_THI; cluster new criteria 2024 --from 2023",
    "Example: cluster new submission 2024 MEMBER; cluster new criteria 2024 --from 2023",
)
_TAKES = {"submission": 2, "appraisal": 2, "criteria": 1, "meeting": 1, "papers": 0}
"""The kinds of file, and how many of year and member each takes."""


def command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=say(f"Loại tệp: {', '.join(_TAKES)}.", f"The kind of file: {', '.join(_TAKES)}."),
            autocompletion=lambda: list(_TAKES),
        ),
    ],
    year: Annotated[
        int | None,
        typer.Argument(metavar="[YEAR]", min=1, max=9999, help=say("Năm.", "The year."), autocompletion=complete_years),
    ] = None,
    member: Annotated[
        str | None,
        typer.Argument(metavar="[MEMBER]", help=say("Mã đô thị.", "A member’s id."), autocompletion=complete_members),
    ] = None,
    data: Data = None,
    lang: Lang = None,  # noqa: ARG001 - settled before anything is imported
    source: Annotated[
        int | None,
        typer.Option(
            "--from",
            metavar="YEAR",
            help=say("Chép bộ tiêu chí của năm này.", "Copy the criteria set of this year."),
            autocompletion=complete_years,
        ),
    ] = None,
) -> None:
    """..."""
    from taybac_cluster.cli.refusals import refused

    _usage(kind, year, member, source)
    root = data_folder(data)
    with refused(root):
        emit(f"{_written(root, _begun(root, kind, year or 0, member or '', source))}\n")


command.__doc__ = say(
    "Tạo một tệp mẫu có chú thích để điền; không bao giờ ghi đè.",
    "Write a commented file to fill in; never over one that is there.",
)


def _usage(kind: str, year: int | None, member: str | None, source: int | None) -> None:
    """Make sure that the kind is known and has what it takes."""
    if kind not in _TAKES:
        legal = ", ".join(_TAKES)
        fail(say(f"không có loại tệp “{kind}”; dùng: {legal}", f"no kind of file “{kind}”; use: {legal}"), 2)
    given = (year is not None) + (member is not None)
    if given != _TAKES[kind]:
        usage = " ".join(["cluster new", kind, *("YEAR", "MEMBER")[: _TAKES[kind]]])
        vietnamese = " ".join(["cluster new", kind, *("NĂM", "MÃ_ĐÔ_THỊ")[: _TAKES[kind]]])
        fail(say(f"cách dùng: {vietnamese}", f"usage: {usage}"), 2)
    if source is not None and kind != "criteria":
        fail(say("--from chỉ dùng với criteria", "--from goes with criteria alone"), 2)


def _begun(root: Path, kind: str, year: int, member: str, source: int | None) -> "Begun":
    from taybac_cluster.pipeline import starting

    if kind == "submission":
        return starting.new_submission(root, year, member, current())
    if kind == "appraisal":
        return starting.new_appraisal(root, year, member, current())
    if kind == "criteria":
        return starting.new_criteria(root, year, source, current())
    if kind == "meeting":
        return starting.new_meeting(root, year, current())
    return starting.new_papers(root, current())


def _written(root: Path, begun: "Begun") -> Path:
    from taybac_cluster.pipeline.starting import write

    try:
        return write(root, begun)
    except FileExistsError:
        path = root / begun.file
        fail(say(f"{path} đã có; không ghi đè", f"{path} is there already; nothing was written over it"), 2)
    except OSError as error:
        fail(
            say(
                f"không ghi được {root / begun.file}: {error.strerror}",
                f"cannot write {root / begun.file}: {error.strerror}",
            ),
            2,
        )
