"""What is said on the next page when an act is done, and the way to undo it where there is one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.notice import Notice

NOTICES: dict[str, Notice] = {
    "vurdert": Notice(_("Vurderingen er lagret")),
    "tatt": Notice(_("Du har meldingen")),
    "tildelt": Notice(_("Kollegaen har fått meldingen")),
    "avklares": Notice(_("Meldingen avklares"), _("Uka for gjennomgang løper som før."), undo="concern-clarified"),
    "avklart": Notice(_("Avklaringen er ferdig")),
    "foreslatt": Notice(_("Forslaget er lagt fram"), _("En kollega må bekrefte det før det gjelder.")),
    "henlagt": Notice(_("Meldingen er henlagt"), _("Begrunnelsen og meldingen er bevart.")),
    "avslatt": Notice(_("Forslaget er ikke bekreftet"), _("Det ligger hos den som foreslo det, med begrunnelsen din."), "info"),
    "bekreftet": Notice(_("Du har bekreftet forslaget"), _("Meldingen er ferdig gjennomgått.")),
    "lagt-til": Notice(_("Meldingen er lagt til undersøkelsen")),
    "overfort": Notice(_("Meldingen er overført"), _("Den er ute av køen hos oss, og bevart.")),
    "trukket": Notice(_("Meldingen er trukket tilbake"), _("Det som ble skrevet først, står uendret.")),
    "koblet": Notice(_("Meldingen er koblet til barnet")),
    "registrert": Notice(_("Meldingen er registrert")),
    "sendt-videre": Notice(
        _("Meldingen er registrert"),
        _("Den ligger hos lederen nå, og du ser den ikke lenger. Vurderingen din følger med. Haster det, så ring."),
        "info",
    ),
    "skjult": Notice(_("Avsnittene er skjult for familien"), _("Ordene er uendret, og du kan vise dem igjen.")),
    "vist": Notice(_("Avsnittet vises igjen")),
    "sperret": Notice(_("Ingenting når foreldrene nå"), _("Sperren gjelder alle brev, meldinger og avtaler fra saken.")),
    "sperre-vurdert": Notice(_("Sperren står"), _("Dagen for ny vurdering er flyttet.")),
    "loftet": Notice(_("Sperren er løftet"), _("Ingenting blir sendt av seg selv."), "info"),
    "svart": Notice(_("Svaret er ført som sendt")),
    "utelatt": Notice(_("Svaret er utelatt, med begrunnelse"), colour="info"),
    "gravid": Notice(_("Det er skrevet ned")),
    "fodt": Notice(_("Barnet er født"), _("Nå gjelder loven barnet, og meldingen kan vurderes på nytt.")),
    "varsel": Notice(_("Du har varselet"), _("Det ringer ikke lenger. Vurder om barnet trenger hjelp med en gang.")),
    "ordnet": Notice(_("Meldingen er ordnet for hånd")),
}  # fmt: skip


def notice(key: str) -> Notice | None:
    """The notice of an address's «gjort», if we know it."""
    return NOTICES.get(key)
