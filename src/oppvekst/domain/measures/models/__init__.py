"""What is kept of help: the measure, its plan with goals, every look at whether it works, and appointments."""

from oppvekst.domain.measures.models.appointment import Appointment, Told
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.measures.models.plan import Evaluation, Goal, GoalSeen, Plan

__all__ = ["Appointment", "Evaluation", "Goal", "GoalSeen", "Measure", "Plan", "Told"]
