"""The libraries are asked about among known holes, and a check without a network says that it could not ask."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tools import audit

HOLE = {"id": "PYSEC-1", "modified": "2026-01-01T00:00:00Z", "published": "2026-01-01T00:00:00Z", "summary": "Et hull"}


class Answers(BaseHTTPRequestHandler):
    """A register of holes that knows of one in Django, when it is told to."""

    known = False

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        hit = [self.known and one["package"]["name"] == "django" for one in asked]
        self._answer(
            {"results": [{"vulns": [{"id": HOLE["id"], "modified": HOLE["modified"]}]} if it else {} for it in hit]}
        )

    def do_GET(self) -> None:
        self._answer(HOLE)

    def _answer(self, told: Any) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: Any) -> None:
        """Silent."""


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Answers]]:
    class Register(Answers):
        pass

    with HTTPServer(("127.0.0.1", 0), Register) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv(audit.MIRROR, f"http://127.0.0.1:{server.server_port}/")
        yield Register
        server.shutdown()
        thread.join()


def test_a_known_hole_stops_the_check_and_is_named(register: type[Answers], capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main() == 0
    register.known = True
    assert audit.main() == 1
    assert "PYSEC-1" in capsys.readouterr().out


def test_without_a_network_the_check_goes_on_and_says_that_nobody_was_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(audit.MIRROR, "http://127.0.0.1:9/")
    assert audit.main() == audit.NOT_ASKED
    assert "ikke sett etter" in capsys.readouterr().out
