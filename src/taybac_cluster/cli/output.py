"""What leaves the program: data on stdout or into a file, messages on stderr, in UTF-8 on every platform."""

import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TextIO

from taybac_cluster.cli.language import say

Render = Callable[[], str | bytes]

WIDEST = 120


def prepare() -> None:
    """Make the streams speak UTF-8, with our own line ends; what even that cannot write is escaped.

    A size of the terminal that is no plain number is forgotten: rich would stumble over it.
    """
    for name in ("COLUMNS", "LINES"):
        if not re.fullmatch("[0-9]{1,9}", os.environ.get(name, "0")):
            del os.environ[name]
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(text: str) -> None:
    """Write data to stdout; a reader who closes the pipe ends it quietly, any other failure exits with 2."""
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        pass
    except OSError as error:
        unwritable(say("kết quả", "the answer"), error)


def tell(text: str) -> None:
    """Write a message to stderr; if stderr cannot be written, it is dropped."""
    with suppress(OSError):
        _write(sys.stderr, text if text.endswith("\n") else text + "\n")


def _write(stream: TextIO | None, text: str) -> None:
    """Write a text at once, or raise OSError; then the rest of it does not fail again when the program ends."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise


def named(path: Path | str) -> str:
    """Return a path or a text as it can be shown: nothing in it acts on the terminal, hides or begins a line."""
    from taybac_cluster.views.visible import visible

    return visible(str(path))


def no_such(vi: str, en: str, typed: str, legal: str) -> NoReturn:
    """Say that there is no such kind, name what there is, and exit with 2."""
    typed = named(typed)
    fail(say(f"không có {vi} “{typed}”; dùng: {legal}", f"no {en} “{typed}”; use: {legal}"), 2)


def unwritable(path: Path | str, error: OSError) -> NoReturn:
    """Say that something cannot be written, and why, and exit with 2."""
    why = error.strerror or str(error)
    fail(say(f"không ghi được {named(path)}: {why}", f"cannot write {named(path)}: {why}"), 2)


def width() -> int:
    """Return the columns of the terminal, 80 where there is none."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, 40), WIDEST)


def colour(stream: TextIO | None = None) -> bool:
    """Whether to colour: never with NO_COLOR, always with FORCE_COLOR, else on a terminal that can."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return is_terminal(stream or sys.stdout) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; one that was closed before we began is none."""
    return stream is not None and stream.isatty()


def deliver(renders: Mapping[str, Render], chosen: str | None, to: Path | None, default: str) -> None:
    """Print in the chosen format, or write a file whose suffix chooses it.

    Raises:
        typer.BadParameter: no such format; the legal ones are named.
    """
    texts = ("table", "text")
    suffixes = {".txt" if name in texts else f".{name}": name for name in renders}
    name = chosen or (suffixes.get(to.suffix.lower()) if to else default)
    if name is None or name not in renders:
        import typer

        legal = ", ".join(suffixes if to and not chosen else renders)
        typed = to.suffix or str(to) if to and not chosen else chosen
        raise typer.BadParameter(
            say(f"không có định dạng “{typed}”; dùng: {legal}", f"no format “{typed}”; use: {legal}")
        )
    content = renders[name]()
    if to is None:
        emit(content if isinstance(content, str) else content.decode())
        return
    save(to, content)


def save(to: Path, content: str | bytes) -> None:
    """Write a whole file and say so, or leave the old one and exit with 2."""
    from taybac_cluster.load.files import put

    try:
        put(to, content.encode(errors="backslashreplace") if isinstance(content, str) else content)
    except OSError as error:
        unwritable(to, error)
    tell(say(f"đã ghi {named(to)}", f"wrote {named(to)}"))


def make_folder(folder: Path) -> None:
    """Make a folder where there is none, or say why not and exit with 2."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        unwritable(folder, error)


def fail(text: str, code: int) -> NoReturn:
    """Say on stderr why, and exit; whatever was typed or read is shown harmless."""
    tell("\n".join(map(named, text.split("\n"))))
    raise SystemExit(code)
