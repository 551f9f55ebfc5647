"""Pages without a database: what they must manage when the database is gone."""

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.test import Client

type Visit = Callable[..., Client]


@pytest.fixture
def visit(settings: LazySettings) -> Visit:
    """A visitor at one of the faces."""

    def at(face: str = "portal", *, csrf: bool = False) -> Client:
        settings.FACE = face
        settings.ROOT_URLCONF = "oppvekst.ground.web.tests.addresses"
        settings.SIGNBOARD = {"name": "Solvik", "number": 9998, "phone": "00009910", "oncall_phone": "00009998"}
        settings.MIDDLEWARE = [
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.csp.ContentSecurityPolicyMiddleware",
            "oppvekst.ground.web.headers.Headers",
            "oppvekst.ground.web.refusals.Refusals",
            "django.middleware.csrf.CsrfViewMiddleware",
        ]
        return Client(enforce_csrf_checks=csrf, raise_request_exception=False)

    return at
