"""`cluster new`: a commented file to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import YEAR, Data, Lang, OptionalMember, OptionalYear, complete_years, data_folder
from taybac_cluster.cli.output import emit, fail, named, no_such, unwritable
from taybac_cluster.cli.typed import read_year

HELP = say(
    "Tạo một tệp mẫu có chú thích để điền; không bao giờ ghi đè.",
    "Write a commented file to fill in; never over one that is there.",
)
EXAMPLE = say(
    "Ví dụ: cluster new submission 2024 MA_DO_THI; cluster new criteria 2024 --from 2023",
    "Example: cluster new submission 2024 MEMBER; cluster new criteria 2024 --from 2023",
)
_KINDS = "submission, appraisal, criteria, meeting, papers"
_NAMES = (("YEAR", "MEMBER"), ("NĂM", "ĐÔ_THỊ"))

Kind = Annotated[
    str,
    typer.Argument(
        metavar=say("LOẠI", "KIND"),
        help=say(f"Loại tệp: {_KINDS}.", f"The kind of file: {_KINDS}."),
        autocompletion=lambda: _KINDS.split(", "),
    ),
]
From = Annotated[
    int | None,
    typer.Option(
        "--from",
        metavar=YEAR,
        parser=read_year,
        help=say("Chép bộ tiêu chí của năm này.", "Copy the criteria set of this year."),
        autocompletion=complete_years,
    ),
]


def command(
    kind: Kind,
    year: OptionalYear = None,
    member: OptionalMember = None,
    data: Data = None,
    _lang: Lang = None,
    source: From = None,
) -> None:
    """Run the command."""
    from taybac_cluster.cli.new_files import begun
    from taybac_cluster.cli.refusals import refused

    _usage(kind, year, member, source)
    root = data_folder(data)
    with refused(root):
        file, text = begun(root, kind, year or 0, member or "", source)
    emit(f"{_written(root, file, text)}\n")


def _usage(kind: str, year: int | None, member: str | None, source: int | None) -> None:
    """Make sure that the kind is known and has what it takes."""
    from taybac_cluster.cli.new_files import FILES

    if kind not in FILES:
        no_such("loại tệp", "kind of file", kind, _KINDS)
    takes = sum(name in FILES[kind] for name in ("{year}", "{member}"))
    if (year is not None) + (member is not None) != takes:
        english, vietnamese = (" ".join(("cluster new", kind, *names[:takes])) for names in _NAMES)
        fail(say(f"cách dùng: {vietnamese}", f"usage: {english}"), 2)
    if source is not None and kind != "criteria":
        fail(say("--from chỉ dùng với criteria", "--from goes with criteria alone"), 2)


def _written(root: Path, file: str, text: str) -> Path:
    from taybac_cluster.pipeline.starting import write

    path = root / file
    try:
        return write(root, file, text)
    except FileExistsError:
        fail(
            say(f"{named(path)} đã có; không ghi đè", f"{named(path)} is there already; nothing was written over it"), 2
        )
    except OSError as error:
        unwritable(path, error)
