"""How each person of a case stands to a decision: party, informed, or neither (bvl §§ 12-2, 12-3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PARTY_AT = 15


class Standing(StrEnum):
    """What the person is to the decision."""

    PARTY = "party"
    INFORMED = "informed"
    REPRESENTATIVE = "representative"
    KEPT_UNINFORMED = "kept_uninformed"
    NONE = "none"


@dataclass(frozen=True)
class Stand:
    """How somebody stands, and why, in words that go into the decision."""

    standing: Standing
    reasons: str


def stand_of_child(age: int | None) -> Stand:
    """A child of 15 is a party if it understands the case; a younger one is told in her own way (bvl §§ 1-4, 12-3)."""
    if age is not None and age >= PARTY_AT:
        return Stand(Standing.PARTY, "Har fylt 15 år, forstår hva saken gjelder og er part selv (§ 12-3 første ledd).")
    return Stand(Standing.NONE, "Er under 15 år og ikke part. Får vite hva som er bestemt, på sin måte (§ 1-4).")


def stand_of_parent(*, responsibility: bool | None, lives_with: bool | None, kept_uninformed: bool) -> Stand:
    """A parent with the daily care is a party; one with responsibility alone is told of every decision (bvl § 12-2)."""
    if kept_uninformed:
        return Stand(Standing.KEPT_UNINFORMED, "Varsles ikke av hensyn til sikkerheten (§ 12-2 andre ledd).")
    if responsibility and lives_with:
        return Stand(Standing.PARTY, "Har foreldreansvar og barnet bor der (§ 12-2 første ledd).")
    if lives_with:
        return Stand(Standing.PARTY, "Barnet bor der fast (§ 12-2 første ledd).")
    if responsibility:
        return Stand(
            Standing.INFORMED, "Har foreldreansvar, men barnet bor ikke der. Skal ha melding (§ 12-2 andre ledd)."
        )
    return Stand(
        Standing.NONE, "Har ikke foreldreansvar, og barnet bor ikke der. Vurder om vedtaket likevel gjelder henne."
    )
