"""``oppvekst serve`` and ``oppvekst worker``: one production process each."""

from __future__ import annotations

import os
import signal
import socket
import sys
from argparse import Namespace
from contextlib import closing
from threading import Thread
from typing import Any

from oppvekst.faces.cli.parsing import Commands, command, port
from oppvekst.law.refusals import Incomplete, NotAllowed

PORTS = {"portal": 8000, "desk": 8001, "door": 8002, "mypage": 8004}
UNBUILT = {"api": "Grensesnittet for andre systemer"}
THREADS = 8


def add(commands: Commands) -> None:
    """Add these commands."""
    server = command(commands, "serve", serve, "vis én av dørene inn i systemet på nettet")
    server.add_argument("--face", choices=(*PORTS, *UNBUILT), required=True, help="hvilken dør")
    server.add_argument(
        "--port", type=port, metavar="N", help="portal 8000, desk 8001, door 8002, mypage 8004 hvis ikke annet sies"
    )
    server.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="nettadressen det lyttes på")
    command(commands, "worker", worker, "gjør det som skjer av seg selv: frister, varsler og meldinger inn")


def serve(given: Namespace) -> None:
    """Serve one face until told to stop."""
    from oppvekst.faces.cli.database import addresses, wear

    if given.face in UNBUILT:
        raise NotAllowed(
            f"{UNBUILT[given.face]} ({given.face}) er ikke bygd ennå. Velg portal, mypage, desk eller door."
        )
    stop_cleanly()
    number = given.port or PORTS[given.face]
    _refuse_taken(given.host, number)
    with addresses(given.face):
        wear(given.face)
        _refuse_unprepared(given.face)
        _serve(given.host, number)


def worker(given: Namespace) -> None:
    """Run what time and messages set going, until told to stop."""
    from importlib import import_module

    from oppvekst.faces.cli.database import database

    stop_cleanly()
    with database("worker"):
        # By name: the faces do not know each other (import contract).
        import_module("oppvekst.faces.worker").run()


def stop_cleanly(code: int = 0) -> None:
    """Being told to stop is an ordinary end; where somebody holds our leash, letting go of it is being told to stop."""
    for told in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(told, lambda *_: sys.exit(code))
    if os.environ.pop("OPPVEKST_LEASH", ""):
        Thread(target=_follow_the_leash, daemon=True).start()


def _follow_the_leash() -> None:
    """Whoever started us holds the other end of standard input; if they are killed, the kernel lets go of it."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def _refuse_taken(host: str, number: int) -> None:
    """Granian would share the port with whoever has it, and every other request would go astray."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            sentence = f"{host}:{number} kan ikke brukes: {error.strerror}. Velg en annen med --port eller --host."
            raise NotAllowed(sentence) from error


def _refuse_unprepared(face: str) -> None:
    wanted = {"OPPVEKST_SECRET_KEY": "en lang, tilfeldig tekst, eller OPPVEKST_SECRET_KEY_FILE til en fil med den"}
    if os.environ.get("OPPVEKST_SECRET_KEY_FILE"):
        wanted = {}
    if face == "door" and os.environ.get("OPPVEKST_OWN_LOG_IN") != "1":
        told = "adressen til kommunens innloggingsleverandør, eller OPPVEKST_OWN_LOG_IN til 1 uten en slik"
        wanted["OPPVEKST_OIDC_ISSUER"] = told
    if face == "mypage":
        wanted["OPPVEKST_IDPORTEN_ISSUER"] = "adressen til ID-porten, eller til den som spiller ID-porten i test"
    lacking = {name: f"Sett {name} til {what}." for name, what in wanted.items() if not os.environ.get(name)}
    if lacking:
        raise Incomplete(lacking)


def _serve(host: str, number: int) -> None:
    import multiprocessing

    from granian.constants import Interfaces
    from granian.log import LOGGING_CONFIG, LogLevels
    from granian.server import Server

    # A fresh process, and not a fork: nothing of ours is open in it, least of all our locks on the embedded database.
    multiprocessing.set_start_method("spawn", force=True)
    Server(
        "oppvekst.faces.cli.wsgi:application", address=host, port=number, interface=Interfaces.WSGI, workers=1,
        blocking_threads=THREADS, respawn_failed_workers=True, websockets=False, log_level=LogLevels.error,
        log_dictconfig=_to_stderr(LOGGING_CONFIG),
    ).serve()  # fmt: skip


def _to_stderr(logging: dict[str, Any]) -> dict[str, Any]:
    handlers = {name: {**handler, "stream": "ext://sys.stderr"} for name, handler in logging["handlers"].items()}
    # An exception that escapes Django is told by the server, which must be as discreet as the house.
    discreet = {"generic": {**logging["formatters"]["generic"], "()": "oppvekst.ground.web.discreet.Discreet"}}
    return {**logging, "handlers": handlers, "formatters": {**logging["formatters"], **discreet}}
