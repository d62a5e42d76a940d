"""How right casualty figures are: on own-worded golden texts, and on corpora of reports with the counts that people coded.

Golden sentences (one YAML list) hold a text and the figures it states; golden articles (a YAML file each) also every field of each figure
and the article's totals. What a row leaves out is expected to be left out, but for the bounds that follow from the quantifier.

Corpora are JSON lines: `text`, perhaps `date`, `gold` {measure: {low, best, high, accept, iv}}, `subset` {measure: label} and perhaps
`figures` [{measure, n, victim, optional}]. A text's value is its own total (EM_tot) or the largest figure that is no part (EM_max); a value
is right when it is among those accepted. Rows whose gold can be read from the text are those labelled explicit, sum or implicit1.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from transforms.extraction import NOBODY, Extraction, extract
from transforms.text.actors.reference import Reference
from transforms.text.casualties.figure import Figure

READABLE = ("explicit", "sum", "implicit1")
_OPEN_ABOVE = ("at_least", "more_than")
_OPEN_BELOW = ("at_most", "up_to", "fewer_than")
# What corpora call a measure.
_CORPUS_MEASURES = {"abducted": "captive", "held_captive": "captive", "bodies_recovered": "killed"}

Ends = tuple[int | None, int | None, int | None]


def ends(row: Mapping[str, Any]) -> Ends:
    """Low, best and high of an expected row; those that it leaves out follow from its quantifier."""
    best, quantifier = row["best"], row.get("quantifier", "exact")
    low = row.get("low", None if quantifier in _OPEN_BELOW else best)
    high = row.get("high", None if quantifier in _OPEN_ABOVE else best)
    return low, best, high


# --- golden texts ------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Golden:
    """What was found of what golden texts expect."""

    expected: int = 0
    found: int = 0
    right: int = 0  # measure, bounds, quantifier and being a part
    whole: int = 0  # every field besides
    totals: int = 0
    totals_right: int = 0
    fields: Counter[str] = field(default_factory=Counter)  # how often each field was wrong
    errors: list[str] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """The shares that have floors."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        shares = {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "rows_whole": self.whole / self.expected if self.expected else 1.0,
        }
        return shares | ({"totals": self.totals_right / self.totals} if self.totals else {})


def described(extraction: Extraction, figure: Figure) -> dict[str, Any]:
    """A figure as a golden row: every field that is not empty, spans as the words they cover."""
    text = extraction.reading.text

    def words(span: tuple[int, int] | None) -> str | None:
        return None if span is None else " ".join(text[span[0] : span[1]].split())

    row = {
        "measure": figure.measure,
        "kind": "event_total" if figure.measure_kind == "event_total" else figure.measure_kind,
        "reported": " ".join(figure.value_reported.split()),
        "low": figure.value_low,
        "best": figure.value_best,
        "high": figure.value_high,
        "quantifier": figure.quantifier,
        "victim": words(figure.victim),
        "group": figure.victim_group,
        "status": None if figure.victim_status == "unspecified" else figure.victim_status,
        "subgroup": figure.victim_subgroup,
        "perpetrator": words(figure.perpetrator),
        "place": words(figure.place),
        "period": words(figure.period),
        "date": figure.event_date,
        "start": figure.period_start,
        "end": figure.period_end,
        "precision": figure.date_precision,
        "basis": None if figure.count_basis == "unknown" else figure.count_basis,
        "hedge": figure.hedge,
        "said": figure.statement is not None,
        "by": None if figure.statement is None else words(extraction.statements[figure.statement].source),
        "background": figure.background,
        "part_of": None if figure.subset_of is None else extraction.figures[figure.subset_of].value_reported,
        "supersedes": None if figure.supersedes is None else extraction.figures[figure.supersedes].value_reported,
    }
    return {name: value for name, value in row.items() if name in {"low", "best", "high"} or value not in {None, False}}


def _expected(row: Mapping[str, Any]) -> dict[str, Any]:
    low, best, high = ends(row)
    full = (
        {"kind": "event_total", "quantifier": "exact"}
        | ({"said": True} if "by" in row else {})
        | {name: str(value) if isinstance(value, date) else value for name, value in row.items()}
    )
    return full | {"low": low, "best": best, "high": high}


_CORE = ("measure", "low", "best", "high", "quantifier")


def _core(row: Mapping[str, Any]) -> tuple[object, ...]:
    return (*(row.get(name) for name in _CORE), row.get("kind") == "subset")


def judge(golden: Golden, name: str, expected: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> None:
    """Compare the rows `found` in one text with those `expected`, and count into `golden`."""
    left = list(found)
    golden.expected += len(expected)
    golden.found += len(found)
    for row in expected:
        alike = [other for other in left if _core(other) == _core(row)]
        if not alike:
            golden.errors.append(f"{name}: missed {row}")
            continue
        golden.right += 1
        best = min(alike, key=lambda other: len(_differences(row, other)))
        left.remove(best)
        wrong = _differences(row, best)
        golden.whole += not wrong
        golden.fields.update(wrong)
        golden.errors += [
            f"{name}: {row.get('reported', row['best'])} {row['measure']}: {what} is {best.get(what)!r}, not {row.get(what)!r}"
            for what in wrong
        ]
    golden.errors += [f"{name}: unexpected {row}" for row in left]


def _differences(row: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The fields in which they differ; who says it is compared where the expected row tells it."""
    names = {*row, *other} - ({"by"} if "by" not in row else set())
    return sorted(name for name in names if row.get(name) != other.get(name))


def score_sentences(path: Path, reference: Reference = NOBODY) -> Golden:
    """Score the golden sentences of the file `path`: the figures and the nouns of their victims."""
    golden = Golden()
    for case in yaml.safe_load(path.read_text(encoding="utf-8")):
        extraction = extract(case["text"], reference=reference)
        found = [described(extraction, figure) for figure in extraction.figures]
        expected = []
        for row in case["figures"]:
            full = _expected({key: value for key, value in row.items() if key not in {"subset", "victim"}})
            full["kind"] = "subset" if row.get("subset") else "event_total"
            expected.append(full | {"group": row.get("victim")})
        kept = [
            {name: row.get(name) for name in (*_CORE, "group")} | {"kind": "subset" if row["kind"] == "subset" else "event_total"}
            for row in found
        ]
        judge(golden, case["text"], expected, kept)
    return golden


def score_articles(folder: Path, reference: Reference = NOBODY) -> Golden:
    """Score the golden articles of `folder`: every field of every figure, and the totals."""
    golden = Golden()
    for path in sorted(folder.glob("*.yaml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        extraction = extract(case["text"], case["published"], reference)
        judge(
            golden, path.stem, [_expected(row) for row in case["figures"]], [described(extraction, figure) for figure in extraction.figures]
        )
        totals = {measure: total.best for measure, total in extraction.totals.items()}
        for measure, value in case.get("totals", {}).items():
            golden.totals += 1
            golden.totals_right += totals.get(measure) == value
            if totals.get(measure) != value:
                golden.errors.append(f"{path.stem}: total of {measure} is {totals.get(measure)}, not {value}")
    return golden


def score_totals(path: Path, reference: Reference = NOBODY) -> Golden:
    """Score the golden totals of the file `path`: what each text comes to by measure, a number or the two ends of an interval."""
    golden = Golden()
    for case in yaml.safe_load(path.read_text(encoding="utf-8")):
        totals = extract(case["text"], reference=reference).totals
        for measure, value in case["totals"].items():
            total = totals.get(measure)
            found = None if total is None else [total.low, total.high] if isinstance(value, list) else total.best
            golden.totals += 1
            golden.totals_right += (found or 0) == value
            if (found or 0) != value:
                golden.errors.append(f"{case['text']}: total of {measure} is {found}, not {value}")
    return golden


def measure_totals(path: Path, reference: Reference = NOBODY) -> dict[str, float]:
    """The share of the golden totals that has a floor."""
    golden = score_totals(path, reference)
    return {"totals": golden.totals_right / golden.totals}


def measure_sentences(path: Path, reference: Reference = NOBODY) -> dict[str, float]:
    """The shares of the golden sentences that have floors."""
    return score_sentences(path, reference).measures()


def measure_articles(folder: Path, reference: Reference = NOBODY) -> dict[str, float]:
    """The shares of the golden articles that have floors."""
    return score_articles(folder, reference).measures()


# --- corpora -----------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Cell:
    """The rows of one measure and one kind of gold."""

    rows: int = 0
    total_right: int = 0
    largest_right: int = 0
    any_right: int = 0


@dataclass(slots=True)
class Corpus:
    """What was right in one corpus."""

    texts: int = 0
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)  # by measure and label; label "readable" holds READABLE
    intervals: int = 0
    intervals_right: int = 0
    groups: int = 0  # victims' groups of two or more with a number
    groups_found: int = 0
    without: Counter[str] = field(default_factory=Counter)  # texts whose gold is none, by measure
    false_alarms: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = [f"{self.texts} texts"]
        for (measure, label), cell in sorted(self.cells.items()):
            lines.append(
                f"  {measure:10} {label:10} rows {cell.rows:5}   EM_tot {cell.total_right / cell.rows:.3f}"
                f"   EM_max {cell.largest_right / cell.rows:.3f}   EM_any {cell.any_right / cell.rows:.3f}"
            )
        for measure, rows in sorted(self.without.items()):
            lines.append(f"  {measure:10} none       rows {rows:5}   false alarms {self.false_alarms[measure] / rows:.3f}")
        if self.intervals:
            lines.append(
                f"  intervals with both ends in the text {self.intervals}   both right {self.intervals_right / self.intervals:.3f}"
            )
        if self.groups:
            lines.append(f"  numbered victim groups {self.groups}   recall {self.groups_found / self.groups:.3f}")
        return "\n".join(lines)


def score_corpus(path: Path) -> Corpus:
    """Score the texts of the JSON lines file `path`."""
    corpus = Corpus()
    for case in _cases(path):
        corpus.texts += 1
        extraction = extract(case["text"], _day(case.get("date")))
        for measure, gold in case["gold"].items():
            _score_measure(corpus, extraction, measure, gold, case.get("subset", {}).get(measure, "explicit"))
        _score_groups(corpus, extraction, case.get("figures") or ())
    return corpus


def _cases(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None  # "9-13 May": no day


def _score_measure(corpus: Corpus, extraction: Extraction, measure: str, gold: Mapping[str, Any], label: str) -> None:
    figures = [figure for figure in extraction.figures if _CORPUS_MEASURES.get(figure.measure, figure.measure) == measure]
    main = [figure for figure in figures if figure.measure_kind != "subset"]
    counted = [figure for figure in main if figure.value_best is not None]
    totals = [total for name, total in extraction.totals.items() if _CORPUS_MEASURES.get(name, name) == measure and total.best is not None]
    total = max(totals, key=lambda total: total.best or 0, default=None)
    if not gold["best"]:
        corpus.without[measure] += 1
        corpus.false_alarms[measure] += any(figure.value_best != 0 for figure in main)
        return
    accepted = gold["accept"]
    largest = max(counted, key=lambda figure: figure.value_best or 0, default=None)
    for key in (label, *(("readable",) if label in READABLE else ())):
        cell = corpus.cells.setdefault((measure, key), Cell())
        cell.rows += 1
        cell.total_right += total is not None and total.best in accepted
        cell.largest_right += largest is not None and largest.value_best in accepted
        cell.any_right += any(figure.value_best in accepted for figure in figures)
    if gold.get("iv"):
        corpus.intervals += 1
        low, high = (None, None)
        if total is not None:
            low = total.best if total.low is None else total.low
            high = total.best if total.high is None else total.high
        elif largest is not None:
            low = largest.value_best if largest.value_low is None else largest.value_low
            high = largest.value_best if largest.value_high is None else largest.value_high
        corpus.intervals_right += (low, high) == (gold["low"], gold["high"])


def _score_groups(corpus: Corpus, extraction: Extraction, groups: Sequence[Mapping[str, Any]]) -> None:
    found = {(_CORPUS_MEASURES.get(figure.measure, figure.measure), figure.value_best) for figure in extraction.figures}
    for group in groups:
        if group["measure"] in {"killed", "injured", "captive", "released"} and (group["n"] or 0) > 1 and not group.get("optional"):
            corpus.groups += 1
            corpus.groups_found += (group["measure"], group["n"]) in found
