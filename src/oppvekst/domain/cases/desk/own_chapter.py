"""What this room itself tells of a case: its opening, the persons in it, the hold-backs, and the limits to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk.chapters import Fact, Missing
from oppvekst.domain.cases.models import Case, HoldBack, Party
from oppvekst.domain.cases.rules.line import Milestone
from oppvekst.ground.agenda.models import OF_WHOEVER_GOES, Item
from oppvekst.law.calendar import oslo_date

PARENTS = (Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT)


def limits(items: Iterable[Item]) -> Iterator[Fact]:
    """Limits to come, and those that have passed and are still open."""
    for item in items:
        if item.due and item.rule not in OF_WHOEVER_GOES:
            yield Fact(at=item.due, what=item.title, lane="limit", source=item.law.replace("bvl ", ""))


def coming(items: Iterable[Item]) -> Iterator[Milestone]:
    """The same limits on the timeline."""
    for limit in limits(items):
        yield Milestone(
            at=limit.at, what=str(limit.what), kind="limit", source=limit.source, inward=True, colour="warning"
        )


def history(case: Case, parties: Iterable[Party], switches: Iterable[HoldBack]) -> Iterator[Milestone]:
    """What has happened in the case by itself. Who was written in and what was held back is for the service's own eyes."""
    opened = gettext("Sak %(number)s ble opprettet") % {"number": case.number}
    yield Milestone(at=oslo_date(case.opened_at), what=opened, kind="case", source=gettext("Journalen"))
    for party in parties:
        if party.part != Party.Part.CHILD:
            yield _came(party)
    for switch in switches:
        yield from _held(switch)


def missing(case: Case, parties: Iterable[Party]) -> Iterator[Missing]:
    """What the law's later questions will need, and is not written down (bvl §§ 12-2, 12-3)."""
    known = list(parties)
    people = reverse("desk:case-people", args=[case.id])
    child = next((party.person for party in known if party.part == Party.Part.CHILD), case.child)
    if child.birth_date is None and child.due_date is None:
        yield Missing(
            title=_("Fødselsdato"), note=_("Avgjør om barnet er part, og hvem som må samtykke"), word=_("Mangler:")
        )
    yield from _of_parents(case, [party for party in known if party.part in PARENTS], people)
    if case.responsible is None:
        yield Missing(title=_("Ansvarlig"), note=_("Ingen har saken"), word=_("Mangler:"))


def _of_parents(case: Case, parents: list[Party], people: str) -> Iterator[Missing]:
    if not parents:
        new = reverse("desk:case-person-new", args=[case.id])
        yield Missing(
            title=_("Foreldre"), note=_("Ingen er registrert"), href=new, act=_("Legg til"), word=_("Mangler:")
        )
    for party in parents:
        lacking = [
            words
            for words, value in (
                (_("foreldreansvar"), party.parental_responsibility),
                (_("om barnet bor der"), party.lives_with_child),
            )
            if value is None
        ]
        if lacking:
            told = gettext("%(who)s: %(what)s") % {"who": party.person.name, "what": " og ".join(map(str, lacking))}
            yield Missing(
                title=told,
                note=_("Avgjør hvem som må samtykke og hvem som skal få vite"),
                href=people,
                act=_("Se"),
                word=_("Mangler:"),
            )


def _came(party: Party) -> Milestone:
    told = gettext("%(who)s ble registrert som %(part)s") % {"who": party.person.name, "part": party.get_part_display()}
    source = party.source or gettext("Kilde ikke oppgitt")
    return Milestone(at=party.valid_from, what=told, kind="people", source=source, inward=True)


def _held(switch: HoldBack) -> Iterator[Milestone]:
    source = gettext("Bestemt av %(who)s") % {"who": switch.owner_name}
    told = gettext("Alt til foreldrene holdes tilbake: %(why)s") % {"why": switch.reasons}
    held = Milestone(at=oslo_date(switch.set_at), what=told, kind="hold", source=source, inward=True, colour="danger")
    yield held
    if switch.lifted_at:
        lifted = gettext("Sperren ble løftet: %(why)s") % {"why": switch.lifted_reasons}
        yield replace(held, at=oslo_date(switch.lifted_at), what=lifted, source="")
