"""The phrases a municipality starts with, for the two commonest decisions; it changes them, retires them and adds its own.

Written for this product, to the family and about nobody: they ask the writer for what only she knows, with a merge field or an
opening that must be gone on from. A sentence that would fit every child says nothing of this one (bvl § 12-5).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from oppvekst.domain.decisions.rules.commonest import GUIDANCE
from oppvekst.domain.decisions.rules.kinds import Kind

# The advance notice is written beside the sections, and has phrases of its own.
NOTICE: Final = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPhrase:
    """A phrase as installed. ``template``: it stands in a new draft of that kind; else it is put in by a button."""

    section: str
    kind: Kind
    title: str
    nb: str
    nn: str
    en: str = ""
    category: str = ""
    template: bool = False
    texts: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        said = {"nb": self.nb, "nn": self.nn, "en": self.en}
        object.__setattr__(self, "texts", {language: text for language, text in said.items() if text})


def _guidance(section: str, title: str, *, nb: str, nn: str, en: str = "", template: bool = False) -> FirstPhrase:
    return FirstPhrase(
        section=section, kind=Kind.MEASURE, category=GUIDANCE, title=title, nb=nb, nn=nn, en=en, template=template
    )


def _dismissal(
    section: str, title: str, *, nb: str, nn: str, en: str = "", template: bool = False, kind: Kind = Kind.DISMISSAL
) -> FirstPhrase:
    return FirstPhrase(section=section, kind=kind, title=title, nb=nb, nn=nn, en=en, template=template)


FIRST: Final = (
    _guidance(
        "decided", "Hva dere får", template=True,
        nb=(
            "Vi har bestemt at {barnets fornavn} og familien får råd og veiledning hjemme. Hjelpen gjelder fra {fra dato} "
            "til {til dato}. Den er frivillig og gratis."
        ),
        nn=(
            "Vi har bestemt at {barnets fornamn} og familien får råd og rettleiing heime. Hjelpa gjeld frå {frå dato} "
            "til {til dato}. Ho er frivillig og gratis."
        ),
        en=(
            "We have decided that {child's first name} and the family will be given advice and guidance at home. The help "
            "lasts from {start date} to {end date}. It is voluntary and free of charge."
        ),
    ),
    _guidance(
        "decided", "Hvem som kommer, og hvor ofte",
        nb="{den som hjelper} kommer hjem til dere. Dere møtes … i uka, og avtaler tida sammen.",
        nn="{den som hjelper} kjem heim til dykk. De møtest … i veka, og avtaler tida saman.",
        en="{who helps} will visit you at home. You will meet … a week, and agree on the time together.",
    ),
    _guidance(
        "facts", "Slik har vi fått vite det",
        nb="Vi bygger på det {barnets fornavn} og dere har fortalt, på besøk hjemme, og på det … har skrevet til oss.",
        nn="Vi byggjer på det {barnets fornamn} og de har fortalt, på besøk heime, og på det … har skrive til oss.",
        en="We rely on what {child's first name} and you have told us, on visits at home, and on what … wrote to us.",
    ),
    _guidance(
        "assessment", "Hva som virker, og hva som er vanskelig",
        nb=(
            "Dette får dere til i dag: …\n\nDette er vanskelig: … Slik merker {barnets fornavn} det: …\n\n"
            "Vi mener at veiledning kan hjelpe, fordi …"
        ),
        nn=(
            "Dette får de til i dag: …\n\nDette er vanskeleg: … Slik merkar {barnets fornamn} det: …\n\n"
            "Vi meiner at rettleiing kan hjelpe, fordi …"
        ),
        en=(
            "This works well today: …\n\nThis is hard: … This is how {child's first name} feels it: …\n\n"
            "We believe that guidance can help, because …"
        ),
    ),
    _guidance(
        "child", "Barnet har sagt noe om hjelpen",
        nb=(
            "Vi fortalte {barnets fornavn} hva vi tenkte å bestemme, og hvorfor. {barnets fornavn} sa: «…»\n\n"
            "Vi har lagt vekt på dette slik: …"
        ),
        nn=(
            "Vi fortalde {barnets fornamn} kva vi tenkte å bestemme, og kvifor. {barnets fornamn} sa: «…»\n\n"
            "Vi har lagt vekt på dette slik: …"
        ),
        en=(
            "We told {child's first name} what we were thinking of deciding, and why. {child's first name} said: “…”\n\n"
            "We have given this weight in the following way: …"
        ),
    ),
    _guidance(
        "child", "Barnet ville ikke snakke med oss",
        nb=(
            "Vi spurte {barnets fornavn} om å få snakke sammen. {barnets fornavn} ville ikke det nå. Vi sa at det er greit, "
            "og hvordan vi kan nås senere. Det vi vet om hva {barnets fornavn} mener, er …"
        ),
        nn=(
            "Vi spurde {barnets fornamn} om å få snakke saman. {barnets fornamn} ville ikkje det no. Vi sa at det er greitt, "
            "og korleis ein kan nå oss seinare. Det vi veit om kva {barnets fornamn} meiner, er …"
        ),
    ),
    _guidance(
        "best_interests", "For og imot",
        nb="Dette taler for hjelpen: …\n\nDette taler imot: …\n\nVi mener det er best for {barnets fornavn} at …, fordi …",
        nn="Dette talar for hjelpa: …\n\nDette talar imot: …\n\nVi meiner det er best for {barnets fornamn} at …, fordi …",
        en="This speaks for the help: …\n\nThis speaks against: …\n\nWe find it best for {child's first name} that …, as …",
    ),
    _guidance(
        "family_ties", "Barnet bor hjemme",
        nb="{barnets fornavn} bor hjemme som før. Hjelpen er ment å gjøre hverdagen sammen bedre, ved at …",
        nn="{barnets fornamn} bur heime som før. Hjelpa er meint å gjere kvardagen saman betre, ved at …",
        en="{child's first name} lives at home as before. The help is meant to make daily life together better, by …",
    ),
    _guidance(
        "mildest", "Mildere hjelp",
        nb="Vi har tenkt på om hjelp fra … ville vært nok. Det er prøvd slik: … Vi mener at det ikke er nok alene, fordi …",
        nn="Vi har tenkt på om hjelp frå … er nok. Det er prøvd slik: … Vi meiner at det ikkje er nok åleine, fordi …",
    ),
    _guidance(
        "soundness", "Vet vi nok?",
        nb=(
            "Vi vet nok til å bestemme dette, fordi … Den som veileder, har … Vi følger med på om hjelpen virker, "
            "og snakker med {barnets fornavn} om det."
        ),
        nn=(
            "Vi veit nok til å bestemme dette, fordi … Den som rettleier, har … Vi følgjer med på om hjelpa verkar, "
            "og snakkar med {barnets fornamn} om det."
        ),
    ),
    _guidance(
        "culture", "Språk, kultur og tro",
        nb="Hjemme snakker dere … Dette er viktig for dere: … Vi tar hensyn til det ved at …",
        nn="Heime snakkar de … Dette er viktig for dykk: … Vi tek omsyn til det ved at …",
    ),
    _guidance(
        "cooperation", "Slik har vi laget dette sammen",
        nb="Vi snakket sammen om hjelpen … Dere ønsket … Det har vi tatt med slik: … Andre som er viktige for dere, er …",
        nn="Vi snakka saman om hjelpa … De ønskte … Det har vi teke med slik: … Andre som er viktige for dykk, er …",
    ),
    _guidance(
        "early", "Hvorfor nå",
        nb="Vi setter i gang nå, så det som er vanskelig, ikke får vokse. Det kan bli større hvis …",
        nn="Vi set i gang no, så det som er vanskeleg, ikkje får vekse. Det kan bli større om …",
    ),
    _guidance(
        "consent", "Samtykke", template=True,
        nb=(
            "Hjelpen bygger på at dere sier ja. Dere kan trekke samtykket når som helst, for alt eller for noe av det. "
            "Si fra til {saksbehandler}."
        ),
        nn=(
            "Hjelpa byggjer på at de seier ja. De kan trekkje samtykket når som helst, for alt eller for noko av det. "
            "Sei frå til {saksbehandlar}."
        ),
        en=(
            "The help rests on your consent. You can withdraw it at any time, for all of it or for some of it. "
            "Tell {case worker}."
        ),
    ),
    _guidance(
        "plan", "Mål og når vi ser på det igjen", template=True,
        nb=(
            "Mål for hjelpen: …\n\nVi lager en plan sammen med dere. Etter tre måneder ser vi sammen på om hjelpen "
            "virker, og om noe må endres."
        ),
        nn=(
            "Mål for hjelpa: …\n\nVi lagar ein plan saman med dykk. Etter tre månader ser vi saman på om hjelpa verkar, "
            "og om noko må endrast."
        ),
        en=(
            "Goals for the help: …\n\nWe make a plan together with you. After three months we look together at whether the "
            "help works, and whether something must be changed."
        ),
    ),
    _guidance(
        NOTICE, "Forhåndsvarsel om veiledning", template=True,
        nb=(
            "Vi tenker å bestemme at {barnets fornavn} og familien får råd og veiledning hjemme. Grunnen er at …\n\n"
            "Du kan si hva du mener før vi bestemmer oss. Skriv eller ring til oss innen {svarfrist}. Du kan be om å få se "
            "papirene i saken, og du kan ha med deg noen som hjelper deg."
        ),
        nn=(
            "Vi tenkjer å bestemme at {barnets fornamn} og familien får råd og rettleiing heime. Grunnen er at …\n\n"
            "Du kan seie kva du meiner før vi bestemmer oss. Skriv eller ring til oss innan {svarfrist}. Du kan be om å få sjå "
            "papira i saka, og du kan ha med deg nokon som hjelper deg."
        ),
        en=(
            "We are thinking of deciding that {child's first name} and the family will be given advice and guidance at home. "
            "The reason is that …\n\nYou can tell us what you think before we decide. Write or call us by {answer by}. You can "
            "ask to see the papers of the case, and you can bring someone who helps you."
        ),
    ),
    _dismissal(
        "decided", "Undersøkelsen er ferdig", template=True,
        nb="Vi har undersøkt hvordan {barnets fornavn} har det. Undersøkelsen er ferdig, og vi setter ikke i gang tiltak.",
        nn="Vi har undersøkt korleis {barnets fornamn} har det. Undersøkinga er ferdig, og vi set ikkje i gang tiltak.",
        en="We have looked into how {child's first name} is doing. The investigation is finished, and we start no measures.",
    ),
    _dismissal(
        "facts", "Hva vi har gjort",
        nb="Vi har snakket med …, vært hjemme hos dere … og fått opplysninger fra … Dette fikk vi vite: …",
        nn="Vi har snakka med …, vore heime hos dykk … og fått opplysningar frå … Dette fekk vi vite: …",
        en="We have talked with …, visited you at home … and been given information by … This is what we learned: …",
    ),
    _dismissal(
        "assessment", "Ikke grunn til tiltak",
        nb="Meldingen gjaldt … Vi fant at … {barnets fornavn} får den hjelpen som trengs, gjennom …",
        nn="Meldinga gjaldt … Vi fann at … {barnets fornamn} får den hjelpa som trengst, gjennom …",
        en="The concern was about … We found that … {child's first name} gets the help that is needed, through …",
    ),
    _dismissal(
        "child", "Det barnet fortalte",
        nb="{barnets fornavn} fortalte: «…» Vi har forklart {barnets fornavn} hva vi kom fram til. Det sa {barnets fornavn}: «…»",
        nn="{barnets fornamn} fortalde: «…» Vi har forklart {barnets fornamn} kva vi kom fram til. Då sa {barnets fornamn}: «…»",
    ),
    _dismissal(
        "best_interests", "Hvorfor dette er best",
        nb="Vi mener det er best for {barnets fornavn} at vi avslutter nå, fordi … Imot taler …",
        nn="Vi meiner det er best for {barnets fornamn} at vi avsluttar no, fordi … Imot talar …",
    ),
    _dismissal(
        "family_ties", "Familien",
        nb="{barnets fornavn} bor hjemme som før. Dette er viktig for {barnets fornavn} i familien: …",
        nn="{barnets fornamn} bur heime som før. Dette er viktig for {barnets fornamn} i familien: …",
    ),
    _dismissal(
        "soundness", "Vet vi nok?",
        nb="Vi mener at vi vet nok, fordi … Dette vet vi ikke: … Det endrer ikke svaret, fordi …",
        nn="Vi meiner at vi veit nok, fordi … Dette veit vi ikkje: … Det endrar ikkje svaret, fordi …",
    ),
    _dismissal(
        "cooperation", "Hvor dere kan få hjelp senere",
        nb="Trenger dere hjelp senere, kan dere ringe oss. Dere kan også snakke med …",
        nn="Treng de hjelp seinare, kan de ringje oss. De kan òg snakke med …",
        en="If you need help later, you can call us. You can also talk to …",
    ),
    _dismissal(
        "decided", "Undersøkelsen er ferdig, og kan tas opp igjen", template=True, kind=Kind.DISMISSAL_REOPEN,
        nb=(
            "Vi har undersøkt hvordan {barnets fornavn} har det. Vi mener at dere trenger hjelp, og vi har rådet dere til å ta "
            "imot den. Dere vil ikke ha hjelp nå. Derfor avslutter vi undersøkelsen uten tiltak."
        ),
        nn=(
            "Vi har undersøkt korleis {barnets fornamn} har det. Vi meiner at de treng hjelp, og vi har rådd dykk til å ta imot "
            "ho. De vil ikkje ha hjelp no. Difor avsluttar vi undersøkinga utan tiltak."
        ),
        en=(
            "We have looked into how {child's first name} is doing. We believe that you need help, and have advised you to take "
            "it. You do not want help now. We therefore end the investigation without measures."
        ),
    ),
    _dismissal(
        "reopening", "Vi kan undersøke på nytt", template=True, kind=Kind.DISMISSAL_REOPEN,
        nb=(
            "Vi rådet dere til å ta imot … Vi kan åpne en ny undersøkelse innen seks måneder etter i dag. Det gjør vi bare hvis "
            "det fortsatt er grunn til det. Dere får beskjed hvis vi gjør det."
        ),
        nn=(
            "Vi rådde dykk til å ta imot … Vi kan opne ei ny undersøking innan seks månader etter i dag. Det gjer vi berre om "
            "det framleis er grunn til det. De får beskjed om vi gjer det."
        ),
        en=(
            "We advised you to accept … We can open a new investigation within six months from today. We only do so if there "
            "is still reason to. We will tell you if we do."
        ),
    ),
    *(
        _dismissal(
            NOTICE, "Forhåndsvarsel om henleggelse", template=True, kind=kind,
            nb=(
                "Vi er ferdige med å undersøke hvordan {barnets fornavn} har det, og tenker å avslutte uten tiltak. Grunnen er "
                "at …\n\nDu kan si hva du mener før vi bestemmer oss. Skriv eller ring til oss innen {svarfrist}. Du kan be om "
                "å få se papirene i saken, og du kan ha med deg noen som hjelper deg."
            ),
            nn=(
                "Vi er ferdige med å undersøkje korleis {barnets fornamn} har det, og tenkjer å avslutte utan tiltak. Grunnen er "
                "at …\n\nDu kan seie kva du meiner før vi bestemmer oss. Skriv eller ring til oss innan {svarfrist}. Du kan be "
                "om å få sjå papira i saka, og du kan ha med deg nokon som hjelper deg."
            ),
            en=(
                "We have finished looking into how {child's first name} is doing, and are thinking of ending without measures. "
                "The reason is that …\n\nYou can tell us what you think before we decide. Write or call us by {answer by}. You "
                "can ask to see the papers of the case, and you can bring someone who helps you."
            ),
        )
        for kind in (Kind.DISMISSAL, Kind.DISMISSAL_REOPEN)
    ),
)  # fmt: skip
