"""Word to another municipality, when a family moves."""

from oppvekst.law.citation import bvl
from oppvekst.law.verdict import Verdict


# Waits for the page where a family's moving is written down.
def notify_new_municipality(
    *, needs_further_investigation: bool, needs_more_than_voluntary_measures: bool, consent_to_share: bool
) -> Verdict:
    """Whether the service where the family has moved is told (bvl § 13-5 (1)); without need or consent it is not."""
    if needs_further_investigation or needs_more_than_voluntary_measures:
        return Verdict(True, "Vi skal melde fra til tjenesten i kommunen barnet flytter til.", bvl("13-5", 1))
    if consent_to_share:
        sentence = "Vi har ingen plikt til å melde fra, men familien har samtykket til at vi gjør det."
        return Verdict(True, sentence, bvl("13-1"))
    sentence = "Vi kan ikke melde fra når det bare gjelder frivillig hjelp og familien ikke har samtykket."
    return Verdict(False, sentence, bvl("13-1") & bvl("13-5", 1))
