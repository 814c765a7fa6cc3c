"""Rounds from YAML text, read as the files of a folder are: a test says only what it is about."""

import textwrap
from collections.abc import Mapping, Sequence

from taybac_cluster.decide.result import Result, decide
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.load.document import D, parse
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.submission import Appraisal, Submission

YEAR = 2023


def read(text: str, model: type[D], file: str = "file.yaml") -> D:
    """Read a text as a file of its kind; every fault in it is a fault of the test."""
    record, faults = parse(textwrap.dedent(text).encode(), file, model)
    assert not faults, [(each.code, each.params) for each in faults]
    assert record is not None
    return record.in_file(file)


def roster(members: Mapping[str, str | None], cluster: str = "") -> Roster:
    """Return members of since 2020 by id, with their class; a class of None is not known."""
    lines = ["cluster:", "  id: cum", "  name: Cụm", *textwrap.indent(textwrap.dedent(cluster), "  ").splitlines()]
    lines.append("members:")
    for member, urban_class in members.items():
        lines += [f"  - id: {member}", f"    name: {member.upper()}", "    member:", "      from: 2020-01-01"]
        if urban_class:
            lines += ["    periods:", f"      - class: {urban_class}"]
    return read("\n".join(lines), Roster, "members.yaml")


def criteria(text: str) -> CriteriaSet:
    """Return the criteria set of 2023; the text starts where the samples' heads end."""
    head = "year: 2023\nname: Bộ\nstatus: illustrative\nas_of: 2023-09-24\n"
    return read(head + textwrap.dedent(text), CriteriaSet, "criteria/2023.yaml")


def submission(member: str, values: Mapping[str, object], more: str = "") -> Submission:
    """Return a member's submission; values are written as YAML writes them."""
    lines = [f"member: {member}", f"year: {YEAR}", "status: illustrative"]
    lines += ["values:", *(f"  {name}: {value}" for name, value in values.items())] if values else ["values: {}"]
    return read("\n".join([*lines, textwrap.dedent(more)]), Submission, f"submissions/{YEAR}/{member}.yaml")


def appraisal(member: str, text: str) -> Appraisal:
    """Return what the panel said of a member."""
    head = f"member: {member}\nyear: {YEAR}\n"
    return read(head + textwrap.dedent(text), Appraisal, f"appraisals/{YEAR}/{member}.yaml")


def meeting(text: str, year: int = YEAR) -> Meeting:
    """Return a year's meeting."""
    return read(f"year: {year}\n" + textwrap.dedent(text), Meeting, f"meetings/{year}.yaml")


def a_round(
    rules: str | CriteriaSet,
    values: Mapping[str, Mapping[str, object]],
    *,
    classes: Mapping[str, str | None] | None = None,
    more: Mapping[str, str] | None = None,
    appraised: Mapping[str, str] | None = None,
    met: str | None = None,
) -> Round:
    """Return the round of 2023 of the members that have values, or of those that have classes."""
    return Round(
        criteria(rules) if isinstance(rules, str) else rules,
        roster(classes if classes is not None else dict.fromkeys(values)),
        {member: submission(member, each, (more or {}).get(member, "")) for member, each in values.items()},
        {member: appraisal(member, text) for member, text in (appraised or {}).items()},
        meeting(met) if met is not None else None,
    )


def result(the_round: Round) -> Result:
    """Decide a round with the one meeting that it has."""
    return decide(the_round, {the_round.year: the_round.meeting} if the_round.meeting else {})


def leaf(sheet: Sheet, name: str) -> Leaf:
    """Return a criterion of a sheet."""
    return next(each for each in sheet.root.leaves() if each.id == name)


def node(sheet: Sheet, name: str) -> Node:
    """Return a group of a sheet."""
    return next(each for each in sheet.root.nodes() if each.id == name)


def a_scale(scale: str, points: str = "10", more: str = "") -> str:
    """Return the rules of one criterion `tc` in one group, its scale written in braces or as a block."""
    lines = ["groups:", "  - id: nhom", "    name: Nhóm", "    criteria:", "      - id: tc", "        name: Tiêu chí"]
    lines.append(f"        points: {points}")
    lines += ["        scale:", textwrap.indent(textwrap.dedent(scale).strip("\n"), " " * 10)]
    return "\n".join([*lines, textwrap.indent(textwrap.dedent(more).strip("\n"), " " * 8)]) + "\n"


def linear(
    *ids: str, points: Sequence[str] | str = "10", group: str = "nhom", more: str = "", more_group: str = ""
) -> str:
    """Return one group of criteria whose value in per cent is their share."""
    worths = [points] * len(ids) if isinstance(points, str) else points
    lines = [f"  - id: {group}", f"    name: {group.upper()}", *([f"    {more_group}"] if more_group else [])]
    lines.append("    criteria:")
    for name, worth in zip(ids, worths, strict=True):
        lines += [f"      - id: {name}", f"        name: {name.upper()}", f"        points: {worth}"]
        lines += ["        scale:", "          kind: linear", "          worst: 0", "          best: 100"]
        lines += [f"        {line}" for line in more.splitlines()]
    return "\n".join(lines) + "\n"
