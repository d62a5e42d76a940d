"""Claim links: what denies, echoes, confirms, updates what, in one text and across texts, read from sentences of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.text.links.linking import linked
from transforms.extraction import extract
from transforms.text.actors.mention import cast
from transforms.text.links.claim import links
from transforms.text.reading import read
from transforms.text.statements.statement import Statement

PAIRS = [
    (
        "Ocen accused Amos Deng of hiding fuel, which Deng denied.",
        ("denies", "which", "Amos Deng of hiding fuel"),
    ),
    (
        "The rebels said no village was shelled. Doctors in the town disagreed, saying they had treated six children.",
        ("contradicts", "they had treated six children", "no village was shelled"),
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
    # the charges of a court are not what was said before
    "The judge said the clerk had betrayed his office. Holt, who denies the charges, will appeal, his lawyer Ann Moss said.",
    # what is granted, or described, is not called untrue
    "The Journal found no record of the class. Carson Lee admitted that the name printed in his memoir was inaccurate.",
    "Sanders attacked Kenya over the dam. An aide said that his attacks had reinforced stereotypes that are untrue.",
    # an accusation of somebody else
    "Critics charge that the mayor wasted money. The road is new. It was opened in May. Chad denied the accusation.",
    # nothing of it was told
    "The minister said the deal had been signed. The rebels denied that anyone had been hurt.",
    "Two men said the crew had talked. Chad denied a report in the Daily Voice.",
    # no denial
    "Traders said the dam had burst. A spokesman for Kenya would neither confirm nor deny it.",
    # neither confirms
    "A diplomat said the pact was signed. Neither side confirmed this.",
    # an offer that is turned down is not denied
    "Kenya proposed a pause, which Chad rejected.",
    # nobody confirmed it
    "Police said the rebels shelled the town. The army was not available to confirm the report.",
]


@pytest.mark.parametrize("text", APART)
def test_claims_that_do_not_meet_are_not_linked(text: str) -> None:
    assert linked(text) == []


def test_to_confirm_what_somebody_said_is_not_so_is_to_contradict() -> None:
    text = "Iran said there was no agreement on a ceasefire. A diplomat confirmed that Iran had accepted a ceasefire agreement."
    assert [relation for relation, _, _ in linked(text)] == ["contradicts"]


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


def test_who_rejects_a_denial_contradicts_it() -> None:
    denial = "Kenya denied that its troops had shelled the market. Uganda "
    assert ("contradicts", "that denial", "that its troops had shelled the market") in linked(denial + "rejected that denial.")
    assert linked(denial + "rejected the proposal.") == []


def test_a_denial_is_not_tied_to_what_ought_to_be_done() -> None:
    denial = " Kenya denies sending arms to the rebels."
    assert linked("Washington would have to press Kenya to end the war, an envoy said." + denial) == []
    assert linked("Kenya had paid the fighters, an envoy said." + denial) != []
