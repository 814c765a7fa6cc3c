"""One file a command: parse, call, print, exit. Only the module of the command that was asked for is imported.

Exit codes: 0 fine; 1 the data are wrong, or a check does not hold; 2 wrong usage, or nothing to do it on; 3 a bug of
ours; 130 interrupted.
"""

import os
from collections.abc import Sequence
from importlib import import_module

COMMANDS = (
    "rank",
    "validate",
    "members",
    "host",
    "explain",
    "meeting",
    "lock",
    "unlock",
    "verify",
    "rules",
    "schema",
    "stability",
    "compare",
    "audit",
    "new",
    "init",
)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code."""
    from taybac_cluster.cli import language, output

    output.prepare()
    language.settle(arguments)
    import typer

    from taybac_cluster.cli.usage import explained, translated_help

    try:
        with translated_help(arguments):
            code = _app(arguments)(list(arguments), prog_name="cluster", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except typer.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:
        if (text := explained(error)) is not None:
            output.tell(text)
            return 2
        if os.environ.get("CLUSTER_DEBUG"):
            raise
        output.tell(
            language.say(
                f"lỗi của chương trình: {type(error).__name__}: {error}\n"
                "xin báo lại kèm lệnh đã gõ; CLUSTER_DEBUG=1 cho biết thêm",
                f"a bug of ours: {type(error).__name__}: {error}\n"
                "please report it with the command; CLUSTER_DEBUG=1 tells more",
            )
        )
        return 3


def _app(arguments: Sequence[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202 - click's command, which typer hides
    import typer

    from taybac_cluster.cli.language import say
    from taybac_cluster.cli.root import root

    app = typer.Typer(
        name="cluster",
        help=say(
            "Chấm điểm, xếp hạng và lưu hồ sơ hội nghị hằng năm của một cụm đô thị, từ các tệp YAML.",
            "Score, rank and record the yearly meeting of a cluster of cities, from YAML files.",
        ),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(root)
    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    wanted = (asked,) if asked in COMMANDS and "_CLUSTER_COMPLETE" not in os.environ else COMMANDS
    for name in wanted:
        module = import_module(f"taybac_cluster.cli.commands.{name}")
        app.command(name, epilog=module.EXAMPLE)(module.command)
    return typer.main.get_command(app)
