"""What every table of the room shares: whose it is, who reads it, and who writes it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import MINE, WHOLE, Municipality
from oppvekst.ground.database.logins import ALL_HATS, MYPAGE, PORTAL, PREVENTION, WIDE, WORKER
from oppvekst.ground.database.policies import Forced, Policy

OUTSIDE = (PORTAL, MYPAGE, WORKER)
SEEN_BY = {"worker_of": ((PREVENTION,), MINE), "leader": ((WIDE,), WHOLE)}

type Rules = list[models.BaseConstraint]


def answered(table: str, columns: tuple[str, ...], *, becoming: str = "") -> Rules:
    """Sent by the public, read and answered by the preventive service and the leader, by nobody else."""
    rules: Rules = [Forced(name=f"{table}_forced")]
    for name, (hats, using) in SEEN_BY.items():
        check = f"{using} and {becoming}" if becoming else using
        rules += [
            Policy(name=f"{table}_{name}", to=hats, command="select", using=using),
            Policy(
                name=f"{table}_answer_{name}", to=hats, command="update", columns=columns, using=using, check_rows=check
            ),
        ]  # fmt: skip
    return rules


def arranged(table: str, columns: tuple[str, ...]) -> Rules:
    """Published for everybody, kept by the preventive service and the leader."""
    writers = (PREVENTION, WIDE)
    return [
        Forced(name=f"{table}_forced"),
        Policy(name=f"{table}_read", to=OUTSIDE, command="select", using="published"),
        Policy(name=f"{table}_desk", to=ALL_HATS, command="select", using=MINE),
        Policy(name=f"{table}_add", to=writers, command="insert", check_rows=MINE),
        Policy(name=f"{table}_change", to=writers, command="update", columns=columns, using=MINE, check_rows=MINE),
    ]


class InMunicipality(models.Model):
    """A row of one municipality's."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")

    class Meta:
        abstract = True


BY_ME = "noted_by = (select access.actor())"


def noted(table: str, columns: tuple[str, ...], *, mended: str = "") -> Rules:
    """Written and read by the preventive service and the leader, by nobody else; mended where ``mended`` says so."""
    rules: Rules = [Forced(name=f"{table}_forced")]
    for name, (hats, using) in SEEN_BY.items():
        theirs = f"{using} and {mended}" if mended else using
        rules += [
            Policy(name=f"{table}_{name}", to=hats, command="select", using=using),
            Policy(name=f"{table}_add_{name}", to=hats, command="insert", check_rows=f"{using} and {BY_ME}"),
            Policy(
                name=f"{table}_mend_{name}", to=hats, command="update", columns=columns, using=theirs, check_rows=theirs
            ),
        ]  # fmt: skip
    return rules
