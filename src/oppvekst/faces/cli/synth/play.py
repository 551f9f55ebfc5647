"""Playing lives through the actions: each act by the person whose act it is, in the order in which they happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from oppvekst.faces.cli.synth.life import Beat, Life, Member, Stage
from oppvekst.ground.access import sessions
from oppvekst.ground.access.actor import Actor, entered
from oppvekst.ground.access.models import Session
from oppvekst.ground.database.acting import acting


class Ensemble:
    """The staff, each logged in for as long as it is played."""

    def __init__(self) -> None:
        self._tokens: dict[str, str] = {}

    @contextmanager
    def __call__(self, who: Member) -> Iterator[Actor]:
        """Act at the desk as this person."""
        with acting("desk", self._token(who)):
            yield entered()

    def log_in(self, everybody: Iterable[Member]) -> None:
        """Open every session now."""
        for who in everybody:
            self._token(who)

    def _token(self, who: Member) -> str:
        if who.subject not in self._tokens:
            with acting("door"):
                token = sessions.start(who.subject, lasts=timedelta(hours=12))
            assert token, f"{who.name} har ingen tjeneste i dag"
            self._tokens[who.subject] = token
        return self._tokens[who.subject]


def play(lives: Sequence[Life], *, until: datetime, done: Callable[[int], None] = lambda _: None) -> None:
    """Live all of it, as far as the present; afterwards nobody is logged in."""
    cast = Ensemble()
    for stage, beat in _in_order(lives, cast, until):
        beat.scene(stage)
        done(1)
    with acting("owner"):
        Session.objects.filter(ended_at=None).update(ended_at=until)


def play_one(life: Life, cast: Ensemble, *, until: datetime) -> None:
    """Live one life as far as the present."""
    for stage, beat in _stages(life, cast, until):
        beat.scene(stage)


def beats(lives: Iterable[Life], *, until: datetime) -> int:
    """How many scenes there are to play."""
    return sum(len(list(life.shape.beats(until))) for life in lives)


def _in_order(lives: Iterable[Life], cast: Ensemble, until: datetime) -> list[tuple[Stage, Beat]]:
    every = [found for life in lives for found in _stages(life, cast, until)]
    return sorted(every, key=lambda found: found[0].at)


def _stages(life: Life, cast: Ensemble, until: datetime) -> Iterator[tuple[Stage, Beat]]:
    kept: dict[str, Any] = {}
    past = timedelta(minutes=life.dress.minute, seconds=life.dress.second)
    for moment, beat in life.shape.beats(until):
        yield Stage(life, cast, moment + past, kept), beat
