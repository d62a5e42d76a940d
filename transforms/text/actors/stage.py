"""The stage: one text, its names and statements, and the players met so far.

Everything that makes out a cast is a plain function that is handed the stage. Belongs here: the state of one reading of a cast, and the
steps that all of it shares. Does not belong here: who a name is (`naming`), what roles somebody has (`roles`), whom words mean (`body`,
`meaning`, `pronoun`), and the walk through the text (`casting`).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from transforms.text.actors.name import Name, is_quoted_title, names
from transforms.text.actors.nouns import NOUNS, ORGANS, words_of
from transforms.text.actors.phrase import Part, parts, units
from transforms.text.actors.player import Player, Seen, Trace, traits
from transforms.text.actors.reference import Reference
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span, Statement
from transforms.text.tag import tags

# Words behind which a capital is a place, not its government.
PLACE_BEFORE = words_of("before_place")
# Mentions that a description may look back over.
TRACES = 120
_FAR = 6  # a country that is named so many times less than another is not the one whose institutions a text speaks of
_LOW = frozenset(("state", "state's", "provincial", "regional", "county", "local"))  # whose institutions are not the country's
_UNIFORMED = frozenset(("police", "army", "military", "navy", "commander", "general"))  # words in the roles of officers
_SELF = frozenset(("i", "i'm", "me", "myself", "am", "name", "called"))  # I am Ann Smith; my name is
_ACRONYM = 4  # letters
_DATED_FROM = 4  # mentions that a dateline stands for
LONGEST_DATELINE = 14  # tokens
_LONGEST_SOURCE = 120  # tokens: no phrase that speaks is longer


class Stage:
    """One text while its cast is being made out."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], reference: Reference) -> None:
        self.reading = reading
        self.tags = tags(reading)
        self.statements = statements
        self.reference = reference
        self.names = _at_home(_localised(names(reading, reference), reading, reference), reference)
        self.at = {name.first if name.title is None else name.title[0]: number for number, name in enumerate(self.names)}
        self.firsts = [name.first for name in self.names]
        self.passed = 0  # names that are on record
        self.players: list[Player] = []
        self.seen: list[Seen] = []
        self.by_entry: dict[int, Player] = {}
        self.by_text: dict[str, Player] = {}
        self.copies: dict[str, int] = {}  # a description -> the number of the next whom it is given to
        self.by_organ: dict[tuple[int, str], Player] = {}
        self.surnames: dict[str, list[Player]] = {}
        self.given: dict[str, list[Player]] = {}
        self.kin: set[tuple[str, Player]] = set()  # what the two above hold
        self.families: set[tuple[str, Player]] = set()  # full names whose words are in them
        self.roles: dict[Player, list[set[str]]] = {}  # the words of each role that the text has given to somebody
        self.same: dict[Player, Player] = {}  # who was told by an office alone -> who is named later
        self.wholes: dict[Player, Player] = {}  # one of several -> the several
        self.initials: dict[str, list[Player]] = {}  # first letters of the names of organisations -> which
        self.headlines: set[int] = set()  # tokens of headlines
        self.posts: dict[Player, set[str]] = {}  # groups of the posts in titles before a person's name
        self.undecided: dict[str, int] = {}  # last word -> a name of several words of which nothing shows what it is
        self.who: list[Player | None] = [None] * len(self.names)
        self.how: list[str] = [""] * len(self.names)
        self.shown: list[Seen | None] = [None] * len(self.names)
        self.affiliations: list[tuple[Player, Player | None, str, str, int, int, str]] = []
        self.traces: list[Trace] = []
        self.heard: dict[int, tuple[int, str]] = {}  # first token of a source -> a statement of it, and what it reads as
        self.heads: set[int] = set()  # where names begin that speak themselves
        self.issuing: set[int] = set()  # where names stand before the document that speaks
        self.told: set[int] = set()  # names that stand as addressees
        self.doubtful: list[tuple[int, str]] = []  # where people are told of who are nobody for certain: token, gender; sorted
        self.sentence = 0
        self.sources = [None if statement.source is None else self._tokens(statement.source) for statement in statements]
        self.openings = {bounds[0] for bounds in self.sources if bounds is not None}  # where sources begin
        self.spoken: list[list[tuple[Player | None, Seen | None, str]]] = [[] for _ in statements]
        self.voices: list[tuple[str, int | None]] = [("unknown", None)] * len(statements)

    def named_in(self, number: int, *, besides: int = -1) -> set[Player]:
        """The people whom a statement names (`besides` one of the names): nobody speaks of himself by name."""
        reading = self.reading
        found: set[Player] = set()
        for first, stop in self.statements[number].content:
            at = bisect_left(self.firsts, reading.token_at(first))
            while at < len(self.names) and reading.starts[self.names[at].first] < stop:
                before = reading.lows[max(0, self.names[at].first - 2) : self.names[at].first]
                player = self.who[at]
                if at != besides and player is not None and player.kind == "person" and _SELF.isdisjoint(before):
                    found.add(player)
                at += 1
        return found

    def _tokens(self, span: Span) -> tuple[int, int] | None:
        """The tokens of a span of characters; None where it holds none."""
        starts, ends = self.reading.starts, self.reading.ends
        first = bisect_right(ends, span[0])
        stop = min(bisect_right(ends, span[1] - 1, first) + 1, len(ends), first + _LONGEST_SOURCE)
        return (first, stop) if first < stop and starts[first] < span[1] else None

    def set_player(self, number: int, player: Player, method: str) -> None:
        self.who[number] = player
        self.how[number] = method

    def known(self, entry: int) -> Player:
        player = self.by_entry.get(entry)
        if player is None:
            row = self.reference.entries[entry]
            player = Player(row.name, row.kind, entry=entry, country=row.country, sectors=row.sectors)
            player.voice = {"person": "named_person", "media": "media_report"}.get(row.kind, "named_org")
            player.gender, nouns, organs = traits(row.name, row.kind, row.role)
            player.nouns.update(nouns)
            player.organs.update(organs)
            self.by_entry[entry] = player
            self.players.append(player)
        return player

    def new(self, name: str, kind: str, voice: str, **features: object) -> Player:
        player = Player(name, kind, voice=voice, **features)  # type: ignore[arg-type]
        self.players.append(player)
        return player

    def organ(self, state: int, words: str) -> Player:
        """The organ of a state: "Egypt's foreign ministry", however it is spelled."""
        words = words.replace("defense", "defence").removeprefix("'s ")
        last = words.rpartition(" ")[2]
        organ = ORGANS.get(words) or ORGANS.get(last)
        if words.startswith("ministry of "):
            field_ = (
                words.removeprefix("ministry of ")
                .removeprefix("the ")
                .replace("foreign affairs", "foreign")
                .replace("national defence", "defence")
            )
            words, organ = f"{field_} ministry", ORGANS["ministry"]
        group = organ.group if organ is not None else words
        key = group if group in {"army", "police", "government", "parliament"} else words
        player = self.by_organ.get((state, key))
        if player is None:
            row = self.reference.entries[state]
            noun = {"army": "military"}.get(key, key)
            adjective = next((form for form, kind in row.aliases if kind == "demonym"), row.name)
            name = f"{adjective} {noun}"
            short = (form for form, kind in row.aliases if kind == "acronym")
            forms = (name, f"{row.name}'s {noun}", *(f"{form} {noun}" for form in short))  # the US state department
            held = next((one for form in forms if (one := self.reference.organisations.get(form.casefold(), -1)) >= 0), -1)
            if held >= 0:
                player = self.known(held)
            else:
                kind, sectors = ("government", ("GOV",)) if organ is None else (organ.kind, organ.sectors)
                voice = "media_report" if kind == "media" else "named_org"
                player = self.new(name, kind, voice, country=row.country, sectors=sectors)
                player.aliases[f"{row.name}'s {noun}"] = "name"
            player.organs.add(group)
            self.by_organ[state, key] = player
        return player

    def see(self, first: int, stop: int, kind: str, player: Player | None, method: str, rule: str) -> Seen:
        seen = Seen(first, stop, kind, player, method, rule)
        self.seen.append(seen)
        return seen

    def trace(self, token: int, player: Player, *, spoke: bool) -> None:
        self.traces.append(Trace(self.sentence, token, player, spoke))

    def move(self, token: int) -> None:
        first, stop = self.reading.sentences[self.sentence]
        if not first <= token < stop:
            self.sentence = self.reading.sentence_of(token)

    def title_words(self, name: Name) -> list[str]:
        if name.title is not None:
            return self.reading.words[name.title[0] : name.title[1]]
        before = self.reading.lows[name.first - 1] if name.first else ""
        return [before] if before in NOUNS else []

    def parts_of(self, first: int, stop: int) -> list[Part]:
        """Those who are spoken of together in the tokens `first` up to `stop`."""
        return parts(units(self.reading, first, stop, self.names, self.at, self.reference), self.reading.lows)

    def phrase_start(self, head: int) -> int:
        """Where the noun phrase that ends at `head` begins."""
        classes = self.tags
        first = head
        floor = max(0, head - 10, self.reading.sentences[self.reading.sentence_of(head)][0])
        while first > floor and classes[first - 1] in "dJNSXLsnp-" and self.reading.words[first - 1] not in {"--", "—", "–"}:
            first -= 1
            if classes[first] == "d" and classes[first - 1] != "s":
                break
        return first

    def noun_before(self, comma: int) -> int:
        """The token of the person noun in the phrase that ends at `comma`: "the governor of Borno state,"; -1 where there is none."""
        lows, classes = self.reading.lows, self.tags
        hung = True
        for at in range(comma - 1, max(-1, comma - 9), -1):
            noun = NOUNS.get(lows[at])
            if noun is not None:
                return at if not noun.plural and (hung or at == comma - 1) else -1
            if classes[at] in "oF":
                hung = True
            elif classes[at] not in "NJXLSdbzs":
                return -1
            else:
                hung = classes[at] in "oF"
        return -1

    @cached_property
    def outside(self) -> set[str]:
        """The words that stand outside the headlines."""
        words = list(self.reading.words)
        for at in self.headlines:
            words[at] = ""
        return set(words)

    @cached_property
    def inside(self) -> set[str]:
        """The single words that stand as names inside a sentence, where nothing but their being names calls for a capital."""
        words = self.reading.words
        return {
            name.text
            for name in self.names
            if name.stop - name.first == 1
            and name.first not in self.headlines
            and not self.opens(name.first - (words[name.first - 1] == "The"))
            and not is_quoted_title(words, name)
        }

    @cached_property
    def introductions(self) -> dict[Player, list[int]]:
        """The names in which each person is named in more than one word, once all of these are settled."""
        found: dict[Player, list[int]] = {}
        for number, (name, player) in enumerate(zip(self.names, self.who, strict=True)):
            if player is not None and player.kind == "person" and name.stop - name.first > 1:
                found.setdefault(player, []).append(number)
        return found

    @cached_property
    def reporting(self) -> set[int]:
        """Where the sources end of which it is said that they reported something."""
        return {
            bounds[1]
            for statement, bounds in zip(self.statements, self.sources, strict=True)
            if bounds is not None
            and statement.cue is not None
            and self.reading.folded[slice(*statement.cue)].lower() in {"reported", "reports"}
        }

    @cached_property
    def forms_of(self) -> dict[int, set[str]]:
        """The forms in which each known actor stands in the text."""
        found: dict[int, set[str]] = {}
        for name in self.names:
            found.setdefault(name.entry, set()).add(name.text)
        return found

    def begin_of(self, sentence: int) -> int:
        """Where a sentence begins, behind its dateline: GENEVA (AP) - The Front."""
        first, stop = self.reading.sentences[sentence]
        for at in range(first + 1, min(first + LONGEST_DATELINE, stop - 1)):
            char = self.tags[at]
            if char == "-":
                return at + 1
            if char in "VEMIHKd":
                break
        return first

    def opens(self, token: int) -> bool:
        """Whether a capital is owed to the beginning of a sentence, a quotation or a heading."""
        return token <= 0 or self.tags[token - 1] in '.:"(-' or self.reading.sentences[self.reading.sentence_of(token)][0] == token

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the text names each country, and who is known to be of it."""
        entries = self.reference.entries
        return Counter(country for name in self.names if name.entry >= 0 and (country := entries[name.entry].country) is not None)

    @cached_property
    def direct(self) -> list[Span]:
        """The pieces of direct speech, in order."""
        return sorted(
            span
            for statement in self.statements
            if statement.quotation_type in {"direct", "mixed"}
            for span in statement.content
            if self.reading.folded[span[0]] == '"'
        )

    @cached_property
    def asking(self) -> set[int]:
        """Where the sources begin of those who ask somebody something."""
        return {
            bounds[0]
            for statement, bounds in zip(self.statements, self.sources, strict=True)
            if bounds is not None
            and statement.addressee is not None
            and statement.cue is not None
            and self.reading.folded[slice(*statement.cue)].lower().startswith("asked")
        }

    @cached_property
    def acts(self) -> dict[int, set[str]]:
        """The speech acts of the statements whose sources begin at a token."""
        found: dict[int, set[str]] = {}
        for statement, bounds in zip(self.statements, self.sources, strict=True):
            if bounds is not None:
                found.setdefault(bounds[0], set()).add(statement.speech_act)
        return found

    def tie(self, player: Player, organisation: Player | None, relation: str, role: str, first: int, stop: int, rule: str) -> None:
        if organisation is player:
            return
        if organisation is not None and organisation not in player.ties:
            player.ties.append(organisation)
        if player.country is None and organisation is not None:
            player.country = organisation.country
        words = set(role.lower().split())
        if not words.isdisjoint(_UNIFORMED):
            player.nouns.add("officer")
        self.roles.setdefault(player, []).append(words)
        self.affiliations.append((player, organisation, relation, role, first, stop, rule))


def _at_home(found: list[Name], reference: Reference) -> list[Name]:
    """Names without the acronyms of parties and groups of countries of which the text does not tell: the SDF, in Cameroon."""
    doubtful = [
        name
        for name in found
        if name.method == "acronym" and name.kind == "known" and reference.entries[name.entry].kind in {"party", "armed_group"}
    ]
    if not doubtful:
        return found
    spoken = Counter(
        country
        for name in found
        if name.entry >= 0 and name.method != "acronym" and (country := reference.entries[name.entry].country) is not None
    )
    spelt = {name.entry for name in found if name.entry >= 0 and name.method != "acronym"}
    for name in doubtful:
        country = reference.entries[name.entry].country
        if country is not None and name.entry not in spelt and not spoken[country] and sum(spoken.values()) > 1:
            name.kind, name.entry, name.method = "organization", -1, "head_noun"
    return found


def _dated_from(found: list[Name], reference: Reference) -> str:
    """The country that a text is from by the place in capitals that it begins with: ISLAMABAD."""
    for name in found:
        if name.first >= LONGEST_DATELINE:
            break
        place = reference.forms.get(name.text.title()) if name.text.isupper() and len(name.text) > _ACRONYM else None
        if place is not None and (country := reference.entries[place.entry].country):
            return country
    return ""


def _localised(found: list[Name], reading: Reading, reference: Reference) -> list[Name]:
    """Names with each local form as the body of the country that the text speaks of; where it speaks of none of theirs, as nobody known."""
    local = [number for number, name in enumerate(found) if name.method == "local_form"]
    if not local:
        return found
    spoken: Counter[str] = Counter(
        country for name in found if name.entry >= 0 and name.method != "local_form" and (country := reference.entries[name.entry].country)
    )
    home = _dated_from(found, reference)
    spoken[home] += _DATED_FROM if home else 0
    most = max(spoken.values(), default=0)
    for number in local:
        name = found[number]
        form = reference.forms[name.text]
        ranked = sorted((-spoken[reference.entries[entry].country or ""], entry) for entry in (form.entry, *form.rivals))
        count = -ranked[0][0]
        is_low = name.first > 0 and reading.lows[name.first - 1] in _LOW
        is_foreign = home and spoken[home] > count
        if is_low or is_foreign or count * _FAR < most or count == 0 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            name.kind, name.entry, name.method = "organization", -1, "head_noun"
        else:
            name.entry = ranked[0][1]
    return found
