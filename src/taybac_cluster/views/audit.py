"""A criteria set looked at: what decides, what decides nothing, what says the same twice."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.decide.audit import FEWEST, Audit, Pair, Weighed
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import title_of
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Column, Grid, Lines, Page, Phrase, Row, Table, Title
from taybac_cluster.views.words import all_said, listed, number, percent, say

_TOP = 3
_LIKELY = 0.8
_PAIRS = 5
_TWICE = 2

_TITLE = Words("Rà soát bộ tiêu chí năm {year} – {cluster}", "The criteria set of {year} looked at – {cluster}")
_NOBODY = Words(
    "Chưa đô thị nào được xếp hạng nên không rà soát được.", "No city is ranked, so there is nothing to go by."
)
_SENTENCE = Words(
    "{count} trong {all} tiêu chí, với {points} số điểm, quyết định {share} chênh lệch giữa các đô thị: {names}.",
    "{count} of {all} criteria, with {points} of the points, decide {share} of what sets the cities apart: {names}.",
)
_FEWEST = 8
"""With fewer cities nothing is concluded."""
_FEW = Words(
    "Mới có {count} đô thị được xếp hạng, chưa đủ để kết luận tiêu chí nào quyết định (cần từ {fewest} đô thị).",
    "Only {count} cities are ranked: too few to say which criteria decide ({fewest} or more are needed).",
)
_EQUAL_ONE = Words("1 tiêu chí không phân biệt đô thị nào.", "1 criterion sets no city apart.")
_EQUAL_COUNT = Words("{count} tiêu chí không phân biệt đô thị nào.", "{count} criteria set no city apart.")
_ALL_EQUAL = Words("Mọi đô thị bằng nhau ở mọi tiêu chí.", "All cities are equal on every criterion.")
_HOW = Words(
    "Mức ảnh hưởng = độ lệch chuẩn của điểm tiêu chí giữa các đô thị được xếp hạng, chia cho tổng các độ lệch chuẩn "
    "ấy.",
    "Decides = the standard deviation of a criterion’s points over the ranked cities, over the sum of all of these.",
)
_COUNTED = Words(
    "Đô thị nào không áp dụng hoặc không tính một tiêu chí thì không được kể khi đo tiêu chí đó.",
    "A city to which a criterion does not apply, or for which it is left out, is not counted for it.",
)
_HEADINGS = (
    Words("Tiêu chí", "Criterion"),
    Words("Điểm", "Points"),
    Words("Mức ảnh hưởng", "Decides"),
    Words("Thấp–cao", "Low–high"),
    Words("Đô thị", "Cities"),
)
_FLAGS = Words(
    "▲ mức ảnh hưởng hơn hai lần phần điểm của tiêu chí, ▼ chưa bằng nửa, = mọi đô thị bằng nhau.",
    "▲ decides over twice its part of the points, ▼ under half of it, = all cities equal.",
)
_EQUAL = Words("Mọi đô thị bằng nhau, không phân biệt được ai", "All cities equal: nobody is set apart")
_EQUAL_LINE = Words(
    "{name}: {count} đô thị đều đạt {share} số điểm.", "{name}: all {count} cities have {share} of the points."
)
_UNUSED = Words("{name}: không áp dụng cho đô thị nào được xếp hạng.", "{name}: applies to no ranked city.")
_ONCE = Words("{name}: chỉ áp dụng cho một đô thị.", "{name}: applies to one city only.")
_PAIRED = Words("Cặp tiêu chí đi cùng nhau", "Criteria that move together")
_SAME = Words(
    "{first} và {second}: xếp {cities} đô thị theo đúng một thứ tự – có thể đo cùng một việc.",
    "{first} and {second}: put {cities} cities in the very same order; they may measure one thing.",
)
_OPPOSITE = Words(
    "{first} và {second}: xếp {cities} đô thị theo thứ tự ngược hẳn nhau.",
    "{first} and {second}: put {cities} cities in opposite orders.",
)
_CLOSE = Words("{first} và {second}: {value} ({cities} đô thị).", "{first} and {second}: {value} ({cities} cities).")
_NONE = Words(
    "Không cặp nào xếp các đô thị theo đúng một thứ tự (từ {fewest} đô thị trở lên).",
    "No pair puts the cities in the very same order (of {fewest} cities or more).",
)
_CLOSEST = Words(
    "Gần nhau nhất (tương quan hạng Spearman, 1 là cùng thứ tự):",
    "Most alike (Spearman’s rank correlation, 1 is the same order):",
)


def page(found: Audit, lang: Language) -> Page:
    """Return the audit of a criteria set as a page."""
    result = found.result
    cluster = result.round.roster.cluster.name.to(lang)
    blocks: list[Block] = [Title(say(_TITLE, lang, year=result.round.year, cluster=cluster)), *notices(result, lang)]
    blocks.append(Lines(tuple(_said(found, lang))))
    if not result.placed:
        return blocks
    blocks.append(_table(found, lang))
    if equal := tuple(Phrase(line, "warn") for line in _equal(found, lang)):
        blocks += [Title(say(_EQUAL, lang), 2), Lines(equal, bullets=True)]
    if len(result.placed) >= _FEWEST:
        blocks += [Title(say(_PAIRED, lang), 2), *_pairs(found, lang)]
    return blocks


def sentence(found: Audit, lang: Language) -> str:
    """Say which few criteria decide most; of few cities nothing is claimed."""
    if not found.result.placed:
        return say(_NOBODY, lang)
    if len(found.result.placed) < _FEWEST:
        return say(_FEW, lang, count=len(found.result.placed), fewest=_FEWEST)
    top = [each for each in found.criteria[:_TOP] if each.decides > 0]
    if not top:
        return say(_ALL_EQUAL, lang)
    share, points = sum(each.decides for each in top), float(sum(each.points for each in top))
    return say(
        _SENTENCE,
        lang,
        count=len(top),
        all=len(found.criteria),
        points=_percent(points, lang),
        share=_percent(share, lang),
        names=listed([_quoted(found, each.id, lang) for each in top], lang),
    )


def _said(found: Audit, lang: Language) -> Iterator[Phrase]:
    yield Phrase(sentence(found, lang), "strong")
    if found.result.placed:
        if count := sum(each.equal for each in found.criteria):
            yield Phrase(say(_EQUAL_COUNT if count > 1 else _EQUAL_ONE, lang, count=count), "warn")
        yield Phrase(f"{say(_HOW, lang)} {say(_COUNTED, lang)} {say(_FLAGS, lang)}", "dim")


def _quoted(found: Audit, name: str, lang: Language) -> str:
    return f"“{title_of(found.result, name, lang)}”"


def _percent(share: float, lang: Language) -> str:
    return percent(Decimal(str(share * 100)), lang, 0)


def _tenth(share: float, lang: Language) -> str:
    return percent(Decimal(str(share * 100)), lang, 1)


def _table(found: Audit, lang: Language) -> Table:
    name, points, decides, span, cities = all_said(_HEADINGS, lang)
    columns = (
        Column(name), Column(points, right=True), Column(decides, right=True), Column(span, right=True),
        Column(cities, right=True, from_width=100), Column(""),
    )  # fmt: skip
    return Table(columns, tuple(_row(found, each, lang) for each in found.criteria))


def _row(found: Audit, each: Weighed, lang: Language) -> Row:
    span = "–"
    if each.lowest is not None and each.highest is not None:
        low, high = (number(100 * share, lang, 0) for share in (each.lowest, each.highest))
        span = f"{low}%" if each.lowest == each.highest else f"{low}–{high}%"
    flag = _flag(each)
    return Row((
        Phrase(title_of(found.result, each.id, lang)),
        Phrase(_tenth(float(each.points), lang)),
        Phrase(_tenth(each.decides, lang), "strong"),
        Phrase(span),
        Phrase(str(each.cities)),
        Phrase("" if flag is None else "▲▼="[flag], ("warn", "dim", "warn")[flag] if flag is not None else "plain"),
    ))  # fmt: skip


def _flag(each: Weighed) -> int | None:
    """Say what stands out: it decides over twice its points, under half of them, or nothing as all are equal."""
    if each.equal:
        return 2
    if each.decides > _TWICE * each.points:
        return 0
    return 1 if _TWICE * each.decides < each.points else None


def _equal(found: Audit, lang: Language) -> Iterator[str]:
    for each in found.criteria:
        name = _quoted(found, each.id, lang)
        if each.equal and each.lowest is not None:
            yield say(_EQUAL_LINE, lang, name=name, count=each.cities, share=_percent(float(each.lowest), lang))
        elif each.cities <= 1:
            yield say(_ONCE if each.cities else _UNUSED, lang, name=name)


def _pairs(found: Audit, lang: Language) -> Iterator[Block]:
    certain = [pair for pair in found.pairs if pair.together or pair.opposite]
    same = (_pair_text(found, pair, _SAME if pair.together else _OPPOSITE, lang) for pair in certain)
    lines = [Phrase(text, "warn") for text in same] or [Phrase(say(_NONE, lang, fewest=FEWEST))]
    yield Lines(tuple(lines), bullets=True)
    others = [pair for pair in found.pairs if not (pair.together or pair.opposite)]
    if close := [pair for pair in others if pair.correlation >= _LIKELY][:_PAIRS] or others[:1]:
        yield Lines((Phrase(say(_CLOSEST, lang), "dim"),))
        yield Lines(tuple(Phrase(_pair_text(found, pair, _CLOSE, lang)) for pair in close), bullets=True)


def _pair_text(found: Audit, pair: Pair, words: Words, lang: Language) -> str:
    first, second = _quoted(found, pair.first, lang), _quoted(found, pair.second, lang)
    value = number(Decimal(str(pair.correlation)), lang, 2)
    return say(words, lang, first=first, second=second, cities=pair.cities, value=value)


# ---- the same as data ----


def record(found: Audit, lang: Language) -> dict[str, object]:
    """Return the audit as a JSON object; parts and shares from 0 to 1, correlations from -1 to 1."""
    return {
        "year": found.result.round.year,
        "illustrative": found.result.round.illustrative,
        "cities": len(found.result.placed),
        "summary": sentence(found, lang),
        "criteria": [
            {
                "id": each.id,
                "name": title_of(found.result, each.id, lang),
                "points": each.points,
                "decides": each.decides,
                "spread": each.spread,
                "cities": each.cities,
                "lowest": each.lowest,
                "highest": each.highest,
                "equal": each.equal,
            }
            for each in found.criteria
        ],
        "together": [_pair(pair) for pair in found.pairs if pair.together],
        "opposite": [_pair(pair) for pair in found.pairs if pair.opposite],
        "closest": [_pair(pair) for pair in found.pairs if not (pair.together or pair.opposite)][:_PAIRS],
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {"criteria": [pair.first, pair.second], "correlation": pair.correlation, "cities": pair.cities}


def grid(found: Audit, lang: Language) -> Grid:
    """Return what each criterion decides as a plain table; parts and shares from 0 to 1."""
    headings = ("criterion", "name", "points", "decides", "spread", "cities", "lowest", "highest")
    rows = tuple(
        (
            each.id, title_of(found.result, each.id, lang), _decimal(each.points), _decimal(each.decides),
            _decimal(each.spread), each.cities, _decimal(each.lowest), _decimal(each.highest),
        )
        for each in found.criteria
    )  # fmt: skip
    return Grid(headings, rows)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(f"{float(value):.6f}")  # type: ignore[arg-type]
