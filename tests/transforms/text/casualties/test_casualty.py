"""Casualty figures and totals of a text."""

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.accuracy import casualty as accuracy
from transforms.text.casualties.casualty import figures
from transforms.text.casualties.figure import Figure
from transforms.text.casualties.tally import Total
from transforms.text.casualties.toll import totals
from transforms.text.reading import read
from transforms.text.statements.statement import statements

ROOT = Path(__file__).parents[4]
GOLDEN = ROOT / "tests" / "golden"
SENTENCES = yaml.safe_load((GOLDEN / "casualty_sentences.yaml").read_text(encoding="utf-8"))


def found(text: str, published: date | None = None) -> list[Figure]:
    return figures(read(text, published))


def total(text: str, measure: str = "killed", published: date | None = None) -> Total | None:
    reading = read(text, published)
    return totals(reading, figures(reading)).get(measure)


def best(text: str, measure: str = "killed") -> int | None:
    value = total(text, measure)
    return None if value is None else value.best


# --- the seed article ----------------------------------------------------------------------------------------------------------------

SEED = (ROOT / "seeds" / "articles" / "2023-12-26-reuters.txt").read_text(encoding="utf-8").partition("\n")[2]
EMPTY: dict[str, Any] = dict.fromkeys(
    (
        "perpetrator",
        "place",
        "period",
        "event_date",
        "period_start",
        "period_end",
        "date_precision",
        "hedge",
        "statement",
        "subset_of",
        "supersedes",
    )
) | {"count_basis": "unknown", "victim_status": "unspecified", "victim_subgroup": None}
SEED_FIGURES: list[dict[str, Any]] = [
    EMPTY
    | {
        "measure": "killed",
        "measure_kind": "cumulative",
        "number": "more than 20,000",
        "value_reported": "more than 20,000",
        "value_low": 20_000,
        "value_best": 20_000,
        "value_high": None,
        "quantifier": "more_than",
        "victim": "Palestinians",
        "victim_group": "Palestinians",
        "period": "during the 11-week war",
        "background": True,
    },
    EMPTY
    | {
        "measure": "killed",
        "measure_kind": "event_total",
        "number": "1,200",
        "value_reported": "1,200",
        "value_low": 1_200,
        "value_best": 1_200,
        "value_high": 1_200,
        "quantifier": "exact",
        "victim": "people",
        "victim_group": "people",
        "perpetrator": "militants",
        "place": "southern Israel",
        "period": "Oct. 7",
        "event_date": "2023-10-07",
        "date_precision": 1,
        "background": True,
    },
    EMPTY
    | {
        "measure": "held_captive",
        "measure_kind": "stock",
        "number": "More than 100",
        "value_reported": "More than 100",
        "value_low": 100,
        "value_best": 100,
        "value_high": None,
        "quantifier": "more_than",
        "victim": "hostages",
        "victim_group": "hostages",
        "place": "Gaza",
        "count_basis": "believed",
        "hedge": "believed",
        "background": False,
    },
]
SPANS = ("number", "victim", "perpetrator", "place", "period")


def test_the_seed_states_three_figures_and_every_field_that_it_states_is_there_and_no_other() -> None:
    rows = []
    for figure in found(SEED, date(2023, 12, 26)):
        row = figure._asdict()
        row |= {name: SEED[slice(*row[name])] if row[name] else None for name in SPANS}
        rows.append({name: value for name, value in row.items() if name not in {"evidence", "rule"}})
    assert rows == SEED_FIGURES


def test_the_seed_tells_no_toll_of_the_day() -> None:
    assert total(SEED, published=date(2023, 12, 26)) is None


# --- golden texts --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:60])
def test_a_golden_sentence_gives_its_figures_and_no_other(case: dict[str, Any]) -> None:
    expected = [
        (row["measure"], *accuracy.ends(row), row.get("quantifier", "exact"), bool(row.get("subset")), row.get("victim"))
        for row in case["figures"]
    ]
    rows = [
        (row.measure, row.value_low, row.value_best, row.value_high, row.quantifier, row.measure_kind == "subset", row.victim_group)
        for row in found(case["text"])
    ]
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


def test_there_are_enough_golden_texts() -> None:
    assert len(SENTENCES) >= 150
    assert len(list((GOLDEN / "casualty_articles").glob("*.yaml"))) >= 40


def test_golden_articles_are_read_with_every_field() -> None:
    golden = accuracy.score_articles(GOLDEN / "casualty_articles")
    measures = golden.measures()
    assert measures["f1"] >= 0.97, golden.errors
    assert measures["rows_whole"] >= 0.88, golden.errors
    assert measures["totals"] >= 0.95, golden.errors


# --- totals --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels killed three soldiers and two civilians.", 5),
        ("A policeman, his wife and their two sons were shot dead.", 4),
        ("Four people were killed in Orel, three in Tarn and one in Vesk.", 8),
        ("A bomb killed six people in Orel. Another bomb killed five in Tarn.", 11),
        ("Ten people died in the blast. Two others died in hospital.", 12),
        ("Four soldiers were killed. Seven militants were also killed.", 4),
        ("Seven militants were killed.", 7),
        ("At least 12 people were killed. Five of them were children.", 12),
        ("The blast killed 11 people: six soldiers and five civilians.", 11),
        ("The blast killed 11 people. Six soldiers and five civilians were killed, a doctor said.", 11),
        ("Nine people were killed on Monday. The nine were killed as they slept.", 9),
        ("Twelve people were killed. The death toll later rose to 15.", 15),
        ("Two children were killed. In all, 14 people were killed.", 14),
        ("A gunman killed three people. In 2011 he had killed 40 people in the same town.", 3),
        ("Five people were killed to avenge the killing of two herders.", 5),
        ("A bomb killed eight, a day after a similar attack killed 20.", 8),
        ("The mayor was shot dead. He was killed outside his house.", 1),
        ("Six bodies were found.", 6),
        ("No one was killed.", 0),
        ("Two people were killed in Orel. No one was killed in Tarn.", 2),
        ("The death toll, previously put at 12, was raised to 15.", 15),
        ("The toll passed 35,000, with 31,643 dead in Orel and 3,581 in Tarn.", 35000),
        ("At least 300 people died. The toll could reach 7,000.", 300),
        ("The storm killed 290 people. The toll was later revised down to 253.", 253),
        ("The blast killed 35 people. An earlier estimate had put the toll at 95.", 35),
        ("Eighty-seven people died at the theatre alone. A wave of attacks killed 128.", 128),
        ("A string of attacks across Orel killed 46 people. At least 31 died in the capital, while six died in Tarn.", 46),
        ("Nearly 80 people were killed. Raiders killed 68 people in Orel and another 11 in Tarn.", 79),
        ("Gunmen killed six farmers. A roadside bomb killed seven civilians near Tarn.", 13),
        ("The blast killed 12 people. A later count raised the figures to 37 dead.", 37),
        ("The mine killed an elder of the northern clans and five other people.", 6),
        ("A medic was killed alongside three members of her crew and two patients.", 6),
        ("Two girls aged 6 and 4 were killed.", 2),
        ("The standoff was over, with at least 31 captives and 17 gunmen dead.", 48),
        ("Bombers killed three soldiers, ten days after an attack that left 13 guards and seven rebels dead.", 3),
        ("A suicide bomber blew himself up at the gate.", 1),
        ("A suicide bomber blew himself up at the gate, killing four guards.", 4),
        ("He tried to enter a clinic but was shot dead.", 1),
        ("The governor was last Thursday killed at his home.", 1),
        ("An Upper Vale Rifles (UVR) patrol was hit. 20 Upper Vale Rifles (UVR) soldiers were killed.", 20),
        ("The war has killed 1,040 farmers, mostly women, and 43 soldiers.", 1083),
        ("The flood may have killed as many as half a million people.", 500_000),
        ("The flood resulted in 25 people dead, including 15 children.", 25),
        ("In addition to the bomber, four people were killed and nine were hurt.", 5),
        ("Two bombs killed 10 people in the north. In the south, gunmen killed three traders.", 13),
        ("The six monks' slaying shocked the country.", 6),
        ("The army sought the killers of the six monks.", 6),
        ("Raiders killed the man's wife.", 1),
        ("A boy and two girls, 7 and 9, died.", 3),
        ("They were killed along with 12 traders.", 12),
        ("Five farmers were abducted and later found dead.", 5),
        ("Eleven people drowned and seven were shot.", 18),
        ("Fighters beheaded eleven captives and shot five others.", 16),
        ("Three clerks were shot dead, the second member of the party killed in a week.", 3),
        ("The victims are four nuns and eleven employees.", 15),
        ("The victims were 12 and 14 years old.", None),
        ("Rebels killed 27 soldiers. Four of the wounded died on the way.", 31),
        ("Gunmen killed 14 villagers in Orel and, on their way back, three shepherds.", 17),
        ("Raiders burned 19 people alive in Tarn.", 19),
        ("The remains of six people were exhumed.", 6),
        ("He was killed together with his two bodyguards.", 3),
        ("The case of the six priests and their two cooks, who were killed at home, is open.", 8),
        ("The victims were identified as three shepherds.", 3),
        ("The number of victims of the bombing rose to 18.", 18),
        ("Police found six traders riddled with bullets.", 6),
        ("Three clerks died. A guard and his brother were found shot in an orchard.", 5),
        ("Five members of one family - Omar Torr, his wife Hiba, and their children - were killed.", 5),
        ("Six people died in Orel. In Tarn, four were killed. Three were killed in Upper Vale.", 13),
        ("Guards shot a man before he was shot dead.", 1),
        ("Four people died in Orel, including a boy of 12, and two in Tarn.", 6),
        ("A bomb killed six people and injured 11, two of whom died overnight.", 8),
        ("A letter about the six priests that were murdered came back.", 6),
        ("Two assailants attacked a woman. A guard shot and killed the assailants.", 2),
        ("Ten people were killed in the first blast and eight in the second.", 18),
        ("A blast wounded 11 people, two of whom died overnight.", 2),
        ("Five guests - two Danes, a Kenyan, a Turk and an Australian - and five cooks were killed.", 10),
        ("Ten people were killed; another monitor put the number at 14.", 10),
        ("Fatalities: 8.", 8),
        ("Dead: 5. Injured: 12.", 5),
        ("Casualties: 5 dead, 12 wounded.", 5),
        ("Ten people, as well as the bomber, died.", 11),
        ("Initial reports said 20 people had been killed, but officials later said the toll was 12.", 12),
        ("The toll was revised from 15 to 12.", 12),
        ("The toll from the strike in Oulo climbed to 71 on Tuesday. Seventeen people died of their wounds overnight.", 71),
        ("The toll from the strike in Oulo climbed to 71 on Tuesday. Two more people died of their wounds later.", 73),
        ("A bomb killed seven people. (This March 17 story has been corrected to say that seven people, not five, were killed)", 7),
        ("The story of the village is that seven people were killed there.", 7),
        ("A strike killed 12 people in Oulo. The ministry said Tarn had returned 909 bodies.", 12),
        ("Villagers who returned found 12 bodies in a pit.", 12),
        ("A strike killed 12 people in Oulo. In Tarn, rescuers found 20 bodies in a mass grave.", 32),
        ("A man stabbed two guards before being shot dead.", 1),
        ("Two bombings led to the deaths of a policeman and of one of the Upper Vale Guard.", 2),
        ("The suspect set off his vest, killing himself and one police officer.", 1),
        ("A blast killed eight people and injured 20; three of those who died were volunteers.", 8),
        ("Nine people died in the first blast, at the ticket office, and eight in the second, on the platform.", 17),
        ("A bomb killed 8 soldiers, hours after 4 officers were killed near the bridge.", 12),
        ("21:40 - armed men kill three people. 23:15 - a body is found. 01:30 - five people are killed in Tarn.", 9),
        ("Orel, 06:30: taxi hit, four dead. Tarn, 09:15: school bus hit, five dead.", 9),
        ("3 May: Gunmen killed two farmers in Orel. 5 May: A bomb went off at a market. Two people were killed.", 4),
        ("Orel: 3 by roadside bomb, 4 wounded. Tarn: policeman shot dead. Upper Vale: gunmen kill 3 members of a family.", 7),
        ("Troops killed two militants in Orel. Separately, two policemen were killed when a grenade was thrown in Tarn.", 4),
        ("Two guards were killed in Orel. Troops killed three militants who had attacked the post.", 2),
        ("Men shot dead two drug suspects. Three more were killed in Tarn hours later.", 5),
        ("Six people were shot dead in Orel, four in Tarn and, according to the opposition, two more in the capital.", 12),
        ("Early reports put the dead at four; by evening, locals said five people had been killed.", 5),
        ("In the festival 45 people were crushed or drowned. Opponents put the toll far higher, at more than 300.", 45),
        ("A bus fell into a ravine, killing at least 25 people, among them the mayor of Orel and four members of a band.", 25),
        ("He stabbed her, her parents and two siblings to death.", 5),
        ("Tourist Ivo M., 63, was stabbed to death.", 1),
        ("A bomber killed himself and six others.", 7),
        ("The raid on the camp left nine dead. As the attackers withdrew, they set upon a truck, killing five traders.", 14),
        ("Twelve people died in the attacks, seven in the cathedral and five in the market.", 12),
        ("Five people were killed in Orel, three in Tarn and two in Vale.", 10),
        ("Vigilantes beat two alleged kidnappers to death and burned three others alive the following morning.", 5),
        ("Seven men were killed in Orel; the same night four were executed in Tarn and three bodies were left in a lorry.", 14),
        ("Two men and a woman whose throats had been cut were found in a car.", 3),
        ("Gunmen attacked two mosques, killing eight worshippers in one and five in the other.", 13),
        ("Thirteen people were killed by a bomb at a mosque, police said, and six by another at a checkpoint.", 19),
        ("Inspectors counted 31 violations at the slaughterhouse, where 900 pigs are killed each hour.", None),
        ("Twelve people in a market where traders sell fish were killed.", 12),
        ("At least 33 have been killed since the protests began, although the minister admitted to three deaths.", 33),
        ("Rebels executed two of their own.", 2),
        ("Guards found four inmates hanged on Monday, a day after three others were stabbed to death.", 7),
        ("When a bomb went off, Sgt. Amal Torun and constable Deniz Karaz died.", 2),
        ("Four men and two women were shot at point-blank range.", 6),
        ("His corpse, bearing signs of torture, turned up in a field.", 1),
        ("A taxi driver and his fare were murdered.", 2),
        ("Inmates beheaded or burned 34 guards.", 34),
        ("Rebels killed and burned three villages.", None),
        ("A mine wounded four soldiers, one of whom died; an interpreter was killed outright.", 2),
        ("Twelve people died in separate incidents. Seven of them died in Orel. In Tarn, gunmen killed three. Two more died in Vale.", 12),
        ("A teacher was shot in Orel. On the same day, two road workers were killed in Tarn.", 3),
        ("Two guards and four civilians they had taken hostage died.", 6),
        ("Masked men tied up his family and slit his throat.", 1),
        ("Fourteen bodies had been brought to hospitals since the start of the assault.", 14),
        ("Snow has fallen on the hills.", None),
        ("At Orel, they slew eight; at Tarn, four; and on the road they shot dead a driver.", 13),
        ("Eight people were killed in Orel; in Tarn, four were hurt.", 8),
        ("Six men were taken out of the mosque and shot; the bodies of four more lay by the stream.", 10),
        ("A man was taken to the hospital and shot at the gate but survived.", None),
        ("Three guards were left for dead.", None),
        ("Twelve skeletons were exhumed.", 12),
        ("The ministry said 127 people had been killed in the previous 24 hours, raising the toll to 21,110.", 127),
    ],
)
def test_the_total_adds_what_adds_up_and_nothing_twice(text: str, value: int) -> None:
    assert best(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two people died, the youngest aged eight, and 59 people were taken to hospital.", 59),
        ("Five workers were rushed to the Tarn Medical Center.", 5),
        ("Two teenagers were taken to County General, one in critical condition.", 2),
        ("A blast killed a worker; ten were taken to hospital, four with burns and two with broken bones.", 10),
        ("A bomb injured three officers; one lost a finger.", 3),
        ("The boy lost two fingers of his right hand.", 1),
        ("One man was stabbed to death and his brother nursed machete wounds.", 1),
        ("One guard was injured and one killed. Up to ten shoppers were also wounded.", 11),
        ("Three officers arrested a man. The officers were slightly injured.", 3),
        ("Thirteen people died. Twenty-nine people are recovering.", 29),
        ("Twenty-one people were killed and only two survived, both with grave injuries.", 2),
        ("Thirteen people were hit by bullets and 27 more were struck by the shooter's car.", 40),
        ("Five pupils were treated for shock. Nobody was seriously hurt.", 5),
        ("He suffered a fractured skull.", 1),
        ("The raiders killed a farmer. Two children were found with cuts and bruises.", 2),
        ("Three girls were killed and the fourth lost her sight.", 1),
        ("One person was killed and three others were stabbed.", 3),
        ("Two people were killed and five others were shot.", 5),
        ("Two guards were beaten up by a gang; both needed stitches.", 2),
    ],
)
def test_who_is_hurt_is_told_in_many_ways(text: str, value: int) -> None:
    reading = read(text)
    assert totals(reading, figures(reading))["injured"].best == value


def test_rebels_put_out_of_action_say_nothing_of_soldiers_hurt() -> None:
    reading = read('Eight soldiers had been killed and 15 rebels "put out of action".')
    assert "injured" not in totals(reading, figures(reading))


def test_the_parts_of_a_sum_are_kept() -> None:
    text = "Rebels killed three soldiers, a cook and two civilians, including a child."
    reading = read(text)
    rows = figures(reading)
    value = totals(reading, rows)["killed"]
    assert (value.best, [rows[part].value_best for part in value.parts]) == (6, [3, 1, 2])


def test_reports_that_disagree_give_an_interval() -> None:
    value = total("At least 32 people were killed in the strike. Some accounts put the toll at 50.")
    assert value is not None
    assert (value.low, value.high) == (32, 50)


def test_a_lower_and_an_upper_number_are_one_interval() -> None:
    reading = read("At least four civilians and as many as seven were reportedly killed.")
    (figure,) = figures(reading)
    assert (figure.value_low, figure.value_high, figure.quantifier) == (4, 7, "range")


def test_a_range_is_an_interval() -> None:
    value = total("The strike killed between 133 and 164 civilians.")
    assert value is not None
    assert (value.low, value.high) == (133, 164)


def test_a_text_without_victims_has_no_total() -> None:
    reading = read("Ministers of twelve countries met for two hours.")
    assert totals(reading, figures(reading)) == {}


# --- parts, revisions, background -----------------------------------------------------------------------------------------------------


def test_a_part_knows_its_whole() -> None:
    whole, part = found("Nine people, including two nurses, were killed.")
    assert (part.measure_kind, part.subset_of, whole.subset_of) == ("subset", 0, None)


def test_a_revised_toll_supersedes_the_one_before() -> None:
    first, second = found("Twelve people were killed on Monday. The death toll has risen to 15.")
    assert (first.supersedes, second.supersedes) == (None, 0)


def test_a_count_since_a_war_began_is_cumulative_and_background() -> None:
    (figure,) = found("More than 900 people have been killed since the war began.")
    assert (figure.measure_kind, figure.background) == ("cumulative", True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shells killed 34 people on Tuesday, in the deadliest attack since the siege began ten months ago.", ["2024-03-05"]),
        ("A shell killed nine people on Tuesday, hours after a siege began.", ["2024-03-05"]),
        ("The quake killed 212 people. On Monday the agency had put the dead at 187.", [None, None]),
        ("On Monday the ministry put the death toll at 187.", [None]),
        ("On Monday a bomb killed nine people, and the ministry put the toll at 12.", ["2024-03-04", "2024-03-04"]),
        ("The chief put the toll at 23, saying more bodies had been found on Sunday.", [None]),
        ("The raid killed 23 people on Sunday, adding to tension.", ["2024-03-03"]),
    ],
)
def test_the_day_on_which_something_else_was_is_not_the_event_s(text: str, days: list[str | None]) -> None:
    assert [figure.event_date for figure in found(text, date(2024, 3, 6))] == days


def test_what_had_been_put_before_is_the_toll_that_was() -> None:
    now, before, part = found(
        "The agency said 212 people were killed. On Monday it had put the dead at 187. Nine tourists are among the dead."
    )
    assert (now.background, before.background, part.subset_of) == (False, True, 0)


def test_what_is_told_of_a_part_alone_is_not_told_of_the_whole() -> None:
    whole, part = found("Five people died in the unrest, including an officer who was hit on Monday in Vessa.", date(2024, 3, 6))
    assert (whole.event_date, whole.place) == (None, None)
    assert part.event_date == "2024-03-04"
    whole, part = found("Five people died in the unrest, including a guard who was asleep, in Vessa on Monday.", date(2024, 3, 6))
    assert whole.event_date == part.event_date == "2024-03-04"


def test_a_count_since_dawn_is_the_day_s_and_its_toll_is_older() -> None:
    of_day, toll = found("Fourteen people have been killed since dawn, taking the number of dead in the operation to 61.")
    assert (of_day.measure_kind, of_day.background) == ("cumulative", False)
    assert (toll.measure_kind, toll.background, toll.period) == ("cumulative", True, None)


def test_a_count_since_the_weekend_is_news() -> None:
    (figure,) = found("The council claimed to have killed 43 soldiers in fighting around Minbu since the weekend.")
    assert not figure.background


def test_the_exile_government_is_nobody_who_was_hurt() -> None:
    text = "The air force bombed a clinic, killing two patients and wounding 10, the exile government said."
    assert [figure.value_best for figure in found(text)] == [2, 10]


def test_the_day_of_a_capture_is_not_that_of_the_rescue() -> None:
    (figure,) = found("Police rescued six hostages seized by pirates on Monday.", date(2024, 3, 6))
    assert figure.event_date is None
    (figure,) = found("Six hostages seized by pirates were rescued on Monday.", date(2024, 3, 6))
    assert figure.event_date == "2024-03-04"


def test_what_is_counted_by_a_day_did_not_happen_on_it() -> None:
    _, toll = found("A ferry sank, killing two people. By Monday the toll had risen to 38.", date(2024, 3, 6))
    assert (toll.event_date, toll.period_end) == (None, "2024-03-04")


def test_several_kinds_of_people_are_the_victims_of_one_number() -> None:
    _, part = found("At least 34 people died. The army said 21 of the dead were women and children.")
    assert part.victim is not None
    assert part.victim[1] - part.victim[0] == len("women and children")


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Protests sparked by the death of a student left five people injured.", [True, False]),
        ("The last time a bomb killed 12 people there was in 2019.", [True]),
        ("A bomb killed 12 people there for the last time this winter.", [False]),
    ],
)
def test_what_the_event_followed_is_background(text: str, background: list[bool]) -> None:
    assert [figure.background for figure in found(text, date(2024, 3, 6))] == background


def test_the_worst_day_of_a_war_is_no_background() -> None:
    (figure,) = found("At least 72 people have died in a gas attack, in one of the worst days of the six-year war.")
    assert not figure.background


def test_a_war_that_killed_has_neither_the_day_nor_the_actors_of_the_clause_around_it() -> None:
    (figure,) = found("The envoys signed a deal with Tarn rebels on Saturday to end a war that has killed 900 people.", date(2024, 5, 1))
    assert (figure.perpetrator, figure.period) == (None, None)


def test_the_day_in_front_of_a_clause_is_its_own() -> None:
    text = "In 2006, 346 people died in a crush; 1,426 were killed in 1990."
    periods = [text[slice(*row.period)] for row in found(text, date(2020, 5, 1)) if row.period]
    assert periods == ["In 2006", "in 1990"]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Two people died in an Israeli strike on Hamra Street.", "Israeli", "Hamra Street"),
        ("Nine farmers were killed in alleged Coalition airstrikes on Raqqa.", "Coalition", "Raqqa"),
        ("Twelve people were killed by Turkish artillery.", "Turkish", None),
        ("Egyptian soldiers opened fire on the crowd, leaving 50 people dead.", "Egyptian soldiers", None),
        ("About 1,200 people were killed in Hamas's 7 October attack.", "Hamas", None),
        ("The Northern Brigade said it had killed 30 soldiers.", "The Northern Brigade", None),
        ("A visitor opened a window, leaving two people dead.", None, None),
    ],
)
def test_whose_attack_it_was_is_who_did_it(text: str, who: str | None, where: str | None) -> None:
    (figure,) = found(text)
    spans = (figure.perpetrator, figure.place)
    assert tuple(span and text[slice(*span)] for span in spans) == (who, where)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Six people died in a raid in the West Bank city of Oulo.", "the West Bank city of Oulo"),
        ("Rockets wounded two soldiers at Tensi air base north of Oulo.", "Tensi air base"),
        ("Two rangers were shot dead in the Upper Vale National Park.", "the Upper Vale National Park"),
        ("Nine people were killed in the north-western Nigerian town of Oulo.", "the north-western Nigerian town of Oulo"),
        ("Gunmen killed a nun on the road between Oulo and Tensi.", "the road between Oulo and Tensi"),
        ("Troops raiding Oulo in Upper Vale killed ten villagers.", "Oulo"),
        ("Nine people died in a raid on the West Bank town of Oulo.", "the West Bank town of Oulo"),
        ("A quake killed nine people in Oulo and Tensi districts.", "Oulo and Tensi districts"),
        ("Nine people died in an attack on southern Varan.", "southern Varan"),
        ("The army killed nine rebels in air strikes on the Gara mountains.", "the Gara mountains"),
        ("Eight people died in attacks on Coptic Christians in southern Oulo.", "southern Oulo"),
    ],
)
def test_a_place_is_named_in_full_and_the_nearest_is_taken(text: str, where: str) -> None:
    (figure,) = found(text)
    assert figure.place is not None
    assert text[slice(*figure.place)] == where


def test_the_place_and_day_of_who_speaks_are_not_those_of_the_event() -> None:
    from transforms.text.statements.statement import statements

    text = '"Nine people were killed in the raid," Friday Okon, a nurse in Oulo, told the Daily Post.'
    reading = read(text, date(2024, 5, 1))
    (figure,) = figures(reading, statements(reading))
    assert (figure.place, figure.period) == (None, None)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A shell killed 16 people, one of them a child.", [("killed", 16, False, "people"), ("killed", 1, True, "child")]),
        ("A bomb wounded 49 people, many of them women.", [("injured", 49, False, "people")]),
        ("At least 73 migrants are missing and presumed dead.", [("missing", 73, False, "migrants")]),
        ("Rebels handed over 28 bodies.", [("bodies_recovered", 28, False, None)]),
        ("At least 1,379 people were killed or injured in Oulo.", [("killed_or_injured", 1379, False, "people")]),
        ("No one was killed or injured in Oulo.", [("killed", 0, False, None)]),
        ("Three men, including a 14-year-old, were shot dead.", [("killed", 3, False, "men"), ("killed", 1, True, "14-year-old")]),
        ("The rebels handed over 11 hostages to the Red Cross.", [("released", 11, False, "hostages")]),
        ("More than 7,600 refugees have returned home.", [("returned", 7600, False, "refugees")]),
        ("Some 300,000 people were affected by the floods.", [("affected", 300_000, False, "people")]),
        ("Afghan and NATO forces killed nine gunmen.", [("killed", 9, False, "gunmen")]),
        (
            "A captain was killed in southern Oulo and three soldiers were wounded.",
            [("killed", 1, False, "captain"), ("injured", 3, False, "soldiers")],
        ),
        ("Raids killed 41 people. In Oulo alone 27 died.", [("killed", 41, False, "people"), ("killed", 27, True, None)]),
        (
            "Between them they killed 581 people. The army was to blame for 305 of the deaths.",
            [("killed", 581, False, "people"), ("killed", 305, True, None)],
        ),
    ],
)
def test_each_count_is_told_once(text: str, rows: list[tuple[str, int, bool, str | None]]) -> None:
    assert [(row.measure, row.value_best, row.measure_kind == "subset", row.victim_group) for row in found(text)] == rows


def test_each_of_two_deeds_in_a_sentence_has_the_place_that_it_is_told_of() -> None:
    text = "In Oulo, three children were killed in a strike on a shelter on Tuesday night, and in Tensi a tank shell killed a farmer."
    assert [figure.place and text[slice(*figure.place)] for figure in found(text)] == ["Oulo", "Tensi"]
    text = "On Friday alone, 14 clerks were shot dead in Oulo, bringing the total killed since the Feb. 1 coup to more than 230."
    of_day, so_far = found(text, date(2024, 3, 6))
    assert (of_day.measure_kind, of_day.event_date, of_day.background) == ("event_total", "2024-03-01", False)
    assert (so_far.value_best, so_far.measure_kind, so_far.period_start, so_far.place) == (230, "cumulative", "2024-02-01", None)


def test_the_same_day_is_the_day_that_its_sentence_names() -> None:
    (figure,) = found("The rebels agreed on Sunday to free 25 hostages; they released nine of them the same day.", date(2024, 3, 6))
    assert (figure.value_best, figure.event_date) == (9, "2024-03-03")


def test_what_happens_every_day_is_no_event() -> None:
    for text in ("Every day five children are killed by mines.", "Five children are killed every day by mines."):
        (figure,) = found(text)
        assert (figure.measure_kind, figure.background) == ("cumulative", True)


def test_years_that_are_counted_side_by_side() -> None:
    figures_ = found("Thirty-one people were killed in 2019 and 44 in 2020, police data show.", date(2024, 3, 6))
    assert [(figure.value_best, figure.period_start) for figure in figures_] == [(31, "2019-01-01"), (44, "2020-01-01")]


def test_a_year_before_an_attack_is_its_date_and_nobody_elses() -> None:
    published = date(2024, 3, 6)
    (figure,) = found("The 2014 massacre, in which 43 novices disappeared, remains unsolved.", published)
    assert (figure.period_start, figure.date_precision) == ("2014-01-01", 5)
    (figure,) = found("Forty people were killed in the 2014 Oulo school attack.", published)
    assert figure.period_start == "2014-01-01"
    (figure,) = found("The court charged eight men with the 2016 murder of the activist Dana Holt.", published)
    assert figure.period_start == "2016-01-01"
    (figure,) = found("A man wanted over the 2014 attack was shot dead on Friday.", published)
    assert (figure.event_date, figure.background) == ("2024-03-01", False)


def test_an_earlier_figure_that_is_lowered_is_superseded() -> None:
    new, old = found("The death toll has reached 94, the agency said, lowering an earlier figure of 103.")
    assert (new.value_best, new.supersedes, old.value_best, old.background) == (94, 1, 103, True)


def test_a_count_of_deaths_has_its_parts() -> None:
    whole, part = found("The office has verified 210 deaths, among them 33 children; another 95 cases are under review.")
    assert (whole.value_best, part.value_best, part.subset_of) == (210, 33, 0)


def test_who_claims_a_count_claims_it() -> None:
    text = "About 1,700 soldiers were captured during the offensive, the general staff claimed."
    (figure,) = figures(read(text), statements(read(text)))
    assert figure.count_basis == "claimed"


def test_single_incidents_that_come_to_the_total_are_its_parts() -> None:
    text = (
        "Nine soldiers were killed in two attacks by militants in Bara province. In the first, five soldiers were killed in Oulo."
        " Eight militants also died. In the second, a vehicle hit a mine in Tensi, killing four soldiers."
    )
    assert [(figure.value_best, figure.subset_of) for figure in found(text)] == [(9, None), (5, 0), (8, None), (4, 0)]
    text = "Nine soldiers were killed on Monday. On Tuesday seven soldiers were killed in Oulo and two soldiers died in Tensi."
    apart = found(text, date(2024, 3, 6))
    assert [(figure.value_best, figure.subset_of) for figure in apart] == [(9, None), (7, None), (2, None)]


def test_captives_known_to_be_dead_did_not_die_in_the_event_of_the_day() -> None:
    text = (
        "A raid in Oulo early Monday killed 67 people."
        " About 130 hostages are still being held, though the army says at least 29 of them are dead."
    )
    figure = found(text, date(2024, 3, 6))[-1]
    assert (figure.value_best, figure.background, figure.event_date) == (29, True, None)
    assert total(text) == Total(67, 67, 67, (0,))


def test_deaths_that_have_been_acknowledged_go_on_from_the_count_before() -> None:
    text = "The opposition says that 130 of its supporters have died since October. The police have acknowledged 22 deaths."
    assert [figure.measure_kind for figure in found(text, date(2024, 3, 6))] == ["cumulative", "cumulative"]


def test_where_a_group_is_based_is_not_where_it_struck() -> None:
    (figure,) = found("Some 40 officers were killed in a suicide bombing claimed by Harkat Zur, which is based in Varan.")
    assert figure.place is None


def test_a_day_since_a_massacre_in_which_people_died_is_not_a_day_since_which_they_did() -> None:
    (figure,) = found("Varan marks 30 years since the genocide in which 800,000 people were slaughtered.", date(2024, 3, 6))
    assert (figure.measure_kind, figure.period) == ("event_total", None)


def test_deaths_are_followed_by_those_elsewhere_each_at_its_place() -> None:
    text = "Tarn district was worst affected with 63 deaths, followed by 12 in Bara and 11 in Oulo."
    rows = [(figure.measure, figure.value_best, figure.place and text[slice(*figure.place)]) for figure in found(text)]
    assert rows == [("killed", 63, None), ("killed", 12, "Bara"), ("killed", 11, "Oulo")]


def test_what_a_month_of_unrest_has_cost_is_not_the_count_of_the_day() -> None:
    text = "Seventeen people were killed on Monday in Oulo. In all, 47 people have died in a month of unrest, 39 of them civilians."
    day, so_far, part = found(text, date(2024, 3, 6))
    assert (day.background, so_far.measure_kind, so_far.background, part.subset_of) == (False, "cumulative", True, 1)
    assert total(text, published=date(2024, 3, 6)) == Total(17, 17, 17, (0,))


def test_a_day_earlier_than_a_weekend_is_no_day() -> None:
    text = "Gunmen killed 20 clerks over the weekend. A day earlier, nine guards were killed in an ambush near Oulo."
    figure = found(text, date(2024, 3, 6))[1]
    assert (figure.measure_kind, figure.event_date, figure.background) == ("event_total", None, False)


def test_where_an_earlier_attack_was_is_its_place() -> None:
    text = "Last week a similar attack in Oulo left six policemen dead."
    (figure,) = found(text, date(2024, 3, 6))
    assert (figure.place and text[slice(*figure.place)], figure.background) == ("Oulo", True)


def test_a_tenth_soldier_adds_to_nine_soldiers_of_several_victims() -> None:
    assert best("A bomb killed nine soldiers and two civilians. The group said it had killed 30. A tenth soldier died in hospital.") == 12


def test_deaths_bring_a_toll_to_what_it_is() -> None:
    text = "The deaths bring to 159 the number of guards killed since the mission was deployed in 2013."
    (figure,) = found(text, date(2024, 3, 6))
    assert (figure.value_best, figure.measure_kind, figure.period_start) == (159, "cumulative", "2013-01-01")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "In Oulo 248 people have died, including 66 children, and 12 in Tensi.",
            [(248, None, "Oulo"), (66, 0, "Oulo"), (12, None, "Tensi")],
        ),
        (
            "Thirty people died in Tarn, including 12 in Oulo and nine in Tensi.",
            [(30, None, "Tarn"), (12, 0, "Oulo"), (9, 0, "Tensi")],
        ),
        (
            "A woman and her two children were killed in Oulo, and a fighter in Tensi, sources said.",
            [(1, None, "Oulo"), (2, None, "Oulo"), (1, None, "Tensi")],
        ),
        ("Two men were killed in Oulo, and a clerk in Tensi was promoted.", [(2, None, "Oulo")]),
        (
            "The number of migrants who have died this year now stands at 15, after five people died off Oulo.",
            [(15, None, None), (5, None, "Oulo")],
        ),
    ],
)
def test_counts_side_by_side_are_each_at_its_place(text: str, rows: list[tuple[int, int | None, str | None]]) -> None:
    figures_ = found(text, date(2024, 3, 6))
    assert [(figure.value_best, figure.subset_of, figure.place and text[slice(*figure.place)]) for figure in figures_] == rows


def test_victims_are_told_without_the_number_of_all() -> None:
    text = "Twelve of the 17 people on board died."
    (figure,) = found(text)
    assert figure.victim is not None
    assert text[slice(*figure.victim)] == "people"


@pytest.mark.parametrize(
    "text",
    [
        "A court on Tuesday charged the cult leader with the murder of 191 children.",
        "Three men were convicted on Friday of killing two tourists.",
        "The general was indicted last week over the deaths of 40 villagers.",
    ],
)
def test_the_day_of_a_charge_is_not_the_day_of_the_deed(text: str) -> None:
    (figure,) = found(text, date(2024, 3, 6))
    assert (figure.event_date, figure.period_start) == (None, None)


def test_a_place_opens_a_clause_whatever_force_follows() -> None:
    for text in ("In Oulo police killed five demonstrators.", "Protests turned deadly: in Oulo soldiers killed five demonstrators."):
        (figure,) = found(text)
        assert figure.place is not None
        assert text[slice(*figure.place)] == "Oulo"


def test_who_claims_an_attack_does_not_claim_its_toll() -> None:
    for text in (
        "The attack on the mosque, which killed 56 worshippers, was claimed by the Varan Brigade.",
        "The Varan Brigade claimed responsibility for the blast that killed 56 worshippers.",
    ):
        reading = read(text)
        (figure,) = figures(reading, statements(reading))
        assert (figure.statement, figure.count_basis) == (None, "unknown")


def test_those_of_whom_all_are_divided_up_have_no_day_of_another() -> None:
    text = "Of the 251 people seized during the attack, 105 were released in November and 36 have been confirmed dead."
    taken, freed, dead = found(text, date(2024, 3, 6))
    assert [figure.period_start for figure in (taken, freed, dead)] == [None, "2023-11-01", None]


def test_months_of_violence_are_a_stretch() -> None:
    text = "A total of 3,081 people have been killed in 14 months of gang violence."
    (figure,) = found(text)
    assert (figure.measure_kind, figure.period and text[slice(*figure.period)]) == ("cumulative", "in 14 months of gang violence")


@pytest.mark.parametrize(
    "text",
    [
        "The president visited the site, where he met relatives of the dead.",
        "The mayor met the families of the dead and injured.",
        "The president paid tribute to the dead and wounded.",
        "The governor condoled with the families of those killed.",
        "The king met the freed hostages.",
        "The colonel comforted relatives of the disappeared.",
        "The widow of the slain general said she would run for office.",
        "The bishop ended his hunger strike after the prisoners were freed.",
        "The senator said her bill was killed in committee.",
        "The mayor's younger brother wept as councillors paid tribute to his brother, who died late on Friday.",
    ],
)
def test_who_meets_those_who_were_harmed_was_not_harmed(text: str) -> None:
    assert found(text) == []


def test_where_somebody_else_was_is_not_where_it_was() -> None:
    text = "They released two prisoners in exchange for Omar Torr, who was serving a sentence in Varan."
    (figure,) = found(text)
    assert figure.place is None


def test_those_who_are_still_missing_have_no_day() -> None:
    text = "Two survivors were found on Friday, and 11 miners are still missing."
    (figure,) = found(text, date(2024, 3, 6))
    assert (figure.measure, figure.event_date) == ("missing", None)


def test_dead_or_missing_is_openly_uncertain() -> None:
    (figure,) = found("About 70 others had died or were missing.")
    assert (figure.measure, figure.hedge) == ("killed", "or missing")


def test_what_a_text_begins_with_is_its_news_though_told_as_an_occasion() -> None:
    figure = found("A man who drove a car into a market in Oulo was arrested after five people were killed.")[-1]
    assert (figure.value_best, figure.background) == (5, False)


def test_two_of_the_dead_are_some_of_those_counted_now() -> None:
    text = "At least five people died, the office said, revising down an earlier toll of nine. Two of the dead were children."
    assert [(figure.value_best, figure.subset_of) for figure in found(text)] == [(5, None), (9, None), (2, 0)]


def test_who_is_being_held_is_held_now() -> None:
    text = "Eighteen people were arrested on Tuesday. The officer who fired is being held."
    figure = found(text, date(2024, 3, 6))[-1]
    assert (figure.measure, figure.event_date) == ("detained", None)


def test_what_is_reported_in_one_breath_is_all_reported() -> None:
    assert [figure.count_basis for figure in found("The ministry reported 14 deaths and 45 injuries.")] == ["reported", "reported"]


def test_a_toll_as_of_a_day_is_not_of_that_day() -> None:
    (figure,) = found("The death toll stood at 63 as of Friday evening.", date(2024, 3, 6))
    assert (figure.event_date, figure.period_end) == (None, "2024-03-01")


def test_the_day_since_which_they_were_held_is_not_that_of_their_death() -> None:
    (figure,) = found("The group beheaded one of two sailors it had held since November.", date(2024, 3, 6))
    assert (figure.measure_kind, figure.period, figure.background) == ("event_total", None, False)


def test_one_person_who_was_killed_before_is_counted() -> None:
    for text in ("He was the brother of the murdered candidate.", "Police said the slain minister had been threatened."):
        (figure,) = found(text)
        assert (figure.measure, figure.value_best) == ("killed", 1)


def test_a_month_is_no_hedge() -> None:
    (held, freed) = found("Two teachers held by the rebels since May were freed on Monday.")
    assert (held.hedge, freed.hedge) == (None, None)
    (figure,) = found("Nine people may have been killed in May.")
    assert figure.hedge == "may"


def test_who_could_still_die_is_projected() -> None:
    _, number = found("A fire killed 47 inmates. The observatory said the number could rise to 50.")
    assert (number.value_best, number.count_basis, number.hedge) == (50, "projected", "could")


def test_a_part_that_is_told_in_a_sentence_of_its_own_has_its_own_day() -> None:
    whole, part = found("At least 39 people have been killed in Oulo this week. Thirty-two of them died on Tuesday.", date(2024, 5, 2))
    assert (part.subset_of, part.event_date, part.place) == (0, "2024-04-30", whole.place)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The paper accused Tarn soldiers of killing nine traders.", "Tarn soldiers"),
        ('Nine traders were killed by "armed gangs".', "armed gangs"),
        ("Nine traders were killed when gunmen burst into a bar.", "gunmen"),
    ],
)
def test_who_is_accused_or_called_so_did_it(text: str, who: str) -> None:
    (figure,) = found(text)
    assert figure.perpetrator is not None
    assert text[slice(*figure.perpetrator)] == who


def test_what_is_told_place_by_place_behind_a_total_is_its_detail() -> None:
    text = "Raids killed 41 people. In Oulo alone 27 died, four of them children. Eleven were killed in Tensi and three in Karsa."
    assert [row.subset_of for row in found(text)] == [None, 0, 1, 0, 0]


def test_the_day_on_which_a_toll_was_told_is_that_of_no_count_beside_it() -> None:
    rows = found("The number of people killed in the raid rose to 68 on Sunday, with 165 injured.", date(2024, 5, 1))
    assert [row.event_date for row in rows] == [None, None]


@pytest.mark.parametrize(
    ("text", "subgroups"),
    [
        ("Nine people were killed in a raid. Seven of the dead were women.", [None, "women"]),
        ("A quake killed 157 people. Seventy-eight of those killed were children.", [None, "children"]),
        ("Nine people were killed in a raid. Two media workers were among the dead.", [None, "journalists"]),
        ("Some 275 people were killed in Oulo in February, 53 of them children.", [None, "children"]),
    ],
)
def test_parts_say_who_they_were(text: str, subgroups: list[str | None]) -> None:
    rows = found(text)
    assert [row.victim_subgroup for row in rows] == subgroups
    assert rows[1].subset_of == 0


def test_whose_attack_it_was_holds_for_all_that_it_did() -> None:
    text = "Nine soldiers were killed and six wounded in an attack by Tarn rebels on a base."
    assert [row.perpetrator and text[slice(*row.perpetrator)] for row in found(text)] == ["Tarn rebels", "Tarn rebels"]


def test_the_last_attack_of_its_kind_has_a_day_of_its_own() -> None:
    _, last = found("Six guards were killed on Monday. It was the deadliest raid since 2015, when 12 guards died.", date(2024, 5, 1))
    assert (last.period_start, last.background) == ("2015-01-01", True)


def test_who_is_still_held_is_captive() -> None:
    (figure,) = found("Two French journalists are still being held.")
    assert (figure.measure, figure.measure_kind) == ("held_captive", "stock")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The toll has risen to 53, 46 of them girls.", [(53, None), (46, 0)]),
        ("Troops killed at least 114 people. Twenty-nine died in Oulo and 24 in Tensi.", [(114, None), (29, 0), (24, 0)]),
        ("Four men, one of them a 14-year-old, were shot dead.", [(4, None), (1, 0)]),
        ("The death toll rose to 305, including 27 children.", [(305, None), (27, 0)]),
        ("A raid wounded 25 people. Two of the injured were children.", [(25, None), (2, 0)]),
        ("Ten people were being treated in hospital, six of them in a serious condition.", [(10, None), (6, 0)]),
        ("Forces killed 448 people. About 18,000 have been arrested.", [(448, None), (18_000, None)]),
        ("Some 125 members of a militia and 148 loyalists were killed.", [(125, None), (148, None)]),
        ("We received 31 bodies, among them nine children, and more than 70 injured people.", [(31, None), (9, 0), (70, None)]),
        ("31 bodies had arrived, including nine children, and 70 people were injured.", [(31, None), (9, 0), (70, None)]),
        ("31 died, including nine children, and 70 people were injured, many with burns.", [(31, None), (9, 0), (70, None)]),
        ("Ten people, including nine children and one woman, were injured, two with burns.", [(10, None), (9, 0), (1, 0), (2, 0)]),
        ("Ten bodies, including four ministries, oversee the trade.", []),
        ("The army revised its count of the dead down to 31.", [(31, None)]),
        ("A number of the dead, 31, were buried.", [(None, None)]),
    ],
)
def test_parts_keep_their_number(text: str, rows: list[tuple[int, int | None]]) -> None:
    assert [(row.value_best, row.subset_of) for row in found(text)] == rows


@pytest.mark.parametrize(
    ("text", "who", "where", "when"),
    [
        ("A raid by Tarn troops on a fair killed nine people.", "Tarn troops", None, None),
        ("Nine died in an Islamic State assault on a jail in eastern Tarn, Oulan-led men said.", "Islamic State", "eastern Tarn", None),
        ("Nine people died in a night attack on a church in the town of Oulo by Tarn rebels.", "Tarn rebels", "the town of Oulo", None),
        ("Nine people died in a Russian ballistic missile attack on Oulo.", "Russian", "Oulo", None),
        ("The U.S.-led coalition killed nine people in Oulo.", "The U.S.-led coalition", "Oulo", None),
        ("Nine people died when settlers attacked a funeral in Oulo.", "settlers", "Oulo", None),
        ("Nine hostages were freed after mediation by Saudi Arabia.", None, None, None),
        ("The same night the group killed nine soldiers in Oulo.", "the group", "Oulo", "The same night"),
        ("Nine people died in a blast in Tarn's main city.", None, "Tarn's main city", None),
        ("In 2017 gunmen killed eight pilgrims in an attack on a bus in Oulo.", "gunmen", "Oulo", "In 2017"),
        ("Two men drowned in a raid on Lake Oulo.", None, "Lake Oulo", None),
        ("Nine people died in fighting near Oulo, the UN said.", None, "Oulo", None),
        ("Nine people died in the north-west of the Tarn Republic.", None, "the north-west of the Tarn Republic", None),
        ("Nine people died when shells hit a hall full of displaced families in Oulo on Monday.", None, "Oulo", "Monday"),
        ("Since the war broke out on October 7 nine people have died.", None, None, "Since the war broke out on October 7"),
    ],
)
def test_who_did_it_where_and_when(text: str, who: str | None, where: str | None, when: str | None) -> None:
    (figure,) = found(text)
    assert tuple(span and text[slice(*span)] for span in (figure.perpetrator, figure.place, figure.period)) == (who, where, when)


def test_who_leaves_home_is_displaced_and_who_runs_off_is_not() -> None:
    (figure,) = found("Some 20,000 people had fled to Chad.")
    assert (figure.measure, figure.value_best) == ("displaced", 20_000)
    assert found("Three men robbed the bank and fled.") == []


def test_who_is_treated_or_in_a_critical_condition_is_injured() -> None:
    rows = found("At least 20 soldiers are being treated. A nurse is in critical condition.")
    assert [(row.measure, row.value_best) for row in rows] == [("injured", 20), ("injured", 1)]


def test_soldiers_who_are_evacuated_are_not_displaced_and_officials_who_suspect_are_no_suspect() -> None:
    assert found("The army said 177 of its soldiers had been evacuated.") == []
    (figure,) = found("Tarn officials suspect that Hamdi was killed.")
    assert figure.rule == "name"


def test_a_toll_that_has_not_exceeded_a_number_is_at_most_that() -> None:
    (figure,) = found("The toll has not exceeded 150.")
    assert (figure.value_low, figure.value_high, figure.quantifier) == (None, 150, "at_most")


def test_some_of_those_who_were_taken_are_released() -> None:
    (figure,) = found("Three of the hostages were released.")
    assert (figure.measure, figure.value_best) == ("released", 3)


def test_the_day_on_which_somebody_spoke_is_not_the_day_of_the_event() -> None:
    (figure,) = found("Four people were killed in the raid, the mayor said on Monday.", date(2024, 5, 1))
    assert figure.event_date is None


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed in the raid, two teachers told the Daily Post on Monday.",
        "Four people were killed in the raid, a doctor said in a message sent on Monday.",
        "Four people were killed in the raid, state radio reported late on Monday.",
        "The raid's death toll rose to four on Monday.",
    ],
)
def test_the_day_of_a_report_is_not_the_day_of_the_event(text: str) -> None:
    (figure,) = found(text, date(2024, 5, 1))
    assert (figure.value_best, figure.event_date) == (4, None)


def test_what_counts_a_stretch_of_time_is_not_where_the_event_before_was() -> None:
    text = "Gunmen killed nine people in Oulo on Monday. In the past 24 hours 40 people have been killed. So far this year 300 have died."
    _, day, year = found(text, date(2024, 5, 1))
    assert (day.measure_kind, day.place, day.perpetrator, day.background) == ("period_new", None, None, False)
    assert (year.measure_kind, year.period_start, year.background) == ("cumulative", "2024-01-01", True)


def test_a_day_since_which_is_counted_is_the_day_of_what_happened_then() -> None:
    text = "Some 4,000 people have fled Tarn since 25 April, when rebels killed nine guards."
    fled, killed = found(text, date(2024, 5, 1))
    assert (fled.period_start, killed.event_date) == ("2024-04-25", "2024-04-25")


def test_the_same_day_is_the_day_told_before() -> None:
    _, other = found("A bomb killed six people in Oulo on Monday. Two others were shot dead in Tensi on the same day.", date(2024, 5, 1))
    assert other.event_date == "2024-04-29"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 2,500 residents fled to the hills.", "event_total"),
        ("About 30,000 villagers were evacuated.", "event_total"),
        ("Nearly 90,000 villagers are displaced.", "stock"),
        ("Around 35,000 people have fled since March.", "cumulative"),
        ("Between January and March 581 people were killed.", "period_new"),
        ("More than 30,000 people have been killed in the four-year conflict.", "cumulative"),
        ("The conflict, now in its third year, has left more than 15,000 people dead.", "cumulative"),
        ("The attack has left nine people dead.", "event_total"),
        ("Nine people have been killed in an attack near Dora, the deadliest of the war.", "event_total"),
        ("In the 16-month conflict 17,000 people have died.", "cumulative"),
    ],
)
def test_the_kind_of_a_count_follows_its_verb_and_its_stretch(text: str, kind: str) -> None:
    assert [row.measure_kind for row in found(text, date(2024, 5, 1))] == [kind]


@pytest.mark.parametrize(
    ("text", "victim", "status", "subgroup"),
    [
        ("Ten soldiers and civilians were killed.", "soldiers and civilians", "mixed", None),
        ("Gunmen killed 14 nurses and midwives in Oulo.", "nurses and midwives", "unspecified", "health workers"),
        ("Four members of one family were killed.", "members of one family", "unspecified", None),
        ("The army said 51 more of its soldiers had been killed.", "soldiers", "combatant", None),
        ("Two police officers were wounded.", "police officers", "unspecified", "police"),
        ("Seven aid workers were killed.", "aid workers", "unspecified", "aid workers"),
        ("Three army officers were killed.", "army officers", "combatant", None),
        ("Eight civilian auxiliaries were killed.", "civilian auxiliaries", "civilian", None),
        ("A strike killed only 12 people, all of them soldiers.", "people", "combatant", None),
        ("A strike killed 12 people, all soldiers.", "people", "combatant", None),
        ("A strike killed 12 people, most of them soldiers.", "people", "unspecified", None),
        ("Three bank officers were killed.", "bank officers", "unspecified", None),
    ],
)
def test_what_the_words_around_the_noun_say_of_the_victims(text: str, victim: str, status: str, subgroup: str | None) -> None:
    (figure,) = found(text)
    assert figure.victim is not None
    assert (text[slice(*figure.victim)], figure.victim_status, figure.victim_subgroup) == (victim, status, subgroup)


def test_those_who_do_something_else_behind_and_are_not_counted_with_them() -> None:
    text = "Rebels killed ten soldiers and civilians were taken to safety."
    assert [text[slice(*row.victim)] for row in found(text) if row.victim] == ["soldiers"]


def test_who_is_suspected_is_no_doubt_about_the_count() -> None:
    (figure,) = found("Troops killed 12 suspected smugglers.")
    assert figure.hedge is None


def test_an_event_that_is_told_as_earlier_than_the_first_is_background() -> None:
    text = (
        "Rebels killed six people in Oulo on Tuesday. A day earlier troops shot dead two men in Tensi. Last week 40 people died in raids."
    )
    assert [row.background for row in found(text, date(2024, 5, 1))] == [False, True, True]


def test_what_happened_elsewhere_has_neither_the_day_nor_the_place_told_before() -> None:
    _, other = found("Rebels killed six people in Oulo on Tuesday. Elsewhere, two guards were shot dead.", date(2024, 5, 1))
    assert (other.period, other.place) == (None, None)


def test_a_death_raises_the_toll_told_before_and_is_none_itself() -> None:
    rows = found("A bomb killed 16 people in Oulo. A woman has since died in hospital, raising the toll to 17.")
    assert [row.supersedes for row in rows] == [None, None, 0]


def test_what_was_threatened_or_would_have_been_is_no_figure() -> None:
    assert found("They threatened to kill ten hostages. The bomb would have killed 5,000 people.") == []


def test_labels_are_surface_text_and_status_is_never_inferred() -> None:
    (figure,) = found("Police killed two terrorists.")
    assert (figure.victim_group, figure.victim_status) == ("terrorists", "combatant")
    (figure,) = found("Police killed two villagers.")
    assert figure.victim_status == "unspecified"


def test_the_statement_that_holds_the_number_is_named() -> None:
    from transforms.text.statements.statement import Statement

    text = "Officials said 12 people were killed."
    statement = Statement((0, 9), (10, 14), ((15, len(text) - 1),), "indirect", "assert", False, None, None, "test")
    (figure,) = figures(read(text), [statement])
    assert figure.statement == 0
    assert found(text)[0].statement is None


# --- any text ------------------------------------------------------------------------------------------------------------------------

WORDS = [
    "killed",
    "wounded",
    "dead",
    "died",
    "two",
    "12",
    "1,200",
    "dozens",
    "of",
    "people",
    "soldiers",
    "civilians",
    "and",
    ",",
    ".",
    "(",
    ")",
    ":",
    "-",
    "including",
    "among",
    "them",
    "who",
    "were",
    "was",
    "in",
    "on",
    "after",
    "Monday",
    "Kabul",
    "Ahmed",
    "the",
    "a",
    "his",
    "wife",
    "toll",
    "rose",
    "to",
    "from",
    "between",
    "at",
    "least",
    "more",
    "than",
    "others",
    "injured",
    "hostages",
    "no",
    "one",
    "shot",
    "bodies",
    "found",
    "Oct.",
    "7",
    "since",
    "2011",
    "police",
    "said",
    "by",
    "gunmen",
    "killing",
    ";",
    "\n\n",
    '"',
    "’",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_spans_and_bounds_hold_whatever_the_text(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    reading = read(text, published)
    rows = figures(reading)
    for index, row in enumerate(rows):
        assert text[slice(*row.number)] == row.value_reported
        assert row.evidence[0] <= row.number[0] < row.number[1] <= row.evidence[1]
        for name in SPANS:
            span = getattr(row, name)
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        known = [value for value in (row.value_low, row.value_best, row.value_high) if value is not None]
        assert known == sorted(known)
        assert row.subset_of is None or (row.subset_of != index and rows[row.subset_of].measure == row.measure)
        assert row.supersedes is None or row.supersedes < index
    for value in totals(reading, rows).values():
        assert all(0 <= part < len(rows) for part in value.parts)
        known = [end for end in (value.low, value.best, value.high) if end is not None]
        assert known == sorted(known)
    assert figures(reading) == rows


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_no_text_makes_it_crash(text: str) -> None:
    reading = read(text)
    totals(reading, figures(reading))


@pytest.mark.benchmark_suite
@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "killed ",
        "two dead and ",
        "a man, ",
        "was killed ",
        "at least ",
        "( ",
        "1,2",
        "police said two killed ",
        "dozens and ",
        "two killed. ",
        "12 people were killed. ",
        "killed 3 people and wounded 4 in Homs on Monday, officials said. ",
        "killed 3 people and wounded 4 in Homs on Monday, ",
        "five people: three men, two boys, ",
        "five men were abducted and killed. ",
        "the hostages were released. ",
        "were taken to hospital. ",
        "in Homs on Monday, ",
        "aged 1, 2, 3, ",
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        reading = read(unit * (size // len(unit)))
        begin = time.process_time()
        totals(reading, figures(reading))
        return time.process_time() - begin

    small, large = seconds(10_000), seconds(80_000)
    assert large < max(0.2, small * 24)


@pytest.mark.benchmark_suite
def test_a_figure_knows_its_statement_in_a_text_of_very_many() -> None:
    def seconds(times: int) -> float:
        reading = read("“It is bad,” Smith said. “At least 12 people were killed,” Jones said. " * times)
        found = statements(reading)
        begin = time.process_time()
        rows = figures(reading, found)
        spent = time.process_time() - begin
        for row in rows:
            assert row.statement is not None
            assert any(start <= row.number[0] < end for start, end in found[row.statement].content)
        return spent

    small, large = seconds(40), seconds(640)
    assert large < max(0.3, small * 48)


@pytest.mark.parametrize("published", [date.min, date(1, 12, 31), date.max])
def test_the_ends_of_the_calendar_make_no_text_crash(published: date) -> None:
    text = (
        "Three people died in the past 10 years. Two died in 2010 and five were killed yesterday, last month, last Friday, two years ago, "
        "on May 3 and in June. Six have died since May. Nine died this week, over the weekend and last year."
    )
    reading = read(text, published)
    assert totals(reading, figures(reading))


@pytest.mark.parametrize("word", ["²", "①²00", "19²0", "²²²²"])
def test_a_digit_that_is_no_decimal_digit_makes_no_text_crash(word: str) -> None:
    reading = read(f"In {word} the army killed {word} people; since May {word}, {word} people died on {word} June.", date(2020, 5, 5))
    totals(reading, figures(reading))


@pytest.mark.parametrize("verb", ["said", "wrote", "posted", "reported", "confirmed", "warned", "insisted", "acknowledged", "noted"])
def test_who_tells_of_the_dead_is_not_one_of_them(verb: str) -> None:
    text = f"A drone killed five people in Goma, governor Samuel Kato {verb}."
    assert [(figure.measure, figure.value_best) for figure in figures(read(text, date(2024, 3, 1)))] == [("killed", 5)]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("28 gunmen loyal to ousted President Omar Torr had also died.", "gunmen"),
        ("Two aides to former President Omar Torr died in the crash.", "aides"),
        ("Twelve fighters close to Commander Omar Torr died in Oulo.", "fighters"),
        ("Three relatives of General Omar Torr died in Oulo.", "relatives"),
        ("In Oulo a soldier died.", "a soldier"),
        ("The blast hit a market, with a woman dying on the spot.", "a woman"),
    ],
)
def test_who_is_named_to_say_whose_men_died_did_not_die(text: str, victim: str) -> None:
    (figure,) = found(text)
    assert figure.victim is not None
    assert text[slice(*figure.victim)] == victim


@pytest.mark.parametrize(
    ("text", "revises"),
    [
        ("The army said shelling in Aden had killed 14 people and hurt 20, raising an earlier toll of nine.", {14: 9}),
        ("Shelling in Aden killed 14 people. An earlier attack killed nine.", {}),
    ],
)
def test_an_earlier_toll_is_what_the_new_one_revises(text: str, revises: dict[int, int]) -> None:
    found = figures(read(text))
    assert {one.value_best: found[one.supersedes].value_best for one in found if one.supersedes is not None} == revises


@pytest.mark.parametrize(
    "text",
    [
        "The president mourned those killed.",
        "Three nurses treated those wounded in the blast.",
        "The envoy met those detained.",
        "The minister told a briefing that some of those freed had been tortured.",
    ],
)
def test_who_does_something_for_those_harmed_is_not_harmed(text: str) -> None:
    assert found(text) == []


def test_a_part_of_those_killed_is_counted() -> None:
    assert [one.value_best for one in found("The bomb killed 12 people. Police said those killed included three children.")] == [12, 3]
    assert [one.value_best for one in found("Seven of those killed were children, police said.")] == [7]


@pytest.mark.parametrize(
    ("text", "measure", "counted"),
    [
        ("Minister Amal Sand rejected the figure, saying that it included people who had died of other diseases.", "killed", 0),
        ("Ivo Torr, who died in hospital on Monday, was a baker.", "killed", 1),
        ("Ana Sand (30), who was killed too, was a nurse.", "killed", 1),
        ("The 15 students seized from Girls' School, Oulo, regained their freedom on Monday.", "released", 0),
        ("Ivo Torr, a trader from Oulo, regained his freedom on Monday.", "released", 1),
        ("A second examination found three broken ribs and injuries to the skull.", "injured", 0),
        ("The blast caused injuries to two passengers.", "injured", 1),
    ],
)
def test_a_name_is_counted_where_the_harm_is_told_of_it(text: str, measure: str, counted: int) -> None:
    assert sum(figure.measure == measure for figure in found(text)) == counted
