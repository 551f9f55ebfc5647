import datetime as dt
from typing import Any

import pytest
from django import forms

from oppvekst.ground.web.forms import (
    Checks,
    Choice,
    DateField,
    DsForm,
    PhoneField,
    TimeField,
    YesNo,
    long_text,
    oslo_moment,
    radios,
)
from oppvekst.ground.web.templatetags.house import errors

TODAY = dt.date(2026, 11, 24)


class Form(DsForm):
    name = forms.CharField(label="Barnets navn", required=False)
    born = DateField(label="Når er barnet født?", required=False, not_after=TODAY, not_before=dt.date(2000, 1, 1))
    who = radios([("a", Choice("Nabo", "Eller bekjent")), ("b", "Slekt")], label="Hvordan kjenner du barnet?")
    about = Checks([("x", "Vold"), ("other", "Annet")], label="Tema", required=False)
    other = forms.CharField(label="Hva?", required=False)
    words = long_text(label="Hva er du bekymret for?", max_length=20)
    safe = YesNo(label="Er det trygt å ringe?", required=False)
    phone = PhoneField(label="Telefon", required=False)
    clock = TimeField(label="Klokka", required=False)
    email = forms.EmailField(label="E-post", required=False)
    follows = {"other": ("about", "other")}


GOOD = {"who": "a", "words": "Kort"}


def form(**typed: Any) -> Form:
    return Form({**GOOD, **typed})


def told(name: str, **typed: Any) -> str:
    return " ".join(form(**typed).errors.get(name, []))


@pytest.mark.parametrize(
    "typed",
    [
        {"born_day": "24", "born_month": "11", "born_year": "2016"},
        {"born_day": " 24. ", "born_month": "nov", "born_year": "2016"},
        {"born_day": "24", "born_month": "november", "born_year": "2016"},
        {"born_day": "24.11.2016"},
        {"born_day": "24112016"},
        {"born": "24.11.2016"},
        {"born": "2016-11-24"},
        {"born": "24/11-2016"},
        {"born": "24. november 2016"},
    ],
)
def test_a_date_is_understood_as_people_write_it(typed: dict[str, str]) -> None:
    filled = form(**typed)
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["born"] == dt.date(2016, 11, 24)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("31", "11", "2016"), "31. november 2016 finnes ikke. Rett datoen, eller la feltene stå tomme."),
        (("29", "2", "2023"), "29. februar 2023 finnes ikke. Rett datoen, eller la feltene stå tomme."),
        (("24", "", "2016"), "Skriv også måned."),
        (("", "", "2016"), "Skriv også dag og måned."),
        (("24", "11", "16"), "Skriv året med fire siffer, for eksempel 2016."),
        (("24", "13", "2016"), "Måned 13 finnes ikke. Skriv et tall fra 1 til 12."),
        (("tju", "11", "2016"), "Skriv datoen med tall, for eksempel 24 11 2016."),
        (("25", "11", "2026"), "Datoen kan ikke være etter tirsdag 24. november 2026. Rett datoen."),
        (("1", "1", "1999"), "Datoen kan ikke være før lørdag 1. januar 2000. Rett datoen."),
        (("1", "1", "0000"), "1. januar 0000 finnes ikke. Rett datoen, eller la feltene stå tomme."),
    ],
)
def test_a_wrong_date_says_what_is_wrong_and_how_to_mend_it(typed: tuple[str, str, str], sentence: str) -> None:
    assert told("born", born_day=typed[0], born_month=typed[1], born_year=typed[2]) == sentence


def test_a_wrong_date_is_kept_as_typed() -> None:
    html = str(form(born_day="31", born_month="11", born_year="2016")["born"])
    assert 'value="31"' in html
    assert 'value="2016"' in html
    assert html.count('aria-invalid="true"') == 3
    assert 'aria-describedby="id_born_error"' in html


def test_a_kept_date_is_shown_in_its_three_fields() -> None:
    html = str(Form(initial={"born": dt.date(2016, 11, 4)})["born"])
    assert 'name="born_day" inputmode="numeric" size="2" maxlength="20" autocomplete="off" value="4"' in html


def test_an_unchanged_date_counts_as_unchanged() -> None:
    field = DateField(required=False)
    assert not field.has_changed(dt.date(2016, 11, 4), field.prepare_value(dt.date(2016, 11, 4)))
    assert not field.has_changed(None, field.widget.value_from_datadict({}, {}, "born"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("00 00 99 98", "00009998"),
        ("+47 00 00 99 98", "00009998"),
        ("0047 00009998", "00009998"),
        ("116 111", "116111"),
        ("02000", "02000"),
        ("+46 70 123 45 67", "+46701234567"),
        ("", ""),
    ],
)
def test_a_phone_number_is_understood_as_people_write_it(typed: str, kept: str) -> None:
    filled = form(phone=typed)
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["phone"] == kept


@pytest.mark.parametrize(
    ("typed", "part"), [("0000 999", "har sju siffer"), ("ring mamma", "bare siffer"), ("+46 1", "landkoden")]
)
def test_a_wrong_phone_number_says_how_to_write_it(typed: str, part: str) -> None:
    assert part in told("phone", phone=typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("14.05", dt.time(14, 5)), ("14:05", dt.time(14, 5)), ("1405", dt.time(14, 5)), ("kl. 9", dt.time(9))],
)
def test_a_clock_is_understood_as_people_write_it(typed: str, kept: dt.time) -> None:
    assert form(clock=typed).fields["clock"].clean(typed) == kept


def test_a_wrong_clock_says_how_to_write_it() -> None:
    assert told("clock", clock="25.10") == "Klokka 25.10 finnes ikke. Skriv for eksempel 14.05."
    assert told("clock", clock="i går") == "Skriv klokkeslettet med tall, for eksempel 14.05."


def test_a_day_and_a_clock_make_a_moment_in_norwegian_time() -> None:
    assert oslo_moment(dt.date(2026, 7, 1), dt.time(12)).utcoffset() == dt.timedelta(hours=2)
    assert oslo_moment(dt.date(2026, 12, 1), dt.time(12)).utcoffset() == dt.timedelta(hours=1)


def test_an_unanswered_question_is_asked_again_in_its_own_words() -> None:
    assert told("who", who="") == "Velg et svar på «Hvordan kjenner du barnet?»."
    assert told("words", words="") == "Svar på «Hva er du bekymret for?»."


def test_a_sentence_that_the_author_wrote_is_kept() -> None:
    class Own(DsForm):
        name = forms.CharField(error_messages={"required": "Skriv hva barnet heter."})

    assert Own({}).errors["name"] == ["Skriv hva barnet heter."]


def test_a_text_that_is_too_long_says_how_long_it_may_be() -> None:
    sentence = told("words", words="x" * 25)
    assert sentence == "Det er plass til 20 tegn, og du har skrevet 25. Kort ned teksten."


def test_a_wrong_email_shows_what_one_looks_like() -> None:
    assert "navn@eksempel.no" in told("email", email="bjorn.lunde.example.no")


def test_yes_and_no_are_true_and_false_and_nothing_is_neither() -> None:
    answers = []
    for typed in ("yes", "no", ""):
        filled = form(safe=typed)
        assert filled.is_valid()
        answers.append(filled.cleaned_data["safe"])
    assert answers == [True, False, None]
    assert 'value="no" class="ds-input" id="id_safe_1" checked' in str(Form(initial={"safe": False})["safe"])


def test_what_may_be_left_says_so_and_what_must_be_answered_does_not() -> None:
    html = str(Form())
    assert "Barnets navn <span" in html
    assert "Hvordan kjenner du barnet?</legend>" in html


def test_labels_help_and_errors_are_tied_to_their_fields_without_scripts() -> None:
    html = form(phone="12").as_p() and str(form(phone="12")["phone"].as_field_group())
    assert 'for="id_phone"' in html
    assert 'aria-describedby="id_phone_error"' in html
    assert 'id="id_phone_error"' in html


def test_a_group_carries_its_error_once_on_the_whole_group() -> None:
    html = str(form(who="")["who"].as_field_group())
    assert 'aria-describedby="id_who_error"' in html.split("<legend", maxsplit=1)[0]
    assert html.count("id_who_error") == 2


def test_a_hint_under_a_choice_is_part_of_its_label() -> None:
    assert 'for="id_who_0">Nabo<small>Eller bekjent</small></label>' in str(Form()["who"].as_field_group())


def test_a_field_that_follows_an_answer_tells_the_script_which() -> None:
    assert 'data-follows="about=other"' in str(Form()["other"].as_field_group())


def test_the_summary_counts_in_words_and_leads_to_the_first_control() -> None:
    shown = errors(form(who="", born_day="31", born_month="11", born_year="2016"))
    assert shown["title"] == "To ting må rettes før du går videre"
    assert [item["target"] for item in shown["items"]] == ["id_born_day", "id_who_0"]


def test_one_error_is_said_in_the_singular_and_none_gives_no_summary() -> None:
    assert errors(form(who=""))["title"] == "Én ting må rettes før du går videre"
    assert errors(form(), None)["items"] == []


def test_the_summary_gathers_form_sets_and_what_concerns_the_whole_form() -> None:
    several = forms.formset_factory(Form, min_num=2, validate_min=True)
    posted = several({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-who": "", "form-0-words": "x"})
    targets = [item["target"] for item in errors(posted)["items"]]
    assert targets == ["", "id_form-0-who_0"]


def test_what_was_typed_is_escaped() -> None:
    html = str(form(name='"><script>alert(1)</script>', phone="<b>")["name"].as_field_group())
    assert "<script>" not in html
