"""The answer first: how far a city is from the last seat, and what decided its place."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.doubts import Doubt, Doubts
from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.seat import Seat, seat
from taybac_cluster.decide.sheet import Leaf, Sheet
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.criterion import own_word
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.named import names, title_of
from taybac_cluster.views.page import Phrase
from taybac_cluster.views.rank.decision import without_votes
from taybac_cluster.views.scales import shown_value, value_text
from taybac_cluster.views.standing import reason_text
from taybac_cluster.views.words import number, say, signed

_MOST = 3
"""At most so many changes of the panel are listed."""

_NOMINATED = Words("★ Được đề nghị khen thưởng{more}.", "★ Nominated{more}.")
_AHEAD = Words(
    ", hơn {holder} (đô thị đủ điều kiện gần nhất ngoài danh sách) {gap} điểm",
    ", {gap} ahead of {holder}, the first eligible city that is not",
)
_AHEAD_SHARED = Words(
    ", hơn các đô thị gần nhất ngoài danh sách {gap} điểm", ", {gap} ahead of the first eligible cities that are not"
)
_BEHIND = Words(
    "Không được đề nghị: còn thiếu {gap} điểm so với {holder}, đô thị ở vị trí đề nghị cuối ({quota} đô thị).",
    "Not nominated: {gap} behind {holder}, who has the last of {quota} seats.",
)
_BEHIND_SHARED = Words(
    "Không được đề nghị: còn thiếu {gap} điểm so với vị trí đề nghị cuối ({quota} đô thị).",
    "Not nominated: {gap} behind the last of {quota} seats.",
)
_OPEN = Words(
    "? Bằng điểm ở vị trí đề nghị cuối: chờ hội nghị quyết định.",
    "? Tied for the last seat: for the meeting to decide.",
)
_SHORT = Words("– Không đủ điều kiện được đề nghị: {reasons}.", "– Not eligible: {reasons}.")
_NO_QUOTA = Words("Bộ tiêu chí không quy định số đô thị được đề nghị.", "The set does not say how many are nominated.")
_BEYOND = Words("Đủ điều kiện, ngoài số lượng đề nghị ({quota} đô thị).", "Eligible, beyond the {quota} seats.")
_BY_TIE_BREAK = {
    True: Words("Bằng điểm {holder}, xếp trên nhờ điểm cao hơn ở “{by}”.", "Level with {holder}, ahead by “{by}”."),
    False: Words("Bằng điểm {holder}, xếp dưới vì điểm thấp hơn ở “{by}”.", "Level with {holder}, behind by “{by}”."),
}
_BY_MEETING = {
    ("ballots.tie", True): Words(
        "Bằng điểm {holder}; hội nghị bỏ phiếu chọn {name}, không chọn {holder}.",
        "Level with {holder}; the meeting voted for {name} and against {holder}.",
    ),
    ("ballots.tie", False): Words(
        "Bằng điểm {holder}; hội nghị bỏ phiếu chọn {holder}, không chọn {name}.",
        "Level with {holder}; the meeting voted for {holder} and against {name}.",
    ),
    ("decisions.nominated", True): Words(
        "Bằng điểm {holder}; hội nghị quyết định chọn {name}, không chọn {holder}.",
        "Level with {holder}; the meeting chose {name} and not {holder}.",
    ),
    ("decisions.nominated", False): Words(
        "Bằng điểm {holder}; hội nghị quyết định chọn {holder}, không chọn {name}.",
        "Level with {holder}; the meeting chose {holder} and not {name}.",
    ),
}
_OTHERS = Words("các đô thị cùng hạng", "the others of that place")
_APPRAISED = Words(
    "Thẩm định làm thay đổi {change} điểm (tự chấm {own}):", "The appraisal changed {change} points (own total {own}):"
)
_AS_OWN = Words("Thẩm định không làm thay đổi tổng điểm.", "The appraisal left the total as it was.")
_NOT_APPRAISED = Words("Chưa có thẩm định: điểm là điểm tự chấm.", "Not appraised: the points are the city’s own.")
_VALUE = Words("“{name}”: {old} → {new} ({change} điểm)", "“{name}”: {old} → {new} ({change})")
_ADJUSTED = Words("điểm cộng, điểm trừ ({change} điểm)", "bonuses and deductions ({change})")
_MORE = Words("và {count} tiêu chí khác", "and {count} more criteria")
_AGAINST = {
    True: Words("Hội nghị vẫn đề nghị đô thị này.", "The meeting nominated this city all the same."),
    False: Words("Hội nghị không đề nghị đô thị này.", "The meeting did not nominate this city."),
}
_LOST_VOTE = Words(
    "Hội nghị đề nghị đô thị này dù kết quả bỏ phiếu không đạt mức thông qua.",
    "The meeting nominated this city although its vote did not carry.",
)


def answer(story: Story, lang: Language) -> Iterator[Phrase]:
    """Yield the outcome with the gap to the last seat, and what decided it."""
    if story.placed is None:
        return
    found = seat(story.result, story.member)
    yield _outcome(story, found, lang)
    if found is not None and found.by is not None:
        yield Phrase(_level(story, found, lang))
    yield from _meeting(story, lang)
    yield from _appraisal(story, lang)


def near_the_cut(story: Story) -> Doubts:
    """Return the doubts of the city and of its rivals around the last seat, and those that would change its lot."""
    result, found = story.result, story.doubts
    edge = seat(result, story.member)
    near = {story.member, *((edge.holder,) if edge and edge.holder else ())}
    wide = ("decided_otherwise", "drift", "faulty")
    now = story.member in result.nominations.members

    def concerns(doubt: Doubt) -> bool:
        changed = doubt.nominations is not None and (story.member in doubt.nominations) != now
        return changed or bool(near & set(doubt.members)) or doubt.kind in wide

    return found._replace(found=tuple(each for each in found.found if concerns(each)))


def _outcome(story: Story, found: Seat | None, lang: Language) -> Phrase:
    result, placed = story.result, story.placed
    assert placed is not None  # noqa: S101
    rule, holder = result.round.criteria.nomination, names(result, _holder(found), lang)
    gap = number(abs(found.gap), lang) if found else ""
    if story.member in result.nominations.members:
        words = Words("", "") if found is None or found.by else _AHEAD if holder else _AHEAD_SHARED
        return Phrase(say(_NOMINATED, lang, more=say(words, lang, holder=holder, gap=gap)), "good")
    if reasons := result.reasons[story.member]:
        text = "; ".join(reason_text(result, placed, reason, lang) for reason in reasons)
        return Phrase(say(_SHORT, lang, reasons=text), "bad")
    if result.nominations.open_seats and story.member in result.nominations.open_seats.candidates:
        return Phrase(say(_OPEN, lang), "warn")
    if rule is None:
        return Phrase(say(_NO_QUOTA, lang))
    words = _BEYOND if found is None or found.by else _BEHIND if holder else _BEHIND_SHARED
    return Phrase(say(words, lang, gap=gap, holder=holder, quota=rule.quota), "warn")


def _holder(found: Seat | None) -> tuple[str, ...]:
    return (found.holder,) if found and found.holder else ()


def _level(story: Story, found: Seat, lang: Language) -> str:
    """Say what separates the city from another of the same total at the cut."""
    ahead = story.member in story.result.nominations.members
    holder = names(story.result, _holder(found), lang) or say(_OTHERS, lang)
    kind, _, name = (found.by or "").partition(":")
    if kind == "vote":
        settled = story.result.nominations.settled_by
        own = names(story.result, (story.member,), lang)
        return say(_BY_MEETING[settled, ahead], lang, holder=holder, name=own) if settled else ""
    return say(_BY_TIE_BREAK[ahead], lang, holder=holder, by=title_of(story.result, name, lang))


def _meeting(story: Story, lang: Language) -> Iterator[Phrase]:
    """Say where the meeting decided otherwise on the city, or without the votes."""
    result = story.result
    if result.decided is None or result.nominations.open_seats:
        return
    decided = story.member in result.decided
    if decided != (story.member in result.nominations.members):
        yield Phrase(say(_AGAINST[decided], lang), "warn")
    if story.member in without_votes(result):
        yield Phrase(say(_LOST_VOTE, lang), "warn")


def _appraisal(story: Story, lang: Language) -> Iterator[Phrase]:
    """Say what the panel changed, the largest changes first."""
    result, sheet, own = story.result, story.sheet, story.result.own.get(story.member)
    if sheet is None or own is None or sheet.total is None or own.total is None:
        return
    if story.member not in result.round.appraisals:
        yield Phrase(say(_NOT_APPRAISED, lang), "dim")
        return
    if sheet.total == own.total:
        yield Phrase(say(_AS_OWN, lang), "dim")
        return
    yield Phrase(say(_APPRAISED, lang, change=signed(sheet.total - own.total, lang), own=number(own.total, lang)))
    yield from (Phrase(f"  - {text}") for text in _changes(result, sheet, own, lang))


def _changes(result: Result, sheet: Sheet, own: Sheet, lang: Language) -> Iterator[str]:
    before = {leaf.id: leaf for leaf in own.root.leaves()}
    moved = [(leaf, _difference(leaf, before[leaf.id], result)) for leaf in sheet.root.leaves()]
    moved = sorted((each for each in moved if each[1]), key=lambda each: -abs(each[1]))
    for leaf, change in moved[:_MOST]:
        old = value_text(leaf, own_word(leaf), lang)
        new = shown_value(leaf, lang)
        yield say(_VALUE, lang, name=title_of(result, leaf.id, lang), old=old, new=new, change=signed(change, lang))
    if len(moved) > _MOST:
        yield say(_MORE, lang, count=len(moved) - _MOST)
    adjusted = sheet.bonus_points - sheet.deduction_points - own.bonus_points + own.deduction_points
    if adjusted:
        yield say(_ADJUSTED, lang, change=signed(adjusted, lang))


def _difference(leaf: Leaf, before: Leaf, result: Result) -> Decimal:
    """Return by how many points the panel moved a criterion; printed ones where there are any."""
    if leaf.points is not None and before.points is not None:
        return leaf.points - before.points
    share = (leaf.share or Fraction(0)) - (before.share or Fraction(0))
    return printed(share * Fraction(leaf.weight), result.round.criteria.decimals)
