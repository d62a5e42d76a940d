"""The assets: files, the tables of each publication day, the tables that span all days, and what is published."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import dagster as dg
import polars as pl

from orchestration import night
from orchestration.partitions import days_of, publication_days, register
from orchestration.resources import Warehouse
from transforms.tables import TABLES, Table, of_scope
from warehouse import ddl, publish
from warehouse.staleness import published_connection

OWNERS = ["team:on-record"]
PREVIEW = 5  # rows of a preview
# What each table is made from, as the graph shows it.
DEPENDENCIES: Mapping[str, tuple[str, ...]] = {
    "core.article_versions": ("raw.source_files",),
    "core.article_actors": ("core.article_versions",),
    "core.actor_mentions": ("core.article_actors",),
    "core.affiliations": ("core.actor_mentions",),
    "core.statements": ("core.article_versions",),
    "core.statement_speakers": ("core.statements", "core.actor_mentions"),
    "core.positions": ("core.statements", "core.actor_mentions", "core.article_issues"),
    "core.article_issues": ("core.article_versions", "core.article_actors"),
    "core.casualty_figures": ("core.article_versions", "core.statements"),
    "core.casualty_totals": ("core.casualty_figures",),
    "core.claim_links": ("core.statements",),
    "core.vocabulary": (),
    "core.sources": ("core.article_versions",),
    "core.actors": ("core.article_actors",),
    "core.actor_aliases": ("core.article_actors",),
    "core.actor_suggestions": ("core.actors",),
    "core.issues": ("core.article_issues", "core.actors"),
    "core.cross_links": ("core.statements", "core.statement_speakers", "core.article_versions", "core.actors"),
}


def key(name: str) -> dg.AssetKey:
    """The asset key of a table or view: `schema.name` becomes `schema/name`."""
    return dg.AssetKey(name.split("."))


def column_schema(table: Table) -> dg.TableSchema:
    """A declared table as Dagster shows it."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                ddl.sql_type(column.dtype),
                description=ddl.comment(column),
                constraints=dg.TableColumnConstraints(nullable=column.nullable, unique=table.key == (column.name,)),
            )
            for column in table.columns
        ]
    )


def spec(table: Table) -> dg.AssetSpec:
    """The asset of a declared table."""
    return dg.AssetSpec(
        key(table.qualified_name),
        deps=[key(name) for name in DEPENDENCIES.get(table.qualified_name, ())],
        description=f"{table.description} One row is {table.grain}.",
        group_name=table.schema if table.scope != "corpus" else "core_all_days",
        owners=OWNERS,
        kinds={"polars", "duckdb"},
        metadata={"dagster/column_schema": column_schema(table), "dagster/table_name": f"onrecord.{table.qualified_name}"},
        skippable=True,
    )


def check(table: Table) -> dg.AssetCheckSpec:
    """The check of a declared table: its suites. It fails where nothing may be published, and warns where rows are set aside."""
    return dg.AssetCheckSpec(
        "expectations", asset=key(table.qualified_name), blocking=True, description="Its structural and domain suites."
    )


def preview(frame: pl.DataFrame) -> dg.MarkdownMetadataValue:
    """The first rows of `frame` as a table, with long cells cut."""
    shown = frame.head(PREVIEW).select(pl.all().exclude("body"))
    names = shown.columns
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in shown.iter_rows()]
    return dg.MetadataValue.md("\n".join(lines))


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= 60 else f"{text[:59]}…"


def _results(found: night.Night) -> Iterator[dg.MaterializeResult[object] | dg.AssetCheckResult]:
    """What Dagster is told of a load: the checks always, the tables only where they were not stopped."""
    for name, audited in found.audits.items():
        verdict = dg.AssetCheckResult(
            check_name="expectations",
            asset_key=key(name),
            passed=not audited.blocks and not audited.warned,
            severity=dg.AssetCheckSeverity.ERROR if audited.blocks else dg.AssetCheckSeverity.WARN,
            metadata={
                "expectations": dg.MetadataValue.md(audited.summary_markdown()),
                "rows_kept": audited.kept.height,
                "rows_set_aside": audited.set_aside.height,
            },
        )
        if found.blocks:
            yield verdict
        else:
            frame = found.frames[name]
            yield dg.MaterializeResult(
                asset_key=key(name),
                metadata={"dagster/row_count": frame.height, "preview": preview(frame)},
                check_results=[verdict],
            )


def _moment() -> datetime:
    return datetime.now(UTC)


@dg.multi_asset(specs=[spec(TABLES["raw.source_files"])], name="source_files")
def source_files(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[dg.MaterializeResult[object]]:
    """List the articles folder; a file that cannot be read is set aside with its reason."""
    found, problems = night.list_source_files(warehouse.where, context.run.run_id, _moment(), context.log.info)
    days = {day for held in found["published_dates"].to_list() for day in held}
    new = register(context.instance, days)
    for problem in problems:
        context.log.warning(f"set aside {problem.path}: {problem.code}: {problem.detail}")
    yield dg.MaterializeResult(
        asset_key=key("raw.source_files"),
        metadata={
            "dagster/row_count": found.height,
            "publication_days": len(days),
            "new_publication_days": len(new),
            "set_aside": len(problems),
            "preview": preview(found),
        },
    )


@dg.multi_asset(
    specs=[spec(table) for table in of_scope("day")],
    check_specs=[check(table) for table in of_scope("day")],
    partitions_def=publication_days,
    backfill_policy=dg.BackfillPolicy.single_run(),
    name="publication_day",
)
def publication_day(
    context: dg.AssetExecutionContext, warehouse: Warehouse
) -> Iterator[dg.MaterializeResult[object] | dg.AssetCheckResult]:
    """Read the articles of whole publication days once, audit every table, and load them in one transaction."""
    found = night.load_days(
        warehouse.where,
        days_of(context.partition_keys),
        context.run.run_id,
        _moment(),
        context.log.info,
    )
    yield from _results(found)


@dg.multi_asset(
    specs=[spec(table) for table in of_scope("corpus")],
    check_specs=[check(table) for table in of_scope("corpus")],
    name="all_days",
)
def all_days(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[dg.MaterializeResult[object] | dg.AssetCheckResult]:
    """Derive the tables that span all days."""
    yield from _results(night.derive(warehouse.where, context.run.run_id, _moment(), context.log.info))


def _view(name: str, comment: str, sql: str) -> dg.AssetSpec:
    read = [table for table in TABLES if table.startswith("core.") and table in sql]
    views = [f"marts.{other}" for other in publish.marts() if f"marts.{other}" in sql]
    return dg.AssetSpec(
        key(f"marts.{name}"),
        deps=[key(one) for one in (*read, *views)],
        description=comment,
        group_name="marts",
        owners=OWNERS,
        kinds={"duckdb", "view"},
        skippable=True,
        metadata={"sql": dg.MetadataValue.md(f"```sql\n{sql}\n```"), "dagster/table_name": f"onrecord.marts.{name}"},
    )


PUBLISHED = dg.AssetSpec(
    "published",
    deps=[key(f"marts.{name}") for name in publish.marts()] + [key(name) for name in TABLES if name.startswith("core.")],
    description="The file that people query: it takes the place of yesterday's in one atomic rename, after every critical check.",
    group_name="published",
    owners=OWNERS,
    kinds={"duckdb", "file"},
    skippable=True,
)


@dg.multi_asset(specs=[*(_view(name, *view) for name, view in publish.marts().items()), PUBLISHED], name="publish")
def publish_warehouse(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[dg.MaterializeResult[object]]:
    """Bring the views up to date and publish the build file."""
    where = warehouse.where
    changed = publish.publish(where)
    context.log.info(f"{where.published} " + ("is published" if changed else "is as it was: nothing is new, or another load will publish"))
    if not where.published.exists():
        return
    with published_connection(where) as connection:
        for name in publish.marts():
            frame = connection.sql(f'SELECT * FROM marts."{name}"').pl()  # noqa: S608 (our own views)
            yield dg.MaterializeResult(
                asset_key=key(f"marts.{name}"), metadata={"dagster/row_count": frame.height, "preview": preview(frame)}
            )
    yield dg.MaterializeResult(
        asset_key=key("published"),
        metadata={
            "path": dg.MetadataValue.path(str(where.published)),
            "changed": changed,
            "size_bytes": where.published.stat().st_size,
            "data_docs": dg.MetadataValue.path(str(where.data_docs / "index.html")),
        },
    )
