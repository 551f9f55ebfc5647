"""What is asked and required, how soon an offer is answered, what stops a sending gently, and how an offer ends."""

from __future__ import annotations

from datetime import date

import pytest

from oppvekst.domain.homes.models import Offer
from oppvekst.domain.homes.rules import (
    FIRST_CONTACT,
    MACHINE,
    OFFERED,
    OUTCOMES,
    REQUIREMENTS,
    STATES,
    About,
    Kind,
    OfferFacts,
    Outcome,
    Sending,
    asks_household,
    check,
    cleaned,
    contact_due,
    looks_sensitive,
    requirements_of,
)
from oppvekst.law.citation import Mark
from oppvekst.law.identity import synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed

EMIL = synthetic(date(2016, 11, 24))


def test_the_tables_kinds_and_states_are_those_of_the_rules() -> None:
    assert set(Offer.Kind.values) == set(Kind)
    assert [state.name for state in STATES] == ["open", "contacted", "closed"]
    assert set(OUTCOMES) == set(Outcome)


# How soon ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 9, 1), date(2026, 9, 8)),  # Tuesday to Tuesday, a weekend between
        (date(2026, 9, 4), date(2026, 9, 11)),  # Friday
        (date(2026, 9, 5), date(2026, 9, 11)),  # Saturday
        (date(2026, 9, 6), date(2026, 9, 11)),  # Sunday
        (date(2026, 3, 31), date(2026, 4, 10)),  # Easter: Maundy Thursday to Easter Monday
        (date(2026, 4, 30), date(2026, 5, 8)),  # 1 May
        (date(2026, 5, 13), date(2026, 5, 21)),  # Ascension Day; the 17th is a Sunday
        (date(2026, 12, 23), date(2026, 12, 31)),  # Christmas Eve is no holiday
    ],
)
def test_five_working_days_pass_over_weekends_and_holidays(received: date, due: date) -> None:
    assert contact_due(received).due == due


def test_the_limit_says_that_it_is_the_municipalitys_own_and_how_it_was_counted() -> None:
    counted = contact_due(date(2026, 9, 1))
    assert FIRST_CONTACT.newest.mark is Mark.C
    assert counted.interpretation and "egen praksis" in counted.interpretation
    assert counted.steps[:3] == (
        "Tilbudet ble mottatt tirsdag 1. september 2026.",
        "Fem virkedager etter den dagen er tirsdag 8. september 2026.",
        "Helg og helligdager teller ikke: 2 dager er hoppet over.",
    )


def test_a_municipality_may_give_itself_fewer_days() -> None:
    counted = contact_due(date(2026, 9, 1), days=1)
    assert counted.due == date(2026, 9, 2)
    assert counted.steps[1] == "Én virkedag etter den dagen er onsdag 2. september 2026."


# What is required ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_before_anything_is_sent_everybody_is_told_that_the_certificate_comes_later(kind: Kind) -> None:
    told = " ".join(each.says for each in requirements_of(kind, before_sending=True))
    assert "politiattest senere" in told
    assert "bare av den som får tilbud om oppdraget" in told
    assert "tre måneder" in told


def test_a_visiting_home_is_told_of_the_year_and_the_weekends_before_sending() -> None:
    told = requirements_of(Kind.VISITING_HOME, before_sending=True)[0]
    assert "minst ett år, én eller flere helger i måneden" in told.says
    assert told.mark is Mark.B


@pytest.mark.parametrize(
    ("kind", "certificate"),
    [
        (Kind.VISITING_HOME, "extended"), (Kind.FOSTER_HOME, "extended"), (Kind.SUPPORT_CONTACT, "child_care"),
        (Kind.SUPERVISION_PERSON, "child_care"),
    ],
)  # fmt: skip
def test_where_children_sleep_the_certificate_is_exhaustive_and_extended(kind: Kind, certificate: str) -> None:
    ids = {each.id for each in requirements_of(kind)}
    assert ids & {"extended", "child_care"} == {certificate}
    assert ("others_at_home" in ids) == asks_household(kind)


def test_every_requirement_of_the_law_says_where_it_stands() -> None:
    assert all(each.source for each in REQUIREMENTS)
    assert not [
        each.id for each in REQUIREMENTS if each.mark is Mark.A and not (each.citation or "forskriften" in each.source)
    ]


# The gentle stop ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        EMIL, f"{EMIL[:6]} {EMIL[6:]}", f"{EMIL[:6]}-{EMIL[6:]}", " ".join(EMIL), f"Barnet mitt er {EMIL}.",
        f"{EMIL[:-1]}{(int(EMIL[-1]) + 1) % 10}",  # mistyped
        "".join(chr(0x0660 + int(digit)) for digit in EMIL), "".join(chr(0xFF10 + int(digit)) for digit in EMIL),
        f"ring 99 {EMIL} nå",
    ],
)  # fmt: skip
def test_an_identity_number_stops_however_it_is_written(written: str) -> None:
    found = looks_sensitive(written)
    assert found and found.about is About.NUMBER
    assert EMIL not in found.sentence


@pytest.mark.parametrize(
    "written",
    [
        "Sønnen vår har diabetes.", "Jeg har ADHD", "kreftsyk", "Mor er deprimert", "psykisk syk bror", "uføretrygdet",
        "Vi er allergiske", "Han har ein kronisk sjukdom", "My wife has cancer", "I have depression",
    ],
)  # fmt: skip
def test_health_words_stop_and_are_named(written: str) -> None:
    found = looks_sensitive(written)
    assert found and found.about is About.HEALTH
    assert found.words in written.lower()
    assert found.sentence.startswith("Dette trenger vi ikke ennå")


@pytest.mark.parametrize(
    "written",
    [
        "Vi har masse krefter og god tid.", "Vi sykler mye, og har to hunder.", "Jeg er sykepleier på sykehuset.",
        "Jeg er psykolog.", "Vi rusler i skogen.", "Ring 00 00 99 98 eller 00 00 12 40 etter klokka 17.",
        "+47 00 00 99 98", "Organisasjonsnummer 958 935 420", "Vi bor på Solvik siden 01.02.2010, hus fra 1974.",
        "Anstalt, engstelig, hivert", "",
    ],
)  # fmt: skip
def test_ordinary_words_stop_nobody(written: str) -> None:
    assert looks_sensitive(written) is None


def test_a_name_may_look_like_an_illness() -> None:
    assert looks_sensitive("Astma Kreft", health=False) is None


def test_what_is_refused_is_told_field_by_field() -> None:
    sending = Sending(kind=Kind.VISITING_HOME, name=" ", area="", words=f"Nummeret er {EMIL}")
    with pytest.raises(Incomplete) as refused:
        check(cleaned(sending))
    assert set(refused.value.fields) == {"name", "phone", "area", "adults", "words"}


def test_the_form_has_room_for_nobody_else_than_the_sender() -> None:
    asked = {name for names in OFFERED.values() for name in names}
    assert not [name for name in asked if "name" in name or "birth" in name or "health" in name or "faith" in name]


def test_what_cannot_be_seen_and_what_is_not_asked_is_taken_out() -> None:
    sending = Sending(
        kind=Kind.SUPPORT_CONTACT, name="\u202eIngrid\x00 \r\n Ekeli", area="Sol\u200bvik", phone="00009998",
        household={"adults": 2}, can_offer={"days": ["weekends", "invented"], "siblings": True, "often": "hourly"},
        words="=HYPERLINK(\"http://x\")\r\n<b>hei</b>",
    )  # fmt: skip
    kept = cleaned(sending)
    assert (kept.name, kept.area) == ("Ingrid Ekeli", "Solvik")
    assert kept.household == {}
    assert kept.can_offer == {"days": ["weekends"]}
    assert kept.words == '=HYPERLINK("http://x")\n<b>hei</b>'


# The life -----------------------------------------------------------------------------------------------------


def test_only_who_withdrew_is_ended_without_a_talk() -> None:
    assert MACHINE.take("open", "close", OfferFacts(outcome="withdrew")) == "closed"
    with pytest.raises(Incomplete, match="Ta kontakt først"):
        MACHINE.take("open", "close", OfferFacts(outcome="goes_on"))
    assert MACHINE.take("contacted", "close", OfferFacts(contacted=True, outcome="goes_on")) == "closed"


def test_that_somebody_does_not_suit_is_explained() -> None:
    with pytest.raises(Incomplete, match="hvorfor"):
        MACHINE.take("contacted", "close", OfferFacts(contacted=True, outcome="not_suitable", note=" "))
    assert MACHINE.take("contacted", "close", OfferFacts(contacted=True, outcome="not_suitable", note="Flytter."))


@pytest.mark.parametrize(
    ("contacted", "step", "back_to"), [(True, "reopen_contacted", "contacted"), (False, "reopen", "open")]
)
def test_what_is_opened_again_stands_where_it_stood(contacted: bool, step: str, back_to: str) -> None:
    assert MACHINE.take("closed", step, OfferFacts(contacted=contacted)) == back_to
    other = {"reopen", "reopen_contacted"} - {step}
    with pytest.raises(NotAllowed):
        MACHINE.take("closed", other.pop(), OfferFacts(contacted=contacted))
