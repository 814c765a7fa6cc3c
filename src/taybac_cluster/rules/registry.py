"""Apply the rules: each area's, where the folder has files of that area."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, counted
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Rule


def check(cluster: Cluster, *, errors_only: bool = False, locks: bool = True) -> list[Diagnostic]:
    """Apply every rule, or only those that find errors, with those of the locks or without.

    Rules that compute with the values of a year are applied only where no error was found in its files.
    """
    rules = [rule for rule in _rules(cluster, locks=locks) if rule.severity == "error" or not errors_only]
    found = [each for rule in rules if rule.check is not None for each in counted(rule.check(cluster))]
    audits = [rule.audit for rule in rules if rule.audit is not None]
    faulty = {each.file for each in found if each.severity == "error"} | cluster.unread
    for year in walk.years(cluster) if audits else ():
        if not walk.as_of_mistyped(year) and not any(_needed(file, year.round.year) for file in faulty):
            found.extend(each for audit in audits for each in counted(audit(year)))
    return found


def breaches(cluster: Cluster) -> list[Diagnostic]:
    """Return what changed since a year was locked, and which locks were edited by hand."""
    from taybac_cluster.rules import locks  # noqa: PLC0415

    return [each for rule in locks.RULES if rule.check is not None for each in rule.check(cluster)]


def _rules(cluster: Cluster, *, locks: bool) -> Iterator[Rule]:
    """Yield the rules of the areas that the folder has files of; the other areas are not imported."""
    from taybac_cluster.rules import criteria, members  # noqa: PLC0415

    yield from members.RULES
    yield from criteria.RULES
    if any(cluster.submissions.values()) or any(cluster.appraisals.values()) or any(cluster.evidence.values()):
        from taybac_cluster.rules import submissions  # noqa: PLC0415

        yield from submissions.RULES
    if any(cluster.appraisals.values()):
        from taybac_cluster.rules import appraisals  # noqa: PLC0415

        yield from appraisals.RULES
    if cluster.meetings:
        from taybac_cluster.rules import meetings  # noqa: PLC0415

        yield from meetings.RULES
    if cluster.papers is not None:
        from taybac_cluster.rules import papers  # noqa: PLC0415

        yield from papers.RULES
    if locks and cluster.locks:
        from taybac_cluster.rules import locks as of_locks  # noqa: PLC0415

        yield from of_locks.RULES


def _needed(file: str, year: int) -> bool:
    """Whether a year's result depends on a file: the members, and whatever stands under the year."""
    _, _, inside = file.partition("/")
    return file == "members.yaml" or inside.removesuffix(".yaml").split("/")[0] == str(year)
