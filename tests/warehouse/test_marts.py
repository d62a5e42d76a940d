"""The views that people query, over a small story of several days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pytest

from orchestration import night
from warehouse import publish
from warehouse.locations import ROOT, locations
from warehouse.staleness import published_connection

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HADDAD = "General Omar Farouq Haddad, a Syrian army spokesman, said the army had responded."
UNNAMED = "A security official, speaking on condition of anonymity, said more was to come."
TWELVE = "The shelling in Damascus on Sunday killed 12 people, the Syrian health ministry said."
TWENTY_ONE = "The shelling in Damascus on Sunday killed 21 people, the Syrian health ministry said."
FIFTEEN = "The Red Crescent said 15 people were killed in the shelling in Damascus on Sunday."
AT_LEAST_TWELVE = "At least 12 people were killed in shelling in Damascus on Sunday, the Syrian health ministry said."
DENIAL = "Turkey denied that its forces had shelled the city. Residents blamed Turkey."
FARUQ = "General Omar Faruq Haddad, a Syrian army spokesman, said the army would respond."
ARTICLES = {
    "1": ("2024-03-04", "Harbour Wire", f"{AT_LEAST_TWELVE}\n\n{DENIAL}"),
    "2": ("2024-03-05", "Harbour Wire", f"{TWENTY_ONE} {FIFTEEN}\n\n{FARUQ}"),
    "3": ("2024-03-06", "Evening Gazette", f"{TWELVE}\n\n{HADDAD} {UNNAMED}"),
    "5": ("2024-03-07", "Harbour Wire", "A missile killed eight people, including three children, in Kharkiv on Wednesday, police said."),
    "6": ("2024-03-08", "Harbour Wire", "Forty-four people died, a doctor said."),
    "7": ("2024-03-09", "Harbour Wire", "Forty-five people died, a doctor said."),
    "8": ("2024-03-04", "Harbour Wire", "A car bomb killed 12 people in Kalmar on Monday, police said."),
    "9": (
        "2024-03-05",
        "Coast Observer",
        "The toll from Monday's bombing in Kalmar rose to 19, police said. The Interior Ministry put the toll at 24.",
    ),
    "10": (
        "2024-03-06",
        "Harbour Wire",
        (
            "The Interior Ministry said it had sent a team. At least 22 people were killed in the bombing in Kalmar on Monday, said "
            "Lina Farouk, a spokeswoman for the Interior Ministry. Two more victims died of their wounds in Kalmar on Tuesday, she said."
        ),
    ),
    "11": (
        "2024-03-04",
        "Coast Observer",
        "Some 30,500 people have been killed in Yemen since Oct. 7, the Yemeni emergency ministry said.",
    ),
    "12": (
        "2024-03-05",
        "Coast Observer",
        (
            "Some 30,540 Yemenis have been killed in Yemen since Oct. 7, the Yemeni emergency ministry said."
            " In the past 24 hours 90 people were killed, the ministry said."
        ),
    ),
    "13": (
        "2024-03-08",
        "Coast Observer",
        "The Yemeni navy said on Friday that shelling of Aden on Thursday had killed 14 people, raising an earlier toll of nine.",
    ),
    "4": ("2024-03-06", "Morning Post", f"{TWELVE}\n\n{HADDAD} {UNNAMED}"),
    "14": (
        "2024-05-06",
        "Harbour Wire",
        "A bomb tore through a market in the city of Quettar on Monday, killing at least 15 people, police said.",
    ),
    "15": (
        "2024-05-07",
        "Harbour Wire",
        (
            "QUETTAR, May 7 - The death toll from a market bombing in southern Pakistan rose to 19 on Tuesday, police said.\n\n"
            "Five people died of their wounds overnight.\n\nThe rebels claimed the attack in Quettar."
        ),
    ),
    "16": (
        "2024-05-08",
        "Harbour Wire",
        (
            "QUETTAR, May 8 - Thousands marched through Quettar on Wednesday. "
            "Police said 23 people had now died from the blast at a market two days ago."
        ),
    ),
    "18": ("2024-04-03", "Harbour Wire", "Chad rejected a truce in the Tibesti mountains. Idriss Kora said Chad was pleased with a plan."),
    "19": ("2024-04-05", "Harbour Wire", "Chad declined to comment on the truce. Chad denied that it had accepted the truce."),
    "20": (
        "2024-04-07",
        "Coast Observer",
        "Chad accepted a truce in the Tibesti mountains. On Saturday, 31 people were killed and 47 injured in Faya, police said.",
    ),
    "17": ("2024-05-09", "Harbour Wire", "The toll of the bombing in Quettar stood at 24, police said. Three of the dead were children."),
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("marts")
    where = locations(folder / "articles", ROOT / "seeds" / "reference", folder / "warehouse")
    where.articles.mkdir()
    for name, (day, credit, text) in ARTICLES.items():
        (where.articles / f"{name}.txt").write_text(f" date {day} [Source: {credit}]\n\n{text}", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(night, "document", lambda *_given: None)
        night.list_source_files(where, "load", NOW)
        night.load_days(where, sorted({date.fromisoformat(day) for day, *_ in ARTICLES.values()}), "load", NOW)
        night.derive(where, "load", NOW)
    publish.publish(where)
    with published_connection(where) as connection:
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


@pytest.mark.parametrize("view", sorted(publish.marts()))
def test_every_view_answers_and_says_what_it_is(warehouse: duckdb.DuckDBPyConnection, view: str) -> None:
    warehouse.execute(f"FROM marts.{view}").fetchall()
    comment = warehouse.execute("SELECT comment FROM duckdb_views() WHERE schema_name = 'marts' AND view_name = ?", [view]).fetchone()
    assert comment is not None
    assert len(comment[0]) > 20


def test_a_series_tells_what_was_known_when_and_reprints_count_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse, "SELECT known_on, value_best, previous_best, change FROM marts.casualty_series WHERE claimant LIKE '%health%' ORDER BY 1"
    )
    assert found == [(date(2024, 3, 4), 12, None, None), (date(2024, 3, 5), 21, 12, 9), (date(2024, 3, 6), 12, 21, -9)]


def test_claimants_who_differ_on_one_day_are_in_conflict(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT published_date, claimed, other_claimed FROM marts.casualty_conflicts")
    assert sorted((day, *sorted((one, other))) for day, one, other in found) == [
        (date(2024, 3, 5), "15", "21"),
        (date(2024, 3, 5), "19", "24"),
    ]


def test_who_speaks_for_an_organisation_goes_on_with_its_series(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "SELECT known_on, claimant, claimant_organisation, value_best, previous_best FROM marts.casualty_series"
        " WHERE place = 'Kalmar' AND measure_kind = 'event_total' ORDER BY claimant_organisation, known_on",
    )
    assert found == [
        (date(2024, 3, 4), "police", "police", 12, None),
        (date(2024, 3, 5), "police", "police", 19, 12),
        (date(2024, 3, 5), "the Interior Ministry", "the Interior Ministry", 24, None),
        (date(2024, 3, 6), "Lina Farouk", "the Interior Ministry", 22, 24),
    ]


def test_a_toll_is_one_series_from_day_to_day_whatever_each_text_names(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "SELECT known_on, value_best, previous_best FROM marts.casualty_series"
        " WHERE known_on >= '2024-05-01' AND measure_kind = 'event_total' ORDER BY known_on",
    )
    assert found == [
        (date(2024, 5, 6), 15, None),
        (date(2024, 5, 7), 19, 15),
        (date(2024, 5, 8), 23, 19),
        (date(2024, 5, 9), 24, 23),
    ]


def test_who_died_since_is_no_fall_of_the_toll(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(warehouse, "SELECT value_best, warning FROM marts.casualty_warnings WHERE place = 'Kalmar'") == [(22, "falls")]


def test_a_toll_that_rises_by_less_than_is_new_is_shown(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT value_best, previous_best, new_since, warning FROM marts.casualty_warnings WHERE place = 'Yemen'")
    assert found == [(30540, 30500, 90, "rises_by_less_than_is_new")]


def test_a_toll_with_swapped_digits_is_shown_and_kept(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT known_on, value_best, previous_best, warning FROM marts.casualty_warnings WHERE place = 'Damascus'")
    assert found == [(date(2024, 3, 5), 21, 12, "digits_swapped"), (date(2024, 3, 6), 12, 21, "digits_swapped")]


def test_the_latest_figure_of_a_series_is_the_newest(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT value_best, published_date FROM marts.latest_figures WHERE claimant LIKE '%health%'")
    assert found == [(12, date(2024, 3, 6))]


def test_shares_of_source_reliance_add_up_and_reprints_of_an_outlet_count_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "SELECT sum(statements), bool_and(abs(share_named + share_anonymous + share_narrator + share_other - 1) < 0.01)"
        " FROM marts.source_reliance WHERE outlet = 'Evening Gazette'",
    )
    assert found == [(3, True)]
    anonymous = rows(warehouse, "SELECT max(share_anonymous) FROM marts.source_reliance WHERE outlet = 'Evening Gazette'")
    assert anonymous > [(0,)]


def test_an_actor_s_profile_has_its_roles_and_statements(warehouse: duckdb.DuckDBPyConnection) -> None:
    ((roles, statements, first),) = rows(
        warehouse, "SELECT roles, statements, first_day FROM marts.actor_profile WHERE actor = 'Omar Faruq Haddad'"
    )
    assert "spokesperson" in [role["relation"] for role in roles]
    assert (statements, first) == (1, date(2024, 3, 5))


def test_two_spellings_are_suggested_and_not_merged(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(warehouse, "SELECT name, other_name FROM marts.possible_duplicates") == [("Omar Farouq Haddad", "Omar Faruq Haddad")]


def test_what_is_disputed_stands_with_who_disputes_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT claimed_by, relation, answered_by FROM marts.denials_and_contradictions")
    assert all(relation in ("denies", "contradicts", "corrects") for _, relation, _ in found)


def test_a_denied_report_is_a_position(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert ("Turkey", "denies_report") in rows(warehouse, "SELECT actor, stance FROM marts.stance_matrix")


def test_every_column_of_every_view_says_what_it_means(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(warehouse, "SELECT \"table\", \"column\" FROM marts.data_dictionary WHERE coalesce(description, '') = ''") == []


@pytest.mark.parametrize("view", sorted(publish.marts()))
def test_a_view_answers_the_same_each_time(warehouse: duckdb.DuckDBPyConnection, view: str) -> None:
    assert len({repr(warehouse.execute(f"FROM marts.{view}").fetchall()) for _ in range(5)}) == 1


def test_a_part_does_not_take_the_place_of_its_whole(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT value_best FROM marts.latest_figures WHERE place = 'Kharkiv' ORDER BY 1")
    assert found == [(3,), (8,)]


def test_figures_without_place_day_or_group_share_no_series_with_another_text(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT count(DISTINCT series_key), count(*) FROM core.casualty_figures WHERE value_best IN (44, 45)")
    assert found == [(2, 2)]


def test_what_a_text_revises_is_not_its_newest_figure(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(warehouse, "SELECT value_best FROM marts.latest_figures WHERE published_date = '2024-03-08' AND value_best IN (9, 14)") == [
        (14,)
    ]
    told = rows(
        warehouse, "SELECT value_best, previous_best FROM marts.casualty_series WHERE value_best IN (9, 14) ORDER BY change NULLS FIRST"
    )
    assert told == [(9, None), (14, 9)]


def test_an_actor_is_told_with_whom_it_speaks_for(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "SELECT organisation FROM marts.speaks_for WHERE actor = 'Lina Farouk'")
    assert found == [("the Interior Ministry",)]


def test_a_side_s_stances_on_a_family_of_issues_follow_one_another(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "SELECT as_of_date, stance, previous_stance, previous_as_of_date FROM marts.stances_over_time"
        " WHERE side = 'Chad' AND family = 'truce' ORDER BY 1",
    )
    assert found == [
        (date(2024, 4, 3), "rejects", None, None),
        (date(2024, 4, 7), "accepts", "rejects", date(2024, 4, 3)),
    ]


def test_what_is_counted_of_one_event_shares_a_key(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "SELECT list(value_reported ORDER BY value_best), event_day FROM marts.latest_figures"
        " WHERE event_day > '2024-03-01' AND place IN ('Faya', 'Quettar') GROUP BY event_key, event_day ORDER BY event_day",
    )
    assert found == [(["31", "47"], date(2024, 4, 6)), (["24"], date(2024, 5, 6))]
