"""The rules that are applied, by what they look at.

A rule is imported only where the data have what it looks at, and a warning only where warnings are asked for: a folder
without ballots pays nothing for the rules on ballots. A code is never used twice; R204 was never given.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Rule

LOCKS = ("locked_year_changed", "lock_edited")
"""What is no longer as it was locked, and the locks that were edited."""


def check(cluster: Cluster, *, errors_only: bool = False) -> list[Diagnostic]:
    """Apply every rule, or those alone that find errors; what locks keep stands in the way of no answer.

    Rules that compute with the values of a year are applied only where no error was found in its files.
    """
    areas = [area for area in AREAS if area.there(cluster)]
    names = [name for area in areas for name in area.errors if not errors_only or name not in LOCKS]
    rules = _rules(names if errors_only else [*names, *(name for area in areas for name in area.warnings)])
    found = [each for rule in rules if rule.check is not None for each in rule.check(cluster)]
    audits = [rule.audit for rule in rules if rule.audit is not None]
    faulty = {each.file for each in found if each.severity == "error"} | cluster.unread
    for year in walk.years(cluster) if audits else ():
        if not any(_needed(file, year.round.year) for file in faulty):
            found.extend(each for audit in audits for each in audit(year))
    return found


def breaches(cluster: Cluster) -> list[Diagnostic]:
    """Tell what is no longer as it was locked, and which locks were edited."""
    return [each for rule in _rules(LOCKS) if rule.check is not None for each in rule.check(cluster)]


def checks() -> tuple[Rule, ...]:
    """Return every rule over the whole folder, in the order of the codes."""
    names = [name for area in AREAS for name in (*area.errors, *area.warnings)]
    return tuple(sorted(_rules(names), key=lambda rule: rule.code))


def _rules(names: Iterable[str]) -> list[Rule]:
    return [import_module(f"taybac_cluster.rules.{name}").RULE for name in names]


def _needed(file: str, year: int) -> bool:
    """Whether a year's result depends on a file: the members, and whatever stands under the year."""
    _, _, inside = file.partition("/")
    return not inside or inside.removesuffix(".yaml").split("/")[0] == str(year)


def _always(_: Cluster) -> bool:
    return True


def _out_of_the_ordinary(cluster: Cluster) -> bool:
    """Whether any value is more than a plain and usual one, or an appraisal may name a criterion that is not there."""
    return any(cluster.appraisals.values()) or any(
        year.blocks or year.bare or year.odd or year.unusual or year.unknown for year in walk.years(cluster)
    )


def _has_several_years(cluster: Cluster) -> bool:
    return len(cluster.submissions) > 1


def _has_appraisals(cluster: Cluster) -> bool:
    return any(cluster.appraisals.values())


def _has_marks(cluster: Cluster) -> bool:
    return any(appraisal.marks for files in cluster.appraisals.values() for appraisal in files.values())


def _has_meetings(cluster: Cluster) -> bool:
    return bool(cluster.meetings)


def _has_ballots(cluster: Cluster) -> bool:
    return any(meeting.ballots for meeting in cluster.meetings.values())


def _has_locks(cluster: Cluster) -> bool:
    return bool(cluster.locks)


def _has_evidence(cluster: Cluster) -> bool:
    return any(cluster.evidence.values()) or any(year.citations for year in walk.years(cluster))


class Area(NamedTuple):
    """Rules that look at the same things, by the names of their files, after whether such things are there."""

    there: Callable[[Cluster], bool]
    errors: tuple[str, ...]
    warnings: tuple[str, ...] = ()


AREAS: tuple[Area, ...] = (
    Area(
        _always,
        (
            "unknown_member",
            "no_member_then",
            "file_and_member",
            "folder_and_year",
            "unknown_gate",
            "unknown_item",
            "unknown_tie_break",
            "no_criteria_set",
        ),
        ("membership_unknown",),
    ),
    Area(
        _always,
        (
            "points_do_not_add_up",
            "negative_points",
            "empty_group",
            "group_of_no_points",
            "band_bounds",
            "bands_out_of_order",
            "best_is_not_full",
            "no_steps",
            "level_twice",
            "at_worst_out_of_range",
            "worst_is_best",
            "setting_out_of_range",
            "duplicate_id",
            "class_changes_scale",
            "plausible_upside_down",
            "points_too_fine",
            "applies_to_nobody",
            "blank_name",
        ),
        (
            "band_points_out_of_order",
            "class_left_out",
            "deadline_after_as_of",
            "group_outweighs",
        ),
    ),
    Area(
        _always,
        (
            "nothing_submitted",
            "submitted_and_not_competing",
            "blank_reason",
            "evidence_required",
        ),
        (
            "nobody_scores",
            "everybody_full",
            "missing_value",
            "value_does_not_apply",
            "gate_not_answered",
            "late_submission",
            "submitted_after_meeting",
            "future_date",
            "same_text",
        ),
    ),
    Area(
        _out_of_the_ordinary,
        (
            "unknown_criterion",
            "value_of_another_kind",
            "unknown_level",
            "value_form",
            "denominator_not_positive",
            "negative_value",
        ),
        (
            "implausible_value",
            "share_for_percentage",
            "percentage_above_100",
            "numerator_above_denominator",
            "point_in_count",
        ),
    ),
    Area(
        _has_several_years,
        (),
        ("ten_times_last_year",),
    ),
    Area(
        _has_appraisals,
        (
            "appraisal_without_submission",
            "change_form",
            "deduction_too_large",
            "marks_not_due",
        ),
        (
            "bonus_not_claimed",
            "nothing_changed",
        ),
    ),
    Area(
        _has_marks,
        (
            "unknown_judge",
            "mark_out_of_range",
            "mark_form",
        ),
        (
            "own_mark",
            "marks_far_apart",
            "too_few_marks",
        ),
    ),
    Area(
        _has_meetings,
        (
            "next_year_not_later",
            "present_and_absent",
        ),
        (
            "no_quorum",
            "meeting_in_another_year",
            "decided_not_eligible",
            "decided_against_the_rules",
        ),
    ),
    Area(
        _has_ballots,
        (
            "more_votes_than_ballots",
            "more_votes_than_voters",
            "voter_not_present",
        ),
        ("vote_not_carried",),
    ),
    Area(
        _always,
        (
            "named_twice",
            "stay_ends_before_start",
            "overlapping_stays",
            "stay_without_date",
            "period_date_twice",
        ),
        (
            "periods_out_of_order",
            "unknown_successor",
            "rotation_without_sequence",
            "login_form",
        ),
    ),
    Area(_has_locks, LOCKS),
    Area(
        _has_evidence,
        (
            "evidence_not_found",
            "evidence_outside",
        ),
        (
            "evidence_not_asked",
            "evidence_uncited",
        ),
    ),
)
