"""The evaluation gate: the golden sets score at least their floors, and the floors belong to these sets."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from expectations.accuracy import gate
from transforms.text.actors.reference import Reference
from warehouse.reference import actor_reference

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="session")
def verdicts() -> Sequence[gate.Verdict]:
    return gate.verdicts(GOLDEN, actor_reference())


def test_every_golden_set_scores_at_least_its_floors(verdicts: Sequence[gate.Verdict]) -> None:
    assert [f"{verdict.gold} {verdict.metric} {verdict.value:.3f}: {verdict.problem}" for verdict in verdicts if verdict.problem] == []


def test_every_floor_is_measured(verdicts: Sequence[gate.Verdict]) -> None:
    measured = {(verdict.gold, verdict.metric) for verdict in verdicts}
    assert {(gold, metric) for gold, floors in gate.recorded().items() for metric in floors if metric != "gold"} == measured


def _one(value: float) -> gate.Gold:
    return gate.Gold("one", "one.yaml", lambda _place, _reference: {"precision": value})


def test_a_changed_golden_set_a_missing_floor_and_a_low_score_are_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.yaml").write_text("text: x\n", encoding="utf-8")
    monkeypatch.setattr(gate, "golds", lambda: (_one(0.8),))
    here = gate.digest(tmp_path / "one.yaml")

    def problem(floors: dict[str, object]) -> str | None:
        return gate.verdicts(tmp_path, Reference(), {"one": floors})[0].problem

    assert problem({"gold": here, "precision": 0.8}) is None
    assert "below" in (problem({"gold": here, "precision": 0.81}) or "")
    assert "no floor" in (problem({"gold": here}) or "")
    assert "not the one" in (problem({"gold": "another", "precision": 0.5}) or "")


def test_recorded_floors_rise_and_never_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.yaml").write_text("text: x\n", encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(gate, "golds", lambda: (_one(0.8),))
    gate.record(tmp_path, gate.verdicts(tmp_path, Reference()))
    assert gate.recorded()["one"]["precision"] == pytest.approx(0.795)
    assert gate.verdicts(tmp_path, Reference())[0].problem is None
    monkeypatch.setattr(gate, "golds", lambda: (_one(0.9),))
    gate.record(tmp_path, gate.verdicts(tmp_path, Reference()))
    assert gate.recorded()["one"]["precision"] == pytest.approx(0.895)
    monkeypatch.setattr(gate, "golds", lambda: (_one(0.7),))
    with pytest.raises(ValueError, match="floors only rise"):
        gate.record(tmp_path, gate.verdicts(tmp_path, Reference()))
    assert gate.recorded()["one"]["precision"] == pytest.approx(0.895)
