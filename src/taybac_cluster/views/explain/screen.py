"""The explanation of a city's score as a page."""

from collections.abc import Iterator, Mapping

from taybac_cluster.decide.among import Among, among, by_criterion, extremes
from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.seat import against
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.decide.would_take import chances
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.cautions import cautions
from taybac_cluster.views.explain.adjustments import adjusted, brief
from taybac_cluster.views.explain.answer import answer, near_the_cut
from taybac_cluster.views.explain.criterion import in_words
from taybac_cluster.views.explain.side_by_side import side_by_side
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.explain.sums import DIGITS, node_sum, signed, total
from taybac_cluster.views.explain.table import criteria, uncoded
from taybac_cluster.views.explain.take import take
from taybac_cluster.views.named import title_of
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Facts, Lines, Page, Phrase, Title
from taybac_cluster.views.proof import notice
from taybac_cluster.views.standing import why
from taybac_cluster.views.words import full_name, number, place_text, say

_MOST = 3
_TITLE = Words("{name}: {total} điểm, hạng {rank} năm {year}", "{name}: {total} points, place {rank} in {year}")
_TITLE_OUT = Words("{name}: không xếp hạng năm {year}", "{name}: not ranked in {year}")
_FACTS = {
    "class": Words("Loại đô thị", "Class"),
    "no_class": Words(
        "chưa rõ: chấm theo thang chung; tiêu chí giới hạn theo loại không áp dụng",
        "not known: scored by the common scale; criteria limited to classes do not apply",
    ),
    "own": Words("Tự chấm", "Own total"),
    "outcome": Words("Kết quả", "Outcome"),
    "by": Words("Hạng có được nhờ", "Place won by"),
    "sum": Words("Tổng điểm", "Total"),
    "points": Words("Điểm", "Points"),
    "highlights": Words("Đặc thù", "Highlights"),
    "ids": Words("Mã để gõ", "Ids"),
    "see": Words("Chi tiết", "Details"),
}
_IDS = Words(
    "{ids} (tiêu chí không có mã số, theo thứ tự trong bảng)", "{ids} (criteria without a code, in the table’s order)"
)
_SEE = Words(
    "cluster explain {year} {member} --full, hoặc thêm mã một tiêu chí, hoặc --against ĐÔ_THỊ",
    "cluster explain {year} {member} --full, or a criterion’s code, or --against MEMBER",
)
_GROUP = Words("{name}: {points} / {weight} điểm", "{name}: {points} / {weight} points")
_GROUP_SHARE = Words("{name}: tỷ lệ đạt {share}, trọng số {weight}", "{name}: share {share}, weight {weight}")
_GROUP_NONE = Words("{name}: không áp dụng", "{name}: not applicable")
_EXTREMES = {
    "best": Words("Mạnh nhất so với mặt bằng chung", "Strongest against the mean"),
    "worst": Words("Yếu nhất so với mặt bằng chung", "Weakest against the mean"),
}
_LEAD = Words("{name}: {lead} điểm so với trung bình", "{name}: {lead} points against the mean")


def page(story: Story, criterion: str | None, lang: Language, *, full: bool = False) -> Page:
    """Return the answer and the table of criteria; in full every criterion, or one, with its lines and formulas."""
    blocks: list[Block] = [Title(_title(story, lang)), *notices(story.result, lang)]
    if story.proof is not None:
        blocks.append(notice(story.proof, lang))
    sheet = story.sheet
    if sheet is None:
        return blocks
    if criterion is not None:
        return [*blocks, *_one(story, sheet, criterion, lang)]
    blocks.append(Lines(tuple(line for line in answer(story, lang) if line.text)))
    if story.other is not None:
        return [*blocks, *side_by_side(story, against(story.result, story.member, story.other), story.other, lang)]
    blocks += cautions(near_the_cut(story), story.result, lang, full=full, hint=not full)
    return [*blocks, *(_in_full(story, sheet, lang) if full else _in_brief(story, sheet, lang))]


def _in_brief(story: Story, sheet: Sheet, lang: Language) -> Iterator[Block]:
    """Yield the table of criteria, what was added, the gates, and what the city says of itself."""
    yield from criteria(story, sheet, lang)
    facts = [(say(_FACTS["sum"], lang), total(sheet, lang)), *brief(sheet, lang), *_highlights(story, lang)]
    if ids := uncoded(sheet):
        facts.append((say(_FACTS["ids"], lang), say(_IDS, lang, ids=", ".join(ids))))
    hint = say(_SEE, lang, year=story.result.round.year, member=story.member)
    yield Facts((*facts, (say(_FACTS["see"], lang), hint)))


def _in_full(story: Story, sheet: Sheet, lang: Language) -> Iterator[Block]:
    """Yield every criterion with its line, scale and formula."""
    ranks, others = among(story.result, story.member), by_criterion(story.result)
    yield Facts((*_facts(story, sheet, lang), *_highlights(story, lang)))
    yield from _nodes(story, sheet.root, ranks, others, lang, 2)
    yield from adjusted(story, sheet, lang)
    yield from _extremes(story, ranks, lang)
    yield from take(story, list(chances(story.result, story.member)), lang)


def _one(story: Story, sheet: Sheet, criterion: str, lang: Language) -> Iterator[Block]:
    """Yield one criterion, and what it would take."""
    ranks, others = among(story.result, story.member), by_criterion(story.result)
    leaf = next(each for each in sheet.root.leaves() if each.id == criterion)
    yield Lines(tuple(in_words(story, leaf, ranks, others, lang)))
    found = [each for each in chances(story.result, story.member) if each.criterion == criterion]
    yield from take(story, found, lang)


def _highlights(story: Story, lang: Language) -> Iterator[tuple[str, str]]:
    """Yield what the city says is its own."""
    submission = story.result.round.submissions.get(story.member)
    if submission is not None and submission.highlights is not None:
        yield say(_FACTS["highlights"], lang), submission.highlights.to(lang)


def _title(story: Story, lang: Language) -> str:
    standing = story.result.round.standings[story.member]
    name, year = full_name(standing, lang), story.result.round.year
    if story.placed is not None:
        rank = place_text(str(story.placed.rank), story.placed.tied)
        return say(_TITLE, lang, name=name, total=number(story.placed.total, lang), rank=rank, year=year)
    title = say(_TITLE_OUT, lang, name=name, year=year)
    return f"{title}: {why(story.out, story.result, lang)}" if story.out else title


def _facts(story: Story, sheet: Sheet, lang: Language) -> Iterator[tuple[str, str]]:
    yield say(_FACTS["class"], lang), sheet.standing.urban_class or say(_FACTS["no_class"], lang)
    yield say(_FACTS["own"], lang), number(story.result.self_assessed(story.member), lang)
    if story.placed is not None and story.placed.by:
        yield say(_FACTS["by"], lang), title_of(story.result, story.placed.by, lang)
    yield say(_FACTS["sum"], lang), total(sheet, lang)


def _nodes(  # noqa: PLR0913, PLR0917 - what a story is made of goes down the tree
    story: Story,
    node: Node,
    ranks: Mapping[str, Among],
    others: Mapping[str, Mapping[str, Leaf]],
    lang: Language,
    level: int,
) -> Iterator[Block]:
    if node.group is not None:
        yield Title(_node_title(node, lang), min(level, 4))
    lines = [
        line
        for child in node.children
        if isinstance(child, Leaf)
        for line in in_words(story, child, ranks, others, lang)
    ]
    summed = node_sum(node, lang)
    if lines or (summed and node.group is not None) or node.combine != "sum" or node.carried is not None:
        yield Lines((*lines, *([Phrase(summed, "strong")] if summed else [])))
    for child in node.children:
        if isinstance(child, Node):
            yield from _nodes(story, child, ranks, others, lang, level if node.group is None else level + 1)


def _node_title(node: Node, lang: Language) -> str:
    name = node.group.name.to(lang) if node.group else ""
    if not node.counts:
        return say(_GROUP_NONE, lang, name=name)
    if node.points is None:
        return say(
            _GROUP_SHARE, lang, name=name, share=number(node.share, lang, DIGITS), weight=number(node.weight, lang)
        )
    return say(_GROUP, lang, name=name, points=number(node.points, lang), weight=number(node.weight, lang))


def _extremes(story: Story, ranks: Mapping[str, Among], lang: Language) -> Iterator[Block]:
    """Show where the member leads and trails the mean by most points."""
    decimals = story.result.round.criteria.decimals
    for key, chosen in zip(("best", "worst"), extremes(ranks, _MOST), strict=True):
        lines = tuple(
            Phrase(
                say(
                    _LEAD,
                    lang,
                    name=title_of(story.result, name, lang),
                    lead=signed(printed(ranks[name].lead, decimals), lang),
                )
            )
            for name in chosen
        )
        if lines:
            yield Title(say(_EXTREMES[key], lang), 2)
            yield Lines(lines, bullets=True)
