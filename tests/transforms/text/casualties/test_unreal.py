"""What did not happen is no figure: what is called untrue, played in a drill, told in a novel. What stands beside it is one."""

import pytest

from transforms.text.casualties.casualty import figures
from transforms.text.reading import read
from transforms.text.statements.statement import statements


@pytest.mark.parametrize(
    "text",
    [
        "Reports that five officers were shot dead are false, the commissioner said.",
        "The army dismissed the figure of 40 dead as propaganda.",
        "A claim that twelve children were killed in the school was fabricated, fact-checkers found.",
        "The rebels rejected as baseless the allegation that they had executed 20 prisoners.",
        "It is not true that seven workers died at the plant, the company said.",
        'Officials called reports of 30 deaths "fake news".',
        "Rumours that three students had been killed turned out to be untrue.",
        "There is no truth in reports that nine soldiers were killed, the general said.",
        "Claims circulating on social media that 15 officers were killed are untrue.",
        "The broadcaster apologised for a bulletin which wrongly stated that eleven miners had died.",
        "Crews will rehearse their response to a spill in which 200 people are notionally injured.",
        "There would be no ceasefire without the release of 120 jailed rebels, the commander said.",
        "The gunmen fled without killing any of the guards.",
        "The earthquake drill assumes that a tremor kills 13,000 people and injures 150,000.",
        'In his novel "The Drowned Quarter", a surgeon must save one of three wounded soldiers.',
        "Her debut film follows a policewoman who, after her partner is shot dead, joins the gang that killed him.",
        'The show has 80 works, among them "The Death of Marat" and two versions of "Dead Christ".',
        "The latest to fall victim to the purge was the minister of fisheries.",
        "The thriller, in which a sniper kills eleven people, opens on Friday.",
        "In the novel, a bomb kills forty guests at a wedding.",
        "The film tells the story of a plague that killed 300 villagers.",
        "Under the scenario, 300 people were killed and 1,200 injured.",
        'In the drill 25 passengers were "killed" and 60 "wounded".',
        "The morgue is built for 60 bodies and the ward can treat 30 wounded at a time.",
        "Its mortuary can hold 40 bodies, the director said.",
        "The committee is a body of 24 experts.",
        "Thieves left with the eleven missing paintings.",
        "The team has five injured players and will be missing two defenders.",
        "Two of the favourites were disqualified and a third pulled up with a hamstring injury.",
        "The striker killed off the contest with two late goals.",
        "The minister did not say how many had been killed.",
        "Two bodies had been counted twice, he said.",
    ],
)
def test_what_did_not_happen_is_no_figure(text: str) -> None:
    assert figures(read(text)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Reports that five officers were shot dead were confirmed by the commissioner.", [5]),
        ("Reports of five deaths were not false, the mayor said.", [5]),
        ("Reports that five men were killed in a raid on the wrong house were confirmed.", [5]),
        ("It is true that two men died, he said.", [2]),
        ("The police denied using live rounds and said that three people had been killed by a blast.", [3]),
        ("The army denied that it had carried out the attack that killed 12 people.", [12]),
        ("The rebels rejected the truce after an air strike killed 14 people.", [14]),
        ("The army rejected the claim that it had killed 14 civilians, saying that those killed were 11 fighters.", [11]),
        ("Police dismissed reports of a bomb and said that six people had died in a gas explosion.", [6]),
        ("He was wrongly convicted of killing three women.", [3]),
        ('"Two Soldiers were killed", the report says.', [2]),
        ("Police assume that 12 migrants drowned.", [12]),
        ("The toll was cut to 40 because four bodies were counted twice, the ministry said.", [40]),
        ("Asked how many had died, she said 12 people were killed.", [12]),
        ("A gunman opened fire in a cinema during a film about the war, killing three people.", [3]),
        ("The play was interrupted when a bomb went off, killing 12 people.", [12]),
        ("A shell exploded during a drill at the base, killing two soldiers.", [2]),
        ("Two recruits died in a simulated attack at the base.", [2]),
        ("The morgue received 70 bodies on Friday, although it is built for 60.", [70]),
        ("Doctors struggled to treat 30 wounded people.", [30]),
        ("Nine bodies were found in a room of the house.", [9]),
        ("In the 2014 killings of three teenagers nobody was charged.", [3]),
        ("No-one was hurt.", [0]),
        ("The attack injured an unknown amount of people.", [None]),
        ("The nurses and seven other wounded people were flown out.", [7]),
    ],
)
def test_what_stands_beside_it_did_happen(text: str, values: list[int | None]) -> None:
    assert [figure.value_best for figure in figures(read(text))] == values


@pytest.mark.parametrize(
    "text",
    [
        "Holm said he could not confirm the figure of 31 dead given by the mayor.",
        "The governor did not confirm the 15 deaths.",
        "The agency said it was unable to verify claims of 60 dead.",
        "The ministry said it was checking reports of 13 dead.",
        "A spokeswoman said she had seen reports of 52 dead.",
        "Officials have yet to confirm a report of five dead.",
        "The army said it had no knowledge of 70 deaths reported by the rebels.",
        "The spokesman would not say whether nine soldiers had been killed.",
        "The doctor questioned the official toll of 18 dead.",
    ],
)
def test_who_does_not_vouch_for_a_count_does_not_claim_it(text: str) -> None:
    reading = read(text)
    assert [figure.statement for figure in figures(reading, statements(reading))] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said it had confirmed 12 deaths.",
        "The army said it could not confirm the cause but said 12 people were killed.",
        "The mission said it had verified that nine people were killed.",
    ],
)
def test_who_vouches_for_a_count_claims_it(text: str) -> None:
    reading = read(text)
    assert [figure.statement is not None for figure in figures(reading, statements(reading))] == [True]
