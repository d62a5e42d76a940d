"""The command line: `onrecord`. Each command says what it did, and what went wrong with what to do next."""

import json
import os
import sys
from csv import writer
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape as escape_markup
from rich.table import Column as GridColumn
from rich.table import Table as Grid
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import duckdb

    from orchestration.record import Record
    from transforms.articles import Problem

app = typer.Typer(
    help="Who said what, who they are, and what casualty figures were claimed in the news, each tied to the words that prove it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)

Paths = Annotated[list[Path], typer.Argument(help="Files or folders.", show_default=False)]
_NOTHING_THERE = "there is no file in {}: give .txt or .jsonl files, or a folder of them"
_BORDER = 3  # signs around a column: its line, and a space on each side
_SHOWN = 30  # statements that are shown after a load
_CASES = 10  # that are set aside, printed at the end


# What moves a terminal's cursor, or turns the direction of what follows: a text may hold it, a screen shows a sign in its place.
_CONTROLS = {
    code: "\ufffd" for code in (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if code not in (9, 10)
}


def main() -> None:
    """Run the command line; what goes wrong outside the project is told in one sentence."""
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        app()
    except Exception as error:
        import duckdb

        from warehouse.build import BuildFileError
        from warehouse.reference import ReferenceFileError

        if not isinstance(error, OSError | duckdb.Error | BuildFileError | ReferenceFileError):
            raise
        err.print(f"[red]error:[/] {_plain(str(error))}", soft_wrap=True)
        sys.exit(1)


def _plain(text: str) -> str:
    """`text` as it can be shown: neither markup nor control characters act."""
    return escape_markup(text.translate(_CONTROLS))


def _fail(message: str) -> typer.Exit:
    err.print(f"[red]error:[/] {_plain(message)}")
    return typer.Exit(1)


@app.command()
def load(
    paths: Annotated[list[Path] | None, typer.Argument(help="Articles to take in; without any, what is new.", show_default=False)] = None,
) -> None:
    """Load new and changed articles, check them, and publish the warehouse.

    Files outside the articles folder are copied into it first; a file of the same name takes the place of the earlier text, which the
    warehouse keeps as a superseded version.
    """
    from warehouse.intake import OutsideError, take_in
    from warehouse.locations import locations

    where = locations()
    try:
        taken = None if not paths else set(take_in(where.articles, paths))
    except (OSError, OutsideError) as error:
        raise _fail(str(error)) from error
    if taken is not None:
        if not taken:
            raise _fail(_NOTHING_THERE.format(", ".join(map(str, paths or ()))))
        err.print(f"files taken into {_plain(str(where.articles))}: {len(taken)}", soft_wrap=True)
    with err.status("starting"):
        from orchestration.run import load as run_load
    outcome = run_load(where, err.print, None if taken is None else taken.__contains__)
    for failure in outcome.failures:
        err.print(f"[red]failed:[/] {_plain(failure)}")
    if not outcome.succeeded:
        raise _fail(f"nothing was published: {where.published} is as it was. The run is in the Dagster UI (make ui)")
    if not outcome.days:
        out.print(f"No day is new or changed: {outcome.standing.source_files.height} files, {len(outcome.standing.digests)} days.")
    if not outcome.standing.source_files.height:
        out.print(f"[yellow]There are no articles[/]: put .txt or .jsonl files into {_plain(str(where.articles))}", soft_wrap=True)
    with published() as connection:
        _summary(connection)
        _statements(connection, outcome.days)
        _problems(connection)
    _places()


def published() -> "duckdb.DuckDBPyConnection":
    """A read-only connection to the published file."""
    from warehouse.locations import locations
    from warehouse.staleness import published_connection

    try:
        return published_connection(locations())
    except FileNotFoundError as error:
        raise _fail(str(error)) from error


def _summary(connection: "duckdb.DuckDBPyConnection") -> None:
    from transforms.tables import TABLES

    grid = Grid("table", GridColumn("rows", justify="right"), "one row is", title="The warehouse")
    for name, table in TABLES.items():
        count = connection.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608 (declared names)
        grid.add_row(name, str(count[0]) if count else "", table.grain)
    out.print(grid)


def _problems(connection: "duckdb.DuckDBPyConnection") -> None:
    """What a user should look at; it comes last, where it is seen."""
    failed = connection.execute(
        "SELECT count(*) FROM ops.validation_results WHERE NOT success AND load_id IN (SELECT load_id FROM ops.days)"
    ).fetchone()
    if failed and failed[0]:
        out.print(f"[yellow]{failed[0]} expectations warn[/]: see ops.validation_results, rows that are not a success", soft_wrap=True)
    cases = connection.execute(
        "SELECT row_key, reason, detail FROM ops.quarantine WHERE resolved_at IS NULL ORDER BY quarantined_at DESC, row_key"
    ).fetchall()
    for row_key, reason, detail in cases[:_CASES]:
        out.print(f"[yellow]set aside[/] {_plain(row_key)}: {reason}: {_plain(detail or '')}", soft_wrap=True)
    if len(cases) > _CASES:
        out.print(f"[yellow]set aside[/] {len(cases) - _CASES} more: see ops.quarantine, where resolved_at is empty", soft_wrap=True)


def _statements(connection: "duckdb.DuckDBPyConnection", days: "Sequence[date]") -> None:
    only = "WHERE list_contains(?, published_date)" if days else ""
    rows = connection.execute(
        f"SELECT published_date, coalesce(speaker, '(' || resolution || ')'), speech_act, quotation_type, content"  # noqa: S608
        f" FROM marts.who_said_what {only} ORDER BY published_date DESC, path, version_id, statement_no LIMIT {_SHOWN}",
        [list(days)] if days else [],
    ).fetchall()
    grid = Grid("day", "who", "act", "quoted", "what", title="Who said what (marts.who_said_what)", show_lines=True)
    for day, who, act, quoted, what in rows:
        grid.add_row(str(day), _plain(who or ""), act, quoted, _plain(what))
    out.print(grid)


def _ui() -> str:
    """Where `make ui` serves: at PORT, as the Makefile says."""
    return f"http://localhost:{os.environ.get('PORT') or 3000}"


def _places() -> None:
    from warehouse.locations import locations

    where = locations()
    out.print(f"Warehouse:  {where.published}", soft_wrap=True)
    out.print(f"Data Docs:  {where.data_docs / 'index.html'}", soft_wrap=True)
    out.print(f"Dagster UI: make ui, then {_ui()}")
    out.print('Next:       onrecord query "SELECT speaker, content FROM marts.who_said_what"', soft_wrap=True)


@app.command()
def prepare() -> None:
    """Make the Dagster home and a partition of each day that has articles, as `make ui` does before it starts the UI."""
    with err.status("starting"):
        from orchestration.run import prepare as prepare_instance
    from warehouse.locations import locations

    days = prepare_instance(locations())
    out.print(f"{days} publication days have articles. The UI: {_ui()} (it takes some seconds to start).")


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SQL query.", show_default=False)],
    *,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
) -> None:
    """Query the published warehouse with SQL."""
    import duckdb

    with published() as connection:
        try:
            found = connection.execute(sql if sql.strip() else "SELECT")
            names = [name for name, *_ in found.description or ()]
            rows = found.fetchall()
        except duckdb.Error as error:
            raise _fail(str(error)) from error
    if csv:
        writer(sys.stdout, lineterminator="\n").writerows([names, *([_cell(value) for value in row] for row in rows)])
        return
    cells = [[_plain(_cell(value)) for value in row] for row in rows]
    grid = _grid(list(map(_plain, names)), cells)
    if grid is not None:
        out.print(grid)
        return
    for row in cells:
        grid = Grid("column", GridColumn("value", overflow="fold"))
        for name, value in zip(names, row, strict=True):
            grid.add_row(_plain(name), value)
        out.print(grid)


def _grid(names: "Sequence[str]", rows: "Sequence[Sequence[str]]") -> Grid | None:
    """A table in which every word stays whole, or None where there is no room: then each row is a table of its own."""
    columns = [(name, *cells) for name, *cells in zip(names, *rows, strict=True)]
    longest = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    if sum(longest) + _BORDER * len(columns) >= out.width:
        return None
    held = (max(map(len, column)) == width for column, width in zip(columns, longest, strict=True))
    grid = Grid(*(GridColumn(name, no_wrap=one_word) for name, one_word in zip(names, held, strict=True)))
    for row in rows:
        grid.add_row(*row)
    return grid


def _cell(value: object) -> str:
    """A value as text: nothing for NULL, JSON for lists and structs."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else str(value)


@app.command()
def explain(row_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a row, such as sta-0123...", show_default=False)]) -> None:
    """Show a row, its evidence in its paragraph, the rule that found it, the evidence of the rows it names, and what names it."""
    from warehouse import provenance

    with published() as connection:
        try:
            table, rows, total = provenance.rows(connection, row_id)
        except provenance.UnknownIdError as error:
            raise _fail(str(error)) from error
        for row in rows:
            grid = Grid("column", GridColumn("value", overflow="fold"), title=f"{table.qualified_name} {row[table.key[0]]}")
            for name, value in row.items():
                if value is not None and name != "body":
                    grid.add_row(name, _plain(str(value)))
            out.print(grid)
            for proof in provenance.proofs(connection, table, row):
                named = "" if proof.row_id == row[table.key[0]] else f"{proof.why}: {proof.table} {proof.row_id}. "
                where = f"In {proof.path}, characters {proof.start_char} to {proof.end_char} of the body; rule {proof.rule}:"
                out.print(f"\n{_plain(named + where)}\n", soft_wrap=True)
                out.print(_in_paragraph(proof.body, proof.start_char, proof.end_char))
            for use in provenance.uses(connection, table, row):
                out.print(f"named by {use.rows} rows of {use.table} ({use.column})", soft_wrap=True)
        if total > len(rows):
            out.print(f"\nThese are the first {len(rows)} of {total} rows of {table.qualified_name} with this id.", soft_wrap=True)


def _in_paragraph(body: str, start: int, end: int) -> Text:
    """The paragraphs that hold the evidence, with the evidence marked."""
    first = body.rfind("\n", 0, start) + 1
    last = body.find("\n", end)
    shown = Text(body[first : last if last >= 0 else len(body)].translate(_CONTROLS))
    shown.stylize("bold black on yellow", start - first, end - first)
    return shown


@app.command()
def extract(paths: Paths, *, jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON line an article.")] = False) -> None:
    """Show what would be read from .txt and .jsonl files, without touching the warehouse."""
    failed = 0
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise _fail(f"{missing[0]} does not exist: give files or folders")
    none = True
    for found, text in _extracted(paths):
        none = False
        if not isinstance(found, dict):
            failed += 1
            err.print(f"[red]set aside[/] {_plain(found.path)}: {found.code}: {_plain(found.detail)}", soft_wrap=True)
        elif jsonl:
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        else:
            _show(found, text)
    if none:
        raise _fail(_NOTHING_THERE.format(", ".join(map(str, paths))))
    if failed:
        raise typer.Exit(1)


def _extracted(paths: list[Path]) -> "Iterator[tuple[Record | Problem, str]]":
    """What was read of each article at `paths` with its text, or what stands in its way."""
    from orchestration.record import record
    from transforms.articles import Problem, header, published_day
    from transforms.extraction import extract as extract_text
    from warehouse.files import contents, files_at
    from warehouse.reference import actor_reference

    reference = actor_reference()
    for folder, path in files_at(paths):
        held = contents(folder, path)
        yield from ((problem, "") for problem in held.problems)
        for article in held.articles:
            parsed = header(article.text)
            day = published_day(article, parsed)
            name = article.external_id if article.external_id is not None else Path(path).stem
            try:
                found = extract_text(article.text[parsed.body_offset :], day[0] if isinstance(day, tuple) else None, reference)
                told = record(name, found, parsed.body_offset)
            except Exception as error:  # noqa: BLE001 (one text that breaks a rule does not keep the others back)
                yield Problem(article.place, "unread", f"{type(error).__name__}: {error}"), article.text
            else:
                yield told, article.text


@app.command()
def evaluate(
    corpora: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Corpora: folders with text/ and attributions/ (brat), .jsonl files with gold counts, or folders of such.",
            show_default=False,
        ),
    ] = None,
    *,
    record: Annotated[bool, typer.Option("--record", help="Write down what was measured as the new floors; none is lowered.")] = False,
) -> None:
    """Measure accuracy: on the project's golden sets against their floors, or on corpora of your own."""
    from expectations.accuracy import gate
    from warehouse.locations import ROOT
    from warehouse.reference import actor_reference

    if corpora:
        for corpus in corpora:
            _evaluate_corpus(corpus)
        return
    golden = ROOT / "tests" / "golden"
    if not golden.is_dir():
        raise _fail(f"{golden} is not there: the golden sets lie in the project's checkout")
    with err.status("reading the golden sets"):
        found = gate.verdicts(golden, actor_reference())
    grid = Grid("golden set", "measure", GridColumn("value", justify="right"), GridColumn("floor", justify="right"), "")
    for verdict in found:
        grid.add_row(verdict.gold, verdict.metric, f"{verdict.value:.3f}", f"{verdict.floor:.3f}", verdict.problem or "ok")
    out.print(grid)
    if record:
        try:
            gate.record(golden, found)
        except ValueError as error:
            raise _fail(str(error)) from error
    elif any(verdict.problem for verdict in found):
        raise typer.Exit(1)


def _evaluate_corpus(corpus: Path) -> None:
    """Print how right the reading of one corpus is, or of each that lies in the folder `corpus`."""
    from expectations.accuracy import attribution, casualty

    if _is_attributed(corpus):
        out.print(str(attribution.score_folder(corpus)), markup=False, highlight=False)
    elif corpus.suffix == ".jsonl" and corpus.is_file():
        out.print(str(casualty.score_corpus(corpus)), markup=False, highlight=False)
    else:
        held = sorted(path for path in corpus.iterdir() if path.suffix == ".jsonl" or _is_attributed(path)) if corpus.is_dir() else []
        if not held:
            raise _fail(f"{corpus} is no folder with text/ and attributions/, no .jsonl file with gold counts, and no folder of such")
        for one in held:
            out.print(f"{one.name}:", markup=False, highlight=False)
            _evaluate_corpus(one)


def _is_attributed(folder: Path) -> bool:
    return (folder / "text").is_dir() and (folder / "attributions").is_dir()


def _show(found: "Record", text: str) -> None:
    """Print what was read from `text`, in its words."""

    def words(span: "Sequence[int] | None") -> str:
        return "" if span is None else _plain(text[slice(*span)])

    def place(cell: "Record | None") -> str:
        return "" if cell is None else _plain(cell["text"])

    out.rule(_plain(found["id"]))
    grid = Grid("who", "act", "quoted", "what", title="statements", show_lines=True)
    for row in found["statements"]:
        who = _plain(row["speaker"] or f"? {row['speaker_text'] or 'nobody named'}")
        grid.add_row(who, row["speech_act"], row["quotation_type"], " ... ".join(words(span) for span in row["content"]))
    out.print(grid)
    if found["figures"]:
        grid = Grid("number", "measure", "victims", "where", "when", "claimant", title="figures")
        for row in found["figures"]:
            measure = row["measure"] + (", part" if row["subset"] else "") + (", background" if row["background"] else "")
            cells = (place(row[name]) for name in ("victim", "location", "period"))
            grid.add_row(words((row["start"], row["end"])), measure, *cells, place(row["claimant"]) or "narrator")
        out.print(grid)
    if found["positions"]:
        grid = Grid("holder", "stance", "issue", "basis", title="positions")
        for row in found["positions"]:
            holder = _plain(row["holder"] or f"? {words(row['holder_text'])}")
            grid.add_row(holder, row["stance"], words(row["issue"]), row["assertion_basis"])
        out.print(grid)
    for link in found["links"]:
        out.print(f"statement {link['from'] + 1} {link['relation']} statement {link['to'] + 1}")
    for measure, total in found["totals"].items():
        out.print(f"the text's own count: {measure} {total['best']} (low {total['low']}, high {total['high']})")
    out.print("actors: " + ", ".join(f"{_plain(actor['name'])} ({actor['kind']})" for actor in found["actors"]), soft_wrap=True)
