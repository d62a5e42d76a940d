"""The same files give the same rows, in any order, in any number of runs, on any number of processes."""

import dagster as dg
import pytest

from orchestration import night, partitions
from orchestration.definitions import defs
from tests.orchestration.house import BRIDGE, FERRY, FRIDAY, MARKET, MONDAY, TUESDAY, WEDNESDAY, facts, make
from warehouse.locations import ROOT

ARTICLES = {
    "ferry.txt": (MONDAY, FERRY),
    "ferry-reprint.txt": (MONDAY, FERRY.replace("“", '"').replace("”", '"')),
    "ferry-update.txt": (TUESDAY, FERRY.replace("At least 12 people", "At least 15 people")),
    "bridge.txt": (TUESDAY, BRIDGE),
    "denial.txt": (
        WEDNESDAY,
        "Mira Solano, a spokeswoman for the Coastal Front, denied reports that it had rejected the plan for the port.",
    ),
    "market.txt": (FRIDAY, MARKET),
}


def loaded(folder, monkeypatch, *nights):
    """The facts of a house in which each of `nights` (names of articles) was loaded in a run of its own for each stretch of days."""
    house = make(folder, ROOT / "seeds" / "reference")
    for name, value in (
        ("ARTICLES", house.where.articles),
        ("REFERENCE", house.where.reference),
        ("WAREHOUSE", house.where.published.parent),
    ):
        monkeypatch.setenv(f"ONRECORD_{name}", str(value))
    monkeypatch.setattr(night, "document", lambda where, *_: where.data_docs)
    with dg.DagsterInstance.ephemeral() as instance:
        for names in nights:
            for name in names:
                house.write(name, *ARTICLES[name])
            days = {ARTICLES[name][0] for name in names}
            partitions.register(instance, days)
            for first, last in partitions.ranges(instance, days):
                result = defs.resolve_job_def("load").execute_in_process(
                    {"loggers": {"progress": {}}}, instance=instance, tags=partitions.run_tags(first, last)
                )
                assert result.success
    house.instance.dispose()
    return facts(house.where.published)


@pytest.fixture(scope="module")
def at_once(tmp_path_factory):
    """The facts after one run of all days in one process."""
    with pytest.MonkeyPatch.context() as patch:
        return loaded(tmp_path_factory.mktemp("at_once") / "house", patch, list(ARTICLES))


def assert_same(found, expected):
    assert found.keys() == expected.keys()
    for table, rows in expected.items():
        assert found[table] == rows, table


def test_there_is_something_to_compare(at_once):
    for table in ("statements", "actors", "positions", "casualty_figures", "actor_mentions", "cross_links"):
        assert at_once[table], table


def test_one_article_a_night_from_the_last_to_the_first_gives_the_same_rows(at_once, tmp_path, monkeypatch):
    assert_same(loaded(tmp_path / "house", monkeypatch, *([name] for name in reversed(ARTICLES))), at_once)


def test_several_processes_give_the_same_rows(at_once, tmp_path, monkeypatch):
    monkeypatch.setattr(night, "ALONE", 0)
    monkeypatch.setattr(night, "BATCH", 2)
    assert_same(loaded(tmp_path / "house", monkeypatch, list(ARTICLES)), at_once)


def test_text_by_text_gives_the_rows_of_a_single_batch(at_once, tmp_path, monkeypatch):
    """The same without processes: batches of one text, in the other order, brought together."""
    honest = night.facts.facts

    def one_by_one(texts, *given):
        return night.facts.together([honest(texts.slice(place, 1), *given) for place in reversed(range(texts.height))])

    monkeypatch.setattr(night.facts, "facts", one_by_one)
    assert_same(loaded(tmp_path / "house", monkeypatch, list(ARTICLES)), at_once)
