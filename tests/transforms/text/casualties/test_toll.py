"""Totals: what the figures of a text come to. That they come out right is shown in `test_casualty` and by the golden texts."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.lexicon import rows
from transforms.text.casualties import signal_words, tally, toll
from transforms.text.casualties.casualty import figures
from transforms.text.reading import read

WINDOWS = frozenset(("between", "near", "opening", "own", "inside", "leader"))
SIGNALS = [
    (signal_words.cue(words, pattern), signal, windows, example) for signal, windows, words, pattern, example in rows("toll_signals")
]
_CUES = [cue for cue, _, _, _ in SIGNALS] + [signal_words.TOLD_IN_ALL]


@pytest.mark.parametrize("cue", _CUES, ids=lambda cue: min(cue.words))
def test_what_a_cue_finds_holds_one_of_its_words(cue: signal_words.Cue) -> None:
    @settings(max_examples=50, deadline=None, database=None)
    @given(st.from_regex(cue.pattern, fullmatch=True))
    def holds(text: str) -> None:
        assert not cue.words.isdisjoint(re.findall(r"\w+", text))

    holds()


@pytest.mark.parametrize(
    ("cue", "signal", "windows", "example"), SIGNALS, ids=[f"{signal}: {example}" for _, signal, _, example in SIGNALS]
)
def test_each_signal_is_found_in_its_example(cue: signal_words.Cue, signal: str, windows: str, example: str) -> None:
    told = frozenset(re.findall(r"\w+", example))
    assert cue(told, example)
    assert signal in signal_words.signalled(told, dict.fromkeys(windows.split(), example) | dict.fromkeys(WINDOWS - {*windows.split()}, ""))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A mortar shell killed eight people in Orel. A second shell killed five in the north.", "add"),
        ("Eight people were killed in Orel. Another five died in Tarn.", "add"),
        ("A bomb killed seven people in Orel. Police said it went off at a bus station, killing seven civilians.", "same"),
        ("Gunmen killed eight farmers. As they withdrew they shot dead five traders.", "add"),
        ("Eleven people drowned and seven were shot dead.", "add"),
        ("Gunmen killed the mayor. Paulo Orr, 54, was shot dead at his office.", "same"),
        ("A string of attacks killed 40 people. In Orel, 12 people died.", "same"),
        ("Eight people were killed when a bomb went off, killing seven policemen.", "same"),
        ("Eight people were killed. Police put the toll at 11.", "replace"),
        ("Four soldiers were killed. The death toll later rose to seven.", "replace"),
        ("The governor said 20 people had been killed. Initially 11 were reported dead.", "same"),
        ("At least 32 people were killed. Some reports put the toll at 50.", "same"),
        ("Three miners died. A fourth miner's body was recovered on Thursday.", "add"),
        ("Three porters were mown down. The third succumbed to his injuries in hospital.", "same"),
        ("A series of attacks in Orel killed 31 people. Other incidents across the country killed two.", "add"),
        ("A series of attacks killed 31 people. Another incident killed two.", "same"),
        ("Three people were killed in Orel (two killed by mines, one by a sniper).", "same"),
        ("Gunmen killed 17 diners. Nineteen who fled were hurt, two of whom died on Sunday.", "add"),
        ("Bandits killed 12 traders. Youths burnt two herders to death in retaliation.", "add"),
        ("Over the past day troops killed three people. Two people died in Orel, one in Tarn.", "same"),
        ("The body of a sergeant, missing since Saturday, was found. His colleague Omar Sand was found dead on Sunday.", "add"),
        ("A bomb near a bakery killed nine people. Another, in a car park, left five dead.", "add"),
        ("A lieutenant died of his injuries on Friday. The ambush on Thursday had killed five soldiers.", "add"),
        ("At least two people died. A woman was crushed to death in Orel and the other victim was hit by debris.", "same"),
        ("A policeman was killed by a bomb in Orel. A trader was shot dead.", "add"),
        ("A policeman was killed by a bomb in Orel. The constable was shot dead at his post.", "replace"),
        ("In Tarn 17 people died in a day of clashes. Next day a policeman was burnt alive.", "add"),
        ("When they left, 11 villagers lay dead. A soldier wounded in the raid died on Sunday.", "add"),
        ("Ten soldiers were killed. It was the second attack of the month; in the first, 20 people were killed.", "same"),
    ],
)
def test_how_a_count_stands_to_the_one_before_it(text: str, relation: str) -> None:
    reading = read(text)
    found = figures(reading)
    first, second = toll.counts(reading, found, "killed")
    assert toll.choose(tally.Tally(reading, found, first).signals(second)) == relation


def test_details_that_come_to_the_first_count_leave_it_as_it_is() -> None:
    reading = read("Bombers killed 20 people. Twelve people died in Orel and eight people died in Tarn.")
    assert toll.totals(reading, figures(reading))["killed"].best == 20


def test_every_weight_is_of_a_signal_that_can_be_given() -> None:
    words = {signal for signal, _, _ in signal_words.SAID}
    told = set(re.findall(r'"([a-z ]+)"', Path(tally.__file__).read_text(encoding="utf-8")))
    for signal in toll._WEIGHTS:
        parts = ("joined same place", "joined other place", "toll lowered", "toll larger", "toll smaller")
        assert signal in words | told or signal in parts, signal


def test_an_attack_of_last_month_is_not_the_day_s() -> None:
    reading = read("A bomb wounded two farmers. Last month, three shepherds were wounded when a similar device went off.")
    assert toll.totals(reading, figures(reading))["injured"].best == 2


def test_a_killing_that_the_attack_followed_is_not_the_day_s() -> None:
    reading = read("A raid left 20 people dead in Tarn. It followed the killing of 26 pilgrims in the same place.")
    assert toll.totals(reading, figures(reading))["killed"].best == 20


def test_a_number_that_is_taken_to_another_this_month_is_not_the_day_s() -> None:
    reading = read("Six rebels were killed on Friday, taking the number of rebels killed in the district this month to 22.")
    assert toll.totals(reading, figures(reading))["killed"].best == 6


def test_who_also_died_is_told_in_one_breath_with_the_attacker() -> None:
    reading = read("A rebel was killed in a clash in which an army major and a civilian also lost their lives.")
    assert toll.totals(reading, figures(reading))["killed"].best == 3


def test_what_the_attackers_claim_is_no_count_of_its_own() -> None:
    reading = read("Five soldiers were killed near Vesk on Thursday. The rebels claimed to have killed 25 soldiers.")
    total = toll.totals(reading, figures(reading))["killed"]
    assert total.best == 5
