"""``oppvekst documents``: whether every document is there and whole, and exchanging the key that closes them."""

from __future__ import annotations

from argparse import Namespace

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command, family


def add(commands: Commands) -> None:
    """Add these commands."""
    documents = family(commands, "documents", "dokumentene og nøklene til dem")
    command(documents, "check", check, "les gjennom hvert dokument, og si fra om noe mangler eller er endret")
    wrapping = command(documents, "rewrap", rewrap, "lukk nøkkelen til hver sak på nytt med kommunens nyeste nøkkel")
    wrapping.add_argument("--new-key", action="store_true", help="lag en ny nøkkel til kommunen først")


def check(given: Namespace) -> Answer:
    """Recompute every document's hash; exit 2 and the name of each that is missing, broken or without a row."""
    from oppvekst.faces.cli.database import database

    with database("worker"):
        from oppvekst.domain.cases.cli import inspect
        from oppvekst.ground.database.acting import acting

        with acting("worker"):
            found = inspect()
    told = [
        *(f"Mangler eller er endret: {what}" for what in found.broken),
        *(f"Ligger der uten at noe dokument viser til den: {place}" for place in found.orphans),
    ]
    data = {"whole": found.whole, "broken": list(found.broken), "orphans": list(found.orphans)}
    return Answer(data, "\n".join(told) or f"Alt stemmer: {found.whole} filer er lest gjennom.", code=2 if told else 0)


def rewrap(given: Namespace) -> Answer:
    """Exchange the municipality's key: the keys of the cases are closed anew, the documents are not touched."""
    from oppvekst.faces.cli.database import database

    with database("worker"):
        from oppvekst.domain.cases.cli import rewrap as close_anew
        from oppvekst.ground.database.acting import acting

        with acting("worker"):
            done = close_anew(new_key=given.new_key)
    told = [f"Kommune {code}: {count} saksnøkler er lukket på nytt." for code, count in done.items()]
    return Answer({"rewrapped": done}, "\n".join(told) or "Ingen kommune er lagt inn.")
