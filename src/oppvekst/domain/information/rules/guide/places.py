"""The doors that the guide leads to. One that does not exist in a house is left out; the phones always do."""

from __future__ import annotations

from oppvekst.domain.information.rules.guide.parts import Door
from oppvekst.domain.information.rules.saying import marked as _


def _form(kind: str, title: str, about: str) -> Door:
    return Door(name="concern-intro", takes={"kind": kind}, title=title, about=about, icon="pencil")


def _page(slug: str, title: str, about: str = "", icon: str = "file-text") -> Door:
    return Door(takes={"slug": slug}, title=title, about=about, icon=icon)


def _offer(kind: str, title: str) -> Door:
    about = _("Et kort skjema. Vi tar kontakt med deg.")
    return Door(name="offer", takes={"kind": kind}, title=title, about=about, icon="pencil")


def _phones(who: str, about: str) -> Door:
    return Door(
        name="phones", asks=f"for={who}", title=_("Se alle telefoner og åpningstider"), about=about, icon="clock"
    )


TELL = _form("privat", _("Meld fra"), _("Et skjema på fem minutter. Du kan være anonym."))
TELL_AT_WORK = _form("ansatt", _("Meld fra som ansatt"), _("Skjemaet for deg som har meldeplikt."))
ASK_FOR_HELP = _form(
    "forelder",
    _("Be om hjelp, eller fortell"),
    _("Et skjema for foreldre. Ber du om hjelp, får du et svar du kan klage på."),
)
CHILD_TELLS = _form("barn", _("Skriv til oss"), _("Du skriver med dine egne ord. Du velger hvordan vi svarer."))
YOUTH_TELLS = _form("ungdom", _("Skriv til oss"), _("Du velger selv hvordan vi skal svare, så det er trygt for deg."))

CHILD_TELLS_AGE = Door(
    name="concern-start", asks="for=barn", title=_("Skriv til oss"),
    about=_("Vi spør først hvor gammel du er."), icon="pencil",
)  # fmt: skip

PHONES = _phones("voksen", _("Hvem som svarer nå, og når de andre har åpent."))
PHONES_OF_PARENTS = _phones("forelder", _("Hvem som svarer nå, og når de andre har åpent."))
PHONES_AT_WORK = _phones("ansatt", _("Hvem som svarer nå, og når de andre har åpent."))
PHONES_OF_FOSTER_HOMES = _phones("fosterhjem", _("Hvem som svarer nå, og når de andre har åpent."))
PHONES_OF_CHILDREN = _phones("barn", _("Hvem som svarer nå, og hvem du kan skrive til."))

DISCUSSION = Door(
    name="discussion", title=_("Snakk med oss uten å si navn"),
    about=_("Vi ringer deg når det passer. Vi trenger bare nummeret ditt."), icon="chat",
)  # fmt: skip
DISCUSSION_OF_YOUNG = Door(
    name="discussion", title=_("Be oss ringe deg"),
    about=_("Du trenger ikke si hva du heter. Si når det er trygt å ringe."), icon="chat",
)  # fmt: skip
DISCUSSION_AT_WORK = Door(
    name="discussion", title=_("Drøft uten å si navn"),
    about=_("Vi ringer deg når det passer. Si ikke hvem barnet er."), icon="chat",
)  # fmt: skip
VISIT = Door(
    name="visit",
    title=_("Be oss komme på besøk"),
    about=_("Til et personalmøte eller et foreldremøte."),
    icon="calendar",
)
SCHOOL_CONTACTS = Door(
    name="school-contacts", title=_("Finn kontaktpersonen deres"), about=_("For skolen eller barnehagen din."),
    icon="person-group",
)  # fmt: skip
GROUPS = Door(
    name="groups", title=_("Grupper og kurs"), about=_("Det vi har for foreldre og andre nå."), icon="person-group"
)
FIND_US = Door(
    name="contact", title=_("Finn oss"), about=_("Hvor vi holder til, og hvem som gjør hva."), icon="person-circle"
)
HOW_WE_WORK = Door(
    name="how-we-work", title=_("Hva skjer når noen melder fra?"), about=_("Steg for steg, med fristene vi har."),
    icon="information-square-fill",
)  # fmt: skip
CHILDREN = Door(
    name="children", title=_("Sidene for barn"), about=_("Hva vi gjør, og hva du har rett til."), icon="teddy-bear"
)
YOUTH = Door(
    name="youth", title=_("Sidene for ungdom"), about=_("Hva vi gjør, og hva du har rett til."), icon="person-circle"
)

HELP = _page("hjelp", _("Hjelp vi kan gi"), _("Råd, kurs, noen som kommer hjem, og mer."), icon="house-heart")
GUIDANCE = _page("hjelp-veiledning", _("Råd og veiledning"), _("Slik foregår det."))
DUTY_TO_TELL = _page("meldeplikt", _("Når må jeg melde?"), _("Plikten du har når du jobber med barn."))
DUTY_TO_ANSWER = _page("opplysningsplikt", _("Når må jeg svare barnevernet?"), _("Pålegg, og hva du kan si."))
SILENCE = _page("taushetsplikt", _("Hva kan jeg si, og til hvem?"), _("Taushetsplikten, og unntakene."))
FOR_PROFESSIONALS = _page("for-ansatte", _("For deg som jobber med barn"), _("Alt på ett sted."), icon="briefcase")
JOIN = _page("bli-med", _("Bli et hjem for et barn"), _("Hva oppgavene er, og hva de krever."), icon="house-heart")
TO_VISITING_HOME = _page("bli-besokshjem", _("Hva er et besøkshjem?"), _("Kravene, og hva du får."))
TO_FOSTER_HOME = _page("bli-fosterhjem", _("Hva er et fosterhjem?"), _("Kravene, og hva du får."))
TO_SUPPORT_CONTACT = _page("bli-stottekontakt", _("Hva gjør en støttekontakt?"), _("Kravene, og hva du får."))
TO_SUPERVISION = _page("bli-tilsynsperson", _("Hva gjør en tilsynsperson?"), _("Kravene, og hva du får."))
WHAT_HAPPENS_CHILD = _page("barn-hva-skjer", _("Hva skjer når du forteller?"))
WHAT_HAPPENS_YOUTH = _page("ungdom-hva-skjer", _("Hva skjer når du sier fra?"))

OFFER_VISITING_HOME = _offer("besokshjem", _("Bli besøkshjem"))
OFFER_FOSTER_HOME = _offer("fosterhjem", _("Bli fosterhjem"))
OFFER_SUPPORT_CONTACT = _offer("stottekontakt", _("Bli støttekontakt"))
OFFER_SUPERVISION = _offer("tilsynsperson", _("Bli tilsynsperson"))
