"""A mother asks for football fees and kindergarten: from her wish to the file that goes to finance, at the desk by HTTP."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from oppvekst.domain.cases.models import Party
from oppvekst.domain.concerns.actions.limits import limits_of_application
from oppvekst.domain.concerns.models import Application, Enquiry
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Payment, PaymentBasis, SupportApplication
from oppvekst.domain.measures.queries.holding import holding
from oppvekst.domain.measures.tests.at_desk import at, decided, evaluated, it_is, on, place, started
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Look
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

KARI, TONE = "Kari Nesheim", "Tone Vik"
FEES = {
    "covers": "Treningsavgift i fotball", "paid_to": "direct", "recipient": "Solvik FK", "text": "Faktura 1043",
    "cost_account": "14700-2520", "often": "once", "amount": "1 250,50", "ceiling": "2 500",
    **on("since", "2026-05-05"), **on("until", "2026-12-31"),
}  # fmt: skip
LIST = "/tiltak/utbetalinger/"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-05-05 09:00"))


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


def spoken(html: str) -> str:
    return words(html).replace("\N{NO-BREAK SPACE}", " ")


def running(world: World, who: Browser, case: UUID, category: str = "4.3") -> str:
    """Help of that kind that is decided and has started, and its page."""
    decision = signed(world, case, terms=decisions.Terms(kind=Kind.MEASURE, category=category))
    here = place(who.send(f"/vedtak/{decision.id}/tiltak/"))
    decided(who, here, decision.id)
    started(who, here, "2026-05-05")
    return here


def basis(who: Browser, here: str, **more: str) -> str:
    """What is to be paid, written in; its page."""
    who.send(f"{here}penger/", **FEES | more)
    with acting("owner"):
        return f"/tiltak/penger/{PaymentBasis.objects.latest('written_at', 'id').id}/"


def paid(who: Browser, money: str, amount: str = "1 250,50", status: int = 302, **more: str) -> str:
    told = {"amount": amount, "what": "Høsten", "receipt_words": "Faktura 1043", **on("on", "2026-05-05")}
    return who.send(f"{money}ny/", status, **told | more)


def line(amount: int) -> str:
    with acting("owner"):
        return f"/tiltak/utbetaling/{Payment.objects.filter(amount=amount).latest('written_at').id}/"


def open_items(rule: str) -> list[tuple[UUID | None, date | None]]:
    with acting("owner"):
        return list(Item.objects.filter(rule=rule, open=True).values_list("assignee", "due"))


def test_from_a_mother_s_wish_to_the_file_for_finance_and_back_again(world: World, desk: Come, case: UUID) -> None:
    kari, tone = desk(KARI), desk(TONE)
    wish = lise_asks(world, kari, case)
    here = running(world, kari, case)
    the_decision_answers(kari, wish, case)
    money = what_is_paid_tells_nobody_who_pays(kari, here)
    kari_writes_a_receipt_and_may_not_approve_it(world, kari, here, money)
    nobody_passes_the_frame(kari, money)
    address = tone_approves_and_sends(world, tone)
    the_file_names_no_child(kari, tone, address)
    a_line_takes_it_back(kari, tone, here, money, address)


def lise_asks(world: World, kari: Browser, case: UUID) -> str:
    """Her wish, and the limit for the answer on Kari's list; the page where it is answered."""
    lise = Party.objects.get(case_id=case, person__given_name="Lise").person_id
    asked = {
        "person": str(lise), "wants": "Fotball og barnehage", "amount": "2 500", "often": "once",
        **on("asked_on", "2026-05-04"),
    }  # fmt: skip
    typed = kari.send(f"/saker/{case}/tiltak/soknad/", 422, **asked | {"amount": "mye"})
    assert "for eksempel 1 250,50" in spoken(typed)
    kari.send(f"/saker/{case}/tiltak/soknad/", **asked)
    assert open_items("fvl-11a") == [(world.staff[KARI].id, date(2026, 6, 4))]
    wish = f"/tiltak/soknad/{SupportApplication.objects.get().id}/svar/"
    assert "Skriv og undertegn vedtaket først" in words(kari.see(wish))
    return wish


def the_decision_answers(kari: Browser, wish: str, case: UUID) -> None:
    chosen = re.findall(r'name="decision" value="([0-9a-f-]{36})"', kari.see(wish))
    kari.send(wish, decision=chosen[0])
    assert open_items("fvl-11a") == []
    assert "Besvart" in words(kari.see(f"/saker/{case}/tiltak/"))


def what_is_paid_tells_nobody_who_pays(kari: Browser, here: str) -> str:
    told = (
        ("text", "Emils fotball"), ("text", "Etter vedtak"), ("recipient", "Barnevernet"), ("cost_account", "Emil 4711"),
        ("cost_account", "1,=SUM(A1)"),
    )  # fmt: skip
    for name, said in told:
        page = words(kari.send(f"{here}penger/", 422, **FEES | {name: said}))
        assert "Ta bort" in page or "Begynn teksten" in page
    return basis(kari, here)


def kari_writes_a_receipt_and_may_not_approve_it(world: World, kari: Browser, here: str, money: str) -> None:
    paid(kari, money)
    page = spoken(kari.see(here))
    assert "Lise Nygård søkte" in page
    assert "1 249,50 kr igjen av 2 500,00 kr. Brukt: 1 250,50 kr, av det venter 1 250,50 kr på en annen." in page
    assert "Trekk tilbake" in page
    assert "Godkjenn" not in page.partition("Penger")[2]
    assert open_items("payment-approve") == [(world.staff[TONE].id, date(2026, 5, 5))]
    kari.send(f"{line(125_050)}godkjenn/", 409)


def nobody_passes_the_frame(kari: Browser, money: str) -> None:
    over = paid(kari, money, "1 249,51", 422)
    assert "Det er igjen 1 249,50 kr." in spoken(over)
    assert 'value="1 249,51"' in over


def tone_approves_and_sends(world: World, tone: Browser) -> str:
    """The address of the file."""
    tone.send(f"{line(125_050)}godkjenn/")
    assert open_items("payment-approve") == []
    assert open_items("payment-send") == [(world.staff[TONE].id, date(2026, 5, 12))]
    assert "Solvik FK" in words(tone.see(LIST))
    tone.send(f"{LIST}send/")
    assert "Ingenting venter" in words(tone.see(LIST))
    assert open_items("payment-send") == []
    return str(re.findall(rf"{LIST}[0-9a-f-]{{36}}/fil/", tone.see(LIST))[0])


def the_file_names_no_child(kari: Browser, tone: Browser, address: str) -> None:
    """And whoever read it has left a look in the child's case."""
    with acting("owner"):
        one = Payment.objects.get()
        number, looks = one.case.number, Look.objects.filter(kind="measure.payments", case_id=one.case_id)
        before = looks.count()
    sheet = tone.see(address)
    row = f"{one.reference};Solvik FK;Faktura 1043;1250,50;14700-2520"
    assert sheet == f"\ufeffReferanse;Mottaker;Tekst;Beløp;Kontering\r\n{row}\r\n"
    assert not [told for told in ("Emil", "Nygård", number) if told in sheet or told in words(tone.see(LIST))]
    with acting("owner"):
        assert looks.count() == before + 1
    assert "Rollen din" in words(kari.see(LIST, status=409))


def a_line_takes_it_back(kari: Browser, tone: Browser, here: str, money: str, address: str) -> None:
    kari.send(f"{line(125_050)}rett/", reasons="Klubben ga rabatt.")
    tone.send(f"{line(-125_050)}godkjenn/")
    assert "2 500,00 kr igjen av 2 500,00 kr. Brukt: 0,00 kr." in spoken(kari.see(here))
    assert "Rettet av en annen linje" in words(kari.see(money))
    tone.send(f"{LIST}send/")
    files = set(re.findall(rf"{LIST}[0-9a-f-]{{36}}/fil/", tone.see(LIST)))
    assert ["-1250,50" in tone.see(each) for each in sorted(files - {address})] == [True]


def test_what_is_paid_by_the_month_stops_with_the_month_the_help_ends(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    here = running(world, kari, case, "4.1")
    money = basis(
        kari, here, covers="Barnehage", often="monthly", amount="2 000", ceiling="20 000", recipient="Solhaug barnehage"
    )
    it_is(monkeypatch, "2026-07-10 09:00")
    paid(kari, money, "1 500", what="Mai", **on("on", "2026-05-31"))
    assert "igjen 500,00 kr" in spoken(paid(kari, money, "501", 422, **on("on", "2026-05-30")))
    assert "Ikke skrevet ennå: juni 2026, juli 2026." in words(kari.see(money))
    evaluated(kari, here, "2026-07-10", "end", against_wish="no", end_words="De flytter.")
    it_is(monkeypatch, "2026-08-03 09:00")
    assert "til og med fredag 31. juli 2026" in words(paid(kari, money, "2 000", 422, **on("on", "2026-08-01")))
    paid(kari, money, "2 000", what="Juli", **on("on", "2026-07-31"))
    assert "ikke vedtatt, eller den er avsluttet" in words(kari.see(f"{here}penger/"))


def test_a_line_that_is_declined_counts_for_nothing_and_one_taken_back_before_it_was_sent_never_goes(
    world: World, desk: Come, case: UUID
) -> None:
    kari, tone = desk(KARI), desk(TONE)
    money = basis(kari, running(world, kari, case))
    paid(kari, money, "2 500")
    kari.send(f"{line(250_000)}avvis/", reasons="Feil beløp.")
    paid(kari, money, "1 000")
    tone.send(f"{line(100_000)}godkjenn/")
    kari.send(f"{line(100_000)}rett/", reasons="Var betalt fra før.")
    assert "Ingenting venter" in words(tone.see(LIST))
    tone.send(f"{line(-100_000)}godkjenn/")
    assert "Det er ingen godkjente utbetalinger" in words(tone.send(f"{LIST}send/", 409))
    assert open_items("payment-send") == []
    kari.send(f"{money}stopp/", reasons="Han sluttet.")
    assert "Grunnlaget er stoppet" in words(kari.see(f"{money}ny/"))
    assert "Rollen din" in words(kari.see(LIST, status=409))


def test_bad_and_foreign_ids_are_refused_in_words(world: World, desk: Come, case: UUID) -> None:
    kari, other = desk(KARI), family(world)
    here = running(world, kari, case)
    money, foreign = basis(kari, here), signed(world, other, terms=decisions.Terms(kind=Kind.APPLICATION_REFUSED))
    assert "Velg på nytt" in words(paid(kari, money, status=422, receipt=str(uuid4())))
    assert "Velg på nytt" in words(paid(kari, money, status=422, receipt="x"))
    lise = Party.objects.get(case_id=other, person__given_name="Lise").person_id
    asked = {"person": str(lise), "wants": "SFO", "often": "once", **on("asked_on", "2026-05-04")}
    kari.send(f"/saker/{case}/tiltak/soknad/", 422, **asked)
    kari.send(f"/saker/{other}/tiltak/soknad/", **asked)
    wish = SupportApplication.objects.get()
    with world.as_(KARI) as by:
        own = PaymentBasis.objects.get(case_id=case).measure.decision_id
        assert own
        with pytest.raises(Incomplete, match="Velg et undertegnet vedtak"):
            actions.answer_support_application(wish.id, own, by=by, at=at("2026-05-05 10:00"))
        actions.answer_support_application(wish.id, foreign.id, by=by, at=at("2026-05-05 10:00"))
        with pytest.raises(NotAllowed, match="allerede besvart"):
            actions.answer_support_application(wish.id, foreign.id, by=by, at=at("2026-05-05 10:00"))


def test_the_database_too_lets_nobody_approve_her_own_line(world: World, desk: Come, case: UUID) -> None:
    kari = desk(KARI)
    paid(kari, basis(kari, running(world, kari, case)))
    with world.as_(KARI) as by, pytest.raises(IntegrityError, match="payment_by_two"), transaction.atomic():
        Payment.objects.update(approved_at=at("2026-05-05 10:00"), approved_by=by.person)
    with world.as_(KARI), pytest.raises(IntegrityError, match="payment_by_two"), transaction.atomic():
        Payment.objects.update(approved_at=at("2026-05-05 10:00"))


def test_what_waits_on_a_basis_that_was_stopped_is_not_approved(world: World, desk: Come, case: UUID) -> None:
    kari, tone = desk(KARI), desk(TONE)
    money = basis(kari, running(world, kari, case))
    paid(kari, money)
    kari.send(f"{money}stopp/", reasons="Kvitteringen ser ikke riktig ut.")
    assert "Grunnlaget er stoppet" in words(tone.send(f"{line(125_050)}godkjenn/", 409))
    assert open_items("payment-send") == []


def test_a_leader_s_own_line_goes_to_another_leader_and_the_end_of_what_is_paid_to_whoever_has_the_case(
    world: World, desk: Come, case: UUID
) -> None:
    kari, tone = desk(KARI), desk(TONE)
    here = running(world, kari, case)
    money = basis(kari, here)
    assert open_items("payment-ends") == [(world.staff[KARI].id, date(2026, 12, 31))]
    paid(tone, money, "100")
    assert open_items("payment-approve") == [(world.staff["Marit Solheim"].id, date(2026, 5, 5))]
    stopped = words(tone.see(f"{line(10_000)}godkjenn/"))
    assert "En annen må godkjenne den. Det står i barnevernsloven § 15-2 fjerde ledd." in stopped
    assert "Det er tjenestens egen kontroll" in stopped
    with world.as_(KARI):
        held = [one.sentence for one in holding(case, today=date(2026, 5, 5))]
    assert "Utbetalingen på 100,00 kr venter på at en annen godkjenner." in held
    kari.send(f"{money}stopp/", reasons="Han sluttet.")
    assert open_items("payment-ends") == []


def test_what_came_through_the_public_forms_is_answered_by_the_same_decision(
    world: World, desk: Come, case: UUID
) -> None:
    received, kari = at("2026-05-04 20:00"), desk(KARI)
    with acting("owner"):
        known = {"municipality": world.solvik, "received_at": received}
        enquiry = Enquiry.objects.create(
            **known, reference="7K3M", channel="portal", registered_at=received, wish="help"
        )
        sent = Application.objects.create(**known, enquiry=enquiry, case_id=case, applicant="Lise", words="Fotball")
    with world.as_(KARI):
        settle(limits_of_application(sent))
    lise = Party.objects.get(case_id=case, person__given_name="Lise").person_id
    asked = {"person": str(lise), "wants": "Fotball", "often": "once", **on("asked_on", "2026-05-04")}
    assert "Fotball, mandag 4. mai" in words(kari.see(f"/saker/{case}/tiltak/soknad/"))
    kari.send(f"/saker/{case}/tiltak/soknad/", **asked, came_as=str(sent.id))
    assert [due for _who, due in open_items("fvl-11a")] == [date(2026, 6, 4)]
    no = signed(world, case, terms=decisions.Terms(kind=Kind.APPLICATION_REFUSED))
    kari.send(f"/tiltak/soknad/{SupportApplication.objects.get().id}/svar/", decision=str(no.id))
    assert open_items("fvl-11a") == []
