"""The pages for when something is wrong work without a database: these tests may not touch one."""

import pytest

from oppvekst.ground.web import errors
from oppvekst.ground.web.tests.conftest import Visit
from tests.house.page_lint import lint


@pytest.mark.parametrize("face", ["portal", "desk"])
@pytest.mark.parametrize("key", errors.PAGES)
def test_every_error_page_is_a_whole_page_with_a_reference_number(visit: Visit, face: str, key: str) -> None:
    answer = visit(face).get(f"/galleri/feil/{key}/")
    html = answer.content.decode()
    assert lint(html, key) == []
    assert answer.status_code == errors.PAGES[key].code
    assert answer.headers["X-Reference"] in html


@pytest.mark.parametrize("key", errors.PAGES)
def test_on_the_portal_an_error_page_always_shows_whom_to_call(visit: Visit, key: str) -> None:
    html = visit("portal").get(f"/galleri/feil/{key}/").content.decode()
    assert "tel:116111" in html
    assert "tel:00009998" in html
    assert "data-quick-exit" in html


def test_an_unknown_address_says_so_kindly(visit: Visit) -> None:
    answer = visit().get("/finnes-ikke/")
    assert answer.status_code == 404
    assert "Vi finner ikke siden" in answer.content.decode()


def test_our_own_fault_is_said_to_be_ours_and_shows_nothing_of_the_inside(visit: Visit) -> None:
    answer = visit().get("/faller/")
    html = answer.content.decode()
    assert answer.status_code == 500
    assert "Ingenting er gått tapt." in html
    assert "tenkt på" not in html


def test_when_something_was_sent_the_page_does_not_claim_that_it_was_kept(visit: Visit) -> None:
    html = visit().post("/faller/", {"a": "b"}).content.decode()
    assert "ble ikke lagret" in html
    assert "Ingenting er gått tapt." not in html


LONG = "De siste ukene har jeg hørt mye skriking om kvelden."


def test_a_form_that_was_open_too_long_gives_the_text_back(visit: Visit) -> None:
    answer = visit(csrf=True).post(
        "/nekter/", {"words": LONG, "csrfmiddlewaretoken": "x" * 64}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    html = answer.content.decode()
    assert answer.status_code == 403
    assert f"{LONG}</textarea>" in html
    assert "x" * 64 not in html
    assert lint(html, "csrf") == []


def test_text_that_another_site_sends_is_never_shown(visit: Visit) -> None:
    for site in ("cross-site", "same-site", "none", ""):
        answer = visit(csrf=True).post("/nekter/", {"words": LONG}, headers={"Sec-Fetch-Site": site})
        assert LONG not in answer.content.decode()


def test_a_refusal_tells_the_sentence_and_the_section(visit: Visit) -> None:
    answer = visit("desk").get("/nekter/")
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Meldingen er allerede henlagt." in html
    assert "barnevernsloven § 2-1" in html
    assert lint(html, "nekter") == []


def test_a_refusal_inside_a_page_is_only_the_panel(visit: Visit) -> None:
    answer = visit("desk").get("/nekter/", headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert "<html" not in answer.content.decode()


def test_nothing_is_cached_and_nothing_may_be_loaded_from_elsewhere(visit: Visit) -> None:
    answer = visit().get("/galleri/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
