"""Which case a home is asked for in, and the home that was taken: known to whoever sees the case, and to nobody else."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.homes.models import Wanted
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

# What a yes writes.
TAKEN = ("home", "accepted_by_name", "accepted_at", "child_words", "not_heard_reason", "parents_words")


class AskedHome(models.Model):
    """What ties a measure to what the coordinator was asked. The coordinator reads the one, never the other (bvl § 13-1)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="asked_homes")
    wanted = models.OneToOneField(Wanted, models.PROTECT, related_name="+")
    # The offer by its id alone: what stands in it, a case worker does not read.
    home = models.UUIDField("hjemmet", null=True, blank=True)
    accepted_by_name = models.TextField("tatt imot av", blank=True)
    accepted_at = models.DateTimeField("tatt imot", null=True, blank=True)
    child_words = models.TextField("hva barnet sier om å komme dit", blank=True)
    not_heard_reason = models.TextField("hvorfor barnet ikke er spurt", blank=True)
    parents_words = models.TextField("hva foreldrene sier", blank=True)

    class Meta:
        verbose_name = "spørsmål om et hjem"
        verbose_name_plural = "spørsmål om hjem"
        db_table_comment = "Hvilket tiltak et etterspurt hjem gjelder; koordinatoren leser det ikke"
        constraints = [
            Pair(name="asked_home_wanted_same_municipality", parent="wanted"),
            models.CheckConstraint(
                name="asked_home_child_asked",
                condition=models.Q(accepted_at=None) | ~models.Q(child_words="") | ~models.Q(not_heard_reason=""),
            ),
            *of_case("asked_home", change=TAKEN, child_of="measure"),
        ]

    def __str__(self) -> str:
        return "spørsmål om et hjem"
