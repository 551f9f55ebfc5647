"""The national portal's messages: stored before they are acknowledged, once however often sent, never lost."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from oppvekst.adapters.fiks.inbox import FolderInbox
from oppvekst.domain.concerns import cli, jobs, queries
from oppvekst.domain.concerns.models import Concern, Message
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.law.refusals import Incomplete
from tests.world import SOLVIK, World

STANDARDS = Path(os.environ.get("OPPVEKST_STANDARDS", str(Path(__file__).parents[6] / "shared" / "standards")))
EXAMPLES = STANDARDS / "ks-fiks-bekymringsmelding" / "schema" / "examples"
TUESDAY = datetime(2026, 3, 3, 9, 15, tzinfo=UTC)


def example(name: str, **changes: Any) -> bytes:
    if not EXAMPLES.exists():
        pytest.skip(
            f"De offisielle eksemplene finnes ikke i {EXAMPLES}. Sett OPPVEKST_STANDARDS til mappen som har dem."
        )
    message = json.loads((EXAMPLES / f"{name}.json").read_text())
    return json.dumps(message | {"kommunenummer": str(SOLVIK)} | changes).encode()


def receive(body: bytes, *, kind: str, message_id: str = "melding-1", municipality: int = SOLVIK) -> dict[str, Any]:
    return cli.receive(body, kind=kind, message_id=message_id, municipality=municipality, at=TUESDAY, read=jobs.read)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("privatBekymringsmeldingV1", "privat"), ("privatBekymringsmeldingV2", "privat"),
        ("offentligBekymringsmeldingV1", "offentlig"), ("offentligBekymringsmeldingV2", "offentlig"),
    ],
)  # fmt: skip
def test_an_official_example_becomes_one_concern_a_child_to_be_reviewed_in_a_week(
    world: World, name: str, kind: str
) -> None:
    answer = receive(example(name), kind=kind)
    assert [concern["child"] for concern in answer["concerns"]] == ["Barn Barnesen", "Bare Barnet"]
    assert {concern["review_due"] for concern in answer["concerns"]} == {"2026-03-10"}
    assert [concern["journal_number"] for concern in answer["concerns"]] == ["M-2026-0001", "M-2026-0002"]
    assert answer["duplicate"] is False


def test_sent_twice_it_is_still_once(world: World) -> None:
    first = receive(example("privatBekymringsmeldingV2"), kind="privat")
    second = receive(example("privatBekymringsmeldingV2"), kind="privat")
    assert second == first | {"duplicate": True}
    with world.by_clock():
        assert Concern.objects.count() == 2


BROKEN = {
    "no children": ("privatBekymringsmeldingV2", {"privatBarn": []}),
    "a missing required field": ("offentligBekymringsmeldingV2", {"melding": {"melding": "uten historie"}}),
    "a wrong municipality": ("privatBekymringsmeldingV1", {"kommunenummer": "9997"}),
}


@pytest.mark.parametrize("why", [*BROKEN, "broken JSON"])
def test_what_cannot_be_read_is_kept_and_stands_on_the_intakes_agenda(world: World, why: str) -> None:
    name, changes = BROKEN.get(why, ("privatBekymringsmeldingV1", {}))
    body = example(name, **changes) if why in BROKEN else b'{"kommunenummer": '
    with pytest.raises(Incomplete, match="karantene"):
        receive(body, kind="offentlig" if name.startswith("offentlig") else "privat")
    with world.as_("Hanne Dale") as hanne:
        (kept,) = queries.quarantined()
        assert bytes(kept.body) == body
        assert kept.problems
        assert [item.title for item in worklist(hanne)] == ["En melding kunne ikke leses. Se på den nå."]
        assert not Concern.objects.exists()


def test_a_message_to_a_municipality_we_do_not_have_is_kept_all_the_same(world: World) -> None:
    with pytest.raises(Incomplete, match="ikke satt opp"):
        receive(example("privatBekymringsmeldingV1"), kind="privat", municipality=1201)
    with world.by_clock():
        assert Message.objects.get().state == Message.State.QUARANTINED


def test_the_account_of_the_day_names_every_message(world: World) -> None:
    receive(example("privatBekymringsmeldingV2"), kind="privat", message_id="a")
    with pytest.raises(Incomplete):
        receive(b"{}", kind="privat", message_id="b")
    rows, whole = cli.reconcile(date(2026, 3, 3))
    assert [(row["message_id"], row["state"]) for row in rows] == [("a", "accepted"), ("b", "quarantined")]
    assert whole


def test_a_message_that_was_stored_and_never_taken_in_is_not_accounted_for(world: World) -> None:
    receive(example("privatBekymringsmeldingV2"), kind="privat", message_id="a")
    Message.objects.update(state=Message.State.STORED, enquiry_id=None)
    _, whole = cli.reconcile(date(2026, 3, 3))
    assert not whole


def test_the_inbox_is_emptied_and_each_message_acknowledged_once_it_is_ours(world: World, tmp_path: Path) -> None:
    inbox = FolderInbox(tmp_path)
    for number in range(3):
        (tmp_path / "incoming" / f"m-{number}.privat.json").write_bytes(example("privatBekymringsmeldingV2"))
    assert jobs.fetch(inbox, SOLVIK, at=TUESDAY) == 3
    assert jobs.fetch(inbox, SOLVIK, at=TUESDAY) == 0
    assert len(list((tmp_path / "mottatt").iterdir())) == 3
    with world.by_clock():
        assert Concern.objects.count() == 6
