"""What can be asked about investigations. ``get_investigation`` is the way in and the access check."""

from oppvekst.domain.investigations.queries.investigation import (
    by_id,
    facts_of,
    get_investigation,
    is_open,
    of_case,
)

__all__ = [
    "by_id",
    "facts_of",
    "get_investigation",
    "is_open",
    "of_case",
]
