"""How a total and the points of a group are added up, as sums to check by hand."""

from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.words import number, say

DIGITS = 6
"""Places of a share that is shown on its own."""
_SHARE_DIGITS = 10
"""Places of a share in a formula: its points come out the same on a calculator of ten places."""
SUM = Words("Cộng: {terms} = {points}", "Sum: {terms} = {points}")
_CARRIED = Words(
    "quy đổi {earned} ÷ {applying} × {absent} = {carried}", "carried {earned} ÷ {applying} × {absent} = {carried}"
)
_COMBINES = {
    "sum": Words("Tỷ lệ đạt (trung bình có trọng số)", "Share (weighted mean)"),
    "geometric": Words("Tỷ lệ đạt (trung bình nhân)", "Share (geometric mean)"),
    "harmonic": Words("Tỷ lệ đạt (trung bình điều hòa)", "Share (harmonic mean)"),
    "minimum": Words("Tỷ lệ đạt (thấp nhất)", "Share (minimum)"),
}


def total(sheet: Sheet, lang: Language) -> str:
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
        return f"{text} = {signed(whole, lang)} → {number(sheet.total, lang)}"
    return text if text == number(sheet.total, lang) else f"{text} = {number(sheet.total, lang)}"


def _terms(node: Node, lang: Language) -> list[str]:
    terms = [number(child.points, lang) for child in node.children if child.points is not None]
    return [*terms, number(node.carried, lang)] if node.carried is not None else terms


def node_sum(node: Node, lang: Language) -> str:
    """Write how a node's points, or its share, come from its children."""
    counting = [child for child in node.children if child.counts and child.weight > 0]
    if not counting:
        return ""
    if node.combine == "sum" and node.points is not None:
        terms = _terms(node, lang)
        text = say(SUM, lang, terms=" + ".join(terms), points=number(node.points, lang))
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


def signed(value: Decimal, lang: Language) -> str:
    """Write a number with its sign."""
    return ("+" if value > 0 else "") + number(value, lang).replace("-", "−")
