"""What looks odd and is right: no expectation may catch it."""

from datetime import timedelta

import pytest

from expectations import gx
from expectations.audit import audit, suite
from expectations.expectation import Slice
from tests.expectations.example import DAY, TODAY, frames
from tests.expectations.poisons import Poison, added, beside, both, every, row
from transforms.tables import TABLES

CLEAN = frames()


def _quoted(body: str, *pieces: str) -> Poison:
    """The third statement, quoted in `pieces` of a text of its own."""
    spans = [{"start_char": body.index(piece), "end_char": body.index(piece) + len(piece)} for piece in pieces]
    return both(
        beside("core.article_versions", body=body),
        row(2, content_spans=spans, start_char=0, end_char=len(body)),
        lambda loaded: Slice(loaded.table, loaded.frame[2:3], loaded.beside, loaded.today, 1),
    )


QUOTE = "direct_quote_stands_between_marks"
HARMLESS: dict[str, tuple[str, str, Poison]] = {
    "US is no pronoun": ("core.article_actors", "name_is_no_pronoun", row(name="US")),
    "WHO is no pronoun": ("core.article_actors", "name_is_no_pronoun", row(name="WHO")),
    "May is a surname": ("core.article_actors", "name_is_no_day_or_month", row(name="May")),
    "a title may be a part of a name": ("core.article_actors", "name_is_no_title", row(name="King Oskar")),
    "the name of a role is a title": ("core.article_actors", "name_is_no_title", row(name="the president", kind="role")),
    "a name in letters without capitals": ("core.article_actors", "name_has_a_capital", row(name="حركة الساحل")),
    "a name in other letters": ("core.article_actors", "name_has_letters", row(name="Жук")),
    "Kosovo": ("core.article_actors", "country_exists", row(country="XKX")),
    "marks within the content": ("core.statements", QUOTE, _quoted("She said: “No.”", "“No.”")),
    "marks around the content": ("core.statements", QUOTE, _quoted("She said: “No.”", "No.")),
    "straight marks": ("core.statements", QUOTE, _quoted('"No," she said.', "No,")),
    "typewriter marks": ("core.statements", QUOTE, _quoted("She said: ``No.''", "No.")),
    "a quotation in two pieces": ("core.statements", QUOTE, _quoted("“No,” she said. “Never.”", "“No,”", "“Never.”")),
    "a quotation that runs on": ("core.statements", QUOTE, _quoted("She said: “No.\n\n“Never.”", "“No.")),
    "a turn of a transcript": ("core.statements", QUOTE, _quoted("SOLANO: No. Never.\n\nDEPP: Why?", "No. Never.")),
    "a quotation at the end of the text": ("core.statements", QUOTE, _quoted("She said: “No", "“No")),
    "at most so many, at least none": ("core.casualty_figures", "open_below", row(quantifier="at_most", value_low=0, value_high=300)),
    "a toll that is revised": (
        "core.casualty_figures",
        "toll_does_not_fall",
        added(figure_id="another", published_date=DAY + timedelta(days=1), value_best=200, supersedes="fig-1"),
    ),
    "a toll that grows": (
        "core.casualty_figures",
        "toll_does_not_leap",
        added(figure_id="another", published_date=DAY + timedelta(days=1), value_best=900),
    ),
    "a period that is not over": ("core.casualty_figures", "period_end_is_not_in_the_future", row(period_end=DAY)),
    "a position that the narrator infers from a statement": (
        "core.positions",
        "narrator_asserts_without_statement",
        row(assertion_basis="narrator_inference"),
    ),
    "who speaks with others may have a name": (
        "core.statement_speakers",
        "anonymous_speaker_is_not_named",
        added(speaker_no=2, actor_id="act-solano"),
    ),
    "a few pronouns that nobody resolves": ("core.actor_mentions", "pronouns_are_resolved", row(5, actor_id=None)),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_what_is_right_passes(case: str) -> None:
    name, expected, change = HARMLESS[case]
    table = TABLES[name]
    changed = change(Slice(table, CLEAN[name], CLEAN, TODAY, CLEAN[name].height))
    (finding,) = gx.validate(changed, [each for each in suite(table) if each.name == expected])
    assert finding.success
    assert finding.checked


def test_every_row_is_either_kept_or_set_aside() -> None:
    table = TABLES["core.casualty_figures"]
    loaded = Slice(table, CLEAN[table.qualified_name], CLEAN, TODAY, 2)
    for change in (row(measure="no_such"), row(1, value_low=-1, start_char=-5), added(), every(evidence=None), row(figure_id=None)):
        frame = change(loaded).frame
        found = audit(table, frame, CLEAN, TODAY)
        assert found.kept.height + found.set_aside.height == frame.height
        assert found.kept.join(frame, on=frame.columns, how="anti", nulls_equal=True).is_empty()
        assert audit(table, found.kept, CLEAN, TODAY).set_aside.is_empty()
