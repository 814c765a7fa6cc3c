"""A score that explains itself: each value, where it is written, its scale, its points, and what was lost."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from taybac_cluster.decide.among import Among, among, by_criterion, pool
from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.rank import LeftOut, Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Adjustment, GateAnswer, Leaf, Node, Sheet
from taybac_cluster.decide.would_take import Chance, Gain, chances
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language, Location
from taybac_cluster.model.submission import Value
from taybac_cluster.views.page import Block, Facts, Lines, Page, Phrase, Role, Title
from taybac_cluster.views.rank import notices, reason_text, short, title_of, why
from taybac_cluster.views.scales import formula, scale_words, shown_value, value_text
from taybac_cluster.views.words import full_name, listed, number, place_text, say

LineOf = Callable[[Location], int]
_DIGITS = 6
_SHARE_DIGITS = 10
"""Places of a share in a formula: its points come out the same on a calculator of ten places."""
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
}
_NOMINATED = Words("được đề nghị khen thưởng", "nominated")
_OPEN = Words("bằng điểm ở suất cuối, chờ hội nghị quyết định", "tied for the last seats, for the meeting to decide")
_BEYOND = Words("đủ điều kiện, ngoài số {quota} suất", "eligible, beyond the {quota} seat(s)")
_NO_QUOTA = Words(
    "bộ tiêu chí không quy định số đô thị được đề nghị", "the criteria set does not say how many are nominated"
)
_SHORT = Words("chưa đủ điều kiện được đề nghị: {reasons}", "not eligible: {reasons}")
_GROUP = Words("{name}: {points} / {weight} điểm", "{name}: {points} / {weight} points")
_GROUP_SHARE = Words("{name}: tỷ lệ đạt {share}, trọng số {weight}", "{name}: share {share}, weight {weight}")
_GROUP_NONE = Words("{name}: không áp dụng", "{name}: not applicable")
_SUM = Words("Cộng: {terms} = {points}", "Sum: {terms} = {points}")
_CARRIED = Words(
    "quy đổi {earned} ÷ {applying} × {absent} = {carried}", "carried {earned} ÷ {applying} × {absent} = {carried}"
)
_COMBINES = {
    "sum": Words("Tỷ lệ đạt (trung bình có trọng số)", "Share (weighted mean)"),
    "geometric": Words("Tỷ lệ đạt (trung bình nhân)", "Share (geometric mean)"),
    "harmonic": Words("Tỷ lệ đạt (trung bình điều hòa)", "Share (harmonic mean)"),
    "minimum": Words("Tỷ lệ đạt (thấp nhất)", "Share (minimum)"),
}
_VALUE = Words("{value} – {source}, {where}", "{value} – {source}, {where}")
_SOURCES = {
    "own": Words("tự chấm", "self-assessed"),
    "appraised": Words("thẩm định: {by}", "appraised: {by}"),
    "marks": Words("giám khảo", "judges"),
    "claimed": Words("tự nhận, chưa thẩm định", "claimed, not appraised"),
    "silent": Words("chưa trả lời", "not answered"),
}
_PANEL = Words("tổ thẩm định", "the panel")
_WAS = Words("đô thị tự chấm {value}", "the city said {value}")
_WAS_MISSING = Words("đô thị báo thiếu số liệu: “{reason}”", "the city said it was missing: “{reason}”")
_WAS_NOTHING = Words("đô thị không ghi giá trị", "the city gave none")
_CHANGED = Words("{was}; lý do: {reason}", "{was}; reason: {reason}")
_REASON = Words("lý do: {reason}", "reason: {reason}")
_NOT_APPLICABLE = Words("không áp dụng cho loại đô thị này", "does not apply to this class")
_NOT_APPLICABLE_UNKNOWN = Words("không áp dụng: chưa rõ loại đô thị", "does not apply: the class is not known")
_NOT_APPLICABLE_APPRAISED = Words(
    "không áp dụng – thẩm định: {by}, {where}", "does not apply – appraised: {by}, {where}"
)
_MISSING = {
    "zero": Words("thiếu số liệu, tính 0 điểm", "missing, counted as 0 points"),
    "exclude": Words("thiếu số liệu, để ngoài phép tính", "missing, left out of the count"),
    "reject": Words("thiếu số liệu bắt buộc: không được xếp hạng", "a required value is missing: not ranked"),
}
_PLACE = Words("hạng {place} / {count} đô thị", "place {place} of {count}")
_LOST = Words("mất {lost}", "lost {lost}")
_HEAD = Words("{name}: {points} / {weight}", "{name}: {points} / {weight}")
_SECTIONS = {
    "adjusted": Words("Điểm cộng, điểm trừ", "Bonuses and deductions"),
    "gates": Words("Điều kiện bắt buộc", "Gates"),
    "best": Words("Mạnh nhất so với mặt bằng chung", "Strongest against the mean"),
    "worst": Words("Yếu nhất so với mặt bằng chung", "Weakest against the mean"),
    "take": Words("Muốn hơn thì cần gì", "What it would take"),
}
_LEAD = Words("{name}: {lead} điểm so với trung bình", "{name}: {lead} points against the mean")
_GRANTED = Words("{name}: {points} – {source}{where}", "{name}: {points} – {source}{where}")
_REFUSED = Words("không chấp nhận", "refused")
_CAP = Words("không quá {cap}", "at most {cap}")
_PASSED = Words("{name}: đạt – {source}{where}", "{name}: passed – {source}{where}")
_FAILED = Words("{name}: KHÔNG ĐẠT – {source}{where}", "{name}: NOT PASSED – {source}{where}")
_NOW = Words("{name}: nay {value}; ", "{name}: now {value}; ")
_BETTER = Words("{value} thì lên hạng {rank}", "{value} gains place {rank}")
_BOTH = Words("{value} thì lên hạng {rank} và được đề nghị", "{value} gains place {rank} and the nomination")
_SEAT = Words("{value} thì được đề nghị (hạng {rank})", "{value} gains the nomination (place {rank})")
_TAKE_NOTE = Words(
    "Mỗi dòng chỉ thay đổi một tiêu chí, mọi số liệu khác giữ nguyên: giá trị đầu tiên đem lại kết quả đó.",
    "Each line changes one criterion alone, all else as it is: the first value that gains it.",
)
_FIRST = Words("đang đứng đầu", "is first")
_NO_CHANCE = Words(
    "Không một tiêu chí nào, nếu chỉ thay đổi riêng nó, đem lại hạng cao hơn hay suất đề nghị.",
    "No criterion changed alone gains a better place or the nomination.",
)


class Story(NamedTuple):
    """One member's place in a result, and where everything is written."""

    result: Result
    member: str
    line: LineOf

    @property
    def placed(self) -> Placed | None:
        """The member's place, if it has one."""
        return next((each for each in self.result.placed if each.member == self.member), None)

    @property
    def out(self) -> LeftOut | None:
        """Why the member has no place."""
        return next((each for each in self.result.left_out if each.member == self.member), None)

    @property
    def sheet(self) -> Sheet | None:
        """The member's sheet, where it submitted."""
        return self.result.sheets.get(self.member)

    def where(self, place: Location | None) -> str:
        """Write where something stands: file:line."""
        return f"{place.file}:{self.line(place)}" if place else ""


def page(story: Story, criterion: str | None, lang: Language) -> Page:
    """Return the whole story of a member's score, or that of one criterion."""
    blocks: list[Block] = [Title(_title(story, lang))]
    blocks += list(notices(story.result, lang))
    sheet = story.sheet
    if sheet is None:
        return blocks
    ranks, others = among(story.result, story.member), by_criterion(story.result)
    if criterion is not None:
        leaf = next(each for each in sheet.root.leaves() if each.id == criterion)
        blocks.append(Lines(tuple(_leaf(story, leaf, ranks, others, lang))))
        return [
            *blocks,
            *_take(story, [each for each in chances(story.result, story.member) if each.criterion == criterion], lang),
        ]
    blocks.append(Facts(tuple(_facts(story, sheet, lang))))
    blocks += list(_nodes(story, sheet.root, ranks, others, lang, 2))
    blocks += list(_adjusted(story, sheet, lang))
    blocks += list(_extremes(story, ranks, lang))
    return [*blocks, *_take(story, list(chances(story.result, story.member)), lang)]


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
    if story.placed is not None:
        yield say(_FACTS["outcome"], lang), _outcome(story.result, story.placed, lang)
        if story.placed.by:
            yield say(_FACTS["by"], lang), title_of(story.result, story.placed.by, lang)
    yield say(_FACTS["sum"], lang), _total(sheet, lang)


def _outcome(result: Result, placed: Placed, lang: Language) -> str:
    if placed.member in result.nominations.members:
        return say(_NOMINATED, lang)
    if result.reasons[placed.member]:
        reasons = "; ".join(reason_text(result, placed, reason, lang) for reason in result.reasons[placed.member])
        return say(_SHORT, lang, reasons=reasons)
    if result.nominations.open_seats and placed.member in result.nominations.open_seats.candidates:
        return say(_OPEN, lang)
    rule = result.round.criteria.nomination
    return say(_BEYOND, lang, quota=rule.quota) if rule else say(_NO_QUOTA, lang)


def _total(sheet: Sheet, lang: Language) -> str:
    """Write the total as a sum that can be checked by hand."""
    root = sheet.root
    if root.points is None:
        return "–"
    terms = _terms(root, lang) if root.combine == "sum" else [number(root.points, lang)]
    text = " + ".join(terms)
    text += f" + {number(sheet.bonus_points, lang)}" if sheet.bonus_points else ""
    text += f" − {number(sheet.deduction_points, lang)}" if sheet.deduction_points else ""
    whole = root.points + sheet.bonus_points - sheet.deduction_points
    if sheet.total is not None and whole < sheet.total:
        return f"{text} = {_signed(whole, lang)} → {number(sheet.total, lang)}"
    return text if text == number(sheet.total, lang) else f"{text} = {number(sheet.total, lang)}"


def _terms(node: Node, lang: Language) -> list[str]:
    terms = [number(child.points, lang) for child in node.children if child.points is not None]
    return [*terms, number(node.carried, lang)] if node.carried is not None else terms


def _nodes(  # noqa: PLR0913, PLR0917 - what a story is told with goes down the tree
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
        line for child in node.children if isinstance(child, Leaf) for line in _leaf(story, child, ranks, others, lang)
    ]
    summed = _node_sum(node, lang)
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
            _GROUP_SHARE, lang, name=name, share=number(node.share, lang, _DIGITS), weight=number(node.weight, lang)
        )
    return say(_GROUP, lang, name=name, points=number(node.points, lang), weight=number(node.weight, lang))


def _node_sum(node: Node, lang: Language) -> str:
    """Write how a node's points, or its share, come from its children."""
    counting = [child for child in node.children if child.counts and child.weight > 0]
    if not counting:
        return ""
    if node.combine == "sum" and node.points is not None:
        terms = _terms(node, lang)
        text = say(_SUM, lang, terms=" + ".join(terms), points=number(node.points, lang))
        if node.carried is None:
            return text
        earned = sum((child.points or Decimal(0) for child in counting), Decimal(0))
        applying = sum((child.weight for child in counting), Decimal(0))
        absent = sum((child.weight for child in node.children if not child.counts), Decimal(0))
        carried = say(
            _CARRIED, lang, earned=number(earned, lang), applying=number(applying, lang), absent=number(absent, lang),
            carried=number(node.carried, lang),
        )  # fmt: skip
        return f"{text} ({carried})"
    body = _combined(node, counting, lang)
    text = f"{say(_COMBINES[node.combine], lang)} = {body} = {_share(node.share, lang)}"
    if node.points is not None:
        text += f"; × {number(node.weight, lang)} = {number(node.points, lang)}"
    return text


def _share(share: Fraction | None, lang: Language) -> str:
    return number(share, lang, _SHARE_DIGITS).rstrip("0").rstrip(",.")


def _combined(node: Node, counting: list[Leaf | Node], lang: Language) -> str:
    """Write the formula of a combine over exact shares and their weights."""
    whole = sum((child.weight for child in counting), Decimal(0))
    shares = [_share(child.share, lang) for child in counting]
    weights = [f"{number(child.weight, lang)}/{number(whole, lang)}" for child in counting]
    pairs = list(zip(shares, weights, strict=True))
    if node.combine == "minimum":
        return f"min({'; '.join(shares)})"
    if node.combine == "geometric":
        return " × ".join(f"{share}^({weight})" for share, weight in pairs)
    if node.combine == "harmonic":
        return "1 ÷ (" + " + ".join(f"({weight}) ÷ {share}" for share, weight in pairs) + ")"
    return " + ".join(f"{share} × {weight}" for share, weight in pairs)


def _leaf(
    story: Story, leaf: Leaf, ranks: Mapping[str, Among], others: Mapping[str, Mapping[str, Leaf]], lang: Language
) -> Iterator[Phrase]:
    """Tell one criterion: head, value and source, scale, formula."""
    yield Phrase(_leaf_head(leaf, ranks, lang), "strong")
    if leaf.outcome == "not_applicable":
        yield Phrase("  " + _why_not(story, leaf, lang), "dim")
        yield from _was(leaf, lang)
        return
    if leaf.outcome == "missing":
        text = say(_MISSING[leaf.policy], lang)
        if _changed(leaf):
            text += f"; {_source(story, leaf, lang)}"
        elif leaf.given.reason:
            text += "; " + say(_REASON, lang, reason=leaf.given.reason.to(lang))
        yield Phrase(f"  {text}" + (f" ({story.where(leaf.given.location)})" if leaf.given.location else ""), "warn")
        yield from _was(leaf, lang)
        return
    source = _source(story, leaf, lang)
    yield Phrase(
        "  " + say(_VALUE, lang, value=shown_value(leaf, lang), source=source, where=story.where(leaf.given.location))
    )
    yield from _was(leaf, lang)
    yield Phrase("  " + scale_words(leaf.scale, leaf.weight, lang), "dim")
    yield Phrase("  " + formula(leaf, pool(others[leaf.id]), lang))


def _changed(leaf: Leaf) -> bool:
    """Whether the panel put its own word in the place of the city's; marks are the judges' from the start."""
    return leaf.given.appraised and leaf.given.route[:1] == ("changes",)


def _was(leaf: Leaf, lang: Language) -> Iterator[Phrase]:
    """Tell what the city had said where the panel changed it, and the reason."""
    if not _changed(leaf):
        return
    claimed = _claimed(leaf)
    said = leaf.given.claimed
    if claimed is not None:
        was = say(_WAS, lang, value=value_text(leaf, claimed, lang))
    elif isinstance(said, Value) and said.missing is not None:
        was = say(_WAS_MISSING, lang, reason=said.missing.to(lang))
    else:
        was = say(_WAS_NOTHING, lang)
    reason = leaf.given.reason.to(lang) if leaf.given.reason else ""
    yield Phrase("  " + say(_CHANGED, lang, was=was, reason=reason), "warn")


def _claimed(leaf: Leaf) -> object:
    """Return what the city itself said, as the scale would look at it."""
    claimed = leaf.given.claimed
    if not isinstance(claimed, Value):
        return claimed
    if claimed.numerator is not None and claimed.denominator:
        return 100 * Fraction(claimed.numerator) / Fraction(claimed.denominator)
    return claimed.value


def _leaf_head(leaf: Leaf, ranks: Mapping[str, Among], lang: Language) -> str:
    name = short(leaf, lang)
    if leaf.outcome == "not_applicable" or leaf.share is None:
        return say(_HEAD, lang, name=name, points="–", weight=number(leaf.weight, lang))
    points = number(leaf.points, lang) if leaf.points is not None else number(leaf.share, lang, _DIGITS)
    parts = [
        say(
            _HEAD,
            lang,
            name=name,
            points=points,
            weight=number(leaf.weight if leaf.points is not None else Decimal(1), lang),
        )
    ]
    if leaf.points is not None and leaf.weight > leaf.points:
        parts.append(say(_LOST, lang, lost=number(leaf.weight - leaf.points, lang)))
    if leaf.id in ranks:
        rank = ranks[leaf.id]
        parts.append(say(_PLACE, lang, place=place_text(str(rank.place), rank.tied), count=rank.of))
    return "; ".join(parts)


def _why_not(story: Story, leaf: Leaf, lang: Language) -> str:
    if leaf.given.not_applicable:
        return say(_NOT_APPLICABLE_APPRAISED, lang, by=_panel(story, lang), where=story.where(leaf.given.location))
    known = story.result.round.standings[story.member].urban_class is not None
    return say(_NOT_APPLICABLE if known else _NOT_APPLICABLE_UNKNOWN, lang)


def _source(story: Story, leaf: Leaf, lang: Language) -> str:
    if leaf.given.marks:
        return say(_SOURCES["marks"], lang)
    return (
        say(_SOURCES["appraised"], lang, by=_panel(story, lang)) if leaf.given.appraised else say(_SOURCES["own"], lang)
    )


def _panel(story: Story, lang: Language) -> str:
    appraisal = story.result.round.appraisals.get(story.member)
    names = [each.name for each in appraisal.appraised_by if each.name] if appraisal else []
    return listed(names, lang) or say(_PANEL, lang)


def _adjusted(story: Story, sheet: Sheet, lang: Language) -> Iterator[Block]:
    criteria = story.result.round.criteria
    lines = [_adjustment(story, item, "+", lang) for item in sheet.bonuses]
    lines += [_adjustment(story, item, "−", lang) for item in sheet.deductions]
    for items, cap, points in (
        (sheet.bonuses, criteria.bonuses.cap, sheet.bonus_points),
        (sheet.deductions, criteria.deductions.cap, sheet.deduction_points),
    ):
        granted = [number(item.points, lang) for item in items if item.granted]
        if len(granted) > 1 or (
            granted and cap is not None and sum(item.points for item in items if item.granted) > cap
        ):
            limit = f" ({say(_CAP, lang, cap=number(cap, lang))})" if cap is not None else ""
            lines.append(
                Phrase(say(_SUM, lang, terms=" + ".join(granted), points=number(points, lang)) + limit, "strong")
            )
    if lines:
        yield Title(say(_SECTIONS["adjusted"], lang), 2)
        yield Lines(tuple(lines))
    if sheet.gates:
        yield Title(say(_SECTIONS["gates"], lang), 2)
        yield Lines(tuple(_gate(story, gate, lang) for gate in sheet.gates))


def _adjustment(story: Story, item: Adjustment, sign: str, lang: Language) -> Phrase:
    source = (
        say(_SOURCES["appraised"], lang, by=_panel(story, lang)) if item.appraised else say(_SOURCES["claimed"], lang)
    )
    where = f", {story.where(item.location)}" + (
        f"; {say(_REASON, lang, reason=item.reason.to(lang))}" if item.reason else ""
    )
    points = f"{sign}{number(item.points, lang)}" if item.granted else say(_REFUSED, lang)
    return Phrase(say(_GRANTED, lang, name=item.name.to(lang), points=points, source=source, where=where))


def _gate(story: Story, gate: GateAnswer, lang: Language) -> Phrase:
    key = "silent" if not gate.answered else "own"
    source = say(_SOURCES["appraised"], lang, by=_panel(story, lang)) if gate.appraised else say(_SOURCES[key], lang)
    where = f", {story.where(gate.location)}" if gate.location else ""
    where += f"; {say(_REASON, lang, reason=gate.reason.to(lang))}" if gate.reason else ""
    role: Role = "plain" if gate.passed else "bad"
    return Phrase(
        say(_PASSED if gate.passed else _FAILED, lang, name=gate.name.to(lang), source=source, where=where), role
    )


def _extremes(story: Story, ranks: Mapping[str, Among], lang: Language) -> Iterator[Block]:
    """Show where the member leads and trails the mean by most points."""
    ordered = sorted(ranks.items(), key=lambda pair: (-pair[1].lead, pair[0]))
    decimals = story.result.round.criteria.decimals
    for key, chosen in (
        ("best", [pair for pair in ordered[:_MOST] if pair[1].lead > 0]),
        ("worst", [pair for pair in ordered[::-1][:_MOST] if pair[1].lead < 0]),
    ):
        lines = tuple(
            Phrase(
                say(
                    _LEAD,
                    lang,
                    name=title_of(story.result, name, lang),
                    lead=_signed(printed(each.lead, decimals), lang),
                )
            )
            for name, each in chosen
        )
        if lines:
            yield Title(say(_SECTIONS[key], lang), 2)
            yield Lines(lines, bullets=True)


def _signed(value: Decimal, lang: Language) -> str:
    return ("+" if value > 0 else "") + number(value, lang).replace("-", "−")


def _take(story: Story, found: list[Chance], lang: Language) -> Iterator[Block]:
    """Show what it would take, criterion by criterion."""
    placed = story.placed
    if placed is None or not found:
        return
    first = placed.rank == 1 and not placed.tied
    rule = story.result.round.criteria.nomination
    nominated = rule is None or placed.member in story.result.nominations.members
    yield Title(say(_SECTIONS["take"], lang), 2)
    if not any(each.place or each.nomination for each in found):
        yield Lines((Phrase(say(_FIRST if first and nominated else _NO_CHANCE, lang)),))
        return
    leaves = {leaf.id: leaf for leaf in placed.sheet.root.leaves()}
    lines = [Phrase(_gains(each, leaves[each.criterion], lang)) for each in found if each.place or each.nomination]
    yield Lines((Phrase(say(_TAKE_NOTE, lang), "dim"),))
    yield Lines(tuple(lines), bullets=True)


def _gains(chance: Chance, leaf: Leaf, lang: Language) -> str:
    """Say what a criterion must become to gain a place, and to gain the nomination."""
    now = say(_NOW, lang, name=short(leaf, lang), value=shown_value(leaf, lang))
    place, nomination = chance.place, chance.nomination
    parts = []
    if place is not None:
        words = _BOTH if place.nominated and nomination is not None else _BETTER
        parts.append(say(words, lang, value=value_text(leaf, place.value, lang), rank=place.rank))
    if nomination is not None and not (place is not None and place.nominated):
        parts.append(say(_SEAT, lang, value=value_text(leaf, nomination.value, lang), rank=nomination.rank))
    return now + "; ".join(parts)


# ---- the same as data ----


def record(story: Story, criterion: str | None, lang: Language) -> dict[str, object]:
    """Return the story as data: everything that the page shows."""
    sheet, placed, result = story.sheet, story.placed, story.result
    standing = result.round.standings[story.member]
    found: dict[str, object] = {
        "year": result.round.year,
        "illustrative": result.round.illustrative,
        "member": story.member,
        "name": standing.name.to(lang),
        "class": standing.urban_class,
        "rank": placed.rank if placed else None,
        "tied": placed.tied if placed else None,
        "tie_break": placed.by if placed else None,
        "total": sheet.total if sheet else None,
        "self_assessed": result.self_assessed(story.member),
        "nominated": story.member in result.nominations.members,
        "reasons": list(result.reasons.get(story.member, ())),
        "not_ranked": story.out.reason if story.out else None,
    }
    if sheet is None:
        return found
    ranks, others = among(result, story.member), by_criterion(result)
    leaves = [leaf for leaf in sheet.root.leaves() if criterion in (None, leaf.id)]
    found["criteria"] = {leaf.id: _leaf_record(story, leaf, ranks, others, lang) for leaf in leaves}
    found["whole"] = _node_record(sheet.root, lang)
    found["groups"] = {node.id: _node_record(node, lang) for node in sheet.root.nodes()}
    found["bonuses"] = {item.id: _item_record(story, item) for item in sheet.bonuses}
    found["deductions"] = {item.id: _item_record(story, item) for item in sheet.deductions}
    found["bonus_points"], found["deduction_points"] = sheet.bonus_points, sheet.deduction_points
    found["gates"] = {
        gate.id: {
            "passed": gate.passed,
            "answered": gate.answered,
            "appraised": gate.appraised,
            "at": story.where(gate.location),
        }
        for gate in sheet.gates
    }
    found["formula"] = _total(sheet, lang)
    wanted = [each for each in chances(result, story.member) if criterion in (None, each.criterion)]
    found["would_take"] = {
        each.criterion: {"place": _gain_record(each.place), "nomination": _gain_record(each.nomination)}
        for each in wanted
    }
    return found


def _leaf_record(
    story: Story, leaf: Leaf, ranks: Mapping[str, Among], others: Mapping[str, Mapping[str, Leaf]], lang: Language
) -> dict[str, object]:
    rank = ranks.get(leaf.id)
    place = leaf.given.location
    return {
        "name": leaf.criterion.name.to(lang),
        "value": leaf.given.value if leaf.outcome == "scored" else None,
        "file": place.file if place else None,
        "line": story.line(place) if place else None,
        "source": "marks"
        if leaf.given.marks
        else "appraised"
        if leaf.given.appraised
        else "self_assessed"
        if place
        else None,
        "claimed": _claimed(leaf),
        "reason": leaf.given.reason.to(lang) if leaf.given.reason else None,
        "outcome": leaf.outcome,
        "missing": leaf.policy if leaf.outcome == "missing" else None,
        "scale": scale_words(leaf.scale, leaf.weight, lang),
        "weight": leaf.weight,
        "share": leaf.share,
        "points": leaf.points,
        "lost": leaf.weight - leaf.points if leaf.points is not None else None,
        "place": rank.place if rank else None,
        "formula": formula(leaf, pool(others[leaf.id]), lang) if leaf.outcome == "scored" else None,
    }


def _node_record(node: Node, lang: Language) -> dict[str, object]:
    return {
        "combine": node.combine,
        "weight": node.weight,
        "share": node.share,
        "points": node.points,
        "carried": node.carried,
        "formula": _node_sum(node, lang) or None,
    }


def _item_record(story: Story, item: Adjustment) -> dict[str, object]:
    return {
        "points": item.points,
        "granted": item.granted,
        "appraised": item.appraised,
        "at": story.where(item.location),
    }


def _gain_record(gain: Gain | None) -> dict[str, object] | None:
    if gain is None:
        return None
    return {"value": gain.value, "total": gain.total, "rank": gain.rank, "nominated": gain.nominated}
