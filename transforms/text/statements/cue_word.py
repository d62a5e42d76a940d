"""Cue words: the words that may attribute, with what the lexicon knows of each.

Belongs here: reading the lexicon of cues. Does not belong here: where a cue stands in a sentence (`cue`), and what follows it (`frame`).
"""

from dataclasses import dataclass, field, replace
from math import log

from transforms import lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What the lexicon knows of one cue word."""

    kind: str  # v verb, n noun, a adjective, p preposition
    lemma: str
    group: str  # verbs that behave alike: say, think, want, show, call, judge ...
    act: str
    speech: bool
    prior: int  # how surely it attributes when it stands outside of contents: 0 hardly ever ... 9 always
    known: int  # how often it was counted: 0 never, 1 a few times, 2 often
    kin: int = 3  # the prior of all forms of its lemma together
    rank: str = field(init=False)  # kind and prior
    kin_rank: str = field(init=False)  # kind and kin

    def __post_init__(self) -> None:
        object.__setattr__(self, "rank", f"{self.kind}{self.prior}")
        object.__setattr__(self, "kin_rank", f"{self.kind}{self.kin}")


def _words() -> dict[str, Word]:
    rows = lexicon.rows("cue")
    kin: dict[tuple[str, str], list[int]] = {}
    for _, kind, lemma, _, _, _, inside, total in rows:
        counts = kin.setdefault((kind, lemma), [0, 0])
        counts[0] += int(inside)
        counts[1] += int(total)
    found: dict[str, Word] = {}
    for low, kind, lemma, group, act, speech, inside, total in rows:
        counts = kin[kind, lemma]
        usual = (counts[0] + 0.3) / (counts[1] + 1)
        prior = (int(inside) + 0.3) / (int(total) + 1) if int(total) else usual
        known = min(2, int(log(int(total) + 1, 4)))
        found[low] = Word(kind, lemma, group, act, speech == "1", round(9 * prior), known, round(9 * usual))
    return found


WORDS: dict[str, Word] = _words()
# A verb's form that stands as a noun: the call, their vows.
AS_NOUN: dict[str, Word] = {low: replace(word, kind="n") for low, word in WORDS.items() if word.kind == "v"}

RULE_OUT = WORDS["rejected"]  # ruled out talks
