"""Evidence: what the words around a name show it to be, and what capitals show nothing.

Belongs here: what can be told of one name by what stands beside it, and headlines. Does not belong here: who bears it (`naming`), and what
can be told of a name by itself (`name`).
"""

from transforms import lexicon
from transforms.text.actors.name import Name
from transforms.text.actors.nouns import GIVEN, NEVER, NOUNS, ORGANS, PREFIXES, TITLES, words_of
from transforms.text.actors.phrase import DOCUMENTS
from transforms.text.actors.stage import PLACE_BEFORE, Stage
from transforms.text.closed import SELVES

_ENDS_HEAD = frozenset((",", ".", "of", "in", "for", "at", "to", "with", "on", "from", "who", "that", "which"))
_FACING = words_of("facing")
_GOVERNMENTAL = words_of("governmental")
_SHARED = words_of("shared")
RUNS_BUSINESS = words_of("runs_business")
VERB_TAGS = frozenset("VIHMKE")
_NOUN_TAGS = frozenset("NSbz")
_BETWEEN = frozenset((",", ":", "'", '"'))
_BESIDE = frozenset(" \n\t\r.,;:!?'\"()[]{}/-–—…*|")
NAMED_BY = frozenset(("known", "named", "called", "identified", "nicknamed", "dubbed"))
_ARMED = words_of("armed")
_ANY_GROUP = frozenset(("group", "groups", "movement", "movements"))
_TELLS_BEFORE = NOUNS.keys() | ORGANS.keys() | {","} | RUNS_BUSINESS
_TELLS_AFTER = ORGANS.keys() | words_of("of_body") | {"("}
_TRAILING = words_of("trailing")
_OF_BODY = words_of("of_body")
_HANGS = frozenset("oFTYVEGBIHMKWQU")
_NAMES = frozenset(("name", "surname", "nickname"))
_SMALL = words_of("small")
_PLAIN_WORDS = lexicon.words("pos")
_ONE_PERSON = frozenset(("he", "she", "his", "her"))
_QUOTED = 40  # tokens
_NAMED_GROUPS = frozenset(("group", "party", "newspaper", "media", "organisation", "company", "agency"))  # nouns beside a body's name


def speaking_heads(stage: Stage, bounds: tuple[int, int]) -> list[int]:
    """The names in a source that speak themselves, not as what hangs on others: X, director of Y; the X workers."""
    classes, lows = stage.tags, stage.reading.lows
    found = []
    hangs = titled = False
    for token in range(bounds[0], min(bounds[1], bounds[0] + 60)):
        char = classes[token]
        number = stage.at.get(token, -1)
        if number >= 0:
            name = stage.names[number]
            if char == "X" and hangs and classes[token - 1] == "C" and bounds[0] in stage.at and name.kind in {"maybe", "person"}:
                hangs = name.stop - name.first < 2  # X of the union and Y of the league
            free = not hangs or (titled and name.stop == bounds[1])
            if free and (name.stop >= bounds[1] or classes[name.stop] not in "NSbzs" or lows[name.stop] in _TRAILING):
                found.append(number)
            elif name.stop < bounds[1] and lows[name.stop] in DOCUMENTS:
                stage.issuing.add(name.first)
        titled = char == "N" and (titled or classes[token - 1] == "o")  # chief of staff X
        if char in _HANGS:
            low = lows[token]
            hangs = low not in NAMED_BY and (hangs or low != "as" or lows[token - 1] not in NAMED_BY)
        elif char in ",(;:-":
            hangs = False
    return found


def headline_tokens(stage: Stage) -> set[int]:
    """The tokens that stand in a headline, where a capital shows no name: a line in capitals, words in upper case."""
    classes, words = stage.tags, stage.reading.words
    found: set[int] = set()
    for first, stop in stage.reading.paragraphs:
        if 3 < stop - first < 40 and (
            _is_title_case(words, first, stop)
            or (words[stop - 1] not in ".!?\"'" and classes.count("X", first, stop) * 5 > (stop - first) * 3)
        ):
            found.update(range(first, stop))
    if found and len(found) == len(words):
        return set()
    return found | _slugs(stage)


def _slugs(stage: Stage) -> set[int]:
    """The tokens of four or more words in a row in upper case."""
    words = stage.reading.words
    found: set[int] = set()
    done = 0
    for start in [at for at in stage.firsts if words[at].isupper()]:
        if start < done:
            continue
        first = stop = start
        while first > done and (words[first - 1].isupper() or words[first - 1] in _BETWEEN):
            first -= 1
        while stop < len(words) and (words[stop].isupper() or words[stop].isdigit() or words[stop] in _BETWEEN):
            stop += 1
        if sum(map(str.isupper, words[first:stop])) > 3:
            found.update(range(first, stop))
        done = stop
    return found


def is_shown_outside(stage: Stage, name: Name) -> bool:
    """Whether the text outside the headlines has the last word of a name that stands in one."""
    words = stage.reading.words
    first = words[name.first]
    is_given = first in GIVEN and first not in NEVER and first not in stage.reference.forms
    if is_given and name.kind == "person" and name.stop - name.first == 2:
        return True
    return words[name.stop - 1] in stage.outside


def _is_metonym(stage: Stage, name: Name) -> bool:
    """Whether a capital stands for its government here: the subject of a verb, or one of two sides."""
    lows, classes = stage.reading.lows, stage.tags
    before = lows[name.first - 1] if name.first else ""
    after = classes[name.stop] if name.stop < len(lows) else "."
    if before in PLACE_BEFORE:
        return False
    if before in _FACING:
        return True
    if after == "s" and name.stop + 1 < len(lows):
        return lows[name.stop + 1] in _GOVERNMENTAL  # Washington's support
    return after in "VIHMKE" and lows[name.stop] != "based"


def context_of(stage: Stage, name: Name) -> tuple[str, str]:
    """What the words around a name show it to be, and by what; empty where they show nothing."""
    return (
        _shown_before(stage, name)
        or (name.stop + 2 < len(stage.reading.words) and _shown_behind(stage, name))
        or (_has_officers(stage, name) and ("organization", "has_officers"))
        or _shown_by_article(stage, name)
        or (_is_told_of(stage, name) and ("person", "told_of"))
        or ("", "")
    )


def _shown_before(stage: Stage, name: Name) -> tuple[str, str] | None:
    """What the words before a name show it to be."""
    lows, words = stage.reading.lows, stage.reading.words
    first = name.first
    before = lows[first - 1] if first else ""
    if before.endswith("-based") and words[first] not in GIVEN:
        return "organization", "based"  # Dubai-based Al Noor Marine
    if before in RUNS_BUSINESS and name.stop - first == 1 and name.text not in GIVEN:
        return "company", "noun_before_name"  # mine owner Lonmin
    own = first - 1 - (before == "the")
    if own > 0 and lows[own] in SELVES and lows[own - 1] == "calling":
        return ("person" if lows[own] in {"himself", "herself"} else "organization"), "calls_itself"
    spoken = first in stage.heads and stage.opens(first - 1)
    noun = NOUNS.get(before) if spoken or (first and words[first - 1].islower()) else None
    if (
        noun is not None
        and not (before in ORGANS and (name.text.isupper() or name.text[-1].isdigit()))  # broadcaster KXTV, Channel-24
        and not _modifies(stage, name)
        and not (first > 1 and words[first - 2] == "'s" and noun.role == "people")
    ):
        return "person", "role_before_name"
    if before == "," and first > 1 and lows[first - 2] in _NAMES and name.stop < len(words) and words[name.stop] in {",", "."}:
        return "person", "role_before_name"  # who gave only his first name, Omar
    if before == "," and name.stop < len(words) and words[name.stop] in {",", "."} and stage.noun_before(first - 1) >= 0:
        return "person", "role_before_name"
    if (
        before == ","
        and first > 1
        and name.stop < len(words)
        and words[name.stop] in {",", "."}
        and (kind := _apposed_to(stage, first - 2))
    ):
        return kind, "role_before_name"
    organ = ORGANS.get(before)
    if organ is not None and organ.group in _NAMED_GROUPS:
        return _group_kind(stage, first - 1, first - 4), "noun_before_name"
    return None


def _apposed_to(stage: Stage, noun: int) -> str:
    """The kind of a body in whose source the phrase of `noun` stands first: a local charity, Open Hands, said; else empty."""
    organ = ORGANS.get(stage.reading.lows[noun])
    if organ is None or organ.group not in _NAMED_GROUPS | {"body"}:
        return ""
    if stage.phrase_start(noun) not in stage.openings and stage.reading.lows[stage.phrase_start(noun)] != "the":
        return ""
    return _group_kind(stage, noun, stage.phrase_start(noun))


def _shown_behind(stage: Stage, name: Name) -> tuple[str, str] | None:
    """What the words behind a name show it to be."""
    lows, words = stage.reading.lows, stage.reading.words
    stop = name.stop
    after = words[stop]
    if after == "(" and words[stop + 2] == ")" and words[stop + 1].isupper() and len(words[stop + 1]) > 1:
        return "organization", "acronym_behind_name"
    if after == ",":
        if words[stop + 1].isdecimal() and 10 < int(words[stop + 1][:4]) < 110 and words[stop + 2] == ",":
            return "person", "age"
        if lows[stop + 1] == "which" and name.first in stage.heads:
            return "organization", "apposition"  # Orano, which runs the mine, said
        if kind := _apposed_kind(stage, stop):
            return kind, "apposition"
    low = lows[stop]
    organ = ORGANS.get(low) if low != "campaign" else None  # who runs it bears the name
    if organ is not None and stop - name.first == 1 and name.text[0].isupper() and organ.group in _NAMED_GROUPS - {"newspaper", "agency"}:
        return _group_kind(stage, stop, name.first - 3), "noun_behind_name"
    if name.first in stage.issuing and len(name.text) > 1 and (name.text.isupper() or not stage.opens(name.first)):
        return "organization", "issues"  # the Acme poll
    return None


def _apposed_kind(stage: Stage, comma: int) -> str:
    """The kind of what stands in apposition behind a name and its comma; empty where nothing does."""
    lows, words, classes = stage.reading.lows, stage.reading.words, stage.tags
    first = comma + 1
    if first in stage.openings and lows[first] != "who":
        return ""  # fighters took the town, the spokesman said
    if not (lows[first] in {"a", "an", "the", "who", "whose"} or lows[first] in NOUNS or first in stage.at):
        return ""
    kind = ""
    for at in range(first, min(comma + 9, len(words))):
        low = lows[at]
        if (low in NOUNS and words[at] == low) or low == "who" or words[at] in TITLES:
            kind = "person"
        elif low in ORGANS and classes[at + 1 : at + 2] not in _NOUN_TAGS:
            kind = _group_kind(stage, at, comma)
        if words[at] in _ENDS_HEAD:
            break
    return kind


def _is_told_of(stage: Stage, name: Name) -> bool:
    """Whether a sentence tells of a full name, and the next goes on with a person: Papa Sene was there. The 19-year-old."""
    reading, stop = stage.reading, name.stop
    if stop - name.first not in {2, 3} or not stage.opens(name.first) or stage.tags[stop : stop + 1] not in VERB_TAGS:
        return False
    if any(word.lower() in _PLAIN_WORDS or word in stage.reference.forms for word in name.text.split(" ")):
        return False
    at = reading.sentence_of(name.first)
    following = reading.sentences[at + 1 : at + 3]
    return any(_opens_with_person(stage, first, end) for first, end in following)


def _opens_with_person(stage: Stage, first: int, stop: int) -> bool:
    """Whether a sentence begins with he, she or an age, behind a quotation too."""
    lows, words = stage.reading.lows, stage.reading.words
    if words[first] == '"':
        first = next((at + 1 for at in range(first + 1, min(stop, first + _QUOTED)) if words[at] == '"'), first)
    return lows[first] in _ONE_PERSON or any(low.endswith("year-old") for low in lows[first : min(stop, first + 5)])


def _shown_by_article(stage: Stage, name: Name) -> tuple[str, str] | None:
    """A person whose surname has the Arabic article: Sami al-Rishq."""
    lows = stage.reading.lows
    if name.stop - name.first < 2 or not stage.reading.words[name.stop - 1].startswith(PREFIXES) or _modifies(stage, name):
        return None
    before = lows[name.first - 1] if name.first else ""
    return None if before == "the" or before in PLACE_BEFORE else ("person", "arabic_surname")


def _group_kind(stage: Stage, noun: int, first: int) -> str:
    """The kind of what a noun for an organisation is said of: a group is an armed one only where the words say so."""
    lows = stage.reading.lows
    kind = ORGANS[pair if noun and (pair := f"{lows[noun - 1]} {lows[noun]}") in ORGANS else lows[noun]].kind
    if kind == "armed_group" and lows[noun] in _ANY_GROUP and _ARMED.isdisjoint(lows[max(0, first) : noun]):
        return "organization"
    return kind


def _has_officers(stage: Stage, name: Name) -> bool:
    """Whether somebody holds a post in what bears the name: the director of X, an X spokeswoman, X President Ann Smith."""
    lows, classes = stage.reading.lows, stage.tags
    if stage.opens(name.first) and name.stop - name.first == 1 and not name.text.isupper():
        return False
    if name.stop < len(lows) and lows[name.stop] in _OF_BODY:
        return True
    after = stage.at.get(name.stop, -1)
    if after >= 0 and stage.names[after].title is not None and stage.names[after].title == (name.stop, stage.names[after].first):
        return True
    before = name.first - 1 - (lows[name.first - 1] == "the" if name.first else 0)
    return (
        before > 0
        and lows[before] in {"of", "at", "for", "with"}
        and lows[before - 1] in _OF_BODY
        and (name.stop >= len(lows) or classes[name.stop] not in "NSX")
        and not (
            name.stop + 1 < len(lows)
            and lows[name.stop] == "and"
            and stage.reading.words[name.stop + 1][0].isupper()
            and name.stop + 1 not in stage.at
        )
    )


def stands_beside(stage: Stage, name: Name) -> bool:
    """Whether a word beside the name may tell what it is: without one, there is nothing to look for."""
    lows, first, stop = stage.reading.lows, name.first, name.stop
    before = lows[first - 1] if first else ""
    if before in _TELLS_BEFORE or before.endswith("-based") or stop in stage.at or first in stage.issuing:
        return True
    if stop < len(lows):
        after = lows[stop]
        if after in _TELLS_AFTER or (after == "," and stop + 1 < len(lows) and lows[stop + 1] in {"a", "an", "the"}):
            return True
    behind = first - 2 - (before == "the")
    return behind >= 0 and lows[behind] in _OF_BODY


def is_introduced(stage: Stage, name: Name, kind: str) -> bool:
    """Whether a name stands where somebody is met for the first time: `X, a trader,`, and not behind a preposition of place."""
    lows, classes = stage.reading.lows, stage.tags
    at = name.first - 1
    return (
        at > 0
        and (lows[name.stop + 1] in {"a", "an"} or (lows[name.stop + 1] == "the" and kind == "person"))
        and classes[at] != "X"
        and lows[at - 1 if lows[at] == "the" else at] not in PLACE_BEFORE
        and not stage.opens(name.first)
    )


def is_meant(stage: Stage, name: Name) -> bool:
    """Whether a known name that does not speak means its actor, not a place or another bearer."""
    if name.method == "metonym" or stage.reference.entries[name.entry].kind == "place":
        return _is_metonym(stage, name)
    return name.text not in _SHARED or _is_shown(stage, name)


def _is_shown(stage: Stage, name: Name) -> bool:
    """Whether another form of the same actor stands in the text, for a name that others bear too: Georgia, where Tbilisi is named."""
    return len(stage.forms_of[name.entry]) > 1


def is_no_outlet(stage: Stage, name: Name) -> bool:
    """Whether a name that ends as those of newspapers do only modifies a noun that has nothing to do with one: Gold Star parents."""
    after = stage.reading.lows[name.stop] if _modifies(stage, name) else ""
    return after != "" and after not in DOCUMENTS and after not in _OF_BODY and after not in ORGANS


def is_said_of(stage: Stage, number: int, name: Name) -> bool:
    """Whether a single word is used as a name inside a sentence or before a verb: not only a capital that it owes to its place."""
    if (
        number in stage.told
        or stage.tags[name.stop : name.stop + 1] in VERB_TAGS
        or stage.reading.lows[name.stop : name.stop + 1] == ["put"]
    ):
        return True
    return name.text in stage.inside


def is_cut(stage: Stage, name: Name) -> bool:
    """Whether the name goes on behind its last word in signs that no name is written with: SÃ©g, ACME@."""
    end = stage.reading.ends[name.stop - 1]
    after = stage.reading.folded[end : end + 1]
    return bool(after) and not after.isalnum() and after not in _BESIDE


def _modifies(stage: Stage, name: Name) -> bool:
    """Whether the name stands before a common noun: the Ain al-Asad air base."""
    return name.stop < len(stage.reading) and stage.tags[name.stop] in "NS"


def _is_title_case(words: list[str], first: int, stop: int) -> bool:
    """Whether every word that is not a small one has a capital, and they are more than one name."""
    capitals = 0
    for at in range(first, stop):
        word = words[at]
        if word[0].islower():
            if word not in _SMALL:
                return False
        elif word[0].isalpha():
            capitals += 1
    return capitals > 3
