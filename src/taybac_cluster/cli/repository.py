"""The files of a new data repository, and what is asked where the command line does not say it."""

import datetime
import sys
from typing import NamedTuple

from taybac_cluster import __version__
from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import fail, is_terminal, named, tell
from taybac_cluster.diagnostics import folded
from taybac_cluster.export.json import render
from taybac_cluster.load.document import parse
from taybac_cluster.load.repository import templates
from taybac_cluster.model.members import Roster
from taybac_cluster.views.schema import MODELS, schema
from taybac_cluster.views.starters import criteria, example, owners, papers
from taybac_cluster.views.starters import members as starter
from taybac_cluster.views.starters.members import Outline


class Asked(NamedTuple):
    """What the command line says of the cluster."""

    name: str | None = None
    association: str | None = None
    members: tuple[str, ...] = ()
    year: int | None = None
    example: bool = False


def answered(asked: Asked) -> Asked:
    """On a terminal, ask for what was not given; the example knows its members."""
    if not is_terminal(sys.stdin) or asked.example:
        return asked

    def question(vi: str, en: str) -> str:
        tell(f"{say(vi, en)}:")
        return sys.stdin.readline().strip()

    name = asked.name or question("Tên cụm", "The cluster’s name")
    association = asked.association or question("Tên hiệp hội (có thể bỏ trống)", "The association’s name (or nothing)")
    members = asked.members or tuple(
        each.strip()
        for each in question(
            "Các đô thị thành viên, cách nhau bằng dấu phẩy", "The members, with commas between"
        ).split(",")
        if each.strip()
    )
    return asked._replace(name=name or None, association=association or None, members=members)


def files(asked: Asked) -> dict[str, str]:
    """Return every file of the repository by its path."""
    lang, year = current(), asked.year or _this_year()
    outline = _outline(asked)
    data = {"members.yaml": starter.text(outline, year, lang)}
    roster = _roster(data["members.yaml"])
    data |= example.texts(year, lang) if asked.example else {f"criteria/{year}.yaml": criteria.text(year, lang)}
    data["papers.yaml"] = papers.text(roster, year, lang)
    blanks = {
        "VERSION": __version__,
        "NAME": outline.name,
        "NAME_EN": outline.name,
        "YEAR": str(year),
        "NEXT": str(year + 1),
        "FIRST": next(iter(outline.members)),
    }
    return {
        **{f"data/{path}": text for path, text in data.items()},
        **templates(blanks),
        ".github/CODEOWNERS": owners.text(roster, lang),
        **{f".vscode/schemas/{kind}.json": render(schema(kind)) for kind in MODELS},
    }


def _outline(asked: Asked) -> Outline:
    name = asked.name or say("Cụm đô thị", "Cluster of cities")
    association = asked.association or ""
    if asked.example and not asked.members:
        return Outline(_id(name), name, association, example.MEMBERS, example.CLASSES, accounts=True)
    names = asked.members or tuple(example.MEMBERS.values())[:2]
    members = {_id(each): each for each in names}
    if len(members) < len(names):
        fail(say("hai đô thị trùng tên", "two members have the same name"), 2)
    return Outline(_id(name), name, association, members)


def _id(name: str) -> str:
    """Return the id that is made of a name."""
    made = folded(name)[:64].strip("-")
    if not made:
        shown = named(name)
        fail(say(f"“{shown}” không có chữ cái nào để làm mã", f"“{shown}” has no letter to make an id of"), 2)
    return made


def _roster(text: str) -> Roster:
    roster, faults = parse(text.encode(), "members.yaml", Roster)
    assert roster is not None, faults  # noqa: S101 - it was written by us
    return roster


def _this_year() -> int:
    return datetime.date.today().year  # noqa: DTZ011, TID251 - there is no file yet that could say it
