"""Where a meeting decided otherwise than computed, in words."""

from collections.abc import Iterator

from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.votes import lost
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.meeting.session import Session
from taybac_cluster.views.words import say

_EXTRA = Words(
    "{name}: hội nghị đề nghị, cách tính không đề nghị ({why})",
    "{name}: nominated by the meeting, not by the criteria ({why})",
)
_LEFT = Words(
    "{name}: cách tính đề nghị, hội nghị không đề nghị (hạng {rank})",
    "{name}: nominated by the criteria, not by the meeting (place {rank})",
)
_WHY_RANK = Words("hạng {rank}", "place {rank}")
_WHY_TIE = Words(
    "đồng hạng {rank}; hội nghị còn chọn {seats} trong số các đô thị có tổng điểm bằng nhau",
    "tied at place {rank}; open seats between equals: {seats}",
)
_WITHOUT_VOTES = Words(
    "{names}: hội nghị đề nghị, nhưng kết quả bỏ phiếu không đạt mức thông qua",
    "{names}: nominated by the meeting, although the vote did not carry",
)
_HOST_WITHOUT_VOTES = Words(
    "{names}: hội nghị giao đăng cai, nhưng kết quả bỏ phiếu không đạt mức thông qua",
    "{names}: host by the meeting’s decision, although the vote did not carry",
)
_WHY_OUT = Words("không xếp hạng", "not ranked")
_WHY_SHORT = Words("hạng {rank}, không đủ điều kiện", "place {rank}, not eligible")


def differences(session: Session, lang: Language) -> Iterator[str]:
    """Yield in words every city that the meeting nominated and the criteria do not, and the other way round."""
    if session.result is None:
        return
    chosen = session.result.nominations
    beyond, left = departures(session.meeting.decisions.nominated or (), chosen)
    placed = {each.member: each for each in session.result.placed}
    for member in beyond:
        each = placed.get(member)
        why = say(_WHY_OUT, lang)
        if each is not None and chosen.open_seats and member in chosen.open_seats.candidates:
            why = say(_WHY_TIE, lang, rank=each.rank, seats=chosen.open_seats.seats)
        elif each is not None:
            short = bool(session.result.reasons[member])
            why = say(_WHY_SHORT if short else _WHY_RANK, lang, rank=each.rank)
        yield say(_EXTRA, lang, name=session.name(member, lang), why=why)
    for member in left:
        yield say(_LEFT, lang, name=session.name(member, lang), rank=placed[member].rank)


def without_votes(session: Session, lang: Language) -> Iterator[str]:
    """Yield in words every decision that rests on a vote which did not carry by its own rule."""
    for name, members in lost(session.meeting, session.members).items():
        words = _HOST_WITHOUT_VOTES if name == "host" else _WITHOUT_VOTES
        yield say(words, lang, names=session.names(members, lang))
