"""The steps of a load, in order: list the files, read and audit days, derive what spans all days, publish.

Each is called by one asset. Belongs here: what follows on what. Does not belong here: how a step does its work.
"""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import polars as pl

from transforms import actors, articles, claim_links, facts, positions, sources, vocabularies
from transforms.articles import Problem
from transforms.tables import TABLES, of_scope
from transforms.text.actors.reference import Reference
from warehouse import build, files
from warehouse.locations import Locations
from warehouse.places import countries_of_places
from warehouse.reference import actor_reference
from warehouse.rules import rules_version
from warehouse.staleness import input_digests, require_folder

if TYPE_CHECKING:
    from expectations.audit import Audit

BATCH = 50  # texts that one worker reads at a time
UNREAD = "unread"  # the reason of a text that breaks a rule: it is kept, without facts
_CASE = ("table_name", "published_date", "row_key", "reason", "detail", "row_json")
ALONE = 200  # up to so many texts, one process is quicker than several

Progress = Callable[[str], None]


def silent(said: str) -> None:
    """The progress that nobody wants to see."""


def list_source_files(
    where: Locations, load_id: str, moment: datetime, progress: Progress = silent
) -> tuple[pl.DataFrame, Sequence[Problem]]:
    """`raw.source_files` as the folder is now, with its problems in `ops.quarantine`; nothing is written when nothing changed.

    Raises:
        FileNotFoundError: the folder is gone, and the warehouse knows files of it.
    """
    found, problems = files.source_files(where.articles, progress)
    cases = TABLES["ops.quarantine"].frame(
        {
            "quarantine_id": "",
            "load_id": load_id,
            "table_name": "raw.source_files",
            "row_key": problem.path,
            "reason": problem.code,
            "detail": problem.detail,
            "quarantined_at": moment,
        }
        for problem in problems
    )
    with build.writing(where) as connection:
        require_folder(where, build.table(connection, TABLES["raw.source_files"]))
        if build.replace_table(connection, TABLES["raw.source_files"], found):
            build.set_aside(connection, cases, "table_name = 'raw.source_files'", moment)
    return found, problems


@dataclass(frozen=True, slots=True)
class Night:
    """What a load of some days came to."""

    frames: Mapping[str, pl.DataFrame]
    audits: Mapping[str, "Audit"]
    blocks: bool  # whether a critical table rule failed, and nothing was written


def load_days(
    where: Locations,
    days: Sequence[date],
    load_id: str,
    moment: datetime,
    progress: Progress = silent,
) -> Night:
    """Read, audit and load whole publication days.

    Nothing is written where a critical table rule fails.
    """
    with build.writing(where) as connection:
        listed = build.table(connection, TABLES["raw.source_files"])
        known = build.table(connection, TABLES["core.article_versions"], days)
    has_days = pl.col("published_dates").list.eval(pl.element().is_in(list(days))).list.any()
    concerned = listed.filter(has_days)
    progress(f"reading {concerned.height} files of {len(days)} days")
    # A file that told of a day before and does not now tells what has become of its articles.
    told_before = listed.filter(~has_days & pl.col("path").is_in(known["path"].to_list()))
    versions, _ = articles.article_versions(files.articles(where.articles, pl.concat([concerned, told_before])))
    current = versions.filter(pl.col("published_date").is_in(list(days)))
    unreadable = told_before.filter(pl.col("published_dates").list.len() == 0)["path"].to_list()
    standing = {*versions["article_id"], *known.filter(pl.col("path").is_in(unreadable))["article_id"]}
    texts = articles.with_earlier_versions(current, known, standing)
    reference = actor_reference(where.reference)
    for form, one, other in reference.clashes:
        progress(f"actors.csv: {form!r} leads to nobody, since {one} and {other} both claim it")
    read, unread = read_texts(texts, reference, progress)
    frames = {"core.article_versions": texts, **read}
    kept, audits = audit(frames, moment.date(), progress)
    document(where, audits, load_id, moment, "publication_days")
    if any(found.blocks for found in audits.values()):
        return Night(kept, audits, blocks=True)
    rules = rules_version(where.reference)
    every = input_digests(listed, rules, days)
    with build.writing(where) as connection:
        build.load_days(
            connection,
            build.Load(
                load_id,
                moment,
                {day: every[day] for day in days},
                rules,
                kept,
                pl.concat([unread, *(found.set_aside.select(unread.columns) for found in audits.values())]),
                _outcomes(connection, listed, concerned),
                pl.concat([found.results for found in audits.values()]),
            ),
        )
    return Night(kept, audits, blocks=False)


def read_texts(texts: pl.DataFrame, reference: Reference, progress: Progress = silent) -> tuple[dict[str, pl.DataFrame], pl.DataFrame]:
    """The facts of `texts`, in this process where they are few, else in batches on an executor; and the cases of texts that break a rule.

    Raises:
        RuntimeError: more than one text in twenty breaks: it is the rules that are broken, and not a text.
    """
    if texts.height <= ALONE:
        found, broken = _read(texts, reference)
    else:
        batches = [texts.slice(begin, BATCH) for begin in range(0, texts.height, BATCH)]
        parts: list[dict[str, pl.DataFrame]] = []
        broken = {}
        with executor() as pool:
            for done, (part, errors) in enumerate(pool.map(partial(_read, reference=reference), batches), 1):
                parts.append(part)
                broken |= errors
                progress(f"read {min(done * BATCH, texts.height)} of {texts.height} texts")
        found = facts.together(parts)
    if len(broken) > max(1, texts.height // 20):
        raise RuntimeError(f"{len(broken)} of {texts.height} texts could not be read: {next(iter(broken.values()))}")
    rows = texts.filter(pl.col("version_id").is_in(list(broken)))
    for version_id, path in rows.select("version_id", "path").iter_rows():
        progress(f"set aside {path}: {UNREAD}: {broken[version_id]}")
    cases = [
        {
            "table_name": "core.article_versions",
            "published_date": row["published_date"],
            "row_key": row["version_id"],
            "reason": UNREAD,
            "detail": f"{row['path']}: {broken[row['version_id']]}",
            "row_json": None,
        }
        for row in rows.iter_rows(named=True)
    ]
    return found, pl.DataFrame(cases, schema=dict.fromkeys(_CASE, pl.String) | {"published_date": pl.Date})


def _read(texts: pl.DataFrame, reference: Reference) -> tuple[dict[str, pl.DataFrame], dict[str, str]]:
    """The facts of `texts`, and what went wrong with those of them, by version, that break a rule: they are found by halving."""
    try:
        return facts.facts(texts, reference, countries_of_places(reference)), {}
    except Exception as error:  # a text may break any rule in any way, and one text does not stop a night
        if texts.is_empty():
            raise
        if texts.height == 1:
            return facts.facts(texts.clear(), reference), {texts["version_id"][0]: f"{type(error).__name__}: {error}"[:200]}
    half = texts.height // 2
    (one, broken), (other, more) = _read(texts.slice(0, half), reference), _read(texts.slice(half), reference)
    return {name: pl.concat([one[name], other[name]]) for name in one}, broken | more


def executor() -> Executor:
    """A pool of one process a core. `fork` deadlocks with Polars, so the processes are fresh ones."""
    return ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context("forkserver"))


def audit(
    frames: Mapping[str, pl.DataFrame], today: date, progress: Progress, beside: Mapping[str, pl.DataFrame] | None = None
) -> tuple[dict[str, pl.DataFrame], dict[str, "Audit"]]:
    """What of `frames` may be loaded, and the audit of each; `beside` are tables that they refer to and that stay as they are."""
    from expectations.audit import audits

    found = {}
    for one in audits(frames, today, beside):
        progress(f"checked {one.table.qualified_name}: {one.kept.height} rows kept, {one.set_aside.height} set aside")
        found[one.table.qualified_name] = one
    return {name: one.kept for name, one in found.items()}, found


def document(where: Locations, audits: Mapping[str, "Audit"], load_id: str, moment: datetime, part: str) -> Path:
    """Write the Data Docs of one part of a load in place of those of the load before, and return the page that leads to all parts."""
    from expectations import data_docs

    folder = where.data_docs / part
    fresh = where.data_docs / f".{part}.{load_id}"
    data_docs.build(audits.values(), fresh, load_id, moment)
    index = where.data_docs / "index.html"
    with build.turn(where):
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
        parts = sorted(path.parent.name for path in where.data_docs.glob("[!.]*/index.html"))
        links = "".join(f'<li><a href="{name}/index.html">{name.replace("_", " ")}</a></li>' for name in parts)
        index.write_text(f"<!doctype html><title>On Record: Data Docs</title><h1>Data Docs</h1><ul>{links}</ul>", encoding="utf-8")
    return index


def _outcomes(connection: duckdb.DuckDBPyConnection, listed: pl.DataFrame, concerned: pl.DataFrame) -> pl.DataFrame:
    """What becomes of each file of a load: those of its days, and those that cannot be read."""
    seen = set(connection.execute("SELECT path, sha256 FROM ops.files WHERE outcome = 'loaded'").fetchall())
    unreadable = listed.filter(pl.col("published_dates").list.len() == 0)
    rows = [
        (path, digest, "unchanged" if (path, digest) in seen else "loaded")
        for path, digest in concerned.select("path", "sha256").iter_rows()
    ]
    rows += [(path, digest, "quarantined") for path, digest in unreadable.select("path", "sha256").iter_rows()]
    return pl.DataFrame(rows, schema={"path": pl.String, "sha256": pl.String, "outcome": pl.String}, orient="row")


def derive(where: Locations, load_id: str, moment: datetime, progress: Progress = silent) -> Night:
    """Derive the tables that span all days from the day tables, audit and load them. Nothing is written where nothing changed.

    Where another load brings days meanwhile, they are derived once more, with those.
    """
    with build.writing(where) as connection:
        brought = build.loads_of_days(connection)
        read = {table.qualified_name: build.table(connection, table) for table in of_scope("day")}
    reference = actor_reference(where.reference)
    everybody = actors.actors(read["core.article_actors"], reference)
    frames = {
        "core.vocabulary": vocabularies.vocabulary(),
        "core.sources": sources.sources(read["core.article_versions"]),
        "core.actors": everybody,
        "core.actor_aliases": actors.actor_aliases(read["core.article_actors"], reference),
        "core.actor_suggestions": actors.actor_suggestions(everybody),
        "core.issues": positions.issues(read["core.article_issues"], everybody),
        "core.cross_links": claim_links.cross_links(
            read["core.statements"], read["core.statement_speakers"], read["core.article_versions"], everybody
        ),
    }
    kept, audits = audit(frames, moment.date(), progress, read)
    document(where, audits, load_id, moment, "all_days")
    if any(found.blocks for found in audits.values()):
        return Night(kept, audits, blocks=True)
    with build.writing(where) as connection:
        is_current = build.loads_of_days(connection) == brought
        changed = [name for name, frame in kept.items() if build.replace_table(connection, TABLES[name], frame)] if is_current else []
        if changed:
            build.record_results(connection, load_id, moment, pl.concat([found.results for found in audits.values()]))
        if is_current:
            build.mark_derived(connection)
    if not is_current:
        progress("another load brought days meanwhile: deriving once more")
        return derive(where, load_id, moment, progress)
    return Night(kept, audits, blocks=False)
