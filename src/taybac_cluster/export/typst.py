"""A paper as PDF, set by typst: tagged, and checked against PDF/UA-1 and PDF/A-2a as it is written.

The paper goes in as data, so that no text of it is markup; our own `paper.typ` sets it.
"""

import io
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import typst

from taybac_cluster.export.text import clean, joined
from taybac_cluster.views.papers import blocks
from taybac_cluster.views.papers.blocks import Paper

FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
CARRIED = "Libertinus Serif"
"""The serif that typst carries."""
Standard = Literal["a-2a", "ua-1"]
_STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
_NO_GLYPH = "could not be displayed"
"""What typst says of a letter that no font of the machine has; the standards ask that there be none."""


def render(paper: Paper) -> bytes:
    """Return the paper as the bytes of a PDF file; the same for the same paper.

    With a letter that no font has, the PDF is tagged but does not keep the standards.

    Raises:
        ValueError: typst warned of something, such as a font that is not there.
    """
    _, family = _fonts()
    text = json.dumps(_described(paper, [family, CARRIED]), ensure_ascii=False)
    try:
        made, warnings = _compiled(text, _STANDARDS)
    except typst.TypstError as error:
        if _NO_GLYPH not in error.message:
            raise
        made, warnings = _compiled(text, ())
    if warnings or not isinstance(made, bytes):
        raise ValueError("; ".join(str(each) for each in warnings))
    return made


def _compiled(paper: str, standards: tuple[Standard, ...]) -> tuple[object, list[typst.TypstWarning]]:
    return _compiler().compile_with_warnings(
        _source(), format="pdf", sys_inputs={"paper": paper}, pdf_standards=[*standards], timestamp=0
    )


@cache
def _fonts() -> tuple[typst.Fonts, str]:
    """Return the fonts to set with, and the first family of ours that has every Vietnamese letter.

    An older Liberation Serif, which Debian installs beside the newer one, lacks most vowels. Where a family stands in
    several folders, one that has them all is used alone.
    """
    system = typst.Fonts()
    for family in FONTS:
        folders = sorted(
            {re.sub(r"[^\\/]+$", "", each.path) for each in system.fonts() if each.family == family and each.path}
        )
        if folders and _is_vietnamese(system, family):
            return system, family
        for folder in folders if len(folders) > 1 else ():
            alone = typst.Fonts(include_system_fonts=False, font_paths=[folder])
            if _is_vietnamese(alone, family):
                return alone, family
    return system, CARRIED


def _is_vietnamese(fonts: typst.Fonts, family: str) -> bool:
    """Return whether a family has letters that only Vietnamese needs: the standard refuses one that it lacks."""
    letters = f'#set document(title: "A")\n#set text(font: "{family}", fallback: false)\năâđêôơưẨỂỖỬỴẵẫễỡữỷ'
    try:
        typst.Compiler(letters.encode(), font_paths=fonts).compile(format="pdf", pdf_standards=["a-2a"], timestamp=0)
    except typst.TypstError:
        return False
    return True


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(_source(), font_paths=_fonts()[0])


@cache
def _source() -> bytes:
    return files("taybac_cluster.export").joinpath("paper.typ").read_bytes()


def _described(paper: Paper, fonts: list[str]) -> dict[str, Any]:
    return {
        "title": clean(paper.title),
        "day": [paper.day.year, paper.day.month, paper.day.day],
        "landscape": paper.landscape,
        "lang": paper.lang,
        "fonts": list(dict.fromkeys(fonts)),
        "blocks": [_block(each) for each in paper.blocks],
    }


def _block(block: blocks.Block) -> dict[str, Any]:
    plain: dict[str, Any] = {"is": type(block).__name__, **_plain(block)}
    if isinstance(block, blocks.Address | blocks.Signatures):
        key = "to" if isinstance(block, blocks.Address) else "copies"
        plain[key] = [each.rstrip(" ;.") for each in plain[key]]
    if isinstance(block, blocks.Stamp):
        plain["qr"] = _qr(block.address) if block.address else None
    return plain


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a block holds
    if isinstance(value, str):
        return joined(value)
    if hasattr(value, "_asdict"):
        return {key: _plain(each) for key, each in value._asdict().items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _qr(address: str) -> str:
    import segno  # noqa: PLC0415 - only where there is an address

    drawn = io.BytesIO()
    segno.make(clean(address), error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
