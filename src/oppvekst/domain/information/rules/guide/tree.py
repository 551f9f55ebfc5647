"""The questions of the guide. A way through it never has more than three."""

from __future__ import annotations

from oppvekst.domain.information.rules.guide import endings
from oppvekst.domain.information.rules.guide.parts import Answer, Ending, Question
from oppvekst.domain.information.rules.saying import marked as _

DONT_KNOW = "vet-ikke"


def _unsure(ending: Ending) -> Answer:
    return Answer(DONT_KNOW, _("Jeg vet ikke"), ending)


def _yes(ending: Ending) -> Answer:
    return Answer("ja", _("Ja"), ending, about=_("Det haster, i dag eller i natt."))


def _no(leads_to: Question | Ending) -> Answer:
    return Answer("nei", _("Nei, ikke akkurat nå"), leads_to)


DANGER = _("For eksempel vold, overgrep, rus, eller et lite barn som er alene.")

WHO_IS_WORRIED = Question(
    title=_("Hvem er du?"),
    answers=(
        Answer("voksen", _("Nabo, venn, slektning eller en annen voksen"), endings.TELL_US),
        Answer("forelder", _("Forelder til barnet"), endings.TELL_US_AS_PARENT),
        Answer("ung", _("Barn eller ungdom"), endings.A_FRIEND, about=_("For eksempel en venn av barnet.")),
        Answer("ansatt", _("Ansatt"), endings.TELL_US_AT_WORK, about=_("Du har sett eller hørt det på jobben.")),
        Answer(DONT_KNOW, _("Jeg vet ikke om jeg skal melde fra"), endings.UNSURE),
    ),
)  # fmt: skip
WORRIED = Question(
    title=_("Er barnet i fare nå?"), about=DANGER,
    answers=(_yes(endings.DANGER), _no(WHO_IS_WORRIED), _unsure(endings.UNSURE)),
)  # fmt: skip

CHILD = Question(
    title=_("Hva vil du?"), who="barn",
    answers=(
        Answer("redd", _("Jeg er redd nå"), endings.CHILD_IN_DANGER),
        Answer("snakke", _("Snakke med noen"), endings.TALK_CHILD),
        Answer("skrive", _("Skrive til dere"), endings.WRITE_CHILD),
        Answer("lese", _("Lese om hva dere gjør"), endings.READ_CHILD),
        _unsure(endings.UNSURE_CHILD),
    ),
)  # fmt: skip
YOUTH = Question(
    title=_("Hva vil du?"), who="barn",
    answers=(
        Answer("redd", _("Noen er i fare nå"), endings.YOUTH_IN_DANGER),
        Answer("snakke", _("Snakke med noen"), endings.TALK_YOUTH),
        Answer("skrive", _("Skrive til dere, eller søke om hjelp"), endings.WRITE_YOUTH),
        Answer("lese", _("Vite hva som skjer, og hva jeg har rett til"), endings.READ_YOUTH),
        _unsure(endings.UNSURE_YOUTH),
    ),
)  # fmt: skip
PARENT = Question(
    title=_("Hva trenger du mest nå?"), who="forelder",
    answers=(
        Answer("fare", _("Noen hjemme er i fare nå"), endings.DANGER_AT_HOME),
        Answer("rad", _("Noen å snakke med"), endings.ADVICE, about=_("Råd om det som er vanskelig hjemme.")),
        Answer(
            "hjelp", _("Hjelp fra dere"), endings.ASK_FOR_HELP,
            about=_("Du vil søke om hjelp til barnet eller familien."),
        ),
        Answer("hva", _("Å vite hva slags hjelp som finnes"), endings.WHICH_HELP),
        Answer("kjent", _("Å nå dem jeg alt har kontakt med"), endings.ALREADY_KNOWN),
        _unsure(endings.UNSURE_AT_HOME),
    ),
)  # fmt: skip
HELP = Question(
    title=_("Hvem er du?"),
    answers=(
        Answer("barn", _("Barn"), CHILD, about=_("Omtrent 8 til 12 år.")),
        Answer("ungdom", _("Ungdom"), YOUTH, about=_("Omtrent 13 til 17 år.")),
        Answer("forelder", _("Forelder, eller venter barn"), PARENT),
        Answer("fosterforelder", _("Fosterforelder eller besøkshjem"), endings.FOSTER_HOME),
        _unsure(endings.UNSURE_WHO),
    ),
)  # fmt: skip

REPORTING = Question(
    title=_("Er barnet i fare nå?"), about=DANGER, who="ansatt",
    answers=(_yes(endings.DANGER_AT_WORK), _no(endings.TELL_US_AT_WORK), _unsure(endings.UNSURE_AT_WORK)),
)  # fmt: skip
WORK = Question(
    title=_("Hva trenger du?"), who="ansatt",
    answers=(
        Answer("melde", _("Å melde fra om et barn"), REPORTING),
        Answer("drofte", _("Å drøfte en bekymring"), endings.DISCUSS, about=_("Uten å si hvem barnet er.")),
        Answer("svare", _("Å svare når dere ber om opplysninger"), endings.ANSWER_US),
        Answer(
            "kontakt", _("Å vite hvem vi kan ringe hos dere"), endings.OUR_CONTACT,
            about=_("For skoler og barnehager."),
        ),
        Answer("besok", _("Å få dere på besøk"), endings.COME_TO_US),
        Answer("regler", _("Å lese om plikten til å melde, og om taushetsplikt"), endings.THE_RULES),
        _unsure(endings.UNSURE_AT_WORK),
    ),
)  # fmt: skip

OFFER = Question(
    title=_("Hva kunne du tenke deg?"),
    answers=(
        Answer(
            "besokshjem", _("Ha et barn på besøk"), endings.VISITING_HOME,
            about=_("For eksempel en helg i måneden."),
        ),
        Answer("fosterhjem", _("La et barn bo hos meg"), endings.FOSTER_PARENT),
        Answer(
            "stottekontakt", _("Gjøre noe sammen med et barn"), endings.SUPPORT_CONTACT,
            about=_("Noen timer i uka."),
        ),
        Answer("tilsyn", _("Se til at barn i fosterhjem har det bra"), endings.SUPERVISION_PERSON),
        _unsure(endings.UNSURE_OFFER),
    ),
)  # fmt: skip

START = Question(
    title=_("Hva gjelder det?"),
    about=_("Svar på høyst tre spørsmål, så viser vi deg riktig dør. Vi tar ikke vare på det du svarer."),
    answers=(
        Answer(
            "bekymret", _("Jeg er bekymret for et barn"), WORRIED,
            about=_("Hjemme, i nabolaget, på trening eller et annet sted."), icon="hand-heart",
        ),
        Answer(
            "hjelp", _("Jeg trenger hjelp selv"), HELP,
            about=_("For deg som er barn, ungdom, forelder eller fosterforelder."), icon="house-heart",
        ),
        Answer(
            "jobb", _("Jeg jobber med barn"), WORK,
            about=_("I skole, barnehage, helsetjeneste eller et annet sted."), icon="briefcase",
        ),
        Answer(
            "bidra", _("Jeg vil gjøre noe for et barn"), OFFER,
            about=_("Bli besøkshjem, fosterhjem, støttekontakt eller tilsynsperson."), icon="teddy-bear",
        ),
        Answer(
            DONT_KNOW, _("Jeg vet ikke helt"), endings.UNSURE_WHO,
            about=_("Da er det fint å snakke med noen."), icon="chat",
        ),
    ),
)  # fmt: skip
