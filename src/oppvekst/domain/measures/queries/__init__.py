"""What can be asked about measures. ``get_measure`` is the way in and the access check."""

from oppvekst.domain.measures.queries.measure import (
    by_id,
    evaluation_due,
    evaluations_of,
    facts_of,
    get_measure,
    goals_of,
    is_running,
    last_day,
    of_case,
    plan_of,
)

__all__ = [
    "by_id",
    "evaluation_due",
    "evaluations_of",
    "facts_of",
    "get_measure",
    "goals_of",
    "is_running",
    "last_day",
    "of_case",
    "plan_of",
]
