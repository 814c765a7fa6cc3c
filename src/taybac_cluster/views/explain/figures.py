"""The explanation as data."""

from collections.abc import Mapping

from taybac_cluster.decide.among import Among, among, by_criterion, pool
from taybac_cluster.decide.seat import Against, Pair, Seat, against, seat
from taybac_cluster.decide.sheet import Adjustment, Leaf, Node
from taybac_cluster.decide.would_take import Gain, chances
from taybac_cluster.model.record import Language
from taybac_cluster.views import doubts
from taybac_cluster.views.explain.answer import near_the_cut
from taybac_cluster.views.explain.criterion import own_word
from taybac_cluster.views.explain.sources import source
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.explain.sums import node_sum, total
from taybac_cluster.views.scales import formula, scale_words


def record(story: Story, criterion: str | None, lang: Language) -> dict[str, object]:
    """Return the story as data: everything that the page shows."""
    sheet, placed, result = story.sheet, story.placed, story.result
    standing = result.round.standings[story.member]
    found: dict[str, object] = {
        "year": result.round.year,
        "illustrative": result.round.illustrative,
        "member": story.member,
        "name": standing.name.to(lang),
        "class": standing.urban_class,
        "rank": placed.rank if placed else None,
        "tied": placed.tied if placed else None,
        "tie_break": placed.by if placed else None,
        "total": sheet.total if sheet else None,
        "self_assessed": result.self_assessed(story.member),
        "nominated": story.member in result.nominations.members,
        "reasons": list(result.reasons.get(story.member, ())),
        "not_ranked": story.out.reason if story.out else None,
    }
    found["lock"] = story.proof.state if story.proof is not None else None
    found["seat"] = _seat(seat(result, story.member))
    found["against"] = _against(against(result, story.member, story.other)) if story.other else None
    found |= doubts.record(near_the_cut(story), result, lang)
    submission = result.round.submissions.get(story.member)
    found["highlights"] = submission.highlights.to(lang) if submission and submission.highlights else None
    if sheet is None:
        return found
    ranks, others = among(result, story.member), by_criterion(result)
    leaves = [leaf for leaf in sheet.root.leaves() if criterion in (None, leaf.id)]
    found["criteria"] = {leaf.id: _leaf_record(story, leaf, ranks, others, lang) for leaf in leaves}
    found["whole"] = _node_record(sheet.root, lang)
    found["groups"] = {node.id: _node_record(node, lang) for node in sheet.root.nodes()}
    found["bonuses"] = {item.id: _item_record(story, item) for item in sheet.bonuses}
    found["deductions"] = {item.id: _item_record(story, item) for item in sheet.deductions}
    found["bonus_points"], found["deduction_points"] = sheet.bonus_points, sheet.deduction_points
    found["gates"] = {
        gate.id: {
            "passed": gate.passed,
            "answered": gate.answered,
            "appraised": gate.appraised,
            "at": story.where(gate.location),
        }
        for gate in sheet.gates
    }
    found["formula"] = total(sheet, lang)
    wanted = [each for each in chances(result, story.member) if criterion in (None, each.criterion)]
    found["would_take"] = {
        each.criterion: {"place": _gain_record(each.place), "nomination": _gain_record(each.nomination)}
        for each in wanted
    }
    return found


def _leaf_record(
    story: Story, leaf: Leaf, ranks: Mapping[str, Among], others: Mapping[str, Mapping[str, Leaf]], lang: Language
) -> dict[str, object]:
    rank = ranks.get(leaf.id)
    place = leaf.given.location
    return {
        "name": leaf.criterion.name.to(lang),
        "value": leaf.given.value if leaf.outcome == "scored" else None,
        "file": place.file if place else None,
        "line": story.line(place) if place else None,
        "source": source(leaf),
        "claimed": own_word(leaf),
        "reason": leaf.given.reason.to(lang) if leaf.given.reason else None,
        "outcome": leaf.outcome,
        "missing": leaf.policy if leaf.outcome == "missing" else None,
        "scale": scale_words(leaf.scale, leaf.weight, lang),
        "weight": leaf.weight,
        "share": leaf.share,
        "points": leaf.points,
        "lost": leaf.weight - leaf.points if leaf.points is not None else None,
        "place": rank.place if rank else None,
        "formula": formula(leaf, pool(others[leaf.id]), lang) if leaf.outcome == "scored" else None,
    }


def _node_record(node: Node, lang: Language) -> dict[str, object]:
    return {
        "combine": node.combine,
        "weight": node.weight,
        "share": node.share,
        "points": node.points,
        "carried": node.carried,
        "formula": node_sum(node, lang) or None,
    }


def _item_record(story: Story, item: Adjustment) -> dict[str, object]:
    return {
        "points": item.points,
        "granted": item.granted,
        "appraised": item.appraised,
        "at": story.where(item.location),
    }


def _gain_record(gain: Gain | None) -> dict[str, object] | None:
    if gain is None:
        return None
    return {"value": gain.value, "total": gain.total, "rank": gain.rank, "nominated": gain.nominated}


def _seat(seat: Seat | None) -> dict[str, object] | None:
    """Return how far a member is from the last seat."""
    if seat is None:
        return None
    found: dict[str, object] = {"gap": seat.gap, "holder": seat.holder}
    return found if seat.by is None else {**found, "by": seat.by}


def _against(against: Against | None) -> dict[str, object] | None:
    """Return two members criterion by criterion: points as mine and its, and by how much the first has more."""
    if against is None:
        return None
    return {
        "member": against.member,
        "criteria": {name: _pair(pair) for name, pair in against.criteria.items()},
        "groups": {name: _pair(pair) for name, pair in against.groups.items()},
        "carried": {name: _pair(pair) for name, pair in against.carried.items() if name},
        "carried_total": _pair(against.carried[""]) if "" in against.carried else None,
        "bonuses": list(against.bonuses),
        "deductions": list(against.deductions),
        "total": list(against.total),
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {"points": list(pair), "difference": pair.difference}
