"""An OpenID provider: where to send people, and what it says about who came back.

OpenID Connect Core 1.0 section 3.1 (authorization code), RFC 7636 (PKCE). Called by the
faces that people log in at, always outside a transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

SECONDS = 10
LEEWAY = 60
# Signatures only the provider can make. A shared secret or none at all proves nothing.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]


class ProviderDown(Exception):
    """The provider does not answer, or answers something that is no answer."""


class NotProven(Exception):
    """What came back does not prove who it is."""


class Attempt(Protocol):
    """What ties an answer to whoever asked: RFC 7636's verifier, and OpenID Connect's state and nonce."""

    @property
    def state(self) -> str: ...
    @property
    def nonce(self) -> str: ...
    @property
    def verifier(self) -> str: ...


@dataclass(frozen=True)
class Client:
    """Who we are to a provider, and what we ask of it. ``levels``: how sure it must be of who it is (``acr_values``)."""

    issuer: str
    client_id: str
    client_secret: str = ""
    scope: str = "openid"
    levels: str = ""
    language: str = ""


@dataclass(frozen=True)
class Provider:
    """Where the provider does its three things, and where one logs out of it."""

    authorization: str
    token: str
    keys: str
    end: str = ""


def discover(client: Client) -> Provider:
    """Ask the provider where it does what (OpenID Connect Discovery 1.0 section 4). Asked anew, so that it may move."""
    told = _get(f"{client.issuer.rstrip('/')}/.well-known/openid-configuration")
    if told.get("issuer") != client.issuer:
        raise ProviderDown("leverandøren kaller seg noe annet enn det vi har avtalt")
    try:
        return Provider(
            told["authorization_endpoint"], told["token_endpoint"], told["jwks_uri"],
            str(told.get("end_session_endpoint", "")),
        )  # fmt: skip
    except KeyError as error:
        raise ProviderDown(f"leverandøren oppgir ikke {error}") from error


def where_to_go(client: Client, provider: Provider, attempt: Attempt, answer: str) -> str:
    """The address at the provider where this attempt begins."""
    asked = {"acr_values": client.levels, "ui_locales": client.language}
    with _session(client, answer) as session:
        address, _ = session.create_authorization_url(
            provider.authorization, state=attempt.state, nonce=attempt.nonce, code_verifier=attempt.verifier,
            **{name: value for name, value in asked.items() if value},
        )  # fmt: skip
    return str(address)


def proven(client: Client, provider: Provider, code: str, attempt: Attempt, answer: str) -> Mapping[str, Any]:
    """What the provider says about who came back; refused unless it is proven."""
    keys = _get(provider.keys)
    try:
        with _session(client, answer) as session:
            token = session.fetch_token(provider.token, code=code, code_verifier=attempt.verifier, timeout=SECONDS)
    except AuthlibBaseError as error:
        raise NotProven(f"koden ble ikke godtatt: {error.error}") from error
    except (requests.RequestException, ValueError) as error:
        raise ProviderDown(type(error).__name__) from error
    return _proven(client, token.get("id_token", ""), keys, attempt.nonce)


def _session(client: Client, answer: str) -> OAuth2Session:
    return OAuth2Session(
        client.client_id, client.client_secret or None, scope=client.scope, redirect_uri=answer,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if client.client_secret else "none",
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


def _proven(client: Client, id_token: str, keys: Any, nonce: str) -> Mapping[str, Any]:
    """Signature, issuer, audience, time and nonce (OpenID Connect Core 1.0 section 3.1.3.7)."""
    wanted = jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": client.issuer},
        aud={"essential": True, "value": client.client_id},
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
    if claims.get("azp", client.client_id) != client.client_id or not isinstance(claims["sub"], str):
        raise NotProven("beviset er utstedt til noen andre")
    told: Mapping[str, Any] = claims
    return told
