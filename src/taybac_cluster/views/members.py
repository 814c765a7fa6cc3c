"""Who is a member on a day, and as what."""

import datetime

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Membership, Roster
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Block, Column, Grid, Lines, Page, Phrase, Row, Table, Title
from taybac_cluster.views.words import all_said, day, say, unit_type

_TITLE = Words("Thành viên {cluster} vào ngày {day}", "Members of {cluster} on {day}")
_BASIS = Words(
    "Ngày xét của bộ tiêu chí mới nhất ({year}); chọn ngày khác bằng --on.",
    "The day of the newest criteria set ({year}); choose another with --on.",
)
_HEADINGS = (
    Words("Đô thị", "City"),
    Words("Loại hình", "Type"),
    Words("Loại", "Class"),
    Words("Tỉnh", "Province"),
    Words("Thành viên", "Member"),
    Words("Mã", "Id"),
)
_UNKNOWN = Words("chưa rõ", "not known")
_STATUS: dict[Membership, Words] = {
    "member": Words("có", "yes"),
    "unknown": Words("chưa có thông tin", "not on record"),
    "no_member": Words("không", "no"),
}
_COUNT = Words("{count} thành viên.", "{count} member(s).")
_UNSURE = Words(
    "{count} đô thị chưa có thông tin là thành viên vào ngày này.", "{count} not on record as member(s) on this day."
)
_NOBODY = Words("Không có thành viên nào vào ngày này.", "Nobody is a member on this day.")
_AFTER = Words("Đơn vị kế thừa", "Successors")


def page(roster: Roster, on: datetime.date, year: int | None, lang: Language) -> Page:
    """Return the members on a day; `year` is that of the criteria set the day is from."""
    standings = roster.on(on).values()
    blocks: list[Block] = [Title(say(_TITLE, lang, cluster=roster.cluster.name.to(lang), day=day(on, lang)))]
    if year is not None:
        blocks.append(Lines((Phrase(say(_BASIS, lang, year=year), "dim"),)))
    if not standings:
        blocks.append(Lines((Phrase(say(_NOBODY, lang), "warn"),)))
        after = [Phrase(f"{each.on(on).name.to(lang)}: " + "; ".join(one.name.to(lang) for one in each.successors))
                 for each in roster.members if each.successors and _gone(roster, each.id, on)]  # fmt: skip
        return [*blocks, Title(say(_AFTER, lang), 2), Lines(tuple(after), bullets=True)] if after else blocks
    unknown = say(_UNKNOWN, lang)
    rows = tuple(
        Row((
            Phrase(each.name.to(lang), "strong"),
            Phrase(unit_type(each.type, lang) or unknown),
            Phrase(each.urban_class or unknown),
            Phrase(each.province or unknown),
            Phrase(say(_STATUS[each.membership], lang), "plain" if each.membership == "member" else "warn"),
            Phrase(each.id, "dim"),
        ))
        for each in standings
    )  # fmt: skip
    blocks.append(Table(tuple(map(Column, all_said(_HEADINGS, lang))), rows))
    sure = sum(each.membership == "member" for each in standings)
    lines = [Phrase(say(_COUNT, lang, count=sure))]
    if sure < len(rows):
        lines.append(Phrase(say(_UNSURE, lang, count=len(rows) - sure), "warn"))
    return [*blocks, Lines(tuple(lines))]


def _gone(roster: Roster, member: str, on: datetime.date) -> bool:
    return any(stay.until is not None and stay.until < on for stay in roster.by_id[member].member)


def record(roster: Roster, on: datetime.date, lang: Language) -> dict[str, object]:
    """Return the members on a day as data."""
    return {
        "on": on.isoformat(),
        "cluster": roster.cluster.id,
        "members": [
            {
                "member": each.id,
                "name": each.name.to(lang),
                "type": each.type,
                "class": each.urban_class,
                "province": each.province,
                "membership": each.membership,
            }
            for each in roster.on(on).values()
        ],
        "successors": {
            each.id: [one.name.to(lang) for one in each.successors] for each in roster.members if each.successors
        },
    }


def grid(roster: Roster, on: datetime.date, lang: Language) -> Grid:
    """Return the members on a day as a plain table."""
    headings = ("member", "name", "type", "class", "province", "membership", "on")
    return Grid(headings, tuple(
        (each.id, each.name.to(lang), each.type, each.urban_class, each.province, each.membership, on.isoformat())
        for each in roster.on(on).values()
    ))  # fmt: skip
