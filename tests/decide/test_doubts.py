"""Doubts: each that is decisive is checked by changing the files themselves, and deciding again."""

import copy
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from taybac_cluster.decide.doubts import Doubt, doubts
from taybac_cluster.decide.doubts.found import Kind
from taybac_cluster.decide.nominate import Nominations
from taybac_cluster.decide.result import Result, decide
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.submission import Appraisal, Submission
from taybac_cluster.views.cautions import COUNTS
from taybac_cluster.views.doubts import WHAT

Files = dict[str, Any]
"""A year as its files hold it: criteria, members, submissions, appraisals, meeting."""


def decided(files: Files) -> Result:
    """Decide a year from what its files hold."""
    held = copy.deepcopy(files)
    head = {"year": Decimal(2023), "status": "official"}
    members = tuple({"id": name, "name": name.upper(), **fields} for name, fields in held["members"].items())
    meeting = Meeting.model_validate({"year": Decimal(2023), **held["meeting"]})
    the_round = Round(
        CriteriaSet.model_validate({"name": "Bộ", "as_of": "2023-09-24", **head, **held["criteria"]}),
        Roster.model_validate({"cluster": {"id": "cum", "name": "Cụm"}, "members": members}),
        {
            name: Submission.model_validate({"member": name, **head, **each})
            for name, each in held["submissions"].items()
        },
        {name: Appraisal.model_validate({"member": name, **head, **each}) for name, each in held["appraisals"].items()},
        meeting,
    )
    return decide(the_round, {2023: meeting})


# ---- random years ----

BANDS = ({"at_least": Decimal(8), "points": Decimal(6)}, {"at_least": Decimal(4), "points": Decimal(3)})
SCALES: dict[str, dict[str, Any]] = {
    "linear": {"kind": "linear", "worst": Decimal(0), "best": Decimal(10), "at_worst": Decimal(1)},
    "lower": {"kind": "linear", "worst": Decimal(10), "best": Decimal(0)},
    "ratio": {"kind": "ratio", "worst": Decimal(0), "best": Decimal(100)},
    "bands": {"kind": "bands", "bands": BANDS},
    "levels": {"kind": "levels", "levels": {"cao": Decimal(6), "vừa": Decimal(3), "thấp": Decimal(0)}},
    "yes_no": {"kind": "yes_no"},
    "count": {"kind": "count", "full_at": Decimal(5)},
    "minmax": {"kind": "relative", "method": "minmax", "better": "higher"},
    "rank": {"kind": "relative", "method": "rank", "better": "lower"},
    "marks": {"kind": "marks", "out_of": Decimal(10), "at_least": Decimal(2), "spread": Decimal(4)},
}
FULL: dict[str, dict[str, Any]] = {
    "linear": {"value": Decimal(20)},
    "lower": {"value": Decimal(0)},
    "ratio": {"numerator": Decimal(7), "denominator": Decimal(7)},
    "bands": {"value": Decimal(9)},
    "levels": {"value": "Cao"},
    "yes_no": {"value": True},
    "count": {"value": Decimal(5)},
}
NO_POINTS: dict[str, dict[str, Any]] = {
    "linear": {"value": Decimal(-3)},
    "lower": {"value": Decimal(10)},
    "ratio": {"numerator": Decimal(0), "denominator": Decimal(7)},
    "bands": {"value": Decimal(1)},
    "levels": {"value": "thấp"},
    "yes_no": {"value": False},
    "count": {"value": Decimal(0)},
}
CITIES = "abcdef"
JUDGES = ({"id": "j-1", "member": "a"}, {"id": "j-2", "member": "b"}, {"id": "j-3"}, {"id": "j-4"}, {"id": "j-5"})


def a_value(dice: random.Random, kind: str) -> dict[str, Any]:
    """Return a value, or a change, for a scale."""
    if kind == "ratio":
        return {"numerator": Decimal(dice.randint(0, 20)), "denominator": Decimal(20)}
    if kind == "levels":
        return {"value": dice.choice(["cao", "vừa", "thấp"])}
    if kind == "yes_no":
        return {"value": dice.random() < 0.5}
    return {"value": Decimal(dice.randint(0, 10))}


def a_year(dice: random.Random) -> Files:
    """Return a year of six cities in which much is left open."""
    kinds = [dice.choice(list(SCALES)) for _ in range(6)]
    scales = {f"{kind.replace('_', '-')}-{at}": kind for at, kind in enumerate(kinds)}
    submissions = {name: a_submission(dice, scales) for name in CITIES}
    appraisals = {name: an_appraisal(dice, scales) for name in CITIES if dice.random() < 0.8}
    meeting = {"judges": JUDGES, "decisions": {"nominated": tuple(dice.sample(CITIES, 2))}}
    members = {name: a_member(dice) for name in CITIES}
    files = {"members": members, "submissions": submissions, "appraisals": appraisals, "meeting": meeting}
    return {"criteria": a_set(dice, scales), **files}


def a_set(dice: random.Random, scales: dict[str, str]) -> dict[str, Any]:
    criteria = [a_criterion(dice, name, SCALES[kind]) for name, kind in scales.items()]
    bonuses = tuple({"id": name, "name": "B", "points": Decimal(2)} for name in ("b-1", "b-2"))
    rules: dict[str, Any] = {
        "groups": tuple(
            {"id": name, "name": name, "criteria": tuple(part), "combine": dice.choice(["sum"] * 5 + ["geometric"])}
            for name, part in (("x", criteria[:3]), ("y", criteria[3:]))
        ),
        "decimals": Decimal(dice.choice([0, 1, 2])),
        "missing": dice.choice(["zero", "zero", "exclude"]),
        "deadline": "2023-09-10",
        "gates": ({"id": "g", "name": "G"},),
        "bonuses": {
            "cap": Decimal(3),
            "items": bonuses,
        },
        "deductions": {"items": ({"id": "muon", "name": "M", "points": Decimal(1)},)},
        "ranking": {"tie_break": dice.choice([(), ("x",), ("y", criteria[0]["id"])])},
        "nomination": {"quota": Decimal(dice.randint(1, 4)), "at_tie": dice.choice(["vote", "all", "none"])},
    }
    if dice.random() < 0.5:
        rules["late"] = "muon"
    if dice.random() < 0.3:
        rules["ranking"]["max_missing_percent"] = Decimal(30)
    if dice.random() < 0.3:
        rules["nomination"]["min_points"] = Decimal(15)
    return rules


def a_criterion(dice: random.Random, name: str, scale: dict[str, Any]) -> dict[str, Any]:
    criterion: dict[str, Any] = {"id": name, "name": name, "points": Decimal(6), "scale": scale}
    if dice.random() < 0.3:
        criterion["missing"] = dice.choice(["zero", "exclude", "reject"])
    if scale["kind"] == "linear" and dice.random() < 0.5:
        criterion["per_class"] = {"II": {**scale, "best": scale["best"] + 2}}
    return criterion


def a_member(dice: random.Random) -> dict[str, Any]:
    stay = {"from": "2020-01-01"} if dice.random() < 0.8 else {"seen": "2024-01-01"}
    periods = ({"class": dice.choice(["II", "III"])},) if dice.random() < 0.7 else ()
    return {"member": stay, "periods": periods}


def a_submission(dice: random.Random, scales: dict[str, str]) -> dict[str, Any]:
    asked = {name: kind for name, kind in scales.items() if kind != "marks" and dice.random() < 0.85}
    return {
        "values": {name: a_value(dice, kind) for name, kind in asked.items()},
        "gates": {"g": dice.random() < 0.9},
        "bonuses": {each: {"value": True} for each in ("b-1", "b-2") if dice.random() < 0.3},
        "submitted_on": dice.choice(["2023-09-08", "2023-09-12"]),
    }


def an_appraisal(dice: random.Random, scales: dict[str, str]) -> dict[str, Any]:
    appraisal: dict[str, Any] = {"changes": {}, "gates": {}, "bonuses": {}, "deductions": {}, "marks": {}}
    for name, kind in scales.items():
        if kind == "marks":
            judges = [judge["id"] for judge in JUDGES if dice.random() < 0.6]
            appraisal["marks"][name] = {judge: {"mark": Decimal(dice.randint(0, 10))} for judge in judges}
        elif dice.random() < 0.15:
            change = dice.choice([a_value(dice, kind), {"not_applicable": True}, {"missing": True}])
            appraisal["changes"][name] = {**change, "reason": "r"}
    for part, name, ruling in (
        ("gates", "g", {"value": dice.random() < 0.5}),
        ("bonuses", "b-1", {"granted": dice.random() < 0.5}),
        ("deductions", "muon", {}),
    ):
        if dice.random() < 0.2:
            appraisal[part][name] = {**ruling, "reason": "r"}
    return appraisal


# ---- what a doubt says, done in the files ----


def kind_of(files: Files, name: str) -> dict[str, Any]:
    """Return the scale of a criterion."""
    leaves = (each for group in files["criteria"]["groups"] for each in group["criteria"])
    scale: dict[str, Any] = next(each["scale"] for each in leaves if each["id"] == name)
    return scale


def refuse(files: Files, doubt: Doubt, _: str | None) -> None:
    appraisal = files["appraisals"].setdefault(doubt.members[0], {})
    assert doubt.id is not None
    appraisal.setdefault("bonuses", {})[doubt.id] = {"granted": False, "reason": "r"}


def supply(files: Files, doubt: Doubt, assumed: str | None) -> None:
    """Give the value that is missing: the best or the worst there is."""
    (member,), name, now = doubt.members, doubt.id or "", decided(files)
    scale = kind_of(files, name)
    appraisal = files["appraisals"].setdefault(member, {})
    if scale["kind"] == "marks":
        mark = scale["out_of"] if assumed == "full" else Decimal(0)
        appraisal.setdefault("marks", {})[name] = {"j-3": {"mark": mark}, "j-4": {"mark": mark}}
        return
    if scale["kind"] == "relative":
        leaves = [leaf for sheet in now.sheets.values() for leaf in sheet.root.leaves() if leaf.id == name]
        numbers = [leaf.given.value for leaf in leaves if leaf.outcome == "scored"] or [Decimal(1)]
        best = max if (scale["better"] == "higher") == (assumed == "full") else min
        value = {"value": best(numbers)}  # type: ignore[type-var]
    else:
        value = (FULL if assumed == "full" else NO_POINTS)[name.rsplit("-", 1)[0].replace("-", "_")]
    if name in appraisal.get("changes", {}):
        appraisal["changes"][name] = {**value, "reason": "r"}
    else:
        files["submissions"][member]["values"][name] = value


def undo(files: Files, doubt: Doubt, _: str | None) -> None:
    del files["appraisals"][doubt.members[0]][doubt.about][doubt.id]


def mark_otherwise(files: Files, doubt: Doubt, assumed: str | None) -> None:
    """Let a mark count, or leave the lowest or the highest out."""
    (member,) = doubt.members
    marks = files["appraisals"][member]["marks"][doubt.criterion]
    strangers = [f"k-{at}" for at in range(9)]
    files["meeting"]["judges"] = (*JUDGES, *({"id": each} for each in strangers))
    own = {judge["id"] for judge in JUDGES if judge.get("member") == member}
    others = [judge for judge in marks if judge not in own]
    if doubt.about == "own":
        marks[f"k-{['j-1', 'j-2'].index(doubt.id or '')}"] = marks[doubt.id]
    elif doubt.about == "few":
        if len(others) < 2:
            marks["k-8"] = marks[others[0]]
    else:
        pick = min if assumed == "without_lowest" else max
        mark = pick(marks[judge]["mark"] for judge in others)
        del marks[next(judge for judge in others if marks[judge]["mark"] == mark)]


def deduct(files: Files, doubt: Doubt, _: str | None) -> None:
    if "late" in files["criteria"]:
        files["appraisals"].setdefault(doubt.members[0], {}).setdefault("deductions", {})["muon"] = {"reason": "r"}


def classify(files: Files, doubt: Doubt, assumed: str | None) -> None:
    files["members"][doubt.members[0]]["periods"] = ({"class": assumed},)


def leave_out(files: Files, doubt: Doubt, _: str | None) -> None:
    del files["submissions"][doubt.members[0]]
    files["appraisals"].pop(doubt.members[0], None)


WAYS: dict[str, Callable[[Files, Doubt, str | None], None]] = {
    "claim": refuse, "missing": supply, "appraisal": undo, "mark": mark_otherwise, "late": deduct,
    "class_unknown": classify, "membership_unknown": leave_out,
}  # fmt: skip


def stays(result: Result, doubt: Doubt, assumed: str | None) -> bool:
    """Whether a ranked city already has what is assumed: no points on a relative scale, since a value is missing."""
    leaves = result.sheets[doubt.members[0]].root.leaves()
    policies = {leaf.id: leaf.policy for leaf in leaves if leaf.scale.kind == "relative"}
    return assumed == "none" and policies.get(doubt.id or "") == "zero" and doubt.members[0] in result.reasons


def outcome(found: Nominations) -> tuple[frozenset[str], frozenset[str]]:
    """Return who is nominated, and who stands for the open seats."""
    return frozenset(found.members), frozenset(found.open_seats.candidates if found.open_seats else ())


def said(doubt: Doubt) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a decisive doubt says would be."""
    return frozenset(doubt.nominations or ()), frozenset(doubt.open_seats.candidates if doubt.open_seats else ())


def alone(found: tuple[Doubt, ...], doubt: Doubt) -> Iterator[Doubt]:
    """Yield the single doubts that one stands for: itself, or all of a kind and city."""
    if doubt.id is not None or doubt.kind not in ("claim", "missing", "appraisal", "mark"):
        yield doubt
        return
    seen = set()
    for each in found:
        key = (each.id, each.criterion, each.about)
        if each.kind == doubt.kind and each.members == doubt.members and each.id is not None and key not in seen:
            seen.add(key)
            yield each


@pytest.mark.parametrize("seed", range(20))
def test_what_a_doubt_says_comes_true_in_the_files(seed: int) -> None:
    files = a_year(random.Random(seed))  # noqa: S311
    result = decided(files)
    base = outcome(result.nominations)
    found, untried = doubts(result)
    assert untried == 0
    for doubt in found:
        for assumed in (doubt.assumed or (None,)) if doubt.kind in WAYS else ():
            changed = copy.deepcopy(files)
            for each in alone(found, doubt):
                if (assumed is None or assumed in (each.assumed or ())) and not stays(result, each, assumed):
                    WAYS[doubt.kind](changed, each, assumed)
            then = outcome(decided(changed).nominations)
            assert then == (said(doubt) if doubt.decisive else base), (doubt, assumed)
            assert (then != base) == doubt.decisive


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_doubt_has_its_words(kind: str) -> None:
    always_decisive = ("decided_otherwise", "drift", "faulty")  # listed, and never only counted
    assert kind in COUNTS or kind in always_decisive
    assert kind in {key.partition(":")[0] for key in WHAT} or kind == "decided_otherwise"
