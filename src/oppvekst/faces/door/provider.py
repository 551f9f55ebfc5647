"""The municipality's OpenID provider: where to send people, and what it says about who came back.

OpenID Connect Core 1.0 section 3.1 (authorization code), RFC 7636 (PKCE). The only part of the house besides jobs that
calls out, and always outside a transaction.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from oppvekst.faces.door.handshake import Handshake

log = logging.getLogger("oppvekst.door")
SECONDS = 10
LEEWAY = 60
# Signatures only the provider can make. A shared secret or none at all proves nothing.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]


class ProviderDown(Exception):
    """The provider does not answer, or answers something that is no answer."""


class NotProven(Exception):
    """What came back does not prove who it is."""


@dataclass(frozen=True)
class Provider:
    """Where the provider does its three things."""

    authorization: str
    token: str
    keys: str


def discover() -> Provider:
    """Ask the provider where it does what (OpenID Connect Discovery 1.0 section 4). Asked anew, so that it may move."""
    issuer = settings.OIDC["issuer"]
    told = _get(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if told.get("issuer") != issuer:
        raise ProviderDown("leverandøren kaller seg noe annet enn det vi har avtalt")
    try:
        return Provider(told["authorization_endpoint"], told["token_endpoint"], told["jwks_uri"])
    except KeyError as error:
        raise ProviderDown(f"leverandøren oppgir ikke {error}") from error


def where_to_go(provider: Provider, handshake: Handshake, answer: str) -> str:
    """The address at the provider where this attempt begins."""
    with _session(answer) as session:
        address, _ = session.create_authorization_url(
            provider.authorization, state=handshake.state, nonce=handshake.nonce, code_verifier=handshake.verifier
        )
    return str(address)


def subject(provider: Provider, code: str, handshake: Handshake, answer: str) -> str:
    """Who the provider says came back, by the name it knows them under; refused unless it is proven."""
    keys = _get(provider.keys)
    try:
        with _session(answer) as session:
            token = session.fetch_token(provider.token, code=code, code_verifier=handshake.verifier, timeout=SECONDS)
    except AuthlibBaseError as error:
        raise NotProven(f"koden ble ikke godtatt: {error.error}") from error
    except (requests.RequestException, ValueError) as error:
        raise ProviderDown(type(error).__name__) from error
    return _proven(token.get("id_token", ""), keys, handshake.nonce)


def _session(answer: str) -> OAuth2Session:
    return OAuth2Session(
        settings.OIDC["client_id"], settings.OIDC["client_secret"] or None, scope="openid", redirect_uri=answer,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if settings.OIDC["client_secret"] else "none",
    )  # fmt: skip


def _get(address: str) -> Any:
    try:
        answer = requests.get(address, timeout=SECONDS)
        answer.raise_for_status()
        told = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise ProviderDown(type(error).__name__) from error
    if not isinstance(told, dict):
        raise ProviderDown("svaret er ikke et objekt")
    return told


def _proven(id_token: str, keys: Any, nonce: str) -> str:
    """Signature, issuer, audience, time and nonce (OpenID Connect Core 1.0 section 3.1.3.7)."""
    client = settings.OIDC["client_id"]
    wanted = jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": settings.OIDC["issuer"]},
        aud={"essential": True, "value": client},
        nonce={"essential": True, "value": nonce},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    )
    try:
        claims = jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims
        wanted.validate(claims)
    except (JoseError, ValueError) as error:
        raise NotProven(f"beviset holder ikke: {type(error).__name__}") from error
    if claims.get("azp", client) != client or not isinstance(claims["sub"], str):
        raise NotProven("beviset er utstedt til noen andre")
    return str(claims["sub"])
