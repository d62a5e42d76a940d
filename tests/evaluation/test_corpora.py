"""`onrecord evaluate` on marked corpora: a folder of attributions, a file of counts, and a folder that holds both."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli import app

TEXT = "The mayor said the bridge was closed."


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    marked = tmp_path / "marked"
    for name in ("text", "attributions"):
        (marked / name).mkdir(parents=True)
    (marked / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    standoff = "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 36\tthe bridge was closed\n"
    (marked / "attributions" / "one.ann").write_text(f"{standoff}E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n", encoding="utf-8")
    counted = {"id": "1", "text": "A bomb killed four people.", "date": "2024-03-04", "subset": {"killed": "explicit"}}
    counted["gold"] = {"killed": {"low": 4, "best": 4, "high": 4, "accept": [4]}}
    (tmp_path / "counts.jsonl").write_text(json.dumps(counted) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("marked", ["relation", "100.0"]),
        ("counts.jsonl", ["killed", "EM_tot 1.000"]),
        ("", ["marked:", "relation", "counts.jsonl:", "EM_tot"]),
    ],
)
def test_a_corpus_is_scored_and_so_is_each_of_a_folder(corpora: Path, place: str, shown: list[str]) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(corpora / place)])
    assert result.exit_code == 0
    assert [words for words in shown if words not in result.stdout] == []


def test_what_is_no_corpus_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(tmp_path)])
    assert result.exit_code == 1
    assert "text/ and attributions/" in " ".join(result.output.split())
