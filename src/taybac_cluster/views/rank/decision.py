"""Who is nominated, and how that stands to what the meeting decided, in words."""

import itertools
from collections.abc import Iterator

from taybac_cluster.decide.nominate import Nominations, departures
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.votes import lost
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names
from taybac_cluster.views.page import Phrase
from taybac_cluster.views.rank.how import broken_tie
from taybac_cluster.views.words import plural, say

_NOMINATED = Words("★ Đề nghị khen thưởng ({seats}): {names}", "★ Nominated ({seats}): {names}")
_SUPPOSED = Words("★ Theo giả định, đề nghị khen thưởng ({seats}): {names}", "★ What if, nominated ({seats}): {names}")
_NOBODY = Words("chưa có đô thị nào", "no city yet")
_NO_QUOTA = Words(
    "Bộ tiêu chí không quy định số đô thị được đề nghị.", "The criteria set does not say how many are nominated."
)
_OF = Words("{count}/{quota} đô thị", "{count} of {quota}")
_TIED_TOO = Words(
    "{count} đô thị; số lượng quy định là {quota}, các đô thị bằng điểm nhau ở vị trí cuối đều được đề nghị",
    "{count}; the set has {quota} seats, and all cities tied for the last seat are nominated",
)
_NONE_OF_TIED = Words(
    "{count}/{quota} đô thị; các đô thị bằng điểm nhau ở vị trí cuối không được đề nghị",
    "{count} of {quota}; none of the cities tied for the last seat is nominated",
)
_FEW = Words("{count}/{quota} đô thị; chỉ có {count} đô thị đủ điều kiện", "{count} of {quota}; no more are eligible")
_SAME = Words("Hội nghị quyết định đúng như kết quả tính.", "The meeting decided as computed.")
_DIFFERS = Words(
    "CHÚ Ý: hội nghị quyết định khác kết quả tính. Hội nghị: {decided}. Tính theo bộ tiêu chí: {computed}.",
    "NOTE: the meeting decided otherwise than computed. The meeting: {decided}. By the criteria: {computed}.",
)
_NOT_CARRIED = Words(
    "CHÚ Ý: hội nghị đề nghị {names}, nhưng kết quả bỏ phiếu không đạt mức thông qua.",
    "NOTE: the meeting nominated {names}, although the vote did not carry by its own rule.",
)
_TIE = Words(
    "? CẦN HỘI NGHỊ QUYẾT ĐỊNH: chọn {seats} trong số các đô thị có tổng điểm bằng nhau: {names}.",
    "? THE MEETING MUST DECIDE: {seats} between equals: {names}.",
)
_SETTLED = {
    "ballots.tie": Words(
        "{all} có tổng điểm bằng nhau ở vị trí cuối; hội nghị bỏ phiếu chọn {chosen}, không chọn {rest}.",
        "{all} tied for the last seat; the meeting voted for {chosen} and against {rest}.",
    ),
    "decisions.nominated": Words(
        "{all} có tổng điểm bằng nhau ở vị trí cuối; hội nghị quyết định chọn {chosen}, không chọn {rest}.",
        "{all} tied for the last seat; the meeting chose {chosen} and not {rest}.",
    ),
}


def decision(result: Result, lang: Language) -> Iterator[Phrase]:
    """Say who is nominated, what is still open, and what the meeting decided."""
    rule, chosen = result.round.criteria.nomination, result.nominations
    if rule is None:
        yield Phrase(say(_NO_QUOTA, lang))
        return
    who = names(result, chosen.members, lang) or say(_NOBODY, lang)
    words = _NOMINATED if result.what_if is None else _SUPPOSED
    yield Phrase(say(words, lang, seats=_seats(chosen, rule.quota, rule.at_tie, lang), names=who), "strong")
    if chosen.open_seats:
        seats, candidates = chosen.open_seats
        count = str(seats) if lang == "vi" else plural(seats, "open seat", "open seats")
        yield Phrase(say(_TIE, lang, seats=count, names=names(result, candidates, lang)), "warn")
    yield from _at_the_cut(result, lang)
    yield from _decided(result, who, lang)


def _seats(chosen: Nominations, quota: int, at_tie: str, lang: Language) -> str:
    """Say how many are nominated of how many, and why they are more or fewer."""
    count, words = len(chosen.members), _OF
    if count > quota:
        words = _TIED_TOO
    elif chosen.tie and at_tie == "none":
        words = _NONE_OF_TIED
    elif count < quota and not chosen.tie:
        words = _FEW
    return say(words, lang, count=count, quota=quota)


def _at_the_cut(result: Result, lang: Language) -> Iterator[Phrase]:
    """Say what put the last nominated before the next, where their totals are equal."""
    chosen = result.nominations
    if chosen.settled_by and chosen.tie:
        rest = tuple(each for each in chosen.tie.candidates if each not in chosen.members)
        won = tuple(each for each in chosen.tie.candidates if each in chosen.members)
        groups = {"all": chosen.tie.candidates, "chosen": won, "rest": rest}
        named = {key: names(result, members, lang) for key, members in groups.items()}
        yield Phrase(say(_SETTLED[chosen.settled_by], lang, **named))
    for before, after in itertools.pairwise(result.eligible):
        out = after.member not in chosen.members
        if before.member in chosen.members and out and before.total == after.total and before.rank != after.rank:
            yield Phrase(broken_tie(result, before, after, lang))


def _decided(result: Result, computed: str, lang: Language) -> Iterator[Phrase]:
    """Say how the meeting's decision stands to the result, and to its own vote."""
    if result.decided is None:
        return
    if any(departures(result.decided, result.nominations)):
        decided = names(result, result.decided, lang) or say(_NOBODY, lang)
        yield Phrase(say(_DIFFERS, lang, decided=decided, computed=computed), "warn")
    if unsupported := without_votes(result):
        yield Phrase(say(_NOT_CARRIED, lang, names=names(result, unsupported, lang)), "warn")
    elif set(result.decided) == set(result.nominations.members) and not result.nominations.open_seats:
        yield Phrase(say(_SAME, lang), "good")


def without_votes(result: Result) -> tuple[str, ...]:
    """Return whom the meeting nominated although the vote on them did not carry."""
    meeting = result.round.meeting
    if meeting is None:
        return ()
    found = lost(meeting, result.round.roster.count(meeting.day))
    return tuple(dict.fromkeys((*found.get("nomination", ()), *found.get("tie", ()))))
