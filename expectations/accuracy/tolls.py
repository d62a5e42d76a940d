"""Fitting the weights by which totals are added up, on coded reports: `python -m expectations.accuracy.tolls FOLDER [--folds 10]`.

`FOLDER` holds corpora as `expectations.accuracy.casualty` reads them; the golden articles and totals are learnt from as well. A report
tells only what its counts come to, not how each stands to the others: every way of taking them that comes to a coded value is right, and
the likelier of these teach more (expectation maximisation). The fit stays near the weights set by hand, which the table keeps.

With `--folds` nothing is written: each part of the reports is scored with a table fitted on the others, as that is what holds for other
texts. Belongs here: the fit. Does not belong here: the signals (`transforms.text.casualties.tally`).
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import exp, log
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import yaml

from expectations.accuracy.casualty import READABLE
from expectations.accuracy.descent import descend
from transforms import lexicon
from transforms.text.casualties import tally, toll
from transforms.text.casualties.casualty import figures
from transforms.text.reading import read
from transforms.text.statements.statement import statements

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
MOST = 6  # counts of a text of which every way of taking them is weighed
STRENGTH = 0.5  # how strongly the fit is held to the weights set by hand
OWN = 1.5  # what a text of our own wording counts against a coded report, whose count may come from elsewhere

Weights = dict[str, tuple[float, float]]
Step = tuple[tuple[str, ...], int]  # the signals of a count, and how it was taken: an index of RELATIONS
RELATIONS = ("same", "add", "replace")


class Report(NamedTuple):
    """One measure of one text with several counts: every way of taking them with what it comes to, and the values that are right."""

    name: str
    weight: float
    ways: list[tuple[list[Step], int | None]]
    accepted: frozenset[int]


def reports(folder: Path) -> Iterator[Report]:
    """Those of the coded and of the golden texts that tell several counts of one measure."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            gold = {
                measure: frozenset(value["accept"])
                for measure, value in row["gold"].items()
                if measure in {"killed", "injured"} and value["best"] and row["subset"].get(measure) in READABLE and "figures" not in row
            }
            yield from _reports(f"{path.stem} {row['id']}", row["text"], row.get("date"), gold, 1.0)
    for path in sorted((GOLDEN / "casualty_articles").glob("*.yaml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        gold = {measure: frozenset([value]) for measure, value in case.get("totals", {}).items()}
        yield from _reports(path.stem, case["text"], case["published"], gold, OWN)
    for number, case in enumerate(yaml.safe_load((GOLDEN / "casualty_totals.yaml").read_text(encoding="utf-8"))):
        gold = {measure: frozenset(value if isinstance(value, list) else [value]) for measure, value in case["totals"].items()}
        yield from _reports(f"totals {number}", case["text"], None, gold, OWN)


def _reports(name: str, text: str, published: object, gold: Mapping[str, frozenset[int]], weight: float) -> Iterator[Report]:
    try:
        day = date.fromisoformat(str(published))
    except ValueError:
        day = None
    reading = read(text, day)
    found = figures(reading, statements(reading))
    for measure, accepted in gold.items():
        told = toll.counts(reading, found, measure)[:MOST]
        if len(told) > 1:
            yield Report(name, weight, list(_ways(tally.Tally(reading, found, told[0]), told[1:], [])), accepted)


def _ways(tally: tally.Tally, left: Sequence[tally.Count], steps: list[Step]) -> Iterator[tuple[list[Step], int | None]]:
    if not left:
        yield steps, tally.total().best
        return
    signals = tuple(tally.signals(left[0]))
    for index, relation in enumerate(RELATIONS):
        taken = tally.copy()
        taken.take(left[0], relation, disagrees="disagree" in signals, apart="apart" in signals)
        yield from _ways(taken, left[1:], [*steps, (signals, index)])


def shares(weights: Mapping[str, tuple[float, float]], signals: Iterable[str]) -> tuple[float, float, float]:
    """How likely each relation is."""
    known = [weights[signal] for signal in signals if signal in weights]
    return _shares(sum(adds for adds, _ in known), sum(replaces for _, replaces in known))


def _shares(adds: float, replaces: float) -> tuple[float, float, float]:
    raised = (1.0, exp(min(50.0, adds)), exp(min(50.0, replaces)))
    whole = sum(raised)
    return raised[0] / whole, raised[1] / whole, raised[2] / whole


def fit(learnt: Sequence[Report], by_hand: Mapping[str, tuple[float, float]], rounds: int = 60) -> Weights:
    """The weights under which what the reports come to is likeliest, held near those set by hand."""
    telling = []
    for report in learnt:
        right = [steps for steps, total in report.ways if total in report.accepted]
        if right and len(right) < len(report.ways):
            telling.append((report.weight, right))
    keys = sorted({*by_hand, *(signal for _, ways in telling for steps in ways for signals, _ in steps for signal in signals)})
    places = {key: 2 * at for at, key in enumerate(keys)}  # of its weight for "add"; that for "replace" stands behind it
    held = [weight for key in keys for weight in by_hand.get(key, (0.0, 0.0))]

    def slopes(weights: list[float]) -> list[float]:
        found = [STRENGTH * (weight - hand) for weight, hand in zip(weights, held, strict=True)]
        for weight, ways in telling:
            likely = {
                signals: _shares(sum(weights[places[signal]] for signal in signals), sum(weights[places[signal] + 1] for signal in signals))
                for steps in ways
                for signals, _ in steps
            }
            chances = [exp(sum(log(max(1e-12, likely[signals][taken])) for signals, taken in steps)) for steps in ways]
            whole = sum(chances) or 1.0
            for chance, steps in zip(chances, ways, strict=True):
                for signals, taken in steps:
                    for side in (1, 2):
                        slope = weight * chance / whole * (likely[signals][side] - (side == taken))
                        for signal in signals:
                            found[places[signal] + side - 1] += slope
        return found

    weights = descend(held, slopes, step=0.3, rounds=rounds)
    return {key: (weights[at], weights[at + 1]) for key, at in places.items()}


def is_right(report: Report, weights: Mapping[str, tuple[float, float]]) -> bool:
    """Whether the likeliest way, one count after the other, comes to a value that is right."""
    ways = report.ways
    for step in range(len(ways[0][0])):
        likely = shares(weights, ways[0][0][step][0])
        best = max(range(len(RELATIONS)), key=lambda index: (likely[index], -index))
        ways = [way for way in ways if way[0][step][1] == best]
    return ways[0][1] in report.accepted


def main() -> None:
    parser = ArgumentParser(description=__doc__, prog="python -m expectations.accuracy.tolls")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    by_hand = {row[0]: (float(row[3]), float(row[4])) for row in lexicon.rows("toll_weights") if row[3] != "-"}
    learnt = list(reports(options.folder))
    if options.folds:
        right = 0
        for fold in range(options.folds):
            held = {report.name for report in learnt if crc32(report.name.encode()) % options.folds == fold}
            weights = fit([report for report in learnt if report.name not in held], by_hand)
            right += sum(is_right(report, weights) for report in learnt if report.name in held)
        print(f"right of those not fitted on: {right} of {len(learnt)}")
        return
    weights = fit(learnt, by_hand)
    print(f"right of those fitted on: {sum(is_right(report, weights) for report in learnt)} of {len(learnt)}")
    path = Path(lexicon.__file__).with_name("toll_weights.tsv")
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = []
    for key, (adds, replaces) in sorted(weights.items()):
        hand = by_hand.get(key)
        if hand or max(abs(adds), abs(replaces)) >= 0.1:
            lines.append(
                "\t".join([key, f"{adds:.2f}", f"{replaces:.2f}", *(f"{value:g}" for value in hand or ()), *([] if hand else "--")])
            )
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
