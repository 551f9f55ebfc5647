"""Places in the public house that a text can link to by name (``side:name``), besides the pages themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

from oppvekst.domain.information.rules.saying import marked as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A page that always stands at its own address: its name there, and what somebody who looks for it may write."""

    name: str
    title: str
    about: str = ""
    words: str = ""
    # What an address takes besides its name.
    takes: dict[str, str] = field(default_factory=dict)
    # The name that the address itself goes by, where it is another.
    goes_by: str = ""
    listed: bool = True

    @property
    def address_name(self) -> str:
        """The name of the address at the portal."""
        return self.goes_by or self.name


def _offer(name: str, kind: str, title: str, words: str) -> Door:
    return Door(
        name=f"offer-{name}", goes_by="offer", takes={"kind": kind}, title=title, words=f"{words} søke søknad", listed=False,
        about=_("Et kort skjema. Det binder deg ikke til noe."),
    )  # fmt: skip


DOORS = (
    Door(
        name="front", title=_("Forsiden"), about=_("Hvem du kan ringe nå, og veien videre."), words="hjem start",
    ),
    Door(
        name="phones", title=_("Hvem kan jeg ringe nå?"),
        about=_("Telefonene som er åpne nå, og alle åpningstider."),
        words="telefon telefonnummer nummer ringe åpningstid vakttelefon barnevernvakt barnevernvakta nødnummer akutt "
        "alarmtelefon 116111 116117 112 113 phone number call opening hours on-call emergency",
    ),
    Door(
        name="guide", title=_("Finn riktig dør"), about=_("Tre spørsmål, så vet du hvor du skal gå."),
        words="veiviser veiledning usikker hjelp guide",
    ),
    Door(
        name="concern-start", title=_("Meld fra om bekymring for et barn"),
        about=_("Skjemaet for privatpersoner, ansatte, barn og foreldre. Også uten navn."),
        words="bekymringsmelding melde bekymret uro skjema anonym varsle concern worried form",
    ),
    Door(
        name="paper-form", title=_("Bekymringsmelding på papir"), about=_("Et skjema du kan skrive ut og sende i posten."),
        words="papir pdf skrive ut post brev paper print",
    ),
    Door(
        name="how-we-work", title=_("Hva skjer nå? Slik jobber vi"),
        about=_("Steg for steg, med fristene vi har."),
        words="undersøkelse frist uke måneder steg prosess investigation deadline",
    ),
    Door(
        name="children", title=_("For deg som er barn"), about=_("Egne sider for barn."),
        words="barn unge redd trist hjemme child kid",
    ),
    Door(
        name="youth", title=_("For deg som er ungdom"), about=_("Egne sider for ungdom."),
        words="ungdom tenåring unge rettigheter youth teenager",
    ),
    Door(
        name="discussion", title=_("Drøft uten å si navn"), about=_("Vi ringer deg når det passer."),
        words="drøfte anonym råd samtale discuss anonymous advice",
    ),
    Door(
        name="visit", title=_("Be oss komme på besøk"), about=_("Til personalmøte eller foreldremøte."),
        words="foreldremøte personalmøte besøk foredrag visit meeting",
    ),
    Door(
        name="school-contacts", title=_("Kontaktpersonen for skolen eller barnehagen din"),
        words="skole barnehage kontaktperson school kindergarten contact",
    ),
    Door(name="groups", title=_("Grupper og kurs"), words="gruppe kurs veiledning foreldre flyktning group course"),
    _offer("visiting-home", "besokshjem", _("Skjema: bli besøkshjem"), "besøkshjem avlastning visiting home"),
    _offer("foster-home", "fosterhjem", _("Skjema: bli fosterhjem"), "fosterhjem fosterforeldre foster home"),
    _offer("support-contact", "stottekontakt", _("Skjema: bli støttekontakt"), "støttekontakt aktivitetskontakt"),
    _offer("supervision-person", "tilsynsperson", _("Skjema: bli tilsynsperson"), "tilsynsperson tilsyn supervision"),
    Door(
        name="sitemap-page", title=_("Alle sidene"), about=_("En liste over alt som finnes her."),
        words="nettstedskart oversikt innhold sitemap",
    ),
    Door(
        name="accessibility", title=_("Tilgjengelighetserklæring"), about=_("Hvordan sidene virker for alle."),
        words="universell utforming uu wcag skjermleser blind accessibility",
    ),
)  # fmt: skip

NAMES = frozenset(door.name for door in DOORS)

STANDING = {
    "om-oss": _("Om oss"),
    "hjelp": _("Hjelp vi kan gi"),
    "for-ansatte": _("For deg som jobber med barn"),
    "bli-med": _("Bli et hjem for et barn"),
    "forebyggende": _("Forebyggende tjeneste"),
    "kontakt": _("Kontakt oss"),
    "personvern": _("Personvern"),
}
"""Pages that the house's own menus lead to: they answer also while nobody has written anything on them."""
