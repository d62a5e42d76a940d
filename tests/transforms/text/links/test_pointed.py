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
    # the claim itself, and not what is added to it
    (
        "Ann Moss said both sides had signed. She added that monitors would come. Ivo Rask disputed Moss's account of the terms.",
        ("denies", "Moss's account of the terms", "both sides had signed"),
    ),
    # behind an appeal, or a refusal to comment
    (
        '"This vote was stolen," Ann Moss said. She called on them to stay calm. Amos Deng rejected the accusations of fraud.',
        ("denies", "the accusations of fraud", '"This vote was stolen,"'),
    ),
    (
        "Two diplomats said Kenya had offered to free 40 men. The ministry declined to comment. Ivo Rask said he knew of no such offer.",
        ("denies", "he knew of no such offer", "Kenya had offered to free 40 men"),
    ),
    # a sentence of the narrator between
    (
        "In a statement, the staff said the shells came from the quarry. Rain fell. Ivo Rask dismissed the statement as a lie.",
        ("denies", "the statement as a lie", "the shells came from the quarry"),
    ),
    # all that is denied was said
    (
        "The army said gunmen attacked the depot at dawn. The Lake Movement denied attacking the depot.",
        ("denies", "attacking the depot", "gunmen attacked the depot at dawn"),
    ),
    (
        "The swap has been put off, according to two envoys. The clinic knew nothing of it. A judge denied the swap had been put off.",
        ("denies", "the swap had been put off", "The swap has been put off"),
    ),
    (
        "The army said the Front had broken the truce. The Front denied breaking the truce.",
        ("denies", "breaking the truce", "the Front had broken the truce"),
    ),
    (
        "Ann Moss accused the council of paying witnesses. Sam Ocen, its lawyer, denied that any witness was paid, other than for travel.",
        ("denies", "that any witness was paid, other than for travel", "the council of paying witnesses"),
    ),
    (
        "The judge blamed the blast on bombs the Front had hidden. Ivo Rask rejected this. Sam Ocen of the Front also denied keeping arms.",
        ("denies", "keeping arms", "the blast on bombs the Front had hidden"),
    ),
    (
        "Ivo Rask said soldiers had ringed the house. The general denied that, saying that they were there to guard it.",
        ("denies", "that, saying that they were there to guard it", "soldiers had ringed the house"),
    ),
    (
        'Critics say Sam Ocen led the raid. "I deny all of it," Ocen told the court.',
        ("denies", '"I deny all of it,"', "Sam Ocen led the raid"),
    ),
    (
        "The Front denied that it had agreed to a long truce. Ann Moss had said earlier that both sides had agreed to the truce.",
        ("denies", "that it had agreed to a long truce", "that both sides had agreed to the truce"),
    ),
    # behind a sentence that cannot be meant
    (
        'Ivo Rask said calls had been taped. He refused to publish the calls. "There are no such calls," said Sam Ocen, an envoy of Chad.',
        ("contradicts", '"There are no such calls,"', "calls had been taped"),
    ),
    (
        'Kenya denied asking for it. Israel said it was not told. An Israeli envoy contradicted that later, saying "Kenya called us".',
        ("contradicts", 'that later, saying "Kenya called us"', "it was not told"),
    ),
    (
        'The ministry said the gunmen had crossed from Chad. "We have records," Ann Moss said. Chad denied any link to the attack.',
        ("denies", "any link to the attack", "the gunmen had crossed from Chad"),
    ),
    (
        "Ann Moss said his party would walk out. Another party, Lelo, said it had not decided, contrary to what Moss had said.",
        ("contradicts", "it had not decided, contrary to what Moss had said", "his party would walk out"),
    ),
    (
        "Ann Moss said the observers had called the vote free. Ivo Rask said that was a misreading of his report.",
        ("denies", "that was a misreading of his report", "the observers had called the vote free"),
    ),
    (
        'Ann Moss said the town had been raided by Chad. "We reject such accusations," said Sam Ocen, its envoy.',
        ("denies", '"We reject such accusations,"', "the town had been raided by Chad"),
    ),
    (
        "Two envoys said Chad had agreed. Its envoy said that was not true and that the war would go on.",
        ("denies", "that was not true and that the war would go on", "Chad had agreed"),
    ),
    (
        "The council said it had confirmed 45 deaths. Ivo Rask, a minister, said the council had been misled.",
        ("denies", "the council had been misled", "it had confirmed 45 deaths"),
    ),
    (
        "Moscow denied that it had offered anything. An envoy of Mali had told the paper that the offer was made in writing.",
        ("denies", "that it had offered anything", "that the offer was made in writing"),
    ),
    (
        "Chad rejected the draft, two envoys said. A third envoy said that nothing had been rejected and that talks would go on.",
        ("contradicts", "that nothing had been rejected and that talks would go on", "Chad rejected the draft"),
    ),
    ("Kenya asked for a pause. Chad denied a request had been made.", ("denies", "a request had been made", "a pause")),
    ("Ann Moss announced the extension on Monday. Ivo Rask confirmed the extension.", ("confirms", "the extension", "the extension")),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_what_the_words_behind_a_verb_point_at_is_linked(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in linked(text)


APART = [
    # the denial answers what its own sentence tells, not what was said before
    "The agency said the trucks would turn back. Rwanda, accused of arming the raiders, rejected the allegation.",
    # the one tells of its own act, the other denies one of its own
    "The army said it had attacked the depot. The Lake Movement denied attacking the depot.",
    # demands and offers are turned down, not denied
    "The rebels demanded the release of their leader. Kenya rejected this.",
    "Kenya proposed a pause of six weeks. Chad rejected it.",
    # both deny the same
    "The Sons of Dawn denied that they had turned down the plan. Their office said that nobody had turned it down.",
    # a request is refused, not denied
    "Ivo Rask had asked that the trial be moved. The judge, Sam Ocen, denied the request.",
    # an attack on its land is none by it
    "Residents said a plane dropped bombs. Medics said 71 people died in Chad's western region. Chad's army has denied responsibility.",
    # both speak for one side
    'Chad broke off the talks after accusing the rebels of killing 80. "The rebels have no will for peace," said Chad\'s army.',
    # what the police deny is what they say, not what was said before
    "Two men pleaded not guilty. Their lawyer said police had beaten them, which the police denied.",
    # who is accused is told, and not by whom
    'Mali had sought his return. Ivo Rask, whom a banker also accused of theft, was not charged. He has called the accusation "a lie".',
    # nothing is answered with a no
    "Hamas said that it had accepted the truce. The outlets reported earlier that it had rejected it.",
    # no truth is told of what was said
    "Two envoys said Chad had agreed. Its envoy said it is not true that Chad wants war.",
    "The Red Cross said 9,000 had lost their homes. A worker said the second team had been sent to the wrong town.",
    # each tells what its own side would do
    "Kenya said that it would accept a pause if the raids ended, while Chad said Chad would not accept a pause.",
    # of another place
    "The army said five men were killed in Oro. The mayor said nobody had been killed in Basko.",
    # nothing was claimed
    "The judge told the men to speak up. The prosecutor said that was a lie.",
    # another thing was announced
    "Ann Moss announced the extension. Ivo Rask confirmed the arrests.",
    # it was condemned, not claimed
    "Ann Moss condemned the attack. Ivo Rask confirmed the attack.",
]


@pytest.mark.parametrize("text", APART)
def test_what_the_words_do_not_point_at_is_not_linked(text: str) -> None:
    assert linked(text) == []
