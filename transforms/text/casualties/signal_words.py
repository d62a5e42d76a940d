"""Words that tell how a count stands to those told before it: "another", "later died", "raised to", "in a separate attack".

Belongs here: finding the signals of the lexicon, and the patterns that the tally asks for itself. Does not belong here: what signals weigh
(`toll_weights`), and those that no words give (`tally`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from transforms.lexicon import rows
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

SUMS_UP = re.compile(r"\W{0,2}(?:in all|in total|altogether|overall)\b")
LOWERED = Cue("lowered revised reduced corrected cut")
TOLD_IN_ALL = Cue(
    "total all overall altogether bringing totaling totalling raised increased revised updated rose risen climbed jumped grew grown",
    r"\b(?:in total|in all|a total of|overall|altogether|bringing|totall?ing|total)\b"
    r"|\b(?:raised|increased|revised|updated|rose|risen|climbed|jumped|grew|grown)\b[^.;]{0,60}\bto\b",
)
# What stands for words and patterns in `toll_signals`.
_WORDS = {"<incidents>": _INCIDENTS, "<months>": _MONTHS, "<attackers>": _THEY_SAY}
_PATTERNS = {
    "<incident>": _INCIDENT,
    "<same_day>": _SAME_DAY,
    "<months>": "|".join(_MONTHS.split()),
    "<attackers>": "|".join(_THEY_SAY.split()),
    "<companions>": "|".join(sorted(SETS["companions"])),
}


def cue(words: str, pattern: str) -> Cue:
    """The cue of a row of `toll_signals`."""
    for name, part in _PATTERNS.items():
        pattern = pattern.replace(name, part)
    return Cue(_WORDS.get(words, words), "" if pattern == "-" else pattern)


def _said() -> Iterator[tuple[str, Cue, tuple[str, ...]]]:
    for (signal, windows), same in groupby(rows("toll_signals"), key=itemgetter(0, 1)):
        cues = [cue(words, pattern) for _, _, words, pattern, _ in same]
        words = " ".join(sorted(frozenset().union(*(one.words for one in cues))))
        yield signal, Cue(words, "|".join(one.pattern.pattern for one in cues)), tuple(windows.split())


# Signals that words give: each a cue, and the windows in which it is searched for.
SAID = tuple(_said())
# Of each word, the cues of which it may be part.
_SAID_WITH: dict[str, list[int]] = defaultdict(list)
for _number, _row in enumerate(SAID):
    for _word in _row[1].words:
        _SAID_WITH[_word].append(_number)
INITIALLY = re.compile(r"(?:initial|initially|early|first|preliminary|provisional|provisionally)\b")
LABEL = re.compile(r"[a-z][a-z -]{1,25}: ?(?=\d|one\b|two\b|three\b|four\b|five\b|six\b)")
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
    rf"|\b(?:{'|'.join(sorted(SETS['sides']))})\b(?: (?!said|says|that)\w+){{0,3}}? (?=los(?:t|ing)\b)"
    r"|\b(?:its|his|their)(?: own)? (?:losses|casualties|dead|wounded|injured) (?:at|as) (?:at least |about |some )?(?=\d|[a-z])"
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
SHE_DIED = re.compile(r"(?:he|she)\b(?: \w+){0,2} (?:died|succumbed)\b", re.IGNORECASE)  # "A girl was hit by a bullet. She died ..."
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
