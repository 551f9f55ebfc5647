"""No concern is lost between the portal and the service: not by us, and not by the power going.

The contract stands first; every transport must pass it. What only folders can do comes after.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from oppvekst.adapters.fiks.fake import FakeFiks
from oppvekst.adapters.fiks.inbox import AlreadyAnswered, Delivery, FolderInbox, Inbox, UnknownMessage
from oppvekst.adapters.fiks.tests import official

NEIGHBOUR = Delivery("0b0e6d0c-7d1c-4a52-9a62-0b7c3e1f9a01", "privat", b'{"melding": "nabo"}')
SCHOOL = Delivery("5f0c1a7e-2222-4c11-8e35-5f0c1a7e0002", "offentlig", b"\xff not even JSON", b"%PDF-1.7")


class Transport(Inbox, Protocol):
    """An inbox together with the other side's end of it."""

    def deliver(self, delivery: Delivery) -> None: ...


@pytest.fixture(params=["folder", "fake"])
def inbox(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Transport]:
    yield FolderInbox(tmp_path) if request.param == "folder" else FakeFiks()


def test_what_is_delivered_is_pending_untouched(inbox: Transport) -> None:
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    assert list(inbox.pending()) == [NEIGHBOUR, SCHOOL]


def test_a_message_is_offered_until_it_is_answered(inbox: Transport) -> None:
    inbox.deliver(NEIGHBOUR)
    assert list(inbox.pending()) == list(inbox.pending()) == [NEIGHBOUR]


@pytest.mark.parametrize(
    "answer",
    [lambda inbox, of: inbox.acknowledge(of), lambda inbox, of: inbox.fail(of, "Meldingen er ikke gyldig JSON.")],
    ids=["received", "failed"],
)
def test_an_answered_message_is_not_offered_again_and_may_be_answered_again(
    inbox: Transport, answer: Callable[[Transport, str], None]
) -> None:
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    answer(inbox, NEIGHBOUR.message_id)
    answer(inbox, NEIGHBOUR.message_id)
    assert list(inbox.pending()) == [SCHOOL]


def test_a_redelivered_message_is_not_offered_again_once_answered(inbox: Transport) -> None:
    for _ in range(2):
        inbox.deliver(NEIGHBOUR)
        for delivery in inbox.pending():
            inbox.acknowledge(delivery.message_id)
    assert list(inbox.pending()) == []
    inbox.acknowledge(NEIGHBOUR.message_id)


def test_messages_may_be_answered_while_the_queue_is_read(inbox: Transport) -> None:
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    seen = []
    for delivery in inbox.pending():
        inbox.acknowledge(delivery.message_id)
        seen.append(delivery)
    assert seen == [NEIGHBOUR, SCHOOL]


def test_messages_may_be_answered_in_any_order(inbox: Transport) -> None:
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    inbox.acknowledge(SCHOOL.message_id)
    assert list(inbox.pending()) == [NEIGHBOUR]


def test_the_first_answer_stands(inbox: Transport) -> None:
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    inbox.acknowledge(NEIGHBOUR.message_id)
    inbox.fail(SCHOOL.message_id, "Meldingen er ikke gyldig JSON.")
    with pytest.raises(AlreadyAnswered):
        inbox.fail(NEIGHBOUR.message_id, "Meldingen er ikke gyldig JSON.")
    with pytest.raises(AlreadyAnswered):
        inbox.acknowledge(SCHOOL.message_id)


def test_a_message_that_never_came_cannot_be_answered(inbox: Transport) -> None:
    with pytest.raises(UnknownMessage):
        inbox.acknowledge(NEIGHBOUR.message_id)
    with pytest.raises(UnknownMessage):
        inbox.fail(NEIGHBOUR.message_id, "Meldingen er ikke gyldig JSON.")


# Only folders ----------------------------------------------------------------------------------------------------


def test_the_answers_are_what_the_portal_expects(tmp_path: Path) -> None:
    inbox = FolderInbox(tmp_path)
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    inbox.acknowledge(NEIGHBOUR.message_id)
    inbox.fail(SCHOOL.message_id, "Meldingen er ikke gyldig JSON.")
    inbox.fail(SCHOOL.message_id, "Noe annet.")
    received = json.loads((tmp_path / "mottatt" / f"{NEIGHBOUR.message_id}.json").read_bytes())
    failed = json.loads((tmp_path / "feilet" / f"{SCHOOL.message_id}.json").read_bytes())
    assert received == {"meldingstype": "no.ks.fiks.bekymringsmelding.mottatt.v1"}
    assert failed["melding"] == "Meldingen er ikke gyldig JSON."
    assert official.accepts_failure(failed)


def test_no_copy_of_a_received_concern_lies_about_and_a_failed_one_is_kept(tmp_path: Path) -> None:
    inbox = FolderInbox(tmp_path)
    inbox.deliver(NEIGHBOUR)
    inbox.deliver(SCHOOL)
    inbox.fail(NEIGHBOUR.message_id, "Meldingen er ikke gyldig JSON.")
    inbox.acknowledge(SCHOOL.message_id)
    assert [file.name for file in (tmp_path / "incoming").iterdir()] == [f"{NEIGHBOUR.message_id}.privat.json"]


def test_a_failed_message_is_offered_again_when_somebody_removes_the_answer(tmp_path: Path) -> None:
    inbox = FolderInbox(tmp_path)
    inbox.deliver(NEIGHBOUR)
    inbox.fail(NEIGHBOUR.message_id, "Meldingen er ikke gyldig JSON.")
    (tmp_path / "feilet" / f"{NEIGHBOUR.message_id}.json").unlink()
    assert list(inbox.pending()) == [NEIGHBOUR]


def test_files_that_are_not_messages_are_left_alone(tmp_path: Path) -> None:
    inbox = FolderInbox(tmp_path)
    for name in [
        ".hidden.privat.json",
        "a.privat.json.part",
        "a.ukjent.json",
        "les-meg.txt",
        "a.privat.pdf",
        "å.privat.json",
    ]:
        (tmp_path / "incoming" / name).write_bytes(b"{}")
    assert list(inbox.pending()) == []


def test_the_oldest_message_comes_first_whatever_it_is_called(tmp_path: Path) -> None:
    inbox = FolderInbox(tmp_path)
    for age, name in enumerate("cab"):
        inbox.deliver(Delivery(name, "privat", b"{}"))
        os.utime(tmp_path / "incoming" / f"{name}.privat.json", (1000 + age, 1000 + age))
    assert [delivery.message_id for delivery in inbox.pending()] == ["c", "a", "b"]


@pytest.mark.parametrize("message_id", ["../mottatt/x", "a/b", "", ".", "-", "a.b", "x" * 101, "a\n"])
def test_an_id_cannot_lead_out_of_the_folder(tmp_path: Path, message_id: str) -> None:
    inbox = FolderInbox(tmp_path)
    for answer in (inbox.acknowledge, lambda of: inbox.fail(of, "grunn")):
        with pytest.raises(ValueError, match="bokstaver, tall og bindestrek"):
            answer(message_id)
    with pytest.raises(ValueError, match="bokstaver, tall og bindestrek"):
        inbox.deliver(Delivery(message_id, "privat", b"{}"))


# Python tells an audit hook of every opened, renamed and removed file: the process dies at the n-th of them.
DIES_AT_STEP = """
import os, sys
from pathlib import Path
from oppvekst.adapters.fiks.inbox import FolderInbox
inbox, message_id, act, steps = FolderInbox(Path(sys.argv[1])), sys.argv[2], sys.argv[3], int(sys.argv[4])
def count(event, arguments):
    global steps
    if event in ("open", "os.rename", "os.remove"):
        steps -= 1
        if steps < 0:
            os._exit(9)
sys.addaudithook(count)
inbox.acknowledge(message_id) if act == "acknowledge" else inbox.fail(message_id, "Meldingen er ikke gyldig JSON.")
print("answered", flush=True)
os._exit(0)
"""


@pytest.mark.parametrize(("act", "folder"), [("acknowledge", "mottatt"), ("fail", "feilet")])
def test_a_kill_at_any_moment_leaves_the_message_waiting_or_answered_never_neither(
    tmp_path: Path, act: str, folder: str
) -> None:
    for steps in range(100):
        place = tmp_path / str(steps)
        inbox = FolderInbox(place)
        inbox.deliver(SCHOOL)
        command = [sys.executable, "-c", DIES_AT_STEP, str(place), SCHOOL.message_id, act, str(steps)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        answer = place / folder / f"{SCHOOL.message_id}.json"
        waiting = list(inbox.pending())
        if answer.exists():
            assert json.loads(answer.read_bytes())["meldingstype"].startswith("no.ks.fiks.bekymringsmelding.")
            assert waiting == []
        else:
            assert waiting == [SCHOOL]
            assert "answered" not in run.stdout
        inbox.acknowledge(SCHOOL.message_id) if act == "acknowledge" else inbox.fail(SCHOOL.message_id, "Igjen.")
        assert list(inbox.pending()) == []
        if run.returncode == 0:
            assert run.stdout == "answered\n"
            assert steps > 2
            return
    pytest.fail("it never came to the end")
