"""What stands in the articles folder when somebody made a mistake."""

import json

import pytest

from tests.warehouse.days import places
from transforms.articles import article_versions
from warehouse import build, files
from warehouse.staleness import standing


@pytest.fixture
def where(tmp_path):
    found = places(tmp_path)
    found.articles.mkdir()
    return found


def test_a_folder_that_is_gone_is_not_taken_for_articles_removed(where):
    (where.articles / "a.txt").write_text(" date 2024-03-05 No, he said.")
    with build.writing(where) as connection:
        build.replace_table(connection, files.SOURCE_FILES, files.source_files(where.articles)[0])
    where.articles.rename(where.articles.with_name("unmounted"))
    with pytest.raises(FileNotFoundError, match=r"1 files of it are loaded.*ONRECORD_ARTICLES"):
        standing(where)
    where.articles.mkdir()
    assert standing(where).files_changed


def test_a_record_without_an_id_to_speak_of_is_set_aside(where):
    (where.articles / "a.jsonl").write_text(json.dumps({"id": " ", "text": "No, he said.", "date": "2024-03-05"}))
    held = files.contents(where.articles, "a.jsonl")
    assert [(problem.code, problem.detail) for problem in held.problems] == [("bad_record", "`id` is empty")]
    assert held.articles == ()


@pytest.mark.parametrize(("written", "code"), [("", "en"), (" ", "en"), ("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt")])
def test_blank_fields_of_a_record_are_missing_and_languages_are_codes(where, written, code):
    record = {"id": 1, "text": "No, he said.", "date": "2024-03-05", "language": written, "url": "", "byline": " ", "publisher": ""}
    (where.articles / "a.jsonl").write_text(json.dumps(record))
    versions, _ = article_versions(files.contents(where.articles, "a.jsonl").articles)
    assert versions.select("language", "url", "byline", "publisher").row(0) == (code, None, None, None)
