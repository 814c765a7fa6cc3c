"""How firm the result is, as data."""

from decimal import Decimal

from taybac_cluster.decide.stability.answers import Firmness, Stability, Variant
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Grid
from taybac_cluster.views.stability.sentence import change_text, city, sentence


def record(firm: Stability, lang: Language) -> dict[str, object]:
    """Return the stability as the JSON object that is a contract."""
    plan, seats = firm.plan, firm.base.open_seats
    return {
        "year": firm.result.round.year,
        "illustrative": firm.result.round.illustrative,
        "draft": firm.result.round.draft,
        "draws": plan.draws,
        "seed": plan.seed,
        "method": plan.method,
        "percent": plan.percent if plan.method == "around" else None,
        "summary": sentence(firm, lang),
        "nominations": list(firm.base.members),
        "open": _open(seats.candidates if seats else ()),
        "unchanged": firm.unchanged,
        "same_order": firm.same_order,
        "members": [_member(firm, each, lang) for each in firm.members],
        "left_out": [_variant(firm, each, lang) for each in firm.left_out],
        "self_assessed": None if firm.own is None else _variant(firm, firm.own, lang),
        "classes": [_variant(firm, each, lang) for each in firm.classes],
    }


def _open(candidates: tuple[str, ...]) -> list[str]:
    return list(candidates)


def _member(firm: Stability, each: Firmness, lang: Language) -> dict[str, object]:
    return {
        "member": each.member,
        "name": city(firm, each.member, lang),
        "rank": firm.base.ranks[each.member],
        "rank_shares": [round(share, 9) for share in each.rank_shares],
        "nominated": round(each.nominated, 9),
        "rank_low": each.rank_low,
        "rank_high": each.rank_high,
    }


def _variant(firm: Stability, each: Variant, lang: Language) -> dict[str, object]:
    seats = each.decided.open_seats
    return {
        "id": ",".join(each.ids) if each.ids else "self_assessed",
        "kind": "self_assessed" if each.kind == "own" else each.kind,
        "nominations": list(each.decided.members),
        "open": _open(seats.candidates if seats else ()),
        "changed": each.changed,
        "change": change_text(firm, each.decided, lang) if each.changed else None,
        "entered": list(each.decided.entered(firm.base)),
        "gone": list(firm.base.entered(each.decided)),
        "moved": each.decided.moved(firm.base),
    }


def grid(firm: Stability, lang: Language) -> Grid:
    """Return the shares of places as a plain table."""
    headings = ("rank", "member", "name", "nominated", "rank_low", "rank_high")
    rows: tuple[tuple[str | int | Decimal, ...], ...] = tuple(
        (
            firm.base.ranks[each.member], each.member, city(firm, each.member, lang), _decimal(each.nominated),
            each.rank_low, each.rank_high, *map(_decimal, each.rank_shares),
        )
        for each in firm.members
    )  # fmt: skip
    return Grid((*headings, *(f"place_{at}" for at in range(1, len(firm.members) + 1))), rows)


def _decimal(share: float) -> Decimal:
    return Decimal(f"{share:.6f}")
