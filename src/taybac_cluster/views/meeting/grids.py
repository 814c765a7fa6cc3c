"""The record of a meeting as a plain table: who was there, what was voted, what was decided."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.votes import count
from taybac_cluster.model.record import Language
from taybac_cluster.views.meeting.session import Session
from taybac_cluster.views.page import Grid


class _Line(NamedTuple):
    """One thing that the record says of a member, or of a candidate of a ballot; its fields are the headings."""

    kind: str
    year: int
    member: str
    name: str
    ballot: str | None = None
    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    base: str | None = None
    of: int | None = None
    share: Decimal | None = None
    verdict: str | None = None


_SHARE_DECIMALS = 6


def grid(session: Session, lang: Language) -> Grid:
    """Return a line for each member and what the record says of it.

    `kind` is head, host, present, absent, vote (for `member` in `ballot`: `share` is `for` ÷ `of`, from 0 to 1), offer
    (to host `year`), nominated, computed (nominated by the rules), next_host or next_head of `year`.
    """
    headings = tuple(name.rstrip("_") for name in _Line._fields)
    return Grid(headings, tuple(each._replace(name=_name(session, each, lang)) for each in _lines(session)))


def _name(session: Session, line: _Line, lang: Language) -> str:
    known = session.roster.by_id.get(line.member)
    return known.on(session.meeting.day).name.to(lang) if known else line.member


def _lines(session: Session) -> Iterator[_Line]:
    meeting, coming = session.meeting, session.meeting.decisions.next
    year = meeting.year
    computed = session.result.nominations.members if session.result else ()
    said = (
        ("head", year, (meeting.head,)),
        ("host", year, (meeting.host,)),
        ("present", year, meeting.present or ()),
        ("absent", year, meeting.absent),
        ("nominated", year, meeting.decisions.nominated or ()),
        ("computed", year, computed),
        ("next_host", coming.year if coming else year, (coming.host,) if coming else ()),
        ("next_head", coming.year if coming else year, (coming.head,) if coming else ()),
    )
    for kind, of_year, members in said:
        yield from (_Line(kind, of_year, member, member) for member in members if member is not None)
    yield from _votes(session)
    for offer in meeting.offers:
        verdict = "accepted" if offer.accepted else "declined"
        yield _Line("offer", offer.year, offer.member, offer.member, verdict=verdict)


def _votes(session: Session) -> Iterator[_Line]:
    for name, ballot in session.meeting.ballots.items():
        for vote in count(ballot, session.meeting, session.members):
            yield _Line(
                "vote",
                session.meeting.year,
                vote.candidate,
                vote.candidate,
                name,
                vote.tally.for_,
                vote.tally.against,
                vote.tally.abstain,
                ballot.rule.base if ballot.rule else None,
                vote.base,
                printed(vote.share, _SHARE_DECIMALS) if vote.share is not None else None,
                vote.verdict,
            )
