"""What can be asked about investigations. ``get_investigation`` is the way in and the access check."""

from oppvekst.domain.investigations.queries.frame import (
    Sheet,
    Told,
    assessment_of,
    grounds_of,
    needs_of,
    sheets,
    texts_at,
    texts_of,
    versions_of,
)
from oppvekst.domain.investigations.queries.investigation import (
    by_id,
    facts_of,
    get_investigation,
    is_open,
    of_case,
)

__all__ = [
    "Sheet",
    "Told",
    "assessment_of",
    "by_id",
    "facts_of",
    "get_investigation",
    "grounds_of",
    "is_open",
    "needs_of",
    "of_case",
    "sheets",
    "texts_at",
    "texts_of",
    "versions_of",
]
