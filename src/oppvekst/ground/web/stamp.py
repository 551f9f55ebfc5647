"""What a form of the portal carries: when its page was made, signed, and nothing about who asked for it."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

# Django's `{% csrf_token %}` writes the field, at the desk with Django's own token in it.
FIELD = "csrfmiddlewaretoken"
SIGNER = Signer(salt="skjema")


def without_cookie() -> bool:
    """Whether this face keeps no cookie for its forms: the portal, which knows nobody."""
    return bool(settings.FACE == "portal")


def stamp(at: datetime) -> str:
    """A stamp for a page made now."""
    return SIGNER.sign(f"{at.timestamp():.0f}.{secrets.token_urlsafe(9)}")


def made_at(request: HttpRequest) -> datetime | None:
    """When the page was made that this form was sent from; nothing if it carries no stamp of ours."""
    try:
        seconds = SIGNER.unsign(request.POST.get(FIELD, "")).partition(".")[0]
    except BadSignature:
        return None
    return datetime.fromtimestamp(int(seconds), UTC)
