from datetime import date

import pytest

from transforms.text.reading import read
from transforms.text.statements.said import said_on
from transforms.text.statements.statement import statements

FRIDAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army had withdrawn from the town, the mayor said on Wednesday.", date(2024, 2, 28)),
        ("“We will not leave,” the minister told reporters on Thursday.", date(2024, 2, 29)),
        ("The ministry said in a statement on Monday that the talks had failed.", date(2024, 2, 26)),
        ("Talks will resume on Sunday, the envoy said.", None),
        ("The envoy said that talks had resumed on Sunday.", None),
        ("“We will not leave,” the minister said.", None),
    ],
)
def test_the_day_beside_the_cue_is_the_day_of_the_statement(text: str, day: date | None) -> None:
    reading = read(text, FRIDAY)
    found = [said_on(reading, statement) for statement in statements(reading)]
    assert found == [(day, 1) if day else None]


def test_without_a_publication_day_no_day_is_told() -> None:
    reading = read("The army had withdrawn, the mayor said on Wednesday.")
    assert [said_on(reading, statement) for statement in statements(reading)] == [None]
