"""What if: the same year with a value, a ruling or the criteria set replaced; such a result is never locked.

What is set is `MEMBER.ID=VALUE`: ID is a criterion, gate, bonus or deduction; of a criterion that judges mark
`MEMBER.ID.JUDGE=VALUE`. It equals the same change made in the files.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from taybac_cluster.decide import replaced
from taybac_cluster.decide.other_set import on_other_set
from taybac_cluster.decide.result import Replaced, Result, WhatIf, decide
from taybac_cluster.decide.scales import level_key
from taybac_cluster.decide.score import score
from taybac_cluster.decide.sheet import Sheet, Used
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.record import MAX_DIGITS, NUMBER
from taybac_cluster.model.scales import Levels, Marks, Ratio, Relative, Scale
from taybac_cluster.model.submission import Figure, Mark

Fault = Literal[
    "form", "twice", "member", "no_submission", "not_competing", "id", "judge", "no_judges", "judge_needed",
    "not_marked", "code", "number", "comma", "negative", "ratio", "level", "answer", "mark",
]  # fmt: skip

_FORM = re.compile(r"([^.=\s]+)\.([^.=\s]+)(?:\.([^.=\s]+))?\s*=(.*)", re.DOTALL)
_ANSWERS = {"true": True, "có": True, "yes": True, "false": False, "không": False, "no": False}


class Setting(NamedTuple):
    """What is set, as it was typed."""

    text: str
    member: str
    id: str
    judge: str | None
    value: str

    @property
    def target(self) -> str:
        """What is replaced: MEMBER.ID or MEMBER.ID.JUDGE."""
        return ".".join(filter(None, (self.member, self.id, self.judge)))


class CannotSetError(Exception):
    """Something that cannot be set, and why; `legal` is what could stand there."""

    def __init__(self, fault: Fault, text: str, legal: Sequence[str] = ()) -> None:
        super().__init__(f"{fault}: {text}")
        self.fault, self.text, self.legal = fault, text, tuple(legal)


def what_if(
    before: Result, texts: Sequence[str] = (), criteria: CriteriaSet | None = None, file: str | None = None
) -> Result:
    """Decide a year again with things set, on another criteria set from `file` if one is given.

    Raises:
        CannotSetError: a text is not MEMBER.ID=VALUE, names nothing of the round, or a value that cannot be.
    """
    other = on_other_set(before.round, criteria) if criteria is not None else None
    base = other.round if other else before.round
    settings = parsed(texts)
    the_round = base
    for setting in settings:
        the_round = with_setting(the_round, setting)
    members = {setting.member for setting in settings}
    old, new = score(base, only=members), score(the_round, only=members)
    done = tuple(
        Replaced(each.member, each.id, each.judge, (_counted(old, each), _counted(new, each))) for each in settings
    )
    unused = (other.without_value, other.ignored) if other else ((), ())
    return replace(decide(the_round, before.on_record), what_if=WhatIf(before, done, file, *unused))


def parsed(texts: Sequence[str]) -> tuple[Setting, ...]:
    """Read what is to be set.

    Raises:
        CannotSetError: a text has another form, or the same thing is set twice.
    """
    settings: dict[str, Setting] = {}
    for text in texts:
        match = _FORM.fullmatch(unicodedata.normalize("NFC", text.strip()))
        if match is None:
            raise CannotSetError("form", text)
        setting = Setting(text, match[1], match[2], match[3], match[4].strip())
        if setting.target in settings:
            raise CannotSetError("twice", setting.target)
        settings[setting.target] = setting
    return tuple(settings.values())


def with_setting(the_round: Round, setting: Setting) -> Round:
    """Return the round with one thing set.

    Raises:
        CannotSetError: the round has no such thing, or it cannot have such a value.
    """
    _known(the_round, setting)
    _, _, name, judge, _ = setting
    criteria = the_round.criteria
    if name in criteria.criteria:
        return _with_criterion(the_round, setting, criteria.criteria[name])
    if judge is not None:
        raise CannotSetError("not_marked", name)
    answer = _answer(setting)
    if any(gate.id == name for gate in criteria.gates):
        return replaced.with_gate(the_round, setting.member, name, passed=answer)
    if any(item.id == name for item in criteria.bonuses.items):
        return replaced.with_bonus(the_round, setting.member, name, granted=answer)
    return replaced.with_deduction(the_round, setting.member, name, taken=answer)


def counted(sheet: Sheet, name: str, judge: str | None = None) -> Used:
    """Return what counts for an id: a value, a mark, or true or false for a gate, bonus or deduction."""
    for leaf in sheet.root.leaves():
        if leaf.id == name:
            if leaf.outcome == "not_applicable":
                return "na"
            value = dict(leaf.given.marks).get(judge) if judge is not None else leaf.given.value
            return "missing" if value is None else value
    answers = {gate.id: gate.passed for gate in sheet.gates}
    answers |= {item.id: item.granted for item in (*sheet.bonuses, *sheet.deductions)}
    return answers.get(name, False)


def _counted(sheets: Mapping[str, Sheet], setting: Setting) -> Used:
    return counted(sheets[setting.member], setting.id, setting.judge)


def _known(the_round: Round, setting: Setting) -> None:
    """Refuse a member, an id or a judge that the round does not have."""
    submission = the_round.submissions.get(setting.member)
    if setting.member not in the_round.standings:
        raise CannotSetError("member", setting.member, list(the_round.standings))
    if submission is None:
        raise CannotSetError("no_submission", setting.member)
    if submission.values is None:
        raise CannotSetError("not_competing", setting.member)
    criteria = the_round.criteria
    items = (*criteria.bonuses.items, *criteria.deductions.items)
    legal = [*criteria.criteria, *(gate.id for gate in criteria.gates), *(item.id for item in items)]
    if found := [each.id for each in criteria.criteria.values() if each.code == setting.id]:
        raise CannotSetError("code", setting.id, found)
    if setting.id not in legal:
        raise CannotSetError("id", setting.id, legal)


def _with_criterion(the_round: Round, setting: Setting, criterion: Criterion) -> Round:
    member, name, scale = setting.member, setting.id, criterion.scale_for(_class_of(the_round, setting))
    if setting.judge is not None:
        return _with_mark(the_round, setting, scale)
    if setting.value == "na":
        return replaced.not_applicable(the_round, member, name)
    if isinstance(scale, Marks):
        if setting.value != "missing":
            raise CannotSetError("judge_needed", setting.target, _judges(the_round))
        return replaced.with_marks(the_round, member, name, {})
    figure = replaced.MISSING if setting.value == "missing" else _figure(setting, scale)
    return replaced.with_figure(the_round, member, name, figure)


def _class_of(the_round: Round, setting: Setting) -> str | None:
    return the_round.standings[setting.member].urban_class


def _judges(the_round: Round) -> list[str]:
    return [judge.id for judge in the_round.meeting.judges] if the_round.meeting is not None else []


def _with_mark(the_round: Round, setting: Setting, scale: Scale) -> Round:
    judges, judge = _judges(the_round), setting.judge or ""
    if not isinstance(scale, Marks):
        raise CannotSetError("not_marked", setting.id)
    if judge not in judges:
        raise CannotSetError("judge" if judges else "no_judges", judge, judges)
    appraisal = the_round.appraisals.get(setting.member)
    marks = dict(appraisal.marks.get(setting.id, {})) if appraisal is not None else {}
    if setting.value == "missing":
        marks.pop(judge, None)
    else:
        mark = _number(setting)
        if not 0 <= mark <= scale.out_of:
            raise CannotSetError("mark", setting.text, (f"{scale.out_of:f}",))
        marks[judge] = Mark(mark=mark)
    return replaced.with_marks(the_round, setting.member, setting.id, marks)


def _figure(setting: Setting, scale: Scale) -> Figure:
    return _FIGURES.get(scale.kind, _numeric)(setting, scale)


def _numeric(setting: Setting, scale: Any) -> Figure:  # noqa: ANN401 - the scale of its kind
    number = _number(setting)
    if number < 0 and isinstance(scale, Relative) and scale.method == "best":
        raise CannotSetError("negative", setting.text)
    return Figure(value=number)


def _ratio(setting: Setting, _: Ratio) -> Figure:
    above, slash, below = setting.value.partition("/")
    if not slash:
        raise CannotSetError("ratio", setting.text)
    numerator, denominator = (_number(setting._replace(value=part.strip())) for part in (above, below))
    if denominator <= 0:
        raise CannotSetError("ratio", setting.text)
    return Figure(numerator=numerator, denominator=denominator)


def _level(setting: Setting, scale: Levels) -> Figure:
    if level_key(setting.value) not in {level_key(name) for name in scale.levels}:
        raise CannotSetError("level", setting.text, list(scale.levels))
    return Figure(value=setting.value)


def _yes_no(setting: Setting, _: object) -> Figure:
    return Figure(value=_answer(setting))


_FIGURES: Mapping[str, Callable[[Setting, Any], Figure]] = {"ratio": _ratio, "levels": _level, "yes_no": _yes_no}
"""How a value is read where it is no single number."""


def _number(setting: Setting) -> Decimal:
    text = setting.value
    if NUMBER.fullmatch(text.replace(",", ".")) is None or sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise CannotSetError("number", setting.text)
    if "," in text:
        raise CannotSetError("comma", setting.text, (text.replace(",", "."),))
    return Decimal(text)


def _answer(setting: Setting) -> bool:
    answer = _ANSWERS.get(setting.value.casefold())
    if answer is None:
        raise CannotSetError("answer", setting.text)
    return answer
