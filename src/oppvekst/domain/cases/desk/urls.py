"""Addresses of the room at the desk; the face gathers them under the name ``desk``, and hands over the later chapters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.urls import URLPattern, path

from oppvekst.domain.cases.desk.chapters import Telling
from oppvekst.domain.cases.desk.line import RoomsTell
from oppvekst.domain.cases.desk.views import (
    access,
    address,
    bars,
    closing,
    disclosure,
    documents,
    emergency,
    extract,
    happenings,
    hold,
    insight,
    listing,
    living,
    looks,
    my_page,
    people,
    reading,
    rendition,
    telling,
    ties,
    timeline,
    voice,
    why,
)
from oppvekst.domain.cases.rules.closing import Holds
from oppvekst.ground.web.voice import Voicing

ONE = "saker/<uuid:case_id>/"


def urls(
    *tellings: Telling,
    investigating: Callable[[UUID], bool],
    told_line: RoomsTell,
    changed: living.Changed,
    voices: tuple[Voicing, ...] = (),
    holding: tuple[Holds, ...],
) -> list[URLPattern]:
    """Every address, with what the later rooms tell of a case and its timeline, whether it is being investigated, what
    they do when somebody else must be asked in it, and what they tell of the child's voice."""
    told = {"tellings": tellings}
    return [
        path("saker/", listing.cases, name="cases"),
        path(ONE, telling.overview, told, name="case"),
        *_of_the_line(told, told | {"told": told_line}),
        path(f"{ONE}barnets-stemme/", voice.voice, told | {"voicings": voices}, name="case-voice"),
        path(f"{ONE}journal/", telling.journal_page, told, name="case-journal"),
        path(f"{ONE}mennesker/", people.people, told, name="case-people"),
        path(f"{ONE}mennesker/ny/", people.new_person, told, name="case-person-new"),
        *_of_ties(told),
        *_who_is_asked(told | {"changed": changed}),
        path(f"{ONE}sperre/", hold.hold, told, name="case-hold"),
        path(f"{ONE}sperre/vurder/", hold.review, told, name="case-hold-review"),
        path(f"{ONE}sperre/loft/", hold.lift, told, name="case-hold-lift"),
        *_when_it_ends(told, told | {"holding": holding}),
        *_where_she_is(told),
        *_who_sees_it(told),
        *_who_has_seen_it(told),
        *_only_to_read(),
        *_out_of_the_house(told),
        *_of_documents(told),
        *_of_insight(told, told | {"investigating": investigating}),
    ]


def _of_the_line(told: dict[str, Any], line: dict[str, Any]) -> list[URLPattern]:
    """The timeline, what is written on it, and the paper that is drawn of it."""
    one = f"{ONE}tidslinje/<uuid:happening_id>/"
    return [
        path(f"{ONE}tidslinje/", timeline.timeline, line, name="case-timeline"),
        path(f"{ONE}tidslinje/utskrift/", timeline.paper, line, name="case-timeline-print"),
        path(f"{ONE}tidslinje/ny/", happenings.new, line, name="case-happening-new"),
        path(f"{one}rett/", happenings.correct, line, name="case-happening-correct"),
        path(f"{one}ta-bort/", happenings.withdraw, told, name="case-happening-withdraw"),
    ]


def _of_ties(told: dict[str, Any]) -> list[URLPattern]:
    """The family tree and the network map, and who is what to whom."""
    one = f"{ONE}mennesker/kart/<uuid:tie_id>/"
    return [
        path(f"{ONE}mennesker/kart/", ties.maps, told, name="case-map"),
        path(f"{ONE}mennesker/kart/ny/", ties.new, told, name="case-tie-new"),
        path(f"{one}endre/", ties.change, told, name="case-tie-change"),
        path(f"{one}avslutt/", ties.end, told, name="case-tie-end"),
        path(f"{one}angre/", ties.resume, name="case-tie-resume"),
        path(f"{ONE}mennesker/<uuid:person_id>/dod/", ties.death, told, name="case-person-death"),
    ]


def _who_is_asked(told: dict[str, Any]) -> list[URLPattern]:
    """The facts that decide who must say yes."""
    return [
        path(f"{ONE}mennesker/bosted/", living.residence, told, name="case-residence"),
        path(f"{ONE}mennesker/forstar/", living.understanding, told, name="case-understanding"),
        path(
            f"{ONE}mennesker/<uuid:person_id>/foreldreansvar/", living.responsibility, told, name="case-responsibility"
        ),
    ]


def _when_it_ends(told: dict[str, Any], held: dict[str, Any]) -> list[URLPattern]:
    """Closing, the letter about it, opening again, and reading a closed case with a reason."""
    return [
        path(f"{ONE}avslutt/", closing.close, held, name="case-close"),
        path(f"{ONE}avslutt/brev/<uuid:person_id>.pdf", closing.letter, name="case-close-letter"),
        path(f"{ONE}apne-igjen/", closing.reopen, told, name="case-reopen"),
        path("saker/avsluttede/", closing.closed, name="cases-closed"),
        path("saker/avsluttede/apne/", closing.read_closed, name="case-closed-open"),
    ]


def _where_she_is(told: dict[str, Any]) -> list[URLPattern]:
    """A protected address: asked for, put on, lifted, entrusted."""
    one = f"{ONE}mennesker/<uuid:person_id>/adresse/"
    return [
        path(one, address.address, told, name="case-address"),
        path(f"{one}vis/", address.show, told, name="case-address-show"),
        path(f"{one}vern/", address.protect, told, name="case-address-protect"),
        path(f"{one}opphev/", address.lift, told, name="case-address-lift"),
        path(f"{one}betro/", address.entrust, told, name="case-address-entrust"),
        path(f"{one}trekk/", address.withdraw, told, name="case-address-withdraw"),
    ]


def _who_sees_it(told: dict[str, Any]) -> list[URLPattern]:
    """Access given and ended, who is shut out, emergency access, and why."""
    return [
        path(f"{ONE}tilgang/", access.access, told, name="case-access"),
        path(f"{ONE}tilgang/<uuid:grant_id>/avslutt/", access.end, name="case-access-end"),
        path(f"{ONE}tilgang/<uuid:grant_id>/ansvarlig/", access.make_responsible, name="case-access-responsible"),
        path(f"{ONE}tilgang/<uuid:grant_id>/sett-over/", access.review, name="case-access-review"),
        path(f"{ONE}tilgang/inhabil/", bars.step_aside, told, name="case-step-aside"),
        path(f"{ONE}tilgang/sperr/", bars.bar, told, name="case-bar"),
        path(f"{ONE}tilgang/sperr/<uuid:bar_id>/opphev/", bars.lift, told, name="case-bar-lift"),
        path(f"{ONE}tilgang/setteleder/", bars.substitute, told, name="case-substitute"),
        path("hvorfor/", why.why, name="why"),
        path("nodtilgang/", emergency.emergency, name="emergency"),
        path("nodtilgang/oversikt/", emergency.overview, name="emergencies"),
        path("nodtilgang/<uuid:emergency_id>/avslutt/", emergency.end, name="emergency-end"),
        path("nodtilgang/<uuid:emergency_id>/sett-over/", emergency.review, name="emergency-review"),
    ]


def _who_has_seen_it(told: dict[str, Any]) -> list[URLPattern]:
    """Looks for whoever reviews them, and a party's extract."""
    return [
        path("innsyn/", looks.review, name="looks"),
        path("innsyn/regler/", looks.rules_page, name="look-rules"),
        path("innsyn/regler/tilknytning/", looks.tied, name="look-tie"),
        path("innsyn/funn/<uuid:finding_id>/", looks.answered, name="look-finding"),
        path(f"{ONE}innsyn/", extract.extract, told, name="case-extract"),
        path(f"{ONE}innsyn/<uuid:extract_id>/", extract.made, told, name="case-extract-made"),
        path(f"{ONE}innsyn/<uuid:extract_id>/brev.pdf", extract.letter, name="case-extract-letter"),
    ]


def _only_to_read() -> list[URLPattern]:
    """The sample of the internal control, and the archive."""
    return [
        path("stikkprove/", reading.sample, name="sample"),
        path("stikkprove/<uuid:sample_id>/avslutt/", reading.sample_end, name="sample-end"),
        path("stikkprove/<uuid:sample_id>/sett-over/", reading.sample_review, name="sample-review"),
        path("arkiv/", reading.archive, name="archive"),
        path("arkiv/innhold/", reading.archive_open, name="archive-open"),
    ]


def _out_of_the_house(told: dict[str, Any]) -> list[URLPattern]:
    """My page, others with a right to read, and the parent who is not told."""
    return [
        path(f"{ONE}mennesker/<uuid:person_id>/min-side/", my_page.open_page, name="case-my-page-open"),
        path(f"{ONE}mennesker/<uuid:person_id>/min-side/steng/", my_page.close_page, name="case-my-page-close"),
        path(f"{ONE}mennesker/<uuid:person_id>/min-side/kode/", my_page.code, told, name="case-my-page-code"),
        path(f"{ONE}utad/", disclosure.outward, told, name="case-outward"),
        path(f"{ONE}utad/sett/", disclosure.disclose, told, name="case-disclose"),
        path(f"{ONE}utad/sett/<uuid:disclosure_id>/", disclosure.disclosure, told, name="case-disclosure"),
        path(
            f"{ONE}utad/sett/<uuid:disclosure_id>/kvittering/", disclosure.receive, told, name="case-disclosure-receipt"
        ),
        path(f"{ONE}utad/sett/<uuid:disclosure_id>/avslutt/", disclosure.end, told, name="case-disclosure-end"),
        path(f"{ONE}utad/forelder/", disclosure.keep_uninformed, told, name="case-uninform"),
        path(
            f"{ONE}utad/forelder/<uuid:uninformed_id>/vurder/",
            disclosure.review_uninformed,
            told,
            name="case-uninform-review",
        ),
        path(
            f"{ONE}utad/forelder/<uuid:uninformed_id>/opphev/",
            disclosure.lift_uninformed,
            told,
            name="case-uninform-lift",
        ),
    ]


def _of_documents(told: dict[str, Any]) -> list[URLPattern]:
    one = f"{ONE}dokumenter/<uuid:document_id>/"
    return [
        path(f"{ONE}dokumenter/", documents.listing, told, name="case-documents"),
        path(f"{ONE}dokumenter/ny/", documents.new, told, name="case-document-new"),
        path(one, documents.document, told, name="case-document"),
        path(f"{one}side/<int:page>.png", documents.page, name="case-document-page"),
        path(f"{one}fil/", documents.file, name="case-document-file"),
        path(f"{one}feil/", documents.wrong, told, name="case-document-wrong"),
    ]


def _of_insight(told: dict[str, Any], asked: dict[str, Any]) -> list[URLPattern]:
    one = f"{ONE}partsinnsyn/<uuid:insight_id>/"
    copy = f"{one}<uuid:rendition_id>/"
    return [
        path(f"{ONE}partsinnsyn/", insight.requests, asked, name="case-insight"),
        path(f"{ONE}partsinnsyn/nytt/", insight.new, told, name="case-insight-new"),
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
