"""What may leave the house, and each one's own copy: what one lacks, who represents her, what is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Copy, Decision
from oppvekst.domain.decisions.queries import limit_of
from oppvekst.domain.decisions.rules import Standing
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.routes import Ways, suggested
from oppvekst.domain.decisions.tests.family import MONDAY, begun, family, signed
from oppvekst.domain.decisions.tests.sent import (
    FRIDAY,
    PHONE,
    THURSDAY,
    letter_of,
    lives_at,
    of,
    opens_my_page,
    person_of,
    sends,
)
from oppvekst.domain.people import actions as people
from oppvekst.domain.people.models import Address, Shielding
from oppvekst.domain.people.rules import HIDDEN, STRICT, Way
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import World


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


@pytest.fixture
def decision(world: World, emil: UUID) -> Decision:
    return signed(world, emil, at=THURSDAY)


@pytest.fixture
def told(tmp_path: Path) -> FolderPager:
    return FolderPager(tmp_path / "sms")


# What may leave the house --------------------------------------------------------------------------------------------


def test_while_all_is_held_back_nothing_is_sent_and_no_word_goes(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    with world.as_("Kari Nesheim") as kari:
        switch = cases.hold(decision.case_id, "Dommeravhør er ikke holdt", by=kari, at=FRIDAY)
    with pytest.raises(NotAllowed, match="holdt tilbake"):
        sends(world, decision, "Morten", Route.HAND)
    assert jobs.tell(at=FRIDAY, pager=told) == 0
    with world.as_("Kari Nesheim") as kari:
        cases.lift_hold(switch.id, "Avhøret er holdt", by=kari, at=FRIDAY)
    assert jobs.tell(at=FRIDAY, pager=told) == 1


def test_a_parent_kept_uninformed_gets_nothing_and_the_other_parent_hers(world: World, decision: Decision) -> None:
    with world.as_("Tone Vik") as tone:
        cases.keep_uninformed(
            decision.case_id,
            person_of(decision, "Morten"),
            reasons="Fare",
            review_on=date(2026, 8, 1),
            by=tone,
            at=MONDAY,
        )
    with pytest.raises(NotAllowed, match="av hensyn til sikkerheten"):
        sends(world, decision, "Morten", Route.HAND)
    sends(world, decision, "Lise", Route.HAND)


def test_a_strictly_protected_mother_s_letter_bears_no_address_and_goes_by_the_register(
    world: World, decision: Decision
) -> None:
    lives_at(world, decision, "Lise")
    with world.as_("Kari Nesheim") as kari:
        people.shield(
            decision.case_id, person_of(decision, "Lise"), STRICT, source=Shielding.Source.REGISTER, decided_on=MONDAY.date(),
            by=kari, at=MONDAY,
        )  # fmt: skip
    with pytest.raises(NotAllowed, match="Velg trygg vei"):
        sends(world, decision, "Lise", Route.POST)
    said = letter_of(sends(world, decision, "Lise", Route.SAFE))
    assert "Sendes videre av Folkeregisteret" in said
    assert "Bakkeveien" not in said


def test_words_that_tell_where_the_hidden_child_lives_do_not_reach_the_father(world: World, emil: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        child = Party.objects.get(case_id=emil, part=Party.Part.CHILD)
        people.shield(
            emil, child.person_id, HIDDEN, source=Shielding.Source.TRIBUNAL, words="Nemnda 12.3.2026", decided_on=MONDAY.date(),
            review_on=date(2027, 1, 1), police_told_on=MONDAY.date(), by=kari, at=MONDAY,
        )  # fmt: skip
    with acting("owner"):
        Address.objects.create(
            municipality_id=child.municipality_id, person_id=child.person_id, lines=["Kvitsundveien 3"], postal_code="9997",
            place="Nordvåg", protection=HIDDEN,
        )  # fmt: skip
    with world.as_("Kari Nesheim") as kari:
        decision = begun(emil, by=kari)
        actions.save_text(
            decision.id, "facts", "Det vi vet.\n\nHan bor nå i Kvitsundveien.", seen=1, by=kari, at=MONDAY
        )
        actions.skip_notice(decision.id, reasons="Familien ba om hjelpen.", by=kari, at=THURSDAY)
    with world.as_("Marit Solheim") as marit:
        actions.sign(decision.id, by=marit, at=THURSDAY)
    with pytest.raises(NotAllowed, match="kan vise hvor en beskyttet person bor"):
        sends(world, decision, "Morten", Route.HAND)
    with world.as_("Kari Nesheim") as kari:
        actions.withhold(
            of(decision, "Morten").id,
            "facts",
            1,
            ground="bvl-12-6-2",
            reasons="Viser stedet",
            told=False,
            by=kari,
            at=FRIDAY,
        )
    assert "Kvitsund" not in letter_of(sends(world, decision, "Morten", Route.HAND))


# Her own copy --------------------------------------------------------------------------------------------------------


def test_one_s_copy_lacks_what_the_other_s_has_and_a_sent_one_is_not_changed(world: World, decision: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        morten = of(decision, "Morten").id
        made = actions.withhold(morten, "facts", 1, ground="fvl-19-2-a", reasons="Mors helse", by=kari, at=FRIDAY)
        with pytest.raises(NotAllowed, match="allerede utelatt"):
            actions.withhold(morten, "facts", 1, ground="fvl-19-2-a", reasons="Igjen", by=kari, at=FRIDAY)
        with pytest.raises(NotAllowed, match="Bare noe av begrunnelsen"):
            actions.withhold(morten, "decided", 0, ground="fvl-19-2-a", reasons="Alt", by=kari, at=FRIDAY)
        with pytest.raises(NotAllowed, match="Det pågår ingen undersøkelse"):
            actions.withhold(morten, "facts", 0, ground="bvl-12-6-3", reasons="Nå", by=kari, at=FRIDAY)
        with pytest.raises(Incomplete, match="hvorfor"):
            actions.withhold(morten, "facts", 0, ground="fvl-19-2-a", reasons=" ", by=kari, at=FRIDAY)
    his, hers = (
        letter_of(sends(world, decision, "Morten", Route.HAND)),
        letter_of(sends(world, decision, "Lise", Route.HAND)),
    )
    assert his.count("Et avsnitt til.") == hers.count("Et avsnitt til.") - 1
    assert "Her er noe utelatt. Regelen er forvaltningsloven § 19 andre ledd bokstav a." in his
    assert "utelatt" not in hers
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="Det som er sendt, kan ikke endres"):
        actions.let_in(made.id, by=kari, at=FRIDAY)


def test_a_lawyer_gets_every_letter_and_the_party_has_time_until_the_later_of_the_two(
    world: World, decision: Decision
) -> None:
    with world.as_("Kari Nesheim") as kari:
        lise = of(decision, "Lise").id
        actions.withhold(lise, "facts", 1, ground="fvl-19-1-d", reasons="Forholdet til moren", by=kari, at=FRIDAY)
        lawyer = actions.add_representative(lise, "Advokat Nora Lie", by=kari, at=FRIDAY)
        with pytest.raises(Incomplete, match="adressen"):
            actions.dispatch(lawyer.id, Route.POST, by=kari, at=FRIDAY)
        copy = actions.dispatch(lawyer.id, Route.POST, address="Torget 1\n9998 Solvik", by=kari, at=FRIDAY)
        actions.dispatch(lise, Route.HAND, by=kari, at=FRIDAY)
        at = FRIDAY + timedelta(days=6)
        actions.note_reached(lise, date(2026, 5, 22), how="På kontoret", by=kari, at=at)
        actions.note_reached(lawyer.id, date(2026, 5, 26), how="Bekreftet på e-post", by=kari, at=at)
    said = letter_of(copy)
    assert "fordi du representerer Lise Nygård" in said
    assert "Torget 1" in said
    assert said.count("Her er noe utelatt") == 1
    assert "gir en representant for deg" in said
    assert of(decision, "Lise").appeal_due == date(2026, 6, 16)
    with acting("owner"):
        due = limit_of(of(decision, "Lise"), decision)
    assert due
    assert due.due == date(2026, 6, 16)


def test_a_father_who_is_informed_reads_why_and_may_complain_of_that(world: World, told: FolderPager) -> None:
    case = family(world, parents=(("Anne", Party.Part.MOTHER, True), ("Henrik", Party.Part.FATHER, False)))
    decision = signed(world, case, at=datetime(2026, 10, 14, 9, tzinfo=UTC))
    opens_my_page(world, decision, "Henrik")
    at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    copy = sends(world, decision, "Henrik", Route.DIGITAL, phone=PHONE, at=at)
    jobs.tell(at=at, pager=told)
    assert of(decision, "Henrik").standing == Standing.INFORMED
    assert "Er du uenig i at du ikke er part" in letter_of(copy)
    assert "Har foreldreansvar, men barnet bor ikke der." in letter_of(copy)
    assert of(decision, "Henrik").appeal_due == date(2026, 11, 5)


def test_sent_again_another_way_the_first_copy_is_kept_and_shown_no_more(world: World, decision: Decision) -> None:
    opens_my_page(world, decision, "Lise")
    first = sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    sends(world, decision, "Lise", Route.HAND)
    with acting("owner"):
        assert Copy.objects.get(id=first.id).withdrawn_at
        assert Copy.objects.filter(addressee=of(decision, "Lise")).count() == 2


def test_what_was_sent_cannot_be_changed_by_anybody_at_the_desk(world: World, decision: Decision) -> None:
    copy = sends(world, decision, "Lise", Route.HAND)
    with pytest.raises(DatabaseError), world.as_("Kari Nesheim"), transaction.atomic():
        Copy.objects.filter(id=copy.id).update(pdf=b"")


def test_everything_stands_in_the_journal(world: World, decision: Decision, told: FolderPager) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    jobs.tell(at=FRIDAY, pager=told)
    with acting("owner"):
        says = list(Entry.objects.filter(subject=decision.id).order_by("at", "id").values_list("says", flat=True))
    assert "Vedtaket ble sendt til Lise Nygård: digitalt på Min side." in says
    assert "Lise Nygård ble varslet første gang om at vedtaket ligger på Min side." in says


# The way to begin with ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ways", "route", "because"),
    [
        (Ways(page=True, phone=True), Route.DIGITAL, "trygg"),
        (Ways(page=True), Route.POST, "ingen telefon"),
        (Ways(), Route.POST, "ikke åpnet"),
        (Ways(page=True, phone=True, reserved=True), Route.POST, "reservert"),
        (Ways(page=True, phone=True, protection=Way.ENTRUSTED), Route.SAFE, "vernet"),
        (Ways(protection=Way.FORWARDED), Route.SAFE, "vernet"),
    ],
)
def test_a_way_is_suggested_with_its_reason(ways: Ways, route: Route, because: str) -> None:
    found = suggested(ways)
    assert found.route is route
    assert because in found.why
