"""Words of harm and their kinds."""

from transforms.text.casualties.event import _EVENT
from transforms.text.casualties.kind import ALWAYS, KINDS


def test_each_kind_of_word_of_harm_says_what_was_done_and_no_other_does() -> None:
    assert set(_EVENT.groupindex) == set(ALWAYS) | set(KINDS)
    assert set(ALWAYS).isdisjoint(KINDS)
