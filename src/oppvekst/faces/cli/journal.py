"""``oppvekst journal``: whether anything in the journal was changed, removed, put in or moved."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, family

NO_WITNESS = (
    "Ingen utenfor databasen har oppbevart segl. Den som styrer databasen, kunne ha laget hele kjeden på nytt uten at vi"
    " så det her. Sett OPPVEKST_WITNESS til et sted hun ikke kan skrive."
)


def add(commands: Commands) -> None:
    """Add these commands."""
    journal = family(commands, "journal", "journalen og seglene over den")
    verifying = command(journal, "verify", verify, "regn alle segl ut på nytt, og si fra om noe er endret")
    verifying.add_argument(
        "--witness", type=Path, metavar="FOLDER", help="mappa med seglene som er gitt ut (ellers OPPVEKST_WITNESS)"
    )


def verify(given: Namespace) -> Answer:
    """Recompute the seal chain; exit 2 and the first broken entry if anything was changed or removed."""
    from oppvekst.faces.cli.database import database

    with database("worker"):
        from oppvekst.adapters.witness import FolderWitness
        from oppvekst.ground.database.acting import acting
        from oppvekst.ground.journal.jobs import verify_against

        with acting("worker"):
            verdict = verify_against(FolderWitness(given.witness) if given.witness else None)
    chains = [
        {
            "municipality": f"{each.municipality:04d}", "trail": each.trail, "seals": each.seals,
            "sealed": each.sealed, "unsealed": each.unsealed,
        }
        for each in verdict.accounts
    ]  # fmt: skip
    breaks = [each.to_plain() for each in verdict.breaks]
    told = [
        f"Kommune {each['municipality']}, {each['trail']}, segl {each['batch']}: {each['message']}" for each in breaks
    ]
    told = told or [f"Alt stemmer: {sum(each.sealed for each in verdict.accounts)} føringer under segl."]
    told.append(f"Kontrollert mot {verdict.witnessed} segl hos vitnet." if verdict.witnessed else NO_WITNESS)
    data = {"whole": verdict.whole, "witnessed": verdict.witnessed, "chains": chains, "breaks": breaks}
    return Answer(data, "\n".join(told), code=0 if verdict.whole else 2)
