"""How the child takes part: whom it wants with it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.ground.access.models import Municipality


class TrustedPerson(models.Model):
    """Somebody the child has chosen to have there (medvirkningsforskriften §§ 7 to 10): no part, no pay, no own opinion."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="trusted_persons")
    name = models.TextField("navn")
    relation = models.TextField("hvem er det for barnet", blank=True)
    born_on = models.DateField("født")
    chosen_by_child = models.BooleanField("valgt av barnet", default=False)
    confidentiality_on = models.DateField("skrev under på taushetsplikt")
    # The certificate itself lies where the unauthorised cannot reach it; here stands only that it was seen.
    certificate_on = models.DateField("barneomsorgsattest sett", null=True, blank=True)
    acute = models.BooleanField("kunne ikke vente på attesten", default=False)
    role_told = models.BooleanField("har fått vite hva rollen er", default=False)
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")
    ended_on = models.DateField("sluttet", null=True, blank=True)

    class Meta:
        verbose_name = "tillitsperson"
        verbose_name_plural = "tillitspersoner"
        db_table_comment = "Barnets tillitsperson: valgt av barnet, med taushetsplikt og attest"
        constraints = of_case("trusted_person", change=("certificate_on", "ended_on"))

    def __str__(self) -> str:
        return self.name
