"""The families that have help in the demo: what they got, what it was to lead to, and how it was seen to go. All invented."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from oppvekst.domain.concerns.rules.message import Sender
from oppvekst.domain.measures.actions import Written
from oppvekst.domain.measures.models import Evaluation, GoalSeen
from oppvekst.faces.cli.demo_data.children import (
    CHILDREN,
    Child,
    family,
    health,
    kindergarten,
    neighbour,
    police,
    school,
)

SAME, LITTLE, MUCH, MET = (
    GoalSeen.Stand.SAME, GoalSeen.Stand.A_LITTLE, GoalSeen.Stand.MUCH, GoalSeen.Stand.MET,
)  # fmt: skip
NOTHING: Final = Written()
CONTINUE, CHANGE, END = Evaluation.Outcome.CONTINUE, Evaluation.Outcome.CHANGE, Evaluation.Outcome.END


class Way(StrEnum):
    """How far the help has come."""

    DRAFTED = "drafted"  # the decision is being written
    ON_THE_TABLE = "on the table"  # everything is there, and the leader has not signed
    DECIDED = "decided"
    ASKED = "asked"  # decided, and somebody has not yet said yes
    RUNNING = "running"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    ORDERED = "ordered"


@dataclass(frozen=True)
class Aim:
    """A goal: what, how one sees it, who does what, and how it stood at each look."""

    text: str
    seen_by: str
    who: str
    stood: tuple[tuple[GoalSeen.Stand, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Look:
    """One evaluation, so many days after the help began."""

    after: int
    works: str
    child: str
    parents: str
    outcome: Evaluation.Outcome = CONTINUE
    new_needs: str = "Nei, ikke nå."


@dataclass(frozen=True, kw_only=True)
class Helped:
    """One family: the child with its concern, the help, and how far it has come. ``days``: since it began or was decided."""

    child: Child
    category: str
    title: str
    decided: str
    way: Way = Way.RUNNING
    days: int = 0
    lasts: int = 365
    father: str = ""
    provider: str = ""
    offer: str = ""
    words: str = ""
    aims: tuple[Aim, ...] = ()
    plan: Written = NOTHING
    looks: tuple[Look, ...] = ()
    waits_for: str = ""


def _child(name: str, age: float, days: int, sender: Sender, words: str) -> Child:
    given, _space, surname = name.partition(" ")
    return Child(given, surname, age, days, sender, (words,), "helped")


IDA: Final = Helped(
    child=next(child for child in CHILDREN if child.given == "Ida"),
    category="3.3", title="Familieterapi hjemme (FFT)", days=225, lasts=420, provider="Trygg Vei AS, ved Anja Brekke",
    decided="Familien får familieterapi hjemme (FFT) én gang i uka i et halvt år, uten at det koster noe.",
    aims=(
        Aim("Ida er hjemme til avtalt tid", "Hjemme klokka 22 på hverdager, minst fire kvelder av fem.",
            "Ida sier fra hvis hun blir forsinket. Mona svarer med en gang, og kjefter ikke.",
            ((LITTLE, "Hjemme i tide to til tre kvelder i uka."), (MUCH, "Bare én kveld for sent siste måned."))),
        Aim("Ida og mor kan snakke om det som er vanskelig", "En prat i uka uten at noen går fra bordet.",
            "Begge bruker pausekortet. Anja er med de første gangene.",
            ((SAME, "De prøvde to ganger, og begge endte med at Ida gikk."), (LITTLE, "Annenhver uke går det bra."))),
        Aim("Ida er på skolen", "Høyst to dager borte i måneden.", "Mor kjører de dagene det er tungt. Lærer møter i døra.",
            ((LITTLE, "Fem dager borte i mars."), (MET, "Ingen dager borte siden før sommeren."))),
    ),
    plan=Written(
        content="Anja Brekke kommer hjem tirsdager klokka 17. De første gangene snakker hun også med Ida og mor hver for seg.",
        who_does_what="Ida velger hva vi begynner med. Mona ringer bestemor når det låser seg. Kari snakker med skolen.",
        duration="Et halvt år, og så ser vi om det trengs mer.", follow_up="Vi ser på målene sammen hver tredje måned.",
        child_words="Jeg vil at mamma skal spørre før hun blir sint. Og jeg vil ha døra mi i fred. Jeg er ikke bare vanskelig.",
        parents_words="Jeg vil at vi skal spise middag sammen igjen uten at det blir krig.",
    ),
    looks=(
        Look(after=91, works="Det er mindre skriking, men de ender fortsatt med å gå fra hverandre.",
             child="Anja er grei. Men mamma hører bare når Anja er her.", parents="Jeg merker at jeg teller til ti nå."),
        Look(after=181, works="Ja. Kveldene og skolen går mye bedre. Praten er det som fortsatt er tungt.",
             child="Det er bedre. Jeg sover hjemme og det er mest greit.", parents="Vi har spist middag sammen hver søndag."),
    ),
)  # fmt: skip

HELPED: Final = (
    Helped(
        child=_child("Oskar Lunde", 7.2, 62, school("Anja Holte"),
                     "Oskar kommer ofte uten matpakke og er trøtt. Mor sier selv at hun ikke strekker til om morgenen."),
        category="3.10", title="Oppfølgingsteam i hjemmet", way=Way.ASKED, days=3, father="Tor", provider="Oppfølgingsteamet",
        decided="To miljøarbeidere følger familien tett i seks måneder, mest om morgenen.",
        aims=(Aim("Morgenene går uten krangel", "Ute av døra til åtte, med matpakke.",
            "Mor og miljøarbeideren lager klart kvelden før."),),
        plan=Written(content="To morgener i uka hjemme.", duration="Seks måneder.",
                     child_words="Jeg vil at det skal være stille når jeg våkner."),
    ),
    Helped(
        child=_child("Synne Haug", 5.4, 80, kindergarten("Silje Aas"),
                     "Synne slår og biter når noe ikke går som hun vil. Foreldrene sier at det er verre hjemme."),
        category="3.99", words="Circle of Security, foreldrekurs", title="Trygghetssirkelen (COS-P)", way=Way.DECIDED, days=9,
        father="Eirik", provider="Lyngheia familiesenter", waits_for="Trygghetssirkelen (COS-P)",
        decided="Foreldrene får kurset Trygghetssirkelen, så snart det er en ledig plass.",
        aims=(Aim("Synne får til å si fra med ord", "Høyst ett sinneutbrudd i uka.",
            "Begge foreldrene øver på å gi én beskjed om gangen."),),
        plan=Written(content="Åtte kvelder i gruppe, og to samtaler alene.", duration="Et halvt år.",
                     child_words="Jeg blir så sint at det bobler."),
    ),
    Helped(
        child=_child("Jonatan Rygg", 5.9, 270, health("Inger Dahl"),
                     "Mor strever etter fødselen av lillebror, og Jonatan får lite av henne. Far er mye borte."),
        category="3.99", words="Hjemmebasert veiledning etter PYC", title="Veiledning hjemme (PYC)", days=205,
        father="Vidar", provider="Oppfølgingsteamet, ved Maire Holm", offer="Parenting Young Children (PYC)",
        decided="Familien får veiledning hjemme én gang i uka.",
        aims=(
            Aim("Mor og Jonatan har en stund for seg selv hver dag", "Tjue minutter lek før middag, minst fem dager i uka.",
                "Far tar lillebror imens.", ((MUCH, "Fire dager i uka."),)),
            Aim("Leggingen er rolig", "Jonatan sovner i egen seng før åtte.",
                "Samme rekkefølge hver kveld, med tegningene på veggen.",
                ((LITTLE, "Tre kvelder av sju."),)),
        ),
        plan=Written(content="Veileder hjemme hver torsdag.", duration="Åtte måneder.",
                     child_words="Mamma er gøy når hun leker dinosaur."),
        looks=(Look(after=88, works="Ja, leken er kommet i gang.", child="Jonatan viste oss dinosaurene.",
                    parents="Vi ser ham mer."),),
    ),
    Helped(
        child=_child("Emma Solbakk", 6.8, 370, neighbour("Randi Vik", "00 00 36 36"),
                     "Det er roping derfra nesten hver morgen, og barna går alene til skolen i mørket."),
        category="3.9", title="Råd og veiledning", days=300, father="Lars", provider="Oppfølgingsteamet",
        decided="Foreldrene får råd og veiledning annenhver uke i inntil ett år.",
        aims=(
            Aim("Barna kommer rolig av gårde", "Alle er ute av døra til åtte uten roping.", "Foreldrene begynner kvelden før.",
                ((LITTLE, "Bedre annenhver dag."), (MUCH, "Bare to dårlige morgener."), (MET, "Det går av seg selv nå."))),
            Aim("En voksen følger barna i mørket", "Hver dag fra oktober til mars.", "Far bytter vakter med en kollega.",
                ((MUCH, "Fire av fem dager."), (MET, "Hver dag."), (MET, "Hver dag."))),
        ),
        plan=Written(content="Samtaler annenhver uke.", duration="Inntil ett år.", child_words="Pappa holder meg i hånda nå."),
        looks=(
            Look(after=90, works="Det begynner å virke.", child="Det er litt mindre bråk.", parents="Vi er ikke i mål."),
            Look(after=180, works="Ja.", child="Pappa følger oss.", parents="Vi skriker ikke mer."),
            Look(after=270, works="Ja. Målene er nådd, og familien greier det selv.", child="Nå er det vanlig hjemme.",
                 parents="Vi vil prøve selv, og vet hvor dere er.", outcome=END),
        ),
    ),
    Helped(
        child=_child("Adrian Nes", 13.1, 240, police("Vakthavende"),
                     "Adrian ble funnet beruset bak kjøpesenteret sammen med to eldre gutter."),
        category="4.6", title="Støttekontakt", way=Way.WITHDRAWN, days=150, provider="Oppfølgingsteamet",
        waits_for="Aggresjonstrening (ART)",
        decided="Adrian får støttekontakt en ettermiddag i uka.",
        aims=(Aim("Adrian har noe å gå til etter skolen", "På trening to dager i uka.",
            "Støttekontakten henter de første gangene.",
                  ((SAME, "Kom ikke de fire siste gangene."),)),),
        plan=Written(content="En ettermiddag i uka.", duration="Ett år.", child_words="Jeg vil bestemme hva vi gjør."),
        looks=(Look(after=90, works="Nei, ikke slik det er nå.", child="Det ble kleint.",
            parents="Vi vil bruke onkelen hans i stedet."),),
    ),
    Helped(
        child=_child("Mille Foss", 3.6, 210, health("Solveig Rud", "Jordmor"),
                     "Mille er ofte alene med far når han er ruset. Foreldrene sier nei til all hjelp."),
        category="5.2", title="Tilsyn i hjemmet", way=Way.ORDERED, days=118, lasts=300, father="Kent",
        provider="Barneverntjenesten", decided="",
        aims=(Aim("Mille er trygg hjemme", "En edru voksen er alltid der, også når vi kommer uten å si fra.",
                  "Mor ringer mormor når det ikke går.", ((MUCH, "Ved begge besøkene var en edru voksen der."),)),),
        plan=Written(content="Besøk hver måned, noen avtalt og noen ikke.", duration="Så lenge nemnda har bestemt."),
        looks=(Look(after=85, works="Ja, det er tryggere enn før.",
            child="Mille viste oss bamsene. Hun er for liten til å svare på mer.",
                    parents="Vi liker det ikke, men det har hjulpet."),),
    ),
    Helped(
        child=_child("Vetle Bakken", 9.5, 190, school("Marit Sand", "Rektor"),
                     "Mor er innlagt stadig oftere, og Vetle vet ikke hvem som henter ham."),
        category="6.1", title="Familieråd", days=110, father="Jon", provider="Gro Hagen, koordinator",
        offer="Familieråd med koordinator", decided="Familien får familieråd med en koordinator utenfra.",
        aims=(Aim("Vetle vet alltid hvem som henter", "Ukeplanen henger på kjøleskapet, og holdt alle dager.",
                  "Onkel Leif tar tirsdag. Mor ringer når hun blir syk.", ((MUCH, "Glapp én gang på ni uker."),)),),
        plan=Written(content="Familieråd, og et møte etter tre måneder.", duration="Et halvt år.",
                     child_words="Jeg vil at onkel Leif skal være med."),
        looks=(Look(after=90, works="Ja, planen holder.", child="Jeg ser på lappen om morgenen.",
            parents="Det letter å vite."),),
    ),
    Helped(
        child=_child("Iver Dahl", 10.6, 260, school("Per Stene", "Rådgiver"),
                     "Iver har sluttet å komme på skolen, og foreldrene greier ikke å få ham opp."),
        category="6.4", title="Ansvarsgruppe", days=190, father="Rune", provider="Pål Ness, Solvik skole",
        decided="Skolen, BUP, NAV og vi møtes fast med familien om Iver.",
        aims=(
            Aim("Iver er på skolen", "Minst tre timer hver dag.", "Pål møter ham i døra. Far kjører.",
                ((LITTLE, "To dager i uka."), (MUCH, "Fire dager i uka, og gym ute."))),
            Aim("Iver sover om natta", "Sover før elleve, minst fem netter i uka.", "Skjermen lades på kjøkkenet.",
                ((SAME, "Som før."), (LITTLE, "Tre netter."))),
        ),
        plan=Written(content="Fast møte hver sjette uke.", duration="Ut skoleåret.",
            child_words="Jeg vil ha gym ute. Inne bråker det."),
        looks=(
            Look(after=92, works="Litt.", child="Pål er ok.", parents="Vi er ikke alene om det lenger."),
            Look(after=178, works="Ja, skolen går mye bedre.", child="Gym ute er best.", parents="Han ler igjen.",
                 new_needs="Ja: hjelp med søvnen. BUP tar det."),
        ),
    ),
    Helped(
        child=_child("Sunniva Lie", 8.1, 300, family("Aud Lie", "Mormor"),
                     "Datteren min er alene med tre og er helt tom. Jeg er for gammel til å ta alle."),
        category="4.5", title="Besøkshjem", days=230, provider="Skjærgården Avlastning AS",
        decided="Sunniva er hos en fast familie på Ytterøya annenhver helg.",
        aims=(
            Aim("Sunniva gleder seg til helgene", "Hun pakker selv.", "Mor og besøkshjemmet ringes på torsdager.",
                ((LITTLE, "Gråt de to første gangene."), (MET, "Har pakket selv siden i sommer."))),
            Aim("Mor får hvilt", "To hele netter annenhver uke.", "Mormor tar de minste.", ((MUCH, "Ja."), (MUCH, "Ja."))),
        ),
        plan=Written(content="Annenhver helg, fra fredag til søndag.", duration="Ett år.",
            child_words="Jeg vil ha med Pus. Og ringe mamma før jeg legger meg."),
        looks=(
            Look(after=89, works="Mor hviler. Sunniva lengter hjem.", child="Det er fint om dagen.", parents="Jeg sover.",
                 outcome=CHANGE, new_needs="Ja: hun må få ringe hjem om kvelden."),
            Look(after=180, works="Ja.", child="Hesten heter Blakken.", parents="Alle tre har det bedre."),
        ),
    ),
    Helped(
        child=_child("Markus Eng", 11.9, 170, school("Anja Holte"), "Markus er mye alene og har ingen å være sammen med."),
        category="4.3", title="Fritidsaktivitet: klatring", way=Way.SUSPENDED, days=95, provider="Solvik fritidsklubb",
        offer="Fritidskassa",
        decided="Vi betaler kontingent og utstyr til klatring, og følger de første gangene.",
        aims=(Aim("Markus har en fast kveld med andre", "På klatring tre av fire uker.",
            "Fritidsklubben følger de første gangene."),),
        plan=Written(content="Klatring på mandager.", duration="Ett år.", child_words="Jeg er god til å klatre."),
    ),
    Helped(
        child=_child("Pernille Sand", 12.3, 66, school("Per Stene", "Rådgiver"),
                     "Pernille skriver i dagboka si at hun vil bort. Foreldrene krangler om henne."),
        category="4.7", title="Samtalegruppe for barn med to hjem", way=Way.ON_THE_TABLE, days=2, father="Stian",
        provider="Lyngheia familiesenter", decided="Pernille får plass i samtalegruppa på torsdager, ti ganger.",
    ),
    Helped(
        child=_child("August Vik", 4.9, 52, kindergarten("Silje Aas"),
            "August biter de andre barna, og mor gråter når hun henter."),
        category="3.5", title="Foreldreveiledning ICDP", way=Way.DRAFTED, days=1, father="Ola",
        waits_for="Trygghetssirkelen (COS-P)",
        provider="Lyngheia familiesenter", decided="Foreldrene får ICDP i gruppe, åtte kvelder.",
    ),
)  # fmt: skip
