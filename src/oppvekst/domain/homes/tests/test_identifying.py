"""What looks as if it tells who it is about, and what does not: a table a case worker can read."""

from __future__ import annotations

import pytest

from oppvekst.domain.homes.rules import Looks, identifying


@pytest.mark.parametrize(
    ("words", "looks"),
    [
        ("Selam spør om søvn.", Looks.NAME), ("Snakket om Tesfay og søvn", Looks.NAME), ("mor heter Anna-Lise", Looks.NAME),
        ("Saras mor ringte", Looks.NAME), ("24911688123", Looks.NUMBER), ("249116 88123", Looks.NUMBER),
        ("født 3.4.2019", Looks.BORN), ("født 3. april", Looks.BORN), ("2019-04-03", Looks.BORN),
        ("ring 00 00 12 50", Looks.PHONE),
        ("+47 00001250", Looks.PHONE), ("bor i Fjordgata 12", Looks.ADDRESS), ("bor i fjordveien 3 b", Looks.ADDRESS),
        ("Lars' hest er snill", Looks.NAME), ("Jonas’ mor ringte", Looks.NAME), ("Emil- og søster", Looks.NAME),
        ("det gjelder sak 2026-0001", Looks.CASE),
        ("går på Lyngveien skole", Looks.PLACE), ("Havblikk barnehage", Looks.PLACE),
    ],
)  # fmt: skip
def test_what_gives_somebody_away_is_found(words: str, looks: Looks) -> None:
    assert looks in {found.looks for found in identifying(words)}


@pytest.mark.parametrize(
    "words",
    [
        "Snakket om søvn. Anbefalte helsestasjonen og faste kvelder.", "Rådet til å snakke med BUP og PPT, og med Nav.",
        "Skoleåret 2026-2027, og Nav-kontoret.",
        "Barnehagen var usikker. Foreldrene er nye i Norge.", "Møte kl. 10.30-11.30, 45 minutter, 3-4 ganger i uka.",
        "Viste til § 13-2 i barnevernsloven.", "", "– De prøver selv først.\n– Ringer igjen om to uker.",
    ],
)  # fmt: skip
def test_ordinary_advice_is_left_alone(words: str) -> None:
    assert identifying(words) == ()


def test_the_name_of_somebody_in_a_group_is_known_however_it_is_written() -> None:
    for words in ("selam sover dårlig", "om selams kvelder", "SELAM"):
        assert [found.looks for found in identifying(words, ["Selam"])] == [Looks.NAME]


def test_each_part_of_a_name_is_known_and_one_of_two_letters_by_its_capital() -> None:
    known = ["Anna-Lise Ek", "Sunniva Bo"]
    for words in ("om lise sine kvelder", "Sunniva-jenta liker fisk", "liker å fiske med Bo"):
        assert [found.looks for found in identifying(words, known)] == [Looks.NAME], words
    assert identifying("vil bo hos noen med ek i hagen", known) == ()
    assert [found.sure for found in identifying("om Lise og sunniva", known)] == [True, False]


def test_a_place_that_may_not_be_told_is_found_in_small_letters_and_in_a_longer_word() -> None:
    for words in ("bor på vikøya", "går på vikøyaskolen", "Vikøya-jenta"):
        assert [found.looks for found in identifying(words, places=["Vikøya"])] == [Looks.NAME], words
    assert identifying("liker skole og å være ute", places=["Lyngveien skole"]) == ()
