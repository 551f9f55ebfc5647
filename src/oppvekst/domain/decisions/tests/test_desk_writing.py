"""Two who write in the same draft: nothing either of them wrote is lost, and nobody is scolded."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Decision, DraftText
from oppvekst.domain.decisions.tests.family import GUIDANCE, begun, family
from tests.desk import TUESDAY, Browser, Come, opened_desk, questions, text, words
from tests.world import World

FACTS = "Emil har fortalt at han er redd om kvelden."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def case_id(world: World) -> UUID:
    return family(world)


@pytest.fixture
def draft(world: World, case_id: UUID) -> Decision:
    """An empty draft, as Kari has begun it."""
    with world.as_("Kari Nesheim") as kari:
        return actions.open_decision(case_id, GUIDANCE, by=kari, at=TUESDAY)


def editor(draft: Decision) -> str:
    return f"/vedtak/{draft.id}/skriv/"


def seen(page: str, part: str) -> str:
    """The mark of the version that a page shows."""
    found = re.search(rf'name="seen-{part}" value="([^"]+)"', page)
    assert found
    return found.group(1)


def box(page: str, part: str) -> str:
    """What stands in the box of a part."""
    found = re.search(rf'name="text-{part}"[^>]*>\n(.*?)</textarea>', page, re.S)
    assert found
    return unescape(found.group(1))


def writes(one: Browser, draft: Decision, part: str, said: str, *, on: str = "0.", status: int = 200) -> str:
    """She writes in a box, and the page saves it by itself."""
    answer = one.part(f"{editor(draft)}{part}/", text=said, seen=on)
    assert answer.status_code == status, text(answer)
    return str(answer.content, "utf-8")


def kept(draft: Decision, part: str = "facts") -> set[str]:
    return set(DraftText.objects.filter(decision=draft, section=part).values_list("text", flat=True))


def test_the_page_has_every_part_with_its_guidance_and_what_is_lacking_with_its_section(
    desk: Come, draft: Decision
) -> None:
    page = words(desk("Kari Nesheim").see(editor(draft)))
    for heading in ("Dette har vi bestemt", "Barnets beste", "Hensynet til familiebånd", "Plan og evaluering"):
        assert heading in page
    assert "0 av 9 deler som må være med, er skrevet" in page
    assert "En konkret vurdering av hva som er best for dette barnet." in page
    assert "De fem prinsippene" in page
    assert "Rammene" in page


def test_what_is_written_is_saved_by_itself_with_time_and_name(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    told = writes(kari, draft, "facts", FACTS)
    assert "Lagret 08.15 av Kari Nesheim" in words(told)
    assert box(kari.see(editor(draft)), "facts") == FACTS


def test_without_scripts_one_button_saves_all_parts(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    typed = {"text-facts": FACTS, "text-decided": "Hjelp hjemme.\r\n\r\nFra i dag."}
    assert kari.send(editor(draft), **typed).endswith("?gjort=lagret")
    page = kari.see(editor(draft))
    assert box(page, "facts") == FACTS
    assert box(page, "decided") == "Hjelp hjemme.\n\nFra i dag."
    assert DraftText.objects.count() == 2, "en tom del er ingen versjon"


def test_two_who_write_in_different_parts_do_not_notice_each_other(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    page = kari.see(editor(draft))
    opened = {f"text-{part}": "" for part in ("facts", "assessment")}
    opened |= {f"seen-{part}": seen(page, part) for part in ("facts", "assessment")}
    writes(marit, draft, "assessment", "Marits vurdering.")
    assert kari.send(editor(draft), **{**opened, "text-facts": FACTS})
    page = kari.see(editor(draft))
    assert (box(page, "facts"), box(page, "assessment")) == (FACTS, "Marits vurdering.")


def test_a_part_that_i_only_had_open_is_never_saved_over_what_another_wrote(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    writes(kari, draft, "facts", FACTS)
    page = kari.see(editor(draft))
    writes(marit, draft, "facts", "Marit rettet dette.", on=seen(page, "facts"))
    form = {"text-facts": box(page, "facts"), "seen-facts": seen(page, "facts"), "text-plan": "Mål: ro."}
    assert kari.send(editor(draft), **form)
    after = kari.see(editor(draft))
    assert (box(after, "facts"), box(after, "plan")) == ("Marit rettet dette.", "Mål: ro.")
    assert "Her er to tekster" not in words(after)


def test_two_who_write_in_the_same_part_are_shown_both_and_both_are_kept(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    writes(kari, draft, "facts", "Karis ord.")
    told = words(writes(marit, draft, "facts", "Marits ord.", status=409))
    assert "Kari Nesheim skrev her mens du skrev. Begge tekstene er tatt vare på." in told
    assert "Karis ord." in told
    assert kept(draft) == {"Karis ord.", "Marits ord."}
    page = words(kari.see(f"{editor(draft)}facts/velg/"))
    assert "Karis ord." in page and "Marits ord." in page
    assert "Marit Solheim" in page and "Kari Nesheim" in page


def test_who_writes_on_after_the_warning_writes_on_aside_and_over_nobody(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    writes(kari, draft, "facts", "Karis ord.")
    told = writes(marit, draft, "facts", "Marits ord.", status=409)
    writes(marit, draft, "facts", "Marits ord, og flere.", on=seen(told, "facts"), status=409)
    assert kept(draft) == {"Karis ord.", "Marits ord, og flere."}
    assert box(kari.see(editor(draft)), "facts") == "Karis ord."


def test_without_scripts_the_one_who_came_too_late_keeps_her_words_in_the_box(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    writes(kari, draft, "facts", "Karis ord.")
    form = {"text-facts": "Marits ord.", "seen-facts": "0.", "text-plan": "Mål: ro."}
    page = marit.send(editor(draft), 409, **form)
    assert box(page, "facts") == "Marits ord."
    assert "Ikke alt ble lagret som du skrev det" in words(page)
    assert kept(draft) == {"Karis ord.", "Marits ord."}
    assert kept(draft, "plan") == {"Mål: ro."}


@pytest.mark.parametrize(
    ("button", "stands"), [("standing", "Karis ord."), ("aside", "Marits ord."), ("satt-sammen", "Begges.")]
)
def test_what_shall_stand_is_chosen_and_every_word_is_among_the_versions(
    desk: Come, draft: Decision, button: str, stands: str
) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    writes(kari, draft, "facts", "Karis ord.")
    writes(marit, draft, "facts", "Marits ord.", status=409)
    place = f"{editor(draft)}facts/velg/"
    page = marit.see(place)
    mark = re.search(r'name="seen" value="([^"]+)"', page)
    assert mark
    aside = DraftText.objects.get(aside=True).id
    choice = str(aside) if button == "aside" else button
    assert marit.send(place, choice=choice, joined="Begges.", seen=mark.group(1)).endswith("#del-facts")
    assert box(kari.see(editor(draft)), "facts") == stands
    told = words(kari.see(f"{editor(draft)}facts/versjoner/"))
    assert "Karis ord." in told and "Marits ord." in told


def test_a_text_that_grew_while_one_read_is_not_chosen_away_unread(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    writes(kari, draft, "facts", "Karis ord.")
    writes(marit, draft, "facts", "Marits ord.", status=409)
    page = kari.send(f"{editor(draft)}facts/velg/", 409, choice="standing", joined="x", seen="noe eldre")
    assert "Noen har skrevet mer mens du leste" in words(page)
    assert DraftText.objects.filter(aside=True, settled=False).count() == 1


def test_what_another_has_written_is_told_before_one_writes_there(desk: Come, draft: Decision) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    page = kari.see(editor(draft))
    writes(marit, draft, "facts", "Marits ord.")
    writes(kari, draft, "plan", "Mål: ro.")
    news = kari.client.get(f"{editor(draft)}nytt/", {"facts": seen(page, "facts"), "plan": "0."}).json()
    assert news.keys() == {"facts"}
    assert "Marit Solheim skrev her" in words(news["facts"])
    assert 'data-take="Marits ord."' in news["facts"]


def test_an_older_text_is_fetched_back_as_a_new_version(desk: Come, draft: Decision, world: World) -> None:
    with world.as_("Kari Nesheim") as by:
        for number, said in enumerate(("Først.", "Så dette.")):
            at = TUESDAY + timedelta(hours=number - 5)
            actions.save_text(draft.id, "facts", said, seen=number, by=by, at=at)
    kari = desk("Kari Nesheim")
    place = f"{editor(draft)}facts/versjoner/"
    page = kari.see(place)
    assert "Hva som ble endret" in words(page)
    first = DraftText.objects.get(text="Først.")
    assert "gjort=hentet" in kari.send(place, version=str(first.id))
    assert box(kari.see(editor(draft)), "facts") == "Først."
    assert kept(draft) == {"Først.", "Så dette."}
    assert DraftText.objects.count() == 3


def test_a_session_that_is_over_saves_nothing_and_says_so_to_the_page_that_has_the_words(
    desk: Come, draft: Decision
) -> None:
    kari = desk("Kari Nesheim")
    kari.see(editor(draft))
    kari.client.cookies.clear()
    answer = kari.part(f"{editor(draft)}facts/", text=FACTS, seen="0.")
    assert answer.status_code == 401
    assert kept(draft) == set()


def test_what_kari_typed_is_not_saved_in_the_name_of_whoever_logged_in_after_her(
    desk: Come, draft: Decision, world: World
) -> None:
    answer = desk("Marit Solheim").part(
        f"{editor(draft)}facts/", text=FACTS, seen="0.", who=str(world.staff["Kari Nesheim"].id)
    )
    assert answer.status_code == 409
    assert "data-kept" not in str(answer.content, "utf-8")
    assert kept(draft) == set()


def test_a_signed_decision_is_not_written_in(desk: Come, world: World, case_id: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        decision = begun(case_id, by=kari, at=TUESDAY)
        actions.skip_notice(decision.id, reasons="Familien har bedt om det.", by=kari, at=TUESDAY)
    with world.as_("Marit Solheim") as marit:
        actions.sign(decision.id, by=marit, at=TUESDAY)
    kari = desk("Kari Nesheim")
    assert kari.client.get(editor(decision)).headers["Location"] == f"/vedtak/{decision.id}/"
    told = words(writes(kari, decision, "facts", "Noe annet.", status=409))
    assert "undertegnet og kan ikke endres" in told
    assert "Noe annet." not in kept(decision)


def test_a_colleague_without_the_case_finds_nothing(desk: Come, draft: Decision) -> None:
    ola = desk("Ola Brandvold")
    for place in ("", "nytt/", "facts/versjoner/", "facts/velg/"):
        ola.see(f"{editor(draft)}{place}", status=404)
    assert ola.part(f"{editor(draft)}facts/", text="x", seen="0.").status_code == 404


def test_a_part_that_the_decision_does_not_have_is_not_there(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    assert kari.part(f"{editor(draft)}reopening/", text="x", seen="0.").status_code == 404
    kari.see(f"{editor(draft)}finnes-ikke/versjoner/", status=404)


def test_the_language_help_is_quiet_and_stops_nothing(desk: Come, draft: Decision) -> None:
    told = writes(desk("Kari Nesheim"), draft, "facts", "Det besluttes hjelp vedrørende skolen. {til dato} …")
    assert "Hvem gjør det? i avsnitt 1: Det besluttes" in words(told)
    assert "Skriv heller: om." in words(told)
    assert "Ikke fylt ut ennå: {til dato} , …" in words(told)
    assert kept(draft) == {"Det besluttes hjelp vedrørende skolen. {til dato} …"}


def test_a_long_draft_asks_the_database_no_more_than_a_short_one(desk: Come, draft: Decision, world: World) -> None:
    kari = desk("Kari Nesheim")
    short = questions(kari, editor(draft))
    with world.as_("Kari Nesheim") as by:
        for part in ("decided", "facts", "assessment", "child", "plan", "consent"):
            for number in range(3):
                at = TUESDAY + timedelta(hours=number)
                actions.save_text(draft.id, part, f"{part} {number}", seen=number, by=by, at=at)
    assert questions(kari, editor(draft)) == short


def test_saving_one_part_asks_little(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    with CaptureQueriesContext(connection) as asked:
        writes(kari, draft, "facts", FACTS)
    assert len(asked) < 30
