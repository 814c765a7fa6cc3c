"""The ranking as a page."""

from collections.abc import Iterator

from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.host import next_facts
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import (
    Block,
    Facts,
    Lines,
    Page,
    Phrase,
    Title,
)
from taybac_cluster.views.proof import notice
from taybac_cluster.views.rank.decision import decision
from taybac_cluster.views.rank.how import how
from taybac_cluster.views.rank.table import table
from taybac_cluster.views.standing import reason_text, why
from taybac_cluster.views.words import day, number, say

_TITLE = Words("Xếp hạng năm {year} – {cluster}", "Ranking {year} – {cluster}")
_SET = Words("{name}; {points} điểm; xét đến ngày {day}", "{name}; {points} points; as of {day}")
_NOT_ELIGIBLE = Words("{name}: {reasons}", "{name}: {reasons}")
_SECTIONS = {
    "eligible": Words("Chưa đủ điều kiện được đề nghị", "Not eligible"),
    "out": Words("Không xếp hạng", "Not ranked"),
    "how": Words("Cách xếp", "How it was ranked"),
    "next": Words("Kỳ tới", "Next"),
}


def page(result: Result, lang: Language, lock: Proof | Unreadable | None = None) -> Page:
    """Return the ranking as a page; with how it stands to its lock, where the year is locked."""
    criteria = result.round.criteria
    name = result.round.roster.cluster.name.to(lang)
    blocks: list[Block] = [
        Title(say(_TITLE, lang, year=result.round.year, cluster=name)),
        Lines(
            (
                Phrase(
                    say(
                        _SET,
                        lang,
                        name=criteria.name.to(lang),
                        points=number(criteria.weight, lang),
                        day=day(criteria.as_of, lang),
                    ),
                    "dim",
                ),
            )
        ),
    ]
    blocks.extend(notices(result, lang))
    if lock is not None:
        blocks.append(notice(lock, lang))
    blocks.append(table(result, lang))
    blocks.extend(decision(result, lang))
    for key, lines in (
        ("eligible", [Phrase(line) for line in _ineligible(result, lang)]),
        ("out", [Phrase(f"{each.standing.name.to(lang)}: {why(each, result, lang)}") for each in result.left_out]),
        ("how", [Phrase(line) for line in how(result, lang)]),
    ):
        if lines:
            blocks += [Title(say(_SECTIONS[key], lang), 2), Lines(tuple(lines), bullets=True)]
    blocks += [Title(say(_SECTIONS["next"], lang), 2), Facts(next_facts(result.next, result.round.roster, lang))]
    return blocks


def _ineligible(result: Result, lang: Language) -> Iterator[str]:
    for each in result.placed:
        if result.reasons[each.member]:
            reasons = "; ".join(reason_text(result, each, reason, lang) for reason in result.reasons[each.member])
            yield say(_NOT_ELIGIBLE, lang, name=each.sheet.standing.name.to(lang), reasons=reasons)
