"""Claim links: what denies, echoes, confirms, updates what, in one text and across texts, read from sentences of our own."""

from functools import cache
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extraction import extract
from transforms.text.claim import CrossLink, Told, cross_links, links, stems
from transforms.text.mention import cast
from transforms.text.reading import read
from transforms.text.statement import Statement


@cache
def linked(text: str) -> list[tuple[str, str, str]]:
    """(relation, words of the source statement, words of the target statement)"""
    found = extract(text)

    def words(index: int) -> str:
        return " ... ".join(text[slice(*piece)] for piece in found.statements[index].content)

    return [(link.relation, words(link.source), words(link.target)) for link in found.links]


PAIRS = [
    (
        "Two officials said the mine had closed. The company denied what the officials said.",
        ("denies", "what the officials said", "the mine had closed"),
    ),
    (
        "Residents said the army had shelled the port. A spokesman for the army denied shelling the port.",
        ("denies", "shelling the port", "the army had shelled the port"),
    ),
    (
        "Officials in Ankara said the jet had entered Turkish airspace. Moscow denied this.",
        ("denies", "this", "the jet had entered Turkish airspace"),
    ),
    (
        '"We have captured the airport," rebel spokesman Adan Wek told reporters. The army disputed that claim.',
        ("denies", "that claim", '"We have captured the airport,"'),
    ),
    (
        "Two officials said the crew had been freed. The ministry confirmed that the crew had been freed.",
        ("confirms", "that the crew had been freed", "the crew had been freed"),
    ),
    (
        "A spokesman said the town had been retaken, but residents contradicted his account.",
        ("contradicts", "his account", "the town had been retaken"),
    ),
    (
        'Minister Ali Omer said the coup plot had been foiled. "There was no coup plot," opposition leader Sam Ocen said.',
        ("contradicts", '"There was no coup plot,"', "the coup plot had been foiled"),
    ),
    (
        "The governor said 21 people had been killed in the blast. Police had earlier said 17 people were killed.",
        ("updates", "21 people had been killed in the blast", "17 people were killed"),
    ),
    (
        '"The road is open," Sam Ocen said. "The bridge is open as well," he added.',
        ("elaborates", '"The bridge is open as well,"', '"The road is open,"'),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_words_that_relate_link_two_claims(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in linked(text)


UNRELATED = [
    "Two officials said the mine had closed. The company denied that wages were late.",
    "Two officials said the mine had closed. The company refused to confirm the report.",
    "The minister said taxes would fall. She denied a report in the Daily Voice that she would resign.",
    "Sam Ocen said the road was open. Jane Akello added that schools were shut.",
    "The chairman said profits rose. A rival's success echoed the chairman's success.",
]


@pytest.mark.parametrize("text", UNRELATED)
def test_likeness_alone_links_nothing(text: str) -> None:
    assert linked(text) == []


APART = [
    # what is confirmed has no "not" where the claim has none
    "Iran said there was no agreement on a ceasefire. A diplomat confirmed that Iran had accepted a ceasefire agreement.",
    # tolls of two places
    "Police said nine people were killed in Dala. Officials had earlier said three people were killed in Beni.",
    # nobody confirmed it
    "Police said the rebels shelled the town. The army was not available to confirm the report.",
]


@pytest.mark.parametrize("text", APART)
def test_claims_that_do_not_meet_are_not_linked(text: str) -> None:
    assert linked(text) == []


def test_a_denial_told_in_what_somebody_says_denies_too() -> None:
    text = (
        "Army spokesman Ari Lev said Hezbollah had fired the rocket at the town. "
        'Hezbollah spokesman Mohammed Abed told reporters that the group "categorically denies" firing the rocket at the town.'
    )
    assert [relation for relation, _, _ in linked(text)] == ["denies"]


def test_an_echoed_denial_denies_what_was_denied() -> None:
    text = "Two officials said the pact was dead. Sam Ocen denied what the officials said. A senior diplomat echoed Ocen's denial."

    def span(words: str) -> tuple[int, int]:
        return (text.index(words), text.index(words) + len(words))

    made = [
        Statement(span("Two officials"), span("said"), (span("the pact was dead"),), "indirect", "assert", False, None, None, "-"),
        Statement(span("Sam Ocen"), span("denied"), (span("what the officials said"),), "indirect", "deny", False, None, None, "-"),
        Statement(span("A senior diplomat"), span("echoed"), (span("Ocen's denial"),), "narrated_act", "echo", False, None, None, "-"),
    ]
    reading = read(text)
    found = {(link.relation, link.source, link.target) for link in links(reading, made, cast(reading, made))}
    assert found == {("denies", 1, 0), ("echoes", 2, 1), ("denies", 2, 0)}


def test_one_name_counts_once_however_many_words_it_has() -> None:
    assert len(stems("the United Nations mission")) == 2


# -- across texts


def claim(
    article: str,
    day: str,
    content: str,
    *,
    speakers: tuple[str, ...] = (),
    act: str = "assert",
    sentence: str = "",
    publisher: str = "Post",
    key: str = "0",
) -> Told:
    return Told(article, day, publisher, key, 0, speakers, act, content, sentence or content)


REPORT = claim(
    "a", "2024-01-01", "Mali has expelled the head of the observer mission", sentence="Mali has expelled the head, diplomats said."
)
DENIAL = claim(
    "b",
    "2024-01-02",
    "reports that it had expelled the head of the observer mission",
    speakers=("mali",),
    act="deny",
    sentence="Mali denied reports that it had expelled the head of the observer mission.",
    publisher="Matin",
)
RETRACTION = claim(
    "c",
    "2024-01-03",
    "its report that Mali had expelled the head of the observer mission",
    sentence="The Post retracted its report that Mali had expelled the head of the observer mission.",
)
OLD_TOLL = claim("d", "2024-01-01", "nine people were killed when shells hit the Taiz market")
NEW_TOLL = claim(
    "e",
    "2024-01-02",
    "The death toll from the shelling of the Taiz market rose to 14",
    sentence="The death toll from the shelling of the Taiz market rose to 14, officials said, up from nine.",
)
SPEECH = claim("f", "2024-01-04", "The border will stay closed until the harvest is in", speakers=("ocen",))
REPRINT = claim("g", "2024-01-05", "“The border will stay closed until the harvest is in”", speakers=("ocen",), publisher="Mail")
OTHER_VOICE = claim("h", "2024-01-05", "The border will stay closed until the harvest is in", speakers=("akello",))
CLAIMS = [REPORT, DENIAL, RETRACTION, OLD_TOLL, NEW_TOLL, SPEECH, REPRINT, OTHER_VOICE]


def related(found: list[CrossLink]) -> set[tuple[str, str, str]]:
    return {(link.relation, link.source[0], link.target[0]) for link in found}


def test_claims_of_other_texts_are_linked_by_what_the_words_state() -> None:
    assert related(cross_links(CLAIMS)) == {
        ("denies", "b", "a"),
        ("corrects", "c", "a"),
        ("updates", "e", "d"),
        ("same_claim", "g", "f"),
    }


def test_the_order_in_which_texts_are_loaded_and_loading_them_twice_change_nothing() -> None:
    expected = cross_links(CLAIMS)
    for order in permutations(CLAIMS[:5]):
        assert cross_links([*CLAIMS[5:], *order, *order[:2]]) == expected


def test_a_claim_that_is_long_past_is_not_meant() -> None:
    late = DENIAL._replace(published="2024-06-01")
    assert cross_links([REPORT, late]) == []


def test_nothing_is_linked_to_what_comes_later() -> None:
    early = DENIAL._replace(published="2023-12-01")
    assert cross_links([REPORT, early]) == []


SCRAPS = [
    "said", "denied", "confirmed", "echoed", "added", "the", "report", "it", "earlier", "nothing", "to", "do", "with", "there",
    "is", "no", "such", "lies", "are", "these", ",", ".", '"', "Kenya", "Hamas", "officials", "two", "killed", "14", "rejected",
    "claims", "that", "what", "his", "denial", "contradicting", "corrected",
]  # fmt: skip


@given(
    st.lists(
        st.sampled_from(SCRAPS),
        max_size=50,
    )
)
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_links_join_two_different_statements_of_it(scraps: list[str]) -> None:
    text = " ".join(scraps)
    found = extract(text)
    for link in found.links:
        assert link.source != link.target
        assert max(link.source, link.target) < len(found.statements)
        assert 0 <= link.span[0] < link.span[1] <= len(text)
    assert links(found.reading, found.statements, found.cast) == found.links
