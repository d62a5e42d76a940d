import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import count

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.days import DAY, MOMENT, NEXT, a_load, held, load, places, texts
from transforms.articles import with_earlier_versions
from transforms.tables import TABLES
from warehouse import build, ddl
from warehouse.locations import ROOT

BODIES = "SELECT body, pub_status FROM core.article_versions ORDER BY body"
CASE = {
    "published_date": DAY,
    "table_name": "core.statements",
    "row_key": "sta-1",
    "reason": "cue_in_evidence",
    "detail": "not there",
    "row_json": "{}",
}


@pytest.fixture
def where(tmp_path):
    return places(tmp_path)


def test_every_declared_table_is_there_from_the_first_write(where):
    found = held(where, "SELECT schema_name || '.' || table_name FROM duckdb_tables() ORDER BY 1")
    assert [name for (name,) in found] == sorted(TABLES)


def test_tables_and_columns_say_what_they_mean(where):
    tables = dict(held(where, "SELECT schema_name || '.' || table_name, comment FROM duckdb_tables()"))
    columns = {
        (name, column): comment
        for name, column, comment in held(
            where, "SELECT schema_name || '.' || table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
        )
    }
    for name, table in TABLES.items():
        assert tables[name].startswith(table.description)
        for column in table.columns:
            assert columns[name, column.name] == ddl.comment(column)


def test_columns_have_the_declared_types_and_refuse_null_where_it_means_nothing(where):
    found = held(where, "SELECT schema_name || '.' || table_name, column_name, is_nullable FROM duckdb_columns() WHERE NOT internal")
    nullable = {(name, column): flag for name, column, flag in found}
    for name, table in TABLES.items():
        for column in table.columns:
            assert nullable[name, column.name] is column.nullable
    with build.writing(where) as connection:
        for table in TABLES.values():
            assert build.table(connection, table).schema == table.frame_schema


def test_loading_a_day_twice_changes_no_fact(where):
    one = a_load(1, texts(DAY, {"a.txt": "Five.", "b.txt": "Six."}), [DAY])
    load(where, one)
    before = held(where, BODIES)
    load(where, replace(one, load_id="load-2"))
    assert held(where, BODIES) == before
    assert held(where, "SELECT published_date, load_id FROM ops.days") == [(DAY, "load-2")]
    assert len(held(where, "FROM ops.loads")) == 2


def test_a_day_is_replaced_whole_and_the_others_stay(where):
    load(where, a_load(1, pl.concat([texts(DAY, {"a.txt": "Five."}), texts(NEXT, {"b.txt": "Six."})]), [DAY, NEXT]))
    load(where, a_load(2, texts(DAY, {"c.txt": "Seven."}), [DAY]))
    assert held(where, BODIES) == [("Seven.", "current"), ("Six.", "current")]
    load(where, a_load(3, TABLES["core.article_versions"].frame(), [NEXT]))
    assert held(where, BODIES) == [("Seven.", "current")]
    assert held(where, "SELECT published_date, load_id FROM ops.days ORDER BY 1") == [(DAY, "load-2"), (NEXT, "load-3")]


def test_earlier_texts_are_kept_with_their_status(where):
    first = texts(DAY, {"a.txt": "Five.", "b.txt": "Six."})
    load(where, a_load(1, first, [DAY]))
    second = texts(DAY, {"a.txt": "Seven."})
    load(where, a_load(2, with_earlier_versions(second, first, second["article_id"]), [DAY]))
    assert held(where, BODIES) == [("Five.", "superseded"), ("Seven.", "current"), ("Six.", "removed")]


def test_text_comes_back_as_it_went_in_whatever_it_holds(where):
    body = "a\x00b\u2028c\ufffe’“ \U0001f54a\ufe0f\r\n\ttail\x7f"
    load(where, a_load(1, texts(DAY, {"a.txt": body}), [DAY]))
    assert held(where, "SELECT body FROM core.article_versions") == [(body,)]
    with build.writing(where) as connection:
        assert build.table(connection, TABLES["core.article_versions"], [DAY])["body"].to_list() == [body]


def test_a_frame_that_is_not_as_declared_raises_and_nothing_is_written(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    wrong = a_load(2, texts(DAY, {"a.txt": "Six."}).drop("url"), [DAY])
    with pytest.raises(TypeError, match=r"core\.article_versions: the frame's columns"):
        load(where, wrong)
    assert held(where, BODIES) == [("Five.", "current")]
    assert len(held(where, "FROM ops.loads")) == 1


def test_whatever_fails_in_a_transaction_leaves_the_tables_as_they_were(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    wrong = a_load(2, texts(DAY, {"a.txt": "Six."}), [DAY])
    wrong = replace(wrong, results=wrong.results.drop("success"))  # what is written last
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        load(where, wrong)
    assert held(where, BODIES) == [("Five.", "current")]
    assert held(where, "SELECT load_id FROM ops.days") == [("load-1",)]


def test_files_of_a_load_are_counted_by_their_outcome(where):
    files = [("a.txt", "1", "loaded"), ("b.txt", "2", "unchanged"), ("c.txt", "3", "unchanged"), ("d.txt", None, "quarantined")]
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY], files=files))
    counts = "SELECT files_seen, files_loaded, files_unchanged, files_quarantined FROM ops.loads"
    assert held(where, counts) == [(4, 1, 2, 1)]
    assert held(where, "SELECT load_id, path, sha256, outcome FROM ops.files ORDER BY path") == [("load-1", *file) for file in files]


_LOADS = count(1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["loaded", "unchanged", "quarantined"]), max_size=20))
def test_files_seen_are_those_loaded_unchanged_and_quarantined(where, outcomes):
    number = next(_LOADS)  # each load has an id of its own
    load(
        where,
        a_load(
            number, texts(DAY, {"a.txt": "Five."}), [DAY], files=[(f"{place}.txt", None, outcome) for place, outcome in enumerate(outcomes)]
        ),
    )
    counts = "SELECT files_seen, files_loaded + files_unchanged + files_quarantined FROM ops.loads WHERE load_id = ? ORDER BY ALL DESC"
    assert held(where, counts, f"load-{number}")[0] == (len(outcomes), len(outcomes))
    assert held(where, "SELECT count(*) FROM ops.loads WHERE files_seen <> files_loaded + files_unchanged + files_quarantined") == [(0,)]


def test_a_case_keeps_its_first_load_is_resolved_when_mended_and_returns_when_broken_again(where):
    versions = texts(DAY, {"a.txt": "Five."})
    cases = "SELECT quarantine_id, load_id, quarantined_at, resolved_at FROM ops.quarantine"

    def after(number, *set_aside):
        load(where, a_load(number, versions, [DAY], set_aside=set_aside))
        return held(where, cases)

    ((identity, *first),) = after(1, CASE)
    at_first = held(where, "SELECT loaded_at FROM ops.loads")[0][0]
    assert first == ["load-1", at_first, None]
    assert after(2, CASE) == [(identity, "load-1", at_first, None)]
    ((again, load_id, since, resolved),) = after(3)
    assert (again, load_id, since) == (identity, "load-1", at_first)
    assert resolved > at_first
    assert after(4, CASE) == [(identity, "load-1", at_first, None)]


def test_a_load_resolves_cases_of_its_own_days_only(where):
    other = CASE | {"published_date": NEXT, "row_key": "sta-2"}
    load(
        where, a_load(1, pl.concat([texts(DAY, {"a.txt": "Five."}), texts(NEXT, {"b.txt": "Six."})]), [DAY, NEXT], set_aside=[CASE, other])
    )
    load(where, a_load(2, texts(DAY, {"a.txt": "Five."}), [DAY]))
    assert held(where, "SELECT row_key FROM ops.quarantine WHERE resolved_at IS NULL") == [("sta-2",)]


def test_results_of_a_load_are_kept_and_replace_those_of_the_same_load_and_table(where):
    result = {
        "table_name": "core.statements",
        "expectation": "rows_are_sane",
        "description": "",
        "severity": "warning",
        "acts_on": "table",
        "success": True,
        "checked": 1,
        "unexpected": 0,
        "observed": "",
    }
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY], results=[result, result | {"table_name": "core.positions"}]))
    with build.writing(where) as connection:
        build.record_results(connection, "load-1", MOMENT, pl.DataFrame([result | {"success": False}]))
    rows = "SELECT load_id, table_name, success FROM ops.validation_results ORDER BY table_name"
    assert held(where, rows) == [("load-1", "core.positions", True), ("load-1", "core.statements", False)]


def test_a_whole_table_is_replaced_only_where_it_differs(where):
    table = TABLES["core.vocabulary"]
    codes = table.frame({"vocabulary": "relation", "code": code, "definition": ""} for code in ("denies", "echoes"))
    with build.writing(where) as connection:
        assert build.replace_table(connection, table, codes)
        assert not build.replace_table(connection, table, codes.reverse())
        assert build.replace_table(connection, table, codes.head(1))
        assert build.table(connection, table).equals(codes.head(1))


def test_an_older_layout_is_brought_up_to_date_and_keeps_texts_and_records(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY], set_aside=[CASE]))
    with duckdb.connect(str(where.build)) as connection:
        connection.execute("ALTER TABLE core.article_versions DROP COLUMN language")
        connection.execute("ALTER TABLE core.article_versions ADD COLUMN old_column VARCHAR")
        connection.execute("ALTER TABLE ops.quarantine DROP COLUMN row_json")
        connection.execute("ALTER TABLE core.statements ALTER COLUMN statement_no TYPE VARCHAR")
        connection.execute("DROP TABLE core.claim_links")
        connection.execute("UPDATE ops.days SET input_digest = 'x'")
    with build.writing(where) as connection:
        for table in TABLES.values():
            assert build.table(connection, table).schema == table.frame_schema
        assert connection.execute("SELECT body, language FROM core.article_versions").fetchall() == [("Five.", "")]
        # Every day is stale: what loads make is made again.
        assert connection.execute("SELECT count(*) FROM ops.days").fetchone() == (0,)
        assert connection.execute("SELECT row_key, row_json FROM ops.quarantine").fetchall() == [("sta-1", None)]
        assert connection.execute("SELECT count(*) FROM ops.loads").fetchone() == (1,)


def test_a_lost_build_folder_is_made_again_from_what_is_published(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    where.build.rename(where.published)
    assert held(where, BODIES) == [("Five.", "current")]


def test_the_build_file_is_what_the_1_5_client_opens(where):
    held(where, "SELECT 1")
    with duckdb.connect(str(where.build), read_only=True) as connection:
        ((tags,),) = connection.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()
    assert tags["storage_version"].startswith("v1.5")


_WRITER = """
import sys, time
from pathlib import Path
from tests.warehouse.days import *
where = places(Path(sys.argv[1]))
number = int(sys.argv[2])
day = DAY if number % 2 else NEXT
"""
_KILLED = (
    _WRITER
    + """
with build.writing(where) as connection:
    build.load_days(connection, a_load(number, texts(day, {"k.txt": "Killed." * 50_000}), [day]))
    print("written", flush=True)
    time.sleep(60)
"""
)
_TURNS = (
    _WRITER
    + """
for _ in range(5):
    with build.writing(where) as connection:
        before = connection.execute("SELECT count(*) FROM ops.loads").fetchone()
        one = a_load(1000 * number + before[0], texts(day, {"a.txt": f"Text {number}."}), [day])
        build.load_days(connection, one)
        time.sleep(0.02)
        assert connection.execute("SELECT count(*) FROM ops.loads").fetchone()[0] == before[0] + 1
"""
)


def _start(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script.replace("from tests", "from warehouse import build\nfrom tests", 1), *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def test_a_writer_that_is_killed_in_a_transaction_leaves_the_state_before_it(tmp_path, where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    writer = _start(_KILLED, tmp_path, 3)
    assert writer.stdout.readline() == "written\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    assert held(where, BODIES) == [("Five.", "current")]
    assert held(where, "SELECT load_id FROM ops.loads") == [("load-1",)]
    load(where, a_load(2, texts(DAY, {"a.txt": "Six."}), [DAY]))
    assert held(where, BODIES) == [("Six.", "current")]


def test_two_writers_take_turns(tmp_path, where):
    writers = [_start(_TURNS, tmp_path, number) for number in (1, 2)]
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert writer.returncode == 0, said
    assert held(where, "SELECT count(*) FROM ops.loads") == [(10,)]
    assert held(where, BODIES) == [("Text 1.", "current"), ("Text 2.", "current")]


def test_a_writer_waits_for_its_turn(tmp_path, where):
    with build.turn(where):
        writer = _start(_TURNS, tmp_path, 1)
        time.sleep(2)
        assert writer.poll() is None
        assert not where.build.exists()
    _, said = writer.communicate(timeout=120)
    assert writer.returncode == 0, said
