"""Pronouns: whom he, it, they, who and which mean, and by what reason.

Belongs here: antecedents. Does not belong here: descriptions (`meaning`), possessives (`body`).
"""

import re
from bisect import bisect_left, bisect_right

from transforms.text.actors.body import opening_body, owns
from transforms.text.actors.meaning import issued_before, same_description, several_before, someone, spoke_together, told_together, unnamed
from transforms.text.actors.nouns import INDEFINITE, NOUNS, THE
from transforms.text.actors.phrase import PRONOUNS, Part
from transforms.text.actors.player import BODY_KINDS, PEOPLE_KINDS, Player, Trace
from transforms.text.actors.stage import PLACE_BEFORE, TRACES, Stage
from transforms.text.closed import DOUBLE_QUOTES, RELATIVES
from transforms.text.statements.statement import Span

_BACK = 8  # sentences that a pronoun may look back
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_VERB = re.compile("[VMIHK]|E[dpPX]")
_TOPIC = 4  # tokens
_UNSURE = 6  # people, of those told of last
_OF_WHOM = frozenset(("of", "to", "about", "on", "unlike", "like", "with", "beside", "alongside"))
_RELATIVES = RELATIVES | {"that"}


def pronoun_of(stage: Stage, part: Part, number: int) -> tuple[list[Player], str]:
    """Whom a pronoun means, and by what reason; nobody where that is not certain."""
    low = stage.reading.lows[part.head]
    agrees = PRONOUNS.get(low, _OWNERS.get(low, ""))
    if agrees in {"first", "second"}:
        return [], f"{agrees}_person"
    if low in _RELATIVES:
        return _antecedent(stage, part.head, people=low != "which")
    if agrees == "they":
        return _plural(stage, part.head)
    if low == "it" and (issued := issued_before(stage, number)):
        return issued, "pronoun_statement"
    wrong = {"he": "f", "she": "m"}.get(agrees, "")
    found = _agreeing(stage, part.head, number, wrong)
    if wrong and (met := _one_before(stage, wrong)) is not None:
        return [met], "pronoun_subject"
    opens = stage.opens(part.head) or stage.reading.lows[stage.reading.sentences[stage.sentence][0]] == "it"
    if not wrong and opens and not any(trace.sentence >= stage.sentence - 1 and not owns(stage, trace.token) for trace in found):
        opening = opening_body(stage, part.head, 1)  # The bankers' association was cautious. It took note of it
        if opening is not None:
            return [opening], "pronoun_subject"
    if not found:
        return [], "no_antecedent"
    if wrong and _is_barred(stage, found[0].token, part.head, number, wrong):
        return [], "pronoun_ambiguous"  # Smith left, of two of that name. "I am tired," she said
    player, method = _likeliest(stage, found, is_person=bool(wrong))
    if player is None:
        return [], method
    if wrong and player.kind == "unknown":
        player.kind = "person"
    if wrong and player.gender == "-":
        player.gender = "m" if agrees == "he" else "f"
    return [player], method


def _agreeing(stage: Stage, head: int, number: int, wrong: str) -> list[Trace]:
    """Where those stand, latest first, whom `he`, `she` (`wrong`: not of this gender) or `it` may mean: of the nearest such sentence."""
    floor = stage.sentence - (_BACK if wrong else 4)
    direct = stage.direct
    found: list[Trace] = []
    named = stage.named_in(number) if wrong else set()
    for trace in reversed(stage.traces[-TRACES:]):
        if trace.sentence < floor or (found and trace.sentence < found[0].sentence):
            break
        player = trace.player
        if trace.token >= head or player.plural:
            continue
        if wrong:
            if player.kind not in PEOPLE_KINDS or player.gender == wrong or player in named or _in_brackets(stage, trace.token):
                continue  # the councillor (Northern Party, Aber)
        elif player.kind not in BODY_KINDS or (player.kind == "unknown" and player.gender != "-"):
            continue
        if trace.sentence == stage.sentence and (_is_topic(stage, trace.token) or _is_agent(stage, trace.token, head)):
            continue
        if wrong and trace.spoke and trace.token in stage.asking and stage.statements[number].quotation_type == "direct":
            continue  # a fan asked her why. "I am tired," she said
        if _is_said(stage, trace.token, number) or (direct and _is_quoted(stage, trace.token, direct)):
            continue
        found.append(trace)
    return found


def _is_topic(stage: Stage, token: int) -> bool:
    """Whether a name is what its sentence opens with behind a preposition: of Ann Smith he said."""
    first = stage.reading.sentences[stage.sentence][0]
    return token - first < _TOPIC and stage.reading.lows[first] in _OF_WHOM


def _is_agent(stage: Stage, token: int, head: int) -> bool:
    """Whether somebody only did to the one who speaks what the participle that opens the sentence says: pressed by Ann Smith, she said."""
    lows, classes = stage.reading.lows, stage.tags
    first = stage.begin_of(stage.sentence)
    by = next((at for at in range(first + 1, min(first + 4, token)) if lows[at] == "by"), 0)
    return by > 0 and classes[by - 1] in "EV" and "," in stage.reading.words[token:head]


def _in_brackets(stage: Stage, token: int) -> bool:
    """Whether a bracket opens right before the name at `token`, or before another one beside it."""
    words = stage.reading.words
    at = token - 1
    while at >= max(0, token - 6) and (words[at] == "," or words[at][0].isupper()):
        at -= 1
    return at >= 0 and words[at] == "("


def _likeliest(stage: Stage, found: list[Trace], *, is_person: bool) -> tuple[Player | None, str]:
    """Whom of those `found` in one sentence a pronoun means: who speaks there, or whose gender is sure, or the subject."""
    sentence = found[0].sentence
    players = list(dict.fromkeys(trace.player for trace in reversed(found)))
    spoke = list(dict.fromkeys(trace.player for trace in reversed(found) if trace.spoke))
    if len(players) == 1:
        return players[0], "pronoun_last_speaker" if spoke else "pronoun_only_candidate"
    if len(spoke) == 1:
        return spoke[0], "pronoun_last_speaker"
    if (main := _main_subject(stage, found)) is not None:
        return main, "pronoun_last_subject"  # Asked about Smith, Jones bristled. "No," he said
    sure = [player for player in players if is_person and player.gender != "-"]
    if len(sure) == 1 and len(players) == 2:
        return sure[0], "pronoun_gender"
    if spoke:
        return spoke[-1 if sentence < stage.sentence else 0], "pronoun_last_speaker"
    if is_person and sentence < stage.sentence and not _subject(stage, found[-1]):
        return None, "pronoun_ambiguous"
    return players[0], "pronoun_last_subject"


def _is_barred(stage: Stage, before: int, head: int, number: int, wrong: str) -> bool:
    """Whether somebody of whom it is not known who it is was told of behind the token `before`, outside of what is said."""
    stop = bisect_left(stage.doubtful, (head,))
    return any(
        before < token
        and gender != wrong
        and not _is_said(stage, token, number)
        and not (stage.direct and _is_quoted(stage, token, stage.direct))
        for token, gender in stage.doubtful[max(0, stop - _UNSURE) : stop]
    )


def _main_subject(stage: Stage, found: list[Trace]) -> Player | None:
    """Whom the main clause tells of, where the sentence opens with another: Asked about Smith, Jones left."""
    first = stage.begin_of(found[0].sentence)
    if stage.tags[first] not in "EUGT":
        return None
    for trace in reversed(found):
        number = stage.at.get(trace.token, -1)
        stop = stage.names[number].stop if number >= 0 else trace.token
        if number >= 0 and stage.reading.words[trace.token - 1] == "," and stop < len(stage.tags) and stage.tags[stop] in "VEHIMKR":
            return trace.player
    return None


def _one_before(stage: Stage, wrong: str) -> Player | None:
    """Who opens the sentence before as somebody new, and speaks now: A senior officer laughed at the decree. "We stay," he said."""
    first = stage.reading.sentences[stage.sentence][0]
    at = max(0, stage.sentence - 1)
    while at and stage.reading.words[stage.reading.sentences[at][0]] in DOUBLE_QUOTES and at > stage.sentence - 3:
        at -= 1  # the quotation is a sentence of its own
    begin, stop = stage.reading.sentences[at]
    if begin >= first or stage.reading.lows[begin] not in INDEFINITE:
        return None
    if any(trace.spoke and trace.sentence >= at for trace in stage.traces[-8:]):
        return None
    head = next((one for one in range(begin + 1, min(begin + 7, stop)) if stage.tags[one] not in "JNXn-"), begin)
    described = stage.parts_of(begin, stop if head >= stop else min(stop, _hanging(stage, head)))
    if len(described) != 1 or described[0].kind != "nominal" or described[0].plural or described[0].apposed >= 0:
        return None
    if stage.reading.words[described[0].stop : described[0].stop + 1] == [","] and described[0].stop + 1 in stage.at:
        return None  # a deputy minister, Ann Smith,
    noun = NOUNS.get(stage.reading.lows[described[0].head])
    if noun is None or noun.gender == wrong:
        return None
    voice = "role_only" if noun.role == "role" else "anonymous_described"
    player = same_description(stage, described[0]) or unnamed(stage, described[0], plural=False, voice=voice)
    stage.see(begin, described[0].core[1], "nominal", player, "own_description", "description")
    return player


def _hanging(stage: Stage, token: int) -> int:
    """The end of what hangs on a noun that ends before `token`: in Radaa, of the third brigade."""
    classes = stage.tags
    while token < len(classes) and classes[token] in "oFdJNXSs":
        token += 1
    return token


def _subject(stage: Stage, trace: Trace) -> bool:
    """Whether the mention stands where a subject does: early in its sentence, not behind a preposition."""
    before = stage.reading.lows[trace.token - 1] if trace.token else ""
    return (
        trace.token - stage.reading.sentences[trace.sentence][0] < 14
        and before not in PLACE_BEFORE
        and before not in {"with", "by", "about", "against", "between"}
    )


def _antecedent(stage: Stage, token: int, *, people: bool) -> tuple[list[Player], str]:
    for trace in reversed(stage.traces[-20:]):
        if trace.sentence != stage.sentence or trace.token < token - 25:
            break
        if people and _VERB.search(stage.tags, trace.token, token):
            break  # the minister summoned the charge d'affaires, who said
        if trace.token < token and (trace.player.kind in PEOPLE_KINDS if people else trace.player.kind in BODY_KINDS):
            return [trace.player], "relative_pronoun"
    first = stage.phrase_start(token - 1) if token else 0
    found = stage.parts_of(first, token) if first < token else []
    if people and found and found[-1].kind == "nominal":
        resolved, _ = someone(stage, found[-1])
        return [player for player, _, _ in resolved if player is not None], "relative_pronoun"
    return [], "no_antecedent"


def openers_before(stage: Stage, token: int) -> list[Player]:
    """Those of whom the sentence of `token` tells, where nobody has spoken in it yet: Peru and Chile signed it, they said."""
    first = stage.begin_of(stage.sentence)
    classes = stage.tags
    if any(trace.spoke for trace in stage.traces[-4:] if trace.sentence == stage.sentence):
        return []
    verb = next((at for at in range(first + 1, min(first + 16, token)) if classes[at] in "VEMIHK"), 0)
    if not verb or "," not in stage.reading.words[verb:token]:
        return []
    found = stage.parts_of(first, verb)
    if len(found) > 1 and all(part.kind == "name" for part in found):
        players = [stage.who[part.name] for part in found]
        return [player for player in players if player is not None] if None not in players else []
    if len(found) == 1 and found[0].plural and found[0].kind == "nominal" and found[0].lead not in THE:
        return [player for player, _, _ in someone(stage, found[0])[0] if player is not None]
    return []


def _plural(stage: Stage, token: int) -> tuple[list[Player], str]:
    if openers := openers_before(stage, token):
        return openers, "pronoun_subject"
    if stage.opens(token) and not any(one.spoke and one.sentence >= stage.sentence - 1 for one in stage.traces[-12:]):
        several = several_before(stage)  # Rescuers reached the village. They reported
        if several is not None:
            return [several], "pronoun_subject"
    direct = stage.direct
    for at in range(len(stage.traces) - 1, max(-1, len(stage.traces) - TRACES), -1):
        trace = stage.traces[at]
        if trace.sentence < stage.sentence - 4:
            break
        if trace.token >= token or (direct and _is_quoted(stage, trace.token, direct)):
            continue
        if joint := spoke_together(stage, at):
            return joint, "pronoun_joint_speakers"
        if trace.sentence >= stage.sentence - 2 and (joint := told_together(stage, at)) and _subject(stage, stage.traces[at - 1]):
            return joint, "pronoun_joint_subject"
        if trace.player.plural or (trace.spoke and trace.player.kind in {"armed_group", "organization", "government", "party", "military"}):
            return [trace.player], "pronoun_last_plural"
    return [], "no_antecedent"


def _is_said(stage: Stage, token: int, number: int) -> bool:
    """Whether the token stands in what the statement `number` says."""
    start = stage.reading.starts[token]
    return any(first <= start < stop for first, stop in stage.statements[number].content)


def _is_quoted(stage: Stage, token: int, direct: list[Span]) -> bool:
    start = stage.reading.starts[token]
    at = bisect_right(direct, (start, len(stage.reading.text) + 1)) - 1
    return at >= 0 and direct[at][0] <= start < direct[at][1]
