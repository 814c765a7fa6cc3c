"""`cluster init`: a data repository for a cluster."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import FOLDER, YEAR, Lang
from taybac_cluster.cli.output import emit, fail, named, tell, unwritable
from taybac_cluster.cli.typed import count_reader

HELP = say(
    "Tạo kho dữ liệu cho một cụm: tệp mẫu, kiểm tra tự động, phân quyền, hướng dẫn.",
    "Make a data repository for a cluster: files to fill in, checks, code owners, a guide.",
)
EXAMPLE = say('Ví dụ: cluster init du-lieu --name "Cụm đô thị"', 'Example: cluster init data-repo --name "Our cluster"')

Folder = Annotated[Path, typer.Argument(metavar=FOLDER, help=say("Thư mục mới.", "The new folder."))]
Name = Annotated[
    str | None, typer.Option("--name", metavar=say("TÊN", "NAME"), help=say("Tên cụm.", "The cluster’s name."))
]
Association = Annotated[
    str | None,
    typer.Option("--association", metavar=say("TÊN", "NAME"), help=say("Tên hiệp hội.", "The association’s name.")),
]
Members = Annotated[
    list[str] | None,
    typer.Option(
        "--member",
        metavar=say("TÊN", "NAME"),
        help=say("Tên một đô thị thành viên; lặp lại được.", "A member’s name; may be repeated."),
    ),
]
FirstYear = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar=YEAR,
        parser=count_reader(1, 9998),
        help=say("Năm đầu tiên; mặc định năm nay.", "The first year; this year by default."),
    ),
]
Example = Annotated[
    bool,
    typer.Option(
        "--example", help=say("Kèm một năm mẫu nhỏ, đủ để xếp hạng.", "With a small complete year that ranks.")
    ),
]


def command(
    folder: Folder,
    _lang: Lang = None,
    name: Name = None,
    association: Association = None,
    members: Members = None,
    year: FirstYear = None,
    example: Example = False,
) -> None:
    """Run the command."""
    from taybac_cluster.cli.repository import Asked, answered, files
    from taybac_cluster.load.repository import FolderInUseError, create

    asked = answered(Asked(name, association, tuple(members or ()), year, example))
    try:
        create(folder, files(asked))
    except FolderInUseError:
        name = named(folder)
        fail(say(f"{name} đã có dữ liệu; chọn thư mục mới", f"{name} is in use; choose a new folder"), 2)
    except OSError as error:
        unwritable(error.filename or folder, error)
    emit(f"{named(folder)}\n")
    guide = named(folder / "README.md")
    tell(
        say(
            f"Tiếp theo: đọc {guide}, điền data/members.yaml và data/criteria/, rồi: cluster validate",
            f"Next: read {guide}, fill in data/members.yaml and data/criteria/, then: cluster validate",
        )
    )
