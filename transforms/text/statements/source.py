"""Sources: the noun phrase that speaks, for a cue whose place is known.

Belongs here: the edges of the phrase, with title, apposition and relative clause, to the left of the cue, to its right when the order is
inverted, as a possessor, or after *by* and *according to*. Does not belong here: whom the phrase means (`mention`).
"""

import re

from transforms import lexicon
from transforms.text.weight import Key

Range = tuple[int, int]

_CORE = r"(?:[PO]|d{0,3}+(?:[pJNSXLbzn$tsREG<>]|(?<=[JN])C(?=[JN][NSX]))++(?:(?<=[NSXLbnzt>G])|(?<=[EJ])(?=[FTAY])))"
_HUNG = rf"(?:[FoTAY]{_CORE}|C(?:{_CORE})|\([^();]{{1,12}}\))"
_PHRASE = rf"{_CORE}{_HUNG}{{0,5}}"
_APPOSED = rf",(?![FURGCP]|Q?V)(?:{_PHRASE}|W[^.;:]{{1,30}}?|[^,.;:]{{1,25}}?)(?:,(?:{_PHRASE}|W[^.;:,]{{1,30}}?))?,"
_DASHED = r"-[^-.;:]{1,30}-"
_RELATIVE = r"[WQ][^,.;:]{1,20}"
SUBJECT = re.compile(rf"{_CORE}{_HUNG}{{0,5}}(?:{_APPOSED}|{_DASHED}|{_RELATIVE})?")
_NOMINAL_FIRST = frozenset("dpJNSXLbznP$EGRO")
# One that begins where a clause may, behind a sign or a joint, and runs up to the end of what is searched.
_CLAUSE_SUBJECT = re.compile(rf"[,.;:\-(<>UQWC](?:(?<!C)|(?<=[,.]C))(?=[dpJNSXLbznP$EGRO])(?:{SUBJECT.pattern})\Z")
_WINDOW = 45
# "The toll climbed to 57, " or "a bomb killed 12 people, " before "the Relief Board, a charity, said": a clause, with no room for a
# participle (a boat sent to the town).
_CLAUSE_BEFORE = re.compile(r"[dpJNSXLsno$F]*[NSX](?:[MIHKV]|ET[dJR]*n|ER?(?:n|[dp]J*[NSXn]))[^,;:]*,(?=[dpX])")

_SETS = lexicon.sets("word_sets")
_THERE = _SETS["there"]
_WHICH, _PERIOD = _SETS["which span"], _SETS["spans"]
_OCCASION = _SETS["occasion"]
_HOW_LONG = _SETS["how long"]
_SINCE_THEN = _SETS["since then"]
_WHICH_SPAN = _WHICH | _SETS["before a period"] | {"next", "that", "same", "following", "previous"}
_COUNTED = frozenset("dnJ")
_WHO_BEGINS = frozenset("dpnJNSXLPzb")


def _is_object(marks: str, lows: list[str], end: int) -> bool:
    """Whether the pronoun before `end` stands behind a preposition: who voted for it told."""
    return lows[end - 1] == "it" and end > 1 and marks[end - 2] in "FoY"


def _clause_subject(marks: str, floor: int, end: int) -> int:
    """Where the leftmost phrase begins that stands where a clause may, behind a sign at `floor` or later, and runs up to `end`; -1."""
    found = _CLAUSE_SUBJECT.search(marks, floor, end)
    return found.start() + 1 if found else -1


def subject(marks: str, lows: list[str], stop: int, first: int) -> Range | None:
    """The subject that ends where the cue's words begin (`stop`), in a sentence that begins at `first`."""
    floor = max(first, stop - _WINDOW)
    end = _before_adverbs(marks, lows, stop, floor)
    if end > floor and marks[end - 1] == "t" and (end - 2 < floor or marks[end - 2] in "NSXO>sP,"):
        while end > floor and marks[end - 1] == "t":
            end -= 1
    if end <= floor:
        return None
    last = marks[end - 1]
    if last == "P" and _is_object(marks, lows, end):
        pass  # who voted for it told
    elif last in "PW" or (last == "Q" and end - 1 > floor):
        return (end - 1, end)
    if last not in "NSXLbznOEGd,)-tpJP":
        return None
    # The leftmost place where a clause may begin from which one phrase runs up to the cue.
    found = SUBJECT.fullmatch(marks, first, end) if floor == first and marks[first] in _NOMINAL_FIRST else None
    if found and last == "," and (clause := _CLAUSE_BEFORE.match(marks, first, end)):
        found = SUBJECT.fullmatch(marks, clause.end(), end) or found
    start = found.start() if found else _clause_subject(marks, floor, end)
    if start >= 0 and last == "," and marks[start] == "G" and lows[start] != "acting":
        start = max(start, _clause_subject(marks, start, end))  # killing two people, the mayor, Ivo Drey, said
    if start < 0:
        start = end - 1
        while start > floor and marks[start - 1] in "dpJNSXLbzn$sO":
            start -= 1
        if marks[start:end].strip(",)-") == "":
            return None
    while start < end - 1 and marks[start] in "Rt<":
        start += 1
    if marks[end - 1] == "," and "according" in lows[start + 2 : end]:
        end = lows.index("according", start) - 1  # two men, according to the army, were held
    return (start, end)


def behind_time(marks: str, lows: list[str], start: int, end: int) -> int:
    """Where a subject begins without the time before it: two weeks later the army; late on Friday the mayor; but: last month's report."""
    at = start + (lows[start] in _LATE and marks[start + 1 : start + 2] == "t")
    while at < end - 1 and marks[at] == "t":
        at += 1
    if at > start:
        return at if marks[at] in "dpPXL" and (at - start > 1 or marks[at] in "dpP") else start  # on Friday the army
    while at < min(end - 2, start + 5) and lows[at] not in _HOW_LONG:
        if marks[at] not in _COUNTED and lows[at] not in _WHICH_SPAN:
            return start
        at += 1
    if at == start or at + 1 >= end or lows[at] not in _HOW_LONG:
        return start
    at += 1
    if lows[at] in _SINCE_THEN:
        at += 1
    elif _WHICH_SPAN.isdisjoint(lows[start : at - 1]):
        return start  # three days of talks; a year without rain
    if marks[at : at + 1] == ",":
        at += 1
    return at if at < end and marks[at] in _WHO_BEGINS and marks[at] != "n" else start


_LATE = frozenset(("late", "later", "early", "earlier"))
_FINITE = re.compile("[MIHKVEz]")
_FEW = ("0", "1", "2", "3", "4")
_SIZES = ("1", "1", "2", "2", "4", "4", "4", "4", "8", "8", "8", "8", "8", "8", "8", "8")
_VERBAL = re.compile(r"[MIHKVE>]")
_DATED = re.compile(r"F[dJ]*t+[Nt]*$")
_NOMINAL_START = frozenset("dpJNSXLbznt$EGRPO")
# The kinds of phrases of a stretch: a run of nominal words is one n.
_COLLAPSED: dict[str, str] = {
    **dict.fromkeys("dpJNSXLbzn$tsRPO", "n"),
    **dict.fromkeys("FoTAY", "p"),
    **dict.fromkeys("MIHKVB", "v"),
    "E": "e",
    "G": "g",
    "<": "q",
    ">": "q",
}


def trimmed(marks: str, start: int, end: int) -> int:
    """The end of a subject without an age, an adverb or a participle set off behind it: Ramos, 58, / Sanders, speaking in Iowa,"""
    while end - 1 > start:
        if marks[end - 1] == "R" or (marks[end - 1] == "t" and marks[end - 2] in "NSXO>,t"):
            end -= 1
        elif marks[end - 1] == ",":
            comma = marks.rfind(",", start, end - 1)
            if comma < 0 or marks[comma + 1] not in "RGFUtA" or (marks[comma + 1] == "R" and marks[comma + 2] in "dp"):
                return end
            end = comma
        else:
            return end
    return end


# The rest of a row of names: none of them ends what speaks.
_LISTED = re.compile(r"(?:d?X{1,4},){0,4}d?X{0,4},?Cd?X{1,4}")


def candidates(marks: str, lows: list[str], stop: int, first: int) -> list[tuple[int, int, list[Key]]]:
    """The phrases that may be the subject of the cue whose words begin at `stop`, with what speaks for each."""
    floor = max(first, stop - _WINDOW)
    end = _before_time(marks, lows, _before_adverbs(marks, lows, stop, floor), floor)
    if end <= floor:
        return []
    last = marks[end - 1]
    if last in "PW" and not _is_object(marks, lows, end):
        is_part = end - 3 >= floor and marks[end - 2] == "o" and marks[end - 3] in "dnN"  # many of you
        return [(end - 3 if is_part else end - 1, end, [("pronoun",)])]
    if last != ",":
        return _phrases(marks, lows, first, floor, end, "")
    found = _phrases(marks, lows, first, floor, end, "," + marks[marks.rfind(",", floor, end - 1) + 1])
    for comma in _commas(marks, floor, end):
        found += _phrases(marks, lows, first, floor, comma, f"{marks[comma + 1]}{marks[comma + 2 : comma + 3]}")
    return found


def _before_adverbs(marks: str, lows: list[str], end: int, floor: int) -> int:
    """The end of a subject without the adverbs behind it: officials there also."""
    while end > floor and (marks[end - 1] == "R" or (lows[end - 1] in _THERE and end > 1 and marks[end - 2] in "NSX")):
        end -= 1
    return end


def _before_time(marks: str, lows: list[str], end: int, floor: int) -> int:
    """The end of a subject without the time behind it: the envoy on 4 May; the envoy Monday; the envoy last week."""
    if end > floor + 1 and marks[end - 1] in "tN":
        dated = _DATED.search(marks, max(floor, end - 6), end)
        if dated is not None:
            if marks[dated.start() - 1] != "E":
                end = dated.start()
        else:
            begin = end
            while begin > floor and marks[begin - 1] in "tn":
                begin -= 1
            if floor < begin < end and marks[begin] == "t" and marks[begin - 1] in "NSXO>,":
                end = begin
    if end - 2 > floor and lows[end - 1] in _PERIOD and lows[end - 2] in _WHICH and marks[end - 3] in "NSXO>,":
        end -= 2
    return end


def _commas(marks: str, floor: int, end: int) -> list[int]:
    """The commas, three at the most, before the one that stands at the end, where the subject may end instead: not in a row of names."""
    found: list[int] = []
    comma = marks.rfind(",", floor, end - 1)
    while comma > floor and len(found) < 3:
        if not _LISTED.fullmatch(marks, comma + 1, found[-1] if found else end):
            found.append(comma)
        comma = marks.rfind(",", floor, comma)
    return found


def _phrases(marks: str, lows: list[str], first: int, floor: int, end: int, cut: str) -> list[tuple[int, int, list[Key]]]:
    """The phrases that end at `end`, with what speaks for each; `cut` tells what is cut off behind them."""
    found: list[tuple[int, int, list[Key]]] = []
    last = marks[end - 1]
    outline = kind = ""
    commas = 0
    k = end - 1
    while k >= floor:
        tag = marks[k]
        if tag != kind:
            now = _COLLAPSED.get(tag, tag)
            if outline[:1] != now:
                outline = now + outline
            kind = tag
        if tag in _NOMINAL_START:
            before = marks[k - 1] if k > first else "^"
            if before not in "dpJNSXLbzn$tsR" or tag == "d" or (before == "t" and tag in "XLP") or (before == "R" and tag != "R"):
                shape = outline[:12]
                lead = marks[max(first, k - 3) : k]
                size = end - k
                span = _SIZES[size] if size < 16 else "16"
                keys: list[Key] = [
                    ("o", shape),
                    ("o", shape, before),
                    ("s", span, shape[-2:]),
                    ("l", lead),
                    ("l", lead[-2:], shape[:2]),
                    ("c", _FEW[commas], last),
                    ("t", cut),
                    ("w", lows[k]),
                    ("x", lows[k - 1] if k > first else "^"),
                    ("C", ("verb" if _VERBAL.search(marks, first, k - 1) else "") if before == "C" else "-"),
                ]
                found.append((k, end, keys))
        elif tag == "." or tag == ";":
            break
        elif tag == ">":
            opened = marks.rfind("<", floor, k)
            if opened <= floor or marks[k + 1] == ",":
                break
            k = opened
        elif tag == ")":
            opened = marks.rfind("(", floor, k)
            if opened > floor:
                k = opened  # the councillor (Greens, North Ward)
        elif tag in ",-:":
            commas += commas < 4
        elif tag in "WQ" and k == end - 1:
            found.append((k, end, [("relative",), ("w", lows[k])]))
            break
        k -= 1
    return found


_RIGHT = re.compile(rf"(?:do)?{_PHRASE}")  # some of his rivals


_SAID_TOO = _SETS["said too"]

_OBJECT = re.compile(r"[dpJNSXLbn$tsFo]*?[NSXPLO][RMIHK]*[EVz][dpJ]")


def before_verb(marks: str, start: int, end: int) -> int:
    """Where the subject ends in what reads like one phrase: both men issued a statement (saying)."""
    found = _OBJECT.match(marks, start, end)
    if not found:
        return end
    k = found.end() - 2
    while k > start and marks[k - 1] in "RMIHK":
        k -= 1
    return k


def inverted(marks: str, lows: list[str], start: int, stop: int) -> Range | None:
    """The subject that begins where the cue ends (`start`): said Mira Solano, a lawyer in the town."""
    found = _RIGHT.match(marks, start, min(stop, start + _WINDOW))
    if not found:
        return None
    end = found.end()
    for k in range(start + 1, end):
        if marks[k] == "F" and marks[k - 1] == "X" and lows[k] in _OCCASION and marks[k + 1] in "dtJN":
            end = k  # said Governor Jon Arkady in a statement
            break
        if marks[k] not in "XLJNdp":
            break
    k = end
    while k < stop and marks[k] == ",":
        if k + 1 >= stop or marks[k + 1] not in "dpNSXJWLnbBQG" or (marks[k + 1] == "G" and marks[k + 2 : k + 3] != "N"):
            break
        if marks[k + 1] == "W" and not _SAID_TOO.isdisjoint(lows[k + 2 : k + 4]):
            break  # said Ann Smith, who added that
        nxt = k + 1
        while nxt < stop and marks[nxt] not in ",.;:-":
            if marks[nxt] == "G" and marks[nxt - 1] == ",":
                break
            nxt += 1
        end = k = nxt
    if k == end and k < stop and marks[k] == "W":
        while end < stop and marks[end] not in ",.;:-":
            end += 1
    return (start, end)


def phrase(marks: str, start: int, stop: int) -> Range | None:
    """The noun phrase that begins at `start`: after *by*, *according to*."""
    found = _RIGHT.match(marks, start, min(stop, start + _WINDOW))
    return (start, found.end()) if found else None


def clause_subject(marks: str, lows: list[str], inside: bytearray, first: int, stop: int) -> Range | None:
    """The subject of the first clause of a sentence: whose *saying* stands behind the clause."""
    tries = 0
    for verb in _FINITE.finditer(marks, first + 1, stop):
        k = verb.start()
        if not inside[k]:
            found = subject(marks, lows, k, first)
            if found and not inside[found[0]]:
                return found
            tries += 1
            if tries > 8:
                break
    return None
