"""What must be true of `core.casualty_totals`."""

from collections.abc import Callable, Iterator

import polars as pl

from expectations.casualty_figures import VALUES
from expectations.expectation import Slice, rows


def _parts(holds: Callable[[str, str, tuple[str, str, bool] | None], bool]) -> Callable[[Slice], Iterator[bool]]:
    """Whether something holds of every part: (this text, this measure, the part's text, measure and whether it is background)."""

    def found(loaded: Slice) -> Iterator[bool]:
        columns = ("figure_id", "version_id", "measure", "is_background")
        figures = {key: (version, measure, background) for key, version, measure, background in
                   loaded.beside["core.casualty_figures"].select(columns).iter_rows()}  # fmt: skip
        for version, measure, parts in loaded.rows("version_id", "measure", "parts"):
            yield all(holds(version, measure, figures.get(part)) for part in parts or ())

    return found


EXPECTATIONS = (
    *VALUES,
    rows(
        "parts_are_figures_of_the_text",
        "A total was taken from figures of its text.",
        _parts(lambda version, _, part: part is not None and part[0] == version),
        "parts",
    ),
    rows("total_has_parts", "A total was taken from at least one figure.", pl.col("parts").list.len() > 0, severity="warning"),
    rows(
        "parts_have_the_same_measure",
        "A total was taken from figures of its measure, or of people who were killed or injured, of whom they are the injured.",
        _parts(lambda _, measure, part: part is None or part[1] in {measure, "killed_or_injured"}),
        "measure",
        "parts",
        severity="warning",
    ),
    rows(
        "parts_are_of_the_days_event",
        "A total was taken from figures of the day's event.",
        _parts(lambda _, __, part: part is None or not part[2]),
        "parts",
        severity="warning",
    ),
)
