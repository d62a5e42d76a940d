"""Word classes, one character a token."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.text.reading import read
from transforms.text.tag import tags


def classes(text: str) -> str:
    return tags(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy said that talks had failed.", "dNVQSHE."),
        ("He plans to open the border.", "PVTBdN."),
        ("Their plans were rejected.", "pSIE."),
        ("Gen. Omar Saleh's aides denied it on Friday", "LXXsSEPFt"),
        ("more than 20 people", "ddnS"),
        ("the 12-nation pact", "dnJNN"),
        ("Donald J. Trump won", "XXXXE"),
        ("Hamas' political bureau", "XsJN"),
        ("It's failing", "PIG"),
        ("Speaking to reporters, al-Hadi laughed", "GTS,XE"),
    ],
)
def test_a_word_has_the_class_that_its_neighbours_give_it(text: str, expected: str) -> None:
    assert classes(text) == expected


def test_a_headline_in_capitals_has_verbs() -> None:
    assert classes("Rebel Leader Says Talks With Government Are Over")[2] == "V"


def test_the_classes_are_computed_once() -> None:
    reading = read("The envoy left.")
    assert tags(reading) is tags(reading)


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_every_token_has_one_class_whatever_the_text(text: str) -> None:
    reading = read(text)
    assert len(tags(reading)) == len(reading.words)
    assert tags(reading) == tags(read(text))


@pytest.mark.benchmark_suite
def test_a_long_run_of_one_sign_costs_little() -> None:
    began = time.process_time()
    for text in ("\" ' " * 20_000, "more than 1 " * 20_000, "A. " * 20_000, "s's " * 20_000):
        classes(text)
    assert time.process_time() - began < 8


def test_signs_that_are_digits_and_no_numbers_are_read() -> None:
    assert tags(read("In ①①12 and ²²00 they met.")) != ""
