"""«Det som er samlet inn»: the overview, and the notes of visits, observations and talks (bvl §§ 2-2 (5), 12-4)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries import shows_where
from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.desk import forms, spoken
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct, collected, head, seen
from oppvekst.domain.investigations.desk.thing import Do, Fact, ThingAct, noticed, shown
from oppvekst.domain.investigations.models import FieldNote, Investigation
from oppvekst.domain.investigations.rules import RESERVED_TO_LEADER, home_visit_refused
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotFound

FEW, PAGE = 5, 50
KINDS = dict(FieldNote.Kind.choices)


@require_safe
def overview(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """What is planned, asked, answered and written down, and what is lacking; the newest of each, with the way to all."""
    found = seen(request, investigation_id, "investigation.collected")
    told, unassessed = queries.tally(found), queries.unassessed(found.id)
    done = NOTICES.get(request.GET.get(DONE, ""))
    planned = queries.plan_rows(found.id).filter(done_on=None)[:FEW]
    asked = queries.information_requests(found.id).filter(withdrawn_on=None)[:FEW]
    context = {
        **head(found, (_("Det som er samlet inn"), "")), "told": told, "planned": spoken.rows(planned),
        "asked": spoken.asked(asked, where=shows_where(found.case_id)),
        "notes": spoken.notes(queries.field_notes(found.id)[:FEW]),
        "opinions": spoken.opinions(queries.expert_opinions(found.id)[:PAGE]),
        "leader_acts": queries.leader_acts(found.id)[:PAGE], "kinds": FieldNote.Kind.choices,
        "lacking": [] if found.concluded_on else spoken.missing(found, told, unassessed=unassessed),
        "may_decide": request.actor.may(RESERVED_TO_LEADER), "messages": [done] if done else [],
    }  # fmt: skip
    return render(request, "investigations/desk/collected.html", context)


@require_safe
def notes(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """Every visit, observation and talk, the newest first; one kind of them when it is asked for."""
    found = seen(request, investigation_id, "investigation.notes")
    kind = request.GET.get("slag", "")
    page = Paginator(queries.field_notes(found.id, kind=kind if kind in KINDS else ""), PAGE).get_page(
        request.GET.get("side")
    )
    context = {
        **head(found, collected(found), (_("Notater"), "")), "heading": _("Besøk, observasjoner og samtaler"), "page": page,
        "rows": spoken.notes(page.object_list), "nothing": _("Ingenting er skrevet ned ennå"),
        "may_write": found.concluded_on is None,
        "kinds": [("", _("Alle")), *((value, _label(value)) for value in KINDS)], "kind": kind,
    }  # fmt: skip
    return render(request, "investigations/desk/listing.html", context)


class NewNote(InvestigationAct):
    """A visit, an observation or a talk, written down; the kind stands in the address."""

    right, law = "case.write", bvl("12-4")
    button, done, leads_to = _("Skriv i journalen"), "notat", "investigation-collected"
    through_collected = True
    happens = _("Notatet står i barnets journal med ditt navn, tidspunktet det skjedde og tidspunktet det ble skrevet.")
    undone = _("Nei. Er noe feil, skriver du et nytt notat som retter det.")

    @property
    def kind(self) -> str:
        """What it is."""
        kind = self.request.GET.get("slag", FieldNote.Kind.HOME_VISIT)
        if kind not in KINDS:
            raise NotFound("Vi finner ikke dette slaget notat.")
        return kind

    @property
    def heading(self) -> Any:
        """Named by its kind."""
        return _label(self.kind)

    def form(self, found: Investigation, typed: Any = None) -> forms.NoteForm:
        """Today, unless another day is said."""
        return forms.NoteForm(typed, kind=self.kind, today=today(), initial={"happened_on": today()})

    def perform(self, found: Investigation, form: Any) -> None:
        """Write it down."""
        actions.write_note(found.id, actions.Noted(**form.said()), by=self.request.actor, at=now())


@require_safe
def note(request: DeskRequest, note_id: UUID) -> HttpResponse:
    """One note: what was seen and said, and apart from it what we think."""
    found = queries.get_note(note_id)
    noticed(request, "investigation.note", found)
    newer, where = found.corrected_by.first(), shows_where(found.case_id)
    facts = [
        Fact(_("Når"), spoken.moment(found.happened_at)),
        Fact(_("Hvor"), found.place if where or not found.place else spoken.PROTECTED),
        Fact(_("Hvem var der"), found.present),
        Fact(_("Avtalt"), _announced(found)), Fact(_("Kilde"), found.source),
        Fact(_("Hvem kan få se det"), found.get_shown_display().capitalize()), Fact(_("Hvorfor"), found.shown_reasons),
        Fact(_("Skrevet"), f"{found.written_by_name}, {spoken.moment(found.written_at)}"), *_corrections(found, newer),
    ]  # fmt: skip
    ways = []
    if newer is None and found.investigation.concluded_on is None:
        told = _("Notatet blir stående. Det nye sier hva som er riktig.")
        ways.append(Do("investigation-note-correct", _("Noe er feil"), _("Skriv et notat som retter"), told))
    words = [(_("Det vi så og hørte"), found.facts), (_("Vår vurdering"), found.assessment)]
    context = shown(request, found, _label(found.kind), facts, ways, words=[each for each in words if each[1]])
    return render(request, "investigations/desk/thing.html", context | {"refused": _refused(found)})


class CorrectNote(ThingAct[FieldNote]):
    """A new note that corrects one; both are kept."""

    right, law = "case.write", bvl("12-4")
    look_kind, leads_to = "investigation.note", "investigation-note"
    heading, button, done = _("Rett notatet"), _("Skriv rettelsen"), "notat"
    happens = _("Det gamle notatet blir stående, og viser til det nye.")
    undone = _("Nei.")

    def get_thing(self, key: UUID) -> FieldNote:
        """The note that is wrong."""
        return queries.get_note(key)

    def title(self, thing: FieldNote) -> Any:
        """By its kind and day."""
        return f"{_label(thing.kind)} {day_in_words(oslo_date(thing.happened_at))}"

    def form(self, thing: FieldNote, typed: Any = None) -> forms.NoteForm:
        """Begins as the one it corrects."""
        names = ("place", "present", "source", "announced", "refused", "facts", "assessment", "shown", "shown_reasons")
        start = {name: getattr(thing, name) for name in names}
        happened = thing.happened_at.astimezone(OSLO)
        start |= {"happened_on": happened.date(), "happened_clock": happened.time()}
        return forms.NoteForm(typed, kind=thing.kind, today=today(), initial=start)

    def perform(self, thing: FieldNote, form: Any) -> None:
        """Write it down beside the other."""
        said = actions.Noted(**form.said())
        actions.write_note(thing.investigation_id, said, corrects=thing.id, by=self.request.actor, at=now())


def _label(kind: str) -> str:
    return str(KINDS[kind]).capitalize()


def _announced(found: FieldNote) -> str:
    return {None: "", True: gettext("Avtalt på forhånd"), False: gettext("Uanmeldt")}[found.announced]


def _corrections(found: FieldNote, newer: FieldNote | None) -> list[Fact]:
    facts = []
    if newer:
        href = reverse("desk:investigation-note", args=[newer.id])
        facts.append(Fact(_("Rettet av"), f"{newer.written_by_name}, {spoken.moment(newer.written_at)}", href))
    if found.corrects:
        href = reverse("desk:investigation-note", args=[found.corrects_id])
        facts.append(Fact(_("Retter"), spoken.moment(found.corrects.written_at), href))
    return facts


def _refused(found: FieldNote) -> dict[str, Any] | None:
    """What can be done when nobody let us in."""
    if not found.refused:
        return None
    verdict = home_visit_refused()
    return {"sentence": verdict.sentence, "citation": verdict.citation}
