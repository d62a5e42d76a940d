"""Contents: how far what is said runs to the right of its cue.

Belongs here: the places where content may end, and which of them is likeliest. Does not belong here: where it begins (`cue`).
"""

from typing import NamedTuple


class End(NamedTuple):
    """A place where content may end: after the last token before `at`."""

    at: int
    features: list[str]


_CLAUSAL = frozenset(("that", "0", "wh", "to", "np_that", "np_wh", "np_to", "np_0", "q", "np_q", "colon", "np_that2"))


def ends(marks: str, lows: list[str], start: int, stop: int, family: str, cues: dict[int, str], word: str) -> list[End]:
    """The places where content that begins at `start` may end, in a sentence that ends at `stop`, with what speaks for each."""
    clausal = family != "np"
    last = stop
    while last > start + 1 and marks[last - 1] in ".;:":
        last -= 1
    found: list[End] = []
    k = start + 1
    depth = 0
    commas = 0
    window = min(last, start + 70)
    while k < window:
        tag = marks[k]
        if tag == "<":
            depth += 1
        elif tag == ">":
            depth -= 1
        if depth <= 0 and (tag in ",;:-(U" or (tag in "CFTAtWQGRYV" and marks[k - 1] not in ",-(CFTAoR")):
            if tag in ",;:-(":
                commas += 1
            nxt = marks[k + 1] if k + 1 < last else "$"
            gone = k - start
            size = "1" if gone < 2 else "2" if gone < 4 else "4" if gone < 8 else "8" if gone < 16 else "16"
            follow = cues.get(k) or (cues.get(k + 1) if tag in ",C-" else None) or (cues.get(k + 2) if tag == "," else None) or ""
            base = f"{family}{tag}"
            features = [
                base,
                f"{base}{nxt}",
                f"{base}{nxt}{marks[k + 2 : k + 3]}",
                f"{base}|{lows[k]}",
                f"{base}|{size}",
                f"{base}<{marks[k - 1]}",
                f"{family}n{lows[k + 1] if tag in ',-' and k + 1 < last else ''}",
                f"{base}#{min(commas, 3)}",
            ]
            if follow:
                features.append(f"{base}@{follow}")
                features.append(f"{family}@{follow}")
            if not clausal:
                features.append(f"{word}{tag}|{lows[k]}")
            found.append(End(k, features))
        k += 1
    gone = last - start
    size = "1" if gone < 2 else "2" if gone < 4 else "4" if gone < 8 else "8" if gone < 16 else "16" if gone < 32 else "32"
    found.append(End(last, [f"{family}$", f"{family}$|{size}", f"{family}$#{min(commas, 3)}"]))
    return found
