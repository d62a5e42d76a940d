"""Positions: holder, stance, issue, condition and basis, read from sentences of our own."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import lexicon
from transforms.extraction import Extraction, extract
from transforms.text.actors.reference import Reference, compile_reference
from transforms.text.links.claim import links
from transforms.text.positions.issue import issues
from transforms.text.positions.position import positions

ROOT = Path(__file__).parents[4]
SEED = ROOT / "seeds" / "articles" / "2023-12-26-reuters.txt"


@cache
def reference() -> Reference:
    lines = (ROOT / "seeds" / "reference" / "actors.csv").read_text(encoding="utf-8").splitlines()
    return compile_reference(list(csv.DictReader(line for line in lines if not line.startswith("#"))))


def read(text: str) -> Extraction:
    return extract(text, date(2024, 5, 1), reference())


def told(text: str) -> set[tuple[str, str, str]]:
    """(words of the holder, stance, words of the issue)"""
    return {(text[slice(*row.holder_text)], row.stance, text[slice(*row.issue)]) for row in read(text).positions}


CLAUSES = [
    ("Kenya rejected the offer on Monday.", ("Kenya", "rejects", "the offer")),
    ("Kenya turned the offer down.", ("Kenya", "rejects", "the offer")),
    ("Hungary vetoed the sanctions.", ("Hungary", "rejects", "the sanctions")),
    ("Lebanon insists on a full withdrawal and rejects any buffer zone.", ("Lebanon", "demands", "a full withdrawal")),
    ("Lebanon insists on a full withdrawal and rejects any buffer zone.", ("Lebanon", "rejects", "any buffer zone")),
    ("Kenya has not accepted the proposal.", ("Kenya", "rejects", "the proposal")),
    ("Kenya has neither accepted nor rejected the proposal.", ("Kenya", "undecided", "the proposal")),
    ("Neither Kenya nor Uganda has accepted the draft.", ("Uganda", "rejects", "the draft")),
    ("The plan was rejected by Kenya.", ("Kenya", "rejects", "The plan")),
    ("The proposal, rejected by Kenya last month, is dead.", ("Kenya", "rejects", "The proposal")),
    ("The proposal has the backing of Brazil.", ("Brazil", "supports", "The proposal")),
    ("France, Italy and Germany welcomed the agreement.", ("Italy", "supports", "the agreement")),
    ("France put forward a plan, also backed by Qatari mediators, that would end the war.", ("Qatari mediators", "supports", "a plan")),
    ("Ethiopia's refusal to sign the treaty angered Egypt.", ("Ethiopia", "rejects", "sign the treaty")),
    ("Japan has expressed support for the sanctions.", ("Japan", "supports", "the sanctions")),
    ("China is opposed to any independence move.", ("China", "rejects", "any independence move")),
    ("Syria appeared to reject the offer.", ("Syria", "rejects", "the offer")),
    ("Kenya refused to rule out talks.", ("Kenya", "undecided", "rule out talks")),
    ("Kenya pulled out of the peace talks, citing security.", ("Kenya", "withdraws", "the peace talks")),
    ("Kenya asked Uganda to leave the island.", ("Kenya", "demands", "to leave the island")),
    ("Sudan accused Chad of an attack, a claim which Chad rejected.", ("Chad", "denies_report", "a claim")),
    ("Sudan, which has been holding talks with Egypt in Cairo, rejected the plan.", ("Sudan", "rejects", "the plan")),
    ('Hezbollah said it "categorically denies" firing the rocket.', ("it", "denies_report", "firing the rocket")),
    ("Kenya's army denied reports that a convoy had left.", ("Kenya's army", "denies_report", "reports that a convoy had left")),
    ("Chad denied this.", ("Chad", "denies_report", "this")),
    ("Chad denied any role, as did Sudan.", ("Sudan", "denies_report", "any role")),
    ("Kenya signed a peace accord with Uganda on Monday.", ("Uganda", "accepts", "a peace accord with Uganda")),
    ("Kenya and Uganda have signed UN-backed accords allowing trade.", ("Uganda", "accepts", "UN-backed accords allowing trade")),
    ("Kenya agreed not to shell the port.", ("Kenya", "accepts", "not to shell the port")),
    ("Kenya urged Uganda not to shell the port.", ("Kenya", "demands", "not to shell the port")),
    ("Kenya said it would observe a two-day truce.", ("it", "accepts", "a two-day truce")),
    ("Egypt confirmed that it had put forward a new plan.", ("it", "proposes", "a new plan")),
    ("Hamas had given approval to the plan.", ("Hamas", "accepts", "the plan")),
    ("Hamas said it would not be part of any deal.", ("it", "rejects", "any deal")),
    ("Iran said it had no intention of resuming the talks.", ("it", "rejects", "resuming the talks")),
    ("China blocked a joint resolution.", ("China", "rejects", "a joint resolution")),
    ("Chad rejected the statement.", ("Chad", "rejects", "the statement")),
    ("Chad rejected the report.", ("Chad", "denies_report", "the report")),
    ('Qatar said Kenya and Chad "fully agreed" to a truce.', ("Chad", "accepts", "a truce")),
    ("Neither side has accepted the truce.", ("Neither side", "rejects", "the truce")),
    ('"We accept no conditions," Kenya said.', ("We", "rejects", "no conditions")),
    ('"We do not recognise these results," Kenya said.', ("We", "rejects", "these results")),
    ("Kenya would abide by the ruling all the same, Uganda said.", ("Kenya", "accepts", "the ruling")),
    ("Sudan made an offer, and Chad said that it stood by it.", ("it", "supports", "it")),
    ("Egypt saw no need for a recount.", ("Egypt", "rejects", "a recount")),
    ("Kenya offered Uganda a six-month truce.", ("Kenya", "proposes", "a six-month truce")),
    ("Kenya called the report pure fiction.", ("Kenya", "denies_report", "the report")),
    (
        "Kenya dismissed as baseless a report that it had signed the pact.",
        ("Kenya", "denies_report", "a report that it had signed the pact"),
    ),
    ("Sudan, said a Kenyan official, rejected the pact, a claim that Sudan denied.", ("Sudan", "denies_report", "a claim")),
    ("Kenya declined to confirm that a deal had been reached.", ("Kenya", "no_comment", "a deal had been reached")),
    ("Kenya had insisted on a recount, Uganda said, but dropped the demand.", ("Kenya", "withdraws", "the demand")),
    ("Kenya urged both sides to stop and proposed a joint committee.", ("Kenya", "proposes", "a joint committee")),
    ("The Red Cross, which has called for access to the camps, left.", ("Red Cross", "demands", "access to the camps")),
    ("A pact that leaves the port closed is unacceptable, Kenya said.", ("Kenya", "rejects", "A pact that leaves the port closed")),
    ("Kenya would not scrap the levy, Uganda said.", ("Kenya", "rejects", "scrap the levy")),
    ("Kenya's parliament backed the accord, and Uganda said it would vote it down.", ("it", "rejects", "it")),
    ("Kenya undertook to free the crew.", ("Kenya", "accepts", "free the crew")),
    ("Kenya stood ready to host the talks.", ("Kenya", "accepts", "host the talks")),
    ("Kenya denied that it had left the talks and said it was still studying the offer.", ("it", "undecided", "the offer")),
    (
        "Ann Odera said her son was missing and demanded that Kenya reopen the talks.",
        ("Ann Odera", "demands", "that Kenya reopen the talks"),
    ),
    ("Kenya was no longer willing to host the talks, Uganda said.", ("Kenya", "rejects", "host the talks")),
    ("Japan and Italy support joint patrols.", ("Italy", "supports", "joint patrols")),
    ("Kenya denied having received such a request.", ("Kenya", "denies_report", "having received such a request")),
    ("Kenya had no immediate comment on the ruling.", ("Kenya", "no_comment", "the ruling")),
    ("Kenya thanked Uganda and asked it to keep up the search.", ("Kenya", "demands", "to keep up the search")),
    ("Kenya has given no answer to the offer.", ("Kenya", "undecided", "the offer")),
    ("Kenya threw its weight behind the plan.", ("Kenya", "supports", "the plan")),
    ("Kenya urged restraint and offered to mediate.", ("Kenya", "demands", "restraint")),
    ("Kenya insisted that the pilot be freed.", ("Kenya", "demands", "that the pilot be freed")),
    ("Kenya called that demand unacceptable.", ("Kenya", "rejects", "that demand")),
    ("South Africa asked the court to halt the raid.", ("South Africa", "demands", "to halt the raid")),
    ("The military denied responsibility.", ("The military", "denies_report", "responsibility")),
    # where an issue ends
    ("Hamas withdrew from talks on a new cabinet in protest at the raid.", ("Hamas", "withdraws", "talks on a new cabinet")),
    ("Kenya called for an investigation Friday into the crash.", ("Kenya", "demands", "an investigation")),
    ("Israel's cabinet approved a truce by 10 votes to one.", ("Israel's cabinet", "accepts", "a truce")),
    ("Macron supported the plan in a call with Sisi.", ("Macron", "supports", "the plan")),
    ("Kenya had accepted a second, longer truce.", ("Kenya", "accepts", "a second, longer truce")),
    # each, both, an envoy to somewhere
    ("Kenya and Chad each called on the other to restrain its troops.", ("Chad", "demands", "to restrain its troops")),
    ("Both the army and the rebels accepted the plan.", ("the army", "accepts", "the plan")),
    ("Chad's ambassador to Kenya rejected the plan.", ("Chad's ambassador", "rejects", "the plan")),
    # pressed for something; called untrue before it is told
    ("Amina Odera pressed both generals for a guarantee.", ("Amina Odera", "demands", "a guarantee")),
    (
        'Kenya rejected on Friday as "fake news" reports that it had closed the road.',
        ("Kenya", "denies_report", "reports that it had closed the road"),
    ),
    (
        "Kenya dismissed as a fairy tale the account that it had closed the road.",
        ("Kenya", "denies_report", "the account that it had closed the road"),
    ),
    ("Kenya backed away on Thursday from its demand.", ("Kenya", "withdraws", "its demand")),
    ("The newspaper stood by its report.", ("The newspaper", "supports", "its report")),
    ("Kenya and Chad said they backed the idea.", ("they", "supports", "the idea")),
    ("A group of bishops supported the call.", ("A group of bishops", "supports", "the call")),
    ("The agency said it stood ready to deliver the food.", ("it", "accepts", "deliver the food")),
    # the particle belongs to the verb, a time to what is to be done; when something was done is no part of it
    ("Kenya called on both sides to let convoys through.", ("Kenya", "demands", "to let convoys through")),
    ("Kenya demanded that the envoy step down, and left.", ("Kenya", "demands", "that the envoy step down")),
    ("Kenya demanded that the text be put before parliament.", ("Kenya", "demands", "that the text be put before parliament")),
    ("Kenya rejected a request to put off the vote until May.", ("Kenya", "rejects", "a request to put off the vote until May")),
    ("Kenya rejected the plan because it was late.", ("Kenya", "rejects", "the plan")),
    ("Kenya endorsed the plan last week.", ("Kenya", "supports", "the plan")),
    ("The court of Kenya approved the law six years ago.", ("The court", "accepts", "the law")),
    ("Kenya pushed for a ban on imports as well, but Mali did not.", ("Kenya", "demands", "a ban on imports")),
    ("Kenya denied the accusations through a spokeswoman.", ("Kenya", "denies_report", "the accusations")),
    ("Kenya proposed talks through mediators.", ("Kenya", "proposes", "talks through mediators")),
    ("Kenya denied arming the herders and blamed thieves for the raids.", ("Kenya", "denies_report", "arming the herders")),
    ('Kenya called the accusation "false and absurd" and left.', ("Kenya", "denies_report", "the accusation")),
    (
        "A source close to the army denied that any letter had come.",
        ("A source close to the army", "denies_report", "that any letter had come"),
    ),
    (
        "Kenya demanded that its leader, Ann Moss, appear before a judge.",
        ("Kenya", "demands", "that its leader, Ann Moss, appear before a judge"),
    ),
    ("Kenya urged all sides to put their quarrels aside.", ("Kenya", "demands", "to put their quarrels aside")),
    ("Kenya demanded that Uganda leave the island. Uganda refused to do that.", ("Uganda", "rejects", "that Uganda leave the island")),
    # what is rejected is a claim
    ("The mayor accused Kenya of arming the herders. Kenya rejected that.", ("Kenya", "denies_report", "that")),
    ("Uganda offered a truce. Kenya rejected it.", ("Kenya", "rejects", "it")),
    # what was asked is done or not
    ("Kenya wants Uganda to open the port. Uganda refuses to do so.", ("Uganda", "rejects", "to open the port")),
    ('"I deny all of it," Ann Moss told the court.', ("I", "denies_report", "all of it")),
    ("The army of Chad and the Lake Front rejected the plan.", ("The army", "rejects", "the plan")),
    ("The army of Chad and the Lake Front rejected the plan.", ("the Lake Front", "rejects", "the plan")),
    ('"He was late," said Ann Moss of Ivo Rask, who opted to suspend his campaign.', ("Ivo Rask", "withdraws", "his campaign")),
    ('"He was late," said Ann Moss of Lake University, who rejected the plan.', ("Ann Moss", "rejects", "the plan")),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_clause_tells_who_holds_which_stance_on_what(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


SILENT = [
    "If Kenya rejects the offer, talks will end.",
    "Will Kenya accept the offer?",
    "Kenya should accept the offer.",
    "Kenya would have accepted the offer.",
    "Kenya may support the plan.",
    "Kenya is expected to reject the plan.",
    "The proposed plan was printed.",
    "Kenya backed away.",
    "Kenya withdrew its troops.",
    "Kenya dropped bombs on the port.",
    "Nobody accepted the offer.",
    "Nor will Kenya accept the offer.",
    "He was told to support the plan.",
    "The lawyer accepted the award.",
    "Polls suggest the agreement will pass.",
    "Moscow offered a different version of events.",
    "Police have not ruled out that others are at large.",
    "Rebel commanders said they would press on until the siege was broken.",
    "Kenya declined to comment.",
    "Kenya's envoy declined to be named for fear of reprisals.",
    "Kenya declined to say how many had died.",
    "\"She told me, 'I will never sign the deal,'\" envoy Omar Torr said.",
    "Despite the envoy's insistence that he was at the port, a judge kept him in jail.",
    # nothing is known of what was to be done
    "The council was late. Uganda refused to do so.",
    # what may come of a count is nobody's condition
    "Ann Moss could end up winning once the ballots are counted, a source said.",
    "Kenya's office declined to comment and the army said that it knew nothing.",
    "A builder of ships in Kenya signed a contract with Uganda.",
    "The ministry denied all access to the camp.",
    "The internationally recognised government of Chad met on Monday.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_only_supposed_asked_or_advised_is_no_position(text: str) -> None:
    assert read(text).positions == []


def test_what_a_denied_or_withdrawn_report_tells_is_nobody_s_stance() -> None:
    assert {stance for _, stance, _ in told("The Daily Voice withdrew its report that Kenya had offered to leave.")} == {"withdraws"}
    assert {stance for _, stance, _ in told("Kenya denied reports that it had accepted the pact.")} == {"denies_report"}


def test_words_that_are_denied_are_not_asserted() -> None:
    assert {stance for _, stance, _ in told("Kenya denied that it had rejected the offer.")} == {"denies_report"}


CONDITIONS = [
    ("Kenya was ready to talk if the raids stopped.", "talk", "the raids stopped"),
    (
        "Kenya was ready to talk about the ship if the bombing of the port stopped.",
        "talk about the ship",
        "the bombing of the port stopped",
    ),
    ('"We will not talk unless the army leaves," said Amos Deng, a spokesman for the rebels.', "talk", "the army leaves"),
    ("Kenya said it would sign the accord only if Uganda withdrew its police.", "the accord", "Uganda withdrew its police"),
    ("Kenya said it supported the pause on condition that Uganda freed the crew.", "the pause", "Uganda freed the crew"),
    ("Kenya said it would only return the crew if Uganda apologised.", "return the crew", "Uganda apologised"),
    ("If sanctions are lifted, Iran is ready to resume talks, its foreign minister said.", "resume talks", "sanctions are lifted"),
    ("ECOWAS threatened to intervene unless the junta freed the president.", "intervene", "the junta freed the president"),
    ('"There can be no talks without a ceasefire," Foreign Minister Omar Siala said.', "no talks", "a ceasefire"),
    ('"Without a ceasefire there will be no talks," Foreign Minister Omar Siala said.', "no talks", "a ceasefire"),
    ("Any deal must include a withdrawal, Foreign Minister Omar Siala said.", "Any deal", "a withdrawal"),
    ("Talks will not begin until the fighters leave, Foreign Minister Omar Siala said.", "Talks will not begin", "the fighters leave"),
    ("The ELN insisted that it would not free its captives before talks begin.", "free its captives", "talks begin"),
    ("Kenya would agree to a meeting only on neutral ground, Uganda said.", "a meeting", "on neutral ground"),
    ("The United States would lift the sanctions if Sudan held a vote, two envoys said.", "lift the sanctions", "Sudan held a vote"),
    ("Kenya would suspend the peace talks unless the pilots came home, Uganda said.", "suspend the peace talks", "the pilots came home"),
    ("Al Shabaab warned of more raids unless Kenya withdrew its soldiers.", "more raids", "Kenya withdrew its soldiers"),
    ("Iran said it had no intention to go on with its response provided that Israel stopped.", "go on with its response", "Israel stopped"),
]


@pytest.mark.parametrize(("text", "issue", "condition"), CONDITIONS, ids=[text for text, _, _ in CONDITIONS])
def test_a_condition_keeps_what_it_is_on_and_what_it_asks(text: str, issue: str, condition: str) -> None:
    found = [row for row in read(text).positions if row.stance == "conditions"]
    assert [(text[slice(*row.issue)], row.condition and text[slice(*row.condition)]) for row in found] == [(issue, condition)]


def test_speaking_on_condition_of_anonymity_is_no_condition() -> None:
    text = "A diplomat, who spoke on condition that he not be named, said Kenya rejected the plan."
    assert {row.stance for row in read(text).positions} == {"rejects"}


BASES = [
    ("Kenya rejected the plan.", "narrator"),
    ("Kenya said it rejected the plan.", "self"),
    ('"We reject the plan," Kenya\'s foreign minister, Paul Ndaba, said.', "own_side"),
    ("Brazil said Kenya rejected the plan.", "third_party"),
    ("Hamas has accepted the plan, an Israeli security source said.", "adversary"),
    ("Kenya appeared to reject the plan.", "narrator_inference"),
    ("Prime Minister Benjamin Netanyahu said Israel rejected the plan.", "own_side"),
    ("Benjamin Netanyahu said Hamas rejected the plan.", "adversary"),
    ("Kenya's human rights commissioner, Amina Odera, said Kenya rejected the plan.", "own_side"),
    ("Benjamin Netanyahu left. His chief of staff said Israel rejected the plan.", "own_side"),
    ("Daniel Hagari said Brazil rejected the plan.", "third_party"),
    # its own official, an office of the country that the text speaks of, and one of another
    ("Hamas rejected the plan, its negotiator, Adam Tula, said.", "own_side"),
    ("Kenya had talked to Chad. Kenya rejected the plan, Communication Minister Amina Odera said.", "own_side"),
    ("The government rejected the plan, an adviser to the prime minister said.", "own_side"),
    ("Kenya rejected the plan, Brazilian minister Amina Odera said.", "third_party"),
    ("Hamas rejected the plan, the finance minister said.", "third_party"),
]


@pytest.mark.parametrize(("text", "basis"), BASES, ids=[text for text, _ in BASES])
def test_the_basis_tells_how_who_asserts_stands_to_who_holds(text: str, basis: str) -> None:
    assert [row.assertion_basis for row in read(text).positions] == [basis]


@pytest.mark.parametrize(
    ("text", "contested"),
    [
        ("Kenya said it would reopen the port if Chad lifted its siege of the town. Chad denies that there is any siege.", False),
        ("Two envoys said Chad had accepted the plan. Chad denied this.", True),
    ],
)
def test_what_one_would_do_is_not_contested_by_who_denies_the_reason(text: str, contested: bool) -> None:
    assert next(bool(row.contested_by) for row in read(text).positions) is contested


def test_the_seed_reads_as_a_careful_reader_reads_it() -> None:
    text = SEED.read_text(encoding="utf-8").split("\n", 1)[1]
    found = extract(text, date(2023, 12, 26), reference())
    name = {index: actor.name for index, actor in enumerate(found.cast.actors)}

    def asserted(words: str) -> int:
        return next(index for index, row in enumerate(found.statements) if any(words in text[slice(*piece)] for piece in row.content))

    rows = {
        (name[row.holder], row.stance, text[slice(*row.issue)].split(" that ")[0][:40]): row
        for row in found.positions
        if row.holder is not None
    }
    first, denial = asserted("have rejected an Egyptian proposal"), asserted("what the sources said")
    for holder in ("Hamas", "Islamic Jihad"):
        rejected = rows[next(key for key in rows if key[0].endswith(holder) and key[2] == "an Egyptian proposal")]
        assert (rejected.stance, rejected.assertion_basis, rejected.statement) == ("rejects", "third_party", first)
        assert denial in rejected.contested_by
        assert len(rejected.contested_by) == 2
        conceded = rows[next(key for key in rows if key[0].endswith(holder) and key[2].startswith("offering any concessions"))]
        assert (conceded.stance, conceded.assertion_basis) == ("rejects", "third_party")
    vision = next(row for key, row in rows.items() if key[:2] == ("Egypt", "proposes") and "vision" in key[2])
    assert (vision.assertion_basis, vision.statement) == ("narrator", None)
    elections = rows["Egypt", "proposes", "elections"]
    assert elections.statement == asserted("Egypt proposed elections")
    backing = next(row for key, row in rows.items() if key[:2] == ("Qatar", "supports"))
    assert (backing.assertion_basis, backing.statement) == ("narrator", None)
    group = next(row for row in found.positions if text[slice(*row.holder_text)] == "the Islamist group")
    assert (group.holder is not None and name[group.holder], group.stance) == ("Hamas", "rejects")
    condition = next(row for row in found.positions if row.condition and text[slice(*row.condition)] == "a complete stop to the aggression")
    assert (condition.holder is not None and name[condition.holder], condition.assertion_basis) == ("Hamas", "own_side")
    # No official of Hamas says that Hamas rejects the proposal.
    assert not [row for row in found.positions if row.stance == "rejects" and row.assertion_basis in ("self", "own_side")]
    hinted = next(row for row in found.positions if row.assertion_basis == "narrator_inference")
    assert (hinted.holder is not None and name[hinted.holder], hinted.stance) == ("Hamas", "rejects")


def test_issues_of_the_seed_hold_the_proposal_together() -> None:
    text = SEED.read_text(encoding="utf-8").split("\n", 1)[1]
    found = extract(text, date(2023, 12, 26), reference())
    stances = [{(found.positions[index].stance) for index in issue.positions} for issue in found.issues]
    assert {"proposes", "supports", "rejects"} in stances
    assert sorted(index for issue in found.issues for index in issue.positions) == list(range(len(found.positions)))


STANCE_WORDS = sorted({word for row in lexicon.rows("stance_words") for word in row[1].replace("_", " ").split()})
SCRAPS = st.lists(
    st.sampled_from(
        [
            *STANCE_WORDS, "Hamas", "Israel", "Kenya's", "the plan", "talks", "to", "on", "out", "down", "that", "will not", "unless",
            "only if", "no", "must", "without", "by", "which", "who", ",", ".", '"', "said", "denied", "and", "it", "we", "(", ")", "until",
        ]
    ),
    max_size=40,
)  # fmt: skip


@given(SCRAPS)
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_every_position_points_into_it(scraps: list[str]) -> None:
    text = " ".join(scraps)
    found = read(text)
    stances = {row[1] for row in lexicon.rows("vocabulary") if row[0] == "stance"}
    bases = {row[1] for row in lexicon.rows("vocabulary") if row[0] == "assertion_basis"}
    for row in found.positions:
        spans = [row.holder_text, row.issue, row.span, *([row.condition] if row.condition else [])]
        assert all(0 <= first < stop <= len(text) for first, stop in spans)
        assert row.span[0] <= row.issue[0]
        assert row.issue[1] <= row.span[1]
        assert row.holder is None or row.holder < len(found.cast.actors)
        assert row.statement is None or row.statement < len(found.statements)
        assert row.stance in stances
        assert row.assertion_basis in bases
        assert (row.condition is not None) == (row.stance == "conditions")
    assert read(text).positions == found.positions
    assert sorted(index for issue in found.issues for index in issue.positions) == list(range(len(found.positions)))


def test_an_office_counts_only_while_it_is_held() -> None:
    text = "Daniel Hagari said Israel rejected the plan."
    held = [extract(text, day, reference()).positions[0].assertion_basis for day in (date(2024, 5, 1), date(2020, 5, 1))]
    assert held == ["own_side", "third_party"]


def test_a_silence_on_something_is_a_position() -> None:
    assert ("The army", "no_comment", "the cause") in told("The army would not comment on the cause.")


@pytest.mark.parametrize(
    "text", ["should only", "He would meet only", "Iran would agree to talks only", "We must", "They should only\n\nOn Monday"]
)
def test_a_text_that_is_cut_off_behind_a_connector_is_read(text: str) -> None:
    assert [one for one in extract(text, None).positions if one.condition is not None] == []


@pytest.mark.benchmark_suite
@pytest.mark.parametrize(
    "unit",
    [
        "Egypt denied the report. ",
        "Egypt said so. Israel denied it. ",
        "He rejected the plan. ",
        "He will not go unless he pays. ",
        '"No," he said. ',
        "unless ",
        "accepted the plan ",
        "no such deal, ",
    ],
)
def test_hostile_text_is_linked_and_placed_in_proportion_to_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        found = read(unit * (size // len(unit)))
        begin = process_time()
        related = links(found.reading, found.statements, found.cast)
        issues(found.reading, positions(found.reading, found.statements, found.cast, related), found.cast)
        return process_time() - begin

    small, large = seconds(10_000), seconds(80_000)
    assert large < max(0.2, small * 24)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('"We have received no invitation and therefore have accepted none," Kenya said.', set()),
        ("Kenya accepted none of the proposals.", {("Kenya", "rejects", "the proposals")}),
        ("Kenya agreed to neither the truce nor the exchange.", {("Kenya", "rejects", "neither the truce nor the exchange")}),
        ("None of the proposals was accepted by Kenya.", {("Kenya", "rejects", "the proposals")}),
        ("Kenya is open to none of the offers.", {("Kenya", "rejects", "the offers")}),
        ("Kenya has agreed to nothing.", set()),
        ("Kenya rejected none of the proposals.", {("Kenya", "undecided", "the proposals")}),
        ("Kenya was opposed to none of the terms.", {("Kenya", "accepts", "the terms")}),
        ("Kenya accepted none other than the first offer.", set()),
        ("Kenya will accept nothing less than a full withdrawal.", set()),
        ("Kenya signed no agreement.", set()),
        ("Kenya demanded no preconditions.", {("Kenya", "demands", "no preconditions")}),
        ("Kenya accepted the offer with none of its guarantees.", {("Kenya", "accepts", "the offer with none of its guarantees")}),
    ],
)
def test_a_negative_object_turns_the_stance_round(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hamas denied it had agreed to disarm, a day after Al Arabiya reported it was ready to hand over its rockets.",
            ("Hamas", "third_party"),
        ),
        ("Al Arabiya reported that it was ready to hand over its rockets.", (None, "third_party")),
        ("State-linked media reported that it was ready to hand over its rockets.", (None, "third_party")),
        ("Kenya reported that it was ready to hand over its rockets.", ("Kenya", "self")),
    ],
)
def test_an_outlet_that_reports_it_was_ready_is_not_ready_itself(text: str, expected: tuple[str | None, str]) -> None:
    found = read(text)
    rows = [row for row in found.positions if row.stance == "accepts"]
    names = [found.cast.actors[row.holder].name if row.holder is not None else None for row in rows]
    assert list(zip(names, [row.assertion_basis for row in rows], strict=True)) == [expected]
