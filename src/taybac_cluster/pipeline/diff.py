"""What a change does: both states of the data folder read, checked and ranked, and the files that differ."""

import datetime
import posixpath
from collections.abc import Sequence
from pathlib import Path

from taybac_cluster.decide.diff import Diff, End, YearDiff, compared
from taybac_cluster.decide.owners import Owners, Touched
from taybac_cluster.load.changes import Changed, differences
from taybac_cluster.load.commits import data_of
from taybac_cluster.load.git import Repository, commit, is_ancestor, merge_base, repository
from taybac_cluster.model.cluster import of_year
from taybac_cluster.pipeline import Checked, behind, check, ranked_of
from taybac_cluster.pipeline.refusals import Refusal
from taybac_cluster.rules import locks

_OF_YEARS = ("criteria/", "submissions/", "appraisals/", "results/")
_OF_LOCKS = frozenset(rule.code for rule in locks.RULES)


def diff(root: Path, ref: str, today: datetime.date, year: int | None = None, logins: Sequence[str] = ()) -> Diff:
    """Compare a commit with the working tree; of `A...B`, what B did since it left A.

    Raises:
        NoComparisonError: that cannot be compared.
    """
    found = repository(str(root))
    base, head = _ends(str(root), ref)
    with data_of(found, base) as before:
        was = _read(before, today)
        if head is None:
            now = _read(root, today)
        else:
            with data_of(found, head) as after:
                now = _read(after, today)
    owners = Owners(was.cluster.roster, _locked(was))
    return Diff(
        base,
        tuple(each for each in _years(was, now, year) if each.differs),
        _touched(found, differences(found, base, head), owners, logins),
        tuple(now.errors),
        owners.are_secretariat(logins),
        not is_ancestor(str(root), base, head or "HEAD"),
    )


def before(root: Path, ref: str, today: datetime.date) -> Checked:
    """Read and check the data folder as it was where HEAD left `ref`.

    Raises:
        NoComparisonError: that cannot be read.
    """
    found = repository(str(root))
    base = merge_base(str(root), commit(str(root), ref), commit(str(root), "HEAD"), ref)
    with data_of(found, base) as folder:
        return _read(folder, today)


def _ends(root: str, ref: str) -> tuple[str, str | None]:
    """Return the commits at both ends; None for the working tree."""
    one, dots, other = ref.partition("...")
    if not dots:
        return commit(root, ref), None
    head = commit(root, other or "HEAD")
    return merge_base(root, commit(root, one or "HEAD"), head, ref), head


def _read(folder: Path, today: datetime.date) -> Checked:
    return check(folder, today=today)


def _locked(found: Checked) -> set[int]:
    """Return the years that are locked; one whose lock cannot be read is taken for locked."""
    named = {int(file[8:12]) for file in found.cluster.unread if file.startswith("results/") and file[8:12].isdigit()}
    return named | {year for year, lock in found.cluster.locks.items() if lock.state == "locked"}


def _years(was: Checked, now: Checked, only: int | None) -> list[YearDiff]:
    known = {year for found in (was, now) for year in _known(found)}
    return [compared(year, _end(was, year), _end(now, year)) for year in sorted(known) if only in (None, year)]


def _known(found: Checked) -> set[int]:
    """Return the years that have a criteria set, a city's file or a lock, by the files' paths."""
    names = (file.removesuffix(".yaml").split("/")[1] for file in found.read if file.startswith(_OF_YEARS))
    return {int(name) for name in names if name.isdigit()}


def _end(found: Checked, year: int) -> End:
    """Rank a year at one end of a change, as far as its files let it; lock faults prevent no ranking."""
    errors = sum(of_year(each.file, year) for each in found.errors)
    usable = found._replace(diagnostics=tuple(each for each in found.diagnostics if each.code not in _OF_LOCKS))
    try:
        result = ranked_of(usable, year)
    except Refusal:
        return End(errors=errors)
    return End(result, errors, len(behind(found, result)[1].decisive))


def _touched(
    found: Repository, changes: Sequence[Changed], owners: Owners, logins: Sequence[str]
) -> tuple[Touched, ...]:
    """Say whom each file belongs to; a link, a submodule or another mode is nobody's."""
    touched = []
    for each in changes:
        paths = [_from_data(found, path) for path in (each.path, each.before) if path is not None]
        owned = [login for path in paths for login in owners.of(path)] if each.ordinary else []
        allowed = each.ordinary and all(owners.allow(logins, path) for path in paths)
        before = paths[1] if each.before is not None else None
        owners_of = tuple(dict.fromkeys(owned))
        touched.append(Touched(paths[0], each.kind, before, each.ordinary, owners_of, allowed if logins else None))
    return tuple(sorted(touched, key=lambda each: each.file))


def _from_data(found: Repository, path: str) -> str:
    """Return a path of the repository as seen from the data folder."""
    if path.startswith(found.inside):
        return path[len(found.inside) :]
    return posixpath.relpath(path, found.inside)
