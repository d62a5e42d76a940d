"""What was done to whom: from a text to what it counts, sentence by sentence.

Belongs here: the order in which a sentence is read. Does not belong here: each of the steps (`sentence` names them), the fields of a
figure (`casualty`), and what the figures of a text come to (`toll`).
"""

from transforms.text.casualties.beside import take_beside
from transforms.text.casualties.count import (
    ABOARD,
    EVERYONE,
    VICTIM_WORDS,
    add_alive,
    add_alternatives,
    add_breakdown,
    add_counted_nouns,
    add_details,
    add_fatal,
    add_logged,
    add_lost_with_all,
    add_more_bodies,
    add_their_bodies,
    add_victims_found,
    join_measures,
    mark_logged,
)
from transforms.text.casualties.event import harms_of, told_apart, words_of_harm
from transforms.text.casualties.literal import literal
from transforms.text.casualties.sentence import Found, Sentence
from transforms.text.casualties.settle import settle
from transforms.text.casualties.taken import add
from transforms.text.casualties.unreal import unreal
from transforms.text.quantities.classes import ALPHABET, FATAL, SETS
from transforms.text.reading import Reading
from transforms.text.word import FIGURE, WIDTH

_GATE = ALPHABET.compile(
    "{MEASURE|broken|fractured|fractures|lacerations|bruises|concussion|inhalation|ransom|fighting|fell|wiped|wiping|picked|passed|breathed|torn|ripped|struck|riddled|remains|victims|STRIKE|FATAL|fallen|intensive|hospital|hospitals|clinic|clinics|infirmary|trauma|recovering|treatment|regain|regained|regains|throat|throats|martyrdom|sacrifice|price|done|deceased|identified|named|away|off|HELDPP|LOSE|condition|treated|captivity|homes|losses|loss|action|required|needed|kidnappers|abductors|captors|survive|cuts|funeral|funerals|burial|buried|burying|hell|flee|killers|murderers|assassins|fate|victim|numbered|custody|arrest|jail|jails|prison|prisons|bars|coma|placed|let|hands|power|finish|finished|finishing|holding|machinegunned|machine-gunned|exchanged|exchanging|swapped|swapping|swap}|{:}{NUMBER}"
    "|{returned|returning|return}{back|home|to}|{come|came}{home}|{handed|handing|turned|turning}{over}|{with}{them}|{acid}{on|at|over}|{overcome|overwhelmed}{by|with}|{no}{survivors}|{one|NONE|them}{survived}|{hit|struck}{by|with|in}|{BE}{hit}|{fatal}{CLOSE}|{unconscious}|{made|make|makes|making}{off}|{bullet|bullets|shrapnel|splinters|gunfire}{hit|struck}|{medical}{center|centre|facility}|{emergency}{room|department|ward}|{NAME|PLACE}{general|memorial}|{still|to}{hold|holds}|{sought}{medical}|{searching|looking|search|searched|searches}{for}|{number|figure}{AUX|HAVE|ADV|at|rose|rises|climbed|increased|grew|jumped}"
)
# Who those were that were counted before: "Of these, four were nurses".
_PARTS = ALPHABET.compile(
    "{NUMBER}{of}{the}{victims}{was|were}|{NUMBER}(?:{of}{PLURALREF|those|whom}|{more|other|others})?{was|were}|{of}{PLURALREF|those|whom}{COMMA}?{NUMBER}"
    "|{own}{count|tally}{of}{NUMBER}|{^in|MONTH|NUMBER|STOP|COMMA}{NUMBER}{STOP}"  # "Other sources spoke of four."
)
_COUNTED_NOUN = ALPHABET.compile("{M_COUNT|M_BODY|M_CAPTIVES|M_LIVES}|{ONE}{ADJ|reported|confirmed}?{death}|{FATAL}{COMMA|STOP|PREP|AND}")
# A day's log: the place with a colon, and counts with what killed.
_LOG = ALPHABET.compile("(?:(?:{^STOP|COMMA|MEASURE|:}{COMMA}?){1,6}{:})?{NAME}{1,3}(?:{COMMA}{NAME}{1,3})?{:}")
_GIVES = SETS["gives"] | SETS["speaks_of"] | {"according"}
_HELD_CUES = SETS["held_cues"]
_RECOVERED = frozenset(("found", "discovered", "recovered", "retrieved", "exhumed", "pulled", "unearthed"))
_SURVIVED = frozenset(("survivors", "survived"))
_NOBODY = frozenset(("no", "nobody", "none"))
_OWN_TEXT = frozenset(("story", "article"))
_OPENING = 8  # words in which a note names the text that it corrects
_CORRECTED = frozenset(("corrected", "corrects", "clarified", "clarifies", "misstated", "incorrectly"))
_EARLIER = frozenset(("earlier", "previous"))


def harms(reading: Reading) -> list[Found]:
    """What `reading` counts, in the order of its sentences."""
    words = reading.words
    tags = reading.codes[FIGURE::WIDTH]
    if not _GATE.search(tags):
        return []
    found: list[Found] = []
    for index, (first, stop) in enumerate(reading.sentences):
        if _GATE.search(tags, first, stop) or (found and _PARTS.search(tags, first, stop)):
            _parse(Sentence(reading, words, tags, first, stop, index, found))
    found = settle(reading, literal(reading, found))
    return [item for item in found if not item.group.is_weak]


def _is_correction(parse: Sentence) -> bool:
    """Whether it only tells what was put right in the text: "This story has been corrected to say that seven people were killed"."""
    words = parse.vocabulary
    if _OWN_TEXT.isdisjoint(words):
        return False
    return not _OWN_TEXT.isdisjoint(parse.lows[parse.first : parse.first + _OPENING]) and (
        not _CORRECTED.isdisjoint(words) or ("version" in words and not _EARLIER.isdisjoint(words))
    )


def _parse(parse: Sentence) -> None:
    matches = words_of_harm(parse)
    tells_found = not VICTIM_WORDS.isdisjoint(parse.vocabulary) and not _RECOVERED.isdisjoint(parse.vocabulary)
    tells_lost = not _SURVIVED.isdisjoint(parse.vocabulary) and not _NOBODY.isdisjoint(parse.vocabulary)
    tells_lost = tells_lost or (not ABOARD.isdisjoint(parse.vocabulary) and not EVERYONE.isdisjoint(parse.vocabulary))
    is_log = ":" in parse.vocabulary and _LOG.match(parse.tags, parse.first, parse.stop) is not None
    if (
        not matches
        and not is_log
        and not tells_found
        and not tells_lost
        and not _PARTS.search(parse.tags, parse.first, parse.stop)
        and not _COUNTED_NOUN.search(parse.tags, parse.first, parse.stop)
    ):
        return
    if _is_correction(parse):
        return
    parse.groups = parse.read_phrases()
    parse.unreal = unreal(parse)
    parse.events = harms_of(parse, matches)
    found = len(parse.found)
    add_counted_nouns(parse)
    if is_log:
        add_logged(parse)
    if len(parse.events) > 1:
        parse.events = told_apart(parse)
    for position, event in enumerate(parse.events):
        take_beside(parse, event, position)
    if is_log:
        mark_logged(parse, found)
    if not _HELD_CUES.isdisjoint(parse.vocabulary):
        for group in parse.groups:
            if not group.taken and group.measure == "held_captive":
                add(parse, [group], None, "held_captive", "counted_noun")
    if not FATAL.isdisjoint(parse.present):
        add_fatal(parse, found)
    if "alive" in parse.vocabulary:
        add_alive(parse)
    add_details(parse, found)
    if not _GIVES.isdisjoint(parse.vocabulary):
        add_alternatives(parse, found)
    if tells_lost:
        add_lost_with_all(parse)
    if tells_found:
        add_victims_found(parse)
    if parse.found:
        add_their_bodies(parse)
        add_breakdown(parse)
        add_more_bodies(parse)
    join_measures(parse, found)
    parse.found = []  # what was found refers to this sentence: no circle is left behind for the collector
