"""The key of each case, closed with its municipality's key (fvl § 13 c: kept in a way that can be trusted)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import MINE, NOT_BARRED, OF_MY_CASE, WHOLE, Municipality
from oppvekst.ground.database.logins import CASE, CASE_HATS, INTAKE, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Policy


class CaseKey(models.Model):
    """A case's own key. Whoever sees the case sees the row; to open it takes the municipality's key as well."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case_id = models.UUIDField("sak", unique=True)
    key_name = models.TextField("kommunens nøkkel")
    wrapped = models.BinaryField("saksnøkkel", db_comment="Lukket med kommunens nøkkel")

    class Meta:
        verbose_name = "saksnøkkel"
        verbose_name_plural = "saksnøkler"
        db_table_comment = "Nøkkelen til dokumentene i én sak, lukket med kommunens nøkkel"
        constraints = [
            Forced(name="case_key_forced"),
            Policy(name="case_key_by_case", to=(CASE, INTAKE, TEAM), command="select", using=OF_MY_CASE),
            Policy(name="case_key_by_wide", to=(WIDE,), command="select", using=WHOLE),
            Policy(
                name="case_key_add", to=(CASE, INTAKE, TEAM), command="insert", check_rows=f"{OF_MY_CASE} and {MINE}"
            ),
            Policy(name="case_key_add_wide", to=(WIDE,), command="insert", check_rows=WHOLE),
            Policy(name="case_key_worker", to=(WORKER,), command="select", using="true"),
            Policy(
                name="case_key_rewrap", to=(WORKER,), command="update", columns=("key_name", "wrapped"), using="true",
                check_rows="true",
            ),
            Barred(name="case_key_barred", to=CASE_HATS, using=NOT_BARRED),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.key_name
