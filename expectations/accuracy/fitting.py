"""Fitting the tables of weights that find statements, on a folder of marked attributions: `python -m expectations.accuracy.fitting FOLDER`.

With `--folds 4` nothing is written: each quarter of the articles is scored with tables fitted on the other three. The shipped tables know
the articles that they were fitted on; only what folds show holds for others. To be run again when `transforms.text` makes its keys
differently. It writes the four tables of `transforms/lexicon`: words and numbers, no sentence. `--only` leaves the others as they are: a
table of ends fitted on the newest keys reads semicolons and "who" worse on wire copy, so that the cues were fitted last, by themselves.
Belongs here: which choices the marks teach, and the fit. Does not belong here: what the keys are (`cue`, `weighing`, `source`, `sharing`,
`content`).
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Collection
from math import exp
from pathlib import Path
from typing import NamedTuple

from expectations.accuracy.attribution import AttributionScore, Span, marked_folder, score_folder
from expectations.accuracy.descent import descend
from transforms import lexicon
from transforms.text.reading import Reading, read
from transforms.text.statements import cue as cues
from transforms.text.statements import drafting, settling, sharing, weighing
from transforms.text.statements import source as sources
from transforms.text.statements.draft import Draft, is_settled
from transforms.text.statements.scan import Scan
from transforms.text.weight import Key

Table = dict[Key, float]


class Choice(NamedTuple):
    """Options of which one is right; with a single option, whether it is right (`right` 0) or not (-1)."""

    options: list[list[Key]]
    right: int


class Marked(NamedTuple):
    """One attribution, as tokens of its reading."""

    source: set[int]
    cue: set[int]
    content: set[int]


class Text(NamedTuple):
    """One text with its candidates and its marked attributions."""

    scan: Scan
    drafts: list[Draft]
    marked: list[Marked]


def fit(choices: list[Choice], *, strength: float, least: int, rounds: int = 120) -> Table:
    """The weights under which the right options are likeliest, kept small by `strength`; keys seen less than `least` times get none."""
    seen = Counter(key for choice in choices for option in choice.options for key in set(option))
    index = {key: at for at, key in enumerate(sorted(key for key, count in seen.items() if count >= least))}
    coded = [([[index[key] for key in option if key in index] for option in choice.options], choice.right) for choice in choices]

    def slopes(weights: list[float]) -> list[float]:
        found = [strength * weight for weight in weights]
        for options, right in coded:
            scores = [sum([weights[at] for at in option]) for option in options]
            if len(options) == 1:
                shares = [1 / (1 + exp(-max(-30.0, min(30.0, scores[0]))))]
            else:
                most = max(scores)
                raised = [exp(score - most) for score in scores]
                whole = sum(raised)
                shares = [one / whole for one in raised]
            for number, option in enumerate(options):
                slope = shares[number] - (number == right)
                for at in option:
                    found[at] += slope
        return found

    weights = descend([0.0] * len(index), slopes, step=0.5, rounds=rounds)
    return {key: round(weights[at], 2) for key, at in index.items() if abs(weights[at]) >= 0.05}


def texts(folder: Path, *, without: Collection[str] = ()) -> list[Text]:
    """Every marked text of `folder` with all of its candidates, but not those of the articles named."""
    found: list[Text] = []
    for name, raw, attributions in marked_folder(folder):
        if name in without:
            continue
        reading = read(raw)
        scan = Scan(reading)
        marked = [
            Marked(_tokens(reading, source), _tokens(reading, cue), _tokens(reading, content)) for source, cue, content in attributions
        ]
        found.append(Text(scan, drafting.drafts(scan, every=True), marked))
    return found


def _tokens(reading: Reading, spans: list[Span]) -> set[int]:
    found: set[int] = set()
    for first, stop in spans:
        at = reading.token_at(first)
        while at < len(reading) and reading.starts[at] < stop:
            found.add(at)
            at += 1
    return found


def _begins(draft: Draft) -> int:
    return draft.starts if draft.starts >= 0 else draft.pieces[0][0] if draft.pieces else -1


def cue_choices(text: Text) -> list[Choice]:
    """Which candidates attribute: of those in one marked cue, the one whose content begins where the marked content does."""
    judged: dict[int, bool | None] = {}
    for one in text.marked:
        among = [draft for draft in text.drafts if draft.cand.at in one.cue]
        if not among:
            continue
        fits = [(_begins(draft) in one.content and _begins(draft) - 1 not in one.content, draft.cand.at) for draft in among]
        best = max(range(len(among)), key=fits.__getitem__)
        for number, draft in enumerate(among):
            if number == best:
                judged[id(draft)] = True if fits[best][0] else None
            else:
                judged.setdefault(id(draft), False)
    inside = {at for one in text.marked for at in one.content}
    found: list[Choice] = []
    for draft in text.drafts:
        right = judged.get(id(draft), False)
        # What stands inside a marked content is not told, whatever it is; and where only the cue is right, nothing is learnt;
        # what has no keys is no choice.
        if right is None or not draft.keys or (id(draft) not in judged and draft.cand.at in inside):
            continue
        keys = draft.keys + cues.word_keys(text.scan.lows[draft.cand.at], draft.cand.word)
        found.append(Choice([keys], 0 if right else -1))
    return found


def source_choices(text: Text) -> list[Choice]:
    """Which phrase to the left of a verb is its source."""
    found: list[Choice] = []
    for one in text.marked:
        among = [draft for draft in text.drafts if draft.cand.at in one.cue and draft.cand.voice in "ah" and draft.cand.word.kind == "v"]
        among = [draft for draft in among if not is_settled(draft)]
        if not among or not one.source:
            continue
        draft = among[-1]
        begin, end = min(one.source), max(one.source) + 1
        if end > draft.cand.first or begin < draft.sentence[0] or text.scan.marks[draft.cand.first - 1] == "C":
            continue
        options = sources.candidates(text.scan.marks, text.scan.lows, draft.cand.first, draft.sentence[0])
        whole = [number for number, option in enumerate(options) if option[0] == begin and option[1] == end]
        right = whole or [number for number, option in enumerate(options) if option[0] == begin]
        if right:
            found.append(Choice([option[2] for option in options], right[0]))
    return found


def shared_choices(text: Text) -> list[Choice]:
    """Whose subject a verb without one of its own shares."""
    found: list[Choice] = []
    drafts = [(one, draft) for one in text.marked for draft in text.drafts if draft.cand.at in one.cue]
    for one, draft in drafts:
        if not draft.shared:
            continue
        known = {
            other.cand.at: (min(its.source), max(its.source) + 1)
            for its, other in drafts
            if its is not one and its.source and other.cand.word.kind == "v" and other.sentence == draft.sentence
        }
        options = sharing.hosts(text.scan, draft, known)
        right = (min(one.source), max(one.source) + 1) if one.source else None
        same = [number for number, (host, _) in enumerate(options) if host == right]
        if same and len(options) > 1:
            found.append(Choice([keys for _, keys in options], same[0]))
    return found


def end_choices(text: Text) -> list[Choice]:
    """Where open content ends."""
    groups: dict[Span, list[Draft]] = {}
    for draft in text.drafts:
        if weighing.is_likely(draft):
            settling.refine(text.scan, draft)
            groups.setdefault(draft.sentence, []).append(draft)
    found: list[Choice] = []
    for one in text.marked:
        among = [draft for draft in text.drafts if draft.cand.at in one.cue and draft.starts in one.content]
        if not among:
            continue
        draft = among[-1]
        end = draft.starts
        while end in one.content:
            end += 1
        group = groups.get(draft.sentence, [])
        options = settling.ends(text.scan, draft, group, settling.nearby(group), draft.sentence[1])
        signs = text.scan.marks
        right = [
            number
            for number, option in enumerate(options)
            if option[0] == end or (abs(option[0] - end) == 1 and signs[min(option[0], end)] in ",.;:-")
        ]
        if right:
            found.append(Choice([option[1] for option in options], right[0]))
    return found


def tables(marked: list[Text]) -> dict[str, Table]:
    """The four tables, fitted one after the other: the ends depend on which drafts attribute and on their sources."""
    cue_table = fit([choice for text in marked for choice in cue_choices(text)], strength=3.0, least=3)
    source_table = fit([choice for text in marked for choice in source_choices(text)], strength=1.0, least=2)
    weighing.use({"cue_weights": cue_table, "source_weights": source_table})
    shared_table = fit([choice for text in marked for choice in shared_choices(text)], strength=2.0, least=2)
    weighing.use({"shared_weights": shared_table})
    for text in marked:
        for draft in filter(lambda draft: draft.keys, text.drafts):
            keys = draft.keys + cues.word_keys(text.scan.lows[draft.cand.at], draft.cand.word)
            draft.score = sum(cue_table.get(key, 0.0) for key in keys)
    end_table = fit([choice for text in marked for choice in end_choices(text)], strength=2.0, least=2)
    return {"cue_weights": cue_table, "source_weights": source_table, "shared_weights": shared_table, "end_weights": end_table}


def crossed(folder: Path, folds: int) -> AttributionScore:
    """How the articles of `folder` score, each with tables fitted on the other folds."""
    names = sorted(name for name, _, _ in marked_folder(folder))
    score = AttributionScore()
    for number in range(folds):
        held = frozenset(names[number::folds])
        weighing.use(tables(texts(folder, without=held)))
        score_folder(folder, only=held, into=score)
    weighing.use()
    return score


def main() -> None:
    """Fit the tables on the folder that is named and write them into the lexicon; or say how well they generalise."""
    parser = ArgumentParser(prog="python -m expectations.accuracy.fitting")
    parser.add_argument("folder", type=Path, help="texts and attributions as expectations.accuracy.attribution reads them")
    parser.add_argument("--folds", type=int, default=0, help="write nothing; print the score over so many folds")
    parser.add_argument("--only", nargs="+", metavar="TABLE", help="write these tables alone; the others stay as they are shipped")
    asked = parser.parse_args()
    if asked.folds > 1:
        print(crossed(asked.folder, asked.folds))
        return
    room = Path(next(iter(lexicon.__path__)))
    fitted = tables(texts(asked.folder))
    for name in asked.only or fitted:
        table = fitted[name]
        path = room / f"{name}.tsv"
        header = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        rows = [f"{' '.join(key)}\t{weight:.2f}" for key, weight in sorted(table.items())]
        path.write_text("\n".join([*header, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
