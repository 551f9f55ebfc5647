"""A decision sent: to each by her own way and in her own copy, her own limit, and what time then does by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Addressee, Copy, Decision, ReadyNotice
from oppvekst.domain.decisions.queries import addressees, get_decision, limit_of
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, FINAL, NOTIFIED, SIGNED, Standing
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.routes import Ways, suggested
from oppvekst.domain.decisions.tests.family import MONDAY, begun, family, signed
from oppvekst.domain.people import actions as people
from oppvekst.domain.people.models import Address, Reach, Shielding
from oppvekst.domain.people.rules import HIDDEN, STRICT, Way
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import World

THURSDAY = datetime(2026, 5, 21, 10, tzinfo=UTC)
FRIDAY = datetime(2026, 5, 22, 7, tzinfo=UTC)
PHONE = "00009911"


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


@pytest.fixture
def decision(world: World, emil: UUID) -> Decision:
    return signed(world, emil, at=THURSDAY)


def of(decision: Decision, name: str) -> Addressee:
    with acting("owner"):
        return Addressee.objects.select_related("party").get(decision=decision, name__startswith=name)


def person_of(decision: Decision, name: str) -> UUID:
    party = of(decision, name).party
    assert party
    return party.person_id


def opens_my_page(world: World, decision: Decision, *names: str) -> None:
    with world.as_("Kari Nesheim") as kari:
        for name in names:
            cases.open_my_page(decision.case_id, person_of(decision, name), by=kari, at=MONDAY)


def lives_at(world: World, decision: Decision, name: str) -> None:
    with acting("owner"):
        Address.objects.create(
            municipality_id=decision.municipality_id, person_id=person_of(decision, name), lines=["Bakkeveien 4"],
            postal_code="9998", place="Solvik",
        )  # fmt: skip


def sends(world: World, decision: Decision, name: str, route: Route, at: datetime = FRIDAY, **more: Any) -> Copy:
    with world.as_("Kari Nesheim") as kari:
        return actions.dispatch(of(decision, name).id, route, by=kari, at=at, **more)


def state(decision: Decision) -> str:
    with acting("owner"):
        return get_decision(decision.id).state


def letter_of(copy: Copy) -> str:
    with acting("owner"):
        found = Copy.objects.get(id=copy.id)
    return text(Letter(bytes(found.pdf), found.sha256, found.pages))


def item(addressee: Addressee, rule: str) -> Item | None:
    with acting("owner"):
        return Item.objects.filter(subject=addressee.id, rule=rule).first()


@pytest.fixture
def told(tmp_path: Path) -> FolderPager:
    return FolderPager(tmp_path / "sms")


# Each by her own way -------------------------------------------------------------------------------------------------


def test_digitally_it_lies_ready_at_once_and_the_limit_runs_when_the_word_has_gone(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise", "Morten")
    for name in ("Lise", "Morten"):
        copy = sends(world, decision, name, Route.DIGITAL, phone=PHONE)
    assert copy.shown_from == FRIDAY
    assert of(decision, "Lise").appeal_due is None
    assert state(decision) == NOTIFIED
    assert jobs.tell(at=FRIDAY + timedelta(minutes=1), pager=told) == 2
    assert {of(decision, name).appeal_due for name in ("Lise", "Morten")} == {date(2026, 6, 12)}
    assert state(decision) == APPEAL_PERIOD
    assert jobs.tell(at=FRIDAY + timedelta(minutes=2), pager=told) == 0


def test_the_word_to_the_phone_says_nothing_of_what_it_is(world: World, decision: Decision, told: FolderPager) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    jobs.tell(at=FRIDAY, pager=told)
    (ring,) = told.rings()
    assert (ring.number, ring.words) == (
        PHONE, "Du har fått post fra Solvik kommune. Logg inn på Min side for å lese den."
    )  # fmt: skip
    for word in ("barnevern", "vedtak", "Emil", "Lise", "Nygård", "klage", "http"):
        assert word.lower() not in ring.words.lower()


def test_a_phone_once_said_to_be_safe_is_remembered_and_used(world: World, decision: Decision) -> None:
    opens_my_page(world, decision, "Lise")
    with pytest.raises(NotAllowed, match="Ingen telefon er sagt å være trygg"):
        sends(world, decision, "Lise", Route.DIGITAL)
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    with acting("owner"):
        assert Reach.objects.get(person_id=person_of(decision, "Lise"), safe=True).value == PHONE
    with acting("owner"):
        assert ReadyNotice.objects.get().phone == PHONE


def test_without_my_page_it_cannot_go_digitally(world: World, decision: Decision) -> None:
    with pytest.raises(NotAllowed, match="Min side er ikke åpnet"):
        sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)


def test_on_paper_the_limit_begins_the_day_it_came(world: World, decision: Decision) -> None:
    lives_at(world, decision, "Lise")
    copy = sends(world, decision, "Lise", Route.POST)
    assert "Bakkeveien 4" in letter_of(copy)
    assert "fra den dagen brevet kom fram til deg" in letter_of(copy)
    waiting = item(of(decision, "Lise"), "fvl-29-reached")
    assert waiting
    assert waiting.open
    with world.as_("Kari Nesheim") as kari:
        lise = of(decision, "Lise").id
        for wrong in (None, date(2026, 5, 20), date(2026, 6, 2)):
            with pytest.raises(Incomplete, match="Velg en dag|skriv|Skriv"):
                actions.note_reached(lise, wrong, how="Hun ringte", by=kari, at=datetime(2026, 5, 27, 9, tzinfo=UTC))
        actions.note_reached(
            lise, date(2026, 5, 26), how="Hun ringte", by=kari, at=datetime(2026, 5, 27, 9, tzinfo=UTC)
        )
    assert of(decision, "Lise").appeal_due == date(2026, 6, 16)
    waiting, limit = item(of(decision, "Lise"), "fvl-29-reached"), item(of(decision, "Lise"), "D76")
    assert waiting
    assert limit
    assert (waiting.open, limit.open, limit.due) == (False, True, date(2026, 6, 16))
    assert limit.steps[0] == "Underretningen om vedtaket kom fram tirsdag 26. mai 2026."


def test_by_hand_it_needs_no_address(world: World, decision: Decision) -> None:
    copy = sends(world, decision, "Lise", Route.HAND)
    assert "Bakkeveien" not in letter_of(copy)


def test_two_parties_two_ways_two_limits_and_final_only_after_the_last(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    assert state(decision) == SIGNED
    sends(world, decision, "Morten", Route.HAND)
    jobs.tell(at=FRIDAY, pager=told)
    with world.as_("Kari Nesheim") as kari:
        actions.note_reached(
            of(decision, "Morten").id, date(2026, 5, 26), how="På kontoret", by=kari, at=FRIDAY + timedelta(days=5)
        )
    assert (of(decision, "Lise").appeal_due, of(decision, "Morten").appeal_due) == (
        date(2026, 6, 12),
        date(2026, 6, 16),
    )
    assert state(decision) == APPEAL_PERIOD
    for day, expected in (
        (datetime(2026, 6, 16, 20, tzinfo=UTC), APPEAL_PERIOD),
        (datetime(2026, 6, 17, 1, tzinfo=UTC), FINAL),
    ):
        with acting("worker"):
            jobs.pass_time(at=day)
        assert state(decision) == expected
    limit = item(of(decision, "Lise"), "D103")
    assert limit
    assert not limit.open


def test_what_is_not_signed_is_not_sent(world: World, emil: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        draft = begun(emil, by=kari)
        with pytest.raises(NotAllowed, match="Det må være undertegnet"):
            actions.dispatch(addressees(draft.id)[-1].id, Route.HAND, by=kari, at=MONDAY)


# Whoever does not open it --------------------------------------------------------------------------------------------


def test_unopened_for_a_week_it_is_told_once_more_and_the_limit_stays(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE)
    jobs.tell(at=FRIDAY, pager=told)
    waiting = item(of(decision, "Lise"), "D102")
    assert waiting
    assert waiting.due == date(2026, 5, 29)
    for day, rings in ((29, 1), (30, 2), (31, 2)):
        with acting("worker"):
            jobs.pass_time(at=datetime(2026, 5, day, 8, tzinfo=UTC))
        jobs.tell(at=datetime(2026, 5, day, 8, 1, tzinfo=UTC), pager=told)
        assert len(told.rings()) == rings, day
    lise = of(decision, "Lise")
    assert lise.second_notice_at == datetime(2026, 5, 30, 8, 1, tzinfo=UTC)
    assert lise.appeal_due == date(2026, 6, 12)
    again = item(lise, "D102")
    assert again
    assert not again.open


def test_a_word_that_does_not_come_through_starts_no_limit_and_asks_for_another_way(
    world: World, decision: Decision, told: FolderPager
) -> None:
    opens_my_page(world, decision, "Lise")
    sends(world, decision, "Lise", Route.DIGITAL, phone="gammel")
    jobs.tell(at=FRIDAY, pager=told)
    lise = of(decision, "Lise")
    assert (lise.notified_at, lise.appeal_due) == (None, None)
    task = item(lise, "notice-failed")
    assert task
    assert task.open
    sends(world, decision, "Lise", Route.DIGITAL, phone=PHONE, at=FRIDAY + timedelta(days=3))
    jobs.tell(at=FRIDAY + timedelta(days=3), pager=told)
    assert of(decision, "Lise").appeal_due == date(2026, 6, 15)
    task = item(lise, "notice-failed")
    assert task
    assert not task.open


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
