"""Claims that what is said calls untrue, read from sentences of our own."""

import pytest

from tests.transforms.text.links.linking import linked

PAIRS = [
    (
        "The rebels dropped their demand, a diplomat said. Amos Deng said that was untrue.",
        ("denies", "that was untrue", "The rebels dropped their demand"),
    ),
    (
        "An official of the relief agency said 400 families had fled. Amos Deng said the agency was exaggerating.",
        ("denies", "the agency was exaggerating", "400 families had fled"),
    ),
    (
        'Minister Ali Omer said the coup plot had been foiled. "There was no coup plot," opposition leader Sam Ocen said.',
        ("contradicts", '"There was no coup plot,"', "the coup plot had been foiled"),
    ),
    (
        "Kenya has accepted the dam, two diplomats said, but a spokesman for Kenya said no such agreement existed.",
        ("denies", "no such agreement existed", "Kenya has accepted the dam"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_what_is_called_untrue_is_denied(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in linked(text)
