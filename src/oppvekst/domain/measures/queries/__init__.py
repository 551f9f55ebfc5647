"""What can be asked about measures. ``get_measure`` is the way in and the access check."""

from oppvekst.domain.measures.queries.appointment import (
    appointments_of,
    facts_of_test,
    get_appointment,
    who_can_be_tested,
)
from oppvekst.domain.measures.queries.measure import (
    by_id,
    decisions_for,
    ending_decisions,
    evaluation_due,
    evaluations_due,
    evaluations_of,
    facts_of,
    get_measure,
    is_running,
    last_day,
    of_case,
    of_decision,
)
from oppvekst.domain.measures.queries.plan import get_goal, goals_of, plan_of, plans_of, plans_of_case

__all__ = [
    "appointments_of",
    "by_id",
    "decisions_for",
    "ending_decisions",
    "evaluation_due",
    "evaluations_due",
    "evaluations_of",
    "facts_of",
    "facts_of_test",
    "get_appointment",
    "get_goal",
    "get_measure",
    "goals_of",
    "is_running",
    "last_day",
    "of_case",
    "of_decision",
    "plan_of",
    "plans_of",
    "plans_of_case",
    "who_can_be_tested",
]
