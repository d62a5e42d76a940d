"""How well statements are found, against folders of attributions marked by people.

A folder holds `text/<article>.txt` (read as stored) and `attributions/<article>.ann` in brat's standoff format: spans labelled Source, Cue
and Content, and events that tie them together. Belongs here: reading that format and comparing. Does not belong here: finding statements
(`transforms.text.statements.statement`), or floors, which the gate keeps.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from transforms import lexicon
from transforms.text.reading import read
from transforms.text.statements.statement import Statement, statements

Span = tuple[int, int]
Tokens = frozenset[int]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"^([TE]\d+)\t(.*)$")
_MARKS = '"“”„«»'
_EDGE = ".,;:!?-—– "
KINDS = ("direct", "mixed", "indirect")


class Attribution(NamedTuple):
    """One attribution, as sets of tokens of its text."""

    source: Tokens
    cue: Tokens
    content: Tokens
    spans: tuple[Span, ...]  # of the content, in characters


@dataclass(slots=True)
class Ratio:
    """Precision, recall and F1 of one question: found out of those asked, and out of those there."""

    right: float = 0.0
    recalled: float = 0.0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def percent(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in percent."""
        return 100 * self.precision, 100 * self.recall, 100 * self.f1

    def add(self, right: float, recalled: float, predicted: int, gold: int) -> None:
        """Count one more article."""
        self.right += right
        self.recalled += recalled
        self.predicted += predicted
        self.gold += gold


@dataclass(slots=True)
class Kind:
    """One kind of content, direct, mixed or indirect: precision over what was found of it, recall over what is marked as it."""

    exact: Ratio = field(default_factory=Ratio)
    relation: Ratio = field(default_factory=Ratio)


@dataclass(slots=True)
class AttributionScore:
    """What one folder says. Exact ignores punctuation and a leading *that*; soft is proportional overlap."""

    articles: int = 0
    content_exact: Ratio = field(default_factory=Ratio)
    content_soft: Ratio = field(default_factory=Ratio)
    source_exact: Ratio = field(default_factory=Ratio)
    relation: Ratio = field(default_factory=Ratio)
    core_relation: Ratio = field(default_factory=Ratio)
    kinds: dict[str, Kind] = field(default_factory=lambda: {kind: Kind() for kind in KINDS})
    by_article: dict[str, Ratio] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, float, float, float]]:
        """(what, precision, recall, F1), in percent."""
        named = (
            ("content, words exact", self.content_exact),
            ("content, overlap", self.content_soft),
            ("source, exact", self.source_exact),
            ("relation", self.relation),
            ("relation, speech and writing", self.core_relation),
        )
        return [(name, *ratio.percent()) for name, ratio in named]

    def kind_rows(self) -> list[tuple[str, int, list[float]]]:
        """(kind, how many are marked, precision, recall and F1 of exact content and then of the relation, in percent)."""
        return [(name, kind.relation.gold, [*kind.exact.percent(), *kind.relation.percent()]) for name, kind in self.kinds.items()]

    def worst(self, most: int = 10) -> list[tuple[str, float, int]]:
        """(article, F1 of the relation in percent, how many attributions), the worst first."""
        found = [(name, 100 * ratio.f1, ratio.gold) for name, ratio in self.by_article.items()]
        return sorted(found, key=lambda row: (row[1], -row[2], row[0]))[:most]

    def __str__(self) -> str:
        lines = [f"{'':30}{'P':>7}{'R':>7}{'F1':>7}"]
        lines += [f"{name:30}{precision:7.1f}{recall:7.1f}{f1:7.1f}" for name, precision, recall, f1 in self.rows()]
        lines.append(f"{'kind of content':16}{'n':>7}" + "".join(f"{what:>9}" for what in ("exact P", "R", "F1", "rel P", "R", "F1")))
        lines += [f"{name:16}{gold:7d}" + "".join(f"{value:9.1f}" for value in values) for name, gold, values in self.kind_rows()]
        lines.append(f"{'worst articles, relation':60}{'n':>7}{'F1':>7}")
        lines += [f"{name[:60]:60}{gold:7d}{f1:7.1f}" for name, f1, gold in self.worst()]
        return "\n".join(lines)


class _Text:
    """A text in the scorer's own tokens: words, and signs one by one."""

    __slots__ = ("is_word", "lows", "quoted", "spans", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _TOKEN.finditer(text)]
        self.starts = [first for first, _ in self.spans]
        self.is_word = [text[first].isalnum() or text[first] == "_" for first, _ in self.spans]
        self.lows = [text[first:stop].lower() for first, stop in self.spans]
        self.quoted = _quoted(text)

    def tokens(self, spans: Iterable[Span]) -> Tokens:
        """The tokens that share a character with any of `spans`."""
        found: set[int] = set()
        for first, stop in spans:
            at = bisect_left(self.starts, first)
            if at > 0 and self.spans[at - 1][1] > first:
                at -= 1
            while at < len(self.spans) and self.starts[at] < stop:
                if stop > first:
                    found.add(at)
                at += 1
        return frozenset(found)

    def words(self, tokens: Tokens) -> Tokens:
        """The words among `tokens` without a leading *that*; all of them when there is no word."""
        words = sorted(at for at in tokens if self.is_word[at])
        if len(words) > 1 and self.lows[words[0]] == "that":
            words = words[1:]
        return frozenset(words) or tokens

    def kind(self, attribution: Attribution) -> str:
        """Whether the content is quoted throughout, in part or not at all."""
        words = [at for at in attribution.content if self.is_word[at]]
        share = sum(self.quoted[self.starts[at]] for at in words) / len(words) if words else 0.0
        if share == 0:
            return "indirect"
        if share >= 0.9 and all(self._between_marks(first, stop) for first, stop in attribution.spans):
            return "direct"
        return "mixed"

    def _between_marks(self, first: int, stop: int) -> bool:
        piece = self.text[first:stop].replace("``", '"').replace("''", '"').strip().strip(_EDGE)
        return bool(piece) and piece[0] in _MARKS and piece[-1] in _MARKS


def _quoted(text: str) -> bytearray:
    """For each character, whether it stands between double quotation marks (a quotation may run over paragraphs)."""
    text = text.replace("``", "“ ").replace("''", '" ')
    mask = bytearray(len(text))
    carried = False
    begin = 0
    for paragraph in text.split("\n"):
        opened: int | None = None
        for match in re.finditer(r'["“”„«»]', paragraph):
            at = match.start()
            if match[0] in "“„«" or (match[0] == '"' and opened is None):
                opened = at if opened is None else opened
                continue
            if opened is None and carried:
                opened = 0
            if opened is not None:
                mask[begin + opened : begin + at + 1] = b"\1" * (at + 1 - opened)
                opened = None
            carried = False
        if opened is not None:
            mask[begin + opened : begin + len(paragraph)] = b"\1" * (len(paragraph) - opened)
            carried = True
        elif paragraph.strip():
            carried = False
        begin += len(paragraph) + 1
    return mask


def _marks(path: Path) -> tuple[list[tuple[list[Span], list[Span], list[Span]]], list[Span]]:
    """The (source, cue, content) of every attribution of an annotation file, and the spans that are no news text."""
    spans: dict[str, tuple[str, list[Span]]] = {}
    events: list[list[tuple[str, str]]] = []
    with path.open(encoding="utf-8", newline="") as file:
        for line in file.read().split("\n"):
            match = _LINE.match(line.rstrip("\r"))
            if not match:
                continue
            if match[1][0] == "T":
                label, places = match[2].split("\t", 1)[0].split(" ", 1)
                pieces = [piece.split() for piece in places.split(";")]
                spans[match[1]] = (label, [(int(first), int(stop)) for first, stop in pieces])
            else:
                parts = [part.split(":", 1) for part in match[2].split(" ") if ":" in part]
                events.append([(re.sub(r"\d+$", "", role).lower(), key) for role, key in parts])
    found: list[tuple[list[Span], list[Span], list[Span]]] = []
    for event in events:
        roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for role, key in event:
            if role in roles and key in spans:
                roles[role] += spans[key][1]
        if roles["content"]:
            found.append((roles["source"], roles["cue"], roles["content"]))
    return found, [span for label, pieces in spans.values() if label == "Discard" for span in pieces]


def _gold(path: Path, text: _Text) -> tuple[list[Attribution], Tokens]:
    """The attributions of an annotation file, and the tokens that are no news text."""
    found, discarded = _marks(path)
    return [_attribution(text, *roles) for roles in found], text.tokens(discarded)


def _attribution(text: _Text, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> Attribution:
    return Attribution(text.tokens(source), text.tokens(cue), text.tokens(content), tuple(sorted(content)))


def _predicted(text: _Text, found: Sequence[Statement], discarded: Tokens) -> list[Attribution]:
    """`found` as attributions: each once, and none from what is no news text."""
    seen: dict[tuple[Tokens, Tokens, Tokens], Attribution] = {}
    for one in found:
        made = _attribution(text, [one.source] if one.source else [], [one.cue] if one.cue else [], one.content)
        if made.content and len(made.content & discarded) * 2 < len(made.content):
            seen.setdefault(made[:3], made)
    return list(seen.values())


def _shared(gold: Tokens, predicted: Tokens) -> float:
    """Intersection over union."""
    both = len(gold & predicted)
    return both / (len(gold) + len(predicted) - both) if both else 0.0


def _matched(gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> dict[int, int]:
    """Which gold attribution is which predicted one, by content, the best first."""
    pairs = [
        (-share, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (share := _shared(one.content, other.content)) >= 0.5
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _count_exact(ratio: Ratio, gold: Iterable[Tokens], predicted: Iterable[Tokens]) -> None:
    there, asked = Counter(filter(None, gold)), Counter(filter(None, predicted))
    right = (there & asked).total()
    ratio.add(right, right, asked.total(), there.total())


def _count_soft(ratio: Ratio, gold: Sequence[Tokens], predicted: Sequence[Tokens]) -> None:
    right = sum(max((len(one & other) for other in gold), default=0) / len(one) for one in predicted)
    recalled = sum(max((len(one & other) for other in predicted), default=0) / len(one) for one in gold)
    ratio.add(right, recalled, len(predicted), len(gold))


def _is_core(text: _Text, cue: Tokens) -> bool:
    """Whether a cue speaks of speech or writing, or is bare punctuation."""
    words = [text.lows[at] for at in sorted(cue)]
    if not words:
        return False
    return not any(word[0].isalnum() for word in words) or "according" in words or any(word in lexicon.words("speech") for word in words)


def _source_agrees(gold: Attribution, predicted: Attribution) -> bool:
    return bool(gold.source & predicted.source) if gold.source and predicted.source else not gold.source and not predicted.source


def _score_article(score: AttributionScore, name: str, text: _Text, gold: list[Attribution], predicted: list[Attribution]) -> None:
    _count_exact(score.content_exact, (text.words(one.content) for one in gold), (text.words(one.content) for one in predicted))
    _count_soft(score.content_soft, [one.content for one in gold], [one.content for one in predicted])
    _count_exact(score.source_exact, (one.source for one in gold), (one.source for one in predicted))
    matched = _matched(gold, predicted)
    right = {i for i, j in matched.items() if _source_agrees(gold[i], predicted[j])}
    article = score.by_article[name] = Ratio()
    for ratio in (score.relation, article):
        ratio.add(len(right), len(right), len(predicted), len(gold))
    _count_kinds(score.kinds, text, gold, predicted, {i: matched[i] for i in right})
    core = {i for i, one in enumerate(gold) if _is_core(text, one.cue)}
    counted = len(predicted) - len(_outside_core(text, gold, predicted, matched, core))
    score.core_relation.add(len(right & core), len(right & core), counted, len(core))


def _count_kinds(
    kinds: dict[str, Kind], text: _Text, gold: Sequence[Attribution], predicted: Sequence[Attribution], right: dict[int, int]
) -> None:
    marked = {text.words(one.content) for one in gold}
    found = {text.words(one.content) for one in predicted}
    related = set(right.values())
    for i, one in enumerate(gold):
        kind = kinds[text.kind(one)]
        kind.exact.add(0, text.words(one.content) in found, 0, 1)
        kind.relation.add(0, i in right, 0, 1)
    for j, one in enumerate(predicted):
        kind = kinds[text.kind(one)]
        kind.exact.add(text.words(one.content) in marked, 0, 1, 0)
        kind.relation.add(j in related, 0, 1, 0)


def _outside_core(
    text: _Text, gold: Sequence[Attribution], predicted: Sequence[Attribution], matched: dict[int, int], core: set[int]
) -> set[int]:
    """Predictions that speak of other than speech and writing: they count neither for nor against the core."""
    which = {j: i for i, j in matched.items()}
    found: set[int] = set()
    for j, one in enumerate(predicted):
        if j in which:
            if which[j] not in core:
                found.add(j)
        elif (one.cue and not _is_core(text, one.cue)) or any(
            i not in core and (one.cue & other.cue or _shared(other.content, one.content) >= 0.5) for i, other in enumerate(gold)
        ):
            found.add(j)
    return found


def _pairs(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """The (name, text, annotation file) of each text of `folder` that has one."""
    for path in sorted((folder / "text").glob("*.txt")):
        marked = sorted((folder / "attributions").glob(f"{path.stem}.ann")) or sorted(
            (folder / "attributions").glob(f"{path.stem}_????.ann")
        )
        if marked:
            with path.open(encoding="utf-8", newline="") as file:
                yield path.stem, file.read(), marked[0]


def marked_folder(folder: Path) -> Iterator[tuple[str, str, list[tuple[list[Span], list[Span], list[Span]]]]]:
    """The (name, text, attributions) of each marked text of `folder`: source, cue and content, in characters."""
    for name, raw, marked in _pairs(folder):
        yield name, raw, _marks(marked)[0]


def score_folder(folder: Path, *, only: Container[str] | None = None, into: AttributionScore | None = None) -> AttributionScore:
    """Find the statements of every text in `folder` (or of those named) and compare them with the attributions there.

    Raises:
        FileNotFoundError: the folder has no texts with attributions.
    """
    score = AttributionScore() if into is None else into
    for name, raw, marked in _pairs(folder):
        if only is not None and name not in only:
            continue
        text = _Text(raw)
        gold, discarded = _gold(marked, text)
        _score_article(score, name, text, gold, _predicted(text, statements(read(raw)), discarded))
        score.articles += 1
    if not score.articles:
        raise FileNotFoundError(f"{folder}: no text/*.txt with attributions/*.ann beside it")
    return score
