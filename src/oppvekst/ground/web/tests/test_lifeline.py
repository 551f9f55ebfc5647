import datetime as dt

from oppvekst.ground.web.lifeline import Happening, lifeline

TODAY = dt.date(2026, 11, 24)
CONCERN = Happening("concern", dt.date(2026, 11, 2), "Melding fra skolen")


def bar(start: dt.date, end: dt.date | None = None, **more: object) -> Happening:
    return Happening("measure", start, "Veiledning", end, "Veiledning", **more)  # type: ignore[arg-type]


def test_lanes_come_in_the_order_of_the_law_and_empty_ones_are_left_out() -> None:
    talk = Happening("talk", dt.date(2026, 1, 2), "Samtale")
    assert [lane.name for lane in lifeline([talk, CONCERN], today=TODAY).lanes] == ["Meldinger", "Samtaler"]


def test_measures_that_overlap_lie_in_rows_under_each_other() -> None:
    first, second = bar(dt.date(2026, 1, 1), dt.date(2026, 6, 1)), bar(dt.date(2026, 3, 1), dt.date(2026, 8, 1))
    third = bar(dt.date(2026, 9, 1), dt.date(2026, 10, 1))
    drawn = lifeline([first, second, third], today=TODAY)
    assert drawn.lanes[0].rows == 2
    assert len({mark.y for mark in drawn.marks}) == 2


def test_what_still_runs_is_drawn_until_today() -> None:
    drawn = lifeline([bar(dt.date(2026, 1, 1), running=True)], today=TODAY)
    mark = drawn.marks[0]
    assert abs(float(mark.x[:-1]) + float(mark.width[:-1]) - float(drawn.today[:-1])) < 0.02
    assert mark.label.startswith("Fra torsdag 1. januar")


def test_everything_stays_inside_the_drawing_also_in_the_future() -> None:
    planned = bar(dt.date(2026, 12, 1), dt.date(2027, 6, 1), mood="planned")
    drawn = lifeline([CONCERN, planned], today=TODAY)
    assert all(0 <= float(mark.x[:-1]) <= 100 for mark in drawn.marks)
    assert drawn.marks[1].css == "ll-planned"
    assert float(drawn.marks[1].x[:-1]) > float(drawn.today[:-1])


def test_every_mark_points_at_its_row_in_the_list_newest_first() -> None:
    drawn = lifeline([CONCERN, bar(dt.date(2026, 11, 10))], today=TODAY)
    assert {f"h{mark.number}" for mark in drawn.marks} == {row["id"] for row in drawn.rows}
    assert drawn.rows[0]["at"] > drawn.rows[1]["at"]


def test_a_young_case_is_measured_in_months_and_an_old_one_in_years() -> None:
    old = Happening("concern", dt.date(2019, 3, 1), "Melding")
    assert ("2020" in [name for _x, name in lifeline([old], today=TODAY).ticks]) is True
    assert "Nov" in [name.capitalize() for _x, name in lifeline([CONCERN], today=TODAY).ticks]


def test_an_empty_case_can_be_drawn() -> None:
    assert lifeline([], today=TODAY).marks == ()
