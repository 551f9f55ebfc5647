"""The pages of each kind of writer, in order: data, so that a page is moved by moving a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.portal.forms import beginning, people, sender, words
from oppvekst.domain.concerns.portal.forms.step import StepForm
from oppvekst.domain.concerns.rules.message import Anonymity, Who

if TYPE_CHECKING:
    from oppvekst.domain.concerns.portal.journey import Journey

CHILDREN, SIBLINGS, CARERS, DANGER, MYSELF = "barn", "sosken", "foresatte", "fare", "meg"


def always(_journey: Journey) -> bool:
    """A page that everybody meets."""
    return True


@dataclass(frozen=True)
class Step:
    """One page. ``beside`` is what else the page says; ``when`` tells whom it is for."""

    slug: str
    form: type[StepForm]
    title: Any
    when: Callable[[Journey], bool] = always
    intro: Any = ""
    beside: str = ""


@dataclass(frozen=True)
class PeopleStep(Step):
    """A list of persons, one page each: ``least`` must be there, ``another`` asks for one more."""

    least: int = 0
    one: Any = ""
    another: Any = ""


@dataclass(frozen=True)
class Kind:
    """A kind of writer: the word in the address, who it is to the rules, and the pages."""

    slug: str
    who: Who
    name: Any
    steps: tuple[Step, ...]
    is_young: bool = False


def gives_name(journey: Journey) -> bool:
    """The writer is to be asked for a name: has not chosen to be nobody."""
    return bool(journey.said.get("anonymity") != Anonymity.ANONYMOUS)


def about(*whom: str) -> Callable[[Journey], bool]:
    """A child writes about one of these."""
    return lambda journey: journey.said.get("about") in whom


def wishes(*what: str) -> Callable[[Journey], bool]:
    """A parent wants one of these."""
    return lambda journey: journey.said.get("wish") in what


ABOUT_OTHERS = about("others")
RECOGNISED = "concerns/portal/_recognised.html"

WHICH_CHILD = PeopleStep(
    CHILDREN, people.SomeChild, _("Hvilket barn gjelder det?"), least=1, one=_("Barn"), another=_("Legg til et barn til"),
    intro=_("Skriv det du vet. Vi kan finne fram til barnet uten navn også."),
)  # fmt: skip
OUR_CARERS = PeopleStep(
    CARERS, people.OtherParent, _("Er det flere som har omsorgen for barnet?"), one=_("Voksen"),
    another=_("Legg til en til"), intro=_("For eksempel den andre forelderen. Du kan gå videre uten å svare."),
)  # fmt: skip
OURS = Step("oss", words.OwnHouse, _("Gjelder det noen som gjør en jobb for barnevernet?"))


def _young(form_of_answer: type[StepForm]) -> tuple[Step, ...]:
    return (
        Step(DANGER, beginning.MyDanger, _("Er noen i fare nå?")),
        Step("hvem", beginning.AboutWhom, _("Hvem handler det om?")),
        Step("fortell", words.OwnWords, _("Hva vil du fortelle?"), beside="concerns/portal/_tell_child.html"),
        Step(
            MYSELF, people.Myself, _("Hvem er du?"), about("me", "siblings"),
            _("Svar på det du vil. Du kan gå videre uten å svare."),
        ),
        PeopleStep(
            SIBLINGS, people.Sibling, _("Søsknene dine"), about("siblings"), one=_("Søsken"), another=_("Legg til en til"),
            intro=_("Du kan gå videre uten å svare."),
        ),
        PeopleStep(
            CHILDREN, people.Friend, _("Hvem er du bekymret for?"), ABOUT_OTHERS, least=1, one=_("Den det gjelder"),
            another=_("Legg til en til"), intro=_("Skriv det du vet."),
        ),
        Step("navn", sender.FriendsName, _("Hvem er du?"), ABOUT_OTHERS, _("Du kan gå videre uten å svare.")),
        Step("hjelp", words.MyHelp, _("Vil du ha hjelp fra oss?")),
        Step("svar", form_of_answer, _("Hvordan kan vi trygt nå deg?")),
    )  # fmt: skip


CHILD = Kind("barn", Who.CHILD, _("Barn"), _young(sender.SafeWay), is_young=True)
YOUTH = Kind("ungdom", Who.YOUTH, _("Ungdom"), _young(sender.SafeWayForYouth), is_young=True)
PARENT = Kind(
    "forelder", Who.PARENT, _("Forelder"),
    (
        Step(DANGER, beginning.OurDanger, _("Er noen i fare nå?")),
        Step("hva", beginning.Wish, _("Hva vil du?")),
        Step(
            "anonymitet", beginning.Anonymous, _("Vil du si hvem du er?"), wishes(beginning.WORRY),
            beside="concerns/portal/_anonymity.html",
        ),
        PeopleStep(
            CHILDREN, people.OurChild, _("Hvilket barn gjelder det?"), least=1, one=_("Barn"), another=_("Legg til et barn til"),
        ),
        Step("hjelp", words.OurHelp, _("Hjelpen dere ønsker"), wishes(beginning.HELP, beginning.BOTH)),
        Step("fortell", words.OurWorry, _("Hva er du bekymret for?"), wishes(beginning.WORRY, beginning.BOTH), beside=RECOGNISED),
        OUR_CARERS,
        OURS,
        Step("deg", sender.Parent, _("Hvordan kan vi nå deg?"), gives_name),
    ),
)  # fmt: skip
PRIVATE = Kind(
    "privat", Who.PRIVATE, _("Privatperson"),
    (
        Step(DANGER, beginning.Danger, _("Er barnet i fare nå?")),
        Step("anonymitet", beginning.Anonymous, _("Vil du si hvem du er?"), beside="concerns/portal/_anonymity.html"),
        WHICH_CHILD,
        Step("fortell", words.Worry, _("Hva er du bekymret for?"), beside=RECOGNISED),
        Step("mer", words.Before, _("Er det mer vi bør vite?"), intro=_("Du kan gå videre uten å svare.")),
        Step("foreldre", people.Adults, _("De voksne rundt barnet")),
        OURS,
        Step("kjenner", sender.Knows, _("Hvordan kjenner du barnet?"), beside=RECOGNISED),
        Step("deg", sender.PrivatePerson, _("Hvordan kan vi nå deg?"), gives_name),
    ),
)  # fmt: skip
PUBLIC = Kind(
    "ansatt", Who.PUBLIC, _("Ansatt"),
    (
        Step(DANGER, beginning.Danger, _("Er barnet i fare nå?")),
        Step("deg", sender.Professional, _("Hvem melder?"), intro=_("Vi trenger å vite hvem vi skal svare.")),
        PeopleStep(
            CHILDREN, people.Pupil, _("Hvilket barn gjelder det?"), least=1, one=_("Barn"), another=_("Legg til et barn til"),
            intro=_("Gjelder det flere barn, legger du til ett om gangen."),
        ),
        Step("grunn", words.Triggers, _("Hva har du grunn til å tro?")),
        Step(
            "sett", words.Seen, _("Hva gjelder bekymringen?"),
            intro=_("Hold det du har sett og hørt, fra hverandre fra det du tenker om det."),
        ),
        Step("gjort", words.Done, _("Hva har vært, og hva er gjort?"), intro=_("Svar på det du vet.")),
        Step("familien", sender.FamilyKnows, _("Hva vet familien?"), beside="concerns/portal/_family_learns.html"),
        PeopleStep(
            CARERS, people.Carer, _("Hvem har omsorgen for barnet?"), one=_("Voksen"), another=_("Legg til en til"),
            intro=_("Du kan gå videre uten å svare."),
        ),
        Step("tolk", sender.Interpreter, _("Trenger familien tolk?")),
        OURS,
    ),
)  # fmt: skip

KINDS = {kind.slug: kind for kind in (CHILD, YOUTH, PARENT, PRIVATE, PUBLIC)}
