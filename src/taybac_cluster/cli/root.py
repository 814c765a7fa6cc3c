"""What stands before every command."""

from typing import Annotated

import typer

from taybac_cluster import __version__
from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import emit


def _version(asked: bool) -> None:
    if asked:
        emit(f"cluster {__version__}\n")
        raise typer.Exit


def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=say("In phiên bản rồi thoát.", "Print the version and exit."),
        ),
    ] = False,
) -> None:
    """Do nothing by itself."""
