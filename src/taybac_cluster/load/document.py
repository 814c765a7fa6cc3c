"""One file, from its bytes to its record: the steps in the order that survives hostile input."""

from typing import Any, TypeVar

import yaml
from pydantic_core import ValidationError

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.builder import BAD, UNSURE, Builder, EnoughError, by_lines, prune, quick
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.model.record import Document, Route

D = TypeVar("D", bound=Document)

_MISREAD = frozenset(("R041", "R043"))
"""Slips that YAML takes for a text or a key of its own: shown line by line where they were typed."""


def read(root: str, file: str, model: type[D]) -> tuple[D | None, list[Diagnostic]]:
    """Return the record of a file, None where it cannot be made, and everything that is wrong with the file."""
    content = take(root, file)
    if isinstance(content, Diagnostic):
        return None, [content]
    return parse(content, file, model)


def parse(content: bytes, file: str, model: type[D]) -> tuple[D | None, list[Diagnostic]]:
    """Do the same with the bytes of a file."""
    content, text, faults = decode(content, file)
    if faults and not content:
        return None, faults
    left_out: list[Route] = []
    builder = Builder(content, text, file)
    try:
        raw = UNSURE if faults else by_lines(text)
        if raw is UNSURE and not faults:
            raw = quick(content)
        if raw is UNSURE:
            raw = prune(builder.build(), left_out)
    except EnoughError:
        return None, faults + builder.faults
    except yaml.YAMLError as error:
        return None, faults or _torn(error, content, file, model)
    if raw is BAD:
        return None, faults + builder.faults
    record, misfits = shaped(raw, model, file, frozenset(left_out))
    if record is not None and (faults or builder.faults):
        record.placed(file, partial=True)
    return record, faults + _as_typed(builder.faults + misfits, content, file, model)


def shaped(
    raw: Any, model: type[D], file: str, left_out: frozenset[Route] = frozenset()
) -> tuple[D | None, list[Diagnostic]]:
    """Return the record of a file's value, and what does not fit its shape."""
    try:
        return model.validate(raw).placed(file), []
    except ValidationError as error:
        from taybac_cluster.load.shape import misfit  # noqa: PLC0415 - only a fault needs it

        return misfit(error, raw, model, file, left_out)


def _torn(error: yaml.YAMLError, content: bytes, file: str, model: type[Document]) -> list[Diagnostic]:
    """Return why a file does not parse and, where it would once that is fixed, what else is wrong with it."""
    from taybac_cluster.load.fields import legal_keys  # noqa: PLC0415
    from taybac_cluster.load.locations import spotted  # noqa: PLC0415 - only a file that does not parse needs it
    from taybac_cluster.load.slips import span_of, why  # noqa: PLC0415

    faults, fixed, rows = why(error, content.decode(), file, legal_keys(model, ()))
    if fixed is None:
        return faults
    _, more = parse(fixed, file, model)
    further = [each for each in spotted(more, fixed) if span_of(each).line not in rows]
    return sorted([*faults, *further], key=span_of)


def _as_typed(faults: list[Diagnostic], content: bytes, file: str, model: type[Document]) -> list[Diagnostic]:
    """Return the faults with the slips of which YAML made something else shown as what they are."""
    codes = {each.code for each in faults}
    if {"R101", "R121"} <= codes and (fallen := _fallen(faults, content, file, model)):
        return fallen
    if codes & _MISREAD:
        from taybac_cluster.load.slips import misread  # noqa: PLC0415 - only a few faults need it

        return misread(faults, content, file)
    return faults


def _fallen(faults: list[Diagnostic], content: bytes, file: str, model: type[Document]) -> list[Diagnostic]:
    """Return the blocks that lost their indent and what else is wrong with the file; nothing where none did."""
    from taybac_cluster.load.fields import blocks, legal_keys  # noqa: PLC0415
    from taybac_cluster.load.locations import spotted  # noqa: PLC0415 - only a file with such faults needs it
    from taybac_cluster.load.slips import fallen, set_back, span_of  # noqa: PLC0415

    found, fixed, rows = fallen(spotted(faults, content), content.decode(), blocks(model), legal_keys(model, ()))
    if not found:
        return []
    _, more = parse(fixed, file, model)
    return sorted([*found, *(set_back(each, rows) for each in spotted(more, fixed))], key=span_of)
