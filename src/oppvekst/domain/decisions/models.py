"""What is kept of decisions: the tables, what is unique in them, and who may reach their rows."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.ground.access.models import Municipality


class Decision(models.Model):
    """One decision of a case."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    state = models.TextField("tilstand", default="open")
    reasons = models.TextField("begrunnelse", blank=True)
    opened_at = models.DateTimeField("opprettet")

    class Meta:
        verbose_name = "vedtak"
        db_table_comment = "Vedtak i en sak"
        constraints = of_case("decision", change=("state", "reasons"))

    def __str__(self) -> str:
        return self.state
