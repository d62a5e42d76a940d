"""The house: who may import whom, that every command is documented, and that the graph of assets changes only on purpose."""

import ast
import sys
from pathlib import Path

import pytest

from tests.orchestration import graph
from warehouse.locations import ROOT

ROOMS = ("transforms", "warehouse", "expectations", "orchestration")
# What each part may import besides the standard library and itself: rooms, and libraries.
MAY_IMPORT = {
    "transforms.lexicon": set(),
    "transforms.text": {"transforms.lexicon"},
    "transforms": {"transforms.text", "transforms.lexicon", "polars"},
    "warehouse": {"transforms", "transforms.text", "polars", "duckdb", "pycountry"},
    "expectations": {"transforms", "transforms.text", "transforms.lexicon", "polars", "great_expectations", "pycountry", "yaml"},
    "orchestration": {
        "transforms",
        "transforms.text",
        "warehouse",
        "expectations",
        "polars",
        "duckdb",
        "dagster",
        "rich",
        "typer",
    },
}
MODULES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py") if "build" not in path.parts)


def part_of(name: str) -> str:
    """The part of the house that a module belongs to, or its library."""
    return next((part for part in ("transforms.lexicon", "transforms.text") if f"{name}.".startswith(f"{part}.")), name.partition(".")[0])


def imported(path: Path) -> set[str]:
    """The modules that the file at `path` imports, in any place of it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: say the whole name of what is imported"
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_room_imports_only_what_it_may(module):
    own = part_of(".".join(module.with_suffix("").parts))
    used = {part_of(name) for name in imported(ROOT / module)}
    allowed = MAY_IMPORT[own] | {own} | set(sys.stdlib_module_names)
    assert used - allowed == set()


# The packages of transforms.text, each of which reads what those before it made; "" are the modules beside them.
FLOW = ("quantities", "", "statements", "actors", "casualties", "links", "positions")
TEXT = [module for module in MODULES if module.parts[:2] == ("transforms", "text") and module.name != "__init__.py"]


def package_of(name: str) -> str:
    """The package of transforms.text that a module belongs to."""
    package, _, module = name.removeprefix("transforms.text.").partition(".")
    return package if module and package in FLOW else ""


@pytest.mark.parametrize("module", TEXT, ids=str)
def test_text_flows_one_way(module):
    own = FLOW.index(package_of(".".join(module.with_suffix("").parts)))
    used = {name for name in imported(ROOT / module) if name.startswith("transforms.text.")}
    assert {name for name in used if FLOW.index(package_of(name)) > own} == set()


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_says_what_it_is(module):
    source = (ROOT / module).read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_gives_each_name_once(module):
    assigned = [
        target.id
        for node in ast.parse((ROOT / module).read_text(encoding="utf-8")).body
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else [])
        if isinstance(target, ast.Name)
    ]
    assert sorted(assigned) == sorted(set(assigned))


def test_the_domain_knows_no_clock_and_opens_no_file():
    """Transforms get texts and frames; the words of the lexicon are the one thing that they read."""
    for module in MODULES:
        if module.parts[0] == "transforms" and part_of(".".join(module.with_suffix("").parts)) != "transforms.lexicon":
            tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
            called = {ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(tree) if isinstance(node, ast.Call)}
            assert called.isdisjoint({"open", "read_text", "read_bytes", "now", "today", "time", "monotonic", "random"}), module


def test_the_graph_is_as_it_was():
    said = "the graph changed: if that is wanted, run `python -m tests.orchestration.graph`, and say it in CHANGELOG.md"
    assert graph.snapshot() == graph.SNAPSHOT.read_text(encoding="utf-8"), said


def test_no_file_names_a_place_of_one_machine():
    for path in [*ROOT.glob("*.md"), *(ROOT / module for module in MODULES), *(ROOT / "tests").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        for place in ("/" + "work/", "/" + "root/", "/home" + "/"):
            assert place not in text, path


LEXICON = sorted(path.name for path in (ROOT / "transforms" / "lexicon").glob("*.tsv"))


@pytest.mark.parametrize("name", [name for name in LEXICON if not name.endswith("_weights.tsv")])
def test_whoever_adds_a_word_is_told_of_each_file_of_the_lexicon(name):
    assert f"`{name}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LEXICON)
def test_each_file_of_the_lexicon_begins_with_what_it_is(name):
    assert (ROOT / "transforms" / "lexicon" / name).read_text(encoding="utf-8").startswith("# ")
