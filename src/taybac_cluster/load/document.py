"""One file, from its bytes to its record: the steps in the order that survives hostile input."""

from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

import yaml
from pydantic_core import ValidationError

from taybac_cluster.diagnostics import MOST_FAULTS, Diagnostic
from taybac_cluster.load.builder import Builder, TooDeepError
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.load.node import FAULTY, Stand
from taybac_cluster.model.record import Document, Route
from taybac_cluster.rules.reading.lines import MISSING_SPACE
from taybac_cluster.rules.reading.quotes import COLON_IN_TEXT
from taybac_cluster.rules.reading.shape import UNKNOWN_KEY
from taybac_cluster.rules.reading.words import NO_VALUE

D = TypeVar("D", bound=Document)

_BLOCKS = frozenset((NO_VALUE.code, UNKNOWN_KEY.code))
_MISREAD = frozenset((MISSING_SPACE.code, COLON_IN_TEXT.code))
"""Mistakes that YAML takes for a text or a key of its own: shown line by line where they were typed."""


class Examined(NamedTuple, Generic[D]):
    """What a file says, None where no record can be made of it, and everything that is wrong with it."""

    record: D | None
    faults: list[Diagnostic]
    stand: Stand | None = None


def read(root: str, file: str, model: type[D]) -> tuple[D | None, list[Diagnostic]]:
    """Return the record of a file, None where it cannot be made, and everything that is wrong with the file."""
    content = take(root, file)
    if isinstance(content, Diagnostic):
        return None, [content]
    return parse(content, file, model)


def parse(content: bytes, file: str, model: type[D]) -> tuple[D | None, list[Diagnostic]]:
    """Return the same of a file's bytes."""
    return examine(content, file, model)[:2]


def examine(content: bytes, file: str, model: type[D], doubtful: frozenset[int] = frozenset()) -> Examined[D]:
    """Return the same, and where to look up the lines of a file that can be read only once it is fixed.

    Values on `doubtful` lines are left out, unless they stand at the edge: they are guesses.
    """
    content, text, faults = decode(content, file)
    if faults and not content:
        return Examined(None, faults)
    builder = Builder(content, text, file, doubtful)
    try:
        raw = builder.build()
    except TooDeepError:
        return Examined(None, faults + builder.faults)
    except yaml.YAMLError as error:
        return Examined(None, faults) if faults else _torn(error, content, file, model)
    if raw is FAULTY:
        return Examined(None, faults + builder.faults)
    record, misfits = shaped(raw, model, file, frozenset(builder.left_out))
    if record is not None and (faults or builder.faults or doubtful):
        record.in_file(file, partial=True)
    found = builder.faults + misfits
    if blocks := _blocks(found, builder, model):
        return blocks._replace(faults=faults + blocks.faults)
    return Examined(record, [*faults, *_as_typed(found, builder), *builder.warnings])


def shaped(
    raw: Any, model: type[D], file: str, left_out: frozenset[Route] = frozenset()
) -> tuple[D | None, list[Diagnostic]]:
    """Return the record of a file's value, and what does not fit its shape."""
    try:
        return model.model_validate(raw).in_file(file), []
    except ValidationError as error:
        from taybac_cluster.load.shape import misfit  # noqa: PLC0415 - only a fault needs it

        return misfit(error, raw, model, file, left_out)


def _torn(error: yaml.YAMLError, content: bytes, file: str, model: type[D]) -> Examined[D]:
    """Return why a file does not parse; if it would once that is fixed, also what it says and what else is wrong."""
    from taybac_cluster.load.fields import blocks, legal_keys, parent_of  # noqa: PLC0415 - only a torn file needs it
    from taybac_cluster.load.torn import why  # noqa: PLC0415
    from taybac_cluster.load.torn.guess import Keys, span_of  # noqa: PLC0415

    keys = Keys(legal_keys(model, ()), blocks(model), partial(parent_of, model))
    faults, fixed, rows = why(error, content.decode(), file, keys)
    if fixed is None:
        return Examined(None, faults)
    inner = _further(Stand(fixed), file, model, rows)
    further = [each for each in inner.faults if span_of(each).line not in rows]
    return inner._replace(faults=sorted([*faults, *further], key=span_of))


def _further(stand: Stand, file: str, model: type[D], doubtful: frozenset[int] = frozenset()) -> Examined[D]:
    """Examine a file as it would be once it is fixed; each fault stands at its line there."""
    from taybac_cluster.load.locations import located, tree_of  # noqa: PLC0415

    inner = examine(stand.content, file, model, doubtful)
    faults = located(inner.faults, tree_of(stand.content))
    if inner.record is not None:
        inner.record.in_file(file, partial=True)
    return Examined(inner.record, faults, inner.stand or stand)


def _as_typed(faults: list[Diagnostic], builder: Builder) -> list[Diagnostic]:
    """Return the faults; lines that YAML took for a text or a key are shown as what they are."""
    if not _MISREAD & {each.code for each in faults}:
        return faults
    from taybac_cluster.load.misread import as_typed  # noqa: PLC0415 - only a few faults need it

    return list(as_typed(faults, builder.text, builder.tree, builder.file))


def _blocks(faults: list[Diagnostic], builder: Builder, model: type[D]) -> Examined[D] | None:
    """Return the file with the blocks that lost their indent set in again; None where none did."""
    if len(faults) >= MOST_FAULTS or not _BLOCKS & {each.code for each in faults}:
        return None
    from taybac_cluster.load.fields import blocks, legal_keys, parent_of  # noqa: PLC0415
    from taybac_cluster.load.locations import located  # noqa: PLC0415 - only a file with such faults needs it
    from taybac_cluster.load.misread import fallen, headless, set_back  # noqa: PLC0415
    from taybac_cluster.load.torn.guess import span_of  # noqa: PLC0415

    placed, text, legal = located(faults, builder.tree), builder.content.decode(), legal_keys(model, ())
    found = fallen(placed, text, blocks(model), legal)
    if not found.faults:
        found = headless(placed, text, builder.file, partial(parent_of, model), legal)
    if not found.faults:
        return None
    inner = _further(Stand(found.fixed, found.lines), builder.file, model)
    further = (set_back(each, found.lines) for each in inner.faults)
    return inner._replace(faults=sorted([*found.faults, *further], key=span_of))
