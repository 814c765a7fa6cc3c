"""The options that commands share, and where the data are."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import fail, named
from taybac_cluster.cli.typed import read_day, read_language, read_year

if TYPE_CHECKING:
    from taybac_cluster.model.criteria import Criterion
    from taybac_cluster.model.members import Member as City


def complete_years(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a year that has a criteria set."""
    from taybac_cluster.load.survey import years

    root = _root_of(ctx)
    return [str(each) for each in (years(str(root)) if root else []) if str(each).startswith(incomplete)]


def complete_members(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Complete a member's id, with its name."""
    from taybac_cluster.load.folder import read_folder

    root = _root_of(ctx)
    roster = read_folder(str(root), 0).cluster.roster if root else None
    return _completed(roster.members if roster else (), incomplete)


def complete_criteria(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Complete a criterion's id, with its name."""
    from taybac_cluster.load.folder import read_folder

    root, asked = _root_of(ctx), ctx.params.get("year")
    found = read_folder(str(root), asked).cluster.criteria.get(asked) if root and isinstance(asked, int) else None
    return _completed(found.criteria.values() if found else (), incomplete)


def _completed(known: "Iterable[City | Criterion]", incomplete: str) -> list[tuple[str, str]]:
    return [(each.id, each.name.to(current())) for each in known if each.id.startswith(incomplete)]


def _root_of(ctx: typer.Context) -> Path | None:
    """Return the data folder of a line that is still being typed: `--data` may stand before the command too."""
    before = ctx.parent.params.get("data") if ctx.parent else None
    return data_root(ctx.params.get("data") or before)


FOLDER = say("THƯ_MỤC", "DIR")
FILE = say("TỆP", "FILE")
YEAR = say("NĂM", "YEAR")
DATE = say("NGÀY", "DATE")
REASON = say("LÝ_DO", "TEXT")
MEMBER = say("ĐÔ_THỊ", "MEMBER")

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar=FOLDER,
        help=say(
            "Thư mục dữ liệu; mặc định CLUSTER_DATA, rồi thư mục data gần nhất từ đây trở lên.",
            "The data folder; by default CLUSTER_DATA, else the nearest data folder here or above.",
        ),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="vi|en", parser=read_language, help=say("Ngôn ngữ: vi hoặc en.", "Language: vi or en.")
    ),
]
_FORMAT = say("Định dạng in ra.", "The format to print.")
_CSV = say(
    " csv dành cho máy đọc: RFC 4180, mã, dấu chấm thập phân, không BOM.",
    " csv is for machines: RFC 4180, ids, decimal points, no BOM.",
)
Format = Annotated[str | None, typer.Option("--format", metavar="table|json|csv|md", help=_FORMAT + _CSV)]
PageFormat = Annotated[str | None, typer.Option("--format", metavar="table|json|md", help=_FORMAT)]
"""For views without a plain table."""
Full = Annotated[
    bool,
    typer.Option("--full", help=say("In đầy đủ, kể cả cách tính.", "Show all of it, with how it came about.")),
]
AllowIncomplete = Annotated[
    bool,
    typer.Option(
        "--allow-incomplete",
        help=say("Vẫn tính khi có đô thị mà tệp bị lỗi.", "Go on even if a city’s files have faults."),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=FILE,
        help=say("Ghi vào tệp; đuôi tệp chọn định dạng.", "Write to a file; its suffix chooses the format."),
    ),
]
_A_YEAR = say("Năm.", "The year.")
Year = Annotated[int, typer.Argument(metavar=YEAR, parser=read_year, help=_A_YEAR, autocompletion=complete_years)]
OptionalYear = Annotated[
    int | None, typer.Argument(metavar=YEAR, parser=read_year, help=_A_YEAR, autocompletion=complete_years)
]
_A_MEMBER = say("Mã hoặc tên đô thị, ví dụ sa-pa.", "A member’s id or name, such as sa-pa.")
Member = Annotated[str, typer.Argument(metavar=MEMBER, help=_A_MEMBER, autocompletion=complete_members)]
OptionalMember = Annotated[str | None, typer.Argument(metavar=MEMBER, help=_A_MEMBER, autocompletion=complete_members)]
On = Annotated[
    datetime.date | None,
    typer.Option(
        "--on", metavar=DATE, parser=read_day, help=say("Ngày, viết như 2023-09-24.", "The day, as 2023-09-24.")
    ),
]


def data_folder(data: Path | None) -> Path:
    """Return the data folder, or exit with 2 and say how to name one."""
    root = data_root(data)
    if root is None:
        fail(
            say(
                "không tìm thấy thư mục dữ liệu (data/members.yaml) ở đây hay ở trên; dùng --data THƯ_MỤC",
                "no data folder (data/members.yaml) here or above; use --data DIR",
            ),
            2,
        )
    name = named(root)
    if not os.path.isdir(root):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        fail(say(f"không có thư mục dữ liệu {name}", f"there is no data folder {name}"), 2)
    if not os.path.lexists(root / "members.yaml"):
        fail(
            say(
                f"{name} không phải thư mục dữ liệu: thiếu members.yaml",
                f"{name} is not a data folder: it has no members.yaml",
            ),
            2,
        )
    return root


def data_root(data: Path | None) -> Path | None:
    """Return the data folder: the one that was named, that of the environment, or the nearest at or above here."""
    from taybac_cluster.load.survey import find

    if data is not None:
        return Path(data)
    if os.environ.get("CLUSTER_DATA"):
        return Path(os.environ["CLUSTER_DATA"])
    try:
        return find(Path.cwd())
    except OSError:  # the working folder is gone
        return None
