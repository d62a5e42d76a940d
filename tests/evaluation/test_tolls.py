"""Fitting how counts stand to each other: what reports come to teaches how each count was taken."""

import pytest

from expectations.accuracy.tolls import RELATIONS, Report, Step, fit, is_right, shares

TOTALS = {"same": 10, "add": 15, "replace": 5}  # of a text that tells 10, and then 5


def told(signal: str, relation: str) -> Report:
    ways: list[tuple[list[Step], int | None]] = [([((signal,), number)], TOTALS[name]) for number, name in enumerate(RELATIONS)]
    return Report(signal, 1.0, ways, frozenset([TOTALS[relation]]))


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_signal_that_goes_with_a_relation_comes_to_speak_for_it(relation: str) -> None:
    others = [told("other", name) for name in RELATIONS]
    weights = fit([*(told("cue", relation) for _ in range(12)), *others], {})
    assert is_right(told("cue", relation), weights)
    assert max(RELATIONS, key=dict(zip(RELATIONS, shares(weights, ["cue"]), strict=True)).__getitem__) == relation


def test_what_no_report_tells_of_keeps_the_weight_set_by_hand() -> None:
    weights = fit([told("cue", "add")], {"rare": (-2.0, 3.0)})
    assert weights["rare"] == pytest.approx((-2.0, 3.0))


def test_a_report_that_no_way_comes_to_teaches_nothing() -> None:
    report = told("cue", "add")._replace(accepted=frozenset([99]))
    assert fit([report], {}) == {}
