"""A text may end anywhere: what is cut off is read as far as it goes."""

from pathlib import Path

import pytest
import yaml

from transforms.extraction import extract, extractions

GOLDEN = Path(__file__).parents[1] / "golden"
SENTENCES = [case["text"] for case in yaml.safe_load((GOLDEN / "casualty_sentences.yaml").read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy should only",
        "The envoy declined to comment on",
        "The mayor could not be reached for",
        "The raid, according to Ama Mensah, a nurse,",
        "The flood may have killed as many",
        "The newspaper stood by its",
        "THE MINER, 42, WAS KILLED BY TWO BULLETS",
    ],
)
def test_a_text_that_ends_in_mid_sentence_is_read(text: str) -> None:
    assert extract(text).reading.text == text
    assert extract(text.upper()).reading.text == text.upper()


def test_texts_that_are_read_together_are_read_as_each_alone() -> None:
    texts = SENTENCES[:40]
    assert list(extractions((text, None) for text in texts)) == list(map(extract, texts))
    assert list(extractions([])) == []


def test_every_golden_sentence_may_be_cut_off_behind_any_word() -> None:
    for text in SENTENCES:
        words = text.split(" ")
        for stop in range(1, len(words)):
            cut = " ".join(words[:stop])
            found = extract(cut)
            assert all(0 <= figure.number[0] < figure.number[1] <= len(cut) for figure in found.figures), cut
