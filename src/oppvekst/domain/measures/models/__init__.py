"""What is kept of help: the measure, its plan with goals, and every look at whether it works."""

from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.measures.models.plan import Evaluation, Goal, GoalSeen, Plan

__all__ = ["Evaluation", "Goal", "GoalSeen", "Measure", "Plan"]
