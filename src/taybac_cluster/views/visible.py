"""Texts of strangers, such as the names of files, as they can be shown: nothing in them acts or hides."""


def visible(text: str) -> str:
    """Return the text with every character that a terminal or a reader could be fooled by spelt out."""
    if text.isprintable():
        return text
    return "".join(char if _shown(char) else _spelt(char) for char in text)


def _shown(char: str) -> bool:
    return char.isprintable() and not "\ue000" <= char <= "\uf8ff"


def _spelt(char: str) -> str:
    if char == "\u00a0":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - widths of escapes
