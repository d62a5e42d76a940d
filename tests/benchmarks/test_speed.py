"""How fast texts are read: CPU seconds of one process, with a naive baseline in the same run. No test depends on a time."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
import yaml

from tests.benchmarks import naive
from transforms.extraction import extract, extractions
from transforms.text.actors.reference import Reference
from transforms.text.casualties import casualty
from transforms.text.reading import read
from transforms.text.statements import statement
from warehouse.reference import actor_reference

pytestmark = pytest.mark.benchmark_suite

GOLDEN = Path(__file__).parent.parent / "golden"
DAY = date(2024, 3, 1)


def _texts() -> Iterator[str]:
    for path in sorted(GOLDEN.rglob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(held, dict) and isinstance(held.get("text"), str):
            yield held["text"]


def articles(count: int, words: int = 750) -> list[str]:
    """`count` articles of about `words` words, from the paragraphs of the golden texts."""
    paragraphs = cycle([paragraph for text in _texts() for paragraph in text.split("\n\n") if len(paragraph.split()) > 5])
    made = []
    for _ in range(count):
        parts: list[str] = []
        while sum(len(part.split()) for part in parts) < words:
            parts.append(next(paragraphs))
        made.append("\n\n".join(parts))
    return made


def shorts(count: int, characters: int = 240) -> list[str]:
    """`count` texts of about `characters` characters, from the golden sentences on casualties."""
    sentences = cycle([row["text"] for row in yaml.safe_load((GOLDEN / "casualty_sentences.yaml").read_text(encoding="utf-8"))])
    made = []
    for _ in range(count):
        text = next(sentences)
        while len(text) < characters:
            text = f"{text} {next(sentences)}"
        made.append(text)
    return made


def reports(count: int, characters: int = 240) -> list[str]:
    """`count` own-worded reports of about `characters` characters, from the golden texts on totals: each with as many sentences as fit."""
    held = [row["text"] for row in yaml.safe_load((GOLDEN / "casualty_totals.yaml").read_text(encoding="utf-8"))]
    begun = [text[: text.find(". ", characters - 40) + 1] or text for text in held]
    texts = cycle([text for text in begun if abs(len(text) - characters) < 80])
    return [next(texts) for _ in range(count)]


def cpu(work: Callable[[str], object], texts: list[str], rounds: int = 3) -> float:
    """The least CPU seconds of several rounds over `texts`."""
    work(texts[0])
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - begin)
    return min(times)


def together(texts: list[str], reference: Reference) -> float:
    """The least CPU seconds of reading all `texts`, as loads do."""
    return cpu(lambda _: deque(extractions(((text, DAY) for text in texts), reference), maxlen=0), [""])


def show(title: str, rows: dict[str, float], texts: list[str], baseline: str, goal: float) -> None:
    """Print seconds as texts a second, with the ratio to the named baseline."""
    length = sum(map(len, texts)) / len(texts)
    print(f"\n{title}: {len(texts)} texts, {length:.0f} characters each; goal {goal:.0f} a second, whole extraction")
    for name, seconds in rows.items():
        print(f"  {name:<42} {len(texts) / seconds:>9.0f} a second   {seconds / rows[baseline]:>7.2f} x the time of {baseline}")


def test_speed_on_articles() -> None:
    texts = articles(300)
    reference = actor_reference()
    rows = {
        "quote + nearest said": cpu(naive.quotes_and_nearest_said, texts),
        "tokens, sentences, paragraphs": cpu(read, texts),
        "... and statements": cpu(lambda text: statement.statements(read(text)), texts),
        "whole extraction": cpu(lambda text: extract(text, DAY, reference), texts),
        "whole extraction, several texts together": together(texts, reference),
    }
    show("Articles", rows, texts, "quote + nearest said", 300)
    assert all(seconds > 0 for seconds in rows.values())


@pytest.mark.parametrize(("title", "make"), [("Short reports", reports), ("Short texts full of figures", shorts)], ids=["plain", "dense"])
def test_speed_on_short_casualty_reports(title: str, make: Callable[[int], list[str]]) -> None:
    texts = make(2000)
    reference = actor_reference()
    rows = {
        "number near a word of harm": cpu(naive.numbers_near_measures, texts),
        "tokens, sentences, paragraphs": cpu(read, texts),
        "... and casualty figures": cpu(lambda text: casualty.figures(read(text, DAY)), texts),
        "whole extraction": cpu(lambda text: extract(text, DAY, reference), texts),
        "whole extraction, several texts together": together(texts, reference),
    }
    show(title, rows, texts, "number near a word of harm", 4000)
    assert all(seconds > 0 for seconds in rows.values())
