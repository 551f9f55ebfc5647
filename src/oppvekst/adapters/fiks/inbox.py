"""The inbox: where the national portal's messages wait until the service has them, and where it says that it has.

63 concerns were lost in 22 municipalities between 2020 and 2023 because "sent" was taken for "received". Hence the
one rule of this port: `acknowledge` is called after the message is safe in the service's own database, never before.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from oppvekst.adapters.fiks.bekymringsmelding import Kind
from oppvekst.adapters.folders import remember_names, write_whole

type Answer = Literal["mottatt", "feilet"]

KINDS: tuple[Kind, ...] = ("privat", "offentlig")
ANSWERS: tuple[Answer, ...] = ("mottatt", "feilet")
MESSAGE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")
INCOMING = re.compile(rf"(?P<id>{MESSAGE_ID.pattern})\.(?P<kind>privat|offentlig)\.json")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message as it came: its id is the portal's `bekymringsmelding-id`, its bytes are untouched."""

    message_id: str
    kind: Kind
    body: bytes
    pdf: bytes | None = None


class AlreadyAnswered(Exception):
    """The message has got the other answer. The first one stands: the portal has acted on it."""


class UnknownMessage(LookupError):
    """No message with this id has been delivered."""


class Inbox(Protocol):
    """What every transport of concerns must be able to do.

    A real Fiks IO transport keeps one long-lived AMQP connection, opens the ASiC-E package with the municipality's
    key, yields `bekymringsmelding.json` and the PDF untouched, and takes the id from the header
    `bekymringsmelding-id`, since redelivery gives a new transport id. `acknowledge` replies
    `no.ks.fiks.bekymringsmelding.mottatt.v1` and then acks the queue; `fail` replies `...feilet.v1` with
    `{"melding": reason}`, upon which KS sends the message by letter. A crash between the two redelivers, so both may
    be called again. Unanswered messages live 24 hours in the queue, and the portal prints what is not fetched within
    two working days. It passes the contract in `tests/test_inbox.py`.
    """

    def pending(self) -> Iterator[Delivery]:
        """The messages without an answer, the oldest first; each again and again until it is answered."""
        ...

    def acknowledge(self, message_id: str) -> None:
        """Answer that the service has the message. Repeating it changes nothing."""
        ...

    def fail(self, message_id: str, reason: str) -> None:
        """Answer that the message cannot be read. Repeating it changes nothing; the first reason stands."""
        ...


class FolderInbox:
    """Messages as files: `incoming/<id>.<privat|offentlig>.json`, the PDF beside it as `.pdf`.

    Answers are `mottatt/<id>.json` and `feilet/<id>.json`, on disk before the call returns. An acknowledged message
    is then taken away, since the service has it and no copy should lie about; a failed one stays, and is offered
    again when somebody removes its answer. Who delivers must write the PDF first and rename the JSON into place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        for name in ("incoming", *ANSWERS):
            (path / name).mkdir(parents=True, exist_ok=True)

    def deliver(self, delivery: Delivery) -> None:
        """Put a message in the folder, as the other side would."""
        body = self._incoming(_checked(delivery.message_id), delivery.kind)
        if delivery.pdf is not None:
            write_whole(body.with_suffix(".pdf"), delivery.pdf)
        write_whole(body, delivery.body)

    def pending(self) -> Iterator[Delivery]:
        """The messages without an answer, the oldest first."""
        for message_id, kind in self._waiting():
            answer = self._answer(message_id)
            if answer is None and (delivery := self._picked_up(message_id, kind)):
                yield delivery
            elif answer == "mottatt":
                self._take_away(message_id)

    def acknowledge(self, message_id: str) -> None:
        """Answer that the service has the message; on disk before this returns."""
        self._give(message_id, "mottatt", {"meldingstype": "no.ks.fiks.bekymringsmelding.mottatt.v1"})
        self._take_away(message_id)

    def fail(self, message_id: str, reason: str) -> None:
        """Answer that the message cannot be read; on disk before this returns."""
        answer = {"meldingstype": "no.ks.fiks.bekymringsmelding.feilet.v1", "melding": reason}
        self._give(message_id, "feilet", answer)

    def _give(self, message_id: str, answer: Answer, content: dict[str, str]) -> None:
        _checked(message_id)
        # Looked for in this order: another worker writes its answer first and takes the message away afterwards.
        delivered = any(self._incoming(message_id, kind).exists() for kind in KINDS)
        given = self._answer(message_id)
        if given not in (None, answer):
            raise AlreadyAnswered(f"{message_id} er allerede besvart med «{given}».")
        if given is None:
            if not delivered:
                raise UnknownMessage(f"{message_id} er ikke levert hit.")
            write_whole(self._answer_file(message_id, answer), json.dumps(content, ensure_ascii=False).encode())

    def _waiting(self) -> list[tuple[str, Kind]]:
        files = sorted((self.path / "incoming").glob("*.json"), key=lambda file: (_age(file), file.name))
        named = [INCOMING.fullmatch(file.name) for file in files]
        return [(name["id"], "privat" if name["kind"] == "privat" else "offentlig") for name in named if name]

    def _picked_up(self, message_id: str, kind: Kind) -> Delivery | None:
        """The message, unless another worker has answered it and taken it away in the meantime."""
        body = self._incoming(message_id, kind)
        try:
            return Delivery(message_id, kind, body.read_bytes(), _bytes_of(body.with_suffix(".pdf")))
        except FileNotFoundError:
            return None

    def _answer(self, message_id: str) -> Answer | None:
        return next((answer for answer in ANSWERS if self._answer_file(message_id, answer).exists()), None)

    def _answer_file(self, message_id: str, answer: Answer) -> Path:
        return self.path / answer / f"{message_id}.json"

    def _incoming(self, message_id: str, kind: Kind) -> Path:
        return self.path / "incoming" / f"{message_id}.{kind}.json"

    def _take_away(self, message_id: str) -> None:
        for kind in KINDS:
            body = self._incoming(message_id, kind)
            body.with_suffix(".pdf").unlink(missing_ok=True)
            body.unlink(missing_ok=True)
        remember_names(self.path / "incoming")


def _checked(message_id: str) -> str:
    """An id becomes a file name, so it must not lead anywhere else."""
    if not MESSAGE_ID.fullmatch(message_id):
        raise ValueError("Meldingens id kan bare ha bokstaver, tall og bindestrek.")
    return message_id


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _age(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
