"""Contents: how far what is said runs to the right of its cue.

Belongs here: the places where content may end, and which of them is likeliest. Does not belong here: where it begins (`cue`).
"""

import re
from typing import NamedTuple


class End(NamedTuple):
    """A place where content may end: after the last token before `at`."""

    at: int
    features: list[str]


_SIZES = ("1", "1", "2", "2", "4", "4", "4", "4", *("8",) * 8, *("16",) * 16)
_FINITE = re.compile(r"[MIHKV]|(?<=[NSXPt)W])[Ez]")
_MAIN = re.compile(r",C?(?:R,?)?[dpJNSXLbn$ts<>]*(?:[NSXPtb])(?:[oF][dpJNSXLbn$ts]*)?R?[MIHKVE]")


def ends(marks: str, lows: list[str], start: int, stop: int, family: str, near: dict[int, str], word: str, context: str) -> list[End]:
    """The places where content that begins at `start` may end, in a sentence that ends at `stop`, with what speaks for each.

    `near` tells at which tokens other cues and their sources begin; `context` in what kind of clause the cue stands.
    """
    clausal = family != "np"
    last = stop
    while last > start + 1 and marks[last - 1] in ".;:":
        last -= 1
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
        elif depth <= 0 and (tag in ",;:-(U)" or (tag in "CFTAtWQGRYVo" and marks[k - 1] not in ",-(CFTAoR")):
            if tag in ",;:-(":
                commas += 1
            nxt = marks[k + 1] if k + 1 < last else "$"
            gone = k - start
            size = _SIZES[gone] if gone < 32 else "32"
            follow = near.get(k) or (near.get(k + 1) if tag in ",C-;" else None) or (near.get(k + 2) if tag == "," else None) or ""
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
            if tag in ",-":
                features.append(f"{family}n{lows[k + 1] if k + 1 < last else ''}")
                if tag == ",":
                    main = "m" if _MAIN.match(marks, k, last) else "o"
                    features.append(f"{base}{main}{seen}")
                    features.append(f"{base}{main}{context}{seen}")
            if follow:
                features.append(f"{base}@{follow}")
                features.append(f"{family}@{follow}{seen}")
            if not clausal:
                features.append(f"{word}{tag}|{lows[k]}")
            found.append(End(k, features))
        k += 1
    gone = last - start
    size = _SIZES[gone] if gone < 32 else "32"
    found.append(End(last, [f"{family}$", f"{family}$|{size}", f"{family}$#{min(commas, 3)}", f"{family}$%{context}", f"{word}$"]))
    return found
