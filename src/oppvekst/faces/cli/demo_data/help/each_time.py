"""What happens each time help is given in the demo: weekends, sessions, visits of supervision, and what is paid. Invented."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from oppvekst.domain.homes.rules import Kind, Wish
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Measure, Occasion
from oppvekst.domain.measures.rules import Came, Often, PaidTo, Who, weekends
from oppvekst.faces.cli.demo_data.help.days import FRIDAY, KARI, MARIT, Demo
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date

TWO_WEEKS = timedelta(weeks=2)
HOME, POINTS = "Familien på Ytterøya", ("Mat", "Søvn og leggetid", "En edru voksen er hjemme")
# What the child said of each weekend; of the last but one nothing came.
STAYS = ("Blakken spiste av hånda mi.", "Jeg fikk sove øverst.", "", "Vi bakte, og jeg ringte mamma.")
SESSIONS = (
    ("Hvem gjør hva når det smeller", "Vi tegnet en trapp.", "", ""),
    ("Å si fra uten å rope", "Det var rart å bytte roller med mamma.", "Øvelsen med brev", "Tida gikk."),
    ("Avtaler som holder", "Jeg vil at avtalen skal henge på kjøleskapet.", "", ""),
)
VISITS = (
    (80, 17, False, ("Middag på bordet.", "La seg åtte.", "Mor og mormor var hjemme.")),
    (52, 19, True, ("Kveldsmat.", "Sov da vi kom.", "Mor var hjemme.")),
    (24, 18, True, ("Matpakke i kjøleskapet.", "Var våken til ti.", "Far var hjemme, og edru.")),
)


def fill_each_time(demo: Demo) -> None:
    """Weekends for Sunniva, sessions for Ida and visits at Mille's, as far as they have come."""
    with demo.cast(KARI) as kari:
        _weekends(demo, _of("Sunniva", "4.5"), kari)
        _asked(demo, _of("Sunniva", "4.5"), kari)
        _sessions(demo, _of("Ida", "3.3"), kari)
        actions.open_days(_of("Ida", "3.3"), shown=True, by=kari, at=demo.day(20, 13))
        _visits(demo, _of("Mille", "5.2"), kari)


def pay_for_climbing(demo: Demo, measure: UUID) -> None:
    """Before Markus took a break: the fee is paid and approved, and the shoes wait for another's yes."""
    with demo.cast(KARI) as kari:
        since = oslo_date(demo.day(90))
        said = actions.WrittenBasis(
            covers="Kontingent og utstyr til klatring", paid_to=PaidTo.DIRECT, recipient="Solvik klatreklubb",
            text="Kontingent høst, faktura 2044", cost_account="2440-117", often=Often.ONCE, amount=240_000, ceiling=350_000,
            since=since, until=since + timedelta(days=300),
        )  # fmt: skip
        basis = actions.set_up_payment(measure, said, by=kari, at=demo.day(88, 11))
        fee = _paid(basis.id, 240_000, "Kontingent, høst", by=kari, at=demo.day(80, 11))
        _paid(basis.id, 69_900, "Klatresko", by=kari, at=demo.day(16, 11))
    with demo.cast(MARIT) as marit:
        actions.approve_payment(fee, by=marit, at=demo.day(79, 12))


def _of(child: str, category: str) -> UUID:
    return Measure.objects.get(case__child__given_name__startswith=child, category=category).id


def _asked(demo: Demo, measure: UUID, kari: Actor) -> None:
    """A second home, for when the family on Ytterøya is away: on Randi's list, who does not know whose it is."""
    wish = Wish(
        kind=Kind.VISITING_HOME, age="6_12", often="monthly", wanted_from=oslo_date(demo.now) + timedelta(days=30),
        words="Glad i hester. Vil gjerne ringe hjem om kvelden, og ha med katten.",
    )  # fmt: skip
    actions.ask_for_home(measure, wish, by=kari, at=demo.day(2, 14))


def _weekends(demo: Demo, measure: UUID, kari: Actor) -> None:
    """Every other weekend that nothing speaks against, as the page proposes them."""
    today = oslo_date(demo.now)
    first = today - timedelta(days=(today.weekday() - FRIDAY) % 7 + 7) - TWO_WEEKS * (len(STAYS) - 1)
    proposed = weekends.row(first, first + timedelta(days=2), weeks=2, until=today + TWO_WEEKS * 4)
    row = [
        actions.When(first_day=one.first, last_day=one.last, starts=time(16), ends=time(17), with_whom=HOME)
        for one in proposed if one.clear
    ]  # fmt: skip
    made = actions.plan_row(measure, row, by=kari, at=demo.day(100, 10))
    for one, said in zip((one for one in made if one.last_day < today), STAYS, strict=False):
        _written(demo, one, said, kari)
    needs = actions.Sheet(
        bedtime="Halv ni", needs="Tåler ikke nøtter", likes="Hester, og Pus", family_phone="00 00 45 12"
    )
    actions.write_sheet(next(one.id for one in made if one.first_day > today), needs, by=kari, at=demo.day(2, 13))


def _written(demo: Demo, one: Occasion, said: str, kari: Actor) -> None:
    at = min(demo.now, datetime.combine(one.last_day + timedelta(days=1), time(9), tzinfo=demo.now.tzinfo))
    if said:
        happened = actions.WhatHappened(words="De var ute hele lørdagen.", child_words=said)
        actions.write_held(one.id, happened, by=kari, at=at)
    else:
        actions.write_not_held(one.id, who=Who.FAMILY, reasons="Sunniva hadde feber.", by=kari, at=at)


def _sessions(demo: Demo, measure: UUID, kari: Actor) -> None:
    for number, (done, child, left_out, why) in enumerate(SESSIONS, 1):
        held = demo.day(7 * (len(SESSIONS) - number) + 5, 16)
        when = actions.When(first_day=oslo_date(held), starts=time(15), ends=time(16), with_whom="Terapeuten")
        one = actions.plan_occasion(measure, when, by=kari, at=held - timedelta(days=7))
        happened = actions.WhatHappened(
            words="Alle kom.", child_words=child, number=number, done=done, left_out=left_out, left_out_reason=why
        )
        actions.write_held(one.id, happened, by=kari, at=held)
    to_come = actions.When(
        first_day=oslo_date(demo.ahead(6, 15)), starts=time(15), ends=time(16), with_whom="Terapeuten"
    )
    actions.plan_occasion(measure, to_come, by=kari, at=demo.day(1, 12))


def _visits(demo: Demo, measure: UUID, kari: Actor) -> None:
    watched = actions.Watched(
        points=POINTS, visits=1, since=oslo_date(demo.day(112)), unannounced=0, unannounced_agreed=True, who="Kari og Siri",
        unannounced_words="Det står i vedtaket fra nemnda.", told_how="Omtrent en time. Vi ser også på rommet til Mille.",
        told_leads="Det skrives ned. Dere får lese det.",
    )  # fmt: skip
    actions.write_supervision_plan(measure, watched, by=kari, at=demo.day(113, 10))
    for ago, hour, unannounced, seen in VISITS:
        held = demo.day(ago, hour)
        to_come = actions.ToCome(
            at=held, unannounced=unannounced, told="" if unannounced else "Mor", goes_name="Kari og Siri"
        )
        visit = actions.plan_visit(measure, to_come, by=kari, at=held - timedelta(days=5))
        been = actions.Been(
            came=Came.SEEN, held_at=held, carried_out_by="Kari Nesheim og Siri Tveito", at_home="Mor og Mille", seen=seen,
            alone=False, alone_not="Mille er tre år. Vi lekte med henne på rommet.", said_to_parents="At det går riktig vei.",
        )  # fmt: skip
        actions.write_visit(visit.id, been, by=kari, at=held + timedelta(hours=2))
    told = actions.ToCome(at=demo.ahead(4, 17), told="Mor", staff=kari.staff_id, goes_name="Kari Nesheim")
    actions.plan_visit(measure, told, by=kari, at=demo.day(1, 12))


def _paid(basis: UUID, amount: int, what: str, *, by: Actor, at: datetime) -> UUID:
    paid = actions.Paid(on=oslo_date(at), amount=amount, what=what, receipt_words="Fakturaen ligger hos merkantil.")
    return actions.write_payment(basis, paid, by=by, at=at).id
