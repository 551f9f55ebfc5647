"""The assessment of a child's needs as it is kept: scope, versions, facts, drafts, grounds, and what others may do."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.cases.actions import give_access, open_case
from oppvekst.domain.concerns.rules import NEEDS
from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked
from oppvekst.domain.investigations.actions import (
    Known,
    Written,
    add_fact,
    include,
    keep_draft,
    leave_out,
    mark_grounds,
    open_investigation,
    write,
)
from oppvekst.domain.investigations.models import (
    Investigation,
    NeedsAssessment,
    NeedsDraft,
    NeedsFact,
    NeedsItem,
    NeedsVersion,
)
from oppvekst.domain.investigations.queries import (
    assessment_of,
    grounds_of,
    needs_of,
    sheets,
    texts_at,
    texts_of,
    versions_of,
)
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import World

KARI, SIRI = "Kari Nesheim", "Siri Tveito"
SCHOOL = Known("Borte 14 dager i høst.", "Solvik skole", date(2026, 11, 3))


@pytest.fixture
def emil(world: World) -> UUID:
    """An investigation of Emil, Kari's, with Siri beside her."""
    concern_id = arrive(world)
    linked(world, concern_id)
    with world.as_(KARI) as kari:
        found = open_investigation(concern_id, reasons="Merke.", responsible=kari.person, by=kari, at=TUESDAY)
        give_access(found.case_id, world.staff[SIRI].id, reason="colleague", words="Skriver med.", by=kari, at=TUESDAY)
    return found.id


def wrote(emil: UUID, code: str, version: int, by: Actor, **texts: str) -> None:
    """Save some texts of an item."""
    write(emil, [Written(code, version, texts_of(None) | texts)], by=by, at=TUESDAY)


def test_the_first_item_begins_the_assessment_and_each_step_is_one_entry_in_the_journal(
    world: World, emil: UUID
) -> None:
    with world.as_(KARI) as kari:
        assert assessment_of(emil) is None
        assert needs_of(None) == {}
        include(emil, "1.2.03", by=kari, at=TUESDAY)
        add_fact(emil, "1.2.03", SCHOOL, by=kari, at=TUESDAY)
        wrote(emil, "1.2.03", 0, kari, child_view="Jeg vil ikke dit.")
        told = Entry.objects.filter(subject=emil, kind__startswith="needs.")
        assert {entry.says for entry in told} == {
            "Tok «Trivsel i barnehage og skole» med i vurderingen av barnets behov.",
            "La til en opplysning om «Trivsel i barnehage og skole», fra Solvik skole.",
            "Skrev i vurderingen av barnets behov: «Trivsel i barnehage og skole».",
        }
        assert len(told) == 3
        (need,) = needs_of(assessment_of(emil).id).values()  # type: ignore[union-attr]
    assert need.text("child_view") == "Jeg vil ikke dit."
    assert str(need.facts[0]) == "Borte 14 dager i høst (Solvik skole, tirsdag 3. november 2026)."


def test_what_is_left_out_keeps_its_text_and_comes_back_with_it(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        include(emil, "1.4.03", by=kari, at=TUESDAY)
        wrote(emil, "1.4.03", 0, kari, risks="Alene i friminuttene.")
        mark_grounds(emil, ["1.4.03"], by=kari, at=TUESDAY)
        leave_out(emil, "1.4.03", by=kari, at=TUESDAY)
        assert grounds_of(emil) == ()
        with pytest.raises(NotAllowed, match="lagt bort"):
            wrote(emil, "1.4.03", 1, kari, risks="Mer.")
        with pytest.raises(NotAllowed, match="allerede lagt bort"):
            leave_out(emil, "1.4.03", by=kari, at=TUESDAY)
        include(emil, "1.4.03", by=kari, at=TUESDAY)
        (sheet,) = sheets(assessment_of(emil).id)  # type: ignore[union-attr]
    assert sheet.texts["risks"] == "Alene i friminuttene."
    assert not sheet.row.is_ground


def test_a_code_that_is_not_on_the_list_is_not_there(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari, pytest.raises(NotFound):
        include(emil, "4.1.01", by=kari, at=TUESDAY)


def test_every_saved_text_is_kept_and_none_is_written_over(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        item = include(emil, "1.1.01", by=kari, at=TUESDAY)
        wrote(emil, "1.1.01", 0, kari, assessment="Første.")
        wrote(emil, "1.1.01", 1, kari, assessment="Andre.")
        kept = versions_of(item.assessment_id, "1.1.01")
        assert [version.assessment for version in kept] == ["Andre.", "Første."]
        assert texts_at([(item.id, 1)])[item.id]["assessment"] == "Første."
        assert texts_at([(item.id, 0)])[item.id]["assessment"] == ""
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            NeedsVersion.objects.update(assessment="Noe annet.")


def test_of_two_who_save_from_the_same_version_the_second_is_refused_and_nothing_of_hers_is_lost(
    world: World, emil: UUID
) -> None:
    with world.as_(KARI) as kari:
        item = include(emil, "1.1.01", by=kari, at=TUESDAY)
        keep_draft(item, {"assessment": "Karis."}, based_on=0, by=kari, at=TUESDAY)
    with world.as_(SIRI) as siri:
        wrote(emil, "1.1.01", 0, siri, assessment="Siris.")
    with world.as_(KARI) as kari:
        with pytest.raises(NotAllowed, match="mens du skrev"):
            wrote(emil, "1.1.01", 0, kari, assessment="Karis.")
        (sheet,) = sheets(assessment_of(emil).id, by=kari.person)  # type: ignore[union-attr]
        assert sheet.texts["assessment"] == "Siris."
        assert sheet.mine is not None
        assert sheet.mine.texts == {"assessment": "Karis."}
        assert Entry.objects.filter(kind="needs.written").count() == 1


def test_a_draft_is_no_act_and_ends_when_it_is_saved(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        item = include(emil, "1.1.01", by=kari, at=TUESDAY)
        before = Entry.objects.count()
        for text in ("Han s", "Han sover", "Han sover dårlig."):
            keep_draft(item, {"risks": text}, based_on=0, by=kari, at=TUESDAY)
        assert Entry.objects.count() == before
        assert NeedsDraft.objects.get().texts == {"risks": "Han sover dårlig."}
        wrote(emil, "1.1.01", 0, kari, risks="Han sover dårlig.")
        assert NeedsDraft.objects.get().texts == {}


def test_a_colleague_sees_that_somebody_else_is_writing_and_has_a_draft_of_her_own(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        item = include(emil, "1.1.01", by=kari, at=TUESDAY)
        keep_draft(item, {"risks": "Karis."}, based_on=0, by=kari, at=TUESDAY)
    with world.as_(SIRI) as siri:
        keep_draft(item, {"risks": "Siris."}, based_on=0, by=siri, at=TUESDAY)
        (sheet,) = sheets(assessment_of(emil).id, by=siri.person)  # type: ignore[union-attr]
        assert sheet.mine is not None
        assert (sheet.mine.texts["risks"], [one.written_by_name for one in sheet.others]) == ("Siris.", [KARI])
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            NeedsDraft.objects.filter(written_by=siri.person).update(based_on=0)
            NeedsDraft.objects.create(
                municipality_id=item.municipality_id, case_id=item.case_id, item=item, based_on=0, written_at=TUESDAY,
                written_by=uuid4(), written_by_name="En annen",
            )  # fmt: skip


def test_a_fact_has_a_source_and_a_day_that_has_been(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        include(emil, "1.2.03", by=kari, at=TUESDAY)
        with pytest.raises(Incomplete) as refused:
            add_fact(emil, "1.2.03", Known(" ", "", None), by=kari, at=TUESDAY)
        assert set(refused.value.fields) == {"text", "source", "known_on"}
        tomorrow = TUESDAY.date() + timedelta(days=1)
        with pytest.raises(Incomplete, match="fram i tid"):
            add_fact(emil, "1.2.03", Known("x", "y", tomorrow), by=kari, at=TUESDAY)
        with pytest.raises(NotFound, match="ikke med i vurderingen"):
            add_fact(emil, "1.1.01", SCHOOL, by=kari, at=TUESDAY)


def test_a_wrong_fact_stays_and_is_corrected_once_by_a_new_one_that_points_at_it(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        include(emil, "1.2.03", by=kari, at=TUESDAY)
        include(emil, "1.2.01", by=kari, at=TUESDAY)
        wrong = add_fact(emil, "1.2.03", SCHOOL, by=kari, at=TUESDAY)
        right = Known("Borte 4 dager i høst.", "Solvik skole", date(2026, 11, 3))
        with pytest.raises(NotFound):
            add_fact(emil, "1.2.01", right, corrects=wrong.id, by=kari, at=TUESDAY)
        add_fact(emil, "1.2.03", right, corrects=wrong.id, by=kari, at=TUESDAY)
        with pytest.raises(NotAllowed, match="allerede rettet"):
            add_fact(emil, "1.2.03", right, corrects=wrong.id, by=kari, at=TUESDAY)
        need = needs_of(assessment_of(emil).id)["1.2.03"]  # type: ignore[union-attr]
        assert [(fact.text, fact.corrected) for fact in need.facts] == [
            ("Borte 14 dager i høst.", True), ("Borte 4 dager i høst.", False),
        ]  # fmt: skip
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            NeedsFact.objects.update(text="Noe annet.")


def test_only_relevant_items_can_be_grounds_and_marking_anew_replaces_them(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        for code in ("2.4.05", "1.2.03"):
            include(emil, code, by=kari, at=TUESDAY)
        mark_grounds(emil, ["2.4.05", "1.2.03"], by=kari, at=TUESDAY)
        assert [code.code for code in grounds_of(emil)] == ["1.2.03", "2.4.05"]
        with pytest.raises(Incomplete, match="Mobbing"):
            mark_grounds(emil, ["1.4.03"], by=kari, at=TUESDAY)
        mark_grounds(emil, ["2.4.05"], by=kari, at=TUESDAY)
        assert [code.text for code in grounds_of(emil)] == ["Beskyttelse mot vold"]


def test_an_ended_investigation_is_only_read(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        include(emil, "1.1.01", by=kari, at=TUESDAY)
        Investigation.objects.filter(id=emil).update(concluded_on=TUESDAY.date())
        with pytest.raises(NotAllowed, match="avsluttet"):
            wrote(emil, "1.1.01", 0, kari, risks="For sent.")
        with pytest.raises(NotAllowed, match="avsluttet"):
            include(emil, "1.1.02", by=kari, at=TUESDAY)


def test_a_later_investigation_continues_the_one_before(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        include(emil, "1.1.01", by=kari, at=TUESDAY)
        before = Investigation.objects.get(id=emil)
        Investigation.objects.filter(id=emil).update(concluded_on=TUESDAY.date())
        before.pk, before._state.adding, before.concluded_on = uuid4(), True, None
        before.save()
        include(before.id, "1.1.02", by=kari, at=TUESDAY + timedelta(days=200))
        found = assessment_of(before.id)
        assert found is not None
        assert found.continues == assessment_of(emil)


def test_on_call_and_strangers_neither_read_nor_write_it(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        item = include(emil, "1.1.01", by=kari, at=TUESDAY)
    with world.as_("Ola Brandvold") as ola:
        assert assessment_of(emil) is None
        assert not NeedsItem.objects.exists()
        with pytest.raises(NotFound):
            include(emil, "1.1.02", by=ola, at=TUESDAY)
        his = open_case(Details(given_name="Lars"), by=ola, at=TUESDAY).id
        with pytest.raises(IntegrityError, match="needs_version_of_item"), transaction.atomic():
            NeedsVersion.objects.create(
                municipality_id=item.municipality_id, case_id=his, item_id=item.id, number=1, saved_at=TUESDAY,
                saved_by=ola.person, saved_by_name=ola.name,
            )  # fmt: skip
        with pytest.raises(IntegrityError, match="needs_item_of_assessment"), transaction.atomic():
            NeedsItem.objects.create(
                municipality_id=item.municipality_id, case_id=his, assessment_id=item.assessment_id, code="1.1.02",
                relevant=True,
            )  # fmt: skip


def test_all_57_items_and_a_thousand_facts_cost_as_many_questions_as_one(world: World, emil: UUID) -> None:
    with world.as_(KARI) as kari:
        include(emil, "1.1.01", by=kari, at=TUESDAY)
        add_fact(emil, "1.1.01", SCHOOL, by=kari, at=TUESDAY)
        assessment = assessment_of(emil)
        assert assessment is not None
        few = _asked(assessment.id, kari)
    filled(assessment)
    with world.as_(KARI) as kari:
        assert _asked(assessment.id, kari) == few
        needs = needs_of(assessment.id)
        assert (len(needs), sum(len(need.facts) for need in needs.values())) == (57, 1001)


def filled(assessment: NeedsAssessment, facts: int = 1000) -> None:
    """All items taken in and written, and many facts, as they come in a large case."""
    about = {"municipality_id": assessment.municipality_id, "case_id": assessment.case_id}
    known = set(assessment.items.values_list("code", flat=True))
    NeedsItem.objects.bulk_create(
        NeedsItem(**about, assessment=assessment, code=code.code, relevant=True)
        for code in NEEDS
        if code.code not in known
    )
    items = list(assessment.items.order_by("code"))
    saved = {"number": 1, "saved_at": TUESDAY, "saved_by": uuid4(), "saved_by_name": KARI}
    NeedsVersion.objects.bulk_create(
        NeedsVersion(**about, **saved, item=item, assessment="Vurdert.", child_view="Sagt.") for item in items
    )
    NeedsItem.objects.update(version=1)
    added = {"known_on": date(2026, 11, 3), "added_at": TUESDAY, "added_by": uuid4(), "added_by_name": KARI}
    NeedsFact.objects.bulk_create(
        NeedsFact(**about, **added, item=items[at % len(items)], text=f"Opplysning {at}.", source="Solvik skole")
        for at in range(facts)
    )


def _asked(assessment_id: UUID, by: Actor) -> int:
    with CaptureQueriesContext(connection) as asked:
        sheets(assessment_id, by=by.person)
    return len(asked)
