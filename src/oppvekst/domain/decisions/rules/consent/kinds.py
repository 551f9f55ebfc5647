"""What a family is asked to say yes to: every kind of act, with its section and what follows when a yes is withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oppvekst.law.citation import Citation, bvl, fvl


class Kind(StrEnum):
    """The kinds of acts that rest on a yes."""

    HELP = "help_at_home"
    PLACEMENT = "voluntary_placement_3_2"
    SUPPORT_HOME = "support_home_9_6"
    INSTITUTION = "institution_6_1"
    ABROAD = "stay_abroad_3_3"
    CENTRE = "assessment_centre_2_3"
    PERMANENT = "permanent_stay_5_12"
    ADOPTION_CONTACT = "contact_after_adoption_5_11"
    DRUG_TEST = "drug_test_10_7"
    PLAN = "plan_8_4"
    AFTERCARE = "aftercare_3_6"
    INDIVIDUAL_PLAN = "individual_plan"
    SHARING = "sharing_information"
    TALKS = "conversation_process"
    LESS_SUPERVISION = "supervision_reduced"
    TRUSTED = "trusted_person"
    EMERGENCY = "emergency_help_4_1"


@dataclass(frozen=True)
class About:
    """One kind in words: its title, its section, whether the child then lives away from home, whom to name as affected."""

    title: str
    law: Citation
    away: bool = False
    affects: str = ""


FOSTER = Citation("fosterhjemsforskriften", "18", 3)
TALKS = Citation("samtaleprosessforskriften", "2")
TRUSTED = Citation("medvirkningsforskriften", "7")
PLANNED = Citation("forskrift om individuell plan", "4")
_HIS_TIME = "Hvem griper tiltaket direkte inn i tiden eller hjemmet til?"

KINDS: dict[Kind, About] = {
    Kind.HELP: About("Hjelpetiltak mens barnet bor hjemme", bvl("3-1"), affects=_HIS_TIME),
    Kind.PLACEMENT: About("Frivillig opphold utenfor hjemmet", bvl("3-2"), away=True),
    Kind.SUPPORT_HOME: About("Frivillig opphold i støttehjem", bvl("9-6", 1) & bvl("3-2"), away=True),
    Kind.INSTITUTION: About("Opphold i institusjon etter § 6-1", bvl("6-1", 1), away=True),
    Kind.ABROAD: About("Opphold i en annen stat", bvl("3-3", 1), away=True),
    Kind.CENTRE: About("Utredning i senter for foreldre og barn", bvl("2-3", 1)),
    Kind.PERMANENT: About("Varig opphold i fosterhjem", bvl("5-12", 1), affects="Hvem er fosterforeldrene?"),
    Kind.ADOPTION_CONTACT: About(
        "Besøkskontakt etter adopsjon", bvl("5-11"), affects="Hvem adopterer, og hvilke søsken gjelder det?"
    ),
    Kind.DRUG_TEST: About("Rustest i institusjon", bvl("10-7", 3)),
    Kind.PLAN: About("Plan for oppholdet", bvl("8-4", 3)),
    Kind.AFTERCARE: About("Ettervern", bvl("3-6", 1)),
    Kind.INDIVIDUAL_PLAN: About("Individuell plan", bvl("15-9") & PLANNED),
    Kind.SHARING: About(
        "Gi opplysninger til andre, eller be om dem", fvl("13 a"), affects="Hvem gjelder opplysningene, i tillegg til barnet?"
    ),
    Kind.TALKS: About("Samtaleprosess i nemnda", TALKS),
    Kind.LESS_SUPERVISION: About("Færre tilsynsbesøk i fosterhjemmet", FOSTER),
    Kind.TRUSTED: About("Tillitsperson", TRUSTED),
    Kind.EMERGENCY: About("Akutt hjelp til barn uten omsorg", bvl("4-1"), away=True),
}  # fmt: skip
