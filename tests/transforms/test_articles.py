from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles import Problem, SourceArticle, article_versions, header, published_day, with_earlier_versions

BODY = "The ferry talks broke down, two port officials said.\n\nNobody was hurt."
DAY = date(2024, 3, 5)


def version(text, path="2024-03-05-ferry.txt", **more):
    frame, problems = article_versions([SourceArticle(path, text, **more)])
    assert not problems
    return frame.row(0, named=True)


def problem(text, path="ferry.txt", **more):
    frame, problems = article_versions([SourceArticle(path, text, **more)])
    assert frame.is_empty()
    (found,) = problems
    return found


@pytest.mark.parametrize(
    ("opening", "credit"),
    [
        (" date 2024-03-05 [Source: Harbour Wire]\n\n", "Harbour Wire"),
        (" date 2024-03-05 [Source: Harbour Wire] ", "Harbour Wire"),
        (" date 2024-03-05 [Source: Harbour Wire]", "Harbour Wire"),
        ("date 2024-03-05 [Source:Harbour Wire ]\n", "Harbour Wire"),
        (" date 2024-03-05 [Source: Harbour Wire]\r\n\r\n", "Harbour Wire"),
        (" date 2024-03-05\n", None),
        (" date 2024-03-05\r\n", None),
        (" date 2024-03-05 ", None),
        ("\tdate\t2024-03-05\t", None),
        ("\n\n date 2024-03-05\n", None),
        ("\ufeff date 2024-03-05 [Source: Harbour Wire]\n\n", "Harbour Wire"),
        ("\ufeffdate 2024-03-05\n", None),
    ],
)
def test_a_header_gives_the_day_and_the_credit_and_is_not_body(opening, credit):
    row = version(opening + BODY, path="ferry.txt")
    assert (row["published_date"], row["published_date_basis"], row["credited_source"]) == (DAY, "header", credit)
    assert row["body"] == BODY
    assert row["body_offset"] == len(opening)


def test_the_text_may_begin_on_the_line_of_the_header():
    row = version(" date 2024-03-05 The ferry talks broke down.\nNobody was hurt.")
    assert row["body"] == "The ferry talks broke down.\nNobody was hurt."
    assert row["credited_source"] is None


def test_without_a_header_the_day_stands_in_the_name_of_the_file_and_all_text_is_body():
    row = version(BODY, path="wire/2024-03-05-ferry.txt")
    assert (row["published_date"], row["published_date_basis"]) == (DAY, "filename")
    assert (row["body"], row["body_offset"]) == (BODY, 0)


def test_the_header_outranks_the_record_and_the_record_outranks_the_name():
    name = "2024-03-07-ferry.jsonl"
    assert version(f" date 2024-03-05\n{BODY}", name, recorded_day="2024-03-06")["published_date"] == DAY
    found = version(BODY, name, recorded_day="2024-03-06T23:00:00Z")
    assert (found["published_date"], found["published_date_basis"]) == (date(2024, 3, 6), "record")


@pytest.mark.parametrize(
    "text",
    [
        "Up to date 2024-03-05 figures were not given.",  # not at the beginning
        "date: 2024-03-05\n" + BODY,
        " date 2024-03-051\n" + BODY,
        "updated 2024-03-05\n" + BODY,
        " " * 9 + "date 2024-03-05\n" + BODY,
    ],
)
def test_what_only_looks_like_a_header_is_body(text):
    assert header(text).day is None
    assert problem(text).code == "no_date"
    row = version(text)
    assert row["body"] == text.lstrip()
    assert row["published_date_basis"] == "filename"


def test_a_credit_holds_no_line_break_and_no_bracket():
    row = version(" date 2024-03-05 [Source: Harbour\nWire] Text.", path="a.txt")
    assert row["credited_source"] is None
    assert row["body"] == "[Source: Harbour\nWire] Text."


@pytest.mark.parametrize("written", ["2024-02-30", "2024-13-01", "0000-01-01"])
def test_a_day_that_is_not_in_the_calendar_is_a_problem_that_says_where_it_stands(written):
    assert problem(f" date {written}\n{BODY}") == Problem(
        "ferry.txt", "bad_date", f"the header line says '{written}'; write a day of the calendar as YYYY-MM-DD"
    )
    assert "record's `date`" in problem(BODY, recorded_day=written).detail
    assert "file's name" in problem(BODY, path=f"{written}.txt").detail


def test_a_bad_day_in_the_header_is_not_passed_over_for_a_good_one_in_the_name():
    assert problem(f" date 2024-02-30\n{BODY}", path="2024-03-05.txt").code == "bad_date"


def test_without_any_day_the_problem_says_what_to_do():
    found = problem(BODY)
    assert found.code == "no_date"
    assert " date YYYY-MM-DD" in found.detail


@pytest.mark.parametrize("text", [" date 2024-03-05", " date 2024-03-05 [Source: Harbour Wire]\n\n \n"])
def test_a_header_without_text_is_empty(text):
    assert problem(text).code == "empty"


def test_the_same_text_of_the_same_article_and_day_is_one_version():
    one = SourceArticle("2024-03-05-ferry.txt", BODY)
    frame, _ = article_versions([one, one])
    assert frame.height == 1


def test_ids_come_from_article_day_and_text_alone():
    plain, headed = version(BODY), version(f" date 2024-03-05 [Source: Harbour Wire]\n{BODY}")
    assert plain["version_id"] == headed["version_id"]
    assert version(BODY + "!")["article_id"] == plain["article_id"]
    assert version(BODY + "!")["version_id"] != plain["version_id"]
    assert version(BODY, path="other/2024-03-05-ferry.txt")["article_id"] != plain["article_id"]
    assert version(BODY, external_id="7")["article_id"] != version(BODY, external_id="8")["article_id"]


def test_reprints_share_a_story_whatever_their_quote_marks_and_line_breaks():
    one = version('Mira Solano said: "No talks."', path="2024-03-05-a.txt")
    other = version("Mira Solano said:\n“No talks.”", path="2024-03-05-b.txt")
    assert one["story_id"] == other["story_id"]
    assert one["version_id"] != other["version_id"]


@pytest.mark.parametrize(
    ("text", "place", "day", "wire"),
    [
        ("VALDOR, March 4 (Harbour Wire) - The ferry sank.", "VALDOR", date(2024, 3, 4), "Harbour Wire"),
        ("PORT ELSA — The ferry sank.", "PORT ELSA", None, None),
        ("VALDOR/PORT ELSA, Dec. 30 (Harbour Wire) -- The ferry sank.", "VALDOR/PORT ELSA", date(2023, 12, 30), "Harbour Wire"),
        ("The ferry sank, the BBC - a broadcaster - said.", None, None, None),
    ],
)
def test_a_dateline_gives_place_day_and_wire(text, place, day, wire):
    row = version(text)
    assert (row["dateline_place"], row["dateline_date"], row["credited_source"]) == (place, day, wire)
    assert row["body"] == text


def test_a_headline_and_a_byline_stay_in_the_body():
    text = "Ferry talks break down\n\nBy Mira Solano and Jon Arkady\n\nThe talks broke down."
    row = version(text)
    assert (row["headline"], row["byline"]) == ("Ferry talks break down", "Mira Solano and Jon Arkady")
    assert row["body"] == text


def test_the_fields_of_a_record_are_kept():
    fields = (("publisher", "Harbour Post"), ("title", "Ferry"), ("byline", "M. Solano"), ("url", "https://example.org/1"))
    row = version(BODY, external_id="7", record=fields)
    assert [row[name] for name in ("publisher", "headline", "byline", "url", "external_id")] == [
        "Harbour Post",
        "Ferry",
        "M. Solano",
        "https://example.org/1",
        "7",
    ]


def test_an_earlier_text_is_superseded_while_its_article_stands_and_removed_when_it_is_gone():
    first, _ = article_versions([SourceArticle("2024-03-05-a.txt", "Five."), SourceArticle("2024-03-05-b.txt", "Six.")])
    second, _ = article_versions([SourceArticle("2024-03-05-a.txt", "Seven.")])
    found = with_earlier_versions(second, first, second["article_id"])
    assert dict(found.select("body", "pub_status").iter_rows()) == {"Five.": "superseded", "Six.": "removed", "Seven.": "current"}
    again = with_earlier_versions(first, found, first["article_id"])
    assert dict(again.select("body", "pub_status").iter_rows()) == {"Five.": "current", "Six.": "current", "Seven.": "superseded"}


@given(st.text(max_size=300), st.sampled_from(["", " date 2024-03-05", " date 2024-03-05 [Source: X]", "\ufeff date 2024-03-05\r\n"]))
def test_a_body_is_the_end_of_its_text_and_never_rewritten(text, opening):
    whole = opening + text
    parsed = header(whole)
    assert 0 <= parsed.body_offset <= len(whole)
    frame, problems = article_versions([SourceArticle("2024-03-05.txt", whole)])
    assert frame.height + len(problems) == 1
    for row in frame.iter_rows(named=True):
        assert row["body"] == whole[row["body_offset"] :]
        assert row["body_offset"] == parsed.body_offset


@given(st.text(max_size=60), st.none() | st.text(max_size=12))
def test_every_article_has_a_day_or_a_problem_whatever_is_written(text, recorded):
    found = published_day(SourceArticle("a.txt", text, recorded_day=recorded), header(text))
    assert isinstance(found, Problem) or isinstance(found[0], date)


@pytest.mark.benchmark_suite
@pytest.mark.parametrize(
    "text",
    [" " * 1_000_000, " date 2024-03-05 [Source: " + "x" * 1_000_000, "\n" * 1_000_000 + "x", "A" * 1_000_000, "By " + "A " * 500_000],
)
def test_a_megabyte_of_one_kind_is_read_at_once(text):
    began = process_time()
    article_versions([SourceArticle("2024-03-05.txt", text)])
    assert process_time() - began < 2
