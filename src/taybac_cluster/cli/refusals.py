"""What a command says when the data do not let it answer, and the exit code of each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from taybac_cluster.cli.language import Language, current, say
from taybac_cluster.cli.output import colour, fail, tell, width
from taybac_cluster.pipeline.refusals import (
    CannotSupposeError,
    FaultyDataError,
    LockChangedError,
    LockedYearError,
    LockRefusal,
    LockUnwritableError,
    NoMeetingError,
    NothingSubmittedError,
    NothingToRankError,
    NotLockedError,
    Refusal,
    UnknownNameError,
)
from taybac_cluster.views.visible import visible


@contextmanager
def comparing() -> Iterator[None]:
    """Say why nothing can be compared with a commit, and exit with 2."""
    from taybac_cluster.load.git import NoComparisonError
    from taybac_cluster.views.visible import visible

    try:
        yield
    except NoComparisonError as error:
        fail("\n".join(map(visible, getattr(error.words, current()).split("\n"))), 2)


@contextmanager
def refused(root: Path, *, ranking: bool = False, not_locked: int = 2) -> Iterator[None]:
    """Turn a refusal into words on stderr and an exit code: 1 for faulty data, 2 where there is nothing to work on.

    A `ranking` that faults prevent can be made of the rest, and that is said. `not_locked` is the code of a year that
    has no lock.
    """
    try:
        yield
    except FaultyDataError as refusal:
        from taybac_cluster.views.refusals import faulty

        tell(faults(refusal, root) + faulty(current(), ranking=ranking and refusal.rest))
        raise SystemExit(1) from None
    except NotLockedError as refusal:
        from taybac_cluster.views.refusals import not_locked as words

        fail(words(refusal.year, refusal.locked, current()), not_locked)
    except Refusal as refusal:
        fail(*_said(refusal, current()))


def _said(refusal: Refusal, lang: Language) -> tuple[str, int]:  # noqa: PLR0911 - one for each refusal
    """Return the words for a refusal, and its exit code: 1 where the data must change, 2 for nothing to work on."""
    from taybac_cluster.views import refusals as words

    match refusal:
        case NoMeetingError():
            return words.no_meeting(refusal.year, refusal.known, lang), 2
        case NothingToRankError():
            return words.nothing_to_rank(refusal.year, refusal.known, refusal.meeting, refusal.roster, lang), 2
        case NothingSubmittedError():
            return words.nothing_submitted(refusal.member, refusal.year, lang), 2
        case CannotSupposeError():
            return visible(words.cannot_suppose(refusal.why, lang)), 2
        case UnknownNameError():
            return unknown(refusal.name, refusal.legal), 2
        case LockedYearError():
            return words.locked(refusal.year, lang), 1
        case LockRefusal():
            return words.lock_refused(refusal.kind, refusal.year, refusal.files, lang), 1
        case LockUnwritableError():
            from taybac_cluster.views.diagnostics import findings

            return words.unwritable_lock(refusal.year, findings([refusal.fault], lang)[0].message, lang), 1
        case LockChangedError():
            return words.changed_meanwhile(refusal.year, lang), 1
        case _:
            raise refusal


def faults(refusal: FaultyDataError, root: Path) -> str:
    """Show the faults at their lines."""
    import sys

    from taybac_cluster.cli.excerpts import fix_of, shown
    from taybac_cluster.export.diagnostics import render
    from taybac_cluster.views.diagnostics import findings

    found = shown(findings(refusal.faults, current(), refusal.checked.more), root)
    return render(found, None, current(), width=width(), colour=colour(sys.stderr), fix=fix_of(root))


def unknown(name: str, legal: list[str]) -> str:
    """Say that a name is not known, and what could be meant."""
    from taybac_cluster.diagnostics import suggestion

    hint = getattr(suggestion(name, legal, most=30), current())
    return visible(say(f"không có “{name}”; {hint}", f"there is no “{name}”; {hint}"))
