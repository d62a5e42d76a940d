"""The audit of the rows that are being loaded: which are kept, which are set aside and why, and whether the table may be published.

Belongs here: what a failure does. Does not belong here: what is expected (`structure`, and one module a table).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from expectations import (
    actor_aliases,
    actor_mentions,
    actor_suggestions,
    actors,
    affiliations,
    article_actors,
    article_issues,
    article_versions,
    casualty_figures,
    casualty_totals,
    claim_links,
    cross_links,
    gx,
    issues,
    loads,
    positions,
    source_files,
    sources,
    statement_speakers,
    statements,
    structure,
    vocabulary,
)
from expectations.expectation import Expectation, Slice
from transforms.tables import TABLES, Table

if TYPE_CHECKING:
    from great_expectations.core.expectation_validation_result import ExpectationValidationResult

_DOMAIN: Mapping[str, tuple[Expectation, ...]] = {
    "core.actor_aliases": actor_aliases.EXPECTATIONS,
    "core.actor_mentions": actor_mentions.EXPECTATIONS,
    "core.actor_suggestions": actor_suggestions.EXPECTATIONS,
    "core.actors": actors.EXPECTATIONS,
    "core.affiliations": affiliations.EXPECTATIONS,
    "core.article_actors": article_actors.EXPECTATIONS,
    "core.article_issues": article_issues.EXPECTATIONS,
    "core.article_versions": article_versions.EXPECTATIONS,
    "core.casualty_figures": casualty_figures.EXPECTATIONS,
    "core.casualty_totals": casualty_totals.EXPECTATIONS,
    "core.claim_links": claim_links.EXPECTATIONS,
    "core.cross_links": cross_links.EXPECTATIONS,
    "core.issues": issues.EXPECTATIONS,
    "ops.loads": loads.EXPECTATIONS,
    "core.positions": positions.EXPECTATIONS,
    "raw.source_files": source_files.EXPECTATIONS,
    "core.sources": sources.EXPECTATIONS,
    "core.statement_speakers": statement_speakers.EXPECTATIONS,
    "core.statements": statements.EXPECTATIONS,
    "core.vocabulary": vocabulary.EXPECTATIONS,
}

_RESULTS = {
    column.name: column.dtype for column in TABLES["ops.validation_results"].columns if column.name not in {"load_id", "validated_at"}
}
_SET_ASIDE = {
    column.name: column.dtype
    for column in TABLES["ops.quarantine"].columns
    if column.name in {"published_date", "table_name", "row_key", "reason", "detail", "row_json"}
}
_LONGEST = 120
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit of one table found.

    `kept` are the rows that break no critical rule. `set_aside` are the others, as `ops.quarantine` keeps them: `reason` is the most
    basic rule that a row breaks, `detail` says what was found and which others it breaks. `results` has a row for each expectation, as
    `ops.validation_results` keeps them. `validation` is what Great Expectations says, for `data_docs`.
    """

    table: Table
    kept: pl.DataFrame
    set_aside: pl.DataFrame
    results: pl.DataFrame
    validation: tuple["ExpectationValidationResult", ...]

    def _failed(self, severity: str) -> pl.DataFrame:
        return self.results.filter((pl.col("severity") == severity) & ~pl.col("success"))

    @property
    def passed(self) -> bool:
        """Whether every critical expectation holds of every row that came."""
        return self._failed("critical").is_empty()

    @property
    def warned(self) -> bool:
        """Whether something failed that does not stop the load: a warning, or rows that are set aside."""
        return not self.blocks and self.results["success"].not_().any()

    @property
    def blocks(self) -> bool:
        """Whether a critical expectation on the table failed: nothing of it may be published."""
        return not self._failed("critical").filter(pl.col("acts_on") == "table").is_empty()

    def summary_markdown(self) -> str:
        """The results as a table, what failed first."""
        outcome = (
            pl.when("success").then(pl.lit("ok")).when(pl.col("severity") == "critical").then(pl.lit("FAIL")).otherwise(pl.lit("warn"))
        )
        order = {"FAIL": 0, "warn": 1, "ok": 2}
        shown = self.results.select(outcome.alias("outcome"), "expectation", "description", "severity", "acts_on", "observed")
        lines = [f"{self.table.qualified_name}: {self.kept.height} rows kept, {self.set_aside.height} set aside.", ""]
        lines += ["| outcome | expectation | what must be true | severity | acts on | observed |", "|---|---|---|---|---|---|"]
        for row in sorted(shown.iter_rows(), key=lambda row: order[row[0]]):
            lines.append("| " + " | ".join(str(cell).replace("|", r"\|").replace("\n", " ") for cell in row) + " |")
        return "\n".join(lines)


def suite(table: Table) -> tuple[Expectation, ...]:
    """Everything that is expected of `table`: structure first, then domain."""
    return (*structure.suite(table), *_DOMAIN.get(table.qualified_name, ()))


def audit(
    table: Table,
    frame: pl.DataFrame,
    beside: Mapping[str, pl.DataFrame],
    today: date,
    *,
    aside: Mapping[str, pl.DataFrame] | None = None,
) -> Audit:
    """Audit the rows of `frame`, which are being loaded into `table` on the day `today`.

    `beside` holds the other frames of the same load by qualified name, as far as they were kept: a row that refers to one that was set
    aside is set aside too. Given in `aside` what was set aside of those tables, it does not count against the share that may be.

    Raises:
        TypeError: the columns or dtypes are not those declared.
        RuntimeError: an expectation could not be evaluated.
    """
    structure.require(table, frame)
    expectations = suite(table)
    arrived = Slice(table, frame, beside, today, frame.height)
    findings = gx.validate(arrived, [each for each in expectations if each.acts_on == "row"])
    broken = _broken(arrived, findings)
    fallen_with = _fallen_with_parent(arrived, broken, aside or {})
    kept = frame.filter(~pl.int_range(pl.len()).is_in(list(broken))) if broken else frame
    remaining = Slice(table, kept, beside, today, frame.height - len(fallen_with))
    findings += gx.validate(remaining, [each for each in expectations if each.acts_on == "table"])
    place = {each.name: number for number, each in enumerate(expectations)}
    findings.sort(key=lambda finding: place[finding.expectation.name])
    return Audit(
        table,
        kept,
        pl.DataFrame([_set_aside(arrived, row, rules) for row, rules in sorted(broken.items())], schema=_SET_ASIDE),
        pl.DataFrame([_result(table, finding) for finding in findings], schema=_RESULTS),
        tuple(finding.validation for finding in findings),
    )


def audits(frames: Mapping[str, pl.DataFrame], today: date, beside: Mapping[str, pl.DataFrame] | None = None) -> Iterator[Audit]:
    """Audit `frames`, by qualified name, in the order of declaration: what falls in one table takes its children in the next along."""
    at_hand = dict(beside or {})
    aside: dict[str, pl.DataFrame] = {}
    for name, table in TABLES.items():
        if name in frames:
            found = audit(table, frames[name], at_hand, today, aside=aside)
            at_hand[name], aside[name] = found.kept, found.set_aside
            yield found


def _broken(loaded: Slice, findings: list[gx.Finding]) -> dict[int, list[Expectation]]:
    """The critical rules that each row breaks, in the order of declaration, by row number."""
    broken: dict[int, list[Expectation]] = {}
    for finding in findings:
        if finding.expectation.severity == "critical":
            for row in finding.rows:
                broken.setdefault(row, []).append(finding.expectation)
    own = {name: column for name, column, target in structure.parents(loaded.table) if target == loaded.table.qualified_name}
    if own and broken:
        rules = {finding.expectation.name: finding.expectation for finding in findings}
        keys = loaded.frame[loaded.table.key[0]].to_list()
        fallen = {keys[row] for row in broken}
        while fallen:
            lost = {
                row: rules[name]
                for name, column in own.items()
                for row, value in enumerate(loaded.frame[column])
                if value in fallen and row not in broken
            }
            broken.update((row, [rule]) for row, rule in lost.items())
            fallen = {keys[row] for row in lost}
    return broken


def _fallen_with_parent(loaded: Slice, broken: Mapping[int, list[Expectation]], aside: Mapping[str, pl.DataFrame]) -> set[int]:
    """The broken rows that refer to a row that was set aside before."""
    found: set[int] = set()
    for _, column, target in structure.parents(loaded.table):
        if target in aside:
            keys = set(aside[target]["row_key"])
            values = loaded.frame[column]
            texts = loaded.frame["version_id"] if "version_id" in loaded.frame.columns else values
            found |= {row for row in broken if values[row] in keys or f"{texts[row]}/{values[row]}" in keys}
    return found


def _set_aside(loaded: Slice, row: int, rules: list[Expectation]) -> dict[str, object]:
    values = loaded.frame.row(row, named=True)
    telling = sorted(rules[0].columns, key=lambda column: values[column] is not None)[:_MOST_COLUMNS]
    seen = ", ".join(f"{column} = {_short(values[column])}" for column in telling)
    others = ", ".join(rule.name for rule in rules[1:])
    return {
        "published_date": values.get("published_date"),
        "table_name": loaded.table.qualified_name,
        "row_key": "/".join(str(values[column]) for column in loaded.table.key),
        "reason": rules[0].name,
        "detail": rules[0].description + (f" Found: {seen}." if seen else "") + (f" Breaks also: {others}." if others else ""),
        "row_json": json.dumps(values, ensure_ascii=False, default=str),
    }


def _short(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _result(table: Table, finding: gx.Finding) -> dict[str, object]:
    return {
        "table_name": table.qualified_name,
        "expectation": finding.expectation.name,
        "description": finding.expectation.description,
        "severity": finding.expectation.severity,
        "acts_on": finding.expectation.acts_on,
        "success": finding.success,
        "checked": finding.checked,
        "unexpected": finding.unexpected,
        "observed": finding.observed,
    }
