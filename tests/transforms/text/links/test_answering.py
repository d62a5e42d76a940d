"""Claims answered without a word that relates, read from sentences of our own."""

import pytest

from tests.transforms.text.links.linking import linked

PAIRS = [
    (
        "A diplomat said two trucks were on the list. Amos Deng said no list had been signed.",
        ("contradicts", "no list had been signed", "two trucks were on the list"),
    ),
    (
        "Kenya accused Chad of shelling the market. Chad said its men had kept to their posts that day and fired on nobody.",
        ("contradicts", "its men had kept to their posts that day and fired on nobody", "Chad of shelling the market"),
    ),
    (
        "The mayor said the dead men were farmers. An army spokesman, Ali Sow, said the men were fighters.",
        ("contradicts", "the men were fighters", "the dead men were farmers"),
    ),
    (
        "The mayor said Amos Deng would open the road. Two elders, Ali Sow among them, said the road remained closed.",
        ("contradicts", "the road remained closed", "Amos Deng would open the road"),
    ),
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
    (
        "Residents said the dead men were farmers. General Ivo Rask said they were terrorists.",
        ("contradicts", "they were terrorists", "the dead men were farmers"),
    ),
    (
        "The Front has rejected the plan, state media reported, but the group said that it had not yet given its answer.",
        ("contradicts", "that it had not yet given its answer", "The Front has rejected the plan"),
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
        "The raiders have freed the crew for a ransom, police said, although Kenya insisted that no money was paid.",
        ("contradicts", "that no money was paid", "The raiders have freed the crew for a ransom"),
    ),
    (
        "Three envoys said Chad had proposed a hotline. Amos Deng said his office had seen no proposal.",
        ("contradicts", "his office had seen no proposal", "Chad had proposed a hotline"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_what_cannot_both_be_true_is_contradicted(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in linked(text)


APART = [
    # other dead are counted
    "Doctors said that 21 women were among the dead. The army said it had killed 18 militants.",
    # both are told by one
    "Six farmers were killed when gunmen stormed their camp, officials said. Police said the farmers were asleep.",
    # a no to something else
    "The minister said Chad would open the border. Chad said no rain had fallen.",
    # two things that differ, and one side that tells both
    "The mayor said the road was open. An army spokesman, Ali Sow, said the airport was closed.",
    "The mayor said the road was open. He said the road had been blocked for a week.",
    # no thanks are no denial
    '"Thanks, Oulo, for welcoming these refugees," the mayor said. "No thanks to Chad," a councilman added.',
    # silence is no denial
    "Kenya accused Chad of shelling the market. Chad said it had nothing to add.",
]


@pytest.mark.parametrize("text", APART)
def test_what_answers_nothing_is_not_linked(text: str) -> None:
    assert linked(text) == []
