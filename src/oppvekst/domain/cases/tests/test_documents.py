"""A document put into a case: sealed on disk before the row is there, for those who have the case alone, never taken away."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from oppvekst.adapters.clamd import Clamd
from oppvekst.adapters.clamd.fake import EICAR, fake_clamd
from oppvekst.domain.cases import actions, cli, jobs
from oppvekst.domain.cases.models import Document
from oppvekst.domain.cases.queries import content_of, documents, get_document
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.documents import vault
from oppvekst.ground.documents.keys import keeper
from oppvekst.ground.documents.models import CaseKey
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY
from tests.world import SOLVIK, World

SAID = actions.Said("received", date(2026, 11, 20), title="Brev fra skolen", counterpart="Solvik skole")
TEXT = "Emil har vært trett i høst.\n".encode()


def file(content: bytes = TEXT, name: str = "brev.txt") -> Any:
    return SimpleUploadedFile(name, content)


@pytest.fixture(autouse=True)
def empty_storage() -> Iterator[None]:
    yield
    for path in Path(configured.DOCUMENTS).rglob("*"):
        if path.is_file():
            path.unlink()


def opened(world: World, given: str = "Emil") -> UUID:
    with world.as_("Kari Nesheim") as kari:
        details = Details(given_name=given, family_name="Sunde", birth_date=date(2018, 3, 2))
        return actions.open_case(details, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED).id


@pytest.fixture
def emil(world: World) -> UUID:
    return opened(world)


def kept(world: World, case_id: UUID, content: bytes = TEXT, **more: Any) -> Document:
    with world.as_("Kari Nesheim") as kari:
        return actions.keep_document(case_id, file(content), SAID, by=kari, at=TUESDAY, **more)


def lying() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(configured.DOCUMENTS).rglob("*") if path.is_file()}


def test_a_document_can_be_read_by_whoever_has_the_case_and_lies_unreadable(world: World, emil: UUID) -> None:
    document = kept(world, emil)
    with world.as_("Kari Nesheim"):
        assert b"".join(content_of(get_document(emil, document.id))) == TEXT
    on_disk = lying().values()
    assert on_disk and not any(b"Emil" in each for each in on_disk)
    assert (document.form, document.size, document.scan) == ("txt", len(TEXT), "unscanned")


def test_it_is_in_the_childs_journal(world: World, emil: UUID) -> None:
    document = kept(world, emil)
    entry = Entry.objects.get(kind="document.kept")
    assert (entry.subject, entry.case_id, entry.says) == (
        document.id, emil, "Dokumentet «Brev fra skolen» ble registrert, mottatt.",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Nordli", "Bjørn Haugli", "Randi Lunde", "Liv Strand"])
def test_whoever_has_not_the_case_has_neither_the_row_nor_the_key_nor_the_bytes(
    world: World, emil: UUID, name: str
) -> None:
    document = kept(world, emil)
    with world.as_(name) as stranger:
        for model in (Document, CaseKey):
            try:
                with transaction.atomic():
                    assert not model.objects.exists()
            except DatabaseError as refused:
                assert "permission denied" in str(refused)
        if stranger.hat not in ("oppvekst_desk_homes", "oppvekst_desk_editor"):
            with pytest.raises(NotFound):
                get_document(emil, document.id)
    with world.as_(name), pytest.raises((DatabaseError, CaseKey.DoesNotExist)), transaction.atomic():
        vault.keys_of(emil, SOLVIK)


def test_the_same_letter_in_two_cases_shows_nowhere(world: World, emil: UUID) -> None:
    first, second = kept(world, emil), kept(world, opened(world, "Nora"))
    assert first.address != second.address
    assert len(lying()) == 2


def test_a_file_moved_to_another_case_is_refused(world: World, emil: UUID) -> None:
    nora = opened(world, "Nora")
    first, second = kept(world, emil), kept(world, nora)
    place = Path(configured.DOCUMENTS)
    theirs = place / vault.path_of(SOLVIK, first.address)
    (place / vault.path_of(SOLVIK, second.address)).write_bytes(theirs.read_bytes())
    with world.as_("Kari Nesheim"), pytest.raises(NotAllowed, match="skadet"):
        b"".join(content_of(get_document(nora, second.id)))


def test_the_same_file_sent_twice_is_one_document(world: World, emil: UUID) -> None:
    kept(world, emil)
    with world.as_("Kari Nesheim") as kari, pytest.raises(Incomplete, match="Brev fra skolen"):
        actions.keep_document(emil, file(), SAID, by=kari, at=TUESDAY)
    assert Document.objects.count() == 1


def test_what_lies_broken_under_its_name_is_written_anew_and_not_believed(world: World, emil: UUID) -> None:
    document = kept(world, emil)
    with world.as_("Kari Nesheim") as kari:
        actions.mark_wrong(emil, document.id, "Feil barn.", by=kari, at=TUESDAY)
    (Path(configured.DOCUMENTS) / vault.path_of(SOLVIK, document.address)).write_bytes(b"half")
    again = kept(world, emil)
    with world.as_("Kari Nesheim"):
        assert b"".join(content_of(again)) == TEXT


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "tom"), (b"MZ\x90\0" + bytes(99), "slag vi tar imot"), (bytes(2_000_000), "for stor")]
)
def test_what_cannot_be_taken_is_refused_by_its_name_and_leaves_nothing(
    world: World, emil: UUID, settings: Any, content: bytes, says: str
) -> None:
    settings.DOCUMENT_MAX_BYTES = 1024 * 1024
    with world.as_("Kari Nesheim") as kari, pytest.raises(Incomplete, match=says) as refusal:
        actions.keep_document(emil, file(content, "skjema.pdf"), SAID, by=kari, at=TUESDAY)
    assert "skjema.pdf" in refusal.value.fields["files"]
    assert not Document.objects.exists()
    assert not lying()


def test_a_mistake_is_said_to_be_one_and_the_original_stays(world: World, emil: UUID) -> None:
    document = kept(world, emil)
    with world.as_("Kari Nesheim") as kari:
        actions.mark_wrong(emil, document.id, "Gjelder et annet barn.", by=kari, at=TUESDAY)
        assert not documents(emil).exists()
        assert documents(emil, wrong=True).get().wrong_reasons == "Gjelder et annet barn."
        assert b"".join(content_of(get_document(emil, document.id))) == TEXT
        with pytest.raises(NotAllowed):
            actions.mark_wrong(emil, document.id, "En gang til.", by=kari, at=TUESDAY)


def test_what_was_said_to_be_a_mistake_cannot_be_unsaid_by_sql_and_no_row_can_be_deleted(
    world: World, emil: UUID
) -> None:
    document = kept(world, emil)
    with world.as_("Kari Nesheim") as kari:
        actions.mark_wrong(emil, document.id, "Feil.", by=kari, at=TUESDAY)
        for statement in (
            "update cases_document set wrong_at = null", "delete from cases_document",
            "update cases_document set title = 'x'", "update cases_document set scan = 'clean'",
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)


def test_a_new_version_stands_over_the_old_one_and_there_is_one_newest(world: World, emil: UUID) -> None:
    first = kept(world, emil)
    second = kept(world, emil, b"Versjon to\n", replaces=first.id)
    assert (second.version, second.replaces_id) == (2, first.id)
    with pytest.raises(NotAllowed, match="nyere versjon"):
        kept(world, emil, b"Versjon tre\n", replaces=first.id)


def test_a_version_cannot_replace_a_document_of_another_case(world: World, emil: UUID) -> None:
    elsewhere = kept(world, opened(world, "Nora"))
    with pytest.raises(NotFound):
        kept(world, emil, b"Versjon to\n", replaces=elsewhere.id)


def test_a_kill_after_the_file_was_written_leaves_no_row_and_the_file_is_found(
    world: World, emil: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document.objects, "create", _die)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        kept(world, emil)
    assert not Document.objects.exists()
    with world.by_clock():
        found = cli.inspect()
    assert (found.whole, found.broken, len(found.orphans)) == (0, (), 1)


def test_a_kill_while_the_file_is_written_leaves_neither(
    world: World, emil: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oppvekst.ground.documents.storing.os.fsync", _die)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        kept(world, emil)
    assert not lying()
    assert not Document.objects.exists()


def _die(*_args: Any, **_kwargs: Any) -> None:
    raise KeyboardInterrupt


def test_each_missing_or_changed_file_is_named(world: World, emil: UUID) -> None:
    whole, gone, changed = (kept(world, emil, text) for text in (b"en", b"to", b"tre"))
    place = Path(configured.DOCUMENTS)
    (place / vault.path_of(SOLVIK, gone.address)).unlink()
    path = place / vault.path_of(SOLVIK, changed.address)
    path.write_bytes(path.read_bytes()[:-1])
    with world.by_clock():
        found = cli.inspect()
    assert found.whole == 1
    assert set(found.broken) == {f"dokument {gone.id}", f"dokument {changed.id}"}
    assert str(whole.id) not in " ".join(found.broken)


def test_the_municipalitys_key_is_exchanged_and_every_document_still_opens(world: World, emil: UUID) -> None:
    document = kept(world, emil)
    before, on_disk = bytes(CaseKey.objects.get().wrapped), lying()
    with world.by_clock():
        assert cli.rewrap(new_key=True)["9998"] == 1
        assert cli.rewrap(new_key=False)["9998"] == 0
    row = CaseKey.objects.get()
    assert row.key_name == keeper().current(SOLVIK)
    assert bytes(row.wrapped) != before
    assert lying() == on_disk
    with world.as_("Kari Nesheim"):
        assert b"".join(content_of(document)) == TEXT


def test_a_large_document_is_never_whole_in_memory_on_its_way_out(world: World, emil: UUID) -> None:
    document = kept(world, emil, b"linje\n" * 100_000)
    with world.as_("Kari Nesheim"):
        parts = [len(part) for part in content_of(document)]
    assert max(parts) <= 64 * 1024 < sum(parts) == 600_000


@pytest.fixture
def waiting(world: World, emil: UUID, settings: Any) -> Document:
    settings.SCANNER = "clamd:3310"
    return kept(world, emil, TEXT + EICAR)


def test_what_waits_for_the_scanner_is_not_given_out_yet(world: World, waiting: Document) -> None:
    with world.as_("Kari Nesheim"), pytest.raises(NotAllowed, match="undersøkes for virus"):
        content_of(waiting)


def test_a_file_with_a_virus_is_set_apart_and_never_given_out(world: World, waiting: Document) -> None:
    with fake_clamd() as address:
        assert jobs.scan(at=TUESDAY, scanner=Clamd(address)) == 1
    found = Document.objects.get()
    assert (found.scan, found.virus) == ("infected", "Eicar-Test-Signature")
    with world.as_("Kari Nesheim"), pytest.raises(NotAllowed, match="virus"):
        content_of(found)


def test_a_scanner_that_does_not_answer_makes_nothing_clean(waiting: Document) -> None:
    assert jobs.scan(at=TUESDAY, scanner=Clamd("127.0.0.1:9")) == 0
    assert Document.objects.get().scan == "waiting"


def test_a_scanner_that_was_taken_away_is_said_to_be_away(waiting: Document, settings: Any) -> None:
    settings.SCANNER = ""
    jobs.scan(at=TUESDAY)
    assert Document.objects.get().get_scan_display() == "ikke undersøkt for virus"


def test_nobody_at_the_desk_can_say_that_a_file_is_clean(world: World, emil: UUID) -> None:
    document = kept(world, emil)
    with world.as_("Kari Nesheim"), pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.create(
            municipality_id=SOLVIK, case_id=emil, title="x", kind="note", dated=date(2026, 1, 1), file_name="x",
            form="txt", size=1, address="0" * 64, written_by=document.written_by, written_by_name="x",
            written_at=TUESDAY, scan="clean",
        )  # fmt: skip


def test_a_stream_that_can_be_read_once_is_enough_for_a_storage() -> None:
    assert vault._Sealed(iter([b"ab", b"c"])).read() == b"abc"
    assert io.BytesIO(b"".join(vault._Sealed(iter([b"x" * 9])).chunks())).read() == b"x" * 9
