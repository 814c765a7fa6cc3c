"""Makes src/taybac_cluster/export/base.docx: the page and the named styles of the papers, and no text.

Run it after a change and commit what it writes: python docs/base_document.py. The look of every paper stands in these
styles; a secretariat can change them in Word.
"""

import datetime
import io
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

TO = Path(__file__).parents[1] / "src/taybac_cluster/export/base.docx"
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
CENTER, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
FONT = "Times New Roman"

UNUSED = ("thumbnail", "customXml", "numbering", "stylesWithEffects", "webSettings")

STYLES = {
    # name: size, bold, italic, alignment, space before, space after, first line in cm, line spacing, kept with the next
    "Quốc hiệu": (12, True, False, CENTER, 0, 0, 0, 1, False),
    "Tiêu ngữ": (13, True, False, CENTER, 0, 0, 0, 1, False),
    "Cơ quan chủ quản": (12, False, False, CENTER, 0, 0, 0, 1, False),
    "Cơ quan ban hành": (12, True, False, CENTER, 0, 0, 0, 1, False),
    "Số ký hiệu": (13, False, False, CENTER, 4, 0, 0, 1, False),
    "Địa danh ngày tháng": (13, False, True, CENTER, 4, 0, 0, 1, False),
    "Trích yếu công văn": (12, False, False, CENTER, 4, 0, 0, 1, False),
    "Đường kẻ": (2, False, False, CENTER, 0, 4, 0, 1, False),
    "Tên loại văn bản": (14, True, False, CENTER, 14, 0, 0, 1, True),
    "Trích yếu": (14, True, False, CENTER, 0, 0, 0, 1, True),
    "Phụ lục": (14, True, False, CENTER, 0, 0, 0, 1, True),
    "Kèm theo": (13, False, True, CENTER, 0, 6, 0, 1, True),
    "Kính gửi": (14, False, False, CENTER, 8, 8, 0, 1, True),
    "Kính gửi nhiều nơi": (14, False, False, LEFT, 0, 0, 0, 1, True),
    "Căn cứ": (14, False, True, BOTH, 0, 6, 1.27, 1.15, False),
    "Nội dung": (14, False, False, BOTH, 0, 6, 1.27, 1.15, False),
    "Mục": (14, True, False, LEFT, 6, 6, 1.27, 1.15, True),
    "Tiểu mục": (14, True, True, LEFT, 0, 6, 1.27, 1.15, True),
    "Gạch đầu dòng": (14, False, False, BOTH, 0, 6, 1.27, 1.15, False),
    "Cảnh báo": (12, True, False, CENTER, 0, 4, 0, 1, True),
    "Lưu ý": (13, False, True, BOTH, 0, 6, 1.27, 1.1, False),
    "Chú thích": (11, False, False, BOTH, 4, 4, 0, 1, False),
    "Ô bảng": (13, False, False, LEFT, 2, 2, 0, 1, False),
    "Ô bảng nhỏ": (11, False, False, LEFT, 1, 1, 0, 1, False),
    "Ô bảng rất nhỏ": (9, False, False, LEFT, 1, 1, 0, 1, False),
    "Nơi nhận": (12, True, True, LEFT, 0, 0, 0, 1, False),
    "Danh sách nơi nhận": (11, False, False, LEFT, 0, 0, 0, 1, False),
    "Chức vụ người ký": (14, True, False, CENTER, 0, 0, 0, 1, True),
    "Họ tên người ký": (14, True, False, CENTER, 0, 0, 0, 1, False),
    "Số trang": (13, False, False, CENTER, 0, 0, 0, 1, False),
}


def main() -> None:
    """Write the base document."""
    document = Document()
    for style in list(document.styles):
        if style.name not in ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"):
            style.delete()
    _normal(document.styles["Normal"])
    _fonts(document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}"))
    for name, look in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _style(style, look)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0], document)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = ""
    document.core_properties.created = document.core_properties.modified = datetime.datetime(2000, 1, 1)  # noqa: DTZ001
    document.core_properties.last_modified_by = ""
    for part in (document.part.package, document.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED:
                del part.rels[key]
    TO.write_bytes(_packed(document))
    sys.stdout.write(f"{TO} {TO.stat().st_size}\n")


def _normal(style) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    _font(style, 14)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    language.set(qn("w:eastAsia"), "vi-VN")
    for old in style.element.rPr.findall(qn("w:lang")):
        style.element.rPr.remove(old)
    style.element.rPr.append(language)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.widow_control = True


def _font(style, size: float) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    style.font.name, style.font.size = FONT, Pt(size)
    _fonts(style.element.rPr.rFonts)


def _fonts(fonts) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _style(style, look) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    size, bold, italic, alignment, before, after, first, spacing, kept = look
    style.quick_style = True
    style.font.size = Pt(size)
    style.font.bold, style.font.italic = bold or None, italic or None
    shape = style.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = alignment, Pt(before), Pt(after)
    shape.first_line_indent = Cm(first) if first else None
    shape.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    shape.line_spacing = spacing
    shape.keep_with_next = kept or None


def _page_number(paragraph, document) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    paragraph.style = document.styles["Số trang"]
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("text", "2"), ("end", None)):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind is None:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {text} "
            run._r.append(code)  # noqa: SLF001
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001


def _packed(document) -> bytes:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Return the file with its parts in order and without the time of day: the same bytes each time."""
    plain, packed = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with ZipFile(plain) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    main()
