"""Addresses of the room at the desk; the face gathers them under the name ``desk``, and hands over the later chapters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.urls import URLPattern, path

from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.views import (
    access,
    bars,
    disclosure,
    documents,
    emergency,
    extract,
    hold,
    insight,
    listing,
    looks,
    my_page,
    people,
    rendition,
    telling,
    why,
)

CASE = "saker/<uuid:case_id>/"


def urls(*tellings: Telling, investigating: Callable[[UUID], bool]) -> list[URLPattern]:
    """Every address, with what the later rooms tell of a case, and whether it is being investigated."""
    told = {"tellings": tellings}
    one = CASE
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
        *_of_bars_and_others(told),
        path("hvorfor/", why.why, name="why"),
        path("nodtilgang/", emergency.emergency, name="emergency"),
        path("nodtilgang/oversikt/", emergency.overview, name="emergencies"),
        path("nodtilgang/<uuid:emergency_id>/avslutt/", emergency.end, name="emergency-end"),
        path("nodtilgang/<uuid:emergency_id>/sett-over/", emergency.review, name="emergency-review"),
        path(f"{one}sperre/", hold.hold, told, name="case-hold"),
        path(f"{one}sperre/vurder/", hold.review, told, name="case-hold-review"),
        path(f"{one}sperre/loft/", hold.lift, told, name="case-hold-lift"),
        *_of_documents(told),
        *_of_insight(told, told | {"investigating": investigating}),
    ]


def _of_bars_and_others(told: dict[str, Any]) -> list[URLPattern]:
    one = CASE
    return [
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
    ]


def _of_documents(told: dict[str, Any]) -> list[URLPattern]:
    one = f"{CASE}dokumenter/<uuid:document_id>/"
    return [
        path(f"{CASE}dokumenter/", documents.listing, told, name="case-documents"),
        path(f"{CASE}dokumenter/ny/", documents.new, told, name="case-document-new"),
        path(one, documents.document, told, name="case-document"),
        path(f"{one}side/<int:page>.png", documents.page, name="case-document-page"),
        path(f"{one}fil/", documents.file, name="case-document-file"),
        path(f"{one}feil/", documents.wrong, told, name="case-document-wrong"),
    ]


def _of_insight(told: dict[str, Any], asked: dict[str, Any]) -> list[URLPattern]:
    one = f"{CASE}partsinnsyn/<uuid:insight_id>/"
    copy = f"{one}<uuid:rendition_id>/"
    return [
        path(f"{CASE}partsinnsyn/", insight.requests, asked, name="case-insight"),
        path(f"{CASE}partsinnsyn/nytt/", insight.new, told, name="case-insight-new"),
        path(one, insight.one, asked, name="case-insight-one"),
        path(f"{one}dokument/", insight.include, told, name="case-insight-include"),
        path(f"{one}svar/", insight.answer, asked, name="case-insight-answer"),
        path(f"{one}svar.pdf", insight.letter, name="case-insight-letter"),
        path(f"{one}gi/", insight.give, asked, name="case-insight-give"),
        path(copy, rendition.rendition, asked, name="case-rendition"),
        path(f"{copy}side/<int:page>.png", rendition.page, name="case-rendition-page"),
        path(f"{copy}merk/", rendition.mark, asked, name="case-rendition-mark"),
        path(f"{copy}merker/<uuid:mark_id>/ta-bort/", rendition.unmark, name="case-rendition-unmark"),
        path(f"{copy}utgave/", rendition.preview, asked, name="case-rendition-copy"),
        path(f"{copy}utgave/<int:page>.png", rendition.copy_page, name="case-rendition-copy-page"),
        path(f"{copy}utgave.pdf", rendition.copy_file, name="case-rendition-copy-file"),
        path(f"{copy}bestem/", rendition.decide, asked, name="case-rendition-decide"),
    ]
