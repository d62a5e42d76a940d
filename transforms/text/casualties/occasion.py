"""What is told as the occasion of something else: no harm of the day.

Belongs here: the words around a harm that tell it as a reason, an earlier event or a year of its own. Does not belong here:
what is denied (`unreal`), days as dates (`date`), and which figures are background for their date (`casualty`).
"""

from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.voice import joined_to
from transforms.text.quantities.classes import ALPHABET, AND, BE, COMMA, EVENTISH, MONTH, NUMBERS, REL, SETS, STOP, UNIT
from transforms.text.quantities.date import is_record

_having = ALPHABET.having
_MORE = _having("more", "another", "other", "others")
_MOTIVE = _having("MOTIVE")
_CAUSE = _having("CAUSE")
_THEIR_OWN = frozenset(("he", "she"))
DAYS = frozenset(("day", "days"))
_AGO = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "soon"))
_EARLIER = frozenset(("similar", "previous", "earlier", "prior"))
_LAST = frozenset(("time", "week", "month", "year"))
_LONG = frozenset(("week", "month", "year"))
_LONGER = _LONG | {"weeks", "months", "years"}
_LONG_AGO = frozenset(("years", "decades", "months", "year", "decade"))
_BACK = frozenset(("ago", "earlier", "before"))
_YEAR_WITHIN = 6  # words before a harm
_IN_YEAR = frozenset(("in", "since"))
_THEN = frozenset(("after", "when", "before", "while"))

# "On Wednesday it had put the dead at 187."
_HAD_PUT = ALPHABET.compile("{had}(?:{ADV|EARLIER}){0,2}{put|given}")


def is_past(parse: Sentence, event: Harm) -> bool:
    """Whether it is told as the reason or occasion of the day's event: "to avenge the killing of", "days after a similar attack"."""
    tags, lows = parse.tags, parse.lows
    if event.form == "toll":
        had_put = parse.counted is not None and _HAD_PUT.search(tags, max(parse.first, event.start - 4), event.start + 1)
        return lows[event.start - 1] in SETS["former"] or bool(had_put)
    before = tags[max(parse.first, event.start - 7) : event.start]
    before = before[max((at + 1 for at, tag in enumerate(before) if tag in COMMA), default=0) :]
    if event.form == "of" and parse.counted is not None and "followed" in parse.lows[max(parse.first, event.start - 3) : event.start]:
        return True  # "It followed the killing of 26 pilgrims in May"
    if parse.counted is not None and _opens_earlier(parse):
        return True
    if event.form in {"of", "base", "ing"} and any(tag in _MOTIVE for tag in before):
        return True
    if event.form == "of" and not _CAUSE.isdisjoint(before) and "by" in lows[max(parse.first, event.start - 5) : event.start]:
        return True  # "protests sparked by the death of a student"
    for told in (_told_before(parse, event), _told_of_year(parse, event)):
        if told is not None:
            return told
    return _is_of_other_year(parse, event)


def _opens_earlier(parse: Sentence) -> bool:
    """Whether the sentence begins weeks before what the text told first: "Last month, ...", "Two weeks earlier ..."."""
    lows, first = parse.lows, parse.first
    if lows[first] == "last" or lows[first : first + 2] == ["earlier", "this"]:
        return lows[first + 1 + (lows[first] == "earlier")] in _LONG
    return any(lows[at] in _BACK and lows[at - 1] in _LONGER for at in range(first + 1, min(parse.stop, first + 4)))


def _told_before(parse: Sentence, event: Harm) -> bool | None:
    """Whether the words before a harm put it before the day's event; None where they do not say when it was."""
    tags, lows = parse.tags, parse.lows
    for at in range(event.start - 1, max(parse.first, event.start - 14) - 1, -1):
        low, before = lows[at], lows[at - 1]
        if low == "others" and tags[at - 1] in NUMBERS:
            return None  # "..., a day after three others were stabbed"
        if low == "more" and lows[at + 1] == "than":
            continue  # "a 2015 collapse left more than 100 dead"
        joins = (tags[at] in COMMA or tags[at] in AND) and tags[at + 1] not in NUMBERS
        if joins or tags[at] in STOP or (tags[at] in _MORE and ("after" not in lows[at - 2 : at] or "soon" in lows[at - 3 : at])):
            return None
        if low == "after" and at > parse.first and before in _AGO and lows[at - 2] != "soon" and lows[at - 3 : at - 1] != ["than", "a"]:
            news = event.form != "of" and before in DAYS and parse.counted is None and EVENTISH.isdisjoint(tags[parse.first : at])
            return not news  # "rescuers searched the ruins on Sunday, a day after a missile killed 29 people": still the news
        if low in _EARLIER and tags[at + 1] in UNIT:
            return True
        if low == "last" and lows[at + 1] in _LAST and (tags[at - 1] in REL or any(tag in REL for tag in tags[at : event.start])):
            return True  # "where last week eight died"
        if low == "anniversary" and before != "the":
            return True  # "the first anniversary of a massacre that killed 134"
        if low == "time" and before == "last":
            return True
        if low == "since" and before in _LONG_AGO:
            return True  # "30 years since the genocide in which 800,000 people were killed"
        thing = tags[at + 1] in UNIT or lows[at + 1] in SETS["happenings"] or lows[at + 1] in SETS["incidents"]
        if _is_year(low) and thing and before in {"a", "an", "the"}:
            told = tags[at : event.start]
            if BE.isdisjoint(told) or not REL.isdisjoint(told):  # not: "a man wanted over the 2015 bombing was shot dead"
                return _is_other_year(parse, low)  # "a 2015 bombing that killed 14"
    return None


def _told_of_year(parse: Sentence, event: Harm) -> bool | None:
    """Whether a clause says of what year a harm is, behind the year: "the worst since 2009, when 58 people died"; None without one."""
    tags, lows = parse.tags, parse.lows
    for at in range(event.start - 1, max(parse.first + 2, event.start - 14) - 1, -1):
        comma = at - 1 - (lows[at] == "which" and lows[at - 1] == "in")  # "the siege of 2004, in which 334 people died"
        told = lows[comma - 1] if (lows[at] == "when" or comma < at - 1) and lows[comma] == "," else ""
        if _is_year(told):
            return _is_other_year(parse, told)
        if tags[at] in STOP or tags[at] in EVENTISH:
            return None
    return None


def _is_of_other_year(parse: Sentence, event: Harm) -> bool:
    """Whether a year stands behind a harm, or opens its sentence, that is not the text's: "killed 12 people in 2009"."""
    tags, lows = parse.tags, parse.lows
    spans = [range(event.stop, min(parse.stop, event.stop + 12))]
    if lows[parse.first] in {"in", "since", "back"}:
        spans.append(range(parse.first + 1, min(event.start, parse.first + 4)))
    if parse.counted is not None and parse.reading.published is None:
        spans.append(range(max(parse.first + 2, event.start - _YEAR_WITHIN), event.start))  # "was attacked in June 2014 with 40 killed"
    for span in spans:
        for at in span:
            word = lows[at]
            if tags[at] in STOP or tags[at] in EVENTISH or (word == "since" and is_record(lows[event.stop : at])):
                break
            led = lows[at - 1] in _IN_YEAR or (tags[at - 1] in MONTH and lows[at - 2] in _IN_YEAR)
            if led and word.isdecimal() and _is_year(word):
                published = parse.reading.published
                return int(word) != published.year if published else parse.index > 0
    return False


def _is_year(word: str) -> bool:
    return len(word) == 4 and "1900" <= word <= "2099"


def _is_other_year(parse: Sentence, year: str) -> bool:
    """Whether a year is not that of the text."""
    return parse.reading.published is None or year != str(parse.reading.published.year)


def is_of_somebody_told(parse: Sentence, event: Harm) -> bool:
    """Whether who did it is told to have been harmed: "police shot dead a soldier on Sunday after he killed 26 people"."""
    at = joined_to(parse, event).first - 2
    if at <= parse.first or parse.lows[at + 1] not in _THEIR_OWN or parse.lows[at] not in _THEN:
        return False
    return any(other.stop <= at and not other.unreal for other in parse.events)
