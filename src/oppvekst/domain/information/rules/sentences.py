"""Why just this number, in whole sentences: one for each kind of line, cause and reader."""

from __future__ import annotations

from enum import StrEnum

from oppvekst.domain.information.rules.lines import Kind, Who
from oppvekst.domain.information.rules.saying import marked as _


class Because(StrEnum):
    """Why a line is the one to call."""

    OPEN = "open"
    OUTSIDE_HOURS = "outside-hours"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    SAID_CLOSED = "said-closed"


def sentence(kind: Kind, who: Who, because: Because) -> str:
    """The sentence, with ``%(detail)s`` where the name of a holiday or the reason of a closure belongs."""
    own = TO_A_CHILD if who is Who.CHILD else TO_A_PROFESSIONAL if who is Who.PROFESSIONAL else {}
    return own.get((kind, because)) or TO_ANYBODY[kind, because]


TO_ANYBODY = {
    (Kind.DUTY, Because.OPEN): _("Barnevernstjenesten har åpen telefon nå."),
    (Kind.ON_CALL, Because.OPEN): _("Barnevernvakten svarer når det haster."),
    (Kind.ON_CALL, Because.OUTSIDE_HOURS): _("Barnevernstjenesten har stengt nå. Barnevernvakten svarer."),
    (Kind.ON_CALL, Because.WEEKEND): _("Det er helg, og barnevernstjenesten har stengt. Barnevernvakten svarer."),
    (Kind.ON_CALL, Because.HOLIDAY): _("Det er %(detail)s, og barnevernstjenesten har stengt. Barnevernvakten svarer."),
    (Kind.ON_CALL, Because.CLOSURE): _("Barnevernstjenesten har stengt nå (%(detail)s). Barnevernvakten svarer."),
    (Kind.FOSTER_ON_CALL, Because.OPEN): _("Vakttelefonen er åpen nå, for dere som er fosterhjem."),
    (Kind.CHILD_ALARM, Because.OPEN): _("Gratis. Også voksne som er bekymret for et barn, kan ringe."),
    (Kind.MEDICAL, Because.OPEN): _("Når noen trenger lege og det ikke kan vente."),
    (Kind.POLICE, Because.OPEN): _("Når noen er i fare nå."),
    (Kind.AMBULANCE, Because.OPEN): _("Når noen er skadet eller alvorlig syke."),
}

TO_A_CHILD = {
    (Kind.DUTY, Because.OPEN): _("Vi som jobber i barnevernstjenesten er på jobb nå, og vil gjerne snakke med deg."),
    (Kind.ON_CALL, Because.OUTSIDE_HOURS): _("Barnevernvakten er på jobb når vi andre har gått hjem."),
    (Kind.ON_CALL, Because.WEEKEND): _("Barnevernvakten er på jobb i helga."),
    (Kind.ON_CALL, Because.HOLIDAY): _("Barnevernvakten er på jobb selv om det er %(detail)s."),
    (Kind.ON_CALL, Because.CLOSURE): _("Barnevernvakten er på jobb når vi andre har stengt (%(detail)s)."),
    (Kind.CHILD_ALARM, Because.OPEN): _("Gratis. De er der for barn og unge, og du trenger ikke si hva du heter."),
    (Kind.CHILD_ALARM, Because.SAID_CLOSED): _("Gratis. Det kan hende de har stengt akkurat nå. Prøv likevel."),
    (Kind.POLICE, Because.OPEN): _("Ring hvis noen er farlige nå."),
    (Kind.AMBULANCE, Because.OPEN): _("Ring hvis noen er skadet eller veldig syke."),
}

TO_A_PROFESSIONAL = {
    (Kind.DUTY, Because.OPEN): _("Barnevernstjenesten har åpen telefon nå. Du kan drøfte uten å si navn."),
}
