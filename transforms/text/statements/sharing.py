"""A verb without a subject of its own: whose it shares. Said A and added B; said A, adding B; saying A, he said B.

Belongs here: the subjects that such a verb may share, and the choice among them. Does not belong here: the edges of a subject that is
its own (`source`).
"""

from transforms.text.statements import source as sources
from transforms.text.statements.draft import Draft
from transforms.text.statements.placing import EXPLETIVE
from transforms.text.statements.scan import Range, Scan
from transforms.text.weight import SHARED, SOURCES, Key

_FINITE = frozenset("MIHKVEz")
_SAID = ("0", "1")  # the verb is no cue itself; it is
_MOST_HOSTS = 8  # verbs whose subject another one may share


def _keys(lead: str, before: str, head: str, count: int, commas: int, said: str, verb: str) -> list[Key]:
    """The `count`th subject from the cue, behind `before`, with its last word, of a verb that is a cue itself or not."""
    number = str(count)
    return [
        ("n", lead, number),
        ("n", lead, number, said),
        ("b", lead[0], before, said),
        ("b", lead, before),
        ("h", lead, head),
        (",", lead, str(commas), said),
        ("v", lead[0], verb),
        ("h", head, number),
        ("b", lead, before, number, said),
    ]


def coordinate(scan: Scan, draft: Draft) -> Range | None:
    """The subject shared with an earlier verb of the sentence: said A and added B; said A, adding B."""
    first, stop = draft.sentence
    if draft.cand.first <= first + 1:
        comma = scan.marks.find(",", draft.cand.stop, stop)
        if comma > 0:
            found = sources.clause_subject(scan.marks, scan.lows, scan.inside, comma + 1, stop)
            if found:
                return found
    found = sources.clause_subject(scan.marks, scan.lows, scan.inside, first, draft.cand.first)
    return None if found and scan.lows[found[0]] in EXPLETIVE and found[1] - found[0] == 1 else found


def _joined(scan: Scan, draft: Draft, floor: int) -> Range | None:
    """The subject of its own that a verb has behind a comma and "and": the mayor said A, and the judge, who was there, has said B."""
    own = sources.subject(scan.marks, scan.lows, draft.cand.first, draft.sentence[0])
    return own if own and own[0] > floor and scan.marks[own[0] - 2 : own[0]] == ",C" else None


def _subject(scan: Scan, at: int, first: int) -> Range | None:
    """The likeliest subject of the verb whose words begin at `at`."""
    found = sources.candidates(scan.marks, scan.lows, at, first)
    best = max(found, key=lambda one: SOURCES.total(one[2]), default=None) if len(found) != 1 else found[0]
    return best[:2] if best else None


def hosts(scan: Scan, draft: Draft, known: dict[int, Range]) -> list[tuple[Range | None, list[Key]]]:
    """Whose subject `draft` may share, nobody's first: of verbs before it, or behind when it opens the sentence.

    `known` are the sources of the other statements of the sentence, at their cue words.
    """
    marks = scan.marks
    first, stop = draft.sentence
    cand = draft.cand
    lead = cand.voice + (marks[cand.first - 1] if cand.first > first else "^")
    found: list[tuple[Range | None, list[Key]]] = [(None, [("none", lead)])]
    seen: set[Range] = set()
    for at in range(cand.first - 1, first, -1):
        host = known.get(at)
        said = host is not None
        if host is None:
            if marks[at] not in _FINITE or scan.inside[at] or marks[at - 1] in "MIHKT":
                continue
            host = _subject(scan, at, first)
        if host is None or host in seen or (not said and host[1] > at):
            continue
        seen.add(host)
        before = marks[host[0] - 1] if host[0] > first else "^"
        commas = min(marks.count(",", at, cand.first), 3)
        found.append((host, _keys(lead, before, marks[host[1] - 1], min(len(seen), 4), commas, _SAID[said], marks[at : at + 2])))
        if len(seen) == _MOST_HOSTS:
            break
    if not seen and cand.first - first < _MOST_HOSTS:
        comma = marks.find(",", cand.stop, stop)
        for at in range(comma + 1, stop) if comma > 0 else ():
            if marks[at] in _FINITE and not scan.inside[at] and marks[at - 1] not in "MIHKT":
                host = known.get(at) or _subject(scan, at, comma)
                if host and host[0] > comma and host not in seen:
                    seen.add(host)
                    found.append((host, _keys(f"{lead}+", marks[host[0] - 1], marks[host[1] - 1], len(seen), 0, _SAID[at in known], "")))
                    if len(seen) == 3:
                        break
    return found


def share(scan: Scan, settled: list[Draft]) -> None:
    """One source for all that it says in a sentence: said A, adding B; saying A, he added B."""
    for index, draft in enumerate(settled):
        cand = draft.cand
        if draft.source and draft.source[1] <= cand.first:
            # Kelly speculated about one, referred to the other: no clause is its own subject
            for one in settled[:index]:
                if draft.source[0] < one.cue[0] < draft.source[1] and one.source and one.source[0] == draft.source[0]:
                    draft.source = _joined(scan, draft, one.cue[1]) or one.source
                    break
        if draft.shared:
            others = (one for at, one in enumerate(settled) if one.cand.word.kind == "v" and (at < index or not one.shared))
            known = {one.cand.at: one.source for one in others if one.source}
            draft.source = max(hosts(scan, draft, known), key=lambda host: SHARED.total(host[1]))[0]
