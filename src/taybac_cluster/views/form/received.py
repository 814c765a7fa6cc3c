"""Who is in: a table of the forms that came back, and of the cities whose form did not."""

from collections.abc import Mapping
from typing import NamedTuple

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Column, Page, Phrase, Role, Row, Table, Title
from taybac_cluster.views.words import full_name, say

_TITLE = Words("Biểu mẫu năm {year}: đã nhận {count}/{all}", "Forms of {year}: {count} of {all} are in")
_HEADS = (Words("Đô thị", "City"), Words("Tệp", "File"), Words("Kết quả", "Outcome"))
OUTCOMES: Mapping[str, tuple[Words, Role]] = {
    "changed": (Words("đã nhận", "taken"), "good"),
    "same": (Words("đã nhận, không có gì mới", "taken, nothing new"), "plain"),
    "faulty": (Words("có lỗi, chưa nhận", "faulty, not taken"), "bad"),
    "none": (Words("chưa gửi", "not in"), "dim"),
}


class Received(NamedTuple):
    """What became of a city's form."""

    city: Standing
    file: str
    outcome: str


def page(year: int, received: list[Received], lang: Language) -> Page:
    """Return the table of a year's forms."""
    there = sum(each.outcome in ("changed", "same") for each in received)
    rows = tuple(
        Row((Phrase(full_name(each.city, lang)), Phrase(each.file or "–"), _outcome(each.outcome, lang)))
        for each in received
    )
    title = say(_TITLE, lang, year=year, count=there, all=len(received))
    return (Title(title), Table(tuple(Column(say(each, lang)) for each in _HEADS), rows))


def _outcome(kind: str, lang: Language) -> Phrase:
    words, role = OUTCOMES[kind]
    return Phrase(say(words, lang), role)
