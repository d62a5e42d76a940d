"""Days and periods against the publication day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.quantities.classes import ALPHABET
from transforms.text.quantities.date import Date, dates, told_on
from transforms.text.reading import read

DAY = date(2023, 12, 26)  # a Tuesday


def found(text: str, published: date | None = DAY) -> list[Date]:
    reading = read(text)
    return dates(reading.lows, ALPHABET.tags(reading.words), 0, len(reading), published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("seized on Oct. 7 when", "2023-10-07"),
        ("on 7 October", "2023-10-07"),
        ("on October 7th, 2021, in", "2021-10-07"),
        ("on the 15th of July 2022", "2022-07-15"),
        ("on Sunday, October 22, 2023, in", "2023-10-22"),
        ("on Monday", "2023-12-25"),
        ("on Tuesday", "2023-12-26"),
        ("last Tuesday", "2023-12-19"),
        ("yesterday", "2023-12-25"),
        ("last night", "2023-12-25"),
        ("this morning", "2023-12-26"),
        ("overnight", "2023-12-26"),
        ("three days ago", "2023-12-23"),
    ],
)
def test_a_day_is_resolved(text: str, day: str) -> None:
    (item,) = found(text)
    assert (item.kind, str(item.start), str(item.end), item.precision) == ("day", day, day, 1)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "precision"),
    [
        ("last week", "period", "2023-12-18", "2023-12-24", 3),
        ("last month", "period", "2023-11-01", "2023-11-30", 4),
        ("last year", "period", "2022-01-01", "2022-12-31", 5),
        ("over the weekend", "period", "2023-12-23", "2023-12-24", 2),
        ("in 2012", "period", "2012-01-01", "2012-12-31", 5),
        ("in May 2013", "period", "2013-05-01", "2013-05-31", 4),
        ("in November", "period", "2023-11-01", "2023-11-30", 4),
        ("in the past 24 hours", "within", "2023-12-25", "2023-12-26", 1),
        ("over the past three weeks", "within", "2023-12-05", "2023-12-26", 3),
        ("since 7 October", "since", "2023-10-07", "2023-12-26", 1),
        ("since December", "since", "2023-12-01", "2023-12-26", 4),
        ("since 2011", "since", "2011-01-01", "2023-12-26", 5),
        ("since Saturday", "since", "2023-12-23", "2023-12-26", 1),
        ("since June last year", "since", "2022-06-01", "2023-12-26", 4),
        ("since the start of the year", "since", "2023-01-01", "2023-12-26", 5),
        ("so far this year", "since", "2023-01-01", "2023-12-26", 5),
        ("so far this month", "since", "2023-12-01", "2023-12-26", 4),
        ("in June last year", "period", "2022-06-01", "2022-06-30", 4),
        ("between Friday night and Sunday", "period", "2023-12-22", "2023-12-24", 2),
        ("on Saturday and Sunday", "period", "2023-12-23", "2023-12-24", 2),
        ("between January 1 and March 31", "within", "2023-01-01", "2023-03-31", 5),
        ("from 30 November to 2 December", "period", "2023-11-30", "2023-12-02", 2),
        ("in weekend attacks", "period", "2023-12-23", "2023-12-24", 2),
    ],
)
def test_a_period_is_resolved(text: str, kind: str, start: str, end: str, precision: int) -> None:
    (item,) = found(text)
    assert (item.kind, str(item.start), str(item.end), item.precision) == (kind, start, end, precision)


@pytest.mark.parametrize("text", ["since the war began", "during the 11-week war", "in the 16-month conflict", "in nine weeks of fighting"])
def test_a_period_whose_beginning_is_not_told_has_none(text: str) -> None:
    (item,) = found(text)
    assert (item.kind, item.start, item.end, item.precision) == ("since", None, None, None)


def test_a_number_behind_a_period_is_no_part_of_it() -> None:
    (item,) = found("bringing the toll since the war began to 35,303")
    assert item.stop == 7


def test_a_day_without_a_year_is_the_last_such_day() -> None:
    assert found("on 3 January", date(2024, 2, 1))[0].start == date(2024, 1, 3)
    assert found("on 3 March", date(2024, 2, 1))[0].start == date(2023, 3, 3)


def test_the_29th_of_february_is_looked_for_in_a_leap_year() -> None:
    assert found("on 29 February", date(2023, 6, 1))[0].start == date(2020, 2, 29)


@pytest.mark.parametrize("text", ["Officials may meet", "the march went on", "May said no", "a second man", "in the car"])
def test_words_that_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_without_a_publication_day_only_full_dates_are_resolved() -> None:
    assert found("on 7 October 2023", None)[0].start == date(2023, 10, 7)
    assert found("on 7 October", None)[0].start is None
    assert found("on Monday", None)[0].start is None
    assert found("yesterday", None)[0].start is None
    assert found("in the past 24 hours", None)[0].start is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["{:%d %B %Y}", "{:%B %d, %Y}"]))
def test_a_full_date_is_read_back(day: date, form: str) -> None:
    (item,) = found("on " + form.format(day), None)
    assert item.start == item.end == day


@given(st.text(alphabet="0123456789 ,.JuneMayOctagotheplsidr", max_size=60), st.dates())
def test_no_text_and_no_day_makes_it_crash(text: str, published: date) -> None:
    for item in found(text, published):
        assert item.start is None or item.end is None or item.start <= item.end


def test_two_days_of_a_month_are_a_period_of_a_few_days() -> None:
    (item,) = found("Raids on 9-10 June.")
    assert (item.kind, item.start, item.end, item.precision) == ("period", date(2023, 6, 9), date(2023, 6, 10), 2)


def test_from_month_to_month() -> None:
    (item,) = found("Raids killed 93 porters between April and June.")
    assert (item.kind, item.start, item.end) == ("within", date(2023, 4, 1), date(2023, 6, 30))


def test_what_is_a_record_since_some_year_did_not_happen_since_then() -> None:
    assert found("It was the deadliest raid since 2009.") == []


def test_since_a_clause_with_a_weekday() -> None:
    (item,) = found("They have fled since the assault began on Friday.")
    assert (item.kind, item.start) == ("since", date(2023, 12, 22))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OULO, 5 DEC 89 (TPN) -- The judge was shot.", date(1989, 12, 5)),
        ("Oulo (TPN), March 3, 2011 - The judge was shot.", date(2011, 3, 3)),
        ("OULO, 31 FEB 89 (TPN) -- The judge was shot.", None),
        ("OULO, 5 DEC (TPN) -- The judge was shot.", None),
        ("In Oulo, 5 December 1989 was a cold day.", None),
    ],
)
def test_the_day_of_a_dateline_is_read_where_it_is_written_in_full(text: str, day: date | None) -> None:
    assert told_on(text) == day
