"""What must be true of `core.issues`."""

from expectations.expectation import between, matches

EXPECTATIONS = (
    matches("label_has_letters", "There are letters in the label.", "label", r"[^\W\d_]"),
    between("some_text_takes_a_position", "At least one text takes a position on it.", "version_count", 1, None),
)
