"""What stands before every command, and which command is asked for."""

from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from taybac_cluster.cli.commands import COMMANDS
from taybac_cluster.cli.extras import version
from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import Data, Lang
from taybac_cluster.cli.output import emit, fail

_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Commands(TyperGroup):
    """The commands; each is imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - a class that typer does not export
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        if cmd_name in COMMANDS:
            return _command(cmd_name)
        if ctx.resilient_parsing:  # the shell completes a line that is not yet finished
            return None
        from taybac_cluster.cli.usage import no_command

        return fail(no_command(cmd_name, COMMANDS), 2)


def app() -> Callable[..., object]:
    """Return the command line."""
    the_app = typer.Typer(
        name="cluster",
        cls=Commands,
        help=say(
            "Chấm điểm, xếp hạng và lưu hồ sơ hội nghị hằng năm của một cụm đô thị, từ các tệp YAML.",
            "Score, rank and record the yearly meeting of a cluster of cities, from YAML files.",
        ),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings=_SETTINGS,
    )
    the_app.callback()(_root)
    return typer.main.get_command(the_app)


def _command(name: str) -> object:
    module = import_module(f"taybac_cluster.cli.commands.{name}{'_' if iskeyword(name) else ''}")
    one = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=_SETTINGS)
    one.command(name, help=module.HELP, short_help=module.HELP, epilog=module.EXAMPLE)(module.command)
    return typer.main.get_command(one)


def _show_version(asked: bool) -> None:
    if asked:
        emit(version())
        raise typer.Exit


def _root(
    ctx: typer.Context,
    data: Data = None,
    _lang: Lang = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help=say(
                "In phiên bản và các phần tùy chọn đã cài, rồi thoát.",
                "Print the version and the extras that are installed, and exit.",
            ),
        ),
    ] = False,
) -> None:
    """Accept `--data` before the command as well as after it."""
    if data is not None:
        ctx.default_map = {name: {"data": data} for name in COMMANDS}
