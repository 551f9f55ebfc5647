"""A decision that dismisses leaves the way back open only where it is the one that ends an investigation (bvl § 2-5)."""

from __future__ import annotations

import pytest

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import READY, Kind
from oppvekst.domain.decisions.tests.family import begun, family
from oppvekst.domain.decisions.tests.sent import THURSDAY
from oppvekst.law.refusals import NotAllowed
from tests.world import World

REFUSED = actions.Terms(kind=Kind.DISMISSAL_REOPEN, recommended="Veiledning hjemme.", refused_by_parents=True)


def test_without_an_investigation_there_is_nothing_to_open_again(world: World) -> None:
    case_id = family(world)
    with world.as_("Kari Nesheim") as kari:
        draft = begun(case_id, by=kari, terms=REFUSED, at=THURSDAY)
        actions.skip_notice(draft.id, reasons="Alt er sagt i møtet.", by=kari, at=THURSDAY)
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(NotAllowed, match="Det kan ikke legges til etterpå") as refusal:
            actions.sign(draft.id, by=marit, at=THURSDAY)
        assert refusal.value.because == ("not_fixed_in_decision",)
        assert get_decision(draft.id).state == READY
