"""The golden stories: actors, positions and links across small stories must stay as right as they are."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from expectations.accuracy.stories import Article, Report, articles, score
from transforms.extraction import Extraction, extract
from transforms.text.actors.reference import compile_reference

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests" / "golden" / "stories"
LATER = ROOT / "tests" / "golden" / "later_stories"
LATEST = ROOT / "tests" / "golden" / "latest_stories"


@pytest.fixture(scope="module")
def golden() -> list[Article]:
    return articles(STORIES)


@pytest.fixture(scope="module")
def report(golden: list[Article]) -> Iterator[Report]:
    lines = (ROOT / "seeds" / "reference" / "actors.csv").read_text(encoding="utf-8").splitlines()
    reference = compile_reference(list(csv.DictReader(line for line in lines if not line.startswith("#"))))

    def read(text: str, published: date) -> Extraction:
        return extract(text, published, reference)

    return score(golden, read)


def test_there_are_enough_articles_in_enough_stories_of_several_days(golden: list[Article]) -> None:
    days: dict[str, set[date]] = {}
    for article in golden:
        days.setdefault(article.story, set()).add(article.published)
    assert len(golden) >= 30
    assert len(days) >= 8
    assert all(len(held) >= 3 for held in days.values())
    assert sum(article.held_out for article in golden) >= 6


def test_every_expected_row_stands_in_the_text(golden: list[Article]) -> None:
    golden = [*golden, *articles(LATER), *articles(LATEST)]
    texts = {(article.story, article.number): article.text for article in golden}
    for article in golden:
        for row in article.expected["positions"]:
            for words in [*row["issue"].split("|"), *row.get("condition", "").split("|")]:
                assert words in article.text, (article.story, article.number, words)
        for row in article.expected["links"]:
            assert any(words in article.text for words in row["from"].split("|")), (article.story, article.number, row["from"])
            assert any(words in texts[article.story, row.get("to_article", article.number)] for words in row["to"].split("|")), row


def test_conditions_and_contests_are_read_with_their_positions(report: Report) -> None:
    assert report.conditions.precision >= 0.9, "\n".join(report.conditions.errors)
    assert report.contested.precision >= 0.9, "\n".join(report.contested.errors)


def test_the_scorer_counts_what_is_missing_and_what_is_too_much(golden: list[Article]) -> None:
    def nothing(text: str, published: date) -> Extraction:
        return extract("", published)

    empty = score(golden[:2], nothing)
    assert (empty.positions.right, empty.positions.wrong) == (0, 0)
    assert empty.positions.missed > 0
    assert empty.actors.recall == 0.0
    bare = Article("story", 1, date(2024, 1, 1), "Post", "Kenya rejected the offer.", False, {"positions": [], "links": [], "actors": []})
    assert score([bare], extract).positions.wrong == 1
