"""How right the resolved speakers are, over own-worded wire articles with the expected rows beside the text.

An article is a YAML file: `published`, `text`, and one row a statement: `says` (words of its content; `|` between wordings that are as
good), `by` (who speaks: the canonical name or the description of an unnamed source, `|` between names that are as good, `&` between
those who speak together, `-` where it is not certain who does, `*` where the row is there for its codes only), and, where they are told,
the codes `type` (attribution type), `kind` (quotation type) and `act` (speech act), with `|`, `to` (the addressee's last word), `negated`
and `count`. Articles with `held_out` can be scored apart: no rule was made for them.

A row is read from the statement whose content holds its words. Who is expected and not found there is missed, whether the statement, its
source or the resolution failed; who is found there and not expected is wrong. Statements that no row names are counted (`unexpected`),
not judged.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from expectations.accuracy.score import Score
from transforms.extraction import Extraction
from transforms.text.actors.reference import Reference

CODES = ("type", "count", "kind", "act", "to", "negated")
Read = Callable[[str, date], Extraction]


@dataclass(frozen=True, slots=True)
class Row:
    """One expected statement."""

    says: tuple[str, ...]
    by: tuple[frozenset[str], ...] | None  # those who speak together, each with the names that are as good; None = not asked
    codes: dict[str, frozenset[str]]  # code -> the values that are as good


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its expected rows."""

    name: str
    published: date
    text: str
    held_out: bool
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Report(Score):
    """Which speakers were right, wrong and missed, and what else is asked of the statements."""

    without_statement: int = 0
    unexpected: int = 0
    codes_right: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """The report as lines for people."""
        shares = f"precision {self.precision:.3f}   recall {self.recall:.3f}"
        counted = f"{self.right} right, {self.wrong} wrong, {self.missed} missed, {self.without_statement} of them without a statement"
        return [
            f"speakers   {shares}   ({counted}; {self.unexpected} statements not in the gold)",
            "   ".join(f"{code} {self.share(code):.3f} of {self.codes[code]}" for code in CODES),
        ]

    def share(self, code: str) -> float:
        """How many of the values of a code are right."""
        return self.codes_right[code] / self.codes[code] if self.codes[code] else 1.0


def articles(folder: Path) -> list[Article]:
    """The golden articles of `folder`, in the order of their names.

    Raises:
        FileNotFoundError: there is no article in `folder`.
        ValueError: the words of a row do not stand in its text.
    """
    import yaml

    found = [_article(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.yaml"))]
    if not found:
        raise FileNotFoundError(f"no golden article (*.yaml) in {folder}")
    return found


def score(golden: Iterable[Article], read: Read) -> Report:
    """How right the speakers are that `read` finds in `golden`."""
    report = Report()
    for article in golden:
        _score(article, read(article.text, article.published), report)
    return report


def measure(folder: Path, reference: Reference) -> dict[str, float]:
    """Precision and recall of resolved speakers in the golden articles of `folder`, and how many types and counts are right."""
    from transforms.extraction import extract

    report = score(articles(folder), partial(extract, reference=reference))
    return {
        "precision": report.precision,
        "recall": report.recall,
        "types": report.share("type"),
        "counts": report.share("count"),
        "kinds": report.share("kind"),
        "acts": report.share("act"),
        "addressees": report.share("to"),
    }


def _article(name: str, record: dict[str, Any]) -> Article:
    rows = []
    for row in record["statements"]:
        says = tuple(row["says"].split("|"))
        if not any(words in record["text"] for words in says):
            raise ValueError(f"{name}: no words of the row {row['says']!r} stand in the text")
        by = None if row["by"] == "*" else tuple(frozenset(map(_plain, one.split("|"))) for one in row["by"].split("&") if one != "-")
        rows.append(Row(says, by, {code: frozenset(str(row[code]).split("|")) for code in CODES if code in row}))
    return Article(name, record["published"], record["text"], bool(record.get("held_out")), tuple(rows))


def _plain(name: str) -> str:
    words = " ".join(name.lower().split())
    for article in ("the ", "a ", "an "):
        words = words.removeprefix(article)
    return words


def _same(expected: frozenset[str], found: str) -> bool:
    plain = _plain(found)
    return any(plain == name or plain.startswith(name + " ") for name in expected)


def _score(article: Article, extraction: Extraction, report: Report) -> None:
    cast = extraction.cast
    speakers: dict[int, list[str]] = {}
    for speaker in cast.speakers:
        if speaker.actor is not None:
            speakers.setdefault(speaker.statement, []).append(cast.actors[speaker.actor].name)
    used: set[int] = set()
    for row in article.rows:
        number = _statement(row, article.text, extraction, speakers)
        if number is None:
            if row.by is not None:
                report.missed += len(row.by)
                report.without_statement += len(row.by)
                report.errors.append(f"{article.name}: no statement holds {row.says[0]!r}")
            continue
        used.add(number)
        found = speakers.get(number, [])
        if row.by is not None:
            left = list(found)
            for expected in row.by:
                hit = next((name for name in left if _same(expected, name)), None)
                if hit is None:
                    report.missed += 1
                    source = extraction.statements[number].source
                    printed = article.text[slice(*source)] if source is not None else None
                    method = next((one.method for one in cast.speakers if one.statement == number), "")
                    report.errors.append(
                        f"{article.name}: {row.says[0]!r}: expected {'|'.join(sorted(expected))}, found {found} for {printed!r} ({method})"
                    )
                else:
                    left.remove(hit)
                    report.right += 1
            report.wrong += len(left)
            if left and len(left) == len(found) - len(row.by):
                report.errors.append(f"{article.name}: {row.says[0]!r}: {left} speak too")
        told = _codes(article.text, extraction, number)
        for code, values in row.codes.items():
            report.codes[code] += 1
            report.codes_right[code] += told[code] in values
            if told[code] not in values:
                report.errors.append(f"{article.name}: {row.says[0]!r}: expected {code} {'|'.join(sorted(values))}, found {told[code]}")
    report.unexpected += sum(1 for number in speakers if number not in used)


def _codes(text: str, extraction: Extraction, number: int) -> dict[str, str]:
    """What is told of a statement besides its speakers."""
    statement, voice = extraction.statements[number], extraction.cast.voices[number]
    heard = text[slice(*statement.addressee)].split() if statement.addressee is not None else ["-"]
    return {
        "type": voice.attribution_type,
        "count": str(voice.speaker_count),
        "kind": statement.quotation_type,
        "act": statement.speech_act,
        "to": heard[-1],
        "negated": str(statement.negated),
    }


def _statement(row: Row, text: str, extraction: Extraction, speakers: dict[int, list[str]]) -> int | None:
    """The statement whose content holds the words of `row`; of several, the one with the right speaker, else the tightest."""
    holding: list[tuple[bool, int, int]] = []
    for words in row.says:
        at = text.find(words)
        while at >= 0:
            for number, statement in enumerate(extraction.statements):
                spans = (
                    statement.content
                    if words != row.says[-1] or len(row.says) == 1 or statement.cue is None
                    else (*statement.content, statement.cue)
                )
                if any(
                    start < at + len(words) and at < end and min(end, at + len(words)) - max(start, at) > len(words) // 2
                    for start, end in spans
                ):
                    right = row.by is not None and any(_same(one, name) for one in row.by for name in speakers.get(number, []))
                    holding.append(
                        (not right if text.count(words) > 1 else False, sum(end - start for start, end in statement.content), number)
                    )
            at = text.find(words, at + 1)
    return min(holding)[2] if holding else None
