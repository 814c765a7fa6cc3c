"""The ranking as a page: the first screen, and in full how every place came about."""

from collections.abc import Iterator

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words, shortened
from taybac_cluster.model.record import Language
from taybac_cluster.views.cautions import cautions
from taybac_cluster.views.host import next_facts
from taybac_cluster.views.named import names
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Facts, Lines, Page, Phrase, Title
from taybac_cluster.views.proof import notice
from taybac_cluster.views.rank.decision import decision
from taybac_cluster.views.rank.how import how
from taybac_cluster.views.rank.supposed import supposed
from taybac_cluster.views.rank.table import table
from taybac_cluster.views.standing import reason_text, why
from taybac_cluster.views.words import day, number, say

_THEME = 64
"""The theme is cut to so many letters on the first screen: a line."""
_TITLE = Words("Xếp hạng năm {year} (thang {points} điểm) – {cluster}", "Ranking {year} ({points} points) – {cluster}")
_WHAT_IF = Words("GIẢ ĐỊNH: xếp hạng năm {year} – {cluster}", "WHAT IF: ranking {year} – {cluster}")
_SET = Words("Bộ tiêu chí", "Criteria set")
_NAMED_SET = Words("{name}; thang {points} điểm; thời điểm xét: {day}", "{name}; {points} points; as of {day}")
_HOST = Words("Đăng cai {year}", "Host {year}")
_NOT_ELIGIBLE = Words("– Không đủ điều kiện: {reasons}.", "– Not eligible: {reasons}.")
_NOT_RANKED = Words("Không xếp hạng: {reasons}.", "Not ranked: {reasons}.")
_REASON = Words("{names} ({reason})", "{names} ({reason})")
_SECTIONS = {
    "eligible": Words("Không đủ điều kiện được đề nghị", "Not eligible"),
    "out": Words("Không xếp hạng", "Not ranked"),
    "how": Words("Cách xếp hạng", "How the places came about"),
}

_NO_DOUBTS = Doubts()


def page(
    result: Result,
    lang: Language,
    lock: Proof | Unreadable | None = None,
    doubts: Doubts = _NO_DOUBTS,
    *,
    full: bool = False,
) -> Page:
    """Return the ranking as a page; with how it stands to its lock, where the year is locked, and what is in doubt."""
    cluster, points = result.round.roster.cluster.name.to(lang), number(result.round.criteria.weight, lang)
    title = _TITLE if result.what_if is None else _WHAT_IF
    blocks: list[Block] = [
        Title(say(title, lang, year=result.round.year, cluster=cluster, points=points)),
        *notices(result, lang),
        *supposed(result, lang),
    ]
    if lock is not None and result.what_if is None:
        blocks.append(notice(lock, lang))
    if full or result.what_if is None:
        blocks.append(table(result, lang))
    blocks += [Lines((*decision(result, lang), *([] if full else _apart(result, lang))))]
    blocks += cautions(doubts, result, lang, full=full)
    if full:
        blocks += _in_full(result, lang)
    return [*blocks, Facts(tuple(_facts(result, lang, full=full)))]


def _apart(result: Result, lang: Language) -> Iterator[Phrase]:
    """Say in a line each who is not eligible and who has no place, those of one reason together."""
    short: dict[str, list[str]] = {}
    for each in result.placed:
        if reasons := result.reasons[each.member]:
            said = "; ".join(reason_text(result, each, reason, lang, noted=False) for reason in reasons)
            short.setdefault(said, []).append(each.member)
    out: dict[str, list[str]] = {}
    for left in result.left_out:
        out.setdefault(why(left, result, lang), []).append(left.member)
    for words, found in ((_NOT_ELIGIBLE, short), (_NOT_RANKED, out)):
        if found:
            said = "; ".join(
                say(_REASON, lang, names=names(result, tuple(members), lang, few=True), reason=reason)
                for reason, members in found.items()
            )
            yield Phrase(say(words, lang, reasons=said))


def _in_full(result: Result, lang: Language) -> Iterator[Block]:
    """Say how every place came about."""
    for key, lines in (
        ("eligible", list(_ineligible(result, lang))),
        ("out", [f"{each.standing.name.to(lang)}: {why(each, result, lang)}" for each in result.left_out]),
        ("how", list(how(result, lang))),
    ):
        if lines:
            yield Title(say(_SECTIONS[key], lang), 2)
            yield Lines(tuple(map(Phrase, lines)), bullets=True)


def _ineligible(result: Result, lang: Language) -> Iterator[str]:
    for each in result.placed:
        if reasons := result.reasons[each.member]:
            text = "; ".join(reason_text(result, each, reason, lang) for reason in reasons)
            yield f"{each.sheet.standing.name.to(lang)}: {text}"


def _facts(result: Result, lang: Language, *, full: bool) -> Iterator[tuple[str, str]]:
    """Yield the next host with the ground for it, and the theme; in full all that is known, and the criteria set."""
    criteria, coming = result.round.criteria, result.next
    if full:
        points, on = number(criteria.weight, lang), day(criteria.as_of, lang)
        yield from next_facts(coming, result.round.roster, lang)
        yield say(_SET, lang), say(_NAMED_SET, lang, name=criteria.name.to(lang), points=points, day=on)
        return
    host, why_it, *others = next_facts(coming, result.round.roster, lang, few=True)
    yield say(_HOST, lang, year=coming.year), f"{host[1]} – {why_it[1]}"
    theme = coming.theme.to(lang) if coming.theme else None
    yield from ((label, shortened(text, _THEME)) for label, text in others if text == theme)
