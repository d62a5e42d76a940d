"""What the figures of a text come to: the document's own count of the day's event, by measure.

Counts of places and groups that stand side by side add up; a breakdown, an earlier toll, a second report of the same count do not; a
revised toll takes the place of the one before; reports that disagree give an interval. Attackers who died count where the text counts them
in one breath with others, and where nobody else did.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from transforms.lexicon import rows
from transforms.text.reading import Reading

if TYPE_CHECKING:
    from transforms.text.casualty import Figure
    from transforms.text.statement import Span


class _Cue:
    """Words that tell how counts relate, or a pattern of which each find holds one of them: without them it need not be searched for."""

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: str = "") -> None:
        self.words = frozenset(words.split())
        self.pattern = re.compile(pattern or rf"\b(?:{'|'.join(words.split())})\b")

    def __call__(self, told: frozenset[str], text: str) -> bool:
        """Whether the pattern is in `text`, of whose words `told` are some."""
        return not self.words.isdisjoint(told) and self.pattern.search(text) is not None


_SETS = {name: frozenset(words.split()) for name, words in rows("figure_sets")}
_VICTIMS = {word: row for row in rows("victims") for word in row[:2] if word != "-"}
_GENERIC = _SETS["generic"]
_INCIDENT = (
    r"(?:attack|bomb|bombing|blast|explosion|explosive|incident|device|suicide|raid|ambush|clash|shooting|strike|airstrike|ied|mine|assault"
    r"|case|grenade|event|episode|operation)(?:s|es)?\b"
)
_APART = _Cue(
    "another second third fourth fifth separate different further similar more other smaller later after earlier before next following"
    " same elsewhere moreover additionally furthermore separately nightfall addition",
    r"\b(?:another|(?:a|the) (?:second|third|fourth|fifth|separate|different|further|similar)"
    r"|(?:(?:two|three|four|several|many|various|some) )?(?:more|other|separate|smaller)) (?:[\w'-]+ ){0,3}?"
    + _INCIDENT
    + r"|\b(?:hours?|minutes|days?|weeks?|shortly|soon) (?:later|after)\b|\b(?:hours|minutes) (?:earlier|before)\b"
    r"|\b(?:the|on the) (?:next|following|same) (?:day|morning|night|evening)\b"
    r"|\b(?:elsewhere|moreover|additionally|furthermore|separately|nightfall|in addition)\b"
    r"|\b(?:while|and) another\b|\bin another\b|\banother (?:in|at|near|on|was|were|killed|died)\b",
)
_WEAKLY_APART = _Cue("meanwhile subsequently afterwards thereafter later also then")
_DISAGREE = _Cue(
    "report reports source sources outlet outlets account accounts estimate estimates media figure figures most majority minority number"
    " while others some as but although though however",
    r"\b(?:some|other|others|another|several|many|local|initial|different|conflicting|various|later|earlier)\b (?:\w+ ){0,2}?"
    r"(?:reports?|sources?|outlets?|accounts?|estimates?|media|figures?)\b"
    r"|\b(?:most|majority|minority|number) of (?:the )?(?:reports|sources|outlets|accounts)\b"
    r"|\bwhile (?:others|some)\b|\b(?:others|some) (?:said|say|put|reported|reporting|claimed|suggest)|\bas high as\b|\bas many as\b"
    r"|\b(?:while|but|although|though|however)\b[^.]{0,60}\bput\b|\breports? (?:however )?(?:showed|shows|show|put)\b",
)
_THEIRS = _Cue("his her their", r"\A(?:one|two|three|four|five|\d+) of (?:his|her|their)\b")
# Headlines of several attacks: what is counted at one place after them is a part.
_SERIES = re.compile(
    r"\b(?:string|series|wave|spate|spree|pair|rash) of\b|\b(?:attacks|bombings|blasts|explosions|strikes|airstrikes|raids|shootings) "
    r"(?:across|around|throughout)\b"
)
_RAISED = _Cue(
    "raised increased revised updated rose risen climbed jumped grew grown",
    r"\b(?:raised|increased|revised|updated|rose|risen|climbed|jumped|grew|grown)\b[^.;]{0,60}\bto\b",
)
_SUMMED = _Cue(
    "total all overall altogether bringing totaling totalling",
    r"\b(?:in total|in all|a total of|overall|altogether|bringing|totall?ing|total)\b",
)
_NEW_INCIDENT = re.compile(r"(?:^|[.;] )[^.;a-z]{0,3}an? (?:[\w-]+ ){0,2}" + _INCIDENT)
_LOWERED = _Cue("lowered revised reduced corrected cut")
_ALONE = _Cue("alone")
_EARLIER = _Cue(
    "figure estimate toll count number",
    r"\b(?:earlier|initial|previous|preliminary|provisional) (?:\w+ )?(?:figure|estimate|toll|count|number)\b",
)
_ELSEWHERE = re.compile(r"(?:in|at|near|on) [^,.;]{2,40}, ")
_INITIALLY = re.compile(r"(?:initial|initially|early|first|preliminary)\b")
_LATER = _Cue("later but however then")
_ANOTHER = _Cue("another second third separate separately elsewhere")
_MORE = re.compile(r"\b(?:another|additional|further|more|also|other (?:\w+ )?" + _INCIDENT + r")(?! than)\b")
_OTHER = _Cue(
    "other others another additional further more second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    r"\b(?:others?|another|additional|further|more)\b(?! than)"
    r"|\ban? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b",
)
_CUES = (_APART, _WEAKLY_APART, _DISAGREE, _THEIRS, _RAISED, _SUMMED, _LOWERED, _ALONE, _EARLIER, _LATER, _ANOTHER, _OTHER)
_TELLING = frozenset().union(*(cue.words for cue in _CUES))


class Total(NamedTuple):
    """The document's own count of the day's event for one measure, and the figures it was added up from."""

    low: int | None
    best: int | None
    high: int | None
    parts: tuple[int, ...]  # indices of figures


def totals(reading: Reading, figures: Sequence["Figure"]) -> dict[str, Total]:
    """The document's own count of the day's event, by measure, where it can be told."""
    result: dict[str, Total] = {}
    for measure in dict.fromkeys("killed" if figure.measure == "bodies_recovered" else figure.measure for figure in figures):
        total = _total(reading, figures, measure)
        if total is not None:
            result[measure] = total
    return result


class _Count:
    """One count of the text: the figures of one chain, and what they come to."""

    __slots__ = ("attackers", "best", "end", "high", "low", "parts", "sentence", "start")

    def __init__(self, parts: list[int], figures: Sequence["Figure"], sentence: int) -> None:
        self.parts = parts
        self.attackers = False  # who died while they attacked, and stand apart from others who died
        self.best = 0
        self.low: int | None = 0
        self.high: int | None = 0
        for index in parts:
            figure = figures[index]
            self.best += figure.value_best or 0
            self.low = _sum(self.low, figure.value_low)
            self.high = _sum(self.high, figure.value_high)
        self.sentence = sentence
        self.start, self.end = figures[parts[0]].evidence


def _sum(one: int | None, two: int | None) -> int | None:
    """The sum of two ends, which is open where one of them is."""
    return None if one is None or two is None else one + two


def _total(reading: Reading, figures: Sequence["Figure"], measure: str) -> Total | None:
    wanted = {measure} | ({"bodies_recovered"} if measure == "killed" else set())
    mine = [
        index
        for index, figure in enumerate(figures)
        if figure.measure in wanted
        and figure.measure_kind != "subset"
        and figure.value_best is not None
        and figure.count_basis != "projected"
    ]
    mine = [index for index in mine if figures[index].value_best] or mine
    if measure == "killed" and any(figures[index].measure == "killed" for index in mine):
        mine = [index for index in mine if figures[index].measure == "killed" or figures[index].rule == "logged"]
    current = [index for index in mine if not figures[index].background and not _is_dated_long_ago(reading, figures[index])]
    if not current and len({figures[index].evidence for index in mine}) == 1 and not _is_dated_long_ago(reading, figures[mine[0]]):
        current = mine  # the only count of the text: an occasion of its own
    if len(current) == 1:
        only = figures[current[0]]
        return Total(only.value_low, only.value_best, only.value_high, (current[0],))
    chains: dict[Span, list[int]] = {}
    for index in current:
        chains.setdefault(figures[index].evidence, []).append(index)
    # Attackers who died count where the text counts them in one breath with others, and where nobody else did.
    attackers = {span for span, parts in chains.items() if all(_is_attacker(figures[index]) for index in parts)}
    if len(attackers) == len(chains):
        attackers = set()
    counts = [_Count(parts, figures, reading.sentence_of(reading.token_at(figures[parts[0]].number[0]))) for parts in chains.values()]
    if not counts:
        return None
    for count in counts:
        count.attackers = (count.start, count.end) in attackers
    if counts[0].attackers:
        counts.sort(key=attrgetter("attackers"))
    total = counts[0]
    parts = list(total.parts)
    low, best, high = total.low, total.best, total.high
    anchor = (low, best, high, list(parts))
    since: list[int] = []  # what was counted since the anchor, and what it comes to
    told = 0
    parts_since: list[int] = []
    seen = {total.best}
    for before, count in pairwise(counts):
        since.append(count.best)
        told += count.best
        parts_since += count.parts
        stands = figures[parts[0]].rule == "toll" and not (len(parts) > 1 and count.sentence > before.sentence)
        relation = "same" if count.attackers else _relation(reading, figures, before, count, best, counts[0].best, seen, stands=stands)
        if (
            relation == "add"
            and count.sentence > total.sentence
            and told <= total.best
            and _SERIES.search(_sentence(reading, total))
            and not _MORE.search(_ahead(reading, count))
        ):
            relation = "same"  # one of the attacks of which the first sentence tells
        if relation == "add":
            best += count.best
            low, high = _sum(low, count.low), _sum(high, count.high)
            parts += count.parts
        elif relation == "conflict":
            ends = [best, count.best, *(end for end in (low, high, count.low, count.high) if end)]
            low, high = min(ends), max(ends)
        elif relation == "replace":
            low, best, high, parts = count.low, count.best, count.high, list(count.parts)
            anchor = (low, best, high, list(parts))
            since, told, parts_since = [], 0, []
        seen.add(count.best)
        if len(since) > 1 and anchor[1] in {told, sum(since[-2:]), sum(since[-3:])}:
            low, best, high, parts = *anchor[:3], list(anchor[3])  # what followed told the same count in detail
        elif (
            (len(since) > 1 or len(count.parts) > 1)
            and _is_round(figures, anchor[3])
            and told != anchor[1]
            and abs(told - anchor[1]) * 20 <= anchor[1]
        ):
            low, best, high = told, told, told  # "nearly 80 ...: 68 in one village, 11 in another"
            parts = list(parts_since)
    return Total(low, best, high, tuple(parts))


def _is_round(figures: Sequence["Figure"], parts: Sequence[int]) -> bool:
    return len(parts) == 1 and figures[parts[0]].rule != "toll" and figures[parts[0]].quantifier in {"nearly", "about", "more_than"}


def _sentence(reading: Reading, count: _Count) -> str:
    first, stop = reading.sentences[count.sentence]
    return reading.folded[reading.starts[first] : min(reading.ends[stop - 1], reading.starts[first] + 400)].lower()


def _ahead(reading: Reading, count: _Count) -> str:
    """The words of its sentence up to the count, and of the count itself where it is one phrase."""
    begin = reading.starts[reading.sentences[count.sentence][0]]
    return reading.folded[max(begin, count.start - 120) : min(count.end, count.start + 120)].lower()


def _differ(figures: Sequence["Figure"], before: _Count, count: _Count) -> bool:
    """Whether both name their victims, by nouns that have nothing in common."""
    heads = [{(figures[index].victim_group or "").lower() for index in parts} for parts in (before.parts, count.parts)]
    return "" not in heads[0] | heads[1] and heads[0].isdisjoint(heads[1])


def _is_attacker(figure: "Figure") -> bool:
    row = _VICTIMS.get((figure.victim_group or "").lower())
    return row is not None and row[4] == "attacker"


def _is_dated_long_ago(reading: Reading, figure: "Figure") -> bool:
    day = figure.event_date or figure.period_start
    if day is None or reading.published is None:
        return False
    return day < date.fromordinal(max(1, reading.published.toordinal() - 400)).isoformat()


def _relation(
    reading: Reading,
    figures: Sequence["Figure"],
    before: _Count,
    count: _Count,
    best: int,
    told_first: int,
    seen: set[int],
    *,
    stands: bool,
) -> str:
    first = figures[count.parts[0]]
    if first.rule == "pronoun":
        return "same"
    if first.rule == "logged" and figures[before.parts[0]].rule == "logged":
        return "add"
    begin = min(max(before.end, count.start - 400), count.start)
    end = max(count.end, min(reading.ends[reading.sentences[count.sentence][1] - 1], count.end + 80))
    told = _TELLING.intersection(reading.lows[reading.token_at(begin) : reading.token_at(end - 1) + 1])
    between = reading.folded[begin : count.start].lower()  # empty where they overlap
    inside = reading.folded[count.start : end].lower()
    own = reading.folded[count.start : count.end].lower()
    leader = reading.folded[first.number[0] : max(first.number[1], first.victim[1] if first.victim else 0)].lower()
    if _SUMMED(told, between) or _SUMMED(told, own):
        return "replace" if count.best >= told_first else "same"
    if _EARLIER(told, between[-160:]) and count.sentence != before.sentence:
        return "same"  # "an earlier figure of 231 was wrong"
    if (
        _DISAGREE(told, between[-160:])
        or _DISAGREE(told, own)
        or (first.quantifier == "up_to" and first.value_best and first.value_best > best)
    ):
        return "conflict"
    if count.best < best and _LATER(told, between) and _INITIALLY.match(_sentence(reading, before)):
        return "replace"
    if first.rule == "toll" or _RAISED(told, between):
        return "replace" if count.best >= best or _LOWERED(told, between + own) else "same"
    apart = _APART(told, between) or _APART(told, inside)
    if stands and count.sentence == before.sentence and count.best <= best * 1.2:
        return "same"
    if stands and count.best <= best and not apart:
        return "same"  # the toll has been told: what follows is part of it
    if _ALONE(told, inside):
        return "same"
    if _OTHER(told, leader) or _THEIRS(told, own):
        return "add"
    if count.best > best and before.sentence < count.sentence and _ALONE.pattern.search(_sentence(reading, before)):
        return "replace"
    if count.best in seen or count.best == best:
        repeats = count.best > 9 and not _ANOTHER(told, between)
        follows = count.best == 1 and _WEAKLY_APART(told, between) and _differ(figures, before, count)
        follows = follows and count.sentence <= before.sentence + 3
        return "add" if (apart or follows) and not repeats and count.sentence != before.sentence else "same"
    if count.best > 5 * best and count.sentence > before.sentence and not apart:
        return "same"  # a count of another order: of a war, of a year
    opening = reading.folded[reading.starts[reading.sentences[count.sentence][0]] : count.start].lower()[:80]
    if count.sentence != before.sentence and (_NEW_INCIDENT.search(opening) or _ELSEWHERE.match(opening)):
        return "add"
    if apart or _WEAKLY_APART(told, between) or _WEAKLY_APART(told, own):
        return "add"
    if count.sentence == before.sentence:
        return "add"
    if count.best > best:
        heads = [(figures[index].victim_group or "").lower() for index in (*before.parts, *count.parts)]
        return "replace" if heads[-1] in _GENERIC and heads[0] not in _GENERIC and heads[0] else "add"
    return "same"
