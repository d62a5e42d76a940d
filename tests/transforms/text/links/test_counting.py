"""Counts told twice in a text, read from sentences of our own."""

import pytest

from tests.transforms.text.links.linking import linked

PAIRS = [
    (
        "The governor said 21 people had been killed in the blast. Police had earlier said 17 people were killed.",
        ("updates", "21 people had been killed in the blast", "17 people were killed"),
    ),
    (
        "The ministry said five soldiers were killed. The ministry later put the number of dead soldiers at seven.",
        ("updates", "the number of dead soldiers at seven", "five soldiers were killed"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_a_count_told_again_is_updated(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in linked(text)


APART = [
    # tolls of two places
    "Police said nine people were killed in Dala. Officials had earlier said three people were killed in Beni.",
]


@pytest.mark.parametrize("text", APART)
def test_counts_of_two_places_stand(text: str) -> None:
    assert linked(text) == []
