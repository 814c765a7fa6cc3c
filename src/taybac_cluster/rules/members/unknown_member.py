"""A city that the members file does not know."""

import re
from collections.abc import Iterator, Mapping

from taybac_cluster.diagnostics import Diagnostic, Words, by_title, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.members import Member
from taybac_cluster.model.record import Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every member that a file names with the members file."""
    if cluster.roster is None:
        return
    known = cluster.roster.by_id
    for named in (_in_submissions(cluster, known), _in_appraisals(cluster), _in_meetings(cluster), _in_order(cluster)):
        for member, place in named:
            if member not in known:
                yield RULE.at(place, id=member, suggestion=_meant(member, known))


def _meant(word: str, known: Mapping[str, Member]) -> Words:
    """Say which id is meant: of a city typed by its name, or with its name beside the id; else the likeliest."""
    beside = re.match(r"[a-z0-9-]+(?=[ ,;:(])", word.strip().lower())
    if beside and beside[0] in known:
        return Words(f"chỉ ghi mã: {beside[0]}", f"write the id alone: {beside[0]}")
    titles = {each.id: each.name.vi for each in known.values()}
    return (by_title(word, titles) if not word.isascii() or " " in word else None) or suggestion(word, list(known))


def _in_submissions(cluster: Cluster, known: Mapping[str, Member]) -> Iterator[tuple[str, Location]]:
    for files in cluster.submissions.values():
        for submission in files.values():
            if submission.member not in known:
                yield submission.member, submission.at("member")
            if submission.prepared_by is not None and submission.prepared_by.member is not None:
                yield submission.prepared_by.member, submission.at("prepared_by", "member")


def _in_appraisals(cluster: Cluster) -> Iterator[tuple[str, Location]]:
    for files in cluster.appraisals.values():
        for appraisal in files.values():
            yield appraisal.member, appraisal.at("member")
            for index, person in enumerate(appraisal.appraised_by):
                if person.member is not None:
                    yield person.member, appraisal.at("appraised_by", index, "member")


def _in_meetings(cluster: Cluster) -> Iterator[tuple[str, Location]]:
    for meeting in cluster.meetings.values():
        for member, place, _ in (*walk.named_in(meeting), *walk.chosen_by(meeting)):
            yield member, place


def _in_order(cluster: Cluster) -> Iterator[tuple[str, Location]]:
    if cluster.roster is not None:
        for index, member in enumerate(cluster.roster.cluster.rotation.sequence):
            yield member, cluster.roster.at("cluster", "rotation", "sequence", index)


RULE = Rule(
    code="R201",
    name="unknown-member",
    title=Words(
        "Mã đô thị không có trong members.yaml",
        "A member id that is not in members.yaml",
    ),
    why=Words(
        "Mỗi báo cáo, biên bản phải gắn với đúng một đô thị; ghi sai mã thì điểm có thể tính cho đô thị khác hoặc "
        "bị mất.",
        "A report or a record must belong to one city; with a wrong id its points could go to another city or be lost.",
    ),
    message=Words(
        "không có đô thị nào mang mã “{id}”",
        "no member has the id “{id}”",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "member: sa-pa", "member: sapa"),),
    check=check,
)
