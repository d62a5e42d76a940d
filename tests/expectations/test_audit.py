"""What an audit does with what it finds."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import pytest

from expectations import structure
from expectations.audit import Audit, audit, audits
from tests.expectations.example import TODAY, frames
from transforms.tables import TABLES

CLEAN = frames()
LOADED = ("core.article_versions", "core.article_actors", "core.actor_mentions", "core.statements", "core.statement_speakers")
STATEMENTS = TABLES["core.statements"]


def audited(name: str, frame: pl.DataFrame, **other: Any) -> Audit:
    return audit(TABLES[name], frame, CLEAN, TODAY, **other)


def changed(name: str, number: int = 0, **columns: Any) -> pl.DataFrame:
    rows = CLEAN[name].to_dicts()
    rows[number] |= columns
    return TABLES[name].frame(rows)


def load(**poisoned: pl.DataFrame) -> Mapping[str, Audit]:
    """The audits of a part of the clean load with some frames (`core__statements=...`) in the place of its own."""
    own = {name: CLEAN[name] for name in LOADED}
    other = {name.replace("__", "."): frame for name, frame in poisoned.items()}
    return {found.table.qualified_name: found for found in audits(own | other, TODAY)}


def result(found: Audit, expectation: str) -> dict[str, Any]:
    (row,) = found.results.filter(pl.col("expectation") == expectation).to_dicts()
    return row


def test_a_clean_load_keeps_every_row_and_nothing_warns() -> None:
    for name, found in load().items():
        assert found.kept.equals(CLEAN[name])
        assert found.set_aside.is_empty()
        assert found.passed
        assert not found.warned
        assert not found.blocks


def test_a_row_that_breaks_a_critical_rule_is_set_aside_with_the_rule_and_itself() -> None:
    found = audited("core.statements", changed("core.statements", speaker_count=0, negated=True))
    (case,) = found.set_aside.to_dicts()
    assert found.kept.height == CLEAN["core.statements"].height - 1
    assert case["table_name"] == "core.statements"
    assert case["row_key"] == "sta-1"
    assert case["reason"] == "speakers_can_be_counted"
    assert "speaker_count = 0" in case["detail"]
    assert case["published_date"] == date(2024, 5, 14)
    assert json.loads(case["row_json"])["content_text"].startswith("The Coastal Front has turned down")
    assert found.warned
    assert not found.passed
    assert not found.blocks
    assert result(found, "speakers_can_be_counted")["unexpected"] == 1


def test_a_row_that_breaks_several_rules_is_set_aside_once_under_the_most_basic() -> None:
    found = audited("core.statements", changed("core.statements", speaker_count=0, quotation_type="shouted", evidence="?"))
    (case,) = found.set_aside.to_dicts()
    assert case["reason"] == "quotation_type_is_a_code"
    assert "Breaks also: evidence_is_the_text, speakers_can_be_counted" in case["detail"]


def test_a_warning_keeps_the_row_and_shows() -> None:
    found = audited("core.statements", changed("core.statements", hedge="reportedly"))
    assert found.kept.height == CLEAN["core.statements"].height
    assert found.passed
    assert found.warned
    assert not result(found, "hedge_is_printed")["success"]


def test_a_row_falls_with_the_row_that_it_refers_to() -> None:
    found = load(core__actor_mentions=changed("core.actor_mentions", 2, surface="Somebody"))
    (mention,) = found["core.actor_mentions"].set_aside["row_key"]
    assert mention == "men-3"
    (speaker,) = found["core.statement_speakers"].set_aside.to_dicts()
    assert (speaker["row_key"], speaker["reason"]) == ("sta-3/1", "mention_id_resolves")


def test_with_a_text_falls_all_that_was_read_from_it_and_the_rest_is_loaded() -> None:
    found = load(core__article_versions=changed("core.article_versions", 0, text_sha256="00"))
    assert not any(each.blocks for each in found.values())
    for name, each in found.items():
        if name != "core.article_versions":
            assert set(each.kept["version_id"]) <= {"ver-2"}
    assert found["core.statements"].kept.height == 1


def test_a_figure_falls_with_the_figure_that_includes_it() -> None:
    found = audited("core.casualty_figures", changed("core.casualty_figures", 0, value_low=-1))
    assert dict(found.set_aside.select("row_key", "reason").iter_rows()) == {"fig-1": "value_low_is_a_count", "fig-2": "subset_of_resolves"}


def test_past_a_share_of_the_rows_the_table_is_broken() -> None:
    rows = [{**CLEAN["core.sources"].row(0, named=True), "source_id": f"src-{n}", "name": f"Gull {n}"} for n in range(100)]
    few = [{**each, "reliability": "?"} if n < 10 else each for n, each in enumerate(rows)]
    many = [{**each, "reliability": "?"} if n < 11 else each for n, each in enumerate(rows)]
    assert not audited("core.sources", TABLES["core.sources"].frame(few)).blocks
    found = audited("core.sources", TABLES["core.sources"].frame(many))
    assert found.blocks
    assert not result(found, "few_rows_are_set_aside")["success"]


def test_of_few_rows_some_may_always_fall() -> None:
    rows = [
        {**CLEAN["core.sources"].row(0, named=True), "source_id": f"src-{n}", "reliability": "?"} for n in range(structure.ALWAYS_MAY_FALL)
    ]
    found = audited("core.sources", TABLES["core.sources"].frame(rows))
    assert found.kept.is_empty()
    assert not found.blocks


def test_of_two_rows_with_one_key_the_same_one_stays_in_whatever_order_they_come() -> None:
    first, *_ = CLEAN["core.sources"].to_dicts()
    pair = pl.DataFrame([first, {**first, "name": "Another"}], schema=TABLES["core.sources"].frame_schema)
    kept = [audited("core.sources", frame).kept for frame in (pair, pair.reverse())]
    assert kept[0].height == 1
    assert kept[0].equals(kept[1])


def test_a_failing_critical_rule_on_the_table_blocks() -> None:
    found = audited("core.actors", CLEAN["core.actors"].filter(pl.col("actor_id") != "act-aid"))
    assert found.blocks
    assert "act-aid" not in set(found.kept["actor_id"])


def test_a_reference_to_a_table_that_is_not_at_hand_is_not_judged() -> None:
    alone = {"core.article_versions": CLEAN["core.article_versions"]}
    found = audit(TABLES["core.affiliations"], CLEAN["core.affiliations"], alone, TODAY)
    assert result(found, "actor_id_resolves")["checked"] == 0
    assert found.passed


def test_a_reference_must_be_found_in_the_same_text() -> None:
    found = audited("core.claim_links", changed("core.claim_links", from_statement_id="sta-5"))
    assert found.set_aside["reason"].to_list() == ["from_statement_id_resolves"]


@pytest.mark.parametrize(
    "frame",
    [
        CLEAN["core.statements"].drop("evidence"),
        CLEAN["core.statements"].with_columns(extra=pl.lit(1)),
        CLEAN["core.statements"].with_columns(pl.col("speaker_count").cast(pl.Int32)),
        CLEAN["core.statements"].select(pl.col("evidence"), pl.exclude("evidence")),
    ],
    ids=["missing", "undeclared", "dtype", "order"],
)
def test_columns_that_are_not_those_declared_are_our_bug(frame: pl.DataFrame) -> None:
    with pytest.raises(TypeError, match=r"core\.statements"):
        audited("core.statements", frame)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.qualified_name)
def test_an_empty_frame_is_judged_by_its_number_of_rows(table: Any) -> None:
    found = audit(table, table.frame(), {name: frame.clear() for name, frame in CLEAN.items()}, TODAY)
    assert found.kept.is_empty()
    assert found.blocks == (table.qualified_name in {"core.vocabulary", "core.article_versions"})


def test_the_day_of_the_load_is_given_and_not_read_from_a_clock() -> None:
    found = audit(STATEMENTS, CLEAN["core.statements"], CLEAN, date(2024, 5, 13))
    assert set(found.set_aside["reason"]) == {"published_date_is_not_in_the_future"}


def test_results_and_rows_set_aside_have_the_columns_of_their_tables() -> None:
    found = audited("core.statements", changed("core.statements", speaker_count=0))
    for frame, name in ((found.results, "ops.validation_results"), (found.set_aside, "ops.quarantine")):
        assert {column: dtype for column, dtype in frame.schema.items() if TABLES[name].frame_schema[column] != dtype} == {}
    missing = TABLES["ops.validation_results"].frame_schema.keys() - found.results.schema.keys()
    assert missing == {"load_id", "validated_at"}


def test_the_summary_is_a_table_that_begins_with_what_failed() -> None:
    lines = audited("core.statements", changed("core.statements", speaker_count=0, hedge="|")).summary_markdown().splitlines()
    assert lines[0] == "core.statements: 4 rows kept, 1 set aside."
    assert lines[2].startswith("| outcome |")
    assert lines[4].startswith("| FAIL | speakers_can_be_counted |")
    assert [line.split("|")[1].strip() for line in lines[5:7]] == ["warn", "ok"]
    assert {line.replace(r"\|", "").count("|") for line in lines[2:]} == {7}
