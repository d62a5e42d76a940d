"""The words that figures are read with, as classes of an alphabet, and as sets.

Belongs here: the alphabet of figures, and each class, set or table that more than one of their modules asks for. Does not belong here:
the words (lexicon), and what one module alone asks for.
"""

from collections import defaultdict

from transforms.lexicon import rows
from transforms.text.quantities.alphabet import Alphabet


def _features() -> dict[str, list[str]]:
    features: dict[str, list[str]] = defaultdict(list)
    for word, names in rows("figure_words"):
        features[word] += [word, *(() if names == "-" else names.split())]
        if not {"PLACE", "AGENT", "MOTIVE", "SIZE"}.isdisjoint(features[word]):
            features[word].append("ADJ")
    for word, _, form in rows("numbers"):
        features[word] += [form.upper(), "NUMBER"]
        if word in {"number", "hundred", "half", "no", "few"}:
            features[word].append(word)
    for singular, plural, _, _, kind in rows("victims"):
        for word, name in ((singular, "SINGULAR"), (plural, "PLURAL")):
            if word != "-":
                features[word] += ["VICTIM", name, *(() if kind == "-" else (kind.upper(),))]
    for (word,) in rows("units"):
        features[word].append("UNIT")
        if word in {"year", "years", "side"}:
            features[word].append(word)
    for word, measure, form in rows("measures"):
        features[word] += ["MEASURE", f"M_{form.upper()}", f"M_{measure}"]
        if word in {"injuries", "injury", "burns", "wounds", "wound", "death", "toll"}:
            features[word].append(word)
    for word in ("police", "troops", "personnel", "elderly"):
        features[word] += ["VICTIM", "PLURAL"]
    for word in [word for word, names in features.items() if "WORD" in names]:
        features[word.capitalize()] = ["NAME" if name == "WORD" else name for name in features[word]]  # "Action Against Hunger"
    return features


ALPHABET = Alphabet(
    _features(),
    {
        "digits": ("DIGITS", "NUMBER"),
        "decimal": ("DECIMAL", "NUMBER"),
        "ordinal": ("ORDINAL", "NUMBER"),
        "cardinal": ("CARDINAL", "NUMBER"),
        "aged": ("ADJ", "AGED"),
        "ly": ("ADV", "LY"),
        "ed": ("ED",),
        "ing": ("ING",),
        "name": ("NAME",),
        "word": ("WORD",),
        "mark": ("MARK",),
    },
    next(words for name, words in rows("figure_sets") if name == "common").split(),
)

_having = ALPHABET.having
ADV = _having("ADV")
AND = _having("AND")
ARTICLE = _having("A", "the", "POSS")
BE = _having("BE")
COMMA = _having("COMMA")
DASH = _having("DASH")
DEMONYM = _having("DEMONYM")
DET = _having("DET")
ED_ING = _having("ED", "ING")
EVENTISH = _having("M_PP", "M_PARTICIPLE", "M_DEAD", "M_DIE", "M_PAST")
FATAL = _having("FATAL")
GEN = _having("GEN")
INCLUDE = _having("INCLUDE")
ING = _having("ING")
LEAVE = _having("LEAVE")
MODIFIER = _having("WORD", "NAME", "ADJ", "ED", "ING", "VICTIM", "UNIT", "TITLE", "LY", "LINKADJ")
MONTH = _having("MONTH")
NAME = _having("NAME")
NOUNISH = _having("VICTIM", "UNIT", "NAME", "ADJ", "WORD")
NUMBERS = _having("NUMBER")
OPEN = _having("OPEN")
ORDINAL = _having("ORDINAL")
PLURAL = _having("PLURAL")
PREP = _having("PREP")
PRON1 = _having("PRON1")
REL = _having("REL")
REPORT = _having("REPORT")
SAY = _having("SAY")
SELF = _having("himself", "herself", "itself")
STOP = _having("STOP")
STRUCK = _having("STRIKE", "ED", "HIT")
SUB = _having("SUB")
TITLE = _having("TITLE")
UNIT = _having("UNIT")
VICTIM = _having("VICTIM")
WEEKDAY = _having("WEEKDAY")
MEASURES = {word: measure for word, measure, _ in rows("measures")}
SETS = {name: frozenset(words.split()) for name, words in rows("figure_sets")}
VICTIMS = {word: row for row in rows("victims") for word in row[:2] if word != "-"}
GENERIC = SETS["generic"]
PARTITIVES = SETS["partitives"]
RUN = ALPHABET.compile(
    r"(?:{WORD|NAME|ADJ|ED|ING|VICTIM|UNIT|TITLE|LY|LINKADJ|M_COUNT|M_BODY|M_CAPTIVES|M_LIVES|more|other|others|additional|further|extra}"
    r"|{DIGITS|CARDINAL}{-}{WORD|ADJ|UNIT}|{DIGITS|CARDINAL}{years|year}{old}|{GEN}(?={NAME|WORD|ADJ|VICTIM|M_BODY})"
    r"|{OPEN}(?:{NAME|WORD|-}){1,4}{CLOSE}(?=(?:{WORD|NAME|ADJ|UNIT}){0,2}{VICTIM})"
    r"|{reported|confirmed|known}(?={M_COUNT|M_BODY})|{night}(?={VICTIM})"
    r"|{M_PP|M_PARTICIPLE|M_ADJECTIVE|M_DEAD}(?={WORD|NAME|ADJ|LY}{0,2}{VICTIM|M_BODY})){0,9}"
)
# What may go on in a run: where none of these follows a word, the run ends with it.
RUN_ON = MODIFIER | _having(
    *("M_COUNT", "M_BODY", "M_CAPTIVES", "M_LIVES", "more", "other", "others", "additional", "further", "extra", "DIGITS", "CARDINAL"),
    *("GEN", "OPEN", "reported", "confirmed", "known", "night", "M_PP", "M_PARTICIPLE", "M_ADJECTIVE", "M_DEAD"),
)
WARS = ALPHABET.compile("{WAR}")
