from dataclasses import replace

import pytest

from tests.warehouse.days import DAY, NEXT, a_load, held, load, places, texts
from warehouse import build, files, publish
from warehouse.rules import rules_version
from warehouse.staleness import input_digests, standing


@pytest.fixture
def where(tmp_path):
    found = places(tmp_path)
    found.articles.mkdir()
    return found


def write(where, name, text):
    (where.articles / name).write_text(text, encoding="utf-8")


def bring(where):
    """Load what lies in the folder as a night does, with texts only."""
    found = standing(where)
    articles = {path.name: path.read_text() for path in where.articles.iterdir()}
    days = list(found.stale_days)
    versions = texts(DAY, {name: text.removeprefix(f" date {DAY} ") for name, text in articles.items() if f"{DAY}" in text})
    one = replace(a_load(1, versions, days), load_id=f"{len(articles)}-{found.digests}", digests={day: found.digests[day] for day in days})
    with build.writing(where) as connection:
        build.replace_table(connection, files.SOURCE_FILES, found.source_files)
        build.load_days(connection, one)
        build.mark_derived(connection)
    publish.publish(where)


def test_an_empty_installation_has_nothing_stale(where):
    found = standing(where)
    assert (found.stale_days, found.digests, found.files_changed) == ([], {}, False)
    assert found.unpublished


def test_a_new_file_makes_its_day_stale_and_no_other(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    assert standing(where).is_current
    write(where, "b.txt", f" date {NEXT} Six.")
    found = standing(where)
    assert found.stale_days == [NEXT]
    assert found.files_changed
    assert not found.is_current


@pytest.mark.parametrize("change", ["changed", "deleted", "renamed"])
def test_a_changed_deleted_or_renamed_file_makes_its_day_stale(where, change):
    write(where, "a.txt", f" date {DAY} Five.")
    write(where, "b.txt", f" date {DAY} Six.")
    bring(where)
    path = where.articles / "a.txt"
    if change == "changed":
        path.write_text(f" date {DAY} Seven.")
    elif change == "deleted":
        path.unlink()
    else:
        path.rename(where.articles / "c.txt")
    assert standing(where).stale_days == [DAY]


def test_a_file_that_moves_to_another_day_makes_both_stale(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    write(where, "a.txt", f" date {NEXT} Five.")
    assert standing(where).stale_days == [DAY, NEXT]


def test_a_day_whose_last_file_is_gone_is_stale_once(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    (where.articles / "a.txt").unlink()
    assert standing(where).stale_days == [DAY]
    bring(where)
    assert standing(where).stale_days == []


def test_a_touched_file_is_not_stale(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    write(where, "a.txt", f" date {DAY} Five.")
    assert standing(where).is_current


def test_a_file_that_cannot_be_read_changes_the_list_and_no_day(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    write(where, "b.txt", "no day")
    found = standing(where)
    assert (found.stale_days, found.files_changed) == ([], True)
    assert [problem.code for problem in found.problems] == ["no_date"]


def test_changed_rules_make_every_day_stale(where):
    write(where, "a.txt", f" date {DAY} Five.")
    write(where, "b.txt", f" date {NEXT} Six.")
    source_files, _ = files.source_files(where.articles)
    old, new = input_digests(source_files, "old"), input_digests(source_files, "new")
    assert old.keys() == new.keys() == {DAY, NEXT}
    assert set(old.values()).isdisjoint(new.values())


def test_the_rules_are_the_code_of_the_transforms_their_words_and_the_reference_files(where, tmp_path):
    rules = rules_version
    where.reference.mkdir()
    before = rules(where.reference)
    assert rules(where.reference) == before
    (where.reference / "actors.csv").write_text("actor_id,name\n")
    assert rules(where.reference) != before


def test_what_is_built_and_not_published_is_told(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    assert not standing(where).unpublished
    load(where, a_load(9, texts(NEXT, {"b.txt": "Six."}), [NEXT]))
    assert standing(where).unpublished


def test_after_a_lost_build_folder_nothing_is_stale(where):
    write(where, "a.txt", f" date {DAY} Five.")
    bring(where)
    where.build.unlink()
    assert standing(where).is_current
    assert held(where, "SELECT body FROM core.article_versions") == [("Five.",)]


def test_digests_do_not_depend_on_the_order_of_files(where):
    for name in ("b.txt", "a.txt"):
        write(where, name, f" date {DAY} {name}")
    found, _ = files.source_files(where.articles)
    assert input_digests(found, "r") == input_digests(found.reverse(), "r")
    assert input_digests(found, "r", [NEXT]).keys() == {DAY, NEXT}
