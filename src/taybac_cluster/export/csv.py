"""A plain table as CSV that a spreadsheet opens as text and numbers, never as formulas."""

import csv
import io
from decimal import Decimal

from taybac_cluster.views.page import Grid

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(sheet: Grid) -> str:
    """Return the table as CSV (RFC 4180) with a header; a text that begins like a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(heading) for heading in sheet.headings])
    writer.writerows([[_safe(cell) for cell in row] for row in sheet.rows])
    return out.getvalue()


def _safe(cell: str | int | Decimal | None) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell
