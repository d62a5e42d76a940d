"""Positions as rows, and the issues that they are taken on: in one text, and across texts."""

from collections.abc import Sequence

import polars as pl

from transforms.tables import TABLES
from transforms.text.positions.issue import Issue, Topic, same_issues
from transforms.text.positions.position import Position
from transforms.text.statements.statement import Span
from transforms.version import Row, Version

POSITIONS = TABLES["core.positions"]
ARTICLE_ISSUES = TABLES["core.article_issues"]
ISSUES = TABLES["core.issues"]


def positions(version: Version) -> list[Row]:
    """Rows of `core.positions`."""
    of_position = {index: issue_id for issue_id, issue in _issues(version) for index in issue.positions}
    return [
        version.fact(position.span, position.rule)
        | version.printed("holder", position.holder_text)
        | version.printed("issue", position.issue)
        | {
            "position_id": POSITIONS.identify(
                version.version_id, position.holder_text, position.stance, position.issue, position.statement, position.holder
            ),
            "holder_actor_id": version.actor(position.holder),
            "stance": position.stance,
            "article_issue_id": of_position[index],
            "condition_text": version.text(position.condition),
            "assertion_basis": position.assertion_basis,
            "statement_id": version.statement(position.statement),
            "contested_by": [version.statement_ids[number] for number in position.contested_by],
            "as_of_date": version.published,
        }
        for index, position in enumerate(version.found.positions)
    ]


def article_issues(version: Version) -> list[Row]:
    """Rows of `core.article_issues`."""
    held = version.found.positions
    return [
        {
            "article_issue_id": issue_id,
            "version_id": version.version_id,
            "published_date": version.published,
            "issue_no": number,
            "family": issue.family,
            "owner_actor_id": version.actor(issue.owner),
            "label": _fullest([version.body[slice(*words)] for words in _words_for(issue, held)]),
            "words": sorted(issue.words),
        }
        for number, (issue_id, issue) in enumerate(_issues(version), 1)
    ]


def _issues(version: Version) -> list[tuple[str, Issue]]:
    return [(ARTICLE_ISSUES.identify(version.version_id, number), issue) for number, issue in enumerate(version.found.issues)]


def _words_for(issue: Issue, held: Sequence[Position]) -> list[Span]:
    return [held[index].issue for index in issue.positions] if issue.told is None else [issue.told]


def _fullest(labels: list[str]) -> str:
    return max(labels, key=lambda label: (len(label), label))


def issues(told: pl.DataFrame, everybody: pl.DataFrame) -> pl.DataFrame:
    """`core.issues`, from all rows of `core.article_issues` and `core.actors`."""
    named = dict(everybody.filter("is_named").select("actor_id", pl.coalesce("reference_id", "name")).iter_rows())
    topics: dict[tuple[str, int], tuple[str, str]] = {}
    rows = []
    columns = ("article_issue_id", "version_id", "published_date", "issue_no", "family", "owner_actor_id", "label", "words")
    for issue_id, version_id, published, number, family, owner, label, words in told.select(columns).iter_rows():
        topics[version_id, number] = (issue_id, label)
        rows.append(Topic(version_id, published.isoformat(), number, family, named.get(owner), tuple(words)))
    same = same_issues(rows)
    members: dict[tuple[str, int], list[str]] = {}
    for one in same:
        members.setdefault((one.first_article, one.first_number), []).append(topics[one.article, one.number][1])
    return ISSUES.frame(
        {
            "article_issue_id": topics[one.article, one.number][0],
            "issue_id": ISSUES.identify(topics[one.first_article, one.first_number][0]),
            "label": _fullest(members[one.first_article, one.first_number]),
            "evidence": one.evidence or None,
        }
        for one in same
    )
