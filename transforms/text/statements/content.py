"""Contents: how far what is said runs to the right of its cue.

Belongs here: the places where content may end, and which of them is likeliest. Does not belong here: where it begins (`cue`).
"""

import re
from math import exp

from transforms import lexicon
from transforms.text.closed import POSSESSIVES
from transforms.text.statements.cue_word import WORDS
from transforms.text.statements.scan import PEOPLE
from transforms.text.weight import Key

# A place where content may end, before this token, with what speaks for it.
End = tuple[int, list[Key]]

_SETS = lexicon.sets("word_sets")
# Where content may end: clauses hardly ever end before a preposition; what a noun is about ends where a verb follows.
_CLAUSE_ENDS = re.compile(r"[,;:\-(UC<>]")
_PHRASE_ENDS = re.compile(r"[,;:\-(UCFRAtYMIHKdJN<>]")
_NOUN_ENDS = re.compile(r"[,;:\-(UCFRAtYMIHKEdJN<>]")
_WHEN = _SETS["before a period"]
_PERIOD = _SETS["period"]
_SIZES = ("1", "1", "2", "2", "4", "4", "4", "4", *("8",) * 8, *("16",) * 16)
_FEW = ("0", "1", "2", "3", "4", *("5",) * 70)
_FINITE = re.compile(r"[MIHKV]|[Ez](?<=[NSXPt)W].)")
_FINAL = re.compile(r".*(?:[MIHKV]|[Ez](?<=[NSXPt)W].))")
# Participles that open another statement of the same speaker.
_ADDING = _SETS["adding"]
_SPEAKER = re.compile(r"(?:[dpn]?(?:[JNXSs-]|E(?=[JNXS]))*[NSX](?:[Fo][dp]?[JNXSs]*[NSX])?|[Pdn])[RMIHK]*")
_SILENCE = re.compile(r"(?:[KM]R?|V)")
_DETAIL = _SETS["withheld"]
WITHHOLDING = frozenset(
    ("elaborating", "giving", "providing", "specifying", "saying", "naming", "identifying", "offering", "citing", "disclosing")
)
_AGAINST = _SETS["against"]
_COMPARING = frozenset(("contradicting", "echoing"))
# Behind these the narrator sets beside what was said what another said of it, or said before.
_JOINTS = _AGAINST | {"whereas", "after", "before", "as"}
_LAPSE = re.compile(r"(?:[dnJS]*[tNS]|R)")  # hours after, a day before, even though
_CROWD = _SETS["crowd"]
_THOUGHT = frozenset(low for low, word in WORDS.items() if word.kind == "v" and word.group in ("say", "think", "see"))
_STAYING = _SETS["staying nameless"]
_GIVING = _SETS["giving"]
_HINTING = frozenset(low for low, word in WORDS.items() if word.kind == "v" and word.speech and word.group == "talk")
_TELLING = _SETS["also telling"]
_SHARES = frozenset(("percent", "%", "per"))
_SAID = frozenset(low for low, word in WORDS.items() if word.lemma in _SETS["say"] and word.kind == "v")
_ASIDE = re.compile(r",W[^,.;]{1,30},")
# denied a report in a newspaper that it had agreed: what is reported belongs to the report
_REPORTED = re.compile(r"[dp]?J{0,2}([NSbz])(?:[FoY][dpJNXSs]{1,6})?Q[dpPNSXJ][^,;:.MIHKVEz<>]{0,12}[MIHKVEz]")
_CLAIMS = frozenset(word for word, use in lexicon.rows("claim_words") if use in ("report", "accusation"))
# Aug. 8, 2015
_WITHIN = re.compile(r"[tn],t")
# its commander, Ann Smith, had left
_NAMED = re.compile(r",(?:[dpJNSXLo]{1,10},)?(?=R?[MIHKV])")
_WHO = re.compile(r",d[JNXs]{0,4}N")
_CHARGING = frozenset(("accuse", "suspect", "charge"))
_CHARGE = re.compile(r"[dpJNXSPOo,C]{1,10}(?:F?t+)?[oF]G")
_MAIN = re.compile(r",C?(?:R,?)?[dpJNSXLbn$ts<>]*(?:[NSXPtb])(?:[oF][dpJNSXLbn$ts]*|\([^()]{1,5}\))?R?[MIHKVE]")


def _is_somebody(marks: str, lows: list[str], comma: int) -> bool:
    """Whether the comma behind a name opens what the person is: Ann Smith, a member of the council."""
    found = _WHO.match(marks, comma)
    return found is not None and marks[comma - 1] == "X" and not PEOPLE.isdisjoint(lows[comma + 2 : found.end()])


def _swallowed(later: list[tuple[int, float]], end: int, family: str) -> list[Key]:
    """What content up to `end` would swallow of the cues that follow."""
    count = 0
    most = 0.0
    for at, score in later:
        if at < end:
            count = 2 if count else 1
            most = max(most, score)
    if not count:
        return [("sw", family, "0")]
    return [("sw", family, _FEW[count]), ("sure", family, _FEW[0 if most < 1 else 1 if most < 2 else 2 if most < 3 else 3])]


def _places(marks: str, lows: list[str], start: int, stop: int, *, clausal: bool, nominal: bool) -> list[int]:
    """The tokens before which content may end: outside of quotations, at signs, joints and behind a quotation."""
    found: list[int] = []
    depth = 1 if marks[start : start + 1] == "<" else 0
    pattern = _NOUN_ENDS if nominal else _CLAUSE_ENDS if clausal else _PHRASE_ENDS
    for match in pattern.finditer(marks, start + 1, stop):
        k = match.start()
        tag = marks[k]
        if tag == "<":
            depth += 1
        elif tag == ">":
            depth -= 1
            if depth <= 0 and k + 1 < stop and marks[k + 1] not in "<>":
                found.append(k + 1)
        elif depth > 0 or marks[k - 1] == ">" or (tag == "," and _WITHIN.match(marks, k - 1)):
            pass
        elif tag in ",;:-(U":
            found.append(k)
        elif tag in "dJNR" and not (tag == "R" and not clausal):
            if lows[k] in _WHEN and k + 1 < stop and lows[k + 1] in _PERIOD:
                found.append(k)
        elif marks[k - 1] not in ",-(CFTAoR":
            found.append(k)
    return found


def is_answer(marks: str, lows: list[str], start: int, later: list[tuple[int, float]]) -> bool:
    """Whether what would go on behind an attribution is another's word: the army left, he said, but the group denied it."""
    if _is_anothers(marks, lows, start, later):
        return True
    if lows[start] == "and":  # officials said, and survivors told
        told = (at for at, _ in later if start + 1 < at < start + 8 and lows[at] in _SAID and marks[start + 1] != "P")
        return any(_SPEAKER.fullmatch(marks, start + 1, at) is not None for at in told)
    return lows[start] in _AGAINST and any(
        score > 1.0 and at < start + 9 and _SPEAKER.fullmatch(marks, start + 1, at) is not None for at, score in later
    )


def _is_anothers(marks: str, lows: list[str], start: int, later: list[tuple[int, float]]) -> bool:
    """Whether the clause at `start` tells what others say or think: although the army said, hours after he said, though few expect."""
    joint = next((at for at in range(start, min(start + 4, len(lows))) if lows[at] in _JOINTS), -1)
    if joint < 0 or (joint > start and _LAPSE.fullmatch(marks, start, joint) is None):
        return False
    if lows[joint] in _AGAINST and lows[joint + 1 : joint + 2] and lows[joint + 1] in _CROWD:
        return joint + 2 < len(lows) and lows[joint + 2] in _THOUGHT
    if lows[joint + 2 : joint + 3] and lows[joint + 2] in _SHARES:
        return False  # a poll: half said A, while 60 percent said B
    return any(
        (score > 1.0 or lows[at] in _TELLING)
        and at < joint + 12
        and lows[at] in _SAID | _TELLING | _HINTING
        and _SPEAKER.fullmatch(marks, joint + 1, at) is not None
        for at, score in later
    )


def _breaks_off(marks: str, lows: list[str], k: int, last: int, later: list[tuple[int, float]]) -> bool:
    """Whether what follows the sign or joint at `k` can only be the narrator's, or another speaker's."""
    tag = marks[k]
    if tag == ";":
        if marks[k + 1 : k + 2] == "P" and lows[k + 2 : k + 3] and lows[k + 2] in _STAYING:
            return True  # said A; he asked not to be named
        # said A; the group denied it
        follows = [at for at, score in later if score > 0.5 and k < at < k + 8]
        return bool(follows) and _SPEAKER.fullmatch(marks, k + 1, follows[0]) is not None
    joint = k + (tag == ",")
    if lows[joint : joint + 1] == ["but"] and lows[joint + 2 : joint + 3] == ["no"] and lows[joint + 1] in _GIVING:
        return True  # said A, but gave no details
    if tag == "C" and lows[k] == "but":
        # said A but did not give details
        return _SILENCE.match(marks, k + 1, last) is not None and not _DETAIL.isdisjoint(lows[k + 1 : k + 5])
    if tag == "," and k + 1 < last and _is_anothers(marks, lows, k + 1, later):
        return True
    if tag == "," and lows[k + 1 : k + 2] and lows[k + 1] in _COMPARING:
        return True  # admitted A, contradicting an earlier statement
    if tag == "," and lows[k + 1 : k + 2] == ["without"]:
        return not WITHHOLDING.isdisjoint(lows[k + 2 : k + 3])  # said A, without giving details
    # said A, his first comment on B
    return tag == "," and lows[k + 2 : k + 3] == ["first"] and lows[k + 1] in POSSESSIVES


class _Content:
    """Content that begins at `start`, in a sentence that ends at `last` but for its stop: what its ends are judged by."""

    __slots__ = (
        "bare",
        "clausal",
        "context",
        "family",
        "final",
        "finite",
        "form",
        "last",
        "later",
        "lows",
        "marks",
        "near",
        "silences",
        "word",
    )

    def __init__(
        self,
        marks: str,
        lows: list[str],
        start: int,
        last: int,
        family: str,
        near: dict[int, str],
        word: str,
        context: str,
        later: list[tuple[int, float]],
    ) -> None:
        self.marks = marks
        self.lows = lows
        self.last = last
        self.family = family
        self.near = near
        self.form, self.word = word[0], word[1:]
        self.context = context
        self.later = later
        self.clausal = family != "np"
        verbal = _FINITE.search(marks, start, last)
        finite = verbal.start() if verbal else last
        verbal = _FINAL.match(marks, finite, last)
        self.final = verbal.end() - 1 if verbal else -1  # the last verb
        gap = _ASIDE.search(marks, start, last)
        while gap and gap.start() < finite:
            # both groups, which have ..., had rejected: the verb of the clause stands behind the relative clause
            verbal = _FINITE.search(marks, gap.end(), last)
            finite = verbal.start() if verbal else last
            gap = _ASIDE.search(marks, gap.end() - 1, last)
        self.finite = finite  # the first verb, that of the clause
        self.bare = family == "cl" and finite < last
        self.silences = [at for at, kind in near.items() if kind[-1:] == "~"]

    def goes_on(self, k: int, tag: str, *, explicit: bool) -> bool:
        """Whether content cannot end before `k`: inside a clause without its verb, or what is said of a name, or in a list of clauses."""
        marks, clausal = self.marks, self.clausal
        if tag != ",":
            if tag in "MIHKE":
                return clausal and self.finite >= k
            return tag == "C" and self.family == "cl" and marks[k : k + 2] == "CQ"  # said that A and that B
        nxt = marks[k + 1 : k + 2]
        if self.finite >= k:
            if explicit or (self.bare and self.context != "w" and (nxt == "W" or _NAMED.match(marks, k, self.last))):
                return True  # said its commander, Ann Smith, had left
        elif clausal and not self.near.get(k + 1) and _is_somebody(marks, self.lows, k):
            return True  # said the target was Ann Smith, a member of ...
        if nxt == "n" and marks[k - 1] == "X" and (k + 2 >= self.last or marks[k + 2] == ","):
            return True  # the release of Ann Smith, 26
        return self.family == "cl" and marks[k + 1 : k + 3] == "CQ"

    def stops(self, k: int, tag: str, nxt: str) -> bool:
        """Whether content surely ends before `k`."""
        marks, family, clausal = self.marks, self.family, self.clausal
        told = self.finite < k
        if tag in "MIHK" and self.context == "s" and marks[k - 1] in "NSXOtnGE)>" and (told if family == "cl" else self.finite == k):
            return True  # the claim that A did it has angered B
        if tag == ",":
            if nxt == "G" and ((clausal and told) or marks[k - 1] == ">") and self.lows[k + 1] in _ADDING:
                if self.near.get(k + 1, "")[:1] == "g":
                    return True  # said A, adding that B
            elif self.context == "w" and nxt and nxt in "VMIHK":
                return True  # rebels, who say they hold the town, have denied it
            elif self.context == "w" and nxt == "E" and (told or not clausal or family == "to") and marks[k + 2 : k + 3] in tuple("dpPXOT"):
                return True  # who called it a lie, softened his words
            elif nxt == "T" and self.context == "w" and (told or not clausal or family == "to"):
                return True  # urged Israel, which says it will stay, to withdraw
        elif tag == "C":
            if nxt in "HIK" and not told and family in ("np", "to"):
                return True  # denies it and has called the inquiry a farce
        elif tag == ":" and not (clausal and told) and any(score > 1.0 and at > k for at, score in self.later):
            return True  # airlines fear delays: one of them told investors
        if self.silences and tag in ",;C":
            begin = k + 1 + (nxt == "C")
            if any(k < at < k + 12 and _SPEAKER.fullmatch(marks, begin, at) for at in self.silences):
                return True  # declined to say whether A, and B did not reply
        return clausal and told and _breaks_off(marks, self.lows, k, self.last, self.later)

    def keys(self, k: int, tag: str, nxt: str, size: str, commas: str, ends: str, main: str) -> list[Key]:
        """What speaks for an end before `k`, behind so many commas and earlier ends."""
        marks, lows, family, near, word = self.marks, self.lows, self.family, self.near, self.word
        previous = marks[k - 1]
        follow = (
            near.get(k)
            or (near.get(k + 1) if tag in ",C-;UA" else None)
            or (near.get(k + 2) or near.get(k + 3) if tag == "," else None)
            or ""
        ).rstrip("~")
        seen = "v" if self.finite < k else "n"
        keys: list[Key] = [
            ("s", family, tag, nxt, seen),
            ("v", family, tag, "+" if self.final >= k else ".", seen),  # whether a verb follows
            ("n", family, tag, nxt, marks[k + 2 : k + 3]),
            ("|", family, tag, size, seen),
            ("c", family, tag, commas, seen),
            ("%", family, tag, self.context, seen),
            ("w", family, tag, lows[k]),
            ("<", family, tag, previous),
            ("l", word, tag, seen),
            ("o", family, ends),
        ]
        if self.later:
            keys += _swallowed(self.later, k, family)
        if tag == "C":
            keys.append(("C", family, nxt, self.form, seen))
        elif tag in ",-":
            keys.append(("x", family, lows[k + 1] if k + 1 < self.last else ""))
            if tag == ",":
                keys.append((",", family, main, self.context, seen))
        if previous == ">":
            keys.append((">", family, tag, marks[k - 2], nxt))
        if follow:
            keys.append(("@", family, tag, nxt, follow))
            keys.append(("@", family, follow, seen))
        if not self.clausal:
            keys.append(("lw", word, tag, lows[k]))
        return keys


def ends(
    marks: str,
    lows: list[str],
    start: int,
    stop: int,
    family: str,
    near: dict[int, str],
    word: str,
    context: str,
    later: list[tuple[int, float]],
) -> list[End]:
    """The places where content that begins at `start` may end, in a sentence that ends at `stop`, with what speaks for each.

    `near` tells at which tokens other cues and their sources begin; `context` in what kind of clause the cue stands; `later` are the
    cues that follow, with their scores: content that runs on would swallow them.
    """
    last = stop
    while last > start + 1 and marks[last - 1] in ".;:":
        last -= 1
    content = _Content(marks, lows, start, last, family, near, word, context, later)
    clausal = content.clausal
    explicit = content.bare and marks[start] == "Q"
    reported = None if clausal else _REPORTED.match(marks, start, last)
    least = reported.end() if reported and lows[reported.start(1)] in _CLAIMS else start
    if word[1:] in _CHARGING and (charge := _CHARGE.match(marks, start, last)) and lows[charge.end() - 2] in ("of", "with"):
        least = charge.end()  # accused the Front on Monday of breaking
    found: list[End] = []
    commas = 0
    nominal = context == "s" or (word[0] == "n" and not clausal)
    for k in _places(marks, lows, start, min(last, start + 70), clausal=clausal, nominal=nominal):
        if k < least:
            continue
        tag = marks[k]
        if tag in "dJRN":
            tag = "t"
        elif tag in ",;:-(" and commas < 3:
            commas += 1
        if content.goes_on(k, tag, explicit=explicit):
            continue
        nxt = marks[k + 1] if k + 1 < last else "$"
        main = "m" if tag == "," and _MAIN.match(marks, k, last) else "o"
        if (main == "m" and context in "ug") or content.stops(k, tag, nxt):
            return [(k, [])]  # after the court refused to hear it, the governor asked
        gone = k - start
        found.append((k, content.keys(k, tag, nxt, _SIZES[gone] if gone < 32 else "32", _FEW[commas], _FEW[len(found)], main)))
    if not found:
        return [(last, [])]
    gone = last - start
    size = _SIZES[gone] if gone < 32 else "32"
    keys = [("$", family), ("$", family, size), ("$c", family, _FEW[commas]), ("$%", family, context), ("$l", content.word)]
    if later:
        keys += _swallowed(later, last, family)
    found.append((last, keys))
    return found


def expected_end(start: int, scored: list[tuple[int, float]]) -> int:
    """The end under which most of content that begins at `start` may be expected to be right, of ends in order with their scores.

    That is the mean of the precision and recall of its tokens, were each end as likely as its score says: where two far ends are both
    likely, one between them is seldom all wrong.
    """
    most = max(score for _, score in scored)
    likely = [(end - start, exp(score - most)) for end, score in scored]
    beyond = sum(share / length for length, share in likely)
    within = 0.0
    best, chosen = -1.0, scored[-1][0]
    for length, share in likely:
        within += share * length
        beyond -= share / length
        expected = within / length + length * beyond
        if expected >= best:
            best, chosen = expected, start + length
    return chosen
