"""What the editor sees of all the pages at once: what needs care, and how each stands."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from oppvekst.domain.information import models
from oppvekst.domain.information.tests.editors import WINTER, House, form
from tests.desk import Browser, words
from tests.world import SOLVIK, World

ABOUT = "/nettsider/sider/om-oss/"


@pytest.fixture
def house(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> House:
    return House(world, settings, monkeypatch)


@pytest.fixture
def liv(house: House) -> Browser:
    return house.desk("Liv Strand")


def test_the_overview_tells_what_needs_care_and_falls_silent(liv: Browser, house: House) -> None:
    calm = words(liv.see("/nettsider/"))
    assert "Åpningstider ingen har kontrollert på et år" in calm
    liv.send("/nettsider/telefoner/duty/kontrollert/")
    liv.send(ABOUT, **form(liv.see(ABOUT), nb__body="Se [borte](side:finnes-ikke)."))
    shown = words(liv.see("/nettsider/"))
    assert "Lenker som ikke leder noe sted 1" in shown
    assert "finnes-ikke" in words(liv.see("/nettsider/lenker/"))
    assert "1 brutt" in words(liv.see("/nettsider/sider/?q=om-oss"))


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ("slag=news", "nyhet", "Personvern"), ("til=children", "barn-rettigheter", "hjelp-akutt"),
        ("tilstand=kladd", "om-oss", "hjelp-akutt"), ("q=akutt", "hjelp-akutt", "om-oss"),
        ("tilstand=kladd&sprak=nn", "Ingen treff", "om-oss"), ("slag=tull&tilstand=tull", "om-oss", "Ingen treff"),
    ],
)  # fmt: skip
def test_the_list_is_filtered_by_its_address(liv: Browser, asked: str, there: str, not_there: str) -> None:
    liv.send(ABOUT, **form(liv.see(ABOUT), nb__title="Ny"))
    page = liv.see(f"/nettsider/sider/?{asked}&side=1")
    body = page[page.index("</form>", page.index("op-filter")) :]
    assert there in body and not_there not in body


@pytest.mark.parametrize("address", ["/nettsider/", "/nettsider/sider/"])
def test_a_list_asks_as_many_questions_of_two_hundred_pages_as_of_ten(liv: Browser, address: str) -> None:
    models.Page.objects.exclude(slug__in=["hjelp", "om-oss", *(f"side-{n}" for n in range(8))]).update(archived=True)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            liv.see(address)
        return len(found)

    few = asked()
    rows = [models.Page(municipality_id=SOLVIK, slug=f"side-{n}", place=n) for n in range(200)]
    models.Page.objects.bulk_create(rows)
    models.PageVersion.objects.bulk_create(
        models.PageVersion(
            municipality_id=SOLVIK, page=row, language=language, number=1, title=row.slug, written_at=WINTER,
            body="Se [borte](side:finnes-ikke).", publish_from=WINTER, reviewed_on=WINTER.date(),
        )
        for row in rows for language in ("nb", "nn")
    )  # fmt: skip
    assert asked() == few < 25


def test_the_edit_page_asks_few_questions(liv: Browser) -> None:
    with CaptureQueriesContext(connection) as found:
        liv.see(ABOUT)
    assert len(found) < 18
