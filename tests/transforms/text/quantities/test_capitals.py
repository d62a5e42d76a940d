"""Text in capitals: names are told by the words around them."""

from transforms.text.casualties.casualty import figures
from transforms.text.quantities.capitals import as_printed, is_shouted
from transforms.text.reading import read


def _printed(text: str) -> str:
    return " ".join(as_printed(read(text).lows))


def test_a_given_name_begins_a_name_that_unknown_words_go_on():
    assert _printed("THE MURDER OF RAMIRO QUINTEROS SHOCKED US") == "the murder of Ramiro Quinteros shocked us"


def test_a_title_begins_a_name():
    assert _printed("COL QUINTEROS WAS SEEN") == "Col Quinteros was seen"


def test_a_family_name_is_remembered():
    assert _printed("RAMIRO QUINTEROS LEFT. POLICE FOUND QUINTEROS.") == "Ramiro Quinteros left . police found Quinteros ."


def test_a_spanish_article_begins_a_place():
    assert _printed("A BUS FROM SAN TELMO") == "a bus from San Telmo"


def test_ordinary_words_stay_small():
    assert _printed("THE SOLDIERS LEFT THE HAMLET") == "the soldiers left the hamlet"


def test_a_text_is_in_capitals_by_most_of_its_words():
    assert is_shouted(["LIMA", "--", "THREE", "FARMERS", "DIED", "TODAY", ",", "Efe", "REPORTED", "."])
    assert not is_shouted(["Lima", "--", "THREE", "died", ",", "the", "UN", "and", "NATO", "said", "."])
    assert not is_shouted(["THREE", "DEAD"])


def test_a_person_in_capitals_is_one_killed_and_the_age_is_no_count():
    found = figures(read("CITIZEN EVARISTO QUINTEROS, 42, WAS KILLED BY TWO BULLETS."))
    assert [(figure.measure, figure.value_best) for figure in found] == [("killed", 1)]
