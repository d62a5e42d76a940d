"""Those who are easily taken for one another: namesakes, agencies and platforms, bodies that bear a state's name."""

from datetime import date

import pytest

from transforms.extraction import Extraction, extract
from transforms.text.actors.reference import Reference
from warehouse.reference import actor_reference


@pytest.fixture(scope="module")
def reference() -> Reference:
    return actor_reference()


def read_by(reference: Reference, text: str) -> Extraction:
    return extract(text, date(2026, 3, 3), reference)


def who_said(reference: Reference, text: str, words: str) -> list[str | None]:
    """The speakers of the statement of `text` that holds `words`."""
    found = read_by(reference, text)
    at = found.reading.text.index(words)
    for number, statement in enumerate(found.statements):
        if any(start <= at < stop for start, stop in statement.content):
            cast = found.cast
            return [None if one.actor is None else cast.actors[one.actor].name for one in cast.speakers if one.statement == number]
    raise AssertionError(f"nobody said {words!r}")


def ties(reference: Reference, text: str) -> dict[str, str | None]:
    """Who is given a role, and for which organisation."""
    cast = read_by(reference, text).cast
    return {
        cast.actors[one.actor].name: None if one.organisation is None else cast.actors[one.organisation].name for one in cast.affiliations
    }


def kind_of(reference: Reference, text: str, name: str) -> str:
    return next(actor.kind for actor in read_by(reference, text).cast.actors if actor.name == name)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'Mayor Vesna Kral said the bridge was shut. "I drove over it once," Kral said.\n\nHer cousin, Ivo Kral, runs the ferry.',
            "I drove",
            "Vesna Kral",
        ),
        (
            'Mayor Vesna Kral said the bridge was shut.\n\nThe ferryman, Ivo Kral, was glad of it. "We are full," Kral said.',
            "We are full",
            "Ivo Kral",
        ),
        ('Vesna Kral and Ivo Kral came to the bridge. "We are full," Kral said.', "We are full", None),
        ("Vesna Kral, the mayor, said no. Ivo Kral, a ferryman, said yes. Kral said it would rain.", "it would rain", None),
        (
            "Vesna Kral, the mayor, said no.\n\nIvo Kral, a ferryman, said yes. The road was dry. It was late. Kral said it would rain.",
            "it would rain",
            None,
        ),
        (
            "Daniel Sorel, of the police, said two boats sank. Ms Sorel, of the port, said the pier had held.",
            "the pier had held",
            "Ms Sorel",
        ),
        ("Daniel Sorel, of the police, said two boats sank. Mr Sorel said the pier had held.", "the pier had held", "Daniel Sorel"),
        ("Coun Hale said the road was safe. Mrs Hale said she would move away.", "she would move", None),
        ("President Ilan Doru said he would sign. Mr Doru said the pact was fair.", "the pact", "Ilan Doru"),
        ("Dr Paula Renn said six had died. Franz Renn, a clerk, left. Ms Renn said the ward was full.", "the ward", "Paula Renn"),
        ("Lee Kang, a broker, said no. Mr Lee said it was over.", "it was over", "Lee Kang"),
        ("Omar Kral, a broker, said no. General Omar said it was over.", "it was over", "Omar"),
        ("Councillor Ada Hale said the road was safe. Mrs Hale said the works would end in May.", "the works", "Ada Hale"),
        (
            "Mr Dane, the minister, said it would rain. Mrs Dane, a nurse, said it would not. Mr Dane said he was sure.",
            "he was sure",
            "Dane",
        ),
    ],
)
def test_a_surname_is_told_apart_by_title_and_by_who_was_named_last(
    reference: Reference, text: str, words: str, speaker: str | None
) -> None:
    assert who_said(reference, text, words) == [speaker]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The banned Anjuman-i-Ghazi Pakistan denied that it had burnt the school.", "that it had burnt", "Anjuman-i-Ghazi Pakistan"),
        ("Saif-ul-Haq Rahmani, a trader, said Pakistan had shut the gate.", "Pakistan had", "Saif-ul-Haq Rahmani"),
        ("PARIS (Reuters) - France will send two ships, its defence minister said.", "will send", "France's defence minister"),
        ("A civil society group, Citizen Watch, reported 30 arrests.", "30 arrests", "Citizen Watch"),
        ("A local charity, Open Hands, said three inmates had died.", "three inmates", "Open Hands"),
        ("An aid group, Voice of the Valley, said three inmates had died.", "three inmates", "Voice of the Valley"),
        ("In the army, Ivo Kral said, three men had died.", "three men", "Ivo Kral"),
        ("The Red Cross said nine families had fled.", "nine families", "Red Cross"),
        ("The Kenya Red Cross sent four boats. The Red Cross said nine families had fled.", "nine families", "Kenya Red Cross"),
        ("The army let the ICRC in. The Red Cross said nine had fled.", "nine had", "International Committee of the Red Cross"),
        ("Doctor Sam Field said the ward was full.", "the ward", "Sam Field"),
        ("Torres, 45, said the river had risen.", "the river", "Torres"),
        ("Jan Holt was freed. His employer, Kesh Shipping, said he was well.", "he was well", "Kesh Shipping"),
        ("Jamaat e Falah Bangladesh said the vote was stolen.", "the vote", "Jamaat e Falah Bangladesh"),
        ("Pakistan denied that it had burnt the school.", "that it had burnt", "Pakistan"),
        ("LAGOS (AP) - The dockers' union will strike on Friday, its president said.", "will strike", "the dockers' union's president"),
        (
            "TURVO (AFP) - The Turvo Workers Front will lay down its arms, its leader said.",
            "will lay down",
            "Turvo Workers Front's leader",
        ),
        ("The captain of the guard, Ivo Kral, was charged. His lawyer said the charge was absurd.", "the charge", "Ivo Kral's lawyer"),
        (
            "Police spokesman Jan Holt said two boats sank. The captain, Ivo Kral, was charged. His lawyer said he was ill.",
            "he was ill",
            "Ivo Kral's lawyer",
        ),
        (
            "Army spokesman Jan Holt said two boats sank. But the owner of the ferry, Bluewater Ltd, said one had.",
            "one had",
            "Bluewater Ltd",
        ),
        ("Army spokesman Jan Holt said two boats sank. The owner of the ferry said one had.", "one had", "the owner"),
        ('Two sources said no. A third source, at the palace, said yes. "Wait," the first source said.', "Wait", "the first source"),
        ("Tarn, the governor of the islands, said 160 people had died.", "160 people", "Tarn"),
        ("Losas, the governor, said 160 people had died.", "160 people", "Losas"),
        ("Hofer, who withdrew his offer last week, said the pact was dead.", "the pact", "Hofer"),
    ],
)
def test_who_is_named_beside_is_meant_not_who_stands_near(reference: Reference, text: str, words: str, speaker: str) -> None:
    assert who_said(reference, text, words) == [speaker]


def test_the_others_are_those_named_behind_and_never_who_spoke_before(reference: Reference) -> None:
    text = "One of the banks said no. Two of its clerks said yes. The other two, Banque Laurier and Varn Savings, declined to comment."
    assert who_said(reference, text, "to comment") == ["Banque Laurier", "Varn Savings"]
    text = "Two of the ministers said yes. The other three said it was too early."
    assert who_said(reference, text, "it was too early") == [None]


def test_what_a_company_is_called_takes_up_no_platform_on_which_somebody_wrote(reference: Reference) -> None:
    text = "Halden Trust was fined. Ivo Kral wrote on Telegram that it was late. A spokesman for the company said nothing was proved."
    assert "Telegram" not in ties(reference, text).values()


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("The Turvo Liberation Front said no. The opposition leader, Ivo Kral, said yes.", "Ivo Kral", None),
        (
            "The Turvo Liberation Front met the United Nations. Ann Moss saw the Front's leader, Ivo Kral, on Friday.",
            "Ivo Kral",
            "Turvo Liberation Front",
        ),
        ("African Union observers said the vote was calm. Five people were killed, a hospital source said.", "a hospital source", None),
    ],
)
def test_a_role_is_for_a_body_only_where_the_words_say_so(reference: Reference, text: str, name: str, organisation: str | None) -> None:
    assert ties(reference, text).get(name) == organisation


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Jan Holt was absent. A source close to him said he supported the plan.", [None]),
        ("Jan Holt was held. His lawyer said he rejected the plan.", ["Jan Holt"]),
        ("Ivo Kral tried Jan Holt. His lawyer said he rejected the plan.", [None]),
        ("Jan Holt was held. Holt's lawyer, Ann Moss, said he denied the charge. She said he had denied it before.", ["Jan Holt"] * 2),
        ("Lawyers for the alleged paymaster, Jan Holt, said he denied the charge.", ["Jan Holt"]),
        ("The lawyer Ann Moss said she rejected the plan.", ["Ann Moss"]),
        ("Ann Kral was absent. Her husband said he rejected the plan.", ["Ann Kral's husband"]),
        ("Jan Holt was absent. A minister said he rejected the plan.", ["a minister"]),
    ],
)
def test_he_is_not_the_source_that_tells_of_him(reference: Reference, text: str, holders: list[str | None]) -> None:
    found = read_by(reference, text)
    names = [None if one.holder is None else found.cast.actors[one.holder].name for one in found.positions]
    assert [name for name in names if name] == [name for name in holders if name]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A report by the broadcaster Varn-24 upset them.", "Varn-24", "media"),
        ("He told the news agency VKNA that it rained.", "VKNA", "media"),
    ],
)
def test_the_noun_before_a_name_tells_what_bears_it(reference: Reference, text: str, name: str, kind: str) -> None:
    assert kind_of(reference, text, name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Northam Fire Brigade", "government"),
        ("Ezzal Martyrs Brigade", "armed_group"),
        ("Banque Laurier", "company"),
        ("Grupo Tavira", "company"),
        ("Kesh Hydro", "company"),
        ("Varn Savings", "company"),
    ],
)
def test_the_head_of_a_name_tells_what_bears_it(reference: Reference, name: str, kind: str) -> None:
    assert kind_of(reference, f"{name} said on Monday that two people had died.", name) == kind
