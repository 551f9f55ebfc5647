"""Where to find the service and others who help, and who does what (bvl § 15-3 (4): whom to turn to)."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.information.models.published import Published, edited


class ContactPoint(Published):
    """A door to knock on, a role to ask for, or another service that helps."""

    class Kind(models.TextChoices):
        VISIT = "visit", "besøksadresse"
        DROP_IN = "drop_in", "kontaktpunkt"
        ROLE = "role", "hvem som gjør hva"
        OTHER = "other", "andre som hjelper"

    kind = models.TextField("slag", choices=Kind.choices)
    name = models.TextField("navn")
    about = models.TextField("om", blank=True)
    phone = models.TextField("telefon", blank=True)
    address = models.TextField("adresse", blank=True)
    hours = models.TextField("åpningstid", blank=True)
    url = models.TextField("nettside", blank=True)
    place = models.SmallIntegerField("rekkefølge", default=100)
    source = models.TextField("kilde", blank=True)
    checked_on = models.DateField("sist kontrollert", null=True, blank=True)

    class Meta:
        verbose_name = "kontaktpunkt"
        verbose_name_plural = "kontaktpunkter"
        db_table_comment = "Hvor tjenesten finnes, hvem som gjør hva, og andre som hjelper"
        constraints = edited(
            "contact_point",
            ("kind", "name", "about", "phone", "address", "hours", "url", "place", "source", "checked_on", "published",
             "other_languages"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name
