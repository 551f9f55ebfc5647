"""Consents in the words of the page: who is asked, what each has said, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.decisions.desk.consent_paper import mark
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.queries.consent import Row, Standing
from oppvekst.domain.decisions.rules.consent import GROUNDS, KINDS, PARTS, SERVICE, Ground, Kind, Part, Said
from oppvekst.ground.web.frame import Notice, known
from oppvekst.ground.web.words import day_in_words

NOTICES = {
    "spurt": Notice("Teksten er lagret. Skriv ut et skjema til hver av dem som må si ja"),
    "svart": Notice("Svaret er skrevet ned"),
    "trukket": Notice("Samtykket er trukket. Vurder i dag hva som nå er lovlig å gjøre", "warning"),
    "valgt": Notice("Det er skrevet hva tjenesten gjør"),
    "lukket": Notice("Det spørres ikke lenger om dette. Svarene blir stående", "info"),
    "regel": Notice("Valget gjelder fra dagen du skrev"),
}
# How a line stands: colour, icon and word, so that colour is never alone.
YES = {"colour": "success", "icon": "checkmark-circle-fill", "word": "Sagt ja"}
WAITS = {"colour": "warning", "icon": "clock-fill", "word": "Mangler"}
NO = {"colour": "danger", "icon": "x-mark-octagon-fill", "word": "Nei"}
FALLEN = {"colour": "danger", "icon": "x-mark-octagon-fill", "word": "Trukket"}


def head(case: Case, text: ConsentText | None = None, here: str = "") -> dict[str, Any]:
    """What the pages have on top: whose case, the way back, and whether anything may reach the parents now."""
    crumbs = [("Saker", known("cases")), (case.child.name, known("case", case.id))]
    list_page = ("Samtykke", reverse("desk:consents", args=[case.id]))
    if text:
        crumbs += [list_page, (text.get_kind_display(), reverse("desk:consent", args=[text.id]))]
    elif here:
        crumbs.append(list_page)
    last = (here, "") if here else (crumbs.pop()[0] if text else "Samtykke", "")
    return {
        "case": case, "child": case.child.name, "text": text, "crumbs": [*crumbs, last], "switch": hold_back(case.id),
        "people": known("case-people", case.id),
    }  # fmt: skip


def line(row: Row, now: Standing) -> dict[str, Any]:
    """One row of the matrix: who, what part and why, how it stands, and what can be done about it."""
    own = row.person_id is not None and row.line.who != SERVICE
    asked = own and row.line.part in (Part.CONSENTS, Part.OBJECTS) and now.text.closed_at is None
    given = row.answer is not None and row.answer.said == Said.YES
    where = [now.text.id, row.person_id]
    return {
        "name": row.line.name, "part": PARTS[row.line.part], "why": row.line.sentence, "law": row.line.law,
        "sure": row.line.interpretation, "state": state_of(row), "lacking": row.lacking.sentence if row.lacking else "",
        "answer": row.answer,
        "answer_href": reverse("desk:consent-answer", args=where) if asked else "",
        "withdraw_href": reverse("desk:consent-withdraw", args=where) if asked and given else "",
        "paper_href": reverse("desk:consent-paper", args=where) if asked and not row.stands else "",
    }  # fmt: skip


def state_of(row: Row) -> dict[str, str] | None:
    """A word and a colour for whoever must say yes; nothing for those who are only heard or told."""
    if row.line.part is Part.OBJECTS:
        return NO if row.lacking else None
    if row.line.part is not Part.CONSENTS:
        return None
    if row.stands:
        return YES
    fallen = {"refused": NO, "withdrawn": FALLEN}
    return fallen.get(row.lacking.why, WAITS) if row.lacking else WAITS


def summary(now: Standing) -> dict[str, Any]:
    """A text on the list of the case."""
    return {
        "text": now.text, "title": now.text.get_kind_display(), "state": overall(now), "first": now.text.body.splitlines()[0],
        "lacking": [one.sentence for one in now.missing],
    }  # fmt: skip


def overall(now: Standing) -> dict[str, str]:
    """How the whole text stands, in a word: a yes taken back weighs more than a no, and a no more than a silence."""
    if now.text.closed_at:
        return {"colour": "neutral", "icon": "folder", "word": "Lukket"}
    whys = {one.why for one in now.missing}
    if not whys:
        return YES | {"word": "Alle har sagt ja"}
    if "withdrawn" in whys:
        return FALLEN
    return NO if whys & {"refused", "objects"} else WAITS


def particulars(text: ConsentText, names: Iterable[str]) -> list[tuple[str, str]]:
    """What stands beside the words: the section, the ground, whom it reaches, the mark."""
    told = [("Hjemmel", KINDS[Kind(text.kind)].law.words().capitalize())]
    if text.begins_on:
        told.append(("Skal begynne", day_in_words(text.begins_on)))
    if text.ground != Ground.ORDINARY:
        told.append(("Grunn", GROUNDS[Ground(text.ground)]))
    if reached := ", ".join(names):
        told.append(("Griper direkte inn hos", reached))
    told.append(("Skrevet", f"{day_in_words(text.asked_at)} av {text.asked_by_name}"))
    return [*told, ("Tekstens merke", mark(text))]
