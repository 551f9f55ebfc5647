"""A log that tells where it went wrong, and never about whom (bvl § 13-1; personvernforordningen artikkel 5 nr. 1 f)."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

type Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Where an exception came from and what kind it is, without its words: they may quote what somebody typed.

    The database's own words quote the whole row that it refused; its code and the constraint's name do not.
    """

    def formatException(self, ei: Fault) -> str:  # noqa: N802 (the library's name)
        """Every exception of the chain, each with its frames."""
        told: list[str] = []
        fault = ei[1]
        while fault is not None and len(told) < 8:
            told.append("".join(traceback.format_list(_frames(fault))) + _kind(fault))
            fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
        return "\n".join(reversed(told))


def _frames(fault: BaseException) -> list[traceback.FrameSummary]:
    """File, line and function; the line's own text too, which is ours."""
    return list(traceback.extract_tb(fault.__traceback__))


def _kind(fault: BaseException) -> str:
    """The class, and for the database's refusals the code and the constraint."""
    found = getattr(fault, "diag", None)
    code, constraint = getattr(fault, "sqlstate", None), getattr(found, "constraint_name", None)
    marks = [str(mark) for mark in (code, constraint) if mark]
    return f"{type(fault).__module__}.{type(fault).__qualname__}{f' ({", ".join(marks)})' if marks else ''}"
