"""The commands that need no database, what is said to a wrong command line, and what is kept quiet about our own faults."""

from __future__ import annotations

import json
import pkgutil
import socket
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from oppvekst import domain
from oppvekst.law.deadline import Limit
from tests.house.command_line import done, environment, oppvekst, refused, standards

WITHOUT_DJANGO = """
import sys
from oppvekst.faces.cli import main
code = main(sys.argv[1:])
assert "django" not in sys.modules
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("rule", "start", "due", "law"),
    [
        ("D01", "2026-03-03", "2026-03-10", "bvl § 2-1 (1)"),
        ("D11", "2026-03-03", "2026-06-10", "bvl § 2-2 (2)"),
        ("D12", "2026-03-03", "2026-09-10", "bvl § 2-2 (2)"),
        ("D76", "2026-03-12", "2026-04-07", "fvl §§ 29 (1), 30; bvl § 12-9"),
    ],
)
def test_a_limit_is_counted_as_the_law_counts(rule: str, start: str, due: str, law: str) -> None:
    found = done("law", "due", rule, "--start", start)
    steps = found.pop("steps")
    assert found == {"rule": rule, "start": start, "due": due, "law": law}
    assert len(steps) > 1 and all(isinstance(step, str) for step in steps)


def test_the_same_answer_in_words_tells_how_it_was_counted() -> None:
    result = oppvekst("law", "due", "d76", "--start", "2026-03-12")
    assert result.returncode == 0
    assert "Frist: 2026-04-07" in result.stdout and "skjærtorsdag" in result.stdout


def test_every_rule_of_every_room_is_listed() -> None:
    listed = {rule["id"] for rule in done("law", "list")}
    written = {limit.id for module in _rule_modules() for limit in vars(module).values() if isinstance(limit, Limit)}
    assert {"D01", "D11", "D76"} <= written <= listed


def test_a_listed_rule_has_title_law_and_validity() -> None:
    for rule in done("law", "list"):
        assert set(rule) >= {"id", "title", "law", "valid_from", "valid_to"}
        assert rule["title"] and rule["law"]


def test_the_law_needs_neither_database_nor_framework(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for line in (["law", "list"], ["law", "due", "D01", "--start", "2026-03-03"], ["law", "check-number", "1"]):
        result = subprocess.run(
            [sys.executable, "-c", WITHOUT_DJANGO, *line], env=environment(OPPVEKST_DATA=str(folder)), check=False
        )
        assert result.returncode == 0
    assert not folder.exists()


def test_an_unknown_rule_is_not_found_and_the_list_is_named() -> None:
    told = refused("law", "due", "D999", "--start", "2026-03-03")
    assert told["error"] == "not_found" and "oppvekst law list" in told["message"]


def test_a_rule_that_was_not_law_yet_is_refused_with_its_section() -> None:
    told = refused("law", "due", "D11", "--start", "2010-01-01")
    assert (told["error"], told["law"]) == ("not_allowed", "bvl § 2-2 (2)")


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("12.3.2026", "2026-03-12"),
        ("20260312", "2026-03-12"),
        ("2026-02-30", "finnes ikke"),
        ("9999-12-31", "for langt unna"),
        ("", "år-måned-dag"),
    ],
)
def test_a_wrong_date_is_answered_with_how_to_write_it(written: str, mended: str) -> None:
    told = refused("law", "due", "D11", "--start", written)
    assert mended in told["fields"]["start"]


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ([], "kommando", "mangler"),
        (["lov"], "kommando", "Velg blant"),
        (["law", "due"], "rule", "mangler"),
        (["law", "due", "D11"], "start", "mangler"),
        (["law", "due", "D11", "--start"], "start", "trenger en verdi"),
        (["law", "list", "--alt"], "alt", "kjenner ikke"),
        (["law", "check-number", "1", "--environment", "prod"], "environment", "production, test"),
        (["serve", "--face", "desk", "--port", "99999999"], "port", "65535"),
        (["init", "--municipality", "99", "--name", "Solvik"], "municipality", "fire sifre"),
        (["information", "phone-now", "--who", "child", "--at", "i kveld"], "at", "2026-12-24T20:00"),
        (["demo", "--check", "--reset"], "reset", "sammen med"),
    ],
)
def test_a_wrong_command_line_is_refused_in_a_clear_sentence(line: list[str], field: str, words: str) -> None:
    told = refused(*line)
    assert words in told["fields"][field] and "--help" in told["message"]


def test_json_may_stand_anywhere() -> None:
    for line in (["--json", "law", "due"], ["law", "--json", "due"], ["law", "due", "--json"]):
        result = oppvekst(*line)
        assert result.returncode == 2 and json.loads(result.stdout)["error"] == "incomplete"


def test_help_is_in_norwegian() -> None:
    told = oppvekst("law", "due", "--help").stdout
    assert "bruk: oppvekst law due" in told and "valg:" in told
    assert not {"usage", "options", "positional", "show this"} & set(told.lower().split())


@pytest.fixture(scope="module")
def vectors() -> dict[str, Any]:
    path = standards() / "id-number-vectors" / "id_vectors.json"
    if not path.exists():
        pytest.skip(f"De publiserte numrene finnes ikke i {path}. Sett OPPVEKST_STANDARDS til mappen med standardene.")
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def test_every_published_number_gets_its_published_answer(vectors: dict[str, Any]) -> None:
    rows = vectors["vectors"]
    found = done("law", "check-number", *(row["number"] for row in rows), "--environment", "test")
    assert [(each["number"], each["valid"]) for each in found] == [
        (row["number"], row["valid_2032_rule"]) for row in rows
    ]
    assert all(set(each) == {"number", "valid", "kind", "reason"} and each["reason"] for each in found)


def test_published_numbers_of_other_kinds_too(vectors: dict[str, Any]) -> None:
    rows = [row | {"kind": kind} for kind in ("duf", "orgnr") for row in vectors[kind]["vectors"]]
    found = done("law", "check-number", *(row["number"] for row in rows))
    assert [each["valid"] for each in found] == [row["valid"] for row in rows]
    assert all(each["kind"] == row["kind"] for each, row in zip(found, rows, strict=True) if row["valid"])


def test_an_invented_person_is_valid_in_test_only() -> None:
    number = "10915596784"
    (real,), (test,) = done("law", "check-number", number), done("law", "check-number", number, "--environment", "test")
    assert (real["kind"], real["valid"], test["valid"]) == ("synthetic", False, True)


@pytest.mark.parametrize("face", ["api"])
def test_a_face_that_is_not_built_yet_says_so(face: str) -> None:
    assert "ikke bygd ennå" in refused("serve", "--face", face)["message"]


def test_a_port_that_somebody_has_is_refused_and_not_shared() -> None:
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        port = str(somebody.getsockname()[1])
        assert port in refused("serve", "--face", "portal", "--port", port)["message"]


def test_a_process_is_told_what_it_lacks() -> None:
    url = "postgresql://oppvekst_door:hemmelig@/oppvekst?host=/ingen"
    lacking = refused("serve", "--face", "door", "--port", "58002", DATABASE_URL_DOOR=url)
    assert set(lacking["fields"]) == {"OPPVEKST_SECRET_KEY", "OPPVEKST_OIDC_ISSUER"}
    assert set(refused("worker", DATABASE_URL_DOOR=url)["fields"]) == {"DATABASE_URL_WORKER"}
    unread = refused("worker", DATABASE_URL_WORKER_FILE="/ingen/slik")["fields"]
    assert unread == {"DATABASE_URL_WORKER_FILE": "Filen /ingen/slik finnes ikke, eller kan ikke leses herfra."}


def test_our_own_fault_gives_a_reference_and_not_a_word_of_what_was_inside() -> None:
    url = "postgresql://oppvekst_owner:svært-hemmelig@/oppvekst?host=/ingen/slik"
    result = oppvekst("migrate", "--json", DATABASE_URL_OWNER=url)
    assert result.returncode == 1
    assert set(json.loads(result.stdout)) == {"error", "message", "law", "fields"}
    assert "referansenummer" in result.stderr and "OperationalError" in result.stderr
    assert "hemmelig" not in result.stderr and "Traceback" not in result.stderr and "/ingen" not in result.stderr
    shown = oppvekst("migrate", DATABASE_URL_OWNER=url, OPPVEKST_DEBUG="1")
    assert shown.returncode == 1 and "Traceback" in shown.stderr


def test_a_folder_that_is_not_ours_is_refused_with_what_to_do() -> None:
    told = refused("migrate", OPPVEKST_DATA="/proc/ikke-her")
    assert "OPPVEKST_DATA" in told["message"]


def _rule_modules() -> list[Any]:
    names = ["oppvekst.law.limits"]
    for room in pkgutil.iter_modules(domain.__path__):
        rules = Path(domain.__path__[0]) / room.name / "rules"
        names.append(f"oppvekst.domain.{room.name}.rules")
        names += [f"{names[-1]}.{module.name}" for module in pkgutil.iter_modules([str(rules)])]
    return [import_module(name) for name in names]
