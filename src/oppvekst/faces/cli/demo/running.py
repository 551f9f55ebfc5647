"""From nothing to a running demo and back: database, data, processes, and the same in the opposite order."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import sleep

import requests

from oppvekst.faces.cli import database
from oppvekst.faces.cli.answers import FAULT, Answer, progress
from oppvekst.faces.cli.demo import greeting, place, ports
from oppvekst.faces.cli.demo.building import ensure_built
from oppvekst.faces.cli.demo.household import FACES, Household, household
from oppvekst.faces.cli.demo.provider import refuse_without_provider
from oppvekst.faces.cli.serving import stop_cleanly
from oppvekst.law.refusals import NotAllowed


def run(*, reset: bool) -> Answer | None:
    """Run until told to stop; if it runs already, say where."""
    refuse_without_provider()
    stop_cleanly()
    folder = database.made(database.data_folder() / "demo")
    with place.alone_in(folder) as alone:
        if not alone:
            return _already_running(folder, reset=reset)
        try:
            _run(folder, reset=reset)
        except (KeyboardInterrupt, SystemExit):
            progress("Demoen er stoppet.")
    return None


def check() -> Answer:
    """Build in a temporary place, ask every face for its health and its front page, and stop."""
    refuse_without_provider()
    stop_cleanly(FAULT)
    with tempfile.TemporaryDirectory(prefix="oppvekst-") as temporary, database.server_in(Path(temporary)) as server:
        ensure_built(server)
        progress("Starter portal, Min side, skrivebord, dør og arbeider …")
        with household(server, ports.choose(usual=False)) as house:
            asked = [_ask(house, face) for face in FACES]
            house.refuse_the_fallen()
    lines = [f"{each['face']:<7} helse {each['health']}, forside {each['front']}" for each in asked]
    well = all(each["health"] == each["front"] == 200 for each in asked)
    return Answer(asked, "\n".join([*lines, "Demoen virker." if well else "Demoen virker ikke."]), 0 if well else FAULT)


def _run(folder: Path, *, reset: bool) -> None:
    with database.server_in(folder) as server:
        ensure_built(server, reset=reset)
        progress("Starter portal, Min side, skrivebord, dør og arbeider …")
        with household(server, ports.choose(usual=True)) as house:
            place.tell(folder, house.ports)
            greeting.welcome(house.ports, folder)
            while True:
                sleep(0.5)
                house.refuse_the_fallen()


def _already_running(folder: Path, *, reset: bool) -> Answer:
    if reset:
        raise NotAllowed("Demoen kjører. Stopp den med Ctrl-C der den kjører, og prøv igjen.")
    known = place.told(folder)
    if known is None:
        return Answer({}, "Demoen er i ferd med å starte et annet sted på maskinen. Vent litt, og prøv igjen.")
    return Answer({"ports": known}, f"Demoen kjører allerede.\n\n{greeting.addresses(known)}")


def _ask(house: Household, face: str) -> dict[str, str | int]:
    """The front page of the desk sends whoever is not logged in by way of the door to the provider."""
    with requests.Session() as browser:
        browser.trust_env = False
        health = browser.get(f"{house.url(face)}helse/", timeout=10).status_code
        front = browser.get(house.url(face), timeout=10).status_code
    return {"face": face, "url": house.url(face), "health": health, "front": front}
