"""The scales in words, and the formula of a criterion with its numbers put in.

A pocket calculator and the line that `formula` gives lead to the same points.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.scales import counted_marks, level_key
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.model.scales import Bands, Count, Levels, Linear, Marks, Ratio, Relative, Scale
from taybac_cluster.views.words import number, say

_DIGITS = 6
"""Places to which an unrounded result is written out."""
_MOST_DIGITS = 60

_POINTS, _ONE_POINT = Words("{points} điểm", "{points} points"), Words("{points} điểm", "{points} point")
_HIGHER = Words("càng cao càng tốt", "higher is better")
_LOWER = Words("càng thấp càng tốt", "lower is better")
_LINE = Words(
    "{direction}: từ {worst} ({low}) đến {best} ({high}), theo đường thẳng",
    "{direction}: from {worst} ({low}) to {best} ({high}) in a straight line",
)
_BAND = Words("{sign} {bound}: {points}", "{sign} {bound}: {points}")
_ELSE = Words("còn lại 0 điểm", "else 0 points")
_LEVEL = Words("{name}: {points}", "{name}: {points}")
_YES = Words("có: {points}; không: 0 điểm", "yes: {points}; no: 0 points")
_COUNT = Words("theo số lượng, đủ {full} được {points}", "by number, {full} give all {points}")
_RELATIVE = {
    "minmax": Words(
        "so với các đô thị khác, giữa thấp nhất và cao nhất; {direction}",
        "against the others, between lowest and highest; {direction}",
    ),
    "best": Words("so với đô thị tốt nhất; {direction}", "against the best of the others; {direction}"),
    "rank": Words("theo thứ hạng giữa các đô thị; {direction}", "by place among the others; {direction}"),
}
_MARKS = Words(
    "giám khảo chấm trên thang {out_of}, lấy {combine}; cần ít nhất {at_least} giám khảo chấm",
    "judges’ marks out of {out_of}, their {combine}; marks needed: at least {at_least}",
)
_COMBINES = {
    "mean": Words("trung bình", "mean"),
    "trimmed_mean": Words(
        "trung bình sau khi bỏ điểm cao nhất và thấp nhất", "mean without the highest and the lowest"
    ),
    "median": Words("trung vị", "median"),
}
_AT_BEST = Words(
    "{value} đạt mức tốt nhất ({best}): đủ {points} điểm", "{value} reaches the best ({best}): all {points} points"
)
_AT_BEST_SHARE = Words(
    "{value} đạt mức tốt nhất ({best}): tỷ lệ đạt 1", "{value} reaches the best ({best}): a share of 1"
)
_PAST_WORST = Words("{value} chưa đến mức {worst}: 0 điểm", "{value} falls short of {worst}: 0 points")
_YES_NO = {True: Words("có", "yes"), False: Words("không", "no")}
_SHARE = Words("tỷ lệ đạt", "share")
_NO_BAND = Words("{value} không thuộc mức nào: 0 điểm", "{value} is in no band: 0 points")


def shown_value(leaf: Leaf, lang: Language) -> str:
    """Write the value that counts, with its unit."""
    return value_text(leaf, leaf.given.value, lang)


def value_text(leaf: Leaf, value: object, lang: Language) -> str:
    """Write a value of a criterion, with its unit."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return say(_YES_NO[value], lang)
    if isinstance(value, str):
        return value
    unit = "%" if isinstance(leaf.scale, Ratio) else leaf.criterion.unit.to(lang) if leaf.criterion.unit else ""
    text = number(value, lang)  # type: ignore[arg-type]
    return text + unit if unit == "%" else f"{text} {unit}".rstrip()


def scale_words(scale: Scale, points: Decimal, lang: Language) -> str:
    """Say in words how a scale gives its points, with its direction and bounds."""
    return WORDS[scale.kind](scale, points, lang)


def _worth(value: Decimal, lang: Language) -> str:
    return say(_ONE_POINT if value == 1 else _POINTS, lang, points=number(value, lang))


def _line_words(scale: Linear | Ratio, points: Decimal, lang: Language) -> str:
    direction = _HIGHER if scale.best >= scale.worst else _LOWER
    return say(
        _LINE, lang, direction=say(direction, lang), worst=number(scale.worst, lang), best=number(scale.best, lang),
        low=_worth(scale.at_worst, lang), high=_worth(points, lang),
    )  # fmt: skip


def _band_words(scale: Bands, _points: Decimal, lang: Language) -> str:
    parts = []
    for band in scale.bands:
        sign, bound = ("≥", band.at_least) if band.at_least is not None else ("≤", band.at_most)
        parts.append(say(_BAND, lang, sign=sign, bound=number(bound, lang), points=_worth(band.points, lang)))
    return "; ".join([*parts, say(_ELSE, lang)])


def _level_words(scale: Levels, _points: Decimal, lang: Language) -> str:
    return "; ".join(say(_LEVEL, lang, name=name, points=_worth(worth, lang)) for name, worth in scale.levels.items())


def _relative_words(scale: Relative, _points: Decimal, lang: Language) -> str:
    direction = say(_HIGHER if scale.better == "higher" else _LOWER, lang)
    return say(_RELATIVE[scale.method], lang, direction=direction)


def _marks_words(scale: Marks, _points: Decimal, lang: Language) -> str:
    combine = say(_COMBINES[scale.combine], lang)
    return say(_MARKS, lang, out_of=number(scale.out_of, lang), combine=combine, at_least=scale.at_least)


WORDS: Mapping[str, Callable[..., str]] = {
    "linear": _line_words,
    "ratio": _line_words,
    "bands": _band_words,
    "levels": _level_words,
    "yes_no": lambda _scale, points, lang: say(_YES, lang, points=_worth(points, lang)),
    "count": lambda scale, points, lang: say(
        _COUNT, lang, full=number(scale.full_at, lang), points=_worth(points, lang)
    ),
    "relative": _relative_words,
    "marks": _marks_words,
}


def formula(leaf: Leaf, pool: list[Fraction], lang: Language) -> str:
    """Write the formula of a scored criterion with the numbers put in, up to its points (or share).

    `pool` holds the values of all members that a relative scale looks at.
    """
    if leaf.share is None or leaf.given.value is None:
        return ""
    body = FORMULAS[leaf.scale.kind](leaf, pool, lang)
    if body.endswith("\n"):
        return body.rstrip("\n")
    if leaf.points is None:
        return f"{say(_SHARE, lang)} = {body} = {number(leaf.share, lang, _DIGITS)}"
    return f"{body} = {_rounded(leaf.share * Fraction(leaf.weight), leaf.points, lang)}"


def _rounded(exact: Fraction, points: Decimal, lang: Language) -> str:
    """Write an exact result, and what it is rounded to where that differs."""
    final = number(points, lang)
    if Fraction(points) == exact:
        return final
    decimals, digits = -int(points.as_tuple().exponent), _DIGITS
    while printed(Fraction(printed(exact, digits)), decimals) != points and digits < _MOST_DIGITS:
        digits += _DIGITS  # 0.8349999999 is not to be written as 0.835 that became 0.83
    written = number(exact, lang, digits).rstrip("0").rstrip(",.")
    return f"{written} → {final}"


def signed(value: Decimal | Fraction, lang: Language) -> str:
    """Write a number for a formula: a negative one in brackets, a fraction with its digits."""
    text = number(value, lang, _DIGITS).rstrip("0").rstrip(",.") if isinstance(value, Fraction) else number(value, lang)
    return f"({text})".replace("-", "−") if value < 0 else text


def _writes_out(exact: Fraction) -> bool:
    """Whether a number is whole at the places to which it is written."""
    scaled: Fraction = exact * 10**_DIGITS
    return scaled.denominator == 1


def _weight(leaf: Leaf) -> Decimal:
    return leaf.weight if leaf.points is not None else Decimal(1)


def _line_formula(leaf: Leaf, _pool: list[Fraction], lang: Language) -> str:
    scale, value, lead = leaf.scale, leaf.given.value, ""
    assert isinstance(scale, Linear | Ratio)  # noqa: S101 - the table below says so
    assert isinstance(value, Decimal | Fraction)  # noqa: S101
    texts = {
        name: signed(each, lang) for name, each in (("value", value), ("worst", scale.worst), ("best", scale.best))
    }
    own = texts["value"]
    if leaf.given.parts:
        top, bottom = leaf.given.parts
        percent = f"100 × {signed(top, lang)} ÷ {signed(bottom, lang)}"
        lead, own = f"{percent} = {own}; ", own if _writes_out(Fraction(value)) else percent
    if leaf.share == 1:
        return lead + _at_best(leaf, texts["value"], texts["best"], lang)
    if leaf.share == 0 and value != scale.worst:
        return lead + say(_PAST_WORST, lang, value=texts["value"], worst=texts["worst"]) + "\n"
    part = f"({own} − {texts['worst']}) ÷ ({texts['best']} − {texts['worst']})"
    return lead + _from_floor(leaf, scale.at_worst, part, lang)


def _at_best(leaf: Leaf, value: str, best: str, lang: Language) -> str:
    words = _AT_BEST if leaf.points is not None else _AT_BEST_SHARE
    return say(words, lang, value=value, best=best, points=number(leaf.weight, lang)) + "\n"


def _from_floor(leaf: Leaf, at_worst: Decimal, part: str, lang: Language) -> str:
    if leaf.points is None:
        low = f"{number(at_worst, lang)} ÷ {number(leaf.weight, lang)}"
        return f"{low} + (1 − {low}) × {part}" if at_worst else part
    points, low = number(leaf.weight, lang), number(at_worst, lang)
    return f"{low} + ({points} − {low}) × {part}" if at_worst else f"{points} × {part}"


def _band_formula(leaf: Leaf, _pool: list[Fraction], lang: Language) -> str:
    scale, value = leaf.scale, leaf.given.value
    assert isinstance(scale, Bands)  # noqa: S101
    assert isinstance(value, Decimal)  # noqa: S101
    for band in scale.bands:
        for sign, bound, holds in (("≥", band.at_least, Decimal.__ge__), ("≤", band.at_most, Decimal.__le__)):
            if bound is not None and holds(value, bound):
                return f"{number(value, lang)} {sign} {number(bound, lang)} → {number(band.points, lang)}" + (
                    "\n" if leaf.points is not None else f"; {number(band.points, lang)} ÷ {number(leaf.weight, lang)}"
                )
    return say(_NO_BAND, lang, value=number(value, lang)) + "\n"


def _level_formula(leaf: Leaf, _pool: list[Fraction], lang: Language) -> str:
    scale, value = leaf.scale, str(leaf.given.value)
    assert isinstance(scale, Levels)  # noqa: S101
    worth = next((points for name, points in scale.levels.items() if level_key(name) == level_key(value)), Decimal(0))
    return f"“{value}” → {number(worth, lang)}" + (
        "\n" if leaf.points is not None else f" ÷ {number(leaf.weight, lang)}"
    )


def _yes_formula(leaf: Leaf, _pool: list[Fraction], lang: Language) -> str:
    worth = _weight(leaf) if leaf.given.value is True else Decimal(0)
    return f"{value_text(leaf, leaf.given.value, lang)} → {number(worth, lang)}\n"


def _count_formula(leaf: Leaf, _pool: list[Fraction], lang: Language) -> str:
    scale, value = leaf.scale, leaf.given.value
    assert isinstance(scale, Count)  # noqa: S101
    assert isinstance(value, Decimal)  # noqa: S101
    if value >= scale.full_at:
        return _at_best(leaf, number(value, lang), number(scale.full_at, lang), lang)
    return f"{number(_weight(leaf), lang)} × {signed(value, lang)} ÷ {number(scale.full_at, lang)}"


def _relative_formula(leaf: Leaf, pool: list[Fraction], lang: Language) -> str:
    scale, value = leaf.scale, leaf.given.value
    assert isinstance(scale, Relative)  # noqa: S101
    own, low, high = Fraction(value), min(pool), max(pool)  # type: ignore[arg-type]
    texts = [signed(each.numerator if each.denominator == 1 else each, lang) for each in (own, low, high)]  # type: ignore[arg-type]
    higher = scale.better == "higher"
    if low == high:
        part = "1"
    elif scale.method == "minmax":
        top = f"{texts[0]} − {texts[1]}" if higher else f"{texts[2]} − {texts[0]}"
        part = f"({top}) ÷ ({texts[2]} − {texts[1]})"
    elif scale.method == "best":
        part = f"{texts[0]} ÷ {texts[2]}" if higher else f"{texts[1]} ÷ {texts[0]}" if low else str(int(own == 0))
    else:
        above = sum(each > own if higher else each < own for each in pool)
        place = Fraction(2 * above + 1 + sum(each == own for each in pool), 2)
        part = f"({len(pool)} − {signed(place, lang)}) ÷ ({len(pool)} − 1)"
    return _from_floor(leaf, scale.at_worst, part, lang)


def _marks_formula(leaf: Leaf, _pool: list[Fraction], lang: Language) -> str:
    scale = leaf.scale
    assert isinstance(scale, Marks)  # noqa: S101
    marks = ", ".join(f"{judge} {number(mark, lang)}" for judge, mark in leaf.given.marks)
    exact = Fraction(leaf.given.value)  # type: ignore[arg-type]
    combined, counted = signed(exact, lang), counted_marks(scale, [mark for _, mark in leaf.given.marks])
    mean = f"({' + '.join(number(mark, lang) for mark in counted)}) ÷ {len(counted)}"
    working = mean if len(counted) > 1 else combined
    lead = f"{marks}; {say(_COMBINES[scale.combine], lang)}"
    lead += f" = {working} = {combined}; " if len(counted) > 1 else f" = {combined}; "
    used = combined if _writes_out(exact) else working
    return f"{lead}{number(_weight(leaf), lang)} × {used} ÷ {number(scale.out_of, lang)}"


FORMULAS: Mapping[str, Callable[[Leaf, list[Fraction], Language], str]] = {
    "linear": _line_formula,
    "ratio": _line_formula,
    "bands": _band_formula,
    "levels": _level_formula,
    "yes_no": _yes_formula,
    "count": _count_formula,
    "relative": _relative_formula,
    "marks": _marks_formula,
}
