"""Story 21: Geir's group for newly arrived families, from the first evening to the year's figures (2026).

Prevention all the way; and where it ceases to be, a new enquiry by the ordinary door, of which the group knows nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.models import Application, Concern
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who, Wish
from oppvekst.domain.prevention import actions
from oppvekst.domain.prevention.models import Booking, Evening, HeldDiscussion, SignUp
from oppvekst.domain.prevention.portal.forms import SignUpForm
from oppvekst.domain.prevention.rules import Place
from oppvekst.domain.prevention.tests.asking import EVENINGS
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from tests.desk import Browser, opened_desk, words
from tests.world import World

GEIR, MARIT, HANNE = "Geir Aasen", "Marit Solheim", "Hanne Dale"
AUGUST = datetime(2026, 8, 24, 10, 0, tzinfo=OSLO)
THURSDAYS = [date(2026, 9, 17) + timedelta(weeks=week) for week in range(8)]
EIGHT, FIFTEEN, TWENTY_SECOND = (datetime(2026, 10, day, 19, 45, tzinfo=OSLO) for day in (8, 15, 22))
AFTER = datetime(2026, 11, 6, 9, 0, tzinfo=OSLO)
FAMILIES = ("Selam", "Amir", "Farida", "Yonas", "Olena", "Zebib", "Karim", "Nasrin", "Tesfay", "Lula", "Oksana")
INTERPRETER = {
    "language": "ti", "name": "Haile Tekle", "relation": "stranger", "competence": "qualified", "why": "",
    "first_on": "17.9.2026", "last_on": "5.11.2026",
}  # fmt: skip
ABOUT_SLEEP = {
    "body": "parent", "topic": "everyday", "age": "0_2", "way": "group", "minutes": "15", "advice": ["listened"],
    "held_on": "8.10.2026", "words": "", "kept_reason": "",
}  # fmt: skip


@pytest.fixture
def group(world: World) -> UUID:
    """Eight evenings, with eleven families who have a place."""
    with world.as_(GEIR) as geir:
        group_id = actions.arrange_group(EVENINGS, by=geir, at=AUGUST)
        actions.publish_group(group_id, by=geir, at=AUGUST)
    for place, name in enumerate(FAMILIES):
        with world.at_portal() as somebody:
            family = Place(name=name, phone=f"000012{place:02}", adults=1, language="ti", interpreter="ti")
            sign_up = actions.sign_up(group_id, family, by=somebody, at=AUGUST + timedelta(days=1, minutes=place))
        with world.as_(GEIR) as geir:
            actions.confirm_place(sign_up.id, by=geir, at=AUGUST + timedelta(days=2))
    return group_id


@pytest.fixture
def sit_down(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Somebody at the desk, on a day."""
    come = opened_desk(world, settings, monkeypatch, at=AUGUST)

    def on(at: datetime, who: str = GEIR) -> Browser:
        monkeypatch.setattr(timezone, "now", lambda: at)
        return come(who)

    return on


def test_1_eight_evenings_are_held_and_who_came_is_numbers(group: UUID, sit_down: Any) -> None:
    one = f"/forebygging/grupper/{group}/"
    page = words(sit_down(AUGUST).see(one))
    assert "Torsdag 17. september" in page
    assert "Torsdag 5. november" in page
    for day in THURSDAYS:
        geir = sit_down(datetime(day.year, day.month, day.day, 20, 0, tzinfo=OSLO))
        geir.send(f"{one}oppmote/", held_on=f"{day:%d.%m.%Y}", families="9", adults="12", children="7")
    assert Evening.objects.count() == 8
    assert "9 familier, 12 voksne, 7 barn" in words(geir.see(one))
    assert not Case.objects.exists()
    assert not [entry for entry in Entry.objects.all() if entry.case_id or "Selam" in f"{entry.says} {entry.facts}"]


def test_2_the_interpreters_are_qualified_and_no_participants_child_interprets(group: UUID, sit_down: Any) -> None:
    geir, one = sit_down(AUGUST), f"/forebygging/grupper/{group}/tolk/"
    for language in ("ti", "prs"):
        geir.send(one, **INTERPRETER | {"language": language})
    refused = geir.send(one, status=409, **INTERPRETER | {"name": "Abel", "relation": "child"})
    assert "Barn skal ikke tolke" in refused
    later = INTERPRETER | {"competence": "dispensation", "why": "Ingen ledig.", "last_on": "1.1.2027"}
    assert "31. desember 2026" in geir.send(one, status=422, **later)
    assert set(Booking.objects.values_list("language", "competence")) == {("ti", "qualified"), ("prs", "qualified")}


def test_3_the_sign_up_asks_for_language_and_child_care_and_nothing_about_the_children() -> None:
    assert set(SignUpForm.base_fields) == {
        "name", "phone", "adults", "language", "interpreter", "children_to_mind",
    }  # fmt: skip
    kept = {field.name for field in SignUp._meta.fields}
    assert not kept & {"words", "about", "why", "children", "needs"}


def test_4_selam_asks_about_sleep_and_typing_her_name_brings_the_warning(group: UUID, sit_down: Any) -> None:
    geir = sit_down(EIGHT)
    page = geir.send("/forebygging/drofting/ny/", status=422, **ABOUT_SLEEP | {"words": "selam spør om søvn"})
    assert "«selam» ser ut som et navn." in page
    assert not HeldDiscussion.objects.exists()
    geir.send("/forebygging/drofting/ny/", **ABOUT_SLEEP)
    row = HeldDiscussion.objects.get()
    assert (row.topic, row.age, row.words) == ("everyday", "0_2", "")
    assert not Case.objects.exists()


def applied(world: World) -> Application:
    """Thu 15 Oct: Geir helps Selam fill in the ordinary application."""
    message = ConcernMessage(
        channel="portal", danger="no", sender=Sender(who=Who.PARENT, name="Selam Haile", phone="00001200"),
        children=(ReportedChild(name="Abel Haile"),), said=(Said("help", "Jeg trenger hjelp til kveldene."),),
        wish=Wish.HELP, help_wanted="Veiledning hjemme om kveldene.", language="ti", interpreter="ti",
    )  # fmt: skip
    with world.at_portal() as somebody:
        concerns.receive(message, by=somebody, at=FIFTEEN)
    return Application.objects.get()


def reported(world: World) -> Concern:
    """Thu 22 Oct: Geir has reason to believe that a child is beaten, and writes at once in his own name."""
    message = ConcernMessage(
        channel="portal", danger="no", children=(ReportedChild(name="Idris Karimi"),), triggers=("a",),
        sender=Sender(who=Who.PUBLIC, code="5", name=GEIR, phone="00009721", body="Forebyggende tjeneste"),
        said=(Said("facts", "Faren sa at han slår når gutten ikke hører."),),
    )  # fmt: skip
    with world.at_portal() as somebody:
        (concern_id,) = concerns.receive(message, by=somebody, at=TWENTY_SECOND).concerns
    return Concern.objects.get(id=concern_id)


def test_5_her_application_is_a_real_enquiry_with_a_date_and_word_owed_within_a_month(world: World) -> None:
    application = applied(world)
    assert application.received_at == FIFTEEN
    owed = Item.objects.get(subject=application.id)
    assert (owed.rule, owed.due) == ("fvl-11a", date(2026, 11, 15))
    assert owed.title == "Svar på søknaden om hjelp med et vedtak"


def test_6_geirs_own_duty_is_a_named_concern_by_the_ordinary_door_reviewed_in_a_week(
    world: World, sit_down: Any
) -> None:
    page = words(sit_down(TWENTY_SECOND).see("/forebygging/drofting/"))
    assert "Skriv meldingen i ditt eget navn, som en ny melding. Si det til den du snakket med" in page
    concern = reported(world)
    assert concern.enquiry.reporter_code == "5"
    assert Item.objects.get(subject=concern.id, rule="D01").due == date(2026, 10, 29)
    with world.as_(HANNE) as hanne:
        concerns.take(concern.id, by=hanne, at=TWENTY_SECOND)
    assert not HeldDiscussion.objects.exists(), "meldingen er en ny melding, og henger ikke på noe i gruppa"


def test_7_and_8_the_group_and_the_years_figures_show_nothing_of_either(
    world: World, group: UUID, sit_down: Any
) -> None:
    test_1_eight_evenings_are_held_and_who_came_is_numbers(group, sit_down)
    sit_down(EIGHT).send("/forebygging/drofting/ny/", **ABOUT_SLEEP)
    before = _seen_by(sit_down(AFTER), group)
    applied(world)
    reported(world)
    after = _seen_by(sit_down(AFTER), group)
    assert after == before
    for who in (GEIR, MARIT):
        figures = words(sit_down(AFTER, who).see("/forebygging/tall/?ar=2026"))
        for told in ("Anonyme drøftinger under 5", "Grupper 1", "Gruppekvelder 8", "Familier i gruppene 11"):
            assert told in figures
        assert not [name for name in ("Selam", "Idris", "Abel") if name in figures]


def _seen_by(one: Browser, group: UUID) -> list[str]:
    """What the preventive service sees of the group and of the year."""
    addresses = (
        f"/forebygging/grupper/{group}/",
        "/forebygging/tall/?ar=2026",
        "/forebygging/drofting/",
        "/forebygging/",
    )
    return [words(one.see(address)) for address in addresses]
