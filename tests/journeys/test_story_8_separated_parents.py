"""Story 8: separated parents who disagree. Who is asked, who is told, and what neither sees of the other (stories.md 8).

From where the child lives and what is consented to, to the decision and the letter each of them gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.queries import consents_missing, get_text
from oppvekst.domain.decisions.rules import Kind, required
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Reach
from oppvekst.ground.access import visits
from oppvekst.ground.access.models import Grant
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as read
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotAllowed
from tests.desk import DESK, Browser, browser, words
from tests.world import SOLVIK, World

MONDAY = datetime(2026, 10, 12, 10, 0, tzinfo=OSLO)
FRIDAY = datetime(2026, 11, 27, 9, 0, tzinfo=OSLO)
TUESDAY = datetime(2026, 12, 1, 9, 0, tzinfo=OSLO)
DECIDED, AVAILABLE = datetime(2026, 10, 14, 13, 0, tzinfo=OSLO), datetime(2026, 10, 15, 9, 0, tzinfo=OSLO)
GUIDANCE = actions.Terms(kind=Kind.MEASURE, category="3.9", title="Råd og veiledning hjemme hos mor")
SUPPORT = actions.Terms(kind=Kind.MEASURE, category="4.6", title="Støttekontakt annenhver helg")
ANNES, HENRIKS = ("Fjordgata 1", "00 00 41 41"), ("Bakkeveien 4", "00 00 42 42")

type At = Callable[[datetime], Browser]


@dataclass(frozen=True)
class Child:
    """One of the two, with both parents in the case."""

    case: UUID
    child: UUID
    anne: UUID
    henrik: UUID


@pytest.fixture
def at(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> At:
    """Kari at the desk, on a day."""
    settings.FACE, settings.ROOT_URLCONF = "desk", DESK

    def stand(moment: datetime) -> Browser:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return browser(world, "Kari Nesheim")

    return stand


def child_of(world: World, name: str, born: date) -> Child:
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name=name, family_name="Lie", birth_date=born)
        case = cases.open_case(child, by=kari, at=MONDAY, reason=Grant.Reason.ASSIGNED)
        who = {}
        for part, first, (street, phone) in (("mother", "Anne", ANNES), ("father", "Henrik", HENRIKS)):
            number = synthetic(born.replace(year=1983), Sex.FEMALE if part == "mother" else Sex.MALE)
            details = Details(
                given_name=first, family_name="Lie", address_lines=(street,), postal_code="9998", place="Solvik",
                number=number, environment="test",
            )  # fmt: skip
            both: dict[str, Any] = {"parental_responsibility": True, "source": "Folkeregisteret 12.10.2026"}
            who[part] = cases.add_party(case.id, details, part, by=kari, at=MONDAY, **both).person_id
            with acting("owner"):
                Reach.objects.create(municipality_id=SOLVIK, person_id=who[part], value=phone)
    return Child(case.id, case.child_id, who["mother"], who["father"])


def day(name: str, when: date) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def lives(kari: Browser, one: Child, living: str, since: date, checked: date, **more: str) -> None:
    typed: dict[str, Any] = {
        "living": living,
        "source": "Folkeregisteret",
        **day("valid_from", since),
        **day("checked_on", checked),
        **more,
    }
    kari.send(f"/saker/{one.case}/mennesker/bosted/", **typed)


def asks(kari: Browser, one: Child, kind: str, body: str, **more: Any) -> str:
    typed = {"kind": kind, "body": body, "ground": "ordinary", **more}
    return kari.send(f"/saker/{one.case}/samtykke/nytt/", **typed).partition("?")[0]


def says(kari: Browser, here: str, who: UUID, said: str, when: date, *, status: int = 302, **more: str) -> str:
    typed = {
        "said": said,
        "form": "written",
        "told": "At det er frivillig.",
        "language": "bokmål",
        **day("said_on", when),
    }
    return kari.send(f"{here}{who}/svar/", status=status, **{**typed, **more})


def lacking(world: World, here: str, today: date) -> list[UUID]:
    """Whose yes is missing before the measure may be decided or started."""
    with world.as_("Kari Nesheim"):
        text = get_text(UUID(here.split("/")[2]))
        found = consents_missing(text.case_id, text.kind, text.subject, text.version, today=today)
        return [UUID(one.who) for one in found]


def drafted(world: World, one: Child, terms: actions.Terms) -> Decision:
    """Kari's draft, whole but for the consents it must rest on."""
    with world.as_("Kari Nesheim") as kari:
        draft = actions.open_decision(one.case, terms, by=kari, at=MONDAY)
        for part in required(terms.kind, category=terms.category, consent_ground=terms.consent_ground):
            actions.save_text(draft.id, part.key, f"{part.nb}.", seen=0, by=kari, at=MONDAY)
        actions.skip_notice(draft.id, reasons="Familien har selv bedt om hjelpen.", by=kari, at=MONDAY)
    return draft


def signed(world: World, draft: Decision) -> Decision:
    with world.as_("Marit Solheim") as marit:
        return actions.sign(draft.id, by=marit, at=DECIDED)


def sent(world: World, one: Child, decision: Decision, pager: FolderPager) -> dict[UUID, Copy]:
    """On Thursday it lies ready for each of the parents, and their phones have said so."""
    with world.as_("Kari Nesheim") as kari:
        found = Addressee.objects.filter(decision=decision, party__person_id__in=(one.anne, one.henrik))
        to = {addressee.party.person_id: addressee for addressee in found if addressee.party}
        for who, (_street, phone) in ((one.anne, ANNES), (one.henrik, HENRIKS)):
            cases.open_my_page(one.case, who, by=kari, at=DECIDED)
            actions.dispatch(to[who].id, Route.DIGITAL, phone=phone, by=kari, at=AVAILABLE)
    assert jobs.tell(at=AVAILABLE, pager=pager) == 2
    with acting("owner"):
        return {copy.person_id: copy for copy in Copy.objects.filter(addressee__decision=decision) if copy.person_id}


def test_the_decision_rests_on_annes_yes_alone_and_henriks_letter_says_why_he_is_told_and_that_he_may_complain(
    world: World, at: At, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    lives(kari, filip, "one", date(2023, 8, 1), today, person=str(filip.anne))
    draft = drafted(world, filip, GUIDANCE)
    with pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
        signed(world, draft)
    guidance = asks(kari, filip, "help_at_home", "Råd og veiledning hjemme hos mor i seks måneder.")
    says(kari, guidance, filip.anne, "given", today, told="Anne fikk vite at hun kan trekke det.")
    decision = signed(world, draft)
    assert decision.signed_at == DECIDED
    with world.as_("Kari Nesheim"):
        stands = {one.party.person_id: one for one in Addressee.objects.filter(decision=draft) if one.party}
    assert (stands[filip.anne].standing, stands[filip.henrik].standing) == ("party", "informed")
    copies = sent(world, filip, decision, FolderPager(tmp_path))
    with acting("owner"):
        due = Addressee.objects.get(decision=decision, party__person_id=filip.henrik).appeal_due
    assert due == date(2026, 11, 5)
    letters = {who: read(Letter(bytes(copy.pdf), copy.sha256, copy.pages)) for who, copy in copies.items()}
    his, hers = letters[filip.henrik], letters[filip.anne]
    for said in (
        "Hvorfor du får dette brevet",
        "Du har foreldreansvar for Filip Lie og skal få vite hva vi bestemmer.",
        "Vi har vurdert at du ikke er part i denne saken. Derfor får du dette brevet, men ikke de andre dokumentene.",
        "Har foreldreansvar, men barnet bor ikke der.",
        "Er du uenig i at du ikke er part, kan du klage på det.",
        "med samme frist",
    ):
        assert said in his
        assert said not in hers
    assert "Se dokumentene" in hers
    assert "Se dokumentene" not in his
    for letter in (his, hers):
        for secret in (*ANNES, *HENRIKS, "i seks måneder", "kan trekke det"):
            assert secret not in letter
    # At My page he reads his own letter, until when he may complain, and no other paper.
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    monkeypatch.setattr(timezone, "now", lambda: AVAILABLE)
    henrik = Client(headers={"sec-fetch-site": "same-origin"})
    with acting("mypage"):
        number = synthetic(date(1983, 4, 2), Sex.MALE)
        henrik.cookies[VISIT] = visits.start(number, municipality=SOLVIK, level="idporten-loa-high")
    first = str(henrik.get("/").content, "utf-8")
    own = f"/vedtak/{copies[filip.henrik].id}/"
    assert {*re.findall(r'href="(/[a-z-]+/[0-9a-f-]{36}/[^"]*)"', first)} == {own}
    page = words(str(henrik.get(own).content, "utf-8"))
    assert "Vi har vurdert at du ikke er part i denne saken." in page
    assert "Du kan klage til og med torsdag 5. november 2026." in page
    assert henrik.get(f"/vedtak/{copies[filip.anne].id}/").status_code == 404


def test_the_support_contact_on_henriks_weekends_is_not_signed_without_his_yes(world: World, at: At) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    lives(kari, filip, "one", date(2023, 8, 1), today, person=str(filip.anne))
    support = asks(kari, filip, "help_at_home", "Støttekontakt annenhver helg.", affects=[str(filip.henrik)])
    says(kari, support, filip.anne, "given", today)
    says(kari, support, filip.henrik, "refused", today, reasons="Det er min tid med ham.")
    draft = drafted(world, filip, SUPPORT)
    with pytest.raises(NotAllowed, match="Hjelpen bygger på samtykke, og ikke alle som må, har samtykket.") as stopped:
        signed(world, draft)
    assert stopped.value.because == ("consents",)
    assert str(stopped.value.citation) == "bvl § 3-1"
    says(kari, support, filip.henrik, "given", today)
    assert signed(world, draft).signed_at == DECIDED


def test_a_yes_that_one_decision_was_signed_on_does_not_carry_the_next(world: World, at: At) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    lives(kari, filip, "one", date(2023, 8, 1), today, person=str(filip.anne))
    says(kari, asks(kari, filip, "help_at_home", "Veiledning hjemme hos mor."), filip.anne, "given", today)
    signed(world, drafted(world, filip, GUIDANCE))
    with pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
        signed(world, drafted(world, filip, SUPPORT))


def test_annes_yes_to_guidance_is_no_yes_to_the_support_contact_and_henriks_no_does_not_stop_the_guidance(
    world: World, at: At
) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    lives(kari, filip, "one", date(2023, 8, 1), today, person=str(filip.anne))
    contact = asks(kari, filip, "help_at_home", "Støttekontakt annenhver helg.", affects=[str(filip.henrik)])
    says(kari, contact, filip.henrik, "refused", today, reasons="Det er min tid med ham.")
    says(kari, asks(kari, filip, "help_at_home", "Veiledning hjemme hos mor."), filip.anne, "given", today)
    support, guidance = drafted(world, filip, SUPPORT), drafted(world, filip, GUIDANCE)
    for draft in (support, guidance):
        with pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
            signed(world, draft)
    page = kari.see(f"/vedtak/{guidance.id}/")
    assert "Spør om samtykke til nettopp dette vedtaket" in words(page)
    place = f"/saker/{filip.case}/samtykke/nytt/?vedtak={guidance.id}"
    assert place in page
    assert f'value="{guidance.id}" selected' in kari.see(place)
    # Asked about this very decision, her yes is enough for it, and for nothing else.
    again = asks(kari, filip, "help_at_home", "Veiledning hjemme hos mor.", decision=str(guidance.id))
    says(kari, again, filip.anne, "given", today)
    assert signed(world, guidance).signed_at == DECIDED
    with pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
        signed(world, support)


def test_guidance_at_annes_and_a_support_contact_on_henriks_weekends(world: World, at: At) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    # Nothing is asked before it is written where Filip lives.
    guidance = asks(kari, filip, "help_at_home", "Råd og veiledning hjemme hos mor i seks måneder.")
    assert "Skriv hvor barnet bor fast" in words(kari.see(guidance))
    lives(kari, filip, "one", date(2023, 8, 1), today, person=str(filip.anne))
    page = words(kari.see(guidance))
    assert "Anne Lie Må si ja" in page
    assert "Henrik Lie Informeres" in page
    says(kari, guidance, filip.anne, "given", today)
    # He is told, and what he thinks of it is no answer to a question nobody asked him.
    stopped = says(kari, guidance, filip.henrik, "refused", today, status=409, reasons="Vil ikke.")
    assert "kan klage på å ikke være part" in words(stopped)
    assert lacking(world, guidance, today) == []
    # The support contact is for his weekends: then he is asked, and a no is a no.
    support = asks(kari, filip, "help_at_home", "Støttekontakt annenhver helg.", affects=[str(filip.henrik)])
    says(kari, support, filip.anne, "given", today)
    says(kari, support, filip.henrik, "refused", today, reasons="Det er min tid med ham.")
    assert lacking(world, support, today) == [filip.henrik]
    assert "Henrik Lie må si ja, og har sagt nei." in words(kari.see(support))


def test_vilde_of_fifteen_says_yes_herself_and_filip_does_not(world: World, at: At) -> None:
    kari, today = at(MONDAY), MONDAY.date()
    for name, born, own in (("Vilde", date(2011, 9, 1), True), ("Filip", date(2017, 4, 2), False)):
        one = child_of(world, name, born)
        lives(kari, one, "one", date(2023, 8, 1), today, person=str(one.anne))
        help_, home = (
            asks(kari, one, kind, "Det vi har snakket om.") for kind in ("help_at_home", "voluntary_placement_3_2")
        )
        mine = [one.child] if own else []
        assert lacking(world, help_, today) == [one.anne, *mine]
        # A foster home needs both who have responsibility, wherever the child lives.
        assert lacking(world, home, today) == [one.anne, one.henrik, *mine]


def test_from_the_day_they_share_the_residence_henrik_is_to_be_asked_about_what_runs(world: World, at: At) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    lives(kari, filip, "one", date(2023, 8, 1), today, person=str(filip.anne))
    guidance = asks(kari, filip, "help_at_home", "Råd og veiledning hjemme hos mor i seks måneder.")
    says(kari, guidance, filip.anne, "given", today)
    kari = at(FRIDAY)
    lives(kari, filip, "shared", TUESDAY.date(), FRIDAY.date())
    assert "Spør Henrik Lie om samtykke: hjelpetiltak mens barnet bor hjemme" in words(kari.see("/min-dag/"))
    assert lacking(world, guidance, FRIDAY.date()) == []
    kari = at(TUESDAY)
    assert lacking(world, guidance, TUESDAY.date()) == [filip.henrik]
    new = asks(kari, filip, "help_at_home", "Familieråd.")
    assert lacking(world, new, TUESDAY.date()) == [filip.anne, filip.henrik]
    says(kari, guidance, filip.henrik, "given", TUESDAY.date())
    assert lacking(world, guidance, TUESDAY.date()) == []
    assert "Spør Henrik" not in words(kari.see("/min-dag/"))


def test_what_is_printed_for_one_parent_never_holds_the_others_address_phone_or_answer(world: World, at: At) -> None:
    filip = child_of(world, "Filip", date(2017, 4, 2))
    kari, today = at(MONDAY), MONDAY.date()
    lives(kari, filip, "shared", date(2023, 8, 1), today)
    here = asks(kari, filip, "help_at_home", "Familieveiledning hver uke.")
    says(kari, here, filip.anne, "refused", today, reasons="Stoler ikke på Henrik.")
    for own, who, other in ((ANNES, filip.anne, HENRIKS), (HENRIKS, filip.henrik, ANNES)):
        said = read(Letter(kari.paper(f"{here}{who}/skjema.pdf"), "", 0))
        assert own[0] in said
        assert not [secret for secret in (*other, "Stoler ikke") if secret in said]
    for typed in (f"Veiledning i {HENRIKS[0]}.", "Ring far på 00004242."):
        filled = {"kind": "help_at_home", "body": typed, "ground": "ordinary"}
        page = kari.send(f"/saker/{filip.case}/samtykke/nytt/", status=422, **filled)
        assert "Teksten har en adresse eller et telefonnummer" in words(page)
