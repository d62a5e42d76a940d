"""What a naive system does: the baselines that the benchmarks divide by."""

import re

_QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SAID = re.compile(r"\b(?:said|says|say|told|added|wrote)\b")
_NAME = re.compile(r"(?:[A-Z][\w'’-]+ ){0,3}[A-Z][\w'’-]+|\b(?:he|she|they)\b")
_NUMBER = re.compile(
    r"\b\d{1,3}(?:,\d{3})+\b|\b\d+\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|dead|deaths?|die[sd]?|murdered|slain|wound(?:s|ed|ing)?|injur(?:e|es|ed|ies|ing|y)|hurt|kidnap(?:ped|s)?"
    r"|abducted|hostages?|captured|released|freed|missing|displaced)\b",
    re.IGNORECASE,
)


def quotes_and_nearest_said(text: str) -> list[tuple[str, str]]:
    """Each quotation with the name that stands nearest to the nearest `said`."""
    cues = [match.start() for match in _SAID.finditer(text)]
    names = [(match.start(), match.group()) for match in _NAME.finditer(text)]
    found = []
    for quote in _QUOTE.finditer(text):
        if cues and names:
            cue = min(cues, key=lambda place: abs(place - quote.end()))
            found.append((quote.group(), min(names, key=lambda name: abs(name[0] - cue))[1]))
    return found


def numbers_near_measures(text: str, window: int = 40) -> list[tuple[str, str]]:
    """Each word of harm with the number that stands nearest to it, within `window` characters."""
    numbers = [(match.start(), match.group()) for match in _NUMBER.finditer(text)]
    found = []
    for measure in _MEASURE.finditer(text):
        near = [number for number in numbers if abs(number[0] - measure.start()) <= window]
        if near:
            found.append((measure.group(), min(near, key=lambda number: abs(number[0] - measure.start()))[1]))
    return found
