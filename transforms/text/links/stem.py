"""Stems: the words of a claim without endings, and its numbers: what two claims must share to be about one thing.

Belongs here: which words count, and which count as one. Does not belong here: how much two claims must share (`claim`, `across`).
"""

import re
from functools import lru_cache

from transforms import lexicon
from transforms.text.reading import lower

FUNCTION = frozenset(word for word, tag in lexicon.rows("pos") if tag in "POpdMIHKCTQWUAYoFR") | frozenset(
    word for word, use in lexicon.rows("claim_words") if use == "common"
)
_TERM = re.compile(r"\w+(?:[-']\w+)*")
_NAME = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+){1,4}")
_NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: number for number, word in enumerate(_NUMERALS)} | {word: 10 * number for number, word in enumerate(_TENS, 2)}
# Words for one thing: who agreed to a deal has accepted it.
_SAME = {word: use.removeprefix("same:") for word, use in lexicon.rows("claim_words") if use.startswith("same:")}
DEATHS = frozenset(("kill", "toll", "injur", "wound", "bod", "lif", "liv"))
COUNTED = DEATHS | {"miss", "arrest", "detain", "displace", "captur", "hostag", "prison", "evacuat"}
NUMBER = re.compile(rf"\b(?:\d[\d,]*|{'|'.join((*_NUMERALS[1:], *_TENS))})\b")
_ENDINGS = (("ing", 3), ("ied", 3), ("ies", 3), ("ers", 4), ("er", 4), ("ed", 3), ("es", 3), ("s", 3))  # with the letters they leave
_MORE_THAN = re.compile(r"\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) more than\b")


def stems(folded: str) -> frozenset[str]:
    """The content words of the text `folded`, without endings: what two texts must share to be about the same thing."""
    if not folded.islower():
        # A name of several words counts once: sharing "the United Nations" is sharing one thing.
        folded = _NAME.sub(lambda found: found[0].replace(" ", "_"), folded)
    return frozenset([_stem(word) for word in _TERM.findall(lower(folded)) if word not in FUNCTION and (len(word) > 1 or word.isdigit())])


@lru_cache(maxsize=4096)
def name_stems(name: str) -> frozenset[str]:
    """The content words of a name, which texts repeat."""
    return stems(name)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    if word in _SAME:
        return _SAME[word]
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if word[-1] in "ey" and len(word) > 3 else word


def numbers(folded: str) -> set[int]:
    """The numbers of the text `folded`; of "six, two more than it reported" four as well."""
    low = lower(folded)
    found = {_NUMBERS[word] if word in _NUMBERS else int(word.replace(",", "")) for word in NUMBER.findall(low) if len(word) < 10}
    more = _MORE_THAN.search(low)
    if more and found:
        found.add(max(found) - (_NUMBERS[more[1]] if more[1] in _NUMBERS else int(more[1])))
    return found
