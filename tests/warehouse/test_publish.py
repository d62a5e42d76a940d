import filecmp
import hashlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.days import DAY, NEXT, a_load, held, load, places, texts
from transforms.tables import TABLES
from warehouse import build, publish
from warehouse.locations import ROOT
from warehouse.staleness import published_connection

# The command-line client that analysts install from PyPI.
CLIENT = Path(sys.executable).parent / "duckdb"


@pytest.fixture
def where(tmp_path):
    return places(tmp_path)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def published(where, sql):
    with published_connection(where) as connection:
        return connection.execute(sql).fetchall()


def asked_by_client(where, sql):
    found = subprocess.run([CLIENT, "-readonly", "-csv", "-noheader", where.published, sql], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout.split("\n")[:-1]


def test_what_was_built_is_what_people_read(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    assert publish.publish(where)
    assert published(where, "SELECT body FROM core.article_versions") == [("Five.",)]
    assert digest(where.published) == digest(where.build)


def test_publishing_again_changes_no_byte(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    before, inode = digest(where.published), where.published.stat().st_ino
    assert not publish.publish(where)
    assert (digest(where.published), where.published.stat().st_ino) == (before, inode)


def test_nothing_has_been_published_is_said_with_what_to_do(where):
    with pytest.raises(FileNotFoundError, match="run `onrecord load`"):
        published_connection(where)


def test_a_day_that_waits_to_be_loaded_again_stops_publishing(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    before = digest(where.published)
    with build.writing(where) as connection:
        connection.execute("DELETE FROM ops.days")
    with pytest.raises(publish.NotReadyError, match=r"1 days wait to be loaded again, the first 2024-03-05"):
        publish.publish(where)
    assert digest(where.published) == before


def test_while_another_load_is_half_done_nothing_is_published(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    before = digest(where.published)
    with build.writing(where) as connection:
        build.load_days(connection, a_load(2, texts(NEXT, {"b.txt": "Six."}), [NEXT]))
    assert not publish.publish(where)
    assert digest(where.published) == before
    with build.writing(where) as connection:
        build.mark_derived(connection)
    assert publish.publish(where)


def test_every_view_answers_and_says_what_it_is(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    comments = dict(published(where, "SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'marts'"))
    assert comments.keys() == publish.marts().keys()
    for name, comment in comments.items():
        assert len(comment) > 20, name
        published(where, f'SELECT * FROM marts."{name}"')


def test_a_view_that_was_changed_or_dropped_is_made_again(where):
    held(where, "SELECT 1")
    publish.publish(where)
    with build.writing(where) as connection:
        connection.execute("DROP VIEW marts.denials")
        connection.execute("CREATE VIEW marts.of_an_older_release AS SELECT 1 AS x")
        assert publish.create_marts(connection)
        assert not publish.create_marts(connection)
    names = {name for (name,) in held(where, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'marts'")}
    assert names == publish.marts().keys()


def test_the_data_dictionary_describes_every_table_view_and_column(where):
    held(where, "SELECT 1")
    publish.publish(where)
    rows = published(where, 'SELECT schema, "table", "column", description, table_description FROM marts.data_dictionary')
    described = {(f"{schema}.{table}", column): (description, about) for schema, table, column, description, about in rows}
    for name, table in TABLES.items():
        for column in table.columns:
            description, about = described[name, column.name]
            assert description
            assert about
    for name in publish.marts():
        assert any(table == f"marts.{name}" and about for (table, _), (_, about) in described.items()), name


def test_the_1_5_client_reads_while_a_load_is_running(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    with build.writing(where) as connection:
        build.load_days(connection, a_load(2, texts(NEXT, {"b.txt": "Six."}), [NEXT]))
        build.mark_derived(connection)
        assert asked_by_client(where, "SELECT body FROM core.article_versions") == ["Five."]
        assert asked_by_client(where, "SELECT count(*) FROM marts.who_said_what") == ["0"]
        assert asked_by_client(where, "SELECT count(*) > 100 FROM marts.data_dictionary") == ["true"]
    assert asked_by_client(where, "SELECT body FROM core.article_versions") == ["Five."]
    publish.publish(where)
    assert asked_by_client(where, "SELECT body FROM core.article_versions ORDER BY 1") == ["Five.", "Six."]


def test_a_reader_that_is_connected_keeps_the_file_that_it_opened(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    with duckdb.connect(str(where.published), read_only=True) as reader:
        load(where, a_load(2, texts(DAY, {"a.txt": "Six."}), [DAY]))
        assert publish.publish(where)
        assert reader.execute("SELECT body FROM core.article_versions").fetchall() == [("Five.",)]
    assert published(where, "SELECT body FROM core.article_versions") == [("Six.",)]


def test_readers_never_see_half_of_a_publication(where):
    load(where, a_load(0, texts(DAY, {"a.txt": "Text 0."}), [DAY]))
    publish.publish(where)
    seen, done = [], threading.Event()

    def read():
        while not done.is_set():
            with duckdb.connect(str(where.published), read_only=True) as reader:
                seen.append(reader.execute("SELECT (SELECT body FROM core.article_versions), (SELECT load_id FROM ops.days)").fetchall())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 6):
        load(where, a_load(number, texts(DAY, {"a.txt": f"Text {number}."}), [DAY]))
        publish.publish(where)
    done.set()
    reader.join()
    assert {found[0] for found in seen} <= {(f"Text {number}.", f"load-{number}") for number in range(6)}
    assert len({found[0] for found in seen}) > 1


_CUT_OFF = """
import os, shutil, sys
from pathlib import Path
from tests.warehouse.days import places
from warehouse import publish

where = places(Path(sys.argv[1]))
stop = sys.argv[2]

def killed(*_):
    os.kill(os.getpid(), 9)

def half(source, target):
    data = Path(source).read_bytes()
    Path(target).write_bytes(data[: len(data) // 2])
    killed()

if stop == "in the views":
    publish.create_marts = killed
elif stop == "in the copy":
    shutil.copy2 = half
elif stop == "before the rename":
    Path.replace = killed
publish.publish(where)
"""


@pytest.mark.parametrize("stop", ["in the views", "in the copy", "before the rename"])
def test_publishing_that_is_killed_leaves_the_published_file_whole_and_can_be_done_again(tmp_path, where, stop):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    before = digest(where.published)
    load(where, a_load(2, texts(DAY, {"a.txt": "Six."}), [DAY]))
    killed = subprocess.run(
        [sys.executable, "-c", _CUT_OFF, tmp_path, stop], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert digest(where.published) == before
    assert publish.publish(where)
    assert published(where, "SELECT body FROM core.article_versions") == [("Six.",)]
    assert not publish.publish(where)
    assert sorted(path.name for path in where.published.parent.iterdir()) == ["build", "onrecord.duckdb"]


def test_what_was_published_is_known_again_without_reading_it(where, monkeypatch):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    monkeypatch.setattr(filecmp, "_do_cmp", lambda *_: pytest.fail("the files were read"))
    assert publish.is_published(where)


def test_a_published_file_that_somebody_wrote_to_is_published_again(where):
    load(where, a_load(1, texts(DAY, {"a.txt": "Five."}), [DAY]))
    publish.publish(where)
    before = digest(where.published)
    with where.published.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"\x01")
    assert not publish.is_published(where)
    assert publish.publish(where)
    assert digest(where.published) == before
