"""One file, from its bytes to its record: the steps in the order that survives hostile input."""

from typing import Any, TypeVar

import yaml
from pydantic_core import ValidationError

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.builder import Builder, TooDeepError
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.load.node import FAULTY
from taybac_cluster.model.record import Document, Route
from taybac_cluster.rules.reading.lines import MISSING_SPACE
from taybac_cluster.rules.reading.quotes import COLON_IN_TEXT
from taybac_cluster.rules.reading.shape import UNKNOWN_KEY
from taybac_cluster.rules.reading.words import NO_VALUE

D = TypeVar("D", bound=Document)

_MISREAD = frozenset((MISSING_SPACE.code, COLON_IN_TEXT.code))
"""Mistakes that YAML takes for a text or a key of its own: shown line by line where they were typed."""


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
    builder = Builder(content, text, file)
    try:
        raw = builder.build()
    except TooDeepError:
        return None, faults + builder.faults
    except yaml.YAMLError as error:
        return None, faults or _torn(error, content, file, model)
    if raw is FAULTY:
        return None, faults + builder.faults
    record, misfits = shaped(raw, model, file, frozenset(builder.left_out))
    if record is not None and (faults or builder.faults):
        record.placed(file, partial=True)
    return record, faults + _as_typed(misfits, builder, model) + builder.doubts


def shaped(
    raw: Any, model: type[D], file: str, left_out: frozenset[Route] = frozenset()
) -> tuple[D | None, list[Diagnostic]]:
    """Return the record of a file's value, and what does not fit its shape."""
    try:
        return model.model_validate(raw).placed(file), []
    except ValidationError as error:
        from taybac_cluster.load.shape import misfit  # noqa: PLC0415 - only a fault needs it

        return misfit(error, raw, model, file, left_out)


def _torn(error: yaml.YAMLError, content: bytes, file: str, model: type[Document]) -> list[Diagnostic]:
    """Return why a file does not parse and, where it would once that is fixed, what else is wrong with it."""
    from taybac_cluster.load.fields import legal_keys  # noqa: PLC0415 - only a file that does not parse needs it
    from taybac_cluster.load.torn import why  # noqa: PLC0415
    from taybac_cluster.load.torn.guess import span_of  # noqa: PLC0415

    faults, fixed, rows = why(error, content.decode(), file, legal_keys(model, ()))
    if fixed is None:
        return faults
    further = [each for each in _located(fixed, file, model) if span_of(each).line not in rows]
    return sorted([*faults, *further], key=span_of)


def _located(content: bytes, file: str, model: type[Document]) -> list[Diagnostic]:
    """Return the faults of a file of this content, each at its line."""
    from taybac_cluster.load.locations import located, tree_of  # noqa: PLC0415

    return located(parse(content, file, model)[1], tree_of(content))


def _as_typed(misfits: list[Diagnostic], builder: Builder, model: type[Document]) -> list[Diagnostic]:
    """Return the faults; mistakes that YAML took for something else are shown as what they are."""
    faults = builder.faults + misfits
    codes = {each.code for each in faults}
    if {NO_VALUE.code, UNKNOWN_KEY.code} <= codes and (fallen := _fallen(faults, builder, model)):
        return fallen
    if codes & _MISREAD:
        from taybac_cluster.load.misread import as_typed  # noqa: PLC0415 - only a few faults need it

        return list(as_typed(faults, builder.text, builder.tree, builder.file))
    return faults


def _fallen(faults: list[Diagnostic], builder: Builder, model: type[Document]) -> list[Diagnostic]:
    """Return the blocks that lost their indent and what else is wrong with the file; nothing where none did."""
    from taybac_cluster.load.fields import blocks, legal_keys  # noqa: PLC0415
    from taybac_cluster.load.locations import located  # noqa: PLC0415 - only a file with such faults needs it
    from taybac_cluster.load.misread import fallen, set_back  # noqa: PLC0415
    from taybac_cluster.load.torn.guess import span_of  # noqa: PLC0415

    located_ = located(faults, builder.tree)
    found, fixed, rows = fallen(located_, builder.content.decode(), blocks(model), legal_keys(model, ()))
    if not found:
        return []
    further = (set_back(each, rows) for each in _located(fixed, builder.file, model))
    return sorted([*found, *further], key=span_of)
