"""What a command says when the data do not let it answer, and the exit code of each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import colour, fail, width
from taybac_cluster.pipeline.refusals import (
    FaultyDataError,
    LockedYearError,
    LockRefusal,
    NoMeetingError,
    NothingSubmittedError,
    NothingToRankError,
    UnknownNameError,
)


@contextmanager
def refused(root: Path, *, ranking: bool = False) -> Iterator[None]:
    """Turn a refusal into words on stderr and an exit code: 1 for faulty data, 2 for nothing to do it on.

    A `ranking` that faults keep from being made can be made of the rest, and that is said.
    """
    try:
        yield
    except FaultyDataError as refusal:
        from taybac_cluster.views.refusals import faulty

        fail(faults(refusal, root) + faulty(current(), ranking=ranking and refusal.rest), 1)
    except NoMeetingError as refusal:
        from taybac_cluster.views.refusals import no_meeting

        fail(no_meeting(refusal.year, refusal.known, current()), 2)
    except LockRefusal as refusal:
        from taybac_cluster.views.refusals import lock_refused

        text, code = lock_refused(refusal.kind, refusal.year, refusal.years, current())
        fail(text, code)
    except LockedYearError as refusal:
        fail(
            say(
                f"kết quả năm {refusal.year} đã chốt; muốn sửa thì mở lại: "
                f'cluster unlock {refusal.year} --reason "lý do"',
                f'{refusal.year} is locked; to change it, open it first: cluster unlock {refusal.year} --reason "why"',
            ),
            1,
        )
    except NothingSubmittedError as refusal:
        fail(
            say(
                f"{refusal.member} chưa có báo cáo tự chấm năm {refusal.year}, nên chưa có gì để thẩm định",
                f"{refusal.member} has no submission in {refusal.year}, so there is nothing to appraise",
            ),
            2,
        )
    except UnknownNameError as refusal:
        fail(unknown(refusal.name, refusal.legal), 2)
    except NothingToRankError as refusal:
        from taybac_cluster.views.refusals import nothing_to_rank

        fail(nothing_to_rank(refusal.year, refusal.known, refusal.meeting, refusal.roster, current()), 2)


def faults(refusal: FaultyDataError, root: Path) -> str:
    """Show the faults at their lines."""
    import sys

    from taybac_cluster.cli.showing import fix_of, shown
    from taybac_cluster.export.diagnostics import render
    from taybac_cluster.views.diagnostics import told

    found = shown(told(refusal.faults, current()), root)
    return render(found, None, current(), width=width(), colour=colour(sys.stderr), fix=fix_of(root))


def unknown(name: str, legal: list[str]) -> str:
    """Say that a name is not known, and what could be meant."""
    from taybac_cluster.diagnostics import suggestion
    from taybac_cluster.views.visible import visible

    hint = getattr(suggestion(name, legal, most=30), current())
    return visible(say(f"không có “{name}”; {hint}", f"there is no “{name}”; {hint}"))
