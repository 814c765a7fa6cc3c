"""The record of a meeting as data."""

from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.votes import count, lost, quorum
from taybac_cluster.model.meeting import Ballot
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.model.submission import Person
from taybac_cluster.views import doubts
from taybac_cluster.views.meeting.differences import differences
from taybac_cluster.views.meeting.session import Session
from taybac_cluster.views.words import threshold


def record(session: Session, lang: Language) -> dict[str, object]:
    """Return the record of a meeting as data: everything in the file, and what was worked out of it."""
    meeting = session.meeting
    found: dict[str, object] = {
        "year": meeting.year,
        "held_on": meeting.held_on.isoformat() if meeting.held_on else None,
        "place": _text(meeting.place, lang),
        "head": meeting.head,
        "host": meeting.host,
        "theme": _text(meeting.theme, lang),
        "seminar": _text(meeting.seminar, lang),
        "association_theme": _text(meeting.association_theme, lang),
        "started_at": meeting.started_at,
        "ended_at": meeting.ended_at,
        "chair": _person_record(meeting.chair, lang),
        "secretary": _person_record(meeting.secretary, lang),
        "guests": [_person_record(each, lang) for each in meeting.guests],
        "delegates": [_person_record(each, lang) for each in meeting.delegates],
        "judges": [{"id": each.id, "name": each.name, "member": each.member} for each in meeting.judges],
        "agenda": [each.to(lang) for each in meeting.agenda],
        "members": session.members,
        "present": list(meeting.present) if meeting.present is not None else None,
        "absent": list(meeting.absent),
        "quorum": quorum(meeting, session.members),
        "ballots": {name: _ballot_record(session, ballot, lang) for name, ballot in meeting.ballots.items()},
        "offers": [
            {"year": each.year, "member": each.member, "accepted": each.accepted, "reason": _text(each.reason, lang)}
            for each in meeting.offers
        ],
        "nominated": list(meeting.decisions.nominated) if meeting.decisions.nominated is not None else None,
        "next": None,
        "directions": [each.to(lang) for each in meeting.decisions.directions],
        "dissent": [each.to(lang) for each in meeting.dissent],
        "note": _text(meeting.note, lang),
        "sources": [each.to(lang) for each in meeting.sources],
        "computed": list(session.result.nominations.members) if session.result else None,
        "differences": list(differences(session, lang)),
        "without_votes": {name: list(each) for name, each in lost(meeting, session.members).items()},
        "lock": session.proof.state if session.proof is not None else None,
        **_doubts(session, lang),
    }
    coming = meeting.decisions.next
    if coming is not None:
        found["next"] = {
            "year": coming.year,
            "host": coming.host,
            "head": coming.head,
            "theme": _text(coming.theme, lang),
            "seminar": _text(coming.seminar, lang),
        }
    return found


def _doubts(session: Session, lang: Language) -> dict[str, object]:
    if session.result is None:
        return {"doubts": [], "doubts_untried": 0}
    return doubts.record(session.doubts, session.result, lang)


def _text(text: LocalText | None, lang: Language) -> str | None:
    return text.to(lang) if text else None


def _person_record(person: Person | None, lang: Language) -> dict[str, object] | None:
    if person is None:
        return None
    return {
        "name": person.name,
        "title": _text(person.title, lang),
        "organization": _text(person.organization, lang),
        "member": person.member,
    }


def _ballot_record(session: Session, ballot: Ballot, lang: Language) -> dict[str, object]:
    rule = ballot.rule
    return {
        "rule": {
            "base": rule.base,
            "threshold": rule.threshold if isinstance(rule.threshold, Decimal) else threshold(rule.threshold, lang),
            "above": rule.above,
            "source": _text(rule.source, lang),
        }
        if rule
        else None,
        "secret": ballot.secret,
        "date": ballot.date.isoformat() if ballot.date else None,
        "voters": list(ballot.voters),
        "own_vote": ballot.own_vote,
        "note": _text(ballot.note, lang),
        "issued": ballot.issued,
        "returned": ballot.returned,
        "valid": ballot.valid,
        "votes": {
            vote.candidate: {
                "for": vote.tally.for_,
                "against": vote.tally.against,
                "abstain": vote.tally.abstain,
                "base": vote.base,
                "share": Fraction(vote.share) if vote.share is not None else None,
                "verdict": vote.verdict,
            }
            for vote in count(ballot, session.meeting, session.members)
        },
    }
