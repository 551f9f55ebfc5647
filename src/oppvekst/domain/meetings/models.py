"""What is kept of meetings: the tables, what is unique in them, and who may reach their rows."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.ground.access.models import Municipality


class Meeting(models.Model):
    """One meeting of a case."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="meetings")
    state = models.TextField("tilstand", default="open")
    reasons = models.TextField("begrunnelse", blank=True)
    opened_at = models.DateTimeField("opprettet")

    class Meta:
        verbose_name = "møte"
        db_table_comment = "Møte i en sak"
        constraints = of_case("meeting", change=("state", "reasons"))

    def __str__(self) -> str:
        return self.state
