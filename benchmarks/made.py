"""Makes a data folder of any size: a cluster of N members, a criteria set, and a submission of each."""

import random
from pathlib import Path

CRITERIA = 24
SEED = 2023


def make(folder: Path, members: int, years: tuple[int, ...] = (2023,), criteria: int = CRITERIA) -> Path:
    """Write a data folder with `members` submissions a year; the same for the same numbers."""
    roster = ["cluster:", "  id: cum-do-thu", "  name: Cụm đo thử", "members:"]
    for at in range(members):
        period = f"[{{class: {('I', 'II', 'III', 'IV')[at % 4]}}}]"  # on a line each, 11 000 are still below 1 MB
        roster.append(f"  - {{id: do-thi-{at}, name: Đ.{at}, member: {{from: 2015-01-01}}, periods: {period}}}")
    _write(folder / "members.yaml", roster)
    for year in years:
        _write(folder / "criteria" / f"{year}.yaml", _criteria(year, criteria))
        chance = random.Random(SEED + year)  # noqa: S311 - figures for a benchmark
        for at in range(members):
            _write(folder / "submissions" / str(year) / f"do-thi-{at}.yaml", _submission(year, at, criteria, chance))
    return folder


def _criteria(year: int, criteria: int) -> list[str]:
    rows = [f"year: {year}", "name: Bộ tiêu chí đo thử", "status: illustrative", f"as_of: {year}-09-24", "groups:"]
    for group in range(4):
        rows += [f"  - id: nhom-{group}", f"    name: Nhóm {group}", "    criteria:"]
        for at in range(group, criteria, 4):
            rows += [f"      - id: tieu-chi-{at}", f"        name: Tiêu chí {at}", "        points: 5"]
            rows += ["        scale:", "          kind: linear", "          worst: 0", "          best: 100"]
    rows += ["gates:", "  - id: dieu-kien", "    name: Điều kiện", "ranking:", "  tie_break:", "    - nhom-0"]
    return [*rows, "nomination:", "  quota: 3"]


def _submission(year: int, at: int, criteria: int, chance: random.Random) -> list[str]:
    rows = [f"member: do-thi-{at}", f"year: {year}", "status: illustrative", f"submitted_on: {year}-09-08", "values:"]
    for number in range(criteria):
        value = f"{chance.randrange(2000, 9900) / 100:.2f}".rstrip("0").rstrip(".")
        if number % 6 == 5:
            rows += [f"  tieu-chi-{number}:", f"    value: {value}", f"    note: Ghi chú số {at} của tiêu chí {number}"]
        else:
            rows.append(f"  tieu-chi-{number}: {value}")
    return [*rows, "gates:", "  dieu-kien: true", f"highlights: Nội dung minh họa của đô thị {at}"]


def _write(path: Path, rows: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows) + "\n", "utf-8")
