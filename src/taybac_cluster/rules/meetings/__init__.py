"""The record of a meeting: attendance, ballots and decisions."""

from taybac_cluster.rules.meetings import (
    decided_against_the_rules,
    decided_not_eligible,
    meeting_in_another_year,
    more_ballots_than_present,
    more_votes_than_ballots,
    more_votes_than_voters,
    next_host_not_on_record,
    next_year_not_later,
    no_quorum,
    present_and_absent,
    unknown_ballot,
    vote_for_no_candidate,
    vote_not_carried,
    voter_not_present,
)
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    more_votes_than_ballots.RULE,
    more_votes_than_voters.RULE,
    voter_not_present.RULE,
    no_quorum.RULE,
    meeting_in_another_year.RULE,
    next_year_not_later.RULE,
    present_and_absent.RULE,
    decided_not_eligible.RULE,
    decided_against_the_rules.RULE,
    vote_not_carried.RULE,
    unknown_ballot.RULE,
    next_host_not_on_record.RULE,
    more_ballots_than_present.RULE,
    vote_for_no_candidate.RULE,
)
