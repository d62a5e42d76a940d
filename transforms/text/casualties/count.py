"""Counts that no verb rules: tolls, nouns that count ("nine deaths"), logs, alternatives.

Belongs here: what is counted without anybody beside a verb, and measures that are told as one. Does not belong here: verbs (`event`), and
what the figures of a text come to (`toll`).
"""

from transforms.text.casualties.chain import places_after
from transforms.text.casualties.phrase import Phrase, lone
from transforms.text.casualties.sentence import Found, Harm, Sentence
from transforms.text.casualties.taken import add
from transforms.text.quantities.classes import ALPHABET, AND, COMMA, EVENTISH, FATAL, LEAVE, MEASURES, PARTITIVES, SETS, SUB
from transforms.text.quantities.number import numbers

_having = ALPHABET.having
_BODIES = frozenset(("bodies", "corpses", "remains"))
_DEAD = frozenset(("killed", "bodies_recovered"))
_GONE = frozenset(("abducted", "held_captive", "detained", "missing"))
_TAKES_LIVES = _having("CLAIM", "LOSE")
_LOGGED = ALPHABET.compile("{by|in}(?:{^STOP|COMMA|MEASURE|NUMBER}){0,4}?{ASSAULT|WEAPON|ATTACKER}")
# "Of these", "of the dead": what follows tells who they were.
OF_THOSE = ALPHABET.compile(
    "{QUOTE}?{of|among}(?:{PLURALREF|those|whom}|{the}{NUMBER}?{M_DEAD|M_PP|victims|total})(?:{M_PP})?{COMMA}?(?={NUMBER}|{at}{least})"
)
_FOUND = ALPHABET.compile("{BE|HAVE|ADV}{0,3}{ED|REPORT}(?={PREP})")  # "12 bodies were found in Oulo and three in Tensi"
_MORE_FOUND = ALPHABET.compile(
    "{BE|HAVE|ADV}{1,3}{found|discovered|recovered|retrieved|dumped|exhumed|pulled|unearthed}(?={PREP|STOP|COMMA|AND|TIME|WEEKDAY|DET}|$)"
)
_VICTIM_FOUND = ALPHABET.compile(
    "(?:{of|from|in}(?:{^STOP|COMMA|BE|MEASURE|NUMBER}){1,6}?)?{BE|HAVE|ADV}{1,3}{found|discovered|recovered|retrieved|exhumed|pulled|unearthed}"
)
VICTIM_WORDS = frozenset(("victim", "victims"))
_LIVING = frozenset(("alive", "safe", "unharmed", "unhurt", "guilty", "liable"))
_ALIVE = ALPHABET.compile(
    "(?:{BE|ADV|HAVE}{0,2}(?:{ED|SAY|WORD|CLAIM|REPORT|thought|believed|known|presumed}?{to}{be})?)?{still|ADV}?{alive}"
)
_NO_SURVIVORS = ALPHABET.compile(
    "{no}{survivors}|(?:{no}{one}|{NONE})(?:{of}{them|those|the}{WORD|VICTIM}?|{aboard}|{on}{WORD})?{HAVE}?{survived}"
)
EVERYONE = frozenset(("all", "everyone", "everybody"))
_WRECKS = SETS["wrecks"]
_OCCUPANTS = frozenset(("passengers", "passenger", "crew", "occupants", "crewmen", "pilots"))
_APPOSED = 8  # words
ABOARD = frozenset(("aboard", "board"))
_ABOARD_WITHIN = 3  # sentences
_WERE = ALPHABET.compile("{was|were}{A}?{ADJ|WORD|NAME|DEMONYM|LY|UNIT|AGENT}{0,2}{VICTIM}")
_LISTS = ALPHABET.compile("(?:{COMMA}|{^COMMA|AND}){AND|COMMA}")
_ENDS = _having("COMMA", "STOP", "PREP", "AND")
_BODIES_ARRIVED = 6  # words up to the part: "31 bodies had arrived there, including nine children"
_DYING = frozenset(("die", "dies", "died", "dying"))


def take_toll(parse: Sentence, event: Harm) -> None:
    for index, group in enumerate(parse.groups):
        if group.number is None or group.number.best is None:
            continue
        if group.stop <= event.start:
            continue
        if any(later.first == group.stop and later.first < later.start for later in parse.events):
            break  # "... on the number of casualties and said that three fighters had died"
        lead = group.first - (parse.lows[group.first - 1] == "as")  # "gave the number of dead as six"
        if group.first - event.stop > 24 or any(tag in SUB for tag in parse.tags[event.stop : lead]):
            break
        words = parse.lows[event.stop : group.first]
        if ":" in words[-1:] and group.head < 0 and any(later.start == group.stop and later.form == "dead" for later in parse.events):
            return  # "the provisional toll: two dead by bullets, one dead by machete": who died is told
        since = max(event.stop, parse.groups[index - 1].stop) if index else event.stop
        if not SETS["formerly"].isdisjoint(parse.lows[since : group.first]) and index + 1 < len(parse.groups):
            continue  # "the toll, previously put at 12, was raised to 15"
        if not SETS["passes"].isdisjoint(words[-1:]) and "not" in words:
            group.low, group.high, group.quantifier = None, group.best, "at_most"
        elif not SETS["passes"].isdisjoint(words[-1:]) and group.quantifier == "exact":
            group.low, group.high, group.quantifier = group.best, None, "more_than"
        after = parse.lows[group.stop] if group.stop < parse.stop and parse.tags[group.stop] in EVENTISH else ""
        if after in MEASURES and (event.measure == "killed_or_injured" or parse.lows[event.stop - 1] == "toll"):
            event.measure = MEASURES[after]  # "the number of casualties rose to 12 dead and 45 injured", "a toll of one man wounded"
        varies = not SETS["varies"].isdisjoint(parse.lows[event.stop : group.first])
        if group.number.quantifier == "range" and parse.lows[group.number.first] == "from" and not varies:
            group.low = group.best = group.high
            group.quantifier = "exact"
            to = next(at for at in range(group.number.core, group.number.stop) if parse.lows[at] == "to") + 1
            group.number = group.number._replace(first=to, core=to)
        add(parse, [group, *_parts_of(parse, index)], event, event.measure, "toll")
        return


def _parts_of(parse: Sentence, index: int, within: int = 3) -> list[Phrase]:
    """The parts that follow a toll at once: "rose to 53, 46 of them girls"."""
    parts: list[Phrase] = []
    at = parse.groups[index].stop
    for group in parse.groups[index + 1 :]:
        if group.first - at > within or group.speaker or not (group.subset or (group.partitive and parse.tags[group.first - 1] in COMMA)):
            break
        group.subset = True
        parts.append(group)
        at, within = group.stop, 3
    return parts


def add_their_bodies(parse: Sentence) -> None:
    """Give "their bodies were found" the number of those who were taken before."""
    if "their" not in parse.vocabulary or _BODIES.isdisjoint(parse.vocabulary):
        return
    at = next((at for at in range(parse.first, parse.stop - 1) if parse.lows[at] == "their" and parse.lows[at + 1] in _BODIES), -1)
    found = list(parse.recent())
    last = next((item for item in found if item.measure in _GONE and item.group.best), None)
    if at < 0 or last is None:
        return
    taken = [item.group for item in found if item.measure == last.measure and item.sentence == last.sentence and not item.subset]
    group = lone(at, at + 2)
    group.best = sum(other.best or 0 for other in taken)
    if any(item.measure in _DEAD and item.group.best == group.best for item in found):
        return
    group.low, group.high = (group.best, group.best) if len(taken) > 1 else (taken[0].low, taken[0].high)
    group.quantifier = taken[0].quantifier if len(taken) == 1 else "exact"
    add(parse, [group], None, "bodies_recovered", "counted_noun")


def add_counted_nouns(parse: Sentence) -> None:
    for index, group in enumerate(parse.groups):
        if group.adjective in {"injured", "abducted", "missing", "released"} or (
            group.adjective == "killed" and not group.measure and (group.number or parse.tags[group.first - 1] in LEAVE)
        ):
            if "of" not in parse.lows[group.first : group.head] and (
                group.number or not group.definite
            ):  # "12 of the kidnapped nurses": a part of them
                add(parse, [group], None, group.adjective, "adjective")
            group.taken = False
        if group.measure is None or group.measure == "held_captive":
            continue
        if parse.lows[group.first - 1] in _DYING:
            continue  # "die a thousand deaths"
        if group.prep and (group.partitive or _is_claimed(parse, group)):
            continue
        if parse.lows[group.head] in {"lives", "life"} and group.head >= 0:
            before = parse.tags[max(parse.first, group.first - 2) : group.first]
            if (
                not any(tag in _TAKES_LIVES for tag in before)
                and "loss" not in parse.lows[group.first - 2 : group.first]
                and SETS["taken"].isdisjoint(parse.lows[group.stop : group.stop + 4])
            ):
                continue  # "saved 20 lives"
        if group.partitive and any(_rules(parse, event, group) for event in parse.events):
            continue
        found = _FOUND.match(parse.tags, group.stop, parse.stop)
        elsewhere = places_after(parse, found.end() if found else group.stop, dying=False) if group.number else []
        bodies = group.measure == "bodies_recovered"
        parts = _parts_of(parse, index, _BODIES_ARRIVED if bodies else 3) if group.number and (bodies or group.best) else []
        parts = [part for part in parts if part.number and not part.measure]  # "30 casualties, including 12 deaths": told of themselves
        if group.measure == "killed_or_injured":
            parts = [part for part in parts if not _are_apart(parse, part)]
        if group.subset and not any(event.measure == group.measure for event in parse.events) and not _counts_before(parse, group):
            group.subset = False  # "312 persons, including three corpses"
        add(parse, [group, *parts, *elsewhere], None, group.measure, "counted_noun")
        _add_elided(parse, group)


def _are_apart(parse: Sentence, part: Phrase) -> bool:
    """Count those of the casualties of whom a word says what they suffered: "30 casualties, including 12 dead"."""
    measure = MEASURES.get(parse.lows[part.stop]) if part.stop < parse.stop and parse.tags[part.stop] in EVENTISH else None
    if measure not in {"killed", "injured"} or part.taken:
        return False
    part.subset = False
    add(parse, [part], None, measure, "counted_noun")
    return True


def _counts_before(parse: Sentence, group: Phrase) -> bool:
    """Whether the sentence counts what the phrase counts before it."""
    dead = {"killed", "bodies_recovered"} if group.measure in _DEAD else {group.measure}
    told = any(item.measure in dead and item.sentence == parse.index for item in parse.recent())
    return told or any(other.measure in dead | {"killed_or_injured"} and other.stop <= group.first for other in parse.groups)


def add_more_bodies(parse: Sentence) -> None:
    """Those of whom it is only said that they were found, after bodies: "four more were found in Oulo", "and those of two women"."""
    last = next((item for item in parse.recent() if not item.subset), None)
    if last is None or last.measure != "bodies_recovered" or last.sentence < parse.index - 1:
        return
    for group in parse.groups:
        if group.taken or not group.best or group.measure:
            continue
        theirs = parse.lows[max(parse.first, group.first - 2) : group.first] in (["those", "of"], ["that", "of"])
        bare = group.number is not None and not group.subset and (group.head < 0 or group.other)
        if theirs or (bare and _MORE_FOUND.match(parse.tags, group.stop, parse.stop)):
            add(parse, [group], None, last.measure, "counted_noun")
            if theirs and last.sentence == parse.index:  # told in one breath
                parse.found[-1].span = last.span = (min(last.span[0], group.first), max(last.span[1], group.stop))


def add_victims_found(parse: Sentence) -> None:
    """The dead who are told as victims that were found: "the 45th victim of the blast was found", "31 of the victims were recovered"."""
    for group in parse.groups:
        if group.taken or not group.best or group.number is None or VICTIM_WORDS.isdisjoint(parse.lows[group.first : group.stop]):
            continue
        found = _VICTIM_FOUND.match(parse.tags, group.stop, parse.stop)
        if found is not None and _LIVING.isdisjoint(parse.lows[found.end() : found.end() + 2]):
            add(parse, [group], None, "bodies_recovered", "counted_noun")


def add_lost_with_all(parse: Sentence) -> None:
    """All who were on board where nobody survived: "with 82 passengers and six crew on board ... There were no survivors."."""
    lost = _lost(parse)
    if lost is None:
        return
    sentences = parse.reading.sentences
    for index in range(parse.index, max(-1, parse.index - _ABOARD_WITHIN), -1):
        first, stop = sentences[index]
        told = [number.best or 0 for number in numbers(parse.lows, parse.tags, first, stop) if _is_aboard(parse, number.stop)]
        if not told or _WRECKS.isdisjoint(parse.lows[first:stop]):
            continue
        if any(item.measure in _DEAD and item.sentence >= index and (item.group.best or 0) > 1 for item in parse.recent()):
            return  # "killing all 57 on board. There were no survivors."
        group = lone(*lost)
        group.low = group.best = group.high = sum(told)
        add(parse, [group], None, "killed", "aboard")
        return


def _rules(parse: Sentence, event: Harm, group: Phrase) -> bool:
    """Whether the harm has the phrase as its subject: "one of the wounded died", "one of the wounded, a lieutenant, died"."""
    if event.first == group.stop:
        return True
    apposed = 0 < event.first - group.stop <= _APPOSED and parse.tags[group.stop] in COMMA and parse.tags[event.first - 1] in COMMA
    return apposed and event.form == "die"


def _lost(parse: Sentence) -> tuple[int, int] | None:
    """The words that say that nobody survived: "no survivors", "everyone aboard" beside a word for killed."""
    match = _NO_SURVIVORS.search(parse.tags, parse.first, parse.stop)
    if match is not None:
        return match.span()
    lows = parse.lows
    for at in range(parse.first, parse.stop - 1):
        if lows[at] not in EVERYONE:
            continue
        stop = at + 2 + (lows[at + 1] == "on")
        beside = (event.measure == "killed" and not event.unreal and (event.stop == at or event.first == stop) for event in parse.events)
        if stop <= parse.stop and lows[stop - 1] in ABOARD and any(beside):
            return at, stop
    return None


def _is_aboard(parse: Sentence, stop: int) -> bool:
    """Whether the number that ends there is one of people on board."""
    lows = parse.lows
    return not _OCCUPANTS.isdisjoint(lows[stop : stop + 3]) or not ABOARD.isdisjoint(lows[stop : stop + 4])


def _add_elided(parse: Sentence, counted: Phrase) -> None:
    """The number that shares the noun behind it: "314 military and 202 civilian deaths"."""
    for group in parse.groups:
        if group.stop == counted.first - 1 and group.number is not None and group.head < 0 and not group.taken:
            if parse.tags[group.stop] in AND and group.stop - group.number.stop == 1 and counted.head - counted.first > 1:
                add(parse, [group], None, counted.measure or "", "counted_noun")
            return


def _is_claimed(parse: Sentence, group: Phrase) -> bool:
    return any(event.stop <= group.first <= event.stop + 2 and event.form == "toll" for event in parse.events)


def add_logged(parse: Sentence) -> None:
    """The dead of a day's log, which leaves the verb out: "Kut: 3 by roadside bomb, 2 bodies"."""
    for group in parse.groups:
        if group.number is not None and not group.measure and _LOGGED.match(parse.tags, group.stop, parse.stop):
            add(parse, [group], None, "killed", "logged")


def mark_logged(parse: Sentence, before: int) -> None:
    """The counts of a day's log each stand for themselves."""
    for item in parse.found[before:]:
        if item.measure in {"bodies_recovered", "killed", "injured"} and not item.subset:
            item.rule = "logged"


def add_fatal(parse: Sentence, before: int) -> None:
    """Those of the ones who were shot who died of it: "ten people were shot, four of them fatally"."""
    for group in parse.groups:
        at = group.stop
        if group.number and at < parse.stop and parse.tags[at] in FATAL and (at + 1 == parse.stop or parse.tags[at + 1] in _ENDS):
            group.subset = group.partitive = False
            parse.found[before:] = [item for item in parse.found[before:] if item.group is not group]
            add(parse, [group], None, "killed", "fatally")


def add_alive(parse: Sentence) -> None:
    """Those of the captives of whom it is said that they live: "50 remain in captivity, of whom 20 are believed to be alive"."""
    last = next((item for item in parse.recent() if not item.subset), None)
    if last is None or last.measure != "held_captive" or last.sentence < parse.index - 1:
        return
    for group in parse.groups:
        some = group.partitive or group.subset or group.among is not None
        if some and group.best and not group.taken and group.first > last.group.first and _ALIVE.match(parse.tags, group.stop, parse.stop):
            group.subset = True
            add(parse, [group], None, last.measure, "counted_noun")


def add_alternatives(parse: Sentence, before: int) -> None:
    """Numbers that reports give for what is counted: "some reporting three", "others spoke of four"."""
    measure = parse.found[-1].measure if len(parse.found) > before else _counted_before(parse)
    if not measure:
        return
    lows = parse.lows
    for item in parse.found[before:]:
        group = item.group
        if (
            item.subset
            and group.head < 0
            and lows[group.first - 1] == "("
            and not SETS["accounts"].isdisjoint(lows[group.stop : group.stop + 6])
        ):
            item.subset, item.rule, item.span = False, "alternative", (group.first, group.stop)  # "eight civilians (nine in other reports)"
    for group in parse.groups:
        if group.taken or group.number is None or group.head >= 0 or group.first == parse.first or group.stop != group.number.stop:
            continue
        lead, led, behind = lows[group.first - 1], lows[max(parse.first, group.first - 2)], lows[group.stop : group.stop + 2]
        given = lead in SETS["gives"] or (lead == "of" and led in SETS["speaks_of"]) or (lead == "or" and behind == ["according", "to"])
        if given and not group.subset:
            told = next(
                (item.measure for item in parse.recent() if item.sentence == parse.index and item.group.stop <= group.first), measure
            )
            add(parse, [group], None, told, "alternative")


def _counted_before(parse: Sentence) -> str:
    """What the sentence before counts first, where another account follows: "Other sources spoke of four."."""
    if SETS["accounts"].isdisjoint(parse.vocabulary):
        return ""
    told = [item.measure for item in parse.recent() if item.sentence == parse.index - 1 and not item.subset and item.group.best]
    return "killed" if "killed" in told else told[-1] if told else ""


def add_details(parse: Sentence, before: int) -> None:
    """What a count comes from: "36 died: 28 attackers, six soldiers and two policemen"."""
    told = [group for group in parse.groups if group.whole is not None and not group.taken]
    counted = {id(item.group): item for item in reversed(parse.found[before:])} if told else {}
    for group in told:
        item = counted.get(id(group.whole))
        if item is not None:
            group.taken = True
            parse.found.append(Found(group, item.measure, parse, (item.group.first, group.stop), "detail", item.event))


def add_breakdown(parse: Sentence) -> None:
    """Who those were that were counted before: "Of these, four were nurses", "four were nurses and eight were patients"."""
    among = "of" in parse.vocabulary and any(group.among for group in parse.groups)
    if not among and not _WERE.search(parse.tags, parse.first, parse.stop):
        return
    intro = OF_THOSE.match(parse.tags, parse.first, parse.stop)
    measure = next((MEASURES[low] for low in parse.lows[parse.first : intro.end()] if low in MEASURES), "") if intro else ""
    last = next((item for item in parse.recent() if not item.subset and measure in {"", item.measure}), None)
    if last is None or last.sentence < parse.index - 1 or not last.group.best:
        return
    parts = [group for group in parse.groups if group.among is not None and group.among is last.group.number and not group.taken]
    for group in parse.groups:
        if group.taken or group.number is None or not group.best:
            continue
        were = _WERE.match(parse.tags, group.stop, parse.stop)
        if were is not None:
            if not any(event.first == group.stop for event in parse.events):
                parts.append(group)
                if group.head < 0:
                    group.head, group.stop = were.end() - 1, were.end()
        elif intro and parts and group.head >= 0 and _LISTS.fullmatch(parse.tags, group.first - 2, group.first):
            parts.append(group)
    told = all(
        intro or not PARTITIVES.isdisjoint(parse.lows[group.number.stop : group.stop])
        for group in parts
        if group.number and not group.among
    )
    total = sum(group.best or 0 for group in parts)
    if parts and total <= last.group.best and (told or (len(parts) > 1 and total == last.group.best)):
        for group in parts:
            group.subset = group.taken = True
            span = (group.first, group.stop)
            if group.among:  # "two of the six priests killed in May": told as one
                span = last.span = (min(group.first, last.span[0]), last.span[1])
            parse.found.append(Found(group, measure or last.measure, parse, span, "part", None))


def _between(one: Found, other: Found) -> list[str]:
    if one.event is None or other.event is None:
        return []
    return one.parse.lows[min(one.event.start, other.event.start) : max(one.event.stop, other.event.stop)]


def join_measures(parse: Sentence, before: int) -> None:
    """Count "30 were killed and wounded" as both together."""
    if len(parse.found) > before + 1:
        _drop_hurt(parse, before)
    _join_counted(parse, before)
    for item in parse.found[before:] if "or" in parse.vocabulary else ():
        behind = parse.lows[item.event.stop : item.event.stop + 2] if item.event is not None and item.measure == "killed" else []
        if len(behind) == 2 and behind[0] == "or" and MEASURES.get(behind[1]) == "injured":
            item.measure = "killed_or_injured" if item.group.best else item.measure  # "1,379 were killed or injured", not "no one"


def _drop_hurt(parse: Sentence, before: int) -> None:
    """Count who "was wounded and later died" once, as killed."""
    died = {
        id(item.group) for item in parse.found[before:] if item.measure == "killed" and item.event is not None and item.event.form == "die"
    }
    hurt = [item for item in parse.found[before:] if item.measure == "injured" and id(item.group) in died]
    for item in hurt:
        parse.found.remove(item)


def _join_counted(parse: Sentence, before: int) -> None:
    if len(parse.found) < before + 2:
        return
    for killed in parse.found[before:]:
        if killed.measure != "killed" or killed.group.number is None or killed.group.best in {0, 1} or killed.event is None:
            continue
        for hurt in parse.found[before:]:
            if hurt.measure == "missing" and hurt.group is killed.group and not SETS["supposed"].isdisjoint(_between(killed, hurt)):
                parse.found.remove(killed)  # "missing and presumed dead"
                break
            both = hurt.measure == "injured" and hurt.group is killed.group and hurt.event is not None
            if both and hurt.event is not None and abs(hurt.event.start - killed.event.start) == 2:
                killed.measure = "killed_or_injured"
                parse.found.remove(hurt)
                break
