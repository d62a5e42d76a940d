"""Numbers as news writes them: digits, words, dozens, bounds and ranges, each with what it says of low, best and high.

Belongs here: number expressions. Does not belong here: what is counted (`casualty`).

How bounds are read: `best` is the printed number for every bound and for no vague word; `low` and `high` are what the words
commit themselves to, None = open. "At least 33": 33, 33, open. "More than 33": low is 33, exclusive. "Up to 33": open, 33, 33.
"About 33" and "nearly 33" leave both ends open to nothing else: 33, 33, 33 with the quantifier saying so. "Between 12 and 15":
12, 12, 15, because the lower end is what every reading of the words agrees on.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from transforms.lexicon import rows
from transforms.text.quantities.classes import ALPHABET, COMMA, SETS

if TYPE_CHECKING:
    import re


class Number(NamedTuple):
    """A number expression: tokens `first` up to `stop`, of which those from `core` on are the number itself."""

    first: int
    core: int
    stop: int
    low: int | None
    best: int | None
    high: int | None
    quantifier: str  # exact, about, nearly, at_least, more_than, fewer_than, up_to, at_most, range, several, dozens, ...
    form: str  # number, other ("another"), one ("one of them"), ordinal, both, none


_SIMPLE = r"(?:{DIGITS|DECIMAL}|{TENS}{ONE|CARDINAL}?|{ONE|CARDINAL})"
_EXACT = (
    r"<simple>(?:{hundred}(?:{and}?<simple>)?(?:{MULTIPLIER}(?:{and}?<simple>{MULTIPLIER}?(?:{and}?<simple>)?)?)?|<thousands>|{DOZEN}{of}?)?"
    r"| {a|an}?<thousands> | (?:{a}|{an}{additional}?)?{DOZEN}{of}? | {a}?{COUPLE}{of}? | {BOTH}"
    r"| {half}{a}{DOZEN|MULTIPLIER} | {a}?{half}{-}?{DOZEN}"
)
_THOUSANDS = r"{MULTIPLIER}+(?:{and}?<simple>{hundred}?(?:{and}?<simple>)?)?"
_VAGUE = (
    r"(?:{MANY}(?:(?:{of}|{and}|{or}){MANY})*|{a}{large|small|undisclosed|unknown|significant}?{VAGUENOUN}"
    r"|{an}{undisclosed|unknown|unspecified}{VAGUENOUN}|{a}{few}{MULTIPLIER|DOZEN}?|{a}?{great}?{VAGUE}{MULTIPLIER|DOZEN}?)(?:{of})?"
)
_BOUND = (
    r"(?P<at_least>{at}{the}?{very}?{least}|{no|not}{less|fewer|lesser}{than}|{a}?{minimum}{of})"
    r"|(?P<at_most>{no|not}{more}{than}|{at}{most}|{a}?{maximum}{of})"
    r"|(?P<more_than>(?:{well}|{far}|{slightly}|{just}|{a}{little})?(?:{more}{than}|(?<!{handed|handing|turned|turning}){over}|{upwards|upward}{of}|{in}{excess}{of}|{exceeding}|{above}))"
    r"|(?P<fewer_than>{fewer|less}{than}|{under})"
    r"|(?P<up_to>{up}{to}|{as}{many}{as}|{as}{much}{as}|{as}{high}{as})"
    r"|(?P<nearly>{nearly}|{almost}|{close}{to}|{just}{under})"
    r"|(?P<about>{about}|{around}|{some}|{approximately}|{approx.}|{roughly}|{an}{estimated}|{estimated}|{possibly}|{perhaps})"
    r"|(?P<exact>{exactly}|{a}{total}{of}|{all}|{the}{total}{of})"
)
_LINK = r"{to}|{or}|{DASH}|(?:{COMMA}?{and|or|but}?{MAYBE}(?:{up}{to}|{as}{many}{as}|{more}{than}|{over})?)(?!<exact>{more})"
_NUMBER = ALPHABET.compile(
    r"(?P<spread>{between|from})(?P<low><exact>)(?:{and}|{to}|{or})(?P<high><exact>)"
    r"|(?:(?P<bound><bound>)(?:{about}|{some}|{around}|{an}{estimated})?)?(?:"
    r"(?P<one><exact>)(?:(?:<link>)(?P<end><exact>)|(?P<ormore><ormore>))?"
    r"|(?:{another|additional}|{an|a}{additional|further|other|extra}|{further})?(?:(?P<added><exact>)(?P<addedmore><ormore>)?|(?P<vague><vague>)))"
    r"|(?P<other>{another}) | (?P<none>{no}{one}|{not}{a|one}{single}|{not}{one}|{NONE}) | (?P<ordinal>{a|an|the}?{ORDINAL})",
    exact=_EXACT,
    simple=_SIMPLE,
    thousands=_THOUSANDS,
    vague=_VAGUE,
    bound=_BOUND,
    link=_LINK,
    ormore="{or}{more}|{plus}|{+}(?!{NUMBER})",
)
_VALUES: dict[str, int] = {word: int(value) for word, value, _ in rows("numbers") if value.isdigit()}
_QUANTIFIERS: dict[str, str] = {word: value for word, value, _ in rows("numbers") if not value.isdigit() and value != "-"}
_MULTIPLIERS = {word: int(value) for word, value, form in rows("numbers") if form == "multiplier"}
_LARGEST = 10**12
_LONGEST = 40  # characters of a number word


_WORD = ALPHABET.compile("{NUMBER|another}|(?<={not}{a}){single}")
# What a number expression may begin with before its first number word: "at least", "no fewer than", "between", "a".
_BEFORE = ALPHABET.having(*SETS["before_number"])


def numbers(lows: Sequence[str], tags: str, first: int, stop: int) -> list[Number]:
    """The number expressions among the tokens `first` up to `stop`, in order. `tags` are the tokens' characters in `ALPHABET`."""
    found = []
    done = first
    for word in _WORD.finditer(tags, first, stop):
        at = word.start()
        if at < done:
            continue
        if (
            tags[at] in _PLAIN
            and (at + 1 == stop or (tags[at + 1] not in _GOES_ON and not (tags[at + 1] in COMMA and tags[at + 2 : at + 3] in _MAYBE)))
            and (at == first or tags[at - 1] not in _MAY_BOUND or _stands_alone(lows, tags, at, first))
        ):
            low = lows[at]
            value = _VALUES.get(low)
            if value is None:
                value = int(low) if low.isdecimal() and len(low) < 13 else value_of((low,))
            if value is not None:
                found.append(Number(at, at, at + 1, value, value, value, "exact", "one" if low == "one" else "number"))
            done = at + 1
            continue
        begin = at
        while begin > done and begin > at - 7 and tags[begin - 1] in _BEFORE:
            begin -= 1
        while begin <= at:
            match = _NUMBER.match(tags, begin, stop)
            if match is not None and match.end() > at:
                number = _number(lows, match)
                if number is not None and number.first > first and lows[number.first - 1] == "how":
                    number = None  # "how many people were hurt"
                if number is not None:
                    found.append(number)
                    done = number.stop
                else:
                    done = match.end()
                break
            begin += 1
    return found


# Most numbers are one word with nothing about it: they need no pattern.
_PLAIN = ALPHABET.having("DIGITS", "CARDINAL", "ONE")
_GOES_ON = ALPHABET.having("MULTIPLIER", "DOZEN", "DASH", "COUPLE", "MAYBE", *["to", "or", "and", "plus", "+"])
_MAYBE = ALPHABET.having("MAYBE")
_BOUND_ENDS = ALPHABET.having(*SETS["bound_ends"])
_MAY_BOUND = _BOUND_ENDS | ALPHABET.having("of", "to")
_OF_BOUNDS = SETS["of_bounds"]


def _stands_alone(lows: Sequence[str], tags: str, at: int, first: int) -> bool:
    """Whether the word before `at` is no part of the number."""
    before = lows[at - 1]
    if before == "of":
        return at - 2 < first or lows[at - 2] not in _OF_BOUNDS
    if before == "to":
        return at - 2 < first or lows[at - 2] not in {"up", "close"}
    return tags[at - 1] not in _BOUND_ENDS


def _number(lows: Sequence[str], match: "re.Match[str]") -> Number | None:
    start, end = match.span()
    if match["end"] is not None:
        return _range(lows, match, "one", "end") or _single(lows, match, "one", match.end("one"))
    if match["one"] is not None:
        return _single(lows, match, "one", end)
    if match["spread"] is not None:
        high = value_of(lows[slice(*match.span("high"))])
        low = value_of(lows[slice(*match.span("low"))])
        if lows[start] == "from" and low is not None and high is not None and low > high:
            core = match.start("high")  # "cut from 15 to 12"
            return Number(core, core, end, high, high, high, "exact", "number")
        return _range(lows, match, "low", "high")
    if match["added"] is not None:
        return _single(lows, match, "added", end)
    if match["vague"] is not None:
        words = lows[slice(*match.span("vague"))]
        quantifier = "unknown_number"
        if "tens" in words and "thousands" in words:
            quantifier = "tens_of_thousands"
        elif "hundred" in words:
            quantifier = "hundreds"
        elif "thousand" in words:
            quantifier = "thousands"
        elif "dozen" in words:
            quantifier = "dozens"
        else:
            quantifier = next((_QUANTIFIERS[word] for word in words if word in _QUANTIFIERS), "unknown_number")
        return Number(start, match.start("vague"), end, None, None, None, quantifier, "number")
    if match["other"] is not None:
        return Number(start, start, end, 1, 1, 1, "exact", "other")
    if match["none"] is not None:
        return Number(start, start, end, 0, 0, 0, "exact", "none")
    return Number(start, start, end, 1, 1, 1, "exact", "ordinal")


def _range(lows: Sequence[str], match: "re.Match[str]", start: str, end: str) -> Number | None:
    """From one number to a higher one."""
    low = value_of(lows[slice(*match.span(start))])
    high = value_of(lows[slice(*match.span(end))])
    if low is None or high is None or low >= high:
        return None
    multiplier = _MULTIPLIERS.get(lows[match.end(end) - 1])
    if multiplier is not None and low < 100 <= high and low * multiplier < high:
        low *= multiplier  # "12 to 15 thousand"
    return Number(match.start(), match.start(start), match.end(), low, low, high, "range", "number")


_BOUNDS = ("at_least", "at_most", "more_than", "fewer_than", "up_to", "nearly", "about", "exact")


def _single(lows: Sequence[str], match: "re.Match[str]", part: str, end: int) -> Number | None:
    first, stop = match.span(part)
    value = value_of(lows[first:stop])
    if value is None:
        return None
    bound = "exact"
    if match["ormore"] is not None or match["addedmore"] is not None:
        bound = "at_least"
    elif match["bound"] is not None:
        bound = next(name for name in _BOUNDS if match[name] is not None)
    low: int | None = value
    high: int | None = value
    if bound in {"at_least", "more_than"}:
        high = None
    elif bound in {"at_most", "up_to", "fewer_than"}:
        low = None
    form = "number"
    if stop - first == 1 and lows[first] == "one":
        form = "one"
    elif lows[first] == "both":
        form = "both"
    return Number(match.start(), first, end, low, value, high, bound, form)


def value_of(words: Sequence[str]) -> int | None:
    """The value of the number words `words` (lower case), None where they make no whole number of people."""
    if len(words) == 1 and words[0].isdecimal():
        return int(words[0][:13]) if len(words[0]) < 13 else None
    total = 0.0
    current = 0.0
    seen = False
    half = False
    for word in words:
        if max(total, current) > _LARGEST or len(word) > _LONGEST:
            return None
        if word[0].isdigit():
            try:
                current += float(word.replace(",", "")) if "." in word or "," in word else int(word[:13])
            except ValueError:
                return None
            seen = True
        elif word in _MULTIPLIERS:
            factor = _MULTIPLIERS[word]
            current = (current if seen and current else 1) * factor * (0.5 if half else 1)
            half = False
            if factor > 100:
                total, current = total + current, 0.0
            seen = True
        elif word in {"dozen", "score"}:
            current = (current if seen else 1) * _VALUES[word] * (0.5 if half else 1)
            seen = True
        elif word == "half":
            half = True
        elif word in _VALUES:
            current += _VALUES[word]
            seen = True
        elif "-" in word:
            parts = [_VALUES.get(part) for part in word.split("-")]
            if None in parts:
                return None
            current += sum(part for part in parts if part is not None)
            seen = True
        # "a", "of", "and" have no value
    value = total + current
    return int(value) if seen and value == int(value) and value < _LARGEST else None
