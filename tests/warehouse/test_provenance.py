"""What stands behind an id, on tables of two columns."""

import duckdb
import pytest

from warehouse import provenance


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (20, 20), (23, 20)])
def test_of_an_id_that_many_rows_share_the_first_are_given_and_how_many_there_are(count: int, shown: int) -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA core")
        connection.execute(
            f"CREATE TABLE core.article_versions AS SELECT 'ver-' || i AS version_id, 'sto-1' AS story_id FROM range({count}) t(i)"
        )
        found = provenance.rows(connection, "sto-1")
    assert (len(found.rows), found.total) == (shown, count)
