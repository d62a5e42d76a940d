"""Which figures are of one series."""

import time
from datetime import date

import pytest

from transforms.casualty_figures import casualty_figures
from transforms.version import read_version

PLACES = {"gaza": "PSE", "palestinians": "PSE", "palestinian": "PSE", "syria": "SYR", "syrians": "SYR"}
DAY = date(2024, 3, 6)


def keys(version: str, text: str, day: date = DAY) -> list[str]:
    return [row["series_key"] for row in casualty_figures(read_version(version, day, text, places=PLACES))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A blast killed 12 people in the northern city of Kalmar on Monday.", "The toll from Monday's blast in Kalmar rose to 19."),
        (
            "More than 30,534 Palestinians have been killed in Gaza since Oct. 7.",
            "The war has killed 30,631 people in Gaza since Oct. 7.",
        ),
        (
            "Some 30,534 people have been killed in Gaza since Oct. 7.",
            "The war has killed 30,631 people in Hamas-run Gaza since Oct. 7.",
        ),
        ("A blast killed 12 shoppers in Kalmar on Monday.", "A blast killed 14 people in the city of Kalmar in northern Tarn on Monday."),
        ("A blast killed 12 people in Kalmar on Monday.", "The toll of a bombing rose to 19. The blast hit a bazaar in Kalmar on Monday."),
        ("A blast killed 12 people in Kalmar on Monday.", "Searches ended in Kalmar on Tuesday, a day after a blast killed 14 people."),
        (
            "KALMAR - Three people were killed by a missile. Windows broke in Kalmar and beyond.",
            "Some 5 people died by a missile in Kalmar.",
        ),
        (
            "The siege of Kalmar has killed 97 people since May.",
            "Shelling of Kalmar killed a man. A doctor said 99 died in the siege since May.",
        ),
        (
            "Some 30,534 people have been killed in Gaza since Oct. 7.",
            "Gaza's health ministry said on Sunday that 30,631 Palestinians had been killed since the war began on Oct. 7.",
        ),
    ],
)
def test_a_toll_is_one_series_however_it_is_worded(one: str, other: str) -> None:
    assert set(keys("ver-1", one)) <= set(keys("ver-2", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A blast killed 12 people in Kalmar on Monday.", "A blast killed 12 people in Kalmar on Tuesday."),
        ("A blast killed 12 people in Kalmar on Monday.", "A blast killed 12 soldiers in Kalmar on Monday."),
        ("Shelling killed 12 people in Gaza on Monday.", "Shelling killed 12 people in northern Gaza on Monday."),
        ("Some 300 people have been killed in Gaza since Oct. 7.", "Some 300 Syrians have been killed in Gaza since Oct. 7."),
        ("A blast killed 12 people in Kalmar on Monday.", "On Monday two more victims of the blast in Kalmar died of their wounds."),
        ("In Gaza 97 people were killed in the past 24 hours.", "In Gaza, 97 people have been killed since Oct. 7."),
        ("A blast killed 12 people in Kalmar on Monday.", "A bank reopened in Kalmar on Monday. Separately, a blast killed 12 people."),
        ("A blast killed 12 people in Kalmar on Monday.", "Eleven of the dead in Kalmar were children, a doctor said on Monday."),
        (
            "Shelling killed 12 people in Kalmar on Monday.",
            "Strikes across Gaza killed 12 people on Monday. The strike in Kalmar hit a bank.",
        ),
    ],
)
def test_what_counts_something_else_is_another_series(one: str, other: str) -> None:
    assert not set(keys("ver-1", one)) & set(keys("ver-2", other))


def test_who_is_told_beside_others_is_counted_apart() -> None:
    one, *_ = keys("ver-1", "A blast killed 12 shoppers in Kalmar on Monday.")
    shoppers, guards = keys("ver-2", "A blast killed nine shoppers and three guards in Kalmar on Monday.")
    assert len({one, shoppers, guards}) == 3


def test_what_is_new_in_a_day_is_a_series_of_that_day() -> None:
    text = "In Gaza 97 people were killed in the past 24 hours."
    assert keys("ver-1", text) == keys("ver-2", text)
    assert keys("ver-1", text) != keys("ver-2", text, date(2024, 3, 7))


@pytest.mark.benchmark_suite
def test_a_count_of_a_long_text_costs_no_more_for_its_many_speakers() -> None:
    def cost(count: int) -> float:
        told = "35,034 people have been killed since the war began, the health ministry said. " * count
        version = read_version("ver-a", DAY, told, places=PLACES)
        began = time.process_time()
        casualty_figures(version)
        return time.process_time() - began

    cost(10)
    short = min(cost(250) for _ in range(2))
    assert cost(2_000) < max(20 * short, 0.5)
