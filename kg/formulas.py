"""Text that a spreadsheet would compute, written so that it does not."""

from __future__ import annotations

# What begins a formula, and what spreadsheets pass over before one; the wide forms are taken for the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def uncomputed(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
