"""What all of a municipality's own content has in common: read by the public once published, written by an editor."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import MINE, Municipality
from oppvekst.ground.database.logins import ALL_HATS, EDITOR, MYPAGE, PORTAL, WIDE, WORKER
from oppvekst.ground.database.policies import Forced, Policy

OUTSIDE = (PORTAL, MYPAGE, WORKER)
EDITORS = (EDITOR, WIDE)

type Rules = list[models.BaseConstraint]


class Owned(models.Model):
    """A row of one municipality's own content."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")

    class Meta:
        abstract = True


class Published(Owned):
    """A row that is shown to the public once it is published. What it says in other languages lies beside it."""

    published = models.BooleanField("publisert", default=False)
    # {"nn": {"name": …}, "en": {…}}: the column itself is Bokmål, which is shown where a language is lacking.
    other_languages = models.JSONField("på andre språk", default=dict, blank=True)

    class Meta:
        abstract = True


def edited(table: str, columns: tuple[str, ...], *, shown: str = "published") -> Rules:
    """The public reads what is published; everybody at the desk reads all of it; an editor or a leader writes it."""
    return [
        Forced(name=f"{table}_forced"),
        Policy(name=f"{table}_read", to=OUTSIDE, command="select", using=shown),
        Policy(name=f"{table}_desk", to=ALL_HATS, command="select", using=MINE),
        Policy(name=f"{table}_add", to=EDITORS, command="insert", check_rows=MINE),
        Policy(
            name=f"{table}_edit", to=EDITORS, command="update", columns=columns, using=MINE, check_rows=MINE
        ),
    ]  # fmt: skip
