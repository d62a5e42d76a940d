"""Scores of a folder of texts whose attributions people have marked."""

from pathlib import Path

import pytest

from expectations.accuracy.attribution import score_folder

TEXT = 'The envoy said the truce had failed.\n\n"We will leave," she said.\n\nThe port is closed.\n'


def folder(path: Path, annotations: str, text: str = TEXT) -> Path:
    (path / "text").mkdir()
    (path / "attributions").mkdir()
    (path / "text" / "one.txt").write_text(text, encoding="utf-8")
    (path / "attributions" / "one.ann").write_text(annotations, encoding="utf-8")
    return path


def span(key: str, label: str, words: str) -> str:
    first = TEXT.index(words)
    return f"{key}\t{label} {first} {first + len(words)}\t{words}\n"


RIGHT = (
    span("T1", "Source", "The envoy")
    + span("T2", "Cue", "said")
    + span("T3", "Content", "the truce had failed")
    + span("T4", "Source", "she")
    + span("T5", "Cue", "said.\n\nThe port")
    + span("T6", "Content", '"We will leave,"')
    + "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\nE2\tAttribution:T5 Content:T6 Cue:T5 Source:T4\n"
)


def test_what_is_found_as_marked_scores_a_hundred(tmp_path: Path) -> None:
    score = score_folder(folder(tmp_path, RIGHT))
    assert [row[1:] for row in score.rows()] == [(100.0, 100.0, 100.0)] * 5
    assert score.kind_rows() == [("direct", 1, [100.0] * 6), ("mixed", 0, [0.0] * 6), ("indirect", 1, [100.0] * 6)]


def test_precision_by_kind_is_of_what_was_found_and_recall_of_what_is_marked(tmp_path: Path) -> None:
    only_indirect = "".join(line for line in RIGHT.splitlines(keepends=True) if not line.startswith("E2"))
    direct, _, indirect = score_folder(folder(tmp_path, only_indirect)).kinds.values()
    assert (direct.relation.predicted, direct.relation.gold, direct.exact.precision) == (1, 0, 0.0)
    assert (indirect.exact.f1, indirect.relation.f1) == (1.0, 1.0)


def test_a_missing_source_costs_source_and_relation_but_not_content(tmp_path: Path) -> None:
    score = score_folder(folder(tmp_path, RIGHT.replace(" Source:T4", "")))
    assert score.content_exact.f1 == 1.0
    assert score.source_exact.precision == 0.5
    assert score.relation.f1 == 0.5
    assert score.worst() == [("one", 50.0, 2)]


def test_a_content_half_as_long_overlaps_in_part(tmp_path: Path) -> None:
    marked = RIGHT.replace(span("T3", "Content", "the truce had failed"), span("T3", "Content", "the truce"))
    score = score_folder(folder(tmp_path, marked))
    assert score.content_exact.f1 == 0.5
    assert score.content_soft.precision == pytest.approx(0.75)
    assert score.content_soft.recall == 1.0


def test_what_is_no_news_text_counts_neither_for_nor_against(tmp_path: Path) -> None:
    without = "".join(line for line in RIGHT.splitlines(keepends=True) if not line.startswith("E2"))
    discarded = without + span("T9", "Discard", '"We will leave," she said.')
    assert score_folder(folder(tmp_path, discarded)).relation.precision == 1.0


def test_a_belief_is_no_part_of_the_core(tmp_path: Path) -> None:
    text = "The envoy hopes the truce will hold.\n"
    marked = "T1\tSource 0 9\tx\nT2\tCue 10 15\tx\nT3\tContent 16 35\tx\nE1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
    score = score_folder(folder(tmp_path, marked, text))
    assert score.relation.gold == 1
    assert score.core_relation.gold == score.core_relation.predicted == 0


def test_a_folder_without_marked_texts_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="attributions"):
        score_folder(tmp_path)


def test_the_report_names_what_it_measures(tmp_path: Path) -> None:
    assert "relation, speech and writing" in str(score_folder(folder(tmp_path, RIGHT)))
