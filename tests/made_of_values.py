"""Rounds made of Python values, for tests that make many of them or know them only as numbers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.submission import Appraisal, Submission

LINE = {"kind": "linear", "worst": Decimal(0), "best": Decimal(10)}


def round_of(
    groups: Any,  # noqa: ANN401 - as a file would hold it
    values: Mapping[str, Mapping[str, Any]],
    appraised: Mapping[str, Mapping[str, Any]] | None = None,
    classes: Mapping[str, str] | None = None,
    meeting: Mapping[str, Any] | None = None,
    **rules: Any,  # noqa: ANN401
) -> Round:
    """A round of members with values, under a criteria set that is typed out only as far as it matters."""
    written = {"year": Decimal(2023), "name": "Bộ mẫu", "status": "official", "as_of": "2023-09-24"}
    criteria = CriteriaSet.model_validate({**written, "groups": groups, **rules})
    roster = Roster.model_validate(
        {
            "cluster": {"id": "mau", "name": "Cụm mẫu"},
            "members": tuple(
                {"id": name, "name": name.upper(), "member": {"from": "2000-01-01"}}
                | ({"periods": ({"class": classes[name]},)} if classes and name in classes else {})
                for name in values
            ),
        }
    )
    head = {"year": Decimal(2023), "status": "official"}
    return Round(
        criteria,
        roster,
        {name: Submission.model_validate({"member": name, **head, **said}) for name, said in values.items()},
        {name: Appraisal.model_validate({"member": name, **head, **said}) for name, said in (appraised or {}).items()},
        Meeting.model_validate({"year": Decimal(2023), **meeting}) if meeting else None,
    )


def group(name: str, *criteria: Any, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"id": name, "name": name, "criteria": criteria, **fields}


def criterion(name: str, points: int | str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"id": name, "name": name, "points": Decimal(points), "scale": LINE, **fields}


def of(**values: int | str) -> dict[str, Any]:
    return {"values": {name: Decimal(value) for name, value in values.items()}}
