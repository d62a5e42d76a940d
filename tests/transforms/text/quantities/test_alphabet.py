"""Words as characters, and patterns over them."""

import pytest

from transforms.text.quantities.alphabet import Alphabet, openings

ALPHABET = Alphabet(
    {"the": ("the", "DET"), "a": ("a", "DET"), "men": ("PEOPLE",), "women": ("PEOPLE",), "died": ("DIE",)},
    {
        "digits": ("NUMBER", "DIGITS"),
        "decimal": ("NUMBER",),
        "ordinal": ("ORDINAL",),
        "cardinal": ("NUMBER",),
        "aged": ("AGED",),
        "ly": ("LY",),
        "ed": ("ED",),
        "ing": ("ING",),
        "name": ("NAME",),
        "word": ("WORD",),
        "mark": ("MARK",),
    },
)


def matches(template: str, text: str, **parts: str) -> bool:
    return ALPHABET.compile(template, **parts).fullmatch(ALPHABET.tags(text.split())) is not None


def test_words_with_the_same_features_are_the_same_character() -> None:
    men, women, died = ALPHABET.tags(["men", "women", "died"])
    assert men == women != died


def test_a_word_is_found_in_any_capitals() -> None:
    assert ALPHABET.tags(["men"]) == ALPHABET.tags(["MEN"]) == ALPHABET.tags(["Men"])


def test_a_pattern_names_features_words_alternatives_and_what_is_not_meant() -> None:
    assert matches("{the}{PEOPLE}{DIE}", "the men died")
    assert not matches("{the}{PEOPLE}{DIE}", "a men died")
    assert matches("{DET}?{NUMBER|PEOPLE}+{^PEOPLE}", "12 men died")
    assert not matches("{^PEOPLE}", "women")
    assert matches("<who>{DIE}", "the women died", who="{DET}?{PEOPLE}")


@pytest.mark.parametrize(
    ("word", "feature"),
    [
        ("12", "DIGITS"),
        ("20,000", "DIGITS"),
        ("3.5", "NUMBER"),
        ("1st", "ORDINAL"),
        ("forty-two", "NUMBER"),
        ("four-year-old", "AGED"),
        ("slowly", "LY"),
        ("masked", "ED"),
        ("running", "ING"),
        ("Kabul", "NAME"),
        ("shrapnel", "WORD"),
        ("—", "MARK"),
    ],
)
def test_an_unknown_word_has_the_features_of_its_shape(word: str, feature: str) -> None:
    assert matches(f"{{{feature}}}", word)


def test_a_feature_that_no_word_has_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="no word has the feature 'men'"):
        ALPHABET.compile("{men}")


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        ("(?:ab|c?d)e", "acd"),
        ("(?:a|b*)c", "abc"),
        ("a{0,2}+b+c", "ab"),
        ("(?<=a)b|(?!c)d", "bd"),
        (r"[^a\]]b", "bcd[-"),
        (r"\[a|(?P<name>[a\]])", "[a]"),
        ("(?:a|b)??", ""),
        ("a|b*", ""),
    ],
)
def test_what_a_match_may_begin_with_is_read_off_the_pattern(pattern: str, characters: str) -> None:
    assert openings(pattern, set("abcd[]-")) == set(characters)
