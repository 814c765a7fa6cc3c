"""The rules that are applied, by what they look at.

An area's rules are imported only where the data have what they look at: a folder without ballots pays nothing for the
rules on ballots. Each area is a literal tuple. A code is never used twice; R204 was never given.
"""

# ruff: noqa: PLC0415 - the start is paid by every run

from collections.abc import Callable

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Rule


def check(cluster: Cluster, *, errors_only: bool = False) -> list[Diagnostic]:
    """Apply every rule, or those alone that find errors; what locks keep stands in the way of no answer.

    Rules that compute with the values of a year are applied only where no error was found in its files.
    """
    areas = [area for has, area in AREAS if has(cluster) and not (errors_only and area is _locks)]
    rules = [rule for area in areas for rule in area() if not errors_only or rule.severity == "error"]
    found = [each for rule in rules if rule.check is not None for each in rule.check(cluster)]
    audits = [rule.audit for rule in rules if rule.audit is not None]
    faulty = {each.file for each in found if each.severity == "error"} | cluster.unread
    for year in walk.years(cluster) if audits else ():
        if not any(_needed(file, year.round.year) for file in faulty):
            found.extend(each for audit in audits for each in audit(year))
    return found


def breaches(cluster: Cluster) -> list[Diagnostic]:
    """Tell what is no longer as it was locked, and which locks were edited."""
    return [each for rule in _locks() if rule.check is not None for each in rule.check(cluster)]


def checks() -> tuple[Rule, ...]:
    """Return every rule over the whole folder, in the order of the codes."""
    return tuple(sorted((rule for _, area in AREAS for rule in area()), key=lambda rule: rule.code))


def _needed(file: str, year: int) -> bool:
    """Whether a year's result depends on a file: the members, and whatever stands under the year."""
    _, _, inside = file.partition("/")
    return not inside or inside.removesuffix(".yaml").split("/")[0] == str(year)


def _names() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        file_and_member,
        folder_and_year,
        membership_unknown,
        no_criteria_set,
        no_member_then,
        unknown_gate,
        unknown_item,
        unknown_member,
        unknown_tie_break,
    )

    return (
        unknown_member.RULE,
        no_member_then.RULE,
        membership_unknown.RULE,
        file_and_member.RULE,
        folder_and_year.RULE,
        unknown_gate.RULE,
        unknown_item.RULE,
        unknown_tie_break.RULE,
        no_criteria_set.RULE,
    )


def _criteria_sets() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        at_worst_out_of_range,
        band_bounds,
        band_points_out_of_order,
        bands_out_of_order,
        best_is_not_full,
        class_changes_scale,
        class_left_out,
        deadline_after_as_of,
        duplicate_id,
        empty_group,
        group_of_no_points,
        group_outweighs,
        level_twice,
        negative_points,
        no_steps,
        plausible_upside_down,
        points_do_not_add_up,
        setting_out_of_range,
        worst_is_best,
    )

    return (
        points_do_not_add_up.RULE,
        negative_points.RULE,
        empty_group.RULE,
        group_of_no_points.RULE,
        band_bounds.RULE,
        bands_out_of_order.RULE,
        band_points_out_of_order.RULE,
        best_is_not_full.RULE,
        no_steps.RULE,
        level_twice.RULE,
        at_worst_out_of_range.RULE,
        worst_is_best.RULE,
        setting_out_of_range.RULE,
        duplicate_id.RULE,
        class_changes_scale.RULE,
        class_left_out.RULE,
        plausible_upside_down.RULE,
        deadline_after_as_of.RULE,
        group_outweighs.RULE,
    )


def _submissions() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        blank_reason,
        everybody_full,
        evidence_required,
        future_date,
        gate_not_answered,
        late_submission,
        missing_value,
        nobody_scores,
        nothing_submitted,
        same_text,
        submitted_after_meeting,
        submitted_and_not_competing,
        value_does_not_apply,
    )

    return (
        nobody_scores.RULE,
        everybody_full.RULE,
        missing_value.RULE,
        value_does_not_apply.RULE,
        gate_not_answered.RULE,
        nothing_submitted.RULE,
        submitted_and_not_competing.RULE,
        late_submission.RULE,
        submitted_after_meeting.RULE,
        future_date.RULE,
        same_text.RULE,
        blank_reason.RULE,
        evidence_required.RULE,
    )


def _values() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        denominator_not_positive,
        implausible_value,
        negative_value,
        numerator_above_denominator,
        percentage_above_100,
        point_in_count,
        share_for_percentage,
        unknown_criterion,
        unknown_level,
        value_form,
        value_of_another_kind,
    )

    return (
        unknown_criterion.RULE,
        value_of_another_kind.RULE,
        unknown_level.RULE,
        value_form.RULE,
        implausible_value.RULE,
        share_for_percentage.RULE,
        percentage_above_100.RULE,
        numerator_above_denominator.RULE,
        denominator_not_positive.RULE,
        negative_value.RULE,
        point_in_count.RULE,
    )


def _years() -> tuple[Rule, ...]:
    from taybac_cluster.rules import ten_times_last_year

    return (ten_times_last_year.RULE,)


def _appraisals() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        appraisal_without_submission,
        bonus_not_claimed,
        change_form,
        deduction_too_large,
        marks_not_due,
        nothing_changed,
    )

    return (
        appraisal_without_submission.RULE,
        change_form.RULE,
        deduction_too_large.RULE,
        marks_not_due.RULE,
        bonus_not_claimed.RULE,
        nothing_changed.RULE,
    )


def _marks() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        mark_form,
        mark_out_of_range,
        marks_far_apart,
        own_mark,
        too_few_marks,
        unknown_judge,
    )

    return (
        unknown_judge.RULE,
        mark_out_of_range.RULE,
        mark_form.RULE,
        own_mark.RULE,
        marks_far_apart.RULE,
        too_few_marks.RULE,
    )


def _meetings() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        decided_against_the_rules,
        decided_not_eligible,
        meeting_in_another_year,
        next_year_not_later,
        no_quorum,
        present_and_absent,
    )

    return (
        no_quorum.RULE,
        meeting_in_another_year.RULE,
        next_year_not_later.RULE,
        present_and_absent.RULE,
        decided_not_eligible.RULE,
        decided_against_the_rules.RULE,
    )


def _ballots() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        more_votes_than_ballots,
        more_votes_than_voters,
        vote_not_carried,
        voter_not_present,
    )

    return (
        more_votes_than_ballots.RULE,
        more_votes_than_voters.RULE,
        voter_not_present.RULE,
        vote_not_carried.RULE,
    )


def _members() -> tuple[Rule, ...]:
    from taybac_cluster.rules import (
        login_form,
        named_twice,
        overlapping_stays,
        period_date_twice,
        periods_out_of_order,
        rotation_without_sequence,
        stay_ends_before_start,
        stay_without_date,
        unknown_successor,
    )

    return (
        named_twice.RULE,
        stay_ends_before_start.RULE,
        overlapping_stays.RULE,
        stay_without_date.RULE,
        periods_out_of_order.RULE,
        period_date_twice.RULE,
        unknown_successor.RULE,
        rotation_without_sequence.RULE,
        login_form.RULE,
    )


def _locks() -> tuple[Rule, ...]:
    from taybac_cluster.rules import lock_edited, locked_year_changed

    return (locked_year_changed.RULE, lock_edited.RULE)


def _evidence() -> tuple[Rule, ...]:
    from taybac_cluster.rules import evidence_not_asked, evidence_not_found, evidence_outside, evidence_uncited

    return (evidence_not_found.RULE, evidence_outside.RULE, evidence_not_asked.RULE, evidence_uncited.RULE)


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


AREAS: tuple[tuple[Callable[[Cluster], bool], Callable[[], tuple[Rule, ...]]], ...] = (
    (_always, _names),
    (_always, _criteria_sets),
    (_always, _submissions),
    (_out_of_the_ordinary, _values),
    (_has_several_years, _years),
    (_has_appraisals, _appraisals),
    (_has_marks, _marks),
    (_has_meetings, _meetings),
    (_has_ballots, _ballots),
    (_always, _members),
    (_has_locks, _locks),
    (_has_evidence, _evidence),
)
"""What an area's rules look at, and the rules."""
