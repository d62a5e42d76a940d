"""The gate: what the golden sets must score, and the digest of the golden sets it was measured on. Floors only rise.

Belongs here: floors, and comparing with them. Does not belong here: how a set is scored (one module each).
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from transforms.text.actors.reference import Reference

FLOORS = Path(__file__).with_name("floors.toml")
_HEAD = """# What each golden set must score (shares of 1), and the digest of the set that it was measured on.
# `onrecord evaluate --record` writes this file: it raises floors and never lowers one.
"""
SLACK = 0.005  # a recorded floor lies so far below what was measured

Measure = Callable[[Path, Reference], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Gold:
    """A golden set: its name in the floors, where it lies below tests/golden, and how it is scored."""

    name: str
    place: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measure of one golden set against its floor. `problem` says what to do; None where all is well."""

    gold: str
    metric: str
    value: float
    floor: float
    problem: str | None


def golds() -> tuple[Gold, ...]:
    """Every golden set."""
    from expectations.accuracy import casualty, speakers, stories

    return (
        Gold("speakers", "speakers", speakers.measure),
        Gold("casualty_sentences", "casualty_sentences.yaml", casualty.measure_sentences),
        Gold("casualty_articles", "casualty_articles", casualty.measure_articles),
        Gold("casualty_totals", "casualty_totals.yaml", casualty.measure_totals),
        Gold("stories", "stories", stories.measure),
        Gold("later_stories", "later_stories", stories.measure),
        Gold("latest_stories", "latest_stories", stories.measure),
    )


def digest(place: Path) -> str:
    """The digest of a file, or of all files below a folder."""
    files = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
    found = sha256()
    for path in files:
        found.update(path.relative_to(place.parent).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:20]


def verdicts(golden: Path, reference: Reference, floors: Mapping[str, Mapping[str, object]] | None = None) -> list[Verdict]:
    """Score every set below the folder `golden` and compare it with its floors."""
    held = recorded() if floors is None else floors
    found = []
    for gold in golds():
        floor_of = held.get(gold.name, {})
        changed = floor_of.get("gold") != digest(golden / gold.place)
        for metric, value in gold.measure(golden / gold.place, reference).items():
            floor = floor_of.get(metric)
            limit = float(floor) if isinstance(floor, int | float) else 0.0
            if changed:
                problem = "the golden set is not the one that the floor was measured on: onrecord evaluate --record"
            elif floor is None:
                problem = "there is no floor: onrecord evaluate --record"
            elif value < limit:
                problem = "below its floor: a change made the reading worse"
            else:
                problem = None
            found.append(Verdict(gold.name, metric, value, limit, problem))
    return found


def recorded() -> dict[str, dict[str, object]]:
    """The floors as they are written down."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def record(golden: Path, found: list[Verdict]) -> None:
    """Write floors just below what was measured, and never lower than they were.

    Raises:
        ValueError: a measure is below its floor; nothing is written.
    """
    low = [
        f"{verdict.gold} {verdict.metric}: {verdict.value:.3f} < {verdict.floor:.3f}" for verdict in found if verdict.value < verdict.floor
    ]
    if low:
        raise ValueError("floors only rise: " + "; ".join(low))
    places = {gold.name: golden / gold.place for gold in golds()}
    lines = [_HEAD]
    for name, place in places.items():
        lines.append(f'[{name}]\ngold = "{digest(place)}"')
        mine = (verdict for verdict in found if verdict.gold == name)
        lines += [f"{verdict.metric} = {max(verdict.floor, int((verdict.value - SLACK) * 1000) / 1000):.3f}" for verdict in mine]
        lines.append("")
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
