"""What was typed into the cells of a form: values as the files hold them, or what is wrong, with its cell."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.decide.form import MISSING, NOT_APPLICABLE, Answer, CellFault, Field, kind_of, written
from taybac_cluster.decide.scales import level_key
from taybac_cluster.diagnostics import folded
from taybac_cluster.load.characters import HIDDEN
from taybac_cluster.load.together import outside, together
from taybac_cluster.load.workbook import Cell
from taybac_cluster.model.record import MAX_DIGITS, NUMBER
from taybac_cluster.model.scales import Count, Marks, Ratio
from taybac_cluster.rules.expected import is_percentage
from taybac_cluster.rules.mistyped_numbers import mistyped_number
from taybac_cluster.rules.reading.numbers import PERCENT_SIGN, UNIT_IN_VALUE

_ZERO = Decimal(0)
_YES, _NO = {"co", "x", "yes", "true", "dat", "1", "v"}, {"khong", "no", "false", "khong-dat", "0", "k"}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A thousand, or one and a fraction: it cannot be known."""
_PAIR = re.compile(r"\s*(-?\d+(?:[.,]\d+)?)\s*/\s*(\d+(?:[.,]\d+)?)\s*")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)")


class Said(NamedTuple):
    """The values of a form by the names of their cells, those that differ from what it was made of, and the faults."""

    values: Mapping[str, Answer]
    changed: frozenset[str]
    faults: tuple[CellFault, ...]


def read_answers(
    fields: Iterable[Field], cells: Mapping[str, Cell], given: Mapping[str, str], *, accept: bool = False
) -> Said:
    """Read every cell as the value that its kind asks for.

    Unusual numbers are faults, but with `accept`, or where the file has them already. A cell that the form never had is
    left alone; one that it had, and that is gone, is a fault.
    """
    values: dict[str, Answer] = {}
    faults: list[CellFault] = []
    fields = tuple(field for field in fields if field.name in given)
    for field in fields:
        cell = cells.get(field.name)
        value = _value(field, cell) if cell else CellFault("", "no_cell", field, {"name": field.name})
        if (
            isinstance(value, CellFault)
            and value.number is not None
            and (accept or written(value.number) == given[field.name])
        ):
            value = value.number
        if isinstance(value, CellFault):
            faults.append(value)
        else:
            values[field.name] = value
    changed = frozenset(name for name, value in values.items() if written(value) != given[name])
    beside = together(fields, values, {name: cell.ref for name, cell in cells.items()})
    faults += (each for each in beside if each.number is None or not (accept or _as_before(each, changed)))
    return Said(values, changed, tuple(faults))


def _as_before(fault: CellFault, changed: frozenset[str]) -> bool:
    """Whether the two numbers of an unusual percentage are those that the file has already."""
    field = fault.field
    return field is not None and not changed & {field.name, field._replace(part="numerator").name}


def _value(field: Field, cell: Cell) -> Answer | CellFault:
    value = cell.value
    if cell.formula and value is None:
        return CellFault(cell.ref, "no_stored_value", field)
    if isinstance(value, str):
        value = _clean(value)
    if value is None or value == "":
        return None
    if isinstance(value, str) and _ERROR.fullmatch(value):
        return CellFault(cell.ref, "excel_error", field, {"text": value})
    found = _READERS[field.kind](field, cell._replace(value=value))
    return found._replace(ref=cell.ref, field=field) if isinstance(found, CellFault) else found


def _clean(text: str) -> str:
    """Return a text as files hold it: composed letters, plain line ends, nothing that cannot be seen."""
    text = (
        text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u00a0", " ")
    )
    text = HIDDEN.sub("", unicodedata.normalize("NFC", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _fault(kind: str, **params: object) -> CellFault:
    return CellFault("", kind, None, params)


def _number(field: Field, cell: Cell) -> Answer | CellFault:
    number = _as_number(field, cell)
    if isinstance(number, CellFault):
        return number
    criterion = field.criterion
    if cell.percent and criterion is not None and not isinstance(cell.value, str):
        if not is_percentage(criterion):
            return _fault("percent_cell", text=_shown(cell.value))
        number = Decimal(f"{float(number * 100):.15g}")
    return _fitting(field, number)


def _as_number(field: Field, cell: Cell) -> Decimal | CellFault:
    """Return the number of a cell; one typed as a text with a decimal comma is one too."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _exact(value)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return _fault("date_for_number", text=_shown(value))
    return _typed(field, _shown(value).replace("\n", " "))


def _typed(field: Field, text: str) -> Decimal | CellFault:
    """Return the number that was typed as a text."""
    mistake = mistyped_number(text)
    write = str(mistake.params["write"]) if mistake else ""
    if mistake is None or not NUMBER.fullmatch(write) or len(write) > MAX_DIGITS:
        return _fault("not_a_number", text=text)
    if mistake.rule is UNIT_IN_VALUE or (mistake.rule is PERCENT_SIGN and not _in_per_cent(field)):
        return _fault("not_a_number", text=text)
    if _GROUPED.fullmatch(text):
        return _fault("ambiguous_number", text=text)
    return Decimal(write)


def _in_per_cent(field: Field) -> bool:
    return field.criterion is not None and is_percentage(field.criterion)


def _exact(value: float) -> Decimal | CellFault:
    """Return a number with the fifteen digits that Excel keeps."""
    number = Decimal(f"{value:.15g}")
    if not number.is_finite() or number.adjusted() >= MAX_DIGITS or number.adjusted() < -MAX_DIGITS:
        return _fault("not_a_number", text=_shown(value))
    return Decimal(f"{number:f}")


def _fitting(field: Field, number: Decimal) -> Answer | CellFault:
    """Return a number that can be right for its criterion."""
    if field.part == "denominator" and number <= _ZERO:
        return _fault("not_positive")
    if field.part == "votes" and number % 1:
        return _fault("not_whole", text=written(number))
    if number < _ZERO and (isinstance(field.scale, Count | Ratio) or field.criterion is None):
        return _fault("negative")
    if field.part != "value":
        return number
    return outside(field, number) or number


def _level(field: Field, cell: Cell) -> Answer | CellFault:
    key = level_key(str(cell.value))
    found = next((each for each in field.choices if level_key(each) == key), None)
    found = found or next((each for each in field.choices if folded(each) == folded(key)), None)
    return found or _fault("not_a_level", text=_shown(cell.value), choices=field.choices)


def _yes_no(_field: Field, cell: Cell) -> Answer | CellFault:
    if isinstance(cell.value, bool):
        return cell.value
    word = folded(_shown(cell.value))
    return True if word in _YES else False if word in _NO else _fault("not_yes_no", text=_shown(cell.value))


def _text(_field: Field, cell: Cell) -> Answer | CellFault:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = _exact(value)
        return number if isinstance(number, CellFault) else written(number)
    return _shown(value)


def _lines(_field: Field, cell: Cell) -> Answer | CellFault:
    return tuple(line.lstrip("-•* ") for line in _shown(cell.value).split("\n") if line.strip("-•* ")) or None


def _date(_field: Field, cell: Cell) -> Answer | CellFault:
    value = cell.value
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = _shown(value)
    if match := _DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return _fault("not_a_date", text=text)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return _fault("not_a_date", text=text)


def _ruling(field: Field, cell: Cell) -> Answer | CellFault:
    """Return what the panel puts in the place of a value: such a value, or that it does not apply or is missing."""
    word = folded(_shown(cell.value))
    if word in (folded(NOT_APPLICABLE), "na", "n-a"):
        return NOT_APPLICABLE
    if word in (folded(MISSING), "missing"):
        return MISSING
    if isinstance(field.scale, Ratio):
        return _pair(_shown(cell.value))
    return _READERS[kind_of(field.scale)](field, cell)


def _pair(text: str) -> Answer | CellFault:
    match = _PAIR.fullmatch(text)
    if match is None:
        return _fault("not_a_ratio", text=text)
    top, bottom = (Decimal(each.replace(",", ".")) for each in match.groups())
    return f"{top:f}/{bottom:f}" if bottom > _ZERO else _fault("not_a_ratio", text=text)


def _deduction(field: Field, cell: Cell) -> Answer | CellFault:
    """Return whether a deduction is taken in full, or its points."""
    if isinstance(cell.value, bool) or folded(_shown(cell.value)) in (_YES | _NO) - {"1", "0"}:
        return _yes_no(field, cell)
    number = _as_number(field, cell)
    return number if isinstance(number, CellFault) else number if number > _ZERO else _fault("not_positive")


def _mark(field: Field, cell: Cell) -> Answer | CellFault:
    """Return a judge's mark, or in words why there is none."""
    if isinstance(cell.value, str) and not any(each.isdigit() for each in cell.value):
        return cell.value
    number = _as_number(field, cell)
    most = field.scale.out_of if isinstance(field.scale, Marks) else None
    if isinstance(number, Decimal) and most is not None and not _ZERO <= number <= most:
        return _fault("mark_out_of_range", text=written(number), most=most)
    return number


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    return str(value)


_READERS: Mapping[str, Callable[[Field, Cell], Answer | CellFault]] = {
    "number": _number,
    "level": _level,
    "yes_no": _yes_no,
    "text": _text,
    "person": _text,
    "lines": _lines,
    "date": _date,
    "ruling": _ruling,
    "deduction": _deduction,
    "mark": _mark,
}
"""How each kind of cell is taken."""
