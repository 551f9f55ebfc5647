"""A municipality decides how its open pages look, and can regret it (services.md F3)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.appearance import change_appearance, reset_appearance, undo_appearance
from oppvekst.domain.information.actions.installing import EDIT, install_defaults
from oppvekst.domain.information.queries.appearance import Sign, areas_of, look_of, sign_of
from oppvekst.domain.information.rules.appearance import HOUSE, Look, changed, checked, version_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import NORDVAG, SOLVIK, World

AT = datetime(2026, 11, 24, 8, 15, tzinfo=UTC)
LATER = AT + timedelta(days=1)
ARMS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 42"><path d="M2 2h32v22z"/></svg>'
OURS = Look(
    accent="#7a2c12", arms=ARMS, service_name="Barnevernet", languages=("nb", "en"), areas=("Solvik sentrum", "Vika")
)


def install(world: World) -> None:
    for place in (world.solvik, world.nordvag):
        setup = Actor("oppsett", place.number, "owner", rights=frozenset({EDIT}))
        install_defaults(place, at=AT, by=setup)


@pytest.mark.parametrize("name", ["Liv Strand", "Marit Solheim"])
def test_the_editor_and_the_leader_decide_how_it_looks_and_the_public_sees_it(world: World, name: str) -> None:
    install(world)
    with world.as_(name) as editor:
        assert change_appearance(OURS, by=editor, at=AT)
    with world.at_portal():
        assert look_of(SOLVIK) == OURS
        assert areas_of(SOLVIK) == ["Solvik sentrum", "Vika"]
        assert sign_of(SOLVIK) == Sign(
            accent="#7a2c12", arms_version=version_of(ARMS), service_name="Barnevernet", languages=("nb", "en"),
            phone="00 00 99 10", oncall_name="Barnevernvakten", oncall_phone="00 00 99 98",
        )  # fmt: skip
        assert look_of(NORDVAG) == HOUSE


@pytest.mark.parametrize("name", ["Kari Nesheim", "Hanne Dale", "Randi Lunde", "Geir Aasen", "Bjørn Haugli"])
def test_nobody_else_decides_it(world: World, name: str) -> None:
    with world.as_(name) as somebody, pytest.raises(NotAllowed):
        change_appearance(OURS, by=somebody, at=AT)
    with world.as_(name), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        models.Appearance.objects.create(municipality_id=SOLVIK, accent="#000000", updated_at=AT)


def test_the_editor_in_solvik_does_not_dress_nordvag(world: World) -> None:
    with world.as_("Liv Strand"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        models.Appearance.objects.create(municipality_id=NORDVAG, accent="#000000", updated_at=AT)


def test_the_journal_tells_what_was_changed_and_what_it_was(world: World) -> None:
    with world.as_("Liv Strand") as liv:
        change_appearance(OURS, by=liv, at=AT)
        change_appearance(Look(accent="#005f66", arms=ARMS, languages=OURS.languages), by=liv, at=LATER)
    first, second = Entry.objects.filter(kind="appearance.changed").order_by("at")
    assert first.says == "Endret fargen, våpenet, navnet på tjenesten, språkene og områdene på de åpne sidene."
    assert second.says == "Endret fargen, navnet på tjenesten og områdene på de åpne sidene."
    assert second.facts == {"changed": ["accent", "service_name", "areas"], "before": OURS.to_plain()}
    assert (second.actor_name, second.case_id) == ("Liv Strand", None)


def test_a_change_is_undone_and_the_undoing_too(world: World) -> None:
    with world.as_("Liv Strand") as liv:
        with pytest.raises(NotAllowed, match="ingen endring å angre"):
            undo_appearance(by=liv, at=AT)
        change_appearance(OURS, by=liv, at=AT)
        undo_appearance(by=liv, at=AT)
        assert look_of(SOLVIK) == HOUSE
        undo_appearance(by=liv, at=AT)
        assert look_of(SOLVIK) == OURS


def test_the_house_s_own_look_is_one_press_away_and_so_is_the_way_back(world: World) -> None:
    with world.as_("Liv Strand") as liv:
        change_appearance(OURS, by=liv, at=AT)
        reset_appearance(by=liv, at=AT)
        assert look_of(SOLVIK) == HOUSE
        undo_appearance(by=liv, at=AT)
        assert look_of(SOLVIK) == OURS


def test_what_is_as_it_was_is_not_written_down(world: World) -> None:
    with world.as_("Liv Strand") as liv:
        change_appearance(OURS, by=liv, at=AT)
        assert not change_appearance(OURS, by=liv, at=LATER)
        assert not change_appearance(checked(OURS), by=liv, at=LATER)
    assert Entry.objects.filter(kind="appearance.changed").count() == 1
    assert models.Appearance.objects.get().updated_at == AT


def test_what_hangs_over_the_door_is_one_question(world: World) -> None:
    install(world)
    with CaptureQueriesContext(connection) as asked:
        sign_of(SOLVIK)
    assert len(asked) == 1
    assert sign_of(301) == Sign()


def test_the_on_call_service_has_a_name_in_every_language(world: World) -> None:
    install(world)
    assert len({sign_of(SOLVIK, language=language).oncall_name for language in ("nb", "nn", "en")}) > 1


def test_a_line_that_is_not_published_hangs_over_no_door(world: World) -> None:
    install(world)
    models.PhoneLine.objects.update(published=False)
    assert (sign_of(SOLVIK).phone, sign_of(SOLVIK).oncall_phone) == ("", "")


def test_everything_that_is_wrong_is_told_at_once_field_by_field() -> None:
    wrong = Look(accent="rød", arms="<svg onload=''/>", service_name="n" * 61, areas=("a" * 61,))
    with pytest.raises(Incomplete) as refusal:
        checked(wrong)
    assert set(refusal.value.fields) == {"accent", "arms", "service_name", "areas"}
    with pytest.raises(Incomplete, match="Det er plass til 100 områder, og du har skrevet 101"):
        checked(Look(areas=tuple(map(str, range(101)))))


def test_words_are_kept_on_one_line_without_signs_that_cannot_be_seen() -> None:
    look = checked(
        Look(service_name="  Barne\u202evernet\n\x00 ", areas=("Vika ", "", "Vika", "\u200bØya"), accent="#ABC")
    )
    assert (look.service_name, look.areas, look.accent) == ("Barne vernet", ("Vika", "Øya"), "#aabbcc")


def test_bokmaal_is_always_offered_and_the_house_decides_the_order() -> None:
    assert checked(Look(languages=("en",))).languages == ("nb", "en")
    assert checked(Look(languages=("en", "xx", "nn", "nb"))).languages == ("nb", "nn", "en")


def test_a_look_comes_back_as_it_was_kept() -> None:
    assert Look.of_plain(OURS.to_plain()) == OURS
    assert changed(OURS, Look.of_plain(OURS.to_plain())) == []
