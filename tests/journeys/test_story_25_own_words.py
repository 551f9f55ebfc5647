"""Story 25: the child who corrects its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.desk import arrive, taken
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.queries.material import material
from oppvekst.domain.decisions.rules import SIGNED, Kind, required
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.sections import CHILD
from oppvekst.domain.decisions.tests.family import consented
from oppvekst.domain.investigations.actions import (
    KeptBack,
    Talk,
    begin_concluding,
    include,
    mark_grounds,
    mend_talk,
    note_beside,
    open_investigation,
    save_plan,
    set_participation,
    share_words,
    weigh,
    withhold_from_parents,
    write_talk,
)
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import (
    get_talk,
    voice_of_case,
    withheld_now,
    words_to_show,
    words_with_access,
)
from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as printed
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import NotAllowed
from tests.desk import Come, opened_desk, words
from tests.world import World

BEGAN = datetime(2026, 11, 4, 9, 0, tzinfo=OSLO)
MONDAY = datetime(2026, 11, 9, 13, 0, tzinfo=OSLO)
WEDNESDAY = datetime(2026, 11, 11, 10, 20, tzinfo=OSLO)
THURSDAY = datetime(2026, 11, 19, 12, 0, tzinfo=OSLO)
LOOK_AGAIN = date(2026, 12, 9)
SIRI, TONE = "Siri Tveito", "Tone Vik"
NUMBER = synthetic(date(2015, 3, 9), Sex.MALE)

SIRIS_WORDS = "Jakob er redd for stefaren."
WEIGHT = "Stor vekt: han er elleve og beskriver det klart."
HIS_WORDS = "Jeg er redd når han drikker. Ikke når mamma er hjemme."
AT_SCHOOL = Talk(
    held_at=datetime(2026, 11, 9, 11, 15, tzinfo=OSLO), place="Solvik skole", told_purpose=True, told_readers=True,
    told_voluntary=True, understood_how="Han sa med egne ord hvem som kan lese det.", parents_told=False,
    parents_reasons="Det kan bli verre for ham hjemme.", heard_about="Hvordan det er hjemme om kveldene.",
    words=SIRIS_WORDS, shown="Han tegnet en mann med et glass.", our_reading="Jeg tror han er redd hele tiden.",
)  # fmt: skip


@dataclass
class Jakobs:
    """Jakob's case, and the investigation that Siri has."""

    case: UUID
    investigation: UUID


@pytest.fixture
def jakob(world: World) -> Jakobs:
    concern = taken(world, arrive(world, children=(ReportedChild(name="Jakob Lie"),), at=BEGAN))
    with world.as_("Kari Nesheim") as kari:
        details = Details(
            given_name="Jakob", family_name="Lie", birth_date=date(2015, 3, 9), number=NUMBER, environment="test"
        )
        case = concerns.register_child(concern, details, by=kari, at=BEGAN)
        mother = cases.add_party(
            case.id, Details(given_name="Hilde", family_name="Lie"), Party.Part.MOTHER, by=kari, at=BEGAN,
            parental_responsibility=True, lives_with_child=True, source="Folkeregisteret",
        )  # fmt: skip
        home = cases.Known(valid_from=date(2024, 8, 1), source="Folkeregisteret", checked_on=BEGAN.date())
        cases.note_residence(case.id, "one", home, person_id=mother.person_id, by=kari, at=BEGAN)
        found = open_investigation(concern, reasons="Uro.", responsible=world.staff[SIRI].id, by=kari, at=BEGAN)
    return Jakobs(case.id, found.id)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=THURSDAY)


def drawing() -> SimpleUploadedFile:
    out = BytesIO()
    Image.effect_noise((120, 90), 60).convert("RGB").save(out, "PNG")
    return SimpleUploadedFile("tegning.png", out.getvalue())


def talked(world: World, jakob: Jakobs) -> UUID:
    """Steps 1 and 2: Siri talks with Jakob alone at school on Monday, and writes his words apart from what she thinks."""
    with world.as_(SIRI) as siri:
        return write_talk(jakob.case, AT_SCHOOL, investigation_id=jakob.investigation, by=siri, at=MONDAY).id


def on_a_school_tablet(world: World, talk: UUID, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Step 3: a code on paper. It goes by the database's own clock, so it is made now, whatever day the story has."""
    with world.as_(SIRI) as siri:
        share_words(talk, by=siri, at=WEDNESDAY)
        code = share_words(talk, by=siri, at=datetime.now(UTC))
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)
    tablet = Client(headers={"sec-fetch-site": "same-origin"})
    assert tablet.post("/kode/", {"kode": code}).status_code == 302
    return tablet


def read(tablet: Client, address: str) -> str:
    return words(str(tablet.get(address).content, "utf-8"))


@pytest.fixture
def corrected(world: World, jakob: Jakobs, settings: Any, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """Steps 1 to 4: he has read what Siri wrote and changed it."""
    talk = talked(world, jakob)
    tablet = on_a_school_tablet(world, talk, settings, monkeypatch)
    tablet.post(f"/mine-ord/{talk}/", {"words": HIS_WORDS, "lest": "1"})
    return talk


def keeps_the_drawing(jakob: Jakobs, talk: UUID, *, by: Actor) -> tuple[UUID, UUID]:
    """Step 6: his wish is weighed, and Siri decides; the drawing's id and the decision's."""
    said = cases.Said("received", MONDAY.date(), title="Tegning")
    kept = cases.keep_document(jakob.case, drawing(), said, by=by, at=MONDAY)
    note_beside(talk, our_reading="", wish="Mamma skal ikke se tegningen.", by=by, at=WEDNESDAY)
    why = KeptBack(
        what="Tegningen", reasons="Stefaren kjenner seg igjen.", review_on=LOOK_AGAIN, document_id=kept.id,
        weighed_wish="Han vil ikke at mor ser den. Det avgjør ikke, men veier tungt.",
    )  # fmt: skip
    return kept.id, withhold_from_parents(talk, why, by=by, at=WEDNESDAY).id


@pytest.fixture
def draft(world: World, jakob: Jakobs, corrected: UUID) -> UUID:
    """A decision on guidance that lacks only the weight of what Jakob says: the mother has said yes, and it is ready."""
    with world.as_(SIRI) as siri:
        keeps_the_drawing(jakob, corrected, by=siri)
        save_plan(jakob.investigation, WHOLE_PLAN, by=siri, at=WEDNESDAY)
        include(jakob.investigation, "2.4.05", by=siri, at=THURSDAY)
        mark_grounds(jakob.investigation, ["2.4.05"], by=siri, at=THURSDAY)
        set_participation(jakob.investigation, code="1.1", reasons="", by=siri, at=THURSDAY)
        begin_concluding(jakob.investigation, participation="1.1", child_heard=True, by=siri, at=THURSDAY)
        terms = decisions.Terms(kind=Kind.MEASURE, category="3.9")
        made = decisions.open_decision(jakob.case, terms, investigation_id=jakob.investigation, by=siri, at=THURSDAY)
        for part in required(Kind.MEASURE, category="3.9", consent_ground="consent"):
            decisions.save_text(made.id, part.key, f"{part.nb} for Jakob.", seen=0, by=siri, at=THURSDAY)
        consented(made, by=siri, at=THURSDAY)
        decisions.skip_notice(made.id, reasons="Mor har selv bedt om hjelpen.", by=siri, at=THURSDAY)
    return made.id


def written_in(draft: UUID, *, by: Actor) -> str:
    """His part of the decision, put together of what the case offers for it."""
    offered = material(Decision.objects.get(id=draft))[CHILD]
    said = " ".join(piece.text for piece in offered)
    decisions.save_text(draft, CHILD, said, seen=1, by=by, at=THURSDAY)
    return said


def missing(jakob: Jakobs) -> list[str]:
    return [lack.field for lack in voice_of_case(jakob.case, investigation=jakob.investigation).voice.missing]


def test_he_sees_only_his_own_words_and_corrects_them_and_both_versions_stay(
    world: World, jakob: Jakobs, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = talked(world, jakob)
    tablet = on_a_school_tablet(world, talk, settings, monkeypatch)
    shown = read(tablet, f"/mine-ord/{talk}/")
    assert SIRIS_WORDS in shown
    assert "Har vi forstått deg riktig?" in shown
    assert "hele tiden" not in shown
    assert "tegnet" not in shown
    tablet.post(f"/mine-ord/{talk}/", {"words": HIS_WORDS, "lest": "1"})
    assert HIS_WORDS in read(tablet, f"/mine-ord/{talk}/")
    with world.as_(SIRI):
        kept = [(each.author_name, each.written_at, each.text) for each in get_talk(talk).renderings.all()]
        assert kept == [(SIRI, MONDAY, SIRIS_WORDS), ("Jakob", WEDNESDAY, HIS_WORDS)]


def test_four_of_the_five_things_are_there_and_the_weight_is_not(world: World, jakob: Jakobs, corrected: UUID) -> None:
    with world.as_(SIRI):
        assert missing(jakob) == ["weight", "code"]
        assert voice_of_case(jakob.case).words.text == HIS_WORDS  # type: ignore[union-attr]


def test_his_wish_about_the_drawing_is_weighed_and_siri_decides_until_the_ninth_of_december(
    world: World, jakob: Jakobs, corrected: UUID
) -> None:
    with world.as_(SIRI) as siri:
        kept, made = keeps_the_drawing(jakob, corrected, by=siri)
        assert Item.objects.get(subject=made).due == LOOK_AGAIN
        assert [one.document_id for one in withheld_now(jakob.case)] == [kept]
        assert get_talk(corrected).wish == "Mamma skal ikke se tegningen."


def test_the_mothers_copy_has_the_corrected_words_no_drawing_and_no_trace_of_the_first(
    world: World, jakob: Jakobs, corrected: UUID
) -> None:
    with world.as_(SIRI):
        copy = repr(words_to_show(jakob.case))
        assert HIS_WORDS in copy
        assert "stefaren" not in copy
        assert "glass" not in copy
        assert [told.texts for told in words_with_access(jakob.case)] == [(SIRIS_WORDS, HIS_WORDS)]


def test_when_the_weight_is_written_the_panel_turns_whole_and_the_rendering_stands(
    world: World, jakob: Jakobs, corrected: UUID, desk: Come
) -> None:
    siri = desk(SIRI)
    place = f"/undersokelser/{jakob.investigation}/"
    assert "Barnets stemme Samtalene mangler noe" in words(siri.see(place))
    with world.as_(SIRI) as by:
        weigh(corrected, WEIGHT, by=by, at=THURSDAY)
        set_participation(jakob.investigation, code="1.1", reasons="", by=by, at=THURSDAY)
        assert missing(jakob) == []
        with pytest.raises(NotAllowed, match="en ny samtale skrives for seg"):
            mend_talk(corrected, replace(AT_SCHOOL, words="Noe annet."), read=2, by=by, at=THURSDAY)
        again = write_talk(
            jakob.case, replace(AT_SCHOOL, held_at=THURSDAY, words="Vi snakket igjen."), by=by, at=THURSDAY
        )
        assert again.id != corrected
    assert "Vi snakket igjen." in words(siri.see(place))
    with world.as_(SIRI):
        assert get_talk(corrected).renderings.count() == 2


def test_the_panel_of_every_step_turns_from_missing_to_complete(
    world: World, jakob: Jakobs, corrected: UUID, desk: Come
) -> None:
    siri, place = desk(SIRI), f"/saker/{jakob.case}/barnets-stemme/"
    before = words(siri.see(place))
    assert "Barnets stemme i hvert steg Mangler i et steg" in before
    assert (
        "Skriv hvilken vekt barnets mening får, og hva den er veid mot. bvl § 1-4 (1); medvirkningsforskriften § 6"
        in before
    )
    assert "Sett koden for hvordan barnet har medvirket." in before
    assert HIS_WORDS in before
    assert SIRIS_WORDS not in before
    assert f'href="/samtaler/{corrected}/vekt/"' in siri.see(place)
    with world.as_(SIRI) as by:
        weigh(corrected, WEIGHT, by=by, at=THURSDAY)
        set_participation(jakob.investigation, code="1.1", reasons="", by=by, at=THURSDAY)
    after = words(siri.see(place))
    assert "Barnets stemme i hvert steg Hel" in after
    assert "op-missing" not in siri.see(place)
    assert WEIGHT in after


def test_a_decision_that_says_nothing_of_him_is_missing_his_voice_until_it_does(
    world: World, jakob: Jakobs, corrected: UUID, draft: UUID, desk: Come
) -> None:
    siri, place = desk(SIRI), f"/saker/{jakob.case}/barnets-stemme/"
    with world.as_(SIRI) as by:
        weigh(corrected, WEIGHT, by=by, at=THURSDAY)
        decisions.save_text(draft, CHILD, "", seen=1, by=by, at=THURSDAY)
    assert "Skriv «Hva barnet mener, og hva vi la vekt på» i vedtaket." in words(siri.see(place))
    with world.as_(SIRI) as by:
        decisions.save_text(draft, CHILD, HIS_WORDS, seen=2, by=by, at=THURSDAY)
    assert "Barnets stemme i hvert steg Hel" in words(siri.see(place))


def test_what_is_kept_back_from_his_mother_does_not_stand_on_a_page_that_may_lie_open(
    world: World, jakob: Jakobs, corrected: UUID, desk: Come
) -> None:
    siri, place = desk(SIRI), f"/saker/{jakob.case}/barnets-stemme/"
    assert "tegnet en mann" in words(siri.see(place))
    with world.as_(SIRI) as by:
        keeps_the_drawing(jakob, corrected, by=by)
    text = words(siri.see(place))
    assert "tegnet en mann" not in text
    assert HIS_WORDS in text
    with world.as_(SIRI) as by:
        why = KeptBack(
            what="Ordene", reasons="Han blir redd.", weighed_wish="Han vil det.", review_on=LOOK_AGAIN, words_too=True
        )
        withhold_from_parents(corrected, why, by=by, at=WEDNESDAY)
    text = words(siri.see(place))
    assert HIS_WORDS not in text
    assert "Barnets ord holdes tilbake fra foreldrene, og vurderes igjen onsdag 9. desember" in text


def test_the_weight_that_is_not_written_stops_the_signature_and_nothing_else_does(
    world: World, jakob: Jakobs, corrected: UUID, draft: UUID
) -> None:
    with world.as_(SIRI):
        assert missing(jakob) == ["weight"]
    with world.as_(TONE) as tone, pytest.raises(NotAllowed, match="medvirkning er ikke fullstendig dokumentert"):
        decisions.sign(draft, by=tone, at=THURSDAY)
    with world.as_(SIRI) as siri:
        weigh(corrected, WEIGHT, by=siri, at=THURSDAY)
    with world.as_(TONE) as tone:
        assert decisions.sign(draft, by=tone, at=THURSDAY).state == SIGNED
        found = Investigation.objects.get()
        assert (found.concluded_on, found.conclusion, found.decision) == (date(2026, 11, 19), "1", draft)


def test_the_mothers_copy_of_the_decision_has_what_he_corrected_and_how_it_was_weighed_in_one_paragraph(
    world: World, jakob: Jakobs, corrected: UUID, draft: UUID
) -> None:
    with world.as_(SIRI) as siri:
        weigh(corrected, WEIGHT, by=siri, at=THURSDAY)
        his = written_in(draft, by=siri)
    with world.as_(TONE) as tone:
        decisions.sign(draft, by=tone, at=THURSDAY)
    with world.as_(SIRI) as siri:
        to = Addressee.objects.get(decision_id=draft, name__startswith="Hilde")
        sent = decisions.dispatch(to.id, Route.HAND, by=siri, at=THURSDAY)
    with acting("owner"):
        copy = Copy.objects.get(id=sent.id)
    letter = printed(Letter(bytes(copy.pdf), copy.sha256, copy.pages))
    assert [part["paragraphs"] for part in copy.told["sections"] if part["key"] == CHILD] == [[{"text": his}]]
    for told in (letter, str(copy.told)):
        assert HIS_WORDS in told
        assert WEIGHT in told
        for hidden in (SIRIS_WORDS, "stefar", "egning", "tegnet", "glass", "hele tiden"):
            assert hidden not in told


def test_it_is_all_in_one_case_and_one_investigation(world: World, jakob: Jakobs, corrected: UUID) -> None:
    with world.as_(SIRI):
        assert get_talk(corrected).investigation_id == jakob.investigation
    assert Case.objects.count() == Investigation.objects.count() == 1
