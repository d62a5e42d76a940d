"""What is told as the occasion of something else: no harm of the day.

Belongs here: the words around a harm that tell it as a reason, an earlier event or a year of its own. Does not belong here:
what is denied (`unreal`), days as dates (`date`), and which figures are background for their date (`casualty`).
"""

from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.voice import joined_to
from transforms.text.quantities.classes import ALPHABET, AND, COMMA, EVENTISH, MONTH, NUMBERS, REL, SETS, STOP, UNIT
from transforms.text.quantities.date import is_record

_having = ALPHABET.having
_MORE = _having("more", "another", "other", "others")
_MOTIVE = _having("MOTIVE")
_CAUSE = _having("CAUSE")
_THEIR_OWN = frozenset(("he", "she"))
DAYS = frozenset(("day", "days"))
_THEN = frozenset(("after", "when", "before", "while"))


def is_past(parse: Sentence, event: Harm) -> bool:
    """Whether it is told as the reason or occasion of the day's event: "to avenge the killing of", "days after a similar attack"."""
    tags, lows = parse.tags, parse.lows
    if event.form == "toll":
        return lows[event.start - 1] in SETS["former"]
    before = tags[max(parse.first, event.start - 7) : event.start]
    if event.form in {"of", "base", "ing"} and any(tag in _MOTIVE for tag in before):
        return True
    if event.form == "of" and not _CAUSE.isdisjoint(before) and "by" in lows[max(parse.first, event.start - 5) : event.start]:
        return True  # "protests sparked by the death of a student"
    for at in range(event.start - 1, max(parse.first, event.start - 14) - 1, -1):
        if lows[at] == "others" and tags[at - 1] in NUMBERS:
            break  # "..., a day after three others were stabbed"
        joins = (tags[at] in COMMA or tags[at] in AND) and tags[at + 1] not in NUMBERS
        if joins or tags[at] in STOP or (tags[at] in _MORE and ("after" not in lows[at - 2 : at] or "soon" in lows[at - 3 : at])):
            break
        if (
            lows[at] == "after"
            and at > parse.first
            and lows[at - 1] in {"day", "days", "week", "weeks", "month", "months", "year", "years", "soon"}
            and lows[at - 2] != "soon"
            and lows[at - 3 : at - 1] != ["than", "a"]
        ):
            news = event.form != "of" and lows[at - 1] in DAYS and parse.counted is None and EVENTISH.isdisjoint(tags[parse.first : at])
            return not news  # "rescuers searched the ruins on Sunday, a day after a missile killed 29 people": still the news
        if lows[at] in {"similar", "previous", "earlier", "prior"} and tags[at + 1] in UNIT:
            return True
        if (
            lows[at] == "last"
            and lows[at + 1] in {"time", "week", "month", "year"}
            and (tags[at - 1] in REL or any(tag in REL for tag in tags[at : event.start]))
        ):
            return True  # "where last week eight died"
        if lows[at] == "anniversary" and lows[at - 1] != "the":
            return True  # "the first anniversary of a massacre that killed 134"
        if lows[at] == "time" and lows[at - 1] == "last":
            return True
        if len(lows[at]) == 4 and "1900" <= lows[at] <= "2099" and tags[at + 1] in UNIT and lows[at - 1] in {"a", "an", "the"}:
            return parse.reading.published is None or lows[at] != str(parse.reading.published.year)  # "a 2015 bombing that killed 14"
    published = parse.reading.published
    for at in range(event.start - 1, max(parse.first + 2, event.start - 14) - 1, -1):
        comma = at - 1 - (lows[at] == "which" and lows[at - 1] == "in")  # "the siege of 2004, in which 334 people died"
        told = lows[comma - 1] if (lows[at] == "when" or comma < at - 1) and lows[comma] == "," else ""
        if len(told) == 4 and "1900" <= told <= "2099":
            return published is None or told != str(published.year)  # "the worst since 2009, when 58 people died"
        if tags[at] in STOP or tags[at] in EVENTISH:
            break
    spans = [range(event.stop, min(parse.stop, event.stop + 12))]
    if lows[parse.first] in {"in", "since", "back"}:
        spans.append(range(parse.first + 1, min(event.start, parse.first + 4)))
    for span in spans:
        for at in span:
            word = lows[at]
            if tags[at] in STOP or tags[at] in EVENTISH:
                break
            if word == "since" and is_record(lows[event.stop : at]):
                break
            if (
                len(word) == 4
                and word.isdecimal()
                and "1900" <= word <= "2099"
                and (lows[at - 1] in {"in", "since"} or (tags[at - 1] in MONTH and lows[at - 2] in {"in", "since"}))
            ):
                return int(word) != published.year if published else parse.index > 0
    return False


def is_of_somebody_told(parse: Sentence, event: Harm) -> bool:
    """Whether who did it is told to have been harmed: "police shot dead a soldier on Sunday after he killed 26 people"."""
    at = joined_to(parse, event).first - 2
    if at <= parse.first or parse.lows[at + 1] not in _THEIR_OWN or parse.lows[at] not in _THEN:
        return False
    return any(other.stop <= at and not other.unreal for other in parse.events)
