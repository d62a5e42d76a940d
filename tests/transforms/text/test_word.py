"""What a word is by itself."""

import pytest

from transforms.text.links import claim
from transforms.text.positions import position
from transforms.text.statements.cue_word import WORDS
from transforms.text.statements.formula import FORMULAS
from transforms.text.word import BESIDE, CODES, CUE, FIGURE, RELATES, TAKES_SIDES


@pytest.mark.parametrize(
    ("word", "kind", "marks"),
    [
        ("village", "N", set()),
        ("Said", "X", {CUE}),
        ("her", "p", {BESIDE}),
        ("1999", "t", set()),
        ("al-Rishq", "X", set()),
        ("...", ".", set()),
        ("reached", "E", {CUE}),
        ("according", "N", {BESIDE, CUE}),
    ],
)
def test_a_word_is_classed_alone(word: str, kind: str, marks: set[int]) -> None:
    code = CODES[word]
    assert code[0] == kind
    assert {column for column in range(1, FIGURE) if code[column] == "x"} == marks


@pytest.mark.parametrize(
    ("words", "column"), [({*WORDS, *FORMULAS}, CUE), (claim.WORDS, RELATES), (position.WORDS, TAKES_SIDES)], ids=["cue", "claim", "stance"]
)
def test_every_word_that_a_rule_looks_at_is_marked(words: set[str], column: int) -> None:
    assert {low for low in words if CODES[low][column] != "x"} == set()


def test_words_that_are_remembered_are_bounded() -> None:
    assert CODES["a" * 60][0] == "N"
    assert "a" * 60 not in CODES
