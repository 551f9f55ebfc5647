"""The form as a browser gets it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.ground.access.actor import Actor
from tests.house.page_lint import lint
from tests.world import World

NIGHT = datetime(2026, 11, 7, 21, 40, tzinfo=UTC)

def test_smoke(world: World, settings, monkeypatch):
    settings.FACE, settings.ROOT_URLCONF = "portal", "oppvekst.faces.portal.urls"
    setup = Actor("oppsett", world.solvik.number, "owner", rights=frozenset({EDIT}))
    install_defaults(world.solvik, at=NIGHT, by=setup)
    monkeypatch.setattr(timezone, "now", lambda: NIGHT)
    c = Client(headers={"accept-language": "nb"})
    def get(u, code=200):
        r = c.get(u); html = r.content.decode()
        print(u, r.status_code, r.get("Location"))
        assert r.status_code == code, html
        if code==200: assert lint(html, u) == []
        return html
    def post(u, data, code=303):
        r = c.post(u, data); html = r.content.decode()
        print("POST", u, r.status_code, r.get("Location"))
        assert r.status_code == code, html
        return r.get("Location") or html
    for u in ["/meld/","/meld/?for=barn","/meld/?for=hjelp","/meld/barn/","/meld/ungdom/","/meld/forelder/","/meld/privat/","/meld/ansatt/","/meld/slett/","/meld/kvittering/","/meld/privat/oppsummering/"]: get(u)
    u="/meld/privat/fare/"; get(u)
    assert "utkast" not in c.cookies
    u=post(u,{"danger":"unknown"}); get(u)
    u="/meld/privat/anonymitet/"; get(u); u=post(u,{"anonymity":"anonymous"})
    get(u,303); u="/meld/privat/barn/1/"; get(u); post(u,{},422); u=post(u,{"name":"Mikkel","age":"6"}); get(u)
    u="/meld/privat/fortell/"; print(get(u)); post(u,{"worry":""},422); u=post(u,{"worry":"Roper."}); 
    while "oppsummering" not in u:
        get(u); u=post(u,{})
    print(get(u)); u=post(u,{},302); print(get(u))
