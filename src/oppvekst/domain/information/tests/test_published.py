"""What a municipality publishes, who may read it, and who may put it there."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from oppvekst.domain.information import models, queries, rules
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.information.rules.defaults import LocalPhones
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.access.service import add_municipality
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.world import NORDVAG, SOLVIK, World

AT = datetime(2026, 11, 21, 20, 40, tzinfo=UTC)
REAL = 301


def setup(number: int) -> Actor:
    """Whoever sets up a municipality, before it has staff."""
    return Actor("oppsett", number, "owner", rights=frozenset({EDIT}))


def install(municipality: Municipality, phones: LocalPhones | None = None) -> None:
    install_defaults(municipality, at=AT, by=setup(municipality.number), phones=phones)


def rows() -> tuple[int, ...]:
    kinds = (models.PhoneLine, models.Opening, models.Closure, models.FrontText, Entry)
    return tuple(kind.objects.count() for kind in kinds)


@pytest.fixture
def solvik(world: World) -> World:
    install(world.solvik)
    return world


def test_installing_twice_leaves_the_same_rows_and_one_journal_entry(solvik: World) -> None:
    before = rows()
    install(solvik.solvik)
    assert rows() == before
    assert Entry.objects.get().says == "La inn telefoner, åpningstider og tekster for Solvik."


def test_what_the_municipality_has_changed_is_left_alone(solvik: World) -> None:
    models.PhoneLine.objects.filter(code="duty").update(name="Barneverntenesta")
    models.Closure.objects.update(published=False)
    install(solvik.solvik)
    assert models.PhoneLine.objects.get(code="duty").name == "Barneverntenesta"
    assert queries.closures_for(SOLVIK) == []


def test_what_is_read_back_is_what_was_installed(solvik: World) -> None:
    there = rules.phone_now(rules.Who.FOSTER_PARENT, at=AT, lines=queries.lines_for(SOLVIK))
    assert queries.phone_now_for(SOLVIK, rules.Who.FOSTER_PARENT, at=AT) == there
    built_in = queries.phone_now_anywhere(rules.Who.FOSTER_PARENT, at=AT)
    assert [answer.to_plain() for answer in there] == [answer.to_plain() for answer in built_in]


def test_the_law_is_kept_with_the_published_hours(solvik: World) -> None:
    lines, closures = queries.lines_for(SOLVIK), queries.closures_for(SOLVIK)
    for who in rules.Who:
        assert rules.unanswered(who, lines, closures, AT.date().replace(month=1, day=1), AT.date()) == []


def test_a_real_municipality_shows_no_number_of_its_own_until_somebody_gives_it(world: World) -> None:
    oslo = add_municipality(REAL, "Oslo")
    install(oslo)
    with world.at_portal():
        assert {line.phone for line in queries.lines_for(REAL)} == {"116 111", "116 117", "112", "113"}
    install(oslo, LocalPhones(duty="00 00 03 01", on_call="00 00 03 02"))
    with world.at_portal():
        assert queries.phone_of(REAL, rules.Kind.DUTY) == "00 00 03 01"
        assert queries.phone_of(REAL, rules.Kind.FOSTER_ON_CALL) == ""


def test_the_public_reads_what_is_published_and_nothing_else(solvik: World) -> None:
    models.PhoneLine.objects.filter(code="foster-on-call").update(published=False)
    models.Opening.objects.filter(line__code="duty").update(published=False)
    models.FrontText.objects.filter(key="visit").update(published=False)
    with solvik.at_portal():
        assert "foster-on-call" not in models.PhoneLine.objects.values_list("code", flat=True)
        assert not models.Opening.objects.filter(line__code="duty").exists()
        assert set(queries.texts_for(SOLVIK)) == {"welcome"}


def test_the_public_changes_nothing(solvik: World) -> None:
    with solvik.at_portal():
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            models.PhoneLine.objects.update(phone="12 34 56 78")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            models.FrontText.objects.create(municipality_id=SOLVIK, key="x", title="x")


def test_the_desk_in_nordvag_sees_its_own_content_only(solvik: World) -> None:
    install(solvik.nordvag)
    with solvik.as_("Siri Nordli"):
        assert set(models.PhoneLine.objects.values_list("municipality_id", flat=True)) == {NORDVAG}


def test_the_public_may_not_install_anything(world: World) -> None:
    with world.at_portal() as somebody, pytest.raises(NotAllowed):
        install_defaults(world.solvik, at=AT, by=somebody)


def test_a_line_without_a_number_cannot_be_published(solvik: World) -> None:
    with pytest.raises(IntegrityError, match="phone_line_has_number"), transaction.atomic():
        models.PhoneLine.objects.filter(code="duty").update(phone="")


def test_the_page_asks_for_lines_in_as_many_queries_however_many_lines_there_are(
    solvik: World, django_assert_num_queries: object
) -> None:
    install(solvik.nordvag)
    for municipality in (SOLVIK, NORDVAG):
        with django_assert_num_queries(3):  # type: ignore[operator]
            queries.phone_now_for(municipality, rules.Who.WORRIED, at=AT)


def test_an_unknown_municipality_is_refused_by_its_number(world: World) -> None:
    with pytest.raises(NotFound, match="0301"):
        queries.get_municipality(REAL)


def test_without_a_number_the_installations_first_municipality_answers(world: World) -> None:
    assert queries.get_municipality(None) == world.solvik
