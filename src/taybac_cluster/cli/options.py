"""The options that commands share, and where the data are."""

import datetime
import os
from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import fail


def complete_years(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a year that has a criteria set."""
    from taybac_cluster.load.folder import years

    root = data_root(ctx.params.get("data"))
    return [str(year) for year in (years(str(root)) if root else []) if str(year).startswith(incomplete)]


def complete_members(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Complete a member's id, with its name."""
    from taybac_cluster.load.folder import read_folder

    root = data_root(ctx.params.get("data"))
    roster = read_folder(str(root), 0).cluster.roster if root else None
    return [(each.id, each.name.vi) for each in roster.members if each.id.startswith(incomplete)] if roster else []


def complete_criteria(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Complete a criterion's id, with its name."""
    from taybac_cluster.load.folder import read_folder

    root, year = data_root(ctx.params.get("data")), ctx.params.get("year")
    found = read_folder(str(root), year).cluster.criteria.get(year) if root and isinstance(year, int) else None
    return (
        [(each.id, each.name.vi) for each in found.criteria.values() if each.id.startswith(incomplete)] if found else []
    )


def _language(typed: str | None) -> str | None:
    if typed not in (None, "vi", "en"):
        raise typer.BadParameter(say(f"“{typed}” không phải vi hay en", f"“{typed}” is neither vi nor en"))
    return typed


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help=say(
            "Thư mục dữ liệu; mặc định CLUSTER_DATA, rồi thư mục data gần nhất từ đây trở lên.",
            "The data folder; by default CLUSTER_DATA, else the nearest data folder here or above.",
        ),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="vi|en", callback=_language, help=say("Ngôn ngữ: vi hoặc en.", "Language: vi or en.")
    ),
]
_FORMAT = say("Định dạng in ra.", "The format to print.")
Format = Annotated[str | None, typer.Option("--format", metavar="table|json|csv|md", help=_FORMAT)]
PageFormat = Annotated[str | None, typer.Option("--format", metavar="table|json|md", help=_FORMAT)]
"""Of what has no plain table."""
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=say("Ghi vào tệp; đuôi tệp chọn định dạng.", "Write to a file; its suffix chooses the format."),
    ),
]
Year = Annotated[
    int,
    typer.Argument(metavar="YEAR", min=1, max=9999, help=say("Năm.", "The year."), autocompletion=complete_years),
]
Member = Annotated[
    str,
    typer.Argument(
        metavar="MEMBER",
        help=say("Mã đô thị, ví dụ sa-pa.", "A member’s id, such as sa-pa."),
        autocompletion=complete_members,
    ),
]


def date_of(typed: str | None) -> datetime.date | None:
    """Return the day that was typed.

    Raises:
        typer.BadParameter: it is no day.
    """
    try:
        return datetime.date.fromisoformat(typed) if typed else None
    except ValueError:
        raise typer.BadParameter(
            say(f"“{typed}” không phải ngày viết như 2023-09-24", f"“{typed}” is no date as 2023-09-24")
        ) from None


def data_folder(data: Path | None) -> Path:
    """Return the data folder, or exit with 2 and say how to name one."""
    root = data_root(data)
    if root is None:
        fail(
            say(
                "không tìm thấy thư mục dữ liệu (data/members.yaml) ở đây hay ở trên; dùng --data DIR",
                "no data folder (data/members.yaml) here or above; use --data DIR",
            ),
            2,
        )
    if not root.is_dir():
        fail(say(f"không có thư mục dữ liệu {root}", f"there is no data folder {root}"), 2)
    if not os.path.lexists(root / "members.yaml"):
        fail(
            say(
                f"{root} không phải thư mục dữ liệu: thiếu members.yaml",
                f"{root} is no data folder: it has no members.yaml",
            ),
            2,
        )
    return root


def data_root(data: Path | None) -> Path | None:
    """Return the data folder: the one that was named, that of the environment, or the nearest at or above here."""
    from taybac_cluster.load.folder import find

    if data is not None:
        return Path(data)
    if os.environ.get("CLUSTER_DATA"):
        return Path(os.environ["CLUSTER_DATA"])
    return find(Path.cwd())
