"""What-if in words and as data: what was supposed, and what stood before."""

from fractions import Fraction

from taybac_cluster.decide.result import Replaced, WhatIf
from taybac_cluster.decide.sheet import Used
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import title_of
from taybac_cluster.views.words import number, say

BANNER = Words(
    "GIẢ ĐỊNH: đây không phải kết quả của năm {year}; không chốt được.",
    "WHAT IF: this is not the result of {year}, and it cannot be locked.",
)
_SET = Words("{who}, “{title}”{judge}: {old} → {new}", "{who}, “{title}”{judge}: {old} → {new}")
_JUDGE = Words(" (giám khảo {judge})", " (judge {judge})")
_CRITERIA = Words("Theo bộ tiêu chí {file}", "On the criteria set {file}")
_WITHOUT = Words("Chưa có số liệu cho: {ids}", "No values for: {ids}")
_IGNORED = Words("Số liệu không dùng đến: {ids}", "Values that are ignored: {ids}")
_COUNTED = {
    "missing": Words("không có số liệu", "missing"),
    "na": Words("không áp dụng", "not applicable"),
    True: Words("có", "yes"),
    False: Words("không", "no"),
}


def lines(what_if: WhatIf, lang: Language) -> list[str]:
    """Say what is supposed, a line each."""
    result = what_if.before
    found = [say(_CRITERIA, lang, file=what_if.criteria)] if what_if.criteria is not None else []
    for words, ids in ((_WITHOUT, what_if.without_value), (_IGNORED, what_if.ignored)):
        if ids:
            found.append(say(words, lang, ids=", ".join(ids)))
    return found + [
        say(
            _SET,
            lang,
            who=result.round.standings[each.member].name.to(lang),
            title=title_of(result, each.id, lang),
            judge=say(_JUDGE, lang, judge=each.judge) if each.judge is not None else "",
            old=counted(each.value[0], lang),
            new=counted(each.value[1], lang),
        )
        for each in what_if.set
    ]


def counted(value: Used, lang: Language) -> str:
    """Write what counts for an id."""
    if isinstance(value, bool | str):
        return say(_COUNTED[value], lang) if value in _COUNTED else str(value)
    return number(value, lang, 2 if isinstance(value, Fraction) else None)


def record(what_if: WhatIf | None) -> dict[str, object] | None:
    """Return what was supposed and what stood before as data; None for a plain result."""
    if what_if is None:
        return None
    before = what_if.before
    ranking = [{"member": each.member, "rank": each.rank, "total": each.total} for each in before.placed]
    found: dict[str, object] = {"set": [_replaced(each) for each in what_if.set], "criteria": what_if.criteria}
    if what_if.criteria is not None:
        found |= {"without_value": list(what_if.without_value), "ignored": list(what_if.ignored)}
    return {**found, "before": {"ranking": ranking, "nominations": list(before.nominations.members)}}


def _replaced(each: Replaced) -> dict[str, object]:
    judge = {} if each.judge is None else {"judge": each.judge}
    return {"member": each.member, "id": each.id, **judge, "value": list(each.value)}
