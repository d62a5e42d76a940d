"""The alphabet of figures."""

from transforms.text.quantities.classes import ALPHABET, SETS


def test_the_words_that_news_of_harm_uses_most_have_characters_that_python_keeps() -> None:
    assert max(ALPHABET.tags(sorted(SETS["common"]))) < "\u0100"


def test_so_has_a_word_that_is_not_known_whatever_it_looks_like() -> None:
    assert max(ALPHABET.tags(["12", "1.5", "12th", "twenty-two", "Vesk", "vesked", "vesking", "veskly", "vesk", "*"])) < "\u0100"
