"""«Sende vedtaket»: whom it goes to and how, what each copy lacks, when it came, and until when each may appeal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.cases.rules.insight import CONFIDENTIAL_FROM
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk.forms.sending import ReachedForm, RepresentForm, SendForm, WithholdForm
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.queries import (
    addressees,
    failed,
    get_addressee,
    get_copy,
    get_decision,
    letter_to,
    limit_of,
    lines_for,
    newest_copies,
    safe_phones,
    told_to,
    ways_to,
    withheld_from,
)
from oppvekst.domain.decisions.queries.letter import law_words
from oppvekst.domain.decisions.rules import DISPATCH, MACHINE, STANDING, WRITE, Standing
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.rendition import DECIDED
from oppvekst.domain.decisions.rules.routes import ROUTES, open_routes, suggested
from oppvekst.domain.investigations.queries import is_open
from oppvekst.domain.people.rules import age
from oppvekst.ground.journal.looks import look
from oppvekst.ground.letters.printing import pile
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.forms import Choice
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, today
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.refusals import NotAllowed, NotFound, Refusal

NOTICES = {
    "sendt": Notice("Vedtaket er sendt"),
    "kommet": Notice("Dagen er notert, og klagefristen er regnet ut"),
    "utelatt": Notice("Avsnittet er utelatt i dette eksemplaret. Se brevet før du sender det"),
    "inn-igjen": Notice("Avsnittet står i brevet igjen"),
    "fullmektig": Notice("Fullmektigen er ført opp og skal ha alle brev"),
}
EXCERPT = 160


@require_safe
def sending(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """A row for each person: the way, the copy, when it came, and the limit with its counting."""
    found = _seen(request, decision_id)
    done = NOTICES.get(request.GET.get(DONE, ""))
    copies = newest_copies(found.id)
    rows = [_row(one, found, copies.get(one.id), request) for one in addressees(found.id)]
    to_print = any(copy.route in (Route.POST, Route.SAFE, Route.HAND) for copy in copies.values())
    to = [row for row in rows if row["has_copy"]]
    context = {
        **_head(found), "messages": [done] if done else [], "today": today(), "ready": found.state in STANDING, "to": to,
        "not_to": [row for row in rows if not row["has_copy"]], "to_print": to_print,
        "left": sum(1 for row in to if not row["one"].dispatched_at),
    }  # fmt: skip
    return render(request, "decisions/desk/sending.html", context)


@require_safe
def of_addressee(request: DeskRequest, addressee_id: UUID) -> HttpResponse:
    """From a line of the agenda to the page it is done on."""
    return redirect("desk:decision-sending", get_addressee(addressee_id).decision_id)


@require_safe
def preview(request: DeskRequest, decision_id: UUID, addressee_id: UUID) -> HttpResponse:
    """The letter: as it was sent, else as it would go the suggested way."""
    addressee = _addressee(request, decision_id, addressee_id)
    sent = newest_copies(decision_id).get(addressee.id)
    if sent is not None:
        return as_pdf(bytes(get_copy(sent.id).pdf), "vedtak.pdf")
    route = suggested(ways_to(addressee)).route
    try:
        lines: tuple[str, ...] = lines_for(addressee, route)
    except NotAllowed:
        # Whoever is not entrusted the address reads the letter all the same.
        lines = ()
    told = told_to(addressee, addressee.decision)
    return as_pdf(letter_to(addressee, told, route=route, at=now(), lines=lines).pdf, "vedtak.pdf")


@require_safe
def printed(request: DeskRequest, decision_id: UUID) -> HttpResponse:
    """Every letter that goes on paper, in one pile for the printer."""
    found = _seen(request, decision_id)
    papers = [copy for copy in newest_copies(found.id).values() if copy.route != Route.DIGITAL]
    if not papers:
        raise NotFound("Ingen av brevene er sendt på papir ennå.")
    return as_pdf(pile(bytes(get_copy(copy.id).pdf) for copy in papers), "vedtak-alle.pdf")


class SendingAct(Act[Addressee]):
    """One act on one addressee's copy."""

    template = "decisions/desk/sending_act.html"

    def find(self, decision_id: UUID, addressee_id: UUID) -> Addressee:
        return _addressee(self.request, decision_id, addressee_id)

    def head(self, found: Addressee) -> dict[str, Any]:
        head = _head(found.decision)
        here = reverse("desk:decision-sending", args=[found.decision_id])
        crumbs = [*head["crumbs"][:-1], ("Sende vedtaket", here), (found.name, "")]
        return {**head, "crumbs": crumbs, "one": found, "heading": self.heading}

    def home(self, found: Addressee, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:decision-sending', args=[found.decision_id])}?{DONE}={done}")


class Send(SendingAct):
    """Sending one copy."""

    form_class = SendForm
    heading, button, done, right = "Send vedtaket", "Send", "sendt", DISPATCH
    law = fvl("27", 1)

    def form_values(self, found: Addressee) -> dict[str, Any]:
        phones, ways = safe_phones(found), ways_to(found)
        initial = {"route": suggested(ways).route.value, "phone": phones[0] if phones else "", "safe": bool(phones)}
        return {"known": phones, "routes": open_routes(ways, represents=found.party is None), "initial": initial}

    def besides(self, found: Addressee) -> dict[str, Any]:
        return {"why": suggested(ways_to(found)).why}

    def perform(self, found: Addressee, form: Any) -> None:
        said = form.cleaned_data
        actions.dispatch(
            found.id, Route(said["route"]), phone=said.get("phone", ""), address=said.get("address", ""),
            by=self.request.actor, at=now(),
        )  # fmt: skip


class Reached(SendingAct):
    """When it came to hand."""

    form_class = ReachedForm
    heading, button, done, right = "Når kom vedtaket fram?", "Lagre dagen", "kommet", DISPATCH
    law = fvl("29", 1)

    def form_values(self, found: Addressee) -> dict[str, Any]:
        return {"initial": {"on": found.reached_on or today(), "how": found.reached_how}}

    def perform(self, found: Addressee, form: Any) -> None:
        said = form.cleaned_data
        actions.note_reached(found.id, said["on"], how=said["how"], by=self.request.actor, at=now())


class Withhold(SendingAct):
    """What this one's copy lacks."""

    form_class = WithholdForm
    heading, button, done, right = "Utelat noe i dette eksemplaret", "Utelat", "utelatt", WRITE
    law = fvl("24", 3) & bvl("12-6")

    def form_values(self, found: Addressee) -> dict[str, Any]:
        born = found.party.person.birth_date if found.party else None
        young = born is not None and age(born, today=today()) < CONFIDENTIAL_FROM
        return {"paragraphs": list(_paragraphs(found)), "running": is_open(found.case_id), "young": young}

    def hindrance(self, found: Addressee) -> Refusal | None:
        if found.dispatched_at:
            return NotAllowed(f"Vedtaket er allerede sendt til {found.name}. Det som er sendt, kan ikke endres.")
        return None

    def besides(self, found: Addressee) -> dict[str, Any]:
        return {"analogy": True}

    def perform(self, found: Addressee, form: Any) -> None:
        said = form.cleaned_data
        for chosen in said["paragraphs"]:
            section, _colon, place = chosen.rpartition(":")
            actions.withhold(
                found.id, section, int(place), ground=said["ground"], reasons=said["reasons"], told=said["told"],
                by=self.request.actor, at=now(),
            )  # fmt: skip


class Represent(SendingAct):
    """A lawyer or other representative."""

    form_class = RepresentForm
    heading, button, done, right = "Før opp en fullmektig", "Før opp", "fullmektig", WRITE
    law = fvl("12")

    def perform(self, found: Addressee, form: Any) -> None:
        actions.add_representative(found.id, form.cleaned_data["name"], by=self.request.actor, at=now())


@require_POST
def let_in(request: DeskRequest, decision_id: UUID, addressee_id: UUID, withholding_id: UUID) -> HttpResponse:
    """A paragraph that was left out stands there again."""
    request.actor.must(WRITE)
    addressee = _addressee(request, decision_id, addressee_id)
    if withholding_id not in {one.id for one in withheld_from(addressee)}:
        raise NotFound("Avsnittet er ikke utelatt i dette eksemplaret.")
    actions.let_in(withholding_id, by=request.actor, at=now())
    return redirect(f"{reverse('desk:decision-sending', args=[decision_id])}?{DONE}=inn-igjen")


def _seen(request: DeskRequest, decision_id: UUID) -> Decision:
    """The decision asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_decision(decision_id)
    look("decision", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def _head(found: Decision) -> dict[str, Any]:
    """What the pages have on top: whose case, the way back, and how the decision stands."""
    case, child = found.case, found.case.child.name
    crumbs = [
        ("Saker", known("cases")), (child, known("case", case.id)),
        ("Vedtak", reverse("desk:decision-list", args=[case.id])),
        (found.title, reverse("desk:decision", args=[found.id])), ("Sende vedtaket", ""),
    ]  # fmt: skip
    state = MACHINE.state(found.state).title
    return {"case": case, "child": child, "crumbs": crumbs, "decision": found, "state_title": state}


def _addressee(request: DeskRequest, decision_id: UUID, addressee_id: UUID) -> Addressee:
    """The one asked for, of the decision asked for, which this person has then seen (bvl § 13-1)."""
    found = get_addressee(addressee_id)
    if found.decision_id != decision_id:
        raise NotFound("Vi finner ikke denne mottakeren av vedtaket.")
    look("decision", by=request.actor, at=now(), subject=found.decision_id, case_id=found.case_id)
    return found


def _row(one: Addressee, decision: Decision, copy: Copy | None, request: DeskRequest) -> dict[str, Any]:
    """One person, with only what can be done now."""
    begun = {"one": one, "has_copy": one.has_copy, "standing": one.get_standing_display()}
    if not one.has_copy:
        return begun
    to, ids = suggested(ways_to(one)), [decision.id, one.id]
    may = request.actor.may(DISPATCH)
    due = limit_of(one, decision) if one.standing != Standing.REPRESENTATIVE else None
    return {
        **begun, "to": to, "way": ROUTES[to.route][0], "copy": copy, "due": due, "failed": failed(one),
        "sent_way": _begun_small(ROUTES[Route(one.route)][0]) if one.route else "",
        "withheld": [_withheld(each, decision, one) for each in withheld_from(one)],
        "preview": reverse("desk:decision-preview", args=ids),
        "send": reverse("desk:decision-send", args=ids) if may and one.reached_on is None else "",
        "reached": reverse("desk:decision-reached", args=ids) if may and _on_paper(one) else "",
        "withhold": reverse("desk:decision-withhold", args=ids) if request.actor.may(WRITE) and not one.dispatched_at else "",
        "represent": reverse("desk:decision-represent", args=ids)
        if request.actor.may(WRITE) and one.standing != Standing.REPRESENTATIVE else "",
    }  # fmt: skip


def _begun_small(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"


def _on_paper(one: Addressee) -> bool:
    return bool(one.dispatched_at) and one.route != Route.DIGITAL


def _withheld(each: Any, decision: Decision, one: Addressee) -> dict[str, Any]:
    own = each.addressee_id == one.id and not one.dispatched_at
    back = reverse("desk:decision-let-in", args=[decision.id, one.id, each.id]) if own else ""
    text, heading = "", ""
    for section in (decision.content or {}).get("sections", ()):
        if section["key"] == each.section and each.paragraph < len(section["paragraphs"]):
            text, heading = _excerpt(section["paragraphs"][each.paragraph]), section["heading"]
    return {"text": text, "heading": heading, "law": law_words(each.ground), "told": each.told, "back": back}


def _paragraphs(found: Addressee) -> Iterator[tuple[str, Choice]]:
    """What can be chosen: not what is decided, and not what is left out already."""
    gone = {(one.section, one.paragraph) for one in withheld_from(found)}
    for section in (found.decision.content or {}).get("sections", ()):
        if section["key"] == DECIDED and found.standing == Standing.PARTY:
            continue
        for place, text in enumerate(section["paragraphs"]):
            if (section["key"], place) not in gone:
                yield f"{section['key']}:{place}", Choice(_excerpt(text), section["heading"])


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]} …"
