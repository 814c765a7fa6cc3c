"""The page: its colours can be read and told apart, and what is wide is shared out."""

import re
from importlib.resources import files

import pytest
from tests.made_of_values import criterion, group, of, round_of
from tests.rounds import result

from taybac_cluster.model.papers import Papers
from taybac_cluster.views.page import Table
from taybac_cluster.views.papers.office import Source
from taybac_cluster.views.site import site

STYLE = files("taybac_cluster.export").joinpath("templates/page.css").read_text("utf-8")
LIGHT, DARK = re.findall(r":root\{([^}]*)\}", STYLE)[:2]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{3,6})", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
def test_a_text_on_a_shade_can_be_read(block: str) -> None:
    scheme = colours(LIGHT) | colours(block)
    pairs = [("on", f"h{at}") for at in range(11)]
    pairs += [("ink", "ground"), ("quiet", "ground"), ("link", "ground"), ("warn", "warn-ground"), ("ink", "soft")]
    found = {pair: contrast(scheme[pair[0]], scheme[pair[1]]) for pair in pairs}
    assert {pair: worth for pair, worth in found.items() if worth < 4.5} == {}


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
def test_a_part_of_a_bar_stands_out_from_the_ground(block: str) -> None:
    scheme = colours(LIGHT) | colours(block)
    found = {at: contrast(scheme[f"s{at}"], scheme["ground"]) for at in range(10)}
    assert {at: worth for at, worth in found.items() if worth < 3} == {}


def test_the_shares_of_many_cities_stand_in_tables_of_like_width() -> None:
    """25 cities: 12 have room beside each other, so 3 tables of 9, 9 and 7."""
    values = {f"m-{at:02d}": of(a=at % 10) for at in range(25)}
    source = Source(result(round_of((group("g", criterion("a", 10)),), values)), Papers())
    (section,) = [each for each in site(source, None, ("", ""), "vi").sections if each.id == "tieu-chi"]
    tables = [each for each in section.blocks if isinstance(each, Table)]
    assert [len(each.columns) - 1 for each in tables] == [9, 9, 7]
