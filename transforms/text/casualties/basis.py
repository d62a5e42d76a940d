"""How a count is known: reported, confirmed, estimated ..., and the word that weakens it.

Belongs here: the words that say so, around the number, in its verb group or in the words of who tells it, and who does not vouch for what
others count. Does not belong here: who claims it (`casualty`).
"""

from collections.abc import Sequence

from transforms.text.casualties.sentence import Found
from transforms.text.quantities.classes import ADV, ALPHABET, AND, COMMA, REPORT, SETS

_CLAIM = ALPHABET.having("CLAIM")
_BASES = {word: name.removeprefix("basis_") for name, words in SETS.items() if name.startswith("basis_") for word in words}
_HEDGES = SETS["hedges"]
_VOUCHING = 14  # words
_TURNS = frozenset(("but", "said", "says", "while", "although", "though", ";"))
_QUALIFIES = _HEDGES | frozenset(_BASES)
_VERIFIES, _LOOKS_INTO, _UNSURE, _REPORTS = SETS["verifies"], SETS["looks_into"], SETS["unsure"], SETS["claim_nouns"]
# Verbs of telling that say how a count is known, whatever is counted.
_CUED = {
    **dict.fromkeys(("estimates", "estimated", "estimate", "reckons", "reckoned"), "estimated"),
    **dict.fromkeys(("verified", "verifies"), "verified"),
    **dict.fromkeys(("claims", "claimed", "claim", "claiming"), "claimed"),
    **dict.fromkeys(("confirmed", "confirms"), "confirmed"),
}
_PROJECTS = frozenset(("could", "may", "might", "would"))
_WE_THINK = frozenset(("believe", "believes", "think", "thinks", "fear", "fears"))
_GONE = frozenset(("missing", "disappeared", "vanished"))


def basis_of(item: Found, cue: Sequence[str]) -> tuple[str, str | None]:
    """How the count is known (the vocabulary `count_basis`), and how it is hedged; `cue`: the words by which who tells it tells it."""
    basis, hedge = "unknown", None
    parse = item.parse
    if not _QUALIFIES.isdisjoint(parse.vocabulary):
        words = _around(item)
        lives = item.event.kind == "lives" if item.event is not None else "lives" in item.parse.lows[item.group.first : item.group.stop]
        if not lives:  # "claimed the lives of"
            basis = next((_BASES[word] for word in words if word in _BASES), basis)
        printed = parse.reading.words[parse.first : parse.stop] if "may" in words else ()
        hedge = next((word for word in words if word in _HEDGES and (word != "may" or word in printed)), None)  # no month
    if basis == "unknown" and item.parse.lows[(at := _before_all(item)) - 1] in _WE_THINK and at > parse.first:
        basis, hedge = "believed", hedge or parse.lows[at - 1]  # "we believe at least 12 were killed"
    if basis == "unknown":
        basis = next((_CUED[word] for word in cue if word in _CUED), basis)
    event = item.event
    if event is not None and item.measure == "killed" and (behind := parse.lows[event.stop : event.stop + 3])[:1] == ["or"]:
        hedge = hedge or ("or missing" if not _GONE.isdisjoint(behind) else None)  # "have died or are missing"
    if item.rule == "toll" and event is not None:
        printed = parse.reading.words[event.start : item.group.first]  # "May" is a month
        projects = next((word for word in printed if word in _PROJECTS), None)
        if projects is not None:
            basis, hedge = "projected", hedge or projects  # "the toll could reach 50"
    return basis, hedge


def _before_all(item: Found) -> int:
    """Where the clause of the count begins: behind "that", if it has it."""
    at = item.span[0]
    return at - (item.parse.lows[at - 1] == "that")


def is_of_others(words: list[str]) -> bool:
    """Whether the count behind `words` is one that is not vouched for: could not verify the report that, was checking reports of."""
    for at in range(len(words) - 1, max(-1, len(words) - _VOUCHING), -1):
        word = words[at]
        if word in _TURNS:
            return False
        if word in _VERIFIES and any(low in _UNSURE or low.endswith("n't") for low in words[max(0, at - 4) : at]):
            return True
        if word in _LOOKS_INTO and not _REPORTS.isdisjoint(words[at + 1 : at + 4]):
            return True
    return False


def _around(item: Found) -> Sequence[str]:
    """The words of the verb group, and those that stand between number and verb."""
    lows = item.parse.lows
    event, group = item.event, item.group
    if event is None:
        before = lows[max(item.parse.first, group.first - 2) : group.first]
        after = group.stop
        while after < min(item.parse.stop, group.stop + 6) and item.parse.tags[after] not in COMMA and item.parse.tags[after] not in AND:
            after += 1
        return [*before, *lows[group.stop : after]]
    first = min(event.first, event.start)
    while first > item.parse.first and (
        item.parse.tags[first - 1] in ADV
        or item.parse.tags[first - 1] in REPORT
        or lows[first - 1] == "to"
        or (lows[first - 1] in {"it", "they"} and item.parse.tags[first - 2] in _CLAIM)
        or (lows[first] == "to" and item.parse.tags[first - 1] in _CLAIM)
    ):
        first -= 1
    if event.form == "of":
        first = max(item.parse.first, event.start - 3)  # "has verified the deaths of"
    return [
        *lows[max(item.parse.first, group.first - 1) : group.number.stop if group.number is not None else group.first],
        *lows[first : min(event.start, first + 3) if event.shared else event.start],  # "were abducted on 3 May and freed"
        *lows[event.start : event.start + 1],
        *lows[event.stop : event.stop + (3 if item.measure == "missing" else 1)],  # "missing and presumed dead"
    ]
