"""What somebody sent when her session was over: kept sealed until she has logged in again, for her alone.

The key is in her browser and nowhere else, as with the drafts of the public forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from oppvekst.ground.access import sessions
from oppvekst.ground.database.acting import COOKIE, acting
from oppvekst.ground.web import drafts
from oppvekst.ground.web.errors import shown_text

KEPT = "__Host-skrevet" if settings.BEHIND_TLS else "skrevet"
FORM_MARK = "csrfmiddlewaretoken"


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent: where to, with which values, and with the token it came with, so that none can be forged."""

    path: str
    sent: list[tuple[str, str]]
    csrf_token: str

    @property
    def texts(self) -> list[str]:
        """What she wrote herself, to read over."""
        return shown_text(self.sent)


def keep(request: HttpRequest, response: HttpResponse) -> bool:
    """Keep what was sent, if we know whose session it was. Files are not kept; the page says so."""
    with acting("desk"):
        who = sessions.whose(request.COOKIES.get(COOKIE, ""))
        if who is None:
            return False
        key = drafts.new_key()
        mark = request.POST.get(FORM_MARK, "")
        drafts.save(key, {"who": str(who), "path": request.path, "sent": sent(request), "mark": mark})
    response.set_cookie(KEPT, key, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    return True


def sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every value of the form, but for its token."""
    return [(name, value) for name in request.POST if name != FORM_MARK for value in request.POST.getlist(name)]


def of(request: HttpRequest, who: UUID) -> Typed | None:
    """What this person left in this browser; nothing that anybody else did."""
    content = drafts.load(request.COOKIES.get(KEPT))
    if content.get("who") != str(who):
        return None
    return Typed(content["path"], [(name, value) for name, value in content["sent"]], content["mark"])


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """Throw it away."""
    drafts.drop(request.COOKIES.get(KEPT))
    response.delete_cookie(KEPT, samesite="Lax")
