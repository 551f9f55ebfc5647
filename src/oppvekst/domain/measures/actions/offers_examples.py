"""An invented catalogue for the demonstration: what a small municipality can have to offer. No provider in it is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.measures.actions.catalogue import keep_offer
from oppvekst.domain.measures.actions.providers import WrittenProvider, keep_agreement, keep_provider, note_certificate
from oppvekst.domain.measures.models import Provider
from oppvekst.domain.measures.rules.offers import Said
from oppvekst.domain.measures.rules.providers import Kind, Shown, Terms, Whose
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.law import calendar
from oppvekst.law.calendar import oslo_date

SINCE = date(2025, 1, 1)
TEAM, CENTRE, CLUB, STEADY, SHORE = (
    "Oppfølgingsteamet", "Lyngheia familiesenter", "Solvik fritidsklubb", "Trygg Vei AS", "Skjærgården Avlastning AS",
)  # fmt: skip
PROVIDERS = (
    WrittenProvider(
        name=TEAM, whose=Whose.OWN, contact_person="Maire Holm", phone="00 00 97 31", valid_from=SINCE,
        about="Fire terapeuter og to miljøarbeidere i barnevernstjenesten.",
    ),
    WrittenProvider(
        name=CENTRE, whose=Whose.MUNICIPAL, contact_person="Ellinor Dahle", phone="00 00 97 32", valid_from=SINCE,
        about="Helsestasjon, familieterapeuter og åpen barnehage under ett tak.",
    ),
    WrittenProvider(
        name=CLUB, whose=Whose.MUNICIPAL, contact_person="Jonatan Vie", phone="00 00 97 33", valid_from=SINCE,
        about="Kommunens fritidsklubb, med utstyr til utlån.",
    ),
    WrittenProvider(
        name=STEADY, whose=Whose.PRIVATE, contact_person="Anja Brekke", phone="00 00 97 41", valid_from=SINCE,
        about="Familieterapi i hjemmet. Terapeuter med videreutdanning i metodene de bruker.",
    ),
    WrittenProvider(
        name=SHORE, whose=Whose.PRIVATE, contact_person="Torstein Aune", phone="00 00 97 42", valid_from=SINCE,
        about="Besøkshjem og helger på gård, med plass til søsken.",
    ),
)  # fmt: skip
# The provider's name stands in its place until the rows are there.
OFFERS = (
    Said(
        name="Foreldreveiledning ICDP", category="3.5", provider=CENTRE, age_from=0, age_to=12, languages=("nb", "ti", "so"),
        days=("tue",), postal_code="9999", district="Lyngheia", capacity=12, others=7, price="Gratis", valid_from=SINCE,
        about="Åtte kvelder i gruppe for foreldre. Dere øver på å se barnet, følge det og sette grenser på en varm måte.",
    ),
    Said(
        name="Trygghetssirkelen (COS-P)", category="3.99", category_words="Circle of Security, foreldrekurs", provider=CENTRE,
        age_from=0, age_to=6, languages=("nb", "en"), interpreter=True, days=("mon", "thu"), postal_code="9999",
        district="Lyngheia", capacity=8, others=8, price="Gratis", valid_from=SINCE,
        about="Kurs om hva små barn ber om når de gråter, leker og blir sinte. Film, samtale og øvelser, alene eller i gruppe.",
    ),
    Said(
        name="Parenting Young Children (PYC)", category="3.99", category_words="Hjemmebasert veiledning etter PYC", provider=TEAM,
        age_from=0, age_to=10, languages=("nb",), interpreter=True, days=("mon", "tue", "wed", "thu", "fri"),
        district="Hele Solvik",
        capacity=6, others=1, price="Gratis", valid_from=SINCE,
        about="Veileder kommer hjem en gang i uka. Dere øver i små steg på hverdagen: morgen, måltid, lek og legging.",
    ),
    Said(
        name="Oppfølgingsteam i hjemmet", category="3.10", provider=TEAM, languages=("nb",), interpreter=True,
        days=("mon", "tue", "wed", "thu", "fri", "sat"), district="Hele Solvik", capacity=10, others=4, price="Gratis",
        valid_from=SINCE,
        about="To miljøarbeidere følger familien tett i en periode: faste rutiner, skole, søvn og samarbeid med andre.",
    ),
    Said(
        name="PMTO", category="3.2", provider=TEAM, age_from=3, age_to=12, languages=("nb",), interpreter=True, days=("wed",),
        postal_code="9998", district="Fjordgata 12", capacity=5, price="Gratis", valid_from=SINCE,
        about="Foreldre lærer å rose, gi gode beskjeder og løse problemer når barnet utfordrer mye. Omtrent tjue møter.",
    ),
    Said(
        name="Funksjonell familieterapi (FFT)", category="3.3", provider=STEADY, age_from=11, age_to=18, languages=("nb", "pl"),
        days=("mon", "wed", "fri"), capacity=4, others=1, price="18 400 kr i måneden", valid_from=SINCE, district="Hele Solvik",
        about="Terapeut møter hele familien hjemme når en ungdom er i konflikt, ruser seg eller ikke går på skolen.",
    ),
    Said(
        name="Multisystemisk terapi (MST)", category="3.1", provider=STEADY, age_from=12, age_to=18, languages=("nb", "en"),
        days=("mon", "tue", "wed", "thu", "fri"), capacity=3, price="Avtales ved avrop", valid_from=SINCE,
        district="Solvik og Nordvåg",
        about="Tett arbeid hjemme, på skolen og i nærmiljøet i tre til fem måneder. Terapeuten kan nås hele døgnet.",
    ),
    Said(
        name="Familiesenteret, dagtilbud", category="3.8", provider=CENTRE, age_from=0, age_to=3, languages=("nb", "ar"),
        interpreter=True, days=("mon", "tue", "wed", "thu", "fri"), postal_code="9999", district="Lyngheia", capacity=4, others=2,
        price="Gratis", valid_from=SINCE,
        about="For gravide og familier med små barn. Dere er der på dagen, sammen med andre, og får hjelp der og da.",
    ),
    Said(
        name="Råd og veiledning", category="3.9", provider=TEAM, languages=("nb",), interpreter=True, valid_from=SINCE,
        district="Hele Solvik", price="Gratis",
        about="Samtaler med foreldre, med eller uten barnet. Hos oss, hjemme eller på telefon, så ofte som det trengs.",
    ),
    Said(
        name="Besøkshjem, annenhver helg", category="4.5", provider=SHORE, age_from=2, age_to=16, languages=("nb",),
        days=("fri", "sat", "sun"), postal_code="9995", district="Ytterøya", capacity=6, others=3, price="3 950 kr per helg",
        valid_from=SINCE,
        about="En fast familie på en gård ved sjøen. Dyr, båt og plass til å være barn. Søsken kan komme sammen.",
    ),
    Said(
        name="Støttekontakt", category="4.6", provider=TEAM, age_from=6, age_to=18, languages=("nb", "ti", "uk"),
        days=("tue", "thu", "sat"), district="Hele Solvik", capacity=9, others=9, price="Gratis", valid_from=SINCE,
        about="En trygg voksen å gjøre noe sammen med en kveld i uka: trene, lage mat, gå på kino.",
    ),
    Said(
        name="Miljøkontakt for ungdom", category="4.6", provider=TEAM, age_from=13, age_to=23, languages=("nb",),
        days=("mon", "wed", "fri"), district="Hele Solvik", capacity=5, others=2, price="Gratis", valid_from=SINCE,
        about="Hjelp til å komme i gang: skole, jobb, søknader, bolig og fritid. Vi møtes der du er.",
    ),
    Said(
        name="Fritidskassa", category="4.3", provider=CLUB, age_from=6, age_to=18, languages=("nb", "en"), interpreter=True,
        postal_code="9998", district="Sentrum", price="Inntil 5 000 kr i året", valid_from=SINCE,
        about="Vi dekker kontingent og utstyr, og følger barnet de første gangene, slik at det kommer i gang.",
    ),
    Said(
        name="Jentegruppe og guttegruppe", category="4.7", provider=CLUB, age_from=10, age_to=14, languages=("nb",),
        days=("wed",), postal_code="9998", district="Sentrum", capacity=16, others=9, price="Gratis", valid_from=SINCE,
        about="Ti onsdager med mat, aktivitet og samtale om vennskap, følelser og nett. To faste voksne.",
    ),
    Said(
        name="Samtalegruppe når mamma og pappa bor hver for seg", category="4.7", provider=CENTRE, age_from=7, age_to=12,
        languages=("nb",), days=("thu",), postal_code="9999", district="Lyngheia", capacity=8, others=5, price="Gratis",
        valid_from=SINCE, about="Barn møter andre barn i samme situasjon, og får ord på det som er vanskelig.",
    ),
    Said(
        name="Aggresjonstrening (ART)", category="4.9", provider=CLUB, age_from=12, age_to=16, languages=("nb",), days=("mon",),
        postal_code="9998", district="Sentrum", capacity=6, others=6, price="Gratis", valid_from=SINCE,
        about="Tretti timer i gruppe: sosiale ferdigheter, sinnemestring og å tenke over rett og galt.",
    ),
    Said(
        name="Familieråd med koordinator", category="6.1", provider=TEAM, languages=("nb",), interpreter=True, valid_from=SINCE,
        district="Hele Solvik", price="Gratis",
        about="Familien og nettverket møtes og lager sin egen plan. En koordinator som ikke er saksbehandler, forbereder møtet.",
    ),
    Said(
        name="Tilsyn under samvær", category="5.3", provider=STEADY, languages=("nb", "pl", "en"), days=("sat", "sun"),
        postal_code="9998", district="Sentrum", capacity=4, others=2, price="780 kr timen", valid_from=SINCE,
        about="En trygg og kjent voksen er til stede når barnet har samvær, i egne lokaler med lekerom og kjøkken.",
    ),
    Said(
        name="Botrening og hybel med oppfølging", category="8.5", provider=TEAM, age_from=17, age_to=23, languages=("nb",),
        interpreter=True, postal_code="9998", district="Fjordgata", capacity=3, others=2, price="Husleie etter avtale",
        valid_from=date(2026, 1, 1),
        about="Egen hybel med en miljøarbeider som kommer innom: økonomi, matlaging, naboskap og hverdag.",
    ),
)  # fmt: skip


def install_offers(municipality: Municipality, *, by: Actor, at: datetime) -> None:
    """Give an invented municipality a catalogue; one that has providers of its own keeps them, and it is safe to repeat.

    ``by`` needs the right ``catalogue.edit`` in that municipality, and is somebody of the staff: a person sees a certificate.
    """
    if Provider.objects.filter(municipality=municipality).exists():
        return
    rows = {said.name: keep_provider(said, by=by, at=at).id for said in PROVIDERS}
    _agree(rows, by=by, at=at)
    for said in OFFERS:
        keep_offer(replace(said, provider=str(rows[said.provider])), by=by, at=at)


def _agree(rows: dict[str, UUID], *, by: Actor, at: datetime) -> None:
    """One agreement that soon ends, one that does not; and who has shown a certificate."""
    today = oslo_date(at)
    soon, later = calendar.add(today, months=5), calendar.add(today, months=20)
    steady = Terms(
        title="Familieterapi i hjemmet", reference="2024/1187", valid_from=SINCE, valid_to=soon, options=1, capacity=12,
        prices="FFT 18 400 kr i måneden. Tilsyn 780 kr timen.",
        call_off="Ring kontaktpersonen, og send bestilling med saksnummer uten navn. Svar innen fem virkedager.",
    )  # fmt: skip
    shore = Terms(
        title="Besøkshjem og avlastning", reference="2025/0412", valid_from=SINCE, valid_to=later, options=2, capacity=8,
        prices="3 950 kr per helg, søsken 60 prosent.", call_off="Bestill minst tre uker før første helg.",
    )  # fmt: skip
    for name, terms in ((STEADY, steady), (SHORE, shore)):
        keep_agreement(rows[name], terms, by=by, at=at)
    for name, worker, task, kind in (
        (STEADY, "Anja Brekke", "Familieterapeut", Kind.CHILD_CARE), (STEADY, "Vetle Rud", "Familieterapeut", Kind.CHILD_CARE),
        (SHORE, "Torstein Aune", "Besøkshjem, Ytterøya", Kind.EXTENDED),
    ):  # fmt: skip
        shown = Shown(
            worker_name=worker, task=task, kind=kind, issued_on=calendar.add(today, days=-40),
            shown_on=calendar.add(today, days=-20), kept_where="Låst skap hos leder, perm 4",
        )  # fmt: skip
        note_certificate(rows[name], shown, by=by, at=at)
