"""Our verdict on a message is KS's verdict, field by field, apart from the differences in the table below."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.adapters.fiks.bekymringsmelding import Kind, Unreadable, Version, read
from oppvekst.adapters.fiks.tests import official

type Message = dict[str, Any]
type Step = str | int

OTHER_VALUES: list[object] = [
    None, True, False, 0, 7, 1.5, "", " ", "x", "1", "12", "123", "1234", "12345", "00", "a\nb", "12 34", "+47 00",
    "12--3", "a@b.no", "æ.ø@å.no", "a@b", "a b@c.no", "@b.no", "a@b.c", "2026-11-07T22:40:00Z",
    "2026-11-07t22:40:00.5+01:00", "2026-13-07T22:40:00Z", "2026-11-07", "2026-11-07T24:00:00Z", "22:40", [], {}, [[]],
    [{}], ["x"], {"x": 1}, {"adresselinje1": "Fjordgata 1"}, {"adresselinje1": 1},
    {"adresselinje1": "a", "postnummer": 9998},
]  # fmt: skip


def ours(message: object, kind: Kind, version: Version) -> bool:
    try:
        read(json.dumps(message).encode(), kind, version)
    except Unreadable:
        return False
    return True


def told_with_offset(kind: Kind, version: Version) -> Message:
    message: Message = json.loads(official.example(kind, version))
    message["sendingstidspunkt"] += "+01:00"
    return message


def places(value: object, above: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    yield above
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from places(part, (*above, name))


def changed(message: Message, place: tuple[Step, ...], change: Callable[[Any, Step], None]) -> Message:
    copied = copy.deepcopy(message)
    around: Any = copied
    for step in place[:-1]:
        around = around[step]
    change(around, place[-1])
    return copied


def remove(around: Any, step: Step) -> None:
    del around[step]


def set_to(value: object) -> Callable[[Any, Step], None]:
    def change(around: Any, step: Step) -> None:
        around[step] = value

    return change


def repeated(times: int) -> Callable[[Any, Step], None]:
    def change(around: Any, step: Step) -> None:
        around[step] = [copy.deepcopy(around[step][0]) for _ in range(times)]

    return change


def mutants(message: Message) -> Iterator[Message]:
    for place in [place for place in places(message) if place]:
        yield changed(message, place, remove)
        for value in OTHER_VALUES:
            yield changed(message, place, set_to(value))
    for name in [name for name, value in message.items() if isinstance(value, list)]:
        for times in range(4):
            yield changed(message, (name,), repeated(times))
    yield message | {"ukjentFelt": {"x": [1]}}


def has_no_child(message: Message) -> bool:
    return message.get("privatBarn") == []


@pytest.mark.parametrize(("kind", "version"), official.EXAMPLES)
def test_the_four_examples_are_read(kind: Kind, version: Version) -> None:
    message = json.loads(official.example(kind, version))
    assert ours(message, kind, version)
    assert official.accepts(message, kind, version, strict_time=False)


@pytest.mark.parametrize(("kind", "version"), official.EXAMPLES)
def test_every_removed_or_spoiled_field_gets_the_verdict_of_the_official_schema(kind: Kind, version: Version) -> None:
    tried = refused = 0
    for mutant in mutants(told_with_offset(kind, version)):
        verdict = official.accepts(mutant, kind, version) and not has_no_child(mutant)
        assert ours(mutant, kind, version) is verdict, json.dumps(mutant, ensure_ascii=False)
        tried, refused = tried + 1, refused + (not verdict)
    assert tried > 800
    assert 300 < refused < tried


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text("aæ 0123-+@.\n", max_size=12).filter(lambda text: not text.endswith("\n"))
)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=3), inner, max_size=3)
)


@pytest.mark.parametrize(("kind", "version"), official.EXAMPLES)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_two_random_changes_at_once_get_the_verdict_of_the_official_schema(
    kind: Kind, version: Version, data: st.DataObject
) -> None:
    message = told_with_offset(kind, version)
    for _ in range(2):
        place = data.draw(st.sampled_from([place for place in places(message) if place]))
        message = changed(message, place, set_to(data.draw(ANYTHING)))
    assert ours(message, kind, version) is (official.accepts(message, kind, version) and not has_no_child(message))


# Why we differ: kind of message, what is changed in it, KS's verdict, ours.
DIFFERENCES: dict[str, tuple[Kind, dict[str, object], bool, bool]] = {
    "a concern without a child is nobody's: KS means it, but says minLength about a list":
        ("privat", {"privatBarn": []}, True, False),
    "KS documents and shows local time without an offset, though the schema says date-time":
        ("privat", {"sendingstidspunkt": "2026-11-07T22:40:00"}, False, True),
    "the schema's own dialect knows no other digits than 0-9; the checker's Python does":
        ("privat", {"kommunenummer": "٩٩٩٨"}, True, False),
    "a line break at the very end is a line break, except for Python's dollar sign":
        ("offentlig", {"kommunenavn": "Solvik\n"}, True, False),
}  # fmt: skip


@pytest.mark.parametrize("why", DIFFERENCES)
@pytest.mark.parametrize("version", [1, 2])
def test_the_deliberate_differences(why: str, version: Version) -> None:
    kind, change, theirs, our_own = DIFFERENCES[why]
    message = told_with_offset(kind, version) | change
    assert (official.accepts(message, kind, version), ours(message, kind, version)) == (theirs, our_own)
