"""Words of harm and their kinds."""

import pytest

from transforms.lexicon import rows
from transforms.text.casualties.event import _EVENT, FRAME_PARTS
from transforms.text.casualties.kind import ALWAYS, KINDS
from transforms.text.quantities.classes import ALPHABET
from transforms.text.reading import read


def test_each_kind_of_word_of_harm_says_what_was_done_and_no_other_does() -> None:
    assert set(_EVENT.groupindex) == set(ALWAYS) | set(KINDS)
    assert set(ALWAYS).isdisjoint(KINDS)


@pytest.mark.parametrize(
    ("kind", "frame", "example"), rows("harm_frames"), ids=[f"{kind}: {example}" for kind, _, example in rows("harm_frames")]
)
def test_each_frame_is_found_in_its_example(kind: str, frame: str, example: str) -> None:
    reading = read(example)
    tags = ALPHABET.tags(reading.text[start:end] for start, end in zip(reading.starts, reading.ends, strict=True))
    assert ALPHABET.compile(f"(?:{frame})", **FRAME_PARTS).search(tags)
    assert kind in {match.lastgroup for match in _EVENT.finditer(tags)}
