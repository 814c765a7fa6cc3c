"""A value of another kind than the criterion's scale takes: a text for a number, a number for yes or no."""

import re
from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.decide.scales import level_key
from taybac_cluster.diagnostics import Diagnostic, Words, folded, shortened
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Scalar
from taybac_cluster.model.scales import Levels, YesNo
from taybac_cluster.model.submission import Submission
from taybac_cluster.rules import walk
from taybac_cluster.rules.block import block, in_quotes
from taybac_cluster.rules.reading.shape import ANSWER_IN_QUOTES
from taybac_cluster.rules.rule import Edit, Rule

_NUMBER = Words("một số", "a number")
_YES_NO = Words("true hoặc false", "true or false")
_LEVEL = Words("tên một mức", "the name of a level")
_WRITE_NUMBER = Words("chỉ ghi một số như 12.5", "write one number such as 12.5")
_NO_FIGURE = Words("; nếu không có số liệu thì ghi hai dòng:\n", "; if there is none, write two lines:\n")
_NOTHING = re.compile(r"(?:khong|chua|dang|cho|cap-nhat)(?:-.*)?")
"""How officers say that they have no figure, as an id would be made of it: đang cập nhật, chưa có số liệu."""
_WRITE_YES_NO = Words("ghi true (có) hoặc false (không)", "write true (yes) or false (no)")
_REASON = Words("lý do", "reason")
_YES = frozenset(("có", "co", "yes", "đúng", "đạt", "rồi", "true"))
_NO = frozenset(("không", "khong", "no", "sai", "chưa", "không đạt", "false"))


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Say of every value that does not fit its scale what would."""
    for year in walk.years(cluster):
        for said in year.odd:
            if isinstance(said.scale, Levels):
                if not isinstance(said.value, str):
                    yield _no_level(said)
            elif isinstance(said.scale, YesNo):
                yield _no_answer(said)
            else:
                yield _no_number(said)


def _no_number(said: walk.Said) -> Diagnostic:
    from taybac_cluster.rules.mistyped_numbers import mistyped_number  # noqa: PLC0415 - only a fault needs it

    if isinstance(said.value, str) and (mistake := mistyped_number(said.value, _key_of(said))):
        return mistake.rule.at(said.location, fix=mistake.fix, **mistake.params)
    write = _without_a_figure(said)
    return RULE.at(said.location, name=said.criterion.name, text=_echo(said.value), expected=_NUMBER, write=write)


def _without_a_figure(said: walk.Said) -> Words:
    """Say how to write that there is no figure, with what the file says for a reason."""
    key = _key_of(said)
    if key is None:
        return _WRITE_NUMBER
    text = said.value if isinstance(said.value, str) else ""
    reasons = Words(text, text) if _NOTHING.fullmatch(folded(text)) else _REASON
    lines = (block(key, ("missing", in_quotes(reason))) for reason in reasons)
    return Words(*map("".join, zip(_WRITE_NUMBER, _NO_FIGURE, lines, strict=True)))


def _key_of(said: walk.Said) -> str | None:
    """Return the criterion of a submission's value, which may be given a note."""
    return said.criterion.id if isinstance(said.document, Submission) else None


def _no_answer(said: walk.Said) -> Diagnostic:
    word = level_key(said.value) if isinstance(said.value, str) else ""
    if word in ("true", "false"):
        return ANSWER_IN_QUOTES.at(said.location, fix=word, text=word, write=word)
    fix = "true" if word in _YES else "false" if word in _NO else None
    write = Words(f"ghi {fix}", f"write {fix}") if fix else _WRITE_YES_NO
    text = _echo(said.value)
    return RULE.at(said.location, fix=fix, name=said.criterion.name, text=text, expected=_YES_NO, write=write)


def _no_level(said: walk.Said) -> Diagnostic:
    """A number or a yes that is the very name of a level needs quotes only."""
    text, names = _echo(said.value), said.scale.levels if isinstance(said.scale, Levels) else {}
    if level_key(text) in map(level_key, names):
        write = Words(f'đặt trong dấu nháy: "{text}"', f'put it in quotes: "{text}"')
        return RULE.at(
            said.location, fix=f'"{text}"', name=said.criterion.name, text=text, expected=_LEVEL, write=write
        )
    listed = ", ".join(names)
    write = Words(f"dùng một trong: {listed}", f"use one of: {listed}")
    return RULE.at(said.location, name=said.criterion.name, text=text, expected=_LEVEL, write=write)


def _echo(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f"{value:f}" if isinstance(value, Decimal) else value
    return shortened(text)


RULE = Rule(
    code="R401",
    name="value-of-another-kind",
    title=Words(
        "Giá trị không đúng kiểu mà tiêu chí cần",
        "A value of another kind than the criterion takes",
    ),
    why=Words(
        "Thang điểm của tiêu chí quyết định phải ghi số, có hay không, hay tên một mức; ghi khác kiểu thì không "
        "chấm được.",
        "The criterion’s scale decides whether it takes a number, yes or no, or a level; another kind gets no score.",
    ),
    message=Words(
        "“{name}” cần {expected}, nhưng tệp ghi “{text}”",
        "“{name}” takes {expected}, but the file says “{text}”",
    ),
    hint=Words("{write}", "{write}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4", "  van-ban: khá nhiều"),),
    fixable=True,
    check=check,
)
