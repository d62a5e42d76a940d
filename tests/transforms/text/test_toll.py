"""Totals: what the figures of a text come to. That they come out right is shown in `test_casualty` and by the golden texts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.text import toll


@pytest.mark.parametrize("cue", toll._CUES, ids=lambda cue: min(cue.words))
def test_what_a_cue_finds_holds_one_of_its_words(cue: toll._Cue) -> None:
    @settings(max_examples=50, deadline=None, database=None)
    @given(st.from_regex(cue.pattern, fullmatch=True))
    def holds(text: str) -> None:
        assert not cue.words.isdisjoint(re.findall(r"\w+", text))

    holds()
