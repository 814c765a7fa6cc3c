"""What a dossier needs beyond the result of its year: the papers file."""

from dataclasses import replace
from pathlib import Path

from taybac_cluster.load.document import read
from taybac_cluster.load.locations import locate
from taybac_cluster.load.survey import PAPERS, has_papers
from taybac_cluster.model.papers import Papers
from taybac_cluster.pipeline.checking import Checked
from taybac_cluster.pipeline.refusals import FaultyDataError
from taybac_cluster.rules import papers as rules


def papers_of(root: Path, found: Checked) -> Papers:
    """Return the papers file; an empty one where there is none.

    Raises:
        FaultyDataError: it has an error.
    """
    if not has_papers(str(root)):
        return Papers()
    record, faults = read(str(root), PAPERS, Papers)
    cluster = replace(found.cluster, papers=record)
    faults = [*faults, *(each for rule in rules.RULES if rule.check for each in rule.check(cluster))]
    errors = [each for each in faults if each.severity == "error"]
    if errors or record is None:
        raise FaultyDataError(found, locate(errors, str(root)))
    return record
