"""What the concerns of a case tell of the child's voice: the child's own words, where somebody wrote them to us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.models import Concern, Passage
from oppvekst.domain.concerns.queries import of_case
from oppvekst.domain.concerns.rules.voice import childs_own, words_of_child
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Voiced
from oppvekst.law.calendar import oslo_date

STAGE = "Meldingen"
MASKED = "Barnets ord i meldingen er skjult for familien. Les dem i meldingen."


def voiced(case_id: UUID, today: date) -> Iterator[Voiced]:
    """Each concern, oldest first. In the week of review nobody owes the child a talk: that comes in the investigation."""
    found = of_case(case_id).prefetch_related(Prefetch("passages", Passage.objects.order_by("place")))
    for concern in reversed(found):
        yield _one(concern, list(concern.passages.all()))


def _one(concern: Concern, passages: Iterable[Passage]) -> Voiced:
    own = [one for one in passages if childs_own(concern.enquiry.reporter_code, one.heading)]
    open_ones = [one.text for one in own if not one.masked]
    came = "Barnet meldte selv" if words_of_child(concern.enquiry.reporter_code) else ""
    return Voiced(
        stage=STAGE, step=spoken.title(concern), at=oslo_date(concern.received_at), href=known("concern", concern.id),
        said="\n\n".join(open_ones), kept=MASKED if len(open_ones) < len(own) else "",
        more=tuple(_more(came, bool(own))),
    )  # fmt: skip


def _more(came: str, has_words: bool) -> Iterator[Line]:
    if came:
        yield Line("Hvem", came)
    if not has_words:
        yield Line("Barnets ord", "Det står ingen av barnets egne ord i meldingen.")
