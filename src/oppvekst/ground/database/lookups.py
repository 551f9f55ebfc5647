"""Prefix search that PostgreSQL may use as an index condition under a row policy (ADR 2)."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Lookup, TextField


@CharField.register_lookup
@TextField.register_lookup
class BeginsWith(Lookup):
    """``name__begins="ber"`` -> ``name ^@ 'ber'``: leakproof, where LIKE is not."""

    lookup_name = "begins"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The operator between the two sides."""
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"{left} ^@ {right}", (*left_values, *right_values)
