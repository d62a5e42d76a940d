"""What speaks for and against a draft.

Belongs here: what each cue word alone weighs, and the facets of a draft that come from what stands around its cue. Does not
belong here: the facets of the cue in its frame (`cue`), of ends (`content`), of sources (`source`) and of subjects shared (`sharing`).
"""

from transforms.text import cue as cues
from transforms.text.draft import SETTLED, Draft
from transforms.text.formula import FORMULAS
from transforms.text.scan import SAY, Scan
from transforms.text.weight import CUES, ENDS, SHARED, SOURCES, Facet

THRESHOLD = -0.2
HOPELESS = -2.3  # what speaks against a candidate more than this before its source is known is not looked at
ALONE: dict[str, float] = {}
ALONE_NOUN: dict[str, float] = {}
HOPEFUL: set[str] = set()  # the words that are looked at
_RULE = frozenset(("rule", "rules", "ruled", "ruling"))  # out
COLON = cues.Word("c", ":", "colon", "assert", speech=True, prior=5, known=2)


def _weigh_words() -> None:
    """What each cue word alone weighs."""
    for low, word in (*cues.WORDS.items(), (":", COLON)):
        ALONE[low] = CUES.total(cues.word_features(low, word))
    for low, word in cues.AS_NOUN.items():
        ALONE_NOUN[low] = CUES.total(cues.word_features(low, word))
    HOPEFUL.clear()
    HOPEFUL.update(low for low in cues.WORDS if max(ALONE[low], ALONE_NOUN.get(low, -99.0)) >= HOPELESS)
    HOPEFUL.update(FORMULAS, _RULE)


def use(tables: dict[str, dict[str, float]] | None = None) -> None:
    """Take these fitted weights instead of those of the lexicon, for fitting them; or those of the lexicon again."""
    for weights in (CUES, SOURCES, SHARED, ENDS):
        if tables is None or weights.name in tables:
            weights.use(None if tables is None else tables[weights.name])
    _weigh_words()


_weigh_words()


def _standing(frame: str, extra: str, says: bool) -> list[str]:  # noqa: FBT001 (the values of a facet have no names)
    return [f"e{frame}{extra}", f"e{frame}{says}{extra[-1]}"]


def _spoken(tag: str, voice: str, group: str, before: str) -> list[str]:
    return [f"src{tag}{voice}", f"src{tag}{group}", f"src<{before}"]


def _beside(frame: str, opens: str, after: bool, before: bool) -> list[str]:  # noqa: FBT001 (as above)
    """Content opens with a word of this class; a quotation stands before or behind the cue in its sentence."""
    return [f"st{frame}|{opens}", f"q{frame}{after:d}{before:d}"]


def weigh(scan: Scan, draft: Draft, alone: float, more: list[Facet]) -> None:
    """Score `draft`, whose word alone weighs `alone`: add `more` and what stands around it to what it is known by."""
    cand, frame, source = draft.cand, draft.frame, draft.source
    first, stop = draft.sentence
    if not draft.facets or frame != cand.frame:
        draft.facets = cues.facets(cand, frame, scan.marks, scan.lows, first, stop)
        draft.score = alone + CUES.total(draft.facets)
    opens = scan.marks[draft.starts] if draft.starts >= 0 else ""
    more.append((_beside, frame, opens, scan.inside.find(1, first, cand.at) >= 0, scan.inside.find(1, cand.at, stop) >= 0))
    more.append(f"Q{cand.word.lemma}|{'1' if opens == '<' or frame in SETTLED else '0'}{'1' if opens else '0'}")
    if draft.extra:
        more.append((_standing, frame, draft.extra, cand.word.lemma in SAY))
    if source is None:
        more.append(f"nosource{frame}")
    else:
        head = source[1] - 1
        tag = scan.marks[head]
        more.append((_spoken, tag, cand.voice, cand.word.group, scan.marks[source[0] - 1] if source[0] > first else "^"))
        more.append(f"src{tag}|{frame}")
        if source[1] - source[0] == 1 and tag in "PO":
            more.append(f"src{scan.lows[head]}")
    draft.facets += more
    draft.score += CUES.total(more)
