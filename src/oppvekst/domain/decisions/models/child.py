"""What a child reads on its own page of a decision: what was decided, its view, why not all as it wished (bvl § 1-4)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.decisions.models.decision import Decision
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import MYPAGE
from oppvekst.ground.database.policies import Policy

# What My page may read: the words to the child, and nothing of the decision they are about.
OWN = ("id", "municipality_id", "decided", "view", "why_not", "written_at")


class ChildTold(models.Model):
    """A decision in words for the child, shown to just this child; what stands in it never changes, it is written again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="told_child")
    decided = models.TextField("hva vi har bestemt")
    view = models.TextField("det barnet sa, og hva det betydde")
    why_not = models.TextField("hvorfor ikke alt ble slik barnet ville", blank=True)
    written_at = models.DateTimeField("skrevet")
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    taken_back_at = models.DateTimeField("tatt bort", null=True, blank=True)

    class Meta:
        verbose_name = "vedtaket i ord til barnet"
        verbose_name_plural = "vedtak i ord til barn"
        db_table_comment = "Vedtaket i ord til barnet, på barnets egen side (bvl § 1-4)"
        constraints = [
            *of_case(
                "child_told", child_of="decision", change=("taken_back_at",), add="written_by = (select access.actor())"
            ),
            models.UniqueConstraint(
                fields=["decision"], condition=models.Q(taken_back_at=None), name="child_told_once"
            ),
            Policy(
                name="child_told_own", to=(MYPAGE,), command="select", columns=OWN,
                using="taken_back_at is null and case_id = any ((select access.my_own_cases())::uuid[])",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.decided
