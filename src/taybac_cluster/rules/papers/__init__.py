"""The papers file: letterheads, numbers, signers and wording of what is printed."""

from taybac_cluster.rules.papers import (
    held_from_twice,
    page_url_form,
    paper_before_meeting,
    paper_number_not_positive,
    paper_number_twice,
    paper_of_no_year,
    paper_to_nobody,
    unknown_placeholder,
)
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_placeholder.RULE,
    held_from_twice.RULE,
    page_url_form.RULE,
    paper_of_no_year.RULE,
    paper_number_twice.RULE,
    paper_before_meeting.RULE,
    paper_number_not_positive.RULE,
    paper_to_nobody.RULE,
)
