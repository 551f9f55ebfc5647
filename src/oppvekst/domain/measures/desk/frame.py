"""What the pages of this room share: the measure asked for, seen by whoever asks, and what stands on top of its pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import get_measure
from oppvekst.domain.measures.rules import ACTIVE, DECIDED, MACHINE, SUSPENDED, WRITE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, today

NOTICES = {
    "apnet": Notice("Tiltaket forberedes. Lag planen og målene sammen med familien"),
    "rammer": Notice("Rammene er lagret"),
    "spurt": Notice("Samtykke er bedt om. Skriv hva hver av dem svarer under Samtykke"),
    "vedtatt": Notice("Tiltaket er vedtatt. Skriv når det starter"),
    "palagt": Notice("Pålegget er skrevet inn. Det går ut av seg selv på siste dag"),
    "startet": Notice("Hjelpen har startet. Første evaluering står på lista di"),
    "fortsetter": Notice("Evalueringen er lagret. Hjelpen fortsetter, og neste evaluering står på lista di"),
    "endres": Notice("Evalueringen er lagret. Skriv en ny plan, og et vedtak om endring hvis noens rettigheter endres"),
    "avsluttet": Notice("Evalueringen er lagret, og tiltaket er avsluttet"),
    "pa-vent": Notice("Hjelpen er satt på vent. Dagen for neste evaluering står"),
    "tatt-opp": Notice("Hjelpen er tatt opp igjen"),
    "trukket": Notice("Tiltaket er avsluttet fordi samtykket er trukket", "warning"),
    "gatt-ut": Notice("Tiltaket har gått ut", "info"),
    "forkastet": Notice("Det ble ikke noe av tiltaket. Det blir stående her", "info"),
    "plan": Notice("Planen er lagret som en ny versjon. De gamle blir stående"),
    "mal": Notice("Målet er lagret"),
    "mal-lukket": Notice("Målet er lukket. Du kan ta det opp igjen"),
    "mal-igjen": Notice("Målet er tatt opp igjen"),
    "avtalt": Notice("Avtalen er skrevet inn"),
    "avlyst": Notice("Avtalen er avlyst"),
    "svar": Notice("Skrevet. Si det først til den som er testet"),
    "ettervern": Notice("Samtalen er lagret"),
    "planlagt": Notice("Planlagt. Si fra til familien og til den som gir hjelpen"),
    "helger": Notice("Helgene er planlagt. Si fra til familien og til dem barnet skal til"),
    "holdt": Notice("Skrevet"),
    "ikke-holdt": Notice("Skrevet. Finn en ny tid sammen med familien"),
    "gang-avlyst": Notice("Avlyst. Si fra til familien og til den som gir hjelpen"),
    "flyttet": Notice("Flyttet. Si fra til familien og til den som gir hjelpen"),
    "familien-svart": Notice("Svaret er lagret. Familien leser det på Min side"),
    "dager-valgt": Notice("Det er valgt hvem som ser dagene på Min side"),
    "ark": Notice("Arket er lagret. Skriv det ut og gi det til hjemmet"),
    "fortalt": Notice("Det er skrevet hvem som har fått vite det"),
    "tilsynsplan": Notice("Planen for tilsynet er lagret som en ny versjon. Gå gjennom den med familien"),
    "besok": Notice("Besøket er skrevet inn"),
    "besok-avlyst": Notice("Besøket er avlyst"),
    "besok-skrevet": Notice("Besøket er skrevet ned"),
    "besok-haster": Notice("Besøket er skrevet ned. Det som må gjøres, står på lista i dag", "warning"),
    "besok-gjort": Notice("Skrevet. Linja er borte fra lista"),
    "tilsynsrapport": Notice("Rapporten er lagret, og er med når hjelpen evalueres"),
    "sokt": Notice("Søknaden er skrevet inn. Dagen familien skal ha svar, står på lista di"),
    "besvart": Notice("Søknaden er besvart med vedtaket"),
    "grunnlag": Notice("Utbetalingsgrunnlaget er skrevet inn"),
    "stoppet": Notice("Grunnlaget er stoppet. Det som er betalt, blir stående", "info"),
    "betalt": Notice("Utbetalingen er skrevet inn, og venter på at en annen godkjenner"),
    "godkjent": Notice("Utbetalingen er godkjent. Den står på lista til økonomi"),
    "avvist": Notice("Utbetalingen er avvist. Den blir stående, og teller ikke", "info"),
    "rettes": Notice("Linja som retter, er skrevet inn, og venter på at en annen godkjenner"),
    "sendt": Notice("Utbetalingene er merket som sendt. Hent fila og legg den i økonomisystemet"),
    "oppholdet": Notice("Det er skrevet hva oppholdet bygger på"),
    "prover-spurt": Notice("Teksten er lagret. Skriv ut et skjema til hver av dem som må si ja"),
    "tjenestens-ja": Notice("Tjenestens eget ja er skrevet ned"),
    "tjenesten-trakk": Notice("Tjenestens ja er trukket. Si fra til institusjonen i dag", "warning"),
    "prover-klart": Notice("Det er skrevet at institusjonen har fått vite det"),
    "protokoll": Notice("Protokollen er skrevet inn. Den står på lista til den er lest og fulgt opp"),
    "protokoll-lest": Notice("Protokollen er lest. Skriv hvordan den følges opp"),
    "hjem-spurt": Notice("Koordinatoren er spurt. Svaret kommer på lista di"),
    "hjem-ja": Notice("Navnet står i tiltaket. Si fra til familien, og til dem som har sagt ja"),
    "hjem-trukket": Notice("Spørsmålet er trukket", "info"),
    "hjem-slutt": Notice("De er ikke lenger med. Flytt eller avlys det som er planlagt der", "info"),
    "protokoll-fulgt": Notice("Protokollen er fulgt opp"),
}  # fmt: skip
# How a measure stands: colour, icon; the word is the state's own.
LOOKS = {
    frozenset({SUSPENDED}): ("warning", "clock-fill"), frozenset({DECIDED}): ("accent", "clock-fill"),
    ACTIVE: ("success", "checkmark-circle-fill"),
}  # fmt: skip


def seen(request: DeskRequest, measure_id: UUID) -> Measure:
    """The one asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_measure(measure_id)
    look("measure", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def state_of(found: Measure) -> dict[str, str]:
    """The state in colour, icon and word, so that colour is never alone."""
    word = MACHINE.state(found.state).title.capitalize()
    if found.consent_fell_at and found.state in ACTIVE | {DECIDED}:
        return {"colour": "danger", "icon": "x-mark-octagon-fill", "word": "Samtykket er falt"}
    for states, (colour, icon) in LOOKS.items():
        if found.state in states:
            return {"colour": colour, "icon": icon, "word": word}
    return {"colour": "neutral", "icon": "folder" if found.ended_on else "note-pencil", "word": word}


def of_case(case: Case, here: str = "") -> dict[str, Any]:
    """Whose case it is and the way back, for the list and the pages on their way to a measure."""
    child = case.child.name
    crumbs = [("Saker", known("cases")), (child, known("case", case.id))]
    tail = [("Tiltak", reverse("desk:measure-list", args=[case.id])), (here, "")] if here else [("Tiltak", "")]
    return {"case": case, "child": child, "crumbs": [*crumbs, *tail], "today": today(), "heading": here or "Tiltak"}


def head(found: Measure, here: str = "") -> dict[str, Any]:
    """What the pages of one measure have on top."""
    own = [(found.title, reverse("desk:measure", args=[found.id])), (here, "")] if here else [(found.title, "")]
    context = of_case(found.case, "x")
    return {
        **context, "crumbs": [*context["crumbs"][:-1], *own], "measure": found, "heading": here or found.title,
        "state": state_of(found), "back": reverse("desk:measure", args=[found.id]),
    }  # fmt: skip


def said(request: DeskRequest) -> list[Notice]:
    """A word about what was just done."""
    done = NOTICES.get(request.GET.get(DONE, ""))
    return [done] if done else []


def on_to(found: Measure, done: str) -> HttpResponse:
    """On to the measure, with a word about what was done."""
    return redirect(f"{reverse('desk:measure', args=[found.id])}?{DONE}={done}")


class MeasureAct(Act[Measure]):
    """One act on a measure: where it is found, what stands on top of its page, and where it leads."""

    template = "measures/desk/act.html"

    def find(self, measure_id: UUID) -> Measure:
        return seen(self.request, measure_id)

    def head(self, found: Measure) -> dict[str, Any]:
        return head(found, self.heading)

    def home(self, found: Measure, done: str) -> HttpResponse:
        return on_to(found, done)


class CaseAct(Act[Case]):
    """One act in a case that is of no single measure: found by its case, and it leads back to the case's help."""

    template = "measures/desk/act.html"
    right = WRITE

    def find(self, case_id: UUID) -> Case:
        case = get_case(case_id)
        look("measure.list", by=self.request.actor, at=now(), subject=case.id, case_id=case.id)
        return case

    def head(self, case: Case) -> dict[str, Any]:
        return {**of_case(case, self.heading), "back": reverse("desk:measure-list", args=[case.id])}

    def home(self, case: Case, done: str) -> HttpResponse:
        return to_list(case.id, done)


def to_list(case_id: UUID, done: str) -> HttpResponse:
    """On to the help of the case, which says what was done."""
    return redirect(f"{reverse('desk:measure-list', args=[case_id])}?{DONE}={done}")
