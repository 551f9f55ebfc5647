"""Whatever is done with a sealed file (changed, cut, moved, taken to another case), it is refused and never half right."""

from __future__ import annotations

import io
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.ground.documents.sealed import HEAD, PIECE, TAG, Broken, seal, unseal

KEY = secrets.token_bytes(32)
# Around the borders between pieces, where mistakes live.
SIZES = st.one_of(
    st.integers(0, 300), st.sampled_from([PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 1, 3 * PIECE])
)
FEW = settings(max_examples=40, deadline=None)


def sealed(content: bytes, *, key: bytes = KEY, name: str = "brev") -> bytes:
    halves = [content[: len(content) // 2], content[len(content) // 2 :]]
    return b"".join(seal(halves, key, name))


def opened(content: bytes, *, key: bytes = KEY, name: str = "brev") -> bytes:
    return b"".join(unseal(io.BytesIO(content), key, name))


def refused(content: bytes, **about: str | bytes) -> bool:
    with pytest.raises(Broken):
        opened(content, **about)  # type: ignore[arg-type]
    return True


@FEW
@given(SIZES)
def test_what_is_sealed_comes_out_as_it_went_in_and_cannot_be_read_meanwhile(size: int) -> None:
    content = secrets.token_bytes(size)
    closed = sealed(content)
    assert opened(closed) == content
    assert size < 16 or content not in closed


@FEW
@given(SIZES, st.data())
def test_one_changed_bit_is_found(size: int, data: st.DataObject) -> None:
    closed = bytearray(sealed(bytes(size)))
    closed[data.draw(st.integers(0, len(closed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert refused(bytes(closed))


@FEW
@given(SIZES, st.data())
def test_a_file_that_was_cut_is_found_wherever_it_was_cut(size: int, data: st.DataObject) -> None:
    closed = sealed(bytes(size))
    assert refused(closed[: data.draw(st.integers(0, len(closed) - 1))])


@pytest.mark.parametrize("pieces", [2, 3])
def test_a_file_cut_between_two_pieces_is_found(pieces: int) -> None:
    closed = sealed(bytes(pieces * PIECE))
    assert refused(closed[: HEAD + (pieces - 1) * (PIECE + TAG)])


def test_pieces_that_changed_places_are_found() -> None:
    closed, piece = sealed(bytes(3 * PIECE)), PIECE + TAG
    first, second, rest = (
        closed[HEAD : HEAD + piece],
        closed[HEAD + piece : HEAD + 2 * piece],
        closed[HEAD + 2 * piece :],
    )
    assert refused(closed[:HEAD] + second + first + rest)


def test_a_piece_sent_twice_and_a_piece_left_out_are_found() -> None:
    closed, piece = sealed(bytes(3 * PIECE)), PIECE + TAG
    assert refused(closed[: HEAD + piece] + closed[HEAD:])
    assert refused(closed[:HEAD] + closed[HEAD + piece :])


def test_a_piece_of_another_file_of_the_same_case_is_found() -> None:
    one, other = sealed(bytes(2 * PIECE)), sealed(bytes(2 * PIECE))
    assert refused(one[: HEAD + PIECE + TAG] + other[HEAD + PIECE + TAG :])


def test_a_file_put_in_the_place_of_another_is_found() -> None:
    assert refused(sealed(b"brev fra skolen", name="skolen"), name="legen")


def test_a_file_of_another_case_is_found() -> None:
    assert refused(sealed(b"brev"), key=secrets.token_bytes(32))


def test_something_appended_is_found() -> None:
    assert refused(sealed(b"brev") + b"x")


def test_an_empty_file_is_not_the_same_as_no_file() -> None:
    assert opened(sealed(b"")) == b""
    assert refused(b"")
