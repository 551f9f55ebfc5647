"""Story 18, its end: Mikkel in an institution by his own yes; tests by written consent or the tribunal (2027)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import Kind, required
from oppvekst.domain.decisions.rules.consent import Kind as Act
from oppvekst.domain.decisions.rules.consent import Living, Situation, Someone, matrix
from oppvekst.domain.decisions.tests.family import family
from oppvekst.domain.measures.models import InstitutionProtocol, InstitutionStay, Measure
from oppvekst.domain.measures.rules import may_test_against_will
from oppvekst.domain.measures.tests.at_desk import at, decided, it_is, on, place, started
from oppvekst.domain.people.actions import Details
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

KARI = "Kari Nesheim"
MIKKEL = Details(given_name="Mikkel", family_name="Foss", birth_date=date(2009, 6, 10))
SINDRE = Details(given_name="Sindre", family_name="Foss", birth_date=date(2012, 5, 5))
PARENTS = (("Wenche", Party.Part.MOTHER, True), ("Frode", Party.Part.FATHER, True))
STAY = {
    "title": "Opphold i institusjon etter eget samtykke", "kind": "measure", "category": "1.1", "section": "6-1.1",
    "consent_ground": "consent", "language": "nb", "provider": "Fjellheimen ungdomshjem",
    **on("starts_on", "2027-01-11"), **on("ends_on", "2027-06-09"),
}  # fmt: skip
ANSWER = {"said": "given", "form": "written", "clock": "09.00", "language": "bokmål", "told": "At det er frivillig."}


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2027-01-11 12:00"))


@dataclass
class Youth:
    """One in an institution: the case, and where the stay stands at the desk."""

    case: UUID
    here: str

    def person(self, name: str) -> UUID:
        with acting("owner"):
            return Party.objects.get(case_id=self.case, person__given_name=name).person_id


def answers(kari: Browser, text: str, who: UUID, day: str, **more: str) -> str:
    return kari.send(f"{text}{who}/svar/", **{**ANSWER, **on("said_on", day), **more})


@pytest.fixture
def mikkel(world: World, desk: Come) -> Youth:
    """Monday 11 January: his own written yes, given to the institution, is enough; his parents are only told."""
    case = family(world, MIKKEL, PARENTS)
    kari = desk(KARI)
    written = kari.send(f"/saker/{case}/vedtak/nytt/annet/", **STAY)
    decision = UUID(re.findall(r"vedtak/([0-9a-f-]{36})", written)[0])
    parts = required(Kind.MEASURE, category="1.1", consent_ground="consent")
    kari.send(f"/vedtak/{decision}/skriv/", **{f"text-{one.key}": f"{one.nb} for Mikkel.\n\nMer." for one in parts})
    asked = {
        "kind": Act.INSTITUTION,
        "decision": str(decision),
        "ground": "self_endangering",
        "body": "Opphold på Fjellheimen.",
    }
    asked |= on("begins_on", "2027-01-11")
    text = place(kari.send(f"/saker/{case}/samtykke/nytt/", **asked))
    youth = Youth(case, "")
    answers(kari, text, youth.person("Mikkel"), "2027-01-11", **on("handed_on", "2027-01-11"))
    kari.send(
        f"/vedtak/{decision}/uten-varsel/", ground="Åpenbart unødvendig", notice_skipped="Han har selv bedt om det."
    )
    desk("Marit Solheim").send(f"/vedtak/{decision}/undertegn/")
    youth.here = place(kari.send(f"/vedtak/{decision}/tiltak/", provider_name="Fjellheimen ungdomshjem"))
    decided(kari, youth.here, decision)
    started(kari, youth.here, "2027-01-11")
    kari.send(f"{youth.here}opphold/", basis="6-1")
    return youth


def asked_about_tests(kari: Browser, youth: Youth) -> str:
    return place(kari.send(f"{youth.here}prover/sporsmal/", body="Prøver under oppholdet. Det er frivillig."))


def test_from_fifteen_his_own_written_yes_is_enough_for_the_stay_whatever_his_parents_say(mikkel: Youth) -> None:
    with acting("owner"):
        stay = InstitutionStay.objects.select_related("measure__decision").get()
        decision = stay.measure.decision
    assert isinstance(decision, Decision)
    assert (stay.basis, stay.measure.state, decision.bases[0]["section"]) == ("6-1", "running", "6-1")


def test_tests_there_rest_on_his_written_yes_and_stop_when_he_takes_it_back(
    desk: Come, mikkel: Youth, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    page = words(kari.see(mikkel.here))
    assert "Bygger på § 6-1." in page
    assert "Ingen er spurt om samtykke til prøver ennå." in page
    assert "Mikkel Foss må si ja, og har ikke svart." in words(kari.send(f"{mikkel.here}prover/klart/", 409))
    text, him = asked_about_tests(kari, mikkel), mikkel.person("Mikkel")
    assert "Skriv hvor det skriftlige samtykket ligger." in words(
        kari.send(f"{text}{him}/svar/", 422, **{**ANSWER, **on("said_on", "2027-01-11")})
    )
    answers(kari, text, him, "2027-01-11", form="oral", reference="Notat 4")
    assert "Her krever loven at det er skriftlig." in words(kari.send(f"{mikkel.here}prover/klart/", 409))
    it_is(monkeypatch, "2027-01-12 10:00")
    answers(kari, text, him, "2027-01-12", reference="Dok. 17")
    kari.send(f"{mikkel.here}prover/klart/")
    page = words(kari.see(mikkel.here))
    assert "Ikke alle som må, har samtykket" not in page
    assert "Papiret: Dok. 17." in page
    assert "Wenche" not in page.partition("Prøver under oppholdet")[2].partition("Protokoller")[0]
    it_is(monkeypatch, "2027-02-01 11:00")
    said = {"form": "oral", "clock": "10.30", "language": "bokmål", "reasons": "Vil ikke mer."}
    kari.send(f"{text}{him}/trekk/", **said, **on("said_on", "2027-02-01"))
    page = words(kari.see(mikkel.here))
    assert "Mikkel Foss har trukket samtykket." in page
    assert "Ikke alle som må, har samtykket" in page
    with acting("owner"):
        assert InstitutionStay.objects.get().cleared_on is None
        assert Measure.objects.get(case_id=mikkel.case).state == "running", "oppholdet bygger på et annet ja"
        task = Item.objects.get(case_id=mikkel.case, rule__startswith="consent-fallen", open=True)
    assert "Prøvene stopper med en gang" in str(task.steps)


# age, who has the care -> whose yes, and whether the service's is one of them (bvl § 10-7 (1), (3))
WHOSE = [
    (date(2009, 6, 10), Living.TOGETHER, {"child"}, False),
    (date(2012, 1, 11), Living.TOGETHER, {"child"}, False),
    (date(2012, 1, 12), Living.TOGETHER, {"child", "mother", "father"}, False),
    (date(2012, 5, 5), Living.CARE, {"child"}, True),
]


def test_whose_written_yes_a_test_in_an_institution_needs_by_age_and_by_who_has_the_care() -> None:
    for born, living, whose, service in WHOSE:
        child = Someone(key="child", name="Barnet", role="child", birth_date=born)
        others = tuple(Someone(key=one, name=one, role=one, responsibility=True) for one in ("mother", "father"))
        found = matrix(Act.DRUG_TEST, Situation(on=date(2027, 1, 11), child=child, others=others, living=living))
        assert set(found.required) == whose, born
        assert ("service" in {one.who for one in found.lines}) is service, born
        assert all(one.written for one in found.lines if one.who in found.required), born


def test_his_cousin_of_fourteen_needs_both_parents_or_after_a_care_order_the_service(
    world: World, desk: Come, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    case = family(world, SINDRE, PARENTS)
    sindre = Youth(case, place(kari.send(f"/saker/{case}/tiltak/nytt/", category="1.1")))
    kari.send(f"{sindre.here}opphold/", basis="3-2")
    text = asked_about_tests(kari, sindre)
    answers(kari, text, sindre.person("Sindre"), "2027-01-11", reference="Dok. 1")
    answers(kari, text, sindre.person("Wenche"), "2027-01-11", reference="Dok. 2")
    page = words(kari.send(f"{sindre.here}prover/klart/", 409))
    assert "Frode Nygård må si ja, og har ikke svart." in page
    assert "Wenche Nygård må si ja" not in page
    assert "bare når den har omsorgen" in words(
        kari.send(f"{sindre.here}prover/tjenesten/", 409, reference="Dok. 3", **on("on", "2027-01-11"))
    )
    it_is(monkeypatch, "2027-03-01 10:00")
    with world.as_(KARI) as by:
        home = cases.Known(valid_from=date(2027, 3, 1), source="Nemndas vedtak", checked_on=date(2027, 3, 1))
        cases.note_residence(case, "care", home, by=by, at=at("2027-03-01 10:00"))
    kari.send(f"{sindre.here}opphold/", basis="5-1", reference="27-100", **on("decided_on", "2027-02-26"))
    page = words(kari.send(f"{sindre.here}prover/klart/", 409))
    assert "Tjenesten har omsorgen og må selv si ja, skriftlig." in page
    assert "Frode" not in page
    kari.send(f"{sindre.here}prover/tjenesten/", reference="Dok. 3", **on("on", "2027-03-01"))
    kari.send(f"{sindre.here}prover/klart/")
    kari.send(f"{sindre.here}prover/tjenesten/trekk/")
    assert "må selv si ja" in words(kari.send(f"{sindre.here}prover/klart/", 409))


CAME = {"about": "Urinprøve krevd etter permisjon.", "against_will": "yes", "reference": "Dok. 31"}
NO_BASIS = "Nemnda har ikke bestemt prøver uten samtykke."
DONE = "Ringte institusjonen: det var en feil. Mikkel vet at han kan klage."


def came(happened: str, received: str, **more: str) -> dict[str, str]:
    return {**CAME, **on("happened_on", happened), **on("received_on", received), **more}


def test_a_test_against_his_will_without_the_tribunal_is_never_silently_received(
    desk: Come, mikkel: Youth, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    it_is(monkeypatch, "2027-02-08 09:00")
    page = kari.send(f"{mikkel.here}protokoll/", 422, **came("2027-02-05", "2027-02-08"))
    assert NO_BASIS in words(page)
    assert "Urinprøve krevd etter permisjon." in page
    assert "Ikke alle som må, har samtykket" in words(
        kari.send(f"{mikkel.here}protokoll/", 422, **came("2027-02-05", "2027-02-08", against_will="no"))
    )
    kari.send(f"{mikkel.here}protokoll/", **came("2027-02-05", "2027-02-08", done_about=DONE))
    assert "Grunnlaget mangler" in words(kari.see(mikkel.here))
    with acting("owner"):
        one = InstitutionProtocol.objects.get()
        task = Item.objects.get(subject=one.id, open=True)
        assert (task.rule, task.due, task.title) == (
            "protocol-read",
            date(2027, 2, 8),
            "Les protokollen fra institusjonen",
        )
    where = f"/tiltak/protokoll/{one.id}/"
    assert f"{where}lest/" in kari.see("/min-dag/")
    assert "Les protokollen først" in words(kari.send(f"{where}fulgt-opp/", 409, words="Snakket med lederen der."))
    kari.send(f"{where}lest/")
    assert f"{where}fulgt-opp/" in kari.see("/min-dag/")
    page = words(kari.send(f"{where}fulgt-opp/", 422, words="Snakket med lederen der."))
    assert "Svar på om dere har kontaktet statsforvalteren." in page
    kari.send(f"{where}fulgt-opp/", words="Snakket med lederen der, og med Mikkel.", governor="yes")
    page = words(kari.see(mikkel.here))
    assert "Statsforvalteren er kontaktet." in page
    with acting("owner"):
        assert not Item.objects.filter(subject=one.id, open=True).exists()
        assert InstitutionProtocol.objects.get().read_by_name == KARI


def test_only_a_decision_of_the_tribunal_says_that_tests_may_be_taken_against_his_will(
    desk: Come, mikkel: Youth, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    it_is(monkeypatch, "2027-03-08 09:00")
    page = words(kari.send(f"{mikkel.here}opphold/", 422, basis="6-1", tests_decided="on"))
    assert "Bare nemnda kan bestemme prøver uten samtykke, og bare i et vedtak etter § 6-2." in page
    assert "Skriv dagen nemnda bestemte det." in words(kari.send(f"{mikkel.here}opphold/", 422, basis="6-2"))
    said = {"basis": "6-2", "reference": "27-311", "tests_decided": "on", **on("decided_on", "2027-03-01")}
    kari.send(f"{mikkel.here}opphold/", **said)
    assert "Nemnda har bestemt at institusjonen kan kreve prøver uten samtykke." in words(kari.see(mikkel.here))
    assert NO_BASIS in words(kari.send(f"{mikkel.here}protokoll/", 422, **came("2027-02-28", "2027-03-08")))
    kari.send(f"{mikkel.here}protokoll/", **came("2027-03-05", "2027-03-08"))
    with acting("owner"):
        one = InstitutionProtocol.objects.get()
        assert (one.without_basis, Item.objects.get(subject=one.id).due) == (False, date(2027, 3, 15))
    kari.send(f"/tiltak/protokoll/{one.id}/lest/")
    kari.send(f"/tiltak/protokoll/{one.id}/fulgt-opp/", words="Snakket med Mikkel om det.")
    assert not may_test_against_will(basis="6-1", decided_on=None, tests_decided=True, on=date(2027, 3, 5))
    assert desk("Ola Brandvold").client.get(f"/tiltak/protokoll/{one.id}/lest/").status_code == 404
