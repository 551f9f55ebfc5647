"""A concern about a child who is not born yet (bvl §§ 1-2, 2-4, 13-5 (2))."""

from datetime import date

from oppvekst.law.citation import bvl
from oppvekst.law.verdict import Verdict


def still_unborn(*, unborn: bool, born_on: date | None) -> bool:
    """Whether the child is not born yet, as far as we have been told (bvl § 1-2 (1))."""
    return unborn and born_on is None


def may_open_for_unborn(*, woman_consents: bool, notice_of_detention: bool) -> Verdict:
    """Whether a case may be opened before birth: with her consent, or when she is held under hol § 10-3.

    Belief that the child will be born harmed gives a duty to inform the health service, and no case (Prop. 73 L
    (2016-2017) 15.1.1).
    """
    if notice_of_detention:
        return Verdict(True, "Den gravide er holdt tilbake på institusjon, og saken kan åpnes.", bvl("2-4"))
    law = bvl("1-2", 1) & bvl("2-4")
    if woman_consents:
        return Verdict(True, "Den gravide samtykker, og saken kan åpnes.", law)
    sentence = (
        "Loven gjelder barn som er født. Uten samtykke fra den gravide, eller melding om at hun er holdt tilbake, "
        "kan det ikke åpnes undersøkelse. Behold meldingen, tilby hjelp, og se på den igjen når barnet er født."
    )
    return Verdict(False, sentence, law)
