"""Every table of the warehouse, declared once.

Derived from here: DDL with comments (`warehouse.ddl`), frame schemas, structural expectations (`expectations.structure`), Dagster column
metadata (`orchestration`), the data dictionary. Belongs here: what a table is. Does not belong here: how its rows are made, or
what must be true of their content beyond columns, keys, references and vocabularies.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import Any, Literal

import polars as pl
from polars.datatypes import DataType, DataTypeClass

from transforms import lexicon

Dtype = DataType | DataTypeClass
Scope = Literal["day", "corpus", "operations"]

SPANS = pl.List(pl.Struct({"start_char": pl.Int64, "end_char": pl.Int64}))
MOMENT = pl.Datetime("us", "UTC")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its dtype, what it means, and what it may hold.

    `vocabulary` names the list of codes it draws from; `references` the `schema.table.column` that must hold each of its values.
    """

    name: str
    dtype: Dtype
    description: str
    nullable: bool = False
    vocabulary: str | None = None
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `grain` says what one row is; `key` are the columns that tell its rows apart.

    `scope` says how it is loaded: `day` tables are replaced publication day by publication day, `corpus` tables whole, from all days;
    `operations` tables are appended to by loads. A table with `evidence` carries the columns that prove a row.
    """

    schema: str
    name: str
    scope: Scope
    grain: str
    key: tuple[str, ...]
    description: str
    columns: tuple[Column, ...]
    id_prefix: str = ""
    _by_name: dict[str, Column] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_name.update((column.name, column) for column in self.columns)
        for column in self.key:
            if column not in self._by_name:
                raise ValueError(f"{self.qualified_name}: the key column {column!r} is not declared")

    @property
    def qualified_name(self) -> str:
        """`schema.name`, as SQL says it."""
        return f"{self.schema}.{self.name}"

    @property
    def has_evidence(self) -> bool:
        """Whether each row carries `start_char`, `end_char` and `evidence` into the body of its version."""
        return "start_char" in self._by_name

    @property
    def frame_schema(self) -> pl.Schema:
        """Column names and dtypes, in order."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    def __getitem__(self, column: str) -> Column:
        return self._by_name[column]

    def frame(self, rows: Iterable[Mapping[str, Any]] = ()) -> pl.DataFrame:
        """A frame of `rows` (mappings of every column that is not nullable) with this table's schema, sorted by its key.

        Raises:
            KeyError: a row names a column that is not declared.
        """
        rows = list(rows)
        columns: dict[str, Sequence[Any]] = {column.name: [row.get(column.name) for row in rows] for column in self.columns}
        for row in rows:
            if row.keys() - self._by_name.keys():
                raise KeyError(f"{self.qualified_name} declares no column {sorted(row.keys() - self._by_name.keys())}")
        return pl.DataFrame(columns, schema=self.frame_schema).sort(self.key, nulls_last=True)

    def identify(self, *parts: object) -> str:
        """The id of the row of this table that `parts` identify: the same parts give the same id on every machine and day."""
        digest = blake2b("\x1f".join("" if part is None else str(part) for part in parts).encode("utf-8", "surrogatepass"), digest_size=10)
        return f"{self.id_prefix}-{digest.hexdigest()}"


_DAY = Column("published_date", pl.Date, "Publication day of the article: the partition.")
_VERSION = Column("version_id", pl.String, "The text that the row was read from.", references="core.article_versions.version_id")


def _fact(*columns: Column, evidence: str) -> tuple[Column, ...]:
    """`columns` with those that every fact row carries."""
    return (
        *columns,
        _VERSION,
        _DAY,
        Column("start_char", pl.Int64, "First character of the evidence in the body: code points, 0-based."),
        Column("end_char", pl.Int64, "End of the evidence in the body, exclusive."),
        Column("evidence", pl.String, f"{evidence} Exactly `body[start_char:end_char]`."),
        Column("rule", pl.String, "The rule that found the row."),
    )


def _text(name: str, description: str, *, nullable: bool = True, vocabulary: str | None = None, references: str | None = None) -> Column:
    return Column(name, pl.String, description, nullable, vocabulary, references)


def _number(name: str, description: str, *, nullable: bool = True) -> Column:
    return Column(name, pl.Int64, description, nullable)


def _flag(name: str, description: str) -> Column:
    return Column(name, pl.Boolean, description)


def _span(name: str, what: str) -> tuple[Column, Column, Column]:
    return (
        _text(f"{name}_text", f"{what}, as printed."),
        _number(f"{name}_start", f"First character of `{name}_text` in the body."),
        _number(f"{name}_end", f"End of `{name}_text` in the body, exclusive."),
    )


_DECLARED = (
    Table(
        "raw",
        "source_files",
        "operations",
        "a file under the articles folder",
        ("path",),
        "What lies in the articles folder: files as they are, never modified.",
        (
            _text("path", "Path below the articles folder, with forward slashes.", nullable=False),
            _text("sha256", "SHA-256 of the file's bytes, hexadecimal; NULL when it cannot be read."),
            _number("size_bytes", "Size of the file in bytes."),
            _text("format", "txt or jsonl, by the end of its name.", nullable=False, vocabulary="file_format"),
            Column("published_dates", pl.List(pl.Date), "The publication days of its articles, sorted."),
            _number("article_count", "How many articles it holds.", nullable=False),
            _text(
                "problem",
                "Why the file, or the first article in it that failed, could not be read; NULL when all could.",
                vocabulary="file_problem",
            ),
        ),
    ),
    Table(
        "core",
        "vocabulary",
        "corpus",
        "a code of a vocabulary",
        ("vocabulary", "code"),
        "Every code that a column may hold, with its definition and, for speech acts, what PLOVER and CAMEO call it.",
        (
            _text("vocabulary", "The vocabulary, named as the columns that draw from it.", nullable=False),
            _text("code", "The code.", nullable=False),
            _text("definition", "What the code means.", nullable=False),
            _text("plover_event", "PLOVER event type that comes nearest."),
            _text("plover_mode", "PLOVER mode that comes nearest."),
            _text("cameo_root", "CAMEO root code that comes nearest."),
        ),
    ),
    Table(
        "core",
        "sources",
        "corpus",
        "an outlet, wire or channel",
        ("source_id",),
        "Who publishes, and whom they credit.",
        (
            _text("source_id", "Id of the source.", nullable=False),
            _text("name", "Its name.", nullable=False),
            _text("kind", "outlet, wire or channel.", nullable=False, vocabulary="source_kind"),
            _text("country", "ISO 3166-1 alpha-3, where it is known."),
            _flag("is_wire", "Whether others reprint it."),
            Column("aliases", pl.List(pl.String), "Other names that articles credit it by."),
            _text("reliability", "Admiralty code. Yours to set; F6 means that it cannot be judged.", nullable=False),
        ),
        "src",
    ),
    Table(
        "core",
        "article_versions",
        "day",
        "one text of one article, immutable",
        ("version_id",),
        "The texts. A changed article is a new version; the earlier one is kept, marked superseded.",
        (
            _text("version_id", "Id of the text of the article.", nullable=False),
            _text("article_id", "Id of the article: the same for all its versions.", nullable=False),
            _text("path", "The file it came from, below the articles folder.", nullable=False),
            _text("publisher", "Who published it, where the text says so."),
            _text("credited_source", "The wire or outlet that it credits."),
            _text("headline", "Headline."),
            _text("byline", "Byline."),
            _text("dateline_place", "Place of the dateline."),
            Column("dateline_date", pl.Date, "Day of the dateline.", nullable=True),
            _DAY,
            _text("published_date_basis", "How the publication day is known.", nullable=False, vocabulary="published_date_basis"),
            _text("language", "ISO 639-1 code of the language the rules read it as.", nullable=False),
            _text("url", "Address it was published at."),
            _text("external_id", "The id that its supplier gives it."),
            _text("body", "The text, exactly as stored after the header: every offset counts code points in it.", nullable=False),
            _number("body_offset", "Where the body begins in the file's or record's text, in code points.", nullable=False),
            _text("text_sha256", "SHA-256 of the body in UTF-8.", nullable=False),
            _text("pub_status", "Whether this is the text that stands today.", nullable=False, vocabulary="pub_status"),
            _text("story_id", "The same for texts that say the same words: reprints of one wire story.", nullable=False),
        ),
        "ver",
    ),
    Table(
        "core",
        "article_actors",
        "day",
        "an actor of one text",
        ("version_id", "actor_id"),
        "What one text shows of each of its actors. `core.actors` is derived from it.",
        (
            _VERSION,
            _DAY,
            _text("actor_id", "The actor.", nullable=False, references="core.actors.actor_id"),
            _text("name", "Its name, or the description of an unnamed source.", nullable=False),
            _text("kind", "Kind of actor.", nullable=False, vocabulary="actor_kind"),
            _text("country", "ISO 3166-1 alpha-3."),
            Column("sectors", pl.List(pl.String), "PLOVER sectors."),
            _flag("is_named", "False for a source that the text describes and does not name."),
            _text("reference_id", "Its row in seeds/reference/actors.csv."),
            Column("aliases", pl.List(pl.Struct({"alias": pl.String, "alias_kind": pl.String})), "Name forms that the text uses for it."),
        ),
    ),
    Table(
        "core",
        "actors",
        "corpus",
        "somebody or something that speaks, acts or is counted",
        ("actor_id",),
        "Identities. A named actor is one across texts; an unnamed source lives inside one version only.",
        (
            _text("actor_id", "Id of the actor.", nullable=False),
            _text("name", "Canonical name, or the description of an unnamed source.", nullable=False),
            _text("kind", "Kind of actor.", nullable=False, vocabulary="actor_kind"),
            _text("country", "ISO 3166-1 alpha-3."),
            Column("sectors", pl.List(pl.String), "PLOVER sectors: a list, since an actor can govern and rebel."),
            _flag("is_named", "False for a source that a text describes and does not name."),
            _text("reference_id", "Its row in seeds/reference/actors.csv."),
            _text("wikidata_id", "Wikidata item, where the reference gives it."),
            _text(
                "version_id",
                "The one text that an unnamed source lives in; NULL for a named actor.",
                references="core.article_versions.version_id",
            ),
            _number("version_count", "How many texts it occurs in.", nullable=False),
        ),
        "act",
    ),
    Table(
        "core",
        "actor_aliases",
        "corpus",
        "a name form of an actor",
        ("actor_id", "alias", "alias_kind"),
        "The forms that names take, from the reference file and from the texts.",
        (
            _text("actor_id", "The actor.", nullable=False, references="core.actors.actor_id"),
            _text("alias", "The name form.", nullable=False),
            _text("alias_kind", "Kind of name form.", nullable=False, vocabulary="alias_kind"),
            _text("language", "ISO 639-1 code.", nullable=False),
            _text("origin", "reference or text.", nullable=False, vocabulary="alias_origin"),
        ),
    ),
    Table(
        "core",
        "actor_suggestions",
        "corpus",
        "two actors that may be one",
        ("actor_id", "other_actor_id"),
        "Names that lie close together: suggestions for the reference file, never merged by themselves.",
        (
            _text("actor_id", "One actor.", nullable=False, references="core.actors.actor_id"),
            _text("other_actor_id", "The other.", nullable=False, references="core.actors.actor_id"),
            _text("reason", "What makes them look alike.", nullable=False),
        ),
    ),
    Table(
        "core",
        "actor_mentions",
        "day",
        "one mention in one text",
        ("mention_id",),
        "Where actors are mentioned, and how each mention was resolved.",
        _fact(
            _text("mention_id", "Id of the mention.", nullable=False),
            _text("surface", "The mention, as printed.", nullable=False),
            _text("mention_kind", "Kind of mention.", nullable=False, vocabulary="mention_kind"),
            _text("actor_id", "Whom it means; NULL when that is not certain.", references="core.actors.actor_id"),
            _text("resolution", "How it was resolved, or why not.", nullable=False),
            evidence="The mention.",
        ),
        "men",
    ),
    Table(
        "core",
        "affiliations",
        "day",
        "a role that a text gives to somebody",
        ("affiliation_id",),
        "Roles, as claims of the article on its day, not as truths.",
        _fact(
            _text("affiliation_id", "Id of the claim.", nullable=False),
            _text("actor_id", "Who has the role.", nullable=False, references="core.actors.actor_id"),
            _text("organisation_actor_id", "Where; NULL when the text does not say.", references="core.actors.actor_id"),
            _text("relation", "Kind of tie.", nullable=False, vocabulary="affiliation_relation"),
            _text("role_title", "The role, as printed.", nullable=False),
            evidence="The words that give the role.",
        ),
        "aff",
    ),
    Table(
        "core",
        "statements",
        "day",
        "one attributed speech act",
        ("statement_id",),
        "Who said what: the unit of the warehouse.",
        _fact(
            _text("statement_id", "Id of the statement.", nullable=False),
            _number("statement_no", "Its place in the text, from 1.", nullable=False),
            *_span("source", "The words that name the speaker"),
            *_span("cue", "The words that attribute"),
            _text("content_text", "What is said, as printed; pieces are joined by ' ... '.", nullable=False),
            Column("content_spans", SPANS, "The pieces of the content in the body, in order."),
            _text("quotation_type", "How it is quoted.", nullable=False, vocabulary="quotation_type"),
            _text("speech_act", "What is done by saying it.", nullable=False, vocabulary="speech_act"),
            _text("attribution_type", "What kind of source says it.", nullable=False, vocabulary="attribution_type"),
            _number("speaker_count", "How many speak, where the text says so."),
            _text("anonymity_reason", "Why the source is not named, as printed."),
            _text("addressee_text", "To whom it is said, as printed."),
            _text("addressee_actor_id", "To whom it is said.", references="core.actors.actor_id"),
            _text("hedge", "The word that weakens it, as printed."),
            _flag("negated", "Whether the speech act is negated: did not say, has not accepted."),
            Column("said_on", pl.Date, "When it was said, where the text tells.", nullable=True),
            _number("said_on_precision", "As UCDP codes it: 1 day, 2 a few days, 3 week, 4 month, 5 year."),
            _text("sentence_text", "The sentences that hold it, as printed.", nullable=False),
            evidence="From the first to the last character of source, cue and content.",
        ),
        "sta",
    ),
    Table(
        "core",
        "statement_speakers",
        "day",
        "one speaker of one statement",
        ("statement_id", "speaker_no"),
        "Who makes each statement. A joint statement has several rows; a statement without a certain speaker has one, with its reason.",
        (
            _text("statement_id", "The statement.", nullable=False, references="core.statements.statement_id"),
            _number("speaker_no", "From 1, in the order of the text.", nullable=False),
            _text("actor_id", "Who speaks; NULL when that is not certain.", references="core.actors.actor_id"),
            _text("mention_id", "The mention that names the speaker.", references="core.actor_mentions.mention_id"),
            _text("resolution", "How the speaker was resolved, or why not.", nullable=False),
            _VERSION,
            _DAY,
        ),
    ),
    Table(
        "core",
        "article_issues",
        "day",
        "a proposal, demand or question that one text takes positions on",
        ("article_issue_id",),
        "Positions of one text on the same thing share it.",
        (
            _text("article_issue_id", "Id of the issue in this text.", nullable=False),
            _VERSION,
            _DAY,
            _number("issue_no", "Its place in the text, from 1.", nullable=False),
            _text("family", "What it is: proposal, truce, deal ..., or the noun that heads its words.", nullable=False),
            _text("owner_actor_id", "Whose proposal or demand it is, where the text says so.", references="core.actors.actor_id"),
            _text("label", "The fullest words for it in this text.", nullable=False),
            Column("words", pl.List(pl.String), "The stems of its words, sorted."),
        ),
        "ais",
    ),
    Table(
        "core",
        "positions",
        "day",
        "one stance of one holder on one issue, as one statement or the narrator asserts it",
        ("position_id",),
        "Who is said to hold which position, and by whom.",
        _fact(
            _text("position_id", "Id of the position.", nullable=False),
            _text("holder_actor_id", "Who holds it; NULL when that is not certain.", references="core.actors.actor_id"),
            *_span("holder", "The words that name the holder"),
            _text("stance", "The stance.", nullable=False, vocabulary="stance"),
            *_span("issue", "What the stance is on"),
            _text(
                "article_issue_id",
                "The issue, as this text tells of it.",
                nullable=False,
                references="core.article_issues.article_issue_id",
            ),
            _text("condition_text", "The condition, as printed."),
            _text("assertion_basis", "Who says that it is held, seen from the holder.", nullable=False, vocabulary="assertion_basis"),
            _text("statement_id", "The statement that asserts it; NULL when the narrator does.", references="core.statements.statement_id"),
            Column("contested_by", pl.List(pl.String), "The statements that deny or contradict it."),
            Column("as_of_date", pl.Date, "The day it is said to be held on."),
            evidence="The words that tell the position.",
        ),
        "pos",
    ),
    Table(
        "core",
        "issues",
        "corpus",
        "a proposal, demand or question that positions are taken on, as one text tells of it",
        ("article_issue_id",),
        "Which issues of different texts are one, with the evidence for it. `issue_id` is what they share.",
        (
            _text("article_issue_id", "The issue of one text.", nullable=False, references="core.article_issues.article_issue_id"),
            _text("issue_id", "The issue: the same for all texts that tell of it.", nullable=False),
            _text("label", "The fullest words for it in the texts.", nullable=False),
            _text("evidence", "Why it is one with the issue of an earlier text; NULL where it stands alone or comes first."),
        ),
        "iss",
    ),
    Table(
        "core",
        "casualty_figures",
        "day",
        "one number x one measure x one group of victims",
        ("figure_id",),
        "What figures were claimed, of whom, by whom, where and when. A NULL `value_low` or `value_high` is left open by the text.",
        _fact(
            _text("figure_id", "Id of the figure.", nullable=False),
            _text("measure", "What is counted.", nullable=False, vocabulary="measure"),
            _text("measure_kind", "How the count relates to the event or period.", nullable=False, vocabulary="measure_kind"),
            _text("value_reported", "The number, as printed.", nullable=False),
            _number("value_low", "Lowest value that the words allow."),
            _number("value_best", "The value that the words give; NULL for vague words."),
            _number("value_high", "Highest value that the words allow."),
            _text("quantifier", "How the number is bounded.", nullable=False, vocabulary="quantifier"),
            _number("number_start", "First character of the number expression in the body.", nullable=False),
            _number("number_end", "End of the number expression in the body, exclusive.", nullable=False),
            _text("victim_text", "The victims, as printed."),
            _text("victim_group", "The group they belong to, in the text's words."),
            _text("victim_status", "Never inferred.", nullable=False, vocabulary="victim_status"),
            _text("victim_subgroup", "children, women, journalists ..., where the text says so."),
            _text("perpetrator_text", "Who did it, as printed."),
            _text("perpetrator_actor_id", "Who did it.", references="core.actors.actor_id"),
            _text("place_text", "Where, as printed."),
            _text("country", "ISO 3166-1 alpha-3 of the place, where it is certain."),
            _text("period_text", "When, as printed."),
            Column("event_date", pl.Date, "The day, resolved against the publication day.", nullable=True),
            Column("period_start", pl.Date, "First day of the period.", nullable=True),
            Column("period_end", pl.Date, "Last day of the period.", nullable=True),
            _number("date_precision", "As UCDP codes it: 1 day, 2 a few days, 3 week, 4 month, 5 year."),
            _text("claimant_actor_id", "Who claims it; NULL when the narrator does.", references="core.actors.actor_id"),
            _text(
                "attribution_type",
                "What kind of source claims it; narrator when nobody is named.",
                nullable=False,
                vocabulary="attribution_type",
            ),
            _text("statement_id", "The statement that holds it; NULL when the narrator does.", references="core.statements.statement_id"),
            _text("count_basis", "What the count rests on.", nullable=False, vocabulary="count_basis"),
            _text("hedge", "The word that weakens it, as printed."),
            _text("subset_of", "The figure that includes this one.", references="core.casualty_figures.figure_id"),
            _text("supersedes", "The figure of the same text that this one revises.", references="core.casualty_figures.figure_id"),
            _flag("is_background", "Whether it is of another event than the day's."),
            _text("series_key", "The same for figures that count the same thing as time goes on.", nullable=False),
            _text("series_place_key", "The same for figures that count the same thing at the same place; NULL for counts over time."),
            Column("series_date", pl.Date, "The day of the event that is counted, where the figure or its text tells it.", nullable=True),
            _text("event_key", "The same for figures of one place and day, whatever they count; NULL where either is not told."),
            evidence="The words that the figure was read from.",
        ),
        "fig",
    ),
    Table(
        "core",
        "casualty_totals",
        "day",
        "one measure of one text",
        ("version_id", "measure"),
        "The text's own count for the day's event, where it can be told.",
        (
            _VERSION,
            _DAY,
            _text("measure", "What is counted.", nullable=False, vocabulary="measure"),
            _number("value_low", "Lowest value; NULL = open."),
            _number("value_best", "The count; NULL for vague words."),
            _number("value_high", "Highest value; NULL = open."),
            Column("parts", pl.List(pl.String), "The figures that it was taken or added up from."),
        ),
    ),
    Table(
        "core",
        "claim_links",
        "day",
        "a relation from one statement of a text to another",
        ("link_id",),
        "Which statement denies, echoes, confirms ... which, inside one text.",
        _fact(
            _text("link_id", "Id of the link.", nullable=False),
            _text("relation", "The relation.", nullable=False, vocabulary="relation"),
            _text("from_statement_id", "The statement that relates.", nullable=False, references="core.statements.statement_id"),
            _text("to_statement_id", "The statement it relates to.", nullable=False, references="core.statements.statement_id"),
            evidence="The words that tell the relation.",
        ),
        "lin",
    ),
    Table(
        "core",
        "cross_links",
        "corpus",
        "a relation from a statement of one text to a statement of another",
        ("link_id",),
        "Which statement repeats, denies, corrects ... which, across texts, by stated evidence only.",
        (
            _text("link_id", "Id of the link.", nullable=False),
            _text("relation", "The relation.", nullable=False, vocabulary="relation"),
            _text("from_statement_id", "The statement that relates.", nullable=False, references="core.statements.statement_id"),
            _text("to_statement_id", "The statement it relates to.", nullable=False, references="core.statements.statement_id"),
            _text("basis", "The words that the link rests on.", nullable=False),
            _text("rule", "The rule that found it.", nullable=False),
        ),
        "xln",
    ),
    Table(
        "ops",
        "loads",
        "operations",
        "one load",
        ("load_id",),
        "What each load did. files_seen = files_loaded + files_unchanged + files_quarantined.",
        (
            _text("load_id", "Id of the load: the Dagster run.", nullable=False),
            Column("loaded_at", MOMENT, "When its transaction was committed."),
            Column("days", pl.List(pl.Date), "The publication days it replaced."),
            _number("files_seen", "Files that hold articles of these days, or could not be read.", nullable=False),
            _number("files_loaded", "Files that were new or changed.", nullable=False),
            _number("files_unchanged", "Files that were read again because their day or the rules changed.", nullable=False),
            _number("files_quarantined", "Files that were set aside.", nullable=False),
            _text("rules_version", "Digest of the rules, the lexicon and the reference files.", nullable=False),
        ),
    ),
    Table(
        "ops",
        "days",
        "operations",
        "a publication day that is loaded",
        ("published_date",),
        "What each loaded day was loaded from. A day whose digest differs from its files' is stale.",
        (
            _DAY,
            _text("input_digest", "Digest of the day's files and of the rules.", nullable=False),
            _text("load_id", "The load that brought it.", nullable=False, references="ops.loads.load_id"),
            _flag("is_derived", "Whether the tables that span all days know what this load brought."),
        ),
    ),
    Table(
        "ops",
        "files",
        "operations",
        "a file in a load",
        ("load_id", "path"),
        "What became of each file in each load.",
        (
            _text("load_id", "The load.", nullable=False, references="ops.loads.load_id"),
            _text("path", "Path below the articles folder.", nullable=False),
            _text("sha256", "SHA-256 of its bytes; NULL when it cannot be read."),
            _text("outcome", "loaded, unchanged or quarantined.", nullable=False, vocabulary="file_outcome"),
        ),
    ),
    Table(
        "ops",
        "quarantine",
        "operations",
        "a file or row that was set aside",
        ("quarantine_id",),
        "What was not published, and why. Nothing is lost: the row stands here whole.",
        (
            _text("quarantine_id", "Id of the case: the same problem of the same thing keeps its id.", nullable=False),
            _text("load_id", "The load that set it aside first.", nullable=False),
            Column("published_date", pl.Date, "The day concerned, where it is known.", nullable=True),
            _text("table_name", "The table that it would have gone to.", nullable=False),
            _text("row_key", "Key of the row, or path of the file.", nullable=False),
            _text("reason", "The rule that it broke, or why it could not be read.", nullable=False),
            _text("detail", "What was found."),
            _text("row_json", "The row, as JSON."),
            Column("quarantined_at", MOMENT, "When it was set aside first."),
            Column("resolved_at", MOMENT, "When a later load found it mended.", nullable=True),
        ),
        "qua",
    ),
    Table(
        "ops",
        "validation_results",
        "operations",
        "one expectation on one table in one load",
        ("load_id", "table_name", "expectation"),
        "Every validation of every load.",
        (
            _text("load_id", "The load.", nullable=False),
            _text("table_name", "The table.", nullable=False),
            _text("expectation", "The expectation, named as in the suite.", nullable=False),
            _text("description", "What must be true.", nullable=False),
            _text("severity", "critical or warning.", nullable=False, vocabulary="severity"),
            _text("acts_on", "row: failing rows are set aside; table: the load stops.", nullable=False, vocabulary="acts_on"),
            _flag("success", "Whether it holds."),
            _number("checked", "How many rows were checked.", nullable=False),
            _number("unexpected", "How many rows break it.", nullable=False),
            _text("observed", "What was found, in short."),
            Column("validated_at", MOMENT, "When."),
        ),
    ),
    Table(
        "ops",
        "marts",
        "operations",
        "a view of the schema marts",
        ("name",),
        "How the views were defined when they were made.",
        (
            _text("name", "The view.", nullable=False),
            _text("definition_digest", "Digest of its definition.", nullable=False),
        ),
        "def",
    ),
    Table(
        "ops",
        "reviews",
        "operations",
        "a person's verdict on a row",
        ("review_id",),
        "Human decisions, kept through every load. Yours to fill.",
        (
            _text("review_id", "Id of the review.", nullable=False),
            _text("table_name", "The table of the row.", nullable=False),
            _text("row_id", "Id of the row.", nullable=False),
            _text("verdict", "right, wrong or unsure.", nullable=False, vocabulary="verdict"),
            _text("note", "Why."),
            _text("reviewer", "Who.", nullable=False),
            Column("reviewed_at", MOMENT, "When."),
        ),
        "rev",
    ),
)

TABLES: Mapping[str, Table] = {table.qualified_name: table for table in _DECLARED}


def of_scope(scope: Scope) -> tuple[Table, ...]:
    """The tables that are loaded in one way, in the order of their declaration."""
    return tuple(table for table in _DECLARED if table.scope == scope)


@cache
def codes(vocabulary: str) -> Mapping[str, str]:
    """The codes of a vocabulary with their definitions.

    Raises:
        KeyError: there is no such vocabulary.
    """
    found = {code: definition for name, code, definition, *_ in lexicon.rows("vocabulary") if name == vocabulary}
    if not found:
        raise KeyError(f"no vocabulary {vocabulary!r} in transforms/lexicon/vocabulary.tsv")
    return found
