"""Whether a count runs on: over a stretch of time, a war, every year, or up to the day that it is told.

Belongs here: what the words around a count say of how long it has been counted. Does not belong here: the dates themselves (`date`), and
the kind of measure that follows (`casualty`).
"""

from transforms.text.casualties.countable import EACH
from transforms.text.casualties.scene import HAVE, HAVE_HAD, has_been
from transforms.text.casualties.sentence import Found, Harm
from transforms.text.casualties.voice import joined_to
from transforms.text.quantities.classes import LEAVE, SETS

_PERIODS = frozenset(("year", "month", "week", "day"))
_ARE = frozenset(("are", "is", "remain", "remains", "still", "currently"))
_AGO = frozenset(("ago", "earlier", "later", "before", "after"))
_NO_RATE = _AGO | {"of"}  # "have died in a month of unrest"
_LASTING = frozenset(("since", "year", "month", "week", "far"))


def runs_on(item: Found, event: Harm) -> bool:
    """Whether the count is one of a conflict or of every year: "the insurgency has killed thousands", "are murdered each year"."""
    parse = item.parse
    event = joined_to(parse, event)
    if is_rate(item):
        return True
    if HAVE.isdisjoint(parse.vocabulary):
        return False
    first, start = event.first, event.start
    if event.form == "dead" and item.group.first > parse.first and parse.tags[item.group.first - 1] in LEAVE:
        first, start = item.group.first - 2, item.group.first  # "has left 15,000 dead"
    if HAVE.isdisjoint(parse.lows[first:start]):
        return False
    # "the war has killed", "have been killed in weeks of unrest", and no "..., the worst day of the war"
    before = parse.lows[max(parse.first, first - 12) : first]
    words = _behind(item, 8)
    if first - parse.first > 12:
        before += parse.lows[parse.first : parse.first + 4]  # "The war between the army and ..., which broke out in May, has killed"
    return not SETS["conflicts"].isdisjoint([*before, *words[: words.index(",") if "," in words else len(words)]])


def claims_lives(item: Found) -> bool:
    """Whether a conflict is told to have taken them so far: "the war has claimed more than 7,000 lives"."""
    group = item.group
    before = item.parse.lows[max(item.parse.first, group.first - 8) : group.first]
    taken = group.head >= 0 and item.parse.lows[group.head] == "lives" and not HAVE.isdisjoint(before)
    return taken and not SETS["conflicts"].isdisjoint(before)


def lasts(item: Found, event: Harm) -> bool:
    """Whether a toll counts since some day: "raising to 404 the deaths since May", "taking the number killed this month to 22"."""
    lows = item.parse.lows
    if event.kind == "raised" and not _LASTING.isdisjoint(lows[event.stop : item.parse.stop]):
        return True
    if SETS["adds_up"].isdisjoint(lows[max(item.parse.first, event.start - 2) : event.start]):
        return False
    return not _LASTING.isdisjoint(lows[event.stop : item.group.first])


def stays(item: Found, stop: int | None = None) -> bool:
    """Whether those who had to leave are counted as they are now: "are displaced", "1,200 displaced people", not "have fled"."""
    event = item.event
    return event is None or not _ARE.isdisjoint(item.parse.lows[event.first : stop or event.start])


def has_so_far(item: Found) -> bool:
    """Whether the count goes up to the day that it is told: "have been killed", "the number who have died now stands at"."""
    event = item.event
    told = event is not None and event.form == "toll" and not HAVE_HAD.isdisjoint(item.parse.lows[event.start : event.stop])
    return told or has_been(item, HAVE_HAD)


def are_acknowledged(item: Found) -> bool:
    """Whether somebody has counted them up to now: "the police have acknowledged 22 deaths"."""
    return item.event is None and not HAVE.isdisjoint(item.parse.lows[max(item.parse.first, item.group.first - 3) : item.group.first])


def is_rate(item: Found) -> bool:
    """Whether the count is one of every such stretch: "every day five children are killed", "30 are murdered each year"."""
    parse = item.parse
    if _PERIODS.isdisjoint(parse.vocabulary):
        return False
    opening = parse.lows[parse.first : parse.first + 2]
    if opening[0] in {"each", "every"} and opening[-1] in _PERIODS:
        return True
    words = _behind(item, 9)
    words, following = words[:8], [*words[2:], ""]  # one word more: "..., a day after"
    return any(
        before in EACH and word in _PERIODS and after not in _NO_RATE
        for before, word, after in zip(words, words[1:], following, strict=False)
    )


def in_what(item: Found) -> list[str]:
    """The words right behind that say in what it was: "have been killed in the four-year conflict"."""
    words = _behind(item, 5)
    return words if words[:1] in (["in"], ["during"]) else []


def _behind(item: Found, count: int) -> list[str]:
    """So many words behind the verb, or behind all that is counted where that stands behind it."""
    event = item.event
    stop = event.stop if event is not None and event.start >= item.group.stop else item.span[1]
    return item.parse.lows[stop : min(item.parse.stop, stop + count)]
