import os
import shutil

import dagster as dg
import pytest

from orchestration import night
from tests.orchestration.house import BRIDGE, FERRY, MONDAY, TUESDAY, House, make
from warehouse.locations import locations


@pytest.fixture(scope="session")
def first_night(tmp_path_factory):
    """A house after its first night, with the result of that run: two days in one run, and a file that cannot be read."""
    found = make(tmp_path_factory.mktemp("first_night"))
    found.write("ferry.txt", MONDAY, FERRY)
    found.write("bridge.txt", TUESDAY, BRIDGE)
    found.write("undated.txt", None, BRIDGE)
    before = dict(os.environ)
    os.environ.update(_environment(found))
    try:
        result = found.run(MONDAY, TUESDAY)
    finally:
        os.environ.clear()
        os.environ.update(before)
    yield found, result
    found.instance.dispose()


def _environment(house):
    return {
        "DAGSTER_HOME": str(house.folder / "dagster"),
        "ONRECORD_ARTICLES": str(house.where.articles),
        "ONRECORD_REFERENCE": str(house.where.reference),
        "ONRECORD_WAREHOUSE": str(house.where.published.parent),
    }


@pytest.fixture
def house(tmp_path, monkeypatch):
    """An empty house. Its runs write no Data Docs: one test sees those of the first night."""
    yield from _open(make(tmp_path / "house"), monkeypatch)


@pytest.fixture
def loaded(first_night, tmp_path, monkeypatch):
    """A copy of the house after its first night, to do with as one likes. Its reference files are where they were: nothing is stale."""
    folder = tmp_path / "house"
    shutil.copytree(first_night[0].folder, folder)
    where = locations(folder / "articles", first_night[0].where.reference, folder / "warehouse")
    yield from _open(House(folder, where, dg.DagsterInstance.from_config(str(folder / "dagster"))), monkeypatch)


def _open(found, monkeypatch):
    for name, value in _environment(found).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(night, "document", lambda where, *_: where.data_docs / "index.html")
    yield found
    found.instance.dispose()
