"""``oppvekst access``: which rules give or refuse somebody a case."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, family, municipality

if TYPE_CHECKING:
    from oppvekst.domain.cases.models import Case
    from oppvekst.ground.access.explaining import Reason
    from oppvekst.ground.access.models import Staff

EFFECTS = {"gives": "gir", "refuses": "nekter", "limits": "begrenser", "later": "gjelder senere", "past": "gjaldt før"}


def add(commands: Commands) -> None:
    """Add these commands."""
    access = family(commands, "access", "hvem som ser hva, og hvorfor")
    explaining = command(access, "explain", explain, "si hvilke regler som gir eller nekter en ansatt en sak")
    explaining.add_argument("--staff", required=True, metavar="NAVN", help="navnet eller innloggingsnavnet")
    explaining.add_argument("--case", required=True, metavar="JOURNALNUMMER", help="for eksempel 2026-0012")
    explaining.add_argument("--municipality", type=municipality, metavar="NUMMER", help="når flere har nummeret")


def explain(given: Namespace) -> Answer:
    """Every rule, hat by hat, with its section and from when to when; nothing of what is in the case."""
    from oppvekst.faces.cli.database import database

    with database("owner"):
        from oppvekst.ground.access.explaining import reasons, seen_in

        case, staff = _case(given), _staff(given)
        found = reasons(staff.id, case.id)
        seen = seen_in(found)
    data = {
        "staff": staff.name, "case": case.number, "municipality": f"{case.municipality_id:04d}",
        "sees": any(seen.values()), "hats": seen, "reasons": [one.to_plain() for one in found],
    }  # fmt: skip
    verdict = "ser saken" if any(seen.values()) else "ser ikke saken"
    return Answer(data, "\n".join((f"{staff.name} {verdict} {case.number}.", *map(_line, found))))


def _case(given: Namespace) -> Case:
    from oppvekst.domain.cases.models import Case
    from oppvekst.law.refusals import Incomplete, NotFound

    found = Case.objects.filter(number=given.case)
    if given.municipality:
        found = found.filter(municipality_id=given.municipality)
    cases = list(found[:2])
    if not cases:
        raise NotFound(f"Ingen sak har nummeret {given.case}.")
    if len(cases) > 1:
        raise Incomplete({"municipality": "Flere kommuner har en sak med dette nummeret. Legg til --municipality."})
    return cases[0]


def _staff(given: Namespace) -> Staff:
    from django.db.models import Q

    from oppvekst.ground.access.models import Staff
    from oppvekst.law.refusals import Incomplete, NotFound

    found = list(Staff.objects.filter(Q(name=given.staff) | Q(subject=given.staff)).distinct()[:2])
    if not found:
        raise NotFound(f"Ingen ansatt heter «{given.staff}».")
    if len(found) > 1:
        raise Incomplete({"staff": "Flere ansatte heter det. Skriv innloggingsnavnet i stedet."})
    return found[0]


def _line(one: Reason) -> str:
    times = [f"{word} {moment:%d.%m.%Y}" for word, moment in (("fra", one.since), ("til", one.until)) if moment]
    when = f", {' '.join(times)}" if times else ""
    return f"  {one.title or 'Uten rolle'}: {EFFECTS[one.effect]}: {one.says} ({one.law}){when}"
