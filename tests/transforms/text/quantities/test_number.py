"""Numbers as news writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.quantities.classes import ALPHABET
from transforms.text.quantities.number import Number, numbers, value_of
from transforms.text.reading import read

UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True))


def found(text: str) -> list[tuple[str, int | None, int | None, int | None, str]]:
    reading = read(text)
    return [
        (reading.surface(number.first, number.stop), number.low, number.best, number.high, number.quantifier)
        for number in numbers(reading.lows, ALPHABET.tags(reading.words), 0, len(reading))
    ]


def only(text: str) -> Number:
    reading = read(text)
    (number,) = numbers(reading.lows, ALPHABET.tags(reading.words), 0, len(reading))
    return number


def spelled(value: int, hyphen: str = "-") -> str:
    """`value`, below a million, in words."""
    if value < 20:
        return UNITS[value - 1]
    if value < 100:
        ten = next(name for name, worth in TENS.items() if worth == value // 10 * 10)
        return ten if value % 10 == 0 else f"{ten}{hyphen}{UNITS[value % 10 - 1]}"
    if value < 1000:
        rest = f" and {spelled(value % 100, hyphen)}" if value % 100 else ""
        return f"{UNITS[value // 100 - 1]} hundred{rest}"
    rest = f" {spelled(value % 1000, hyphen)}" if value % 1000 else ""
    return f"{spelled(value // 1000, hyphen)} thousand{rest}"


@given(st.integers(1, 10**9))
def test_digits_are_read_back(value: int) -> None:
    assert only(f"{value} people").best == value


@given(st.integers(1, 10**9))
def test_digits_with_separators_are_read_back(value: int) -> None:
    assert only(f"{value:,} people").best == value


@given(st.integers(1, 999_999), st.sampled_from("- "))
def test_words_are_read_back(value: int, hyphen: str) -> None:
    assert only(f"{spelled(value, hyphen)} people").best == value


@given(st.integers(1, 99), st.sampled_from(["hundred", "thousand", "million"]))
def test_digits_before_a_word_are_read_back(value: int, word: str) -> None:
    assert only(f"{value} {word} people").best == value * {"hundred": 100, "thousand": 1000, "million": 10**6}[word]


@given(st.integers(2, 40))
def test_dozens_that_are_counted_are_read_back(value: int) -> None:
    assert only(f"{spelled(value)} dozen people").best == value * 12


BOUNDS = {
    "at least": ("at_least", True, False),
    "no fewer than": ("at_least", True, False),
    "not less than": ("at_least", True, False),
    "a minimum of": ("at_least", True, False),
    "more than": ("more_than", True, False),
    "over": ("more_than", True, False),
    "upwards of": ("more_than", True, False),
    "fewer than": ("fewer_than", False, True),
    "under": ("fewer_than", False, True),
    "up to": ("up_to", False, True),
    "as many as": ("up_to", False, True),
    "at most": ("at_most", False, True),
    "no more than": ("at_most", False, True),
    "nearly": ("nearly", True, True),
    "almost": ("nearly", True, True),
    "close to": ("nearly", True, True),
    "about": ("about", True, True),
    "around": ("about", True, True),
    "some": ("about", True, True),
    "an estimated": ("about", True, True),
    "exactly": ("exact", True, True),
    "a total of": ("exact", True, True),
}


@given(st.sampled_from(sorted(BOUNDS)), st.integers(1, 99_999), st.booleans())
def test_a_bound_says_which_ends_are_open(bound: str, value: int, in_words: bool) -> None:
    quantifier, has_low, has_high = BOUNDS[bound]
    number = only(f"{bound} {spelled(value) if in_words else f'{value:,}'} people")
    assert (number.low, number.best, number.high, number.quantifier) == (
        value if has_low else None,
        value,
        value if has_high else None,
        quantifier,
    )


@given(
    st.integers(1, 9_999),
    st.integers(1, 9_999),
    st.sampled_from(["between {} and {}", "from {} to {}", "{} to {}", "{}-{}", "{} or {}", "{}–{}"]),
)
def test_a_range_has_both_ends(low: int, more: int, form: str) -> None:
    number = only(form.format(low, low + more) + " people")
    assert (number.low, number.best, number.high, number.quantifier) == (low, low, low + more, "range")


@pytest.mark.parametrize(
    ("text", "quantifier"),
    [
        ("dozens of people", "dozens"),
        ("scores", "scores"),
        ("hundreds of people", "hundreds"),
        ("several hundred people", "hundreds"),
        ("thousands", "thousands"),
        ("tens of thousands of people", "tens_of_thousands"),
        ("several people", "several"),
        ("a few people", "several"),
        ("a number of people", "unknown_number"),
        ("a large number of people", "unknown_number"),
        ("many people", "unknown_number"),
    ],
)
def test_a_vague_word_has_no_value(text: str, quantifier: str) -> None:
    number = only(text)
    assert (number.low, number.best, number.high, number.quantifier) == (None, None, None, quantifier)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a hundred", 100),
        ("a couple of men", 2),
        ("a pair of boys", 2),
        ("both men", 2),
        ("another five", 5),
        ("one more", 1),
        ("an additional nine", 9),
        ("1.5 million", 1_500_000),
        ("no one", 0),
        ("all seven", 7),
        ("forty two", 42),
        ("a third person", 1),
    ],
)
def test_other_ways_to_write_a_number(text: str, value: int) -> None:
    assert only(text).best == value


@pytest.mark.parametrize("text", ["ten or more", "10 or more"])
def test_or_more_is_a_lower_bound(text: str) -> None:
    assert (only(text).quantifier, only(text).high) == ("at_least", None)


def test_twelve_to_fifteen_thousand_are_thousands_at_both_ends() -> None:
    assert found("12 to 15 thousand") == [("12 to 15 thousand", 12_000, 12_000, 15_000, "range")]


def test_a_falling_pair_is_no_range() -> None:
    assert [best for _, _, best, _, _ in found("4 to 3")] == [4, 3]


@pytest.mark.parametrize("words", [["and"], [], ["½"], ["1.5"], ["9" * 40]])
def test_what_is_no_whole_number_of_people_has_no_value(words: list[str]) -> None:
    assert value_of(words) is None


@given(st.text(alphabet="0123456789., -–½²③٣ onetwhurdzfilma", max_size=60))
def test_no_text_makes_it_crash(text: str) -> None:
    for _, low, best, high, _ in found(text):
        assert best is None or ((low is None or low <= best) and (high is None or best <= high))
