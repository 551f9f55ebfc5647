"""Passkeys (WebAuthn): asked for, made and checked by Yubico's fido2; the key itself never leaves the device."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from oppvekst.faces.door.kept import Attempt
from oppvekst.ground.access import own_log_in
from oppvekst.ground.database.acting import acting

# The device asks for a finger, a face or its own code: having the device is not enough.
ASK = UserVerificationRequirement.REQUIRED


def to_ask(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """What the browser is asked, whoever it may be; and what the answer is held against."""
    options, state = _server(request).authenticate_begin(user_verification=ASK)
    return json.dumps(dict(options)["publicKey"]), state


def to_make(request: HttpRequest, who: own_log_in.Enrolling) -> tuple[str, dict[str, Any]]:
    """What the browser is asked to make."""
    user = PublicKeyCredentialUserEntity(id=who.staff_id.bytes, name=who.subject, display_name=who.name)
    options, state = _server(request).register_begin(
        user, resident_key_requirement=ResidentKeyRequirement.REQUIRED, user_verification=ASK
    )
    return json.dumps(dict(options)["publicKey"]), state


def made(kept: Attempt, answer: str, request: HttpRequest) -> tuple[bytes, bytes] | None:
    """The key's name and its public part, if it was made for this attempt."""
    try:
        data = _server(request).register_complete(kept.state, _told(answer)).credential_data
    except (ValueError, KeyError, TypeError):
        return None
    return (data.credential_id, bytes(data)) if data else None


def proven(kept: Attempt, answer: str, request: HttpRequest) -> str | None:
    """Whose key signed this attempt's challenge; None if nobody's did."""
    try:
        told = AuthenticationResponse.from_dict(_told(answer))
    except (ValueError, KeyError, TypeError):
        return None
    with acting("door"):
        known = own_log_in.key(told.raw_id)
        if known is None or not _signed(kept, told, known, request):
            return None
        return known.subject if own_log_in.key_used(known.id, told.response.authenticator_data.counter) else None


def _signed(kept: Attempt, told: AuthenticationResponse, known: own_log_in.Key, request: HttpRequest) -> bool:
    try:
        _server(request).authenticate_complete(kept.state, [AttestedCredentialData(known.public)], told)
    except Exception:  # what does not check, whatever the library calls it, is no proof
        return False
    return True


def _told(answer: str) -> Mapping[str, Any]:
    told = json.loads(answer)
    if not isinstance(told, dict):
        raise TypeError("svaret er ikke et objekt")
    return told


def _server(request: HttpRequest) -> Fido2Server:
    origin = f"{request.scheme}://{request.get_host()}"
    host = request.get_host().rsplit(":", 1)[0]
    return Fido2Server(
        PublicKeyCredentialRpEntity(name=settings.OWN_LOG_IN_NAME, id=host), verify_origin=lambda told: told == origin
    )
