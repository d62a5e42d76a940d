"""Quotations that stand alone: the speaker before goes on, or the sentence before announces somebody else.

Belongs here: whose a quotation is that no words of its own sentence attribute. Does not belong here: statements with a cue in the sentence
of their content (`settling`).
"""

import re

from transforms import lexicon
from transforms.text.quote import Quote
from transforms.text.statements import cue as cues
from transforms.text.statements import source as sources
from transforms.text.statements.cue_word import WORDS
from transforms.text.statements.draft import Draft
from transforms.text.statements.scan import PEOPLE, Range, Scan

ANNOUNCED = "announced"  # the frame of a cue that ends the sentence before what it attributes
_ANSWERING = lexicon.sets("word_sets")["answering"]
# Somebody who does something, where a sentence begins.
_SOMEBODY = re.compile(r"([dXJN]{0,4}+(?<=[XN])|[dJXN]{0,3}S)(?:,[^,.;]{1,30},)?R?[MIHKVE]")
_FEWEST = 4  # tokens of a quotation that may stand alone
_PARAGRAPH = 6  # tokens of one that may open a paragraph


def attribute(scan: Scan, drafts: list[Draft]) -> None:
    """Give each quotation that stands alone to who is announced before it, or to the speaker of the quotation before."""
    used: list[Range] = sorted(piece for draft in drafts for piece in draft.pieces)
    ordered = sorted((max(piece[1] for piece in draft.pieces), index) for index, draft in enumerate(drafts) if draft.pieces)
    reach = {index: end for end, index in ordered}  # where the contents of each draft end; a draft may be given very many
    telling = {draft.sentence for draft in drafts}
    ended: set[int] = set()  # drafts behind whose contents somebody else acts
    pointer = upto = 0
    last = -1
    for quote in scan.quotes:
        while pointer < len(used) and used[pointer][1] <= quote.first:
            pointer += 1
        if pointer < len(used) and used[pointer][0] < quote.stop:
            continue
        if not _stands_alone(scan, quote):
            continue
        while upto < len(ordered) and ordered[upto][0] <= quote.first:
            last = ordered[upto][1]
            upto += 1
        announced = _announced(scan, quote, telling)
        if announced:
            reach[len(drafts)] = quote.stop
            last = len(drafts)
            drafts.append(announced)
            continue
        if last < 0:
            continue
        near = [index for _, index in ordered[max(0, upto - 4) : upto] if drafts[index].sentence == drafts[last].sentence]
        last = next((index for index in near if drafts[index].quote is not None), last)
        if last in ended or not _is_near(scan, drafts[last], reach[last], quote):
            continue
        if _is_interrupted(scan, drafts[last], reach[last], quote):
            ended.add(last)
            continue
        drafts[last].pieces.append((quote.first, quote.stop))
        reach[last] = max(reach[last], quote.stop)


def _stands_alone(scan: Scan, quote: Quote) -> bool:
    reading = scan.reading
    begins = reading.sentences[reading.sentence_of(quote.first)][0]
    ends = reading.sentences[reading.sentence_of(quote.stop - 1)][1]
    return begins == quote.first and quote.stop - quote.first >= _FEWEST and ends <= quote.stop + 1


def _announced(scan: Scan, quote: Quote, telling: set[Range]) -> Draft | None:
    """The statement that the sentence before makes of a quotation: the mayor disagreed."""
    marks, lows, reading = scan.marks, scan.lows, scan.reading
    index = reading.sentence_of(quote.first) - 1
    if index < 0:
        return None
    first, stop = reading.sentences[index]
    at = stop - 2
    if at <= first or lows[at] not in _ANSWERING or marks[at] not in "VE" or scan.inside[at] or (first, stop) in telling:
        return None
    if not scan.same_paragraph(at, quote.first):
        return None
    cand = cues.verb(marks, lows, at, first, stop, WORDS[lows[at]])
    subject = sources.subject(marks, lows, cand.first, first) if cand.voice == "a" else None
    if subject is None:
        return None
    draft = Draft(cand, (first, stop))
    draft.source, draft.frame, draft.quote = subject, ANNOUNCED, quote
    draft.pieces = [(quote.first, quote.stop)]
    return draft


def _is_near(scan: Scan, draft: Draft, reached: int, quote: Quote) -> bool:
    """Whether the speaker of `draft`, whose contents end at `reached`, may speak in `quote`, too."""
    reading = scan.reading
    here = reading.paragraph_of(quote.first)
    if here - reading.paragraph_of(reached - 1) > 1:
        return False
    opens = quote.stop - quote.first >= _PARAGRAPH and reading.paragraphs[here][0] == quote.first
    return opens or here == reading.paragraph_of(draft.cand.at)


def _is_interrupted(scan: Scan, draft: Draft, reached: int, quote: Quote) -> bool:
    """Whether somebody else acts between the contents of `draft`, which end at `reached`, and `quote`."""
    reading = scan.reading
    between = range(reading.sentence_of(max(reached, draft.cue[1]) - 1) + 1, reading.sentence_of(quote.first))
    return any(_is_anothers(scan, draft, reading.sentences[index]) for index in between)


def _is_anothers(scan: Scan, draft: Draft, sentence: Range) -> bool:
    """Whether somebody else acts in a sentence between: what follows may be theirs."""
    acting = _SOMEBODY.match(scan.marks, *sentence)
    if acting is None or scan.inside[sentence[0]]:
        return False
    lows = scan.lows
    if scan.marks[acting.end(1) - 1] != "X" and lows[acting.end(1) - 1] not in PEOPLE:
        return False
    return draft.source is None or lows[acting.end(1) - 1] not in lows[slice(*draft.source)]
