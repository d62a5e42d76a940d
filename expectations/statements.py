"""What must be true of `core.statements`."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from expectations.expectation import Slice, between, native, rows, stands_in_evidence, unique, where, within_evidence
from expectations.words import QUOTATION_MARKS

BETWEEN_PIECES = " ... "
MANY_TEXTS = 20
_NEAR = 4  # a bracket, an ellipsis or a blank may stand between a quotation mark and what is quoted

_spans = pl.col("content_spans")
_starts = _spans.list.eval(pl.element().struct.field("start_char"))
_ends = _spans.list.eval(pl.element().struct.field("end_char"))
_type, _attribution = pl.col("quotation_type"), pl.col("attribution_type")


def _content_is_the_text(loaded: Slice) -> Iterator[bool]:
    for version, spans, printed in loaded.rows("version_id", "content_spans", "content_text"):
        body = loaded.bodies.get(version, "")
        yield BETWEEN_PIECES.join(body[piece["start_char"] : piece["end_char"]] for piece in spans or ()) == printed


def _pieces_are_in_order(loaded: Slice) -> Iterator[bool]:
    for (spans,) in loaded.rows("content_spans"):
        edges = [edge for piece in spans or () for edge in (piece["start_char"], piece["end_char"])]
        yield all(before < after for before, after in zip(edges[::2], edges[1::2], strict=True)) and edges == sorted(edges)


def _stands_between_quotation_marks(loaded: Slice) -> Iterator[bool | None]:
    """A quotation that runs on has no mark where its paragraph ends; a turn of a transcript has none, but stands behind a colon."""
    for version, kind, spans in loaded.rows("version_id", "quotation_type", "content_spans"):
        if kind != "direct" or not spans:
            yield None
            continue
        body, start, end = loaded.bodies.get(version, ""), spans[0]["start_char"], spans[-1]["end_char"]
        opens = QUOTATION_MARKS & set(body[max(0, start - _NEAR) : start + 2])
        closes = QUOTATION_MARKS & set(body[max(0, end - 2) : end + _NEAR])
        turn = body[max(0, start - _NEAR) : start].rstrip().endswith(":")
        rest = body[end : end + _NEAR].lstrip(" .,")
        yield turn or bool(opens and (closes or not rest or rest[0] in "\r\n"))


def _has_words_in_quotation_marks(loaded: Slice) -> Iterator[bool | None]:
    for version, kind, start, end in loaded.rows("version_id", "quotation_type", "start_char", "end_char"):
        body = loaded.bodies.get(version, "")
        yield bool(QUOTATION_MARKS & set(body[max(0, start - 1) : end + 1])) if kind == "mixed" else None


def _found_in_many_texts(loaded: Slice) -> Mapping[str, Any]:
    return {"min_value": len(loaded.bodies) // 10 if len(loaded.bodies) >= MANY_TEXTS else 0}


EXPECTATIONS = (
    rows("content_has_pieces", "There is at least one piece of content.", _spans.list.len() > 0),
    rows(
        "content_is_the_text",
        f"The content is exactly its pieces of the body, joined by '{BETWEEN_PIECES}'.",
        _content_is_the_text,
        "content_text",
        "content_spans",
    ),
    rows("content_is_in_order", "The pieces are not empty, stand in order and do not overlap.", _pieces_are_in_order, "content_spans"),
    rows(
        "content_lies_in_evidence",
        "All pieces lie in the evidence.",
        (pl.col("start_char") <= _starts.list.min()) & (_ends.list.max() <= pl.col("end_char")),
        "start_char",
        "end_char",
        "content_spans",
    ),
    rows(
        "sentences_hold_the_evidence",
        "The sentences that hold the statement hold its evidence.",
        pl.col("sentence_text").str.contains(pl.col("evidence"), literal=True),
        "sentence_text",
        "evidence",
        severity="warning",
    ),
    rows("content_has_words", "There are letters or digits in the content.", pl.col("content_text").str.contains(r"[\p{L}\p{N}]")),
    rows("source_lies_in_evidence", "The source lies in the evidence.", within_evidence("source_start", "source_end")),
    rows("cue_lies_in_evidence", "The cue lies in the evidence.", within_evidence("cue_start", "cue_end")),
    rows(
        "direct_quote_stands_between_marks",
        "A direct quotation stands between quotation marks, or runs on to the end of its paragraph, or is a turn of a transcript.",
        _stands_between_quotation_marks,
        "content_text",
    ),
    rows("mixed_quote_has_marks", "A mixed quotation has quotation marks.", _has_words_in_quotation_marks, "evidence", severity="warning"),
    between("number_begins_at_one", "Statements are numbered from 1.", "statement_no", 1, None),
    unique("number_is_unique_in_text", "No two statements of a text have the same number.", "version_id", "statement_no"),
    between("speakers_can_be_counted", "Between 1 and 10,000 speak, where the text says how many.", "speaker_count", 1, 10_000),
    between("said_on_precision_is_a_code", "`said_on_precision` is 1 to 5.", "said_on_precision", 1, 5),
    rows(
        "said_on_has_precision",
        "`said_on` and its precision are given together.",
        pl.col("said_on").is_null() == pl.col("said_on_precision").is_null(),
    ),
    rows(
        "said_before_published",
        "It was said on the publication day or before.",
        pl.col("said_on") <= pl.col("published_date"),
        severity="warning",
    ),
    rows(
        "only_anonymous_sources_have_reasons",
        "A reason for not being named is given for anonymous sources only.",
        where(pl.col("anonymity_reason").is_not_null(), _attribution.str.starts_with("anonymous_")),
        severity="warning",
    ),
    rows(
        "attributed_words_have_a_cue",
        "Who is not the narrator says it by some words.",
        where(~_attribution.is_in(["narrator", "unknown"]), pl.col("cue_text").is_not_null()),
        severity="warning",
    ),
    rows(
        "addressee_is_printed",
        "An addressee has words in the text.",
        where(pl.col("addressee_actor_id").is_not_null(), pl.col("addressee_text").is_not_null()),
        severity="warning",
    ),
    rows("hedge_is_printed", "The hedge stands in the evidence.", stands_in_evidence("hedge"), severity="warning"),
    rows(
        "nobody_speaks_to_his_own_words",
        "No two statements of a text have the same source, cue and content.",
        pl.struct("version_id", "source_start", "cue_start", "content_spans").is_unique(),
        severity="warning",
    ),
    native(
        "statements_are_found",
        f"Of {MANY_TEXTS} texts or more, there is a statement for every ten.",
        "ExpectTableRowCountToBeBetween",
        _found_in_many_texts,
        severity="warning",
        acts_on="table",
    ),
)
