"""Clauses: which words stand as verb group, subject and complement around a word, as ranges of tokens.

Belongs here: English word order over the tag string (`tag`). Does not belong here: what a verb means (`position`), who a phrase
means (`mention`). Every scan is bounded: a sentence may be hostile.
"""

import re
from typing import NamedTuple

from transforms import lexicon
from transforms.text.closed import RELATIVES
from transforms.text.reading import Reading
from transforms.text.tag import tags

_SENT = frozenset(("ambassador", "envoy", "representative", "emissary", "adviser", "advisor", "aide", "delegate", "visitor", "consul"))
_FAR = 60  # tokens that a scan may look back or ahead
_AUXILIARY = frozenset("RIHKM")
_NEGATIONS = frozenset(("not", "never", "n't", "no", "neither", "nor", "hardly"))
_IN_PHRASE = frozenset("NSXLnPOpdsJtzbGE$RoFY*'")
_MANNERS = frozenset(("protest", "response", "retaliation", "solidarity"))
_CHANNELS = frozenset(
    ("call", "post", "letter", "speech", "statement", "tweet", "message", "vote", "meeting", "interview", "phone", "telephone")
)
_SPOKEN_BY = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokesmen", "lawyer", "lawyers", "attorney", "attorneys"))
_OWNERS = frozenset(("a", "an", "the", "his", "her", "its", "their", "own"))
_DUE = frozenset(("before", "until", "till"))  # prepositions of a time that belongs to what is to be done
_AS_IT_WAS = frozenset(("as", "though", "if", "when", "after", "before"))  # behind even
_JOINED = frozenset(word for word, use in lexicon.rows("claim_words") if use == "joined")
_ASIDE = frozenset(("aside", "away", "back", "apart", "together"))
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_NOUNS = frozenset("NSXntzPOb*")
_RELATIVE = RELATIVES | {"where"}
_INSERTED = frozenset("WdFRGEnJApXY")
OBLIGED = frozenset(("must", "should", "may", "might", "shall", "ought"))
_TIME = re.compile(r"(?:R|F?t(?:,?n,?)?t?|(?<=F)n)+")
_TIMELY = frozenset("RFtn")  # what a time may begin with
PERIODS = frozenset(("week", "month", "year", "night", "summer", "winter", "spring", "autumn", "weekend", "morning", "evening"))
_DAY_AFTER = re.compile(r"(?:F|U)d?[JN]?t")
_INSERTED_SAYING = frozenset(("said", "says", "added", "told"))
_BREAKS = (".", ",", ";", ":", "C", ")", "")
# What goes on in a phrase, and ends none.
_INERT = re.compile(r"[NSJdpPLnoORGs$*')]*")


class Verb(NamedTuple):
    """A verb with its auxiliaries: tokens `first` up to and including `head`."""

    first: int
    head: int
    negated: bool
    modal: str | None
    perfect: bool
    passive: bool  # a form of be directly before, in whatever form the head is
    infinitive: bool  # "to" stands before
    auxiliary: bool  # anything but adverbs stands before


class Clauses:
    """The clauses of one reading, asked for one verb at a time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lows = reading.lows
        self.tags = tags(reading)

    def verb(self, head: int, low: int) -> Verb:
        """The verb group that ends at `head`, not before the token `low`."""
        t, lows = self.tags, self.lows
        at = head
        low = max(low, head - 10)
        negated = perfect = passive = infinitive = auxiliary = False
        modal: str | None = None
        while at > low:
            before = t[at - 1]
            word = lows[at - 1]
            if word == "longer" and at - 2 >= low and lows[at - 2] == "no":
                negated = auxiliary = True  # is no longer willing
                at -= 2
                passive = at > low and t[at - 1] == "I"
            elif before in _AUXILIARY or word in ("not", "be", "been", "being", "have", "n't", "cannot"):
                if word in _NEGATIONS or word.endswith("n't") or word == "cannot":
                    negated = True
                if before == "M":
                    modal = word
                elif before == "H" or word == "have":
                    perfect = True
                elif (before == "I" or word in ("be", "been", "being")) and not auxiliary:
                    passive = True
                auxiliary = auxiliary or before != "R"
                at -= 1
            elif before == "T":
                infinitive = True
                at -= 1
                break
            elif before == "," and at - 3 >= low and t[at - 2] == "R" and t[at - 3] == ",":
                at -= 3  # has, however, rejected
            elif before == "d" and word in ("both", "all", "each"):
                at -= 1
            else:
                break
        # Adverbs at the left edge belong to the verb only if an auxiliary or the subject stands before them: they may stay.
        return Verb(at, head, negated, modal, perfect, passive, infinitive, auxiliary)

    def subject(self, first: int, low: int, depth: int = 0) -> tuple[int, int] | None:
        """The tokens of the subject of the verb group that begins at `first`, looking back to the token `low` at most."""
        t, lows = self.tags, self.lows
        end = first
        low = max(low, first - _FAR)
        if end <= low:
            return None
        if end - 2 > low and lows[end - 1] in PERIODS and lows[end - 2] in ("last", "this", "earlier"):
            end -= 2  # who last month denied
        if end - 1 > low and lows[end - 1] in ("each", "both", "all") and t[end - 2] in "NSX":
            end -= 1  # Chad and Mali each called on
        word, tag = lows[end - 1], t[end - 1]
        if tag == '"' and end - 2 >= low:
            end -= 1
            word, tag = lows[end - 1], t[end - 1]
        if word in ("who", "which") or (word == "that" and end - 2 >= low and t[end - 2] in "NSX" and t[end] not in "PdpJNSX"):
            return self._antecedent(end - 1, low, personal=word == "who")
        if tag == "C":
            return self._shared(end - 1, low, depth)
        if tag == ",":
            opening = self._opening(end - 1, low)
            if opening is None:
                return None
            if all(tag in "XL" for tag in t[opening + 1 : end - 1]):
                return (opening + 1, end - 1)  # the envoy for Yemen, Marten Vos, proposed
            found = self.phrase(opening, low)
            return self._named_before(found, low) if found is not None else None
        if tag == ")":
            opening = end - 2
            while opening > low and t[opening] != "(":
                opening -= 1
            return self.phrase(opening, low) if opening > low else None
        found = self.phrase(end, low)
        return self._beyond_relative(found, low, depth) if found is not None else None

    def _beyond_relative(self, found: tuple[int, int], low: int, depth: int) -> tuple[int, int]:
        """As in "An official who recently visited Cairo" where only "Cairo" stands before the verb."""
        before = found[0] - 1
        if depth > 1 or before <= low or self.tags[before] not in "VEIHKBb":
            return found
        inner = self.verb(before, low)
        relative = inner.first - 1
        if relative > low and self.lows[relative] in ("who", "that", "which") and self.tags[relative - 1] in "NSX" and not inner.infinitive:
            return self._antecedent(relative, low, personal=self.lows[relative] == "who") or found
        return found

    def _named_before(self, found: tuple[int, int], low: int) -> tuple[int, int]:
        """Whom "Ann Smith, a pollster" names, if only "a pollster" was found."""
        first = found[0]
        if first - 2 >= low and self.tags[first] == "d" and self.tags[first - 1] == "," and self.tags[first - 2] == "X":
            return self.phrase(first - 1, low) or found
        return found

    def phrase(self, end: int, low: int) -> tuple[int, int] | None:
        """The noun phrase, with what hangs on it and with its coordinates, that ends before `end`."""
        t, lows = self.tags, self.lows
        low = max(low, end - _FAR)
        while end > low and t[end - 1] == "R":
            end -= 1
        if end - 2 > low and lows[end - 1] in PERIODS and lows[end - 2] in ("last", "this", "next", "earlier"):
            end -= 3 if lows[end - 3] in ("earlier", "late", "early") else 2
        if end > low and t[end - 1] == "P":
            return (end - 1, end)
        at = end
        joined = False
        while at > low:
            before = t[at - 1]
            if before in _IN_PHRASE:
                if before in "EG" and not self._is_modifier(at - 1, low, end):
                    break
                at -= 1
                continue
            if before == "C" and lows[at - 1] in ("and", "or", "nor", "&") and at - 2 >= low and t[at - 2] in "NSXsOn,)":
                joined = True
                at -= 1
                continue
            if before == "," and joined and at - 2 >= low and t[at - 2] in "NSXn" and self._is_item(at - 1, low):
                at -= 1
                continue
            if before == "Q" and at < end and t[at] in "NSJ":
                break
            if before in _NOUNS:
                at -= 1
                continue
            if before == "B" and at - 3 >= low and t[at - 2] == "T" and t[at - 3] in "NS":
                at -= 2  # France's offer to mediate
                continue
            if before == "T" and at - 2 >= low and lows[at - 2] in _SENT:
                at -= 1  # the ambassador to Chad
                continue
            break
        while at < end and (t[at] in "CRYo,'*" or (t[at] == "F" and self._is_fronted(at, end))):
            at += 1
        while at < end and t[at] == "t" and at + 1 < end:
            at += 1  # On Monday Hamas rejected
        if at >= end or (t[end - 1] not in "NSXntzPOsb*'dJG" and t[max(low, end - 2) : end] != "TB"):
            return None
        return (at, end)

    def _is_fronted(self, at: int, end: int) -> bool:
        return any(tag in "dXPp" for tag in self.tags[at + 1 : end])

    def _is_item(self, comma: int, low: int) -> bool:
        """Whether what stands before `comma` is an item of a list: a short run of nouns that begins after a comma or a barrier."""
        t = self.tags
        at = comma
        while at > low and comma - at < 7 and t[at - 1] in "NSXdJLsp":
            at -= 1
        return at < comma and (at == low or t[at - 1] in '.:;-",QCVY' or (t[at - 1] == "U"))

    def _is_modifier(self, at: int, low: int, end: int) -> bool:
        """Whether the participle `at` stands in a noun phrase: "the allied group", "sources briefed on the talks"."""
        t = self.tags
        after = t[at + 1] if at + 1 < end else ""
        before = t[at - 1] if at > low else ""
        if after and after in "NSXJ" and before and before in "dpJFYon,Cs":
            return True
        return bool(after) and after in "FYT" and bool(before) and before in "NSX" and at + 2 < end

    def _antecedent(self, relative: int, low: int, *, personal: bool) -> tuple[int, int] | None:
        t = self.tags
        end = relative
        if end > low and t[end - 1] == ",":
            end -= 1
        found = self.phrase(end, low)
        if found is None:
            return None
        if personal:
            for at in range(found[0] + 1, found[1] - 1):
                if t[at] == "," and self.lows[at + 1] in ("a", "an"):
                    return (found[0], at)
            return self._named_before(found, low)
        first = found[1]
        while first > found[0] and t[first - 1] not in "FoYCE,":
            first -= 1
        return (first, found[1]) if first < found[1] else found

    def _opening(self, closing: int, low: int) -> int | None:
        """The comma that opens the insertion which the comma `closing` closes."""
        t, lows = self.tags, self.lows
        fallback: int | None = None
        for at in range(closing - 1, low, -1):
            if t[at] == ",":
                if lows[at + 1] in _RELATIVE:
                    return at
                if fallback is None and t[at + 1] in _INSERTED:
                    fallback = at
            elif t[at] in '.;:"':
                break
        return fallback

    def _shared(self, conjunction: int, low: int, depth: int) -> tuple[int, int] | None:
        """The subject of the verb that the conjunction joins to the next one."""
        if depth > 2:
            return None
        t = self.tags
        at = conjunction - 1
        stop = max(low, conjunction - _FAR)
        while at >= stop:
            tag = t[at]
            if tag in ".;":
                return None
            if tag == "V" and self.lows[at] in _INSERTED_SAYING and t[at + 1 : at + 2] == "," and at + 2 == conjunction:
                opening = self._inserted(at, stop)
                if opening is not None:
                    at = opening - 1  # Moscow had insisted, he said, but dropped the demand
                    continue
            if tag in "VMIHK" or (tag in "Ezb" and at > low and t[at - 1] in 'NSXPIHKMR)",W' and self._may_be_verb(at)):
                verb = self.verb(at, low)
                if verb.infinitive:
                    at = verb.first - 1
                    continue
                if verb.first > low and t[verb.first - 1] == "W" and t[verb.first - 2 : verb.first - 1] == ",":
                    at = verb.first - 2
                    continue
                found = self.subject(verb.first, low, depth + 1)
                if found is not None:
                    return found
                at = verb.first - 1
                continue
            at -= 1
        return None

    def _inserted(self, at: int, low: int) -> int | None:
        """The comma before ", the official said,": the clause around it goes on behind it."""
        found = self.phrase(at, low)
        return found[0] - 1 if found is not None and found[0] - 1 > low and self.tags[found[0] - 1] == "," else None

    def _may_be_verb(self, at: int) -> bool:
        after = self.tags[at + 1 : at + 2]
        return bool(after) and after not in "Y.,"

    def main_subject(self, at: int, low: int) -> tuple[int, int] | None:
        """The subject of the clause before the participle `at` that follows a comma."""
        return self._shared(at, low, 0)

    def is_supposed(self, first: int, low: int) -> bool:
        """Whether the clause whose subject begins at `first` is only supposed: "if Hamas rejects", "whether it would accept"."""
        at = first - 1
        return at >= low and self.lows[at] in ("if", "unless", "whether", "until", "once", "should", "had", "lest", "suppose", "before")

    def after(self, at: int, high: int) -> int:
        """`at`, or the token behind the adverbs and days that stand there."""
        if at < high and self.tags[at] in _TIMELY:
            found = _TIME.match(self.tags, at, high)
            at = found.end() if found else at
        if at + 1 < high and self.lows[at] == "in" and self.lows[at + 1] in ("principle", "private", "public", "part", "full"):
            at += 2
        return at

    def stop(self, first: int, high: int, *, clause: bool) -> int:
        """Where the complement that begins at `first` ends: a noun phrase, or a `clause`."""
        t = self.tags
        high = min(high, first + _FAR)
        at = first
        inside = clause
        while at < high:
            inert = _INERT.match(t, at, high)
            at = inert.end() if inert else at
            if at == high:
                break
            tag = t[at]
            if tag == '"':
                closing = t.find('"', at + 1, high)
                if closing < 0:
                    break
                at = closing
            elif tag == "," and inside and (closing := self._closing(at, high)):
                at = closing
            elif tag in "(.;:-" or (tag == "," and not self._continues(at)):
                break
            elif tag == "C":
                if self.lows[at] in ("but", "yet") or (at > first and (self._new_clause(at + 1, high) or self._says(at + 1, high))):
                    break
            elif (
                tag != ","
                and at > first
                and (
                    self._is_clause_behind(at, high, inside=inside)
                    or self._is_set_off(at, high, clause=clause)
                    or (not inside and self._is_behind_phrase(first, at, high))
                )
            ):
                break
            if tag in "QWT":
                inside = True
            at += 1
        if t[at : at + 1] in _BREAKS and at - first > 1 and (t[at - 1] == "F" or self.lows[at - 1] in _ASIDE):
            return at  # to let convoys through; that he step down; to put it aside
        while at > first and self._is_loose(first, at - 1):
            at -= 1
        return at if inside else self._without_time(first, at)

    def _is_clause_behind(self, at: int, high: int, *, inside: bool) -> bool:
        """Whether a clause of its own begins at `at`: because they left, but not "put it before parliament", even as it fought."""
        low = self.lows[at]
        if self.tags[at] == "U":
            return not (inside and low in _DUE and not self._new_clause(at + 1, high))
        return low == "even" and not _AS_IT_WAS.isdisjoint(self.lows[at + 1 : at + 2])

    def _without_time(self, first: int, stop: int) -> int:
        """The end of the phrase `first` to `stop` without a time behind it: the plan last week, the law six years ago."""
        lows, at = self.lows, stop
        if lows[at : at + 1] == ["ago"]:
            at -= 1
            while at - 1 > first and stop - at < 4 and self.tags[at - 1] in "nJd":
                at -= 1
        elif at - 2 > first and lows[at - 1] in PERIODS and lows[at - 2] in ("last", "this", "next"):
            at -= 2
        is_of_verb = any(tag in "VEIH" for tag in self.tags[first:at])  # the girls whom it seized last month
        return at if at > first and self.tags[at - 1] not in "Fod" and not is_of_verb else stop

    def _closing(self, comma: int, high: int) -> int:
        """The comma that closes a name set off behind `comma`, where the verb follows: that its leader, Ann Moss, appear; 0 if none."""
        t = self.tags
        closing = t.find(",", comma + 1, min(high - 1, comma + 7))
        is_name = closing > comma + 1 and not t[comma + 1 : closing].strip("XL")
        return closing if is_name and t[closing + 1] in "bBMVIHKz" else 0

    def _is_behind_phrase(self, first: int, at: int, high: int) -> bool:
        """Whether the token `at` no longer belongs to the noun phrase that begins at `first`."""
        t = self.tags
        tag, before, after = t[at], t[at - 1], t[at + 1 : at + 2]
        if tag in "VMIHK":
            # A noun that the tags take for a verb: "rejected Armenian claims that".
            is_noun = tag == "V" and at <= first + 3 and before in "XJN" and self.lows[at][-1] == "s" and after in ("Q", "T")
            return not is_noun
        if tag in "bz":
            return before == "S" and after == "Q"  # who favour such taxes agree that
        if tag == "E":
            return before in "NSX" and after in ("X", "d", "p", "P", "J")  # his refusal to sign the treaty angered Egypt
        return tag == "F" and self.lows[at] != "by" and _DAY_AFTER.match(t, at, high) is not None

    def _is_loose(self, first: int, at: int) -> bool:
        """Whether the last word of what begins at `first` only leads on to what follows."""
        t = self.tags
        if t[at] == "R":
            return at <= first or t[at - 1] not in "pdVI"
        if t[at] == '"':
            return t.count('"', first, at + 1) % 2 != 0
        return t[at] in ",CFUA"

    def _is_set_off(self, at: int, high: int, *, clause: bool) -> bool:
        """Whether words at `at` tell how or when something is done, not what: "in protest", "Friday", "in a call", "by 10 votes to one"."""
        t, low = self.tags[at], self.lows[at]
        after = self.lows[at + 1 : at + 3]
        if low == "in" and after:
            return after[0] in _MANNERS or (after[0] in ("a", "an") and after[1:] != [] and after[1] in _CHANNELS)
        if clause:
            return False
        if low == "through" and after and after[0] in _OWNERS:
            return after[-1] in _SPOKEN_BY
        if t == "t":
            return low in _WEEKDAYS and self.tags[at - 1] in "NSX" and self.tags[at + 1 : at + 2] not in ("N", "S")
        if low == "by" and after:
            return self.tags[at + 1] == "n" and "to" in self.lows[at + 2 : min(high, at + 6)]
        return low == "as" and self.tags[at + 1 : at + 2] == '"'

    def _continues(self, comma: int) -> bool:
        """Whether a list goes on after `comma`: "a truce, talks and elections"; "a complete, not temporary, end"."""
        t = self.tags
        return bool(t[comma - 1 : comma] == "J" and t[comma + 1 : comma + 2] in ("J", "R"))

    def _says(self, at: int, high: int) -> bool:
        """Whether a verb of speech begins at `at`: denied arming them / and blamed others."""
        return at < high and self.tags[at] in "VE" and self.lows[at] in _JOINED

    def _new_clause(self, at: int, high: int) -> bool:
        """Whether a verb, or a subject with its verb, begins at `at`."""
        t = self.tags
        while at < high and t[at] == "R":
            at += 1
        if at >= high:
            return False
        if t[at] in "VMIHK" or t[at] in "QU" or t[at : at + 2] == "EY":
            return True
        if t[at] in "Ezb" and t[at + 1 : at + 2] in tuple("dpQTXPOF,"):
            return True
        if t[at] == "P":
            return True
        reach = at
        while reach < high and reach - at < 9 and t[reach] in "dJNSXnLpsoRt":
            reach += 1
        return reach > at and reach < high and t[reach] in "VMIHKE" and not (t[reach] == "E" and t[reach + 1 : reach + 2] in tuple("YF"))
