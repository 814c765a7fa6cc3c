"""Which of the two languages a run speaks, and the few texts that the command line itself needs."""

import os
from collections.abc import Mapping, Sequence
from typing import Literal

Language = Literal["vi", "en"]


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language: `--lang`, else CLUSTER_LANG, else the locale, else Vietnamese."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return "en" if arguments[at + 1] == "en" else "vi"
        if argument.startswith("--lang="):
            return "en" if argument == "--lang=en" else "vi"
    if environment.get("CLUSTER_LANG") in ("vi", "en"):
        return "en" if environment["CLUSTER_LANG"] == "en" else "vi"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].lower().startswith("en") else "vi"
    return "vi"


class _Current:
    lang: Language = "vi"


def settle(arguments: Sequence[str]) -> None:
    """Fix the language of this run."""
    _Current.lang = chosen(arguments, os.environ)


def current() -> Language:
    """Return the language of this run."""
    return _Current.lang


def say(vi: str, en: str) -> str:
    """Return the text in the language of this run."""
    return en if _Current.lang == "en" else vi
