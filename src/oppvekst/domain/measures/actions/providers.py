"""Keeping the providers: who they are, what is agreed with them, and whose certificate has been seen (bvl § 12-11)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.measures.models import Agreement, Provider, WorkerCertificate
from oppvekst.domain.measures.queries.providers import get_agreement, get_certificate, get_provider
from oppvekst.domain.measures.rules.providers import (
    CERTIFICATE,
    Shown,
    Terms,
    Whose,
    check_shown,
    check_terms,
    choose_by,
    ends_words,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Queue
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law import calendar
from oppvekst.law.calendar import in_words, last_working_day, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

EDIT_CATALOGUE = "catalogue.edit"
AGREEMENT, ENDS = "agreement", "agreement-ends"
LAW = "bvl § 15-3"
AGREED = (
    "title", "reference", "valid_from", "valid_to", "options", "option_months", "prices", "call_off", "capacity", "closed_on",
    "closed_words",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class WrittenProvider:
    """A provider as it is written."""

    name: str
    whose: str
    organisation_number: str = ""
    contact_person: str = ""
    phone: str = ""
    about: str = ""
    valid_from: date
    valid_to: date | None = None


def keep_provider(said: WrittenProvider, *, by: Actor, at: datetime, provider_id: UUID | None = None) -> Provider:
    """Write in a provider, or change it; one that is no longer used gets a last day, and stays (bvl § 15-3)."""
    _check(said)
    with act("provider.kept", by=by, at=at, right=EDIT_CATALOGUE, law=LAW) as entry:
        found = get_provider(provider_id, by=by) if provider_id else Provider(municipality_id=by.municipality)
        _refuse_twice(said, found)
        for name, value in asdict(said).items():
            setattr(found, name, value)
        found.save(**({"update_fields": list(asdict(said))} if provider_id else {"force_insert": True}))
        entry.about(found.id, says=f"Leverandøren {found.name} ble {'endret' if provider_id else 'lagt inn'}.")
    return found


def keep_agreement(
    provider_id: UUID, terms: Terms, *, by: Actor, at: datetime, agreement_id: UUID | None = None
) -> Agreement:
    """Write in a framework agreement, or change it; the day to choose what comes after goes on the agenda (bvl § 15-3)."""
    with act("agreement.kept", by=by, at=at, right=EDIT_CATALOGUE, law=LAW) as entry:
        provider = get_provider(provider_id, by=by)
        if provider.whose != Whose.PRIVATE:
            raise NotAllowed("Bare en privat leverandør har rammeavtale. Endre hva slags leverandør det er først.")
        found = get_agreement(agreement_id, by=by, lock=True) if agreement_id else _new_agreement(provider, by)
        check_terms(terms, taken=found.taken)
        for name, value in asdict(terms).items():
            setattr(found, name, value)
        _store(found)
        entry.about(
            found.id,
            says=f"Avtalen «{found.title}» med {provider.name} ble {'endret' if agreement_id else 'lagt inn'}.",
        )
    return found


def use_option(agreement_id: UUID, *, by: Actor, at: datetime) -> Agreement:
    """Prolong an agreement by one of its options; the next day to choose moves with it (bvl § 15-3)."""
    with act("agreement.option_used", by=by, at=at, right=EDIT_CATALOGUE, law=LAW) as entry:
        found = get_agreement(agreement_id, by=by, lock=True)
        if not found.options:
            raise NotAllowed("Det er ingen opsjon igjen i denne avtalen.")
        found.valid_to = calendar.add(found.valid_to, months=found.option_months)
        found.options, found.closed_on, found.closed_words = found.options - 1, None, ""
        _store(found)
        entry.about(found.id, says=f"Opsjonen ble brukt. Avtalen gjelder til og med {in_words(found.valid_to)}.")
    return found


def close_agreement(agreement_id: UUID, words: str, *, by: Actor, at: datetime) -> Agreement:
    """Say what comes after an agreement that ends; it runs to its last day, and the task is done (bvl § 15-3)."""
    with act("agreement.closed", by=by, at=at, right=EDIT_CATALOGUE, law=LAW) as entry:
        if not words.strip():
            raise Incomplete({"words": "Skriv hva som kommer etter avtalen."})
        found = get_agreement(agreement_id, by=by, lock=True)
        found.closed_on, found.closed_words = oslo_date(at), words.strip()
        _store(found)
        entry.about(found.id, says="Det ble avgjort hva som kommer etter avtalen.")
    return found


def agreement_limits(agreement: Agreement) -> Subject:
    """What an agreement puts on the coordinator's agenda: to choose what comes after it, while there is time."""
    due = choose_by(agreement.valid_to)
    planned = Planned(
        ENDS, f"Velg hva som kommer etter avtalen: {agreement.title}", due=due, target=last_working_day(due),
        start=agreement.valid_to, steps=ends_words(agreement.valid_to, agreement.options, agreement.option_months),
        law="egen praksis", queue=Queue.HOMES, done_on=agreement.closed_on,
    )  # fmt: skip
    return Subject(agreement.id, AGREEMENT, agreement.municipality_id, None, (planned,))


def note_certificate(provider_id: UUID, shown: Shown, *, by: Actor, at: datetime) -> WorkerCertificate:
    """Note that a worker has shown a certificate, and where it is locked in; never what it says (bvl § 12-11)."""
    with act("certificate.noted", by=by, at=at, right=EDIT_CATALOGUE, law=CERTIFICATE) as entry:
        provider = get_provider(provider_id, by=by)
        check_shown(shown, today=oslo_date(at))
        found = WorkerCertificate.objects.create(
            municipality_id=by.municipality, provider=provider, seen_by=by.person, seen_by_name=by.name, **asdict(shown)
        )
        entry.about(found.id, says=f"En politiattest ble vist. Leverandør: {provider.name}.")
    return found


def end_certificate(certificate_id: UUID, *, shredded: bool, by: Actor, at: datetime) -> None:
    """Whoever has left the task can give no more help by us, and the paper is shredded (politiattestforskriften § 9)."""
    with act("certificate.ended", by=by, at=at, right=EDIT_CATALOGUE, law=CERTIFICATE) as entry:
        found = get_certificate(certificate_id, by=by)
        if not shredded:
            raise Incomplete({"shredded": "Attesten skal makuleres når oppdraget er slutt. Kryss av når det er gjort."})
        found.ended_on = found.shredded_on = oslo_date(at)
        found.save(update_fields=["ended_on", "shredded_on"])
        entry.about(found.id, says="Oppdraget er slutt, og politiattesten er makulert.")


def _new_agreement(provider: Provider, by: Actor) -> Agreement:
    return Agreement(municipality_id=by.municipality, provider=provider)


def _store(agreement: Agreement) -> None:
    if agreement._state.adding:
        agreement.save(force_insert=True)
    else:
        agreement.save(update_fields=AGREED)
    settle(agreement_limits(agreement))


def _check(said: WrittenProvider) -> None:
    lacking = {}
    if not said.name.strip():
        lacking["name"] = "Skriv hva leverandøren heter."
    if said.valid_to and said.valid_to < said.valid_from:
        lacking["valid_to"] = "Siste dag kan ikke være før første dag."
    if lacking:
        raise Incomplete(lacking)


def _refuse_twice(said: WrittenProvider, row: Provider) -> None:
    same = Provider.objects.filter(municipality_id=row.municipality_id, name__iexact=said.name.strip())
    if same.exclude(id=row.id).exists():
        raise Incomplete({"name": "Denne leverandøren står i lista fra før."})
