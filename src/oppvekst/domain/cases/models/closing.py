"""A case that was closed: why, what the family was told, whose access ended; and that it was opened again."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models.case import Case, _OfCase, of_case
from oppvekst.ground.database.logins import MYPAGE
from oppvekst.ground.database.policies import Policy

# What My page may read: the words that were written to the family, and nothing of why.
OWN = ("id", "municipality_id", "child_name", "words", "closed_at", "language")


class Closing(_OfCase):
    """One closing of a case (bvl § 12-4). Nothing is deleted: the journal stands, and the case may be opened again."""

    class Language(models.TextChoices):
        BOKMAL = "nb", "bokmål"
        NYNORSK = "nn", "nynorsk"

    case = models.ForeignKey(Case, models.PROTECT, related_name="closings")
    reasons = models.TextField("begrunnelse")
    words = models.TextField("til familien")
    language = models.TextField("målform", choices=Language.choices, default=Language.BOKMAL)
    child_name = models.TextField("barnets fornavn", blank=True)
    closed_at = models.DateTimeField("avsluttet")
    closed_by = models.UUIDField("avsluttet av")
    closed_by_name = models.TextField("avsluttet av")
    access_ended = models.JSONField("hvem som mistet tilgangen", default=list)
    reopened_at = models.DateTimeField("åpnet igjen", null=True, blank=True)
    reopened_by_name = models.TextField("åpnet igjen av", blank=True)
    reopened_reasons = models.TextField("hvorfor åpnet igjen", blank=True)

    class Meta:
        verbose_name = "avslutning av sak"
        verbose_name_plural = "avslutninger av saker"
        db_table_comment = "Når og hvorfor en sak ble avsluttet, ordene til familien, og når den ble åpnet igjen"
        constraints = [
            *of_case("closing", add="closed_by = (select access.actor())"),
            models.UniqueConstraint(fields=["case"], condition=models.Q(reopened_at=None), name="closing_once"),
            Policy(
                name="closing_own", to=(MYPAGE,), command="select", columns=OWN,
                using="reopened_at is null and case_id = any ((select access.closed_to_me())::uuid[])",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"avsluttet {self.closed_at:%d.%m.%Y}"
