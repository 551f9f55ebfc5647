"""Invented content for the gallery. No person, place or number here exists."""

import datetime as dt
from typing import Any

from django.core.paginator import Paginator

from oppvekst.ground.web.gallery.forms import TODAY
from oppvekst.ground.web.lifeline import Happening, lifeline

ACTOR = {"name": "Kari Nesheim", "title": "Saksbehandler", "hat": "case"}
HATS = (("case", "Saksbehandler"), ("intake", "Mottak"))
WEEK = (
    "Meldingen kom mandag 23. november 2026.",
    "Gjennomgangen skal være gjort snarest, og senest én uke etter.",
    "Én uke fra mandag 23. november er mandag 30. november 2026.",
)


def everything() -> dict[str, Any]:
    """What the sample pages show."""
    return {
        "today": TODAY,
        "now": dt.datetime(2026, 11, 24, 8, 12, tzinfo=dt.UTC),
        "came": dt.datetime(2026, 11, 23, 13, 5, tzinfo=dt.UTC),
        "week": WEEK,
        "limits": LIMITS,
        "groups": GROUPS,
        "steps": STEPS,
        "impossible": IMPOSSIBLE,
        "facts": FACTS,
        "candidates": CANDIDATES,
        "events": EVENTS,
        "news": NEWS,
        "earlier": EARLIER,
        "siblings": SIBLINGS,
        "missing": MISSING,
        "answers": ANSWERS,
        "receipt": RECEIPT,
        "confirm": CONFIRM,
        "call": CALL,
        "more": MORE,
        "calls": CALLS,
        "tabs": TABS,
        "crumbs": [("Meldinger", "#meldinger"), ("M-2026-0412", "")],
        "page": Paginator(range(1, 413), 50).page(3),
        "life": lifeline(HAPPENINGS, today=TODAY),
    }


def _day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


LIMITS = [
    {"due": _day(-2), "law": "§ 2-1", "steps": WEEK},
    {"due": _day(0), "law": "§ 2-2"},
    {"due": _day(6), "law": "§ 2-1", "steps": WEEK},
    {"due": _day(12), "law": "§ 2-2"},
    {"due": _day(80), "law": "§ 2-2"},
    {"due": _day(2), "law": "§ 2-1", "kept_on": _day(-1)},
    {"due": _day(-4), "law": "§ 2-1", "kept_on": _day(-1)},
]


def _row(name: str, age: str, what: str, days: int, act: str, **more: Any) -> dict[str, Any]:
    return {"href": "#rad", "name": name, "age": age, "what": what, "due": _day(days), "act": act, **more}


GROUPS = [
    {
        "id": "over",
        "title": "Over frist",
        "colour": "danger",
        "icon": "x-mark-octagon-fill",
        "rows": [
            _row(
                "Emil Sunde", "6 år", "Melding fra nabo er ikke gjennomgått", -2, "Gjennomgå", law="§ 2-1", steps=WEEK
            ),
            _row("Nora Lie", "11 år", "Tilbakemelding til melder (Solvik barnehage)", -1, "Skriv svar", law="§ 13-3"),
        ],
    },
    {
        "id": "i-dag",
        "title": "I dag",
        "colour": "warning",
        "icon": "clock-fill",
        "rows": [
            _row("Sara og Ali Haddad", "4 og 7 år", "Undersøkelsesplan mangler", 0, "Skriv plan", law="§ 2-2"),
            _row(
                "Ida Strand Vik",
                "15 år",
                "Utkast til referat venter på godkjenning",
                0,
                "Godkjenn",
                tags=[{"label": "Fortrolig adresse", "colour": "warning", "icon": "padlock-locked"}],
            ),
        ],
    },
    {
        "id": "uka",
        "title": "Denne uka",
        "colour": "neutral",
        "icon": "calendar",
        "rows": [
            _row(
                "Melding fra Solvik skole", "", "Emil Berg Sunde, 6 år. Ikke gjennomgått", 6, "Gjennomgå", law="§ 2-1"
            ),
            _row("Mia Dahl", "13 år", "Samtale uten foreldre til stede", 2, "Forbered", law="§ 1-4"),
            _row("Theo Moen", "2 år", "Undersøkelsen skal være ferdig", 12, "Konkluder", law="§ 2-2"),
        ],
    },
]
STEPS = [
    {
        "title": "Åpne undersøkelse",
        "law": "§ 2-2",
        "text": "Når det er rimelig grunn til å anta at tiltak kan bli aktuelt. Fristen blir søndag 28. februar 2027.",
        "act": "Åpne undersøkelse",
        "href": "#apne",
    },
    {
        "title": "Henlegge meldingen",
        "law": "§ 2-1 andre ledd",
        "text": "Krever skriftlig begrunnelse med faglige vurderinger. Meldingen blir bevart.",
        "act": "Henlegg",
        "href": "#henlegg",
        "dialog": "henlegg",
    },
    {
        "title": "Sende til rett kommune",
        "law": "§ 15-4",
        "text": "Når barnet bor eller oppholder seg i en annen kommune.",
        "act": "Velg kommune",
        "href": "#kommune",
    },
]
IMPOSSIBLE = [
    {"title": "Akuttvedtak", "law": "§ 4-2", "why": "Bare leder eller stedfortreder. Marit Solheim er tilgjengelig."},
    {"title": "Hjelpetiltak", "law": "§ 3-1", "why": "Undersøkelsen må være konkludert først."},
    {"title": "Tilbakemelding til melder", "law": "§ 13-3", "why": "Når gjennomgangen er ferdig."},
]
FACTS = [
    {"term": "Melder", "value": "Solvik skole ved rektor Marit Sand"},
    {"term": "Telefon", "phone": "00001240"},
    {"term": "Meldeplikt", "value": "Mishandling i hjemmet", "law": "§ 13-2 a"},
    {"term": "Vet foreldrene om den?", "value": "Nei, etter råd fra oss"},
    {"term": "Svar til melder", "value": "innen 14. desember", "law": "§ 13-3"},
    {"term": "Vedlegg", "value": "Notat fra kontaktlærer (PDF, 2 sider)", "href": "#vedlegg"},
    {"term": "Tolk", "value": ""},
]
CANDIDATES = [
    {
        "name": "Emil Berg Sunde",
        "age": "6 år",
        "where": "Bjørkeveien 9, Solvik",
        "matches": [{"label": one, "fits": True} for one in ("Navn", "Alder", "Skole")],
        "action": "#knytt",
        "hidden": {"person": "1"},
    },
    {
        "name": "Emil Sundby",
        "age": "7 år",
        "where": "Strandgata 4, Solvik",
        "matches": [{"label": "Fornavn", "fits": True}, {"label": "Går på Nes skole", "fits": False}],
        "action": "#knytt",
        "hidden": {"person": "2"},
    },
]
EVENTS = [
    {
        "id": "e1",
        "at": dt.datetime(2026, 11, 23, 13, 5, tzinfo=dt.UTC),
        "clock": True,
        "text": "Melding fra Solvik skole",
        "colour": "sun",
        "note": "Kom på nettskjema",
    },
    {
        "id": "e2",
        "at": dt.datetime(2026, 11, 23, 14, 30, tzinfo=dt.UTC),
        "clock": True,
        "text": "Vurdert: ikke behov for hjelp samme dag",
        "colour": "accent",
        "href": "#e2",
    },
    {
        "id": "e3",
        "at": dt.datetime(2026, 11, 24, 8, 2, tzinfo=dt.UTC),
        "clock": True,
        "text": "Kari Nesheim tok meldingen",
        "colour": "neutral",
    },
]
NEWS = [
    {"icon": "file-text", "title": "Brev fra BUP, Nora Lie", "note": "Kom i går klokka 15.22", "href": "#n1"},
    {"icon": "chat", "title": "Ida skrev på Min side", "note": "«Kan vi ta møtet etter matte?»", "href": "#n2"},
]
EARLIER = [
    {
        "icon": "inbox",
        "title": "Melding fra nabo",
        "note": "15. november, ikke gjennomgått",
        "href": "#t1",
        "due": _day(-2),
    },
    {"icon": "inbox", "title": "Melding fra helsestasjonen", "note": "3. mars 2025, henlagt", "href": "#t2"},
]
SIBLINGS = [
    {"icon": "person-circle", "title": "Sander Berg Sunde, 9 år", "note": "Nevnt i meldingen. Ingen egen melding ennå"}
]
MISSING = [
    {
        "title": "Undersøkelsesplan",
        "note": "Skal skrives når undersøkelsen åpnes",
        "href": "#plan",
        "act": "Skriv",
        "word": "Mangler:",
    },
    {"title": "Samtale med barnet", "note": "Ikke avtalt", "href": "#samtale", "act": "Avtal", "word": "Mangler:"},
    {
        "title": "Foreldrene er varslet",
        "note": "24. november",
        "colour": "success",
        "icon": "checkmark-circle-fill",
        "word": "Gjort:",
    },
]
ANSWERS = [
    {"question": "Er barnet i fare nå?", "value": "Nei, ikke akkurat nå", "href": "#1"},
    {
        "question": "Hva du er bekymret for",
        "value": "Jeg bor vegg i vegg med en familie med to barn. De siste ukene har jeg hørt mye skriking om kvelden, "
        "og to ganger har den minste stått alene ute i trappa uten jakke.",
        "href": "#2",
    },
    {
        "question": "Hvem det gjelder",
        "value": "Emil, rundt 6 år, og en eldre bror\nBjørkeveien 9, 1. etasje",
        "href": "#3",
    },
    {
        "question": "Kommunen barnet bor i",
        "value": "",
        "href": "#4",
        "id": "kommune",
        "error": "Velg kommune. Vi trenger den for å sende meldingen rett.",
    },
    {"question": "Hvem du er", "value": "Nabo. Du har valgt å oppgi navn.\nBjørn Lunde", "href": "#5"},
]
RECEIPT = {
    "title": "Vi har fått meldingen din",
    "text": "Takk for at du sa fra. Barnevernstjenesten i Solvik leser den.",
    "number": "M-2026-0412",
    "keep": "Skriv ned nummeret, eller ta et bilde av det. Du trenger det hvis du vil legge til noe.",
    "next": [
        {"when": "Med en gang", "what": "Vi vurderer om barnet trenger hjelp samme dag."},
        {
            "when": "Innen mandag 30. november",
            "what": "Vi har gått gjennom meldingen og bestemt om vi skal undersøke mer.",
        },
        {
            "when": "Innen mandag 14. desember",
            "what": "Du får vite at vi har fått meldingen, fordi du oppga navnet ditt.",
        },
    ],
}
CONFIRM = {
    "id": "henlegg",
    "title": "Henlegge meldingen?",
    "happens": "Meldingen blir avsluttet. Begrunnelsen kommer i barnets journal.",
    "seen_by": "Ansatte med tilgang til meldingen. Foreldrene kan be om innsyn.",
    "undone": "Nei, men en ny melding kan gjøre at dere ser på den igjen.",
    "action": "#henlegg",
    "act": "Henlegg meldingen",
    "hidden": {"step": "dismiss"},
}
CALL = {
    "name": "Barnevernvakten",
    "number": "00009998",
    "is_open": True,
    "open_words": "Åpent nå, til mandag klokka 08.30",
    "why": "Du trenger ikke være sikker. Vi lytter, og finner ut sammen med deg hva som bør skje.",
}
MORE = [
    {"number": "112", "name": "Politiet, når noen er i fare nå"},
    {"number": "113", "name": "Ambulanse, når noen er skadet eller syke"},
    {"number": "116111", "name": "Alarmtelefonen for barn og unge, gratis"},
]
CALLS = [
    {"number": "116111", "why": "Ring gratis. De er der for barn og unge."},
    {
        "name": "Skriv på chat",
        "href": "https://www.116111.no/",
        "icon": "chat",
        "why": "Du trenger ikke si hva du heter.",
    },
    {"number": "112", "colour": "danger", "why": "Politiet. Ring hvis noen er farlige nå."},
]
TABS = [
    {"label": "Oversikt", "href": "#oversikt", "here": True},
    {"label": "Meldinger", "href": "#meldinger", "count": 3},
    {"label": "Undersøkelser", "href": "#undersokelser", "count": 1},
    {"label": "Mennesker", "href": "#mennesker"},
    {"label": "Journal", "href": "#journal"},
    {"label": "Tilgang", "href": "#tilgang"},
]
HAPPENINGS = [
    Happening("concern", dt.date(2024, 6, 3), "Melding fra helsestasjonen"),
    Happening(
        "investigation", dt.date(2024, 9, 4), "Undersøkelse, endte med tiltak", dt.date(2024, 12, 6), "Undersøkelse"
    ),
    Happening("decision", dt.date(2024, 12, 6), "Vedtak om hjelpetiltak"),
    Happening("measure", dt.date(2024, 12, 10), "Råd og veiledning hjemme", dt.date(2025, 11, 20), "Veiledning"),
    Happening("measure", dt.date(2025, 3, 1), "Støttekontakt", None, "Støttekontakt", running=True),
    Happening("measure", dt.date(2026, 12, 1), "Besøkshjem", dt.date(2027, 4, 1), "Besøkshjem", "planned"),
    Happening("home", dt.date(2024, 6, 3), "Hos mor", dt.date(2025, 9, 1), "Mor"),
    Happening("home", dt.date(2025, 9, 2), "Beredskapshjem", dt.date(2025, 12, 1), "Beredskapshjem", "away"),
    Happening("home", dt.date(2025, 12, 2), "Hos mor", None, "Mor", running=True),
    Happening("decision", dt.date(2025, 9, 2), "Akuttvedtak", mood="acute"),
    Happening("concern", dt.date(2025, 8, 30), "Melding fra politiet"),
    Happening("talk", dt.date(2026, 11, 12), "Samtale med Ida på skolen"),
    Happening("talk", dt.date(2026, 12, 2), "Avtalt samtale"),
    Happening("limit", dt.date(2026, 12, 4), "Evaluering av planen"),
]
