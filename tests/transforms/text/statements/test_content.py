"""Where content ends."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.text.statements.content import expected_end

_SCORED = st.dictionaries(st.integers(1, 80), st.floats(-20, 20), min_size=1, max_size=20).map(lambda found: sorted(found.items()))


@given(_SCORED)
def test_an_end_is_one_of_those_offered_wherever_content_begins(scored: list[tuple[int, float]]) -> None:
    end = expected_end(0, scored)
    assert end in dict(scored)
    assert expected_end(1_000, [(at + 1_000, score) for at, score in scored]) == end + 1_000


@given(_SCORED)
def test_an_end_that_is_beyond_doubt_is_taken(scored: list[tuple[int, float]]) -> None:
    sure = scored[len(scored) // 2][0]
    assert expected_end(0, [(at, 60.0 if at == sure else score) for at, score in scored]) == sure


def test_between_two_far_ends_that_are_as_likely_one_that_is_nearly_so_wins() -> None:
    assert expected_end(0, [(2, 1.0), (8, 0.8), (30, 1.0)]) == 8
    assert expected_end(0, [(2, 1.0), (8, -3.0), (30, 1.0)]) != 8
