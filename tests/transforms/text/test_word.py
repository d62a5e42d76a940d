"""What a word is by itself."""

import pytest

from transforms.text.statements.cue import WORDS
from transforms.text.statements.formula import FORMULAS
from transforms.text.word import CODES


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("village", "N  "),
        ("Said", "X c"),
        ("her", "px "),
        ("1999", "t  "),
        ("al-Rishq", "X  "),
        ("...", ".  "),
        ("reached", "E c"),
        ("according", "Nxc"),
    ],
)
def test_a_word_is_classed_alone(word: str, code: str) -> None:
    assert CODES[word] == code


def test_every_word_that_may_attribute_is_marked() -> None:
    assert {low for low in (*WORDS, *FORMULAS) if CODES[low][2] != "c"} == set()


def test_words_that_are_remembered_are_bounded() -> None:
    assert CODES["a" * 60][0] == "N"
    assert "a" * 60 not in CODES
