"""Story 9: help refused, and the way back. The parents say no, and the law leaves one narrow door open for six months.

The parents are told of the door in the decision itself; nobody can put it there afterwards, and it closes by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.desk import arrive
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.rules import Kind, required
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN
from oppvekst.domain.investigations.tests.talks import AT_SCHOOL
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import visits
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as read
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import DESK, Browser, browser, words
from tests.world import SOLVIK, World


def on(day: int, month: int, hour: int = 10) -> datetime:
    return datetime(2026, month, day, hour, 0, tzinfo=OSLO)


KARI, MARIT = "Kari Nesheim", "Marit Solheim"
CONCERN, REVIEWED, DISMISSED, MAUNDY_THURSDAY = on(12, 1), on(16, 1), on(31, 3), on(2, 4)
AGAIN = on(14, 9)
TRINE, ROAR = synthetic(date(1984, 5, 2), Sex.FEMALE), synthetic(date(1982, 8, 9), Sex.MALE)
PARENTS = (("Trine", Party.Part.MOTHER, TRINE), ("Roar", Party.Part.FATHER, ROAR))
GUIDANCE = "Råd og veiledning hjemme, en gang i uka."
SAID_NO = "Trine og Roar sa nei i møtet 24. mars 2026. De mener at de klarer det selv."
WHY_AGAIN = "Skolen ser det samme som i januar, og Mathias sier at det ikke er bedre."
CLAUSE = actions.Terms(
    kind=Kind.DISMISSAL_REOPEN, title="Undersøkelsen er avsluttet uten tiltak, og kan tas opp igjen",
    recommended=GUIDANCE, refused_by_parents=True,
)  # fmt: skip
PLAIN = actions.Terms(kind=Kind.DISMISSAL)

type At = Callable[[datetime], Browser]


@dataclass(frozen=True)
class Mathias:
    """His case, the school's concern of January, and what came of it."""

    case: UUID
    concern: UUID
    investigation: UUID


@pytest.fixture
def mathias(world: World) -> Mathias:
    return investigated(world)


@pytest.fixture
def at(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> At:
    """Kari at the desk, on a day."""

    def stand(moment: datetime) -> Browser:
        settings.FACE, settings.ROOT_URLCONF = "desk", DESK
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return browser(world, KARI)

    return stand


def investigated(world: World, *, since: datetime = CONCERN, reviewed: datetime = REVIEWED) -> Mathias:
    """The school is worried, and Kari opens an investigation."""
    child = ReportedChild(name="Mathias Haugen", birth_date=date(2014, 6, 3), family_knows=True)
    concern = arrive(world, children=(child,), at=since)
    with world.as_(KARI) as kari:
        concerns.assess_immediate(concern, False, "Trygg i dag.", by=kari, at=since)
        concerns.take(concern, by=kari, at=since)
        details = Details(given_name="Mathias", family_name="Haugen", birth_date=date(2014, 6, 3))
        case = concerns.register_child(concern, details, by=kari, at=since)
        for name, part, number in PARENTS:
            who = Details(given_name=name, family_name="Haugen", number=number, environment="test")
            cases.add_party(
                case.id, who, part, by=kari, at=since, parental_responsibility=True, lives_with_child=True,
                source="Folkeregisteret",
            )  # fmt: skip
        found = investigations.open_investigation(
            concern, reasons="Mye fravær, og uro hjemme.", responsible=kari.person, by=kari, at=reviewed
        )
        investigations.save_plan(found.id, WHOLE_PLAN, by=kari, at=reviewed)
    return Mathias(case.id, concern, found.id)


def heard(world: World, mathias: Mathias, at: datetime) -> None:
    """Kari talks with Mathias, reads his words back to him, and weighs them; then she begins the summary."""
    with world.as_(KARI) as kari:
        said = replace(AT_SCHOOL, held_at=at, words="Jeg vil at de skal få hjelp.")
        talk = investigations.write_talk(mathias.case, said, investigation_id=mathias.investigation, by=kari, at=at)
        investigations.read_back(talk.id, "agreed", read=1, by=kari, at=at)
        investigations.weigh(talk.id, "Stor vekt, men han er elleve og ikke part.", by=kari, at=at)
        investigations.set_participation(mathias.investigation, code="1.1", reasons="", by=kari, at=at)
        investigations.begin_concluding(mathias.investigation, participation="1.1", child_heard=True, by=kari, at=at)


def written(world: World, mathias: Mathias, terms: actions.Terms, at: datetime) -> Decision:
    """Kari writes the decision; the parents have said no in a meeting, so a notice would tell them nothing."""
    heard(world, mathias, at)
    with world.as_(KARI) as kari:
        draft = actions.open_decision(mathias.case, terms, investigation_id=mathias.investigation, by=kari, at=at)
        for part in required(terms.kind):
            told = SAID_NO if part.key == "reopening" else f"{part.nb}."
            actions.save_text(draft.id, part.key, told, seen=0, by=kari, at=at)
        actions.skip_notice(draft.id, reasons="Foreldrene fikk si sin mening i møtet.", by=kari, at=at)
    return draft


def signed(world: World, draft: Decision, at: datetime) -> Decision:
    with world.as_(MARIT) as marit:
        return actions.sign(draft.id, by=marit, at=at)


def dismissed(world: World, mathias: Mathias, terms: actions.Terms = CLAUSE, at: datetime = DISMISSED) -> Decision:
    return signed(world, written(world, mathias, terms, at), at)


def sent(world: World, mathias: Mathias, decision: Decision, pager: FolderPager) -> dict[str, Copy]:
    """On Maundy Thursday it lies ready for both of them, and their phones have said so."""
    found = {}
    with world.as_(KARI) as kari:
        for number, one in enumerate(Addressee.objects.filter(decision=decision, party__part__in=("mother", "father"))):
            assert one.party
            cases.open_my_page(mathias.case, one.party.person_id, by=kari, at=DISMISSED)
            found[one.name.split()[0]] = actions.dispatch(
                one.id, Route.DIGITAL, phone=f"0000993{number}", by=kari, at=MAUNDY_THURSDAY
            )
    assert jobs.tell(at=MAUNDY_THURSDAY, pager=pager) == 2
    return found


def window(mathias: Mathias, **only: Any) -> list[date | None]:
    found = Item.objects.filter(subject=mathias.investigation, rule__startswith="D16", **only)
    return list(found.order_by("due").values_list("due", flat=True))


def reopened(world: World, mathias: Mathias, told_on: date | None, at: datetime = AGAIN) -> Investigation:
    with world.as_(KARI) as kari:
        return investigations.reopen(
            mathias.investigation, reasons=WHY_AGAIN, conditions_met=True, parents_told_on=told_on, by=kari, at=at
        )


def test_january_s_concern_is_to_be_reviewed_in_a_week_and_investigated_by_a_sunday_in_april(
    world: World, mathias: Mathias
) -> None:
    with world.as_(KARI):
        review = items_of(mathias.concern).get(rule="D01")
        assert (review.due, review.due.weekday()) == (date(2026, 1, 19), 0)  # type: ignore[union-attr]
        end = Item.objects.get(subject=mathias.investigation, rule="D11")
    assert (end.due, end.target) == (date(2026, 4, 19), date(2026, 4, 17))
    assert (end.due.strftime("%a"), end.target.strftime("%a")) == ("Sun", "Fri")  # type: ignore[union-attr]


def test_only_the_parents_no_to_help_that_was_recommended_opens_the_way_back(world: World, mathias: Mathias) -> None:
    draft = written(world, mathias, replace(CLAUSE, refused_by_parents=False), DISMISSED)
    with world.as_(MARIT) as marit, pytest.raises(NotAllowed, match="Bare foreldrenes nei til anbefalt hjelp"):
        actions.sign(draft.id, by=marit, at=DISMISSED)
    with world.as_(KARI) as kari:
        actions.set_terms(draft.id, replace(CLAUSE, recommended=""), by=kari, at=DISMISSED)
    with world.as_(MARIT) as marit, pytest.raises(Incomplete, match="Skriv hvilken hjelp dere anbefalte"):
        actions.sign(draft.id, by=marit, at=DISMISSED)
    assert Investigation.objects.get().concluded_on is None
    with world.as_(KARI) as kari:
        actions.set_terms(draft.id, CLAUSE, by=kari, at=DISMISSED)
    signed(world, draft, DISMISSED)
    found = Investigation.objects.get()
    assert (found.state, found.conclusion, found.concluded_on) == (
        "closed_dismissed_with_reopen",
        "4",
        date(2026, 3, 31),
    )
    assert (found.refused_by, found.measures_recommended, found.refusal_documented) == ("parents", GUIDANCE, SAID_NO)
    assert (found.decision, found.reopening_fixed) == (draft.id, True)


def test_what_was_not_in_the_decision_is_not_put_there_afterwards(world: World, mathias: Mathias) -> None:
    decision = dismissed(world, mathias, PLAIN)
    with world.as_(KARI) as kari, pytest.raises(NotAllowed, match="undertegnet og kan ikke endres"):
        actions.set_terms(decision.id, CLAUSE, by=kari, at=MAUNDY_THURSDAY)
    assert window(mathias) == []
    with pytest.raises(NotAllowed):
        reopened(world, mathias, AGAIN.date())
    # Nor by another decision about the same: the investigation has ended, and ends once.
    with world.as_(KARI) as kari:
        late = actions.open_decision(
            mathias.case, CLAUSE, investigation_id=mathias.investigation, by=kari, at=MAUNDY_THURSDAY
        )
        for part in required(CLAUSE.kind):
            actions.save_text(late.id, part.key, SAID_NO, seen=0, by=kari, at=MAUNDY_THURSDAY)
        actions.skip_notice(late.id, reasons="Alt er sagt.", by=kari, at=MAUNDY_THURSDAY)
    with pytest.raises(NotAllowed, match="Det kan ikke legges til etterpå"):
        signed(world, late, MAUNDY_THURSDAY)
    assert (Investigation.objects.get().state, window(mathias)) == ("closed_dismissed", [])


def test_available_on_maundy_thursday_it_can_be_appealed_until_a_thursday_three_weeks_later(
    world: World, mathias: Mathias, tmp_path: Path
) -> None:
    decision = dismissed(world, mathias)
    assert decision.signed_at == DISMISSED
    sent(world, mathias, decision, FolderPager(tmp_path))
    with acting("owner"):
        parents = {one.name: one for one in Addressee.objects.filter(decision=decision).exclude(party__part="child")}
        assert {one.appeal_due for one in parents.values()} == {date(2026, 4, 23)}
        assert {one.available_at for one in parents.values()} == {MAUNDY_THURSDAY}
        # He is eleven: he is told in his own way, and no copy goes to him.
        assert not Copy.objects.exclude(addressee__in=parents.values()).exists()
    with world.as_(KARI):
        for one in parents.values():
            assert items_of(one.id).get(rule="D103").due == date(2026, 4, 23)


def test_the_school_is_told_within_three_weeks_that_it_ended_without_help_and_not_why(
    world: World, mathias: Mathias
) -> None:
    with world.as_(KARI) as kari:
        concerns.send_feedback(mathias.concern, route="letter", by=kari, at=REVIEWED)
    dismissed(world, mathias)
    with world.as_(KARI) as kari:
        owed = items_of(mathias.concern).get(rule="D06")
        assert (owed.open, owed.due) == (True, date(2026, 4, 21))
        answer = concerns.send_feedback(mathias.concern, route="letter", by=kari, at=on(7, 4))
        assert not items_of(mathias.concern).get(rule="D06").open
    assert "Undersøkelsen ble avsluttet tirsdag 31. mars 2026." in answer.text
    assert "Vi følger ikke opp barnet og familien videre." in answer.text
    for why in ("nei", "foreldre", "veiledning", "Trine", "Roar", "seks måneder", "igjen"):
        assert why not in answer.text


def test_the_window_stands_until_the_last_of_september_and_reminds_quietly_twice(
    world: World, mathias: Mathias, at: At
) -> None:
    dismissed(world, mathias)
    assert window(mathias, open=True) == [date(2026, 8, 31), date(2026, 9, 14), date(2026, 9, 30)]
    assert {item.assignee for item in Item.objects.filter(rule__startswith="D16")} == {world.staff[KARI].id}
    kari = at(on(1, 9))
    page = words(kari.see(f"/undersokelser/{mathias.investigation}/"))
    assert "Kan åpnes igjen uten ny melding til og med onsdag 30. september" in page
    assert "Se om undersøkelsen bør åpnes igjen, mens den ennå kan" in words(kari.see("/min-dag/"))


def test_it_is_started_again_when_the_parents_are_told_the_same_day_and_is_related_to_january_s_concern(
    world: World, mathias: Mathias, at: At
) -> None:
    dismissed(world, mathias)
    kari = at(AGAIN)
    form = f"/undersokelser/{mathias.investigation}/apne-igjen/"
    assert "onsdag 30. september 2026" in words(kari.see(form))
    typed: dict[str, Any] = {"reasons": WHY_AGAIN, "conditions_met": "on"}
    stopped = words(kari.send(form, status=422, **typed))
    assert "Foreldrene skal informeres når ny undersøkelse settes i gang." in stopped
    assert WHY_AGAIN in stopped
    with pytest.raises(Incomplete, match="Foreldrene skal informeres"):
        reopened(world, mathias, date(2026, 9, 11))
    led_to = kari.send(form, **typed, parents_told="on").partition("?")[0]
    new = Investigation.objects.get(reopens=mathias.investigation)
    assert led_to == f"/undersokelser/{new.id}/"
    assert (new.opened_on, new.reasons, new.concern_id) == (AGAIN.date(), WHY_AGAIN, mathias.concern)
    assert Concern.objects.count() == 1
    end = Item.objects.get(subject=new.id, rule="D11-reopened")
    assert (end.due, end.due.strftime("%a")) == (date(2026, 12, 14), "Mon")  # type: ignore[union-attr]
    assert "Loven sier ikke hvor fristen starter" in end.interpretation
    assert window(mathias, open=True) == []
    page = words(kari.see(led_to))
    assert "Registeret vil ha en melding bak hver undersøkelse, så den hører til den første." in page
    assert WHY_AGAIN in page
    with world.as_(KARI):
        assert Concern.objects.get().number in page


def test_the_day_after_its_window_only_a_new_concern_opens_another_family_s(world: World, at: At) -> None:
    ended = on(13, 3)
    other = investigated(world, since=on(5, 1), reviewed=on(9, 1))
    dismissed(world, other, at=ended)
    assert window(other, open=True)[-1] == date(2026, 9, 13)
    kari = at(AGAIN)
    page = words(kari.see(f"/undersokelser/{other.investigation}/"))
    assert (
        "Åpne undersøkelse på nytt § 2-5 tredje ledd De seks månedene er over. Bare en ny melding kan åpne denne."
        in page
    )
    assert f"/undersokelser/{other.investigation}/apne-igjen/" not in kari.see(f"/undersokelser/{other.investigation}/")
    with pytest.raises(NotAllowed, match="Bare en ny melding kan åpne denne") as late:
        reopened(world, other, AGAIN.date())
    assert str(late.value.citation) == "bvl § 2-5 (3)"


def test_from_the_first_day_the_parents_read_on_my_page_that_it_may_happen_and_until_when(
    world: World, mathias: Mathias, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copies = sent(world, mathias, dismissed(world, mathias), FolderPager(tmp_path))
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    monkeypatch.setattr(timezone, "now", lambda: MAUNDY_THURSDAY)
    for name, number in (("Trine", TRINE), ("Roar", ROAR)):
        client = Client(headers={"sec-fetch-site": "same-origin"})
        with acting("mypage"):
            client.cookies[VISIT] = visits.start(number, municipality=SOLVIK, level="idporten-loa-high")
        page = words(str(client.get(f"/vedtak/{copies[name].id}/").content, "utf-8"))
        assert "Du kan klage til og med torsdag 23. april 2026." in page
        assert SAID_NO in page
        assert "onsdag 30. september 2026" in page
    with acting("owner"):
        copy = Copy.objects.get(id=copies["Trine"].id)
    letter = read(Letter(bytes(copy.pdf), copy.sha256, copy.pages))
    assert "Ny undersøkelse kan bli startet" in letter
