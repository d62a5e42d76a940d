"""Names: which words name somebody, by the words themselves and the reference."""

import pytest

from transforms.text.actors.name import names
from transforms.text.actors.reference import Reference
from transforms.text.reading import read
from warehouse.reference import actor_reference


@pytest.fixture(scope="module")
def reference() -> Reference:
    return actor_reference()


def found(text: str, reference: Reference) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in names(read(text), reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Egyptian Foreign Minister Sameh Shoukry.", [("Egyptian", "known"), ("Sameh Shoukry", "known")]),
        ("They met Foreign Minister Karel Dvorak.", [("Karel Dvorak", "person")]),
        ("They met Lt. Col. Piet Visser.", [("Piet Visser", "person")]),
        ("They met John F. Kerrigan.", [("John F . Kerrigan", "person")]),
        ("They saw the Kenyan Ministry of Health.", [("Kenyan Ministry of Health", "organ")]),
        ("They saw Kenya's Foreign Ministry.", [("Kenya 's Foreign Ministry", "organ")]),
        ("They saw the Northern Farmers Union.", [("Northern Farmers Union", "organization")]),
        ("They saw the Coalition of Patriots for Change.", [("Coalition of Patriots for Change", "known")]),
        ("They saw the Tigray People's Liberation Front.", [("Tigray People 's Liberation Front", "known")]),
        ("They saw Hawke Biden.", [("Hawke Biden", "maybe")]),
        ("They saw Police Commissioner Abdi Hassan Hijar.", [("Abdi Hassan Hijar", "person")]),
        ("They saw Billie Jean King.", [("Billie Jean King", "person")]),
        ("They saw Israel Katz and Israel.", [("Israel Katz", "known"), ("Israel", "known")]),
        ("They met on Monday in New York.", []),
        ("They met J.B. Okoro.", [("J.B. Okoro", "person")]),
        ("They met the C.I.A. man.", [("C.I.A.", "known")]),
        ("They met Antony J. Blinken Jr. there.", [("Antony J . Blinken Jr.", "known")]),
        ("They met Zelensky Aide Orla Brandt.", [("Zelensky", "known"), ("Orla Brandt", "person")]),
        ("They saw the King Osric Methodist Church.", [("King Osric Methodist Church", "organization")]),
        ("They met the Zionist Council of Leeds.", [("Zionist Council of Leeds", "organization")]),
        ("They met the League of Evangelicals.", [("League of Evangelicals", "organization")]),
        ("They met the Brotherhood of Dockers.", [("Brotherhood of Dockers", "organization")]),
        ("They met the Brotherhood.", [("Brotherhood", "known")]),
        ("They met Christian Socialists.", []),
        ("They met ANNA ROUX there.", [("ANNA ROUX", "maybe")]),
        ("They met Anna Fox and Fox.", [("Anna Fox", "person"), ("Fox", "known")]),
        ("They met MPs and NGOs.", []),
        ("They met Hope Haddad.", [("Hope Haddad", "person")]),
        ("They met Rick German.", [("Rick German", "person")]),
        ("They met Gov. Anna Deal.", [("Anna Deal", "person")]),
        ("Pollster Imke Aduba spoke.", [("Imke Aduba", "person")]),
        ("Economist Bruno Falk spoke.", [("Bruno Falk", "person")]),
        ("They sued Harrow & Pike.", [("Harrow & Pike", "organization")]),
        ("They read LakeAvenger.com daily.", [("LakeAvenger . com", "organization")]),
        ("They heard Radio Lagoon.", [("Radio Lagoon", "organization")]),
        ("They left Harbour Street and the Farm Loan Act.", []),
        ("They read the CIA-Reuters survey.", []),
        ("They met the Council Chiefs Association.", [("Council Chiefs Association", "organization")]),
        ("Kyiv-based groups met Iranian-backed fighters.", []),
        ("They left Konar Province and the Mirab Camp.", []),
        ("They left Al Merada.", [("Al Merada", "maybe")]),
    ],
)
def test_names_by_their_words(reference: Reference, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, reference) == expected


def test_a_title_knows_whose_it_is(reference: Reference) -> None:
    every = names(read("Egyptian Foreign Minister Sameh Shoukry spoke."), reference)
    assert every[1].holder == 0
    assert every[1].title == (1, 3)


def test_a_name_does_not_run_over_the_end_of_a_line(reference: Reference) -> None:
    assert found("Talks With Anna\n\nBell Rings", reference) != [("Talks With Anna Bell Rings", "maybe")]


def test_a_slug_in_upper_case_is_no_part_of_the_name_behind_it(reference: Reference) -> None:
    assert found("FOUR DEAD IN BUS CRASH Northern Farmers Union", reference)[-1] == ("Northern Farmers Union", "organization")


def test_what_was_read_before_changes_nothing(reference: Reference) -> None:
    text = "Hamas official Osama Hamdan met Recep Tayyip Erdogan of Turkey."
    first = found(text, reference)
    found("Other names such as Bashar al-Assad and Hamas.", reference)
    assert found(text, reference) == first == found(text, actor_reference())
