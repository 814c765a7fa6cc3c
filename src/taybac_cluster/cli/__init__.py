"""One file a command: parse, call, print, exit. Only the module of the command that was asked for is imported.

Exit codes: 0 fine; 1 the data are wrong, or a check does not hold; 2 wrong usage, nothing to do it on, or nowhere to
write the answer; 3 a bug of ours; 130 interrupted.
"""

import os
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code."""
    from taybac_cluster.cli import extras, language, output

    try:
        output.prepare()
        language.settle(arguments)
        if list(arguments) == ["--version"]:  # scripts ask for it: no command line is to be parsed
            output.emit(extras.version())
            return 0
        return _run(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("CLUSTER_DEBUG"):
            raise
        if isinstance(error, OSError) and error.filename is not None:  # a path that the system does not take
            output.tell(f"{output.named(os.fsdecode(error.filename))}: {error.strerror}")
            return 2
        output.tell(
            language.say(
                f"lỗi của chương trình: {type(error).__name__}: {error}\n"
                "xin báo lại kèm lệnh đã gõ; CLUSTER_DEBUG=1 cho biết thêm",
                f"a bug of ours: {type(error).__name__}: {error}\n"
                "please report it with the command; CLUSTER_DEBUG=1 gives the details",
            )
        )
        return 3


def _run(arguments: Sequence[str]) -> int:
    import typer

    from taybac_cluster.cli import output, usage
    from taybac_cluster.cli.root import app

    if usage.COMPLETING in os.environ:
        os.environ["COLUMNS"] = "1000"  # a suggestion is one line, with its help
    try:
        with usage.translated_help(arguments):
            code = app()(list(arguments), prog_name="cluster", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return 130
    except Exception as error:
        text = usage.explained(error)
        if text is None:
            raise
        output.tell(text)
        return 2
