"""Who did what a figure counts."""

import pytest

from transforms.text.casualties.casualty import figures
from transforms.text.reading import read


def perpetrators(text: str) -> list[str | None]:
    return [None if figure.perpetrator is None else text[slice(*figure.perpetrator)] for figure in figures(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two constables were shot dead by suspected Varan rebels.", ["suspected Varan rebels"]),
        ("Myrland's military killed 17 porters in an air strike.", ["Myrland's military"]),
        ("Varan mercenaries and Malden troops executed 30 men.", ["Varan mercenaries and Malden troops"]),
        ("Gunmen from the Varan Liberation Front killed nine soldiers.", ["Gunmen from the Varan Liberation Front"]),
        ("Gunmen from the Varan Liberation Front Tuesday killed nine soldiers.", ["Gunmen from the Varan Liberation Front"]),
        ("Three clerks are being held by the junta.", ["the junta"]),
        ("A boy who was shot in the head by police during a protest died of his wounds.", ["police"]),
        ("A man who was hit by a car died of his wounds.", [None]),
        ("Rescuers freed the men trapped by the quake, which killed ten people and injured 90.", [None, None]),
        ("The army pursued the rebels, who killed nine soldiers.", ["the rebels"]),
        ("Harkat Zur, which killed 40 farmers in May, denied it.", ["Harkat Zur"]),
        ("The mayor met a man who shot dead three people.", ["a man"]),
        ("The lawyer for the man accused of killing the priest asked for bail.", ["the man"]),
        ("Two men found guilty of the murder of a priest were jailed.", ["Two men"]),
        ("Rebels hurt two officers; police shot and wounded four clerks.", ["Rebels", "police"]),
        ("Director Holt spoke when protests followed an officer in Oulo fatally shooting a boy in 2014.", [None]),
        ("A man opened fire on the crowd, killing nine people.", ["A man"]),
        ("Armed men dressed as soldiers killed seven villagers.", ["Armed men"]),
        ("Witnesses told VNA that police shot dead three clerks.", ["police"]),
        ("Cartel gunmen ambushed a patrol, leaving five officers dead and two wounded.", ["Cartel gunmen", "Cartel gunmen"]),
        ("Forty people were hurt when riot police fired tear gas.", ["riot police"]),
        ("Nine miners died after rebel fighters attacked their camp.", ["rebel fighters"]),
        ("Eleven guards were killed by a Harkat Zur roadside bomb.", ["Harkat Zur"]),
        ("The blast, which officials blamed on Varan militants, killed six people.", ["Varan militants"]),
        ("Harkat Zur claimed responsibility for the attack, in which 20 clerks were killed.", ["Harkat Zur"]),
        ("The group claims to have killed 60 soldiers.", ["The group"]),
        ("A farmer was shot dead by Varan's Border Guard Force.", ["Varan's Border Guard Force"]),
        ("An attack on a convoy carrying engineers killed five soldiers.", [None]),
        ("Varan troops clashed with rebels. Five clerks died.", [None]),
        ("The brigade said it had killed 30 soldiers.", ["The brigade"]),
        ('The air force said it had hit "a camp of rebels" and killed 18 of them.', [None]),
        ("Gunmen stormed a camp of miners and killed nine of them.", ["Gunmen"]),
        ("Nine people were killed when a rocket fired by Varan militants hit a clinic.", ["Varan militants"]),
        ("Four nurses died in a raid carried out by Harkat Zur fighters.", ["Harkat Zur fighters"]),
        ("Government forces later struck the camp. Thirty guerrillas were killed.", ["Government forces"]),
        ("Five clerks were killed, at least three others injured by flying glass.", [None, None]),
        ("Rebel shelling of the capital killed one person.", ["Rebel"]),
        ("Four clerks were killed in a terrorist attack.", [None]),
        ("Tarn's Revolutionary Guards fired missiles at camps in the north, killing nine people.", ["Tarn's Revolutionary Guards"]),
        ("Rival militias traded rocket fire in Oulo, killing 50 people.", ["Rival militias"]),
        ("The army said on Monday that it had killed 30 rebels.", ["The army"]),
        ("Gunmen stormed a post. Three of the attackers were killed.", [None]),
        ("Police fired on a crowd in Oulo. A policeman was stoned to death.", [None]),
        ("Varan forces shelled Oulo on Monday. In the neighbouring town of Tensi two clerks died when a house burnt.", [None]),
    ],
)
def test_the_sentence_tells_who_did_it(text: str, expected: list[str | None]) -> None:
    assert perpetrators(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two boys were killed by a falling tree.",
        "Nine people died in the crash.",
        "Landslides killed at least six refugees in Vesk.",
        "Storms and floods killed nine people in Vesk.",
        "A war that has killed 900 people divides the Varan militants.",
        "The army said four people were hurt.",
    ],
)
def test_where_nobody_did_it_nobody_is_named(text: str) -> None:
    assert set(perpetrators(text)) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suspected raiders attacked the village of Kora. Twenty weavers were killed.", "Suspected raiders"),
        ("On 3 March, gunmen attacked a bus near Vesk. They killed five porters.", "gunmen"),
        ("Varan Hamas fighters stormed a farm. Nine people died.", "Varan Hamas fighters"),
        ("Militants attacked an army post in Vesk. Four militants were killed.", None),
        ("Gunmen attacked a bus. Elsewhere, a trader was killed.", None),
    ],
)
def test_who_attacked_in_the_sentence_before_did_what_came_of_it(text: str, expected: str | None) -> None:
    assert perpetrators(text) == [expected]
