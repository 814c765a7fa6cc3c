"""The text of a lock file: a new one, and one that is opened in place."""

import re

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.document import parse
from taybac_cluster.load.files import MAX_BYTES, too_large
from taybac_cluster.load.writing import render
from taybac_cluster.model.lock import Event, Lock
from taybac_cluster.model.record import LocalText

HEAD = """\
Kết quả đã chốt, do lệnh "cluster lock" ghi; không sửa tay. Mở lại: cluster unlock NĂM --reason "lý do".
A locked result, written by "cluster lock"; not to be edited. To open it: cluster unlock YEAR --reason "why"."""

_STATE = re.compile(r"^(state:[ \t]+)locked\b", re.MULTILINE)
_SEAL = re.compile(r"^(seal:[ \t]+)(\"?)[0-9a-f]+\2", re.MULTILINE)


def written(lock: Lock) -> str:
    """Return a lock as its file holds it."""
    return render(_contents(lock), HEAD)


def unreadable(text: str, lock: Lock) -> Diagnostic | None:
    """Return why a text would not be read as this lock, where that is a fault of the data; None where it would be.

    Raises:
        ValueError: it would be read as another lock: a fault of ours.
    """
    content = text.encode()
    if len(content) > MAX_BYTES:
        return too_large(lock.file, len(content))
    read, faults = parse(content, lock.file, Lock)
    if faults:
        return faults[0]
    if read is None or read.in_file(lock.file) != lock:
        raise ValueError(lock.file)
    return None


def opened(before: bytes, after: Lock) -> str:
    """Return the text of a lock file that was just unlocked: comments and order kept, the last event of `after` added.

    A file that is not laid out as `cluster lock` writes it is written anew.
    """
    text = before.decode("utf-8-sig", "replace")
    line_end = "\r\n" if "\r\n" in text else "\n"
    changed = _STATE.sub(r"\1unlocked", text.replace("\r\n", "\n"))
    event = render({"history": [_event(after.history[-1])]}).removeprefix("history:\n")
    changed = _SEAL.sub(rf'\1"{after.seal}"', changed).rstrip() + "\n" + event
    read, faults = parse(changed.encode(), after.file, Lock)
    if faults or read is None or read.in_file(after.file) != after:
        return written(after)
    return changed.replace("\n", line_end)


def _contents(lock: Lock) -> dict[str, object]:
    """Return what a lock file holds, in the order in which it is written."""
    return {
        "year": lock.year,
        "state": lock.state,
        "illustrative": lock.illustrative,
        "nominated": lock.nominated or None,
        "settled_by": lock.settled_by,
        "decided": lock.decided,
        "next": {"year": lock.next.year, "host": lock.next.host} if lock.next else None,
        "accepted_warnings": [
            {"file": each.file, "code": each.code, "at": each.at, "reason": _text(each.reason)}
            for each in lock.accepted_warnings
        ]
        or None,
        "ranking": [
            {
                "member": each.member,
                "rank": each.rank,
                "total": each.total,
                "groups": dict(each.groups) or None,
                "nominated": each.nominated,
                "leaves": each.leaves,
            }
            for each in lock.ranking
        ],
        "not_ranked": lock.not_ranked or None,
        "inputs": lock.inputs,
        "seal": lock.seal,
        "history": [_event(each) for each in lock.history],
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "action": event.action,
        "version": event.version,
        "date": event.date.isoformat() if event.date else None,
        "reason": _text(event.reason),
        "seal": event.seal,
    }


def _text(text: LocalText | None) -> object:
    if text is None or text.en is None:
        return text.vi if text else None
    return {"vi": text.vi, "en": text.en}
