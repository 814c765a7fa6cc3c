"""Texts as office formats take them."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DASH = re.compile(r"(?<=\w) - (?=\w)")


def clean(text: str) -> str:
    """Return a text without what XML cannot hold; each such character is shown as one that is not known."""
    return _FORBIDDEN.sub("\ufffd", text)


def joined(text: str) -> str:
    """Return a text whose dashes between words stay with them: Xanh - Sạch - Đẹp is never broken."""
    return _DASH.sub("\u00a0-\u00a0", clean(text))
