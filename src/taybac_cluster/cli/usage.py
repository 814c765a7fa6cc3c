"""What the command line itself says, its help and what was typed wrongly, in both languages.

Typer speaks English only. Its sentences are few, so they are translated here; one that is not known stays as it is.
"""

import io
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import emit
from taybac_cluster.views.visible import visible

COMPLETING = "_CLUSTER_COMPLETE"
"""Set by a shell that asks for suggestions."""

_HELP = (
    ("Usage: ", "Cách dùng: "),
    ("Arguments:", "Tham số:"),
    ("Options:", "Tùy chọn:"),
    ("Commands:", "Lệnh:"),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("COMMAND [ARGS]...", "LỆNH [THAM SỐ]..."),
    ("[required]", "[bắt buộc]"),
    ("[default: ", "[mặc định: "),
    ("Show this message and exit.", "In trợ giúp này rồi thoát."),
    ("Install completion for the current shell.", "Cài tự hoàn thành lệnh cho shell đang dùng."),
    (
        "Show completion for the current shell, to copy it or customize the installation.",
        "In đoạn tự hoàn thành lệnh, để chép hoặc sửa.",
    ),
)
_ERRORS = (
    (r"No such option: (\S+)(?: .*)?", "không có tùy chọn {0}"),
    (r"Missing command\.?", "thiếu tên lệnh"),
    (r"Option '(.*)' requires an argument\.", "tùy chọn {0} cần một giá trị"),
    (r"Option '(.*)' does not take a value\.", "tùy chọn {0} không nhận giá trị"),
    (r"\w+ '(.*)' does not exist\.", "không có “{0}”"),
    (r"\w+ '(.*)' is a directory\.", "“{0}” là thư mục, không phải tệp"),
    (r"\w+ '(.*)' is a file\.", "“{0}” là tệp, không phải thư mục"),
    (r"\w+ '(.*)' is not (?:readable|writable)\.", "không đọc hoặc ghi được “{0}”"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)\.?", "thừa: {0}"),
)


@contextmanager
def translated_help(arguments: Sequence[str]) -> Iterator[None]:
    """Print the help that is asked for inside in the language of this run."""
    if not {"-h", "--help"}.intersection(arguments):
        yield
        return
    held = io.StringIO()
    try:
        with redirect_stdout(held):
            yield
    finally:
        emit(help_text(held.getvalue()))


def help_text(text: str) -> str:
    """Return a help text in the language of this run, arguments named as an office does: not `{YEAR}`, not `<int>`."""
    text = re.sub(r"^(Usage: .*)$", lambda line: re.sub(r"[{}]", "", line[0]), text, flags=re.MULTILINE)
    text = re.sub(
        r"^  \S+( <[A-Za-z\[\]|]+>)  ", lambda row: row[0].replace(row[1], " " * len(row[1])), text, flags=re.MULTILINE
    )
    if current() == "en":
        return text
    for english, vietnamese in _HELP:
        pattern = re.escape(english).replace(r"\ ", r"\s+")
        text = re.sub(pattern, lambda _, words=vietnamese: words, text)  # type: ignore[misc]
    return text


def explained(error: Exception) -> str | None:
    """Return what to say of a mistake on the command line; None where the error is none."""
    if COMPLETING in os.environ and isinstance(error, KeyError | ValueError):
        return say(
            "shell gọi gợi ý mà thiếu dòng lệnh đang gõ", "the shell asks for suggestions without the typed line"
        )
    if not hasattr(error, "format_message"):
        return None
    if type(error).__name__ == "NoArgsIsHelpError":
        return help_text(str(error.format_message()))
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cluster"
    return f"{visible(_sentence(error))}\n" + say(
        f"gợi ý: gõ {path} --help để xem cách dùng", f"hint: {path} --help shows the usage"
    )


def no_command(typed: str, commands: tuple[str, ...]) -> str:
    """Say that there is no such command, and which could be meant."""
    from taybac_cluster.diagnostics import suggestion

    hint = getattr(suggestion(typed, commands), current())
    return visible(say(f"không có lệnh “{typed}”; {hint}", f"no command “{typed}”; {hint}"))


def _sentence(error: Exception) -> str:
    """Say in one sentence what is wrong, naming the argument as the help names it."""
    param, message = getattr(error, "param", None), str(getattr(error, "message", ""))
    name = _name_of(param)
    if type(error).__name__ == "MissingParameter":
        return say(f"thiếu {name}", f"missing: {name}")
    if hasattr(error, "param"):  # raised while a value is read, mostly in our own words
        message = _translated(message)
        return f"{name}: {message}" if name.startswith("-") else message
    if possible := getattr(error, "possibilities", None):
        listed = ", ".join(possible)
        return _translated(message) + say(f"; có phải là: {listed}?", f"; did you mean: {listed}?")
    return _translated(message)


def _name_of(param: object) -> str:
    """Return `--percent` of an option, else what the help calls an argument, as a word of a sentence."""
    options = [each for each in getattr(param, "opts", ()) if each.startswith("--")]
    metavar = getattr(param, "metavar", None) or ""
    return options[0] if options else metavar.replace("_", " ").lower()


def _translated(message: str) -> str:
    if current() == "en":
        return message
    for pattern, words in _ERRORS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*match.groups())
    return message
