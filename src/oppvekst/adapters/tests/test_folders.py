"""What is written to a folder is whole."""

from pathlib import Path

import pytest

from oppvekst.adapters.folders import write_whole


def test_a_file_is_written_into_a_folder_that_was_not_there(tmp_path: Path) -> None:
    write_whole(tmp_path / "ny" / "fil.json", b"innhold")
    assert (tmp_path / "ny" / "fil.json").read_bytes() == b"innhold"


def test_nothing_half_written_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "opptatt").mkdir()
    with pytest.raises(OSError, match="opptatt"):
        write_whole(tmp_path / "opptatt", b"innhold")
    assert [file.name for file in tmp_path.iterdir()] == ["opptatt"]
