"""Claim links: what denies, echoes, confirms, updates what, in one text and across texts, read from sentences of our own."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extraction import extract
from transforms.text.actors.mention import cast
from transforms.text.links.claim import links
from transforms.text.reading import read
from transforms.text.statements.statement import Statement


@cache
def linked(text: str) -> list[tuple[str, str, str]]:
    """(relation, words of the source statement, words of the target statement)"""
    found = extract(text)

    def words(index: int) -> str:
        return " ... ".join(text[slice(*piece)] for piece in found.statements[index].content)

    return [(link.relation, words(link.source), words(link.target)) for link in found.links]


PAIRS = [
    # denied in a clause behind it; called untrue in what somebody says
    (
        "Ocen accused Amos Deng of hiding fuel, which Deng denied.",
        ("denies", "which", "Amos Deng of hiding fuel"),
    ),
    (
        "The rebels dropped their demand, a diplomat said. Amos Deng said that was untrue.",
        ("denies", "that was untrue", "The rebels dropped their demand"),
    ),
    # what the other side spoke of is not there
    (
        "A diplomat said two trucks were on the list. Amos Deng said no list had been signed.",
        ("contradicts", "no list had been signed", "two trucks were on the list"),
    ),
    # accused, and answered with a no further behind
    (
        "Kenya accused Chad of shelling the market. Chad said its men had kept to their posts that day and fired on nobody.",
        ("contradicts", "its men had kept to their posts that day and fired on nobody", "Chad of shelling the market"),
    ),
    # both cannot be true
    (
        "The mayor said the dead men were farmers. An army spokesman, Ali Sow, said the men were fighters.",
        ("contradicts", "the men were fighters", "the dead men were farmers"),
    ),
    (
        "The mayor said Amos Deng would open the road. Two elders, Ali Sow among them, said the road remained closed.",
        ("contradicts", "the road remained closed", "Amos Deng would open the road"),
    ),
    # the other side has signed, but nobody had; what there was none of was there
    (
        "Elders in the valley have signed a pact, a rebel said, but the council said nobody had signed anything.",
        ("contradicts", "nobody had signed anything", "Elders in the valley have signed a pact"),
    ),
    (
        "The rebels said they had received no offer. Amos Deng said an offer had been made in writing.",
        ("contradicts", "an offer had been made in writing", "they had received no offer"),
    ),
    (
        "The army said nine people were killed. Nurses said the real figure was above thirty.",
        ("contradicts", "the real figure was above thirty", "nine people were killed"),
    ),
    # who tells it is wrong, or is disagreed with
    (
        "An official of the relief agency said 400 families had fled. Amos Deng said the agency was exaggerating.",
        ("denies", "the agency was exaggerating", "400 families had fled"),
    ),
    (
        "The rebels said no village was shelled. Doctors in the town disagreed, saying they had treated six children.",
        ("contradicts", "they had treated six children", "no village was shelled"),
    ),
    (
        "Residents said the dead men were farmers. General Ivo Rask said they were terrorists.",
        ("contradicts", "they were terrorists", "the dead men were farmers"),
    ),
    (
        "Kenya published photographs that it said showed officers on the deck. Ivo Rask described the photographs as doctored.",
        ("denies", "the photographs as doctored", "officers on the deck"),
    ),
    # told behind the denial
    (
        "Kenya denied that it had armed the herders, a day after the rebels said they had captured crates of rifles.",
        ("denies", "that it had armed the herders", "they had captured crates of rifles"),
    ),
    # echoed by the office
    (
        "Sam Ocen welcomed the pact. Amos Deng echoed the aid chief.",
        ("echoes", "the aid chief", "the pact"),
    ),
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
        "Police said Chad had armed the raiders, a charge that Chad denied.",
        ("denies", "a charge", "Chad had armed the raiders"),
    ),
    (
        "Kenya has accepted the dam, two diplomats said, but a spokesman for Kenya said no such agreement existed.",
        ("denies", "no such agreement existed", "Kenya has accepted the dam"),
    ),
    (
        "The rebels have signed the pact, the army said, although an elder said that no decision had been made.",
        ("contradicts", "that no decision had been made", "The rebels have signed the pact"),
    ),
    (
        'Police said Sam Ocen had asked for a bribe. "I never asked for any bribe," Ocen said.',
        ("contradicts", '"I never asked for any bribe,"', "Sam Ocen had asked for a bribe"),
    ),
    (
        'Sudan said Chad had moved the border post. Chad denied this. "The post has not moved by a metre," Chad said.',
        ("denies", '"The post has not moved by a metre,"', "Chad had moved the border post"),
    ),
    (
        'The mayor said the army had shelled the mill. Colonel Adan Wek of the army called the report "a fabrication".',
        ("denies", 'the report "a fabrication"', "the army had shelled the mill"),
    ),
    (
        "Kenya said Somalia had sent the drone. Traders said schools were shut. Somalia denied any role in the attack.",
        ("denies", "any role in the attack", "Somalia had sent the drone"),
    ),
    (
        "A diplomat said the crew had been sold. Sam Ocen backed up the diplomat's account.",
        ("confirms", "the diplomat's account", "the crew had been sold"),
    ),
    (
        "The ministry said five soldiers were killed. The ministry later put the number of dead soldiers at seven.",
        ("updates", "the number of dead soldiers at seven", "five soldiers were killed"),
    ),
    (
        "Chad has agreed to leave the fort, a diplomat said on Monday, a report the fort's commander called fabricated.",
        ("denies", "a report ... fabricated", "Chad has agreed to leave the fort"),
    ),
    (
        "Chad has agreed to leave the fort, two envoys said. Amos Deng denied that a deal had been struck.",
        ("denies", "that a deal had been struck", "Chad has agreed to leave the fort"),
    ),
    (
        "The mayor said Chad had ordered the raid. Amos Deng rejected this as nonsense.",
        ("denies", "this as nonsense", "Chad had ordered the raid"),
    ),
    (
        "Traders reported that Sam Ocen would resign. His office denied it at the time.",
        ("denies", "it at the time", "that Sam Ocen would resign"),
    ),
    (
        "The raiders have freed the crew for a ransom, police said, although Kenya insisted that no money was paid.",
        ("contradicts", "that no money was paid", "The raiders have freed the crew for a ransom"),
    ),
    (
        "Three envoys said Chad had proposed a hotline. Amos Deng said his office had seen no proposal.",
        ("contradicts", "his office had seen no proposal", "Chad had proposed a hotline"),
    ),
    (
        "The mayor said the crew had been freed. Amos Deng, a senator, challenged that claim.",
        ("denies", "that claim", "the crew had been freed"),
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
    # tolls of two places
    "Police said nine people were killed in Dala. Officials had earlier said three people were killed in Beni.",
    # the denial answers what its own sentence tells, not what was said before
    "The agency said the trucks would turn back. Rwanda, accused of arming the raiders, rejected the allegation.",
    # no denial
    "Traders said the dam had burst. A spokesman for Kenya would neither confirm nor deny it.",
    # a no to something else
    "The minister said Chad would open the border. Chad said no rain had fallen.",
    # two things that differ, and one side that tells both
    "The mayor said the road was open. An army spokesman, Ali Sow, said the airport was closed.",
    "The mayor said the road was open. He said the road had been blocked for a week.",
    # silence is no denial
    "Kenya accused Chad of shelling the market. Chad said it had nothing to add.",
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
