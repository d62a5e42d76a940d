"""Fitting the tables of weights."""

from pathlib import Path

from expectations.accuracy.attribution import score_folder
from expectations.accuracy.fitting import Choice, crossed, fit, texts
from transforms.text.weight import CUES

TEXT = "The envoy said the truce had failed.\n"
MARKS = "T1\tSource 0 9\tx\nT2\tCue 10 14\tx\nT3\tContent 15 35\tx\nE1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"


def test_a_key_that_speaks_for_being_right_weighs_more_than_nothing() -> None:
    yes, no = Choice([["said", "any"]], 0), Choice([["sat", "any"]], -1)
    weights = fit([yes, no] * 10, strength=1.0, least=2)
    assert weights["said"] > 0 > weights["sat"]


def test_of_several_options_the_right_one_wins() -> None:
    weights = fit([Choice([["comma"], ["stop"]], 1)] * 10, strength=1.0, least=2)
    assert weights["stop"] > weights["comma"]


def test_a_rare_key_gets_no_weight() -> None:
    assert "rare" not in fit([Choice([["rare"]], 0), *[Choice([["often"]], 0)] * 5], strength=1.0, least=2)


def test_a_marked_text_is_read_with_its_candidates(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "one.ann").write_text(MARKS, encoding="utf-8")
    (text,) = texts(tmp_path)
    assert [text.scan.lows[draft.cand.at] for draft in text.drafts if draft.cand.at in text.marked[0].cue]
    assert score_folder(tmp_path).relation.f1 == 1.0


def test_folds_score_every_article_once_and_leave_the_weights_of_the_lexicon(tmp_path: Path) -> None:
    for folder, ending, held in (("text", "txt", TEXT), ("attributions", "ann", MARKS)):
        (tmp_path / folder).mkdir()
        for name in ("one", "two", "three"):
            (tmp_path / folder / f"{name}.{ending}").write_text(held, encoding="utf-8")
    before = dict(CUES.table)
    score = crossed(tmp_path, 2)
    assert score.articles == 3
    assert sorted(score.by_article) == ["one", "three", "two"]
    assert before == CUES.table
