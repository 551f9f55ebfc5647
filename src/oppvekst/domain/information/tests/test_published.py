"""What a municipality publishes, who may read it, and who may put it there."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from oppvekst.domain.information import models, queries, rules
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.information.rules.contents import CONTENTS, LANGUAGES
from oppvekst.domain.information.rules.defaults import LocalPhones
from oppvekst.domain.information.tests.editors import unwritten
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
    kinds = (
        models.PhoneLine,
        models.Opening,
        models.Closure,
        models.Page,
        models.PageVersion,
        models.ContactPoint,
        Entry,
    )
    return tuple(kind.objects.count() for kind in kinds)


def said(slug: str, language: str = "nb", municipality: int = SOLVIK) -> models.PageVersion:
    return models.PageVersion.objects.get(
        page__slug=slug, language=language, municipality_id=municipality, withdrawn_at=None
    )


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
    own = models.PageVersion.objects.get(page__slug="om-oss", language="nb")
    own.id, own.number, own.title = uuid4(), 2, "Vårt eget"
    own.save(force_insert=True)
    before = rows()
    models.ContactPoint.objects.update(name="Det gule huset")
    install(solvik.solvik)
    assert models.PhoneLine.objects.get(code="duty").name == "Barneverntenesta"
    assert queries.closures_for(SOLVIK) == []
    assert rows() == before
    assert models.PageVersion.objects.get(page__slug="om-oss", language="nb", number=2).title == "Vårt eget"
    assert set(models.ContactPoint.objects.values_list("name", flat=True)) == {"Det gule huset"}


def test_what_is_read_back_is_what_was_installed(solvik: World) -> None:
    there = rules.phone_now(rules.Who.FOSTER_PARENT, at=AT, lines=queries.lines_for(SOLVIK))
    assert queries.phone_now_for(SOLVIK, rules.Who.FOSTER_PARENT, at=AT) == there
    built_in = queries.phone_now_anywhere(rules.Who.FOSTER_PARENT, at=AT)
    assert [answer.to_plain() for answer in there] == [answer.to_plain() for answer in built_in]


def test_the_law_is_kept_with_the_published_hours(solvik: World) -> None:
    lines, closures = queries.lines_for(SOLVIK), queries.closures_for(SOLVIK)
    for who in rules.Who:
        assert rules.unanswered(who, lines, closures, AT.date().replace(month=1, day=1), AT.date()) == []


def test_every_page_is_published_in_three_languages_as_its_first_version(solvik: World) -> None:
    versions = models.PageVersion.objects.filter(municipality_id=SOLVIK)
    found = set(versions.values_list("page__slug", "language"))
    assert found == {(content.slug, language) for content in CONTENTS for language in LANGUAGES}
    assert set(versions.values_list("number", "publish_from", "reviewed_on")) == {(1, AT, date(2026, 11, 21))}
    assert set(versions.values_list("writer_name", "written_by")) == {("oppsett", None)}


def test_the_municipalitys_name_stands_where_the_text_needs_it(solvik: World) -> None:
    install(solvik.nordvag)
    assert "Solvik kommune har ansvaret" in said("personvern").body
    assert "Nordvåg kommune har ansvaret" in said("personvern", "nn", NORDVAG).body
    assert not models.PageVersion.objects.filter(body__contains="{").exists()


def test_pages_stand_in_their_place_under_the_page_they_belong_to(solvik: World) -> None:
    help_pages = models.Page.objects.filter(under="hjelp", kind="page").order_by("place").values_list("slug", flat=True)
    assert list(help_pages)[:2] == ["hjelp-veiledning", "hjelp-foreldreprogram"]
    assert len(help_pages) == 13


def test_a_page_that_was_taken_down_is_not_put_back(solvik: World) -> None:
    models.Page.objects.filter(slug="hjelp-akutt").update(archived=True)
    unwritten("hjelp-akutt", "en")
    before = rows()
    install(solvik.solvik)
    assert rows() == before


def test_a_language_that_nobody_has_written_in_is_filled(solvik: World) -> None:
    unwritten("om-oss", "nn")
    install(solvik.solvik)
    assert said("om-oss", "nn").title == "Kva er vi til for?"


def test_what_was_withdrawn_is_not_written_again(solvik: World) -> None:
    models.PageVersion.objects.filter(page__slug="om-oss").update(withdrawn_at=AT)
    before = rows()
    install(solvik.solvik)
    assert rows() == before


def test_news_are_taken_down_by_themselves_after_a_year(solvik: World) -> None:
    assert set(models.Page.objects.filter(kind="news").values_list("shown_until", flat=True)) == {date(2027, 11, 21)}


def test_phones_closures_and_places_speak_the_readers_language(solvik: World) -> None:
    duty = models.PhoneLine.objects.get(code="duty")
    assert duty.other_languages["nn"]["name"] == "Barneverntenesta"
    assert models.Closure.objects.get(reason="julaften").other_languages["en"]["reason"] == "Christmas Eve"
    door = models.ContactPoint.objects.get(name="Familiens hus").other_languages["en"]
    assert door["hours"] == "Weekdays 08.30–15.00"


def test_solvik_tells_where_to_find_it_who_does_what_and_who_else_helps(solvik: World) -> None:
    install(solvik.nordvag)
    kinds = models.ContactPoint.Kind.values
    assert set(models.ContactPoint.objects.filter(municipality_id=SOLVIK).values_list("kind", flat=True)) == set(kinds)
    with solvik.at_portal():
        assert models.ContactPoint.objects.filter(name="Lederen").count() == 2


def test_a_real_municipality_shows_no_number_of_its_own_until_somebody_gives_it(world: World) -> None:
    oslo = add_municipality(REAL, "Oslo")
    install(oslo)
    with world.at_portal():
        assert {line.phone for line in queries.lines_for(REAL)} == {"116 111", "116 117", "112", "113"}
    install(oslo, LocalPhones(duty="00 00 03 01", on_call="00 00 03 02"))
    with world.at_portal():
        assert queries.phone_of(REAL, rules.Kind.DUTY) == "00 00 03 01"
        assert queries.phone_of(REAL, rules.Kind.FOSTER_ON_CALL) == ""


def test_a_real_municipality_gets_no_invented_news_or_places_and_writes_itself_where_to_find_it(world: World) -> None:
    install(add_municipality(REAL, "Oslo"))
    assert not models.ContactPoint.objects.exists()
    assert not models.Page.objects.filter(kind="news").exists()
    visit = said("visit", municipality=REAL)
    assert (visit.publish_from, visit.reviewed_on) == (None, None)
    assert not models.PageVersion.objects.filter(body__contains="Solvik").exists()
    with world.at_portal():
        assert set(queries.pieces(REAL)) == {"welcome"}


def test_the_public_reads_what_is_published_and_nothing_else(solvik: World) -> None:
    models.PhoneLine.objects.filter(code="foster-on-call").update(published=False)
    models.Opening.objects.filter(line__code="duty").update(published=False)
    models.PageVersion.objects.filter(page__slug="visit").update(withdrawn_at=AT)
    models.ContactPoint.objects.filter(kind="role").update(published=False)
    with solvik.at_portal():
        assert "foster-on-call" not in models.PhoneLine.objects.values_list("code", flat=True)
        assert not models.Opening.objects.filter(line__code="duty").exists()
        assert set(queries.pieces(SOLVIK)) == {"welcome"}
        assert not models.ContactPoint.objects.filter(kind="role").exists()


def test_the_public_changes_nothing(solvik: World) -> None:
    with solvik.at_portal():
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            models.PhoneLine.objects.update(phone="12 34 56 78")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            models.Page.objects.create(municipality_id=SOLVIK, slug="x")


def test_the_desk_in_nordvag_sees_its_own_content_only(solvik: World) -> None:
    install(solvik.nordvag)
    with solvik.as_("Siri Nordli"):
        for kind in (models.PhoneLine, models.Page, models.PageVersion, models.ContactPoint):
            assert set(kind.objects.values_list("municipality_id", flat=True)) == {NORDVAG}


def test_an_editor_may_put_back_what_is_lacking(world: World) -> None:
    with world.as_("Liv Strand") as liv:
        install_defaults(world.solvik, at=AT, by=liv)
        assert said("om-oss").written_by == liv.person


def test_the_public_may_not_install_anything(world: World) -> None:
    with world.at_portal() as somebody, pytest.raises(NotAllowed):
        install_defaults(world.solvik, at=AT, by=somebody)


def test_a_line_without_a_number_cannot_be_published(solvik: World) -> None:
    with pytest.raises(IntegrityError, match="phone_line_has_number"), transaction.atomic():
        models.PhoneLine.objects.filter(code="duty").update(phone="")


def test_the_page_asks_for_lines_in_as_many_queries_however_many_lines_there_are(
    solvik: World, django_assert_max_num_queries: object
) -> None:
    install(solvik.nordvag)
    for municipality in (SOLVIK, NORDVAG):
        with django_assert_max_num_queries(3):  # type: ignore[operator]
            queries.phone_now_for(municipality, rules.Who.WORRIED, at=AT)


def test_an_unknown_municipality_is_refused_by_its_number(world: World) -> None:
    with pytest.raises(NotFound, match="0301"):
        queries.get_municipality(REAL)


def test_without_a_number_the_installations_first_municipality_answers(world: World) -> None:
    assert queries.get_municipality(None) == world.solvik
