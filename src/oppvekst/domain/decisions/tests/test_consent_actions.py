"""Consents in a case: who is asked about which words, what is written of the answers, and what stands on the agenda."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.actions import Known
from oppvekst.domain.cases.models import Residence
from oppvekst.domain.decisions import actions, queries
from oppvekst.domain.decisions.actions import Answered, Asked
from oppvekst.domain.decisions.models import AfterWithdrawal, Consent, ConsentText
from oppvekst.domain.decisions.rules.consent import Form, Ground, Kind, Said
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import Alarm, Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import World

NOON = datetime(2026, 10, 12, 12, 0, tzinfo=OSLO)
TODAY = NOON.date()
CHECKED = {"source": "Folkeregisteret", "checked_on": TODAY}
YES = Answered(
    said=Said.YES, form=Form.WRITTEN, said_at=NOON, told="Hva det er, at det er frivillig, og at ja kan trekkes."
)


@dataclass(frozen=True)
class Family:
    """Filip's case, Kari's: his mother whom he lives with, and his father."""

    case: UUID
    filip: UUID
    anne: UUID
    henrik: UUID


@pytest.fixture
def family(world: World) -> Family:
    with world.as_("Kari Nesheim") as kari:
        filip = Details(given_name="Filip", family_name="Moe", birth_date=date(2017, 4, 2))
        case = cases.open_case(filip, by=kari, at=NOON, reason=Grant.Reason.ASSIGNED)
        both = {"by": kari, "at": NOON, "parental_responsibility": True, "source": "Folkeregisteret 12.10.2026"}
        anne = cases.add_party(case.id, Details(given_name="Anne", family_name="Moe"), "mother", **both)
        henrik = cases.add_party(case.id, Details(given_name="Henrik", family_name="Lie"), "father", **both)
        home = Known(valid_from=date(2024, 8, 1), **CHECKED)
        cases.note_residence(case.id, "one", home, person_id=anne.person_id, by=kari, at=NOON)
    return Family(case.id, case.child_id, anne.person_id, henrik.person_id)


def asked(world: World, family: Family, kind: Kind = Kind.HELP, **more: Any) -> ConsentText:
    with world.as_("Kari Nesheim") as kari:
        words = Asked(kind=kind, body="Råd og veiledning hjemme i seks måneder.", **more)
        return actions.ask_consent(family.case, words, by=kari, at=NOON)


def said(world: World, text: ConsentText, who: UUID, answered: Answered = YES, at: datetime = NOON) -> Consent:
    with world.as_("Kari Nesheim") as kari:
        return actions.record_answer(text.id, who, replace(answered, said_at=min(answered.said_at, at)), by=kari, at=at)


def lacking(world: World, text: ConsentText, today: date = TODAY) -> list[tuple[str, str]]:
    with world.as_("Kari Nesheim"):
        names = {
            str(one.person_id): one.person.given_name for one in queries.standing(text, today=today).people.parties
        }
        found = queries.consents_missing(text.case_id, text.kind, text.subject, text.version, today=today)
        return [(names.get(one.who, ""), one.why) for one in found]


def tasks(world: World) -> list[tuple[str, date | None]]:
    with world.as_("Kari Nesheim"):
        items = Item.objects.filter(subject_kind="consent_text", open=True)
        return sorted((item.title, item.due) for item in items)


def test_the_mothers_written_yes_to_these_words_is_enough_and_the_fathers_no_changes_nothing(
    world: World, family: Family
) -> None:
    text = asked(world, family)
    assert lacking(world, text) == [("Anne", "not_answered")]
    with pytest.raises(NotAllowed, match="informeres|får vite"):
        said(world, text, family.henrik, replace(YES, said=Said.NO, reasons="Vil ikke."))
    made = said(world, text, family.anne)
    assert (made.capacity, made.capacity_source, made.part) == (
        "foreldreansvar",
        "Folkeregisteret 12.10.2026",
        "mother",
    )
    assert lacking(world, text) == []
    assert tasks(world) == []
    with world.as_("Kari Nesheim"):
        assert queries.consent_stands(family.case, text.kind, text.subject, text.version, today=TODAY)
        assert (
            Entry.objects.get(subject=made.id).says
            == "Anne Moe sa ja til hjelpetiltak mens barnet bor hjemme, skriftlig."
        )


def test_nothing_is_asked_before_residence_and_responsibility_are_written(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        case = cases.open_case(Details(given_name="Ida", birth_date=date(2017, 1, 1)), by=kari, at=NOON)
        mother = cases.add_party(case.id, Details(given_name="Mor"), "mother", by=kari, at=NOON)
        text = actions.ask_consent(case.id, Asked(kind=Kind.HELP, body="Veiledning."), by=kari, at=NOON)
        with pytest.raises(NotAllowed, match="hvor barnet bor fast"):
            actions.record_answer(text.id, mother.person_id, YES, by=kari, at=NOON)
    assert [why for _who, why in lacking(world, text)] == ["residence", "responsibility"]


def test_changed_words_close_the_earlier_and_need_a_new_yes(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne)
    with world.as_("Kari Nesheim") as kari:
        words = Asked(kind=Kind.HELP, body="Råd og veiledning hjemme i tolv måneder.", subject=text.subject)
        changed = actions.ask_consent(family.case, words, by=kari, at=NOON + timedelta(hours=1))
        with pytest.raises(NotAllowed, match="lukket"):
            actions.record_answer(text.id, family.anne, YES, by=kari, at=NOON + timedelta(hours=2))
    assert lacking(world, changed) == [("Anne", "other_text")]
    said(world, changed, family.anne, at=NOON + timedelta(hours=2))
    assert lacking(world, changed) == []


def test_words_nobody_was_asked_about_have_no_yes(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne)
    with world.as_("Kari Nesheim"):
        found = queries.consents_missing(family.case, "help_at_home", text.subject, "other words", today=TODAY)
    assert [one.why for one in found] == ["other_text"]


def test_an_oral_yes_holds_and_the_written_one_stands_on_the_agenda_until_it_is_there(
    world: World, family: Family
) -> None:
    text = asked(world, family)
    said(
        world, text, family.anne, replace(YES, form=Form.ORAL, witness="Hanne Dale", interpreter="tigrinja, på telefon")
    )
    assert lacking(world, text) == []
    assert tasks(world) == [("Be Anne Moe om skriftlig samtykke", date(2026, 10, 26))]
    said(world, text, family.anne, at=NOON + timedelta(days=1))
    assert tasks(world) == []


def test_a_no_has_the_persons_own_words_and_a_yes_what_she_was_told(world: World, family: Family) -> None:
    text = asked(world, family)
    with pytest.raises(Incomplete, match="hva som ble sagt"):
        said(world, text, family.anne, replace(YES, said=Said.NO))
    with pytest.raises(Incomplete, match="fikk vite først"):
        said(world, text, family.anne, replace(YES, told=" "))
    with pytest.raises(Incomplete, match="fram i tid"), world.as_("Kari Nesheim") as kari:
        later = replace(YES, said_at=NOON + timedelta(days=1))
        actions.record_answer(text.id, family.anne, later, by=kari, at=NOON)
    said(world, text, family.anne, replace(YES, said=Said.NO, reasons="Vil ikke si hvorfor."))
    assert lacking(world, text) == [("Anne", "refused")]


def test_delt_bosted_from_a_day_puts_the_other_parent_on_the_agenda_for_that_day(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne)
    first = date(2026, 12, 1)
    with world.as_("Kari Nesheim") as kari:
        later = NOON + timedelta(days=40)
        known = Known(valid_from=first, source="Avtalen", checked_on=TODAY)
        cases.note_residence(family.case, "shared", known, by=kari, at=later)
        actions.settle_consents(family.case, today=later.date())
    assert tasks(world) == [("Spør Henrik Lie om samtykke: hjelpetiltak mens barnet bor hjemme", first)]
    assert lacking(world, text, first - timedelta(days=1)) == []
    assert lacking(world, text, first) == [("Henrik", "not_answered")]
    on = datetime(2026, 12, 1, 9, 0, tzinfo=OSLO)
    said(world, text, family.henrik, replace(YES, said_at=on), at=on)
    assert tasks(world) == []


def test_the_child_turns_fifteen_while_it_runs_and_the_day_is_known_beforehand(world: World) -> None:
    with world.as_("Kari Nesheim") as kari:
        vilde = Details(given_name="Vilde", birth_date=date(2011, 11, 24))
        case = cases.open_case(vilde, by=kari, at=NOON)
        both = {"parental_responsibility": True, "source": "Folkeregisteret"}
        anne = cases.add_party(case.id, Details(given_name="Anne"), "mother", by=kari, at=NOON, **both)
        home = Known(valid_from=TODAY, **CHECKED)
        cases.note_residence(case.id, "one", home, person_id=anne.person_id, by=kari, at=NOON)
        text = actions.ask_consent(case.id, Asked(kind=Kind.HELP, body="Besøkshjem."), by=kari, at=NOON)
        actions.record_answer(text.id, anne.person_id, YES, by=kari, at=NOON)
    birthday = date(2026, 11, 24)
    assert tasks(world) == [("Spør Vilde om samtykke: hjelpetiltak mens barnet bor hjemme", birthday)]
    on = datetime(2026, 11, 24, 8, 0, tzinfo=OSLO)
    no = said(world, text, case.child_id, replace(YES, said=Said.NO, said_at=on, reasons="Vil ikke mer."), at=on)
    [(title, due)] = tasks(world)
    assert (title, due) == ("Vilde sa nei. Vurder hva som nå er lovlig å gjøre", birthday)
    with world.as_("Kari Nesheim") as kari:
        actions.choose_after(no.id, "end", reasons="Besøkshjemmet avsluttes.", by=kari, at=on)
    assert tasks(world) == []


def placed(world: World, family: Family) -> ConsentText:
    text = asked(world, family, Kind.PLACEMENT)
    for who in (family.anne, family.henrik):
        said(world, text, who)
    return text


def test_a_yes_to_a_stay_is_taken_back_on_a_saturday_night_and_somebody_is_rung(world: World, family: Family) -> None:
    text = placed(world, family)
    saturday = datetime(2026, 10, 17, 21, 40, tzinfo=OSLO)
    with world.as_("Kari Nesheim") as kari:
        word = Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=saturday, reasons="Vil ha ham hjem.")
        fell = actions.withdraw_consent(text.id, family.anne, word, by=kari, at=saturday)
        with pytest.raises(NotAllowed, match="ikke noe ja"):
            actions.withdraw_consent(text.id, family.anne, word, by=kari, at=saturday)
    with acting("owner"):
        alarm = Alarm.objects.get()
        assert alarm.subject == text.id
        assert "Moe" not in alarm.words
    assert lacking(world, text) == [("Anne", "withdrawn")]
    assert tasks(world) == [("Anne Moe trakk samtykket. Vurder hva som nå er lovlig å gjøre", date(2026, 10, 17))]
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed):
        actions.choose_after(fell.id, "4-3", reasons="Uforsvarlig å flytte i natt.", by=kari, at=saturday)
    with world.as_("Marit Solheim") as marit:
        actions.choose_after(fell.id, "4-3", reasons="Uforsvarlig å flytte i natt.", by=marit, at=saturday)
        assert AfterWithdrawal.objects.get().way == "4-3"
    assert tasks(world) == []


def test_help_at_home_that_loses_its_yes_rings_nobody(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne)
    with world.as_("Kari Nesheim") as kari:
        word = Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=NOON)
        actions.withdraw_consent(text.id, family.anne, word, by=kari, at=NOON)
    with acting("owner"):
        assert not Alarm.objects.exists()


def test_whoever_took_it_back_and_says_yes_again_leaves_nothing_to_assess(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne)
    with world.as_("Kari Nesheim") as kari:
        word = Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=NOON + timedelta(hours=1))
        actions.withdraw_consent(text.id, family.anne, word, by=kari, at=NOON + timedelta(hours=1))
    assert len(tasks(world)) == 1
    again = NOON + timedelta(hours=2)
    said(world, text, family.anne, replace(YES, said_at=again), at=again)
    assert tasks(world) == []
    assert lacking(world, text) == []


def test_a_text_that_is_done_with_leaves_nothing_on_the_agenda(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne, replace(YES, form=Form.ORAL))
    with world.as_("Kari Nesheim") as kari:
        actions.close_text(text.id, reasons="Tiltaket ble ikke noe av.", by=kari, at=NOON)
    assert tasks(world) == []


def test_a_child_in_danger_by_its_own_acts_is_asked_when_it_is_assessed_to_understand(
    world: World, family: Family
) -> None:
    text = asked(world, family, ground=Ground.SELF_ENDANGERING)
    assert ("", "understands") in lacking(world, text)
    with world.as_("Kari Nesheim") as kari:
        why = {"reasons": "Gjenfortalte saken selv.", "assessed_on": TODAY}
        cases.assess_understanding(family.case, understands=True, **why, by=kari, at=NOON)
    assert lacking(world, text) == [("Anne", "not_answered"), ("Filip", "not_answered")]


def test_the_leader_chooses_what_the_law_leaves_open_and_nobody_else(world: World, family: Family) -> None:
    text = asked(world, family)
    why = {"reasons": "Kommuneadvokatens råd.", "valid_from": TODAY}
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed):
        actions.decide_rule("other_holder", "always", **why, by=kari, at=NOON)
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(Incomplete):
            actions.decide_rule("other_holder", "never", **why, by=marit, at=NOON)
        actions.decide_rule("other_holder", "always", **why, by=marit, at=NOON)
    assert lacking(world, text) == [("Anne", "not_answered"), ("Henrik", "not_answered")]
    assert lacking(world, text, TODAY - timedelta(days=1)) == [("Anne", "not_answered")]


def test_what_was_said_cannot_be_unsaid_in_the_database_either(world: World, family: Family) -> None:
    text = asked(world, family)
    said(world, text, family.anne)
    changes: tuple[tuple[type[Any], dict[str, Any]], ...] = (
        (Consent, {"said": "refused", "reasons": "x"}),
        (ConsentText, {"body": "Noe annet."}),
        (Residence, {"living": "neither", "person": None}),
    )
    for model, change in changes:
        for way in ("owner", None):
            with pytest.raises(ProgrammingError), transaction.atomic():
                if way:
                    with acting("owner"):
                        model.objects.update(**change)
                else:
                    with world.as_("Kari Nesheim"):
                        model.objects.update(**change)


def test_a_colleague_without_the_case_neither_sees_nor_answers(world: World, family: Family) -> None:
    text = asked(world, family)
    made = said(world, text, family.anne)
    with world.as_("Ola Brandvold") as ola:
        assert not Consent.objects.exists()
        for act in (
            lambda: queries.consents_missing(family.case, "help_at_home", text.subject, text.version, today=TODAY),
            lambda: actions.record_answer(text.id, family.anne, YES, by=ola, at=NOON),
            lambda: actions.choose_after(made.id, "end", reasons="Nysgjerrig.", by=ola, at=NOON),
        ):
            with pytest.raises(NotFound):
                act()
