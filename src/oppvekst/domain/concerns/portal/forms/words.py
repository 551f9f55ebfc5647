"""What is told, in the writer's own words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.portal.forms.step import WORDS, StepForm, room_for
from oppvekst.domain.concerns.rules.message import TRIGGERS
from oppvekst.ground.web.forms import Checks, Choice, long_text, radios

NOBODY = ""
FEW_WORDS = _("Skriv hva som gjør deg bekymret. Noen få ord er nok.")


def words(label: Any, *, rows: int = 8, required: bool = False, **about: Any) -> Any:
    """Room for a long text, and never a demand for one."""
    return long_text(label=label, rows=rows, validators=[room_for(WORDS)], required=required, **about)


class Worry(StepForm):
    """What the worry is."""

    question = "worry"
    worry = words(
        _("Hva er du bekymret for?"),
        required=True,
        error_messages={"required": FEW_WORDS},
        help_text=_(
            "Fortell hva du har sett, hørt eller fått vite. Du trenger ikke være sikker, og du trenger ikke skrive pent."
        ),
    )


class OwnWords(StepForm):
    """What a child wants to tell."""

    question = "worry"
    worry = words(
        _("Hva vil du fortelle?"),
        required=True,
        error_messages={"required": _("Skriv litt om det du vil fortelle. Noen få ord er nok.")},
        help_text=_("Skriv akkurat som du vil. Det gjør ingenting om det blir rot eller skrivefeil."),
    )


class OurWorry(StepForm):
    """What worries a parent."""

    question = "worry"
    worry = words(
        _("Hva er du bekymret for?"),
        required=True,
        error_messages={"required": FEW_WORDS},
        help_text=_(
            "Fortell om barnet og hverdagen, og hva som er blitt vanskelig. Du gjør ikke noe galt når du forteller."
        ),
    )


class Before(StepForm):
    """What was before, and who knows."""

    history = words(_("Har dette vart lenge, eller har det hendt før?"), rows=4)
    done = words(_("Har du snakket med barnet, foreldrene eller noen andre om det?"), rows=4)


class Seen(StepForm):
    """A professional keeps what was seen apart from what was thought."""

    facts = words(
        _("Hva har du sett eller hørt?"),
        required=True,
        error_messages={"required": _("Skriv hva du har sett eller hørt. Noen få ord er nok.")},
        help_text=_("Når, hvor og hvem. Skriv barnets egne ord så nøyaktig du kan."),
    )
    interpretation = words(
        _("Hva tenker du om det?"), rows=4, help_text=_("Det du tror eller tolker, hører hjemme her.")
    )


class Done(StepForm):
    """What has been, what was tried, and how others see it."""

    history = words(_("Hva har vært før? Hvor lenge har dere vært bekymret?"), rows=4)
    done = words(
        _("Hva har dere gjort selv?"),
        rows=4,
        help_text=_("Samtaler med foreldrene, tiltak på skolen eller i barnehagen, henvisninger."),
    )
    views = words(_("Hva sier foreldrene og barnet selv?"), rows=4)
    bodies = words(_("Hvem andre hjelper eller kjenner til barnet?"), rows=2)


class Triggers(StepForm):
    """The triggers of the duty to report (bvl § 13-2 (1))."""

    question = "triggers"
    triggers = Checks(
        TRIGGERS.items(),
        required=False,
        label=_("Hva har du grunn til å tro?"),
        help_text=_(
            "Grunnene står i barnevernsloven § 13-2. Kryss av for det som passer. Passer ingen, kan du melde likevel."
        ),
    )


class MyHelp(StepForm):
    """A child may ask for help, and then it is an application."""

    question = "wants_help"
    wants_help = radios(
        [
            ("yes", _("Ja, jeg vil ha hjelp")),
            ("no", _("Nei, jeg vil bare at dere skal vite det")),
            ("unknown", _("Jeg vet ikke ennå")),
        ],
        label=_("Vil du ha hjelp fra oss?"),
        help_text=_("Sier du ja, skal du få et ordentlig svar på det du ber om."),
    )
    help_words = words(_("Hva kunne gjort det bedre?"), rows=4, help_text=_("Du trenger ikke vite det."))


class OurHelp(StepForm):
    """A parent's application for help (fvl § 2; answered by a decision)."""

    help_words = words(
        _("Hva ønsker dere hjelp til?"),
        rows=5,
        required=True,
        error_messages={"required": _("Skriv hva dere ønsker hjelp til. Noen få ord er nok, også «vi trenger råd».")},
        help_text=_("Du trenger ikke vite hva slags hjelp som finnes. Det finner vi ut sammen."),
    )
    situation = words(_("Hvordan har dere det nå?"), rows=5)


class OwnHouse(StepForm):
    """A concern about one of our own takes another way through the house, past the one it is about."""

    question = "own_house"
    own_house = radios(
        [
            (NOBODY, _("Nei, eller det vet jeg ikke")),
            (Concern.OwnHouse.FOSTER_HOME, _("Ja, et fosterhjem eller beredskapshjem")),
            (Concern.OwnHouse.VISITING_HOME, _("Ja, et besøkshjem, et avlastningshjem eller en støttekontakt")),
            (Concern.OwnHouse.STAFF, _("Ja, en som er ansatt hos oss, eller en tilsynsperson")),
            (Concern.OwnHouse.OTHERS_CHILD, Choice(_("Ja, barnet er her fordi en annen kommune har omsorgen for det"))),
        ],
        required=False,
        initial=NOBODY,
        label=_("Gjelder det noen som gjør en jobb for barnevernet?"),
        help_text=_("Da går meldingen utenom den det gjelder, og til dem som skal passe på at det blir undersøkt."),
    )
