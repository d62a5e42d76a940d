"""Stance words: what the lexicon of stances knows, as the readers of stances ask for it.

Belongs here: the forms of stance words, the nouns for issues, and sets that several modules of this package ask for. Does not belong here:
how any of them is read (`stance`, `complement`, `condition`).
"""

from typing import NamedTuple

from transforms import lexicon


class Word(NamedTuple):
    """One form of a stance word, as `stance_words.tsv` has it."""

    lemma: str
    kind: str  # verb, adj, noun
    form: str  # base, s, past, ing; "" for adjectives and nouns
    lead: tuple[str, ...]
    after: tuple[str, ...]
    stance: str
    negated: str
    complements: str
    needs: frozenset[str]


def uses(use: str) -> frozenset[str]:
    """The words that `stance_helpers.tsv` has for `use`."""
    return frozenset(word for word, role in lexicon.rows("stance_helpers") if role == use)


def _triggers() -> dict[str, tuple[Word, ...]]:
    found: dict[str, list[Word]] = {}
    for kind, forms, after, stance, negated, complements, needs in lexicon.rows("stance_words"):
        behind = () if after == "-" else tuple(after.split())
        for number, form in enumerate(forms.split()):
            *lead, word = form.split("_")
            shape = "" if kind != "verb" else "ing" if word.endswith("ing") else ("base", "s")[number] if number < 2 else "past"
            found.setdefault(word, []).append(
                Word(forms.split()[0], kind, shape, tuple(lead), behind, stance, negated, complements, frozenset(needs.split(",")))
            )
    return {word: tuple(sorted(words, key=lambda entry: -len(entry.after) - len(entry.lead))) for word, words in found.items()}


TRIGGERS = _triggers()
SETS = lexicon.sets("stance_sets")
ISSUES: dict[str, frozenset[str]] = {noun: frozenset(kinds.split()) for noun, kinds, _ in lexicon.rows("issue_nouns")}
NONE: frozenset[str] = frozenset()
BODIES = lexicon.words("organisation_nouns")
REFUSES = SETS["refusing"]  # the conditions are unacceptable
REFUTES = frozenset(word for word, use in lexicon.rows("claim_words") if use == "void")
BRANDS = frozenset(word for word, use in lexicon.rows("claim_words") if use == "brands")
NEVER, COOPERATES, INVOLUNTARY, READIES, QUIET, SIDE = map(uses, ("never", "cooperates", "involuntary", "readies", "quiet", "side"))
DECIDES = COOPERATES | {low for low, words in TRIGGERS.items() if any(len(word.after) < 2 for word in words)} | SETS["deciding"]
