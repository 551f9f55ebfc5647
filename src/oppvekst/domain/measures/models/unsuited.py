"""What somebody in the family says at My page of one planned time: that it does not suit, and what would (bvl §§ 1-4, 1-9)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.occasion import Occasion
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

LONGEST = 1000


class Unsuited(models.Model):
    """One such message. It changes nothing of the plan: whoever is responsible calls off, moves or answers."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="unsuited")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    person_name = models.TextField("sagt av")
    words = models.TextField("hvorfor det ikke passer", blank=True)
    instead = models.TextField("hva som passer", blank=True)
    said_at = models.DateTimeField("sagt")
    answer = models.TextField("svaret", blank=True)
    settled_at = models.DateTimeField("besvart", null=True, blank=True)
    settled_by_name = models.TextField("besvart av", blank=True)
    # Whoever said it has said that it suits after all.
    taken_back = models.BooleanField("passer likevel", default=False)

    class Meta:
        verbose_name = "beskjed om at en gang ikke passer"
        verbose_name_plural = "beskjeder om at en gang ikke passer"
        db_table_comment = "Beskjed fra familien på Min side om at en planlagt gang ikke passer"
        indexes = [models.Index(fields=["case", "said_at"], name="unsuited_of_case")]
        constraints = [
            # Nobody at the desk writes as the family: the only way in is the one function of My page.
            *of_case("unsuited", change=("answer", "settled_at", "settled_by_name"), add="false", child_of="occasion"),
            Pair(name="unsuited_person_same_municipality", parent="person"),
        ]

    def __str__(self) -> str:
        return f"passer ikke, sagt {self.said_at:%d.%m.%Y}"
