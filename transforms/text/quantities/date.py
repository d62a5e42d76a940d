"""Days and periods as news names them, resolved against the publication day, with the precision that UCDP codes.

Belongs here: date expressions. Does not belong here: which figure or statement a date belongs to.

Precision: 1 a day, 2 a few days, 3 a week, 4 a month, 5 a year. A day without a year is the latest such day up to publication; a
weekday likewise. Without a publication day only what is printed in full is resolved.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from transforms.text.quantities.classes import ALPHABET
from transforms.text.quantities.number import value_of


class Date(NamedTuple):
    """A date expression: tokens `first` up to `stop`."""

    first: int
    stop: int
    # day, same (the day told before, or one told by it), by (up to a day), period (a stretch that is named), since (up to publication),
    # within (the past 24 hours, all of some months): a stretch that something is counted in
    kind: str
    start: date | None
    end: date | None
    precision: int | None


_NAMES_OF_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES_OF_MONTHS, 1)}
_MONTH_NAMES = frozenset(form for name in _NAMES_OF_MONTHS for form in (name, name[:3], name[:4]))
_WEEKDAYS = {name: number for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_SATURDAY = 5
_SPANS = {"hour": 1, "day": 1, "week": 3, "month": 4, "year": 5, "decade": 5}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}

# "Oulo, 5 Dec 89 (TPN) --", "TARN, March 3, 2011 -": the day that a text is told on, where its dateline says it in full.
_DATELINE = re.compile(
    r"[^\W\d][^\n\d:;]{1,50}, ?(?:(?P<d1>\d{1,2}) (?P<m1>[A-Za-z]{3,9})\.?"
    r"|(?P<m2>[A-Za-z]{3,9})\.? (?P<d2>\d{1,2})),? (?P<y>\d{4}|\d\d)(?= ?(?:[-(\[–—]))"
)
_LONG_AGO = 30  # years of two figures from here on are of the century before
_FIRSTS = frozenset(("first", "worst", "most", "highest"))
# Words in -est that compare nothing.
_NO_RECORDS = frozenset(
    (
        "latest",
        "west",
        "northwest",
        "southwest",
        "midwest",
        "arrest",
        "unrest",
        "protest",
        "rest",
        "forest",
        "request",
        "guest",
        "priest",
        "test",
    )
)
HOLY = frozenset(("easter", "palm", "good", "holy", "ash", "whit", "maundy"))  # "Palm Sunday"
_AT_HOURS = frozenset(("early", "late"))
_FIRST_YEAR, _LAST_YEAR = 1500, 2500
_FAR = 60  # days or weeks that somebody counts from one event to the next

_DEED = "{ADJ|WORD|NAME|PLACE|DEMONYM}{0,2}{ASSAULT|WAR|M_EVENT|murder|killing}"
_DATE = ALPHABET.compile(
    r"(?P<since>(?<!{has|have|had}){since})(?!{ED|REPORT|BE|HAVE|then})(?:(?P<sincedate>(?:{early|late}|{last}|{the})?(?:{MONTH}(?:{DIGITS|ORDINAL})?(?:{COMMA}?{DIGITS})?(?:{last}{year})?|{DIGITS|ORDINAL}{MONTH}{DIGITS}?|{DIGITS}|{WEEKDAY}|{yesterday}|{last}{week|month|year}))"
    r"|(?:(?!{to}{NUMBER}|{in}{which})(?:{^STOP|COMMA|MEASURE|SAY}|{death}(?={WORD})|{seized|taken|seizing|taking}{power})){1,9}?(?:(?<={MONTH}){DIGITS|ORDINAL}|{on|in}{MONTH}{DIGITS|ORDINAL}?|(?P<sincelast>{last|this|earlier}{this}?{week|month|year}|{overnight|yesterday}|{last}{night})|{last}{MONTH}|{in}{DIGITS})"
    r"|(?:(?!{to}{NUMBER}|{in}{which})(?:{^STOP|COMMA|MEASURE|SAY}|{death}(?={WORD})|{seized|taken|seizing|taking}{power})){1,6})"
    r"|(?P<sofar>{so}{far}(?:{this}(?P<su>{week|month|year})|{in}(?P<sy>{DIGITS})))"
    r"|(?P<same>{the}(?:{same|next|following}{day|night|morning|afternoon|evening}|{day|night}{before|after}(?!{^STOP|COMMA|MARK})))"
    r"|(?P<later>(?:{DIGITS|CARDINAL|ONE|a|an})(?:{day|days|week|weeks}){later})"
    r"|(?P<weekdays>{between|from}?(?P<wd0>{WEEKDAY}){morning|afternoon|evening|night}?{and|to}{early|late}?(?P<wd1>{WEEKDAY}))"
    r"|(?P<daysof>{between|from}(?P<dd0>{MONTH}{DIGITS|ORDINAL}|{DIGITS|ORDINAL}{MONTH}){DIGITS}?{and|to}(?P<dd1>{MONTH}{DIGITS|ORDINAL}|{DIGITS|ORDINAL}{MONTH})(?:{COMMA}?(?P<dy>{DIGITS}))?)"
    r"|(?P<within>(?:{in|over|during|within|for})?(?:{the}(?:{past|last|preceding}|{previous}(?={NUMBER}))|{this}{past})(?P<wn>{DIGITS|CARDINAL|ONE|TENS|few|several|couple}{of}?)?(?P<wu>{hour|hours|day|days|week|weeks|month|months|year|years|decade|decades}))"
    r"|(?P<firsts>(?:{in|during|over}{the}?)?{ORDINAL}(?P<fn>{CARDINAL|DIGITS})(?P<fu>{days|weeks|months})(?:{of}(?:(?P<fy>{DIGITS})|{this|the}{year}|(?P<fl>{last}){year})))"
    r"|(?P<halves>(?:{in|during|over}{the}?)?(?P<hn>{ORDINAL})(?P<hu>{half|quarter}){of}(?:(?P<hy>{DIGITS})|{this|the}{year}|(?P<hl>{last}){year}))"
    r"|(?P<ago>(?:(?P<an>{DIGITS|CARDINAL|ONE|a|an})(?P<au>{hour|hours|day|days|week|weeks|month|months|year|years|decade|decades})(?:{ago|earlier})))"
    r"|(?P<monthday>(?:{WEEKDAY}{COMMA}?|{between|from}(?={the}?{DIGITS|ORDINAL}{and|to|DASH}))?(?:{the}?(?:(?P<d0>{DIGITS|ORDINAL})(?:{DASH}|{to}|{and}))?(?P<d1>{DIGITS|ORDINAL})(?:{of})?(?P<m1>{MONTH})|(?P<m2>{MONTH})(?:{the})?(?P<d2>{DIGITS|ORDINAL}))(?:{COMMA}?(?P<y>{DIGITS}))?)"
    r"|(?P<months>{between|from|in}{MONTH}{DIGITS}?{and|to}(?P<mlast>{MONTH})(?P<mlasty>{DIGITS})?)"
    r"|(?P<month>(?:{in|during}|{early|late|mid|last|this})?(?P<mm>{MONTH})(?:(?P<my>{DIGITS}|{last}{year}))?)"
    r"|(?P<weekday>{last}?(?P<wd>{WEEKDAY}))"
    r"|(?P<relative>{yesterday|today|tonight|overnight}|{last|this}{night|week|month|year|weekend|morning|afternoon|evening}|(?:{over|at|during})?{the}{weekend}|{earlier}{this}{week|month|year}|{earlier}{in}{the}{week|month|year}|{the}{previous}{day|week|month|year}|{this}{year|month|week}|{weekend}(?={ASSAULT|WEAPON|WAR}))"
    r"|(?P<war>(?:{during|in|over|throughout}){the}(?:{DIGITS|CARDINAL}{-}{week|month|year|day}|{WORD|CARDINAL|NAME}){0,2}?{war}"
    r"|{during|in|over|throughout}(?:{the}{DIGITS|CARDINAL}{-}{day|week|month|year}(?:{-}{old})?|{^STOP|COMMA|NUMBER}{0,2}{NUMBER}{1,2}{days|weeks|months|years}{of}){WORD|NAME|AGENT|ADJ|DEMONYM}?{WAR})"
    r"|(?P<year>(?:{in}|(?<={MEASURE}{in}{the})(?={DIGITS}<deed>)|(?<={the})(?={DIGITS}<deed>(?:{COMMA}?{in}{which}|{that}|{which}|{HAVE}?{M_PP|M_PAST|LEAVE|CLAIM}|{of})))(?P<yy>{DIGITS}))",
    deed=_DEED,
)
# The word that makes a date of its neighbours; where there is none, nothing is looked for.
_CUE = ALPHABET.compile(
    "{WEEKDAY|MONTH|since|past|last|previous|preceding|ago|earlier|later|next|following|WAR|this|same|weekend|yesterday|today|tonight|overnight}|{in}{DIGITS}|{ORDINAL}{CARDINAL|DIGITS}{days|weeks|months}|{ORDINAL}{half|quarter}{of}|{the}{DIGITS}(?=<deed>)|{day|night}{before|after}",
    deed=_DEED,
)

_CUES = ALPHABET.having(
    *("WEEKDAY", "MONTH", "since", "past", "last", "previous", "preceding", "ago", "earlier", "WAR"),
    *(
        "later",
        "next",
        "following",
        "before",
        "after",
        "this",
        "same",
        "weekend",
        "yesterday",
        "today",
        "tonight",
        "overnight",
        "months",
        "weeks",
        "half",
        "quarter",
    ),
)
_DIGITS = ALPHABET.having("DIGITS")


def told_on(text: str) -> date | None:
    """The day of the dateline that `text` opens with, where that is written in full."""
    match = _DATELINE.match(text, 0, 100)
    if match is None:
        return None
    year = int(match["y"])
    year += 0 if year > 99 else 1900 if year >= _LONG_AGO else 2000
    return _safe(year, _month_of((match["m1"] or match["m2"]).lower()), int(match["d1"] or match["d2"]))


def may_date(present: frozenset[str]) -> bool:
    """Whether a sentence that has the characters `present` may have a date."""
    return not _CUES.isdisjoint(present) or not _DIGITS.isdisjoint(present)


def dates(lows: Sequence[str], tags: str, first: int, stop: int, published: date | None) -> list[Date]:
    """The date expressions among the tokens `first` up to `stop`, in order."""
    found = []
    done = first
    if days_before(published, 0) is None:
        published = None  # no day that news is published on, and no calendar around it to count in
    for cue in _CUE.finditer(tags, first, stop):
        at = cue.end() - 1
        if at < done:
            continue
        for begin in range(max(done, at - 5), at + 1):
            match = _DATE.match(tags, begin, stop)
            if match is not None and match.end() > at:
                item = _READERS.get(match.lastgroup, _undated)(lows, match, published)
                if item is not None:
                    item = _by(lows, item, first, stop)
                    found.append(item)
                    done = item.stop
                break
    return found


def _by(lows: Sequence[str], date: Date, first: int, stop: int) -> Date:
    """What is counted up to a day, where it is told so: "had been killed by August 10", and not "killed by Monday's blast"."""
    at = date.first - 1
    while at > first and lows[at] in _AT_HOURS:
        at -= 1
    if date.kind == "day" and at > first + 1 and lows[at] == "of" and lows[at - 1] == "as":
        return date._replace(first=at - 1, kind="by", start=None)  # "stood at 63 as of Friday"
    if date.kind != "day" or at < first or lows[at] != "by" or lows[date.stop : min(stop, date.stop + 1)] == ["'s"]:
        return date
    return date._replace(first=at, kind="by", start=None)


def days_before(day: date | None, count: int) -> date | None:
    """The day `count` days before; None where no news is told on such days."""
    return day - timedelta(days=count) if day is not None and _FIRST_YEAR < day.year < _LAST_YEAR else None


def day_told_on(day: date, words: Sequence[str]) -> tuple[date | None, int]:
    """The day that words tell by one that was told before, with its precision: "the same day", "the next day", "two weeks later"."""
    if words[-1] == "later":
        count = 1 if words[0] in {"a", "an"} else value_of([words[0]])
        unit = words[1].rstrip("s")
        if count is None or count > _FAR:
            return None, 1
        return days_before(day, -count * _DAYS[unit]), _SPANS[unit]
    return days_before(day, 0 if "same" in words else 1 if words[-1] == "before" else -1), 1


def is_record(words: Sequence[str]) -> bool:
    """Whether the words before "since" compare: "the deadliest attack since ..."."""
    return any(
        (word in _FIRSTS and after != "of") or (word.endswith("est") and word not in _NO_RECORDS) for word, after in pairwise((*words, ""))
    )


def _year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdecimal() and "1800" <= word <= "2199" else None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest(month: int, day: int, published: date | None) -> date | None:
    """The latest such day up to publication, or in the days after it: texts are corrected, and datelines are late."""
    if published is None:
        return None
    for year in range(published.year, max(0, published.year - 8), -1):
        found = _safe(year, month, day)
        if found is not None and found <= published + timedelta(days=7):
            return found
    return None


def _month_of(word: str) -> int:
    """The month that the word names ("May", "Sept.", "mid-October"), 0 where it names none."""
    word = word.removeprefix("mid-").rstrip(".")
    return _MONTHS.get(word[:3], 0) if word in _MONTH_NAMES else 0


def _month(year: int, month: int) -> tuple[date, date]:
    after = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date(9999, 12, 31)
    return date(year, month, 1), after - timedelta(days=1)


def _day_number(word: str) -> int | None:
    digits = re.match(r"\d{1,2}", word)
    if digits is None:
        return None
    value = int(digits[0])
    return value if 1 <= value <= 31 and len(word) <= 4 and not word[digits.end() :].isdigit() else None


_Match = re.Match[str]


def _day(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    """Monday; last Monday."""
    first, stop = match.span()
    first -= first > 0 and lows[first - 1] in HOLY
    if published is None:
        return Date(first, stop, "day", None, None, None)
    day = _weekday(lows[match.start("wd")], published, 7 if lows[first] == "last" else 0)
    return Date(first, stop, "day", day, day, 1)


def _days(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    """Between Monday and Wednesday."""
    first, stop = match.span()
    if published is None:
        return Date(first, stop, "period", None, None, None)
    end = _weekday(lows[match.start("wd1")], published)
    return Date(first, stop, "period", _weekday(lows[match.start("wd0")], end, 7), end, 2)


def _same(_lows: Sequence[str], match: _Match, _published: date | None) -> Date:
    """The same day; the next day; two days later."""
    return Date(*match.span(), "same", None, None, None)


def _named_year(lows: Sequence[str], match: _Match, _published: date | None) -> Date | None:
    """In 2013."""
    year = _year(lows[match.start("yy")])
    return None if year is None else Date(*match.span(), "period", date(year, 1, 1), date(year, 12, 31), 5)


def _undated(_lows: Sequence[str], match: _Match, _published: date | None) -> Date:
    """During the war: a stretch whose days nobody tells."""
    return Date(*match.span(), "since", None, None, None)


def _weekday(word: str, published: date, same: int = 0) -> date:
    """The latest such weekday up to publication; `same` days before where that is the day itself."""
    return published - timedelta(days=(published.weekday() - _WEEKDAYS[word.rstrip("s")]) % 7 or same)


def _days_of(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    """Between January 1 and March 31."""
    first, stop = match.span()
    year = _year(lows[match.start("dy")]) if match["dy"] is not None else None
    ends: list[date | None] = []
    for name in ("dd1", "dd0"):
        words = lows[match.start(name) : match.end(name)]
        month = next(month for word in words if (month := _month_of(word)))
        day = next((value for word in words if (value := _day_number(word)) is not None), None)
        if day is None:
            ends.append(None)
        elif year is not None:
            ends.append(_safe(year, month, day))
        else:
            ends.append(_latest(month, day, ends[0] if ends else published))
    end, start = ends
    if start is None or end is None or start > end:
        return Date(first, stop, "period", None, None, None)
    days = (end - start).days
    return Date(first, stop, "period" if days < 31 else "within", start, end, _precision(days))


def _precision(days: int) -> int:
    """How precise a stretch of so many days after its first is."""
    return 2 if days < 6 else 3 if days == 6 else 4 if days < 31 else 5


def _so_far(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """From the first day of a stretch that goes on: "so far this year"."""
    first, stop = match.span()
    year = _year(lows[match.start("sy")]) if match["sy"] is not None else published.year if published is not None else None
    if match["sy"] is not None:
        if year is None:
            return None
    elif published is not None and lows[match.start("su")] != "year":
        week = lows[match.start("su")] == "week"
        start = published - timedelta(days=published.weekday()) if week else published.replace(day=1)
        return Date(first, stop, "since", start, published, 3 if week else 4)
    begins = date(year, 1, 1) if year is not None else None
    return Date(first, stop, "since", begins, published if begins else None, 5 if begins else None)


def the_day_of(since: Date) -> Date:
    """What "since" counts from, as a date of its own: "since August 25, when gunmen killed ..."."""
    start, precision = since.start, since.precision
    if start is None or precision == 1:
        return since._replace(first=since.first + 1, kind="day", end=start)
    end = _month(start.year, start.month)[1] if precision == 4 else date(start.year, 12, 31)
    return since._replace(first=since.first + 1, kind="period", end=end)


def _monthday(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    first, stop = match.span()
    part = "1" if match["m1"] is not None else "2"
    month = _month_of(lows[match.start("m" + part)])
    word = lows[match.start("d" + part)]
    day = _day_number(word)
    if match["y"] is not None:
        year = _year(lows[match.start("y")])
        if year is None:
            stop = match.start("y")
            if lows[stop - 1] == ",":
                stop -= 1
    else:
        year = None
    if day is None:
        year = _year(word)
        if year is None or part == "1":
            return None
        start, end = _month(year, month)  # "in May 2013"
        return Date(match.start("m2"), match.end("d2"), "period", start, end, 4)
    found = _safe(year, month, day) if year is not None else _latest(month, day, published)
    before = _day_number(lows[match.start("d0")]) if match["d0"] is not None else None
    if before is not None and found is not None and before < day:
        return Date(first, stop, "period", found - timedelta(days=day - before), found, _precision(day - before))  # "9-10 June"
    return Date(first, stop, "day", found, found, 1 if found else None)


def _named_month(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    first, stop = match.span()
    word = lows[match.start("mm")]
    if word in {"may", "march", "mar"} and stop - first == 1:
        return None
    if stop - first == 1 and len(word) == 3 and word != "may":
        return None  # "Jan", "Mar" alone: a name
    month = _month_of(word)
    year = _year(lows[match.start("my")]) if match["my"] is not None else None
    if match["my"] is not None and year is None:
        if lows[stop - 1] != "year":
            return None
        year = published.year - 1 if published is not None else None
    if year is None:
        if published is None:
            return Date(first, stop, "period", None, None, None)
        year = published.year if month <= published.month else published.year - 1
    start, end = _month(year, month)
    return Date(first, stop, "period", start, end, 4)


def _months(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    """Between May and July: the latest such months up to publication."""
    first, stop = match.span()
    begins, ends = _month_of(lows[first + 1]), _month_of(lows[match.start("mlast")])
    year = _year(lows[match.start("mlasty")]) if match["mlasty"] is not None else None
    if year is None and published is not None:
        year = published.year if ends <= published.month else published.year - 1
    if year is None:
        return Date(first, stop, "period", None, None, None)
    return Date(first, stop, "within", date(year - (begins > ends), begins, 1), _month(year, ends)[1], 5)


def _relative(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    """Yesterday, last week, this weekend."""
    first, stop = match.span()
    return Date(first, stop, "day", None, None, None) if published is None else _stretch(first, stop, lows[first:stop], published)


def _stretch(first: int, stop: int, words: Sequence[str], published: date) -> Date:
    """The day, week, weekend, month or year that the words name."""
    last = words[-1]
    past = words[0] in {"last", "the"} and last != "weekend"
    if last in {"yesterday", "night"} or (last == "day" and past):
        day = published - timedelta(days=0 if words[0] == "this" else 1)
        return Date(first, stop, "day", day, day, 1)
    if last in {"today", "tonight", "overnight", "morning", "afternoon", "evening"}:
        return Date(first, stop, "day", published, published, 1)
    monday = published - timedelta(days=published.weekday() + (7 if past else 0))
    if last == "week":
        return Date(first, stop, "period", monday, min(monday + timedelta(days=6), published), 3)
    if last == "weekend":
        begun = published.weekday() >= _SATURDAY and words[0] != "last"
        saturday = published - timedelta(days=published.weekday() - _SATURDAY + (0 if begun else 7))
        return Date(first, stop, "period", saturday, min(saturday + timedelta(days=1), published), 2)
    if last == "month":
        year, month = (
            (published.year, published.month) if not past else (published.year - (published.month == 1), (published.month - 2) % 12 + 1)
        )
        start, end = _month(year, month)
        return Date(first, stop, "period", start, min(end, published), 4)
    year = published.year - past
    return Date(first, stop, "period", date(year, 1, 1), min(date(year, 12, 31), published), 5)


def _firsts(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    """In the first ten months of the year."""
    first, stop = match.span()
    count = value_of([lows[match.start("fn")]]) if "first" in lows[first : match.start("fn")] else None
    year = _year(lows[match.start("fy")]) if match["fy"] is not None else None
    if year is None and published is not None:
        year = published.year - (match["fl"] is not None)
    unit = lows[match.start("fu")]
    if year is None or not count or count > (12 if unit == "months" else 52 if unit == "weeks" else 365):
        return Date(first, stop, "within", None, None, None)
    start = date(year, 1, 1)
    end = _month(year, count)[1] if unit == "months" else start + timedelta(days=count * (7 if unit == "weeks" else 1) - 1)
    return Date(first, stop, "within", start, end, 5)


def _part_of_year(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """In the first half of the year; in the third quarter of 2019."""
    first, stop = match.span()
    months = 6 if lows[match.start("hu")] == "half" else 3
    number = _NTH.get(lows[match.start("hn")], 0)
    year = _year(lows[match.start("hy")]) if match["hy"] is not None else None
    if match["hy"] is None and published is not None:
        year = published.year - (match["hl"] is not None)
    if not 0 < number * months <= 12:
        return None
    if year is None:
        return Date(first, stop, "within", None, None, None)
    return Date(first, stop, "within", date(year, (number - 1) * months + 1, 1), _month(year, number * months)[1], 5)


def _ago(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    first, stop = match.span()
    unit = lows[match.start("au")].rstrip("s")
    count = 1 if lows[match.start("an")] in {"a", "an"} else value_of([lows[match.start("an")]])
    if published is None or count is None or count * max(1, _DAYS[unit]) > 30000:
        return Date(first, stop, "day", None, None, None)
    if unit == "hour":
        day = published
    elif unit == "year":
        day = _safe(published.year - count, published.month, min(published.day, 28)) or published
    else:
        day = published - timedelta(days=count * _DAYS[unit])
    return Date(first, stop, "day", day, day, _SPANS[unit])


def _within(lows: Sequence[str], match: _Match, published: date | None) -> Date:
    first, stop = match.span()
    unit = lows[match.start("wu")].rstrip("s")
    count: int | None = 1
    if match["wn"] is not None:
        count = value_of([word for word in lows[match.start("wn") : match.end("wn")] if word != "of"])
    if published is None or count is None or count * max(1, _DAYS[unit]) > 30000:
        return Date(first, stop, "within", None, published, None)
    days = -(-count // 24) if unit == "hour" else count * _DAYS[unit]
    start = published - timedelta(days=days)
    if unit == "year":
        start = _safe(published.year - count, published.month, min(published.day, 28 if published.month == 2 else 31)) or start
    return Date(
        first,
        stop,
        "within",
        start,
        published,
        1 if unit in {"hour", "day"} and days <= 1 else max(2, _SPANS[unit]),
    )


def _since(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since Monday; since the war began on October 7. Each way to tell it is tried in turn (`_SINCE`)."""
    ways = (way(lows, match, published) for way in _SINCE)
    since = next((found for found in ways if found is not None), None) or _undated(lows, match, published)
    if is_record(
        lows[max(0, since.first - 8) : since.first]
    ):  # "the deadliest attack since 2009": no day of the attack, but of the one before
        return the_day_of(since) if since.start is not None and lows[since.stop : since.stop + 2] == [",", "when"] else None
    return since


def _since_named(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since January 5, 2013; since June last year; since 2013; since yesterday."""
    if match["sincedate"] is None:
        return None
    first, stop = match.span()
    if lows[stop - 1][0].isdigit() and lows[stop - 2] == "," and _year(lows[stop - 1]) is None:
        stop -= 2  # "since January, 85 people": the number is no part of it
    words = lows[match.start("sincedate") : stop]
    start, precision = _named_start(words, published)
    return Date(first, stop, "since", start, published if start else None, precision if start else None)


def _named_start(words: Sequence[str], published: date | None) -> tuple[date | None, int]:
    """The day that the words name, with its precision."""
    numbers = [word for word in words if word[0].isdigit()]
    month = next((month for word in words if (month := _month_of(word))), None)
    year = next((value for word in numbers if (value := _year(word)) is not None), None)
    day = next((value for word in numbers if _year(word) is None and (value := _day_number(word)) is not None), None)
    if month is not None and day is not None:
        return _safe(year, month, day) if year is not None else _latest(month, day, published), 1
    if month is not None:
        if published is not None and words[-1] == "year":
            year = published.year - 1  # "since June last year"
        elif year is None and published is not None:
            year = published.year if month <= published.month else published.year - 1
        return date(year, month, 1) if year is not None else None, 4
    if year is not None:
        return date(year, 1, 1), 5
    if published is not None and words[-1] in _WEEKDAYS:
        return _weekday(words[-1], published), 1
    return published - timedelta(days=1) if published is not None and words[-1] == "yesterday" else None, 1


def _since_relative(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since a curfew was imposed last week."""
    if match["sincelast"] is None or published is None:
        return None
    first, stop = match.span()
    began = _stretch(first, stop, lows[match.start("sincelast") : stop], published)
    return Date(first, stop, "since", began.start, published, began.precision)


def _since_weekday(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since the assault began on Wednesday."""
    first, stop = match.span()
    weekdays = [word for word in lows[first:stop] if word in _WEEKDAYS]
    return Date(first, stop, "since", _weekday(weekdays[-1], published), published, 1) if weekdays and published is not None else None


def _since_start(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since the beginning of the month, of 2013."""
    first, stop = match.span()
    if lows[first + 1 : first + 4] not in (["the", "start", "of"], ["the", "beginning", "of"]) or stop - first <= 4:
        return None
    unit, year = lows[stop - 1], _year(lows[stop - 1])
    if unit == "month" and published is not None:
        return Date(first, stop, "since", published.replace(day=1), published, 4)
    if unit == "year" and published is not None:
        year = published.year - (lows[stop - 2] == "last")
    return Date(first, stop, "since", date(year, 1, 1), published, 5) if year is not None else None


def _since_day(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since the war began on Oct. 7, 2023."""
    first, stop = match.span()
    for at in range(first, stop):
        month = _month_of(lows[at])
        for near in (at + 1, at - 1) if month else ():
            day = _day_number(lows[near]) if near < len(lows) and lows[near][0].isdigit() else None
            if day is None:
                continue
            start = _latest(month, day, published)
            ahead = max(at, near) + 1
            if ahead + 1 < len(lows) and lows[ahead] == "," and (year := _year(lows[ahead + 1])) is not None:
                start, stop = _safe(year, month, day), ahead + 2
            if start is not None:
                return Date(first, stop, "since", start, published, 1)
    return None


def _since_year(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since separatists took up arms in 2017."""
    first, stop = match.span()
    year = _year(lows[stop - 1])
    if year is None or lows[stop - 2] != "in" or published is None:
        return None
    return Date(first, stop, "since", date(year, 1, 1), published, 5)


def _since_month(lows: Sequence[str], match: _Match, published: date | None) -> Date | None:
    """Since protests began in December."""
    first, stop = match.span()
    at = next((at for at in range(stop - 1, first - 1, -1) if _month_of(lows[at])), -1)
    if at < 0 or published is None:
        return None
    month = _month_of(lows[at])
    year = _year(lows[at + 1]) if at + 1 < len(lows) else None
    if year is not None:
        return Date(first, max(stop, at + 2), "since", date(year, month, 1), published, 4)
    last = month > published.month or (month == published.month and lows[at - 1] == "last")
    return Date(first, stop, "since", date(published.year - last, month, 1), published, 4)


_Way = Callable[[Sequence[str], _Match, date | None], Date | None]
_SINCE: tuple[_Way, ...] = (_since_named, _since_relative, _since_weekday, _since_start, _since_day, _since_month, _since_year)
# What the last group of `_DATE` that matched says of an expression; the war, and nothing more, is the rest.
_READERS: dict[str | None, _Way] = {
    "monthday": _monthday,
    "months": _months,
    "month": _named_month,
    "weekday": _day,
    "weekdays": _days,
    "daysof": _days_of,
    "sofar": _so_far,
    "same": _same,
    "relative": _relative,
    "ago": _ago,
    "later": _same,
    "within": _within,
    "year": _named_year,
    **dict.fromkeys(("halves", "hy", "hl"), _part_of_year),
    **dict.fromkeys(("firsts", "fy", "fl", "fu"), _firsts),
    **dict.fromkeys(("since", "sincedate", "sincelast"), _since),
}
