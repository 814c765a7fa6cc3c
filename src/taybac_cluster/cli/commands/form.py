"""`cluster form`: the Excel form of a city, of all cities, or the panel's workbook."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Lang, OptionalMember, Year, data_folder
from taybac_cluster.cli.output import fail, make_folder, save

if TYPE_CHECKING:
    from taybac_cluster.views.form.book import Book

HELP = say(
    "Tạo biểu mẫu Excel để điền; nhận lại bằng cluster import.",
    "Make Excel forms to fill in; cluster import takes them back.",
)
EXAMPLE = say(
    "Ví dụ: cluster form 2023 sa-pa -o sa-pa.xlsx; cluster form 2023 --all -o bieu-mau",
    "Example: cluster form 2023 sa-pa -o sa-pa.xlsx; cluster form 2023 --all -o forms",
)

Target = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar=say("TỆP|THƯ_MỤC", "FILE|DIR"),
        help=say("Tệp .xlsx; với --all là thư mục.", "The .xlsx file; with --all a folder."),
    ),
]
Every = Annotated[bool, typer.Option("--all", help=say("Biểu mẫu của mọi đô thị.", "The forms of all cities."))]
Panel = Annotated[bool, typer.Option("--panel", help=say("Sổ làm việc của tổ thẩm định.", "The panel’s workbook."))]


def command(
    year: Year,
    output: Target,
    member: OptionalMember = None,
    data: Data = None,
    _lang: Lang = None,
    every: Every = False,
    panel: Panel = False,
) -> None:
    """Run the command."""
    from taybac_cluster.cli.extras import install, missing
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.pipeline import forms, starting

    if (member is not None) + every + panel != 1:
        fail(say("cần đúng một trong ba: ĐÔ_THỊ, --all hoặc --panel", "give one of: MEMBER, --all or --panel"), 2)
    if missing("office"):
        fail(say(f"cần cài thêm: {install(['office'])}", f"please install: {install(['office'])}"), 2)
    from taybac_cluster.export.form import render
    from taybac_cluster.views.form import city
    from taybac_cluster.views.form import panel as of_panel

    root = data_folder(data)
    with refused(root):
        if panel:
            books = {output: of_panel.book(forms.panel_form(root, year), current())}
        elif every:
            books = {
                output / f"{each.standing.id}.xlsx": city.book(each.round, each.standing.id, each.before, current())
                for each in forms.all_forms(root, year)
            }
        else:
            asked = starting.city_of(root, year, member or "")
            books = {output: city.book(asked.round, asked.standing.id, asked.before, current())}
    if every:
        _spare(books)
        make_folder(output)
    for path, book in books.items():
        save(path, render(book))


def _spare(books: "Mapping[Path, Book]") -> None:
    """Refuse to overwrite a form in a folder: it may be filled in."""
    if there := [path.name for path in books if path.exists()]:
        listed = ", ".join(there)
        fail(
            say(
                f"đã có biểu mẫu, có thể đã điền: {listed}; chọn thư mục khác",
                f"these forms exist and may be filled in: {listed}; choose another folder",
            ),
            2,
        )
