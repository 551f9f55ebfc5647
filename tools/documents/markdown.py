"""The few shapes a document is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def page(title: str, lead: str, *parts: str) -> str:
    """A page: its title, what it is, and its parts."""
    return "\n\n".join([f"# {title}", lead, *(part for part in parts if part)]) + "\n"


def section(title: str, *parts: str, level: int = 2) -> str:
    """A heading and what stands under it; nothing when nothing does."""
    body = [part for part in parts if part]
    return "\n\n".join([f"{'#' * level} {title}", *body]) if body else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table, or nothing when it has no rows."""
    lines = [_row(cells) for cells in rows]
    return "\n".join([_row(heads), _row(["---"] * len(heads)), *lines]) if lines else ""


def code(text: object) -> str:
    """Something that stands so in the code."""
    return f"`{text}`" if str(text) else ""


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(cell: object) -> str:
    return ("" if cell is None else str(cell)).replace("|", "\\|").replace("\n", " ")
