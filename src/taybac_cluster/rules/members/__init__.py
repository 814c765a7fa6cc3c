"""The members file: who belongs to the cluster, when, and who may change what."""

from taybac_cluster.rules.members import (
    login_form,
    membership_unknown,
    named_twice,
    no_member_then,
    overlapping_stays,
    period_date_twice,
    periods_out_of_order,
    rotation_without_sequence,
    stay_ends_before_start,
    stay_without_date,
    unknown_member,
    unknown_successor,
    windows_name,
)
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_member.RULE,
    no_member_then.RULE,
    membership_unknown.RULE,
    named_twice.RULE,
    stay_ends_before_start.RULE,
    overlapping_stays.RULE,
    stay_without_date.RULE,
    periods_out_of_order.RULE,
    period_date_twice.RULE,
    unknown_successor.RULE,
    rotation_without_sequence.RULE,
    login_form.RULE,
    windows_name.RULE,
)
