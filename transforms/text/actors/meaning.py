"""Meaning: whom a description means, and by what reason.

Belongs here: taking somebody up again, and describing somebody for the first time. Does not belong here: names (`naming`), bodies (`body`),
pronouns (`pronoun`), and how a phrase is cut (`phrase`). Where it is not certain whom words mean they mean nobody, and the reason is kept.
"""

import re

from transforms.text.actors.body import GENERAL, body_before, body_of, latest_body, named_after, organisations_of, possessor
from transforms.text.actors.nouns import INDEFINITE, NOUNS, ORGANS, PORTFOLIOS, THE, TITLES, Noun, words_of
from transforms.text.actors.phrase import COUNTS, WORDS, Part, noun_at
from transforms.text.actors.player import PEOPLE_KINDS, Player, Seen, add_noun, lower_first
from transforms.text.actors.stage import TRACES, Stage
from transforms.text.closed import WHO

Meant = list[tuple[Player | None, Seen | None, str]]
"""Who is meant, each with the mention and the reason."""

_TWO = frozenset(("couple", "pair", "duo"))
_UNSURE = 3  # people who are nobody for certain
_OTHERS = 3  # speakers
_FEW = 12  # mentions
_NEXT = 2  # sentences
_TOLD_WITHIN = 3  # sentences
_JOINED_WITHIN = 10  # tokens
_ISSUED = re.compile(r"statement|communiqu")
# said on Friday in a joint statement
_IN_STATEMENT = re.compile(
    r"[:,]?(?: [\w,]+){0,4}? (?:in|via|through|by way of) (?:an?|the|its|their|his|her|another|one)(?: [\w-]+){0,3} (?:statement|communiqu)"
)
_PLAIN = words_of("plain")
_PASSING = frozenset(("new", "newly", "current", "incoming", "outgoing", "acting", "same", "late", "young", "old", "senior", "top"))
_GENERAL = frozenset(("man", "woman", "person", "politician"))
_ANY_BODY = frozenset(("group", "party", "country", "organisation"))  # nouns that do not tell which body owns
_RANKS = frozenset(("deputy", "vice", "assistant", "associate", "local", "prime"))  # the deputy governor is not the governor
_BY = frozenset(("by", "from"))
_OFFICES = frozenset(noun.group for noun in NOUNS.values() if noun.role in {"office", "role"})
_OFFICIAL = words_of("one_office")  # sources of whom there is only one, where they are the ones of somebody
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "other"))
_OWNED = re.compile(r"'s$|s'$")
_HEADS_OF = {"state": "president", "government": "premier"}
_RULERS = frozenset(("minister", "premier", "president", "governor", "general", "king"))
_ANYBODY = frozenset(("man", "woman", "person", "politician", "year-old", "native", "father", "mother"))
# What people are besides their office: the veteran diplomat, of a head of mission.
_CALLINGS = frozenset(
    ("diplomat", "politician", "lawyer", "veteran", "economist", "academic", "businessman", "cleric", "activist", "jurist")
)
_RULING = frozenset(("president", "premier", "king", "queen", "chancellor", "governor", "mayor", "pope", "emperor", "sultan", "emir"))
_OF_ARMIES = frozenset(("general", "admiral", "brigadier", "marshal"))
_LEADING = frozenset(("leader", "head", "chief", "director", "chairperson", "chairman", "member", "commander"))
_OF_OFFICIALS = frozenset(("diplomat", "politician", "veteran"))
_SPEAKING = frozenset(("spokesperson", "officer", "commander", "police", "official"))


def definite(stage: Stage, part: Part, *, speaks: bool = True) -> tuple[Player | None, str]:
    """Whom `the official`, `the sources`, `the Islamist group` takes up."""
    if part.kind == "organ":
        return body_before(stage, part)
    noun = _person_noun(stage, part)
    if noun is None:
        return None, "no_antecedent"
    wanted = _Wanted(stage, part, noun)
    if (met := _met_before(stage, wanted)) is not None:
        return met, "definite_description"
    if not speaks:
        return None, "no_antecedent"
    is_owned = part.owner >= 0 or part.owner_head >= 0
    if part.lead in THE and not is_owned and (described := _described_before(stage, part)) is not None:
        return described, "described_before"
    of_states = all(one.kind == "state" for one in wanted.bodies)
    if (
        not part.plural
        and of_states
        and part.lead != ""
        and not is_owned
        and (wanted.is_former or not _is_new(stage, part, noun, wanted.told))
    ):
        is_private = noun.role == "people" or _is_aged(stage, part)
        if is_private and not wanted.bodies and (subject := _last_subject(stage, part, noun)) is not None:
            return subject, "definite_last_subject"
        return _last_speaker(stage, noun, foreign=bool(wanted.bodies), former=wanted.is_former)
    if part.plural and (part.size == 2 or noun.lemma in _TWO) and not is_owned and two_before(stage):
        return two_before(stage)[0], "last_two"
    return None, "no_antecedent"


def _person_noun(stage: Stage, part: Part) -> Noun | None:
    """The noun that a description of people has for its head."""
    lows = stage.reading.lows
    low = noun_at(lows, part.head)
    if low == "head" and lows[part.head + 1 : part.head + 2] == ["of"]:
        low = _HEADS_OF.get("".join(lows[part.head + 2 : part.head + 3]), low)
    noun = NOUNS.get(low)
    if noun is None:
        title = TITLES.get(stage.reading.words[part.head])
        return NOUNS.get(title.noun.rpartition(" ")[2]) if title is not None else None
    return noun


class _Wanted:
    """What a description of people says of whom it takes up."""

    def __init__(self, stage: Stage, part: Part, noun: Noun) -> None:
        lows = stage.reading.lows
        self.part = part
        self.noun = noun
        self.bodies = organisations_of(stage, part)
        self.countries = {one.country for one in self.bodies}
        owner = lows[part.owner_head] if part.owner_head >= 0 and not self.bodies else ""
        self.owner = "" if owner in ORGANS and ORGANS[owner].group in _ANY_BODY else owner
        before = lows[part.core[0] : part.head]
        self.is_former = "former" in before
        self.said = [] if part.inside else [word for word in before if word.isalpha() and word not in _PLAIN]
        self.told = set(self.said) - _PASSING
        self.of_what = _of_what(stage, part) if noun.group in _LEADING and not self.bodies else set()

    def fits(self, stage: Stage, player: Player) -> bool:
        """Whether nothing that is said of them speaks against it that `player` is meant."""
        part, noun = self.part, self.noun
        if self.said and not player.named and not all(word in player.name for word in self.said):
            return False
        if not player.named and any(stage.who[one] is None and stage.names[one].text not in player.name for one in part.inside):
            return False  # the Haddad family is not the victim's
        if noun.group not in player.nouns and not (noun.lemma in _GENERAL and (player.kind == "person" or not player.named)):
            return False
        if noun.gender != "-" and player.gender not in {"-", noun.gender}:
            return False
        if self.bodies and not (any(one in player.ties for one in self.bodies) or (player.country and player.country in self.countries)):
            return False
        if part.size is not None and part.plural and player.count not in {None, part.size}:
            return False
        if noun.lemma in _OF_ARMIES and player.named and any("police" in role for role in stage.roles.get(player, [])):
            return False  # the general is not the police chief
        if self.of_what and player.named and not any(self.of_what & role for role in stage.roles.get(player, [])):
            return False  # the head of the mission is not the leader of the opposition
        return not self.owner or _belongs(stage, player, self.owner)  # the army's spokesman is not the government's


def _of_what(stage: Stage, part: Part) -> set[str]:
    """The words that say what somebody is the head of: European and mission in the head of the European mission."""
    lows, stop = stage.reading.lows, part.core[1]
    if stop >= part.stop or lows[stop] not in {"of", "for"}:
        return set()
    end = next((at for at in range(stop + 1, part.stop) if stage.tags[at] not in "dJNXSps"), part.stop)
    return {low for low in lows[stop + 1 : end] if low.isalpha() and low not in THE and low not in GENERAL}


def _met_before(stage: Stage, wanted: _Wanted) -> Player | None:
    """Who of those met before is meant, the latest first; rather one whose role is told in the same words."""
    nearest: Player | None = None
    stop, plural = wanted.part.core[1], wanted.part.plural
    for trace in reversed(stage.traces[-TRACES:]):
        player = trace.player
        if player.kind not in PEOPLE_KINDS or player.plural != plural or trace.token >= stop or not wanted.fits(stage, player):
            continue
        if not player.named:
            return player
        roles = stage.roles.get(player, [])
        so_called = [role for role in roles if wanted.noun.lemma in role]
        if so_called and not wanted.is_former and all("former" in role for role in so_called):
            continue  # the new minister is not the former one
        if not wanted.told or any(wanted.told <= role for role in roles):
            return player
        if nearest is None and wanted.told.isdisjoint(_RANKS) and not _is_of_another(wanted.told, so_called):
            nearest = player
    return nearest


def _is_new(stage: Stage, part: Part, noun: Noun, told: set[str]) -> bool:
    """Whether a description tells of somebody not met before: the justice minister, the captain, who turned himself in,"""
    lows, stop = stage.reading.lows, part.core[1]
    if "".join(lows[stop : stop + 1]) in WHO or (lows[stop : stop + 1] == [","] and "".join(lows[stop + 1 : stop + 2]) in WHO):
        return True
    return noun.role in {"office", "role"} and (bool(told) or noun.group in _RULING)


def _is_of_another(told: set[str], roles: list[set[str]]) -> bool:
    """Whether the roles that somebody has been given are of other offices than the one that is told: interior, law."""
    own = told & PORTFOLIOS
    return bool(own) and bool(roles) and all(not role.isdisjoint(PORTFOLIOS) and role.isdisjoint(own) for role in roles)


def _described_before(stage: Stage, part: Part) -> Player | None:
    """`The diplomats said` behind `learned from two diplomats in Bamako`: the description that did not speak where it stood."""
    lows, classes = stage.reading.lows, stage.tags
    low = lows[part.head]
    for at in range(part.first - 1, max(-1, part.first - 90), -1):
        if lows[at] != low:
            continue
        first = stage.phrase_start(at)
        stop = at + 1
        while stop < part.first and stop < at + 8 and classes[stop] in "FoXNJdSs" and lows[stop] not in {"on", "after", "before", "during"}:
            stop += 1
        found = stage.parts_of(first, stop)
        if not found or found[0].kind != "nominal" or found[0].head != at or (found[0].lead in THE and not found[0].inside):
            return None
        if {stage.names[one].text for one in part.inside} - {stage.names[one].text for one in found[0].inside}:
            return None  # the Haddad family, and the Smith family
        if found[0].plural and found[0].size is None and not (found[0].inside or found[0].behind):
            return None
        player = unnamed(stage, found[0], plural=found[0].plural, voice="anonymous_described")
        stage.see(found[0].first, found[0].core[1], "nominal", player, "own_description", "description")
        return player
    return None


def several_before(stage: Stage) -> Player | None:
    """Of whom `one said` tells, where they open the sentence before and do not speak there: Western diplomats were blunt. One said."""
    if stage.sentence == 0:
        return None
    first, stop = stage.reading.sentences[stage.sentence - 1]
    for at in range(first, min(first + 6, stop)):
        noun = NOUNS.get(stage.reading.lows[at])
        if noun is not None:
            found = stage.parts_of(first, at + 1) if noun.plural else []
            if len(found) != 1 or found[0].kind != "nominal" or found[0].head != at or found[0].lead in THE:
                return None
            return unnamed(stage, found[0], plural=True, voice="anonymous_collective")
    return None


def _last_speaker(stage: Stage, noun: Noun, *, foreign: bool = False, former: bool = False) -> tuple[Player | None, str]:
    """`the widow`, `the minister` said of nobody before: the one who has just spoken, where nothing speaks against it."""
    for trace in reversed(stage.traces[-TRACES:]):
        if trace.sentence < stage.sentence - 2:
            break
        player = trace.player
        if not trace.spoke:
            continue
        if any(trace.token < token and stage.reading.sentence_of(token) < stage.sentence for token, _ in stage.doubtful[-_UNSURE:]):
            break  # somebody else has been told of since
        if player.plural or player.kind != "person" or (noun.gender != "-" and player.gender not in {"-", noun.gender}):
            break
        if foreign and (noun.lemma not in _CALLINGS or player.country is not None or trace.sentence < stage.sentence - 1):
            break
        if noun.role in {"office", "role"} and player.entry < 0 and not former:
            break  # who holds an office is told with it
        if noun.role == "source" and noun.group not in player.nouns and (noun.lemma not in _CALLINGS or player.nouns):
            break  # the judge is not the witness who has just spoken
        if noun.role == "people" and noun.lemma not in _ANYBODY | _CALLINGS and not (_RULERS | _SPEAKING).isdisjoint(player.nouns):
            break  # the cleric is not the minister who has just spoken, nor the owner the spokesman
        if noun.lemma in _CALLINGS - _OF_OFFICIALS and not _SPEAKING.isdisjoint(player.nouns):
            break  # the cleric is not the spokeswoman who has just spoken
        if (
            noun.lemma not in _CALLINGS
            and noun.role in {"office", "role", "member"}
            and not former
            and any(one in _OFFICES for one in player.nouns)
        ):
            break
        return player, "definite_last_speaker"
    return None, "no_antecedent"


def _last_subject(stage: Stage, part: Part, noun: Noun) -> Player | None:
    """Who is told of alone in the sentence before, in the same paragraph: Ann Smith sold books. The chemist recalled that."""
    if stage.sentence == 0 or (part.core[1] < part.stop and stage.reading.words[part.core[1]] != ","):
        return None  # the owner of the ferry
    if (only := _only_person(stage, part, noun)) is not None:
        return only
    first, stop = stage.reading.sentences[stage.sentence - 1]
    if any(trace.spoke and trace.token >= first for trace in stage.traces[-TRACES:]):
        return None
    if stage.reading.paragraph_of(first) != stage.reading.paragraph_of(part.first):
        return None
    found = {
        trace.player: trace.token for trace in stage.traces[-TRACES:] if first <= trace.token < part.first and trace.player.kind == "person"
    }
    if len(found) != 1:
        return None
    ((player, token),) = found.items()
    behind = stage.names[number].stop if (number := stage.at.get(token, -1)) >= 0 else stop
    is_subject = _is_aged(stage, part) or (
        behind < stop and (stage.tags[behind] in "VEHIMK" or (stage.tags[behind] == "," and token == first))
    )
    if not is_subject or not player.named or player.plural or (noun.gender != "-" and player.gender not in {"-", noun.gender}):
        return None
    return None if _is_of_age(stage, token, part, noun) is False else player


def _is_aged(stage: Stage, part: Part) -> bool:
    """Whether an age stands in a description, as it does of somebody who has a name: the 34-year-old nurse."""
    return any(low.endswith("year-old") for low in stage.reading.lows[part.core[0] : part.core[1]])


def _only_person(stage: Stage, part: Part, noun: Noun) -> Player | None:
    """The one person of whom a text has told when nobody has spoken yet, in the sentence before."""
    people = {trace.player for trace in stage.traces if trace.player.kind in PEOPLE_KINDS} if len(stage.traces) <= _FEW else set()
    if len(people) != 1:
        return None
    (one,) = people
    told = [trace for trace in stage.traces if trace.player is one]
    if any(trace.spoke for trace in told) or stage.sentence - told[-1].sentence > _NEXT:
        return None
    fits = noun.gender == "-" or one.gender in {"-", noun.gender}
    is_other = any(_is_of_age(stage, trace.token, part, noun) is False for trace in told)
    return one if one.kind == "person" and fits and not is_other and _RULERS.isdisjoint(one.nouns) else None


def _is_of_age(stage: Stage, token: int, part: Part, noun: Noun) -> bool | None:
    """Whether the age behind the name at `token` is that of the description: Ann Smith, 45, is the 45-year-old; None where none is told."""
    lows, number = stage.reading.lows, stage.at.get(token, -1)
    behind = stage.names[number].stop if number >= 0 else token
    if noun.lemma != "year-old" or lows[behind : behind + 1] != [","] or not lows[behind + 1 : behind + 2][0].isdigit():
        return None
    return lows[behind + 1] in {lows[part.head - 2], lows[part.head]}


def _belongs(stage: Stage, player: Player, body: str) -> bool:
    """Whether what the text says of a player names `body`: an army spokesman is the army's."""
    if not player.named:
        return body in player.name.lower()
    return any(one is player and body in role.lower() for one, _, _, role, _, _, _ in stage.affiliations[-TRACES:])


def in_statement(stage: Stage, number: int) -> bool:
    """Whether it was said in a statement: in the cue or right behind it."""
    cue = stage.statements[number].cue
    if cue is None:
        return False
    folded = stage.reading.folded
    return _ISSUED.search(folded[slice(*cue)].lower()) is not None or _IN_STATEMENT.match(folded, cue[1], cue[1] + 80) is not None


def issued_before(stage: Stage, number: int) -> list[Player]:
    """Whose statement `it` is, where people or several spoke in one last: the mediators said in a joint statement. ..., it said."""
    before = stage.statements[number].cue or (0, 0)
    cues = [(stage.statements[one].cue or (0, 0), one) for one in range(max(0, number - 4), number) if stage.spoken[one]]
    last = max((cue for cue in cues if cue[0] < before), default=None)
    if last is None:
        return []
    players = [player for player, _, _ in stage.spoken[last[1]] if player is not None]
    if len(players) < 2 and not any(player.plural or player.kind in PEOPLE_KINDS for player in players):
        return []  # a body, which "it" means anyway
    return players if in_statement(stage, last[1]) else []


def author_of(stage: Stage, part: Part) -> tuple[Meant, str]:
    """Whose statement or report it is that speaks."""
    reading = stage.reading
    statement = part.kind == "statement"
    voice = "official_statement" if statement else "document"
    author: Player | None = None
    method = "author_of_document"
    numbers = [number for number in (part.owner, *part.behind, *part.inside) if number >= 0]
    for number in numbers:
        name = stage.names[number]
        if name.kind == "known" and stage.reference.entries[name.entry].kind == "state":
            author = (organisations_of(stage, part) or [stage.known(name.entry)])[0]
        else:
            author = stage.who[number]
        if author is not None:
            break
    is_named = part.behind_head > 0 and stage.tags[part.behind_head - 1] == "X"  # a count by the Star newspaper
    if author is None and part.behind_head >= 0 and not is_named and reading.lows[part.behind_head] in ORGANS:
        author = _issuing(stage, part.behind_head) or latest_body(stage, reading.lows[part.behind_head])
    if author is None and part.owner_head >= 0 and reading.lows[part.owner_head] in ORGANS:
        author = latest_body(stage, reading.lows[part.owner_head])
    if author is None and part.lead == "the" and reading.lows[part.head] in {"report", "article", "story"}:
        last = next((trace.player for trace in reversed(stage.traces[-TRACES:]) if trace.spoke), None)
        if last is not None and last.kind == "media":
            author, method = last, "last_speaker"
    if author is None and (part.lead in {"the", "its", "their", "his", "her"} and statement):
        last = next((trace.player for trace in reversed(stage.traces[-TRACES:]) if trace.spoke), None)
        if last is not None:
            author, method = last, "last_speaker"
    if author is None:
        key = reading.lows[part.head]
        bare = all(reading.words[at].islower() or reading.lows[at] == part.lead for at in range(part.core[0], part.head))
        author = stage.by_text.get(f"the {key}") if bare else None
        method = "same_description"
        if author is None:
            words = named_after(stage, part, lower_first(reading, part.first, part.core[1], stage.at))
            author = stage.by_text.get(words) or stage.new(words, "document", voice, named=False)
            stage.by_text[words] = author
            stage.by_text[f"the {key}"] = author
            method = "own_description"
    seen = stage.see(part.first, part.core[1], "nominal", author, method, "document")
    return [(author, seen, method)], voice


def _issuing(stage: Stage, head: int) -> Player | None:
    """The body of the noun at `head` where a document is by it: a statement by its foreign ministry; but: a report on the army."""
    first = stage.phrase_start(head)
    bodies = stage.parts_of(first, head + 1) if stage.reading.lows[first - 1] in _BY else []
    return body_of(stage, bodies[0])[0] if len(bodies) == 1 and bodies[0].kind == "organ" else None


def _description_end(stage: Stage, part: Part) -> int:
    """Where a description ends by which somebody without a name is told apart: with the words behind the noun that say whose they are."""
    reading, classes = stage.reading, stage.tags
    stop = part.core[1]
    if part.behind:
        stop = max(stop, stage.names[part.behind[-1]].stop)
        if stop < part.stop and reading.words[stop] in {"'s", "'"}:
            stop = min(part.stop, stop + 5)  # many of X's supporters
        stop = _while_classed(classes, stop, part.stop, "X")  # sources in Indian Kashmir
        return max((at + 1 for at in range(stop, min(part.stop, stop + 5)) if reading.lows[at] in ORGANS), default=stop)
    if _is_bare(stage, part):
        while stop < min(part.stop, part.core[1] + 12) and reading.words[stop] not in {",", "("}:
            stop += 1  # three people briefed on the talks: the words behind are all that describes them
        return stop
    if part.behind_head >= 0:
        return _while_classed(classes, max(stop, part.behind_head + 1), part.stop, "NSJXs")  # the minister of cabinet affairs
    if stop + 1 < part.stop:
        joint, behind = classes[stop], classes[stop + 1]
        if joint in "oF" and behind == "X":
            return _while_classed(classes, stop + 2, part.stop, "X")  # residents of Arauca
        if joint == "o" and behind in "NSJ":
            return _while_classed(classes, stop + 2, part.stop, "NS")  # chief of staff
    return stop


def _while_classed(classes: str, at: int, stop: int, among: str) -> int:
    """The first token from `at` on, before `stop`, whose class is none of those `among`."""
    while at < stop and classes[at] in among:
        at += 1
    return at


def unnamed(stage: Stage, part: Part, *, plural: bool, voice: str, kind: str = "unnamed_source") -> Player:
    """A new actor who has no name but a description of their own."""
    reading = stage.reading
    stop = _description_end(stage, part)
    name = named_after(stage, part, lower_first(reading, part.first, min(stop, part.stop), stage.at)).rstrip(" ,")
    if name.count("(") > name.count(")"):
        name = name.rpartition("(")[0].rstrip()
    if name in stage.by_text:
        name = lower_first(reading, part.first, part.stop, stage.at).rstrip(" ,")
    name = _free(stage, name)
    noun = NOUNS.get(reading.lows[part.head])
    player = stage.new(name, kind, voice, named=False, plural=plural, count=part.size if part.size is not None else None if plural else 1)
    stage.by_text[name] = player
    if noun is not None:
        player.gender = noun.gender
        add_noun(player, noun.lemma)
    else:
        title = TITLES.get(reading.words[part.head])
        if title is not None and title.noun:
            add_noun(player, title.noun.rpartition(" ")[2])
    role = _without_article(" ".join(reading.surface(*part.core).split()))
    relation = "former" if role.startswith("former ") else noun.relation if noun is not None else "affiliate"
    for organisation in organisations_of(stage, part):
        stage.tie(player, organisation, relation, role, part.first, part.stop, "description")
    player.sectors = tuple(dict.fromkeys(sector for tie in player.ties for sector in tie.sectors))
    if part.lead in {"his", "her"} and not player.ties and (owner := possessor(stage, part)) is not None and owner.named:
        player.country, player.sectors = owner.country, owner.sectors  # his chief of staff speaks from where he stands
    return player


def same_description(stage: Stage, part: Part) -> Player | None:
    """Somebody described before in the same words."""
    noun = NOUNS.get(stage.reading.lows[part.head])
    if noun is None:
        return None
    wanted = organisations_of(stage, part)
    for trace in reversed(stage.traces[-TRACES:]):
        player = trace.player
        if not player.named and noun.group in player.nouns and player.plural == part.plural and player.ties == wanted and wanted:
            return player
    return None


def _is_bare(stage: Stage, part: Part) -> bool:
    """Whether the head says nothing of whom it means, and words behind it do: three people briefed on the talks."""
    if part.owner >= 0 or part.owner_head >= 0 or part.core[1] >= part.stop or part.core[1] - part.core[0] - (part.lead != "") > 1:
        return False
    return stage.reading.lows[part.core[1]] in {"who", "whose", "familiar", "close"} or stage.tags[part.core[1]] in "EGF"


def _free(stage: Stage, description: str) -> str:
    """`description`, with a number where somebody else is called so already: two officials (2)."""
    name, number = description, stage.copies.get(description, 2)
    while name in stage.by_text:
        name = f"{description} ({number})"
        number += 1
    stage.copies[description] = number
    return name


def one_of(stage: Stage, part: Part, several: Player, voice: str) -> Player:
    """`One said`, `others said` behind a plural: some of those who spoke."""
    tie = "besides" if stage.reading.lows[part.head] in {"another", "third", "fourth", "fifth"} else "of"
    name = _free(stage, f"{lower_first(stage.reading, part.first, part.head + 1, stage.at)} {tie} {_whole(several.name)}")
    player = stage.new(name, "unnamed_source", voice, named=False, plural=voice == "anonymous_collective", country=several.country)
    player.sectors, player.nouns, player.ties, player.anonymity = (
        several.sectors,
        set(several.nouns),
        list(several.ties),
        several.anonymity,
    )
    stage.by_text[name] = player
    stage.wholes[player] = several
    return player


def whole_of_several(stage: Stage) -> Player | None:
    """Those of whom the last speaker is one: `another` is one more of them."""
    spoke = [trace.player for trace in stage.traces[-TRACES:] if trace.spoke and trace.sentence >= stage.sentence - 1][-_OTHERS:]
    return next((stage.wholes[player] for player in reversed(spoke) if player in stage.wholes), None)


def spoke_together(stage: Stage, at: int) -> list[Player]:
    """Whoever spoke at trace `at`, and who spoke right before in the same sentence; nobody where it was one speaker."""
    trace, before = stage.traces[at], stage.traces[at - 1]
    joint = at > 0 and trace.spoke and before.spoke and before.sentence == trace.sentence and before.player is not trace.player
    return [before.player, trace.player] if joint else []


def last_several(stage: Stage) -> list[Player]:
    """Those who last spoke together, or the last plural."""
    for at in range(len(stage.traces) - 1, max(-1, len(stage.traces) - TRACES), -1):
        trace = stage.traces[at]
        if trace.spoke and trace.player.plural:
            return [trace.player]
        if joint := spoke_together(stage, at):
            return joint
    return []


def two_before(stage: Stage) -> list[Player]:
    """The two people whom `the couple`, `both` means: who last spoke together, or were told of together, or alone in the last sentences."""
    if len(several := last_several(stage)) == 2:
        return several if all(player.kind in PEOPLE_KINDS for player in several) else []
    found: list[Player] = []
    for at in range(len(stage.traces) - 1, max(-1, len(stage.traces) - TRACES), -1):
        trace = stage.traces[at]
        if trace.sentence < stage.sentence - _TOLD_WITHIN:
            break
        if pair := told_together(stage, at):
            return pair
        if trace.player.kind == "person" and trace.player not in found:
            found.append(trace.player)
    return found[::-1] if len(found) == 2 else []


def told_together(stage: Stage, at: int) -> list[Player]:
    """Who is told of at trace `at`, and who right before, where `and` joins the two: Ann Smith and her husband, Tom Bell."""
    trace, before = stage.traces[at], stage.traces[at - 1]
    if at == 0 or before.sentence != trace.sentence or before.player is trace.player or trace.token - before.token > _JOINED_WITHIN:
        return []
    if before.player.kind != "person" or trace.player.kind != "person":
        return []
    between = stage.reading.lows[before.token : trace.token]
    joined = "and" in between and not any(char in "VEIHMKF" for char in stage.tags[before.token : trace.token])
    return [before.player, trace.player] if joined else []


def someone(stage: Stage, part: Part) -> tuple[Meant, str]:
    """Somebody by a common noun: described once, or taken up again."""
    low = stage.reading.lows[part.head]
    noun = NOUNS.get(low)
    title = TITLES.get(stage.reading.words[part.head])
    of_several = part.lead == "the" and not part.plural and not _ORDINALS.isdisjoint(stage.reading.lows[part.core[0] : part.head])
    of_several = of_several or (noun is not None and noun.role == "source" and "first" in stage.reading.lows[part.core[0] : part.head])
    is_definite = (part.lead in THE and not of_several) or (part.lead == "" and noun is None and title is not None)
    is_told = "".join(stage.reading.lows[part.core[1] : part.core[1] + 1]) in WHO  # diplomats who have seen the draft
    if is_definite or (part.lead == "" and part.plural and not part.inside and not part.behind and part.owner < 0 and not is_told):
        player, method = (stage.by_text.get(low), "same_description") if part.lead == "" and part.plural else (None, "")
        if player is None:
            player, method = definite(stage, part)
        if player is not None:
            seen = stage.see(part.first, part.core[1], "nominal", player, method, "definite_description")
            players = two_before(stage) if method == "last_two" else [player]
            return [(one, seen, method) for one in players], player.voice
    if (part.lead not in INDEFINITE and part.size is None) or part.lead in THE or part.owner >= 0:
        same = same_description(stage, part)
        if same is not None:
            seen = stage.see(part.first, part.core[1], "nominal", same, "same_description", "description")
            return [(same, seen, "same_description")], same.voice
    if part.lead == "" and not part.plural and part.stop - part.first == 1:
        return [(None, None, "bare_noun")], "unknown"  # Pope urges, Minister:
    role = noun.role if noun is not None else "office"
    several = len(part.behind) > 1
    if role == "role" or (
        (role in {"office", "member"} or (noun is not None and noun.lemma in _OFFICIAL))
        and not part.plural
        and (part.lead in {"the", "his", "her", "its", "their", ""} or part.owner >= 0)
    ):
        voice, kind = "role_only", "role"
    elif part.plural and (
        several or ((part.behind or part.behind_head >= 0 or part.size is None) and (noun is None or noun.group != "source"))
    ):
        voice, kind = "anonymous_collective", "unnamed_source"
    else:
        voice, kind = "anonymous_described", "unnamed_source"
    player = unnamed(stage, part, plural=part.plural, voice=voice, kind=kind)
    seen = stage.see(part.first, part.core[1], "nominal", player, "own_description", "description")
    return [(player, seen, "own_description")], player.voice


def _whole(description: str) -> str:
    """Several people as the whole of which a part speaks: `the aides` of several aides, of dozens of aides and of many of the aides."""
    words = description.split(" ")
    while len(words) > 1 and (words[0] == "of" or (words[0] not in COUNTS and WORDS.get(words[0]) == "Q" and words[0].isalpha())):
        del words[0]
    is_told = words[0] in COUNTS or words[0][0].isdigit() or WORDS.get(words[0], "") in {"D", "h"} or any(map(_OWNED.search, words))
    return " ".join(words if is_told else ("the", *words))


def _without_article(role: str) -> str:
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in {"a", "an", "the"} else role
