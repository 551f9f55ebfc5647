"""Cases to be read alone, for some days: a sample for the internal control, and archive work (fvl § 13 b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from oppvekst.domain.cases.rules import told_on
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.sampling import Sample
from oppvekst.ground.agenda.models import SAMPLE, Item
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import fvl
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

CONTROL = fvl("13 b", 1)
MOST = 20


@dataclass(frozen=True)
class Wanted:
    """What a sample is drawn among: how many, of which state (any when empty), opened in which days."""

    how_many: int
    state: str = ""
    since: date | None = None
    until: date | None = None


def draw_sample(wanted: Wanted, *, words: str, by: Actor, at: datetime) -> Sample:
    """Let the database draw cases at random and open them to be read (fvl § 13 b first paragraph no. 4)."""
    lacking = {
        "words": "" if words.strip() else "Skriv hva stikkprøven skal kontrollere. Lederen leser det.",
        "how_many": "" if 1 <= wanted.how_many <= MOST else f"Skriv et tall fra 1 til {MOST}.",
    }
    if any(lacking.values()):
        raise Incomplete({field: told for field, told in lacking.items() if told})
    with act("sample.drawn", by=by, at=at, right="audit.draw", law=CONTROL) as entry:
        sample_id = _drawn(wanted, words.strip(), at)
        if sample_id is None:
            raise NotAllowed("Ingen saker passer med det du skrev. Ta med flere dager, eller velg en annen tilstand.")
        sample = Sample.objects.get(id=sample_id)
        entry.about(sample.id, says=f"{by.name} trakk en stikkprøve, {sample}: {sample.words}")
    return sample


def end_sample(sample_id: UUID, finding: str, *, by: Actor, at: datetime) -> None:
    """End one's sample with what was found; the cases are closed to her from the next page on."""
    if not finding.strip():
        raise Incomplete({"finding": "Skriv kort hva du fant, også når alt var i orden."})
    with act("sample.ended", by=by, at=at, right="audit.draw", law=CONTROL) as entry:
        with connection.cursor() as cursor:
            cursor.execute("select access.end_sample(%s, %s)", [sample_id, finding.strip()])
            if not cursor.fetchone()[0]:
                raise NotFound("Stikkprøven er allerede avsluttet, eller den er ikke din.")
        entry.about(sample_id, says=f"{by.name} avsluttet stikkprøven: {finding.strip()}")


def review_sample(sample_id: UUID, *, by: Actor, at: datetime) -> None:
    """The leader has looked over that a sample was drawn, and why. Nobody looks over her own."""
    with act("sample.reviewed", by=by, at=at, right="case.grant", law=CONTROL) as entry:
        sample = Sample.objects.select_related("staff").filter(id=sample_id).first()
        if sample is None:
            raise NotFound("Vi finner ikke denne stikkprøven.")
        waiting = Item.objects.filter(subject=sample.id, rule=SAMPLE, open=True)
        if sample.staff_id == by.staff_id or not waiting.update(open=False, done_on=oslo_date(at)):
            raise NotAllowed("Stikkprøven er allerede sett over, eller det er en annen i ledelsen som skal gjøre det.")
        entry.about(sample.id, says=f"{by.name} så over stikkprøven til {sample.staff.name}.")


def open_for_archive(number: str, words: str, *, by: Actor, at: datetime) -> UUID:
    """Open one case to be read for archive work, by its number; the reason stands in the child's journal."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hva du skal gjøre med saken i arkivet. Det står i barnets journal."})
    with act("access.archive", by=by, at=at, right="archive.work", law=CONTROL) as entry:
        with connection.cursor() as cursor:
            cursor.execute(
                "select given, which from access.open_for_archive(%s, %s, %s)", [number.strip(), words.strip(), at]
            )
            row = cursor.fetchone()
        if row is None:
            raise NotFound("Vi finner ingen sak med dette nummeret som du kan åpne.")
        entry.written_by_the_database(row[0], case_id=row[1])
    case_id: UUID = row[1]
    return case_id


def _drawn(wanted: Wanted, words: str, at: datetime) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select access.draw_sample(%s, %s, %s, %s, %s, %s, %s)",
            [wanted.how_many, wanted.state, wanted.since, wanted.until, words, at, told_on(oslo_date(at))],
        )
        found: UUID | None = cursor.fetchone()[0]
    return found
