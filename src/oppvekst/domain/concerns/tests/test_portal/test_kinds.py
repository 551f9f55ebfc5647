"""Every kind of writer, from the first page to the receipt, and what came to lie in the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import REPORTERS
from oppvekst.domain.concerns.tests.test_portal.conftest import Stored, Visitor
from oppvekst.ground.agenda.worklist import items_of, untaken
from oppvekst.law.identity import synthetic
from tests.world import World

type Look = Callable[[], Stored]

JONAS = synthetic(date(2017, 4, 2), "male")

NEIGHBOUR = {
    "fare": {"danger": "no"},
    "anonymitet": {"anonymity": "service_only"},
    "barn/1": {"name": "Emil", "age": "rundt 6 år", "where": "Bjørkeveien 9"},
    "fortell": {"worry": "Det er mye skriking om kvelden.\r\n\r\nDen minste sto ute uten jakke."},
    "mer": {"history": "Siden i sommer."},
    "foreldre": {"adults": "Mor heter Lise", "interpreter": "polsk"},
    "kjenner": {"relation": "neighbour"},
    "deg": {"name": "Bjørn Lunde", "phone": "00 00 12 40", "safe": "Ikke ring etter klokka 20"},
}
CHILD = {
    "fare": {"danger": "unknown"},
    "hvem": {"about": "siblings"},
    "fortell": {"worry": "Pappa blir så sint."},
    "meg": {"name": "Emma", "age": "10", "school": "Solvik skole, 5B"},
    "sosken/1": {"name": "Noah", "age": "4"},
    "hjelp": {"wants_help": "yes", "help_words": "At noen snakker med pappa"},
    "svar": {"way": "school", "when": "Læreren min, i storefri", "phone": "00 00 55 55", "secret_from": "Pappa"},
}
PARENT = {
    "fare": {"danger": "no"},
    "hva": {"wish": "help"},
    "barn/1": {"name": "Mathias", "birth_date_day": "3", "birth_date_month": "4", "birth_date_year": "2015"},
    "hjelp": {"help_words": "Avlastning i helgene"},
    "foresatte/1": {"name": "Henrik", "relation": "far", "phone": "00 00 77 77"},
    "deg": {"name": "Anne Berg", "email": "anne@eksempel.no", "other_may_know": "no", "interpreter": "tigrinja"},
}
SCHOOL = {
    "fare": {"danger": "no"},
    "deg": {
        "name": "Anja Holte", "role": "Lærer", "body": "Solvik skole", "code": "11", "phone": "00 00 12 40",
        "street": "Skoleveien 1", "postal_code": "9998", "postal_place": "Solvik", "body_number": "958 935 420",
    },
    "barn/1": {"name": "Jonas Strand", "number": JONAS},
    "barn/2": {"name": "Leah Moe Strand", "age": "6"},
    "grunn": {"triggers": ["a", "c"]},
    "sett": {"facts": "Jonas hadde merker på armen.", "interpretation": "Vi er redde for ham."},
    "gjort": {"history": "Siden august.", "done": "Samtale med mor.", "views": "Mor sier han falt.", "bodies": "Helsesykepleier"},
    "familien": {"family_knows": "no", "family_words": "Redd for slag", "safe_now": "no"},
    "foresatte/1": {"name": "Ronny Moe", "relation": "far"},
    "tolk": {"interpreter": "somali"},
    "oss": {"own_house": ""},
}  # fmt: skip


def test_a_neighbour_named_to_the_service_only(visitor: Visitor, stored: Look) -> None:
    receipt = visitor.gets_receipt("privat", NEIGHBOUR)
    assert "Senest lørdag 14. november" in receipt
    assert "Senest lørdag 28. november" in receipt
    found = stored()
    assert (found.enquiry.reporter, found.enquiry.reporter_code, found.enquiry.anonymity) == (
        "private",
        "4",
        "service_only",
    )
    assert (found.enquiry.name, found.enquiry.phone, found.enquiry.relation) == ("Bjørn Lunde", "00001240", "Nabo")
    assert (found.enquiry.channel, found.enquiry.language, found.enquiry.interpreter) == ("portal", "nb", "polsk")
    (emil,) = found.concerns
    assert (emil.child_name, emil.child_age, emil.child_address["lines"]) == ("Emil", "rundt 6 år", ["Bjørkeveien 9"])
    assert found.words["worry"] == ["Det er mye skriking om kvelden.", "Den minste sto ute uten jakke."]
    assert found.words["history"] == ["Siden i sommer."]
    assert emil.guardians[0]["name"] == "Mor heter Lise"


def test_a_relative_has_a_code_of_its_own_in_the_register(visitor: Visitor, stored: Look) -> None:
    visitor.gets_receipt("privat", {**NEIGHBOUR, "kjenner": {"relation": "family"}})
    assert stored().enquiry.reporter_code == "3"


def test_a_child_asks_for_help_for_itself_and_a_brother_and_is_answered_where_it_is_safe(
    visitor: Visitor, stored: Look, world: World
) -> None:
    receipt = visitor.gets_receipt("barn", CHILD)
    assert "på den måten du har valgt" in receipt
    assert receipt.index("116 111") < receipt.index("op-foot")
    found = stored()
    assert [concern.child_name for concern in found.concerns] == ["Emma", "Noah"]
    assert (found.enquiry.reporter, found.enquiry.reporter_code, found.enquiry.phone) == ("child", "1", "")
    assert found.enquiry.safe_way == "På skolen. Læreren min, i storefri. Må ikke få vite det: Pappa"
    assert all(concern.hold_back_asked for concern in found.concerns)
    assert found.words == {"child": ["Pappa blir så sint."]}
    assert found.application is not None
    assert found.application.words == "At noen snakker med pappa"
    assert found.enquiry.wish == "both"
    with world.as_("Bjørn Haugli") as bjorn:
        assert untaken(bjorn).count() == 1


def test_a_youth_may_give_a_phone_when_that_is_the_safe_way(visitor: Visitor, stored: Look) -> None:
    safe = {"way": "phone", "phone": "00 00 55 55"}
    visitor.gets_receipt("ungdom", {**CHILD, "hvem": {"about": "me"}, "hjelp": {"wants_help": "no"}, "svar": safe})
    found = stored()
    assert (found.enquiry.reporter, found.enquiry.phone) == ("youth", "00005555")
    assert found.application is None


def test_a_child_may_say_no_name_and_want_no_contact(visitor: Visitor, stored: Look) -> None:
    receipt = visitor.gets_receipt("barn", {**CHILD, "hvem": {"about": "me"}, "meg": {}, "svar": {"way": "none"}})
    assert "Vi tar ikke kontakt med deg" in receipt
    assert stored().concerns[0].child_name == ""


def test_a_youth_worries_about_a_friend_and_is_another_private_person_to_the_register(
    visitor: Visitor, stored: Look
) -> None:
    friend = {"barn/1": {"name": "Ada", "school": "Solvik ungdomsskole"}, "navn": {"own_name": "Mo"}}
    visitor.gets_receipt("ungdom", {**CHILD, **friend, "hvem": {"about": "others"}})
    found = stored()
    assert (found.enquiry.reporter, found.enquiry.reporter_code, found.enquiry.name) == ("youth", "4", "Mo")
    assert [concern.child_name for concern in found.concerns] == ["Ada"]
    assert "worry" in found.words


def test_a_parent_who_asks_for_help_only_makes_an_application(visitor: Visitor, stored: Look) -> None:
    receipt = visitor.gets_receipt("forelder", PARENT)
    assert "søknaden om hjelp" in receipt
    assert "Senest mandag 7. desember" in receipt
    found = stored()
    assert found.application is not None
    assert (found.application.applicant, found.application.words) == ("parent", "Avlastning i helgene")
    (mathias,) = found.concerns
    assert (mathias.child_birth_date, mathias.hold_back_asked) == (date(2015, 4, 3), True)
    assert found.enquiry.wish == "help"
    assert mathias.guardians[0]["relation"] == "far"


def test_a_parent_may_be_worried_and_anonymous(visitor: Visitor, stored: Look) -> None:
    worried = {
        "hva": {"wish": "worry"},
        "anonymitet": {"anonymity": "anonymous"},
        "fortell": {"worry": "Han er redd der."},
    }
    visitor.gets_receipt("forelder", {**PARENT, **worried})
    found = stored()
    assert (found.enquiry.reporter_code, found.enquiry.name, found.application) == ("23", "", None)
    assert found.enquiry.wish == "worry"


def test_a_parent_who_is_worried_and_wants_help_sends_both(visitor: Visitor, stored: Look) -> None:
    visitor.gets_receipt("forelder", {**PARENT, "hva": {"wish": "both"}, "fortell": {"worry": "Han er redd der."}})
    found = stored()
    assert (found.enquiry.wish, found.application is not None) == ("both", True)
    assert "Han er redd der." in found.words["worry"]


def test_a_teacher_reports_two_children_under_the_duty(visitor: Visitor, stored: Look, world: World) -> None:
    receipt = visitor.gets_receipt("ansatt", SCHOOL)
    assert "Du får ett svar for hvert barn" in receipt
    found = stored()
    assert (found.enquiry.reporter_code, found.enquiry.role, found.enquiry.body_number) == ("11", "Lærer", "958935420")
    assert found.enquiry.body_address == {"lines": ["Skoleveien 1"], "postal_code": "9998", "postal_place": "Solvik"}
    jonas, leah = found.concerns
    assert (jonas.child_number, leah.child_name, leah.child_age) == (JONAS, "Leah Moe Strand", "6")
    assert (leah.triggers, leah.family_knows, leah.hold_back_asked) == (["a", "c"], False, True)
    assert leah.other_bodies == "Helsesykepleier"
    assert set(found.words) == {"facts", "interpretation", "history", "done", "other_views"}
    with world.as_("Hanne Dale"):
        assert {item.rule: item.due for item in items_of(leah.id)}["D05"] == date(2026, 11, 28)


def test_the_reporters_to_choose_among_are_professionals_with_codes_of_today(visitor: Visitor) -> None:
    page = visitor.reads("/meld/ansatt/deg/")
    assert ">Lege / Sykehus<" in page
    for code in ("1", "2", "3", "4", "15", "23"):
        assert f'<option value="{code}">' not in page
        assert f">{REPORTERS.get(code).text}<" not in page


def test_a_midwife_writes_about_a_child_that_is_not_born(visitor: Visitor, stored: Look) -> None:
    unborn = {
        "unborn": "on", "mother": "Linn Aasen", "due_date_day": "14", "due_date_month": "2", "due_date_year": "2027",
        "mother_agrees": "yes",
    }  # fmt: skip
    only = {name: answer for name, answer in SCHOOL.items() if name != "barn/2"}
    visitor.gets_receipt("ansatt", {**only, "barn/1": unborn})
    (concern,) = stored().concerns
    assert (concern.unborn, concern.due_date, concern.consent_of_pregnant) == (True, date(2027, 2, 14), True)
    assert concern.child_name == "Ufødt barn av Linn Aasen"
    assert {"Linn Aasen", "Ronny Moe"} == {guardian["name"] for guardian in concern.guardians}


def test_a_concern_about_one_of_our_own_homes_takes_another_way(visitor: Visitor, stored: Look, world: World) -> None:
    visitor.gets_receipt("privat", {**NEIGHBOUR, "oss": {"own_house": "foster_home"}})
    (concern,) = stored().concerns
    assert concern.own_house == "foster_home"
    with world.as_("Hanne Dale"):
        assert not Concern.objects.exists()
    with world.as_("Marit Solheim"):
        assert Concern.objects.exists()


@pytest.mark.parametrize("kind", ["barn", "ungdom", "forelder", "privat", "ansatt"])
def test_before_writing_each_is_told_who_reads_it_and_whom_to_call(visitor: Visitor, kind: str) -> None:
    page = visitor.reads(f"/meld/{kind}/")
    assert "Ingen følger med på skjemaet hele tida" in page
    assert "hverdager 08.30–15.00" in page
    assert page.index("tel:00009998") < page.index("<h2", page.index("ringe") + 200)
    assert "data-quick-exit" in page
    assert "csrfmiddlewaretoken" not in page[: page.index("op-foot")]


def test_a_child_is_told_what_it_may_be_used_for_who_may_see_it_and_that_it_may_ask_us_not_to(visitor: Visitor) -> None:
    page = visitor.reads("/meld/barn/")
    assert page.index("116 111") < page.index("Hvem får lese det du skriver?") < page.index("Jeg vil skrive")
    assert "Vi bruker det til" in page
    assert "Foreldre kan få lese deler" in page
    assert "be oss om å la være" in page


def test_links_from_the_front_page_lead_each_to_the_right_door(visitor: Visitor) -> None:
    assert "/meld/privat/" not in visitor.reads("/meld/?for=barn")
    assert "/meld/forelder/" in visitor.reads("/meld/?for=hjelp")
    assert visitor.client.get("/meld/?for=ansatt").headers["Location"] == "/meld/ansatt/"
    assert "/meld/ansatt/" in visitor.reads("/meld/?for=noe-annet")


@pytest.mark.parametrize(
    "address", ["/meld/katt/", "/meld/barn/anonymitet/", "/meld/privat/barn/7/", "/meld/privat/fare/1/"]
)
def test_a_page_that_is_not_this_writers_does_not_exist(visitor: Visitor, address: str) -> None:
    visitor.reads(address, status=404)
