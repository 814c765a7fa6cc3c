"""One file, from its bytes to its record: the steps in the order that survives hostile input."""

from typing import Any, TypeVar

import yaml

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.builder import BAD, UNSURE, Builder, TooDeepError, prune, quick
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.load.shape import shaped
from taybac_cluster.model.record import Document

D = TypeVar("D", bound=Document)


def read(root: str, file: str, model: type[D]) -> tuple[D | None, list[Diagnostic]]:
    """Return the record of a file, None where it cannot be made, and everything that is wrong with the file."""
    content = take(root, file)
    if isinstance(content, Diagnostic):
        return None, [content]
    return parse(content, file, model)


def parse(content: bytes, file: str, model: type[D]) -> tuple[D | None, list[Diagnostic]]:
    """Do the same with the bytes of a file."""
    content, text, faults = decode(content, file)
    if faults and not text:
        return None, faults
    raw, more = _value(content, text, file, quiet=bool(faults))
    faults += more
    if raw is BAD:
        return None, faults
    record, misfits = shaped(raw, model, file)
    if record is not None and faults:
        record.placed(file, partial=True)
    return record, faults + misfits


def _value(content: bytes, text: str, file: str, *, quiet: bool) -> tuple[Any, list[Diagnostic]]:
    """Return the plain value of a text, and the faults of its YAML; `quiet` where a worse one is known already."""
    try:
        raw = quick(content)
        if raw is not UNSURE:
            return raw, []
        builder = Builder(content, text, file)
        raw = builder.build()
    except TooDeepError:
        return BAD, builder.faults
    except yaml.YAMLError as error:
        if quiet:
            return BAD, []
        from taybac_cluster.load.slips import why  # noqa: PLC0415 - only a file that does not parse needs it

        return BAD, [why(error, text, file)]
    return prune(raw) if builder.faults else raw, builder.faults
