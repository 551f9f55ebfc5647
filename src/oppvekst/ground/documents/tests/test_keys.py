"""The municipality's key: made once, read by its owner alone, exchanged without touching a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from oppvekst.ground.documents.keys import KeyFiles, KeyTrouble, Wrapped
from oppvekst.ground.documents.sealed import Broken

SOLVIK, NORDVAG = 9998, 9997


@pytest.fixture
def keys(tmp_path: Path) -> KeyFiles:
    found = KeyFiles(tmp_path / "keys")
    found.make(SOLVIK)
    return found


def test_a_key_opens_what_it_closed(keys: KeyFiles) -> None:
    assert keys.unwrap(SOLVIK, keys.wrap(SOLVIK, b"k" * 32, "sak 1"), "sak 1") == b"k" * 32


def test_a_case_key_laid_in_another_case_is_refused(keys: KeyFiles) -> None:
    with pytest.raises(Broken):
        keys.unwrap(SOLVIK, keys.wrap(SOLVIK, b"k" * 32, "sak 1"), "sak 2")


def test_the_neighbours_key_opens_nothing_of_ours_and_ours_nothing_of_theirs(keys: KeyFiles) -> None:
    keys.make(NORDVAG)
    wrapped = keys.wrap(SOLVIK, b"k" * 32, "sak 1")
    with pytest.raises(Broken):
        keys.unwrap(NORDVAG, wrapped, "sak 1")
    with pytest.raises(Broken):
        keys.unwrap(NORDVAG, Wrapped("9997-1", wrapped.content), "sak 1")


def test_the_folder_and_the_key_are_readable_by_their_owner_alone(keys: KeyFiles) -> None:
    assert (keys.folder.stat().st_mode & 0o777, keys._path("9998-1").stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_key_that_others_can_read_is_not_used(keys: KeyFiles) -> None:
    keys._path("9998-1").chmod(0o640)
    with pytest.raises(KeyTrouble, match="Andre kan lese"):
        keys.wrap(SOLVIK, b"k" * 32, "sak 1")


def test_a_new_key_is_used_from_now_on_and_the_old_one_still_opens(keys: KeyFiles) -> None:
    old = keys.wrap(SOLVIK, b"k" * 32, "sak 1")
    assert keys.make(SOLVIK) == "9998-2"
    assert keys.wrap(SOLVIK, b"k" * 32, "sak 1").key_name == "9998-2"
    assert keys.unwrap(SOLVIK, old, "sak 1") == b"k" * 32


def test_a_key_name_cannot_lead_out_of_the_folder(keys: KeyFiles) -> None:
    with pytest.raises(Broken):
        keys.unwrap(SOLVIK, Wrapped("../../etc/9998-1", b""), "sak 1")


def test_a_municipality_without_a_key_is_told_what_to_do(keys: KeyFiles) -> None:
    with pytest.raises(KeyTrouble, match="oppvekst init"):
        keys.wrap(NORDVAG, b"k" * 32, "sak 1")
