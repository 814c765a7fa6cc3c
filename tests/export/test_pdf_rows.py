"""A row of a table stays whole on its page, unless it is higher than one."""

import datetime
import io
import re

from pypdf import PdfReader

from taybac_cluster.export.typst import render
from taybac_cluster.views.papers.blocks import Column, Grid, Line, Paper


def pages(*cells: str) -> list[str]:
    grid = Grid((Column("Tiêu chí", 1),), tuple(Line((cell,)) for cell in cells))
    paper = Paper("scores", "bang", "Bảng", datetime.date(2023, 9, 24), (grid,))
    return [page.extract_text() for page in PdfReader(io.BytesIO(render(paper))).pages]


def test_no_row_is_torn_over_two_pages() -> None:
    found = pages(*(f"đầu{at} " + "chữ " * 100 + f"cuối{at}" for at in range(40)))
    assert len(found) > 1
    for text in found:
        assert re.findall(r"đầu(\d+)", text) == re.findall(r"cuối(\d+)", text)


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    found = pages("đầu " + "chữ " * 3000 + "cuối")
    assert len(found) > 1
    assert sum(text.count("chữ") for text in found) == 3000
    assert "cuối" in found[-1]
