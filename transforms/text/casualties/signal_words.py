"""Words that tell how a count stands to those told before it: "another", "later died", "raised to", "in a separate attack".

Belongs here: the words and patterns, and in which stretch of the text each is looked for. Does not belong here: what they weigh
(`toll_weights`), and the signals that no words give (`tally`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from transforms.text.quantities.classes import SETS, VICTIMS


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


ATTACKERS = frozenset(word for word, row in VICTIMS.items() if row[4] == "attacker")
_THEY_SAY = " ".join(sorted({"group", "taliban", *filter(str.isalpha, ATTACKERS)}))
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
SUMS_UP = re.compile(r"\W{0,2}(?:in all|in total|altogether|overall)\b")
LOWERED = Cue("lowered revised reduced corrected cut")
TOLD_IN_ALL = Cue(
    "total all overall altogether bringing totaling totalling raised increased revised updated rose risen climbed jumped grew grown",
    r"\b(?:in total|in all|a total of|overall|altogether|bringing|totall?ing|total)\b"
    r"|\b(?:raised|increased|revised|updated|rose|risen|climbed|jumped|grew|grown)\b[^.;]{0,60}\bto\b",
)
# Signals that words give: each a cue, and the windows in which it is searched for. `near` are the last characters before the count,
# `opening` those that begin its sentence, `inside` the count and what follows, `leader` the number with its victims.
SAID: tuple[tuple[str, Cue, tuple[str, ...]], ...] = (
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
        Cue("retaliation reprisal revenge response", r"\bin (?:\w+ )?(?:retaliation|reprisal|revenge|response)\b(?! (?:for|against|to))"),
        ("between", "inside"),
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
for _number, _said in enumerate(SAID):
    for _word in _said[1].words:
        _SAID_WITH[_word].append(_number)
INITIALLY = re.compile(r"(?:initial|initially|early|first|preliminary|provisional|provisionally)\b")
LATER = Cue(
    "later but however then now since by",
    r"\b(?:later|but|however|then|now|since|by (?:\w+ ){0,2}?(?:evening|nightfall|night|morning|noon|midday|afternoon|dawn|\w+day))\b",
)
# Headlines of several attacks: what is counted at one place after them is a part.
SERIES = re.compile(
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
ALL_OVER = re.compile(r"\b(?:across|around|throughout|elsewhere in|in other parts of) the (?:country|region|province|state|city|rest of)\b")
# "The army had two dead", "the rebels suffered at least five dead", "the army | lost three men".
OWN_LOSSES = re.compile(
    rf"\b(?:{'|'.join(sorted(SETS['sides']))})\b(?: (?!said|says|that)\w+){{0,3}}? (?:had|has|suffered|sustained)"
    r"(?: (?:at|least|about|some|around|more|than|nearly|over|up|to|losses|of|another|only|just)){0,3} (?=\d|[a-z]+ (?:dead|killed)\b)"
    rf"|\b(?:{'|'.join(sorted(SETS['sides']))})\b(?: \w+){{0,3}}? (?=los(?:t|ing)\b)"
)
ANOTHER_INCIDENT = re.compile(
    rf"\b(?:separately|elsewhere|in (?:another|other|(?:a|an|two|three) (?:separate|other|unrelated|different)) {_INCIDENT})|\bseparate\b"
)
# What the entries of a log begin with: "23:15 - ", "12 June: ", "(3) ".
ENTRY = re.compile(
    rf"\W*(?:[\w' -]{{2,30}}, (?=\d\d?[:.h]\d\d))?(?:\d{{1,2}}[:.h]\d\d(?: ?hrs)?|\(?\d\d?\)|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?"
    rf"|\d{{1,2}} (?:{'|'.join(_MONTHS.split())})|(?:{'|'.join(_MONTHS.split())}) \d{{1,2}})(?: ?[-–—:]|, )"
)
HIS_KIN = re.compile(rf"(?:his|her|their) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(SETS['kin']))})\b")
HEADLINE = re.compile(r"[^:.;]{0,60}(?:: [A-Z]|\n)")  # behind a count that stands in a headline
DEFINITE = re.compile(r"\b(?:the|these|those|all|both|their|his|her)(?: of)?(?: the)? $")
DEFINITE_ENDS = ("the ", "these ", "those ", "all ", "both ", "their ", "his ", "her ", "of ")
# How a count hangs on the one before it in its sentence: "and 7 were shot", but "when a bomb killed 7", "killing 7".
LINK = re.compile(
    r"(?P<and>\b(?:and|while|but|plus|whereas)\b|;)|\b(?:that(?! (?:at|in|near|on|of)\b)"
    r"|which|who|when|where|after|following|before|as|during)\b|:|ing\b"
)
SOME_OF = re.compile(r"\bof (?:whom|which|them|these|those)\b")
OF_THE_HURT = re.compile(
    r"\b(?:of (?:whom|which|them|these|those|the (?:wounded|injured|victims))|one (?:later|subsequently) died)\b", re.IGNORECASE
)
OF_WOUNDS = re.compile(r"\b(?:died of (?:his|her|their) (?:[\w-]+ )?(?:wounds|injuries|burns)|succumbed)\b")
THE_OTHER = re.compile(r"\bthe other (?:victims?|one|fatality|fatalities|casualty|casualties|deaths?)\b")
RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
RANKED = re.compile(rf"(?:(?P<the>the )|an? )?(?P<nth>{'|'.join(RANKS)})\b")
TELLING = frozenset().union(*(cue.words for _, cue, _ in SAID), LOWERED.words, TOLD_IN_ALL.words, LATER.words)


def signalled(told: frozenset[str], windows: Mapping[str, str]) -> Iterator[str]:
    """The signals of the words that are told, each where it may stand."""
    for which in sorted({cue for word in told for cue in _SAID_WITH.get(word, ())}):
        signal, cue, within = SAID[which]
        if any(cue.find(windows[window]) for window in within):
            yield signal
