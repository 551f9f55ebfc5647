"""Every message we send by the national rail is valid there, and says what the concern said."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.adapters.fiks.bekymringsmelding import Kind, NeutralConcern, Unsendable, Version, read, write
from oppvekst.adapters.fiks.tests import official
from oppvekst.law.calendar import OSLO

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
LINE = TEXT.map(lambda text: text.replace("\n", " "))
SAYS_SOMETHING = LINE.filter(lambda text: bool(text.strip()))
PHONE = st.from_regex(r"[+]?[0-9]{2,4}([- ][0-9]{2}){0,4}", fullmatch=True)
EMAIL = st.from_regex(r"[A-Za-zæøå0-9_-]{1,9}(\.[a-zø]{1,5})?@[a-zå0-9-]{1,9}\.[a-z]{2,4}", fullmatch=True)
# A message tells local time without an offset, so the hour that comes twice cannot be told apart.
SENT_AT = st.integers(1_600_000_000, 2_200_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, OSLO).replace(fold=0).astimezone(UTC).astimezone(OSLO)
)
ADDRESS = st.fixed_dictionaries(
    {"lines": st.lists(SAYS_SOMETHING, max_size=3), "postal_code": LINE, "postal_place": LINE}
)
PLACE_LINE = st.builds(lambda number, name: {"number": f"{number:04}", "name": name}, st.integers(0, 9999), LINE)
DISTRICT = st.builds(lambda number, name: {"number": f"{number:02}", "name": name}, st.integers(0, 99), LINE)
HEAD = {
    "version": st.just(2),
    "municipality": PLACE_LINE,
    "district": DISTRICT,
    "sent_at": SENT_AT,
    "channel": TEXT,
}
EMPTY = st.just("")

PRIVATE = st.fixed_dictionaries(
    HEAD
    | {
        "reporter": st.fixed_dictionaries(
            {
                "kind": st.just("private"), "name": SAYS_SOMETHING, "role": EMPTY, "phone": EMPTY | PHONE,
                "email": EMPTY, "body": st.none(), "address": st.none() | ADDRESS,
            }
        ),
        "children": st.lists(
            st.fixed_dictionaries(
                {
                    "name": TEXT, "identity_number": EMPTY, "assumed_age": TEXT, "unborn": st.just(False),
                    "phone": EMPTY, "address": ADDRESS, "relation": TEXT, "informed": st.none(),
                    "informed_reason": EMPTY,
                }
            ),
            min_size=1, max_size=4,
        ),
        "guardians": st.just([]),
        "words": st.fixed_dictionaries({"main": TEXT, "history": EMPTY, "other_views": EMPTY}),
        "interpreter": EMPTY,
        "other_bodies": EMPTY,
    }
)  # fmt: skip

PUBLIC = st.fixed_dictionaries(
    HEAD
    | {
        "reporter": st.fixed_dictionaries(
            {
                "kind": st.just("public"), "name": SAYS_SOMETHING, "role": LINE, "phone": PHONE, "email": EMAIL,
                "body": st.fixed_dictionaries({"name": LINE, "organisation_number": LINE, "address": ADDRESS}),
                "address": st.none(),
            }
        ),
        "children": st.lists(
            st.fixed_dictionaries(
                {
                    "name": LINE, "identity_number": TEXT, "assumed_age": EMPTY, "unborn": st.booleans(), "phone": TEXT,
                    "address": ADDRESS, "relation": EMPTY, "informed": st.booleans(), "informed_reason": LINE,
                }
            ),
            min_size=1, max_size=4,
        ),
        "guardians": st.lists(
            st.fixed_dictionaries({"name": LINE, "phone": LINE, "informed": st.booleans(), "informed_reason": LINE}),
            min_size=1, max_size=2,
        ),
        "words": st.fixed_dictionaries({"main": TEXT, "history": TEXT, "other_views": TEXT}),
        "interpreter": TEXT,
        "other_bodies": TEXT,
    }
)  # fmt: skip


def from_example(kind: Kind) -> NeutralConcern:
    return read(official.example(kind, 2), kind)


def refusal(concern: NeutralConcern) -> list[tuple[str, str]]:
    with pytest.raises(Unsendable) as refused:
        write(concern)
    return [(problem.path, problem.sentence) for problem in refused.value.problems]


@pytest.mark.parametrize(("kind", "concerns"), [("privat", PRIVATE), ("offentlig", PUBLIC)])
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_we_send_is_valid_at_ks_and_reads_back_the_same(
    kind: Kind, concerns: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    concern: NeutralConcern = data.draw(concerns)
    body = write(concern)
    assert official.accepts(json.loads(body), kind, 2, strict_time=False)
    assert read(body, kind) == concern


@pytest.mark.parametrize(("kind", "version"), official.EXAMPLES)
def test_ks_own_examples_can_be_sent_on_as_version_two(kind: Kind, version: Version) -> None:
    original = official.example(kind, version)
    concern = read(original, kind, version)
    sent = write(concern)
    assert json.loads(sent)["sendingstidspunkt"] == json.loads(original)["sendingstidspunkt"]
    assert read(sent, kind) == {**concern, "version": 2}


def test_the_time_is_written_as_ks_shows_it_local_and_without_offset() -> None:
    concern = from_example("privat")
    concern["sent_at"] = datetime(2026, 7, 2, 18, 15, tzinfo=UTC)
    assert json.loads(write(concern))["sendingstidspunkt"] == "2026-07-02T20:15:00"


def test_the_hour_that_comes_twice_can_be_sent_and_loses_only_which_it_was() -> None:
    concern = from_example("privat")
    concern["sent_at"] = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert concern["sent_at"] - read(write(concern), "privat")["sent_at"] == timedelta(hours=1)


def test_an_anonymous_concern_cannot_go_by_the_national_rail() -> None:
    concern = from_example("privat")
    concern["reporter"]["name"] = " "
    assert refusal(concern) == [("reporter.name", "Den nasjonale portalen tar ikke imot anonyme meldinger.")]


def test_what_a_private_message_cannot_carry_is_refused_and_not_dropped() -> None:
    concern = from_example("privat")
    concern["children"][0]["identity_number"] = "05871799841"
    concern["words"]["history"] = "Det begynte i fjor."
    concern["guardians"] = from_example("offentlig")["guardians"]
    assert [path for path, sentence in refusal(concern) if "ville gått tapt" in sentence] == [
        "children[0].identity_number",
        "guardians",
        "words.history",
    ]


def test_a_fourth_address_line_is_refused_and_not_dropped() -> None:
    concern = from_example("privat")
    concern["children"][0]["address"]["lines"] = ["a", "b", "c", "d"]
    assert [path for path, _ in refusal(concern)] == ["children[0].address.lines"]


@pytest.mark.parametrize(
    ("part", "value", "path"),
    [
        ("children", [], "offentligBarn"),
        ("guardians", [], "foresatte"),
        ("district", {"number": "2", "name": "x"}, "bydelsnummer"),
        ("sent_at", datetime.fromisoformat("2026-07-02T20:15:00"), "sent_at"),
        ("interpreter", "halvt tegn: \ud83d", ""),
        ("interpreter", "x" * 6_000_000, ""),
    ],
    ids=["no child", "no guardian", "bad district", "no offset", "half a character", "too large"],
)
def test_what_would_be_refused_at_the_other_end_is_refused_here(part: str, value: Any, path: str) -> None:
    concern: Any = from_example("offentlig")
    concern[part] = value
    assert [place for place, _ in refusal(concern)] == [path]


def test_a_public_reporter_without_phone_or_body_cannot_be_sent() -> None:
    concern = from_example("offentlig")
    concern["reporter"]["phone"] = ""
    concern["reporter"]["body"] = None
    assert [path for path, _ in refusal(concern)] == ["offentligMelder.telefonnummer", "offentligMelder.virksomhet"]
