"""The page of a year: ranking, how firm it is, the cities, the meeting, the notes on the data."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.decide.stability.answers import Stability
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.host import next_facts
from taybac_cluster.views.named import names, short
from taybac_cluster.views.page import Bar, Block, Cell, Column, Facts, Lines, Notice, Phrase, Row, Series, Shade, Table
from taybac_cluster.views.papers.office import Source, put_forward, status
from taybac_cluster.views.rank.decision import decision
from taybac_cluster.views.rank.how import how
from taybac_cluster.views.scales import scale_words
from taybac_cluster.views.site.blocks import Download, Section, Site, Tile, Tiles
from taybac_cluster.views.site.city import outcome, profiles
from taybac_cluster.views.standing import reason_text, why
from taybac_cluster.views.words import day, full_name, number, place_text, say

_TITLE = Words("Kết quả năm {year}", "Result of {year}")
_SET = Words("{name}: {points} điểm; tính đến ngày {day}", "{name}: {points} points; as of {day}")
_HELD = Words("Hội nghị giao ban ngày {day}{place}", "Meeting of {day}{place}")
_AT = Words(" tại {place}", " at {place}")
_SECTIONS = {
    "xep-hang": Words("Xếp hạng", "Ranking"),
    "do-on-dinh": Words("Độ ổn định của thứ hạng", "How firm the places are"),
    "ban-do": Words("Các đô thị theo tỉnh", "The cities by province"),
    "tieu-chi": Words("Mức đạt từng tiêu chí", "Criterion by criterion"),
    "do-thi": Words("Từng đô thị", "City by city"),
    "hoi-nghi": Words("Quyết định của hội nghị", "What the meeting decided"),
    "ghi-chu": Words("Ghi chú về số liệu", "Notes on the data"),
}
_HEADINGS = Words("Hạng|Đô thị|Tổng điểm|Điểm theo nhóm|Kết quả", "Place|City|Total|Points by group|Outcome")
_CARRIED = Words("Quy đổi", "Carried")
_BONUS = Words("Điểm cộng", "Bonus")
_FIRM = Words(
    "Thử thay đổi điểm tối đa của từng tiêu chí trong khoảng ±{percent}%, {draws} lần: danh sách đề nghị giữ nguyên ở "
    "{unchanged}% số lần.",
    "The points of each criterion were varied by ±{percent}%, {draws} times: the nominations stay the same in "
    "{unchanged}% of them.",
)
_FIRM_HEADINGS = Words(
    "Đô thị|Hạng|Hạng trong các lần thử|Giữ nguyên hạng|Được đề nghị",
    "City|Place|Places in the draws|Keeps its place|Nominated",
)
_SPAN = Words("từ {low} đến {high}", "{low} to {high}")
_NO_PROVINCE = Words("Chưa rõ tỉnh", "Province not known")
_CRITERION = Words("Tiêu chí", "Criterion")
_SCALES = Words("Cách tính điểm", "How points are worked out")
_NOT_ELIGIBLE = Words("Không đủ điều kiện được đề nghị – {name}: {reasons}", "Not eligible – {name}: {reasons}")
_NOT_RANKED = Words("Không xếp hạng – {name}: {reason}", "Not ranked – {name}: {reason}")
_SOURCE = Words("Căn cứ: {text}", "Source: {text}")
_MEETING = {
    "place": Words("Nơi họp", "Venue"),
    "host": Words("Đơn vị đăng cai", "Host"),
    "head": Words("Cụm trưởng", "Head of the cluster"),
    "theme": Words("Chủ đề", "Theme"),
    "seminar": Words("Chủ đề hội thảo", "Seminar"),
    "nominated": Words("Đề nghị khen thưởng", "Nominated"),
}
_DIRECTIONS = Words("Phương hướng trọng tâm:", "What to work on next:")
_NO_MEETING = Words("Chưa có thông tin về hội nghị năm này.", "The meeting of this year is not on record.")
_NOBODY = Words("chưa có thông tin", "not known")
_WORDS = {
    "skip": Words("Đến nội dung", "Skip to the content"),
    "contents": Words("Nội dung", "Contents"),
    "twin": Words("English", "Tiếng Việt"),
    "years": Words("Các năm", "All years"),
    "downloads": Words("Tải số liệu", "Download the figures"),
    "scroll": Words("Bảng có thể cuộn ngang", "The table can be scrolled sideways"),
    "verify": Words(
        "Đối chiếu bản giấy với kết quả đã chốt: cluster verify {year} --seal {seal}",
        "Compare a paper with the locked result: cluster verify {year} --seal {seal}",
    ),
    "address": Words("Địa chỉ trang này", "The address of this page"),
    "json": Words("Số liệu đầy đủ (JSON)", "All figures (JSON)"),
    "csv": Words("Bảng xếp hạng (CSV)", "The ranking (CSV)"),
}


def site(source: Source, firm: Stability | None, figures: tuple[str, str], lang: Language) -> Site:
    """Return the page; `figures` are the same as JSON and as CSV."""
    result = source.result
    criteria, meeting = result.round.criteria, result.round.meeting
    lines = [
        say(
            _SET,
            lang,
            name=criteria.name.to(lang),
            points=number(criteria.weight, lang),
            day=day(criteria.as_of, lang),
        )
    ]
    if meeting and meeting.held_on:
        place = say(_AT, lang, place=meeting.place.to(lang)) if meeting.place else ""
        lines.append(say(_HELD, lang, day=day(meeting.held_on, lang), place=place))
    coming = dict(next_facts(result.next, result.round.roster, lang))
    seal = source.seal
    words = frame(lang)
    words["verify"] = say(_WORDS["verify"], lang, year=source.year, seal=seal) if seal else ""
    issuer = source.papers.issuer(source.meeting_day)
    return Site(
        lang,
        source.year,
        say(_TITLE, lang, year=source.year),
        result.round.roster.cluster.name.to(lang),
        tuple(lines),
        _status(source, lang),
        tuple(each for each in _sections(source, firm, lang) if each.blocks),
        (
            Download("ket-qua.json", words["json"], "application/json", figures[0]),
            Download("ket-qua.csv", words["csv"], "text/csv", figures[1]),
        ),
        words,
        names(result, put_forward(result), lang),
        seal,
        next(iter(coming.values()), ""),
        issuer.page_url if issuer else None,
    )


def frame(lang: Language) -> dict[str, str]:
    """Return the labels of the frame."""
    return {key: say(words, lang) if key != "verify" else "" for key, words in _WORDS.items()}


def _status(source: Source, lang: Language) -> tuple[Notice, ...]:
    """Return what every output says; a seal is no warning."""
    lines = list(status(source, lang))
    return (*(Notice(line) for line in lines[:-1]), Notice(lines[-1], "warn" if source.seal is None else "good"))


def _sections(source: Source, firm: Stability | None, lang: Language) -> Iterator[Section]:
    parts = {
        "xep-hang": [*decision(source.result, lang), *_ranking(source, lang)],
        "do-on-dinh": _firm(source, firm, lang) if firm else [],
        "ban-do": _tiles(source, lang),
        "tieu-chi": _criteria(source, lang),
        "do-thi": list(profiles(source, lang)),
        "hoi-nghi": list(_meeting(source, lang)),
        "ghi-chu": _notes(source, lang),
    }
    for key, blocks in parts.items():
        yield Section(key, say(_SECTIONS[key], lang), tuple(blocks))  # type: ignore[arg-type]


def _ranking(source: Source, lang: Language) -> list[Block]:
    result = source.result
    if not result.placed:
        return []
    series = _series(source, lang)
    full = max([result.round.criteria.weight, *(each.total for each in result.placed)])
    headings = say(_HEADINGS, lang).split("|")
    columns = tuple(Column(heading, right=at in (0, 2)) for at, heading in enumerate(headings))
    rows = tuple(_place(source, each, series, full, lang) for each in result.placed)
    used = {part for row in rows for cell in row.cells if isinstance(cell, Bar) for part, _ in cell.parts}
    return [Table(columns, rows, tuple(part for part in series if part in used))]


def _series(source: Source, lang: Language) -> tuple[Series, ...]:
    """Return the parts that a bar may have: the groups, what was carried, the bonus."""
    groups = source.result.round.criteria.groups
    parts = [Series(group.name.to(lang), at) for at, group in enumerate(groups)]
    return (*parts, Series(say(_CARRIED, lang), "carried"), Series(say(_BONUS, lang), "bonus"))


def _place(source: Source, each: Placed, series: tuple[Series, ...], full: Decimal, lang: Language) -> Row:
    root = each.sheet.root
    points = [child.points for child in root.children]
    if not any(points):
        points = [root.points, *[None] * (len(points) - 1)]
    points += [root.carried, each.sheet.bonus_points]
    parts = [(part, worth) for part, worth in zip(series, points, strict=True) if worth]
    chosen = each.member in source.result.nominations.members
    return Row(
        (
            Phrase(place_text(str(each.rank), each.tied)),
            Phrase(full_name(each.sheet.standing, lang), "strong" if chosen else "plain"),
            Phrase(number(each.total, lang), "strong"),
            Bar(tuple(parts), full),
            Phrase(outcome(source.result, each, lang), "good" if chosen else "plain"),
        )
    )


def _firm(source: Source, firm: Stability, lang: Language) -> list[Block]:
    plan = firm.plan
    text = say(
        _FIRM,
        lang,
        percent=number(Decimal(str(plan.percent)).normalize(), lang),
        draws=f"{plan.draws:,}".replace(",", "." if lang == "vi" else ","),
        unchanged=number(Decimal(str(firm.unchanged * 100)), lang, 1),
    )
    headings = say(_FIRM_HEADINGS, lang).split("|")
    columns = tuple(Column(heading, right=at in (1, 3, 4)) for at, heading in enumerate(headings))
    placed = {each.member: each for each in source.result.placed}
    rows = []
    for each in firm.members:
        mine = placed[each.member]
        kept = each.rank_shares[mine.rank - 1] if mine.rank <= len(each.rank_shares) else 0.0
        span = str(each.rank_low)
        if each.rank_low != each.rank_high:
            span = say(_SPAN, lang, low=each.rank_low, high=each.rank_high)
        cells: tuple[Cell, ...] = (
            Phrase(mine.sheet.standing.name.to(lang)),
            Phrase(place_text(str(mine.rank), mine.tied)),
            Phrase(span),
            Shade(round(kept, 6)),
            Shade(round(each.nominated, 6)),
        )
        rows.append(Row(cells))
    return [Lines((Phrase(text),)), Table(columns, tuple(rows))]


def _tiles(source: Source, lang: Language) -> list[Tiles]:
    groups: dict[str, list[Tile]] = {}
    result = source.result
    weight = result.round.criteria.weight
    for each in result.placed:
        standing = each.sheet.standing
        tile = Tile(
            full_name(standing, lang),
            place_text(str(each.rank), each.tied),
            number(each.total, lang),
            min(float(each.total / weight), 1.0) if weight else 0.0,
            each.member in result.nominations.members,
        )
        groups.setdefault(standing.province or say(_NO_PROVINCE, lang), []).append(tile)
    return [Tiles(tuple((name, tuple(tiles)) for name, tiles in sorted(groups.items())))] if groups else []


def _criteria(source: Source, lang: Language) -> list[Block]:
    """Return the shares of all, in as few tables of like width as have room on paper."""
    placed = source.result.placed
    tables = -(-len(placed) // _MOST_ACROSS)
    size = -(-len(placed) // tables) if tables else 1
    return [_across(placed[at : at + size], lang) for at in range(0, len(placed), size)]


_MOST_ACROSS = 12


def _across(placed: Sequence[Placed], lang: Language) -> Table:
    columns = (
        Column(say(_CRITERION, lang)),
        *(Column(each.sheet.standing.name.to(lang), right=True) for each in placed),
    )
    leaves = [{leaf.id: leaf for leaf in each.sheet.root.leaves()} for each in placed]
    rows = tuple(
        Row((Phrase(short(pattern, lang)), *(_reached(each[name]) for each in leaves)))
        for name, pattern in leaves[0].items()
    )
    return Table(columns, rows)


def _reached(leaf: Leaf) -> Cell:
    return Shade(round(float(leaf.share), 6)) if leaf.share is not None else Phrase("–", "dim")


def _meeting(source: Source, lang: Language) -> Iterator[Block]:
    result, meeting = source.result, source.result.round.meeting
    if meeting is None:
        yield Lines((Phrase(say(_NO_MEETING, lang)),))
        yield Facts(next_facts(result.next, result.round.roster, lang))
        return
    facts = [(say(_MEETING["place"], lang), meeting.place.to(lang) if meeting.place else say(_NOBODY, lang))]
    for key, member in (("host", meeting.host), ("head", meeting.head)):
        known = result.round.roster.by_id.get(member or "")
        name = full_name(known.on(meeting.day), lang) if known else member or say(_NOBODY, lang)
        facts.append((say(_MEETING[key], lang), name))
    for key, text in (("theme", meeting.theme), ("seminar", meeting.seminar)):
        if text:
            facts.append((say(_MEETING[key], lang), text.to(lang)))
    decided = meeting.decisions.nominated
    if decided is not None:
        facts.append((say(_MEETING["nominated"], lang), names(result, decided, lang)))
    yield Facts((*facts, *next_facts(result.next, result.round.roster, lang)))
    if meeting.decisions.directions:
        yield Lines((Phrase(say(_DIRECTIONS, lang), "strong"),))
        yield Lines(tuple(Phrase(each.to(lang)) for each in meeting.decisions.directions), bullets=True)


def _notes(source: Source, lang: Language) -> list[Block]:
    result, criteria = source.result, source.result.round.criteria
    lines = list(how(result, lang))
    for each in result.placed:
        if reasons := result.reasons[each.member]:
            words = "; ".join(reason_text(result, each, reason, lang) for reason in reasons)
            lines.append(say(_NOT_ELIGIBLE, lang, name=each.sheet.standing.name.to(lang), reasons=words))
    lines += [
        say(_NOT_RANKED, lang, name=out.standing.name.to(lang), reason=why(out, result, lang))
        for out in result.left_out
    ]
    lines += [say(_SOURCE, lang, text=each.to(lang)) for each in criteria.sources]
    columns = (Column(say(_CRITERION, lang)), Column(say(_SCALES, lang)))
    rows = tuple(
        Row((Phrase(each.name.to(lang)), Phrase(scale_words(each.scale, each.points, lang))))
        for each in criteria.criteria.values()
    )
    return [Lines(tuple(Phrase(line) for line in lines), bullets=True), Table(columns, rows)]
