import json
import os
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.tables import codes
from warehouse import files

BODY = "The ferry talks broke down, two port officials said."


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def records(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def listed(folder):
    frame, problems = files.source_files(folder)
    return {row["path"]: row for row in frame.iter_rows(named=True)}, problems


def test_a_text_file_is_one_article_with_its_digest_and_day(tmp_path):
    write(tmp_path, "a.txt", f" date 2024-03-05\n{BODY}")
    rows, problems = listed(tmp_path)
    assert problems == []
    row = rows["a.txt"]
    assert row["sha256"] == sha256((tmp_path / "a.txt").read_bytes()).hexdigest()
    assert (row["size_bytes"], row["format"], row["article_count"]) == ((tmp_path / "a.txt").stat().st_size, "txt", 1)
    assert row["published_dates"] == [date(2024, 3, 5)]
    assert row["problem"] is None


def test_a_file_of_records_holds_articles_of_several_days(tmp_path):
    write(
        tmp_path,
        "a.jsonl",
        records(
            {"id": 1, "text": BODY, "date": "2024-03-06", "publisher": "Harbour Post", "words": 9},
            {"id": "2", "text": f" date 2024-03-05 {BODY}"},
        ),
    )
    rows, problems = listed(tmp_path)
    assert problems == []
    assert rows["a.jsonl"]["published_dates"] == [date(2024, 3, 5), date(2024, 3, 6)]
    first, second = files.contents(tmp_path, "a.jsonl").articles
    assert (first.external_id, first.recorded_day, first.record) == ("1", "2024-03-06", (("publisher", "Harbour Post"),))
    assert (second.external_id, second.recorded_day, second.record) == ("2", None, ())


BAD_FILES = {
    "not_utf8": ("2024-03-05.txt", b"Caf\xe9 talks"),
    "empty": ("2024-03-05.txt", b" \r\n"),
    "no_date": ("a.txt", BODY),
    "bad_date": ("a.txt", f" date 2024-02-30 {BODY}"),
    "unknown_format": ("2024-03-05.pdf", b"%PDF-1.7"),
    "bad_json": ("a.jsonl", '{"id": 1, "text": \n'),
    "bad_record": ("a.jsonl", records(["a list"])),
}


@pytest.mark.parametrize("code", BAD_FILES)
def test_a_file_that_cannot_be_read_is_a_row_with_its_problem(tmp_path, code):
    name, data = BAD_FILES[code]
    write(tmp_path, name, data)
    write(tmp_path, "good.txt", f" date 2024-03-05 {BODY}")
    rows, problems = listed(tmp_path)
    assert [found.code for found in problems] == [code]
    assert rows[name]["problem"] == code
    assert rows[name]["published_dates"] == []
    assert rows["good.txt"]["problem"] is None
    assert problems[0].detail


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"id": 1}, "bad_record"),
        ({"text": BODY}, "bad_record"),
        ({"id": True, "text": BODY}, "bad_record"),
        ({"id": 1.5, "text": BODY}, "bad_record"),
        ({"id": 1, "text": None}, "bad_record"),
        ({"id": 1, "text": BODY, "date": 20240305}, "bad_record"),
        ({"id": 1, "text": "half a pair: \ud83d", "date": "2024-03-05"}, "bad_json"),
        ({"id": 1, "text": BODY, "date": "2024-03-05", "title": "\udc00"}, "bad_json"),
        ({"id": 1, "text": BODY, "date": "2024-02-30"}, "bad_date"),
        ({"id": 1, "text": BODY, "date": ""}, "no_date"),
        ({"id": 1, "text": " ", "date": "2024-03-05"}, "empty"),
        ({"id": 1, "text": " date 2024-03-05\n"}, "empty"),
    ],
)
def test_a_bad_record_is_told_by_its_line_and_the_others_are_read(tmp_path, record, code):
    write(tmp_path, "a.jsonl", records({"id": "good", "text": BODY, "date": "2024-03-05"}, record))
    rows, problems = listed(tmp_path)
    assert [(found.path, found.code) for found in problems] == [("a.jsonl:2", code)]
    assert rows["a.jsonl"]["problem"] == code
    assert rows["a.jsonl"]["published_dates"] == [date(2024, 3, 5)]


def test_two_records_with_one_id_are_a_problem(tmp_path):
    write(tmp_path, "2024-03-05.jsonl", records({"id": 1, "text": BODY}, {"id": "1", "text": "Other words."}))
    _, problems = listed(tmp_path)
    assert [(found.path, found.code) for found in problems] == [("2024-03-05.jsonl:2", "bad_record")]


@pytest.mark.parametrize("line", ["[" * 100_000, '{"id": 1, "text": "' + "\\ud800" + '"}', "NaN", "null", '"text"', "0" * 5000])
def test_a_hostile_line_is_a_problem_or_an_article_and_never_an_error(tmp_path, line):
    write(tmp_path, "2024-03-05.jsonl", line + "\n" + records({"id": "good", "text": BODY}))
    held = files.contents(tmp_path, "2024-03-05.jsonl")
    assert len(held.articles) + len(held.problems) == 2
    assert held.articles[-1].external_id == "good"


def test_blank_lines_between_records_are_passed_over_and_a_file_of_them_is_empty(tmp_path):
    write(tmp_path, "2024-03-05.jsonl", "\n\r\n" + records({"id": 1, "text": BODY}) + "\n")
    assert len(files.contents(tmp_path, "2024-03-05.jsonl").articles) == 1
    write(tmp_path, "b.jsonl", "\n\n")
    assert [found.code for found in files.contents(tmp_path, "b.jsonl").problems] == ["empty"]


def test_a_byte_order_mark_before_the_first_record_is_passed_over(tmp_path):
    write(tmp_path, "2024-03-05.jsonl", b"\xef\xbb\xbf" + records({"id": 1, "text": BODY}).encode())
    held = files.contents(tmp_path, "2024-03-05.jsonl")
    assert [article.external_id for article in held.articles] == ["1"]


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_TEXT", 100)
    monkeypatch.setattr(files, "LARGEST_FILE", 300)
    write(tmp_path, "2024-03-05.txt", "x" * 101)
    write(tmp_path, "2024-03-06.jsonl", records({"id": 1, "text": "x" * 101}))
    write(tmp_path, "2024-03-07.jsonl", records(*({"id": number, "text": "x" * 50} for number in range(9))))
    rows, problems = listed(tmp_path)
    assert [(found.path, found.code) for found in problems] == [
        ("2024-03-05.txt", "too_large"),
        ("2024-03-06.jsonl:1", "too_large"),
        ("2024-03-07.jsonl", "too_large"),
    ]
    assert rows["2024-03-05.txt"]["sha256"] is None
    assert rows["2024-03-05.txt"]["size_bytes"] == 101


def test_a_link_out_of_the_folder_is_refused_and_one_inside_it_is_read(tmp_path):
    folder = tmp_path / "articles"
    secret = write(tmp_path, "secret.txt", f" date 2024-03-05 {BODY}")
    inside = write(folder, "a.txt", f" date 2024-03-05 {BODY}")
    (folder / "out.txt").symlink_to(secret)
    (folder / "in.txt").symlink_to(inside)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "elsewhere").symlink_to(tmp_path)
    rows, problems = listed(folder)
    assert [(found.path, found.code) for found in problems] == [
        ("nowhere.txt", "unreadable"),
        ("out.txt", "outside_folder"),
        ("round.txt", "unreadable"),
    ]
    assert rows["in.txt"]["problem"] is None
    assert rows["out.txt"]["sha256"] is None


def test_a_file_that_may_not_be_opened_is_unreadable(tmp_path, monkeypatch):
    path = write(tmp_path, "2024-03-05.txt", BODY)
    path.chmod(0)
    if os.geteuid() == 0:  # whom no mode keeps out
        real = type(path).read_bytes
        monkeypatch.setattr(
            type(path),
            "read_bytes",
            lambda self: (_ for _ in ()).throw(PermissionError(13, "Permission denied")) if self == path else real(self),
        )
    _, problems = listed(tmp_path)
    assert problems == [files.Problem("2024-03-05.txt", "unreadable", "Permission denied")]


def test_pipes_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "2024-03-05.txt")
    _, problems = listed(tmp_path)
    assert [found.code for found in problems] == ["unreadable"]


def test_an_article_of_a_day_to_come_waits_for_its_day(tmp_path):
    write(tmp_path, "a.jsonl", records({"id": 1, "text": BODY, "date": "2024-03-05"}, {"id": 2, "text": BODY, "date": "2024-03-06"}))
    frame, problems = files.source_files(tmp_path, today=date(2024, 3, 5))
    assert [(found.path, found.code) for found in problems] == [("a.jsonl:2", "future_date")]
    assert frame["published_dates"].to_list() == [[date(2024, 3, 5)]]
    frame, problems = files.source_files(tmp_path, today=date(2024, 3, 6))
    assert problems == []
    assert frame["published_dates"].to_list() == [[date(2024, 3, 5), date(2024, 3, 6)]]


def test_every_problem_code_is_in_the_vocabulary():
    assert {*BAD_FILES, "too_large", "unreadable", "outside_folder", "future_date", "unread"} == codes("file_problem").keys()


def test_hidden_files_and_texts_that_are_not_articles_are_passed_over(tmp_path):
    for name in (".hidden.txt", ".git/2024-03-05.txt", "README.md", "deep/LICENSE", ".2024-03-05.txt.partial"):
        write(tmp_path, name, BODY)
    write(tmp_path, "deep/2024-03-05.txt", BODY)
    assert files.paths(tmp_path) == ["deep/2024-03-05.txt"]
    assert files.paths(tmp_path / "absent") == []


def test_the_list_does_not_depend_on_the_order_of_the_folder(tmp_path):
    for name in ("b.txt", "a/z.txt", "a.txt", "ä.txt", "B.txt"):
        write(tmp_path, name, f" date 2024-03-05 {BODY}")
    frame, _ = files.source_files(tmp_path)
    assert frame["path"].to_list() == sorted(frame["path"].to_list()) == files.paths(tmp_path)


def test_a_file_that_changes_between_listing_and_reading_stops_the_load(tmp_path):
    write(tmp_path, "2024-03-05.txt", BODY)
    frame, _ = files.source_files(tmp_path)
    write(tmp_path, "2024-03-05.txt", BODY + "!")
    with pytest.raises(RuntimeError, match="changed while it was being loaded"):
        list(files.articles(tmp_path, frame))


def test_the_fingerprint_changes_with_names_sizes_and_times_only(tmp_path):
    path = write(tmp_path, "2024-03-05.txt", BODY)
    before = files.fingerprint(tmp_path)
    assert files.fingerprint(tmp_path) == before
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    touched = files.fingerprint(tmp_path)
    write(tmp_path, "b.txt", BODY)
    assert len({before, touched, files.fingerprint(tmp_path)}) == 3


def test_progress_is_told_now_and_then(tmp_path, monkeypatch):
    for number in range(501):
        write(tmp_path, f"{number}.txt", "x")
    said = []
    files.source_files(tmp_path, said.append)
    assert said == ["listed 500 of 501 files"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.binary(max_size=200), name=st.sampled_from(["2024-03-05.txt", "a.jsonl"]))
def test_arbitrary_bytes_are_articles_or_problems_and_never_an_error(tmp_path, data, name):
    path = write(tmp_path, name, data)
    held = files.contents(tmp_path, name)
    assert held.articles or held.problems
    for article in held.articles:
        if name.endswith(".txt"):
            assert article.text.encode() == data
    path.unlink()


def test_the_reason_says_what_is_wrong_and_where(tmp_path):
    lines = ['{"id": 1, "text": "cut', '{"id": 2}', '{"text": "a"}', '{"id": 3, "text": 4}', '{"id": true, "text": "a"}']
    write(tmp_path, "a.jsonl", "\n".join(lines))
    write(tmp_path, "b.txt", "Talks".encode("utf-16"))
    assert [found.detail for found in listed(tmp_path)[1]] == [
        "at character 19 of the line: Unterminated string starting at: write one JSON object a line",
        "`text` is missing",
        "`id` is missing",
        "`text` is no string",
        "`id` is no string and no number",
        "byte 0 is not UTF-8: it looks like UTF-16: save the file as UTF-8",
    ]
