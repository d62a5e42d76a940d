"""Article versions: what a file or record says of its article, and where the text begins.

Belongs here: headers, datelines, bylines, the identity of articles and versions. Does not belong here: opening files
(`warehouse.files`), or reading the body for facts.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import polars as pl

from transforms.tables import TABLES
from transforms.text.reading import fold

VERSIONS = TABLES["core.article_versions"]

# A leading space is usual, a byte order mark happens; a credit or the text itself follows on the same line.
_HEADER = re.compile(
    r"\ufeff?\s{0,8}date[ \t]+(?P<day>\d{4}-\d{2}-\d{2})(?!\d)[ \t]*(?:\[Source:[ \t]*(?P<credit>[^\]\n]{1,200}?)[ \t]*\])?\s*"
)
_DAY_IN_NAME = re.compile(r"(?:^|/)(\d{4}-\d{2}-\d{2})(?!\d)[^/]*$")
_DATELINE = re.compile(
    r"""(?P<place>[A-Z][A-Z'.-]+(?:[ /][A-Z][A-Z'.-]+){0,4}(?:,[ ][A-Z][A-Za-z.]+){0,2})
    (?:,[ ](?P<month>Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?[ ](?P<number>\d{1,2}))?
    (?:[ ]\((?P<wire>[A-Z][A-Za-z ]{1,30})\))?[ ](?:-|--|—|–)[ ]""",
    re.VERBOSE,
)
_BYLINE = re.compile(r"By ((?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w.'-]+(?:(?:, | and )(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w.'-]+){0,4})[ \t]*\n")
_MONTHS = {
    name: number for number, name in enumerate(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1)
}
_NEWS_YEARS = range(1600, 2200)  # before and after, a date is a slip, and reckoning from it leaves the calendar
_OPENING = 2_000  # characters in which byline and dateline are looked for


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One article as its file or record gives it. `record` holds the other fields of a JSON record, `line` is where it stands."""

    path: str
    text: str
    external_id: str | None = None
    recorded_day: str | None = None
    record: tuple[tuple[str, str], ...] = ()
    line: int | None = None

    @property
    def place(self) -> str:
        """Where the article stands: the file, and the line of a record."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the body. `day` is None where no header line stands; `body_offset` counts code points."""

    day: str | None
    credit: str | None
    body_offset: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an article cannot be loaded: a code of the vocabulary `file_problem`, and what was found."""

    path: str
    code: str
    detail: str


def header(text: str) -> Header:
    """The header line of `text`: `date YYYY-MM-DD`, then perhaps `[Source: X]`, then the body, perhaps on the same line."""
    match = _HEADER.match(text)
    if match is None:
        offset = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        return Header(None, None, offset)
    return Header(match["day"], match["credit"], match.end())


def published_day(article: SourceArticle, parsed: Header) -> tuple[date, str] | Problem:
    """The publication day and its basis: the header line, the record, or the day at the beginning of the file's name."""
    in_name = _DAY_IN_NAME.search(article.path)
    for written, basis in ((parsed.day, "header"), (article.recorded_day, "record"), (in_name and in_name[1], "filename")):
        if written:
            try:
                day = date.fromisoformat(written[:10])
            except ValueError:
                day = None
            if day is None or day.year not in _NEWS_YEARS:
                where = {"header": "the header line", "record": "the record's `date`", "filename": "the file's name"}[basis]
                return Problem(article.place, "bad_date", f"{where} says {written!r}; write a day of the calendar as YYYY-MM-DD")
            return day, basis
    return Problem(
        article.place, "no_date", "no publication day: begin the text with ` date YYYY-MM-DD`, or the file's name with YYYY-MM-DD"
    )


def opening(article: SourceArticle) -> tuple[Header, date, str] | Problem:
    """The header of `article`, its publication day and the basis of that; or why it cannot be loaded."""
    parsed = header(article.text)
    day = published_day(article, parsed)
    if isinstance(day, Problem):
        return day
    if not article.text[parsed.body_offset :].strip():
        return Problem(article.place, "empty", "there is no text after the header")
    return parsed, *day


def article_versions(articles: Iterable[SourceArticle]) -> tuple[pl.DataFrame, list[Problem]]:
    """The versions (`core.article_versions`, all current) of `articles`, and what stands in the way of the others."""
    rows: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for article in articles:
        found = opening(article)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        row = _version(article, *found)
        rows.setdefault(row["version_id"], row)
    return VERSIONS.frame(rows.values()), problems


def _version(article: SourceArticle, parsed: Header, day: date, basis: str) -> dict[str, Any]:
    body = article.text[parsed.body_offset :]
    digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    record = {key: value for key, value in article.record if value.strip()}
    first_words = fold(body[:_OPENING])
    dateline = _dateline(first_words, day)
    article_id = VERSIONS.identify("article", article.path.rsplit(".", 1)[0], article.external_id)
    byline = record.get("byline") or ((match := _BYLINE.search(first_words)) and match[1])
    return {
        "version_id": VERSIONS.identify(article_id, day, digest),
        "article_id": article_id.replace("ver-", "art-"),
        "path": article.path,
        "publisher": record.get("publisher") or record.get("source"),
        "credited_source": parsed.credit or dateline.get("wire"),
        "headline": record.get("headline") or record.get("title") or _headline(body),
        "byline": byline,
        "dateline_place": dateline.get("place"),
        "dateline_date": dateline.get("day"),
        "published_date": day,
        "published_date_basis": basis,
        "language": re.split("[-_]", record.get("language", "en").strip(), maxsplit=1)[0].lower(),  # en-GB is en
        "url": record.get("url"),
        "external_id": article.external_id,
        "body": body,
        "body_offset": parsed.body_offset,
        "text_sha256": digest,
        "pub_status": "current",
        "story_id": VERSIONS.identify("story", *_WORD.findall(fold(body).casefold())).replace("ver-", "sto-"),
    }


_WORD = re.compile(r"\w+")


def _headline(body: str) -> str | None:
    """The first line, where it is short, ends without a full stop and a blank line follows."""
    first, _, rest = body.partition("\n")
    first = first.strip()
    is_title = 0 < len(first) <= 160 and first[-1] not in ".,;:\"”'’" and rest.startswith(("\n", "\r\n")) and rest.strip() != ""
    return first if is_title else None


def _dateline(opening: str, published: date) -> dict[str, Any]:
    for line_start in (0, *(match.end() for match in re.finditer(r"\n", opening))):
        match = _DATELINE.match(opening, line_start)
        if match is None:
            continue
        return {"place": match["place"], "wire": match["wire"], "day": _day(match["month"], match["number"], published)}
    return {}


def _day(month: str | None, number: str | None, published: date) -> date | None:
    """The day of a dateline, in the year that brings it nearest before the publication day."""
    if month is None or number is None:
        return None
    for year in (published.year, published.year - 1):
        try:
            day = date(year, _MONTHS[month[:3]], int(number))
        except ValueError:
            return None
        if day <= published:
            return day
    return None


def with_earlier_versions(current: pl.DataFrame, earlier: pl.DataFrame, standing: Collection[str]) -> pl.DataFrame:
    """`current` versions of some days, and the `earlier` ones of the same days whose text stands in no file any more.

    An earlier version is superseded while its article (an `article_id` of `standing`) has another text, on whatever day, and removed when
    the article is gone.
    """
    gone = earlier.filter(~pl.col("version_id").is_in(current["version_id"].to_list()))
    status = pl.when(pl.col("article_id").is_in(list(standing))).then(pl.lit("superseded")).otherwise(pl.lit("removed"))
    return pl.concat([current, gone.with_columns(pub_status=status)]).sort(VERSIONS.key)
