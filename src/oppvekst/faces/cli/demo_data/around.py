"""Those around Ida, 15, and what has happened in her life: so that the demo's maps and timeline have something to show."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions import Bond, Told
from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.rules import kin
from oppvekst.domain.cases.rules.when import read
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import acting

# name, what she or he is to Ida, where Ida sets them, her own words, and where we know it from
FRIENDS = (
    ("Berit Vik", kin.GRANDPARENT, "inner", "Hos henne kan jeg sove", "Ida i samtale"),
    ("Amina Yusuf", kin.FRIEND, "inner", "Bestevennen min", "Ida i samtale"),
    ("Sindre Holm", kin.COACH, "middle", "", "Ida i samtale"),
    ("Wenche Lie", kin.TEACHER, "middle", "Hun ser meg", "Ida i samtale"),
    ("Siv Berge", kin.PROFESSIONAL, "outer", "", "Brev fra helsestasjonen"),
)
HAPPENED = (
    ("våren 2023", "Foreldrene flyttet fra hverandre.", "said", "Mor i møte", "surroundings", ""),
    ("oktober 2025", "Ida var borte fra skolen elleve dager.", "body", "Fravær ført av Solvik skole", "school", ""),
    ("omtrent 10.1.2026", "Ida ringte bestemor om natta og ba om å bli hentet.", "said", "Bestemor på telefon", "care",
     "Ida vet selv hvem som er trygg."),
)  # fmt: skip


def draw(cast: Callable[[str], AbstractContextManager[Actor]], who: str, *, at: datetime) -> None:
    """Write them down, as the case worker who has the case."""
    with acting("owner"):
        ida = Party.objects.get(part="child", person__given_name="Ida", person__family_name="Strand Vik")
        mother = Party.objects.get(case_id=ida.case_id, part=Party.Part.MOTHER)
    with cast(who) as worker:
        how: dict[str, Any] = {"by": worker, "at": at}
        _family(ida.case_id, ida.person_id, mother.person_id, how)
        for name, kind, place, words, source in FRIENDS:
            bond = Bond(kind, source, place, words)
            actions.add_tie_with(ida.case_id, _named(name), ida.person_id, bond, **how)
        for when, fact, source_kind, source, theme, assessment in HAPPENED:
            told = Told(read(when), fact, source_kind, source, assessment, theme)
            actions.write_happening(ida.case_id, told, **how)


def _family(case_id: UUID, ida: UUID, mother: UUID, how: dict[str, Any]) -> None:
    """A father who lives elsewhere with somebody new, and the half brother they have."""
    register = {"source": "Folkeregisteret", **how}
    father = actions.add_party(
        case_id,
        _named("Terje Strand"),
        Party.Part.FATHER,
        parental_responsibility=False,
        lives_with_child=False,
        **register,
    )
    partner, brother = (
        actions.add_party(case_id, _named(name), part, **register).person_id
        for name, part in (("Lena Moe", Party.Part.NETWORK), ("Noah Moe Strand", Party.Part.SIBLING))
    )
    ties = (
        (mother, ida, kin.PARENT), (father.person_id, ida, kin.PARENT), (father.person_id, partner, kin.PARTNER),
        (father.person_id, brother, kin.PARENT), (partner, brother, kin.PARENT),
    )  # fmt: skip
    for one, other, kind in ties:
        actions.add_tie(case_id, one, other, Bond(kind, "Folkeregisteret"), **how)


def _named(name: str) -> Details:
    first, _space, last = name.partition(" ")
    return Details(given_name=first, family_name=last)
