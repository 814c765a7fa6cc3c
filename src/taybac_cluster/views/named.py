"""How the cities, groups and criteria of a result are called."""

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.model.record import Language
from taybac_cluster.views.words import listed, some_of


def names(result: Result, members: tuple[str, ...], lang: Language, *, few: bool = False) -> str:
    """Name members as a sentence does, as they were called on the set's day; of many only a `few`, if so asked."""
    return (some_of if few else listed)([_name(result, member, lang) for member in members], lang)


def _name(result: Result, member: str, lang: Language) -> str:
    standing = result.round.standings.get(member)
    if standing is not None:
        return standing.name.to(lang)
    known = result.round.roster.by_id.get(member)
    return known.on(result.round.criteria.as_of).name.to(lang) if known else member


def title_of(result: Result, name: str, lang: Language) -> str:
    """Name a group or criterion by its id."""
    for _, each in result.round.criteria.named():
        if each.id == name:
            return each.name.to(lang)
    return name


def short(leaf: Leaf, lang: Language) -> str:
    """Name a criterion with its code."""
    name = leaf.criterion.name.to(lang)
    return f"{leaf.criterion.code} {name}" if leaf.criterion.code else name
