"""All papers of a dossier, and what is left blank in them."""

from collections.abc import Callable, Iterable, Sequence

from taybac_cluster.model.papers import PAPER_KINDS
from taybac_cluster.views.papers.blocks import Paper
from taybac_cluster.views.papers.doubts import doubts
from taybac_cluster.views.papers.hosting import hosting
from taybac_cluster.views.papers.minutes import minutes
from taybac_cluster.views.papers.notice import notice
from taybac_cluster.views.papers.office import STEMS, Source
from taybac_cluster.views.papers.proposal import proposal
from taybac_cluster.views.papers.scores import scores

Step = Callable[[int, int], None]
_MAKERS = {"proposal": proposal, "minutes": minutes, "scores": scores, "hosting": hosting, "doubts": doubts}


def papers(source: Source, kinds: Iterable[str], step: Step = lambda _done, _of: None) -> list[Paper]:
    """Return the papers of the kinds that were asked for; a notice goes to every member, ranked or not.

    `step` is given how many notices are made.
    """
    wanted = set(kinds)
    made: list[Paper] = []
    for kind in PAPER_KINDS:
        if kind not in wanted:
            continue
        if kind == "notice":
            members = list(source.result.round.standings)
            for at, member in enumerate(members):
                step(at, len(members))
                made.append(notice(source, member))
        else:
            made.append(_MAKERS[kind](source))
    return made


def blanks(made: Sequence[Paper]) -> list[str]:
    """Say what stands as a dotted blank and where it is to be written, once for all papers that lack it."""
    lacking: dict[str, list[str]] = {}
    for paper in made:
        for what in paper.lacking:
            stems = lacking.setdefault(what, [])
            if STEMS[paper.kind] not in stems:  # type: ignore[index]
                stems.append(STEMS[paper.kind])  # type: ignore[index]
    return [f"{what}: {', '.join(stems)}" for what, stems in lacking.items()]
