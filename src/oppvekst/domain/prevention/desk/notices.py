"""What is said on the next page when an act is done, and the way to undo it where there is one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.notice import Notice

NOTICES: dict[str, Notice] = {
    "tatt": Notice(_("Du svarer på denne")),
    "svart": Notice(_("Svaret er ført"), _("Oppgaven er ute av lista."), undo="request-answer-undone"),
    "ikke-svart": Notice(_("Svaret er tatt bort"), _("Fristen for å ringe tilbake gjelder igjen."), "info"),
    "avsluttet": Notice(_("Henvendelsen er avsluttet"), undo="request-reopen"),
    "apnet": Notice(_("Henvendelsen er åpen igjen"), _("Den står der den sto."), "info"),
    "planlagt": Notice(_("Gruppa er lagret som utkast"), _("Ingen utenfor ser den før dere åpner for påmelding.")),
    "endret": Notice(_("Endringene er lagret")),
    "publisert": Notice(_("Gruppa er åpen for påmelding"), _("Den står på de åpne sidene nå."), undo="group-take-down"),
    "tatt-ned": Notice(
        _("Gruppa er tatt ned fra de åpne sidene"), _("Påmeldingene er tatt vare på."), "info", undo="group-publish"
    ),
    "bekreftet": Notice(_("Plassen er bekreftet")),
    "meldt-av": Notice(_("Familien er meldt av"), _("Er det venteliste, er neste familie rykket opp."), "info"),
    "satt-tilbake": Notice(_("Påmeldingen er satt tilbake som ny"), _("Familien står på lista over dem dere ringer."), "info"),
    "lagt-til": Notice(_("Kontaktpersonen er lagt til")),
    "kontakt-endret": Notice(_("Kontaktpersonen er endret")),
    "kontakt-ned": Notice(_("Tatt ned fra de åpne sidene"), _("Raden står nederst i lista, og kan vises igjen."), "info"),
    "drofting-fort": Notice(
        _("Drøftingen er ført"), _("Du kan rette den eller ta den bort ut dagen."), undo="discussion-take-back"
    ),
    "drofting-rettet": Notice(_("Drøftingen er rettet")),
    "drofting-borte": Notice(_("Drøftingen er tatt bort"), _("Den telles ikke, og ordene er slettet."), "info"),
    "enig-fort": Notice(_("Drøftingen med samtykke er ført"), _("Den står for seg, og telles ikke med de anonyme.")),
    "enig-trukket": Notice(_("Samtykket er trukket"), _("Navnene og det som sto der, er slettet."), "info"),
    "oppmote": Notice(_("Oppmøtet er ført")),
    "tolk": Notice(_("Tolken er bestilt")),
    "tolk-avbestilt": Notice(_("Tolken er avbestilt"), "", "info"),
    "arbeid": Notice(_("Aktiviteten er ført"), undo="activity-take-back"),
    "arbeid-rettet": Notice(_("Aktiviteten er rettet")),
    "arbeid-borte": Notice(_("Aktiviteten er tatt bort"), _("Den telles ikke lenger."), "info", undo="activity-restore"),
    "arbeid-tilbake": Notice(_("Aktiviteten er satt tilbake")),
    "kontakt-vist": Notice(_("Kontaktpersonen vises igjen")),
}  # fmt: skip


def notice(key: str) -> Notice | None:
    """The notice of an address's «gjort», if we know it."""
    return NOTICES.get(key)
