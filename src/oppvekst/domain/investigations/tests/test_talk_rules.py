"""What the law asks of a talk with the child: told beforehand, its own words, understood right, and weighed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oppvekst.domain.investigations.rules import (
    PARTICIPATIONS,
    READ_BACK,
    TALK,
    WEIGH,
    ParticipationFacts,
    Surroundings,
    TalkFacts,
    TrustedFacts,
    certificate_follows,
    child_voice,
    lacking_around,
    may_be_read_back,
    may_talk_unknown_to_parents,
    parents_cannot_refuse,
    refuse_participation,
    refuse_trusted,
    shown_in_calendars,
    versions_to_show,
)
from oppvekst.law.refusals import Incomplete, NotAllowed

DAY = date(2026, 11, 11)
READ = TalkFacts(
    told_purpose=True, told_readers=True, told_voluntary=True, understood_how="Han gjentok det med egne ord.",
    heard_about="Hvordan det er hjemme.", words="Jeg er redd når han drikker.", agreement="corrected",
)  # fmt: skip
WHOLE = replace(READ, weight="Stor vekt. Han er elleve og sier det samme flere ganger.")
FRIEND = TrustedFacts(
    born_on=date(1990, 5, 2), on=DAY, chosen_by_child=True, confidentiality_signed=True, certificate_seen=True
)


@pytest.mark.parametrize(
    ("without", "rule", "said", "law"),
    [
        ({"told_readers": False}, "information_given", "hvem som kan lese dem", "bvl § 1-4 (2)"),
        ({"told_purpose": False}, "information_given", "hva ordene kan brukes til", "medvirkningsforskriften §§ 5, 6"),
        ({"told_voluntary": False}, "information_given", "frivillig", "§ 1-4"),
        ({"understood_how": " "}, "information_understood", "hvordan du vet at barnet forsto", "§§ 5, 6"),
        ({"heard_about": ""}, "heard_about", "hva barnet ble hørt om", "medvirkningsforskriften § 6"),
        ({"words": ""}, "said_or_shown", "hva barnet sa eller viste", "medvirkningsforskriften § 6"),
        ({"agreement": ""}, "agreement_asked", "forstått riktig", "medvirkningsforskriften § 6"),
        ({"agreement": "not_asked"}, "agreement_explained", "hvorfor det ikke er spurt", "medvirkningsforskriften § 6"),
        ({"agreement": "differs"}, "agreement_explained", "uenig i", "medvirkningsforskriften § 6"),
    ],
)
def test_a_talk_is_not_read_back_while_one_of_the_things_is_missing(
    without: dict[str, Any], rule: str, said: str, law: str
) -> None:
    with pytest.raises(Incomplete) as refused:
        TALK.take("written", READ_BACK, replace(READ, **without))
    assert refused.value.because == (rule,)
    assert said in refused.value.sentence
    assert law in str(refused.value.citation)


def test_a_talk_that_has_all_is_read_back_and_then_weighed_and_weighed_anew() -> None:
    assert TALK.take("written", READ_BACK, READ) == "answered"
    with pytest.raises(Incomplete, match="hvilken vekt"):
        TALK.take("answered", WEIGH, READ)
    assert TALK.take("answered", WEIGH, WHOLE) == TALK.take("weighed", WEIGH, WHOLE) == "weighed"


def test_what_has_not_been_read_back_is_not_weighed_and_what_has_is_not_read_back_again() -> None:
    with pytest.raises(NotAllowed, match="kan ikke gjøres når samtalen er «skrevet ned»"):
        TALK.take("written", WEIGH, WHOLE)
    with pytest.raises(NotAllowed, match="kan ikke gjøres når samtalen er «lest tilbake»"):
        TALK.take("answered", READ_BACK, READ)


def test_a_child_that_shows_and_says_nothing_is_heard_too() -> None:
    assert TALK.take("written", READ_BACK, replace(READ, words="", shown="Han tegnet huset uten dør.")) == "answered"


def test_the_words_are_handed_to_the_child_only_when_it_was_told_what_they_may_be_used_for() -> None:
    may_be_read_back(replace(READ, agreement=""))
    with pytest.raises(Incomplete, match="hva ordene kan brukes til"):
        may_be_read_back(replace(READ, agreement="", told_purpose=False))


# The panel


def test_without_any_talk_the_voice_is_missing() -> None:
    voice = child_voice((), None)
    assert not voice.complete
    assert [(lack.sentence, str(lack.citation)) for lack in voice.missing] == [
        (
            "Snakk med barnet, eller skriv hvorfor det ikke er hørt eller ikke ville.",
            "bvl § 1-4; medvirkningsforskriften § 6",
        )
    ]


def test_each_talk_tells_what_it_lacks_and_the_last_thing_turns_missing_to_complete() -> None:
    voice = child_voice((WHOLE, READ), None)
    assert [(lack.talk, lack.field) for lack in voice.missing] == [(1, "weight")]
    assert child_voice((WHOLE, WHOLE), None).complete


def test_an_investigation_also_wants_its_code() -> None:
    lacks = child_voice((WHOLE,), ParticipationFacts()).missing
    assert [lack.field for lack in lacks] == ["code"]
    assert child_voice((WHOLE,), ParticipationFacts(code="1.1")).complete


def test_a_child_that_was_not_heard_has_a_reason_instead_of_a_talk() -> None:
    assert child_voice((), ParticipationFacts(code="2.2", participation_reasons="Hun sa nei tre ganger.")).complete
    assert not child_voice((), ParticipationFacts(code="1.1")).complete


# The register's codes


@pytest.mark.parametrize("code", ["1.2", "1.3", "1.4", "2.1", "2.2"])
def test_every_way_but_a_talk_is_explained(code: str) -> None:
    with pytest.raises(Incomplete) as refused:
        refuse_participation(ParticipationFacts(code=code), on=DAY)
    assert "reasons" in refused.value.fields
    refuse_participation(ParticipationFacts(code=code, participation_reasons="To måneder gammel."), on=DAY)


def test_a_talk_that_is_not_written_down_is_no_talk() -> None:
    with pytest.raises(Incomplete, match="Ingen samtale med barnet er skrevet ned"):
        refuse_participation(ParticipationFacts(code="1.1"), on=DAY)
    refuse_participation(ParticipationFacts(code="1.1", talks_written=1), on=DAY)


def test_the_codes_are_of_2026_and_were_not_before() -> None:
    assert [code.code for code in PARTICIPATIONS.on(DAY)] == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"]
    assert PARTICIPATIONS.on(date(2025, 12, 31)) == ()
    with pytest.raises(NotAllowed):
        refuse_participation(ParticipationFacts(code="1.1", talks_written=1), on=date(2025, 12, 31))


# Who else is there


@pytest.mark.parametrize(
    ("around", "field"),
    [
        (Surroundings(alone=False), "present"),
        (Surroundings(interpreter="qualified"), "language"),
        (Surroundings(interpreter="unqualified", language="tigrinja"), "interpreter_reasons"),
        (Surroundings(parents_told=False), "parents_reasons"),
    ],
)
def test_what_is_said_of_the_surroundings_is_explained(around: Surroundings, field: str) -> None:
    lacking = lacking_around(around)
    assert isinstance(lacking, Incomplete)
    assert list(lacking.fields) == [field]


def test_alone_with_a_qualified_interpreter_lacks_nothing() -> None:
    assert lacking_around(Surroundings(interpreter="qualified", language="tigrinja", parents_told=True)) is None


def test_a_child_never_interprets() -> None:
    refused = lacking_around(Surroundings(interpreter="child", language="tigrinja"))
    assert isinstance(refused, NotAllowed)
    assert "heller ikke søsken" in refused.sentence
    assert str(refused.citation) == "tolkeloven § 4"


def test_the_parents_can_refuse_neither_the_visit_nor_the_talk() -> None:
    assert parents_cannot_refuse()
    assert may_talk_unknown_to_parents()


@pytest.mark.parametrize(
    ("told", "hidden", "shown"), [(True, False, True), (True, True, False), (False, False, False), (None, False, False)]
)
def test_a_talk_the_parents_are_not_told_of_stands_in_no_calendar_of_theirs(
    told: bool | None, hidden: bool, shown: bool
) -> None:
    assert shown_in_calendars(parents_told=told, kept_hidden=hidden) is shown


def test_a_parent_gets_the_version_that_counts_or_all_of_them_and_never_the_first_alone() -> None:
    versions = ("Jakob er redd for stefaren.", "Jeg er redd når han drikker.")
    assert versions_to_show(versions, of_the_talk=False) == ("Jeg er redd når han drikker.",)
    assert versions_to_show(versions, of_the_talk=True) == versions
    assert versions_to_show((), of_the_talk=False) == ()


# The trusted person


@pytest.mark.parametrize(
    ("change", "rule", "said"),
    [
        ({"born_on": date(2009, 1, 1)}, "age_18", "fylt 18 år"),
        ({"born_on": None}, "age_18", "fylt 18 år"),
        ({"chosen_by_child": False}, "chosen_by_child", "Barnet velger selv"),
        ({"confidentiality_signed": False}, "confidentiality", "taushetsplikten"),
        ({"certificate_seen": False}, "certificate", "barneomsorgsattest"),
    ],
)
def test_a_trusted_person_is_refused_for_what_is_missing(change: dict[str, Any], rule: str, said: str) -> None:
    with pytest.raises(Incomplete) as refused:
        refuse_trusted(replace(FRIEND, **change))
    assert refused.value.because == (rule,)
    assert said in refused.value.sentence


def test_a_parent_is_no_trusted_person_whatever_else_is_in_order() -> None:
    with pytest.raises(NotAllowed, match="foreldre kan ikke være tillitsperson"):
        refuse_trusted(replace(FRIEND, is_parent=True, confidentiality_signed=False))


def test_the_birthday_itself_is_enough() -> None:
    refuse_trusted(replace(FRIEND, born_on=date(2008, 11, 11)))
    with pytest.raises(Incomplete):
        refuse_trusted(replace(FRIEND, born_on=date(2008, 11, 12)))


def test_what_cannot_wait_goes_before_the_certificate_which_then_follows() -> None:
    acute = replace(FRIEND, certificate_seen=False, acute=True)
    refuse_trusted(acute)
    assert certificate_follows(acute)
    assert not certificate_follows(replace(acute, certificate_seen=True))
