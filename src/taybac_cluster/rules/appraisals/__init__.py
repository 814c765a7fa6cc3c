"""What the checking panel and the judges say, against the submission and the criteria set."""

from taybac_cluster.rules.appraisals import (
    appraisal_without_submission,
    bonus_not_claimed,
    change_form,
    deduction_too_large,
    mark_form,
    mark_out_of_range,
    marks_far_apart,
    marks_not_due,
    no_judges,
    nothing_changed,
    own_mark,
    too_few_marks,
    unknown_judge,
)
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_judge.RULE,
    appraisal_without_submission.RULE,
    change_form.RULE,
    deduction_too_large.RULE,
    mark_out_of_range.RULE,
    mark_form.RULE,
    own_mark.RULE,
    marks_far_apart.RULE,
    marks_not_due.RULE,
    bonus_not_claimed.RULE,
    nothing_changed.RULE,
    too_few_marks.RULE,
    no_judges.RULE,
)
