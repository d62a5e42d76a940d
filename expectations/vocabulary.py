"""What must be true of `core.vocabulary`."""

from expectations.expectation import matches, native
from transforms.tables import TABLES

USED = sorted({column.vocabulary for table in TABLES.values() for column in table.columns if column.vocabulary})


EXPECTATIONS = (
    matches("code_is_a_word", "A code is of small letters, digits and underscores.", "code", "^[a-z][a-z0-9_]*$"),
    native(
        "every_vocabulary_in_use_is_here",
        "Every vocabulary that a column draws from is here.",
        "ExpectColumnDistinctValuesToContainSet",
        {"column": "vocabulary", "value_set": USED},
        "vocabulary",
        acts_on="table",
    ),
)
