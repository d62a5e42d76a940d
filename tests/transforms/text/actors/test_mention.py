"""The cast of a text: who is named, described and referred to, and who makes each statement."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extraction import Extraction, extract
from transforms.text.actors.cast import Actor, Affiliation, Cast
from transforms.text.actors.mention import cast
from transforms.text.actors.reference import Reference
from transforms.text.reading import read
from transforms.text.statements.statement import Statement
from warehouse.reference import actor_reference

SEED = Path(__file__).parents[4] / "seeds" / "articles" / "2023-12-26-reuters.txt"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return actor_reference()


@pytest.fixture(scope="module")
def seed(reference: Reference) -> Extraction:
    body = SEED.read_text(encoding="utf-8").split("\n", 1)[1]
    return extract(body, date(2023, 12, 26), reference)


def said(text: str, *sources: str, quotation: str = "indirect", act: str = "assert") -> list[Statement]:
    """Statements by hand: each source is found behind the one before, and what it says is the rest of its sentence."""
    found = []
    at = 0
    for source in sources:
        start = text.index(source, at)
        at = start + len(source)
        end = text.find(".", at)
        end = len(text) if end < 0 else end
        found.append(Statement((start, at), None, ((at, end),), quotation, act, False, None, None, "hand"))
    return found


def told(text: str, *sources: str, reference: Reference, **features: str) -> list[tuple[list[str | None], str, int | None]]:
    """Names of the speakers, attribution type and count of each hand-made statement."""
    whole = cast(read(text), said(text, *sources, **features), reference)
    names: list[list[str | None]] = [[] for _ in sources]
    for speaker in whole.speakers:
        names[speaker.statement].append(None if speaker.actor is None else whole.actors[speaker.actor].name)
    return [(name, voice.attribution_type, voice.speaker_count) for name, voice in zip(names, whole.voices, strict=True)]


def speakers_of(extraction: Extraction, words: str) -> tuple[list[str | None], str, int | None, str | None]:
    text = extraction.reading.text
    at = text.index(words)
    for number, statement in enumerate(extraction.statements):
        if any(start <= at < stop for start, stop in statement.content):
            cast = extraction.cast
            names = [None if one.actor is None else cast.actors[one.actor].name for one in cast.speakers if one.statement == number]
            voice = cast.voices[number]
            return names, voice.attribution_type, voice.speaker_count, voice.anonymity_reason
    raise AssertionError(f"no statement holds {words!r}")


# -- the seed article ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "speakers", "kind", "count"),
    [
        ("Hamas and the allied Islamic Jihad have rejected", ["two Egyptian security sources"], "anonymous_described", 2),
        ("what the sources said", ["two officials from Hamas and the Islamic Jihad groups"], "anonymous_collective", 2),
        ("There can be no negotiations", ["Izzat al-Rishq"], "named_person", 1),
        ("The Hamas leadership is aiming", ["Izzat al-Rishq"], "named_person", 1),
        ("al-Rishq’s denial", ["a senior Islamic Jihad official"], "anonymous_explicit", 1),
        ("that both Hamas and Islamic Jihad", ["two Egyptian security sources"], "anonymous_described", 2),
        ("a “vision” rather", ["Egypt"], "narrator", None),
        ("Egypt proposed elections", ["two Egyptian security sources"], "anonymous_described", 2),
        ("specific offers of more temporary", ["a Hamas official"], "anonymous_described", 1),
        ("We also said", ["a Hamas official"], "anonymous_described", 1),
        ("After the aggression is stopped", ["a Hamas official"], "anonymous_described", 1),
    ],
)
def test_the_speakers_of_the_seed_article(seed: Extraction, words: str, speakers: list[str], kind: str, count: int | None) -> None:
    assert speakers_of(seed, words)[:3] == (speakers, kind, count)


def test_the_seed_tells_why_a_source_is_not_named(seed: Extraction) -> None:
    assert speakers_of(seed, "al-Rishq’s denial")[3] == "on condition of anonymity"


def test_the_actors_of_the_seed_article(seed: Extraction) -> None:
    named = {actor.name: actor for actor in seed.cast.actors if actor.is_named}
    assert set(named) == {"Hamas", "Islamic Jihad", "Egypt", "Israel", "Qatar", "Reuters", "Izzat al-Rishq"}
    assert named["Hamas"].sectors == ("GOV", "REB")
    assert named["Izzat al-Rishq"].kind == "person"
    unnamed = {actor.name: actor for actor in seed.cast.actors if not actor.is_named}
    assert {(actor.kind, actor.country) for actor in unnamed.values()} == {("unnamed_source", "EGY"), ("unnamed_source", "PSE")}
    assert len(unnamed) == 4


def test_the_affiliations_of_the_seed_article(seed: Extraction) -> None:
    text = seed.reading.text
    actors = seed.cast.actors

    def row(tie: Affiliation) -> tuple[str, str, str | None]:
        return actors[tie.actor].name, tie.relation, None if tie.organisation is None else actors[tie.organisation].name

    found = [row(tie) for tie in seed.cast.affiliations]
    assert ("Izzat al-Rishq", "member", "Hamas") in found
    officials = "two officials from Hamas and the Islamic Jihad groups"
    assert {(officials, "official", "Hamas"), (officials, "official", "Islamic Jihad")} <= set(found)
    role = next(tie for tie in seed.cast.affiliations if actors[tie.actor].name == "Izzat al-Rishq")
    assert role.role_title == "member of Hamas’ political bureau"
    assert text[slice(*role.span)] == "a member of Hamas’ political bureau"


def test_the_addressee_of_the_seed_is_the_wire(seed: Extraction) -> None:
    voice = seed.cast.voices[0]
    assert voice.addressee is not None
    assert seed.cast.actors[voice.addressee].name == "Reuters"


def test_the_seed_takes_up_the_group_and_the_mediators(seed: Extraction) -> None:
    text = seed.reading.text
    meant = {
        text[slice(*mention.span)]: (seed.cast.actors[mention.actor].name, mention.method)
        for mention in seed.cast.mentions
        if mention.actor is not None
    }
    assert meant["the Islamist group"] == ("Hamas", "definite_description")
    assert meant["Qatari mediators"] == ("Qatar", "demonym")
    assert meant["al-Rishq"] == ("Izzat al-Rishq", "surname")


def test_the_seed_reads_alike_without_a_reference_but_for_what_only_the_reference_knows() -> None:
    body = SEED.read_text(encoding="utf-8").split("\n", 1)[1]
    found = extract(body, date(2023, 12, 26))
    assert speakers_of(found, "There can be no negotiations")[:2] == (["Izzat al-Rishq"], "named_person")
    assert speakers_of(found, "We also said")[0] == ["a Hamas official"]


# -- who is meant -------------------------------------------------------------------------------------------------------------------


def test_a_surname_means_the_person_named_in_full_before(reference: Reference) -> None:
    text = "Rosa Delgado, a nurse, said the roof had gone. Delgado said nobody came. She said it was dark."
    assert [names for names, _, _ in told(text, "Rosa Delgado, a nurse,", "Delgado", "She", reference=reference)] == [["Rosa Delgado"]] * 3


def test_one_surname_for_two_people_is_left_open_unless_a_title_tells_them_apart(reference: Reference) -> None:
    text = "Amina Barre and Yusuf Barre came. Barre said no. Mrs. Barre said yes."
    found = told(text, "Barre said"[:5], "Mrs. Barre", reference=reference)
    text = "Amina Barre met Yusuf Barre. Then Barre said no. Mrs. Barre said yes."
    whole = cast(read(text), said(text, "Mrs. Barre"), reference)
    assert [mention.method for mention in whole.mentions if mention.actor is None] == ["ambiguous_surname"]
    assert whole.actors[whole.speakers[0].actor or 0].name == "Amina Barre"
    assert found


def test_pronouns_agree_in_gender(reference: Reference) -> None:
    text = "Maria Costa met her brother, Paulo Costa. Maria Costa said the road was closed. Paulo Costa said no. She said he was wrong."
    assert told(text, "Maria Costa said"[:11], "Paulo Costa said"[:11], "She", reference=reference)[-1][0] == ["Maria Costa"]


def test_a_pronoun_without_an_antecedent_is_nobody_and_says_why(reference: Reference) -> None:
    text = "He said the war was over."
    whole = cast(read(text), said(text, "He"), reference)
    assert (whole.speakers[0].actor, whole.speakers[0].method) == (None, "no_antecedent")
    assert whole.mentions[0].kind == "pronoun"
    assert whole.actors == []


def test_it_means_the_body_that_spoke_last(reference: Reference) -> None:
    text = "The World Food Programme said trucks were ready. It said fuel was short."
    assert told(text, "The World Food Programme", "It", reference=reference)[1][0] == ["World Food Programme"]


def test_the_minister_is_the_minister_named_before(reference: Reference) -> None:
    text = "Health Minister Lina Haddad visited the ward. A doctor said beds were full. The minister said help was coming."
    assert told(text, "A doctor", "The minister", reference=reference)[1][0] == ["Lina Haddad"]


def test_two_who_speak_together_are_two_speakers(reference: Reference) -> None:
    text = "Egypt and Qatar said talks would go on. President Joe Biden and Emmanuel Macron said so too. Both said it twice."
    found = told(text, "Egypt and Qatar", "President Joe Biden and Emmanuel Macron", "Both", reference=reference)
    assert found[0] == (["Egypt", "Qatar"], "named_org", 2)
    assert found[1] == (["Joe Biden", "Emmanuel Macron"], "named_person", 2)
    assert found[2][0] == ["Joe Biden", "Emmanuel Macron"]


@pytest.mark.parametrize(
    ("source", "speaker", "kind", "count"),
    [
        ("Two senior Western diplomats", "two senior Western diplomats", "anonymous_described", 2),
        ("Officials from Egypt and Qatar", "officials from Egypt and Qatar", "anonymous_collective", None),
        ("Witnesses", "witnesses", "anonymous_collective", None),
        ("A police spokesman", "a police spokesman", "role_only", 1),
        ("A resident of Khartoum", "a resident of Khartoum", "anonymous_described", 1),
        ("Israeli army spokesperson Rear Admiral Daniel Hagari", "Daniel Hagari", "named_person", 1),
        ("The UN's humanitarian chief, Tom Fletcher,", "Tom Fletcher", "named_person", 1),
        ("A spokesman for the ministry, Karim Nasser,", "Karim Nasser", "named_person", 1),
        ("The Kenyan foreign ministry", "Kenyan foreign ministry", "named_org", None),
        ("Kenya's Ministry of Foreign Affairs", "Kenyan foreign ministry", "named_org", None),
        ("Cairo", "Egypt", "named_org", None),
        ("The White House", "Government of the United States", "named_org", None),
        ("Syrian state television", "Syrian state television", "media_report", None),
        ("A statement by the Taliban", "Taliban", "official_statement", None),
        ("A report by Human Rights Watch", "Human Rights Watch", "document", None),
        ("The rebel group M23", "M23", "named_org", None),
        ("The Hamas leadership", "Hamas", "named_org", None),
        ("The Houthi movement", "Houthis", "named_org", None),
        ("Izzat Al-Risheq", "Izzat al-Rishq", "named_person", 1),
        ("U.S. Secretary of State Antony Blinken", "Antony Blinken", "named_person", 1),
        ("Mohammed bin Salman", "Mohammed bin Salman", "named_person", 1),
        ("The 61-year-old widow", None, "unknown", None),
        ("The poll", "the poll", "document", None),
        ("One of the officials", "one of the officials", "anonymous_described", 1),
    ],
)
def test_a_source_and_what_it_is(reference: Reference, source: str, speaker: str | None, kind: str, count: int | None) -> None:
    names, found, size = told(f"{source} said the road was closed.", source, reference=reference)[0]
    if speaker is not None:
        assert (names, found, size) == ([speaker], kind, count)
    else:
        assert None not in names or found != "named_person"


def test_an_act_of_a_state_is_told_by_the_narrator(reference: Reference) -> None:
    text = "Egypt proposed elections."
    assert told(text, "Egypt", reference=reference, quotation="narrated_act", act="propose")[0][1] == "narrator"
    assert told(text, "Egypt", reference=reference, quotation="narrated_act", act="no_comment")[0][1] == "named_org"


def test_an_organisation_that_says_it_in_a_statement_issues_a_statement(reference: Reference) -> None:
    found = extract("Hamas said in a statement that it would attend.", None, reference)
    assert found.cast.voices[0].attribution_type == "official_statement"


def test_anonymity_is_the_sources_for_the_whole_article(reference: Reference) -> None:
    text = (
        "A senior official said talks had failed. The official asked not to be named because he was not allowed to brief the press."
        " The official said so."
    )
    whole = cast(read(text), said(text, "A senior official", "The official", "The official"), reference)
    assert [voice.attribution_type for voice in whole.voices] == ["anonymous_explicit"] * 3
    assert whole.voices[0].anonymity_reason == "not to be named because he was not allowed to brief the press"
    assert len({speaker.actor for speaker in whole.speakers}) == 1


def test_an_acronym_in_brackets_stands_for_the_name(reference: Reference) -> None:
    text = "The Northern Farmers Union (NFU) said wells were dry. NFU said help was late."
    assert next(names for names, _, _ in told(text, "The Northern Farmers Union", "NFU said"[:3], reference=reference)) == [
        "Northern Farmers Union"
    ]
    whole = cast(read(text), [], reference)
    assert {whole.actors[mention.actor].name for mention in whole.mentions if mention.actor is not None} == {"Northern Farmers Union"}


def test_a_capital_is_its_government_only_where_it_acts(reference: Reference) -> None:
    text = "Fighting went on in Kyiv. Kyiv rejected the offer."
    whole = cast(read(text), [], reference)
    assert [(text[slice(*mention.span)], mention.span[0], mention.method) for mention in whole.mentions] == [("Kyiv", 26, "metonym")]
    assert whole.actors[0].name == "Ukraine"


@pytest.mark.parametrize(
    "text",
    [
        "On Monday in April, However, nothing happened.",
        "Gunmen Kill Three Near Border Post\n\nNobody was named.",
        "He saw The Plan. They left on Friday. President.",
        "Prime Minister. Foreign Minister.",
        "Residents fled. Protesters marched. Witnesses ran.",
    ],
)
def test_pronouns_titles_weekdays_and_headline_fragments_are_nobody(reference: Reference, text: str) -> None:
    assert cast(read(text), [], reference).actors == []


def test_his_office_is_named_after_the_possessor(reference: Reference) -> None:
    text = "Prime Minister Tomas Novak ruled it out. His office said nothing had changed."
    assert told(text, "His office", reference=reference)[0][0] == ["Tomas Novak's office"]


def test_two_unnamed_sources_with_the_same_words_stay_two(reference: Reference) -> None:
    text = "A senior official said yes. A senior official in Doha said no. A senior official said maybe."
    found = told(text, "A senior official", "A senior official in Doha", "A senior official", reference=reference)
    assert len({names[0] for names, _, _ in found}) == 3


def test_a_common_word_that_is_a_company(reference: Reference) -> None:
    text = "Total, the French energy company, said work had stopped."
    assert told(text, "Total, the French energy company,", reference=reference)[0][0] == ["Total"]


def test_a_counterpart_by_the_name_he_is_known_as(reference: Reference) -> None:
    text = "His counterpart, known as Andrey Avendano, said no."
    assert told(text, "His counterpart,", reference=reference)[0][0] == ["Andrey Avendano"]


@pytest.mark.parametrize(
    ("several", "part", "name"),
    [
        ("Several aides", "Many of them", "many of the aides"),
        ("Dozens of witnesses", "Others", "others of the witnesses"),
        ("Aides", "Some of them", "some of the aides"),
        ("Two aides", "One", "one of two aides"),
        ("Two aides", "Another", "another besides two aides"),
        ("Lebanon's ministers", "Some of them", "some of Lebanon's ministers"),
    ],
)
def test_a_part_of_several_is_called_by_the_whole(several: str, part: str, name: str, reference: Reference) -> None:
    text = f"{several} said the talks had failed. {part} said a deal was near."
    assert told(text, several, part, reference=reference)[1][0] == [name]


def test_a_part_of_a_part_is_called_by_the_whole(reference: Reference) -> None:
    text = "Several aides said the talks had failed. Many of them said a deal was near. Others said it was late."
    assert told(text, "Several aides", "Many of them", "Others", reference=reference)[2][0] == ["others of the aides"]


def test_the_minister_who_is_named_only_later(reference: Reference) -> None:
    text = "The minister of water said pumps had failed. Lena Okoro said so twice. The minister said help was coming."
    assert told(text, "The minister of water", "Lena Okoro", "The minister said"[:12], reference=reference)[2][0] == ["Lena Okoro"]


# -- who is who, where several could be ----------------------------------------------------------------------------------------------------


WHO_IS_WHO = [
    # an office that is told is not whoever spoke last
    ("Mira Okoro said the court had failed. The justice minister said the law would stay.", "the justice minister"),
    ("Mira Okoro said the boat was full. The captain, who turned himself in, said a log had struck it.", "the captain"),
    ("Ali Odero praised the judges. The health minister resigned. He said he had failed.", "the health minister"),
    # who is named later, and who is somebody else
    ("The policy chief said ships had sunk. Lena Okoro told reporters that more would.", "Lena Okoro"),
    ("The mayor said the ships had sunk. Lena Okoro denied that they had.", "Lena Okoro"),
    ("Moravia's foreign minister summoned the envoy. She said no.", "Moravia's foreign minister"),
    ("Rescuers reached the village on foot. They said the bridge had gone.", "rescuers"),
    ("Judge Omar Kassa said the tycoon Ali Sow might flee. His lawyers said no.", "Ali Sow's lawyers"),
    ("The African Union left. The doctors' union said no.", "the doctors' union"),
    ("The Baltic League left. The bankers' association was cautious. It said it would wait.", "the bankers' association"),
    ("The chamber of commerce said no.", "the chamber of commerce"),
    # the head of one thing is not the head of another
    ("Veteran opposition leader Omar Kassa left. The head of the Baltic mission said no.", "the head of the Baltic mission"),
    ("The Rapid Guard said it had left. The army said it had not.", "the army"),
    ("Rights groups said so. The coalition that held the town said no.", "the coalition"),
    # what a description says of somebody
    ("A spokeswoman for the premier, Omar Kassa, said no. She said more.", "Omar Kassa"),
    ("The cleric who blessed the march, Omar Kassa, said he was tired.", "Omar Kassa"),
    ("One of the firms, Duba-based Sand Marine, said it would appeal. It said more.", "Sand Marine"),
    # two bearers of one surname
    ("President Idris Sow left. General Salif Sow stayed. General Sow said he was tired.", "Salif Sow"),
    ("President Idris Sow left. General Salif Sow stayed. President Sow said he was tired.", "Idris Sow"),
    ("Anna Roux left. Marc Roux stayed. Roux said nothing had changed.", None),
    ("Mukhammad Yusupov left. Muhammad Yusupov came back. Yusupov said water was short.", "Muhammad Yusupov"),
    # spokesmen of several services
    ("Police spokesman Jan Huld left. Coast guard spokesman Piet Dahl stayed. The police spokesman said divers were there.", "Jan Huld"),
    ("Coast guard spokesman Piet Dahl left. Police spokesman Jan Huld stayed. The coast guard spokesman said divers came.", "Piet Dahl"),
    # titles that change
    ("Prime minister Hasan Tamer left. Former prime minister Nuri Hadad wept. The new prime minister said he was glad.", "Hasan Tamer"),
    ("Prime minister Hasan Tamer left. Former prime minister Nuri Hadad wept. The former prime minister said he was sad.", "Nuri Hadad"),
    # two groups, and letters that come without a key
    ("The Galad Freedom Army, a rival movement, left. The movement said its men were tired.", "Galad Freedom Army"),
    ("The National Front for Renewal left. The NFR said its men were tired.", "National Front for Renewal"),
    ("Rebels of the Lagoon Freedom Movement left. The movement said its men were tired.", "Lagoon Freedom Movement"),
    ("The UN mission in Ludza, known as MINULU, said it was ready. The mission said it would stay.", "MINULU"),
    ("A militia calling itself the Lagoon Shield said it would fight.", "Lagoon Shield"),
    ("The envoy met the International Fund for Wells. The Fund said it was ready.", "International Fund for Wells"),
    ("He blamed the police. The world body said it was late.", "United Nations"),
    # the family's name first, initials, a nom de guerre
    ("Foreign Minister Luo Meng left. Captain Bo Wen stayed. Luo said he was tired.", "Luo Meng"),
    ("Premier Hu Chien left. President Lai Mei-hua, speaking later, was calm. She said nothing had changed.", "Lai Mei-hua"),
    ("Police chief R. K. Tandu said the road was open. The officer said it was safe.", "R. K. Tandu"),
    ("The rebels serve Ivo Rask, known as Commander Kite. Kite said he was ready.", "Ivo Rask"),
    # who is described, then named behind a comma
    ("The mediator in Chad's water dispute, former Kenyan minister Amos Tula, said it was late.", "Amos Tula"),
    ("Lawyers for the miners left. One of them, Bela Zold, said it was late.", "Bela Zold"),
    ("Bishop Hugo Zul prayed. The prelate said peace was near.", "Hugo Zul"),
    ("A United States official spoke of delays, he said so. The American said it was late.", None),
    ("A Kenyan official said it was late. The Kenyan said he was tired.", "a Kenyan official"),
    ("A Kenyan official said it was late. Kenya's Ivo Rask said so. The Kenyan said he was tired.", "a Kenyan official"),
    # one of those who did not speak themselves, and another of them
    ("Western diplomats were blunt. One said that it was late.", "one of the western diplomats"),
    ("Western diplomats were blunt. One said that it was late. Another said it was not.", "another besides the western diplomats"),
    # a description with the name of a body behind it, or a clause; a role behind an age
    ("Rask's party, the Lagoon Front, said it had won.", "Lagoon Front"),
    ("Orel, which runs the mine, said it had been told.", "Orel"),
    ("Ivo Rask, 22, a student with a flag, left. The student said he was tired.", "Ivo Rask"),
    ("Sheikh Sultan Aradi, who leads the elders, said it was late.", "Sultan Aradi"),
    ("Ivo Rask, asked whether he would resign, said he had no plans.", "Ivo Rask"),
    # an office that did not speak is taken up
    ("Kenya's prime minister met General Abdi Tula. The general had told her, she said, that help would come.", "Kenya's prime minister"),
    # who heads it is its chief; a body named with "on"; a group of people; a letter that is no quotation mark
    ("Oyo Natt, a deputy chairman, left. Nico Hays, who heads the UN mission, stayed. The mission chief said it was late.", "Nico Hays"),
    ("The Inter-American Committee on Wells met. The IACW said wells were dry.", "Inter-American Committee on Wells"),
    ("A group of U.N. experts said it was late.", "a group of U.N. experts"),
    ("A rival Shi'ite leader, the cleric Musa Salim, said it was late.", "Musa Salim"),
    ("Rain fell in the Ta'ang hills, the military said.", "the military"),
    # the fronted phrase is not the subject
    ("General Idris Sow left. In an interview with broadcaster KXTV, he said it was late.", "Idris Sow"),
    # whose deputy
    ("Bakyt Tokta said he would meet Daniyar Osmon, and his deputy said the meeting was a trap.", "Bakyt Tokta's deputy"),
    # nouns of two words
    ("The rebels blamed the air force. The air force said it had hit a depot.", "the air force"),
    ("The coast guard said it had found nobody.", "the coast guard"),
    ("Fire crews left. The fire brigade said it had found nobody.", "the fire brigade"),
    ("A prison guard said he had found nobody.", "a prison guard"),
    ("The government denied it. The exile government said it was a crime.", "the exile government"),
    ("The rebel government denied it. The government said it was a crime.", "the rebel government"),
]


@pytest.mark.parametrize(("text", "expected"), WHO_IS_WHO)
def test_of_several_the_one_meant_speaks(text: str, expected: str | None, reference: Reference) -> None:
    found = extract(text, reference=reference)
    last = next(row.actor for row in found.cast.speakers if row.statement == len(found.statements) - 1)
    assert (None if last is None else found.cast.actors[last].name) == expected


def test_several_governments_are_taken_up_together(reference: Reference) -> None:
    text = "France, Chad and Kenya, in a joint statement, said the raid was wrong. The three governments said it must stop."
    names = ["France", "Chad", "Kenya"]
    found = extract(text, reference=reference)
    assert [speakers_of(found, words)[0] for words in ("the raid was wrong", "it must stop")] == [names, names]


LEAD = "Kenya has closed the road, its foreign minister said on Tuesday.\n\n"


@pytest.mark.parametrize(
    "behind",
    [
        '"It is late," the minister, Omar Tula, told reporters.',
        "Omar Tula told reporters the hills were calm.",
        "Foreign Minister Omar Tula said so.",
    ],
)
def test_who_ends_the_lead_by_an_office_is_named_in_the_next_paragraph(behind: str, reference: Reference) -> None:
    found = extract(LEAD + behind, reference=reference)
    assert speakers_of(found, "has closed the road")[:2] == (["Omar Tula"], "named_person")


@pytest.mark.parametrize(
    "behind",
    [
        "French Foreign Minister Ann Roux said it was late.",
        "Finance Minister Ann Roux said it was late.",
        "Ann Roux, a lawyer, said it was late.",
    ],
)
def test_another_who_speaks_behind_an_office_is_not_its_holder(behind: str, reference: Reference) -> None:
    found = extract(LEAD + behind, reference=reference)
    assert speakers_of(found, "has closed the road")[0] == ["Kenya's foreign minister"]


# -- forms that mean different bodies in different countries --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Narendra Modi spoke in India. Congress said he was wrong.", "Indian National Congress"),
        ("Donald Trump spoke in Ohio. Congress said he was wrong.", "US Congress"),
        ("Congress said he was wrong.", None),
        ("The Indian Congress said he was wrong.", "Indian National Congress"),
        ("U.S. officials waited. The Supreme Court said the law was void.", "US Supreme Court"),
        ("U.S. officials waited. The state Supreme Court said the law was void.", "Supreme Court"),
        ("U.S. officials waited. The Oregon Supreme Court said the law was void.", "Oregon Supreme Court"),
        ("Kenya waited. Kenyan lawyers came. The Supreme Court said the law was void.", "Supreme Court"),
        ("Kenya's Supreme Court said the law was void.", "Kenyan supreme court"),
        ("The Supreme Court of Kenya said the law was void.", "Supreme Court of Kenya"),
    ],
)
def test_a_form_of_several_countries_is_the_one_spoken_of(text: str, expected: str | None, reference: Reference) -> None:
    found = extract(text, reference=reference)
    last = found.cast.speakers[-1].actor
    assert (None if last is None else found.cast.actors[last].name) == expected


# -- capitals that name nobody, and the little that shows that they do ----------------------------------------------------------------

NAMES_OF_TEXTS = [
    # headlines
    ("Stunner: The Harbour Vote Is On\n\nThe mayor said the vote would be held.", []),
    ("Minister Quits In Fury Over Dam Collapse\n\nRain fell.", []),
    ("Northern Towns Pull Support For March\n\nRain fell for a week.", []),
    ("Look At The Shocking Reply To Nine Deaths.\n\nRain fell for a week.", []),
    ("Anna Villa Quits Over Dam\n\nAnna Villa said she was sorry.", ["Anna Villa"]),
    ("MAYOR LIDA KORHONEN QUITS OVER DAM\n\nLida Korhonen said she was sorry.", ["Lida Korhonen"]),
    ("DAM TEAM REFUSES TO LEAVE FLOODED VILLAGE The team said it would stay.", []),
    ("FLOODS SWAMP DELTA TOWN FROM NORTH The Lagoon Rescue Committee said no.", ["Lagoon Rescue Committee"]),
    ("Campaign for change says it won.", []),
    ("Pope urges talks.\n\nPope Francis said it was time. The pontiff said he would pray.", ["Pope Francis"]),
    ("Lida Korhonen hit back. Embattled Korhonen said the claims were false.", ["Lida Korhonen"]),
    # what opens a sentence
    ("Listen: Perhaps the road is closed.", []),
    ("Famed boat builder Pavlo Reni said the yard was shut.", ["Pavlo Reni"]),
    ("Korhonen denied the charge.", ["Korhonen"]),
    ("The road was shut, he heard Korhonen say. Korhonen: it is open.", ["Korhonen"]),
    # what only hangs on those who speak
    ("Ida Moss, head of the Toddler and Me project, said the room was full.", ["Ida Moss"]),
    ("Ida Moss, a nurse from Kelmsby, said the room was full.", ["Ida Moss"]),
    ("Ida Moss, wearing a Lagoon Hoodie, said the room was full.", ["Ida Moss"]),
    ("Many Zoomers said the room was full.", []),
    ("Rescue workers said the room was full.", []),
    # what has officers is an organisation
    ("Ida Moss, director of Kelm Scribblers, said the room was full.", ["Ida Moss", "Kelm Scribblers"]),
    ("The talks failed, a Zentel spokeswoman said.", ["Zentel", "a Zentel spokeswoman"]),
    ("The talks failed, said Zentel President Ida Moss.", ["Ida Moss", "Zentel"]),
    ("She helped found ZORN, a lake protection group.", ["ZORN"]),
    # titles of works, fragments
    ('He starred in "The Late Show" for a year.', []),
    ("He praised the Silver Star parents.", []),
    ("Gov. Ed Moss (R) said no.", ["Ed Moss"]),
    ("He met Zé©gol, he said.", []),
    # people who share a surname
    ("His parents, Amir and Sara Haddad, left.", ["Sara Haddad"]),
    ("The brothers Amir and Omar Haddad left.", ["Amir Haddad", "Omar Haddad"]),
    ("K. Tobias Arlen Jr. left. Mr. Arlen said no.", ["K. Tobias Arlen Jr."]),
    # short forms of organisations
    ("He bought shares of Zentel Pharmaceuticals. Zentel said sales fell.", ["Zentel Pharmaceuticals"]),
    ("He left Kelm University. Kelm said he was missed.", ["Kelm", "Kelm University"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES_OF_TEXTS)
def test_capitals_alone_name_nobody(text: str, expected: list[str], reference: Reference) -> None:
    found = extract(text, reference=reference).cast.actors
    assert sorted(actor.name for actor in found if actor.is_named or "spokeswoman" in actor.name) == sorted(expected)


def test_a_campaign_is_named_by_its_owner_and_not_by_the_words_before(reference: Reference) -> None:
    found = extract("Omar Haddad smiled. In some ways his campaign hopes that voters forget.", reference=reference)
    assert [actor.name for actor in found.cast.actors] == ["Omar Haddad", "Omar Haddad's campaign"]


def test_a_civic_movement_is_no_armed_group(reference: Reference) -> None:
    found = extract("He left the Clean Lake movement. The advocacy group Lakeshore said so.", reference=reference).cast.actors
    assert "armed_group" not in {actor.kind for actor in found}


# -- what must hold of any text -----------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "The",
        "Egypt",
        "Hamas",
        "said",
        "told",
        "he",
        "she",
        "they",
        "it",
        "officials",
        "two",
        "sources",
        "(",
        ")",
        ",",
        ".",
        "'",
        '"',
        "'s",
        "and",
        "of",
        "Mr.",
        "Gen.",
        "President",
        "Kyiv",
        "Ali",
        "Hassan",
        "a",
        "an",
        "who",
        "IDF\n\n",
    ]
)


def valid(whole: Cast, text: str, statements: int) -> None:
    for mention in whole.mentions:
        assert 0 <= mention.span[0] < mention.span[1] <= len(text)
        assert mention.actor is None or 0 <= mention.actor < len(whole.actors)
    assert [mention.span for mention in whole.mentions] == sorted(mention.span for mention in whole.mentions)
    assert len(whole.voices) == statements
    assert {speaker.statement for speaker in whole.speakers} == set(range(statements))
    for actor in whole.actors:
        assert actor.name
        assert actor.name.lower() not in {"he", "she", "it", "they", "who", "we", "i"}
    used = {one.actor for one in whole.mentions} | {one.actor for one in whole.speakers} | {one.actor for one in whole.affiliations}
    assert used - {None} <= set(range(len(whole.actors)))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.data())
def test_any_statements_over_any_words_give_a_cast_that_holds_together(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    statements = []
    for _ in range(data.draw(st.integers(0, 3))):
        if not text:
            break
        start = data.draw(st.integers(0, len(text) - 1))
        stop = data.draw(st.integers(start + 1, len(text)))
        statements.append(Statement((start, stop), None, ((0, len(text)),), "indirect", "assert", False, None, (start, stop), "any"))
    first = cast(read(text), statements, actor_reference())
    valid(first, text, len(statements) if read(text).words else 0)
    assert cast(read(text), statements, actor_reference()) == first


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_cast(text: str) -> None:
    found = extract(text, None, actor_reference())
    valid(found.cast, text, len(found.statements) if found.reading.words else 0)


@pytest.mark.benchmark_suite
@pytest.mark.parametrize("unit", ['"', "Hamas ", "he said ", "( ", "Mr. ", "of ", "the group ", "A of the ", "X, a Y, "])
def test_hostile_text_is_read_in_linear_time(reference: Reference, unit: str) -> None:
    from time import process_time

    def seconds(size: int) -> float:
        reading = read(unit * (size // len(unit)))
        statements = [
            Statement((at, at + len(unit)), None, ((at, at + len(unit)),), "indirect", "assert", False, None, None, "hand")
            for at in range(0, size - 2 * len(unit), 50 * len(unit))
        ]
        begin = process_time()
        cast(reading, statements, reference)
        return process_time() - begin

    seconds(2_000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 30 * small + 0.05


@pytest.mark.benchmark_suite
def test_many_who_are_described_alike_are_told_apart_in_linear_time(reference: Reference) -> None:
    from time import process_time

    def seconds(count: int) -> float:
        sentence = "Two aides said it was late. "
        reading = read(sentence * count)
        statements = [
            Statement((at, at + 9), None, ((at + 15, at + 26),), "indirect", "assert", False, None, None, "hand")
            for at in range(0, count * len(sentence), len(sentence))
        ]
        begin = process_time()
        assert len(cast(reading, statements, reference).actors) == count
        return process_time() - begin

    seconds(100)
    small, large = seconds(500), seconds(4_000)
    assert large < 25 * small + 0.05


def test_actor_records_of_the_reference_carry_its_id_and_aliases(reference: Reference) -> None:
    whole = cast(read("Erdogan met Vladimir Putin."), [], reference)
    actor: Actor = whole.actors[0]
    assert (actor.reference_id, actor.country) == ("recep-tayyip-erdogan", "TUR")
    assert ("Erdogan", "surname") in actor.aliases


SPEAKERS_WITH_CARE = [
    # a noun with another possessor, another modifier or another place is somebody else
    (
        "Egypt's foreign ministry condemned the raid. The health ministry in Gaza said 12 people had died.",
        "Gaza health ministry",
        "named_org",
    ),
    (
        "Egypt's foreign ministry condemned the raid. The health ministry in Goma said 12 people had died.",
        "the health ministry in Goma",
        "named_org",
    ),
    ("Government spokesman Ali Deng said talks went on. The army's spokesman said the town was calm.", "the army's spokesman", "role_only"),
    ("Army spokesman Ali Deng said talks went on. The army's spokesman said the town was calm.", "Ali Deng", "named_person"),
    (
        "The rebels said talks went on. Its deputy spokesman, Lam Gatluak, said a town fell. The army's spokesman said the town was calm.",
        "the army's spokesman",
        "role_only",
    ),
    ("The health ministry in Hamas-run Gaza said 12 people had died.", "Gaza health ministry", "named_org"),
    ("The Kenya Red Cross said 63 people were missing.", "Kenya Red Cross", "named_org"),
    ("The Red Cross said 63 people were missing.", "Red Cross", "named_org"),
    ("NAIROBI (Reuters) - Police closed the road. State media reported that the minister had left.", "state media", "media_report"),
    # offices of which there is one
    ("Abiy Ahmed left. His chief of staff said talks would resume.", "Abiy Ahmed's chief of staff", "role_only"),
    ("The Sudanese public prosecutor said the case was closed.", "the Sudanese public prosecutor", "role_only"),
    ("The African Union's envoy said talks would resume.", "the African Union's envoy", "role_only"),
    # organs
    ("Israel's ambulance service said three people died.", "Israeli ambulance service", "named_org"),
    ("The army command said the town was calm.", "the army command", "named_org"),
    ("The state-run Anadolu agency said two people died.", "Anadolu Agency", "media_report"),
    ("Lotus Alo reported that two people had died.", "Lotus Alo", "media_report"),
    ("Omar Siala reported that two people had died.", "Omar Siala", "named_person"),
    # long titles, names that are other words too, ages
    ("Acting military chief of staff Umut Dinar said the coup had failed.", "Umut Dinar", "named_person"),
    ("Commander Shariful Islam said the ferry sank.", "Shariful Islam", "named_person"),
    ("A Libyan pilgrim, Ahmed Abu Saif, 45, who fled with his mother, said the fire spread fast.", "Ahmed Abu Saif", "named_person"),
    ("Mine owner Goldmin said ten people were killed.", "Goldmin", "named_org"),
    ("Four officers in Indian Kashmir said the road was closed.", "four officers in Indian Kashmir", "anonymous_collective"),
    ("An aid official, who spoke on condition his name not be used, said the road was shut.", "an aid official", "anonymous_explicit"),
]


@pytest.mark.parametrize(("text", "speaker", "voice"), SPEAKERS_WITH_CARE)
def test_a_speaker_is_who_the_words_say_and_no_other(text: str, speaker: str, voice: str, reference: Reference) -> None:
    found = extract(text, reference=reference)
    last = len(found.statements) - 1
    actors = [found.cast.actors[row.actor].name for row in found.cast.speakers if row.statement == last and row.actor is not None]
    assert (actors, found.cast.voices[last].attribution_type) == ([speaker], voice)


def test_a_group_is_armed_only_where_the_text_says_so(reference: Reference) -> None:
    text = "A business group said sales fell. An armed group said it held the town."
    assert {actor.name: actor.kind for actor in extract(text, reference=reference).cast.actors} == {
        "a business group": "organization",
        "an armed group": "armed_group",
    }


def test_two_bodies_that_speak_together_are_two(reference: Reference) -> None:
    found = extract("The Ethiopian government and Tigrayan regional forces said fighting had stopped.", reference=reference)
    assert [found.cast.actors[row.actor].name for row in found.cast.speakers if row.actor is not None] == [
        "Ethiopian government",
        "Tigrayan regional forces",
    ]


def test_whose_leaders_are_leaders(reference: Reference) -> None:
    found = extract("The council, whose leaders have rejected the truce, met on Monday.", reference=reference)
    assert [actor.name for actor in found.cast.actors] == ["leaders"]


def who_speaks(text: str, reference: Reference) -> list[str | None]:
    """The speaker of each statement of `text`, in order."""
    found = extract(text, date(2024, 1, 2), reference).cast
    return [None if one.actor is None else found.actors[one.actor].name for one in found.speakers]


def test_a_government_is_no_longer_meant_where_the_text_has_turned_to_another_country(reference: Reference) -> None:
    text = "The Turkish government condemned the raid. In Khartoum, soldiers fired on crowds. The government says 54 people died."
    assert who_speaks(text, reference) == ["Government of Turkey", "the government"]
    text = "Sudan's army said it held the bridge. Egypt urged calm. The army also said 40 fighters were killed."
    assert who_speaks(text, reference)[::2] == ["Sudanese Armed Forces"] * 2


def test_a_ministry_in_capitals_is_the_ministry_in_small_letters(reference: Reference) -> None:
    text = (
        "Uganda's Defense Ministry said 12 soldiers died. The Defense Ministry said 4 were hurt. The Health Ministry in Gaza said nothing."
    )
    assert who_speaks(text, reference) == ["Ugandan defence ministry", "Ugandan defence ministry", "Gaza health ministry"]


def test_a_state_speaks_beside_the_many(reference: Reference) -> None:
    assert who_speaks("Kinshasa and Western governments accuse Rwanda of arming it.", reference) == [
        "Democratic Republic of the Congo",
        "Western governments",
    ]
    assert who_speaks("U.S. and Western officials accuse Rwanda of arming it.", reference) == ["U.S. and Western officials"]


@pytest.mark.parametrize(
    "text",
    [
        "ABUJA - Fighters took Teniti, the group's spokesman said. Teniti has 4,000 people.",
        "The army freed them.\n\nReporting by Ola Ade in Abuja; Editing by Ann Smith and Tom Petrie",
        "The army freed them.\n\n(Additional reporting by Ola Ade; Writing by Jan Berg)",
        "By Ola Ade and Jan Berg\n\nThe army freed them.",
        "The army freed them.\n\nPress writers Ola Ade in Abuja and Jan Berg contributed to this report.",
    ],
)
def test_towns_before_speakers_and_those_who_wrote_it_are_nobody(text: str, reference: Reference) -> None:
    assert not [actor.name for actor in extract(text, date(2024, 1, 2), reference).cast.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile agreed to avoid force, they said in a joint declaration.", ["Peru", "Chile"]),
        ("The member representing Mafa in the House, Hon. Abba Tijani, said so. The lawmaker said more.", ["Abba Tijani"] * 2),
        ("Neither the mayor nor the army answered questions.", ["the mayor", "the army"]),
        ("Law minister Ann Smith said it was late. The interior minister said no.", ["Ann Smith", "the interior minister"]),
        ("Governor Jan Berg said it was late. The deputy governor said no.", ["Jan Berg", "the deputy governor"]),
        ("A lawyer for his opponent, Jan Berg, said no.", ["a lawyer for his opponent"]),
        ("Planemaker Orbis said it was late. Rival Skylark declined to comment.", ["Orbis", "Skylark"]),
        ("The mine will open, according to its operator, Andes Metals Corp.", ["Andes Metals Corp"]),
        ("President Jan Berg gave in on Monday. The head of state said he would go.", ["Jan Berg"]),
        ("One of the plaintiffs, Ann Smith, said no. She wept, she said.", ["Ann Smith"] * 2),
        ("Parliament's health committee will meet, its chairman said.", ["parliament's health committee's chairman"]),
        ("The Greens said they backed her.", ["Greens"]),
        ("The army and local residents said so too.", ["the army", "local residents"]),
        ("The Truth and Reconciliation Commission said it was late. It blamed nobody.", ["Truth and Reconciliation Commission"] * 2),
        ("Ukraine's SBU security service said it was late.", ["SBU"]),
        ('A senior officer in Radaa laughed at the decree. "We will stay," he said.', ["a senior officer in Radaa"]),
        ("U.N. envoy Jan Berg spoke of war. He said it was late. The Dutch diplomat said no more.", ["Jan Berg"] * 3),
        ("Cameroon, Chad and Gabon met. The opposition SDF party said Cameroon was late.", ["SDF"]),
        ("Interior Minister Juan Santiago disagreed, saying it was late.", ["Juan Santiago"]),
        (
            "A person close to the firm said it was early. The second person said it was late.",
            ["a person close to the firm", "the second person"],
        ),
        ("The bloc ECOWAS suspended the country. Its leaders said it was late.", ["ECOWAS's leaders"]),
        ("The African Union, Chad and Gabon all called for calm.", ["African Union", "Chad", "Gabon"]),
        ("Officials there said it was late.", ["officials"]),
        ("A group representing bondholders said it was late.", ["a group representing bondholders"]),
        ("A deputy minister, Jan Berg, broke ranks. Speaking in Khost, he said it was late.", ["Jan Berg"]),
        ("The US state department said it was late.", ["US State Department"]),
        ("Police inspector Fritz Saint Fort said it was late.", ["Fritz Saint Fort"]),
        ("He met Jan Berg, whose office said it was late.", ["Jan Berg's office"]),
        ("Peru and Chile reached a truce, both countries said.", ["Peru", "Chile"]),
        ("Pakistan was calm. The foreign office said so.", ["the foreign office"]),
        ("The Greek Council for Refugees said it was late.", ["Greek Council for Refugees"]),
        ("It was late, Oxfa and seven other organisations said.", ["Oxfa", "seven other organisations"]),
        ("Jefferys, the brokerage, said it was late.", ["Jefferys"]),
        ("Peru will host the talks, according to a statement by its foreign ministry.", ["Peru's foreign ministry"]),
        ("It was late, according to a report on its foreign ministry.", ["a report"]),
        ("Peru's Coordination Headquarters for the Wounded said it was late.", ["Peruvian coordination headquarters"]),
        ("An aide at the headquarters of the army said it was late.", ["an aide at the headquarters of the army"]),
        ("Jorge Moreira da Silva left. Moreira da Silva said it was late.", ["Jorge Moreira da Silva"]),
        ("The talks were led by Jan Berg, prime minister of Saint Lucia. He said they failed.", ["Jan Berg"]),
    ],
)
def test_who_is_meant(text: str, expected: list[str], reference: Reference) -> None:
    assert who_speaks(text, reference) == expected


@pytest.mark.parametrize(
    ("role", "body", "again"),
    [
        ("Interior Ministry spokeswoman Lina Farouk", "Interior Ministry", "the ministry"),
        ("police chief Omar Hadid", "police", "the police"),
        ("Lina Farouk, a spokeswoman for the army,", "the army", "the army"),
    ],
)
def test_a_role_may_be_the_first_to_tell_of_a_state_s_body(reference: Reference, role: str, body: str, again: str) -> None:
    text = f"On Monday {role} said four had fled. Later {again} said one was held."
    whole = cast(read(text), said(text, role, again), reference)
    assert [whole.actors[one.organisation].name for one in whole.affiliations if one.organisation is not None] == [body]
    assert [whole.actors[one.actor].name for one in whole.speakers if one.actor is not None][1:] == [body]


@pytest.mark.parametrize("role", ["court official Lina Farouk", "school spokesman Omar Hadid", "our man in Kalmar, Omar Hadid,"])
def test_other_bodies_are_not_made_of_a_role(reference: Reference, role: str) -> None:
    text = f"On Monday {role} said four had fled."
    assert [actor.kind for actor in cast(read(text), said(text, role), reference).actors if actor.kind in ("government", "military")] == []


@pytest.mark.parametrize(
    ("opening", "body"),
    [("Peru, which hosts the talks, urged calm, its", "Peru"), ("It was late, the ministry said, and its", "Egyptian foreign ministry")],
)
def test_its_ministry_is_not_that_of_another_state(opening: str, body: str, reference: Reference) -> None:
    text = f"Egypt's foreign ministry said it was late. {opening} foreign ministry spokesman Ali Ito said."
    whole = extract(text, date(2024, 1, 2), reference).cast
    assert [whole.actors[one.organisation].name for one in whole.affiliations if one.organisation is not None][-1:] == [body]


def _speakers(text: str, reference: Reference) -> list[str | None]:
    whole = extract(text, date(2024, 1, 2), reference).cast
    return [None if one.actor is None else whole.actors[one.actor].name for one in whole.speakers]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Cllr Aled Rhun (Green Moor, Aberfal) warned that it would fail. "It is wrong," he said.', "Aled Rhun"),
        ('Ines Kadar said staff had laughed. "They shrugged," the mum-of-three told the paper.', "Ines Kadar"),
        ('MP Christian Boral said he would go. "I will," Boral said.', "Christian Boral"),
        ("Chief Executive May Lindal told analysts it was over. Lindal said she was sorry.", "May Lindal"),
    ],
)
def test_who_is_told_of_twice_is_one(text: str, name: str, reference: Reference) -> None:
    assert _speakers(text, reference) == [name, name]


def test_the_national_security_council_is_not_that_of_the_united_nations(reference: Reference) -> None:
    assert _speakers("The National Security Council said no decision had been taken.", reference) == ["National Security Council"]
    assert _speakers("The Security Council said no decision had been taken.", reference) == ["UN Security Council"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # the one in the lead who has only an office
            "France's interior minister defended a ban, as organisers vowed to march.\n\n“It stands,” Gerald Morvan said.",
            ["Gerald Morvan", "organisers", "Gerald Morvan"],
        ),
        (
            "The mayor said the town was safe. Residents said it was not.\n\nJohn Sommer, who lost his home, said he had no water.",
            ["the mayor", "residents", "John Sommer"],
        ),
        (  # a subject of its own behind a comma and "and"
            "Sen. Susan Marsh of Maine said she would go, and Illinois Sen. Mark Kerr, who faces a vote, has said he would stay.",
            ["Susan Marsh", "Mark Kerr"],
        ),
    ],
)
def test_who_is_known_by_an_office_first_and_who_has_a_subject_of_their_own(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Greens leader Marine Duval, who has been invited, said it was wrong. Duval said no.", ["Marine Duval", "Marine Duval"]),
        ("The Acme Marine said it was wrong.", ["Acme Marine"]),
        ("Her husband Dean, 41, said it was wrong.", ["Dean"]),
        ("The Dean said it was wrong.", ["the Dean"]),
        ("Sheikh Khalid bin Saad, who leads the talks, said no. Sheikh Khalid said so.", ["Khalid bin Saad", "Khalid bin Saad"]),
        ("Omar Haddad said a deal was near. Of Lina Farouk he said she was late.", ["Omar Haddad", "Omar Haddad"]),
        ("Lina Farouk sold books. “I sold none,” the chemist recalled.", ["Lina Farouk"]),
        ("Lina Farouk, 41, lost her home. The 34-year-old said she had nothing.", ["the 34-year-old"]),
        ("Lina Farouk was shot. The officer said he had feared for his life.", ["the officer"]),
    ],
)
def test_who_is_meant_by_an_epithet_a_title_or_a_pronoun(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme Steel fell. Its chief executive, Ines Kadar, said no. The chief executive said it was late.", ["Ines Kadar", "Ines Kadar"]),
        (
            "The chief executive of Acme Steel told investors it was on track.\n\n“We are,” Omar Haddad said.",
            ["Omar Haddad", "Omar Haddad"],
        ),
        ("“It is,” said Park Jun-seo, a professor. She said no.", ["Park Jun-seo", "Park Jun-seo"]),
        ("Det Con Omar Haddad said no.", ["Omar Haddad"]),
        ("North Korea fired two missiles, Japan said. The North said it had a right to.", ["Japan", "North Korea"]),
        ("“It is late,” Sen. Omar Haddad said. “It is over,” the South Carolinian said.", ["Omar Haddad", "Omar Haddad"]),
        ("Minister Omar Haddad summoned Russia's chargé d'affaires, who told reporters it was late.", [None]),
    ],
)
def test_who_speaks_by_an_office_an_origin_or_a_name_that_is_also_a_word(text: str, names: list[str | None], reference: Reference) -> None:
    assert _speakers(text, reference)[-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Qatar's prime minister said on Thursday talks were near.\n\nSheikh Saad bin Nasr, who has hosted them, said it was late.",
            ["Saad bin Nasr", "Saad bin Nasr"],
        ),
        ("It fell, a coast guard official said. The official, Kenji Moro, added that two were hurt.", ["Kenji Moro", "Kenji Moro"]),
        ("The Department for Business and Trade said it had paid.", ["Department for Business and Trade"]),
        ("The Department of Health and Social Care said it had paid.", ["Department of Health and Social Care"]),
        ("But Cllr Aled Rhun (Green Moor, Aberfal) warned it would fail.", ["Aled Rhun"]),
        ("The studios dispute the claim.", ["the studios"]),
    ],
)
def test_names_that_come_later_bodies_with_and_and_brackets(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lina Farouk and Omar Haddad fled on foot. The couple said they had walked.", ["Lina Farouk", "Omar Haddad"]),
        (
            "Lina Farouk said no. Omar Haddad said no. The pair said they would go.",
            ["Lina Farouk", "Omar Haddad", "Lina Farouk", "Omar Haddad"],
        ),
        ("Lina Farouk and her husband, Omar Haddad, fled. They said they had walked.", ["Lina Farouk", "Omar Haddad"]),
        ("Lina Farouk met Omar Haddad in Wau. They said they would talk.", [None]),
        ("The couple said they had walked.", ["the couple"]),
        ("The family of a student said it was over.", ["the family of a student"]),
        ("The Haddad family said it was over. The Sommer family said no.", ["the Haddad family", "the Sommer family"]),
    ],
)
def test_whom_a_noun_for_several_means(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # whoever asked is not whoever answers
        ("Lina Farouk said he hit her. Asked by Sara Sommer if she was sure, she said it was true.", ["Lina Farouk", "Lina Farouk"]),
        # nobody speaks of himself by name
        ("Omar Haddad said no. John Sommer left. He said Sommer was tired.", ["Omar Haddad", "Omar Haddad"]),
        ("A lawyer for a second defendant, Omar Haddad, said Haddad had been abroad.", ["a lawyer for a second defendant"]),
        ("A lawyer for the accused, Omar Haddad, said they had been abroad.", ["Omar Haddad"]),
        # relatives of one name
        (
            "Lina Haddad, a singer, died on Monday.\n\nHer daughter, Sara Haddad, said so.\n\nMs. Haddad never read. “No,” she said.",
            ["Sara Haddad", "Lina Haddad"],
        ),
        (
            "Omar Haddad farms.\n\nHis brother, John Haddad, said it was dry. The elder Haddad shrugged. “It will rain,” he said.",
            ["John Haddad", None],
        ),
        # known by a post in the lead
        (
            "The chief negotiator of the Front said he would go.\n\n“We talk,” Lieutenant General Omar Haddad told reporters.",
            ["Omar Haddad", "Omar Haddad"],
        ),
        (
            "The finance minister said he would go.\n\n“We talk,” Lieutenant General Omar Haddad told reporters.",
            ["the finance minister", "Omar Haddad"],
        ),
        ("When rain fell on Omar Haddad, he ran.\n\n“I will not,” the 66-year-old rancher said.", ["Omar Haddad"]),
    ],
)
def test_whom_the_words_beside_a_name_leave_and_shut_out(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Coastal Rights Observatory said it was over.", "Coastal Rights Observatory"),
        ("A doctor hired by the family, Omar Haddad, said it was over.", "Omar Haddad"),
        ("Opposition leader Donata Maj said it was over.", "Donata Maj"),
        ("A 19-year-old from Eritrea, identified only as Filmon, said it was over.", "Filmon"),
    ],
)
def test_names_that_end_in_a_noun_or_a_title(text: str, name: str, reference: Reference) -> None:
    assert _speakers(text, reference) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Helen Park said no. “We clear people,” Park said. Park rangers said no.", ["Helen Park", "Helen Park", "Park rangers"]),
        ("Ann Keane SC asked why. Ms Keane said it was late.", ["Ann Keane SC", "Ann Keane SC"]),
        ("Playmaker Omar Haddad said it was over. The American said so.", ["Omar Haddad", "Omar Haddad"]),
        ("Lina Farouk will fight. The American said so.", [None]),
        # somebody of whom nothing is known has spoken in between
        ("Lina Farouk said no. A plonker at the plant said it was so. “I know,” she said.", ["Lina Farouk", None, None]),
        ("The former publisher said no. He said Haddad knew.", ["the former publisher", "the former publisher"]),
        (
            "The mayor met Omar Haddad. Asked about Lina Farouk, Haddad bristled. “Ask her,” he said.",
            ["Omar Haddad"],
        ),
        (
            "The gunmen, who rode fast, opened fire on traders on Tuesday, the town's mayor, Omar Haddad, said by phone.",
            ["Omar Haddad"],
        ),
        ("According to Omar Haddad, a trader, nine people were hurt.", ["Omar Haddad"]),
    ],
)
def test_who_is_named_by_one_word_and_who_comes_in_between(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # somebody new is told of before she speaks
        ("Lina Farouk said no. In Wau, a grandmother swept the yard. She has two sons. “I stay,” she said.", ["Lina Farouk", None]),
        ("Omar Haddad said no. In Wau, a grandmother swept the yard. “I stay,” he said.", ["Omar Haddad", "Omar Haddad"]),
        (
            "Omar Haddad said no. In Wau, a woman who gave only her name, Rima, swept the yard. She sighed. “I stay,” she said.",
            ["Omar Haddad", "Rima"],
        ),
        ("Sir Omar Haddad said no. The former minister, who lives in Wau, said it was late.", ["Omar Haddad", "Omar Haddad"]),
        ("Sir Omar Haddad said no. The minister, who lives in Wau, said it was late.", ["Omar Haddad", "the minister"]),
        ("Prime Minister Omar Haddad said no. “I am late,” the Prime Minister said.", ["Omar Haddad", "Omar Haddad"]),
        ("The Home Office said no. The department said it was late.", ["Home Office", "Home Office"]),
        ("The Scottish Government said no. The department said it was late.", ["Scottish Government", "the department"]),
        ("Union leaders met. One of the four, farm economist Omar Haddad, said it was late.", ["Omar Haddad"]),
        ("NEW DELHI: The court on Tuesday said it was late.", ["the court"]),
        ("Wau's Green MP, Lina Farouk, said it was late.", ["Lina Farouk"]),
    ],
)
def test_whom_what_stands_between_leaves(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Park Han-shin said no. “They read us numbers,” Park said.", ["Park Han-shin", "Park Han-shin"]),
        (
            "Kim In-gyu said no.\n\nIt rained.\n\nChief Executive Kim Yu-bae said so. Kim said it was late.",
            ["Kim In-gyu", "Kim Yu-bae", "Kim Yu-bae"],
        ),
        # who was asked answers
        ("Lina Farouk sat. A fan asked her why. “I am tired,” she said.", ["a fan", "Lina Farouk"]),
        ("Lina Farouk sat. A fan asked why. “I am tired,” she said.", ["a fan", "a fan"]),
        (
            "Two women met. One of them, actress Lina Farouk, said so. The other, a retired judge, said no.",
            ["Lina Farouk", "a retired judge"],
        ),
        ("Two officials met. One of them said so. The other, an envoy, said no.", ["one of two officials", "the other of two officials"]),
        ("Retired justice Omar Haddad said no. The justice said so.", ["Omar Haddad", "Omar Haddad"]),
    ],
)
def test_who_asks_who_answers_and_the_other(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # somebody else is told of since
        (
            "Omar Haddad scoffed. “They fly,” he said.\n\nZapa Sene was there. The 19-year-old, reached by phone, said so. “So,” he said.",
            ["Omar Haddad", "Zapa Sene", "Zapa Sene"],
        ),
        ("Omar Haddad, a clerk, said no. Blue Harbour was quiet. The trader said it was late.", ["Omar Haddad", "the trader"]),
        ("Lina Farouk said no. Zapa Sene was there. “So,” she said.", ["Lina Farouk", "Zapa Sene"]),
        ("Lina Farouk said no. Zapa Sene was there. Rain fell. It fell. “So,” she said.", ["Lina Farouk", None]),
        ("Carl Day, a pastor, said it was late.", ["Carl Day"]),
        # a name that has a state's in it, a town's police
        ("Air Canada said it was late. Canada said no.", ["Air Canada", "Canada"]),
        ("Berlin police said it was late. German police said no.", ["Berlin police", "German police"]),
    ],
)
def test_who_is_told_of_since_and_whose_name_holds_another(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The developer of the tower said it was late. It rained. The developer, Omar Haddad, said so.", ["Omar Haddad", "Omar Haddad"]),
        ("The developer, Acme Homes, said so.", ["Acme Homes"]),
        ("Former minister Omar Haddad said no. His then media adviser, Lina Farouk, said it was late.", ["Omar Haddad", "Lina Farouk"]),
        ("Buyers like Lina Farouk of Wau may wait. The 34-year-old nurse said it was late.", ["Lina Farouk"]),
        ("Buyers like Lina Farouk of Wau may wait. The nurse said it was late.", ["the nurse"]),
        ("The governor of Wau, a woman of 28 called Lina Farouk, has two phones. “They text,” she says.", ["Lina Farouk"]),
    ],
)
def test_who_is_named_beside_or_behind_a_description(text: str, names: list[str], reference: Reference) -> None:
    assert _speakers(text, reference) == names
