"""For every expectation, a change to the clean load of `example` that it must catch."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import polars as pl

from expectations.expectation import ENOUGH_ROWS, Slice
from expectations.statements import MANY_TEXTS
from tests.expectations.example import DAY, TODAY
from transforms.tables import TABLES

Poison = Callable[[Slice], Slice]
Rows = list[dict[str, Any]]


def _changed(table: str, frame: pl.DataFrame, change: Callable[[Rows], Rows]) -> pl.DataFrame:
    return TABLES[table].frame(change(frame.to_dicts()))


def poison(change: Callable[[Rows], Rows]) -> Poison:
    """A change to the rows of the table itself."""

    def found(loaded: Slice) -> Slice:
        frame = _changed(loaded.table.qualified_name, loaded.frame, change)
        return replace(loaded, frame=frame, arrived=frame.height)

    return found


def row(number: int = 0, /, **columns: Any) -> Poison:
    """One row with other values."""
    return poison(lambda rows: [{**each, **columns} if at == number else each for at, each in enumerate(rows)])


def every(**columns: Any) -> Poison:
    """Every row with other values, and enough of them to judge a share by."""
    return poison(lambda rows: [{**each, **columns} for each in rows * ENOUGH_ROWS])


def added(**columns: Any) -> Poison:
    """Once more the first row, with other values."""
    return poison(lambda rows: [*rows, {**rows[0], **columns}])


def nothing(loaded: Slice) -> Slice:
    """No row, and none that was set aside."""
    return replace(loaded, frame=loaded.frame.clear(), arrived=0)


def beside(table: str, number: int = 0, /, **columns: Any) -> Poison:
    """A row of another table of the load with other values."""
    change = _changed_row(number, columns)
    return lambda loaded: replace(loaded, beside={**loaded.beside, table: _changed(table, loaded.beside[table], change)})


def both(*poisons: Poison) -> Poison:
    """One poison after the other."""

    def found(loaded: Slice) -> Slice:
        for each in poisons:
            loaded = each(loaded)
        return loaded

    return found


def _changed_row(number: int, columns: Mapping[str, Any]) -> Callable[[Rows], Rows]:
    return lambda rows: [{**each, **columns} if at == number else each for at, each in enumerate(rows)]


def _spans(*spans: tuple[int, int]) -> list[dict[str, int]]:
    return [{"start_char": start, "end_char": end} for start, end in spans]


_TOMORROW = TODAY + timedelta(days=1)


def structural(table: str, expectation: str) -> Poison | None:
    """The poison for an expectation that is derived from the declaration of `table`."""
    declared = TABLES[table]
    key = declared.key[0]
    fixed: dict[str, Poison] = {
        "row_count": nothing if table in {"core.vocabulary", "core.article_versions"} else poison(lambda rows: rows * 400),
        "required_values_are_there": row(**{next(each.name for each in declared.columns if not each.nullable): None}),
        "key_is_unique": added(),
        "no_blank_text": row(**{next(name for name, dtype in declared.frame_schema.items() if dtype == pl.String): " \n"}),
        "span_lies_in_body": row(end_char=10**6),
        "evidence_is_the_text": row(evidence="not what stands there"),
        "published_date_is_the_texts": row(published_date=DAY - timedelta(days=1)),
        "few_rows_are_set_aside": lambda loaded: replace(loaded, arrived=loaded.frame.height * 2 + 6),
        "whatever_is_referred_to_is_here": poison(lambda rows: [{**each, key: f"another-{at}"} for at, each in enumerate(rows)]),
    }
    if expectation in fixed:
        return fixed[expectation]
    for ending, value in {
        "_is_a_code": "no_such_code",
        "_resolves": "no_such_id",
        "_is_not_in_the_future": _TOMORROW,
    }.items():
        if expectation.endswith(ending):
            return row(**{expectation.removesuffix(ending): value})
    if expectation.endswith("_is_the_text"):
        return row(**{f"{expectation.removesuffix('_is_the_text')}_text": "not what stands there"})
    return None


_VALUES: dict[str, Poison] = {
    "value_low_is_not_above_value_best": row(value_low=2, value_best=1),
    "value_best_is_not_above_value_high": row(value_best=2, value_high=1),
    "value_low_is_not_above_value_high": row(value_low=2, value_high=1),
    "value_low_is_a_count": row(value_low=-1),
    "value_best_is_a_count": row(value_best=10**12),
    "value_high_is_a_count": row(value_high=-5),
}

_IDENTITY: dict[str, Poison] = {
    "name_is_no_pronoun": row(name="They"),
    "name_is_no_day_or_month": row(name="Tuesday"),
    "name_is_no_title": row(name="the Prime Minister", is_named=True, kind="person"),
    "name_has_letters": row(name="1234"),
    "name_is_a_name": row(name="Mira “the Fox” Solano", is_named=True),
    "name_has_a_capital": row(name="coastal front", is_named=True),
    "unnamed_source_is_not_named": row(kind="unnamed_source", is_named=True),
    "country_exists": row(country="XYZ"),
    "sectors_are_codes": row(sectors=["REB", "REB"]),
}

_LINK: dict[str, Poison] = {
    "nothing_relates_to_itself": row(from_statement_id="sta-1", to_statement_id="sta-1"),
    "relation_is_told_once": added(link_id="another"),
}

_NOT_BELOW = row(path="../outside.txt")

DOMAIN: dict[str, dict[str, Poison]] = {
    "raw.source_files": {
        "path_is_below_the_folder": _NOT_BELOW,
        "sha256_is_one": row(sha256="AB"),
        "size_is_not_negative": row(size_bytes=-1),
        "article_count_is_not_negative": row(article_count=-1),
        "file_without_articles_has_a_problem": row(article_count=0, problem=None),
        "articles_have_days": row(article_count=1, published_dates=[]),
    },
    "core.vocabulary": {
        "code_is_a_word": row(code="Two Words"),
        "every_vocabulary_in_use_is_here": poison(lambda rows: [each for each in rows if each["vocabulary"] != "stance"]),
    },
    "core.sources": {
        "reliability_is_an_admiralty_code": row(reliability="good"),
        "country_exists": row(country="XYZ"),
        "name_is_of_one_source": added(source_id="another"),
        "wire_says_so": row(kind="outlet", is_wire=True),
        "aliases_have_letters": row(aliases=["-"]),
    },
    "core.article_versions": {
        "digest_is_the_bodys": row(text_sha256="ab" * 32),
        "offset_is_not_negative": row(body_offset=-1),
        "path_is_below_the_folder": _NOT_BELOW,
        "language_exists": row(language="english"),
        "day_is_plausible": row(published_date=DAY.replace(year=24)),
        "dateline_is_near_the_day": row(dateline_date=DAY.replace(year=2023)),
        "body_has_words": row(body="1 2 3."),
        "body_is_readable": row(body="caf\ufffd"),
        "body_is_of_an_article": row(body="a" * 1_000_001),
        "url_is_an_address": row(url="harbour.example/1 2"),
        "one_text_stands": added(version_id="another"),
    },
    "core.article_actors": {
        **_IDENTITY,
        "alias_kinds_are_codes": row(aliases=[{"alias": "the Front", "alias_kind": "nickname"}]),
        "aliases_have_letters": row(aliases=[{"alias": "--", "alias_kind": "name"}]),
        "aliases_are_no_pronouns": row(aliases=[{"alias": "They", "alias_kind": "name"}]),
    },
    "core.actors": {
        **_IDENTITY,
        "unnamed_source_lives_in_one_text": row(is_named=True, version_id="ver-1"),
        "unnamed_source_occurs_once": row(is_named=False, version_count=2),
        "occurs_in_a_text": row(version_count=0),
        "wikidata_id_is_one": row(wikidata_id="42"),
        "reference_is_of_one_actor": both(row(0, reference_id="ref-1"), row(1, reference_id="ref-1")),
        "named_actors_have_names_of_their_own": every(name="Coastal Front", is_named=True),
    },
    "core.actor_aliases": {
        "alias_is_no_pronoun": row(alias="We"),
        "alias_has_letters": row(alias="7"),
        "acronym_is_short": row(alias="Coastal Front", alias_kind="acronym"),
        "language_exists": row(language="english"),
        "full_names_are_of_one_actor": every(alias="the Front", alias_kind="name"),
    },
    "core.actor_suggestions": {
        "actors_are_two": row(other_actor_id="act-aid"),
        "pair_is_suggested_once": added(actor_id="act-valdoria", other_actor_id="act-aid"),
    },
    "core.actor_mentions": {
        "surface_is_the_evidence": row(surface="another"),
        "name_is_no_pronoun": row(mention_kind="name", surface="It"),
        "name_is_no_day_or_month": row(mention_kind="name", surface="March"),
        "pronoun_is_one_word": row(mention_kind="pronoun", surface="he said"),
        "mention_is_short": row(surface="long " * 61),
        "place_is_mentioned_once": added(mention_id="another"),
        "names_are_resolved": every(mention_kind="name", actor_id=None),
        "pronouns_are_resolved": every(mention_kind="pronoun", actor_id=None),
    },
    "core.affiliations": {
        "nobody_belongs_to_himself": row(organisation_actor_id="act-solano"),
        "role_has_letters": row(role_title="--"),
        "role_is_printed": row(role_title="admiral"),
        "role_is_short": row(role_title="very " * 50 + "important"),
    },
    "core.statements": {
        "content_has_pieces": row(content_spans=[]),
        "content_is_the_text": row(content_text="not what stands there"),
        "content_is_in_order": row(content_spans=_spans((20, 30), (25, 40))),
        "content_lies_in_evidence": row(content_spans=_spans((0, 10**4))),
        "sentences_hold_the_evidence": row(sentence_text="Another sentence."),
        "content_has_words": row(content_text="..."),
        "source_lies_in_evidence": row(source_end=10**4),
        "cue_lies_in_evidence": row(2, cue_start=0),
        "direct_quote_stands_between_marks": row(quotation_type="direct"),
        "mixed_quote_has_marks": row(quotation_type="mixed"),
        "number_begins_at_one": row(statement_no=0),
        "number_is_unique_in_text": row(statement_no=2),
        "speakers_can_be_counted": row(speaker_count=0),
        "said_on_precision_is_a_code": row(said_on_precision=6),
        "said_on_has_precision": row(said_on=DAY),
        "said_before_published": row(said_on=DAY + timedelta(days=1)),
        "only_anonymous_sources_have_reasons": row(anonymity_reason="not allowed to speak", attribution_type="named_org"),
        "attributed_words_have_a_cue": row(cue_text=None),
        "addressee_is_printed": row(addressee_text=None),
        "hedge_is_printed": row(hedge="reportedly"),
        "nobody_speaks_to_his_own_words": added(statement_id="another"),
        "statements_are_found": lambda loaded: replace(
            loaded,
            frame=loaded.frame.clear(),
            beside={
                **loaded.beside,
                "core.article_versions": TABLES["core.article_versions"].frame(
                    {**each, "version_id": str(number)}
                    for number in range(MANY_TEXTS)
                    for each in loaded.beside["core.article_versions"].head(1).to_dicts()
                ),
            },
        ),
    },
    "core.statement_speakers": {
        "number_begins_at_one": row(speaker_no=0),
        "anonymous_speaker_is_not_named": row(actor_id="act-solano"),
        "named_speaker_is_resolved": row(3, actor_id=None),
        "mention_is_the_speakers": row(mention_id="men-3"),
        "speaker_speaks_once": added(speaker_no=2),
        "every_statement_has_a_row": poison(lambda rows: rows[1:]),
        "speakers_are_known": every(actor_id=None),
    },
    "core.article_issues": {
        "number_begins_at_one": row(issue_no=0),
        "number_is_unique_in_text": added(article_issue_id="another"),
        "label_has_letters": row(label="?"),
        "words_are_sorted": row(words=["port", "monitor"]),
        "issue_has_words": row(words=[]),
    },
    "core.positions": {
        "narrator_asserts_without_statement": row(assertion_basis="narrator"),
        "contested_by_statements_of_the_text": row(contested_by=["sta-5"]),
        "not_contested_by_itself": row(contested_by=["sta-1"]),
        "held_before_published": row(as_of_date=DAY + timedelta(days=1)),
        "issue_lies_in_evidence": row(issue_end=10**4),
        "issue_is_no_pronoun": row(issue_text="this"),
        "condition_is_printed": row(condition_text="if the siege ends"),
        "condition_is_told": row(stance="conditions"),
        "holder_of_own_words_speaks": row(assertion_basis="self"),
        "holders_are_known": every(holder_actor_id=None),
    },
    "core.issues": {
        "label_has_letters": row(label="?"),
        "issue_has_one_label": row(issue_id="iss-2", evidence="the same plan"),
        "joined_texts_say_why": row(issue_id="iss-2", label="talks"),
        "every_issue_of_a_text_is_here": poison(lambda rows: rows[1:]),
    },
    "core.casualty_figures": {
        **_VALUES,
        "number_is_printed": row(value_reported="500"),
        "number_lies_in_evidence": row(number_start=0),
        "number_is_no_amount": both(
            beside("core.article_versions", body="Support fell by 40% on the day."), row(1, number_start=16, number_end=18)
        ),
        "exact_is_one_value": row(1, value_low=39),
        "open_above": row(value_high=400),
        "open_below": row(quantifier="up_to", value_low=300, value_high=300),
        "range_has_two_ends": row(quantifier="range", value_high=None),
        "vague_word_has_no_best": row(quantifier="dozens"),
        "rounded_number_has_a_best": row(quantifier="about", value_best=None),
        "victim_is_printed": row(victim_text="dockers"),
        "perpetrator_is_printed": row(perpetrator_text="pirates"),
        "place_is_printed": row(place_text="Sicily"),
        "period_is_printed": row(period_text="since April"),
        "perpetrator_has_words": row(perpetrator_actor_id="act-front"),
        "country_exists": row(country="XYZ"),
        "period_ends_after_it_begins": row(period_start=DAY, period_end=DAY - timedelta(days=1)),
        "happened_before_published": row(event_date=DAY + timedelta(days=1)),
        "date_precision_is_a_code": row(date_precision=0),
        "date_has_precision": row(date_precision=None),
        "narrator_has_no_claimant": row(attribution_type="narrator"),
        "claimant_has_a_statement": row(statement_id=None),
        "figure_includes_not_itself": row(0, subset_of="fig-2"),
        "figure_supersedes_another": row(supersedes="fig-1"),
        "subset_says_so": row(1, measure_kind="event_total"),
        "subset_is_not_larger": row(0, value_high=39),
        "subset_has_the_same_measure": row(1, measure="injured"),
        "number_is_counted_once": added(figure_id="another"),
        "number_is_no_year": row(1, value_reported="2014", victim_text=None),
        "toll_does_not_leap": added(figure_id="another", published_date=DAY + timedelta(days=1), value_best=30_000),
        "toll_does_not_fall": added(figure_id="another", published_date=DAY + timedelta(days=1), value_best=200),
    },
    "core.casualty_totals": {
        **_VALUES,
        "parts_are_figures_of_the_text": row(parts=["no_such_figure"]),
        "total_has_parts": row(parts=[]),
        "parts_have_the_same_measure": row(measure="injured"),
        "parts_are_of_the_days_event": beside("core.casualty_figures", is_background=True),
    },
    "core.claim_links": {
        **_LINK,
        "who_denies_does_so": row(from_statement_id="sta-3"),
        "nobody_denies_and_confirms": added(link_id="another", relation="confirms"),
    },
    "core.cross_links": {**_LINK, "joins_two_texts": row(from_statement_id="sta-1", to_statement_id="sta-2")},
    "ops.loads": {
        "every_file_is_accounted_for": row(files_seen=3),
        "counts_are_not_negative": row(files_loaded=-1, files_quarantined=3),
        "load_has_days": row(days=[]),
    },
}


def poison_for(table: str, expectation: str) -> Poison | None:
    """The poison that an expectation must catch."""
    return DOMAIN.get(table, {}).get(expectation) or structural(table, expectation)
