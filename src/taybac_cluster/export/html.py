"""The page of a year, the index of the years, and any screen, as HTML that stands alone: no script and no network.

Every text is escaped; the one style sheet is named by its digest in the page's own policy.
"""

import base64
import hashlib
import io
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import count
from typing import NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from taybac_cluster.export.text import clean
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Bar, Notice, Page, Series, Shade, Table, Title
from taybac_cluster.views.site.blocks import Download, Index, Site, Tile
from taybac_cluster.views.words import number

_COLOURS = 10
_STEPS = 10
_WIDTH = 1000


class _Part(NamedTuple):
    at: int
    x: str
    width: str
    title: str


def render(site: Site, twin: str) -> str:
    """Return the page of a year; `twin` is the file that has it in the other language."""
    lang = site.lang
    return (
        _environment(lang)
        .get_template("year.html.jinja")
        .render(site=site, twin=twin, qr=_qr(site.address) if site.address else "", tables=count(1), **_frame())
    )


def index(found: Index) -> str:
    """Return the index of the years."""
    return _environment("vi").get_template("index.html.jinja").render(index=found, tables=count(1), **_frame())


def screen(page: Page, lang: Language, status: Sequence[str], words: dict[str, str]) -> str:
    """Return what a command shows as a page."""
    blocks = list(page)
    title = next((block.text for block in blocks if isinstance(block, Title)), "")
    said = {block.text for block in blocks if isinstance(block, Notice)}
    rest = [
        block for at, block in enumerate(blocks) if not (isinstance(block, Title) and block.text == title and at < 1)
    ]
    return (
        _environment(lang)
        .get_template("screen.html.jinja")
        .render(
            lang=lang,
            title=title,
            blocks=rest,
            status=[line for line in status if line not in said],
            words=words,
            tables=count(1),
            **_frame(),
        )
    )


@cache
def _frame() -> dict[str, object]:
    style = _template("page.css").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return {"style": Markup(style), "policy": policy}  # noqa: S704 - our own style sheet


def _template(name: str) -> str:
    return files("taybac_cluster.export").joinpath("templates").joinpath(name).read_text("utf-8")


@cache
def _environment(lang: Language) -> Environment:
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_template),
        keep_trailing_newline=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    made.tests |= {"shade": lambda cell: isinstance(cell, Shade), "bar": lambda cell: isinstance(cell, Bar)}
    made.filters |= {
        "kind": lambda block: type(block).__name__,
        "parts": lambda bar, series: _parts(bar, series, lang),
        "spoken": lambda bar: _spoken(bar, lang),
        "step": _step,
        "per_cent": lambda shade: f"{number(Decimal(str(100 * shade.share)), lang, 1)}%",
        "named_by": _named_by,
        "data_link": _data_link,
        "following": next,
    }
    return made


def _parts(bar: Bar, series: Sequence[Series], lang: Language) -> list[_Part]:
    """Return the parts of a bar with their places, to a tenth of a thousandth of its length."""
    found, at = [], Decimal(0)
    for part, worth in bar.parts:
        if worth < 0:
            continue
        title = f"{part.name}: {number(worth, lang)}"
        series = series if part in series else [*series, part]
        place, width = (str(round(_WIDTH * each / bar.full, 1)) for each in (at, worth))
        found.append(_Part(list(series).index(part) % _COLOURS, place, width, title))
        at += worth
    return found


def _spoken(bar: Bar, lang: Language) -> str:
    return "; ".join(f"{part.name}: {number(worth, lang)}" for part, worth in bar.parts)


def _step(cell: Shade | Tile) -> int:
    return round(max(0.0, min(cell.share, 1.0)) * _STEPS)


def _named_by(table: Table) -> int:
    """Return the column that names the rows: the first with a heading that has no figures; -1 where there is none."""
    return next((at for at, column in enumerate(table.columns) if column.heading and not column.right), -1)


def _data_link(download: Download) -> str:
    return f"data:{download.kind};base64,{base64.b64encode(download.text.encode()).decode()}"


def _qr(address: str) -> Markup:
    import segno  # noqa: PLC0415 - only where there is an address

    drawn = io.BytesIO()
    code = segno.make(clean(address), error="m", micro=False)
    code.save(drawn, kind="svg", border=2, xmldecl=False, svgns=False, svgclass="qr", lineclass=None, omitsize=True)
    return Markup(drawn.getvalue().decode().strip())  # noqa: S704 - drawn by us: squares, no text
