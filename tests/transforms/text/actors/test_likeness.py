from hypothesis import given
from hypothesis import strategies as st

from transforms.text.actors.likeness import possible_duplicates


def pairs(*names: str) -> set[tuple[str, str]]:
    return {(one, other) for one, other, _ in possible_duplicates(names)}


def test_transliterations_of_one_name_are_suggested() -> None:
    assert pairs("Izzat al-Rishq", "Izzat al-Risheq", "Izzat el-Rishk") >= {("Izzat al-Rishq", "Izzat el-Rishk")}
    assert pairs("Muammar Gaddafi", "Muammar Qaddafi", "Moammar Gadhafi") >= {("Muammar Gaddafi", "Muammar Qaddafi")}


def test_a_letter_more_or_less_is_suggested() -> None:
    assert pairs("Volodymyr Zelensky", "Volodymyr Zelenskyy") == {("Volodymyr Zelensky", "Volodymyr Zelenskyy")}


def test_names_of_one_body_in_other_words_are_suggested() -> None:
    assert pairs("Lakeline", "Lakeline Ltd.") == {("Lakeline", "Lakeline Ltd.")}
    assert pairs("Gaza Health Ministry", "Ministry of Health in Gaza", "Gaza's Health Ministry") >= {
        ("Gaza Health Ministry", "Ministry of Health in Gaza"),
        ("Gaza Health Ministry", "Gaza's Health Ministry"),
    }
    assert pairs("Hassan Ali", "Ali Hassan") == set()
    assert pairs("Northern Front", "Northern Front Council") == set()


def test_different_people_are_not_suggested() -> None:
    assert pairs("Ali Hassan", "Omar Farouk", "Maria Lopez") == set()


def test_numbered_units_one_figure_apart_are_not_suggested() -> None:
    assert pairs("Brigade 101 of the army", "Brigade 102 of the army") == set()


@given(st.lists(st.text(min_size=1, max_size=20), max_size=20))
def test_the_order_of_names_changes_nothing(names: list[str]) -> None:
    found = possible_duplicates(names)
    assert found == possible_duplicates(list(reversed(names)))
    assert all(one < other for one, other, _ in found)
