"""The fields of casualty figures, each case with the sentence that must not be read so."""

from datetime import date
from typing import Any

import pytest

from transforms.text.casualties.casualty import figures
from transforms.text.reading import read
from transforms.text.statements.statement import statements

WEDNESDAY = date(2024, 3, 6)


def rows(text: str, *names: str) -> list[tuple[Any, ...]]:
    """The named fields of each figure of the text, spans as their words; `value` stands for the best value or the quantifier."""
    reading = read(text, WEDNESDAY)
    found = figures(reading, statements(reading))
    return [tuple(_field(figure, name, text, found) for name in names) for figure in found]


def _field(figure: Any, name: str, text: str, found: list[Any]) -> Any:
    if name == "value":
        return figure.quantifier if figure.value_best is None else figure.value_best
    if name == "part_of":
        return None if figure.subset_of is None else found[figure.subset_of].value_best
    value = getattr(figure, name)
    return text[slice(*value)] if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 20 Druze and Bedouin civilians were killed.", [(20, "Druze and Bedouin civilians", "civilian")]),
        ("Two Indian and Pakistani soldiers died.", [(2, "Indian and Pakistani soldiers", "combatant")]),
        ("Six NATO and Afghan troops were wounded.", [(6, "NATO and Afghan troops", "combatant")]),
        ("Six NATO soldiers were wounded.", [(6, "NATO soldiers", "combatant")]),
        ("Gunmen killed 12 Palestinians and Israeli troops withdrew.", [(12, "Palestinians", "unspecified")]),
        ("Gunmen killed one Afghan and two NATO soldiers.", [(1, "Afghan", "unspecified"), (2, "NATO soldiers", "combatant")]),
    ],
)
def test_of_which_sides_they_are_stands_before_the_noun(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "victim", "victim_status") == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A bomb killed 12 people on Monday. The next day gunmen shot dead two policemen.", ["2024-03-04", "2024-03-05"]),
        ("A bomb killed 12 people on Monday. A nurse died two days later.", ["2024-03-04", "2024-03-06"]),
        ("A bomb killed 12 people on Monday. The day before, a shell killed four.", ["2024-03-04", "2024-03-03"]),
        ("The day before the vote a bomb killed 12 people.", [None]),
        ("A bomb killed 12 people. A nurse died two days later.", [None, None]),
    ],
)
def test_a_day_is_told_by_the_one_before(text: str, days: list[str | None]) -> None:
    assert [day for (day,) in rows(text, "event_date")] == days


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gunmen killed three soldiers and wounded 14 civilians. Two of them later died of their wounds.", [None, None, None]),
        ("A blast wounded five people in Bara. One of them, a man of 62, died in hospital.", [None, None]),
        ("Gunmen killed 13 soldiers and wounded 14. Two of them were killed at the gate.", [None, None, 13]),
    ],
)
def test_who_dies_of_it_is_none_of_the_dead_told_before(text: str, parts: list[int | None]) -> None:
    assert [part for (part,) in rows(text, "part_of")] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Shelling of Bara killed 65 people. One shell hit a bus, killing all 22 on board.", [(65, None), (22, 65)]),
        ("Shelling of Bara killed 15 people. One shell hit a bus, killing all 22 on board.", [(15, None), (22, None)]),
        ("Shelling has killed 65 people since May. In one attack, six men were killed.", [(65, None), (6, None)]),
        ("Crashes killed 35 people. In the first, 12 died. Hours later, 23 people died in Oulo.", [(35, None), (12, 35), (23, 35)]),
        ("Crashes killed 35 people. In the first, 12 died. Hours later, 24 people died in Oulo.", [(35, None), (12, None), (24, None)]),
    ],
)
def test_incidents_are_parts_of_what_they_come_to(text: str, parts: list[tuple[int, int | None]]) -> None:
    assert rows(text, "value", "part_of") == parts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The defence ministry said it had hit a camp and killed 12 rebels.", "The defence ministry"),
        ("The defence ministry said it had visited the site where a mine had gone off and killed 12 rebels.", None),
        ("The gunmen rounded up farmers and opened fire, and 12 people were killed.", "The gunmen"),
        ("The farmers rounded up cattle and opened gates, and 12 people were killed.", None),
    ],
)
def test_who_did_one_thing_and_then_another(text: str, who: str | None) -> None:
    assert rows(text, "perpetrator") == [(who,)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("About 50 hostages remain in captivity, of whom 20 are believed to be alive.", [(50, None, "unknown"), (20, 50, "believed")]),
        ("About 50 hostages remain in captivity. Twenty soldiers are believed to be alive.", [(50, None, "unknown")]),
    ],
)
def test_captives_who_live_are_some_of_them(text: str, held: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "part_of", "count_basis") == held


def test_where_else_a_war_has_gone_is_not_where_it_killed() -> None:
    assert rows("The war, which has spilled into Chad, has killed 12,000 people.", "place") == [(None,)]
    assert rows("A fire, which broke out in Chad, has killed 12 people.", "place") == [("Chad",)]


def test_hunger_claims_lives_as_wars_do() -> None:
    assert rows("Gunmen killed two men on Monday. Hunger has claimed 303 lives.", "value", "measure_kind") == [
        (2, "event_total"),
        (303, "cumulative"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A strike by the air force on a village killed seven people.", "the air force"),
        ("They were taken by force from a village, and seven people were killed.", None),
        ("Helicopters of Myanmar's military fired on a school, killing seven children.", "Myanmar's military"),
        ("Huts of Myanmar's delta burned near a school, killing seven children.", None),
        ("The group is holding 18 foreign captives.", "The group"),
        ("The jail was holding 18 captives when rebels attacked it.", None),
    ],
)
def test_whose_craft_and_which_holder_is_told(text: str, who: str | None) -> None:
    assert rows(text, "perpetrator")[-1] == (who,)


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("Rescuers were searching for 14 miners after the blast.", "missing", 14),
        ("Rescuers were searching for survivors among 14 miners.", "missing", None),
        ("Police were searching for three gunmen after the blast.", "missing", None),
        ("Eighteen people sought medical help after the blast.", "injured", 18),
        ("Eighteen people sought help with their rent.", "injured", None),
    ],
)
def test_who_is_searched_for_or_seeks_help(text: str, measure: str, count: int | None) -> None:
    assert next((value for kind, value in rows(text, "measure", "value") if kind == measure), None) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The toll is 22, of whom 19 died in Bara on Tuesday.", [(22, None, None), (19, "Bara", "2024-03-05")]),
        ("A blast killed 22 people, of whom 19 were nurses, in Bara on Tuesday.", [(22, "Bara", "2024-03-05"), (19, "Bara", "2024-03-05")]),
    ],
)
def test_what_is_told_of_a_part_is_not_told_of_the_whole(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "place", "event_date") == told


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eighteen soldiers were killed in Bara. Four of the soldiers were beheaded.", [(18, None), (4, 18)]),
        ("Eighteen soldiers were killed in Bara. Four of the gunmen were killed.", [(18, None), (4, None)]),
        ("Eighteen soldiers were killed in Bara. Four more of the soldiers died in hospital.", [(18, None), (4, None)]),
        ("The group is holding 18 captives, among them two nuns.", [(18, None), (2, 18)]),
        ("Five militants died, including a boy of 15 and a brother of the mayor.", [(5, None), (1, 5), (1, 5)]),
    ],
)
def test_some_of_those_counted_are_a_part(text: str, parts: list[tuple[int, int | None]]) -> None:
    assert rows(text, "value", "part_of") == parts


@pytest.mark.parametrize(
    "text", ["The mission recorded 1,783 casualties, including 573 deaths.", "The mission recorded 1,783 casualties, including 573 dead."]
)
def test_the_dead_among_casualties_are_counted_once(text: str) -> None:
    assert rows(text, "measure", "value") == [("killed_or_injured", 1783), ("killed", 573)]


def test_since_somebody_seized_power_is_a_day() -> None:
    text = "At least 2,299 civilians have been killed since the army seized power on Feb. 1, 2021."
    assert rows(text, "period_start", "period") == [("2021-02-01", "since the army seized power on Feb. 1, 2021")]
    assert rows("Gunmen have killed 12 people since seizing two villages in May.", "value") == [(12,)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Soldiers killed nine villagers on Monday. Twenty people were wounded.", "Soldiers"),
        ("Soldiers killed nine villagers on Monday. Twenty people were wounded when a bus overturned.", None),
        ("Soldiers killed nine gunmen on Monday. Twenty people were wounded.", None),
        ("Soldiers killed nine villagers on Monday. Two policemen were wounded.", None),
        ("Islamist fighters had attacked a militia camp, killing 11 militiamen.", "Islamist fighters"),
        ("Nine soldiers were killed when Kurdish militants tried to infiltrate a base.", "Kurdish militants"),
        ("The Baloch Army, which claimed the attack, said earlier that it had executed 50 captives.", "The Baloch Army"),
    ],
)
def test_who_struck_is_told_before(text: str, who: str | None) -> None:
    assert rows(text, "perpetrator")[-1] == (who,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A man gave himself up on Saturday over a knife attack that killed three people.", None),
        ("The group claimed responsibility on Sunday for a blast that killed 12 people.", None),
        ("The group carried out an attack on Sunday that killed 12 people.", "2024-03-03"),
        ("On Sunday, gunmen carried out an attack that killed 12 people.", "2024-03-03"),
    ],
)
def test_the_day_of_an_answer_is_not_the_day_of_the_deed(text: str, day: str | None) -> None:
    assert rows(text, "event_date") == [(day,)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The deaths bring the toll this year in Haiti to 5,000 people. A group gave a toll of 110.",
            [(5000, "cumulative"), (110, "event_total")],
        ),
        ("More than 5,000 people have been killed since May. A group gave a toll of 6,200.", [(5000, "cumulative"), (6200, "cumulative")]),
    ],
)
def test_a_toll_far_from_another_is_of_something_else(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "measure_kind") == told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It still holds 150 people.", 150),
        ("The stadium still holds 150 people.", None),
        ("There was no sign of that many deaths.", None),
        ("Twelve men who worked as guards were killed.", 12),
        ("The blast killed three people. The victims were two men aged 67 and 56 and a woman, 56.", 3),
    ],
)
def test_what_is_counted_and_what_is_not(text: str, count: int | None) -> None:
    assert next((value for (value,) in rows(text, "value")), None) == count


def test_the_days_of_the_news_are_no_background() -> None:
    reading = read(
        "The army executed 223 civilians in July, a group said on Thursday. Soldiers killed 44 people in Oulo on July 25.", WEDNESDAY
    )
    assert [figure.background for figure in figures(reading)] == [False, False]
    reading = read(
        "The army executed 223 civilians in July, a group said on Thursday. Soldiers killed 44 people in Oulo on May 25.", WEDNESDAY
    )
    assert [figure.background for figure in figures(reading)] == [False, True]


def test_who_was_among_the_dead_was_no_attacker() -> None:
    text = "Troops killed 33 militants. The militants killed 27 passengers. Troops freed 346 hostages. The driver was among the dead."
    assert rows(text, "value", "part_of")[-1] == (1, 27)


def test_the_list_of_victims_goes_on_behind_ages() -> None:
    text = "The blast killed three people. The victims were two men aged 67 and 56 and a woman, 56."
    assert rows(text, "value", "part_of") == [(3, None), (2, 3), (1, 3)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"We believe at least 12 rebels were killed," she said.', [(12, "believed", "believe")]),
        ("Those who believe in him mourned. At least 12 rebels were killed.", [(12, "unknown", None)]),
    ],
)
def test_who_believes_a_count_does_not_know_it(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "count_basis", "hedge") == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A bomb killed 12 people on Friday. On Monday a guard died in Kidar. The same day, two nuns were shot dead in Kayar.",
            ["2024-03-01", "2024-03-04", "2024-03-04"],
        ),
        (
            "A bomb killed 12 people on Friday. In 2017 nine died. The same day, two nuns were shot dead.",
            ["2024-03-01", None, "2024-03-01"],
        ),
        ("More than 2,000 people were hurt in villages of the Zendar Jan district on Saturday.", ["2024-03-02"]),
        ("Four workers are missing, she said, and three bodies were found on Monday.", [None, "2024-03-04"]),
    ],
)
def test_days_go_with_what_they_are_told_of(text: str, days: list[str | None]) -> None:
    assert [day for (day,) in rows(text, "event_date")] == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kyiv and Moscow exchanged 478 prisoners. Kyiv said 230 Ukrainians had come home, and 248 Russians were handed over.",
            [(478, "released", None), (230, "released", 478), (248, "released", 478)],
        ),
        ("Twelve people had come home from the front.", []),
        ("The two suspects were handed over to the police.", []),
        ("About 3,000 families returned to their homes.", [(3000, "returned", None)]),
        ('"There are still thousands of our people in captivity."', [("thousands", "held_captive", None)]),
        ("Two lions in captivity fell ill.", []),
    ],
)
def test_who_comes_home_in_an_exchange_is_released(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "measure", "part_of") == told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Russian drone killed a couple and shelling wounded three pensioners.", ["Russian", None]),
        ("A Russian drone killed a couple and wounded three pensioners.", ["Russian", "Russian"]),
        ("Gunmen attacked a convoy on Monday, killing a guard. The same day, two nuns were shot dead near Kayar.", ["Gunmen", None]),
    ],
)
def test_a_strike_of_nobody_is_nobodys(text: str, who: list[str | None]) -> None:
    assert [by for (by,) in rows(text, "perpetrator")] == who


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An unspecified number of civilians had died.", [("unknown_number", "civilians")]),
        ("The number of civilians who had died was unknown.", []),
    ],
)
def test_an_unknown_number_is_a_count(text: str, value: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "victim_group") == value


def test_where_a_disaster_struck_is_its_place() -> None:
    assert rows("Two people were hurt in the tremors, which flattened villages in the Zendar district.", "place") == [
        ("the Zendar district",)
    ]
    assert rows("Two people were killed, said Ansar Dor, which is based in the Zendar district.", "place") == [(None,)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A fire hurt more than 450 people, the ministry said, a day after a blast.", [(450, "event_total")]),
        ("About 450 people are hurt a day.", [(450, "cumulative")]),
        ("Some 600 residents were evacuated and have since gone home.", [(600, "event_total")]),
        ("Some 600 residents have been evacuated since Monday.", [(600, "cumulative")]),
    ],
)
def test_a_day_after_is_no_rate(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "value", "measure_kind") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("His wife was wounded and later died.", [("killed", 1)]),
        ("Two guards were wounded and died in hospital.", [("killed", 2)]),
        ("Two guards were wounded and a nurse died.", [("injured", 2), ("killed", 1)]),
        (
            "Two people died and three are in intensive care. A firefighter was overcome by fumes.",
            [("killed", 2), ("injured", 3), ("injured", 1)],
        ),
        ("Nine people were hurt. Three are in intensive care.", [("injured", 9)]),
        ("The former mayor died of a heart attack.", []),
        ("The former mayor died of a wound to the heart.", [("killed", 1)]),
    ],
)
def test_who_is_hurt_and_who_died_of_it(text: str, told: list[tuple[Any, ...]]) -> None:
    assert rows(text, "measure", "value") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed at least 43, seven women and three children among them.", [(43, None), (7, 43), (3, 43)]),
        ("Gunmen killed two guards, seven women and three children.", [(2, None), (7, None), (3, None)]),
        (
            "The clash left 82 dead and 156 wounded. Among the dead, 16 were Sunnis, while 66 were Shias.",
            [(82, None), (156, None), (16, 82), (66, 82)],
        ),
    ],
)
def test_parts_are_told_behind_their_whole(text: str, told: list[tuple[int, int | None]]) -> None:
    assert rows(text, "value", "part_of") == told


@pytest.mark.parametrize(
    ("text", "place", "who"),
    [
        ("12 die in Bara blast", "Bara", None),
        ("12 killed in Taliban attack", None, "Taliban"),
        ("12 hurt in Hezbollah blast", None, None),
        ("Bara attack kills 12", None, None),
        ("Rebels attack village, 12 killed", None, "Rebels"),
        ("Two climbers died on Monte Rosa on Monday.", "Monte Rosa", None),
    ],
)
def test_headlines_name_the_place_or_who_did_it(text: str, place: str | None, who: str | None) -> None:
    assert rows(text, "place", "perpetrator") == [(place, who)]


@pytest.mark.parametrize(
    ("text", "day", "background"),
    [
        ("The tribes signed a truce on Sunday after three days of fighting that left 82 people dead.", None, False),
        ("The fighting on Sunday left 82 people dead.", "2024-03-03", False),
        ("It is 30 years since the genocide in which 800,000 people were killed.", None, True),
        ("It has been two months since the truce began, and 12 people were killed on Sunday.", "2024-03-03", False),
    ],
)
def test_what_came_before_the_day_is_not_of_the_day(text: str, day: str | None, background: bool) -> None:
    assert rows(text, "event_date", "background") == [(day, background)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The fighting has killed more than 300 since June, the UN said last month.", "since June"),
        ("The fighting has killed more than ten in July.", "in July"),
        ("A tenth more people were killed than in June.", None),
    ],
)
def test_more_than_a_number_compares_no_days(text: str, period: str | None) -> None:
    assert next((words for (words,) in rows(text, "period")), None) == period


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A suicide bomber killed 70 people on Sunday. More than 340 people were wounded in the blast.", "A suicide bomber"),
        ("A suicide bomber killed 70 people on Sunday. Nine people were wounded in a blast elsewhere.", None),
        ("Militants have bombed buses before: in 2021 three people burned to death when gunmen torched a bus.", "gunmen"),
    ],
)
def test_who_did_it_is_told_in_the_same_breath(text: str, who: str | None) -> None:
    assert rows(text, "perpetrator")[-1] == (who,)


def test_a_month_projects_nothing() -> None:
    text = "The number of casualties rose in May, with at least 174 people killed."
    assert ("unknown", None) in rows(text, "count_basis", "hedge")
    assert rows("The death toll may reach 174.", "count_basis", "hedge") == [("projected", "may")]


def test_somebody_there_who_tells_it_is_not_hurt() -> None:
    text = "A shell hit a camp, killing a woman and wounding her two sons, a volunteer there told Reuters."
    assert rows(text, "measure", "value") == [("killed", 1), ("injured", 2)]
