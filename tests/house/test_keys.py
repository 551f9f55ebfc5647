"""Foreign keys obey the same stairs as imports: what comes early in the law knows nothing of what comes late."""

from __future__ import annotations

from collections.abc import Iterator
from configparser import ConfigParser

import pytest
from django.apps import apps
from django.db import models

from tests.house.source import ROOT

OURS = [model for model in apps.get_models() if model.__module__.startswith("oppvekst.")]


@pytest.mark.parametrize("model", OURS)
def test_every_key_points_to_the_same_or_an_earlier_step(model: type[models.Model]) -> None:
    steps = _steps()
    upward = [
        f"{field.name} -> {target.__name__}"
        for field, target in _relations(model)
        if steps[target._meta.app_label] > steps[model._meta.app_label]
    ]
    assert not upward, (
        "Det som kommer tidlig i loven, peker ikke på det som kommer sent: snu nøkkelen (.importlinter, stairs)"
    )


@pytest.mark.parametrize("model", OURS)
def test_nothing_is_taken_away_with_what_it_points_to(model: type[models.Model]) -> None:
    taken = [field.name for field, _ in _relations(model) if field.remote_field.on_delete is not models.PROTECT]
    assert not taken, f"{model.__name__}: skriv models.PROTECT i {taken}"


@pytest.mark.parametrize("model", OURS)
def test_every_row_has_an_id_that_tells_nothing_and_that_the_registers_take(model: type[models.Model]) -> None:
    key = model._meta.pk
    told = f"{model.__name__}: id må være models.UUIDField(primary_key=True, default=uuid4, editable=False)"
    assert isinstance(key, models.UUIDField) or model.__name__ == "Municipality", told
    assert key.default in (models.NOT_PROVIDED, None) or getattr(key.default, "__name__", "") == "uuid4", told


def _relations(model: type[models.Model]) -> Iterator[tuple[models.ForeignKey, type[models.Model]]]:
    for field in model._meta.get_fields():
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type):
            yield field, field.related_model


def _steps() -> dict[str, int]:
    """The stairs as `.importlinter` has them, the ground first; rooms side by side stand on the same step."""
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter")
    lines = [
        line
        for contract in ("stairs", "ground")
        for line in contracts[f"importlinter:contract:{contract}"]["layers"].split("\n")
        if line.strip()
    ]
    rooms = [[room.strip(" ()") for room in line.split("|")] for line in reversed(lines)]
    return {room: step for step, beside in enumerate(rooms) for room in beside}
