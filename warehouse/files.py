"""The door to the outside: which files there are, and the articles that they hold. Files are only ever read.

A file that cannot be read is a row with its problem, never an exception: one bad file does not stop a night.
"""

import codecs
import json
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from transforms.articles import Problem, SourceArticle, opening
from transforms.tables import TABLES

SOURCE_FILES = TABLES["raw.source_files"]
LARGEST_TEXT = 8 * 1024 * 1024  # bytes of one article: a book is smaller
LARGEST_FILE = 256 * 1024 * 1024  # bytes of one file of records
FORMATS = {".txt": "txt", ".jsonl": "jsonl"}
# Texts that stand beside articles and are not articles.
IGNORED_NAMES = frozenset(("README.md", "README.txt", "LICENSE", "PROVENANCE.md"))


@dataclass(frozen=True, slots=True)
class Contents:
    """What one file holds: its articles, and what stands in the way of the rest."""

    sha256: str | None
    size: int | None
    articles: tuple[SourceArticle, ...]
    problems: tuple[Problem, ...]


def paths(folder: Path) -> list[str]:
    """The files below `folder`, relative to it, sorted; hidden files are passed over. An absent folder holds none."""
    found = (path for path in folder.rglob("*") if not path.is_dir())
    relative = (path.relative_to(folder) for path in found)
    return sorted(
        path.as_posix() for path in relative if not any(part.startswith(".") for part in path.parts) and path.name not in IGNORED_NAMES
    )


def contents(folder: Path, path: str) -> Contents:
    """Read the file `path` below `folder`."""
    whole = folder / path
    if path != _written(path):
        return _refused(_written(path), "unreadable", "the file's name is not UTF-8: rename it")
    kind = FORMATS.get(whole.suffix.lower())
    if kind is None:
        return _refused(path, "unknown_format", f"{whole.suffix or 'no suffix'}: give articles as .txt or .jsonl")
    try:
        if not whole.resolve().is_relative_to(folder.resolve()):
            return _refused(path, "outside_folder", "the link leads out of the folder: copy the file instead")
        found = whole.stat()
        if not stat.S_ISREG(found.st_mode):
            return _refused(path, "unreadable", "it is no file but a pipe, a socket or a device")
        limit = LARGEST_TEXT if kind == "txt" else LARGEST_FILE
        if found.st_size > limit:
            return _refused(path, "too_large", f"{found.st_size} bytes, and at most {limit} are read: split the file", found.st_size)
        data = whole.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        return _refused(path, "unreadable", getattr(error, "strerror", None) or str(error))
    digest = sha256(data).hexdigest()
    articles, problems = (_text if kind == "txt" else _records)(path, data)
    return Contents(digest, len(data), tuple(articles), tuple(problems))


def _written(path: str) -> str:
    """`path` as it can be written down: names of files may hold bytes that are no text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _refused(path: str, code: str, detail: str, size: int | None = None) -> Contents:
    return Contents(None, size, (), (Problem(path, code, detail),))


def _decoded(path: str, data: bytes) -> str | Problem:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        seen = ": it looks like UTF-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
        return Problem(path, "not_utf8", f"byte {error.start} is not UTF-8{seen}: save the file as UTF-8")
    return text if text.strip() else Problem(path, "empty", "there is no text in it")


def _text(path: str, data: bytes) -> tuple[list[SourceArticle], list[Problem]]:
    text = _decoded(path, data)
    return ([], [text]) if isinstance(text, Problem) else ([SourceArticle(path, text)], [])


def _records(path: str, data: bytes) -> tuple[list[SourceArticle], list[Problem]]:
    articles: list[SourceArticle] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if line.strip():
            article = _record(path, number, line)
            if isinstance(article, SourceArticle) and article.external_id in seen:
                article = Problem(f"{path}:{number}", "bad_record", f"the id {article.external_id!r} stands in an earlier line, too")
            if isinstance(article, Problem):
                problems.append(article)
            else:
                seen.add(article.external_id or "")
                articles.append(article)
    if not articles and not problems:
        problems.append(Problem(path, "empty", "there is no record in it"))
    return articles, problems


def _record(path: str, number: int, line: bytes) -> SourceArticle | Problem:
    where = f"{path}:{number}"
    if len(line) > LARGEST_TEXT:
        return Problem(where, "too_large", f"{len(line)} bytes in one record, and at most {LARGEST_TEXT} are read")
    decoded = _decoded(where, line)
    if isinstance(decoded, Problem):
        return decoded
    try:
        record = json.loads(decoded)
        if "\\u" in decoded:
            json.dumps(record, ensure_ascii=False).encode()  # half a surrogate pair is no character
    except json.JSONDecodeError as error:
        return Problem(where, "bad_json", f"at character {error.pos + 1} of the line: {error.msg}: write one JSON object a line")
    except (ValueError, RecursionError) as error:
        return Problem(where, "bad_json", str(error)[:200])
    if not isinstance(record, dict):
        return Problem(where, "bad_record", "a record is a JSON object with `id` and `text`")
    if not isinstance(record.get("text"), str):
        return Problem(where, "bad_record", f"`text` is {'no string' if 'text' in record else 'missing'}")
    if not isinstance(record.get("id"), str | int) or isinstance(record.get("id"), bool):
        return Problem(where, "bad_record", f"`id` is {'no string and no number' if 'id' in record else 'missing'}")
    if not str(record["id"]).strip():
        return Problem(where, "bad_record", "`id` is empty")
    if not isinstance(record.get("date"), str | None):
        return Problem(where, "bad_record", "`date` is a string, YYYY-MM-DD")
    extra = tuple((key, value) for key, value in sorted(record.items()) if key not in ("id", "text", "date") and isinstance(value, str))
    return SourceArticle(path, record["text"], str(record["id"]), record.get("date") or None, extra, number)


def source_files(
    folder: Path, progress: Callable[[str], None] | None = None, today: date | None = None
) -> tuple[pl.DataFrame, list[Problem]]:
    """What is there (`raw.source_files`), and every problem of every file. `progress` is told how far it is.

    An article of a day after `today` is set aside until that day has come: the list then changes, and the day is loaded.
    """
    today = today or datetime.now(UTC).date()
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    found = paths(folder)
    for done, path in enumerate(found, 1):
        held = contents(folder, path)
        days = set()
        failed = list(held.problems)
        for article in held.articles:
            begun = opening(article)
            if isinstance(begun, Problem):
                failed.append(begun)
            elif begun[1] > today:
                failed.append(Problem(article.place, "future_date", f"{begun[1]} has not come yet: correct the day, or wait for it"))
            else:
                days.add(begun[1])
        problems += failed
        rows.append(
            {
                "path": _written(path),
                "sha256": held.sha256,
                "size_bytes": held.size,
                "format": FORMATS.get(Path(path).suffix.lower(), "other"),
                "published_dates": sorted(days),
                "article_count": len(held.articles),
                "problem": failed[0].code if failed else None,
            }
        )
        if progress and done % 500 == 0:
            progress(f"listed {done} of {len(found)} files")
    return SOURCE_FILES.frame(rows), problems


def articles(folder: Path, selected: pl.DataFrame) -> Iterator[SourceArticle]:
    """The articles of the files in `selected` (rows of `raw.source_files`).

    Raises:
        RuntimeError: a file has changed since it was listed. The next load sees it as it is then.
    """
    for path, digest in selected.select("path", "sha256").iter_rows():
        held = contents(folder, path)
        if held.sha256 != digest:
            raise RuntimeError(f"{folder / path} changed while it was being loaded: materialise raw/source_files again, then its days")
        yield from held.articles


def fingerprint(folder: Path) -> str:
    """A digest of the names, sizes and times of the files below `folder`: it is cheap, and it changes when they do."""
    digest = sha256()
    for path in paths(folder):
        found = (folder / path).lstat()
        digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:20]


def files_at(given: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The files at `given` (files or folders), each as a folder and a path below it."""
    for path in given:
        if path.is_dir():
            for name in paths(path):
                yield path, name
        else:
            yield path.parent, path.name
