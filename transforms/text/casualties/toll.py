"""What the figures of a text come to: the document's own count of the day's event, by measure.

The counts of one measure are told one after the other, and each stands in one relation to what was told before: it is another one and
adds; it is the same (a part, a repetition, another report, an earlier attack); or it takes the place of what was told (a revised toll, the
whole after its parts). Which it is, is a choice by weights over signals of the text: words that set incidents apart, who the victims are,
where it was, how the numbers compare. The weights are data: `toll_weights`. Reports that disagree give an interval. Attackers who died
count where the text counts them in one breath with others, and where nobody else did.

Belongs here: the signals, and the adding up. Does not belong here: what a figure is, and which figures are parts of another (`casualty`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from transforms.lexicon import rows
from transforms.text.quantities.classes import GENERIC, SETS, VICTIMS
from transforms.text.reading import Reading, lower

if TYPE_CHECKING:
    from transforms.text.casualties.figure import Figure
    from transforms.text.statements.statement import Span


class Cue:
    """Words that tell how counts relate, or a pattern of which each find holds one of them: without them it need not be searched for."""

    __slots__ = ("find", "pattern", "words")

    def __init__(self, words: str, pattern: str = "") -> None:
        self.words = frozenset(words.split())
        self.pattern = re.compile(pattern or rf"\b(?:{'|'.join(words.split())})\b")
        self.find = self.pattern.match if pattern.startswith(r"\A") else self.pattern.search

    def __call__(self, told: frozenset[str], text: str) -> bool:
        """Whether the pattern is in `text`, of whose words `told` are some."""
        return not self.words.isdisjoint(told) and self.find(text) is not None


_ATTACKERS = frozenset(word for word, row in VICTIMS.items() if row[4] == "attacker")
_THEY_SAY = " ".join(sorted({"group", "taliban", *filter(str.isalpha, _ATTACKERS)}))
_WEIGHTS = {signal: (float(adds), float(replaces)) for signal, adds, replaces, _, _ in rows("toll_weights")}
_MONTHS = "january february march april may june july august september october november december"
_SAME_DAY = (
    r"(?:, an?\b|,? (?:in the|on the same|on|that|the same) (?:day|morning|evening|night|afternoon|\w+day)\b)"  # "Earlier, a bomb ..."
)
_INCIDENTS = " ".join(sorted(SETS["incidents"]))
_INCIDENT = rf"(?:{'|'.join(sorted(SETS['incidents']))})\b"

_DISAGREE = Cue(
    "report reports source sources outlet outlets account accounts estimate estimates media figure figures while others some"
    " another high higher lower many spoke speak put claim claims claimed claiming gave cited reported say says vary varies varied"
    " differ differs differed differing",
    r"\b(?:(?:some|other|others|another|several|many|local|initial|different|conflicting|various|later|earlier)\b (?:\w+ ){0,2}?"
    r"(?:reports?|sources?|outlets?|accounts?|estimates?|media|figures?)\b"
    r"|(?:most|majority|minority|number) of (?:the )?(?:reports|sources|outlets|accounts)\b"
    r"|while (?:others|some)\b"
    r"|(?:others|some) (?:said|say|put|stated?|listed?|mention(?:ed)?|indicated?|reported|reporting|claimed|suggest)"
    r"|as (?:high|many) as\b|sp(?:oke|eak) of\b|another \w+ (?:said|says|put|puts|reported)\b"
    r"|(?:while|whereas|but|although|though|however)\b[^.;]{0,60}\b(?:put|claim(?:s|ed|ing)?|gave|cited|reported|says?)\b"
    r"|(?:higher|lower),? at\b|(?:differ(?:s|ed|ing)?|var(?:y|ies|ied))\b|reports? (?:however )?(?:showed|shows|show|put)\b)"
    r"|;[^.;]{0,60}\b(?:put|claim(?:s|ed|ing)?|gave|cited|reported|says?)\b",
)
_LOWERED = Cue("lowered revised reduced corrected cut")
_TOLD_IN_ALL = Cue(
    "total all overall altogether bringing totaling totalling raised increased revised updated rose risen climbed jumped grew grown",
    r"\b(?:in total|in all|a total of|overall|altogether|bringing|totall?ing|total)\b"
    r"|\b(?:raised|increased|revised|updated|rose|risen|climbed|jumped|grew|grown)\b[^.;]{0,60}\bto\b",
)
# Signals that words give: each a cue, and the windows in which it is searched for. `near` are the last characters before the count,
# `opening` those that begin its sentence, `inside` the count and what follows, `leader` the number with its victims.
_SAID: tuple[tuple[str, Cue, tuple[str, ...]], ...] = (
    (
        "apart",
        Cue(
            "another second third fourth fifth separate different further similar more other smaller later after earlier before next"
            " again following same elsewhere moreover additionally furthermore separately nightfall addition ensuing subsequent",
            r"\b(?:another|(?:a|the) (?:second|third|fourth|fifth|separate|different|further|similar)"
            r"|(?:more|other|separate|smaller)) (?:[\w'-]+ ){0,3}?"
            + _INCIDENT
            + r"|\b(?:hours?|minutes|days?|weeks?|shortly|soon) (?:later|after)\b|\b(?:hours|minutes) (?:earlier|before)\b"
            r"|\b(?:next|following|the same) (?:day|morning|night|evening)\b"
            r"|\b(?:elsewhere|moreover|additionally|furthermore|separately|nightfall|in addition|ensuing|subsequent)\b"
            r"|\b(?:while|and) another\b|\bin another\b|\banother(?:,| (?:in|at|near|on|was|were|killed|died)\b)"
            r"|\bagain (?:attacked|hit|struck|targeted|raided)\b|\b(?:attacked|hit|struck|targeted|raided) again\b",
        ),
        ("between", "inside"),
    ),
    (
        "then",
        Cue(
            "earlier meanwhile subsequently afterwards thereafter later also then simultaneously reprisal reprisals retaliation retaliated"
            " retaliatory revenge counterattack withdrew fled left retreated escaped moved move",
            r"\b(?:meanwhile|subsequently|afterwards|thereafter|later|also|then|simultaneously|reprisals?|retaliation|retaliat(?:ed|ory)"
            rf"|revenge|counterattack|earlier{_SAME_DAY})\b"
            r"|\b(?:as|when|while|before|after) (?:they|the (?:attackers|gunmen|raiders|rebels|militants|assailants|bandits))"
            r" (?:\w+ )?(?:withdrew|fled|left|retreated|escaped|moved)\b|\bmoved? (?:on )?to\b",
        ),
        ("between", "own"),
    ),
    (
        "then",
        Cue("retaliation reprisal revenge", r"\bin (?:\w+ )?(?:retaliation|reprisal|revenge)\b(?! (?:for|against))"),
        ("inside",),
    ),
    (
        "ordinal",
        Cue(
            "second third fourth fifth sixth seventh eighth ninth tenth other latter",
            r"\b(?:the|an?) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|other|latter)\b(?! of)",
        ),
        ("near", "inside"),
    ),
    (
        "ordinal opens",
        Cue("second third fourth fifth sixth other last", r"\A(?:the|an?) (?:second|third|fourth|fifth|sixth|other|last)\b(?! of)"),
        ("opening",),
    ),
    ("begins", Cue(_INCIDENTS, r"(?:^|[.;] )[^.;a-z]{0,3}an? (?:[\w-]+ ){0,2}" + _INCIDENT), ("opening",)),
    (
        "goes on",
        Cue(
            _INCIDENTS,
            r"\A(?:the|this|that) (?!second|third|fourth|fifth|other|separate|latter)(?:[\w-]+ ){0,2}?" + _INCIDENT,
        ),
        ("opening",),
    ),
    ("elsewhere", Cue("in at near on", r"\A(?:in|at|near|on) [^,.;]{2,40}, "), ("opening",)),
    ("more", Cue("another additional further more", r"\b(?:another|additional|further|more)\b(?! than)"), ("leader",)),
    ("more", Cue("his her their", r"\A(?:one|two|three|four|five|\d+) of (?:his|her|their)\b"), ("leader",)),
    (
        "someone beside",
        Cue("his her their", rf"\A(?:his|her|their) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(SETS['companions']))})\b"),
        ("leader",),
    ),
    ("others", Cue("other others"), ("leader",)),
    ("alone", Cue("alone"), ("inside",)),
    ("in another month", Cue(_MONTHS, rf"\Ain (?:early |late |mid-)?(?:{'|'.join(_MONTHS.split())})\b"), ("opening",)),
    ("worst", Cue("worst deadliest bloodiest heaviest single"), ("opening", "near")),
    ("disagree", _DISAGREE, ("near", "own")),
    (
        "attackers' claim",
        Cue(_THEY_SAY, rf"\b(?:{'|'.join(_THEY_SAY.split())})\b(?: \w+){{0,3}} (?:sa(?:id|y|ys)|claim(?:s|ed)?|puts?|boast(?:s|ed))\b"),
        ("near",),
    ),
    (
        "earlier",
        Cue(
            "figure estimate toll count number initially previously had",
            r"\b(?:earlier|initial|previous|preliminary|provisional) (?:\w+ )?(?:figure|estimate|toll|count|number)\b"
            r"|\b(?:initially|previously)\b|\bhad (?:\w+ )?(?:put|said|reported|given|estimated|announced|spoken|counted)\b",
        ),
        ("near",),
    ),
    (
        "before",
        Cue(
            "earlier previous previously already last ago since year second third fourth fifth sixth latest",
            rf"\b(?:(?<!hours )(?<!minutes )earlier(?!{_SAME_DAY})|previous|previously|already"
            r"|last (?:week|month|year)(?!'s)|ago|since(?! \w+day)|this year)\b"
            r"|\b(?:it|this) (?:was|is) the (?:second|third|fourth|fifth|sixth|latest)\b",
        ),
        ("near", "inside"),
    ),
    ("identified", Cue("named identified names naming"), ("near",)),
    (
        "died later",
        Cue(
            "died succumbed wounded injured",
            r"\b(?:later died|died (?:later|of|from|in hospital|at hospital)|succumbed)\b|\bof the (?:\w+ )?(?:wounded|injured)\b"
            r"|\b(?:wounded|injured) (?:in|by|on) [^.,;]{2,40} died\b",
        ),
        ("inside",),
    ),
)
# Of each word, the cues of which it may be part.
_SAID_WITH: dict[str, list[int]] = defaultdict(list)
for _number, _said in enumerate(_SAID):
    for _word in _said[1].words:
        _SAID_WITH[_word].append(_number)
_INITIALLY = re.compile(r"(?:initial|initially|early|first|preliminary|provisional|provisionally)\b")
_LATER = Cue(
    "later but however then now since by",
    r"\b(?:later|but|however|then|now|since|by (?:\w+ ){0,2}?(?:evening|nightfall|night|morning|noon|midday|afternoon|dawn|\w+day))\b",
)
# Headlines of several attacks: what is counted at one place after them is a part.
_SERIES = re.compile(
    r"\b(?:string|series|wave|spate|spree|pair|rash) of\b"
    r"|\b(?:separate|several|various|different) (?:[a-z-]+ ){0,2}"
    + _INCIDENT
    + r"|\bin (?:two|three|four|five|six) (?:incidents|attacks|bombings|shootings)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|various|different|\d\d?) (?:[\w'-]+ ){0,2}"
    r"(?:cities|towns|villages|districts|provinces|regions|states|places|locations|areas|neighbou?rhoods)\b"
    r"|\b(?:twin|double|multiple|coordinated) (?:\w+ ){0,2}"
    + _INCIDENT
    + r"|\b(?:attacks|bombings|blasts|explosions|strikes|airstrikes|raids|shootings) (?:across|around|throughout)\b"
    r"|\b(?:attacks|bombings|blasts|explosions|strikes|airstrikes|raids|shootings|clashes) (?:[\w-]+ ){0,3}?in [^.,;]{2,40} and in\b"
)
_ALL_OVER = re.compile(
    r"\b(?:across|around|throughout|elsewhere in|in other parts of) the (?:country|region|province|state|city|rest of)\b"
)
_MORE_DIED = frozenset(("more", "others", "then", "apart"))
_RULE_SIGNALS = {"alternative": "disagree", "pronoun": "pronoun"}
_PLACES = frozenset(("elsewhere", "other place", "joined other place", "side by side"))
_ANOTHER_INCIDENT = re.compile(
    rf"\b(?:separately|elsewhere|in (?:another|other|(?:a|an|two|three) (?:separate|other|unrelated|different)) {_INCIDENT})|\bseparate\b"
)
# What the entries of a log begin with: "23:15 - ", "12 June: ", "(3) ".
_ENTRY = re.compile(
    rf"\W*(?:[\w' -]{{2,30}}, (?=\d\d?[:.h]\d\d))?(?:\d{{1,2}}[:.h]\d\d(?: ?hrs)?|\(?\d\d?\)|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?"
    rf"|\d{{1,2}} (?:{'|'.join(_MONTHS.split())})|(?:{'|'.join(_MONTHS.split())}) \d{{1,2}})(?: ?[-–—:]|, )"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|all|both|their|his|her)(?: of)?(?: the)? $")
_DEFINITE_ENDS = ("the ", "these ", "those ", "all ", "both ", "their ", "his ", "her ", "of ")
# How a count hangs on the one before it in its sentence: "and 7 were shot", but "when a bomb killed 7", "killing 7".
_LINK = re.compile(
    r"(?P<and>\b(?:and|while|but|plus|whereas)\b|;)|\b(?:that(?! (?:at|in|near|on|of)\b)"
    r"|which|who|when|where|after|following|before|as|during)\b|:|ing\b"
)
_SOME_OF = re.compile(r"\bof (?:whom|which|them|these|those)\b")
_OF_WOUNDS = re.compile(r"\b(?:died of (?:his|her|their) (?:[\w-]+ )?(?:wounds|injuries|burns)|succumbed)\b")
_THE_OTHER = re.compile(r"\bthe other (?:victims?|one|fatality|fatalities|casualty|casualties|deaths?)\b")
_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_RANKED = re.compile(rf"(?:(?P<the>the )|an? )?(?P<nth>{'|'.join(_RANKS)})\b")
_NEW_CLAUSE = frozenset(("while", "whereas", "but", ";"))
_ANYBODY = frozenset(("people", "persons", "person", "individuals", "lives", "souls", "victims"))
_FEW = 6  # a number up to it is met by chance where others are added up
_MANY = 9  # a number above it is not met twice by chance
_TELLING = frozenset().union(*(cue.words for _, cue, _ in _SAID), _LOWERED.words, _TOLD_IN_ALL.words, _LATER.words)


class Total(NamedTuple):
    """The document's own count of the day's event for one measure, and the figures it was added up from."""

    low: int | None
    best: int | None
    high: int | None
    parts: tuple[int, ...]  # indices of figures


def totals(reading: Reading, figures: Sequence["Figure"]) -> dict[str, Total]:
    """The document's own count of the day's event, by measure, where it can be told."""
    result: dict[str, Total] = {}
    by_measure: dict[str, list[int]] = {}
    for index, figure in enumerate(figures):
        by_measure.setdefault("killed" if figure.measure == "bodies_recovered" else figure.measure, []).append(index)
    for measure, mine in by_measure.items():
        current = _current(reading, figures, mine)
        if len(current) == 1:
            only = figures[current[0]]
            result[measure] = Total(only.value_low, only.value_best, only.value_high, (current[0],))
        elif len({figures[index].evidence for index in current}) == 1:
            whole = Count(current, figures, 0)
            result[measure] = Total(whole.low, whole.best, whole.high, tuple(current))
        elif current:
            told = _counts(reading, figures, current)
            tally = Tally(reading, figures, told[0])
            for count in told[1:]:
                signals = tally.signals(count)
                tally.take(count, choose(signals), disagrees="disagree" in signals, apart="apart" in signals)
            result[measure] = tally.total()
    _divide(result, figures)
    return result


def _divide(result: dict[str, Total], figures: Sequence["Figure"]) -> None:
    """Tell who was hurt from who was killed or hurt and who was killed: "eight people were shot, three of them fatally"."""
    both, killed = result.get("killed_or_injured"), result.get("killed")
    if both is None or both.best is None or killed is None or killed.best is None or "injured" in result or killed.best >= both.best:
        return
    groups = [{(figures[index].victim_group or "").lower() for index in told.parts} - {""} - GENERIC for told in (both, killed)]
    if groups[0] and groups[1] and groups[0].isdisjoint(groups[1]):
        return  # "eight soldiers were killed and 15 rebels put out of action"
    hurt = both.best - killed.best
    result["injured"] = Total(hurt, hurt, hurt, both.parts)


class Count:
    """One count of the text: the figures of one chain, and what they come to."""

    __slots__ = ("attackers", "best", "detail", "end", "groups", "high", "low", "parts", "sentence", "start")

    def __init__(self, parts: list[int], figures: Sequence["Figure"], sentence: int) -> None:
        self.parts = parts
        self.attackers = False  # who died while they attacked, and stand apart from others who died
        self.detail = False  # one of those right behind the first count that come to it
        self.best = 0
        self.low: int | None = 0
        self.high: int | None = 0
        self.groups: set[str] = set()
        for index in parts:
            figure = figures[index]
            self.best += figure.value_best or 0
            self.low = _sum(self.low, figure.value_low)
            self.high = _sum(self.high, figure.value_high)
            if figure.victim_group:
                self.groups.add(figure.victim_group.lower())
        self.sentence = sentence
        self.start, self.end = figures[parts[0]].evidence


def _sum(one: int | None, two: int | None) -> int | None:
    """The sum of two ends, which is open where one of them is."""
    return None if one is None or two is None else one + two


def counts(reading: Reading, figures: Sequence["Figure"], measure: str) -> list[Count]:
    """The counts of the day's event by one measure, in the order of the text; attackers who died apart from others come last."""
    wanted = {measure, "bodies_recovered"} if measure == "killed" else {measure}
    mine = [index for index, figure in enumerate(figures) if figure.measure in wanted]
    return _counts(reading, figures, _current(reading, figures, mine))


def _current(reading: Reading, figures: Sequence["Figure"], mine: Sequence[int]) -> list[int]:
    """Those of the figures of one measure that may count the day's event: no parts, no vague words, nothing of long ago."""
    mine = [
        index
        for index in mine
        if (figure := figures[index]).measure_kind != "subset" and figure.value_best is not None and figure.count_basis != "projected"
    ]
    if len(mine) > 1:
        mine = [index for index in mine if figures[index].value_best] or mine
    oldest = _oldest(reading.published)
    current = [index for index in mine if not figures[index].background and not _is_before(figures[index], oldest)]
    if not current and mine and _in_one_sentence(reading, figures, mine) and not _is_before(figures[mine[0]], oldest):
        current = [
            index for index in mine if figures[index].measure != "bodies_recovered" or figures[index].measure_kind == "cumulative"
        ]  # the only count of the text: an occasion of its own
    return current


def _in_one_sentence(reading: Reading, figures: Sequence["Figure"], mine: Sequence[int]) -> bool:
    """Whether all counts stand in one sentence: "at least 33 have been killed since May, although the minister admitted to three"."""
    first, last = figures[mine[0]].evidence[0], figures[mine[-1]].evidence[0]
    return reading.sentence_of(reading.token_at(first)) == reading.sentence_of(reading.token_at(last))


def _counts(reading: Reading, figures: Sequence["Figure"], current: Sequence[int]) -> list[Count]:
    chains: dict[Span, list[int]] = {}
    for index in current:
        chains.setdefault(figures[index].evidence, []).append(index)
    found = [Count(parts, figures, reading.sentence_of(reading.token_at(figures[parts[0]].number[0]))) for parts in chains.values()]
    if len(found) > 1 and any(not count.groups.isdisjoint(_ATTACKERS) for count in found):
        apart = [all((figures[index].victim_group or "").lower() in _ATTACKERS for index in count.parts) for count in found]
        for at, (before, after) in enumerate(pairwise(found)):
            if apart[at] != apart[at + 1] and _is_elsewhere(reading, before, after):
                apart[at + apart[at + 1]] = False  # "Troops killed two rebels. Separately, a bomb killed two policemen."
        for at in range(1, len(found)):
            if apart[at - 1] and not apart[at] and found[at].sentence == found[at - 1].sentence and _is_also(reading, figures, found[at]):
                apart[at - 1] = False  # "A rebel was killed in a clash in which two soldiers also died."
            words = reading.lows[(begin := reading.token_at(figures[found[at].parts[0]].number[0])) : begin + 3]
            if found[at].groups <= {"others"} and not SETS["further"].isdisjoint(words):
                apart[at] = apart[at - 1]  # "shot two suspects. Three more were killed ..."
        if not all(apart):
            for count, attackers in zip(found, apart, strict=True):
                count.attackers = attackers
            if found[0].attackers:
                found.sort(key=attrgetter("attackers"))
    if len(found) > 2 and found[0].best > _FEW:
        _mark_details(found)
    return found


def _is_also(reading: Reading, figures: Sequence["Figure"], count: Count) -> bool:
    """Whether those counted are told in one breath with who died before: "also lost their lives"."""
    first, last = reading.token_at(count.start), reading.token_at(count.end - 1)
    return "also" in reading.lows[first : last + 1] and all(figures[index].measure == "killed" for index in count.parts)


def _is_elsewhere(reading: Reading, before: Count, after: Count) -> bool:
    """Whether the second count is told as one of another incident."""
    text = lower(reading.folded[before.end : min(after.start, before.end + 400)])
    return _ANOTHER_INCIDENT.search(text) is not None


def _mark_details(found: list[Count]) -> None:
    """Mark those right behind the first count that come to it: "Four were killed. A guard died in Oulo. In Tensi three others ..."."""
    others = [count for count in found[1:] if not count.attackers]
    come_to = list(accumulate(count.best for count in others))
    if found[0].best in come_to[1:]:
        for count in others[: come_to.index(found[0].best) + 1]:
            count.detail = True


def choose(signals: Sequence[str]) -> str:
    """The relation for which the signals speak most: "same", "add" or "replace"."""
    adds = replaces = 0.0
    for signal in signals:
        add, replace = _WEIGHTS.get(signal, (0.0, 0.0))
        adds += add
        replaces += replace
    return "same" if max(adds, replaces) <= 0 else "add" if adds >= replaces else "replace"


def _signalled(told: frozenset[str], windows: Mapping[str, str]) -> Iterator[str]:
    """The signals of the words that are told, each where it may stand."""
    for which in sorted({cue for word in told for cue in _SAID_WITH.get(word, ())}):
        signal, cue, within = _SAID[which]
        if any(cue.find(windows[window]) for window in within):
            yield signal


class Tally:
    """What the counts told so far come to."""

    __slots__ = (
        *("anchor", "apart", "best", "details", "figures", "generic", "groups", "high", "last"),
        *("is_series", "low", "parts", "places", "reading", "seen", "since", "text", "told"),
    )

    def __init__(self, reading: Reading, figures: Sequence["Figure"], count: Count) -> None:
        self.reading = reading
        self.figures = figures
        self.text = lower(reading.folded)
        self.seen: set[int] = set()
        self.places: set[str] = set()
        self._start(count)

    def copy(self) -> "Tally":
        """Another that stands where this one does."""
        other = Tally.__new__(Tally)
        for name in self.__slots__:
            value = getattr(self, name)
            setattr(other, name, value.copy() if isinstance(value, list | set) and name != "figures" else value)
        return other

    def _start(self, count: Count) -> None:
        self.anchor = self.last = count  # the anchor stands for the event, or is the first of those that add up
        self._stand()
        self.groups = set(count.groups)
        self.generic = self.groups <= GENERIC
        self.since: list[int] = []  # what was told after the anchor, and what it comes to
        self.told = 0
        self.details: list[int] = []
        self.apart = False  # whether any of those was told as of another incident, so that none of them are details
        self.is_series: bool | None = None  # whether the anchor is a headline of several attacks, once asked
        self._see(count)

    def _stand(self) -> None:
        """The anchor alone is the count."""
        self.low, self.best, self.high, self.parts = self.anchor.low, self.anchor.best, self.anchor.high, list(self.anchor.parts)

    def _see(self, count: Count) -> None:
        self.seen.add(count.best)
        self.places |= self._places(count)
        self.last = count

    def _places(self, count: Count) -> set[str]:
        """The places that the count's own sentence names for it."""
        begin = self.reading.starts[self.reading.sentences[count.sentence][0]]
        spans = [self.figures[index].place for index in count.parts]
        return {self.text[span[0] : span[1]] for span in spans if span is not None and span[0] >= begin}

    def take(self, count: Count, relation: str, *, disagrees: bool, apart: bool = False) -> None:
        """Take the next count for what it is; whether it disagrees with what was told, or is told apart, are signals of it."""
        if relation == "replace":
            self._start(count)
            return
        if relation == "add":
            self.apart = self.apart or (apart and count.best > 1)
            self.low, self.best, self.high = _sum(self.low, count.low), self.best + count.best, _sum(self.high, count.high)
            self.parts += count.parts
            self.groups |= count.groups
            self.generic = self.generic and count.groups <= GENERIC
        elif self._completes(count):
            self._stand()
        elif disagrees and not count.attackers:
            ends = [self.best, count.best, *(end for end in (self.low, self.high, count.low, count.high) if end)]
            self.low, self.high = min(ends), max(ends)
        self.since.append(count.best)
        self.told += count.best
        self.details += count.parts
        self._see(count)

    def total(self) -> Total:
        """What the counts come to."""
        told, whole = self.told, self.figures[self.anchor.parts[0]]
        if (
            len(self.details) > 1
            and len(self.anchor.parts) == 1
            and whole.rule != "toll"
            and whole.quantifier in {"nearly", "about", "more_than"}
            and told != self.anchor.best
            and abs(told - self.anchor.best) * 20 <= self.anchor.best
        ):
            return Total(told, told, told, tuple(self.details))  # "nearly 80 ...: 68 in one village, 11 in another"
        return Total(self.low, self.best, self.high, tuple(self.parts))

    def _sentence(self, count: Count) -> str:
        first, stop = self.reading.sentences[count.sentence]
        begin = self.reading.starts[first]
        return self.text[begin : min(self.reading.ends[stop - 1], begin + 400)]

    def signals(self, count: Count) -> list[str]:
        """What the text says of how `count` stands to what was told before."""
        joined = count.sentence == self.last.sentence
        told, windows = self._told_beside(count, joined=joined)
        where = self._link(windows["between"], windows["own"]) if joined else "next" if count.sentence == self.last.sentence + 1 else "far"
        size, victims = self._size(count), self._victims(count)
        found = ["any", where, size, victims, *_signalled(told, windows)]
        if victims == "wider" and size == "larger" and _MORE_DIED.isdisjoint(found):
            found.append("whole")
        is_more = self.figures[count.parts[0]].quantifier == "up_to" and count.best > self.best
        if is_more and (victims != "other victims" or {"others", "then"}.isdisjoint(found)):
            found.append("disagree")
        found += self._retold(count, told, windows, is_earlier="earlier" in found, joined=joined)
        if self._is_said_apart(count):
            found += ("said apart", "same victims said apart") if victims == "same victims" else ("said apart",)
        found += self._elsewhere(count, windows, victims, joined=joined)
        found += self._by_kind(count, joined=joined)
        found += self._by_rank(count, windows["leader"])
        if self.figures[self.anchor.parts[0]].rule == "toll":
            if "died later" in found and _MORE_DIED.isdisjoint(found) and self._has_risen():
                found.remove("died later")  # "The toll climbed to 71. Seventeen died of their wounds overnight."
            found += ("stands", "explains") if where == "hanging" else ("stands",)
        if (
            "goes on" in found
            and self.figures[count.parts[0]].rule != "toll"
            and _OF_WOUNDS.search(self.text, self.anchor.start, self.anchor.end)
        ):
            found.append("died after")  # "A woman died of her wounds on Friday. The bombing on Thursday had killed five."
        if self._completes(count):
            is_sure = self.anchor.best > 4 and (victims != "other victims" or count.groups <= GENERIC)
            found.append("completes" if is_sure else "completes few")
        elif self._is_of_series(count):
            more = ["more of a series"] if "more" in found else []
            found = ["of a series", *more, *(signal for signal in found if signal not in _PLACES)]
        return found

    def _told_beside(self, count: Count, *, joined: bool) -> tuple[frozenset[str], dict[str, str]]:
        """The words around a count that tell of counts, and the stretches of text in which they may stand."""
        reading, text, figure = self.reading, self.text, self.figures[count.parts[0]]
        first, stop = reading.sentences[count.sentence]
        begin, end = min(max(self.last.end, count.start - 400), count.start), max(count.end, min(reading.ends[stop - 1], count.end + 80))
        number, victim = figure.number, figure.victim
        told = _TELLING.intersection(reading.lows[reading.token_at(begin) : reading.token_at(end - 1) + 1])
        return told, {
            "between": text[begin : count.start],
            "near": text[max(begin, count.start - 160) : count.start],
            "opening": "" if joined else text[reading.starts[first] : min(count.start, reading.starts[first] + 80)],
            "own": text[count.start : count.end],
            "inside": text[count.start : end],
            "leader": text[number[0] : max(number[1] + 6, victim[1] if victim else 0)],
        }

    def _retold(self, count: Count, told: frozenset[str], windows: dict[str, str], *, is_earlier: bool, joined: bool) -> Iterator[str]:
        """What says that a count tells anew of those told before, or is a toll of them all."""
        figure, between, own = self.figures[count.parts[0]], windows["between"], windows["own"]
        if _LATER(told, between) and _INITIALLY.match(self._sentence(self.last)):
            yield "initially"
        number = figure.number[0]
        before = max(0, number - 12)
        is_the = self.text.endswith(_DEFINITE_ENDS, before, number) and _DEFINITE.search(self.text[before:number]) is not None
        if is_the or windows["leader"].startswith(("all", "both")):
            yield "definite"
        if count.best < self.best and _THE_OTHER.search(self.text, count.end, count.end + 120):
            yield "one of those"  # "A woman died when a house fell and the other victim was hit by debris."
        if not joined and "alone" in self._sentence(self.last):
            yield "after alone"
        if not is_earlier and (figure.rule == "toll" or _TOLD_IN_ALL(told, between) or _TOLD_IN_ALL(told, own)):
            falls = "smaller" if count.best < self.best else "larger"
            yield "toll lowered" if _LOWERED(told, between + own) else f"toll {falls}"

    def _is_said_apart(self, count: Count) -> bool:
        """Whether a count and the one before it are told by two statements."""
        one, other = self.figures[count.parts[0]].statement, self.figures[self.last.parts[0]].statement
        return one is not None and other is not None and one != other

    def _elsewhere(self, count: Count, windows: dict[str, str], victims: str, *, joined: bool) -> Iterator[str]:
        """What the places of a count, and entries of a log, say."""
        places = self._places(count)
        elsewhere = False
        if places and self.places:
            elsewhere = not places & self.places
            yield ("joined " if joined else "") + ("other place" if elsewhere else "same place")
        is_new = (elsewhere and victims == "other victims") or (joined and count.groups and ";" in windows["between"])
        is_new = is_new or (not joined and victims == "other victims" and self.best == 1)  # "A guard was hurt. A neighbour suffered cuts."
        if is_new and count.best == 1 and windows["leader"].startswith(("a ", "an ")):
            yield "someone new"
        if not joined and self._is_of_another_entry(count):
            yield "entry"

    def _is_in_brackets(self, count: Count) -> bool:
        """Whether it tells the first count in detail: "three were killed and seven wounded (two killed by mines, one by a sniper)"."""
        between = self.text[self.anchor.end : count.start]
        return between.rfind("(") > between.rfind(")")

    def _by_rank(self, count: Count, leader: str) -> Iterator[str]:
        """What the rank of one of them says: "two of the three died at once, the third in hospital", "a fourth body was found"."""
        rank = _RANKED.match(leader) if count.best == 1 else None
        if rank is None:
            return
        nth = _RANKS[rank["nth"]]
        if nth == self.best + 1:
            yield "next in rank"
        elif nth <= self.best and rank["the"]:
            yield "one of those"

    def _by_kind(self, count: Count, *, joined: bool) -> Iterator[str]:
        """What the kind of the count says."""
        figure = self.figures[count.parts[0]]
        rule, whole = figure.rule, self.figures[self.anchor.parts[0]].rule
        if count.attackers:
            yield "attackers"
        at = count.parts[0]
        if at and self.figures[at - 1].measure == "injured" and _SOME_OF.search(self.text[count.start : count.end]):
            hurt = self.reading.token_at(self.figures[at - 1].number[0])
            if self.reading.sentence_of(hurt) == count.sentence:
                yield "died later"  # "19 were hospitalised, two of whom died"
        if self.anchor.sentence == count.sentence and self._is_in_brackets(count):
            yield "in brackets"
        parted = len(count.parts) > 1 and count.best == self.best > 2 and len(self.parts) == 1 and not joined
        if (
            parted
            and all(self.figures[index].measure == "killed" for index in count.parts)
            and self.figures[count.parts[-1]].victim is None
        ):
            yield "in detail"  # "killed three people. Two people died in Oulo, one in Tensi."
        if count.detail and not self.apart:
            yield "in detail"
        if rule in _RULE_SIGNALS:
            yield _RULE_SIGNALS[rule]
        if figure.measure == "bodies_recovered" and rule != "logged":
            yield "bodies"
        if len(self.parts) > len(self.anchor.parts):
            yield "listing"
        if rule == whole == "logged":
            yield "logged"
        if figure.count_basis == "claimed" and not joined:
            yield "claimed"

    def _link(self, between: str, own: str) -> str:
        links = [link["and"] for link in _LINK.finditer(between + own[: own.find(" ") + 1])]
        listed = between.rstrip().endswith(",") and not own[: own.find(" ")].endswith("ing")  # "three died, four were shot"
        return "side by side" if listed or (links and (links[-1] or not _NEW_CLAUSE.isdisjoint(links))) else "hanging"

    def _is_of_another_entry(self, count: Count) -> bool:
        """Whether an entry of a log begins between the last count and this one."""
        reading = self.reading
        begins = (reading.starts[reading.sentences[index][0]] for index in range(self.last.sentence + 1, count.sentence + 1))
        return any(_ENTRY.match(self.text, begin, begin + 24) for begin in begins)

    def _has_risen(self) -> bool:
        """Whether the anchor is a toll that changed: what is told of deaths behind it says why."""
        return not SETS["revises"].isdisjoint(self.text[self.anchor.start : self.anchor.end].split())

    def _is_of_series(self, count: Count) -> bool:
        """Whether it is counted after a headline of several attacks, and not more than that."""
        anchor = self.anchor
        if self.told + count.best > anchor.best or count.sentence == anchor.sentence:
            return False
        if self.figures[anchor.parts[0]].place is not None and _ALL_OVER.search(self.text, self.last.end, count.end):
            return False  # "A series of attacks in Oulo killed 31. Other incidents across the country killed two."
        if self.is_series is None:
            self.is_series = _SERIES.search(self._sentence(anchor)) is not None
        return self.is_series

    def _completes(self, count: Count) -> bool:
        """Whether what was told last comes to the anchor with it: the same count in detail."""
        since = self.since
        return bool(since) and not self.apart and self.anchor.best - count.best in {self.told, since[-1], sum(since[-2:])}

    def _size(self, count: Count) -> str:
        if count.best in self.seen or count.best == self.best:
            return "equal" if count.best > _MANY else "alike" if count.best > 1 else "one again"
        if count.best > self.best:
            return "larger" if count.best <= 5 * self.best else "order above"
        return "smaller" if count.best * 5 >= self.best else "order below"

    def _victims(self, count: Count) -> str:
        named = self.figures[self.anchor.parts[0]]
        if not self.groups and len(self.parts) == 1 and named.rule == "name" and count.groups:
            return "wider" if count.groups <= GENERIC else "other victims"
        if not count.groups or not self.groups:
            return "unnamed"
        if not count.groups.isdisjoint(self.groups):
            return "same victims"
        after = count.groups <= GENERIC
        if self.generic and (not after or not self.groups.isdisjoint(_ANYBODY)):
            return "narrower"
        return "wider" if after and (not self.generic or not count.groups.isdisjoint(_ANYBODY)) else "other victims"


@lru_cache(maxsize=1)
def _oldest(published: date | None) -> str:
    """The day before which nothing that happened is an event of the day that is told."""
    return date.fromordinal(max(1, published.toordinal() - 400)).isoformat() if published is not None else ""


def _is_before(figure: "Figure", oldest: str) -> bool:
    day = figure.event_date or figure.period_start
    return day is not None and day < oldest
