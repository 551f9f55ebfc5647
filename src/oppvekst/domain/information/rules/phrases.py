"""Names and sentences of phones and closures, as they are said in Nynorsk and English. Bokmål stands in the row itself."""

from __future__ import annotations

type InOtherLanguages = dict[str, dict[str, str]]
"""As a row keeps them: language, then what of the row, then the words."""


def also(nn: str, nn_about: str, en: str, en_about: str) -> InOtherLanguages:
    """What something is called, and what is said of it, in the other languages."""
    return {"nn": {"name": nn, "about": nn_about}, "en": {"name": en, "about": en_about}}


def open_at(hours: str) -> InOtherLanguages:
    """Opening hours in words, in the other languages."""
    return HOURS.get(hours, {})


def called(nn: str, en: str) -> InOtherLanguages:
    """What a reason is called in the other languages."""
    return {"nn": {"reason": nn}, "en": {"reason": en}}


LINES = {
    "duty": also(
        "Barneverntenesta", "Du kan spørje, seie frå om ei uro eller be om hjelp.",
        "The child welfare service", "You can ask, tell us that you are worried, or ask for help.",
    ),
    "on-call": also(
        "Barnevernvakta", "Når det hastar og barneverntenesta har stengt.",
        "The on-call service (barnevernvakten)", "When it is urgent and the child welfare service is closed.",
    ),
    "foster-on-call": also(
        "Vakttelefon for fosterheimar", "Råd og støtte til fosterforeldre når dei andre har gått heim.",
        "On-call phone for foster homes", "Advice and support for foster parents when the others have gone home.",
    ),
    "child-alarm": also(
        "Alarmtelefonen for barn og unge", "Gratis. Ring, eller skriv på chat, SMS eller e-post. Vaksne kan også ringe.",
        "The alarm phone for children and youth", "Free. Call, or write by chat, text message or email. Adults may call too.",
    ),
    "medical": also(
        "Legevakt", "Når nokon treng lege og det ikkje kan vente.",
        "Out-of-hours doctor (legevakt)", "When someone needs a doctor and it cannot wait.",
    ),
    "police": also("Politiet", "Når nokon er i fare no.", "The police", "When someone is in danger now."),
    "ambulance": also(
        "Ambulanse", "Når nokon er skadde eller alvorleg sjuke.",
        "Ambulance", "When someone is injured or seriously ill.",
    ),
}  # fmt: skip

CLOSURES = {"julaften": called("julaftan", "Christmas Eve"), "nyttårsaften": called("nyttårsaftan", "New Year's Eve")}

HOURS = {
    hours: {"nn": {"hours": nn}, "en": {"hours": en}}
    for hours, nn, en in (
        ("Hverdager 08.30–15.00", "Kvardagar 08.30–15.00", "Weekdays 08.30–15.00"),
        ("Torsdager 14.00–16.00", "Torsdagar 14.00–16.00", "Thursdays 14.00–16.00"),
        ("Hele døgnet", "Heile døgnet", "Day and night"),
    )
}  # fmt: skip
