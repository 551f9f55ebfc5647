"""The contact points of the two invented municipalities. A real one writes its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from oppvekst.domain.information.rules.defaults import INVENTED_PHONES, NORDVAAG, SOLVIK
from oppvekst.domain.information.rules.phrases import InOtherLanguages, also

INVENTED = "oppdiktet, som alt annet i kommunen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A door to knock on, a role to ask for, or another service. The kind is the contact point's own word for it."""

    kind: str
    name: str
    about: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    other_languages: InOtherLanguages = field(default_factory=dict)


DOORS = {
    SOLVIK: (
        Place(
            kind="visit", name="Familiens hus", address="Fjordgata 12\n9998 Solvik", hours="Hverdager 08.30–15.00",
            about="Ring på. Du slipper å si hvorfor du kommer. Det er heis og plass til barnevogn.",
            other_languages=also(
                "Familiens hus", "Ring på. Du slepp å seie kvifor du kjem. Det er heis og plass til barnevogn.",
                "Familiens hus (the Family House)",
                "Ring the bell. You need not say why you have come. There is a lift, and room for a pram.",
            ),
        ),
        Place(
            kind="drop_in", name="Åpen samtale i biblioteket", address="Torget 1\n9998 Solvik",
            hours="Torsdager 14.00–16.00",
            about="To av oss sitter der hver torsdag. Du kan spørre om hva som helst, uten å si navnet ditt.",
            other_languages=also(
                "Open samtale i biblioteket",
                "To av oss sit der kvar torsdag. Du kan spørje om kva som helst, utan å seie namnet ditt.",
                "Open talk at the library",
                "Two of us are there every Thursday. You can ask about anything, without giving your name.",
            ),
        ),
    ),
    NORDVAAG: (
        Place(
            kind="visit", name="Barnevernskontoret i Nordvåg", address="Kaivegen 3\n9997 Nordvåg",
            hours="Hverdager 08.30–15.00", about="Vi har kontor i andre etasje, over helsestasjonen. Bare kom inn.",
            other_languages=also(
                "Barnevernskontoret i Nordvåg", "Vi har kontor i andre høgda, over helsestasjonen. Berre kom inn.",
                "The child welfare office in Nordvåg",
                "Our office is on the first floor, above the health clinic. Just come in.",
            ),
        ),
    ),
}  # fmt: skip


# All of them are asked for at the service's own number.
ROLES = (
    Place(
        kind="role", name="Mottaket",
        about="Tar imot alle som ringer, skriver eller kommer innom. Spør gjerne bare om råd.",
        other_languages=also(
            "Mottaket", "Tek imot alle som ringer, skriv eller kjem innom. Spør gjerne berre om råd.",
            "Reception of concerns",
            "Meets everyone who calls, writes or drops in. You are welcome to ask for advice only.",
        ),
    ),
    Place(
        kind="role", name="Saksbehandleren din",
        about="Har familien din en sak hos oss, har dere én fast person. Ring og spør etter henne eller ham.",
        other_languages=also(
            "Saksbehandlaren din",
            "Har familien din ei sak hos oss, har de éin fast person. Ring og spør etter henne eller han.",
            "Your case worker",
            "If your family has a case with us, you have one regular person. Call and ask for her or him.",
        ),
    ),
    Place(
        kind="role", name="Koordinator for hjem og støttekontakter",
        about="Svarer deg som vil bli besøkshjem, fosterhjem, støttekontakt eller tilsynsperson.",
        other_languages=also(
            "Koordinator for heimar og støttekontaktar",
            "Svarar deg som vil bli besøksheim, fosterheim, støttekontakt eller tilsynsperson.",
            "Coordinator for homes and support contacts",
            "Answers you who want to be a visiting home, foster home, support contact or supervision person.",
        ),
    ),
    Place(
        kind="role", name="Forebyggende tjeneste",
        about="Drøfter uten navn, holder grupper og kommer på besøk til barnehager og skoler.",
        other_languages=also(
            "Førebyggjande teneste",
            "Drøftar utan namn, held grupper og kjem på besøk til barnehagar og skular.",
            "Preventive service",
            "Discusses without names, runs groups, and visits kindergartens and schools.",
        ),
    ),
    Place(
        kind="role", name="Lederen",
        about="Har ansvaret for tjenesten. Ring hvis du ikke blir hørt, eller vil klage på måten vi gjør jobben på.",
        other_languages=also(
            "Leiaren",
            "Har ansvaret for tenesta. Ring om du ikkje blir høyrd, eller vil klage på måten vi gjer jobben på.",
            "The leader",
            "Is responsible for the service. Call if you are not heard, or want to complain about how we work.",
        ),
    ),
)  # fmt: skip


# An invented number begins as all those of its municipality do.
OTHERS = (
    Place(
        kind="other", name="Politiet", phone="112", about="Når noen er i fare nå.",
        other_languages=also("Politiet", "Når nokon er i fare no.", "The police", "When someone is in danger now."),
    ),
    Place(
        kind="other", name="Krisesenteret", phone="{series} 40", hours="Hele døgnet",
        about="Et trygt sted for voksne og barn som blir slått, truet eller kontrollert hjemme.",
        other_languages=also(
            "Krisesenteret", "Ein trygg stad for vaksne og barn som blir slått, truga eller kontrollerte heime.",
            "The crisis centre",
            "A safe place for adults and children who are beaten, threatened or controlled at home.",
        ),
    ),
    Place(
        kind="other", name="Helsestasjonen og helsesykepleieren", phone="{series} 50",
        about="For gravide, barn, ungdom og foreldre. Helsesykepleieren er også på skolen.",
        other_languages=also(
            "Helsestasjonen og helsesjukepleiaren",
            "For gravide, barn, ungdom og foreldre. Helsesjukepleiaren er også på skulen.",
            "The health clinic and the school nurse",
            "For pregnant women, children, youth and parents. The nurse is at school too.",
        ),
    ),
    Place(
        kind="other", name="Familievernkontoret", phone="{series} 60",
        about="Gratis hjelp til par og foreldre som krangler, eller som skal gå fra hverandre.",
        other_languages=also(
            "Familievernkontoret", "Gratis hjelp til par og foreldre som kranglar, eller som skal gå frå kvarandre.",
            "The family counselling office",
            "Free help for couples and parents who quarrel, or who are about to part.",
        ),
    ),
    Place(
        kind="other", name="Bufetat", about="Staten sin del av barnevernet. Bufetat lærer opp fosterhjem.",
        other_languages=also(
            "Bufetat", "Staten sin del av barnevernet. Bufetat lærer opp fosterheimar.",
            "Bufetat (the state agency)", "The state's part of child welfare. Bufetat trains foster homes.",
        ),
    ),
    Place(
        kind="other", name="Norsk Fosterhjemsforening", about="Fosterforeldrenes egen forening, med råd og kurs.",
        other_languages=also(
            "Norsk Fosterhjemsforening", "Den eigne foreininga til fosterforeldra, med råd og kurs.",
            "The Norwegian Foster Home Association", "The foster parents' own association, with advice and courses.",
        ),
    ),
    Place(
        kind="other", name="Statsforvalteren",
        about="Passer på at kommunene følger loven, og svarer på klager på vedtak. Barn kan også ta kontakt.",
        other_languages=also(
            "Statsforvaltaren",
            "Passar på at kommunane følgjer lova, og svarar på klager på vedtak. Barn kan også ta kontakt.",
            "The county governor (statsforvalteren)",
            "Sees that municipalities follow the law, and answers appeals. Children can get in touch too.",
        ),
    ),
)  # fmt: skip


def places_for(municipality: int) -> tuple[Place, ...]:
    """Where to find the service, who does what, and others who help; nothing where we do not know."""
    phones = INVENTED_PHONES.get(municipality)
    if not phones:
        return ()
    roles = (replace(each, phone=phones.duty) for each in ROLES)
    series = f"00 00 {municipality % 100}"
    return (*DOORS[municipality], *roles, *(replace(each, phone=each.phone.format(series=series)) for each in OTHERS))
