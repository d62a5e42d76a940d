"""Records: the cast that comes out when a text has been walked through.

Belongs here: making records of players, and what is told of anonymity. Does not belong here: what records hold (`cast`).
"""

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from transforms.text.actors.cast import Actor, Affiliation, Cast, Mention, Speaker, Voice
from transforms.text.actors.reference import Known
from transforms.text.actors.stage import Stage
from transforms.text.statements.statement import Span

if TYPE_CHECKING:
    from transforms.text.actors.player import Player, Trace

_REACH = 3  # sentences, of which the first has the speaker who stays anonymous
_ANONYMOUS = re.compile(
    r"on (?:the )?condition of (?:strict )?anonymity|(?:not|declin\w+) to be (?:named|identified)"
    r"|(?:request|plead|s[eo](?:ek|ught)|crav|prefer|demand|ask)\w*(?: for)? anonymity|insist\w* on anonymity"
    r"|(?:speaking|spoke|talk\w*) anonymously"
    r"|(?:wish|want|prefer|ask|choos|chose)\w* to (?:remain|stay) (?:anonymous|unnamed)|under (?:the )?condition of anonymity"
    r"|(?:refus|prefer|(?:did|does|do)(?: not|n't) (?:wish|want))\w*(?: not)? to be (?:named|identified|quoted by name)"
    r"|who (?:was|were|is|are) not (?:authori[sz]ed|allowed|permitted) to (?:speak|comment|discuss|talk|brief)"
    r"|withheld (?:his|her|their) names?"
    r"|on (?:the )?condition (?:that )?(?:his|her|their|its) (?:names?|identit(?:y|ies)) "
    r"|(?:asked|asking|requested|requesting) (?:that )?(?:his|her|their) (?:names?|identit(?:y|ies)) (?:not|be withheld)"
)
# One of these stands in every such phrase: only sentences that hold one are searched for it.
_ANONYMITY_SIGNS = frozenset(
    ("anonymity", "anonymously", "anonymous", "unnamed", "condition", "named", "identified", "name", "names", "identity", "identities",
     "withheld", "authorised", "authorized", "allowed", "permitted")
)  # fmt: skip
_REASON = re.compile(r"[^.;\"\n]{0,200}")
_PLACE = attrgetter("first", "stop")


def records(stage: Stage) -> Cast:
    """The cast of a text that has been walked through."""
    starts, ends = stage.reading.starts, stage.reading.ends
    if stage.same:
        _unite(stage)
    stage.seen.sort(key=_PLACE)
    mentions: list[Mention] = []
    used: list[Player] = []
    numbers: dict[tuple[int, int, str, Player | None], int] = {}
    for seen in stage.seen:
        player = seen.player
        seen.index = numbers.setdefault((seen.first, seen.stop, seen.kind, player), len(mentions))
        if seen.index < len(mentions):
            continue  # two statements whose sources overlap: one mention
        if player is not None and player.index < 0:
            player.index = len(used)
            used.append(player)
        span = (starts[seen.first], ends[seen.stop - 1])
        mentions.append(Mention(span, seen.kind, None if player is None else player.index, seen.method, seen.rule))
    for player in stage.players:
        if player.index < 0:
            player.index = len(used)
            used.append(player)
    actors = []
    for player in used:
        known = stage.reference.entries[player.entry] if player.entry >= 0 else None
        aliases = () if known is None else known.aliases
        if player.aliases:
            aliases = tuple({**dict(aliases), **player.aliases}.items())
        identifier = None if known is None else known.id
        office = None if known is None or known.organisation is None else _in_office(stage, known)
        actors.append(Actor(player.name, player.kind, player.named, identifier, player.country, player.sectors, aliases, office))
    speakers = [
        Speaker(number, None if player is None else player.index, None if seen is None else seen.index, method)
        for number, spoken in enumerate(stage.spoken)
        for player, seen, method in spoken
    ]
    voices = []
    for number, (voice, count) in enumerate(stage.voices):
        kind = voice
        speaker = stage.spoken[number][0][0] if stage.spoken[number] else None
        reason = None
        if speaker is not None and speaker.voice == "anonymous_explicit" and kind.startswith("anonymous"):
            kind, reason = speaker.voice, speaker.anonymity
        addressee = stage.statements[number].addressee
        voices.append(Voice(kind, count, reason, None if addressee is None else _addressee(stage, addressee)))
    affiliations = [
        Affiliation(player.index, None if body is None else body.index, relation, role, (starts[first], ends[stop - 1]), rule)
        for player, body, relation, role, first, stop, rule in stage.affiliations
    ]
    return Cast(actors, mentions, affiliations, speakers, voices)


def _unite(stage: Stage) -> None:
    """Put who was named only later in the place of the office that was told first."""
    same = stage.same
    for seen in stage.seen:
        if seen.player in same:
            seen.player, seen.method = same[seen.player], "named_later"
    for number, spoken in enumerate(stage.spoken):
        if any(player in same for player, _, _ in spoken if player is not None):
            first = spoken[0][0]
            if first in same and stage.voices[number][0] == "role_only":
                stage.voices[number] = (same[first].voice, stage.voices[number][1])
            spoken[:] = [
                (same[player], seen, "named_later") if player is not None and player in same else (player, seen, method)
                for player, seen, method in spoken
            ]
    stage.affiliations = [(same.get(player, player), *rest) for player, *rest in stage.affiliations]  # type: ignore[misc]
    stage.players = [player for player in stage.players if player not in same]


def _in_office(stage: Stage, known: Known) -> str | None:
    """For which organisation a known person speaks on the day of the text; None where the office was not held then."""
    day = stage.reading.published
    if day is None:
        return None if known.valid_to else known.organisation
    today = day.isoformat()
    if (known.valid_from or "") > today or (known.valid_to or "9999") < today:
        return None
    return known.organisation


def _addressee(stage: Stage, span: Span) -> int | None:
    first = stage.reading.token_at(span[0])
    stop = stage.reading.token_at(span[1] - 1) + 1
    for token in range(first, min(stop, first + 12)):
        number = stage.at.get(token, -1)
        player = stage.who[number] if number >= 0 else None
        if player is not None:
            return player.index
    return None


def tell_anonymity(stage: Stage) -> None:
    """`on condition of anonymity because ...`: whose it is, and the reason as printed."""
    spoken: dict[int, list[Trace]] = {}
    for trace in stage.traces:
        if trace.spoke and not trace.player.named:
            spoken.setdefault(trace.sentence, []).append(trace)
    if not spoken:
        return
    folded, lows = stage.reading.folded, stage.reading.lows
    starts, ends, sentences = stage.reading.starts, stage.reading.ends, stage.reading.sentences
    near = {at for sentence in spoken for at in range(sentence, min(sentence + _REACH, len(sentences)))}
    hits = (
        (one, match)
        for one in sorted(near)
        if not _ANONYMITY_SIGNS.isdisjoint(lows[slice(*sentences[one])])
        for match in _ANONYMOUS.finditer(folded, starts[sentences[one][0]], ends[sentences[one][1] - 1])
    )
    for sentence, match in hits:
        tail = _REASON.match(folded, match.end())
        stop = match.end()
        if tail is not None and tail[0].lstrip().startswith(
            ("because", "as ", "since", "due to", "for fear", "citing", "given", "to discuss", "owing")
        ):
            stop = tail.end()
        reason = " ".join(stage.reading.text[match.start() : stop].split()).rstrip(" ,")
        here = spoken.get(sentence) or (spoken.get(sentence - 1) or spoken.get(sentence - 2) or [])[-1:]
        if here:
            token = stage.reading.token_at(match.start())
            player = min(here, key=lambda trace: abs(trace.token - token)).player
            if player.anonymity is None:
                player.anonymity = reason
            player.voice = "anonymous_explicit"
