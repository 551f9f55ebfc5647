"""What is said on the next page when an act is done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk.frame import Notice

NOTICES: dict[str, Notice] = {
    "person": Notice(_("Personen er registrert i saken")),
    "band": Notice(_("De er knyttet sammen. Kartet er tegnet på nytt")),
    "band-endret": Notice(_("Båndet er endret. Det som sto før, er bevart")),
    "band-avsluttet": Notice(_("Båndet er tatt av kartet. Det står blant de tidligere"), "info"),
    "band-tilbake": Notice(_("Båndet står på kartet igjen")),
    "dod": Notice(_("Opplysningen er skrevet ned")),
    "hendelse": Notice(_("Hendelsen står på tidslinja")),
    "rettet": Notice(_("Hendelsen er rettet. Det som sto før, er bevart")),
    "tatt-bort": Notice(_("Hendelsen er tatt bort fra tidslinja. Teksten er bevart"), "info"),
    "bosted": Notice("Bostedet er skrevet. Den som nå må spørres om samtykke, står på agendaen"),
    "foreldreansvar": Notice("Foreldreansvaret er skrevet. Den som nå må spørres om samtykke, står på agendaen"),
    "forstaelse": Notice("Vurderingen er skrevet"),
    "min-side": Notice(_("Min side er åpnet for personen")),
    "min-side-stengt": Notice(_("Min side er stengt for personen"), "info"),
    "tilgang": Notice(_("Kollegaen har fått tilgang")),
    "avsluttet": Notice(_("Tilgangen er avsluttet. Den står i lista med datoene sine"), "info"),
    "ansvarlig": Notice(_("Kollegaen er ansvarlig for saken")),
    "sak-avsluttet": Notice("Saken er avsluttet. Skriv ut brevene nå: du har saken i ett døgn til"),
    "sak-apnet": Notice("Saken er åpnet igjen, og du er ansvarlig for den"),
    "lest-avsluttet": Notice("Saken er åpen for deg i ett døgn. Grunnen står i journalen", "warning"),
    "stikkprove-trukket": Notice(_("Sakene er trukket. Lederen får vite det neste arbeidsdag"), "info"),
    "stikkprove-avsluttet": Notice(_("Stikkprøven er avsluttet, og sakene er lukket for deg")),
    "stikkprove-sett-over": Notice(_("Du har sett over stikkprøven. Det står i journalen")),
    "til-lesing": Notice(_("Saken er åpen for deg noen dager, bare til å lese"), "warning"),
    "sett-over": Notice(_("Du har sett over tilgangen. Det står i journalen")),
    "nodtilgang": Notice(_("Saken er åpen for deg noen timer. Lederen får vite det neste arbeidsdag"), "warning"),
    "settet": Notice(_("Settet er ført. Skriv ut lista som skal følge det")),
    "kvittert": Notice(_("Kvitteringen er ført")),
    "settet-over": Notice(_("Settet er avsluttet. Det står i lista med grunnen"), "info"),
    "varsles-ikke": Notice(_("Forelderen varsles ikke før noen opphever det. Dagen for ny vurdering står på agendaen")),
    "varsles": Notice(_("Forelderen skal varsles igjen. Ingenting blir sendt av seg selv"), "info"),
    "sperret-ute": Notice(_("Kollegaen er sperret fra saken")),
    "opphevet": Notice(_("Sperren er opphevet. Den står i lista med datoene sine"), "info"),
    "setteleder": Notice(_("Settelederen er oppnevnt og har saken i dagene du skrev")),
    "vernet": Notice(_("Vernet er satt, og alt som viser hvor personen er, er skjult")),
    "vern-av": Notice(_("Vernet er opphevet. Avgjørelsen står i journalen"), "info"),
    "betrodd": Notice(_("Kollegaen kan nå se adressen, og hver gang blir skrevet ned")),
    "trukket": Notice(_("Kollegaen ser ikke lenger adressen"), "info"),
    "sperret": Notice(_("Ingenting fra saken når foreldrene før sperren er løftet")),
    "vurdert": Notice(_("Sperren står, og dagen for ny vurdering er flyttet")),
    "utdrag": Notice(_("Utdraget er laget. Les det før det gis til noen"), "info"),
    "gitt": Notice(_("Det er skrevet ned hvem som fikk utdraget, og hvordan")),
    "svart": Notice(_("Svaret er skrevet ned")),
    "regel": Notice(_("Regelen gjelder fra dagen du valgte")),
    "tilknyttet": Notice(_("Tilknytningen er skrevet ned")),
    "dokument": Notice(_("Dokumentet er lagret i saken")),
    "dokumenter": Notice(_("Dokumentene er lagret i saken")),
    "feilregistrert": Notice(_("Dokumentet står nå blant de feilregistrerte"), "info"),
    "krav": Notice(_("Kravet om innsyn er registrert. Gå gjennom dokumentene ett for ett")),
    "tatt-med": Notice(_("Dokumentet er tatt med i kravet")),
    "merket": Notice(_("Unntaket er merket")),
    "merke-bort": Notice(_("Unntaket er tatt bort"), "info"),
    "utgave": Notice(_("Utgaven er laget. Se gjennom den før du bestemmer")),
    "bestemt": Notice(_("Det er bestemt hva parten får av dokumentet")),
    "besvart": Notice(_("Kravet er besvart. Nå kan du registrere at parten har fått det")),
    "gitt-ut": Notice(_("Det er skrevet ned hva som er gitt, til hvem og hvordan")),
    "loftet": Notice(_("Sperren er løftet. Ingenting blir sendt av seg selv"), "info"),
}


def notice(key: str) -> Notice | None:
    """The notice of an address's «gjort», if we know it."""
    return NOTICES.get(key)
