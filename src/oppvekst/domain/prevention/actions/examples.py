"""Invented contacts, one invented group and what an invented public asks, for the demonstration. Nobody in it is real."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from oppvekst.domain.prevention.actions.arrange import ARRANGE, arrange_group, publish_group
from oppvekst.domain.prevention.actions.contacts import Kept, keep_contact
from oppvekst.domain.prevention.models import Group, SchoolContact
from oppvekst.domain.prevention.rules import Planned
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.law.calendar import oslo_date

THURSDAY = 3
WEEKS_AHEAD, EVENINGS = 3, 8
GEIR, MAIRE = "Geir Aasen", "Maire Holm"
CONTACTS = (
    ("school", "Solvik skole", "Sentrum", GEIR, "00 00 97 21"),
    ("school", "Solvik ungdomsskole", "Sentrum", GEIR, "00 00 97 21"),
    ("kindergarten", "Fjordgata barnehage", "Sentrum", MAIRE, "00 00 97 22"),
    ("kindergarten", "Havblikk barnehage", "Havblikk", MAIRE, "00 00 97 22"),
    ("school", "Havblikk skole", "Havblikk", MAIRE, "00 00 97 22"),
    ("school", "Lyngveien skole", "Lyngheia", GEIR, "00 00 97 21"),
    ("kindergarten", "Lyngheia barnehage", "Lyngheia", MAIRE, "00 00 97 22"),
)
TITLE = "Å være forelder i et nytt land"
ABOUT = (
    "For deg som har kommet til Norge de siste årene og har barn. Vi møtes åtte kvelder og snakker om hverdagen med barn: "
    "søvn, skjerm, skole, grenser og følelser. Vi forteller om regler i Norge, og du forteller hva du er opptatt av. "
    "Kvalifiserte tolker er med hver gang."
)
OTHER_LANGUAGES = {
    "nn": {
        "title": "Å vere forelder i eit nytt land",
        "about": (
            "For deg som har kome til Noreg dei siste åra og har barn. Vi møtest åtte kveldar og snakkar om kvardagen med "
            "barn: søvn, skjerm, skule, grenser og kjensler. Vi fortel om reglar i Noreg, og du fortel kva du er oppteken "
            "av. Kvalifiserte tolkar er med kvar gong."
        ),
    },
    "en": {
        "title": "Being a parent in a new country",
        "about": (
            "For you who have come to Norway in the last few years and have children. We meet for eight evenings and talk "
            "about everyday life with children: sleep, screens, school, limits and feelings. We tell you about rules in "
            "Norway, and you tell us what is on your mind. Qualified interpreters are there every time."
        ),
    },
}


def install_examples(municipality: Municipality, *, by: Actor, at: datetime) -> None:
    """Give an invented municipality contacts for its schools, and a group to sign up for; safe to repeat.

    ``by`` needs the right ``group.arrange`` in that municipality.
    """
    has = set(SchoolContact.objects.filter(municipality=municipality).values_list("name", flat=True))
    for kind, name, area, person, phone in CONTACTS:
        if name not in has:
            keep_contact(
                Kept(kind=kind, name=name, area=area, contact_person=person, phone=phone), by=by, at=at
            )  # fmt: skip
    if not Group.objects.filter(municipality=municipality).exists():
        publish_group(arrange_group(_group(oslo_date(at)), by=by, at=at), by=by, at=at)


def _group(today: date) -> Planned:
    first = today + timedelta(days=(THURSDAY - today.weekday()) % 7, weeks=WEEKS_AHEAD)
    return Planned(
        title=TITLE, about=ABOUT, other_languages=OTHER_LANGUAGES, place="Frivilligsentralen, Fjordgata 12", starts_on=first,
        ends_on=first + timedelta(weeks=EVENINGS - 1), starts_at=time(17, 30), ends_at=time(19, 30), evenings=EVENINGS,
        languages=("ti", "prs"), child_care=True, seats=12,
    )  # fmt: skip


__all__ = ["ARRANGE", "install_examples"]
