"""A text that names none of a criterion's levels."""

import re
from collections.abc import Iterator

from taybac_cluster.decide.scales import level_key
from taybac_cluster.diagnostics import Diagnostic, Words, shortened, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Levels
from taybac_cluster.model.submission import Submission
from taybac_cluster.rules import walk
from taybac_cluster.rules.block import block, in_quotes
from taybac_cluster.rules.rule import Edit, Rule

_NOTE = re.compile(r"(?P<level>[^,;:(–]+)(?:[,;:(–]|\s-\s)(?P<note>.+)")
_QUOTES = "“”„‘’‚«»‹›`´ "


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every text that is given for levels, as the scoring does: without case."""
    for year in walk.years(cluster):
        for said in year.odd:
            if isinstance(said.scale, Levels) and said.scale.levels and isinstance(said.value, str):
                text = shortened(said.value)
                meant = (
                    _unquoted(said.value, said.scale)
                    or _with_note(said, said.value, said.scale)
                    or suggestion(text, list(said.scale.levels))
                )
                yield RULE.at(said.location, name=said.criterion.name, text=text, suggestion=meant)


def _unquoted(text: str, scale: Levels) -> Words | None:
    """Say that a level was typed between quotes that are no quotes to YAML."""
    bare = text.strip(_QUOTES)
    if bare == text or level_key(bare) not in map(level_key, scale.levels):
        return None
    return Words(f"bỏ dấu nháy cong ở hai đầu, chỉ ghi: {bare}", f"remove the curled quotes at both ends: {bare}")


def _with_note(said: walk.Said, text: str, scale: Levels) -> Words | None:
    """Say how a level and a note that stand on one line are typed on two."""
    match = _NOTE.fullmatch(text)
    level = match["level"].strip() if match else ""
    if (
        match is None
        or not isinstance(said.document, Submission)
        or level_key(level) not in map(level_key, scale.levels)
    ):
        return None
    lines = block(said.name, ("value", level), ("note", in_quotes(match["note"].strip().rstrip(")"))))
    return Words(f"tách thành ba dòng:\n{lines}", f"make three lines of it:\n{lines}")


RULE = Rule(
    code="R402",
    name="unknown-level",
    title=Words(
        "Mức không có trong thang điểm của tiêu chí",
        "A level that the criterion does not have",
    ),
    why=Words(
        "Mức được chấm theo tên ghi trong bộ tiêu chí (không phân biệt chữ hoa); tên khác thì không có điểm.",
        "A level is scored by its name in the criteria set (without case); any other name gets nothing.",
    ),
    message=Words(
        "“{name}” không có mức “{text}”",
        "“{name}” has no level “{text}”",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  quy-hoach: cấp tỉnh", "  quy-hoach: cấp xã"),),
    good=(Edit("submissions/2023/sa-pa.yaml", "  quy-hoach: cấp tỉnh", "  quy-hoach: Cấp Tỉnh"),),
    check=check,
)
