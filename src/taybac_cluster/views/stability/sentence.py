"""How firm the nominations are, in one sentence that can be read out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from taybac_cluster.decide.stability.answers import Decided, Stability, Variant
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names, title_of
from taybac_cluster.views.words import listed, percent, say

_NAMED = 5
"""Of more nominated members the sentence gives the number alone."""
_FULL, _TINY = 0.995, 0.005
_ENGLISH = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EVERY = Words("mọi phép thử", "every trial")
_TRIALS = Words("{share} phép thử", "{share} of the trials")
_SEATS = Words("{count} vị trí chờ hội nghị quyết định", "{count} open seat")
_MORE_SEATS = Words("{count} vị trí chờ hội nghị quyết định", "{count} open seats")
_NO_ONE = Words("Không có đô thị nào được xếp hạng.", "No city is ranked.")
_NO_RULE = Words(
    "Bộ tiêu chí không quy định số đô thị được đề nghị; {names} đứng đầu trong {share}",
    "The criteria set does not say how many are nominated; {names} leads in {share}",
)
_NOBODY = Words(
    "Không đô thị nào được đề nghị, và điều đó giữ nguyên trong {share}",
    "No city is nominated, and that holds in {share}",
)
_ONE = Words(
    "Đô thị duy nhất được đề nghị{names} giữ nguyên trong {share}",
    "The one nominated city{names} stays the same in {share}",
)
_MANY = Words(
    "{count} đô thị được đề nghị{names} giữ nguyên trong {share}",
    "The {count} nominated cities{names} stay the same in {share}",
)
_OPEN_TOO = Words(
    "{count} đô thị được đề nghị{names} và {seats} giữa {candidates} giữ nguyên trong {share}",
    "The {count} nominated{names} and {seats} between {candidates} stay the same in {share}",
)
_OPEN_ONLY = Words(
    "{seats} giữa {candidates}; điều đó giữ nguyên trong {share}",
    "{seats} between {candidates}; that stays the same in {share}",
)
_FIRM = Words(
    "không đổi khi bỏ bất kỳ một tiêu chí hay một nhóm nào", "leaving out any one criterion or group changes nothing"
)
_WHEN = Words("{change} khi bỏ {what}", "without {what}, {change}")
_ANY_OF = Words("một trong {count} mục ({items})", "any one of {count} ({items})")
_MORE = Words("bỏ {count} mục khác thì danh sách cũng thay đổi", "leaving out {count} others changes the list too")
_ONE_MORE = Words("bỏ 1 mục khác thì danh sách cũng thay đổi", "leaving out 1 other changes the list too")
_KINDS = {
    "criterion": Words("tiêu chí {names}", "{names}"),
    "group": Words("nhóm {names}", "{groups} {names}"),
}
_KIND_ONE = {
    "criterion": Words("1 tiêu chí", "1 criterion"),
    "group": Words("1 nhóm", "1 group"),
}
_KIND_COUNTS = {
    "criterion": Words("{count} tiêu chí", "{count} criteria"),
    "group": Words("{count} nhóm", "{count} groups"),
}
_SWAPPED = Words("{entered} thay {gone} trong danh sách đề nghị", "{entered} replaces {gone}")
_ENTERED = Words("{entered} được đề nghị thêm", "{entered} is nominated too")
_GONE = Words("{gone} không còn được đề nghị", "{gone} is no longer nominated")
_OPENED = Words("{seats} giữa {candidates}", "{seats} between {candidates}")
_SETTLED = Words("hội nghị không phải chọn thêm", "no seat left to settle")
_UNCHANGED = Words("không đổi", "no change")


def sentence(firm: Stability, lang: Language) -> str:
    """Say in one sentence, fit to be read out, how firm the nominations are."""
    if not firm.members:
        return say(_NO_ONE, lang)
    clauses = [_kept(firm, lang)]
    if firm.result.round.criteria.nomination is not None and firm.left_out:
        clauses += list(_when_left_out(firm, lang))
    text = "; ".join(clauses) + "."
    return text[0].upper() + text[1:]


def _kept(firm: Stability, lang: Language) -> str:
    base, count = firm.base, len(firm.base.members)
    share = _trials(firm.unchanged, lang)
    if firm.result.round.criteria.nomination is None:
        best = firm.members[0]
        return say(_NO_RULE, lang, names=city(firm, best.member, lang), share=_trials(best.rank_shares[0], lang))
    who = f" ({names(firm.result, base.members, lang)})" if 0 < count <= _NAMED else ""
    said = _ENGLISH[count] if lang == "en" and 0 < count < len(_ENGLISH) else str(count)
    if base.open_seats is not None:
        words = _OPEN_TOO if count else _OPEN_ONLY
        candidates = names(firm.result, base.open_seats.candidates, lang)
        return say(
            words,
            lang,
            count=said,
            names=who,
            seats=_seats(base.open_seats.seats, lang),
            candidates=candidates,
            share=share,
        )
    words = _NOBODY if not count else _ONE if count == 1 else _MANY
    return say(words, lang, count=said, names=who, share=share)


def _trials(share: float, lang: Language) -> str:
    return say(_EVERY, lang) if share == 1 else say(_TRIALS, lang, share=share_text(share, lang))


def _seats(count: int, lang: Language) -> str:
    return say(_SEATS if count == 1 else _MORE_SEATS, lang, count=count)


def _when_left_out(firm: Stability, lang: Language) -> Iterator[str]:
    """Yield the change that most often follows from leaving something out, and how many others there are."""
    found = by_change(firm, lang)
    if not found:
        yield say(_FIRM, lang)
        return
    change, most = max(found.items(), key=lambda each: len(each[1]))
    yield say(_WHEN, lang, change=change, what=_one_of(firm, most, lang))
    if others := sum(len(each) for each in found.values()) - len(most):
        yield say(_MORE if others > 1 else _ONE_MORE, lang, count=others)


def _one_of(firm: Stability, variants: Sequence[Variant], lang: Language) -> str:
    if len(variants) == 1:
        return what(firm, variants, lang)
    return say(_ANY_OF, lang, count=len(variants), items=counted(variants, lang))


def counted(variants: Sequence[Variant], lang: Language) -> str:
    """Say how many criteria and groups there are: 3 criteria and 1 group."""
    kinds = [(kind, sum(each.kind == kind for each in variants)) for kind in _KIND_COUNTS]
    words = ((_KIND_ONE if count == 1 else _KIND_COUNTS)[kind] for kind, count in kinds if count)
    counts = (count for _, count in kinds if count)
    return listed([say(each, lang, count=count) for each, count in zip(words, counts, strict=True)], lang)


def what(firm: Stability, variants: Sequence[Variant], lang: Language) -> str:
    """Name what was left out, criteria before groups."""
    parts = []
    for kind, words in _KINDS.items():
        if titles := [f"“{title_of(firm.result, each.ids[0], lang)}”" for each in variants if each.kind == kind]:
            groups = "the group" if len(titles) == 1 else "the groups"
            parts.append(say(words, lang, names=", ".join(titles), groups=groups))
    return "; ".join(parts)


def by_change(firm: Stability, lang: Language) -> dict[str, list[Variant]]:
    """Put together what makes the same change, the change in words."""
    found: dict[str, list[Variant]] = {}
    for each in firm.left_out:
        if each.changed:
            found.setdefault(change_text(firm, each.decided, lang), []).append(each)
    return found


def change_text(firm: Stability, decided: Decided, lang: Language) -> str:
    """Say who comes in and who goes out against the decision itself."""
    base, seats = firm.base, decided.open_seats
    candidates = seats.candidates if seats else ()
    entered = names(firm.result, decided.entered(base), lang)
    gone = names(firm.result, tuple(each for each in base.entered(decided) if each not in candidates), lang)
    parts = []
    if entered or gone:
        words = _SWAPPED if entered and gone else _ENTERED if entered else _GONE
        parts.append(say(words, lang, entered=entered, gone=gone))
    if seats is not None and (base.open_seats is None or set(base.open_seats.candidates) != set(candidates)):
        parts.append(
            say(_OPENED, lang, seats=_seats(seats.seats, lang), candidates=names(firm.result, candidates, lang))
        )
    elif seats is None and base.open_seats is not None and not parts:
        parts.append(say(_SETTLED, lang))
    return ", ".join(parts) or say(_UNCHANGED, lang)


def share_text(share: float, lang: Language) -> str:
    """Write a share as per cent: 100 % only for all, 0 % only for none."""
    decimals = 0 if _TINY <= share < _FULL or share in (0, 1) else 1
    value = Decimal(str(share * 100))
    if decimals:
        value = min(max(value, Decimal("0.1")), Decimal("99.9"))
    return percent(value, lang, decimals)


def city(firm: Stability, member: str, lang: Language) -> str:
    """Name a city."""
    return names(firm.result, (member,), lang)
