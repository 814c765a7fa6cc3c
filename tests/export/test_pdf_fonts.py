"""A text is set in one font, whichever fonts the machine has."""

import datetime
import io
from typing import Any

from pypdf import PdfReader

from taybac_cluster.export.typst import render
from taybac_cluster.views.papers.blocks import Paper, Paragraph


def test_every_vietnamese_letter_comes_from_the_same_font() -> None:
    """Of two fonts of one name, one that lacks vowels would leave them to another font, letter by letter."""
    text = "Các đô thị vùng núi: tổ chức hội nghị, thẩm định, gắn với tăng trưởng; ẨỂỖỬỴ ẵẫễỡữỷ."
    paper = Paper("scores", "bang", "Bảng", datetime.date(2023, 9, 24), (Paragraph(text),))
    page: Any = PdfReader(io.BytesIO(render(paper))).pages[0]
    assert len(page["/Resources"]["/Font"]) == 1
