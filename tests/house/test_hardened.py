"""What every face promises a browser, and what it refuses before it has read anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from oppvekst.ground.database import address
from tests.desk import Come, opened_desk
from tests.house.source import PACKAGE
from tests.world import World

# Settings are read once a process, so each face is asked in a process of its own, as it would stand behind TLS.
ASK = """
import django, json
django.setup()
from django.conf import settings
from django.core import checks
found = checks.run_checks(include_deployment_checks=True)
print(json.dumps({
    "found": [str(each) for each in found if not each.is_silenced()], "policy": settings.SECURE_CSP,
    "hosts": settings.ALLOWED_HOSTS, "secret": settings.SECRET_KEY, "debug": settings.DEBUG,
    "password": settings.DATABASES["default"]["PASSWORD"], "client": settings.OIDC["client_secret"],
}, default=str))
"""
FACES = sorted(urls.parent.name for urls in PACKAGE.glob("faces/*/urls.py"))
SECRET = "en lang og tilfeldig tekst som bare denne prosessen har fått, og ingen annen"


def asked(face: str, folder: Path) -> subprocess.Popen[str]:
    """A process of this face that is given its secrets as files, and tells what it made of them."""
    secrets = {
        "OPPVEKST_SECRET_KEY": SECRET, "OPPVEKST_OIDC_CLIENT_SECRET": "leverandørens",
        address.variable(face): f"postgresql://oppvekst_{face}:passord@/oppvekst?host=/ingen",
    }  # fmt: skip
    named = {f"{name}_FILE": str(folder / f"{face}-{name}") for name in secrets}
    for name, value in secrets.items():
        Path(named[f"{name}_FILE"]).write_text(value + "\n")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("OPPVEKST_", "DATABASE_URL"))}
    about = {
        "OPPVEKST_FACE": face, "OPPVEKST_TLS": "1", "OPPVEKST_HOSTS": "solvik.example",
        "OPPVEKST_DESK_URL": "https://skrivebord.solvik.example/inne/", "DJANGO_SETTINGS_MODULE": "oppvekst.settings",
    }  # fmt: skip
    environment = {**bare, **about, **named}
    return subprocess.Popen([sys.executable, "-c", ASK], env=environment, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What each face says of itself, all of them asked at once."""
    folder = tmp_path_factory.mktemp("hemmeligheter")
    processes = {face: asked(face, folder) for face in FACES}
    return {face: json.loads(process.communicate(timeout=60)[0]) for face, process in processes.items()}


def test_every_face_stands_djangos_own_inspection_before_it_is_put_on_the_net(told: dict[str, Any]) -> None:
    assert {face: each["found"] for face, each in told.items() if each["found"] or each["debug"]} == {}


def test_no_face_lets_a_page_run_what_stands_in_it_or_load_from_elsewhere(told: dict[str, Any]) -> None:
    allowed = {face: {where for each in answer["policy"].values() for where in each} for face, answer in told.items()}
    # A form of the door leads on to the desk, which is another host.
    assert allowed.pop("door") == {"'self'", "'none'", "https://skrivebord.solvik.example"}
    assert set().union(*allowed.values()) == {"'self'", "'none'"}


def test_a_secret_may_be_given_as_a_file(told: dict[str, Any]) -> None:
    given = {(each["secret"], each["password"], each["client"]) for each in told.values()}
    assert given == {(SECRET, "passord", "leverandørens")}
    assert all(each["hosts"] == ["solvik.example"] for each in told.values())


@pytest.fixture
def portal(world: World, settings: Any) -> Client:
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    return Client()


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


PROMISED = {
    "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noarchive",
}  # fmt: skip


def promises(response: Any) -> None:
    """The headers of every page, also of those that say no."""
    assert {name: response.headers.get(name) for name in PROMISED} == PROMISED
    assert "'unsafe" not in response.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["Permissions-Policy"].startswith("camera=()")


def test_every_page_of_the_portal_carries_its_promises(portal: Client) -> None:
    for path in ("/", "/meld/privat/", "/finnes-ikke/"):
        promises(portal.get(path))


def test_every_page_of_the_desk_carries_its_promises_and_is_kept_nowhere(desk: Come) -> None:
    for path in ("/min-dag/", "/finnes-ikke/"):
        answer = desk("Kari Nesheim").client.get(path)
        promises(answer)
        assert answer.headers["Cache-Control"] == "no-store"


def test_only_the_box_for_others_pages_may_stand_in_a_frame(portal: Client) -> None:
    for _made_and_kept in range(2):
        assert "X-Frame-Options" not in portal.get("/hvem-kan-jeg-ringe/boks/").headers


def test_a_host_that_is_not_ours_is_not_answered(portal: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["solvik.example"]
    assert portal.get("/", headers={"host": "ond.example"}).status_code == 400
    assert portal.get("/", headers={"host": "solvik.example"}).status_code == 200


def test_what_is_too_large_is_refused_before_it_is_read(portal: Client) -> None:
    refused = portal.post("/meld/privat/", CONTENT_LENGTH="6000001", content_type="application/octet-stream")
    assert refused.status_code == 413
    assert "Filen er for stor" in refused.content.decode()
    promises(refused)
