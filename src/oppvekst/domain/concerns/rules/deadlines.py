"""The limits of a concern, D01 to D10 and D101."""

from dataclasses import replace
from datetime import date

from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl, efvf, fvl
from oppvekst.law.deadline import Due, Limit, Rule, Unit

_IN_FORCE = date(2023, 1, 1)
_RECEIVED = "Bekymringsmeldingen ble mottatt"

REVIEW = Limit(
    Rule(
        "D01",
        "Gjennomgang av bekymringsmelding",
        bvl("2-1", 1),
        1,
        Unit.WEEKS,
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        who="mottaket",
    )
)
IMMEDIATE_NEED = Limit(
    Rule(
        "D02",
        "Vurdering av om barnet trenger hjelp med en gang",
        bvl("2-1", 1, sentence=3),
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        promptly="vurderes når meldingen registreres",
        who="mottaket eller barnevernsvakta",
    )
)
REASONS = Limit(
    Rule(
        "D03",
        "Begrunnelse for henleggelse",
        bvl("2-1", 2),
        valid_from=_IN_FORCE,
        trigger="Meldingen ble henlagt",
        promptly="skrives samtidig med henleggelsen, med de faglige vurderingene",
        who="tjenesten",
    )
)
RECEIPT = Limit(
    Rule(
        "D04",
        "Bekreftelse til melder",
        bvl("13-3", 1),
        3,
        Unit.WEEKS,
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        who="tjenesten",
    )
)
FEEDBACK = Limit(
    Rule(
        "D05",
        "Tilbakemelding til offentlig melder om undersøkelse er åpnet",
        bvl("13-3", 2),
        3,
        Unit.WEEKS,
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        who="tjenesten",
    )
)
FEEDBACK_AFTER_INVESTIGATION = Limit(
    Rule(
        "D06",
        "Ny tilbakemelding til offentlig melder etter undersøkelsen",
        bvl("13-3", 2),
        3,
        Unit.WEEKS,
        valid_from=_IN_FORCE,
        trigger="Undersøkelsen ble avsluttet",
        who="tjenesten",
    )
)
PROFESSIONAL_DUTY = Limit(
    Rule(
        "D07",
        "Meldeplikt for offentlig ansatte og fagfolk",
        bvl("13-2"),
        valid_from=_IN_FORCE,
        trigger="Grunnen til å tro at barnet er utsatt, oppsto",
        promptly="meldes uten ugrunnet opphold",
        who="den enkelte selv",
    )
)
NEW_MUNICIPALITY = Limit(
    Rule(
        "D09",
        "Melding til ny kommune når barnet flytter",
        bvl("13-5", 1),
        valid_from=_IN_FORCE,
        trigger="Barnet flyttet",
        promptly="meldes når det trengs mer undersøkelse eller mer enn frivillige tiltak",
        who="tjenesten i kommunen barnet flytter fra",
    )
)
UNBORN = Limit(
    Rule(
        "D10",
        "Bekymring for et ufødt barn",
        bvl("2-4") & bvl("13-5", 2),
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        promptly="gjennomgås som andre meldinger; sak åpnes bare når den gravide samtykker eller er holdt tilbake",
        who="tjenesten",
    )
)
WEB_RECEIPT = Limit(
    Rule(
        "D101",
        "Kvittering for elektronisk henvendelse",
        efvf("6"),
        trigger="Henvendelsen ble mottatt",
        promptly="bekreftes helst straks, med referansenummer og tidspunkt",
        who="nettstedet",
    )
)
INTERIM_REPLY = Limit(
    Rule(
        "fvl-11a",
        "Foreløpig svar på søknad om hjelp",
        fvl("11 a", 3),
        1,
        Unit.MONTHS,
        trigger="Søknaden ble mottatt",
        who="tjenesten",
    )
)

RULES = (
    REVIEW,
    IMMEDIATE_NEED,
    REASONS,
    RECEIPT,
    FEEDBACK,
    FEEDBACK_AFTER_INVESTIGATION,
    PROFESSIONAL_DUTY,
    NEW_MUNICIPALITY,
    UNBORN,
    WEB_RECEIPT,
    INTERIM_REPLY,
)


# Waits for concerns that another service sends on to us with the day it received them.
def review_due(received_on: date, *, first_received_on: date | None = None) -> Due:
    """The week of review (bvl § 2-1 (1)), counted by each service from its own receipt.

    When another service had the concern first, its own week is told too: a child at risk must not wait for ours.
    """
    due = REVIEW.due(received_on)
    if first_received_on is None or first_received_on == received_on:
        return due
    elsewhere = REVIEW.due(first_received_on).due
    doubt = "At uka løper fra vårt eget mottak når en annen tjeneste hadde meldingen først, er ikke sagt i loven."
    ends = in_words(elsewhere or received_on)
    told = f"En annen tjeneste mottok meldingen {in_words(first_received_on)}; uka der ender {ends}."
    interpretation = " ".join(filter(None, [doubt, due.interpretation]))
    return replace(due, steps=(*due.steps, told, doubt), interpretation=interpretation)
