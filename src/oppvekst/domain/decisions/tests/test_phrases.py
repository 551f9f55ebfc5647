"""The municipality's phrases: its editor keeps them, whoever writes a decision puts them in, and nothing said is gone."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.actions import Said
from oppvekst.domain.decisions.models import DraftText, Phrase
from oppvekst.domain.decisions.queries.phrases import phrases
from oppvekst.domain.decisions.rules.first_phrases import FIRST
from oppvekst.domain.decisions.tests.family import GUIDANCE, family
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import acting
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World

ABOUT = Said(section="facts", title="Skolen", text="{barnets fornavn} går på skole. {barnets hund} {til dato}")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def installed(world: World) -> None:
    """Solvik has the phrases a municipality starts with."""
    with acting("owner"):
        setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({actions.EDIT_PHRASES}))
        actions.install_phrases(world.solvik, by=setup, at=TUESDAY)
        actions.install_phrases(world.solvik, by=setup, at=TUESDAY)


def test_a_municipality_starts_with_phrases_once_and_its_neighbour_has_its_own(installed: None, world: World) -> None:
    with world.as_("Kari Nesheim"):
        assert phrases().count() == sum(len(each.texts) for each in FIRST)
    with world.as_("Siri Nordli"):
        assert phrases().count() == 0


def test_the_editor_keeps_the_phrases_and_reads_no_case(desk: Come, installed: None) -> None:
    liv = desk("Liv Strand")
    assert "Hva dere får" in words(liv.see("/vedtaksfraser/"))
    form = {"title": "Ny", "section": "facts", "language": "nb", "text": "Vi har sett at …"}
    page = words(liv.see(liv.send("/vedtaksfraser/ny/", **form)))
    assert "Frasen er lagret" in page and "Vi har sett at …" in page


def test_whoever_writes_decisions_reads_them_and_changes_none(desk: Come, installed: None) -> None:
    kari = desk("Kari Nesheim")
    assert "Ny frase" not in words(kari.see("/vedtaksfraser/"))
    kari.see("/vedtaksfraser/ny/", status=409)


def test_a_changed_phrase_takes_the_olds_place_and_the_old_can_be_read(desk: Come, installed: None) -> None:
    liv = desk("Liv Strand")
    old = Phrase.objects.get(section="plan", language="nb")
    place = f"/vedtaksfraser/{old.id}/"
    form = {
        "title": old.title,
        "section": "plan",
        "kind": "measure",
        "category": "3.9",
        "language": "nb",
        "text": "Nytt mål: …",
    }
    assert "gjort=lagret" in liv.send(place, **form)
    new = phrases().get(section="plan", language="nb")
    assert new.replaces_id == old.id
    page = words(liv.see(f"/vedtaksfraser/{new.id}/"))
    assert "Slik var den før" in page and old.text.split("\n")[0] in page
    page = liv.send(place, 409, **form)
    assert "Noen har endret eller tatt ut denne frasen" in words(page)


def test_a_phrase_taken_out_is_no_longer_offered_and_the_drafts_keep_their_words(
    desk: Come, installed: None, world: World
) -> None:
    case_id = family(world)
    with world.as_("Kari Nesheim") as kari:
        draft = actions.open_decision(case_id, GUIDANCE, by=kari, at=TUESDAY)
        actions.put_in_templates(draft.id, service="Solvik", by=kari, at=TUESDAY)
    one = phrases().get(section="consent", language="nb")
    assert "gjort=tatt-ut" in desk("Liv Strand").send(f"/vedtaksfraser/{one.id}/ta-ut/")
    assert one not in phrases()
    assert DraftText.objects.get(section="consent").text.startswith("Hjelpen bygger på at dere sier ja.")


def test_a_field_nobody_knows_is_told_to_the_editor_and_stops_nothing(desk: Come, world: World) -> None:
    with world.as_("Liv Strand") as liv:
        one = actions.save_phrase(ABOUT, by=liv, at=TUESDAY)
    assert "Finnes ikke som felt: {barnets hund}" in words(desk("Liv Strand").see(f"/vedtaksfraser/{one.id}/"))


def test_what_is_lacking_is_said_field_by_field(world: World) -> None:
    with world.as_("Liv Strand") as liv, pytest.raises(Incomplete) as told:
        actions.save_phrase(Said(section="facts", title=" ", text=""), by=liv, at=TUESDAY)
    assert told.value.fields.keys() == {"title", "text"}


def test_a_case_worker_and_another_municipality_keep_nothing_here(world: World) -> None:
    with world.as_("Liv Strand") as liv:
        one = actions.save_phrase(ABOUT, by=liv, at=TUESDAY)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed):
        actions.retire_phrase(one.id, by=kari, at=TUESDAY)
    with world.as_("Siri Nordli") as siri, pytest.raises(NotFound):
        actions.retire_phrase(one.id, by=replace(siri, rights=frozenset({actions.EDIT_PHRASES})), at=TUESDAY)


def test_a_phrase_is_offered_with_its_fields_filled_in_and_what_is_open_told(desk: Come, world: World) -> None:
    case_id = family(world)
    with world.as_("Liv Strand") as liv:
        one = actions.save_phrase(ABOUT, by=liv, at=TUESDAY)
    with world.as_("Kari Nesheim") as kari:
        draft = actions.open_decision(case_id, GUIDANCE, by=kari, at=TUESDAY)
    kari = desk("Kari Nesheim")
    place = f"/vedtak/{draft.id}/skriv/"
    page = kari.see(place)
    assert 'data-insert="Emil går på skole. {barnets hund} {til dato}"' in page
    assert "Fyll ut selv: {til dato}. Finnes ikke som felt: {barnets hund}." in unescape(page)
    # Without scripts the same button saves the page and puts the phrase last.
    form = {"text-facts": "Først.", "seen-facts": "0.", "insert": f"facts:{one.id}"}
    assert kari.send(place, **form).endswith("#del-facts")
    assert DraftText.objects.get().text == "Først.\n\nEmil går på skole. {barnets hund} {til dato}"


def test_the_offers_are_those_of_this_kind_this_measure_and_this_language(
    desk: Come, installed: None, world: World
) -> None:
    case_id = family(world)
    with world.as_("Kari Nesheim") as kari:
        draft = actions.open_decision(
            case_id, actions.Terms(kind=GUIDANCE.kind, category="3.9", language="nn"), by=kari, at=TUESDAY
        )
    page = words(desk("Kari Nesheim").see(f"/vedtak/{draft.id}/skriv/"))
    assert "Slik har vi laga" not in page
    assert "Heime snakkar de" in page
    assert "Hjemme snakker dere" not in page
    assert "Undersøkinga er ferdig" not in page


def test_a_new_draft_has_the_templates_of_its_kind_with_everything_known_filled_in(
    desk: Come, installed: None, world: World
) -> None:
    case_id: UUID = family(world)
    kari = desk("Kari Nesheim")
    place = f"/saker/{case_id}/vedtak/nytt/veiledning/"
    form = _filled(kari.see(place))
    address = kari.send(place, **{**form, "provider": "Familiehuset"})
    assert "gjort=apnet" in address
    said = {text.section: text.text for text in DraftText.objects.all()}
    assert said.keys() == {"decided", "consent", "plan"}
    assert said["decided"].startswith("Vi har bestemt at Emil og familien får råd og veiledning hjemme.")
    assert "24. november 2026 til 24. mai 2027" in said["decided"]
    assert "Si fra til Kari Nesheim." in said["consent"]


def test_many_phrases_ask_no_more_of_the_database(desk: Come, world: World) -> None:
    def more(number: int) -> None:
        with world.as_("Liv Strand") as liv:
            for _ in range(number):
                actions.save_phrase(ABOUT, by=liv, at=TUESDAY)

    kari = desk("Kari Nesheim")
    more(2)
    few = questions(kari, "/vedtaksfraser/")
    more(5)
    assert questions(kari, "/vedtaksfraser/") == few


def _filled(page: str) -> dict[str, str]:
    """What the form has filled in, as a browser would send it."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        kind = told.get("type", "text")
        if kind in ("text", "hidden") or (kind == "radio" and " checked" in tag):
            found.setdefault(told.get("name", ""), unescape(told.get("value", "")))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = unescape(chosen.group(1)) if chosen else ""
    return {name: value for name, value in found.items() if name}
