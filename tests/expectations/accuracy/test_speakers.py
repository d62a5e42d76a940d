"""The scorer of resolved speakers, and the golden set that it holds to its floors."""

from functools import partial
from pathlib import Path

import pytest

from expectations.accuracy import speakers
from transforms.extraction import extract
from warehouse.reference import actor_reference

GOLDEN = Path(__file__).parents[2] / "golden" / "speakers"
ARTICLE = """
published: 2024-01-02
text: |-
  Egypt said the road was closed. Rosa Delgado, a nurse, said it was open.
statements:
  - {says: "the road was closed", by: "Egypt", type: "named_org"}
  - {says: "it was open", by: "%s", type: "%s", count: 1}
"""


def report(tmp_path: Path, by: str, kind: str = "named_person") -> speakers.Report:
    (tmp_path / "one.yaml").write_text(ARTICLE % (by, kind), encoding="utf-8")
    return speakers.score(speakers.articles(tmp_path), partial(extract, reference=actor_reference()))


def test_right_speakers_are_right(tmp_path: Path) -> None:
    found = report(tmp_path, "Rosa Delgado")
    assert (found.right, found.wrong, found.missed) == (2, 0, 0)
    assert (found.codes_right["type"], found.codes["type"], found.share("count")) == (2, 2, 1.0)
    assert (found.precision, found.recall) == (1.0, 1.0)


def test_another_speaker_than_expected_is_wrong_and_missed(tmp_path: Path) -> None:
    found = report(tmp_path, "Somebody Else")
    assert (found.right, found.wrong, found.missed) == (1, 1, 1)
    assert found.precision == found.recall == 0.5


def test_one_of_two_expected_speakers_is_half_the_truth(tmp_path: Path) -> None:
    found = report(tmp_path, "Rosa Delgado & Somebody Else")
    assert (found.right, found.wrong, found.missed) == (2, 0, 1)


def test_another_type_than_expected_is_told(tmp_path: Path) -> None:
    assert report(tmp_path, "Rosa Delgado", "role_only").codes_right["type"] == 1


def test_where_nobody_is_certain_whoever_is_found_is_wrong(tmp_path: Path) -> None:
    found = report(tmp_path, "-")
    assert (found.right, found.wrong, found.missed) == (1, 1, 0)


def test_a_row_whose_words_do_not_stand_in_the_text_is_an_error(tmp_path: Path) -> None:
    text = (ARTICLE % ("x", "y")).replace('says: "the road was closed"', 'says: "the moon was full"')
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="the moon was full"):
        speakers.articles(tmp_path)


def test_the_golden_set_is_large_and_partly_held_out() -> None:
    golden = speakers.articles(GOLDEN)
    assert len(golden) >= 40
    assert sum(article.held_out for article in golden) >= 15


@pytest.mark.parametrize("held_out", [False, True])
def test_the_golden_set_holds_its_floors(held_out: bool) -> None:
    golden = [article for article in speakers.articles(GOLDEN) if article.held_out is held_out]
    found = speakers.score(golden, partial(extract, reference=actor_reference()))
    assert found.precision >= 0.95, found.errors
    assert found.recall >= 0.90, found.errors
