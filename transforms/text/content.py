"""Contents: how far what is said runs to the right of its cue.

Belongs here: the places where content may end, and which of them is likeliest. Does not belong here: where it begins (`cue`).
"""

import re
from typing import NamedTuple


class End(NamedTuple):
    """A place where content may end: after the last token before `at`."""

    at: int
    features: list[str]


_WHEN = frozenset(("last", "this", "next", "earlier", "late", "early", "later", "that", "the"))
_PERIOD = frozenset("week weekend month year night morning afternoon evening fall spring summer winter time day this last in on".split()) - {"time", "day"}
_SIZES = ("1", "1", "2", "2", "4", "4", "4", "4", *("8",) * 8, *("16",) * 16)
_FINITE = re.compile(r"[MIHKV]|(?<=[NSXPt)W])[Ez]")
_MAIN = re.compile(r",C?(?:R,?)?[dpJNSXLbn$ts<>]*(?:[NSXPtb])(?:[oF][dpJNSXLbn$ts]*)?R?[MIHKVE]")


def _head(marks: str, k: int, last: int) -> int:
    """The last token of the run of nominal words at `k`."""
    while k + 1 < last and marks[k + 1] in "JNSXnLtbzsEG" and marks[k] in "dpJNSXnLtbzsEG":
        k += 1
    return min(k, last - 1)


def _swallowed(later: list[tuple[int, float]], end: int, family: str) -> list[str]:
    """What content up to `end` would swallow of the cues that follow."""
    swallowed = [score for at, score in later if at < end]
    if not swallowed:
        return [f"{family}sw0"]
    most = max(swallowed)
    return [f"{family}sw{min(len(swallowed), 2)}", f"{family}sm{0 if most < 1 else 1 if most < 2 else 2 if most < 3.5 else 3}"]


def ends(marks: str, lows: list[str], start: int, stop: int, family: str, near: dict[int, str], word: str, context: str, later: list[tuple[int, float]]) -> list[End]:
    """The places where content that begins at `start` may end, in a sentence that ends at `stop`, with what speaks for each.

    `near` tells at which tokens other cues and their sources begin; `context` in what kind of clause the cue stands; `later` are the
    cues that follow, with their scores: content that runs on would swallow them.
    """
    clausal = family != "np"
    last = stop
    while last > start + 1 and marks[last - 1] in ".;:":
        last -= 1
    form = word[0]
    word = word[1:]
    also = "MIHKE" if form == "n" else "MIHK" if not clausal else ""
    found: list[End] = []
    k = start + 1
    depth = 1 if marks[start] == "<" else 0
    commas = 0
    window = min(last, start + 70)
    verbal = _FINITE.search(marks, start, last)
    finite = verbal.start() if verbal else last
    while k < window:
        tag = marks[k]
        if tag == "<":
            depth += 1
        elif tag == ">":
            depth -= 1
        if tag in "dJRN" and depth <= 0 and lows[k] in _WHEN and k + 1 < last and lows[k + 1] in _PERIOD:
            tag = "t"
        if depth <= 0 and tag not in "<>" and (tag in ",;:-(U)" or marks[k - 1] == ">" or tag in also or (tag in "CFTAtWQGRYVo" and marks[k - 1] not in ",-(CFTAoR")):
            if tag in ",;:-(":
                commas += 1
            nxt = marks[k + 1] if k + 1 < last else "$"
            gone = k - start
            size = _SIZES[gone] if gone < 32 else "32"
            follow = near.get(k) or (near.get(k + 1) if tag in ",C-;UA" else None) or (near.get(k + 2) or near.get(k + 3) if tag == "," else None) or ""
            base = f"{family}{tag}"
            seen = "v" if finite < k else "n"
            features = [
                base,
                f"{base}{nxt}{seen}",
                f"{base}{nxt}{marks[k + 2 : k + 3]}",
                f"{base}|{lows[k]}",
                f"{word}{tag}{seen}",
                f"{base}|{size}{seen}",
                f"{base}<{marks[k - 1]}",
                f"{base}#{min(commas, 3)}{seen}",
                f"{base}%{context}{seen}",
            ]
            if later:
                features.extend(_swallowed(later, k, family))
            if tag == "C":
                features.append(f"{family}C{nxt}{form}{seen}")
            elif tag == "F":
                features.append(f"{family}F~{lows[_head(marks, k + 1, last)]}")
            if tag in ",-":
                features.append(f"{family}n{lows[k + 1] if k + 1 < last else ''}")
                if tag == ",":
                    main = "m" if _MAIN.match(marks, k, last) else "o"
                    features.append(f"{base}{main}{seen}")
                    features.append(f"{base}{main}{context}{seen}")
            if marks[k - 1] == ">":
                features.append(f"{family}>{marks[k - 2]}{tag if tag in 'C,' else ''}")
                features.append(f"{base}>{marks[k - 2]}{nxt}")
            if follow:
                features.append(f"{base}{nxt}@{follow}")
                features.append(f"{base}@{follow}")
                features.append(f"{family}@{follow}{seen}")
            if not clausal:
                features.append(f"{word}{tag}|{lows[k]}")
            found.append(End(k, features))
        k += 1
    gone = last - start
    size = _SIZES[gone] if gone < 32 else "32"
    features = [f"{family}$", f"{family}$|{size}", f"{family}$#{min(commas, 3)}", f"{family}$%{context}", f"{word}$"]
    if later:
        features.extend(_swallowed(later, last, family))
    found.append(End(last, features))
    return found
