"""Reads what was typed, in our own words where it is wrong: typer has English ones only."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

import typer

from taybac_cluster.cli.language import say

N = TypeVar("N", int, float)

_YEAR = re.compile("[1-9][0-9]{0,3}", re.ASCII)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_COUNT = re.compile("[0-9]{1,18}", re.ASCII)
_SEAL = re.compile("[0-9a-f]{16,64}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?", re.ASCII)


def read_year(typed: str) -> int:
    """Read a year.

    Raises:
        typer.BadParameter: it is none.
    """
    if not _YEAR.fullmatch(str(typed)):
        raise typer.BadParameter(
            say(f"“{typed}” không phải là năm; viết như 2023", f"“{typed}” is not a year; write it like 2023")
        )
    return int(typed)


def read_day(typed: str) -> datetime.date:
    """Read a day.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        if _DAY.fullmatch(typed):
            return datetime.date.fromisoformat(typed)
    except ValueError:
        pass
    raise typer.BadParameter(
        say(f"“{typed}” không phải là ngày; viết như 2023-09-24", f"“{typed}” is not a date; write it like 2023-09-24")
    )


def read_reason(typed: str) -> str:
    """Read a text that is kept in a file.

    Raises:
        typer.BadParameter: it is empty, or has a character that no file of ours may hold.
    """
    from taybac_cluster.load.characters import HIDDEN, name_of

    text = unicodedata.normalize("NFC", typed).strip()
    if odd := HIDDEN.search(text) or _SURROGATE.search(text):
        char = name_of(odd[0])
        raise typer.BadParameter(
            say(f"có ký tự không lưu được vào tệp: {char}", f"has a character that no file can hold: {char}")
        )
    if not text:
        raise typer.BadParameter(say("chưa ghi gì", "is empty"))
    return text


def read_seal(typed: str) -> str:
    """Read a seal, or at least as much of it as stands on paper.

    Raises:
        typer.BadParameter: it is none.
    """
    digits = re.sub(r"[-\s]", "", typed).lower()
    if not _SEAL.fullmatch(digits):
        raise typer.BadParameter(
            say(
                f"“{typed}” không phải là mã đối chiếu: 16 chữ số hệ 16 trở lên, như 1A2B-3C4D-5E6F-7A8B",
                f"“{typed}” is not a seal: 16 or more hexadecimal digits, such as 1A2B-3C4D-5E6F-7A8B",
            )
        )
    return digits


def number_reader(low: int, high: int) -> Callable[[str], float]:
    """Return the reader of a number between two others."""
    return _reader(_NUMBER, float, low, high, say("số", "number"))


def count_reader(low: int, high: int) -> Callable[[str], int]:
    """Return the reader of a whole number between two others."""
    return _reader(_COUNT, int, low, high, say("số nguyên", "whole number"))


def _reader(form: re.Pattern[str], read: Callable[[str], N], low: int, high: int, what: str) -> Callable[[str], N]:
    """Return the reader of a number, which raises `typer.BadParameter` for anything else."""

    def reader(typed: str) -> N:
        if not form.fullmatch(str(typed)) or not low <= read(typed) <= high:
            raise typer.BadParameter(
                say(
                    f"“{typed}” không phải là {what} từ {low} đến {high}",
                    f"“{typed}” is not a {what} from {low} to {high}",
                )
            )
        return read(typed)

    return reader


def read_language(typed: str) -> str:
    """Read a language.

    Raises:
        typer.BadParameter: it is none of ours.
    """
    if typed not in ("vi", "en"):
        raise typer.BadParameter(say(f"“{typed}” không phải là vi hay en", f"“{typed}” is neither vi nor en"))
    return typed
