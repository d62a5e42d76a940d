import pytest

from tests.orchestration.house import make


@pytest.fixture
def house(tmp_path, monkeypatch):
    found = make(tmp_path)
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "dagster"))
    monkeypatch.setenv("ONRECORD_ARTICLES", str(found.where.articles))
    monkeypatch.setenv("ONRECORD_REFERENCE", str(found.where.reference))
    monkeypatch.setenv("ONRECORD_WAREHOUSE", str(found.where.published.parent))
    with found.instance:
        yield found
