"""Providers, agreements and certificates, as those who work with cases and those who keep the catalogue may see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from oppvekst.domain.measures.models import Agreement, Provider, WorkerCertificate
from oppvekst.domain.measures.models.providers import READERS
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotAllowed, NotFound


def must_read_catalogue(by: Actor) -> None:
    """Refuse a hat that the database would refuse anyway, with a sentence."""
    if by.face == "desk" and by.hat not in READERS:
        raise NotAllowed("Katalogen er for dem som arbeider med saker, og for den som har ansvar for den.")


def get_provider(provider_id: UUID, *, by: Actor) -> Provider:
    """One provider, if it is there for you."""
    must_read_catalogue(by)
    found = Provider.objects.filter(id=provider_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne leverandøren.")
    return found


def providers(by: Actor, *, today: date, ended: bool = False) -> QuerySet[Provider]:
    """Those we use, with how many offers each has; with those we used to, when asked."""
    must_read_catalogue(by)
    now = Q(valid_to=None) | Q(valid_to__gte=today)
    offered = Count("offers", filter=Q(offers__valid_to=None) | Q(offers__valid_to__gte=today))
    found = Provider.objects.filter(municipality_id=by.municipality).annotate(offered=offered)
    return (found if ended else found.filter(now)).order_by("whose", "name", "id")


def get_agreement(agreement_id: UUID, *, by: Actor, lock: bool = False) -> Agreement:
    """One agreement with its provider, if it is there for you."""
    must_read_catalogue(by)
    rows = Agreement.objects.select_for_update(of=("self",)) if lock else Agreement.objects.all()
    found = rows.select_related("provider").filter(id=agreement_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne avtalen.")
    return found


def agreements_by_id(ids: Iterable[UUID]) -> dict[UUID, Agreement]:
    """The agreements that a worklist points at with their providers, in one question; none when nothing is asked."""
    wanted = list(ids)
    rows = Agreement.objects.select_related("provider").filter(id__in=wanted) if wanted else ()
    return {found.id: found for found in rows}


def agreements_of(provider: Provider) -> list[Agreement]:
    """Every agreement with one provider, the latest first."""
    return list(Agreement.objects.filter(provider=provider).order_by("-valid_to", "id"))


def agreement_on(provider_id: UUID, day: date) -> Agreement | None:
    """The agreement that a call-off on that day rests on: one with places left before one that is full."""
    found = Agreement.objects.filter(provider_id=provider_id, valid_from__lte=day, valid_to__gte=day)
    return min(found, key=lambda one: (one.left is not None and one.left < 1, one.valid_to), default=None)


def get_certificate(certificate_id: UUID, *, by: Actor) -> WorkerCertificate:
    """One note of a certificate with its provider, if it is there for you."""
    must_read_catalogue(by)
    rows = WorkerCertificate.objects.select_related("provider")
    found = rows.filter(id=certificate_id, municipality_id=by.municipality).first()
    if found is None:
        raise NotFound("Vi finner ikke denne merknaden.")
    return found


def certificates_of(provider_id: UUID) -> list[WorkerCertificate]:
    """Who of a provider's has shown a certificate, those who hold a task first (bvl § 12-11)."""
    found = WorkerCertificate.objects.filter(provider_id=provider_id).order_by("worker_name", "-shown_on", "id")
    return sorted(found, key=lambda one: one.ended_on is not None)
