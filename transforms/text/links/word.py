"""Words: what the links of a text know of words, and the words of a stretch of text.

Belongs here: the sets of words that several modules of this package ask for. Does not belong here: which words two claims must share
(`stem`), and sets that one module alone asks for.
"""

import re

from transforms import lexicon
from transforms.text.reading import lower


def used(use: str) -> frozenset[str]:
    """The words with this use in the lexicon of claims."""
    return frozenset(word for word, role in lexicon.rows("claim_words") if role == use)


SETS = lexicon.sets("claim_sets")
NEGATIVE = SETS["negative"]
DEFINITE = SETS["definite"]
REPORTS, ACCUSATIONS, DENIALS = map(used, ("report", "accusation", "denial"))
CLAIMS = REPORTS | ACCUSATIONS
OPEN, DECIDED = map(used, ("open", "decided"))  # what is still to come, and verbs by which it has come
VOID = used("void")
ASSERTING = frozenset(("assert", "deny", "accuse", "announce", "confirm", "concede", "warn"))  # speech acts that say what is so
# Speech acts that say nothing of what is so, which a denial could call untrue; and those that can be rejected without denying anything.
CLAIMLESS = frozenset(("no_comment", "appeal", "demand", "order", "ask", "support", "condemn"))
OFFERS = frozenset(("propose", "appeal", "demand", "order", "ask", "set_condition", "promise"))
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


def words_of(folded: str) -> list[str]:
    """The words of the text `folded` in order, in lower case."""
    return _WORD.findall(lower(folded))


def is_claim(words: list[str]) -> bool:
    """Whether the phrase `words` begins with a noun for a claim: the report, these baseless allegations."""
    return not CLAIMS.isdisjoint(words[:6])
