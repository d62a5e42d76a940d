"""The README says what is so."""

import re

from orchestration.cli import app
from tests.integration import readme
from tests.orchestration import graph
from warehouse import publish
from warehouse.locations import ROOT

TEXT = readme.README.read_text(encoding="utf-8")


def test_the_queries_of_the_readme_have_the_answers_that_stand_there(seeded):
    found = readme.queries(TEXT)
    assert len(found) == 6
    for sql, answer in found:
        assert readme.answer(seeded[0], sql) == answer, "if the new answer is right, run `make docs`"


def test_the_picture_of_the_graph_is_the_graph():
    assert graph.drawn(TEXT) == TEXT, "run `make docs`"


def test_every_command_is_documented():
    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert names == set(re.findall(r"^\| `onrecord (\w+)", TEXT, re.MULTILINE))


def test_every_view_is_documented():
    assert set(publish.marts()) == set(re.findall(r"`marts\.(\w+)`", TEXT.partition("## The views")[2].partition("\n## ")[0]))


def test_every_make_target_that_a_document_names_is_there():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        assert set(re.findall(r"(?:`|^)make (\w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)) <= targets


def test_every_path_that_a_document_names_is_there():
    made = {"warehouse/onrecord.duckdb", "warehouse/build", "warehouse/data_docs/index.html"}
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        paths = set(re.findall(r"[`(]((?:seeds|transforms|warehouse|expectations|orchestration|tests)/[\w./]+|[A-Z]+\.md)[`)]", text))
        assert {path for path in paths - made if not (ROOT / path).exists()} == set(), name
