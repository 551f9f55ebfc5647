"""Sending a decision: to each by her own way, her own copy; and when it reached her (fvl §§ 27-29)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from oppvekst.domain.decisions.actions.reached import settle_dispatch, take_what_follows, told_everybody
from oppvekst.domain.decisions.models import Addressee, Copy, ReadyNotice
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.queries.letter import letter_to, lines_for, said_in, told_to
from oppvekst.domain.decisions.queries.sending import get_addressee, limit_of, may_go_to, safe_phones, ways_to
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, DISPATCH, FINAL, NOTIFIED, SIGNED, Standing
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.routes import ROUTES, refuse_route
from oppvekst.domain.people.actions import add_safe_phone
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = fvl("27", 1)
SENDABLE = frozenset({SIGNED, NOTIFIED, APPEAL_PERIOD, FINAL})


def dispatch(
    addressee_id: UUID, route: Route, *, phone: str = "", address: str = "", by: Actor, at: datetime
) -> Copy:  # fmt: skip
    """Send somebody her own copy by this way (fvl § 27 (1); bvl § 12-2; eForvaltningsforskriften § 8).

    ``phone``: which phone is told that it lies ready; she has said that nobody else reads it. ``address``: where a
    representative has her office. Sent again by another way, what was sent first is kept and is not shown any more.
    """
    with act("decision.dispatched", by=by, at=at, right=DISPATCH, law=LAW) as entry:
        addressee = get_addressee(addressee_id)
        decision = get_decision(addressee.decision_id)
        _refuse_whom(addressee, decision.state)
        ways = ways_to(addressee)
        refuse_route(route, replace(ways, phone=ways.phone or bool(phone)))
        told = told_to(addressee, decision)
        verdict = may_go_to(addressee, route, said=said_in(told), at=at)
        if not verdict:
            raise NotAllowed(verdict.sentence, verdict.citation)
        lines = lines_for(addressee, route, address)
        if route is Route.POST and not lines:
            raise Incomplete({"address": "Skriv adressen brevet skal til."})
        copy = _made(addressee, told, route, lines, by=by, at=at)
        _sent(addressee, route, by=by, at=at)
        if route is Route.DIGITAL:
            _tell(addressee, phone, at)
        told_everybody(decision, today=oslo_date(at))
        settle_dispatch(decision, today=oslo_date(at))
        way = ROUTES[route][0]
        says = f"Vedtaket ble sendt til {addressee.name}: {way[0].lower()}{way[1:]}."
        entry.about(decision.id, case_id=decision.case_id, says=says, sha256=copy.sha256)
    return copy


def note_reached(addressee_id: UUID, on: date | None, *, how: str, by: Actor, at: datetime) -> None:
    """Note the day a copy on paper came to somebody's hand: from then on her limit runs (fvl § 29 (1)). May be corrected."""
    with act("decision.reached", by=by, at=at, right=DISPATCH, law=fvl("29", 1)) as entry:
        addressee = get_addressee(addressee_id)
        if addressee.dispatched_at is None or addressee.route == Route.DIGITAL:
            raise NotAllowed("Dagen noteres bare for vedtak som er sendt på papir eller gitt personlig.")
        lacking = {} if how.strip() else {"how": "Skriv hvordan dere vet at det kom fram."}
        if on is None or not oslo_date(addressee.dispatched_at) <= on <= oslo_date(at):
            lacking["on"] = "Velg en dag fra det ble sendt, og ikke senere enn i dag."
        if lacking:
            raise Incomplete(lacking)
        addressee.reached_on, addressee.reached_how = on, how.strip()
        addressee.save(update_fields=["reached_on", "reached_how"])
        decision = get_decision(addressee.decision_id)
        take_what_follows(decision, today=oslo_date(at))
        due = limit_of(addressee, decision)
        until = f" Klagefristen er {in_words(due.due)}." if due and due.due else ""
        told = in_words(on) if on else ""
        entry.about(decision.id, case_id=decision.case_id, says=f"Vedtaket nådde {addressee.name} {told}.{until}")


def note_opened(copy_id: UUID) -> bool:
    """At My page: keep that whoever it is for has opened her copy (eForvaltningsforskriften § 8). Only the first time counts."""
    with connection.cursor() as cursor:
        cursor.execute("select access.copy_opened(%s)", [copy_id])
        return bool(cursor.fetchone()[0])


def _refuse_whom(addressee: Addressee, state: str) -> None:
    if state not in SENDABLE:
        raise NotAllowed("Vedtaket kan ikke sendes slik det står nå. Det må være undertegnet, og ikke omgjort.", LAW)
    if addressee.standing == Standing.KEPT_UNINFORMED:
        raise NotAllowed("Denne forelderen varsles ikke av hensyn til sikkerheten.", bvl("12-2", 2))
    if not addressee.has_copy:
        raise NotAllowed("Denne personen er verken part eller skal ha melding om vedtaket.", bvl("12-2"))
    if addressee.reached_on:
        raise NotAllowed(f"{addressee.name} har alt fått vedtaket {in_words(addressee.reached_on)}.", LAW)


def _made(
    addressee: Addressee, told: dict[str, Any], route: Route, lines: tuple[str, ...], *, by: Actor, at: datetime
) -> Copy:
    letter = letter_to(addressee, told, route=route, at=at, lines=lines)
    Copy.objects.filter(addressee=addressee, withdrawn_at=None).update(withdrawn_at=at)
    return Copy.objects.create(
        municipality_id=addressee.municipality_id, case_id=addressee.case_id, addressee=addressee,
        person_id=addressee.party.person_id if addressee.party else None, title=told["title"], language=addressee.language,
        told=told, pdf=letter.pdf, sha256=letter.sha256, pages=letter.pages, road=told["road"], decided_on=told["decided"],
        made_at=at, made_by=by.person, made_by_name=by.name, route=route,
        shown_from=at if route is Route.DIGITAL else None,
    )  # fmt: skip


def _sent(addressee: Addressee, route: Route, *, by: Actor, at: datetime) -> None:
    addressee.route, addressee.dispatched_at, addressee.dispatched_by = route, at, by.person
    addressee.available_at = at if route is Route.DIGITAL else None
    addressee.save(update_fields=["route", "dispatched_at", "dispatched_by", "available_at"])


def _tell(addressee: Addressee, phone: str, at: datetime) -> None:
    """The word goes out by itself when this is stored; not before, and not if it is not."""
    known = safe_phones(addressee)
    chosen = phone or (known[0] if len(known) == 1 else "")
    if not chosen or addressee.party is None:
        raise Incomplete({"phone": "Velg hvilken telefon varselet skal gå til."})
    if chosen not in known:
        add_safe_phone(addressee.party.person, chosen, today=oslo_date(at))
    ReadyNotice.objects.create(
        municipality_id=addressee.municipality_id, case_id=addressee.case_id, addressee=addressee, phone=chosen,
        language=addressee.language, written_at=at,
    )  # fmt: skip
