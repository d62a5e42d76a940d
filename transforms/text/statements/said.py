"""When something was said: the day that stands beside the words that attribute it."""

from datetime import date

from transforms.text.quantities.classes import ALPHABET
from transforms.text.quantities.date import dates
from transforms.text.reading import Reading
from transforms.text.statements.statement import Statement

_REACH = 8  # tokens after cue and addressee in which the day is looked for
_NEAR = 4  # tokens that may stand between: "said in a statement on Monday"


def said_on(reading: Reading, statement: Statement) -> tuple[date, int] | None:
    """The day on which `statement` was made and its precision (1 day ... 5 year), where the text tells it beside the cue."""
    if statement.cue is None or reading.published is None:
        return None
    cue = reading.token_at(statement.cue[0])
    sentence_first, sentence_stop = reading.sentences[reading.sentence_of(cue)]
    begin = cue
    if statement.source is not None and statement.source[1] <= statement.cue[0]:
        begin = max(sentence_first, reading.token_at(statement.source[1] - 1) + 1)
    ends = [span[1] for span in (statement.cue, statement.addressee, statement.source) if span is not None]
    after = max((reading.token_at(end - 1) + 1 for end in ends if end >= statement.cue[1]), default=cue + 1)
    stop = min(after + _REACH, sentence_stop)
    for start, _ in statement.content:
        first = reading.token_at(start)
        if cue < first < stop:
            stop = first
    lows = reading.lows[begin:stop]
    for found in dates(lows, ALPHABET.tags(lows), 0, len(lows), reading.published):
        if found.first + begin > after + _NEAR:
            return None
        if found.kind == "day" and found.start is not None and found.precision is not None and found.start <= reading.published:
            return found.start, found.precision
    return None
