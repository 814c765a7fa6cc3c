"""A paper as PDF, set by typst: tagged, and checked against PDF/UA-1 and PDF/A-2a as it is written.

The paper goes in as data, so that no text of it is markup; our own `paper.typ` sets it.
"""

import io
import json
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
    fonts = _fonts()
    families = set(fonts.families())
    chosen = next((each for each in FONTS if each in families), CARRIED)
    text = json.dumps(_described(paper, [chosen, CARRIED]), ensure_ascii=False)
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
def _fonts() -> typst.Fonts:
    return typst.Fonts()


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(_source(), font_paths=_fonts())


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
