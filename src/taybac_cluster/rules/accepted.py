"""Warnings that somebody looked at and accepted, with a reason, in the file where they are shown."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Document, Location, Route
from taybac_cluster.rules.nothing_to_accept import of

_INSIDE = ("value", "numerator", "denominator", "missing")
"""What a value is made of: a warning about it is accepted at the value."""


class Settled(NamedTuple):
    """Diagnostics after the accepted warnings are taken out."""

    shown: list[Diagnostic]
    accepted: list[Diagnostic]


def settle(found: list[Diagnostic], cluster: Cluster) -> Settled:
    """Take out the warnings that an entry of their file accepts; an entry that meets none is a warning itself.

    While there are errors, not every rule is applied: then nothing is said of entries that meet no warning.
    """
    documents = {each.file: each for each in _documents(cluster) if each.accepted}
    if not documents:
        return Settled(found, [])
    shown: list[Diagnostic] = []
    accepted: list[Diagnostic] = []
    met: set[tuple[str, int]] = set()
    for each in found:
        entries = _entries(each, documents)
        met.update((each.file, index) for index in entries)
        (accepted if entries else shown).append(each)
    if not any(each.severity == "error" for each in found):
        for file, document in documents.items():
            for index, entry in enumerate(document.accepted):
                if (file, index) not in met:
                    place = document.at("accepted", index)
                    shown.append(of(entry, place))
    return Settled(shown, accepted)


def _documents(cluster: Cluster) -> Iterator[Any]:
    """Yield every document that can hold accepted warnings."""
    single = (cluster.roster, cluster.papers)
    yield from (each for each in single if each is not None)
    yield from chain(cluster.criteria.values(), cluster.templates, cluster.meetings.values())
    for kind in (cluster.submissions, cluster.appraisals):
        for files in kind.values():
            yield from files.values()


def _entries(each: Diagnostic, documents: dict[str, Any]) -> list[int]:
    """Return the positions of the entries that accept a warning."""
    document = documents.get(each.file)
    if document is None or each.severity != "warning":
        return []
    route = dotted(document, each.where.route) if isinstance(each.where, Location) else None
    return [
        index
        for index, entry in enumerate(document.accepted)
        if entry.code.upper() == each.code and (entry.at is None or entry.at == route)
    ]


def dotted(document: Document, route: Route) -> str:
    """Write a route with dots, an item of a list by its id: groups.xanh.criteria.cay-xanh.points."""
    steps: list[str] = []
    here: Any = document
    for step in route:
        if isinstance(here, dict):
            here, name = here.get(step), str(step)
        elif isinstance(step, int):
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
            name = here if isinstance(here, str) else getattr(here, "id", None) or str(step)
        else:
            here, name = getattr(here, step, getattr(here, f"{step}_", None)), step
        steps.append(name)
    return ".".join(steps[:-1] if len(steps) > 1 and steps[-1] in _INSIDE else steps)
