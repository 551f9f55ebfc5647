"""What the preventive service has held: talks without names, one by consent, work with others, interpreters. Invented."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.rules import NOBODYS, QUALIFIED, Agreed, Booked, Held, Made
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date

# From whom, about what, how old, how, minutes, advice.
TALKS: Final = (
    ("kindergarten", "everyday", "3_5", "phone", 20, ("talk",)),
    ("school", "bounds", "6_12", "phone", 15, ("own_measures",)),
    ("school", "feelings", "13_17", "staff", 30, ("talk", "elsewhere")),
    ("kindergarten", "bounds", "3_5", "phone", 15, ("talk",)),
    ("health_nurse", "everyday", "0_2", "phone", 10, ("listened",)),
    ("parent", "digital", "13_17", "phone", 25, ("listened",)),
    ("kindergarten", "neglect", "3_5", "department", 40, ("concern",)),
    ("school", "school", "13_17", "phone", 20, ("talk",)),
    ("refugees", "new_country", "several", "group", 30, ("apply",)),
    ("school", "bounds", "6_12", "parents", 15, ("talk",)),
    ("kindergarten", "duty", "several", "staff", 45, ("listened", "concern")),
    ("school", "feelings", "6_12", "phone", 20, ("talk",)),
)
DONE: Final = (
    ("district_team", "Bydelsteam Havblikk", "Havblikk", ("school", "health_nurse"), ("cooperation",), 0, 90),
    ("parents", "Foreldremøte for førsteklasse", "Sentrum", ("school",), ("bounds", "us"), 42, 60),
    ("competence", "Å se og å spørre: kurs for barnehager", "Lyngheia", ("kindergarten",), ("concern", "duty"), 18, 180),
    ("rights", "Klassebesøk om rettigheter", "Sentrum", ("school",), ("us",), 26, 45),
)  # fmt: skip
CONSENTED: Final = "Begge foreldrene, på telefon"


def hold(geir: Actor, *, at: datetime) -> None:
    """A short autumn of it."""
    for back, (body, topic, age, way, minutes, advice) in enumerate(TALKS):
        day = at - timedelta(days=2 * back)
        held = Held(
            held_on=oslo_date(day), body=body, topic=topic, age=age, way=way, minutes=minutes, advice=advice
        )  # fmt: skip
        actions.note_discussion(held, by=geir, at=day)
    today = oslo_date(at)
    agreed = Agreed(
        held_on=today, body="kindergarten", about="Gutt, 4 år", consented="both", consent_by=CONSENTED,
        consented_on=today - timedelta(days=2), words="Kveldene er lange. Rådet til faste rutiner og helsestasjonen.",
    )  # fmt: skip
    actions.note_agreed(agreed, by=geir, at=at)
    for back, (kind, title, area, members, themes, reached, minutes) in enumerate(DONE):
        made = Made(
            kind=kind, title=title, area=area, held_on=today - timedelta(days=9 * back + 3), members=members,
            themes=themes, reached=reached, minutes=minutes,
        )  # fmt: skip
        actions.note_activity(made, by=geir, at=at)
    _interpreters(geir, at=at)


def _interpreters(geir: Actor, *, at: datetime) -> None:
    for group in queries.held_groups(geir.municipality, today=oslo_date(at))[:1]:
        for language, name in (("ti", "Haile Tekle"), ("prs", "Nadia Rahimi")):
            booked = Booked(
                language=language, name=name, competence=QUALIFIED, relation=NOBODYS, first_on=group.starts_on,
                last_on=group.ends_on,
            )  # fmt: skip
            actions.book_interpreter(group.id, booked, by=geir, at=at)
