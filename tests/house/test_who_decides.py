"""Disqualified, shut out, and who decides instead (fvl §§ 6-9)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions.bars import NEW_RESPONSIBLE
from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.tests.desk import arrive, linked
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import sessions
from oppvekst.ground.access.models import Bar, Duty, Grant, Staff
from oppvekst.ground.access.service import appoint
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import LONG_AGO, SOLVIK, World

TODAY = timezone.now().date()
FROM_TO = {"since": TODAY - timedelta(days=1), "until": TODAY + timedelta(days=30)}


@pytest.fixture
def jonas(world: World) -> Case:
    """Siri's case, outside every team."""
    with world.as_("Siri Tveito") as siri:
        return actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY, reason="assigned")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def emil(world: World) -> Any:
    """A concern of Kari's in a case; the leader has stepped aside."""
    concern_id = arrive(world)
    case_id = linked(world, concern_id)
    with world.as_("Marit Solheim") as marit:
        actions.step_aside(case_id, "Gudmor.", by=marit, at=TUESDAY)
    return concern_id, case_id


def sees(world: World, who: str, case: Case) -> bool:
    with world.as_(who):
        return Case.objects.filter(id=case.id).exists()


def test_whoever_steps_aside_is_out_of_the_case_and_the_leader_finds_another(world: World, jonas: Case) -> None:
    with world.as_("Siri Tveito") as siri:
        with pytest.raises(Incomplete):
            actions.step_aside(jonas.id, " ", by=siri, at=TUESDAY)
        actions.step_aside(jonas.id, "Fetter av far.", by=siri, at=TUESDAY)
    assert not sees(world, "Siri Tveito", jonas)
    assert Entry.objects.get(kind="bar.stepped_aside").says == "Siri Tveito meldte seg inhabil: Fetter av far."
    with world.as_("Marit Solheim") as marit:
        item = Item.objects.get(rule=NEW_RESPONSIBLE)
        assert item.open
        actions.assign(jonas.id, world.staff["Kari Nesheim"].id, by=marit, at=TUESDAY)
    assert not Item.objects.get(id=item.id).open


def test_only_the_leader_shuts_out_and_lets_in_again_and_never_herself(world: World, jonas: Case) -> None:
    siri_id, marit_id = world.staff["Siri Tveito"].id, world.staff["Marit Solheim"].id
    shut = {"kind": "locked", "words": "Kollegaens barn.", "at": TUESDAY}
    with world.as_("Siri Tveito") as siri, pytest.raises(NotAllowed):
        actions.set_bar(jonas.id, world.staff["Ola Brandvold"].id, **shut, by=siri)
    with world.as_("Marit Solheim") as marit:
        bar = actions.set_bar(jonas.id, siri_id, **shut, by=marit)
        with pytest.raises(NotAllowed, match="allerede sperret"):
            actions.set_bar(jonas.id, siri_id, **shut, by=marit)
        with pytest.raises(NotAllowed, match="selv inhabil"):
            actions.set_bar(jonas.id, marit_id, **shut, by=marit)
    assert not sees(world, "Siri Tveito", jonas)
    with world.as_("Siri Tveito") as siri, pytest.raises(NotAllowed):
        actions.lift_bar(bar.id, "Vil inn.", by=siri, at=TUESDAY)
    with world.as_("Marit Solheim") as marit:
        actions.step_aside(jonas.id, "Selv i slekt.", by=marit, at=TUESDAY)
    own = Bar.objects.get(staff=marit_id)
    with world.as_("Marit Solheim") as marit:
        for each in (bar.id, own.id):
            with pytest.raises(NotFound):
                actions.lift_bar(each, "Opphever.", by=marit, at=TUESDAY)
        assert not Bar.objects.update(ended_at=TUESDAY, ended_by=marit_id)
    with world.as_("Eivind Myrbakk") as eivind:
        actions.lift_bar(own.id, "Ikke i slekt likevel.", by=eivind, at=TUESDAY)
    assert sees(world, "Marit Solheim", jonas)
    assert Bar.objects.get(id=own.id).ended_words == "Ikke i slekt likevel."


# The leader is disqualified: the deputy and whoever stands directly under her may prepare, and not decide.


def test_the_deputy_and_the_team_leader_may_not_decide_in_the_disqualified_leaders_case(
    world: World, emil: Any
) -> None:
    concern_id, case_id = emil
    for who in ("Eivind Myrbakk", "Tone Vik"):
        with world.as_(who) as one:
            assert Case.objects.filter(id=case_id).exists()
            assert case_id in one.undecided
            with pytest.raises(NotAllowed, match="Lederen er inhabil") as refused:
                open_investigation(concern_id, reasons="Blåmerke.", responsible=one.person, by=one, at=TUESDAY)
            assert str(refused.value.citation) == "fvl §§ 6 (3), 9"
            actions.hold(case_id, "Avhør.", by=one, at=TUESDAY) if who == "Tone Vik" else None
    assert not Investigation.objects.exists()


def test_nor_may_they_close_the_case_by_any_statement_of_their_own(world: World, emil: Any) -> None:
    with world.as_("Eivind Myrbakk"), pytest.raises(Exception, match="Lederen er inhabil"):
        Case.objects.filter(id=emil[1]).update(state=Case.State.CLOSED)


def test_one_who_has_a_team_leader_between_decides_as_before(world: World, emil: Any) -> None:
    with world.as_("Kari Nesheim") as kari:
        assert emil[1] not in kari.undecided
        open_investigation(emil[0], reasons="Blåmerke.", responsible=kari.person, by=kari, at=TUESDAY)


def test_without_a_team_leader_everybody_stands_directly_under_the_leader(world: World, emil: Any) -> None:
    Duty.objects.filter(role__name="team_leader").update(valid_to=LONG_AGO)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="Lederen er inhabil"):
        open_investigation(emil[0], reasons="Blåmerke.", responsible=kari.person, by=kari, at=TUESDAY)


def test_in_other_cases_they_decide_as_before(world: World, emil: Any) -> None:
    other = arrive(world)
    linked(world, other)
    with world.as_("Tone Vik") as tone:
        open_investigation(other, reasons="Blåmerke.", responsible=tone.person, by=tone, at=TUESDAY)


def test_a_leader_locked_out_of_her_own_childs_case_bars_nobody_from_deciding(world: World, jonas: Case) -> None:
    with world.as_("Eivind Myrbakk") as eivind:
        marit = world.staff["Marit Solheim"].id
        actions.set_bar(jonas.id, marit, kind="locked", words="Eget barn.", by=eivind, at=TUESDAY)
    with world.as_("Eivind Myrbakk") as eivind:
        assert not eivind.undecided


# The substitute (fvl § 9).


def test_another_municipalitys_leader_sees_this_one_case_and_decides_in_it(
    world: World, emil: Any, jonas: Case
) -> None:
    concern_id, case_id = emil
    siri = world.staff["Siri Nordli"]
    with world.as_("Eivind Myrbakk") as eivind:
        actions.appoint_substitute(
            case_id, name="Siri Nordli", subject=siri.subject, decision="Kommunedirektøren, brev 23.11.", **FROM_TO,
            by=eivind, at=TUESDAY,
        )  # fmt: skip
    assert Staff.objects.filter(name="Siri Nordli").count() == 1
    with acting("door"):
        token = sessions.start(siri.subject, municipality=SOLVIK)
    world.tokens["Siri Nordli"] = token or ""
    with world.as_("Siri Nordli") as guest:
        assert (guest.municipality, guest.title) == (SOLVIK, "Setteleder")
        assert list(Case.objects.values_list("id", flat=True)) == [case_id]
        assert not Case.objects.filter(id=jonas.id).exists()
        investigation = open_investigation(
            concern_id, reasons="Blåmerke.", responsible=world.staff["Kari Nesheim"].id, by=guest, at=TUESDAY
        )
    assert investigation.opened_by == siri.id
    with world.as_("Kari Nesheim"):
        named = Grant.objects.select_related("staff").filter(case_id=case_id, reason=Grant.Reason.SUBSTITUTE)
        assert [grant.staff.name for grant in named] == ["Siri Nordli"]


def test_her_days_are_counted_and_over_she_is_out(world: World, emil: Any) -> None:
    siri = world.staff["Siri Nordli"]
    with world.as_("Eivind Myrbakk") as eivind:
        days = {"since": TODAY + timedelta(days=2), "until": TODAY + timedelta(days=9)}
        actions.appoint_substitute(
            emil[1], name="Siri Nordli", subject=siri.subject, decision="Brev", **days, by=eivind, at=TUESDAY
        )
    with acting("door"):
        assert sessions.start(siri.subject, municipality=SOLVIK) is None


def test_nobody_under_the_leader_is_her_substitute_and_no_private_provider(world: World, emil: Any) -> None:
    with world.as_("Eivind Myrbakk") as eivind:
        with pytest.raises(NotAllowed, match="ansatt under lederen"):
            actions.appoint_substitute(
                emil[1], name="Tone Vik", subject="tone.vik", decision="Brev", **FROM_TO, by=eivind, at=TUESDAY
            )
        with pytest.raises(Incomplete) as lacking:
            actions.appoint_substitute(
                emil[1], name="", subject="", decision="", since=date(2026, 1, 2), until=date(2026, 1, 1), by=eivind,
                at=TUESDAY,
            )  # fmt: skip
    assert set(lacking.value.fields) == {"name", "subject", "decision", "until"}
    with world.as_("Marit Solheim") as marit, pytest.raises(NotFound):
        actions.appoint_substitute(
            emil[1], name="Venninne", subject="venninne", decision="Selv", **FROM_TO, by=marit, at=TUESDAY
        )


# Private providers' people (bvl § 15-7).


def hire(world: World, who: str) -> None:
    Staff.objects.filter(id=world.staff[who].id).update(employment="hired")


def test_a_hired_worker_prepares_and_never_decides_whatever_role_she_has(world: World) -> None:
    concern_id = arrive(world)
    linked(world, concern_id)
    hire(world, "Kari Nesheim")
    with world.as_("Kari Nesheim") as kari:
        assert "investigation.open" not in kari.rights
        with pytest.raises(NotAllowed, match="Innleide fra private") as refused:
            open_investigation(concern_id, reasons="Blåmerke.", responsible=kari.person, by=kari, at=TUESDAY)
        assert str(refused.value.citation) == "bvl § 15-7"
        concerns.clarify(concern_id, "Ringer melder.", by=kari, at=TUESDAY)
        with pytest.raises(Exception, match="kan ikke treffe avgjørelser"):
            Case.objects.update(state=Case.State.CLOSED)


def test_nobody_hired_is_appointed_leader_or_deputy_and_no_leader_becomes_hired(world: World) -> None:
    hire(world, "Ola Brandvold")
    with pytest.raises(Exception, match="kan ikke være barnevernsleder"):
        appoint(world.staff["Ola Brandvold"], "deputy", municipality=world.solvik, since=LONG_AGO)


def test_no_leader_becomes_hired(world: World) -> None:
    with pytest.raises(Exception, match="kan ikke være innleid"):
        hire(world, "Marit Solheim")


# At the desk.


def test_the_pages_of_the_leader(world: World, desk: Come, jonas: Case) -> None:
    marit, place = desk("Marit Solheim"), f"/saker/{jonas.id}/tilgang/"
    form = f"{place}sperr/"
    assert "Skriv hvorfor" in words(marit.send(form, 422, kind="locked"))
    ola = str(world.staff["Ola Brandvold"].id)
    told = words(marit.see(marit.send(form, staff=ola, kind="locked", words="Nabo til familien.")))
    assert "Låst sak: Nabo til familien." in told
    bar = Bar.objects.get()
    lift = f"{form}{bar.id}/opphev/"
    assert "Nabo til familien." in words(marit.see(lift))
    assert "Sperren er opphevet" in words(marit.see(marit.send(lift, words="Har flyttet.")))
    marit.see(lift, status=404)
    desk("Siri Tveito").see(form, status=409)


def test_stepping_aside_and_the_substitute_at_the_desk(world: World, desk: Come, jonas: Case) -> None:
    marit, place = desk("Marit Solheim"), f"/saker/{jonas.id}/tilgang/"
    assert "Du kan ikke ta det tilbake selv" in words(marit.see(f"{place}inhabil/"))
    assert marit.send(f"{place}inhabil/", words="Tante.") == "/saker/"
    marit.see(place, status=404)
    eivind = desk("Eivind Myrbakk")
    assert "Lederen er inhabil i denne saken" in words(eivind.see(place))
    form = f"{place}setteleder/"
    again = eivind.send(form, 422, name="", subject="berit.fjell", since="1.1.2026")
    assert "berit.fjell" in again
    assert "Oppnevn setteleder" in words(again)
    says = {"name": "Berit Fjell", "subject": "berit.fjell", "decision": "Kommunedirektøren"}
    onward = eivind.send(form, **says, since="24.11.2026", until="24.12.2099")
    assert "Berit Fjell" in words(eivind.see(onward))
