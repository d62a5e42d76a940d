"""Issues: which positions are about the same thing, in one text and across texts."""

from itertools import permutations

import pytest

from transforms.extraction import extract
from transforms.text.positions.issue import SameIssue, Topic, head_noun, same_issues


def grouped(text: str) -> list[set[str]]:
    """The words of the issues, grouped."""
    found = extract(text)
    return [{text[slice(*found.positions[index].issue)] for index in issue.positions} for issue in found.issues]


def test_a_proposal_is_taken_up_again_by_its_other_names() -> None:
    text = "Kenya rejected a Brazilian proposal for talks. Uganda supports the plan, but Chad opposes it."
    assert grouped(text) == [{"a Brazilian proposal for talks", "the plan", "it"}]


def test_different_proposals_of_one_text_stay_apart() -> None:
    text = "Kenya rejected a plan to close the port. Uganda supports elections in the north."
    assert grouped(text) == [{"a plan to close the port"}, {"elections in the north"}]


def test_concessions_are_concessions_however_they_are_qualified() -> None:
    text = "Kenya rejected offering any concessions beyond the release of hostages. Later Kenya rejected any concessions."
    assert len(grouped(text)) == 1


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Chad denied that grain had been sold. The council would attend after all, two envoys said. Ann Moss denied this.",
            "The council would",
        ),
        ("Ann Moss said that Holt had denied meeting the clerk. The clerk rejected that.", "that Holt had denied"),
        ("Two envoys said the rebels had accepted the plan. Ann Moss denied this.", None),
    ],
)
def test_who_denies_this_denies_what_the_link_says(text: str, claim: str | None) -> None:
    issue = extract(text).issues[-1]
    assert (None if issue.told is None else text[slice(*issue.told)][: len(claim or "")]) == claim


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("a new round of negotiations", "negotiations"),
        ("an egyptian proposal that they leave", "proposal"),
        ("the port", "port"),
        ("withdraw its men from the valley", "men"),
        ("hand over its arms in advance", "arms"),
        ("that it leave", "leave"),
        ("to meet outside the town", "meet"),
    ],
)
def test_the_head_names_the_issue(words: str, head: str) -> None:
    assert head_noun(words.split()) == head


def topic(article: str, day: str, words: str, owner: str | None = None, family: str = "proposal") -> Topic:
    return Topic(article, day, 0, family, owner, tuple(sorted(words.split())))


TOPICS = [
    topic("a", "2024-01-01", "brazilian proposal talk geneva", "brazil"),
    topic("b", "2024-01-03", "brazilian proposal talk", "brazil"),
    topic("c", "2024-01-03", "french proposal talk", "france"),
    topic("d", "2024-01-04", "plan"),
    topic("e", "2024-01-05", "withdrawal full gaza", family="withdrawal"),
    topic("f", "2024-01-06", "withdrawal full gaza troop", family="withdrawal"),
    topic("g", "2024-06-06", "brazilian proposal talk", "brazil"),
]


def firsts(found: list[SameIssue]) -> dict[str, str]:
    return {row.article: row.first_article for row in found}


def test_issues_of_texts_are_one_only_by_owner_and_words_within_a_month() -> None:
    assert firsts(same_issues(TOPICS)) == {"a": "a", "b": "a", "c": "c", "d": "d", "e": "e", "f": "e", "g": "g"}


def test_the_evidence_is_kept() -> None:
    assert next(row.evidence for row in same_issues(TOPICS) if row.article == "b") == "same owner and words: brazilian proposal talk"


def test_the_order_in_which_texts_are_loaded_changes_nothing() -> None:
    expected = same_issues(TOPICS)
    for order in permutations(TOPICS[:4]):
        assert same_issues([*TOPICS[4:], *order, *order]) == expected


def test_any_idea_is_not_the_idea_and_what_was_proposed_last_is_the_proposal() -> None:
    text = (
        "Kenya opposes any offer without a date. Uganda welcomed the offer. Sudan proposed a joint committee. Chad accepted the proposal."
    )
    assert {"a joint committee", "the proposal"} in grouped(text)
    assert {"any offer without a date"} in grouped(text)


def test_what_is_denied_is_not_what_is_accepted() -> None:
    text = "Kenya denied that it had hidden arms in the port. Mali worked on a pause. Two envoys said that Kenya had agreed to it."
    denied, accepted = grouped(text)
    assert denied.isdisjoint(accepted)
