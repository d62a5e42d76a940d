"""The commands as users run them: each in a process of its own, on real files."""

import csv
import io
import json
from hashlib import sha256

import pytest
import yaml

from tests.integration.onrecord import Installation

FERRY = (
    "The Coastal Front has rejected a plan for the port, two Valdorian security officials told Harbour Wire on Monday.\n\n"
    "“There will be no talks before the siege ends,” Mira Solano, a spokeswoman for the Front, said.\n\n"
    "At least 12 people, including three children, were killed in shelling on Sunday, the health ministry said."
)


def digest(path):
    return sha256(path.read_bytes()).hexdigest()


# ---- load


def test_a_first_load_says_what_is_there_and_where(seeded):
    installation, printed = seeded
    assert "reading 1 files of 1 days" in printed.stderr
    for table in ("raw.source_files", "core.statements", "ops.validation_results"):
        assert table in printed.stdout
    assert "Who said what" in printed.stdout
    assert "two Egyptian security sources" in printed.stdout
    assert f"Warehouse:  {installation.published}" in printed.stdout
    docs = installation.published.parent / "data_docs" / "index.html"
    assert f"Data Docs:  {docs}" in printed.stdout
    assert docs.exists()
    assert "make ui" in printed.stdout


def test_a_second_load_changes_no_byte_of_the_published_file(loaded_twice):
    _, ((_, before), (printed, after)) = loaded_twice
    assert "No day is new or changed: 1 files, 1 days." in printed.stdout
    assert after == before


def test_load_takes_files_in_byte_for_byte_and_loads_their_days(installation, tmp_path):
    given = tmp_path / "given" / "2024-03-05-ferry.txt"
    given.parent.mkdir()
    given.write_bytes(FERRY.encode() + b"\r\n")
    (given.parent / "bad.txt").write_bytes(b"caf\xe9")
    printed = installation.run("load", given.parent)
    assert printed.returncode == 0, printed.stderr
    assert digest(installation.articles / given.name) == digest(given)
    assert f"files taken into {installation.articles}: 2" in printed.stderr
    assert "loading 2024-03-05" in printed.stderr
    assert "set aside bad.txt: not_utf8: byte 3 is not UTF-8: save the file as UTF-8" in printed.stdout
    assert "Mira Solano" in printed.stdout
    assert installation.ask("SELECT DISTINCT published_date::VARCHAR FROM core.article_versions ORDER BY 1") == [
        ("2023-12-26",),
        ("2024-03-05",),
    ]


def test_load_of_a_path_that_is_not_there_says_so(seeded, tmp_path):
    printed = seeded[0].run("load", tmp_path / "nowhere")
    assert printed.returncode == 1
    assert "nowhere does not exist: give a file or a folder" in printed.stderr.replace("\n", "")


@pytest.mark.parametrize("command", ["load", "extract"])
def test_a_folder_without_files_is_told_of(seeded, tmp_path, command):
    (tmp_path / "empty").mkdir()
    printed = seeded[0].run(command, tmp_path / "empty")
    assert printed.returncode == 1
    assert f"there is no file in {tmp_path / 'empty'}: give .txt or .jsonl files" in " ".join(printed.stderr.split())


def test_load_of_an_empty_folder_publishes_an_empty_warehouse(tmp_path):
    installation = Installation(tmp_path)
    printed = installation.run("load")
    assert printed.returncode == 0, printed.stderr
    assert "No day is new or changed: 0 files, 0 days." in printed.stdout
    assert f"There are no articles: put .txt or .jsonl files into {installation.articles}" in printed.stdout
    assert installation.ask("SELECT count(*) FROM marts.who_said_what") == [(0,)]


# ---- query


def test_query_prints_a_table(seeded):
    printed = seeded[0].run("query", "SELECT stance, count(*) AS n FROM core.positions GROUP BY stance HAVING stance = 'supports'")
    assert printed.returncode == 0
    assert [cell.strip() for cell in printed.stdout.splitlines()[3].split("│")[1:3]] == ["supports", "1"]


def test_a_word_in_a_table_stays_whole_where_there_is_room_and_else_a_row_is_a_table(seeded):
    ids = "SELECT 'sta-0123456789abcdef0123' AS id, repeat('many words ', 20) AS content, DATE '2024-03-05' AS day"
    printed = seeded[0].run("query", ids).stdout
    assert "sta-0123456789abcdef0123" in printed
    assert "2024-03-05" in printed
    assert printed.count("┏") == 1
    many = ", ".join(f"id AS id{number}" for number in range(20))
    wide = seeded[0].run("query", f"SELECT {many}, content FROM ({ids})").stdout
    assert wide.count("sta-0123456789abcdef0123") == 20
    assert "column" in wide


def test_query_prints_csv(seeded):
    printed = seeded[0].run(
        "query", "--csv", "SELECT 'a,b' AS x, NULL AS y, [1, 2] AS z, date '2024-03-05' AS d UNION ALL SELECT 'c', 'd', NULL, NULL"
    )
    assert printed.returncode == 0, printed.stderr
    assert list(csv.reader(io.StringIO(printed.stdout))) == [["x", "y", "z", "d"], ["a,b", "", "[1, 2]", "2024-03-05"], ["c", "d", "", ""]]


@pytest.mark.parametrize(
    "sql", ["SELEC 1", "SELECT * FROM core.nothing", "SELECT 1 / 'a'", "DROP TABLE core.statements", "CREATE TABLE x AS SELECT 1"]
)
def test_a_query_that_cannot_be_answered_says_why_and_changes_nothing(seeded, sql):
    installation, _ = seeded
    before = installation.digest()
    printed = installation.run("query", sql)
    assert printed.returncode == 1
    assert printed.stderr.startswith("error: ")
    assert "Traceback" not in printed.stderr
    assert installation.digest() == before


def test_before_anything_is_published_the_commands_say_what_to_do(tmp_path):
    for arguments in (("query", "SELECT 1"), ("explain", "sta-1")):
        printed = Installation(tmp_path).run(*arguments)
        assert printed.returncode == 1
        assert "run `onrecord load`" in printed.stderr.replace("\n", " ")


# ---- explain


@pytest.mark.parametrize("table", ["core.statements", "core.casualty_figures", "core.positions", "core.claim_links", "core.actor_mentions"])
def test_explain_shows_a_row_its_paragraph_and_the_rule(seeded, table):
    installation, _ = seeded
    key = {"core.statements": "statement_id", "core.casualty_figures": "figure_id", "core.positions": "position_id"}.get(table) or (
        "link_id" if table == "core.claim_links" else "mention_id"
    )
    ((row_id, start, end, rule, evidence),) = installation.ask(
        f"SELECT {key}, start_char, end_char, rule, evidence FROM {table} ORDER BY start_char LIMIT 1"
    )
    printed = installation.run("explain", row_id)
    assert printed.returncode == 0, printed.stderr
    assert f"{table} {row_id}" in printed.stdout
    assert f"In 2023-12-26-reuters.txt, characters {start} to {end} of the body; rule {rule}:" in printed.stdout
    assert evidence[:60] in printed.stdout


def test_explain_shows_actors_and_versions_without_their_body(seeded):
    installation, _ = seeded
    ((actor,),) = installation.ask("SELECT actor_id FROM core.actors WHERE name = 'Hamas'")
    assert "Hamas" in installation.run("explain", actor).stdout
    ((version,),) = installation.ask("SELECT version_id FROM core.article_versions")
    printed = installation.run("explain", version)
    assert printed.returncode == 0
    assert "Two officials" not in printed.stdout


def test_explain_shows_both_sides_of_a_link(seeded):
    installation, _ = seeded
    ((link, *sides),) = installation.ask("SELECT link_id, from_statement_id, to_statement_id FROM core.claim_links LIMIT 1")
    printed = installation.run("explain", link).stdout
    assert f"from_statement_id: core.statements {sides[0]}." in printed
    assert f"to_statement_id: core.statements {sides[1]}." in printed


def test_explain_says_what_names_a_row(seeded):
    installation, _ = seeded
    ((actor, mentions),) = installation.ask(
        "SELECT actor_id, count(*) FROM core.actors JOIN core.actor_mentions USING (actor_id) WHERE name = 'Hamas' GROUP BY ALL"
    )
    assert f"named by {mentions} rows of core.actor_mentions (actor_id)" in installation.run("explain", actor).stdout


def test_explain_of_a_series_shows_its_figures(seeded):
    installation, _ = seeded
    ((series, figure),) = installation.ask("SELECT series_key, figure_id FROM core.casualty_figures LIMIT 1")
    assert f"core.casualty_figures {figure}" in installation.run("explain", series).stdout


@pytest.mark.parametrize(
    ("row_id", "said"), [("nothing", "no table has ids like 'nothing'; ids begin:"), ("sta-0", "core.statements has no row 'sta-0'")]
)
def test_explain_of_an_unknown_id_says_which_ids_there_are(seeded, row_id, said):
    printed = seeded[0].run("explain", row_id)
    assert printed.returncode == 1
    assert said in printed.stderr.replace("\n", " ")


# ---- extract


def test_extract_touches_no_warehouse(tmp_path):
    (tmp_path / "ferry.txt").write_text(FERRY)
    installation = Installation(tmp_path / "installation")
    printed = installation.run("extract", tmp_path / "ferry.txt")
    assert printed.returncode == 0, printed.stderr
    assert "statements" in printed.stdout
    assert "Mira Solano" in printed.stdout
    assert not installation.folder.exists()


def spans_of(record):
    """Every span of a record, with the text that the record gives with it, where it gives one."""
    for statement in record["statements"]:
        yield statement["source"], statement["speaker_text"]
        yield statement["cue"], None
        for span in statement["content"]:
            yield span, None
    for figure in record["figures"]:
        yield [figure["start"], figure["end"]], None
        for name in ("victim", "location", "period", "claimant", "perpetrator"):
            if figure[name]:
                yield [figure[name]["start"], figure[name]["end"]], figure[name]["text"]
    for position in record["positions"]:
        yield position["holder_text"], None
        yield position["issue"], None


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """What `extract --jsonl` prints of the same text in three files, with the texts as stored, by id."""
    folder = tmp_path_factory.mktemp("texts")
    texts = {
        "plain": FERRY,
        "headed": f" date 2024-03-05 [Source: Harbour Wire]\r\n\r\n{FERRY}",
        "7": f"\U0001f54a  {FERRY}",
        "8": f" date 2024-03-05 {FERRY}",
    }
    for name in ("plain", "headed"):
        (folder / f"{name}.txt").write_bytes(texts[name].encode())
    (folder / "wire.jsonl").write_text(
        "".join(json.dumps({"id": int(name), "text": texts[name], "date": "2024-03-05"}) + "\n" for name in ("7", "8"))
    )
    printed = Installation(folder / "installation").run("extract", "--jsonl", folder)
    assert printed.returncode == 0, printed.stderr
    found = {record["id"]: record for record in map(json.loads, printed.stdout.splitlines())}
    assert found.keys() == texts.keys()
    return found, texts


def test_extract_prints_one_record_an_article_with_every_field(extracted):
    records, _ = extracted
    for record in records.values():
        assert list(record) == ["id", "statements", "figures", "totals", "positions", "links", "actors"]
        assert len(record["statements"]) == 3
        assert {"name": "Mira Solano", "kind": "person"} in record["actors"]
        for statement in record["statements"]:
            assert list(statement) == [
                "source",
                "cue",
                "content",
                "quotation_type",
                "speech_act",
                "attribution_type",
                "speaker",
                "speaker_text",
            ]
        for link in record["links"]:
            assert 0 <= link["from"] < len(record["statements"])
            assert 0 <= link["to"] < len(record["statements"])


def test_offsets_count_characters_of_the_text_as_stored(extracted):
    records, texts = extracted
    for name, record in records.items():
        text = texts[name]
        spans = [(span, printed) for span, printed in spans_of(record) if span]
        assert len(spans) > 8
        for (start, end), printed in spans:
            assert 0 <= start < end <= len(text)
            if printed is not None:
                assert text[start:end] == printed
        said = [text[slice(*statement["content"][0])] for statement in record["statements"]]
        assert said[1].strip("“”,") == "There will be no talks before the siege ends"
        assert {text[figure["start"] : figure["end"]].lower() for figure in record["figures"]} == {"at least 12", "three"}


def test_what_is_read_does_not_depend_on_the_header(extracted):
    records, texts = extracted

    def read(name):
        return [
            (texts[name][slice(*statement["content"][0])], statement["speaker"], statement["quotation_type"])
            for statement in records[name]["statements"]
        ]

    assert read("plain") == read("headed") == read("8")


def test_files_that_cannot_be_read_are_said_and_the_others_are_extracted(tmp_path):
    (tmp_path / "a.txt").write_text(FERRY)
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    (tmp_path / "c.jsonl").write_text('{"id": 1}\n{"id": 2, "text": "The minister said no."}\n')
    printed = Installation(tmp_path / "installation").run("extract", "--jsonl", *sorted(tmp_path.iterdir()))
    assert printed.returncode == 1
    assert [json.loads(line)["id"] for line in printed.stdout.splitlines()] == ["a", "2"]
    assert "set aside b.txt: not_utf8" in printed.stderr
    assert "set aside c.jsonl:1: bad_record" in printed.stderr


def test_extract_of_a_path_that_is_not_there_says_so(tmp_path):
    printed = Installation(tmp_path).run("extract", tmp_path / "nowhere.txt")
    assert printed.returncode == 1
    assert "nowhere.txt" in printed.stderr
    assert "Traceback" not in printed.stderr


# ---- the rest


def test_without_a_command_help_is_shown(tmp_path):
    printed = Installation(tmp_path).run()
    for command in ("load", "query", "explain", "extract", "prepare"):
        assert command in printed.stdout + printed.stderr


def test_prepare_makes_the_dagster_home_with_telemetry_off_and_the_partitions(seeded):
    installation, _ = seeded
    printed = installation.run("prepare")
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.startswith("1 publication days have articles.")
    settings = yaml.safe_load((installation.folder / "dagster" / "dagster.yaml").read_text())
    assert settings == {"telemetry": {"enabled": False}, "nux": {"enabled": False}}


def test_what_is_set_aside_beyond_what_is_printed_is_counted(capsys):
    import duckdb

    from orchestration import cli

    connection = duckdb.connect()
    connection.execute("CREATE SCHEMA ops")
    connection.execute("CREATE TABLE ops.validation_results (success BOOLEAN, load_id VARCHAR)")
    connection.execute("CREATE TABLE ops.days (load_id VARCHAR)")
    connection.execute(
        "CREATE TABLE ops.quarantine AS SELECT 'f' || i AS row_key, 'empty' AS reason, 'no text' AS detail,"
        " NULL AS resolved_at, i AS quarantined_at FROM range(12) numbers(i)"
    )
    cli._problems(connection)
    assert "set aside 2 more: see ops.quarantine" in capsys.readouterr().out
