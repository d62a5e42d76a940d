"""The reference: rows that users edit, and the forms that lead to them."""

import csv
import pickle
import re
from datetime import date
from pathlib import Path

import pycountry
import pytest

from transforms import lexicon
from transforms.text.actors.reference import FORM_KINDS, compile_reference

ACTORS = Path(__file__).parents[4] / "seeds" / "reference" / "actors.csv"


def row(identifier: str, name: str, aliases: str = "", kind: str = "person", **cells: str) -> dict[str, str]:
    return {"id": identifier, "name": name, "kind": kind, "aliases": aliases, **cells}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    lines = [line for line in ACTORS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def test_a_name_is_found_with_and_without_accents() -> None:
    reference = compile_reference([row("x", "José Núñez")])
    assert reference.forms["José Núñez"].entry == reference.forms["Jose Nunez"].entry == 0


def test_a_form_that_two_rows_claim_alike_leads_to_neither() -> None:
    reference = compile_reference([row("a", "Anna Roe", "surname:Roe"), row("b", "Ben Roe", "surname:Roe")])
    assert "Roe" not in reference.forms
    assert {"Anna Roe", "Ben Roe"} <= set(reference.forms)


def test_a_name_outranks_anothers_alias() -> None:
    reference = compile_reference([row("a", "Ann Lee", "surname:Roe"), row("b", "Roe", kind="company")])
    assert reference.forms["Roe"].entry == 1


def test_an_alias_without_a_kind_is_a_name() -> None:
    reference = compile_reference([row("a", "Ann Lee", "Annie Lee; transliteration:An Li")])
    assert {form: reference.forms[form].kind for form in ("Annie Lee", "An Li")} == {"Annie Lee": "name", "An Li": "transliteration"}


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([row("", "Ann Lee")], "row 1"),
        ([row("a", "")], "row 1"),
        ([row("a", "Ann Lee"), row("a", "Ben Lee")], "stands twice"),
        ([row("a", "Ann Lee", "nickname:Annie")], "nickname"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(rows: list[dict[str, str]], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        compile_reference(rows)


def test_rows_that_claim_one_form_alike_are_told() -> None:
    reference = compile_reference([row("a", "Ann Lee", "acronym:AL"), row("b", "Ben Lee", "acronym:AL")])
    assert reference.clashes == (("AL", "a", "b"),)
    assert "AL" not in reference.forms


def test_rows_may_share_a_local_form() -> None:
    reference = compile_reference([row("a", "First Senate", "local:Senate"), row("b", "Second Senate", "local:Senate")])
    assert (reference.forms["Senate"].rivals, reference.clashes) == ((1,), ())


def test_no_form_of_the_file_is_claimed_twice(rows: list[dict[str, str]]) -> None:
    assert compile_reference(rows).clashes == ()


def test_a_reference_travels_to_worker_processes() -> None:
    reference = compile_reference([row("a", "Ann Lee", "surname:Lee")])
    assert pickle.loads(pickle.dumps(reference)).forms == reference.forms


# -- the file itself ----------------------------------------------------------------------------------------------------------------


def test_the_file_says_what_it_is_and_where_it_is_from() -> None:
    head = "".join(line for line in ACTORS.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    assert "Provenance" in head
    assert re.search(r"\d{4}-\d{2}-\d{2}", head)


def test_every_row_of_the_file_compiles(rows: list[dict[str, str]]) -> None:
    assert len(compile_reference(rows).entries) == len(rows) > 1_000


def test_every_kind_of_the_file_is_in_the_vocabulary(rows: list[dict[str, str]]) -> None:
    kinds = {cells[1] for cells in lexicon.rows("vocabulary") if cells[0] == "actor_kind"}
    assert {one["kind"] for one in rows} <= kinds
    assert set(FORM_KINDS) == {cells[1] for cells in lexicon.rows("vocabulary") if cells[0] == "alias_kind"}


def test_every_country_of_the_file_is_one(rows: list[dict[str, str]]) -> None:
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX", ""}
    assert {one["country"] for one in rows} <= known


def test_every_member_of_the_united_nations_but_none_twice_is_a_state(rows: list[dict[str, str]]) -> None:
    countries = [one["country"] for one in rows if one["kind"] == "state"]
    assert len(countries) == len(set(countries)) >= 195


def test_dates_of_office_are_days_in_order(rows: list[dict[str, str]]) -> None:
    for one in rows:
        begin, end = one["valid_from"], one["valid_to"]
        days = [date.fromisoformat(day) for day in (begin, end) if day]
        assert days == sorted(days), one["id"]


def test_what_an_office_belongs_to_is_a_row_or_a_place(rows: list[dict[str, str]]) -> None:
    names = {one["name"] for one in rows}
    alone = {one["organisation"] for one in rows if one["organisation"]} - names
    assert len(alone) < 15, sorted(alone)


def test_wikidata_ids_have_their_form_and_stand_once(rows: list[dict[str, str]]) -> None:
    found = [one["wikidata"] for one in rows if one["wikidata"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", one) for one in found)
    assert len(found) == len(set(found))
