"""A password with a code app (RFC 6238), each code counted once, and whoever guesses made to wait."""

from __future__ import annotations

import time
from enum import Enum, auto

import pyotp
import segno
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from oppvekst.faces.door import sealing
from oppvekst.faces.door.kept import Attempt
from oppvekst.ground.access import own_log_in
from oppvekst.ground.database.acting import acting

LEAST = 12
HALF_A_MINUTE = 30
SHORT = "Passordet må ha minst 12 tegn. Flere ord etter hverandre er lett å huske."
OFTEN_CHOSEN = "Dette passordet bruker mange. Velg et annet."
NOT_THE_CODE = "Koden fra appen stemmer ikke. Se om klokka på telefonen går riktig."
USED = "Engangskoden er brukt eller for gammel. Be lederen din om en ny."


class Found(Enum):
    """What became of a try."""

    WELL = auto()
    WRONG = auto()
    WAIT = auto()


def check(who: str, password: str, code: str) -> Found:
    """Whether it is she. A name that nobody has takes as long as one that somebody has."""
    with acting("door"):
        known = own_log_in.secret(who)
        if known is None:
            make_password(password)
            return Found.WRONG
        if known.wait > 0:
            return Found.WAIT
        well = check_password(password, known.hashed) and _second(known, code)
        if not well:
            own_log_in.tried(known.id, well=False)
        return Found.WELL if well else Found.WRONG


def enrol(code: str, kept: Attempt, request: HttpRequest) -> tuple[list[str] | None, str]:
    """Keep the password and the app that has shown that it works; the spare codes, or what is wrong."""
    password = request.POST["passord"][:200]
    step = step_of(kept.app, request.POST.get("kode", ""))
    wrong = _weak(password) or ("" if step else NOT_THE_CODE)
    if wrong:
        return None, wrong
    with acting("door"):
        hashed, app = make_password(password), sealing.sealed(kept.app).encode()
        return own_log_in.enrol_password(code, hashed, app, step=step), USED


def new_app() -> str:
    """A secret for a code app."""
    return pyotp.random_base32()


def spoken(app: str) -> str:
    """The secret in groups of four, for whoever types it."""
    return " ".join(app[at : at + 4] for at in range(0, len(app), 4))


def drawing(app: str, who: str) -> str:
    """The secret as the path of a QR code, drawn by the page itself: pictures from elsewhere are not allowed there."""
    address = pyotp.TOTP(app).provisioning_uri(name=who, issuer_name="Oppvekst")
    rows = segno.make(address, error="m", micro=False).matrix_iter(border=4)
    return "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)


def width(path: str) -> int:
    """How many squares the drawing is wide, with its margin."""
    return max(int(each.split()[0]) for each in path.split("M")[1:]) + 5


def step_of(app: str, code: str) -> int:
    """Which half minute the code is of, now or the one on either side; nothing if it is none of them."""
    digits, now = "".join(code.split()), int(time.time()) // HALF_A_MINUTE
    generator = pyotp.TOTP(app)
    return next(
        (step for step in (now, now - 1, now + 1) if pyotp.utils.strings_equal(generator.generate_otp(step), digits)), 0
    )


def _second(known: own_log_in.Secret, code: str) -> bool:
    step = step_of(sealing.opened(known.app.decode()), code)
    if step:
        return own_log_in.tried(known.id, well=True, step=step)
    return own_log_in.use_spare(known.id, code) and own_log_in.tried(known.id, well=True)


def _weak(password: str) -> str:
    if len(password) < LEAST:
        return SHORT
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return OFTEN_CHOSEN
    return ""
