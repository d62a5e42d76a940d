"""Odd words: prefixes, digits of other kinds, numbers beyond counting. None stops a text from being read."""

from datetime import date

import pytest

from transforms.extraction import extract


@pytest.mark.parametrize(
    "text",
    [
        "The ex-detained were freed.",
        "Ex-injured striker Smith returned.",
        "5 ex-hostages died.",
        "3 died on ex-Monday, and a ex-apr, 12, died.",
        "ex-dozens died.",
        "5 ex-few died.",
        "It was final, ex-party said.",
        "The talks failed, non-government said.",
        "The dead were named as Ivo Tolan, ³⁴; Luka Marek, ²⁹; and Petar Vann, ⁵⁰.",
        "ALI SMITH, ², SAID HE",
        f"Some {'9' * 400}.5 died.",
        f"Some {'9' * 5000},000 died.",
        f"Between 3 and one {'hundred ' * 200}died.",
    ],
)
def test_a_text_of_odd_words_is_read(text: str) -> None:
    extract(text, date(2024, 3, 4))


def test_ex_soldiers_are_counted() -> None:
    assert [figure.value_best for figure in extract("Five ex-soldiers were killed.").figures] == [5]


@pytest.mark.parametrize("text", ["The mayor's brother was killed.", "Yesterday the mayor's brother was shot dead."])
def test_the_number_lies_in_the_evidence(text: str) -> None:
    (figure,) = extract(text).figures
    assert figure.evidence[0] <= figure.number[0] < figure.number[1] <= figure.evidence[1]


def test_a_day_before_the_first_of_the_calendar_stops_no_text() -> None:
    extract("Rescuers searched the ruins, ten days after a missile killed 29 people.", date(1, 1, 2))


@pytest.mark.parametrize("source", ["A spokesman(Reuters)", "The minister(Rohan Mehta)"])
def test_nobody_is_without_a_name_for_a_bracket_without_a_space(source: str) -> None:
    assert all(actor.name for actor in extract(f"{source} said it was true.").cast.actors)


def test_who_speaks_in_sources_that_overlap_is_mentioned_once() -> None:
    mentions = extract("neither He confirmed U proposal that he had  rejected the nor.S. denied it.").cast.mentions
    assert len({(mention.span, mention.kind, mention.actor) for mention in mentions}) == len(mentions)
