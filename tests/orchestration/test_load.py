"""Real runs through a real Dagster instance, on real files."""

import json
from datetime import UTC, datetime

import dagster as dg
import polars as pl

from orchestration import night
from tests.orchestration.house import BRIDGE, FERRY, FRIDAY, MARKET, MONDAY, TUESDAY, WEDNESDAY, evaluations, facts
from transforms import facts as facts_module
from transforms.tables import TABLES, of_scope
from warehouse import publish
from warehouse.staleness import standing

COUNTS = "SELECT files_seen, files_loaded, files_unchanged, files_quarantined FROM ops.loads ORDER BY loaded_at"
CASES = "SELECT row_key, reason, resolved_at IS NOT NULL FROM ops.quarantine ORDER BY row_key, reason"
WARN, ERROR = dg.AssetCheckSeverity.WARN, dg.AssetCheckSeverity.ERROR


def poisoned(monkeypatch, **changes):
    """Let the transform give other frames: `changes` are functions of a frame, by table of `core`."""
    honest = facts_module.facts

    def facts(versions, *given, **named):
        found = honest(versions, *given, **named)
        return found | {f"core.{name}": change(found[f"core.{name}"]) for name, change in changes.items()}

    monkeypatch.setattr(facts_module, "facts", facts)


# ---- The first night


def test_a_first_night_loads_several_days_in_one_run(first_night):
    house, result = first_night
    assert result.success
    assert house.published("SELECT published_date, load_id FROM ops.days ORDER BY 1") == [(MONDAY, result.run_id), (TUESDAY, result.run_id)]
    assert house.published("SELECT path FROM core.article_versions ORDER BY 1") == [("bridge.txt",), ("ferry.txt",)]
    assert house.published(COUNTS) == [(3, 2, 0, 1)]
    assert house.published(CASES) == [("undated.txt", "no_date", False)]
    assert standing(house.where).is_current


def test_the_checks_of_every_table_are_seen(first_night):
    house, result = first_night
    found = evaluations(result)
    assert found.keys() == {table.qualified_name for scope in ("day", "corpus") for table in of_scope(scope)}
    for name, evaluation in found.items():
        assert evaluation.passed or evaluation.severity == WARN, name
        assert evaluation.check_name == "expectations"
        assert "| outcome | expectation |" in evaluation.metadata["expectations"].md_str
    recorded = dict(house.published("SELECT table_name, count(*) FROM ops.validation_results GROUP BY ALL"))
    assert recorded.keys() == found.keys()
    assert sum(recorded.values()) > 300


def test_the_instance_knows_each_table_with_its_rows_and_a_preview(first_night):
    house, result = first_night
    for name in ("core.statements", "core.actors", "raw.source_files", "marts.who_said_what"):
        found = house.instance.get_latest_materialization_event(dg.AssetKey(name.split("."))).asset_materialization
        ((rows,),) = house.published(f"SELECT count(*) FROM {name}")
        assert found.metadata["dagster/row_count"].value == rows
        assert found.metadata["preview"].md_str.startswith("| ")
    latest = house.instance.get_latest_materialization_event(dg.AssetKey("published"))
    assert latest.run_id == result.run_id
    assert latest.asset_materialization.metadata["path"].value == str(house.where.published)


def test_the_instance_knows_which_days_are_materialised(first_night):
    house, _ = first_night
    keys = house.instance.get_materialized_partitions(dg.AssetKey(["core", "statements"]))
    assert keys == {"2024-03-04", "2024-03-05"}


def test_data_docs_are_pages(first_night):
    house, _ = first_night
    index = house.where.data_docs / "index.html"
    assert "publication_days/index.html" in index.read_text()
    for part in ("publication_days", "all_days"):
        assert "validations/" in (house.where.data_docs / part / "index.html").read_text()
        assert list((house.where.data_docs / part / "validations").rglob("*.html"))


def test_every_fact_is_proved_by_its_characters(first_night):
    house, _ = first_night
    facts_with_evidence = [table for table in TABLES.values() if table.has_evidence and "start_char" in table.frame_schema]
    found = 0
    for table in facts_with_evidence:
        rows = house.published(
            "SELECT f.evidence, v.body[f.start_char + 1 : f.end_char]"
            f" FROM {table.qualified_name} f JOIN core.article_versions v USING (version_id)"
        )
        assert all(evidence == text for evidence, text in rows), table.qualified_name
        found += len(rows)
    assert found > 10


# ---- Another run


def test_a_run_of_a_day_that_is_not_stale_changes_no_fact(loaded):
    before = facts(loaded.where.published)
    result = loaded.run(MONDAY)
    assert result.success
    assert facts(loaded.where.published) == before
    assert loaded.published(COUNTS)[-1] == (2, 0, 1, 1)


def test_a_new_file_is_loaded_with_its_day_and_the_others_stay(loaded):
    before = facts(loaded.where.published)
    loaded.write("market.txt", FRIDAY, MARKET)
    assert standing(loaded.where).stale_days == [FRIDAY]
    assert loaded.run(FRIDAY).success
    after = facts(loaded.where.published)
    for name, rows in before.items():
        if "published_date" in TABLES[f"core.{name}"].frame_schema:
            assert set(map(repr, rows)) <= set(map(repr, after[name])), name
    assert [path for (path,) in loaded.published("SELECT path FROM core.article_versions ORDER BY 1")] == [
        "bridge.txt",
        "ferry.txt",
        "market.txt",
    ]
    assert loaded.published("SELECT min(value_low), max(value_low) FROM core.casualty_figures WHERE published_date = ?", FRIDAY) == [
        (5, 14)
    ]


def test_days_apart_are_loaded_in_one_run_of_neighbouring_partitions(loaded):
    loaded.write("market.txt", WEDNESDAY, MARKET)
    loaded.write("again.txt", FRIDAY, MARKET)
    result = loaded.run(WEDNESDAY, FRIDAY)
    assert result.success
    assert {day for (day,) in loaded.published("SELECT published_date FROM ops.days WHERE load_id = ?", result.run_id)} == {
        WEDNESDAY,
        FRIDAY,
    }


def test_a_changed_text_is_a_new_version_and_the_facts_of_both_are_kept(loaded):
    loaded.write("ferry.txt", MONDAY, FERRY.replace("12 people", "15 people"))
    assert loaded.run(MONDAY).success
    versions = loaded.published(
        "SELECT pub_status, contains(body, '15 people') FROM core.article_versions WHERE path = 'ferry.txt' ORDER BY 1"
    )
    assert versions == [("current", True), ("superseded", False)]
    figures = "SELECT f.value_low FROM core.casualty_figures f JOIN {} v USING (version_id) WHERE v.path = 'ferry.txt' ORDER BY 1"
    assert [value for (value,) in loaded.published(figures.format("core.article_versions"))] == [3, 3, 12, 15]
    assert [value for (value,) in loaded.published(figures.format("marts.standing_versions"))] == [3, 15]


def test_a_deleted_file_s_text_is_kept_as_removed(loaded):
    (loaded.where.articles / "ferry.txt").unlink()
    assert standing(loaded.where).stale_days == [MONDAY]
    assert loaded.run(MONDAY).success
    assert loaded.published("SELECT pub_status FROM core.article_versions WHERE path = 'ferry.txt'") == [("removed",)]
    assert standing(loaded.where).is_current


def test_a_record_that_moves_is_superseded_and_one_that_is_gone_is_removed(loaded):
    def write(**days):
        records = [{"id": name, "date": str(day), "text": f"{name} said the bridge would stay."} for name, day in days.items()]
        (loaded.where.articles / "wire.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        assert loaded.run(WEDNESDAY, FRIDAY).success

    status = "SELECT external_id, published_date, pub_status FROM core.article_versions WHERE path = 'wire.jsonl' ORDER BY 1, 2"
    write(Ann=WEDNESDAY, Bob=WEDNESDAY, Cid=WEDNESDAY)
    write(Ann=FRIDAY, Bob=WEDNESDAY)
    expected = [("Ann", WEDNESDAY, "superseded"), ("Ann", FRIDAY, "current"), ("Bob", WEDNESDAY, "current"), ("Cid", WEDNESDAY, "removed")]
    assert loaded.published(status) == expected
    write(Ann=FRIDAY)
    assert loaded.published(status)[2] == ("Bob", WEDNESDAY, "removed")


def test_a_text_whose_file_cannot_be_read_any_more_is_superseded(loaded):
    (loaded.where.articles / "ferry.txt").write_bytes(b"\xff\xfe\x00")
    assert loaded.run(MONDAY).success
    assert loaded.published("SELECT pub_status FROM core.article_versions WHERE path = 'ferry.txt'") == [("superseded",)]


def test_a_fixed_file_comes_back_and_its_case_is_resolved(loaded):
    (loaded.where.articles / "undated.txt").write_text(f" date {TUESDAY} {MARKET}")
    assert standing(loaded.where).stale_days == [TUESDAY]
    assert loaded.run(TUESDAY).success
    assert loaded.published(CASES) == [("undated.txt", "no_date", True)]
    assert loaded.published(COUNTS)[-1] == (2, 1, 1, 0)
    assert standing(loaded.where).is_current


# ---- What is wrong is set aside, or stops before publishing


def test_a_row_that_breaks_a_rule_is_set_aside_and_the_load_goes_on(loaded, monkeypatch):
    before = len(loaded.published("FROM core.statements"))
    poisoned(
        monkeypatch,
        statements=lambda frame: frame.with_columns(
            evidence=pl.when(pl.int_range(pl.len()) == 0).then(pl.lit("not there")).otherwise("evidence")
        ),
    )
    result = loaded.run(MONDAY, TUESDAY)
    assert result.success
    found = evaluations(result)["core.statements"]
    assert (found.passed, found.severity) == (False, WARN)
    assert found.metadata["rows_set_aside"].value == 1
    ((reason, row),) = loaded.published("SELECT reason, row_json FROM ops.quarantine WHERE table_name = 'core.statements'")
    assert reason == "evidence_is_the_text"
    assert '"not there"' in row
    assert len(loaded.published("FROM core.statements")) == before - 1


def test_what_was_set_aside_comes_back_and_is_resolved(loaded, monkeypatch):
    before = facts(loaded.where.published)
    with monkeypatch.context() as patch:
        poisoned(patch, statements=lambda frame: frame.with_columns(quotation_type=pl.lit("shouted")).head(1))
        assert loaded.run(MONDAY).success
    assert loaded.published("SELECT count(*) FROM ops.quarantine WHERE table_name = 'core.statements' AND resolved_at IS NULL") == [(1,)]
    assert facts(loaded.where.published) != before
    assert loaded.run(MONDAY).success
    assert loaded.published("SELECT count(*) FROM ops.quarantine WHERE resolved_at IS NULL AND table_name <> 'raw.source_files'") == [(0,)]
    assert facts(loaded.where.published) == before


def test_a_row_with_the_key_of_another_is_set_aside(loaded, monkeypatch):
    before = loaded.published("FROM core.actor_mentions ORDER BY mention_id")
    poisoned(monkeypatch, actor_mentions=lambda frame: pl.concat([frame, frame.head(1)]))
    result = loaded.run(MONDAY)
    assert result.success
    assert evaluations(result)["core.actor_mentions"].severity == WARN
    assert loaded.published("SELECT reason FROM ops.quarantine WHERE table_name = 'core.actor_mentions'") == [("key_is_unique",)]
    assert loaded.published("FROM core.actor_mentions ORDER BY mention_id") == before


def test_a_table_that_breaks_a_rule_stops_before_publishing(loaded, monkeypatch):
    before, built = loaded.digest(), facts(loaded.where.build)
    poisoned(
        monkeypatch,
        actor_mentions=lambda frame: pl.concat([frame.with_columns(mention_id=pl.lit(f"men-{number}")) for number in range(1000)]).unique(
            "mention_id"
        ),
    )
    loaded.write("market.txt", FRIDAY, MARKET)
    result = loaded.run(FRIDAY)
    assert not result.success
    found = evaluations(result)
    assert (found["core.actor_mentions"].passed, found["core.actor_mentions"].severity) == (False, ERROR)
    assert "| FAIL | " in found["core.actor_mentions"].metadata["expectations"].md_str
    assert loaded.digest() == before
    assert facts(loaded.where.build) == built
    assert not [name for name in found if name.startswith("marts")]
    assert loaded.instance.get_latest_materialization_event(dg.AssetKey("published")).run_id != result.run_id


def test_after_a_stop_the_next_honest_load_brings_everything(loaded, monkeypatch):
    before = loaded.digest()
    loaded.write("market.txt", FRIDAY, MARKET)
    with monkeypatch.context() as patch:
        poisoned(patch, casualty_figures=lambda frame: pl.concat([frame] * 50).with_columns(value_low=pl.lit(-1, pl.Int64)))
        assert not loaded.run(FRIDAY).success
    assert loaded.digest() == before
    assert standing(loaded.where).stale_days == [FRIDAY]
    assert loaded.run(FRIDAY).success
    assert loaded.published("SELECT count(*) FROM core.casualty_figures WHERE published_date = ?", FRIDAY) == [(2,)]


def test_a_frame_that_is_not_as_declared_raises(loaded, monkeypatch):
    before = loaded.digest()
    poisoned(monkeypatch, positions=lambda frame: frame.drop("stance"))
    result = loaded.run(MONDAY)
    assert not result.success
    (failure,) = [
        event.step_failure_data.error for event in result.all_events if event.is_step_failure and event.step_key == "publication_day"
    ]
    assert "core.positions: stance: missing" in str(failure.cause)
    assert loaded.digest() == before


def test_what_spans_all_days_can_stop_a_load_too(loaded, monkeypatch):
    before = loaded.digest()
    with monkeypatch.context() as patch:
        patch.setattr(night.actors, "actors", lambda *_: TABLES["core.actors"].frame())
        loaded.write("market.txt", FRIDAY, MARKET)
        result = loaded.run(FRIDAY)
    assert not result.success
    assert evaluations(result)["core.actors"].severity == ERROR
    assert loaded.digest() == before
    # The day is in the build file, and is published as soon as all is well: the next night sees that.
    found = standing(loaded.where)
    assert (found.stale_days, found.unpublished) == ([], True)


def test_a_text_that_is_set_aside_alone_on_its_day_does_not_stop_the_day(loaded):
    loaded.write("numbers.txt", FRIDAY, "12 345 678")
    result = loaded.run(FRIDAY)
    assert result.success
    assert evaluations(result)["core.article_versions"].severity == WARN
    assert ("body_has_words",) in loaded.published("SELECT reason FROM ops.quarantine")
    assert standing(loaded.where).is_current


def test_an_interrupted_load_ends_in_the_same_state_when_it_is_run_again(loaded, monkeypatch):
    loaded.write("market.txt", FRIDAY, MARKET)
    before = loaded.digest()
    with monkeypatch.context() as patch:
        patch.setattr(publish.shutil, "copyfile", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        assert not loaded.run(FRIDAY).success
    assert loaded.digest() == before
    assert loaded.run(FRIDAY).success
    assert loaded.published("SELECT count(*) FROM core.article_versions") == [(3,)]
    assert sorted(path.name for path in loaded.where.published.parent.iterdir()) == ["build", "data_docs", "onrecord.duckdb"]


def test_an_article_of_two_days_in_one_file_of_records_is_loaded_day_by_day(loaded):
    records = "\n".join(f'{{"id": {number}, "text": "{BRIDGE}", "date": "{day}"}}' for number, day in enumerate((WEDNESDAY, FRIDAY)))
    (loaded.where.articles / "wire.jsonl").write_text(records)
    assert standing(loaded.where).stale_days == [WEDNESDAY, FRIDAY]
    assert loaded.run(FRIDAY).success
    assert standing(loaded.where).stale_days == [WEDNESDAY]
    assert loaded.published("SELECT published_date FROM core.article_versions WHERE path = 'wire.jsonl'") == [(FRIDAY,)]


def test_a_day_without_files_brings_nothing_and_is_said(house):
    house.write("undated.txt", None, BRIDGE)
    result = house.run(MONDAY)
    assert not result.success
    assert evaluations(result)["core.article_versions"].severity == ERROR
    assert not house.where.published.exists()


# ---- Loads at once


def test_two_loads_at_once_never_publish_half_of_either(loaded):
    """The other load brings its day after this one derived what spans all days, and before it publishes."""
    before = loaded.digest()
    loaded.write("market.txt", WEDNESDAY, MARKET)
    loaded.write("late.txt", FRIDAY, MARKET.replace("police", "the governor of Elsa province, Jon Arkady,"))
    moment = datetime(2024, 3, 9, tzinfo=UTC)
    night.list_source_files(loaded.where, "this", moment)
    night.load_days(loaded.where, [WEDNESDAY], "this", moment)
    night.derive(loaded.where, "this", moment)
    night.load_days(loaded.where, [FRIDAY], "other", moment)
    assert not publish.publish(loaded.where)
    assert loaded.digest() == before
    night.derive(loaded.where, "other", moment)
    assert publish.publish(loaded.where)
    assert loaded.published("SELECT count(*) FROM core.article_actors WHERE actor_id NOT IN (SELECT actor_id FROM core.actors)") == [(0,)]
    assert len(loaded.published("FROM core.article_versions")) == 4


def test_days_that_come_while_others_are_derived_are_derived_with_them(loaded, monkeypatch):
    loaded.write("market.txt", WEDNESDAY, MARKET)
    loaded.write("late.txt", FRIDAY, MARKET)
    moment = datetime(2024, 3, 9, tzinfo=UTC)
    night.list_source_files(loaded.where, "this", moment)
    night.load_days(loaded.where, [WEDNESDAY], "this", moment)
    honest, said = night.sources.sources, []

    def meanwhile(versions):
        if FRIDAY not in versions["published_date"].to_list():
            night.load_days(loaded.where, [FRIDAY], "other", moment)
        return honest(versions)

    monkeypatch.setattr(night.sources, "sources", meanwhile)
    night.derive(loaded.where, "this", moment, said.append)
    assert "another load brought days meanwhile: deriving once more" in said
    assert publish.publish(loaded.where)
    assert loaded.published("SELECT count(*) FROM core.article_actors WHERE actor_id NOT IN (SELECT actor_id FROM core.actors)") == [(0,)]
