"""What a reporter gets to know by letter, and the two forms on paper."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oppvekst.domain.concerns import rules
from oppvekst.ground.letters import Lang, Letter, Letterhead, render
from oppvekst.ground.letters.tests.reading import opened, structure, text

TEMPLATES = Path(__file__).resolve().parents[1] / "templates" / "letters"
LETTERS = ["receipt", "feedback", "feedback_after_investigation"]
FORMS = ["concern_form", "night_form"]
LANGUAGES: list[Lang] = ["nb", "nn", "en"]
AT = datetime(2026, 9, 29, 10, tzinfo=UTC)
SOLVIK = Letterhead(
    municipality="Solvik kommune",
    service="Barnevernstjenesten",
    address_lines=("Fjordgata 1", "9998 Solvik"),
    phone="00 00 99 10",
    phone_hours="mandag–fredag 08.30–15.00",
    on_call="00 00 99 98",
    on_call_hours="kveld, natt og helg",
)
CROWDED = Letterhead(
    municipality="Solvik kommune, vertskommune for Nordvåg",
    service="Barnevernstjenesten i Nordvåg og Solvik",
    address_lines=("Fjordgata 1, 2. etasje", "Postboks 99", "9998 Solvik"),
    phone="00 00 99 10",
    phone_hours="mandag–fredag 08.30–15.00",
    on_call="00 00 99 98",
    on_call_hours="kveld, natt, helg og høytid, felles for fem kommuner",
    website="barnevern.solvik.example",
    crest_svg='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 7"><path d="M0 0h6v7H0z" fill="#005f66"/></svg>',
    crest_alt="Våpenet til Solvik",
)
SCHOOL = {"name": "Solvik skole", "lines": ["v/ Anja Holte", "Skoleveien 2", "9998 Solvik"]}
JONAS, LEAH = "Jonas Strand", "Leah Moe Strand"
VALUES: dict[str, dict[str, object]] = {
    "receipt": {"addressee": {"name": "Berit Nygård", "lines": ["Bakkeveien 4"]}, "received": "2026-03-02"},
    "feedback": {
        "addressee": SCHOOL,
        "received": "2026-09-10",
        "children": [{"name": JONAS, "outcome": "opened"}, {"name": LEAH, "outcome": "not_opened"}],
    },
    "feedback_after_investigation": {
        "addressee": SCHOOL,
        "received": "2026-09-10",
        "children": [
            {"name": JONAS, "concluded": "2026-12-07", "followed_up": True, "how": "Skolen er med i samarbeidsmøtene."},
            {"name": LEAH, "concluded": "2026-12-07", "followed_up": False},
        ],
    },
    "concern_form": {},
    "night_form": {
        "people": [
            {"role": "leader", "name": "Marit Solheim", "phone": "00 00 99 21"},
            {"role": "deputy", "name": "Eivind Myrbakk", "phone": "00 00 99 22"},
        ]
    },
}


def written(name: str, lang: Lang = "nb", letterhead: Letterhead = SOLVIK, **changes: object) -> Letter:
    return render(f"concerns/{name}", VALUES[name] | changes, lang=lang, letterhead=letterhead, at=AT)


def texts(name: str) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((TEMPLATES / f"{name}.toml").read_text())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS + FORMS)
def test_every_letter_exists_in_every_language_with_its_own_title(name: str, lang: Lang) -> None:
    document = opened(written(name, lang))
    assert document.trailer["/Root"]["/Lang"] == lang
    assert document.metadata is not None
    assert document.metadata.title == texts(name)[lang]["title"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_takes_one_page(name: str, lang: Lang) -> None:
    assert written(name, lang).pages == 1


# To a private reporter --------------------------------------------------------------------------------------------


def test_a_grandmother_learns_that_her_concern_has_come_and_nothing_more() -> None:
    letter = text(written("receipt", children=[{"name": "Emil", "outcome": "opened"}], outcome="opened"))
    assert "Vi fikk meldingen fra deg 2. mars 2026." in letter
    assert "Vi har taushetsplikt, også overfor deg som har meldt." in letter
    assert "barnevernsloven § 13-3 første ledd" in letter
    for secret in ("Emil", "åpnet", "undersøkelse", "henlagt", "kjenner familien"):
        assert secret not in letter


def test_the_receipt_tells_whom_to_call_day_and_night() -> None:
    letter = text(written("receipt"))
    for number in ("00 00 99 10", "00 00 99 98", "112"):
        assert number in letter


def test_a_service_without_an_on_call_number_promises_none() -> None:
    bare = Letterhead(municipality="Nordvåg kommune", service="Barnevernstjenesten", phone="00 00 99 97")
    assert "barnevernvakten" not in text(written("receipt", letterhead=bare))


# To a reporter under the duty to report ---------------------------------------------------------------------------


def test_a_school_gets_one_answer_for_each_child() -> None:
    letter = text(written("feedback"))
    assert "Vi mottok bekymringsmeldingen 10. september 2026" in letter
    assert f"{JONAS} {rules.answer_on_investigation(opened=True)}" in letter
    assert f"{LEAH} {rules.answer_on_investigation(opened=False)}" in letter
    assert letter.count("Vi har åpnet undersøkelse.") == letter.count("Vi har ikke åpnet undersøkelse.") == 1


def test_the_answers_are_a_table_with_headings_for_the_one_who_listens() -> None:
    kinds = [kind for kind, _ in structure(written("feedback"))]
    assert kinds.count("/TH") == 2
    assert kinds.count("/TD") == 4


@pytest.mark.parametrize(
    ("outcome", "says", "promises_more"),
    [
        ("opened", "Vi har åpnet undersøkelse.", True),
        ("ongoing", "Det pågår allerede en undersøkelse.", True),
        ("not_opened", "Vi har ikke åpnet undersøkelse.", False),
        ("forwarded", "En annen tjeneste har ansvaret.", False),
    ],
)
def test_a_second_answer_is_promised_only_where_there_is_an_investigation(
    outcome: str, says: str, promises_more: bool
) -> None:
    letter = text(written("feedback", children=[{"name": JONAS, "outcome": outcome}]))
    assert says in letter
    assert ("senest tre uker etter at undersøkelsen er avsluttet" in letter) is promises_more
    assert ("Det var riktig å melde fra" in letter) is (outcome == "not_opened")


def test_after_the_investigation_how_is_told_only_for_the_child_where_it_is_needed() -> None:
    letter = text(written("feedback_after_investigation"))
    jonas, leah = letter.split(LEAH)
    assert "Vi følger opp barnet og familien videre." in jonas
    assert "Skolen er med i samarbeidsmøtene." in jonas
    assert "Vi følger ikke opp barnet og familien videre." in leah
    assert "samarbeidsmøtene" not in leah
    assert letter.count("Avsluttet 7. desember 2026.") == 2


def test_a_letter_about_many_children_goes_on_over_the_page() -> None:
    many = [{"name": f"Barn {number}", "outcome": "opened"} for number in range(30)]
    letter = written("feedback", children=many)
    assert letter.pages == 2
    assert "Barn 29 Vi har åpnet undersøkelse." in text(letter)


# On paper ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letterhead", [SOLVIK, CROWDED], ids=["Solvik", "long names"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "pages"), [("concern_form", 2), ("night_form", 1)])
def test_a_form_keeps_its_pages_in_every_language(name: str, pages: int, lang: Lang, letterhead: Letterhead) -> None:
    assert written(name, lang, letterhead).pages == pages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_phones_stand_first_on_the_concern_form(lang: Lang) -> None:
    form = text(written("concern_form", lang))
    asks = form.index(str(texts("concern_form")[lang]["who"]))
    for number in ("112", "113", "116 111", "00 00 99 98", "00 00 99 10"):
        assert form.index(number) < asks


def test_the_concern_form_says_before_one_writes_who_will_read_it() -> None:
    form = text(written("concern_form"))
    writes = form.index("Hva har du sett og hørt, og når?")
    for warning in (
        "Familien får som regel lese det du skriver. Kan de kjenne deg igjen på det du forteller?",
        "Du kan ikke være anonym. Familien får som regel vite hvem som meldte, og får lese meldingen.",
        "Er det trygt at familien får vite det nå?",
        "Hvordan og når kan vi nå deg trygt?",
        "Barn skal aldri tolke.",
    ):
        assert form.index(warning) < writes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_five_triggers_of_the_duty_to_report_stand_in_the_order_of_the_law(lang: Lang) -> None:
    form = text(written("concern_form", lang))
    places = [form.index(f"{letter} {texts('concern_form')[lang][letter]}") for letter in "abcde"]
    assert places == sorted(places)
    assert "§ 13-2" in form[: places[0]]


def test_the_night_form_asks_for_all_that_must_be_entered_afterwards() -> None:
    form = text(written("night_form"))
    for asked in (
        "Føres inn etterpå med de virkelige tidspunktene, merket «ført inn senere».",
        "Kom inn, dato", "Skrevet av", "Hva ble sagt?", "Trenger barnet hjelp med en gang?", "Vurdert av", "Fordi",
        "Mistanke om vold eller overgrep", "Hvem er ringt?", "Leder Marit Solheim 00 00 99 21",
        "Stedfortreder Eivind Myrbakk 00 00 99 22", "Politiet 112", "Legevakt 116 117", "Ført inn i systemet",
        "Gjennomgang senest (en uke etter)", "Numrene gjaldt 29. september 2026.",
    ):  # fmt: skip
        assert asked in form


def test_the_night_form_can_be_printed_before_anybody_is_named() -> None:
    form = written("night_form", people=[])
    assert form.pages == 1
    assert "Politiet 112" in text(form)
