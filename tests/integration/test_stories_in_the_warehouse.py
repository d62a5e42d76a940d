"""Stories of several days in the warehouse: the order of loads changes nothing, and an edited reference moves just the rows it should."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from orchestration import night
from tests.orchestration.house import facts
from warehouse.locations import ROOT, Locations, locations
from warehouse.staleness import standing

NOW = datetime(2026, 1, 1, tzinfo=UTC)
STORIES = ROOT / "tests" / "golden" / "stories"
HEAD = "id,name,kind,country,sectors,aliases,valid_from,valid_to,role,organisation,wikidata\n"
SPEAKERS = """
    SELECT versions.path, actors.name
    FROM core.statement_speakers AS speakers
    JOIN core.actors AS actors USING (actor_id)
    JOIN core.article_versions AS versions ON versions.version_id = speakers.version_id
    ORDER BY ALL
"""
FRONT = "northern-front,Northern Liberation Front,armed_group,,REB,{},,,,,\n"


@pytest.fixture(autouse=True)
def _without_data_docs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(night, "document", lambda *_given: None)


def house(folder: Path, reference: Path | None = None) -> Locations:
    (folder / "articles").mkdir(parents=True)
    return locations(folder / "articles", reference or ROOT / "seeds" / "reference", folder / "warehouse")


def load(where: Locations, days: Sequence[date], load_id: str) -> None:
    night.list_source_files(where, load_id, NOW)
    assert not night.load_days(where, days, load_id, NOW).blocks
    assert not night.derive(where, load_id, NOW).blocks


def tell_stories(where: Locations) -> list[date]:
    days = set()
    for path in sorted(STORIES.glob("*/*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        day = date.fromisoformat(str(held["published"]))
        days.add(day)
        article = where.articles / f"{path.parent.name}-{path.stem}.txt"
        article.write_text(f" date {day} [Source: {held['publisher']}]\n\n{held['text']}", encoding="utf-8")
    return sorted(days)


def test_stories_give_the_same_rows_in_any_order_and_number_of_loads(tmp_path: Path) -> None:
    at_once, bit_by_bit = house(tmp_path / "at_once"), house(tmp_path / "bit_by_bit")
    days = tell_stories(at_once)
    assert tell_stories(bit_by_bit) == days
    load(at_once, days, "all")
    middle = len(days) // 2
    for number, part in enumerate((days[middle:], days[: middle + 3], days[-4:])):
        load(bit_by_bit, part[::-1], f"part{number}")
    one, other = facts(at_once.build), facts(bit_by_bit.build)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert all(one[name] for name in ("statements", "positions", "casualty_figures", "claim_links", "cross_links", "issues", "actors"))


def test_an_alias_added_to_the_reference_moves_just_the_rows_it_should(tmp_path: Path) -> None:
    reference = tmp_path / "reference"
    reference.mkdir()
    actors = reference / "actors.csv"
    actors.write_text(HEAD + FRONT.format(""), encoding="utf-8")
    where = house(tmp_path / "house", reference)
    texts = {
        "monday": ("2024-03-04", "The Northern Liberation Front said it would attend the talks."),
        "tuesday": ("2024-03-05", "The Harrier Brigade said it would attend the talks."),
        "wednesday": ("2024-03-06", "Mira Solano, a doctor, said the town was calm."),
    }
    for name, (day, text) in texts.items():
        (where.articles / f"{name}.txt").write_text(f" date {day} [Source: Harbour Wire]\n\n{text}", encoding="utf-8")
    days = [date.fromisoformat(day) for day, _ in texts.values()]
    load(where, days, "before")
    assert standing(where).stale_days == []
    before = facts(where.build)

    actors.write_text(HEAD + FRONT.format("name:Harrier Brigade"), encoding="utf-8")
    assert list(standing(where).stale_days) == days
    load(where, days, "after")
    after = facts(where.build)

    def moved(table: str) -> set[tuple[Any, ...]]:
        return {repr(row) for row in before[table]} ^ {repr(row) for row in after[table]}  # type: ignore[misc]

    assert {table for table in before if moved(table)} == {
        "article_actors",
        "actor_mentions",
        "statement_speakers",
        "actors",
        "actor_aliases",
    }
    with duckdb.connect(str(where.build), read_only=True) as connection:
        assert connection.execute(SPEAKERS).fetchall() == [
            ("monday.txt", "Northern Liberation Front"),
            ("tuesday.txt", "Northern Liberation Front"),
            ("wednesday.txt", "Mira Solano"),
        ]
