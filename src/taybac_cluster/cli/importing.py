"""What is shown of a form that came back: its faults by their cells, else the change; and who is in."""

from pathlib import Path

import typer

from taybac_cluster.cli.excerpts import prefix_of
from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import colour, emit, named, tell, unwritable, width
from taybac_cluster.export.patch import Patch, render
from taybac_cluster.pipeline.checking import Checked
from taybac_cluster.pipeline.forms import Taken, write
from taybac_cluster.views.diagnostics import findings
from taybac_cluster.views.form.faults import cell_fault, file_fault, refused_line
from taybac_cluster.views.form.received import Received, page


def deliver(root: Path, form: Taken, *, write: bool) -> None:
    """Say what is wrong with a form, or show its change and write it."""
    if not form.sound:
        for line in _faults(form):
            tell(line)
        return
    if not form.changes:
        tell(say(f"{named(form.path)}: không có gì thay đổi", f"{named(form.path)}: nothing is changed"))
        return
    prefix = prefix_of(root)
    patches = [Patch(prefix + each.file, _text(each.before), _text(each.after)) for each in form.changes]
    emit(render(patches, current()))
    if write:
        _write(root, form)


def _faults(form: Taken) -> list[str]:
    file, lang = str(form.path), current()
    if form.refused is not None:
        return [file_fault(file, form.refused.kind, form.refused.params, lang)]
    if form.faults:
        return [cell_fault(file, each, lang) for each in form.faults]
    return [
        refused_line(file, ref, said.message, lang) for ref, each in form.diagnostics for said in findings([each], lang)
    ]


def _write(root: Path, form: Taken) -> None:
    try:
        kept = write(root, form.changes)
    except OSError as error:
        unwritable(error.filename or root, error)
    for each in form.changes:
        path = named(root / each.file)
        if each.file in kept:
            tell(say(f"{path} vừa bị người khác sửa; nhập lại", f"{path} was just changed by another; import again"))
        else:
            tell(say(f"đã ghi {path}", f"wrote {path}"))
    if kept:
        raise typer.Exit(1)


def _text(content: bytes | None) -> str:
    return (content or b"").decode("utf-8-sig")


def show_received(forms: list[Taken], found: Checked) -> None:
    """Print who is in, for each year of which there are forms."""
    from taybac_cluster.export.terminal import render as shown

    for year in sorted({form.year for form in forms if form.member and form.year in found.cluster.rounds}):
        mine = {form.member: form for form in forms if form.year == year}
        received = [
            Received(city, form.path.name if (form := mine.get(city.id)) else "", _outcome(mine.get(city.id)))
            for city in found.cluster.rounds[year].standings.values()
        ]
        emit(shown(page(year, received, current()), width(), colour=colour()))


def _outcome(form: Taken | None) -> str:
    if form is None:
        return "none"
    return "faulty" if not form.sound else "changed" if form.changes else "same"
