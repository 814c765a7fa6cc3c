"""Open a lock in place: its state and seal changed, its history one event longer, all else as it was written."""

import re

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.document import parse
from taybac_cluster.load.files import take
from taybac_cluster.model.lock import Lock

_STATE = re.compile(r"^(state:[ \t]+)locked\b", re.MULTILINE)
_SEAL = re.compile(r"^(seal:[ \t]+)(\"?)[0-9a-f]+\2", re.MULTILINE)


def opened(root: str, file: str, after: Lock, event: str) -> str | None:
    """Return the text of a lock file with its year unlocked, comments and order kept.

    `after` is what it must then say, `event` the YAML of the last event under `history:`. None where the file is not
    laid out as `cluster lock` writes it, so that it must be written anew.
    """
    content = take(root, file)
    if isinstance(content, Diagnostic):
        return None
    text = content.decode("utf-8-sig", "replace")
    line_end = "\r\n" if "\r\n" in text else "\n"
    changed = _STATE.sub(r"\1unlocked", text.replace("\r\n", "\n"))
    changed = _SEAL.sub(rf'\1"{after.seal}"', changed).rstrip() + "\n" + event.removeprefix("history:\n")
    said, faults = parse(changed.encode(), file, Lock)
    if faults or said is None or said.placed(file) != after.placed(file):
        return None
    return changed.replace("\n", line_end)
