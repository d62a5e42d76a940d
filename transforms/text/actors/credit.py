"""Credits: the lines in which an article names those who made it, who are nobody of whom it tells.

Belongs here: where bylines and sign-offs stand. Does not belong here: the byline as a field of the article, which its text version has.
"""

import re

from transforms.text.reading import Reading

_MAKING = (
    "reporting", "writing", "editing", "compiled", "written", "edited", "reported", "produced", "photo", "photos", "graphic", "graphics",
)  # fmt: skip
_MADE = rf"(?:(?:additional|further|with|and) )*(?:{'|'.join(sorted(_MAKING, reverse=True))})"
_NAME = r"[A-Z][\w'-]+\.?(?: [A-Z][\w'-]*\.?){1,3}"
# (Reporting by Ann Smith; editing by Jan Berg); By Ann Smith and Jan Berg; Ann Smith contributed to this report.
_CREDITS = re.compile(
    rf"(?:^[ \t_*\[—–-]*|\()(?i:{_MADE}(?:(?: and|,) (?:reporting|writing|editing))* by )[^\n]*"
    rf"|^By {_NAME}(?:(?:,| and|, and) {_NAME}){{0,4}}(?:, [A-Z][^\n.]{{0,40}})?[ \t]*$",
    re.MULTILINE,
)
_GAVE = re.compile(r"\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b")


def signed(reading: Reading) -> set[int]:
    """The tokens of bylines and sign-offs."""
    found: set[int] = set()
    folded = reading.folded
    if _may_be_credited(folded):
        for match in _CREDITS.finditer(folded):
            first = reading.token_at(match.start())
            found.update(range(first, reading.token_at(match.end() - 1) + 1))
    if "contributed" in folded:
        for match in _GAVE.finditer(folded):
            found.update(range(*reading.sentences[reading.sentence_of(reading.token_at(match.start()))]))
    return found


def _may_be_credited(folded: str) -> bool:
    """Whether a `by` stands where credits have one: where a line begins, or behind a word of making."""
    if folded.startswith("By ") or "\nBy " in folded:
        return True
    lowered = folded.lower()
    at = lowered.find(" by ")
    while at >= 0:
        if lowered.endswith(_MAKING, 0, at):
            return True
        at = lowered.find(" by ", at + 1)
    return False
