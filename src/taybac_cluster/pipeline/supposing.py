"""A year ranked again with something supposed: values set, or another criteria set."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.what_if import CannotSetError, what_if
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.document import read
from taybac_cluster.load.locations import locate
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.pipeline.checking import Checked
from taybac_cluster.pipeline.refusals import CannotSupposeError, FaultyDataError
from taybac_cluster.rules.registry import check as apply


def supposed(
    result: Result, found: Checked, texts: Sequence[str] = (), criteria: Path | None = None
) -> tuple[Result, Checked]:
    """Rank a year again with values set, on another criteria set if one is given; and what the rules say then.

    Raises:
        CannotSupposeError: a text is not MEMBER.ID=VALUE, names what the year does not have, or a value that cannot be.
        FaultyDataError: the criteria set has an error.
    """
    other = _other_set(found, criteria) if criteria is not None else None
    try:
        then = what_if(result, texts, other, str(criteria) if criteria is not None else None)
    except CannotSetError as error:
        raise CannotSupposeError(error) from None
    cluster = _supposing(found.cluster, then)
    before = {_key(each) for each in apply(found.cluster, errors_only=True, locks=False)}
    now = [each for each in apply(cluster, locks=False) if each.file != then.round.criteria.file or other is None]
    errors = [each for each in now if each.severity == "error" and _key(each) not in before]
    if errors:
        raise CannotSupposeError(errors[0])
    warnings = [each for each in now if each.severity == "warning"]
    return then, found._replace(cluster=cluster, diagnostics=(*found.errors, *warnings))


def _supposing(cluster: Cluster, result: Result) -> Cluster:
    """Return the cluster with the files of a year as they are supposed."""
    year, the_round = result.round.year, result.round
    return replace(
        cluster,
        criteria={**cluster.criteria, year: the_round.criteria},
        submissions={**cluster.submissions, year: {**cluster.submissions.get(year, {}), **the_round.submissions}},
        appraisals={**cluster.appraisals, year: {**cluster.appraisals.get(year, {}), **the_round.appraisals}},
    )


def _other_set(found: Checked, path: Path) -> CriteriaSet:
    """Read and check another criteria set, as one that belongs to no year."""
    root = str(found.root)
    file = Path(os.path.relpath(path, root)).as_posix()
    record, faults = read(root, file, CriteriaSet)
    if record is not None:
        faults += apply(Cluster(roster=found.cluster.roster, templates=(record,)), errors_only=True, locks=False)
    if record is None or any(each.severity == "error" for each in faults):
        located = tuple(locate(faults, root))
        raise FaultyDataError(found, [each for each in located if each.severity == "error"])
    return record


def _key(fault: Diagnostic) -> tuple[object, ...]:
    return fault.code, fault.where, str(fault.params)
