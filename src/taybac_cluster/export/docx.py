"""A paper as a Word file, on our own base document: the look stands in its named styles.

Every text goes into a run of its own, so that none becomes a field, a link or markup.
"""

import datetime
import io
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from taybac_cluster.export.text import clean, joined
from taybac_cluster.views.papers import blocks
from taybac_cluster.views.papers.blocks import Paper

_BODY_WIDTH, _LANDSCAPE_WIDTH = 165.0, 257.0
"""Millimetres between the margins."""
_LEFT_HALF, _RIGHT_HALF = 66.0, 99.0
_MANY_COLUMNS = 8

_STYLES: Mapping[blocks.Style, str] = {
    "body": "Nội dung",
    "ground": "Căn cứ",
    "notice": "Cảnh báo",
    "note": "Lưu ý",
    "item": "Gạch đầu dòng",
    "heading": "Mục",
    "subheading": "Tiểu mục",
    "quiet": "Chú thích",
}
_QR_SIZE = 22
_TWENTIETHS = 56.7
"""Twentieths of a point in a millimetre."""


def render(paper: Paper) -> bytes:
    """Return the paper as the bytes of a .docx file; the same for the same paper."""
    document = Document(io.BytesIO(files("taybac_cluster.export").joinpath("base.docx").read_bytes()))
    writer = _Writer(document, paper)
    for at, block in enumerate(paper.blocks):
        following = paper.blocks[at + 1] if at + 1 < len(paper.blocks) else None
        writer.write(block, following)
    _properties(document, paper)
    return _packed(document)


class _Writer:
    """Sets blocks one after another."""

    def __init__(self, document: Any, paper: Paper) -> None:  # noqa: ANN401 - python-docx gives no types
        self.document, self.paper = document, paper
        self.width = _LANDSCAPE_WIDTH if paper.landscape else _BODY_WIDTH
        if paper.landscape:
            section = document.sections[0]
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
            section.left_margin, section.right_margin = Mm(20), Mm(20)
        self.writers: Mapping[type, Callable[[Any], object]] = {
            blocks.Letterhead: self.letterhead,
            blocks.Heading: self.heading,
            blocks.Title: lambda title: self.line(title.text, "Phụ lục"),
            blocks.AnnexHeading: self.annex,
            blocks.Address: self.address,
            blocks.Paragraph: self.paragraph,
            blocks.Grid: self.grid,
            blocks.Signatures: self.signatures,
            blocks.Stamp: self.stamp,
        }
        self.following: object = None

    def write(self, block: blocks.Block, following: object) -> None:
        self.following = following
        self.writers[type(block)](block)

    def line(self, text: str, style: str, holder: Any = None) -> Any:  # noqa: ANN401
        """Add a paragraph of a style; a cell's first paragraph is there already."""
        if holder is None:
            paragraph = self.document.add_paragraph(style=style)
        elif len(holder.paragraphs) == 1 and not holder.paragraphs[0].runs and not hasattr(holder, "begun"):
            paragraph = holder.paragraphs[0]
            paragraph.style = self.document.styles[style]
        else:
            paragraph = holder.add_paragraph(style=self.document.styles[style])
        paragraph.add_run(joined(text))
        return paragraph

    def rule(self, holder: Any, width: float, length: float) -> None:  # noqa: ANN401
        """Draw a line of a length in millimetres in the middle of a width: the border of an empty paragraph."""
        paragraph = (holder or self.document).add_paragraph(style=self.document.styles["Đường kẻ"])
        border = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            bottom.set(qn(f"w:{key}"), value)
        border.append(bottom)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm((width - length) / 2)
        shape = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        shape.insert_element_before(
            border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def letterhead(self, head: blocks.Letterhead) -> None:
        table = self.table(2 if head.dated or head.about else 1, (_LEFT_HALF, _RIGHT_HALF), bordered=False, padding=0)
        left, right = table.rows[0].cells
        self.line(head.superior, "Cơ quan chủ quản", left)
        issuer = self.line(head.issuer, "Cơ quan ban hành", left).paragraph_format
        issuer.left_indent = issuer.right_indent = Mm(5)
        self.rule(left, _LEFT_HALF, _LEFT_HALF * 0.4)
        self.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu", right)
        self.line("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ", right)
        self.rule(right, _RIGHT_HALF, 58)
        if not (head.dated or head.about):
            self.line(head.number, "Số ký hiệu", left)
            return
        left, right = table.rows[1].cells
        self.line(head.number, "Số ký hiệu", left)
        if head.about:
            self.line(head.about, "Trích yếu công văn", left)
        self.line(head.dated or "", "Địa danh ngày tháng", right)

    def heading(self, heading: blocks.Heading) -> None:
        self.line(heading.kind, "Tên loại văn bản")
        self.line(heading.subject, "Trích yếu")
        self.rule(None, self.width, self.width * 0.25)

    def annex(self, heading: blocks.AnnexHeading) -> None:
        self.line(heading.label, "Phụ lục")
        self.line(heading.title, "Phụ lục")
        self.line(heading.attached, "Kèm theo")

    def address(self, address: blocks.Address) -> None:
        if len(address.to) == 1:
            self.line(f"Kính gửi: {address.to[0]}.", "Kính gửi")
            return
        self.line("Kính gửi:", "Kính gửi nhiều nơi").paragraph_format.left_indent = Cm(3)
        for at, each in enumerate(address.to):
            end = "." if at == len(address.to) - 1 else ";"
            self.line(f"- {each.rstrip(' ;.')}{end}", "Kính gửi nhiều nơi").paragraph_format.left_indent = Cm(4.5)

    def paragraph(self, paragraph: blocks.Paragraph) -> None:
        text = f"- {paragraph.text}" if paragraph.style == "item" else paragraph.text
        made = self.line(text, _STYLES[paragraph.style])
        if isinstance(self.following, blocks.Grid | blocks.Signatures | blocks.Stamp):
            made.paragraph_format.keep_with_next = True

    def stamp(self, stamp: blocks.Stamp) -> None:
        made = self.line(stamp.text, "Chú thích")
        made.paragraph_format.keep_with_next = isinstance(self.following, blocks.Signatures)
        if stamp.address:
            import segno  # noqa: PLC0415 - only where there is an address

            picture = io.BytesIO()
            segno.make(clean(stamp.address), error="m", micro=False).save(picture, kind="png", scale=8, border=2)
            picture.seek(0)
            shown = self.document.add_paragraph(style="Chú thích")
            drawn = shown.add_run().add_picture(picture, width=Mm(_QR_SIZE))
            drawn._inline.docPr.set("descr", clean(f"Mã QR: {stamp.address}"))  # noqa: SLF001
            shown.paragraph_format.keep_with_next = isinstance(self.following, blocks.Signatures)

    def grid(self, grid: blocks.Grid) -> None:
        whole = sum(column.width for column in grid.columns)
        widths = [self.width * column.width / whole for column in grid.columns]
        wide = len(widths) <= _MANY_COLUMNS
        style = "Ô bảng" if not grid.small else "Ô bảng nhỏ" if wide else "Ô bảng rất nhỏ"
        table = self.table(0, tuple(widths), bordered=True, padding=1.0 if wide else 0.5)
        cells = _Cells(self.document.styles[style].style_id, widths)
        heads = [(column.heading, "center") for column in grid.columns]
        table._tbl.append(cells.row(heads, strong=True, heading=True, kept=True))  # noqa: SLF001
        end = isinstance(self.following, blocks.Signatures)
        for at, line in enumerate(grid.rows):
            texts = [(text, column.align) for text, column in zip(line.cells, grid.columns, strict=False)]
            kept = end and at == len(grid.rows) - 1
            table._tbl.append(cells.row(texts, strong=line.strong, kept=kept))  # noqa: SLF001
        gap = self.document.add_paragraph(style="Đường kẻ")
        gap.paragraph_format.keep_with_next = end or None

    def signatures(self, end: blocks.Signatures) -> None:
        half = self.width / 2
        both = end.left is not None
        table = self.table(2 if both else 1, (half, half), bordered=False, padding=1)
        left, right = table.rows[0].cells
        self.signature(right, end.right)
        if end.left is not None:
            self.signature(left, end.left)
            for cell in table.rows[0].cells:
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
            left = table.rows[1].cells[0]
        self.line("Nơi nhận:", "Nơi nhận", left)
        for at, each in enumerate(end.copies):
            mark = "." if at == len(end.copies) - 1 else ";"
            self.line(f"- {each.rstrip(' ;.')}{mark}", "Danh sách nơi nhận", left)
        for row in table.rows:
            _whole(row)

    def signature(self, cell: Any, signature: blocks.Signature) -> None:  # noqa: ANN401
        for text in signature.office:
            self.line(text, "Chức vụ người ký", cell)
        space = self.line("", "Chức vụ người ký", cell)
        space.paragraph_format.space_after = Pt(56)
        self.line(signature.name, "Họ tên người ký", cell)

    def table(self, rows: int, widths: tuple[float, ...], *, bordered: bool, padding: float) -> Any:  # noqa: ANN401
        table = self.document.add_table(rows, len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        shape = table._tbl.tblPr  # noqa: SLF001
        if bordered:
            table.style = self.document.styles["Table Grid"]
        margins = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            edge = OxmlElement(f"w:{side}")
            edge.set(qn("w:w"), str(round(padding * _TWENTIETHS)))
            edge.set(qn("w:type"), "dxa")
            margins.append(edge)
        shape.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        return table


class _Cells:
    """Makes the rows of a table; python-docx looks at the whole table for each of its cells."""

    def __init__(self, style: str, widths: list[float]) -> None:
        self.style, self.widths = style, [str(round(width * _TWENTIETHS)) for width in widths]

    def row(self, texts: Sequence[tuple[str, str]], *, strong: bool, heading: bool = False, kept: bool = False) -> Any:  # noqa: ANN401
        row = OxmlElement("w:tr")
        shape = _inside(row, "w:trPr")
        _inside(shape, "w:cantSplit")
        if heading:
            _inside(shape, "w:tblHeader")
        across = len(texts) == 1 < len(self.widths)
        for (text, align), width in zip(texts, self.widths, strict=False):
            cell = _inside(row, "w:tc")
            shape = _inside(cell, "w:tcPr")
            _inside(shape, "w:tcW", w=str(sum(map(int, self.widths))) if across else width, type="dxa")
            if across:
                _inside(shape, "w:gridSpan", val=str(len(self.widths)))
            _inside(shape, "w:vAlign", val="center")
            paragraph = _inside(cell, "w:p")
            shape = _inside(paragraph, "w:pPr")
            _inside(shape, "w:pStyle", val=self.style)
            if kept:
                _inside(shape, "w:keepNext")
            _inside(shape, "w:jc", val=align)
            run = _inside(paragraph, "w:r")
            if strong:
                _inside(_inside(run, "w:rPr"), "w:b")
            written = _inside(run, "w:t")
            written.text = joined(" ".join(text.split()))
        return row


def _inside(parent: Any, tag: str, **attributes: str) -> Any:  # noqa: ANN401
    """Add an element to another."""
    made = OxmlElement(tag, {qn(f"w:{key}"): value for key, value in attributes.items()})
    parent.append(made)
    return made


def _whole(row: Any) -> None:  # noqa: ANN401
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _properties(document: Any, paper: Paper) -> None:  # noqa: ANN401
    kept = document.core_properties
    kept.title, kept.language = clean(paper.title)[:255], "vi-VN" if paper.lang == "vi" else "en"
    kept.created = kept.modified = datetime.datetime(paper.day.year, paper.day.month, paper.day.day)  # noqa: DTZ001


def _packed(document: Any) -> bytes:  # noqa: ANN401
    """Return the file with its parts in order and one stamp: the same bytes for the same paper."""
    plain, packed = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with ZipFile(plain) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()
