"""The children of the demo: who they are, who worried, in what words, and how far it has come. Nobody is real."""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.domain.concerns.rules.message import Anonymity, Sender, Who

STREETS = (
    "Fjordgata",
    "Bjørkeveien",
    "Strandgata",
    "Kaiveien",
    "Nordre Solvikvei",
    "Skoleveien",
    "Havblikk",
    "Lyngveien",
)


@dataclass(frozen=True)
class Child:
    """One child and the concern about it. ``days`` ago it came in; ``path`` is how far it has gone."""

    given: str
    family: str
    age: float
    days: int
    sender: Sender
    words: tuple[str, ...]
    path: str
    danger: str = "no"
    channel: str = "portal"
    triggers: tuple[str, ...] = ()
    hold_back: bool = False
    siblings: tuple[tuple[str, str, float], ...] = ()


def school(name: str, role: str = "Kontaktlærer") -> Sender:
    """Somebody at Solvik school."""
    return Sender(
        who=Who.PUBLIC, code="11", name=name, role=role, phone="00 00 12 40", body="Solvik skole",
        body_address={"lines": ["Skoleveien 1"], "postal_code": "9998", "postal_place": "Solvik"},
    )  # fmt: skip


def kindergarten(name: str) -> Sender:
    """Somebody at Havblikk kindergarten."""
    return Sender(
        who=Who.PUBLIC, code="9", name=name, role="Pedagogisk leder", phone="00 00 12 60", body="Havblikk barnehage"
    )


def health(name: str, role: str = "Helsesykepleier") -> Sender:
    """Somebody at the health station."""
    return Sender(who=Who.PUBLIC, code="10", name=name, role=role, phone="00 00 13 13", body="Solvik helsestasjon")


def police(name: str) -> Sender:
    """An officer."""
    return Sender(
        who=Who.PUBLIC, code="8", name=name, role="Politibetjent", phone="00 00 11 20", body="Solvik politistasjon"
    )


def neighbour(name: str = "", phone: str = "") -> Sender:
    """A neighbour who gives her name to the service only."""
    return Sender(who=Who.PRIVATE, anonymity=Anonymity.SERVICE_ONLY, name=name, phone=phone, relation="Nabo")


def family(name: str, relation: str) -> Sender:
    """A relative, by name."""
    return Sender(who=Who.FAMILY, name=name, phone="00 00 21 21", relation=relation)


def parent(name: str) -> Sender:
    """A mother or father about own family."""
    return Sender(who=Who.PARENT, name=name, phone="00 00 22 22", relation="Forelder")


def youth(name: str) -> Sender:
    """A youth on own behalf, with a safe way."""
    return Sender(who=Who.YOUTH, name=name, safe_way="Helsesykepleieren på skolen, i storefri")


NOBODY = Sender(who=Who.PRIVATE, anonymity=Anonymity.ANONYMOUS)

# path: new · assessed · urgent · taken · clarifying · linked · proposed · unfounded · dismissed · answered · added ·
#       transferred · retracted · investigation · planned · extended · helped
CHILDREN: tuple[Child, ...] = (
    Child("Emil", "Berg Sunde", 6.4, 1, school("Marit Sand", "Rektor"), (
        "Emil går i første klasse. I går satt han under pulten og ville ikke gå ut i friminuttet. Da kontaktlæreren satte "
        "seg ved siden av ham, sa han: «Jeg vil ikke hjem. Pappa blir så sint at han kaster ting.»",
        "Han viste et blått merke på overarmen og sa at det var fra dagen før. Han sa også at Sander, storebroren i fjerde, "
        "«pleier å gjemme seg på badet».",
        "Vi har ikke snakket med foreldrene. Kontaktlæreren kan nås på skolens telefon hele dagen.",
    ), "new", danger="unknown", triggers=("a",), hold_back=True, siblings=(("Sander", "Berg Sunde", 9.2),)),
    Child("Mikkel", "Ness", 5.8, 0, NOBODY, (
        "Jeg hører roping og gråt nesten hver kveld. I kveld var det stille, men gutten sto alene ute i bare genseren.",
    ), "new", danger="unknown"),
    Child("Sara", "Lund", 13.3, 2, youth("Sara Lund"), (
        "Jeg er redd for å gå hjem. Han sier at ingen kommer til å tro meg.",
        "Jeg vil helst snakke med noen på skolen.",
    ), "urgent", danger="yes"),
    Child("Thea", "Moen", 4.1, 1, kindergarten("Silje Aas"), (
        "Thea har vært hentet sent fire ganger på to uker. Sist var mor tydelig sliten og husket ikke hvilken dag det var.",
    ), "assessed"),
    Child("Jonas", "Bakke", 9.6, 3, school("Anja Holte"), (
        "Jonas har hatt 31 dager fravær siden skolestart. Når han er her, sovner han i timene.",
        "Han sier at han passer lillesøsteren om natta.",
    ), "taken"),
    Child("Nora", "Lie", 14.2, 4, health("Inger Dahl"), (
        "Nora har gått ned mye i vekt og skader seg selv. Foreldrene vil ikke at vi søker henne til BUP.",
    ), "clarifying", triggers=("b",)),
    Child("Ida", "Strand Vik", 15.1, 300, parent("Hilde Vik"), (
        "Vi krangler hver dag og jeg vet ikke hva jeg skal gjøre lenger. Hun er ute til langt på natt.",
    ), "helped"),
    Child("Oliver", "Haugen", 7.7, 6, neighbour("Gerd Lien", "00 00 33 33"), (
        "Gutten er mye alene. I helga banket han på hos oss og spurte om mat to ganger.",
    ), "linked"),
    Child("Maja", "Kvam", 2.3, 6, health("Inger Dahl"), (
        "Maja møter ikke til kontroll. På hjemmebesøk tirsdag var huset kaldt og mor svarte oss ikke.",
    ), "proposed"),
    Child("Theo", "Moen", 11.0, 9, police("Vakthavende"), (
        "Vi var på adressen natt til søndag etter melding om bråk. To voksne var beruset. Gutten satt i bilen.",
    ), "linked", channel="phone"),
    Child("Ella", "Solheim Berg", 8.9, 5, NOBODY, (
        "De går inn og ut til alle døgnets tider. Jeg liker ikke folkene som kommer dit.",
    ), "unfounded"),
    Child("Filip", "Rønning", 9.1, 20, parent("Anne Rønning"), (
        "Faren til Filip og jeg snakker ikke sammen. Filip får vondt i magen før hver overlevering.",
    ), "answered"),
    Child("Amalie", "Tangen", 3.4, 18, kindergarten("Silje Aas"), (
        "Amalie leker det samme om igjen: dukka blir låst inne i skapet og får ikke mat.",
    ), "planned", triggers=("a",)),
    Child("Leah", "Moe Strand", 6.5, 40, school("Anja Holte"), (
        "Leah sier at far slår med belte. Hun har vist merkene til to voksne her.",
    ), "planned", triggers=("a",), hold_back=True, siblings=(("Jonas Even", "Strand", 9.6),)),
    Child("Liam", "Sørli", 4.0, 60, police("Vakthavende"), (
        "Gutten ble funnet alene ute klokka fem om morgenen. Far sov og lot seg ikke vekke med det første.",
    ), "planned", channel="phone"),
    Child("Mathias", "Eide", 11.5, 110, school("Per Stene", "Rådgiver"), (
        "Mathias har slått andre elever ved tre anledninger. Han sier at det er slik man gjør det hjemme.",
    ), "extended"),
    Child("Vilde", "Rønning", 15.4, 75, health("Inger Dahl"), (
        "Vilde sover ikke hjemme. Hun forteller om voksne menn som henter henne etter skoletid.",
    ), "planned", triggers=("d", "e")),
    Child("Sander", "Holm", 10.2, 118, family("Berit Nygård", "Mormor"), (
        "Datteren min har begynt å drikke igjen. Jeg henter Sander på tirsdager, og han vil ikke hjem.",
    ), "investigation"),
    Child("Ingrid", "Fossum", 12.6, 13, school("Anja Holte"), (
        "Ingrid sier at hun ikke orker mer. Hun passer mor, som er syk, og har ikke gjort lekser på uker.",
    ), "investigation"),
    Child("Jakob", "Myhre", 1.1, 11, health("Inger Dahl"), (
        "Mor er nitten år og alene. Hun ber selv om hjelp, men vi er bekymret for samspillet.",
    ), "investigation"),
    Child("Aksel", "Vold", 13.9, 30, police("Vakthavende"), (
        "Aksel er tatt i tyveri for fjerde gang i høst, sammen med eldre gutter.",
    ), "investigation", channel="letter", triggers=("d",)),
    Child("Frida", "Aune", 5.2, 26, NOBODY, (
        "Barnet er ofte ute uten sko. Det kan være at jeg tar feil.",
    ), "dismissed"),
    Child("Henrik", "Dale", 7.3, 45, neighbour("Odd Vang", "00 00 34 34"), (
        "Det er mye støy derfra. Vi tror det er krangling.",
    ), "answered"),
    Child("Selma", "Brekke", 16.2, 52, youth("Selma Brekke"), (
        "Jeg vil flytte hjemmefra. Vi har ikke råd til noe og alle er sinte.",
    ), "answered"),
    Child("William", "Sletten", 8.0, 33, school("Per Stene", "Rådgiver"), (
        "Familien flytter til Nordvåg denne uka. Vi er fortsatt bekymret for William.",
    ), "transferred"),
    Child("Olav", "Lien", 3.9, 64, kindergarten("Silje Aas"), (
        "Olav kommer i de samme klærne hele uka og er sulten om morgenen.",
    ), "dismissed"),
    Child("Julie", "Hansrud", 10.8, 15, family("Kåre Hansrud", "Farfar"), (
        "Jeg får ikke snakke med barnebarnet mitt lenger. Noe er galt.",
    ), "dismissed"),
    Child("Noah", "Ekeberg", 0.4, 5, health("Solveig Rud", "Jordmor"), (
        "Noah legger ikke på seg. Foreldrene avlyser timene.",
    ), "linked", triggers=("b",)),
    Child("Live", "Torp", 6.9, 3, school("Anja Holte"), (
        "Live forteller at hun må være musestille når mamma sover, og at hun lager middag selv.",
    ), "taken"),
    Child("Elias", "Rud", 12.1, 2, parent("Stine Rud"), (
        "Elias har sluttet å gå på skolen. Jeg trenger hjelp til å få ham opp om morgenen.",
    ), "assessed"),
    Child("Signe", "Bø", 9.9, 80, school("Anja Holte"), (
        "Signe er redd for stefaren. Hun sier ikke hvorfor.",
    ), "planned"),
    Child("Kasper", "Nyhus", 14.8, 21, health("Inger Dahl"), (
        "Kasper ruser seg i helgene og har vært innlagt én gang. Foreldrene ønsker hjelp.",
    ), "planned", triggers=("d",)),
    Child("Tiril", "Myklebust", 4.6, 14, kindergarten("Silje Aas"), (
        "Tiril blir hentet av forskjellige voksne vi ikke kjenner. Hun gråter når de kommer.",
    ), "added"),
    Child("Marius", "Tveit", 7.1, 36, NOBODY, (
        "Gutten i 3B blir mobbet hjemme av storebror.",
    ), "retracted", channel="phone"),
    Child("Astrid", "Fjeld", 11.7, 24, neighbour("Turi Moe", "00 00 35 35"), (
        "Astrid har passet småsøsken alene hele høstferien.",
    ), "planned"),
    Child("Isak", "Nordby", 2.8, 48, health("Inger Dahl"), (
        "Isak har brent seg to ganger på kort tid. Forklaringene henger ikke sammen.",
    ), "planned", triggers=("a",)),
    Child("Hedda", "Krogstad", 13.0, 70, school("Per Stene", "Rådgiver"), (
        "Hedda har fått bilder av seg spredt. Hjemme får hun skylda.",
    ), "answered"),
)  # fmt: skip

# Strictly protected address: only those it is entrusted to may see where she is (stories.md 7).
PROTECTED = Child("Tuva", "Winther", 6.2, 12, school("Marit Sand", "Rektor"), (
    "En mann vi ikke kjenner, har spurt etter Tuva utenfor skolegården to ganger denne uka.",
), "planned", hold_back=True)  # fmt: skip

UNBORN = ("Linn Aasens barn", health("Solveig Rud", "Jordmor"), "Linn er gravid og bor i en campingvogn uten vann.")

NORDVAG: tuple[Child, ...] = (
    Child("Even", "Sjøvik", 8.2, 4, NOBODY, ("Vi hører hyl fra huset ved kaia.",), "assessed"),
    Child("Runa", "Holmen", 5.5, 16, NOBODY, ("Barnet er mye ute alene i fjæra.",), "investigation"),
)
