"""``oppvekst concerns``: messages received from a file, and the account of what came in (design/contract.md)."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, day, family, municipality
from oppvekst.law.refusals import Incomplete


def add(commands: Commands) -> None:
    """Add these commands."""
    concerns = family(commands, "concerns", "bekymringsmeldinger fra andre systemer")
    receiving = command(concerns, "receive", receive, "ta imot en Fiks-melding fra en fil (v1 eller v2)")
    receiving.add_argument("file", metavar="FILE.json", type=Path, help="meldingen")
    receiving.add_argument("--kind", choices=("privat", "offentlig"), required=True, help="hva slags melder")
    receiving.add_argument("--message-id", metavar="ID", required=True, help="meldingens nummer fra avsenderen")
    receiving.add_argument("--municipality", metavar="NUMBER", type=municipality, required=True, help="kommunenummer")
    receiving.add_argument("--pdf", metavar="FILE", type=Path, help="meldingen som PDF")
    account = command(concerns, "reconcile", reconcile, "alt som er mottatt, og hva det ble til")
    account.add_argument("--since", metavar="DATE", type=day, required=True, help="fra og med denne dagen")


def receive(given: Namespace) -> Answer:
    """Store a message and take it in; what cannot be read is kept in quarantine and refused with the reasons."""
    from oppvekst.faces.cli.database import database

    body, pdf = _bytes(given.file, "file"), _bytes(given.pdf, "pdf") if given.pdf else None
    with database("worker"):
        from django.utils import timezone

        from oppvekst.domain.concerns import cli, jobs

        found = cli.receive(
            body, kind=given.kind, message_id=given.message_id, municipality=given.municipality, at=timezone.now(),
            read=jobs.read, pdf=pdf,
        )  # fmt: skip
    return Answer(found, "\n".join(_told(concern) for concern in found["concerns"]))


def reconcile(given: Namespace) -> Answer:
    """Every message received since, beside what became of it; refused if one is unaccounted for."""
    from oppvekst.faces.cli.database import database

    with database("worker"):
        from oppvekst.domain.concerns import cli

        rows, whole = cli.reconcile(given.since)
    words = "\n".join(_line(row) for row in rows) or "Ingen meldinger er mottatt i perioden."
    return Answer(rows, words, code=0 if whole else 2)


def _bytes(path: Path, field: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise Incomplete({field: f"Vi kan ikke lese {path}: {trouble.strerror}."}) from trouble


def _told(concern: dict[str, Any]) -> str:
    return (
        f"{concern['journal_number']}  {concern['child'] or 'barn uten navn'}  gjennomgås innen {concern['review_due']}"
    )


def _line(row: dict[str, Any]) -> str:
    became = ", ".join(row["concerns"]) or row["state"]
    mark = " " if row["accounted_for"] else "!"
    return f"{mark} {row['received_at'][:16]}  {row['message_id']}  {became}"
