"""One city on the page: what it achieved and why, its highlights, and what it would take."""

from collections.abc import Iterator

from taybac_cluster.decide.among import Among, among
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.decide.would_take import Gain
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import short
from taybac_cluster.views.page import Block, Column, Facts, Lines, Phrase, Row, Table, Title
from taybac_cluster.views.papers.office import Source
from taybac_cluster.views.scales import shown_value, value_text
from taybac_cluster.views.site.blocks import Details
from taybac_cluster.views.standing import reason_text, why
from taybac_cluster.views.words import full_name, number, place_text, say

_SUMMARY = Words("{name} – hạng {rank}, {total} điểm", "{name} – place {rank}, {total} points")
_OUT = Words("{name} – không xếp hạng", "{name} – not ranked")
_FACTS = {
    "class": Words("Loại đô thị", "Urban class"),
    "province": Words("Tỉnh", "Province"),
    "own": Words("Đô thị tự chấm", "Own total"),
    "outcome": Words("Kết quả", "Outcome"),
    "gap": Words("Cách đô thị cuối danh sách đề nghị", "Behind the last nominated"),
    "bonus": Words("Điểm cộng", "Bonuses"),
    "deduction": Words("Điểm trừ", "Deductions"),
}
_UNKNOWN = Words("chưa rõ", "not known")
_OUTCOMES = {
    "in": Words("Đề nghị khen thưởng", "Nominated"),
    "short": Words("Không đủ điều kiện", "Not eligible"),
    "open": Words("Chờ hội nghị quyết định", "For the meeting to decide"),
    "beyond": Words("Ngoài số lượng đề nghị", "Beyond the quota"),
    "none": Words("–", "–"),
}
_POINTS = Words("{points} điểm", "{points} points")
_HIGHLIGHTS = Words("Việc làm nổi bật", "Highlights")
_TABLE = Words("Tiêu chí|Giá trị|Điểm|Tối đa|Vị trí", "Criterion|Value|Points|At most|Place")
_MISSING = Words("thiếu số liệu", "missing")
_AWAY = Words("không áp dụng", "not applicable")
_IMPROVE = Words("Cần cải thiện gì để tăng hạng", "What it would take")
_GAINS = Words("Tiêu chí|Hiện nay|Để tăng hạng|Để được đề nghị", "Criterion|Now|For a better place|For the nomination")
_GAIN = Words("{value} (hạng {rank})", "{value} (place {rank})")
_FIRST = Words("Đang đứng đầu.", "In first place.")
_NONE = Words(
    "Chỉ cải thiện riêng một tiêu chí thì chưa đủ để tăng hạng.",
    "No criterion changed alone is enough for a better place.",
)
_CARRIED = Words("Điểm quy đổi của phần không áp dụng", "Carried for what does not apply")


def outcome(result: Result, placed: Placed, lang: Language) -> str:
    """Say in a word or two what became of a ranked city."""
    chosen = result.nominations
    if placed.member in chosen.members:
        key = "in"
    elif result.reasons[placed.member]:
        key = "short"
    elif chosen.open_seats and placed.member in chosen.open_seats.candidates:
        key = "open"
    else:
        key = "beyond" if result.round.criteria.nomination else "none"
    return say(_OUTCOMES[key], lang)


def profiles(source: Source, lang: Language) -> Iterator[Details]:
    """Yield the cities in the order of the ranking, then those with no place."""
    result = source.result
    for each in result.placed:
        name = full_name(each.sheet.standing, lang)
        rank = place_text(str(each.rank), each.tied)
        summary = say(_SUMMARY, lang, name=name, rank=rank, total=number(each.total, lang))
        yield Details(f"do-thi-{each.member}", summary, tuple(_profile(source, each, lang)))
    for out in result.left_out:
        blocks: list[Block] = [Lines((Phrase(why(out, result, lang)),)), *_highlights(source, out.member, lang)]
        yield Details(f"do-thi-{out.member}", say(_OUT, lang, name=full_name(out.standing, lang)), tuple(blocks))


def _profile(source: Source, placed: Placed, lang: Language) -> Iterator[Block]:
    yield Facts(tuple(_facts(source, placed, lang)))
    yield from _highlights(source, placed.member, lang)
    headings = say(_TABLE, lang).split("|")
    columns = tuple(Column(heading, right=at > 1) for at, heading in enumerate(headings))
    yield Table(columns, tuple(_rows(placed.sheet.root, among(source.result, placed.member), lang)))
    yield Title(say(_IMPROVE, lang), 3)
    yield _improve(source, placed, lang)


def _facts(source: Source, placed: Placed, lang: Language) -> Iterator[tuple[str, str]]:
    result, sheet = source.result, placed.sheet
    yield say(_FACTS["class"], lang), sheet.standing.urban_class or say(_UNKNOWN, lang)
    yield say(_FACTS["province"], lang), sheet.standing.province or say(_UNKNOWN, lang)
    yield say(_FACTS["own"], lang), number(result.self_assessed(placed.member), lang)
    words = [reason_text(result, placed, reason, lang) for reason in result.reasons[placed.member]]
    yield say(_FACTS["outcome"], lang), outcome(result, placed, lang) + (f": {'; '.join(words)}" if words else "")
    nominated = result.nominations.members
    if nominated and not words and placed.member not in nominated and not result.nominations.open_seats:
        gap = result.places[nominated[-1]].total - placed.total
        yield say(_FACTS["gap"], lang), say(_POINTS, lang, points=number(gap, lang))
    yield from _adjusted(sheet, lang)


def _adjusted(sheet: Sheet, lang: Language) -> Iterator[tuple[str, str]]:
    for key, items, sign in (("bonus", sheet.bonuses, "+"), ("deduction", sheet.deductions, "−")):
        granted = [f"{item.name.to(lang)} ({sign}{number(item.points, lang)})" for item in items if item.granted]
        if granted:
            yield say(_FACTS[key], lang), "; ".join(granted)


def _highlights(source: Source, member: str, lang: Language) -> list[Block]:
    submission = source.result.round.submissions.get(member)
    if submission is None or submission.highlights is None:
        return []
    return [Title(say(_HIGHLIGHTS, lang), 3), Lines((Phrase(submission.highlights.to(lang)),))]


def _rows(node: Node, ranks: dict[str, Among], lang: Language) -> Iterator[Row]:
    if node.group is not None:
        cells = (node.group.name.to(lang), "", number(node.points, lang), number(node.weight, lang), "")
        yield Row(tuple(Phrase(cell, "strong") for cell in cells))
    for child in node.children:
        if isinstance(child, Leaf):
            yield _leaf(child, ranks.get(child.id), lang)
        else:
            yield from _rows(child, ranks, lang)
    if node.carried is not None:
        cells = (say(_CARRIED, lang), "", number(node.carried, lang), "", "")
        yield Row(tuple(Phrase(cell) for cell in cells))


def _leaf(leaf: Leaf, rank: Among | None, lang: Language) -> Row:
    value = shown_value(leaf, lang) if leaf.outcome == "scored" else ""
    value = value or say(_MISSING if leaf.outcome == "missing" else _AWAY, lang)
    place = f"{place_text(str(rank.place), rank.tied)}/{rank.of}" if rank else "–"
    cells = (short(leaf, lang), value, number(leaf.points, lang), number(leaf.weight, lang), place)
    return Row(tuple(Phrase(cell) for cell in cells))


def _improve(source: Source, placed: Placed, lang: Language) -> Block:
    found = [each for each in source.chances(placed.member) if each.place or each.nomination]
    if not found:
        first = placed.rank == 1 and not placed.tied
        return Lines((Phrase(say(_FIRST if first else _NONE, lang)),))
    leaves = {leaf.id: leaf for leaf in placed.sheet.root.leaves()}
    rows = []
    for each in found:
        leaf = leaves[each.criterion]
        cells = (
            short(leaf, lang),
            shown_value(leaf, lang),
            _gain(each.place, leaf, lang),
            _gain(each.nomination, leaf, lang),
        )
        rows.append(Row(tuple(Phrase(cell) for cell in cells)))
    return Table(tuple(Column(heading) for heading in say(_GAINS, lang).split("|")), tuple(rows))


def _gain(gain: Gain | None, leaf: Leaf, lang: Language) -> str:
    return say(_GAIN, lang, value=value_text(leaf, gain.value, lang), rank=gain.rank) if gain else "–"
