"""Where the ways through the guide end."""

from __future__ import annotations

from oppvekst.domain.information.rules.guide import places
from oppvekst.domain.information.rules.guide.parts import Door, Ending
from oppvekst.domain.information.rules.saying import marked as _


def _danger(*doors: Door, who: str = "voksen") -> Ending:
    return Ending(
        title=_("Ring 112 nå"), about=_("Politiet svarer med en gang. Si hvor barnet er, og hva som skjer."),
        doors=doors, is_urgent=True, who=who,
    )  # fmt: skip


def _danger_to_young(*doors: Door) -> Ending:
    return Ending(
        title=_("Ring 112 nå"), about=_("Politiet svarer med en gang. Si hvor du er. Du gjør ikke noe galt når du ringer."),
        doors=doors, is_urgent=True, who="barn",
    )  # fmt: skip


def _unsure(*doors: Door, who: str = "voksen") -> Ending:
    return Ending(
        title=_("Snakk med oss først"),
        about=_("Du trenger ikke være sikker. Ring og fortell det du vet, så finner vi ut sammen hva som bør skje. "
                "Du kan spørre uten å si hvem du er."),
        doors=doors, who=who,
    )  # fmt: skip


DANGER = _danger(places.TELL, places.PHONES)
DANGER_AT_WORK = _danger(places.TELL_AT_WORK, places.PHONES_AT_WORK, who="ansatt")
DANGER_AT_HOME = Ending(
    title=_("Ring 112 nå"), about=_("Politiet svarer med en gang. Si hvor dere er, og hva som skjer."),
    doors=(places.ASK_FOR_HELP, places.PHONES_OF_PARENTS), is_urgent=True, who="forelder",
)  # fmt: skip
CHILD_IN_DANGER = _danger_to_young(places.CHILD_TELLS, places.PHONES_OF_CHILDREN)
YOUTH_IN_DANGER = _danger_to_young(places.YOUTH_TELLS, places.PHONES_OF_CHILDREN)

UNSURE = _unsure(places.PHONES, places.DISCUSSION, places.TELL)
UNSURE_AT_WORK = _unsure(places.PHONES_AT_WORK, places.DISCUSSION_AT_WORK, places.DUTY_TO_TELL, who="ansatt")
UNSURE_AT_HOME = _unsure(places.PHONES_OF_PARENTS, places.DISCUSSION, places.HELP, who="forelder")
UNSURE_WHO = Ending(
    title=_("Snakk med noen først"),
    about=_("Du trenger ikke vite hva du skal si. Ring, så finner vi ut av det sammen. Du kan spørre uten å si hvem du er."),
    doors=(places.PHONES, places.DISCUSSION, places.CHILDREN, places.YOUTH),
)  # fmt: skip
UNSURE_CHILD = Ending(
    title=_("Snakk med noen først"),
    about=_("Du trenger ikke vite hva du skal si. De som svarer, er vant til å snakke med barn."),
    doors=(places.PHONES_OF_CHILDREN, places.DISCUSSION_OF_YOUNG, places.CHILDREN), who="barn",
)  # fmt: skip
UNSURE_YOUTH = Ending(
    title=_("Snakk med noen først"),
    about=_("Du trenger ikke ha bestemt deg for noe. Du kan spørre først, uten å si hva du heter."),
    doors=(places.PHONES_OF_CHILDREN, places.DISCUSSION_OF_YOUNG, places.YOUTH), who="barn",
)  # fmt: skip
UNSURE_OFFER = Ending(
    title=_("Spør oss først"),
    about=_("Ring, så forteller vi hva oppgavene er. Du kan også lese om dem, eller be oss ringe deg."),
    doors=(places.PHONES, places.JOIN, places.DISCUSSION),
)  # fmt: skip

TELL_US = Ending(
    title=_("Meld fra til oss"),
    about=_("Du skal ikke bevise noe. Det er vår jobb å finne ut av det. Vil du heller snakke, kan du ringe."),
    doors=(places.TELL, places.DISCUSSION, places.HOW_WE_WORK, places.PHONES),
)  # fmt: skip
TELL_US_AS_PARENT = Ending(
    title=_("Fortell det til oss"),
    about=_("Du kan be om hjelp, eller fortelle om noe som bekymrer deg, for eksempel hos den andre forelderen."),
    doors=(places.ASK_FOR_HELP, places.DISCUSSION, places.HELP, places.PHONES_OF_PARENTS), who="forelder",
)  # fmt: skip
TELL_US_AT_WORK = Ending(
    title=_("Meld fra som ansatt"),
    about=_("Familien får som regel vite hvem som har meldt. Er det ikke trygt nå, sier du det i skjemaet."),
    doors=(places.TELL_AT_WORK, places.DUTY_TO_TELL, places.HOW_WE_WORK, places.PHONES_AT_WORK), who="ansatt",
)  # fmt: skip
A_FRIEND = Ending(
    title=_("Fint at du sier fra"),
    about=_("Du kan ringe eller skrive om en du er bekymret for. Du trenger ikke si hva du heter."),
    doors=(places.CHILD_TELLS_AGE, places.YOUTH, places.CHILDREN, places.PHONES_OF_CHILDREN), who="barn",
)  # fmt: skip

TALK_CHILD = Ending(
    title=_("Ring 116 111"), about=_("Det er gratis. De som svarer, snakker med barn hver dag. Du trenger ikke si hva du heter."),
    doors=(places.PHONES_OF_CHILDREN, places.CHILD_TELLS, places.CHILDREN), who="barn",
)  # fmt: skip
WRITE_CHILD = Ending(
    title=_("Skriv til oss"), about=_("En voksen hos oss leser det på dagtid. Haster det, så ring 116 111 i stedet."),
    doors=(places.CHILD_TELLS, places.WHAT_HAPPENS_CHILD, places.PHONES_OF_CHILDREN), who="barn",
)  # fmt: skip
READ_CHILD = Ending(
    title=_("Her er sidene for deg"), about=_("Der står det hva vi gjør, og hva du har rett til."),
    doors=(places.CHILDREN, places.WHAT_HAPPENS_CHILD, places.CHILD_TELLS), who="barn",
)  # fmt: skip
TALK_YOUTH = Ending(
    title=_("Ring 116 111"), about=_("Det er gratis, og de har chat. Du trenger ikke si hva du heter."),
    doors=(places.PHONES_OF_CHILDREN, places.YOUTH_TELLS, places.YOUTH), who="barn",
)  # fmt: skip
WRITE_YOUTH = Ending(
    title=_("Skriv til oss"), about=_("Vi leser det på dagtid. Du kan også søke om hjelp selv. Haster det, så ring 116 111."),
    doors=(places.YOUTH_TELLS, places.WHAT_HAPPENS_YOUTH, places.PHONES_OF_CHILDREN), who="barn",
)  # fmt: skip
READ_YOUTH = Ending(
    title=_("Her er sidene for deg"), about=_("Der står det hva vi gjør, hva du har rett til, og hva som skjer når du er 15."),
    doors=(places.YOUTH, places.WHAT_HAPPENS_YOUTH, places.YOUTH_TELLS), who="barn",
)  # fmt: skip

ADVICE = Ending(
    title=_("Ring og få råd"), about=_("Du kan spørre om alt, også uten å si hvem du er. Råd fra oss er gratis."),
    doors=(places.PHONES_OF_PARENTS, places.DISCUSSION, places.GUIDANCE, places.GROUPS), who="forelder",
)  # fmt: skip
ASK_FOR_HELP = Ending(
    title=_("Be om hjelp"), about=_("Skjemaet er en søknad. Vi prøver alltid først å hjelpe dere hjemme."),
    doors=(places.ASK_FOR_HELP, places.HELP, places.HOW_WE_WORK, places.PHONES_OF_PARENTS), who="forelder",
)  # fmt: skip
WHICH_HELP = Ending(
    title=_("Se hva slags hjelp som finnes"), about=_("Vi finner ut sammen med dere hva som passer."),
    doors=(places.HELP, places.GROUPS, places.ASK_FOR_HELP, places.PHONES_OF_PARENTS), who="forelder",
)  # fmt: skip
ALREADY_KNOWN = Ending(
    title=_("Ring oss"), about=_("Spør etter den du pleier å snakke med. Svarer ikke hun eller han, hjelper andre hos oss deg."),
    doors=(places.PHONES_OF_PARENTS, places.FIND_US, places.HOW_WE_WORK), who="forelder",
)  # fmt: skip
FOSTER_HOME = Ending(
    title=_("Ring oss når som helst"), about=_("Det er alltid noen som svarer dere som har et barn boende hos dere."),
    doors=(places.PHONES_OF_FOSTER_HOMES, places.FIND_US), who="fosterhjem",
)  # fmt: skip

DISCUSS = Ending(
    title=_("Drøft det med oss"),
    about=_("Fortell hva du har sett, uten å si hvem det gjelder. Tror du at noe alvorlig skjer, må du melde fra."),
    doors=(places.DISCUSSION_AT_WORK, places.DUTY_TO_TELL, places.TELL_AT_WORK, places.PHONES_AT_WORK), who="ansatt",
)  # fmt: skip
ANSWER_US = Ending(
    title=_("Slik svarer du oss"), about=_("Les hva du må og kan si, eller ring den som har spurt deg."),
    doors=(places.DUTY_TO_ANSWER, places.SILENCE, places.PHONES_AT_WORK), who="ansatt",
)  # fmt: skip
OUR_CONTACT = Ending(
    title=_("Finn kontaktpersonen deres"), about=_("Mange skoler og barnehager har sin egen hos oss."),
    doors=(places.SCHOOL_CONTACTS, places.PHONES_AT_WORK), who="ansatt",
)  # fmt: skip
COME_TO_US = Ending(
    title=_("Be oss komme"), about=_("Vi kan fortelle hva vi gjør, og svare på spørsmål."),
    doors=(places.VISIT, places.SCHOOL_CONTACTS, places.PHONES_AT_WORK), who="ansatt",
)  # fmt: skip
THE_RULES = Ending(
    title=_("Les om pliktene dine"), about=_("Kort forklart, med eksempler."),
    doors=(places.DUTY_TO_TELL, places.DUTY_TO_ANSWER, places.SILENCE, places.FOR_PROFESSIONALS, places.PHONES_AT_WORK),
    who="ansatt",
)  # fmt: skip

TO_OFFER = _("Les først om oppgaven. Så kan du fylle ut et kort skjema, og vi tar kontakt.")
VISITING_HOME = Ending(
    title=_("Bli besøkshjem"),
    about=TO_OFFER,
    doors=(places.OFFER_VISITING_HOME, places.TO_VISITING_HOME, places.PHONES),
)
FOSTER_PARENT = Ending(
    title=_("Bli fosterhjem"), about=TO_OFFER, doors=(places.OFFER_FOSTER_HOME, places.TO_FOSTER_HOME, places.PHONES)
)
SUPPORT_CONTACT = Ending(
    title=_("Bli støttekontakt"), about=TO_OFFER,
    doors=(places.OFFER_SUPPORT_CONTACT, places.TO_SUPPORT_CONTACT, places.PHONES),
)  # fmt: skip
SUPERVISION_PERSON = Ending(
    title=_("Bli tilsynsperson"), about=TO_OFFER, doors=(places.OFFER_SUPERVISION, places.TO_SUPERVISION, places.PHONES)
)
