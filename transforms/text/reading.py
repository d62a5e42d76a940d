"""The one reading of a text: characters folded one to one, tokens, sentences and paragraphs, all with offsets.

Belongs here: what every later step needs of a text and is true of any text. Does not belong here: what words are (`word`), quotation, or
anything that interprets what was written (`quote`, `tag`, `statement`, `casualty`, ... read a `Reading`).

Every step is linear in the length of the text, whatever the text is: articles are hostile input.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from operator import add

from transforms import lexicon
from transforms.text.quantities.capitals import as_printed, is_shouted
from transforms.text.word import CODES, WIDTH

_FOLDS: dict[str, str] = {
    **dict.fromkeys("‘’‚‛ʼ′´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑", "-"),
    "―": "—",
    **dict.fromkeys(
        "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
        " ",
    ),
}
_CONTROLS = "".join(character for character in map(chr, range(32)) if character not in "\t\n\v\f\r")

# Titles and months that news abbreviates: their full stop belongs to the word and never ends a sentence.
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Hon|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Spc|Pfc|Pvt|Cmdr|Adm|Brig|Gov|Sen|Reps?|Sens|Gens|Drs|Messrs|Amb|Supt|Insp|Det"
    "|Engr|Barr|Alh|Cllr|Adv|Md|Mohd|Ch|Smt|Msgr|Mgr|Cdr|Bp|St|Mt|Ft|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|vs|No|Nos|approx|Pres|Sec|Atty"
)
# States as US news abbreviates them, in (D-Minn.) and in Nashua, Conn., too.
_STATES = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va"
    "|Vt|Wash|Wis|Wyo"
)
# A word and the white space behind it. Most words are plain: they stand first, and what they must not swallow is looked for behind them.
_PIECE = re.compile(
    rf"""(?:
    [a-z]++[ ]|(?:approx|incl)\.(?=\s\d)|[a-z]++(?![\w'-])
    |[A-Z][a-z]++(?:[ ]|(?![\w'.-]))
    |[A-Z][A-Z]++(?![\w'.-])
    |[,;:()"]|\.(?=[ \n])
    |(?=[A-Z][a-z]*\.)(?:(?:{_ABBREVIATIONS})\.(?=\s)|(?:Jr|Sr|Inc|Co|Corp|Ltd|Bros)\.(?=[\s,])|(?:{_STATES})\.(?=[,)]|\s[a-z]))
    |[A-Z]-(?:{_STATES})\.(?=[,)]|\s[a-z])|[A-Z]-(?:[A-Z]\.){{1,4}}(?=\))
    |(?:[A-Za-z]\.){{2,8}}                                   # U.S., a.m.
    |[A-Z][a-z]++(?![\w'-])
    |\d+(?:[.,]\d+)+[a-z]{{1,2}}(?!\w)                      # 1.2m
    |\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?!\w)                  # 20,000  3.5  1st
    |\w+n't\b|(?<!\w)[A-Z]'[A-Z]\w+(?:-\w+)*
    |[A-Z][a-z]+'(?!(?:s|re|ve|ll|d|m|t)\b)[a-z]+(?:-\w+)*    # Sana'a, Shi'ite
    |\w+(?:-\w+)*
    |'(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
    |[@#]\w+
    |``|''|\.\.+|--+|\S
    )\s*|\s+""",
    re.VERBOSE | re.DOTALL,
)
_INITIALISM_ENDS = lexicon.sets("word_sets")["initialism ends"]
# Tokens of a sentence: what is longer is a list, a table or an attack, and is cut, so that work within a sentence stays bounded.
_LONGEST_SENTENCE = 400
_STOP = re.compile(r"\.")  # the class of a stop
_TERMINAL = frozenset((".", "!", "?", "…", "...", "..", "...."))
_CLOSERS = frozenset(("'", '"', "''", ")", "]", "}", ".", "!", "?", "…", "..."))
_INITIALISM = re.compile(r"\.[A-Za-z]?\.")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\n")


def fold(text: str) -> str:
    """`text` with typographic quotes, hyphens and spaces made plain, each by exactly one character: offsets hold."""
    if not text.isascii():
        for character, plain in _FOLDS.items():
            text = text.replace(character, plain)
    for character in _CONTROLS:
        if character in text:
            text = text.replace(character, " ")
    return text


def lower(text: str) -> str:
    """`text` in lower case at the same length (a few letters, such as U+0130, have longer lower-case forms: they stay)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


@dataclass(slots=True)
class Reading:
    """A text, read once.

    `starts[i]:ends[i]` are the character offsets of token `i` in `text`; `words[i]` is its folded surface (in a text in capitals, as
    other print would have it) and `lows[i]` its lower case. `sentences` and `paragraphs` are half-open ranges of tokens, in order and
    without gaps. `published` is the publication day where it is known: relative dates are resolved against it.
    """

    text: str
    folded: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    codes: str  # what each word is by itself, so many characters a token (`word`)
    published: date | None = None
    tags: str = ""  # filled by `tag.tags` when first asked for

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, first: int, stop: int) -> str:
        """The text of tokens `first` up to but not including `stop`, exactly as printed."""
        return self.text[self.starts[first] : self.ends[stop - 1]] if first < stop else ""

    def marked(self, column: int) -> list[int]:
        """The tokens with a mark in that column of their codes (`word`)."""
        marks = self.codes[column::WIDTH]
        found: list[int] = []
        at = marks.find("x")
        while at >= 0:
            found.append(at)
            at = marks.find("x", at + 1)
        return found

    def token_at(self, offset: int) -> int:
        """The first token that ends after the character `offset`."""
        return bisect_right(self.ends, offset)

    def sentence_of(self, token: int) -> int:
        """The index of the sentence that holds `token`."""
        return bisect_right(self.sentences, (token, len(self.words) + 1)) - 1

    def paragraph_of(self, token: int) -> int:
        """The index of the paragraph that holds `token`."""
        return bisect_right(self.paragraphs, (token, len(self.words) + 1)) - 1


def read(text: str, published: date | None = None) -> Reading:
    """Read `text` (any Unicode string) once: tokens, sentences, paragraphs."""
    folded = fold(text)
    pieces = _PIECE.findall(folded)
    words = list(map(str.rstrip, pieces))
    starts = list(accumulate(map(len, pieces[:-1]), initial=0)) if words else []
    if words and not words[0]:
        del words[0], starts[0]
    ends = list(map(add, starts, map(len, words)))
    lows = list(map(str.lower, words))
    cased = as_printed(lows) if is_shouted(words) else words
    codes = "".join(map(CODES.__getitem__, cased))
    stops = [stop.start() for stop in _STOP.finditer(codes[::WIDTH])]
    paragraphs = _paragraphs(folded, starts)
    sentences = _sentences(folded, words, lows, starts, ends, stops, paragraphs)
    return Reading(text, folded, cased, lows, starts, ends, sentences, paragraphs, codes, published)


def _paragraphs(folded: str, starts: list[int]) -> list[tuple[int, int]]:
    breaks = list(_BLANK_LINE.finditer(folded))
    singles = [match.start() for match in breaks if match.end() - match.start() == 1]
    wrapped = _is_hard_wrapped(folded, singles)
    firsts = [0]
    for match in breaks:
        if wrapped and match.end() - match.start() == 1:
            continue
        token = bisect_left(starts, match.end())
        if token > firsts[-1]:
            firsts.append(token)
    if firsts[-1] == len(starts):
        firsts.pop()
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True)) if firsts else []


def _is_hard_wrapped(folded: str, singles: list[int]) -> bool:
    """Whether most single line ends fall inside sentences, at the width of a terminal or a page."""
    inside = 0
    for position in singles:
        width = position - folded.rfind("\n", max(0, position - 121), position) - 1
        if 45 <= width <= 100 and folded[position - 1] not in ".!?\"':":
            inside += 1
    return inside * 2 > len(singles)


def _sentences(
    folded: str,
    words: list[str],
    lows: list[str],
    starts: list[int],
    ends: list[int],
    stops: list[int],
    paragraphs: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    sentences: list[tuple[int, int]] = []
    initialisms = [bisect_right(starts, match.start()) - 1 for match in _INITIALISM.finditer(folded)]
    if initialisms:
        stops = sorted({*stops, *initialisms})
    met = 0
    for first, stop in paragraphs:
        begin = after = first
        upto = bisect_left(stops, stop, met)
        for index in stops[met:upto]:
            if index < after:
                continue
            word = words[index]
            after = index + 1
            if word in _TERMINAL:
                while after < stop and words[after] in _CLOSERS and folded[ends[after - 1]] == words[after][0]:
                    after += 1
                initial = len(words[index - 1]) == 1 and _is_initial(words, lows, begin, index)
                ended = not initial and after < stop and _begins_sentence(folded, words, ends, after, word)
            else:
                ended = (
                    word[-1] == "." and "." in word[:-1] and after < stop and words[after][0].isupper() and lows[after] in _INITIALISM_ENDS
                )
            if ended:
                sentences.append((begin, after))
                begin = after
        met = upto
        if begin < stop:
            sentences.append((begin, stop))
    if any(stop - begin > _LONGEST_SENTENCE for begin, stop in sentences):
        return [(cut, min(cut + _LONGEST_SENTENCE, stop)) for begin, stop in sentences for cut in range(begin, stop, _LONGEST_SENTENCE)]
    return sentences


def _is_initial(words: list[str], lows: list[str], begin: int, stop: int) -> bool:
    """Whether the stop at token `stop` belongs to the initial of a name that goes on: George W. Bush."""
    if words[stop] != "." or stop + 1 >= len(words) or not _is_letter(words, stop - 1):
        return False
    if not words[stop + 1][0].isupper() or lows[stop + 1] in _INITIALISM_ENDS:
        return False
    if begin == stop - 1 or words[stop - 2][0].isupper() or words[stop - 2] == ",":
        return begin < stop
    # Of two initials the one shows the other: police chief R. K. Okoro.
    ahead = stop + 2 < len(words) and words[stop + 2] == "." and _is_letter(words, stop + 1)
    return ahead or (words[stop - 2] == "." and _is_letter(words, stop - 3))


def _is_letter(words: list[str], at: int) -> bool:
    return at >= 0 and len(words[at]) == 1 and words[at].isupper()


def _begins_sentence(folded: str, words: list[str], ends: list[int], after: int, terminal: str) -> bool:
    """Whether the token `after` may begin a sentence."""
    word = words[after]
    if folded[ends[after - 1]] > " ":
        # `ended.Next`: a space is missing where a word in capitals follows a full stop that closes a word.
        return terminal == "." and word[0].isupper() and len(word) > 1 and words[after - 1] == "."
    if not word[0].isalnum() and after + 1 < len(words):
        word = words[after + 1]
    return not word[0].islower()
