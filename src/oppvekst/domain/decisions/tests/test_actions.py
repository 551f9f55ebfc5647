"""A decision about guidance at home, from the first word to the signature, as Kari, Marit and Ola meet it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import addressees, aside, digest, get_decision, history, texts
from oppvekst.domain.decisions.rules import DRAFT, NOTICED, READY, SIGNED, Kind
from oppvekst.domain.decisions.tests.family import GUIDANCE, MONDAY, begun, family, signed
from oppvekst.ground.agenda.models import Item
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import World

LATER = MONDAY + timedelta(days=15)


@pytest.fixture
def emil(world: World) -> UUID:
    return family(world)


@pytest.fixture
def draft(world: World, emil: UUID) -> Decision:
    with world.as_("Kari Nesheim") as kari:
        return begun(emil, by=kari)


def test_everybody_is_set_down_as_the_law_says_they_normally_stand(draft: Decision) -> None:
    standing = {one.name: one.standing for one in addressees(draft.id)}
    assert standing == {"Emil Nygård": "none", "Lise Nygård": "party", "Morten Nygård": "party"}
    assert all(one.reasons for one in addressees(draft.id))


def test_a_parent_with_whom_the_child_does_not_live_is_told_of_the_decision_and_is_no_party(world: World) -> None:
    case = family(world, parents=(("Anne", Party.Part.MOTHER, True), ("Henrik", Party.Part.FATHER, False)))
    with world.as_("Kari Nesheim") as kari:
        decision = actions.open_decision(case, GUIDANCE, by=kari, at=MONDAY)
    assert {one.name.split()[0]: one.standing for one in addressees(decision.id)}["Henrik"] == "informed"


def test_notice_with_its_limit_goes_on_the_agenda_and_vanishes_when_it_is_ready(world: World, draft: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.give_notice(draft.id, text="Vi vurderer veiledning.", due=date(2026, 5, 18), by=kari, at=MONDAY)
        assert get_decision(draft.id).state == NOTICED
        assert Item.objects.get(subject=draft.id, rule="D79").due == date(2026, 5, 18)
        with pytest.raises(NotAllowed, match="ikke alle har svart"):
            actions.make_ready(draft.id, by=kari, at=MONDAY)
        for one in addressees(draft.id):
            if one.standing == "party":
                actions.register_comment(one.id, text="", how="telefon", received_at=MONDAY, by=kari, at=MONDAY)
        actions.make_ready(draft.id, by=kari, at=MONDAY)
        assert get_decision(draft.id).state == READY
        assert not Item.objects.get(subject=draft.id, rule="D79").open


def test_a_limit_that_is_over_is_enough(world: World, draft: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.give_notice(draft.id, text="Vi vurderer veiledning.", due=date(2026, 5, 18), by=kari, at=MONDAY)
        actions.make_ready(draft.id, by=kari, at=LATER)


def test_kari_writes_and_marit_signs(world: World, draft: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.skip_notice(draft.id, reasons="Familien har bedt om hjelpen.", by=kari, at=MONDAY)
        with pytest.raises(NotAllowed, match="Rollen din"):
            actions.sign(draft.id, by=kari, at=MONDAY)
    with world.as_("Marit Solheim") as marit:
        decision = actions.sign(draft.id, by=marit, at=MONDAY)
    assert (decision.state, decision.signed_by_name, decision.signed_as) == (SIGNED, "Marit Solheim", "Barnevernsleder")
    assert decision.content and digest(decision.content) == decision.sha256


def test_what_is_lacking_is_told_all_at_once(world: World, emil: UUID) -> None:
    with world.as_("Marit Solheim") as marit:
        decision = actions.open_decision(
            emil, actions.Terms(kind=Kind.MEASURE, consent_ground="order"), by=marit, at=MONDAY
        )
        actions.skip_notice(decision.id, reasons="Det haster.", by=marit, at=MONDAY)
        with pytest.raises(Incomplete) as stopped:
            actions.sign(decision.id, by=marit, at=MONDAY)
    assert {"category", "best_interests", "child", "family_ties", "soundness", "plan"} <= stopped.value.fields.keys()


def test_what_is_signed_can_not_be_changed_not_even_past_the_product(world: World, emil: UUID) -> None:
    decision = signed(world, emil)
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(NotAllowed, match="undertegnet"):
            actions.save_text(decision.id, "facts", "Noe annet.", seen=1, by=marit, at=MONDAY)
        with pytest.raises(DatabaseError, match="omgjøres"), transaction.atomic():
            Decision.objects.filter(id=decision.id).update(title="Noe annet")
        with pytest.raises(DatabaseError, match="låst"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("update decisions_drafttext set text = 'x' where decision_id = %s", [decision.id])


def test_two_who_write_in_the_same_part_lose_no_word(world: World, draft: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        seen = texts(draft.id)["facts"].version
    with world.as_("Marit Solheim") as marit:
        actions.save_text(draft.id, "facts", "Marits ord.", seen=seen, by=marit, at=MONDAY)
    with world.as_("Kari Nesheim") as kari:
        saved = actions.save_text(draft.id, "facts", "Karis ord.", seen=seen, by=kari, at=MONDAY)
        assert saved.theirs is not None
        assert (saved.theirs.text, saved.text.text, saved.text.aside) == ("Marits ord.", "Karis ord.", True)
        assert [text.text for text in aside(draft.id)] == ["Karis ord."]
        actions.choose(draft.id, "facts", "Marits ord. Karis ord.", by=kari, at=MONDAY)
        assert texts(draft.id)["facts"].text == "Marits ord. Karis ord."
        assert {"Marits ord.", "Karis ord."} <= {text.text for text in history(draft.id, "facts")}
        assert not aside(draft.id)


def test_nobody_signs_while_two_texts_stand_beside_each_other(world: World, draft: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.skip_notice(draft.id, reasons="Det haster.", by=kari, at=MONDAY)
    with world.as_("Marit Solheim") as marit:
        actions.save_text(draft.id, "facts", "For sent ute.", seen=0, by=marit, at=MONDAY)
        with pytest.raises(NotAllowed, match="To har skrevet"):
            actions.sign(draft.id, by=marit, at=MONDAY)


def test_one_who_writes_on_makes_one_version_of_it_until_she_has_been_away(world: World, draft: Decision) -> None:
    with world.as_("Kari Nesheim") as kari:
        saved = actions.save_text(draft.id, "culture", "Sam", seen=0, by=kari, at=MONDAY)
        for written in ("Samisk", "Samisk bakgrunn."):
            saved = actions.save_text(draft.id, "culture", written, seen=saved.version, by=kari, at=MONDAY)
        assert [text.text for text in history(draft.id, "culture")] == ["Samisk bakgrunn."]
        actions.save_text(draft.id, "culture", "Nytt.", seen=saved.version, by=kari, at=MONDAY + actions.SITTING)
        assert [text.text for text in history(draft.id, "culture")] == ["Nytt.", "Samisk bakgrunn."]


def test_ola_finds_nothing(world: World, draft: Decision) -> None:
    with world.as_("Ola Brandvold") as ola:
        with pytest.raises(NotFound):
            get_decision(draft.id)
        with pytest.raises(NotFound):
            actions.save_text(draft.id, "facts", "Hei", seen=0, by=ola, at=MONDAY)
    assert Decision.objects.get(id=draft.id).state == DRAFT
