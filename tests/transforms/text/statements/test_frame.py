"""What follows a cue word, by the class of the first word behind it."""

import pytest

from transforms.text.reading import read
from transforms.text.statements.cue_word import WORDS
from transforms.text.statements.frame import frame
from transforms.text.statements.scan import Scan


@pytest.mark.parametrize(
    ("text", "expected", "begins", "told"),
    [
        ("The envoy [said] that talks would resume.", "that", "that", None),
        ("The envoy [said] on Friday that talks would resume.", "that", "that", None),
        ("The envoy [said] on Friday he would resume talks.", "0", "he", None),
        ("The envoy [said] this week that talks would resume.", "that", "that", None),
        ("The envoy [said] on Sunday, hours after a meeting in Tolu, that talks would resume.", "that", "that", None),
        ("The envoy [said] the talks had failed.", "0", "the", None),
        ("The envoy [said] talks failed.", "0e", "talks", None),
        ('The envoy [said]: "Talks will resume."', "q", '"', None),
        ("The envoy [asked] whether talks would resume.", "wh", "whether", None),
        ("The envoy [vowed] to resume talks.", "to", "to", None),
        ("The envoy [suggested] leaving the town.", "ing", "leaving", None),
        ("The envoy [spoke] about the talks.", "prep", "the", None),
        ("The envoy [condemned] the attack.", "np", "the", None),
        ("The envoy [told] reporters that talks would resume.", "np_that", "that", "reporters"),
        ("The envoy [told] Reuters the talks had failed.", "np_0", "the", "Reuters"),
        ("The envoy [urged] both sides to leave.", "np_to", "both", "both sides"),
        ("The envoy [urged] Maro, which says it will stay, to leave.", "np_to", "to", "Maro"),
        ("The envoy [assured] residents of its support.", "np", "of", "residents"),
        ("The envoy [said].", "end", None, None),
    ],
)
def test_a_frame_says_where_content_begins_and_who_is_told(text: str, expected: str, begins: str | None, told: str | None) -> None:
    first = text.index("[")
    reading = read(text.replace("[", "").replace("]", ""))
    scan = Scan(reading)
    at = reading.token_at(first)
    found = frame(scan.marks, scan.lows, at + 1, reading.sentences[0][1], WORDS[reading.lows[at]])
    assert found.frame == expected
    assert (None if found.start < 0 else reading.words[found.start]) == begins
    assert (None if found.told is None else reading.surface(*found.told)) == told


def test_a_frame_ends_with_its_sentence() -> None:
    reading = read("He told")
    scan = Scan(reading)
    assert frame(scan.marks, scan.lows, 2, 2, WORDS["told"]) == ("end", -1, 2, None)
