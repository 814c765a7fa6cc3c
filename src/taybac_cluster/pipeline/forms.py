"""Forms out and back: what a workbook is made of, and what a filled-in one changes in the files."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.decide.form import CellFault, Field, city_fields, competing, identity, panel_fields
from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.load.answers import Said, read_answers
from taybac_cluster.load.files import put_unless_changed, take
from taybac_cluster.load.filling import claim_nothing_else, fill_appraisal, fill_meeting, fill_status, fill_submission
from taybac_cluster.load.folder import read_folder
from taybac_cluster.load.workbook import UnreadableError, Workbook, read
from taybac_cluster.model.cluster import Round
from taybac_cluster.pipeline.checking import Checked, check, checked
from taybac_cluster.pipeline.refusals import LockedYearError
from taybac_cluster.pipeline.starting import City, before, open_still, round_of

Begin = Callable[[str, int, str], str]
"""Writes the text of a file that is not there yet: its kind, the year, the member."""


class Change(NamedTuple):
    """A file that a form changes: its path in the data folder, what it held (None: it was not there), what it will."""

    file: str
    before: bytes | None
    after: bytes


class FileFault(NamedTuple):
    """Why a whole form is refused: a key of the words for it, with what they need."""

    kind: str
    params: Mapping[str, object] = {}


class Taken(NamedTuple):
    """A form that came back."""

    path: Path
    year: int = 0
    member: str = ""
    """The city of a form; nothing for the panel's workbook."""
    changes: tuple[Change, ...] = ()
    refused: FileFault | None = None
    faults: tuple[CellFault, ...] = ()
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()
    """What would be wrong with the files, were they written, each with the cell that it comes from, if known."""

    @property
    def sound(self) -> bool:
        """Whether there is nothing wrong with the form."""
        return self.refused is None and not self.faults and not self.diagnostics


def all_forms(root: Path, year: int) -> list[City]:
    """Return what the forms of all members of a year are made of.

    Raises:
        NothingToRankError, FaultyDataError: as `starting.city_of`.
    """
    the_round, found = round_of(root, year)
    return [City(the_round, each, before(found, year, each.id)) for each in the_round.standings.values()]


def panel_form(root: Path, year: int) -> Round:
    """Return what the panel's workbook is made of.

    Raises:
        NothingToRankError, FaultyDataError: as `starting.city_of`.
    """
    return round_of(root, year)[0]


def taken(root: Path, paths: Iterable[Path], begun: Begin, *, accept: bool = False) -> tuple[list[Taken], Checked]:
    """Return what each form changes; nothing is written."""
    found = check(root)
    forms = [_taken(root, found, path, begun, accept=accept) for path in paths]
    return [_once(form, forms) for form in forms], found


def _once(form: Taken, forms: list[Taken]) -> Taken:
    """Refuse a form where another is of the same city and year."""
    others = [
        each.path.name
        for each in forms
        if each is not form and each.year == form.year and each.member == form.member and each.year
    ]
    if not others or form.refused is not None:
        return form
    return form._replace(refused=FileFault("twice", {"member": form.member or "panel", "other": ", ".join(others)}))


def _taken(root: Path, found: Checked, path: Path, begun: Begin, *, accept: bool) -> Taken:
    try:
        workbook = read(str(path))
    except UnreadableError as error:
        return Taken(path, refused=FileFault(error.kind, error.params))
    year, member = workbook.identity.get("year", ""), workbook.identity.get("member", "")
    if workbook.identity.get("kind") not in ("submission", "panel") or not re.fullmatch("[0-9]{4}", year):
        return Taken(path, refused=FileFault("not_ours"))
    form = Taken(path, int(year), member)
    refused = _refused(found, form, workbook)
    if refused is not None:
        return form._replace(refused=refused)
    the_round = found.cluster.rounds[form.year]
    if workbook.identity["kind"] == "panel":
        return _panel(root, the_round, form, workbook, begun, accept=accept)
    return _city(root, found, form, workbook, begun, accept=accept)


def _refused(found: Checked, form: Taken, workbook: Workbook) -> FileFault | None:
    """Return why a form cannot be used: another year, another cluster, other criteria, a locked year."""
    if form.year not in found.cluster.rounds:
        return FileFault("other_year", {"year": form.year})
    the_round = found.cluster.rounds[form.year]
    if form.member and form.member not in the_round.standings:
        return FileFault("other_member", {"member": form.member})
    if form.path.stem != form.member and form.path.stem in the_round.standings:
        return FileFault("other_name", {"name": form.path.name, "member": form.member or "panel"})
    try:
        open_still(found, form.year)
    except LockedYearError:
        return FileFault("locked_year", {"year": form.year})
    members = [form.member] if form.member else list(the_round.standings)
    classes = {member: the_round.standings[member].urban_class for member in members}
    if workbook.identity.get("criteria") != identity(the_round.criteria, classes):
        return FileFault("other_set", {"year": form.year})
    files = {"members.yaml", the_round.criteria.file, *_files(form, the_round)}
    faulty = sorted({each.file for each in found.errors} & files)
    return FileFault("faulty_file", {"file": faulty[0]}) if faulty else None


def _files(form: Taken, the_round: Round) -> set[str]:
    if form.member:
        return {f"submissions/{form.year}/{form.member}.yaml"}
    appraisals = {f"appraisals/{form.year}/{member}.yaml" for member in the_round.standings}
    return {f"meetings/{form.year}.yaml", *appraisals}


def _city(root: Path, found: Checked, form: Taken, workbook: Workbook, begun: Begin, *, accept: bool) -> Taken:  # noqa: PLR0913
    the_round = found.cluster.rounds[form.year]
    said_before = the_round.submissions.get(form.member)
    fields = city_fields(the_round.criteria, the_round.standings[form.member].urban_class, said_before)
    given = workbook.given if said_before is not None else dict.fromkeys(workbook.given, "")
    said = read_answers(fields, workbook.cells, given, accept=accept)
    lost = _lost(fields, said, workbook, found.cluster.evidence.get(form.year, frozenset()), form)
    if said.faults or lost or not said.changed:
        return form._replace(faults=(*said.faults, *lost))
    fill = partial(fill_submission, fields=fields, said=said)
    if said_before is None:
        fill = partial(_first, fields=fields, said=said)
    file = f"submissions/{form.year}/{form.member}.yaml"
    change = _change(root, file, partial(begun, "submission", form.year, form.member), fill)
    return _checked(root, form, [change], _refs(fields, workbook))


def _first(text: str, fields: Sequence[Field], said: Said) -> str:
    return claim_nothing_else(fill_submission(text, fields, said), fields, said)


def _lost(
    fields: Iterable[Field], said: Said, workbook: Workbook, there: frozenset[str], form: Taken
) -> tuple[CellFault, ...]:
    """Return the cells that name evidence which is not there."""
    folder = f"{form.year}/{form.member}"
    return tuple(
        CellFault(workbook.cells[field.name].ref, "no_evidence", field, {"text": lost, "folder": folder})
        for field in fields
        if field.part == "evidence" and field.name in said.changed and isinstance(said.values[field.name], tuple)
        if (lost := tuple(n for n in said.values[field.name] if f"{form.member}/{n}" not in there))  # type: ignore[union-attr]
    )


def _panel(root: Path, the_round: Round, form: Taken, workbook: Workbook, begun: Begin, *, accept: bool) -> Taken:  # noqa: PLR0913
    fields = panel_fields(the_round)
    given = {field.name: workbook.given[field.name] for field in fields if field.name in workbook.given}
    fresh = {field.name: "" for field in fields if field.name in given and not _has_file(the_round, field)}
    said = read_answers(fields, workbook.cells, {**given, **fresh}, accept=accept)
    if said.faults or not said.changed:
        return form._replace(faults=said.faults)
    year = form.year
    changes = [
        _change(
            root,
            f"appraisals/{year}/{member}.yaml",
            partial(begun, "appraisal", year, member),
            partial(fill_appraisal, fields=fields, said=said, member=member),
        )
        for member in competing(the_round)
        if _touched(fields, said, member, there=member in the_round.appraisals)
    ]
    changes += [
        _change(root, f"submissions/{year}/{member}.yaml", str, partial(fill_status, said=said, member=member))
        for member in competing(the_round)
        if f"official.{member.replace('-', '_')}" in said.changed
    ]
    if any(each.part in _OF_MEETING and each.name in said.changed for each in fields):
        fill = partial(fill_meeting, fields=fields, said=said)
        changes.append(_change(root, f"meetings/{year}.yaml", partial(begun, "meeting", year, ""), fill))
    return _checked(root, form, changes, _refs(fields, workbook))


_OF_MEETING = ("held_on", "present", "votes", "nominated")


def _touched(fields: Iterable[Field], said: Said, member: str, *, there: bool) -> bool:
    """Whether a city's appraisal changes; that it is official now matters only where there is one."""
    mine = [each for each in fields if each.member == member and each.part not in _OF_MEETING]
    return any(each.name in said.changed and (there or each.part != "official") for each in mine)


def _has_file(the_round: Round, field: Field) -> bool:
    if field.part in _OF_MEETING:
        return the_round.meeting is not None
    if field.part == "official":
        return True
    return field.member in the_round.appraisals


def _change(root: Path, file: str, begun: Callable[[], str], fill: Callable[[str], str]) -> Change:
    """Return a file with what a form changes; its line ends and its byte order mark stay as they are."""
    content = take(str(root), file) if (root / file).exists() else None
    if not isinstance(content, bytes):
        return Change(file, None, fill(begun()).encode())
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    text = content.removeprefix(mark).decode()
    line_end = "\r\n" if "\r\n" in text else "\n"
    after = fill(text.replace("\r\n", "\n")).replace("\n", line_end)
    return Change(file, content, mark + after.encode())


def _refs(fields: Iterable[Field], workbook: Workbook) -> dict[tuple[str, str, str], str]:
    """Return the cells by what they are about: part, city and id."""
    return {
        (each.part, each.member, each.id): workbook.cells[each.name].ref
        for each in fields
        if each.name in workbook.cells
    }


def _checked(root: Path, form: Taken, changes: Iterable[Change], refs: Mapping[tuple[str, str, str], str]) -> Taken:
    """Return the form with its changes, and what would be wrong with the files then."""
    kept = tuple(each for each in changes if each.before != each.after)
    files = {each.file: each.after for each in kept}
    wrong = checked(read_folder(str(root), instead=files)).errors if files else ()
    return form._replace(
        changes=kept,
        diagnostics=tuple((_ref(each, files[each.file], form, refs), each) for each in wrong if each.file in files),
    )


_PARTS = {
    "values": ("value", "numerator"),
    "changes": ("value",),
    "gates": ("gate",),
    "bonuses": ("bonus",),
    "deductions": ("deduction",),
}


def _ref(wrong: Diagnostic, content: bytes, form: Taken, refs: Mapping[tuple[str, str, str], str]) -> str:
    """Return the cell that a faulty line of a file comes from; nothing where no cell is about it."""
    if not isinstance(wrong.where, Spot):
        return ""
    member = "" if form.member else Path(wrong.file).stem
    keys: list[str] = []
    for row in reversed(content.decode().splitlines()[: wrong.where.span.line]):
        if match := re.match(r"( *)([\w-]+):", row):
            keys.append(match[2])
            if not match[1]:
                break
    parts = _PARTS.get(keys[-1], (keys[-1],)) if keys else ()
    found = (refs.get((part, member, key)) for key in (*keys[:-1], "") for part in parts)
    return next((ref for ref in found if ref), "")


def write(root: Path, changes: Iterable[Change]) -> list[str]:
    """Write what forms changed, each file whole, and return the files that somebody else changed in the meantime.

    Raises:
        OSError: a file cannot be written; those before it are written whole.
    """
    kept = []
    for each in changes:
        path = root / each.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if not put_unless_changed(path, each.before, each.after):
            kept.append(each.file)
    return kept
