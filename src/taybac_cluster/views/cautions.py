"""The doubts of a result as a section of a screen: the decisive ones listed, the rest counted by kind."""

from collections import Counter
from collections.abc import Iterator

from taybac_cluster.decide.doubts import Doubt, Doubts
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.doubts import message, untried
from taybac_cluster.views.page import Block, Lines, Phrase, Title
from taybac_cluster.views.words import say

_TITLE = Words("Nội dung cần lưu ý trước khi ký", "What to know before signing")
_DECISIVE = Words(
    "Cần lưu ý trước khi ký: có thể làm thay đổi danh sách đề nghị", "Before signing: what could change the nominations"
)
_GATES = Words(
    "{count} điều kiện bắt buộc do các đô thị được đề nghị tự trả lời, chưa thẩm định.",
    "Gates that the nominated cities answered by themselves, not appraised: {count}.",
)
_REST = Words(
    "Không làm thay đổi danh sách đề nghị: {kinds}{more}.", "Nothing that changes the nominations: {kinds}{more}."
)
_ALSO = Words("Ngoài ra: {kinds}{more}.", "Besides: {kinds}{more}.")
_SEE = Words(" (xem --full)", " (see --full)")
COUNTS = {
    "claim": Words("{count} điểm cộng chưa thẩm định", "bonuses not appraised: {count}"),
    "gate": Words("{count} điều kiện chưa thẩm định", "conditions not appraised: {count}"),
    "missing": Words("{count} số liệu còn thiếu", "values missing: {count}"),
    "appraisal": Words("{count} nội dung thẩm định đã sửa", "changes by the panel: {count}"),
    "mark": Words("{count} điểm giám khảo cần xem lại", "marks to look at: {count}"),
    "late": Words("{count} báo cáo nộp muộn", "late submissions: {count}"),
    "class_unknown": Words("{count} đô thị chưa rõ loại", "cities of unknown class: {count}"),
    "membership_unknown": Words("{count} đô thị chưa rõ là thành viên", "cities not on record as members: {count}"),
    "ballot": Words("{count} kết quả bỏ phiếu", "ballots: {count}"),
    "warning": Words("{count} cảnh báo", "warnings: {count}"),
}


def cautions(doubts: Doubts, result: Result, lang: Language, *, full: bool = False, hint: bool = True) -> list[Block]:
    """Return the section; nothing where there is no doubt. With `full` every doubt is listed.

    A what-if has no lock to differ from.
    """
    if result.what_if is not None:
        doubts = doubts._replace(found=tuple(each for each in doubts.found if each.kind != "drift"))
    lines = list(_all(doubts, result, lang) if full else _first(doubts, result, lang, hint=hint))
    if text := untried(doubts, lang):
        lines.append(Phrase(text, "warn"))
    title = _DECISIVE if doubts.decisive and not full else _TITLE
    return [Title(say(title, lang), 2), Lines(tuple(lines), bullets=True)] if lines else []


def _all(doubts: Doubts, result: Result, lang: Language) -> Iterator[Phrase]:
    for each in doubts.found:
        yield Phrase(message(each, result, lang), "warn" if each.decisive else "plain")


def _first(doubts: Doubts, result: Result, lang: Language, *, hint: bool) -> Iterator[Phrase]:
    """Yield the decisive doubts, the gates in one line, and how many there are of the rest."""
    decisive = [each for each in doubts.found if each.decisive]
    for each in decisive:
        if each.kind != "gate":
            yield Phrase(message(each, result, lang, brief=True), "warn")
    gates = [each for each in decisive if each.kind == "gate"]
    if gates:
        yield Phrase(say(_GATES, lang, count=len(gates)), "warn")
    counts = _counts([each for each in doubts.found if not each.decisive])
    if counts:
        kinds = ", ".join(say(COUNTS[kind], lang, count=count) for kind, count in counts.items())
        more = say(_SEE, lang) if hint else ""
        yield Phrase(say(_ALSO if decisive else _REST, lang, kinds=kinds, more=more), "dim")


def _counts(others: list[Doubt]) -> Counter[str]:
    """Count doubts by kind; warnings one by one, and several tried together not again."""
    counts: Counter[str] = Counter()
    for each in others:
        if each.kind == "warning":
            counts[each.kind] += each.number or 0
        elif each.id is not None or each.kind not in ("claim", "missing", "appraisal", "mark"):
            counts[each.kind] += 1
    return counts
