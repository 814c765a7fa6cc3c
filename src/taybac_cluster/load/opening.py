"""Open a lock in place: its state changed, its history one event longer, all else as it was written."""

import re

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.files import take

_STATE = re.compile(r"^state: locked[ \t]*(?=#|$)", re.MULTILINE)


def opened(root: str, file: str, event: str) -> str:
    """Return the text of a lock file with its year unlocked and `event`, YAML under `history:`, at the history's end.

    Raises:
        ValueError: the file is not laid out as `cluster lock` writes it.
    """
    content = take(root, file)
    if isinstance(content, Diagnostic):
        raise ValueError(file)
    text = content.decode("utf-8-sig")
    changed, count = _STATE.subn("state: unlocked", text)
    head, found, tail = changed.rpartition("\nhistory:\n")
    if count != 1 or not found:
        raise ValueError(file)
    return head + found + tail.rstrip() + "\n" + event.removeprefix("history:\n")
