"""Every page that shows something of a child's case leaves a look, by whoever saw it and on that case (bvl § 13-1)."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import HoldBack
from oppvekst.domain.cases.rules.looking import sight_of
from oppvekst.domain.measures.models import Payment
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Look
from tests.desk import TUESDAY, Browser, Come
from tests.house.test_desk_strangers import ROUTES, Karis, desk, karis
from tests.world import World
from tools.documents.routes import routes

__all__ = ["desk", "karis"]

# What is shown of a case without an address that names it, and why that is no look.
LISTS = {
    "desk:hallway": "ens egne utkast: barnets navn og veien dit, ikke noe av det som er skrevet",
    "desk:hallway-shell": "en tom side uten navn, som telefonen tar vare på",
    "desk:hallway-secret": "innloggingens egen hemmelighet, ikke noe fra saken",
    "desk:my-day": "ens egen arbeidsliste: navnene på dem en har ansvar for, ikke noe fra sakene",
    "desk:my-day-week": "ens egen uke: navnene på dem en har ansvar for, ikke noe fra sakene",
    "desk:my-day-week-of": "en annen av ens egne uker",
    "desk:cases": "lista over egne saker: navn og neste frist",
    "desk:concerns": "mottakets kø: hvem som skal gjennomgås, ikke hva som er meldt",
    "desk:quarantine": "meldinger som ikke lot seg lese, uten innhold",
    "desk:looks": "leses av den som kontrollerer; databasen skriver ned spørsmålet når det stilles",
    "desk:look-finding": "spørsmålet til en ansatt om et innsyn: saksnummeret, ikke noe fra saken",
    "desk:look-rules": "tjenestens egne grenser, uten noen sak",
    "desk:look-tie": "skjemaet under reglene, som bare tar imot",
    "desk:concern-new": "et tomt skjema",
    "desk:emergency": "skjemaet for nødtilgang: viser ingenting før saken er åpnet, og da skrives det i journalen",
    "desk:emergencies": "lederens liste over nødtilganger: saksnummer og grunn, ikke noe fra sakene",
    "desk:sample": "skjemaet for stikkprøve og dem som er trukket: saksnummer og grunn, ikke noe fra sakene",
    "desk:sample-end": "skjemaet under stikkprøven, som bare tar imot",
    "desk:sample-review": "lederens knapp under stikkprøven, som bare tar imot",
    "desk:archive": "saker etter nummer, uten hvem de gjelder",
    "desk:archive-open": "skjemaet for å se innholdet: viser ingenting før saken er åpnet, og da skrives det i journalen",
    "desk:cases-closed": "avsluttede saker etter nummer, uten hvem de gjelder",
    "desk:case-closed-open": "skjemaet under dem: viser ingenting før saken er åpnet, og da skrives det i journalen",
    "desk:service": "tall for hele tjenesten, uten noen sak og noe navn",
    "desk:payments-send": "knappen under lista til økonomi, som bare tar imot",
    "desk:why": "hvilke regler som gir eller nekter en tilgang, ikke noe fra saken",
    "desk:night-form": "et tomt skjema, med tjenestens egne telefoner",
}
# What shows nothing of anybody: log-in, role, health, and the rooms that stand beside the children's cases.
NOTHING = {
    "desk:first", "desk:hat", "desk:logout", "desk:logged-out", "desk:health", "desk:back", "desk:first-codes", "desk:go-on",
    "desk:lock", "desk:my-logins", "desk:my-logins-answer", "desk:my-logins-end", "desk:still-here", "desk:who",
    "desk:my-day-travel",
}  # fmt: skip
# Help that can be had and those who give it: the catalogue names no child.
CATALOGUE = {
    "desk:catalogue", "desk:catalogue-offer-new", "desk:catalogue-offer", "desk:catalogue-offer-change",
    "desk:catalogue-offer-retire", "desk:catalogue-providers", "desk:catalogue-provider-new", "desk:catalogue-provider",
    "desk:catalogue-provider-change", "desk:catalogue-agreement-new", "desk:catalogue-agreement",
    "desk:catalogue-agreement-change", "desk:catalogue-agreement-option", "desk:catalogue-agreement-close",
    "desk:catalogue-certificate-new", "desk:catalogue-certificate-end",
}  # fmt: skip
ABOUT_CHILDREN = ("domain.cases.", "domain.concerns.", "domain.investigations.", "domain.measures.", "faces.desk.")
# Search is tried with words, below.
SEARCH = {"desk:search"}
# A look at each case there is a line of, though no case is named: tried below.
BY_LINE = {"desk:payments", "desk:payments-file"}
SHOWN, WRONG_METHOD = 200, 405
# Answered with a sentence alone: nobody has proposed anything, the person is the child, everything is held back, or there
# is nothing to choose between and nothing to send.
REFUSED = {
    "desk:concern-refuse", "desk:case-responsibility", "desk:consent-paper", "desk:investigation-plan-paper",
    "desk:decision-choose", "desk:decision-addressee",
    # The case goes on, and only whoever leads the service sees the child behind a number.
    "desk:case-close-letter", "desk:case-reopen", "desk:service-behind",
    "desk:hallway-choose",
}  # fmt: skip
# Nothing is drawn or answered yet: tried below, when it is.
NOT_YET = {
    "desk:case-rendition-copy-file",
    "desk:case-rendition-copy-page",
    "desk:case-insight-letter",
    "desk:appeal-interim-letter",
}
# Pages that another role than the case worker's meets.
BY = {
    "desk:quarantine-message": "Hanne Dale",
    "desk:concern-assign": "Tone Vik",
    "desk:concern-confirm": "Tone Vik",
    "desk:case-extract": "Tone Vik",
    "desk:case-extract-made": "Tone Vik",
    "desk:case-extract-letter": "Tone Vik",
    "desk:case-disclosure-end": "Tone Vik",
    "desk:case-disclosure-receipt": "Tone Vik",
    "desk:case-disclose": "Tone Vik",
    "desk:case-uninform": "Tone Vik",
    "desk:case-uninform-lift": "Tone Vik",
    "desk:case-uninform-review": "Tone Vik",
    "desk:case-substitute": "Marit Solheim",
    "desk:case-bar": "Marit Solheim",
    "desk:case-bar-lift": "Marit Solheim",
    "desk:payment-approve": "Tone Vik",
}


def looks_of(one: Browser, world: World, name: str, address: str) -> tuple[int, list[Look]]:
    """What a page answers, and the looks it leaves by this person."""
    before = set(Look.objects.values_list("id", flat=True))
    answer = one.client.get(address)
    return answer.status_code, list(Look.objects.filter(actor=world.staff[name].id).exclude(id__in=before))


def test_every_page_of_a_case_leaves_a_look_by_whoever_saw_it_on_that_case(
    world: World, desk: Come, karis: Karis
) -> None:
    silent, shown = [], set()
    mine = {karis.ids[kind] for kind in ("case_id", "concern_id", "investigation_id", "message_id")}
    for route, named in ROUTES:
        name = BY.get(named, "Kari Nesheim")
        status, looks = looks_of(desk(name), world, name, karis.address(route))
        if status == SHOWN:
            shown.add(named)
            if not any({look.case_id, look.subject} & mine and look.hat for look in looks):
                silent.append(named)
        elif status != WRONG_METHOD and named not in REFUSED | NOT_YET:
            silent.append(f"{named} svarte {status}")
    assert not silent, "; ".join(silent)
    assert shown >= {"desk:case", "desk:case-journal", "desk:concern", "desk:concern-child", "desk:investigation"}


def test_every_page_about_children_names_the_case_or_is_excused_with_a_reason() -> None:
    named = {name for _path, name in ROUTES}
    others = {
        name for _path, name, view in routes("desk") if name not in named and _room(view).startswith(ABOUT_CHILDREN)
    }
    assert others - NOTHING - SEARCH - CATALOGUE - BY_LINE == set(LISTS), (
        "Vis noe fra en sak, skriv et innsyn; ellers si hvorfor det ikke er et."
    )


def test_what_goes_to_finance_leaves_a_look_at_each_case_there_is_a_line_of(
    world: World, desk: Come, karis: Karis
) -> None:
    tone, case_id = desk("Tone Vik"), karis.ids["case_id"]
    with acting("owner"):
        Payment.objects.filter(case_id=case_id).update(approved_by=world.staff["Tone Vik"].id)
    _status, listed = looks_of(tone, world, "Tone Vik", "/tiltak/utbetalinger/")
    tone.send("/tiltak/utbetalinger/send/")
    sending = Payment.objects.get(case_id=case_id, sent_at__isnull=False).sending
    _status, filed = looks_of(tone, world, "Tone Vik", f"/tiltak/utbetalinger/{sending}/fil/")
    assert [{look.case_id for look in looks} for looks in (listed, filed)] == [{case_id}] * 2


def test_what_is_drawn_and_answered_leaves_its_look_too(world: World, desk: Come, karis: Karis) -> None:
    case_id, part = karis.ids["case_id"], {"investigation_runs": True, "not_confidential": True}
    with world.as_("Kari Nesheim") as kari:
        acting: Any = {"by": kari, "at": TUESDAY}
        cases.lift_hold(HoldBack.objects.get(case_id=case_id).id, "Avhøret er holdt.", **acting)
        cases.make_copy(case_id, karis.ids["rendition_id"], **acting)
        cases.decide(case_id, karis.ids["rendition_id"], "part", **part, **acting)
        cases.answer_file_request(case_id, karis.ids["insight_id"], **acting)
    for route in (path for path, named in ROUTES if named in NOT_YET):
        status, looks = looks_of(desk("Kari Nesheim"), world, "Kari Nesheim", karis.address(route))
        assert (status, {look.case_id for look in looks}) == (SHOWN, {case_id}), route


def test_every_kind_of_look_at_a_case_has_words_for_the_one_it_is_about(world: World, desk: Come, karis: Karis) -> None:
    for route, named in ROUTES:
        desk(BY.get(named, "Kari Nesheim")).client.get(karis.address(route))
    kinds = set(Look.objects.filter(case_id=karis.ids["case_id"]).values_list("kind", flat=True))
    assert {"case.documents", "document", "concern"} <= kinds
    assert [kind for kind in sorted(kinds) if not sight_of(kind)] == []


def test_the_letter_is_a_document_and_leaves_a_look_of_its_own(world: World, desk: Come, karis: Karis) -> None:
    _status, looks = looks_of(
        desk("Kari Nesheim"), world, "Kari Nesheim", f"/meldinger/{karis.ids['concern_id']}/svar.pdf"
    )
    assert [look.kind for look in looks] == ["concern.letter"]


def _room(view: Any) -> str:
    return str(inspect.unwrap(getattr(view, "view_class", view)).__module__).removeprefix("oppvekst.")


@pytest.mark.parametrize(("asked", "kept"), [("Emil Berg", "Emil Berg"), ("12.05.2019", "12.05.2019")])
def test_a_search_leaves_its_terms(world: World, desk: Come, karis: Karis, asked: str, kept: str) -> None:
    desk("Kari Nesheim").send("/sok/", status=200, q=asked)
    assert Look.objects.filter(kind="search", actor=world.staff["Kari Nesheim"].id, terms=kept).count() == 1


def test_what_was_not_shown_is_no_look_at_the_case(world: World, desk: Come, karis: Karis) -> None:
    """Who tries an address and gets «not found», has seen nothing."""
    tried: Any = looks_of(desk("Ola Brandvold"), world, "Ola Brandvold", f"/saker/{karis.ids['case_id']}/")
    assert tried == (404, [])
