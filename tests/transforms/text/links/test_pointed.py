"""What the words behind a relating verb point at, read from sentences of our own."""

import pytest

from tests.transforms.text.links.linking import linked

PAIRS = [
    (
        "Holt said the clerk had been taken off the list. Ann Moss denied that anyone had been taken off.",
        ("denies", "that anyone had been taken off", "the clerk had been taken off the list"),
    ),
    (
        "Kenya threatened to close the port. Sam Ocen denied that such a threat had been made.",
        ("denies", "that such a threat had been made", "to close the port"),
    ),
    (
        "The rebels said 41 had died. The army said it killed nine men, a figure the council calls a lie.",
        ("denies", "a figure ... a lie", "it killed nine men"),
    ),
    (
        "Jan Wek denied a report in the Daily Voice that he had resigned. The Daily Voice reported on Monday that Wek had gone.",
        ("denies", "a report in the Daily Voice that he had resigned", "that Wek had gone"),
    ),
    (
        "Kenya published photographs that it said showed officers on the deck. Ivo Rask described the photographs as doctored.",
        ("denies", "the photographs as doctored", "officers on the deck"),
    ),
    (
        "Kenya denied that it had armed the herders, a day after the rebels said they had captured crates of rifles.",
        ("denies", "that it had armed the herders", "they had captured crates of rifles"),
    ),
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
        "Police said Chad had armed the raiders, a charge that Chad denied.",
        ("denies", "a charge", "Chad had armed the raiders"),
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
        "The mayor said the crew had been freed. Amos Deng, a senator, challenged that claim.",
        ("denies", "that claim", "the crew had been freed"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_what_the_words_behind_a_verb_point_at_is_linked(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in linked(text)


APART = [
    # the denial answers what its own sentence tells, not what was said before
    "The agency said the trucks would turn back. Rwanda, accused of arming the raiders, rejected the allegation.",
]


@pytest.mark.parametrize("text", APART)
def test_what_its_own_sentence_tells_is_not_looked_for_before(text: str) -> None:
    assert linked(text) == []
