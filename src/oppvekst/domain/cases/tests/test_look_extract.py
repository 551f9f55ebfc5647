"""Telling the child or a parent who has seen the case: by role, never more than they may know, and given by a person."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import now

from oppvekst.domain.cases import actions, rules
from oppvekst.domain.cases.actions.extract import Wanted, hand_out, make_extract
from oppvekst.domain.cases.desk.paper import days_in_words
from oppvekst.domain.cases.models import LookExtract, Party
from oppvekst.domain.cases.rules.extract import Asker, hindrance
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.looks import look
from oppvekst.ground.journal.models import Entry, Look
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import Come, opened_desk, words
from tests.world import World

LEADER = "Marit Solheim"


@dataclass
class Family:
    """Idas case, seen by Kari who has it, by Tone through her role, and by Kari on the page of the hold-back."""

    case_id: UUID
    ida: UUID
    mother: UUID
    father: UUID


@pytest.fixture
def at() -> datetime:
    return now()


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch, at: datetime) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at)


@pytest.fixture
def family(world: World, at: datetime) -> Family:
    born = date(at.year - 16, 1, 1)
    with world.as_("Kari Nesheim", "oppvekst_desk_case") as kari:
        case = actions.open_case(
            Details(given_name="Ida", family_name="Sunde", birth_date=born), by=kari, at=at, reason="assigned"
        )
        mother = actions.add_party(
            case.id,
            Details(given_name="Mona", family_name="Sunde"),
            "mother",
            by=kari,
            at=at,
            parental_responsibility=True,
        )
        father = actions.add_party(case.id, Details(given_name="Frank", family_name="Berg"), "father", by=kari, at=at)
        for kind in ("case", "case.journal", "case.journal", "case.hold", "noe.nytt"):
            look(kind, by=kari, at=at, subject=case.id, case_id=case.id)
    with world.as_("Tone Vik") as tone:
        look("case", by=tone, at=at, subject=case.id, case_id=case.id)
    return Family(case.id, Party.objects.get(case=case, part="child").id, mother.id, father.id)


def asked(at: datetime) -> Wanted:
    return Wanted(since=oslo_date(at) - timedelta(days=7), until=oslo_date(at))


def make(world: World, party: UUID, wanted: Wanted, at: datetime, by: str = LEADER) -> LookExtract:
    with world.as_(by) as who:
        return make_extract(party, wanted, by=who, at=at)


def said(world: World, extract: LookExtract) -> list[str]:
    with world.as_(LEADER):
        return [line for day in days_in_words(extract) for line in day.lines]


def test_a_mother_reads_which_roles_saw_the_case_and_why_and_no_names(
    world: World, family: Family, at: datetime
) -> None:
    extract = make(world, family.mother, asked(at), at)
    assert said(world, extract) == [
        "Saksbehandler med ansvar for saken leste saken og leste journalen.",
        "Teamleder gjennom rollen sin leste saken.",
    ]
    assert "Nesheim" not in str(extract.days)


def test_what_tells_of_the_hold_back_or_has_no_words_is_left_out_and_the_maker_knows(
    world: World, family: Family, at: datetime
) -> None:
    assert make(world, family.mother, asked(at), at).left_out == 2
    assert make(world, family.ida, asked(at), at).left_out == 1


def test_who_came_in_by_emergency_access_is_told_as_one_who_did(world: World, family: Family, at: datetime) -> None:
    with world.as_("Ola Brandvold") as ola:
        actions.break_glass(str(family.case_id), kind="danger", words="Legevakta ringte.", by=ola, at=at)
    with world.as_("Ola Brandvold") as ola:
        look("case", by=ola, at=at, subject=family.case_id, case_id=family.case_id)
    told = said(world, make(world, family.mother, asked(at), at))
    assert "Saksbehandler i noen timer, fordi det ikke kunne vente, leste saken." in told


def test_documents_that_were_read_are_told_and_another_partys_request_is_not(
    world: World, family: Family, at: datetime
) -> None:
    with world.as_("Kari Nesheim") as kari:
        for kind in ("document.page", "case.insight"):
            look(kind, by=kari, at=at, subject=family.case_id, case_id=family.case_id)
    told = make(world, family.mother, asked(at), at)
    assert any("leste dokumenter i saken" in line for line in said(world, told))
    assert told.left_out == 3


def test_every_reason_one_may_have_for_seeing_a_case_has_words_in_the_letter() -> None:
    letter = tomllib.loads((Path(rules.__file__).parents[1] / "templates/letters/look_extract.toml").read_text("utf-8"))
    reasons = {*Grant.Reason.values, "role", "emergency"}
    assert {
        language: reasons - _reasons(texts) for language, texts in letter.items() if reasons - _reasons(texts)
    } == {}


def _reasons(texts: dict[str, str]) -> set[str]:
    return {key.removeprefix("why_") for key in texts if key.startswith("why_")}


@pytest.mark.parametrize(
    ("asker", "told"),
    [
        (Asker(part="child", years=15), ""),
        (Asker(part="child", years=14), "part fra det er 15 år"),
        (Asker(part="child"), "part fra det er 15 år"),
        (Asker(part="mother", responsible=True), ""),
        (Asker(part="mother", responsible=True, held_back=True), "holdes tilbake"),
        (Asker(part="father", responsible=True, uninformed=True), "ikke skal informeres"),
        (Asker(part="child", years=16, held_back=True), ""),
        (Asker(part="father", responsible=False), "foreldreansvar"),
        (Asker(part="father"), "ikke avklart"),
        (Asker(part="network"), "Bare barnet"),
        (Asker(part="sibling", years=17), "Bare barnet"),
    ],
)
def test_who_may_be_told(asker: Asker, told: str) -> None:
    found = hindrance(asker)
    assert (found is None) if not told else told in found.sentence  # type: ignore[union-attr]


def test_while_something_is_held_back_no_parent_gets_an_extract_nor_one_that_was_made_before(
    world: World, family: Family, at: datetime
) -> None:
    before = make(world, family.mother, asked(at), at)
    with world.as_("Kari Nesheim") as kari:
        switch = actions.hold(family.case_id, "Avhør er ikke holdt.", by=kari, at=at)
    with pytest.raises(NotAllowed, match="holdes tilbake"):
        make(world, family.mother, asked(at), at)
    with world.as_(LEADER) as marit:
        with pytest.raises(NotAllowed, match="holdes tilbake"):
            hand_out(before.id, "i hånden", by=marit, at=at)
        assert make_extract(family.ida, asked(at), by=marit, at=at).addressee == "Ida Sunde"
        actions.lift_hold(switch.id, "Avhøret er holdt.", by=marit, at=at)
        assert hand_out(before.id, "i hånden", by=marit, at=at).handed_by_name == LEADER


def test_names_are_the_leaders_decision_with_a_reason(world: World, family: Family, at: datetime) -> None:
    named = replace(asked(at), named=True)
    with pytest.raises(Incomplete, match="hvorfor navnene"):
        make(world, family.ida, named, at)
    named = replace(named, reasons="Ida kjenner dem alle, og ber om det.")
    with pytest.raises(NotAllowed):
        make(world, family.ida, named, at, by="Tone Vik")
    extract = make(world, family.ida, named, at)
    assert said(world, extract)[0].startswith("Kari Nesheim, saksbehandler med ansvar for saken")
    told = Entry.objects.get(kind="look_extract.made").says
    assert "Med navn på ansatte: Ida kjenner dem alle" in told


def test_no_sql_of_a_team_leaders_reads_names_nor_a_case_workers_anything(world: World, family: Family) -> None:
    for name, named in (("Tone Vik", True), ("Kari Nesheim", False), ("Ola Brandvold", False)):
        with world.as_(name), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "select * from access.extract_looks(%s, '-infinity', 'infinity', %s)", [family.case_id, named]
            )


def test_it_is_a_proposal_until_somebody_gives_it_and_is_then_kept_as_it_was(
    world: World, family: Family, at: datetime
) -> None:
    extract = make(world, family.ida, asked(at), at)
    assert extract.handed_at is None
    with world.as_(LEADER) as marit:
        with pytest.raises(Incomplete):
            hand_out(extract.id, " ", by=marit, at=at)
        hand_out(extract.id, "i hånden på kontoret", by=marit, at=at)
        with pytest.raises(NotAllowed, match="allerede gitt"):
            hand_out(extract.id, "igjen", by=marit, at=at)
    assert "Ida Sunde fikk et utdrag" in Entry.objects.get(kind="look_extract.given").says
    with world.as_("Ola Brandvold") as ola, pytest.raises((NotFound, NotAllowed)):
        hand_out(extract.id, "x", by=ola, at=at)


def test_making_one_is_a_look_too(world: World, family: Family, at: datetime) -> None:
    make(world, family.ida, asked(at), at)
    assert Look.objects.get(kind="looks.extract").actor == world.staff[LEADER].id


def test_at_the_desk_it_is_chosen_read_printed_and_given(
    world: World, desk: Come, family: Family, at: datetime
) -> None:
    marit, place = desk(LEADER), f"/saker/{family.case_id}/innsyn/"
    assert f'href="{place}"' in marit.see(f"/saker/{family.case_id}/tilgang/")
    assert f'href="{place}"' not in desk("Kari Nesheim").see(f"/saker/{family.case_id}/tilgang/")
    period = {
        "since": f"{oslo_date(at):%d.%m.%Y}",
        "until": f"{oslo_date(at):%d.%m.%Y}",
        "language": "nn",
        "named": "no",
    }
    assert "foreldreansvar" in words(marit.send(place, status=409, party=str(family.father), **period))
    one = marit.send(place, party=str(family.mother), **period).split("?")[0]
    assert "Saksbehandler med ansvar for saka las saka" in words(marit.see(one))
    answer = marit.client.get(f"{one}brev.pdf")
    letter = text(Letter(answer.content, "", 1))
    assert "Kven som har sett saka" in letter and "Mona Sunde" in letter and "Nesheim" not in letter
    assert answer.content == marit.client.get(f"{one}brev.pdf").content
    assert "Gitt av Marit Solheim: i hånden" in words(marit.see(marit.send(one, how="i hånden")))
