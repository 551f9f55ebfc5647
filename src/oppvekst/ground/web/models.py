"""A form half written: sealed with a key that only the writer's browser holds."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.database.policies import Forced


class Draft(models.Model):
    """What somebody has typed so far. Neither the portal's login nor a backup can read it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key_hash = models.BinaryField("nøkkelens avtrykk")
    sealed = models.BinaryField("forseglet innhold")
    until = models.DateTimeField("slettes")

    class Meta:
        verbose_name = "utkast"
        db_table_comment = "Halvskrevet skjema, forseglet med innsenderens egen nøkkel"
        constraints = [Forced(name="draft_forced")]
        indexes = [models.Index(fields=["key_hash"], name="draft_by_key")]

    def __str__(self) -> str:
        return "utkast"
