"""The child's own page: its own words, large, to be read aloud, and one question: did we understand you right (bvl § 1-4)?

Nothing else of the case stands here, and nobody else's page has it: the database says whose words these are.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from oppvekst.domain.investigations.actions import answer_own_words
from oppvekst.domain.investigations.queries import OwnWords, get_own_words, own_words
from oppvekst.ground.database.acting import VISIT
from oppvekst.ground.web.forms import DsForm, long_text
from oppvekst.ground.web.frame import DONE, INCOMPLETE, STOPPED, now
from oppvekst.ground.web.shared_with_you import Shared
from oppvekst.law.refusals import NotAllowed

THANKS = {
    "agreed": gettext_lazy("Takk! Da vet vi at vi har forstått deg."),
    "corrected": gettext_lazy("Takk! Nå er det dine ord som gjelder."),
}


class CorrectionForm(DsForm):
    """The words as the child wants them: what we wrote stands there to be changed."""

    words = long_text(
        label=gettext_lazy("Skriv det slik du vil ha det"), rows=6,
        help_text=gettext_lazy("Stryk det som er feil, og skriv det som mangler. Det gjør ikke noe om du skriver feil."),
        error_messages={"required": gettext_lazy("Skriv ordene slik du vil ha dem, eller trykk «Ja, det stemmer».")},
    )  # fmt: skip


def shared() -> list[Shared]:
    """What the child finds on its first page."""
    return [_line(words) for words in own_words()]


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, talk_id: UUID) -> HttpResponse:
    """The child's own words, and its answer."""
    if not request.COOKIES.get(VISIT):
        return redirect("mypage:front")
    found = get_own_words(talk_id)
    if request.method == "POST":
        return _answered(request, found)
    return _show(request, found, CorrectionForm(initial={"words": found.text}))


def _answered(request: HttpRequest, found: OwnWords) -> HttpResponse:
    """Yes, or the child's own words. What it wrote is never lost, whatever is in the way."""
    yes = "ja" in request.POST
    form = CorrectionForm({"words": found.text} if yes else request.POST)
    if not form.is_valid():
        return _show(request, found, form, status=INCOMPLETE)
    said = "" if yes else form.cleaned_data["words"]
    if said.strip() == found.text:
        form.add_error("words", gettext("Ordene er de samme som før. Trykk «Ja, det stemmer» hvis de er riktige."))
        return _show(request, found, form, status=INCOMPLETE)
    try:
        told = answer_own_words(found.talk_id, read=_read(request), corrected=said, at=now())
    except NotAllowed as refusal:
        return _show(request, get_own_words(found.talk_id), form, stopped=refusal.sentence, status=STOPPED)
    return redirect(f"{_address(found)}?{DONE}={told}")


def _show(
    request: HttpRequest, found: OwnWords, form: CorrectionForm, *, stopped: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "words": found, "form": form, "stopped": stopped, "thanks": THANKS.get(request.GET.get(DONE, "")),
        "drop_url": reverse("log-out"), "typed": form.is_bound,
    }  # fmt: skip
    return render(request, "investigations/mypage/words.html", context, status=status)


def _read(request: HttpRequest) -> int:
    """Which version the child had before it."""
    read = request.POST.get("lest", "")
    return int(read) if read.isdecimal() and len(read) < 6 else 0


def _line(found: OwnWords) -> Shared:
    text = gettext("Du har svart.") if found.answered_at else gettext("Har vi forstått deg riktig? Les og svar.")
    return Shared(gettext("Dine egne ord"), text, found.held_at, _address(found))


def _address(found: OwnWords) -> str:
    return reverse("mypage:own-words", args=[found.talk_id])


urlpatterns = [path("mine-ord/<uuid:talk_id>/", words, name="own-words")]
