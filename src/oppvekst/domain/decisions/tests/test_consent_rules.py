"""Who must say yes: the matrix without a database, at the birthdays, and for every kind of act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oppvekst.domain.decisions.rules import consent
from oppvekst.domain.decisions.rules.consent import (
    CHOICES,
    KINDS,
    Answer,
    Form,
    Ground,
    Kind,
    Living,
    Part,
    Said,
    Situation,
    Someone,
    birthday,
    matrix,
    missing,
)
from oppvekst.law.citation import Mark
from oppvekst.law.refusals import NotAllowed

ON = date(2026, 10, 12)
FILIP = Someone(key="filip", name="Filip", role="child", birth_date=date(2017, 4, 2))
VILDE = replace(FILIP, key="vilde", name="Vilde", birth_date=date(2011, 9, 1))
ANNE = Someone(key="anne", name="Anne", role="mother", responsibility=True)
HENRIK = Someone(key="henrik", name="Henrik", role="father", responsibility=True)
WITH_ANNE = Situation(
    on=ON, child=FILIP, others=(ANNE, HENRIK), living=Living.ONE, lives_with=frozenset({"anne"})
)  # fmt: skip
# Drawing a day takes seconds on a machine that many share: that says nothing about the rules.
A_FEW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
BIRTHS = st.dates(date(2004, 1, 1), date(2025, 12, 31))


def parts(kind: Kind, s: Situation) -> dict[str, Part]:
    return {line.who: line.part for line in matrix(kind, s).lines}


def turned(years: int, born: date, days: int) -> Situation:
    child = replace(FILIP, birth_date=born)
    return replace(WITH_ANNE, child=child, on=birthday(born, years) + timedelta(days=days))


# (living, lives with, Henrik's responsibility, his time affected) -> Anne, Henrik
FOUR_OUTCOMES = [
    (Living.ONE, {"anne"}, True, False, Part.CONSENTS, Part.INFORMED),
    (Living.ONE, {"anne"}, True, True, Part.CONSENTS, Part.CONSENTS),
    (Living.ONE, {"anne"}, False, False, Part.CONSENTS, Part.NOT_ASKED),
    (Living.ONE, {"anne"}, False, True, Part.CONSENTS, Part.CONSENTS),
    (Living.SHARED, {"anne", "henrik"}, True, False, Part.CONSENTS, Part.CONSENTS),
    (Living.TOGETHER, {"anne", "henrik"}, True, False, Part.CONSENTS, Part.CONSENTS),
    (Living.TOGETHER, {"anne", "henrik"}, False, False, Part.CONSENTS, Part.CONSENTS),
    (Living.NEITHER, set(), True, False, Part.CONSENTS, Part.CONSENTS),
    (Living.CARE, set(), True, False, Part.INFORMED, Part.INFORMED),
]


@pytest.mark.parametrize("row", FOUR_OUTCOMES)
def test_help_at_home_asks_by_residence_and_responsibility(row: tuple[Any, ...]) -> None:
    living, home, holds, hit, anne, henrik = row
    he = replace(HENRIK, responsibility=holds, affected=hit)
    found = parts(Kind.HELP, replace(WITH_ANNE, others=(ANNE, he), living=living, lives_with=frozenset(home)))
    assert (found["anne"], found["henrik"], found["filip"]) == (anne, henrik, Part.HEARD)


def test_under_care_the_service_decides() -> None:
    under_care = replace(WITH_ANNE, living=Living.CARE, lives_with=frozenset())
    assert parts(Kind.HELP, under_care)["service"] is Part.DECIDES
    assert matrix(Kind.PLACEMENT, under_care).unclear[0][0] == "care"


def test_a_voluntary_stay_asks_both_who_have_responsibility_and_the_child_of_fifteen() -> None:
    assert matrix(Kind.PLACEMENT, WITH_ANNE).required == ("anne", "henrik")
    assert matrix(Kind.PLACEMENT, replace(WITH_ANNE, child=VILDE)).required == ("anne", "henrik", "vilde")


def test_nobody_is_read_out_of_a_matrix_before_residence_and_responsibility_are_known() -> None:
    unknown = replace(WITH_ANNE, living=None, others=(ANNE, replace(HENRIK, responsibility=None)))
    found = matrix(Kind.HELP, unknown)
    assert [field for field, _sentence in found.unclear] == ["residence", "responsibility"]
    assert not found.lines
    assert [one.why for one in missing(found, (), version="1")] == ["residence", "responsibility"]


def test_a_guardian_consents_where_no_parent_can() -> None:
    alone = replace(WITH_ANNE, others=(Someone(key="verge", name="Nora", role="guardian"),), lives_with=frozenset())
    for kind in (Kind.HELP, Kind.PLACEMENT, Kind.ABROAD):
        assert parts(kind, replace(alone, living=Living.NEITHER))["verge"] is Part.CONSENTS
    nobody = matrix(Kind.HELP, replace(alone, others=(), living=Living.NEITHER))
    assert nobody.unclear == (("nobody", nobody.unclear[0][1]),)


@A_FEW
@given(born=BIRTHS)
def test_the_childs_own_yes_is_needed_from_the_fifteenth_birthday_and_not_the_day_before(born: date) -> None:
    assert parts(Kind.HELP, turned(15, born, -1))["filip"] is Part.HEARD
    assert parts(Kind.HELP, turned(15, born, 0))["filip"] is Part.CONSENTS


@A_FEW
@given(born=BIRTHS)
def test_a_stay_abroad_needs_the_childs_yes_from_twelve(born: date) -> None:
    assert parts(Kind.ABROAD, turned(12, born, -1))["filip"] is Part.HEARD
    on_the_day, after = (matrix(Kind.ABROAD, turned(12, born, days)).line_of("filip") for days in (0, 1))
    assert on_the_day and on_the_day.part is Part.CONSENTS and on_the_day.sure is Mark.C
    assert after and after.part is Part.CONSENTS and after.sure is Mark.A


@A_FEW
@given(born=BIRTHS)
def test_the_day_the_childs_part_changes_is_known_beforehand(born: date) -> None:
    found = consent.changes_on(Kind.HELP, turned(15, born, -400))
    assert found is not None
    assert (found[0], found[1].on) == (15, birthday(born, 15))
    assert consent.changes_on(Kind.HELP, turned(15, born, 0)) is None


@A_FEW
@given(born=BIRTHS, on=st.dates(date(2023, 1, 1), date(2045, 1, 1)), kind=st.sampled_from(Kind))
def test_on_every_day_of_a_childhood_every_act_has_an_answer_with_a_sentence_and_a_section(
    born: date, on: date, kind: Kind
) -> None:
    affected = Someone(key="siv", name="Siv", role="network", affected=True)
    child = replace(FILIP, birth_date=born)
    found = matrix(kind, replace(WITH_ANNE, child=child, on=max(on, born), others=(ANNE, HENRIK, affected)))
    assert bool(found.lines) != bool(found.unclear)
    assert all("{" not in line.sentence and line.sentence.endswith(".") and str(line.law) for line in found.lines)
    assert len({line.who for line in found.lines}) == len(found.lines)


def test_born_on_29_february_a_child_is_fifteen_on_1_march() -> None:
    leap = date(2012, 2, 29)
    assert birthday(leap, 15) == date(2027, 3, 1)
    assert birthday(leap, 12) == date(2024, 2, 29)


def test_a_child_that_does_not_understand_is_heard_at_fifteen_too() -> None:
    line = matrix(Kind.HELP, replace(WITH_ANNE, child=VILDE, understands=False)).line_of("vilde")
    assert line and line.part is Part.HEARD and str(line.law) == "bvl § 12-3 (1) 3. punktum"


def test_a_child_in_danger_by_its_own_acts_is_asked_under_fifteen_once_it_is_assessed_to_understand() -> None:
    endangered = replace(WITH_ANNE, ground=Ground.SELF_ENDANGERING)
    assert matrix(Kind.HELP, endangered).unclear[0][0] == "understands"
    assert parts(Kind.HELP, replace(endangered, understands=True))["filip"] is Part.CONSENTS
    assert parts(Kind.HELP, replace(endangered, understands=False))["filip"] is Part.HEARD
    chosen = replace(endangered, understands=True, choices={"young_party": "heard"})
    assert parts(Kind.HELP, chosen)["filip"] is Part.HEARD


def test_the_service_may_choose_only_what_the_act_does_not_say() -> None:
    assert all(choice.sure is not Mark.A for choice in CHOICES.values())
    always = replace(WITH_ANNE, choices={"other_holder": "always"})
    assert matrix(Kind.HELP, always).required == ("anne", "henrik")
    resident = replace(WITH_ANNE, choices={"both_holders": "home"})
    assert matrix(Kind.PLACEMENT, resident).required == ("anne",)
    everything = {key: choice.options[-1][0] for key, choice in CHOICES.items()}
    for kind in (Kind.INSTITUTION, Kind.ABROAD, Kind.DRUG_TEST, Kind.PLAN, Kind.TALKS):
        assert parts(kind, replace(WITH_ANNE, choices=everything)) == parts(kind, WITH_ANNE)


def test_what_is_asked_of_others_than_parents_and_child_names_them() -> None:
    siv = Someone(key="siv", name="Siv", role="network", affected=True)
    brother = Someone(key="odd", name="Odd", role="sibling", birth_date=date(2012, 1, 1), affected=True)
    baby = replace(brother, key="per", birth_date=date(2020, 1, 1))
    assert matrix(Kind.PERMANENT, WITH_ANNE).unclear[0][0] == "affected"
    assert matrix(Kind.PERMANENT, replace(WITH_ANNE, others=(ANNE, HENRIK, siv))).required == ("siv",)
    adopted = replace(WITH_ANNE, child=VILDE, others=(siv, brother, baby))
    assert matrix(Kind.ADOPTION_CONTACT, adopted).required == ("vilde", "odd", "siv")
    shared = replace(WITH_ANNE, child=VILDE, others=(replace(ANNE, affected=True), HENRIK))
    assert matrix(Kind.SHARING, shared).required == ("vilde", "anne")


def yes(who: str, **more: object) -> Answer:
    return Answer(**{"who": who, "said": Said.YES, "version": "1", **more})  # type: ignore[arg-type]


# answer -> why it does not stand
REFUSED_YES = [
    (None, "not_answered"),
    (yes("anne", said=Said.NO), "refused"),
    (yes("anne", said=Said.WITHDRAWN), "withdrawn"),
    (yes("anne", version="2"), "other_text"),
]


@pytest.mark.parametrize(("answer", "why"), REFUSED_YES)
def test_a_yes_stands_only_while_it_is_given_to_these_words_and_not_taken_back(answer: Answer | None, why: str) -> None:
    found = missing(matrix(Kind.HELP, WITH_ANNE), [answer] if answer else [], version="1")
    assert [(one.who, one.why) for one in found] == [("anne", why)]
    with pytest.raises(NotAllowed) as stopped:
        consent.demand(found)
    assert "Anne" in stopped.value.sentence and stopped.value.because == ("anne",)


def test_an_oral_yes_is_valid_at_home_and_the_written_one_is_asked_for() -> None:
    oral = [yes("anne", form=Form.ORAL)]
    found = matrix(Kind.HELP, WITH_ANNE)
    assert not missing(found, oral, version="1")
    assert consent.to_be_written(found, oral) == ("anne",)


def test_an_oral_yes_to_a_drug_test_is_not_enough() -> None:
    s = replace(WITH_ANNE, child=VILDE)
    assert [one.why for one in missing(matrix(Kind.DRUG_TEST, s), [yes("vilde", form=Form.ORAL)], version="1")] == [
        "not_written"
    ]


def test_the_institution_has_the_childs_yes_before_the_stay_begins() -> None:
    found = matrix(Kind.INSTITUTION, replace(WITH_ANNE, child=VILDE))
    for handed, why in ((None, ["not_handed"]), (date(2026, 10, 14), ["before_start"]), (date(2026, 10, 13), [])):
        given_yes = [yes("vilde", handed_on=handed)]
        assert [one.why for one in missing(found, given_yes, version="1", begins_on=date(2026, 10, 13))] == why


def test_what_follows_a_withdrawal_is_decided_by_the_leader_where_a_child_may_be_moved() -> None:
    assert consent.rings(Kind.PLACEMENT)
    assert not consent.rings(Kind.HELP)
    assert [way.key for way in consent.ways_on(Kind.INSTITUTION) if way.reserved] == [
        "6-1-2", "4-3", "4-2", "end_and_move_home",
    ]  # fmt: skip
    assert {kind for kind in Kind if KINDS[kind].away} >= {kind for kind in Kind if consent.rings(kind)}


def test_other_words_are_another_text() -> None:
    assert consent.version_of("Råd og veiledning i seks måneder.") != consent.version_of(
        "Råd og veiledning i ni måneder."
    )
