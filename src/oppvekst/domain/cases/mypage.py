"""What a person reads at My page about being in a case here: who she is to the service, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import my_pages

WORDS: dict[str, Any] = {
    Party.Part.CHILD: _("Du er den det handler om."),
    Party.Part.MOTHER: _("Du er mor til %(child)s."),
    Party.Part.FATHER: _("Du er far til %(child)s."),
    Party.Part.OTHER_PARENT: _("Du er forelder til %(child)s."),
    Party.Part.SIBLING: _("Du er søsken til %(child)s."),
    Party.Part.GUARDIAN: _("Du er verge eller representant for %(child)s."),
    Party.Part.NETWORK: _("Du er i familien eller nettverket til %(child)s."),
}


@dataclass(frozen=True, slots=True)
class Me:
    """Who somebody is in one case."""

    called: str
    words: str
    since: datetime


def me() -> list[Me]:
    """One line for each case where My page is opened for whoever has logged in."""
    return [Me(row.called, str(WORDS[row.part]) % {"child": row.child_name}, row.opened_at) for row in my_pages()]
