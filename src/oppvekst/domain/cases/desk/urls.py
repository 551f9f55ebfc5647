"""Addresses of the room at the desk; the face gathers them under the name ``desk``, and hands over the later chapters."""

from __future__ import annotations

from django.urls import URLPattern, path

from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.views import (
    access,
    bars,
    disclosure,
    emergency,
    extract,
    hold,
    listing,
    looks,
    my_page,
    people,
    telling,
    why,
)


def urls(*tellings: Telling) -> list[URLPattern]:
    """Every address, with what the later rooms tell of a case."""
    told = {"tellings": tellings}
    one = "saker/<uuid:case_id>/"
    return [
        path("saker/", listing.cases, name="cases"),
        path("innsyn/", looks.review, name="looks"),
        path("innsyn/regler/", looks.rules_page, name="look-rules"),
        path("innsyn/regler/tilknytning/", looks.tied, name="look-tie"),
        path("innsyn/funn/<uuid:finding_id>/", looks.answered, name="look-finding"),
        path(one, telling.overview, told, name="case"),
        path(f"{one}tidslinje/", telling.timeline, told, name="case-timeline"),
        path(f"{one}journal/", telling.journal_page, told, name="case-journal"),
        path(f"{one}mennesker/", people.people, told, name="case-people"),
        path(f"{one}mennesker/ny/", people.new_person, told, name="case-person-new"),
        path(f"{one}mennesker/<uuid:person_id>/min-side/", my_page.open_page, name="case-my-page-open"),
        path(f"{one}mennesker/<uuid:person_id>/min-side/steng/", my_page.close_page, name="case-my-page-close"),
        path(f"{one}mennesker/<uuid:person_id>/min-side/kode/", my_page.code, told, name="case-my-page-code"),
        path(f"{one}tilgang/", access.access, told, name="case-access"),
        path(f"{one}tilgang/<uuid:grant_id>/avslutt/", access.end, name="case-access-end"),
        path(f"{one}tilgang/<uuid:grant_id>/ansvarlig/", access.make_responsible, name="case-access-responsible"),
        path(f"{one}tilgang/<uuid:grant_id>/sett-over/", access.review, name="case-access-review"),
        path(f"{one}innsyn/", extract.extract, told, name="case-extract"),
        path(f"{one}innsyn/<uuid:extract_id>/", extract.made, told, name="case-extract-made"),
        path(f"{one}innsyn/<uuid:extract_id>/brev.pdf", extract.letter, name="case-extract-letter"),
        path(f"{one}tilgang/inhabil/", bars.step_aside, told, name="case-step-aside"),
        path(f"{one}tilgang/sperr/", bars.bar, told, name="case-bar"),
        path(f"{one}tilgang/sperr/<uuid:bar_id>/opphev/", bars.lift, told, name="case-bar-lift"),
        path(f"{one}tilgang/setteleder/", bars.substitute, told, name="case-substitute"),
        path(f"{one}utad/", disclosure.outward, told, name="case-outward"),
        path(f"{one}utad/sett/", disclosure.disclose, told, name="case-disclose"),
        path(f"{one}utad/sett/<uuid:disclosure_id>/", disclosure.disclosure, told, name="case-disclosure"),
        path(
            f"{one}utad/sett/<uuid:disclosure_id>/kvittering/", disclosure.receive, told, name="case-disclosure-receipt"
        ),
        path(f"{one}utad/sett/<uuid:disclosure_id>/avslutt/", disclosure.end, told, name="case-disclosure-end"),
        path(f"{one}utad/forelder/", disclosure.keep_uninformed, told, name="case-uninform"),
        path(
            f"{one}utad/forelder/<uuid:uninformed_id>/vurder/",
            disclosure.review_uninformed,
            told,
            name="case-uninform-review",
        ),
        path(
            f"{one}utad/forelder/<uuid:uninformed_id>/opphev/",
            disclosure.lift_uninformed,
            told,
            name="case-uninform-lift",
        ),
        path("hvorfor/", why.why, name="why"),
        path("nodtilgang/", emergency.emergency, name="emergency"),
        path("nodtilgang/oversikt/", emergency.overview, name="emergencies"),
        path("nodtilgang/<uuid:emergency_id>/avslutt/", emergency.end, name="emergency-end"),
        path("nodtilgang/<uuid:emergency_id>/sett-over/", emergency.review, name="emergency-review"),
        path(f"{one}sperre/", hold.hold, told, name="case-hold"),
        path(f"{one}sperre/vurder/", hold.review, told, name="case-hold-review"),
        path(f"{one}sperre/loft/", hold.lift, told, name="case-hold-lift"),
    ]
