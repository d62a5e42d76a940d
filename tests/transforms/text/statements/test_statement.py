"""Statements: who said what, by which words."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.text.reading import read
from transforms.text.statements.statement import Statement, statements
from transforms.text.tag import tags

SEED = Path(__file__).parents[4] / "seeds" / "articles" / "2023-12-26-reuters.txt"


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    """(source, cue, content) of every statement, as printed; pieces of content are joined by ` / `."""
    return [_told(text, one) for one in statements(read(text))]


def _told(text: str, one: Statement) -> tuple[str | None, str | None, str]:
    source = text[one.source[0] : one.source[1]] if one.source else None
    cue = text[one.cue[0] : one.cue[1]] if one.cue else None
    return source, cue, " / ".join(text[first:stop] for first, stop in one.content)


def only(text: str) -> Statement:
    found = statements(read(text))
    assert len(found) == 1, told(text)
    return found[0]


SIMPLE = [
    (
        "Three people died inside the church, two outside and one at a hospital, said Mira Solano.",
        ("Mira Solano", "said", "Three people died inside the church, two outside and one at a hospital"),
    ),
    ("Nine of those killed were children, said the aid worker.", ("the aid worker", "said", "Nine of those killed were children")),
    (
        "At least 32 people died on Tuesday, the Relief Board, a charity, said.",
        ("the Relief Board, a charity,", "said", "At least 32 people died on Tuesday"),
    ),
    ("The boys, who were hungry, said nothing.", ("The boys, who were hungry,", "said", "nothing")),
    # direct speech, before, around and behind its cue
    ('"We will leave on Friday," the envoy said.', ("the envoy", "said", '"We will leave on Friday,"')),
    (
        '"We will leave on Friday," said Omar Saleh, an aide to the envoy.',
        ("Omar Saleh, an aide to the envoy", "said", '"We will leave on Friday,"'),
    ),
    ('The envoy said: "We will leave on Friday."', ("The envoy", "said:", '"We will leave on Friday."')),
    (
        '"We will leave," the envoy said. "Nobody will stop us from leaving."',
        ("the envoy", "said", '"We will leave," / "Nobody will stop us from leaving."'),
    ),
    ("“Is the truce over?” she asked.", ("she", "asked", "“Is the truce over?”")),
    # indirect speech
    ("The minister said that the border would open soon.", ("The minister", "said", "that the border would open soon")),
    ("The minister said the border would open soon.", ("The minister", "said", "the border would open soon")),
    ("The minister said on Friday the border would open soon.", ("The minister", "said", "the border would open soon")),
    ("The minister said in a statement the border would open soon.", ("The minister", "said", "the border would open soon")),
    ("The border will open soon, the minister said.", ("the minister", "said", "The border will open soon")),
    ("The border will open soon, the minister said on Friday.", ("the minister", "said", "The border will open soon")),
    ("The border, the minister said, will open soon.", ("the minister", "said", "The border / will open soon")),
    ("The army denied that it had shelled the hospital.", ("The army", "denied", "that it had shelled the hospital")),
    ("The group vowed to fight on.", ("The group", "vowed", "to fight on")),
    ("According to two diplomats, the talks have stalled.", ("two diplomats", "According to", "the talks have stalled")),
    ("The talks have stalled, according to two diplomats.", ("two diplomats", "according to", "The talks have stalled")),
    # who speaks
    (
        "Khalil Haddad, a member of the movement's council, said the raid had failed.",
        ("Khalil Haddad, a member of the movement's council,", "said", "the raid had failed"),
    ),
    (
        "Two officials from the army and the police said the raid had failed.",
        ("Two officials from the army and the police", "said", "the raid had failed"),
    ),
    ("A diplomat familiar with the talks said the raid had failed.", ("A diplomat familiar with the talks", "said", "the raid had failed")),
    ("Donald J. Harper said the raid had failed.", ("Donald J. Harper", "said", "the raid had failed")),
    ("BEIRUT (Newswire) - The movement said the raid had failed.", ("The movement", "said", "the raid had failed")),
    # acts told, not words
    ("The official declined to comment on the offer.", ("The official", "declined to comment on", "the offer")),
    ("A spokesman could not be reached for comment.", ("A spokesman", "could not be reached for", "comment")),
    ("The president condemned the attack.", ("The president", "condemned", "the attack")),
]


@pytest.mark.parametrize(("text", "expected"), SIMPLE, ids=[text[:50] for text, _ in SIMPLE])
def test_one_statement_in_one_sentence(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said the truce had failed and accused the rebels of shelling the port.",
            [("The minister", "said", "the truce had failed"), ("The minister", "accused", "the rebels of shelling the port")],
        ),
        (
            "The minister said the truce had failed, adding that talks would go on.",
            [("The minister", "said", "the truce had failed"), ("The minister", "adding", "that talks would go on")],
        ),
        (
            "The minister said the truce had failed, blaming the rebels for the collapse.",
            [("The minister", "said", "the truce had failed"), ("The minister", "blaming", "the rebels for the collapse")],
        ),
        (
            "The minister said the truce had failed and vowed to go on with the war.",
            [("The minister", "said", "the truce had failed"), ("The minister", "vowed", "to go on with the war")],
        ),
    ],
)
def test_two_statements_share_their_source(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_phrase_that_opens_the_sentence_ends_before_the_main_clause() -> None:
    assert told("In a report blaming the militia for the attack, the council called for an inquiry.") == [
        ("a report", "blaming", "the militia for the attack"),
        ("the council", "called for", "an inquiry"),
    ]
    assert told("Despite accusing the rebels of breaking the truce, the government returned to talks.") == [
        ("the government", "accusing", "the rebels of breaking the truce")
    ]


def test_a_verb_without_subject_shares_that_of_the_likeliest_verb() -> None:
    text = "The minister, who had met the generals, praised the truce, adding that it would hold."
    assert told(text)[-1] == ("The minister, who had met the generals,", "adding", "that it would hold")


def test_a_quotation_below_a_colon_is_what_is_said() -> None:
    text = 'The minister spoke for an hour. He went on to say:\n\n"We shall not leave this valley while one of us lives."'
    assert told(text) == [("He", "to say", '"We shall not leave this valley while one of us lives."')]


def test_a_name_between_dash_and_colon_speaks() -> None:
    assert told('Markets fall again - Mira Solano: "There is no reason for panic."') == [
        ("Mira Solano", ":", '"There is no reason for panic."')
    ]


def test_an_attributed_quotation_behind_a_colon_stays_its_own() -> None:
    assert told('Solano had hinted that the deal was dead: "It signed nothing," he told the council.') == [
        ("Solano", "had hinted", "that the deal was dead"),
        ("he", "told", '"It signed nothing,"'),
    ]


def test_a_quotation_without_cue_carries_on_the_one_before_it() -> None:
    text = '"We came to talk," the envoy said.\n\n"We will leave if nobody talks to us."'
    assert told(text) == [("the envoy", "said", '"We came to talk," / "We will leave if nobody talks to us."')]


def test_only_the_outermost_attribution_is_told() -> None:
    assert told("The envoy said the rebels had claimed that the port was theirs.") == [
        ("The envoy", "said", "the rebels had claimed that the port was theirs")
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The plan has a "vision" of peace.',
        "The convoy left the port at dawn.",
        'The song "We Shall Overcome" was played.',
        "",
        "\n\n",
    ],
)
def test_terms_titles_and_plain_events_are_no_statements(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "quotation_type", "speech_act"),
    [
        ('"We will leave soon," the envoy said.', "direct", "assert"),
        ('The envoy said the plan was "dead on arrival".', "mixed", "assert"),
        ("The envoy said the plan had failed.", "indirect", "assert"),
        ("The envoy denied that the plan had failed.", "indirect", "deny"),
        ("The envoy rejected the plan.", "narrated_act", "reject"),
        ("The envoy declined to comment on the plan.", "narrated_act", "no_comment"),
        ("The envoy did not respond to a request for comment.", "narrated_act", "no_comment"),
        ("The envoy warned that the plan would fail.", "indirect", "warn"),
        ("The envoy called for a ceasefire.", "narrated_act", "demand"),
        ("The envoy urged both sides to stop.", "indirect", "appeal"),
        ("The envoy accused the army of lying.", "narrated_act", "accuse"),
        ("The envoy promised to return.", "indirect", "promise"),
        ("The envoy proposed a ceasefire.", "narrated_act", "propose"),
        ("The group claimed responsibility for the blast.", "narrated_act", "claim_responsibility"),
        ('"We will talk only if the shelling stops," the envoy said.', "direct", "set_condition"),
    ],
)
def test_a_statement_has_its_codes(text: str, quotation_type: str, speech_act: str) -> None:
    found = only(text)
    assert (found.quotation_type, found.speech_act) == (quotation_type, speech_act)


def test_negation_hedge_and_addressee_are_kept() -> None:
    text = "The envoy did not say whether he would return."
    assert only(text).negated
    assert only("The envoy reportedly said the plan had failed.").hedge == "reportedly"
    text = "The envoy told the Newswire agency that the plan had failed."
    addressee = only(text).addressee
    assert addressee is not None
    assert text[slice(*addressee)] == "the Newswire agency"


SEED_ROWS = [
    # speaker as printed, cue, content begins, content ends, quotation, acts
    ("two Egyptian security sources", "told", "Hamas and the allied", "permanent ceasefire", "indirect", {"assert"}),
    ("Two officials from Hamas and the Islamic Jihad groups", "denied", "what the sources said", "about the talks", "indirect", {"deny"}),
    (
        "Izzat al-Rishq, a member of Hamas’ political bureau,",
        "added:",
        "“There can be",
        "aggression.”",
        "direct",
        {"assert", "set_condition"},
    ),
    ("he", "said", "“The Hamas leadership", "our people,”", "direct", {"assert"}),
    (
        "a senior Islamic Jihad official familiar with the Cairo talks",
        "echoed",
        "al-Rishq’s denial",
        "al-Rishq’s denial",
        "narrated_act",
        {"deny", "echo"},
    ),
    ("The Egyptian sources", "said", "that both Hamas", "killing 1,200 people", "indirect", {"assert"}),
    ("Egypt", "proposed", "a “vision”", "currently led by Hamas", "narrated_act", {"propose"}),
    ("the sources", "said", "Egypt proposed elections", "hostage releases", "indirect", {"assert"}),
    (
        "A Hamas official who recently visited Cairo",
        "declined to comment directly on",
        "specific offers",
        "humanitarian truces",
        "narrated_act",
        {"no_comment"},
    ),
    ("the official", "said", "“We also said", "the south,”", "direct", {"assert", "demand"}),
    ("the official", "added", "“After the aggression", "prisoner swaps,”", "direct", {"assert", "set_condition"}),
]


@pytest.mark.parametrize("row", SEED_ROWS, ids=[f"{number}: {row[1]}" for number, row in enumerate(SEED_ROWS, 1)])
def test_the_seed_gives_its_statements(row: tuple[str, str, str, str, str, set[str]]) -> None:
    text = SEED.read_bytes().decode()
    speaker, cue, begins, ends, quotation, acts = row
    matches = [
        one
        for one in statements(read(text))
        if one.source
        and one.cue
        and text[slice(*one.source)] == speaker
        and text[slice(*one.cue)].endswith(cue)
        and text[one.content[0][0] :].startswith(begins)
        and text[: one.content[-1][1]].endswith(ends)
    ]
    assert len(matches) == 1
    assert matches[0].quotation_type == quotation
    assert matches[0].speech_act in acts


def test_the_seed_tells_who_was_told() -> None:
    text = SEED.read_bytes().decode()
    assert [text[slice(*one.addressee)] for one in statements(read(text)) if one.addressee] == ["Reuters"]


def test_a_term_in_marks_is_no_statement_and_a_sentence_is_one() -> None:
    text = 'Egypt has a "vision" for them. "We know nothing of it," he said.'
    assert told(text) == [("he", "said", '"We know nothing of it,"')]


def test_the_scare_quote_of_the_seed_is_no_statement() -> None:
    text = SEED.read_bytes().decode()
    assert "“vision”" not in [content for _, _, content in told(text)]


UNITS = [
    *(
        "The",
        "envoy",
        "said",
        "told",
        "that",
        '"We',
        'will"',
        ",",
        ".",
        "“go”",
        "”",
        "“",
        "he",
        "they",
        "Hamas",
        "according",
        "to",
        "denied",
        "\n\n",
    ),
    *("(", ")", ":", "-", "'", "Mr.", "20", "what", "added,", "if", "on", "Friday", "rejected", "which", "had", "by", "and"),
]
NEWS = st.lists(st.sampled_from(UNITS), max_size=60).map(" ".join)


@given(st.one_of(st.text(max_size=200), NEWS))
@settings(max_examples=300, deadline=None)
def test_spans_hold_and_are_the_same_each_time(text: str) -> None:
    found = statements(read(text))
    assert found == statements(read(text))
    for one in found:
        spans = [*one.content, *(span for span in (one.source, one.cue, one.addressee) if span)]
        assert one.content
        assert all(0 <= first < stop <= len(text) for first, stop in spans)
        assert list(one.content) == sorted(one.content)
        assert all(before[1] <= after[0] for before, after in pairwise(one.content))


@pytest.mark.benchmark_suite
@pytest.mark.parametrize(
    "units",
    [
        *("said ", '"said" ', '"', "(", "he said, ", "that ", "said that he told ", "a ", "1 ", ", ", "“x” he said. ", "Mr. X: ", "by "),
        'He said it." "',  # every quotation goes on from the first one's speaker
        'He said: "It is so."|Rain. |The mayor laughed. |"It is so here now." ',  # no quotation goes on: the mayor stands between
    ],
)
def test_hostile_text_costs_no_more_for_being_longer(units: str) -> None:
    def cost(count: int) -> float:
        reading = read("".join(unit * count for unit in units.split("|")))
        began = time.process_time()
        statements(reading)
        return time.process_time() - began

    cost(100)
    short = min(cost(2_000) for _ in range(2))
    assert cost(16_000) < max(24 * short, 0.5)


WIRE = [
    ("Officials had put the toll from Monday's blast at 59.", ("Officials", "had put", "the toll from Monday's blast at 59")),
    ("The army said at least 20 soldiers had died.", ("The army", "said", "at least 20 soldiers had died")),
    ("The army said on Sunday up to 20 soldiers had died.", ("The army", "said", "up to 20 soldiers had died")),
    ("The army said about 20 soldiers had died.", ("The army", "said", "about 20 soldiers had died")),
    ("The army said between 10 and 20 soldiers had died.", ("The army", "said", "between 10 and 20 soldiers had died")),
    ("The doctor told Reuters 78 people were killed.", ("The doctor", "told", "78 people were killed")),
    ("The doctor told the BBC the wards were full.", ("The doctor", "told", "the wards were full")),
    ('The doctor told AFP "the wards are full".', ("The doctor", "told", '"the wards are full"')),
    ("The road was open, the police chief said.", ("the police chief", "said", "The road was open")),
    ("The Red Crescent put the number of dead at 63.", ("The Red Crescent", "put", "the number of dead at 63")),
    ("Rebel leaders ruled out talks.", ("Rebel leaders", "ruled out", "talks")),
    ("Rebel leaders did not immediately comment.", ("Rebel leaders", "did not immediately", "comment")),
    (
        "In a survey of Korhonen voters, half said they would stay.",
        ("a survey of Korhonen voters", "In", "half said they would stay"),
    ),
    ("She withdrew her earlier claim that the guards had fled.", ("She", "withdrew", "her earlier claim that the guards had fled")),
    ("Rebel leaders made no comment on the raid.", ("Rebel leaders", "made no comment on", "the raid")),
    ("The army has yet to answer the question.", ("The army", "has yet to answer", "the question")),
    ("A spokesman for the port did not return calls.", ("A spokesman for the port", "did not return", "calls")),
    ("The ministry has not yet responded to a request for comment.", ("The ministry", "has not yet responded to", "a request for comment")),
    ("The mayor was not immediately available to comment.", ("The mayor", "was not immediately available", "to comment")),
    ("KAMPALA: The road is open, officials said.", ("officials", "said", "The road is open")),
    ("GOMA/BUKAVU, June 20 (Reuters) - The road is open, officials said.", ("officials", "said", "The road is open")),
    ("The union pivoted to arguing that the road was shut.", ("The union", "to arguing", "that the road was shut")),
    ("The mayor said 24 people had been held but did not give details.", ("The mayor", "said", "24 people had been held")),
    ("Ten people died, officials said, in what may be the worst attack in years.", ("officials", "said", "Ten people died")),
    ("The army said it had hit a command post, as residents dug through the rubble.", ("The army", "said", "it had hit a command post")),
    ("The mayor said the road would open, as protests spread.", ("The mayor", "said", "the road would open")),
    ("The deal, he said, collapsed after two days.", ("he", "said", "The deal / collapsed after two days")),
    ('The truce, she said, "is not over."', ("she", "said", 'The truce / "is not over."')),
    ("The army warned residents not to return to their homes.", ("The army", "warned", "not to return to their homes")),
    ("Officials said under the deal, captives would be freed.", ("Officials", "said", "under the deal, captives would be freed")),
    ("The envoy said despite the truce, shelling went on.", ("The envoy", "said", "despite the truce, shelling went on")),
    (
        "The minister's claim that rebels shelled the hospital has angered doctors.",
        ("The minister's", "claim", "that rebels shelled the hospital"),
    ),
    ("The ministry said the raid on March 8, 2014, had failed.", ("The ministry", "said", "the raid on March 8, 2014, had failed")),
]


@pytest.mark.parametrize(
    "text",
    [
        "Nine farmers were killed on Monday by suspected rebels.",
        "Six traders were injured in an alleged army air strike on the market.",
        "Gunmen believed to be smugglers attacked the post.",
        "Men said to be of the same clan burnt four huts.",
        "Two porters, accused of spying, were shot.",
        "Twelve conscripts confirmed dead in the collapse were buried.",
        "The feud has claimed over 90 lives.",
        "An alleged bombing hit the mill.",
        "Shortly before 3:10 PM on Thursday, nine farmers were killed.",
        "Harbour market bombing: Twelve people were killed when a van blew up.",
        "Gunmen came to a town called Yeri in the north.",
    ],
)
def test_who_is_counted_does_not_speak(text: str) -> None:
    assert told(text) == []


def test_each_of_two_speakers_beside_a_quotation_keeps_what_he_said() -> None:
    text = 'The envoy said there would be "no talks", but two aides said that a team had left.'
    assert told(text) == [("The envoy", "said", 'there would be "no talks"'), ("two aides", "said", "that a team had left")]


def test_who_kills_does_not_report() -> None:
    assert only("Ten villagers were reported killed by rebel fighters near the border.").source is None


def test_text_in_capitals_is_read_as_other_print() -> None:
    text = "GENERAL OSCAR RUEDA SAID TODAY THAT THE TRUCE HAD FAILED. THE BISHOP DENIED THAT HE HAD MET THE REBELS."
    assert told(text) == [
        ("GENERAL OSCAR RUEDA", "SAID", "THAT THE TRUCE HAD FAILED"),
        ("THE BISHOP", "DENIED", "THAT HE HAD MET THE REBELS"),
    ]


@pytest.mark.parametrize(("text", "expected"), WIRE, ids=[text for text, _ in WIRE])
def test_wire_copy_says_it_so(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_a_semicolon_divides_two_speakers() -> None:
    assert told("Zamora said the shells had hit a school; the rebels denied it.") == [
        ("Zamora", "said", "the shells had hit a school"),
        ("the rebels", "denied", "it"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 sailors are still believed to be held on the ship.",
        "Four people were confirmed dead.",
        "Dozens more were said to be trapped.",
        "No group has claimed responsibility.",
        "The leader known as Tariq left the town.",
        "Bridge protests: toll passes 400",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The envoy went even further: "This war is over and everybody knows it."',
            ("The envoy", '"This war is over and everybody knows it."'),
        ),
        (
            'The count goes on. Votes are late - Anna Veld: "The trucks came when the polls had closed."',
            ("Anna Veld", '"The trucks came when the polls had closed."'),
        ),
    ],
)
def test_a_quotation_behind_a_colon_needs_no_verb_of_saying(text: str, expected: tuple[str, str]) -> None:
    assert [(source, content) for source, _, content in told(text)] == [expected]


def test_in_a_transcript_each_turn_is_one_statement() -> None:
    text = "A transcript follows.\n\nANNA VELD: Minister, who fired?\n\nORLOV: Not we. They say we did.\n\nAsk them.\n\nVELD: Will you?\n"
    assert told(text) == [
        ("ANNA VELD", ":", "Minister, who fired?"),
        ("ORLOV", ":", "Not we. They say we did.\n\nAsk them."),
        ("VELD", ":", "Will you?"),
    ]


def test_one_name_in_capitals_with_a_colon_is_a_place() -> None:
    assert told("KAMPALA: The road is open, officials said.\n\nIt was closed in May.") == [("officials", "said", "The road is open")]


def test_a_denial_of_what_others_said_takes_nothing_from_the_speaker_before_it() -> None:
    assert told('"We signed nothing," Femi Adu said, denying what the envoys said.') == [
        ("Femi Adu", "said", '"We signed nothing,"'),
        ("Femi Adu", "denying", "what the envoys said"),
    ]
    assert told("The minister said the talks had failed, denying what the envoy said.") == [
        ("The minister", "said", "the talks had failed"),
        ("The minister", "denying", "what the envoy said"),
    ]


def test_how_a_thing_was_said_is_no_statement_of_its_own() -> None:
    text = "The governor, who had just left Lome, signalled the council's consent by repeating its earlier offer."
    assert [text[slice(*one.cue)] for one in statements(read(text)) if one.cue] == ["signalled"]


def test_a_participle_that_explains_a_quotation_is_no_statement_of_its_own() -> None:
    text = '"They must answer for it," he said, referring to the 40 sailors held on the ship.'
    assert told(text) == [("he", "said", '"They must answer for it,"')]


def test_an_act_that_is_ruled_out_is_rejected() -> None:
    assert only("The envoy did not rule out a return to talks.").speech_act == "reject"
    assert only("The envoy did not rule out a return to talks.").negated


def test_not_having_commented_is_no_comment() -> None:
    assert only("Rebel leaders have not formally commented.").speech_act == "no_comment"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the village of Dala, killing 35.",
        "Oria launched its heaviest strikes on Sool since the truce on Tuesday.",
        "The army resumed its military strikes on the port on Monday.",
        "The army fired its biggest barrage on Dala.",
        "He fought back tears.",
        "He declined to give his name.",
    ],
)
def test_blows_and_names_withheld_are_no_statements(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The president vowed to retake the city.", "vowed", "to retake the city"),
        ("Hamas vowed to avenge the killing.", "vowed", "to avenge the killing"),
        ("Kyiv pledged to respond.", "pledged", "to respond"),
        ("The rebels undertook to leave the town.", "undertook", "to leave the town"),
    ],
)
def test_what_somebody_undertakes_to_do_is_said(text: str, cue: str, content: str) -> None:
    assert [said[1:] for said in told(text)] == [(cue, content)]


def test_work_that_is_undertaken_is_not_said() -> None:
    assert told("The army undertook a review of the case.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("State radio quoted the governor as saying the fire was out.", "the governor", "the fire was out"),
        ("Radio Juba quoted officials as saying that the road had been cut.", "officials", "that the road had been cut"),
        ("The agency cited a source as saying the talks were over.", "a source", "the talks were over"),
    ],
)
def test_who_is_quoted_speaks_and_not_who_quotes(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, "saying", content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The talks, according to the envoy, have failed.", "the envoy", ("The talks", "have failed")),
        ("The rebels, according to the council, are armed by Lome.", "the council", ("The rebels", "are armed by Lome")),
        ("The raid, according to Ama Mensah, a nurse, killed nine people.", "Ama Mensah, a nurse", ("The raid", "killed nine people")),
        ("The talks failed, according to the envoy, who led them.", "the envoy", ("The talks failed",)),
    ],
)
def test_a_clause_goes_on_behind_whom_it_is_according_to(text: str, source: str, content: tuple[str, ...]) -> None:
    (one,) = statements(read(text))
    assert one.source
    assert text[slice(*one.source)] == source
    assert tuple(text[slice(*span)] for span in one.content) == content


def test_a_count_that_is_said_to_have_died_is_a_proposition() -> None:
    assert only("Medics said 14 people, including three children, had died.").quotation_type == "indirect"
    assert only("The ministry reported 38 dead.").quotation_type == "narrated_act"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The minister said on Sunday after meeting his counterpart in Ankara that the road would reopen.",
            ("The minister", "said", "that the road would reopen"),
        ),
        (
            "The general told state television late on Tuesday, hours after the strike, that the reply would hurt.",
            ("The general", "told", "that the reply would hurt"),
        ),
        (
            "The army acknowledged for the first time that its jets had hit the camp.",
            ("The army", "acknowledged", "that its jets had hit the camp"),
        ),
        ("The rebels agreed in principle to the truce.", ("The rebels", "agreed in principle to", "the truce")),
    ],
)
def test_what_is_said_may_stand_far_behind_its_verb(text: str, statement: tuple[str, str, str]) -> None:
    assert told(text) == [statement]


def test_what_is_added_about_a_setting_is_told_apart() -> None:
    text = "Nine posts were shelled, the border service said in a statement, adding that one guard was killed."
    assert [cue for _, cue, _ in told(text)] == ["said", "adding"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Both sides traded blame for the collapse.", ("Both sides", "traded blame for", "the collapse")),
        ("Egypt has voiced concern about the plan.", ("Egypt", "has voiced concern about", "the plan")),
        ("The secretary has made clear that he will not pay.", ("The secretary", "has made clear", "that he will not pay")),
    ],
)
def test_a_noun_behind_its_verb_has_the_subject_of_the_verb(text: str, statement: tuple[str, str, str]) -> None:
    assert told(text) == [statement]


@pytest.mark.parametrize(
    "text",
    ["A bus with wedding guests caught fire near Seral, killing all 22 on board.", "Gunmen killed nine soldiers, two guides and a child."],
)
def test_nouns_that_are_also_words_of_saying_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The offer Khartoum rejected last month is off the table.", "Khartoum", "The offer"),
        ("Nobody has seen the draft that the envoys rejected.", "the envoys", "the draft that"),
    ],
)
def test_what_is_rejected_may_stand_before_who_rejects_it(text: str, source: str, content: str) -> None:
    assert (source, content) in [(who, what) for who, _, what in told(text)]


def test_a_name_that_two_nouns_make_is_nothing_rejected() -> None:
    assert told("Berlin will send no tanks, as opposition leaders demanded.") == []


@pytest.mark.parametrize("text", ["Rejected by three countries.", "Announced by several mediators last week.", "Denied by all three."])
def test_who_speaks_is_not_what_is_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Elections will be held once it is safe, the junta said, without giving a date.", "Elections will be held once it is safe"),
        ("The envoy said the gaps had narrowed, without elaborating.", "the gaps had narrowed"),
        ("A bomb went off near a mosque, police said, in the deadliest attack this year.", "A bomb went off near a mosque"),
    ],
)
def test_what_is_withheld_or_ranked_is_the_narrators(text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [content]


def test_a_report_somewhere_that_something_happened_is_whole() -> None:
    content = "a report in a local newspaper that it had agreed to disarm"
    assert told(f"The militia denied {content}.") == [("The militia", "denied", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The official was not authorised to discuss the swap.",
        "The plan was set out by an officer who asked not to be named.",
    ],
)
def test_what_somebody_may_not_say_and_namelessness_are_no_statements(text: str) -> None:
    assert told(text) == []


def test_a_statement_somebody_carried_closes_what_is_said() -> None:
    text = "Both presidents agreed to keep talking, the ministry said in a statement carried by state media."
    assert told(text) == [("the ministry", "said", "Both presidents agreed to keep talking")]


def test_who_is_one_of_many_is_the_source_of_a_passive() -> None:
    assert told("The general was criticized by some of his officers.")[0][0] == "some of his officers"


def test_what_is_alleged_of_a_noun_is_nobodys_allegation() -> None:
    assert told("Nine people died in an alleged strike on a school.") == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Beijing urged all parties to exercise restraint and opposed new sanctions.",
            ["all parties to exercise restraint", "new sanctions"],
        ),
        ("Baku denied shelling the village and said its troops had fired back.", ["shelling the village", "its troops had fired back"]),
        ("The commissioner confirmed the attack but gave a lower toll.", ["the attack"]),
    ],
)
def test_a_verb_behind_and_or_but_cannot_go_on_with_a_noun_or_an_infinitive(text: str, contents: list[str]) -> None:
    assert [what for _, _, what in told(text)] == contents


TWO_VOICES = [
    (
        "Kigali said that the truce should be extended, although the mission said there had been no request.",
        [
            ("Kigali", "said", "that the truce should be extended"),
            ("the mission", "said", "there had been no request"),
        ],
    ),
    (
        "The minister would resign, his spokeswoman said, hours after Vask said that the deal was dead.",
        [("his spokeswoman", "said", "The minister would resign"), ("Vask", "said", "that the deal was dead")],
    ),
    (
        "Accra has urged Lome, which denies supplying the shells, to rein in its allies.",
        [("Accra", "has urged", "Lome / to rein in its allies"), ("which", "denies", "supplying the shells")],
    ),
    (
        "Deputies accused the minister of theft, something his office denied.",
        [("Deputies", "accused", "the minister of theft"), ("his office", "denied", "something")],
    ),
    ("The truce will hold, the mediators say, although few expect it to last.", [("the mediators", "say", "The truce will hold")]),
    (
        "The roads are open, police said, although some remain under water.",
        [("police", "said", "The roads are open / although some remain under water")],
    ),
    (
        "An Iraqi official with direct knowledge of the talks told reporters that a list was ready.",
        [("An Iraqi official with direct knowledge of the talks", "told", "that a list was ready")],
    ),
    (
        "The raid killed 26 people, a senior official said Monday, even as the government declared that calm had returned.",
        [
            ("a senior official", "said", "The raid killed 26 people"),
            ("the government", "declared", "that calm had returned"),
        ],
    ),
    (
        "At least 37 villagers died, her office said, a figure Pakistan disputes.",
        [("her office", "said", "At least 37 villagers died"), ("Pakistan", "disputes", "a figure")],
    ),
    ("Chad denied having ordered an evacuation.", [("Chad", "denied", "having ordered an evacuation")]),
    (
        "The court, whose rulings the government rejects, has ordered the army to leave.",
        [("The court, whose rulings the government rejects,", "has ordered", "the army to leave")],
    ),
    (
        'Accra urged both sides "to use dialogue", and offered its good offices.',
        [("Accra", "urged", 'both sides "to use dialogue"'), ("Accra", "offered", "its good offices")],
    ),
    (
        "The town is calm, according to the head of its council, Ann Smith.",
        [("the head of its council, Ann Smith", "according to", "The town is calm")],
    ),
    (
        "The envoys had tried to change the text, according to notes seen by a news agency.",
        [("notes seen by a news agency", "according to", "The envoys had tried to change the text")],
    ),
    ("Elders could not be contacted as phones were down.", [("Elders", "could not be", "contacted")]),
    ("A deal could not be reached.", []),
    ("He assured residents of the army's support.", [("He", "assured", "of the army's support")]),
    (
        "The spokesman of the state police command, Jan Berg, confirmed the raid.",
        [("The spokesman of the state police command, Jan Berg,", "confirmed", "the raid")],
    ),
    ("The army hit a convoy the group said was carrying food.", [("the group", "said", "a convoy / was carrying food")]),
    ("Analysts at Ostbank estimate that prices will rise.", [("Analysts at Ostbank", "estimate", "that prices will rise")]),
    (
        'Adler called it "a mission of peace", to which his spokesman replied that it was not.',
        [("Adler", "called", 'it "a mission of peace"'), ("his spokesman", "replied", "that it was not")],
    ),
    (
        "The minister's party voted against, said Nora Rossi, who leads it.",
        [("Nora Rossi, who leads it", "said", "The minister's party voted against")],
    ),
    (
        "He was held, his party said, a move the United Nations warned could restart the war.",
        [("his party", "said", "He was held"), ("the United Nations", "warned", "a move / could restart the war")],
    ),
    (
        "Clashes went on, witnesses said, hours after the U.N.-recognised Government of Unity declared that calm had returned.",
        [
            ("witnesses", "said", "Clashes went on"),
            ("the U.N.-recognised Government of Unity", "declared", "that calm had returned"),
        ],
    ),
    ("Another villager put it at 20.", [("Another villager", "put", "it at 20")]),
    (
        "The envoy called on both sides to sit down, but warned police against using force.",
        [("The envoy", "called on", "both sides to sit down"), ("The envoy", "warned", "against using force")],
    ),
    ("The U.S., China and the United Nations condemned the raid.", [("The U.S., China and the United Nations", "condemned", "the raid")]),
    ("After a summit on Monday its leaders demanded an end to it.", [("its leaders", "demanded", "an end to it")]),
    ("The raid was filmed, a claim two officials supported.", [("two officials", "supported", "a claim")]),
    ("A spokeswoman would not comment further.", [("A spokeswoman", "would not", "comment")]),
    ("Chapa won, the commission's head, Jan Berg, told reporters.", [("the commission's head, Jan Berg,", "told", "Chapa won")]),
    (
        "Zambia has struck a deal, an official said on Thursday, a breakthrough that the fund hailed as a milestone.",
        [("an official", "said", "Zambia has struck a deal"), ("the fund", "hailed as", "a breakthrough that / a milestone")],
    ),
    (
        "The cabinet will not go to Paris, the state agency quoted a source as saying on Saturday.",
        [("a source", "saying", "The cabinet will not go to Paris")],
    ),
    (
        'Four died in an attack President Marco blamed on "foreign terrorists".',
        [("President Marco", "blamed on", 'an attack / "foreign terrorists"')],
    ),
    (
        "The sheriff said the deputies, a man and a woman, were stable.",
        [("The sheriff", "said", "the deputies, a man and a woman, were stable")],
    ),
    ("The speaker, a Republican, said now was not the time.", [("The speaker, a Republican,", "said", "now was not the time")]),
    ("His attorney in that case did not return a message.", [("His attorney in that case", "did not return", "a message")]),
    ("He did not want his name printed.", []),
    (
        "Rescuers found 78 bodies, officials said, and survivors told aid workers as many as 750 people had been aboard.",
        [("officials", "said", "Rescuers found 78 bodies"), ("survivors", "told", "as many as 750 people had been aboard")],
    ),
    (
        "A million marched, the ministry said, while the union spoke of two.",
        [("the ministry", "said", "A million marched"), ("the union", "spoke of", "two")],
    ),
    (
        "The ministry said one in four had stopped work; unions put the figure at half.",
        [("The ministry", "said", "one in four had stopped work"), ("unions", "put", "the figure at half")],
    ),
    (
        "One envoy said the army had asked for changes; another doubted that a pause was near.",
        [("One envoy", "said", "the army had asked for changes"), ("another", "doubted", "that a pause was near")],
    ),
    ('The general vowed to "avenge what happened".', [("The general", "vowed", 'to "avenge what happened"')]),
    ("The army called up 60,000 reservists.", []),
    ("The ministry cut the death toll from 15 to 12.", [("The ministry", "cut", "the death toll from 15 to 12")]),
    ("Police lowered their count of the dead to nine.", [("Police", "lowered", "their count of the dead to nine")]),
    ("The company raised the number of staff to 40.", []),
    (
        "The army said in a statement the strikes hit two bases.",
        [("The army", "said", "the strikes hit two bases")],
    ),
    ("A villager said by phone she had counted 40 shells.", [("A villager", "said", "she had counted 40 shells")]),
    ("Police, however, gave a lower toll of 19.", [("Police", "gave", "a lower toll of 19")]),
    ("The Front said so too.", [("The Front", "said", "so too")]),
    ('The president blamed "foreign hands" for the blast.', [("The president", "blamed", '"foreign hands" for the blast')]),
    (
        "People killed in a raid on Dala rose to 64, a group said Sunday, as the army denied reports by the Front that it led the raid.",
        [
            ("a group", "said", "People killed in a raid on Dala rose to 64"),
            ("the army", "denied", "reports by the Front that it led the raid"),
        ],
    ),
    (
        "The minister said on Friday, as fighters neared the port, that the talks had failed.",
        [("The minister", "said", "that the talks had failed")],
    ),
    (
        "The toll of the mine raid rose to 64, the Dala Relief Board, a charity, said Sunday.",
        [("the Dala Relief Board, a charity,", "said", "The toll of the mine raid rose to 64")],
    ),
    (
        "A guard wounded in the raid, Ali Ito, said the gate was open.",
        [("A guard wounded in the raid, Ali Ito,", "said", "the gate was open")],
    ),
    (
        "Talks would resume, two foreign diplomats and an official briefed on the plan said on Friday.",
        [("two foreign diplomats and an official briefed on the plan", "said", "Talks would resume")],
    ),
    (
        "The army left two towns, and an official briefed on the plan said it would return.",
        [("an official briefed on the plan", "said", "it would return")],
    ),
    (
        "The board said 12 people had died on Monday, up from eight deaths reported a day earlier.",
        [("The board", "said", "12 people had died on Monday, up from eight deaths reported a day earlier")],
    ),
    ("Envoys from three towns reported heavy losses.", [("Envoys from three towns", "reported", "heavy losses")]),
    (
        "A reporter, according to Radio Sool, his employer, was held at the gate.",
        [("Radio Sool, his employer", "according to", "A reporter / was held at the gate")],
    ),
    ("The Front has neither accepted nor rejected the plan.", [("The Front", "has neither accepted nor rejected", "the plan")]),
]


@pytest.mark.parametrize(("text", "expected"), TWO_VOICES)
def test_what_others_say_beside_it_is_not_the_speakers(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_who_is_called_on_is_addressed() -> None:
    text = "The army called on civilians not to approach patrols."
    one = only(text)
    assert one.addressee is not None
    assert text[slice(*one.addressee)] == "civilians"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ('"We were lucky," Ann Smith, a passenger, told public broadcaster Sahara from her hospital bed.', "public broadcaster Sahara"),
        ('"We were lucky," she told Al Aqsa television before leaving.', "Al Aqsa television"),
        ("The director appealed to mothers to boil water.", "mothers"),
        ("Seoul informed Tokyo of the decision.", "Tokyo"),
        ('Its deputy head urged Russia not to "manipulate".', "Russia"),
        ('The spokesman told Reuters the measures "torpedo" dialogue.', "Reuters"),
    ],
)
def test_who_hears_is_kept(text: str, heard: str) -> None:
    one = only(text)
    assert one.addressee is not None
    assert text[slice(*one.addressee)] == heard


PROSE = [
    # what is promised, and who is promised something
    ("The premier promised tents for every family.", [("The premier", "promised", "tents for every family")]),
    (
        "The premier ordered the army to send boats and promised tents for every family.",
        [("The premier", "ordered", "the army to send boats"), ("The premier", "promised", "tents for every family")],
    ),
    # things say nothing
    ("The dam upstream threatened to overflow, but engineers opened the sluices.", []),
    ("The clock at the crossing showed 4:10 when the sirens sounded.", []),
    ("The band called off a tour of the islands.", []),
    ("The union added nine firms to its list.", []),
    # parts of a toll
    (
        "The bureau puts the toll at 98, of whom 71 were civilians.",
        [("The bureau", "puts", "the toll at 98, of whom 71 were civilians")],
    ),
    # a name and its apposition inside what is said
    (
        "The mission said its commander, Milan Odero, had asked both sides to stop.",
        [("The mission", "said", "its commander, Milan Odero, had asked both sides to stop")],
    ),
    (
        "The army said the target was Omar Bashi, a member of the council of the Front.",
        [("The army", "said", "the target was Omar Bashi, a member of the council of the Front")],
    ),
    # silence
    (
        "Neither the mayor nor the police commented.",
        [("Neither the mayor nor the police", "commented", "commented")],
    ),
    # the narrator goes on
    (
        "The sides agreed on a team, the mediator said on Thursday, a day after talks nearly collapsed.",
        [("the mediator", "said", "The sides agreed on a team")],
    ),
    (
        '"We need certainty," said Raul Ibarra, head of the chamber, who added that he had not called the winner.',
        [("Raul Ibarra, head of the chamber", "said", '"We need certainty,"'), ("who", "added", "that he had not called the winner")],
    ),
    # where and when it was said belongs to the saying
    ("The Front claimed the raid on Tuesday in an email.", [("The Front", "claimed", "the raid")]),
    ("The premier ruled out talks on Monday.", [("The premier", "ruled out", "talks")]),
    ("The singer pleaded not guilty before a judge in Lima.", [("The singer", "pleaded", "not guilty")]),
    ("The ministry called it a coup and urged calm.", [("The ministry", "called", "it a coup"), ("The ministry", "urged", "calm")]),
    # what is not said
    ("Three officials said they suspected the Front, but offered no evidence.", [("Three officials", "said", "they suspected the Front")]),
    ("A diplomat said the tape was real; he asked not to be named.", [("A diplomat", "said", "the tape was real")]),
    ("Kestro has not replied.", [("Kestro", "has not", "replied")]),
    # who hears, and what
    ("An aide told journalists Kestro saw no reason to wait.", [("An aide", "told", "Kestro saw no reason to wait")]),
    ('"It is grave," the premier told lawmakers minutes after the vote.', [("the premier", "told", '"It is grave,"')]),
    ("Shops reacted with despair: the chamber said trade had stopped.", [("the chamber", "said", "trade had stopped")]),
    ("Outside, protesters chanted and a piper played.", []),
    ("The Front, which calls itself an army, left.", []),
    # beside what is said, another is silent
    (
        "Her aide declined to say whether she would come, and her lawyer did not reply to messages.",
        [("Her aide", "declined to say", "whether she would come"), ("her lawyer", "did not reply to", "messages")],
    ),
    (
        "The premier denies wrongdoing and has called the inquiry a farce.",
        [("The premier", "denies", "wrongdoing"), ("The premier", "has called", "the inquiry a farce")],
    ),
    (
        "The mayor confirmed the attack but put the toll at 18.",
        [("The mayor", "confirmed", "the attack"), ("The mayor", "put", "the toll at 18")],
    ),
    ("Trade has stopped in the north, where, analysts say, the state is weak.", [("analysts", "say", "the state is weak")]),
    ("Messages claiming that a wave was coming were false.", [("Messages", "claiming", "that a wave was coming")]),
    ("The consul told waiting journalists he had heard nothing.", [("The consul", "told", "he had heard nothing")]),
    ("The premier told lawmakers in Kestro the plan was dead.", [("The premier", "told", "the plan was dead")]),
    # what is done in answer, and as a habit
    ("Kestro replied by recalling its ambassador.", []),
    ("The army does not usually comment on raids abroad.", []),
    (
        "A survey by Baro for the newspaper found 48 percent in favour.",
        [("A survey by Baro for the newspaper", "found", "48 percent in favour")],
    ),
    # what is said of a thing inside its phrase
    (
        "Rescuers searched for people buried by a quake that the agency says killed ten.",
        [("the agency", "says", "that / killed ten")],
    ),
    # who is called on, whole, and who is as old as the number says
    (
        "The premier called on the League and its allies to react to the raid.",
        [("The premier", "called on", "the League and its allies to react to the raid")],
    ),
    ("The Front demanded the release of Omar Kassa, 26.", [("The Front", "demanded", "the release of Omar Kassa, 26")]),
    ("The union appealed for blood donors in a voice message shared on the radio.", [("The union", "appealed for", "blood donors")]),
    (
        "The mayor rejected a claim to an island that Kestro claims as its own.",
        [("The mayor", "rejected", "a claim to an island that Kestro claims as its own")],
    ),
    ("The consul did not elaborate.", [("The consul", "did not", "elaborate")]),
    # the narrator ranks what happened
    (
        "Rebels fired rockets on Tuesday, the army said, the third such attack in a week.",
        [("the army", "said", "Rebels fired rockets on Tuesday")],
    ),
    # what is let happen, and silence that lasts, are nobody's words
    ("A new law lets parliament dismiss judges.", []),
    ("The palace, which had kept silent throughout the dispute, reopened.", []),
    # what is taken up at the end
    (
        'The mission urged the Front to return to talks "at once", an offer the Front has spurned.',
        [("The mission", "urged", 'the Front to return to talks "at once"'), ("the Front", "has spurned", "an offer")],
    ),
    ("Maseru has yet to respond.", [("Maseru", "has yet to", "respond")]),
    ("State media said nothing of the launch.", [("State media", "said", "nothing of the launch")]),
    (
        'The general ruled out another coup on Monday, saying soldiers "have no business in parliament".',
        [("The general", "ruled out", "another coup"), ("The general", "saying", 'soldiers "have no business in parliament"')],
    ),
    (
        "The court acquitted four officers, ruling that the tapes had been obtained illegally.",
        [("The court", "ruling", "that the tapes had been obtained illegally")],
    ),
    (
        "Half of the dead were children, a report seen by the agency shows.",
        [("a report seen by the agency", "shows", "Half of the dead were children")],
    ),
    (
        "The engineer, who asked not to be named because he was not allowed to talk to the press, said the wall had held.",
        [
            (
                "The engineer, who asked not to be named because he was not allowed to talk to the press,",
                "said",
                "the wall had held",
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_ordinary_prose_gives_what_is_said_in_it_and_no_more(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('In an interview with "Morning and Noon," Senator Vale pointed to a shift in the talks.', "a shift in the talks"),
        ("In a memo on Tuesday, the broker rejected the claim.", "the claim"),
        ("In the north alone, the ministry said, 20 people had died.", "In the north alone / 20 people had died"),
        ('"In no time," the general said.', '"In no time,"'),
    ],
)
def test_what_only_tells_where_something_was_said_is_not_what_was_said(text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The rebels have lost the north," said Lena Hale, an analyst. Omar Brandt of the Institute agreed. "They may not last."',
            [
                ("Lena Hale, an analyst", '"The rebels have lost the north,"'),
                ("Omar Brandt of the Institute", '"They may not last."'),
            ],
        ),
        (
            '"We will fight," the mayor vowed. Rebel commander Isa Duro shook his head. "They will lose the town."',
            [("the mayor", '"We will fight,"')],
        ),
        (
            '"We will fight," said Mayor Olek Drun. Drun has run the town since 2014. "They will lose it all."',
            [("Mayor Olek Drun", '"We will fight," / "They will lose it all."')],
        ),
        (
            '"We will fight," he said. The town was quiet. "They will lose it all."',
            [("he", '"We will fight," / "They will lose it all."')],
        ),
        ('"Nothing is settled," Mercer notes. "It was only a map."', [("Mercer", '"Nothing is settled," / "It was only a map."')]),
        ('"We left at dawn," Hanley began.', [("Hanley", '"We left at dawn,"')]),
        ("The envoy vowed in a speech on Sunday to return.", [("The envoy", "to return")]),
        ("The envoy worked in the region to end the war.", []),
    ],
)
def test_a_quotation_that_stands_alone_is_whose_turn_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(source, what) for source, _, what in told(text)] == expected


def test_attacks_are_words_only_where_a_text_tells_of_no_force() -> None:
    campaign = "The party met in the hall and heard its leaders on roads, schools and taxes. " * 25
    assert told(campaign + "Senator Vale attacked Senator Moss for raising taxes.")[-1][0] == "Senator Vale"
    assert told("Rebels attacked Senator Moss with rifles.") == []
    war = "Soldiers met in the hall and heard that gunmen had left the town. " * 25
    assert not [one for one in told(war + "Senator Vale attacked Senator Moss for raising taxes.") if one[1] == "attacked"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army did not immediately respond.", "The army"),
        ("The ministry had no immediate comment.", "The ministry"),
        ("There was no immediate comment from Tessara's defence ministry on the strike.", "Tessara's defence ministry"),
        ("Rebel leaders have made no public comment.", "Rebel leaders"),
    ],
)
def test_silence_is_on_record_with_who_kept_it(text: str, source: str) -> None:
    one = only(text)
    assert (text[slice(*one.source or ())], one.speech_act, one.negated) == (source, "no_comment", True)


@pytest.mark.parametrize(
    "text",
    ["There was no comment.", "The patient did not immediately respond to treatment.", "There was no immediate claim of responsibility."],
)
def test_where_nobody_is_asked_nobody_keeps_silent(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emergency crews arrived at 2:45 p.m., the mayor said.", [("the mayor", "said", "Emergency crews arrived at 2:45 p.m.")]),
        (
            "The quake hit at 4:12 a.m. at a depth of 11 kilometers, the survey said.",
            [("the survey", "said", "The quake hit at 4:12 a.m. at a depth of 11 kilometers")],
        ),
        ("A man who lost €1.2m told a court he was innocent.", [("A man who lost €1.2m", "told", "he was innocent")]),
        (
            "The mayor said it began at 3 p.m. The army denied it.",
            [("The mayor", "said", "it began at 3 p.m"), ("The army", "denied", "it")],
        ),
        (
            "The toll rose to 22, the ministry said on Tuesday, as envoys of the bloc sought to rescue the talks.",
            [("the ministry", "said", "The toll rose to 22"), ("envoys of the bloc", "sought", "to rescue the talks")],
        ),
        (
            "Her delegation denied a report by the broadcaster Orsk-24 that it had agreed to the terms.",
            [("Her delegation", "denied", "a report by the broadcaster Orsk-24 that it had agreed to the terms")],
        ),
        (
            "Veldia accused the Front on Monday of breaking a truce hours after it began.",
            [("Veldia", "accused", "the Front on Monday of breaking a truce hours after it began")],
        ),
        ('"It is a common name," Diallo said, to laughter.', [("Diallo", "said", '"It is a common name,"')]),
    ],
)
def test_times_settings_and_reports_stand_where_they_belong(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Two weeks later the army said it had left.", "the army", "said"),
        ("Last month the ministry called the plan dead.", "the ministry", "called"),
        ("The next day, the mayor told reporters it was over.", "the mayor", "told"),
        ("Last month's report said the dam was safe.", "Last month's report", "said"),
        ("A second officer said the dam was safe.", "A second officer", "said"),
        ("Police had last month charged Ann Smith with assault.", "Police", "had last month charged"),
    ],
)
def test_the_time_of_what_is_said_is_no_part_of_who_says_it(text: str, source: str, cue: str) -> None:
    assert [(who, how) for who, how, _ in told(text)] == [(source, cue)]


@pytest.mark.parametrize(
    "text", ["She spoke at the convention.", "They talked over him for an hour.", "They spoke with the crowd on Monday."]
)
def test_who_listens_is_not_what_is_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"), [("He spoke of a need for calm.", "a need for calm"), ("He spoke in favour of peace.", "peace")]
)
def test_what_is_spoken_of_is_said(text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [content]


def test_a_charge_behind_who_makes_it_is_what_is_said() -> None:
    one = only("The envoy was accused by prosecutors of taking bribes.")
    text = "The envoy was accused by prosecutors of taking bribes."
    assert one.source
    assert text[slice(*one.source)] == "prosecutors"
    assert [text[slice(*span)] for span in one.content] == ["The envoy", "of taking bribes"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Will Haddad, who teaches law, said that it was over.", "Will Haddad, who teaches law,"),
        ("Chief Executive May Haddad told analysts it was over.", "Chief Executive May Haddad"),
        ("Rose Haddad, a spokeswoman, said it was over.", "Rose Haddad, a spokeswoman,"),
        ("In June Ann Haddad said it was over.", "Ann Haddad"),
    ],
)
def test_names_that_begin_as_a_common_word_does(text: str, source: str) -> None:
    assert [who for who, _, _ in told(text)] == [source]


@pytest.mark.parametrize("text", ["Will Haddad resign?", "May God help us."])
def test_a_question_or_a_wish_opens_with_no_name(text: str) -> None:
    assert tags(read(text))[0] in "Mt"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoy told Reuters on Friday the army had left.", "the army had left"),
        ("The envoy told Al Jazeera Iran was ready.", "Iran was ready"),
        ("The envoy told parliament on Wednesday talks would resume.", "talks would resume"),
        ("The envoy told a news conference in Cairo the two sides had met.", "the two sides had met"),
        ("The envoy told her mother on Sunday the child was ill.", "the child was ill"),
        ("The envoy said on Tuesday talks would resume.", "talks would resume"),
        ("The envoy said late on Monday the army had left.", "the army had left"),
        ("The envoy said in an interview on Sunday rebels had fled.", "rebels had fled"),
        ("The envoy said in a statement security forces opened fire.", "security forces opened fire"),
        ("The envoy said at a summit in Paris on Monday Iran and Oman had agreed.", "Iran and Oman had agreed"),
        ("The envoy said by phone the convoy had been hit.", "the convoy had been hit"),
        ("The envoy said on condition of anonymity fighting had stopped.", "fighting had stopped"),
        ("The envoy wrote on Telegram drones had hit the plant.", "drones had hit the plant"),
    ],
)
def test_a_bare_clause_stands_behind_who_is_told_when_and_where(text: str, content: str) -> None:
    assert told(text) == [("The envoy", told(text)[0][1], content)]


@pytest.mark.parametrize(
    "text",
    ["The envoy spoke in the Acme Forum hall on Monday.", "The envoy told police officers in Paris on Sunday.", "The envoy wrote in May."],
)
def test_a_setting_without_a_clause_is_not_what_is_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine people were killed, the army and the police said.", "the army and the police"),
        ("On Friday the army and the police said it was over.", "the army and the police"),
        ("Late on Friday the health secretary said it was over.", "the health secretary"),
        ("Early Monday the army said it was over.", "the army"),
        ('"It is over," said fire chief Ivo Rask.', "fire chief Ivo Rask"),
        ("He met the army and the police said it was over.", "the police"),
        ("A resident of the town who gave her name only as Rana said the army had left.", None),
        ("Meanwhile, an official who declined to be named said the army had left.", "an official who declined to be named"),
        ("Speaking in Cairo, an official who declined to be named said the army had left.", "an official who declined to be named"),
    ],
)
def test_who_speaks_is_the_whole_subject_and_nothing_before_it(text: str, source: str | None) -> None:
    whole = source or text.partition(" said")[0]
    assert [who for who, _, _ in told(text)] == [whole]


def test_what_is_added_behind_who_is_told_is_another_statement() -> None:
    text = "The army had left the town, the envoy told parliament, adding that it was late."
    assert told(text) == [("the envoy", "told", "The army had left the town"), ("the envoy", "adding", "that it was late")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The union, which denounced the offer, has gone to court.", ("which", "denounced", "the offer")),
        ("Rebels, who say they hold the town, have left.", ("who", "say", "they hold the town")),
        ("“It looks real,” said lead author Ann Smith.", ("lead author Ann Smith", "said", "“It looks real,”")),
        (
            "“He is late,” tweeted the comedian Ann Smith, who has written books.",
            ("the comedian Ann Smith, who has written books", "tweeted", "“He is late,”"),
        ),
    ],
)
def test_a_relative_clause_and_an_inverted_subject_end_where_they_do(text: str, statement: tuple[str, str, str]) -> None:
    assert statement in told(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The premier told envoy Jon Brandt, who visited on the eve of the vote, that the law would help.", "that the law would help"),
        ("The premier said in a statement late on Thursday the strikes were over.", "the strikes were over"),
    ],
)
def test_what_is_said_may_stand_behind_a_clause_on_who_hears_or_a_late_hour(text: str, content: str) -> None:
    assert told(text) == [("The premier", told(text)[0][1], content)]
