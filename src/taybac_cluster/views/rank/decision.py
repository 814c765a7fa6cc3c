"""Who is nominated, and how that stands to what the meeting decided, in words."""

from collections.abc import Iterator

from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names
from taybac_cluster.views.page import (
    Block,
    Lines,
    Phrase,
)
from taybac_cluster.views.words import say

_SEATS = Words("Đề nghị khen thưởng ({seats}): {names}", "Nominated ({seats}): {names}")
_NOBODY = Words("chưa có đô thị nào", "no city yet")
_NO_QUOTA = Words(
    "Bộ tiêu chí không quy định số đô thị được đề nghị.", "The criteria set does not say how many are nominated."
)
_SAME = Words("Hội nghị đã quyết định đúng như kết quả tính.", "The meeting decided just as computed.")
_DIFFERS = Words(
    "CHÚ Ý: hội nghị quyết định khác kết quả tính. Hội nghị: {decided}. Tính theo bộ tiêu chí: {computed}.",
    "NOTE: the meeting decided otherwise than computed. The meeting: {decided}. By the criteria: {computed}.",
)
_TIE = Words(
    "CẦN HỘI NGHỊ QUYẾT ĐỊNH: {seats} suất còn lại cho các đô thị bằng điểm: {names}.",
    "THE MEETING MUST DECIDE: {seats} open seat(s) between equals: {names}.",
)
_SETTLED = {
    "ballots.tie": Words(
        "Các đô thị bằng điểm ở suất cuối ({names}) được phân định bằng lá phiếu “tie” của hội nghị.",
        "The tie for the last seats ({names}) was settled by the meeting’s ballot “tie”.",
    ),
    "decisions.nominated": Words(
        "Các đô thị bằng điểm ở suất cuối ({names}) được phân định theo quyết định của hội nghị.",
        "The tie for the last seats ({names}) was settled by the meeting’s decision.",
    ),
}


def decision(result: Result, lang: Language) -> Iterator[Block]:
    """Say who is nominated, what is still open, and what the meeting decided."""
    rule, chosen = result.round.criteria.nomination, result.nominations
    if rule is None:
        yield Lines((Phrase(say(_NO_QUOTA, lang)),))
        return
    who = names(result, chosen.members, lang) or say(_NOBODY, lang)
    lines = [Phrase(say(_SEATS, lang, seats=f"{len(chosen.members)}/{rule.quota}", names=who), "strong")]
    if chosen.open_seats:
        lines.append(
            Phrase(
                say(_TIE, lang, seats=chosen.open_seats.seats, names=names(result, chosen.open_seats.candidates, lang)),
                "warn",
            )
        )
    if chosen.settled_by and chosen.tie:
        lines.append(Phrase(say(_SETTLED[chosen.settled_by], lang, names=names(result, chosen.tie.candidates, lang))))
    if result.decided is not None:
        if set(result.decided) == set(chosen.members) and not chosen.open_seats:
            lines.append(Phrase(say(_SAME, lang), "good"))
        elif any(departures(result.decided, chosen)):
            decided = names(result, result.decided, lang) or say(_NOBODY, lang)
            lines.append(Phrase(say(_DIFFERS, lang, decided=decided, computed=who), "warn"))
    yield Lines(tuple(lines))
