"""What the command line itself says: its help and what was typed wrongly, in both languages.

Typer speaks English only. Its sentences are few, so they are translated here; one that is not known stays as it is.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import emit

_HELP = (
    ("Usage: ", "Cách dùng: "),
    ("Arguments:", "Tham số:"),
    ("Options:", "Tùy chọn:"),
    ("Commands:", "Lệnh:"),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("COMMAND [ARGS]...", "LỆNH [THAM SỐ]..."),
    ("[required]", "[bắt buộc]"),
    ("Show this message and exit.", "In trợ giúp này rồi thoát."),
    ("Install completion for the current shell.", "Cài tự hoàn thành lệnh cho shell đang dùng."),
    (
        "Show completion for the current shell, to copy it or customize the installation.",
        "In đoạn tự hoàn thành lệnh, để chép hoặc sửa.",
    ),
)
_ERRORS = (
    (r"No such option: (\S+)(?: .*)?", "không có tùy chọn {0}"),
    (r"No such command '(.*)'\.(?: .*)?", "không có lệnh “{0}”"),
    (r"Missing argument '?\{?(\w+)\}?'?\.?", "thiếu {0}"),
    (r"Missing option '(.*)'\.?", "thiếu tùy chọn {0}"),
    (r"Missing command\.?", "thiếu tên lệnh"),
    (r"Option '(.*)' requires an argument\.", "tùy chọn {0} cần một giá trị"),
    (r"Option '(.*)' does not take a value\.", "tùy chọn {0} không nhận giá trị"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)\.?", "thừa: {0}"),
    (r"Invalid value for '\{?(.*?)\}?': '(.*)' is not a valid int(?:eger)?\.", "{0}: “{1}” không phải số nguyên"),
    (r"Invalid value for '\{?(.*?)\}?': '(.*)' is not a valid float\.", "{0}: “{1}” không phải số"),
    (r"Invalid value for '\{?(.*?)\}?': (.*)", "{0}: {1}"),
    (r"Invalid value: (.*)", "{0}"),
)


@contextmanager
def translated_help(arguments: Sequence[str]) -> Iterator[None]:
    """Print the help that is asked for inside in the language of this run."""
    if current() == "en" or not {"-h", "--help"}.intersection(arguments):
        yield
        return
    held = io.StringIO()
    try:
        with redirect_stdout(held):
            yield
    finally:
        emit(help_text(held.getvalue()))


def help_text(text: str) -> str:
    """Return a help text in the language of this run."""
    if current() == "en":
        return text
    for english, vietnamese in _HELP:
        pattern = re.escape(english).replace(r"\ ", r"\s+")
        text = re.sub(pattern, lambda _, words=vietnamese: words, text)  # type: ignore[misc]
    return text


def explained(error: Exception) -> str | None:
    """Return what to say of a mistake on the command line; None where the error is none."""
    if not hasattr(error, "format_message"):
        return None
    message = str(error.format_message())
    if type(error).__name__ == "NoArgsIsHelpError":
        return help_text(message)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cluster"
    possible = ", ".join(getattr(error, "possibilities", None) or ())
    text = message if current() == "en" else _translated(message) + (f"; có phải là: {possible}?" if possible else "")
    return f"{text}\n" + say(f"gợi ý: gõ “{path} --help” để xem cách dùng", f"hint: “{path} --help” shows the usage")


def _translated(message: str) -> str:
    for pattern, words in _ERRORS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*match.groups())
    return message
