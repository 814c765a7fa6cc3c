"""`cluster validate`: every fault in one run, at its line."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import FILE, YEAR, Data, Lang, Output, data_folder
from taybac_cluster.cli.output import tell
from taybac_cluster.cli.typed import read_year

HELP = say(
    "Kiểm tra mọi tệp dữ liệu và chỉ ra lỗi đến từng dòng.", "Check every data file, and show each fault at its line."
)
EXAMPLE = say("Ví dụ: cluster validate --year 2023", "Example: cluster validate --year 2023")

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar=FILE, help=say("Chỉ xét những tệp, thư mục này.", "Judge only these files and folders.")),
]
OnlyYear = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar=YEAR,
        parser=read_year,
        help=say("Chỉ xét các tệp của năm này.", "Judge only the files of this year."),
    ),
]
ChangedFrom = Annotated[
    str | None,
    typer.Option(
        "--changed-from",
        metavar="REF",
        help=say(
            "Chỉ tính những lỗi do thay đổi so với REF của git gây ra.",
            "Count only the faults that the change from git’s REF brought.",
        ),
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar=say("KIỂU[=TỆP]", "FORMAT[=FILE]"),
        help=say(
            "text, short, json, github, gitlab, sarif hoặc junit; lặp lại được, mỗi định dạng một tệp.",
            "text, short, json, github, gitlab, sarif or junit; may be repeated, each into a file of its own.",
        ),
    ),
]
Every = Annotated[
    bool, typer.Option("--all", help=say("In hết, không chỉ một màn hình.", "Show all, not a screenful."))
]
Strict = Annotated[
    bool, typer.Option("--strict", help=say("Cảnh báo cũng là không đạt.", "Warnings fail the run too."))
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix", help=say("Sửa những chỗ chắc chắn, ngay trong tệp.", "Fix what is safe to fix, in the files.")
    ),
]
Diff = Annotated[
    bool, typer.Option("--diff", help=say("Chỉ cho xem --fix sẽ sửa gì.", "Only show what --fix would fix."))
]


def command(
    paths: Paths = None,
    data: Data = None,
    _lang: Lang = None,
    year: OnlyYear = None,
    changed_from: ChangedFrom = None,
    formats: Formats = None,
    output: Output = None,
    every: Every = False,
    strict: Strict = False,
    fix: Fix = False,
    diff: Diff = False,
) -> None:
    """Run the command."""
    from taybac_cluster.cli import checking
    from taybac_cluster.cli.excerpts import fix_of
    from taybac_cluster.cli.reports import report, targets
    from taybac_cluster.cli.scope import folder_of

    asked = targets(formats or [], output)
    root = data_folder(folder_of(data, paths or []))
    run = checking.Run(root, tuple(paths or ()), year, changed_from)
    if diff:
        raise typer.Exit(checking.show_fixes(run))
    known = None
    if fix:
        text, known = checking.fix(run)
        tell(text)
    answer = checking.check(run, current(), known)
    report(answer, asked, every=every, strict=strict, fix=fix_of(root, paths or (), year))
    failed = any(not each.foreign and (strict or each.severity == "error") for each in answer.found)
    raise typer.Exit(1 if failed else 0)
