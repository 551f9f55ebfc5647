"""What is collected, in the words of the pages: rows, days, grounds, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations.models import ExpertOpinion, FieldNote, InformationRequest, Investigation, PlanRow
from oppvekst.domain.investigations.queries import Tally
from oppvekst.domain.investigations.rules import GROUNDS, Ground
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import OSLO

PARTS = (
    ("questions", _("Spørsmål")), ("sources", _("Kilder")), ("talks", _("Samtaler med barnet")), ("home_visit", _("Hjemmebesøk")),
    ("timetable", _("Tidsplan")), ("untold", _("Det foreldrene ikke skal vite ennå")),
)  # fmt: skip
UNTOLD = {"label": _("Vises ikke for foreldrene"), "colour": "warning", "icon": "eye-slash"}
SHOWN = {
    FieldNote.Shown.PARTIES: None,
    FieldNote.Shown.NOT_YET: UNTOLD,
    FieldNote.Shown.ASSESS: {"label": _("Må vurderes før visning"), "colour": "warning", "icon": "eye-slash"},
}
LONGEST = 140
# Instead of a school, a doctor or a place, for whoever is not entrusted with where the child is.
PROTECTED = _("Beskyttet")


def day(value: date | None) -> str:
    """A day, or nothing."""
    return day_in_words(value) if value else ""


def moment(value: datetime) -> str:
    """A day and a clock."""
    local = value.astimezone(OSLO)
    return gettext("%(day)s klokka %(clock)s") % {"day": day_in_words(local.date()), "clock": f"{local:%H.%M}"}


def ground(value: str) -> str:
    """What lets somebody tell us, in words."""
    return GROUNDS[Ground(value)][0] if value else ""


def texts(said: Mapping[str, str]) -> list[tuple[Any, str]]:
    """The plan's texts with their headings."""
    return [(title, said[key]) for key, title in PARTS if said.get(key)]


def rows(found: Iterable[PlanRow]) -> list[dict[str, Any]]:
    """Rows of the plan as lines."""
    return [
        {
            "href": reverse("desk:investigation-row", args=[row.id]), "name": row.what,
            "what": f"{row.get_kind_display().capitalize()}{f': {row.about}' if row.about else ''}",
            "due": None if row.done_on else row.due, "law": "", "steps": (),
            "when": gettext("Gjort %(day)s") % {"day": day(row.done_on)} if row.done_on else "",
            "tags": [UNTOLD] if row.untold else [],
        }
        for row in found
    ]  # fmt: skip


def kept_rows(found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows as a version keeps them."""
    kinds = dict(PlanRow.Kind.choices)
    return [
        {
            "what": row["what"], "kind": str(kinds.get(row["kind"], "")).capitalize(), "due": date.fromisoformat(row["due"]),
            "done": row["done"], "untold": row.get("untold", False),
        }
        for row in found
    ]  # fmt: skip


def notes(found: Iterable[FieldNote]) -> list[dict[str, Any]]:
    """Notes as lines."""
    return [_note(note) for note in found]


def _note(note: FieldNote) -> dict[str, Any]:
    tags = [tag for tag in (SHOWN[FieldNote.Shown(note.shown)],) if tag]
    if note.refused:
        tags.append({"label": _("Slapp ikke inn"), "colour": "danger", "icon": "x-mark-octagon"})
    return {
        "href": reverse("desk:investigation-note", args=[note.id]), "name": note.get_kind_display().capitalize(),
        "age": moment(note.happened_at), "what": _short(note.facts), "when": note.written_by_name, "tags": tags,
    }  # fmt: skip


def asked(found: Iterable[InformationRequest], *, where: bool) -> list[dict[str, Any]]:
    """Whom we asked, as lines: those that wait with their day. ``where``: whether a protected child's places are named."""
    return [
        {
            "href": reverse("desk:investigation-asked-one", args=[one.id]), "name": one.body if where else PROTECTED,
            "what": _short(one.about), "due": one.due if _waits(one) else None, "law": "", "steps": (), "when": _how(one),
            "tags": [] if one.told_on else [{"label": _("Familien vet det ikke"), "colour": "warning", "icon": "eye-slash"}],
        }
        for one in found
    ]  # fmt: skip


def opinions(found: Iterable[ExpertOpinion]) -> list[dict[str, Any]]:
    """Experts and how far their opinions have come."""
    return [
        {
            "href": reverse("desk:investigation-expert", args=[one.id]), "name": one.expert, "what": _short(one.mandate),
            "when": opinion_stands(one), "tags": [],
        }
        for one in found
    ]  # fmt: skip


def opinion_stands(one: ExpertOpinion) -> str:
    """Where a opinion stands on its way to being relied on."""
    if one.unused_reasons:
        return gettext("Legges ikke til grunn")
    if one.received_on is None:
        return gettext("Bestilt %(day)s") % {"day": day(one.ordered_on)}
    if one.exemption:
        return gettext("Mottatt. Kommisjonen vurderer den ikke")
    if one.remark_on:
        return gettext("Vurdert av kommisjonen")
    if one.sent_on:
        return gettext("Hos kommisjonen siden %(day)s") % {"day": day(one.sent_on)}
    return gettext("Mottatt. Skal til kommisjonen")


def missing(found: Investigation, told: Tally, *, unassessed: bool) -> list[dict[str, Any]]:
    """What is lacking, each with where it is mended."""
    here = [found.id]
    lacking: list[dict[str, Any]] = []
    if found.plan_saved_at is None:
        note = _("Den må si alle fem ting før undersøkelsen går.")
        lacking.append(_lack(_("Undersøkelsesplan"), note, "investigation-plan", here))
    if found.extended_to and not (found.extension_told_on or found.extension_untold_reasons):
        note = _("De skal få vite hvorfor, og til når.")
        lacking.append(_lack(_("Familien og utvidelsen"), note, "investigation-extension-told", here))
    if told.untold:
        note = _("Noen er spurt uten at familien vet det.")
        lacking.append(_lack(_("Familien og innhentingen"), note, "investigation-asked", here))
    if not told.visits:
        lacking.append(_lack(_("Hjemmebesøk"), _("Ikke ført ennå."), "investigation-notes", here))
    if unassessed:
        note = _("En rapport kan ikke legges til grunn før kommisjonen har vurdert den.")
        lacking.append(_lack(_("Sakkyndigrapport"), note, "investigation-collected", here))
    return lacking


def _lack(title: Any, note: Any, page: str, key: list[Any]) -> dict[str, Any]:
    return {
        "title": title,
        "note": note,
        "word": _("Mangler:"),
        "href": reverse(f"desk:{page}", args=key),
        "act": _("Se"),
    }


def _waits(one: InformationRequest) -> bool:
    return one.answered_on is None and one.withdrawn_on is None


def _how(one: InformationRequest) -> str:
    if one.withdrawn_on:
        return gettext("Trukket %(day)s") % {"day": day(one.withdrawn_on)}
    if one.answered_on:
        return gettext("Svar %(day)s") % {"day": day(one.answered_on)}
    return gettext("Spurt %(day)s") % {"day": day(one.asked_on)}


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
