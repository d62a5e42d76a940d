"""How right actors, positions and links are, over small stories of several articles with their expected rows beside the text.

A story is a folder of YAML files, one article each, in order: `published`, `publisher`, `text`, and what a careful reader finds in it.
`actors` and `also` (right if found, not missed if not) are names, with `|` between those that are as good; positions name the holder, the
stance, words of the issue and, where it matters, `by` (the source who asserts it), `basis`, `condition`; links name words of either claim
and `to_article`. `optional` rows count neither as missed nor as wrong. Stories with `held_out` are scored apart: no rule was made for them.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from expectations.accuracy.score import Score
from transforms.extraction import Extraction, extract
from transforms.text.actors.reference import Reference
from transforms.text.links.across import CrossLink, cross_links, told
from transforms.text.positions.position import Position

Read = Callable[[str, date], Extraction]
KINDS = ("actors", "positions", "links")


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a story, with the rows that are expected of it."""

    story: str
    number: int
    published: date
    publisher: str
    text: str
    held_out: bool
    expected: dict[str, Any]


@dataclass(slots=True)
class Report:
    """The scores of a set of stories. `bases` and `conditions` count only positions that are right otherwise."""

    actors: Score = field(default_factory=Score)
    positions: Score = field(default_factory=Score)
    links: Score = field(default_factory=Score)
    bases: Score = field(default_factory=Score)
    assertions: Score = field(default_factory=Score)
    contested: Score = field(default_factory=Score)
    conditions: Score = field(default_factory=Score)


def articles(folder: Path) -> list[Article]:
    """The articles of the stories in `folder`, story by story."""
    import yaml

    found = []
    for path in sorted(folder.glob("*/*.yaml"), key=lambda path: (path.parent.name, int(path.stem))):
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.append(
            Article(
                path.parent.name,
                int(path.stem),
                row["published"] if isinstance(row["published"], date) else date.fromisoformat(row["published"]),
                row["publisher"],
                row["text"],
                bool(row.get("held_out")),
                row,
            )
        )
    return found


def score(golden: Sequence[Article], read: Read) -> Report:
    """Read every article of `golden` and compare."""
    report = Report()
    readings = {(article.story, article.number): read(article.text, article.published) for article in golden}
    for article in golden:
        found = readings[article.story, article.number]
        _score_actors(article, found, report.actors)
        _score_positions(article, found, report)
    stories: dict[str, list[Article]] = {}
    for article in golden:
        stories.setdefault(article.story, []).append(article)
    for story in stories.values():
        _score_links(story, readings, report.links)
    return report


def measure(place: Path, reference: Reference) -> dict[str, float]:
    """Precision and recall of actors, positions and links over the stories in the folder `place`; of those held out as well."""

    def read(text: str, published: date) -> Extraction:
        return extract(text, published, reference)

    golden = articles(place)
    found: dict[str, float] = {}
    for prefix, chosen in (("", golden), ("held_out_", [article for article in golden if article.held_out])):
        if not chosen:
            continue
        report = score(chosen, read)
        for name in KINDS:
            part: Score = getattr(report, name)
            found[f"{prefix}{name}_precision"] = part.precision
            found[f"{prefix}{name}_recall"] = part.recall
        found[f"{prefix}positions_basis"] = report.bases.precision
        found[f"{prefix}positions_contested"] = report.contested.precision
        found[f"{prefix}positions_condition"] = report.conditions.precision
    return found


def _plain(name: str) -> str:
    low = re.sub(r"[’ʼ`´]", "'", name.lower()).strip(" ,.")
    return re.sub(r"^(?:the|an?|its|his|their)\s+", "", low)


def _names(found: Extraction, actor: int) -> set[str]:
    row = found.cast.actors[actor]
    return {_plain(row.name), *(_plain(form) for form, kind in row.aliases if kind != "demonym")}


def _is_one_of(expected: str, names: set[str]) -> bool:
    return any(_plain(choice) in names for choice in expected.split("|"))


def _score_actors(article: Article, found: Extraction, score: Score) -> None:
    acting = _acting(found)
    expected = list(article.expected.get("actors", ()))
    also = [*article.expected.get("also", ())]
    missing = dict.fromkeys(expected)
    for actor in sorted(acting):
        names = _names(found, actor)
        hit = next((name for name in missing if _is_one_of(name, names) or _is_description(name, found, actor)), None)
        if hit is not None:
            del missing[hit]
            score.right += 1
        elif not any(_is_one_of(name, names) or _is_description(name, found, actor) for name in [*also, *expected]):
            score.wrong += 1
            score.errors.append(
                f"{article.story}/{article.number} wrong actor {found.cast.actors[actor].name!r} ({found.cast.actors[actor].kind})"
            )
    score.missed += len(missing)
    score.errors.extend(f"{article.story}/{article.number} missed actor {name!r}" for name in missing)


def _acting(found: Extraction) -> set[int]:
    """The actors that speak, hold a position, have a role or are named; mere places are not asked for."""
    speaking = {speaker.actor for speaker in found.cast.speakers}
    holding = {position.holder for position in found.positions}
    return {
        index
        for index, actor in enumerate(found.cast.actors)
        if index in speaking or index in holding or (actor.is_named and actor.kind not in ("place", "document"))
    }


def _is_description(expected: str, found: Extraction, actor: int) -> bool:
    """Whether an unnamed actor is described in the expected words, or in fewer or more of them."""
    row = found.cast.actors[actor]
    if row.is_named:
        return False
    name = set(_plain(row.name).split())
    return any(
        len(name & set(_plain(choice).split())) * 10 >= 6 * max(len(set(_plain(choice).split())), 1) for choice in expected.split("|")
    )


def _is_holder(expected: str, found: Extraction, holder: int | None, text: str) -> bool:
    if holder is not None and (_is_one_of(expected, _names(found, holder)) or _is_description(expected, found, holder)):
        return True
    return any(_plain(choice) == _plain(text) for choice in expected.split("|"))


def _where(text: str, words: str) -> list[tuple[int, int]]:
    found = []
    for choice in words.split("|"):
        begin = text.find(choice)
        while begin >= 0:
            found.append((begin, begin + len(choice)))
            begin = text.find(choice, begin + 1)
    return found


def _covers(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(min(span[1], stop) - max(span[0], first) > 0.4 * min(span[1] - span[0], stop - first) for first, stop in spans)


def _score_positions(article: Article, found: Extraction, report: Report) -> None:
    text = article.text
    used: set[int] = set()
    for row in article.expected.get("positions", ()):
        where = _where(text, row["issue"])
        stances = row["stance"].split("|")
        hits = [
            index
            for index, position in enumerate(found.positions)
            if index not in used
            and position.stance in stances
            and _covers(position.issue, where)
            and _is_holder(row["holder"], found, position.holder, text[slice(*position.holder_text)])
        ]
        if not hits:
            if not row.get("optional"):
                report.positions.missed += 1
                report.positions.errors.append(
                    f"{article.story}/{article.number} missed position {row['holder']} {row['stance']} {row['issue']!r}"
                )
            continue
        hit = next((index for index in hits if _is_asserted_by(row, found, found.positions[index], text)), hits[0])
        used.add(hit)
        position = found.positions[hit]
        if not row.get("optional"):
            report.positions.right += 1
        label = f"{article.story}/{article.number} {row['holder']} {row['stance']} {row['issue']!r}"
        _count(
            report.bases,
            f"{label}: basis {position.assertion_basis}, not {row['basis']}",
            right=position.assertion_basis in row["basis"].split("|"),
        )
        told_by = f"{label}: asserted by {_asserter(found, position, text)!r}"
        _count(report.assertions, told_by, right=_is_asserted_by(row, found, position, text))
        if row.get("contested") in (None, True):
            expected = bool(row.get("contested"))
            _count(report.contested, f"{label}: contested by {position.contested_by}", right=bool(position.contested_by) == expected)
        if "condition" in row:
            right = position.condition is not None and _covers(position.condition, _where(text, row["condition"]))
            _count(report.conditions, f"{label}: condition {position.condition}", right=right or position.stance != "conditions")
    for index, position in enumerate(found.positions):
        if index not in used:
            report.positions.wrong += 1
            report.positions.errors.append(
                f"{article.story}/{article.number} wrong position {text[slice(*position.holder_text)]!r} {position.stance}"
                f" {text[slice(*position.issue)]!r} ({position.rule})"
            )


def _count(score: Score, error: str, *, right: bool) -> None:
    if right:
        score.right += 1
    else:
        score.wrong += 1
        score.missed += 1
        score.errors.append(error)


def _is_asserted_by(row: dict[str, Any], found: Extraction, position: Position, text: str) -> bool:
    by = row.get("by", "narrator")
    basis = row["basis"]
    if position.statement is None:
        return "narrator" in by or "narrator" in basis
    if "by" not in row:
        return "self" in basis
    source = found.statements[position.statement].source
    speakers = [speaker.actor for speaker in found.cast.speakers if speaker.statement == position.statement]
    if any(actor is not None and (_is_one_of(by, _names(found, actor)) or _is_description(by, found, actor)) for actor in speakers):
        return True
    return source is not None and any(_plain(choice) in _plain(text[slice(*source)]) for choice in by.split("|"))


def _asserter(found: Extraction, position: Position, text: str) -> str:
    if position.statement is None:
        return "narrator"
    source = found.statements[position.statement].source
    return text[slice(*source)] if source is not None else "?"


def _score_links(story: Sequence[Article], readings: dict[tuple[str, int], Extraction], score: Score) -> None:
    by_number = {article.number: article for article in story}
    rows: list[tuple[str, tuple[int, tuple[int, int]], tuple[int, tuple[int, int]]]] = []
    for article in story:
        found = readings[article.story, article.number]
        rows.extend(
            (link.relation, (article.number, _extent(found, link.source)), (article.number, _extent(found, link.target)))
            for link in found.links
        )
    rows.extend(_cross(story, readings))
    used: set[int] = set()
    for article in story:
        for row in article.expected.get("links", ()):
            target = by_number[row.get("to_article", article.number)]
            origin, goal = _where(article.text, row["from"]), _where(target.text, row["to"])
            hit = next(
                (
                    index
                    for index, (relation, source, end) in enumerate(rows)
                    if index not in used
                    and relation in row["relation"].split("|")
                    and (source[0], end[0]) == (article.number, target.number)
                    and _touches(source[1], origin)
                    and _touches(end[1], goal)
                ),
                None,
            )
            if hit is not None:
                used.add(hit)
                score.right += not row.get("optional")
            elif not row.get("optional"):
                score.missed += 1
                score.errors.append(f"{article.story}/{article.number} missed link {row['relation']} {row['from']!r} -> {row['to']!r}")
    for index, (relation, source, end) in enumerate(rows):
        if index not in used:
            score.wrong += 1
            score.errors.append(
                f"{story[0].story}/{source[0]} wrong link {relation} {by_number[source[0]].text[slice(*source[1])]!r}"
                f" -> {end[0]} {by_number[end[0]].text[slice(*end[1])]!r}"
            )


def _touches(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(min(span[1], stop) - max(span[0], first) > 0.6 * (stop - first) for first, stop in spans)


def _extent(found: Extraction, index: int) -> tuple[int, int]:
    statement = found.statements[index]
    spans = [*statement.content, *(span for span in (statement.cue, statement.source) if span is not None)]
    return (min(first for first, _ in spans), max(stop for _, stop in spans))


def _cross(
    story: Sequence[Article], readings: dict[tuple[str, int], Extraction]
) -> list[tuple[str, tuple[int, tuple[int, int]], tuple[int, tuple[int, int]]]]:
    claims = []
    places: dict[tuple[str, str], tuple[int, tuple[int, int]]] = {}
    for article in story:
        found = readings[article.story, article.number]
        name = f"{article.story}/{article.number}"
        for claim, span in told(found.reading, found.statements, found.cast, name, article.published.isoformat(), article.publisher):
            claims.append(claim)
            places[claim.article, claim.key] = (article.number, span)
    links: list[CrossLink] = cross_links(claims)
    return [(link.relation, places[link.source], places[link.target]) for link in links]
