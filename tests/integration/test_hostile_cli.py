"""The command line against hostile texts and clumsy users."""

import json
import os

import pytest

from tests.integration.onrecord import Installation


@pytest.fixture
def bare(tmp_path):
    """An installation with nothing in it."""
    found = Installation(tmp_path)
    found.articles.mkdir()
    return found


def test_control_characters_of_a_text_do_not_reach_the_terminal(bare):
    path = bare.articles / "a.txt"
    path.write_text(" date 2024-03-05 “No \x1b]0;title\x07\x9b2J\u202eway,” Mira \x1b[31mSolano said.", encoding="utf-8")
    printed = bare.run("extract", path)
    assert "Solano" in printed.stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed.stdout)


def test_texts_are_printed_as_utf8_wherever_the_output_goes(bare):
    path = bare.articles / "a.txt"
    path.write_text("“Да,” said Mira Solano 🇺🇳.", encoding="utf-8")
    os.environ["PYTHONIOENCODING"] = "latin-1"
    try:
        printed = bare.run("extract", "--jsonl", path)
    finally:
        del os.environ["PYTHONIOENCODING"]
    assert printed.returncode == 0, printed.stderr
    assert json.loads(printed.stdout)["id"] == "a"


def test_a_reference_file_that_is_wrong_is_told_in_one_line(bare, monkeypatch):
    monkeypatch.setenv("ONRECORD_REFERENCE", str(bare.folder))
    (bare.folder / "actors.csv").write_text("id,name\nfront,\n")
    (bare.articles / "a.txt").write_text("No, he said.")
    printed = bare.run("extract", bare.articles)
    assert printed.returncode == 1
    assert "an actor needs an id and a name" in printed.stderr
    assert "Traceback" not in printed.stderr


def test_a_damaged_build_file_says_what_to_do(bare):
    build = bare.folder / "warehouse" / "build"
    build.mkdir(parents=True)
    (build / "build.duckdb").write_bytes(b"no database" * 1000)
    printed = bare.run("load")
    assert printed.returncode == 1
    assert "delete the folder" in printed.stderr
    assert "Traceback" not in printed.stderr


def test_links_in_a_circle_are_not_taken_in(bare, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "a.txt").symlink_to("a.txt")
    printed = bare.run("load", tmp_path / "new")
    assert printed.returncode == 1
    assert "Traceback" not in printed.stderr


@pytest.mark.parametrize("arguments", [("query", ""), ("query", "  "), ("explain", ""), ("explain", "'; DROP TABLE core.actors --")])
def test_what_asks_for_nothing_is_told_so(seeded, arguments):
    printed = seeded[0].run(*arguments)
    assert printed.returncode == 1
    assert printed.stderr.startswith("error:")


def test_rows_with_more_columns_than_fit_are_printed_column_by_column(seeded):
    printed = seeded[0].run("query", "SELECT * FROM core.statements LIMIT 2", columns=80)
    assert printed.stdout.count("statement_id") == 2
    assert "published_date" in printed.stdout
