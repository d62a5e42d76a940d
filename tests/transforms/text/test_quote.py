"""Quotations: which mark opens, which closes, what stands between."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.text.quote import quotes
from transforms.text.reading import read


def quoted(text: str) -> list[str]:
    reading = read(text)
    return [reading.surface(quote.first, quote.stop) for quote in quotes(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will stay," he said. "Nobody leaves."', ['"We will stay,"', '"Nobody leaves."']),
        ("“We will stay,” he said.", ["“We will stay,”"]),
        ("``We will stay,'' he said.", ["``We will stay,''"]),
        ("He called it 'a trap' and left.", ["'a trap'"]),
        ("The rebels' leader said the group's men don't fight.", []),
        ("She said “he told me ‘go home’ twice” today.", ["“he told me ‘go home’ twice”"]),
        ("She said “he shouted “go” at us” today.", ["“he shouted “go” at us”"]),
        ("He said,“There is no truce.”", ["“There is no truce.”"]),
    ],
)
def test_marks_pair_up(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph_and_the_next_one_carries_on() -> None:
    reading = read('"We came here to talk.\n\n"We will leave with a deal," he said.')
    first, second = quotes(reading)
    assert not first.closed
    assert reading.surface(first.first, first.stop) == '"We came here to talk.'
    assert second.closed


def test_one_odd_mark_does_not_spoil_the_paragraphs_behind_it() -> None:
    assert quoted('The "truce failed.\n\n"We know," she said.')[-1] == '"We know,"'


def test_a_closing_mark_alone_closes_what_the_paragraph_before_left_open() -> None:
    reading = read('"We came here.\n\nWe stay until the end," he said.')
    assert [quote.opened for quote in quotes(reading)] == [True, False]


@given(st.text(alphabet="a \n\"'“”‘’.,`", max_size=120))
@settings(max_examples=200)
def test_quotations_are_in_order_and_apart(text: str) -> None:
    reading = read(text)
    found = quotes(reading)
    for one, other in pairwise(found):
        assert one.stop <= other.first
    assert all(0 <= quote.first < quote.stop <= len(reading.words) for quote in found)


@pytest.mark.benchmark_suite
def test_a_megabyte_of_marks_costs_little() -> None:
    began = time.process_time()
    for text in ('"' * 60_000, "“ " * 60_000, "” a" * 60_000, "'a " * 60_000):
        quotes(read(text))
    assert time.process_time() - began < 8
