"""What is said on the next page when an act is done, and the way to undo it where there is one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.notice import Notice

NOTICES: dict[str, Notice] = {
    "tatt": Notice(_("Du følger opp denne")),
    "notert": Notice(_("Notatet er lagret")),
    "kontakt": Notice(_("Kontakten er ført"), _("Oppgaven er ute av lista."), undo="offer-contact-undone"),
    "ikke-kontakt": Notice(_("Kontakten er tatt bort"), _("Fristen for første kontakt gjelder igjen."), "info"),
    "avsluttet": Notice(_("Den er avsluttet"), _("Det som ble sendt, og notatet, er tatt vare på."), undo="offer-reopen"),
    "apnet": Notice(_("Den er åpen igjen"), _("Den står der den sto, med notatet."), "info"),
}  # fmt: skip


def notice(key: str) -> Notice | None:
    """The notice of an address's «gjort», if we know it."""
    return NOTICES.get(key)
