"""Whether a number may count people: years, ages, days, hours, sums of money, rates and numbers of roads do not.

Belongs here: what the words beside a number say of it. Does not belong here: what numbers are (`number`), and whom one counts (`victim`).
"""

from transforms.text.casualties.phrase import Passage
from transforms.text.quantities.classes import (
    ALPHABET,
    BE,
    COMMA,
    DASH,
    DET,
    EVENTISH,
    MODIFIER,
    MONTH,
    NAME,
    PLURAL,
    VICTIM,
)
from transforms.text.quantities.number import Number

_having = ALPHABET.having
_SINGULAR = _having("SINGULAR")
_COUNT = _having("M_COUNT", "M_BODY", "M_CAPTIVES", "M_LIVES")
_NUMBERED = frozenset(("$", "£", "€", "#", ".", "aged", "age", "no.", "number", "highway", "route"))
_DENIED = frozenset(("not", "neither", "nor"))
_HOW = frozenset(("that", "so", "too", "how", "this"))
_MEASURED = frozenset(("%", "p.m.", "a.m.", "pm", "am", "percent"))
# The words after and before which a number may be none that counts: most have none of them beside them.
_BEFORE_NO_COUNT = frozenset(ALPHABET.tags((*_NUMBERED, "and", "of", ",", "(", ":"))) | MONTH | NAME
_AFTER_NO_COUNT = frozenset(ALPHABET.tags((*_MEASURED, "a", "p", "year", "years", ":", ".", "/", "-"))) | MONTH
_RANKED = frozenset(("victim", "body", "corpse", "fatality"))
_UNDERGOES = _having("LOSE", "SUSTAIN")  # "the fourth lost her sight"
_AGES = _having("DIGITS", "CARDINAL", "ONE", "TENS")
EACH = frozenset(("a", "per", "each", "every"))
_PERIODS = frozenset(("day", "week", "month", "year", "night", "hour"))
_PARENTS = frozenset(("mother", "father"))
_ONE_OF_KIND = frozenset(("man", "woman", "boy", "girl", "child", "youth", "teenager", "baby"))


def may_count(passage: Passage, number: Number) -> bool:
    """Whether the number may count people: years, ages, days, hours, sums of money and numbers of roads do not."""
    tags, lows = passage.tags, passage.lows
    first, core, stop = number.first, number.core, number.stop
    digits = lows[core][0].isdigit()
    if number.form == "both" and stop + 1 < passage.stop and lows[stop].isdigit() and tags[stop + 1] in COMMA:
        return False  # "a husband and wife, both 81, were found dead"
    if first > passage.first + 1 and lows[first - 2 : first] == ["all", "but"]:
        return False  # "all but three of the dead were women"
    if first > passage.first and lows[first - 1] in _DENIED and number.quantifier == "exact":
        return False  # "two of them, not five as the army claimed"
    if lows[core] == "many" and first > passage.first and lows[first - 1] in _HOW:
        return False  # "there was no sign of that many deaths"
    if first > passage.first and lows[first - 1] in {"aged", "ages", "and"} and _is_in_ages(passage, first - 1, stop):
        return False
    if first > passage.first + 1 and lows[first - 1] == "of" and lows[first - 2] in _PARENTS:
        return False  # "a mother of five died"
    if first > passage.first + 1 and lows[first - 1] == "of" and lows[first - 2] in _ONE_OF_KIND and not _people_follow(passage, stop):
        return False  # "a boy of six"
    if lows[stop : stop + 1] == ["head"]:
        return False  # "200 head of cattle"
    if digits:
        if first - 1 > passage.first and lows[first - 1] == "/" and lows[first - 2].isdigit():
            return False  # "23/11"
        if (
            first - 1 > passage.first
            and lows[first - 1] in {"both", "each"}
            and tags[first - 2] in COMMA
            and tags[stop : stop + 1] in COMMA
        ):
            return False  # "a husband and wife, both 81, were found dead"
        if first > passage.first and tags[first - 1] in _BEFORE_NO_COUNT and _is_of_what_stands_before(passage, number):
            return False
        year = lows[core]
        if len(year) == 4 and year.isdigit() and "1900" <= year <= "2099" and number.quantifier == "exact":
            before = tags[first - 1] if first > passage.first else ""
            if (before in MONTH or before in DET) and stop < passage.stop and tags[stop] in _COUNT:
                return False  # "the 2014 killings of three teenagers", "the May 2014 deaths"
            return _people_follow(passage, stop) and (first == passage.first or lows[first - 1] not in {"in", "since", "during"})
    if stop < passage.stop and tags[stop] in _AFTER_NO_COUNT and _is_of_what_follows(passage, stop, digits=digits):
        return False
    if number.form != "ordinal" or lows[first] in {"a", "an"}:
        return number.form != "ordinal" or "of" not in lows[stop - 1 : min(stop + 1, passage.stop)]  # "a third of the hostages"
    if lows[first] != "the" or stop == passage.stop:
        return False
    ranked = lows[stop] in _RANKED  # "the 45th victim was found"
    return ranked or tags[stop] in BE or tags[stop] in EVENTISH or tags[stop] in _UNDERGOES


def _is_of_what_stands_before(passage: Passage, number: Number) -> bool:
    """Whether the words before say what the number is: "May 12", "aged 12", "$12", "Ahmed Ali, 35, ..."."""
    tags, lows = passage.tags, passage.lows
    before, stop = number.first - 1, number.stop
    low = lows[before]
    inner = before > passage.first
    if low in _NUMBERED or (low in {"and", ","} and _is_in_ages(passage, before, stop)):
        return True
    if low == ":":
        starts, ends = passage.reading.starts, passage.reading.ends
        return inner and lows[before - 1][0].isdigit() and starts[number.first] == ends[before]
    if low == "of":
        return inner and lows[before - 1] in _ONE_OF_KIND and not _people_follow(passage, stop)  # "a boy of 12"
    if tags[before] in MONTH and (low != "may" or passage.words[before] == "May"):
        return not _people_follow(passage, stop)
    after = stop if stop < passage.stop else -1
    if tags[before] in NAME:
        told = after >= 0 and (tags[after] in EVENTISH or tags[after] in BE)
        return inner and number.core == number.first and not told and not _people_follow(passage, stop)
    if after < 0 or not inner:
        return False
    if low in {",", "("}:
        set_off = lows[after] in {",", ")", "."} or (tags[after] in DASH and tags[before - 1] in NAME)
        named = before - 1 - (lows[before - 1] == ".")  # "Ivo M., 63, ..."
        if set_off and (tags[named] in NAME or tags[named] in _SINGULAR):
            return True  # an age
    return _is_of_ages(passage, before, after)


def _is_of_what_follows(passage: Passage, after: int, *, digits: bool) -> bool:
    """Whether what follows at the token `after` says what the number is: "12 May", "12 %", "12:30", "12-year", "12 years old"."""
    lows = passage.lows
    mark = lows[after]
    if mark in _MEASURED:
        return True
    if passage.tags[after] in MONTH:
        return not (mark == "may" and lows[after + 1 : after + 2] in (["have"], ["be"], ["also"]))  # "200 may have died"
    if after + 1 == passage.stop:
        return False
    if mark in {"a", "p"} and lows[after + 1 : after + 3] == [".", "m"]:
        return True
    if mark in {"year", "years"}:
        return digits and lows[after + 1] == "old"
    starts, ends = passage.reading.starts, passage.reading.ends
    if starts[after + 1] != ends[after]:
        return False
    figures = lows[after + 1][0].isdigit()
    return (mark in {":", ".", "/"} and figures) or (mark == "-" and not figures and ends[after - 1] == starts[after])


def is_rate(passage: Passage, at: int) -> bool:
    """Whether "a day" or "per week" follows at the token `at`, and no "a day after"."""
    lows = passage.lows
    if at + 1 >= passage.stop or lows[at] not in EACH or lows[at + 1] not in _PERIODS:
        return False
    return lows[at] != "a" or lows[at + 2 : at + 3] not in (["after"], ["before"], ["earlier"], ["later"], ["ago"])


def _people_follow(passage: Passage, start: int) -> bool:
    end = start
    while end < min(passage.stop, start + 4):
        tag = passage.tags[end]
        if tag in VICTIM or tag in _COUNT:
            return True
        if tag not in MODIFIER:
            return False
        end += 1
    return False


def _is_in_ages(passage: Passage, at: int, stop: int) -> bool:
    """Whether the list that goes on at the token `at` is one of ages: "aged 19, 22 and 31"; not "aged eight, and 59 people"."""
    lows = passage.lows
    if lows[at] not in {"aged", "ages"} and _people_follow(passage, stop):
        return False
    while at > passage.first and (lows[at] in {"and", ","} or passage.tags[at] in _AGES):
        at -= 1
    return lows[at] in {"aged", "ages"} or lows[at - 1 : at + 1] == ["ages", "of"]  # "between the ages of 20 and 31"


def _is_of_ages(passage: Passage, before: int, after: int) -> bool:
    """Whether the number between the two tokens is an age: "two girls, 7 and 9, ..."."""
    lows = passage.lows
    if lows[before] == "," and lows[after] == "and" and before > passage.first and after + 2 < passage.stop:
        return _may_have_ages(passage, before - 1) and lows[after + 1][0].isdigit() and lows[after + 2] == ","
    if lows[before] == "and" and lows[after] == "," and before - 3 >= passage.first:
        return lows[before - 1][0].isdigit() and lows[before - 2] == "," and _may_have_ages(passage, before - 3)
    return False


def _may_have_ages(passage: Passage, at: int) -> bool:
    """Whether several persons are told there: "two girls, 7 and 9, ...", "Rana and Nour Torr, 22 and 19, ..."."""
    return passage.tags[at] in NAME or (passage.tags[at] in PLURAL and passage.tags[at] in VICTIM)
