"""What a load does when texts, files or disks are against it."""

import errno
import os
from datetime import UTC, datetime

import pytest

from orchestration import night
from tests.orchestration.house import BRIDGE, FERRY, MARKET, MONDAY, WEDNESDAY
from transforms import facts as facts_module

OPEN_CASES = "SELECT table_name, reason, detail FROM ops.quarantine WHERE resolved_at IS NULL ORDER BY 1, 2"

SPEAKING = "SELECT DISTINCT path FROM core.statements JOIN core.article_versions USING (version_id)"


def breaking_on(monkeypatch, word):
    """Let the rules break on every text that holds `word`."""
    honest = facts_module.version_of

    def version_of(version_id, published, body, *given):
        if word in body:
            raise ZeroDivisionError("a rule divides by nothing")
        return honest(version_id, published, body, *given)

    monkeypatch.setattr(facts_module, "version_of", version_of)


def test_a_text_that_breaks_a_rule_is_set_aside_and_the_rest_of_the_night_is_published(house, monkeypatch):
    for name, text in (("bridge.txt", BRIDGE), ("ferry.txt", FERRY), ("market.txt", MARKET)):
        house.write(name, MONDAY, text)
    with monkeypatch.context() as patch:
        breaking_on(patch, "siege")
        assert house.run(MONDAY).success
    assert house.published(OPEN_CASES) == [("core.article_versions", "unread", "ferry.txt: ZeroDivisionError: a rule divides by nothing")]
    assert set(house.published(SPEAKING)) == {("bridge.txt",), ("market.txt",)}
    assert house.published("SELECT count(*) FROM core.article_versions") == [(3,)]
    assert house.published("SELECT files_seen, files_loaded, files_unchanged, files_quarantined FROM ops.loads") == [(3, 3, 0, 0)]

    assert house.run(MONDAY).success
    assert house.published(OPEN_CASES) == []
    assert ("ferry.txt",) in house.published(SPEAKING)


def test_rules_that_break_on_many_texts_stop_the_load(house, monkeypatch):
    house.write("bridge.txt", MONDAY, BRIDGE)
    assert house.run(MONDAY).success
    before = house.digest()
    house.write("ferry.txt", MONDAY, FERRY)
    house.write("market.txt", MONDAY, MARKET)
    breaking_on(monkeypatch, " ")
    assert not house.run(MONDAY).success
    assert house.digest() == before


def test_texts_that_break_rules_are_found_in_batches_on_several_processes_too(monkeypatch):
    import polars as pl

    from transforms.articles import SourceArticle, article_versions
    from transforms.text.actors.reference import Reference

    class Here:
        """An executor that works in this process."""

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        map = staticmethod(map)

    monkeypatch.setattr(night, "ALONE", 1)
    monkeypatch.setattr(night, "BATCH", 7)
    monkeypatch.setattr(night, "executor", Here)
    breaking_on(monkeypatch, "number 9 ")
    texts, _ = article_versions(
        SourceArticle(f"2024-03-04-{number}.txt", f"Bridge number {number} is open, he said.") for number in range(30)
    )
    found, cases = night.read_texts(texts, Reference())
    assert cases["detail"].to_list() == ["2024-03-04-9.txt: ZeroDivisionError: a rule divides by nothing"]
    assert found["core.statements"]["version_id"].n_unique() == 29
    assert found["core.statements"].equals(
        night.facts.facts(texts.filter(pl.col("path") != "2024-03-04-9.txt"), Reference())["core.statements"].sort("statement_id")
    )


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_name_that_is_no_text_is_set_aside(house):
    house.write("ferry.txt", MONDAY, FERRY)
    try:
        (house.where.articles / os.fsdecode(b"b\xff.txt")).write_text(" date 2024-03-04 Nothing, he said.")
    except OSError as refusal:
        if refusal.errno != errno.EILSEQ:
            raise
        # Reason to skip: where the file system itself refuses such a name (APFS, ZFS with utf8only), no load can ever meet one.
        pytest.skip("EILSEQ: this file system refuses names that are no text, so no load can meet one here")
    assert house.run(MONDAY).success
    assert house.published("SELECT row_key, reason FROM ops.quarantine") == [("b\\xff.txt", "unreadable")]
    assert house.published("SELECT files_seen, files_loaded, files_quarantined FROM ops.loads") == [(2, 1, 1)]


def test_days_that_no_newspaper_saw_are_set_aside(house):
    house.write("ferry.txt", MONDAY, FERRY)
    (house.where.articles / "first.txt").write_text(" date 0001-01-01 Five people were killed yesterday, he said.")
    (house.where.articles / "last.txt").write_text(" date 9999-12-31 Five people were killed on May 3, he said.")
    assert house.run(MONDAY).success
    assert house.published("SELECT row_key, reason FROM ops.quarantine ORDER BY 1") == [("first.txt", "bad_date"), ("last.txt", "bad_date")]


def test_a_full_disk_leaves_the_published_file_and_no_rubbish(house, monkeypatch):
    house.write("ferry.txt", MONDAY, FERRY)
    assert house.run(MONDAY).success
    before = house.digest()
    house.write("bridge.txt", WEDNESDAY, BRIDGE)

    def full(source, target):
        target.write_bytes(source.read_bytes()[:1000])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("warehouse.publish.shutil.copyfile", full)
        assert not house.run(WEDNESDAY).success
    assert house.digest() == before
    assert [path.name for path in house.where.published.parent.glob(".*")] == []
    assert house.run(WEDNESDAY).success
    assert house.published("SELECT count(*) FROM core.article_versions") == [(2,)]


def test_a_build_file_that_could_not_be_written_whole_is_not_taken_for_what_was_published(house):
    resource = pytest.importorskip("resource", reason="a process limits the size of its files on POSIX only")
    house.write("ferry.txt", MONDAY, FERRY)
    assert house.run(MONDAY).success
    before = house.digest()
    house.write("bridge.txt", WEDNESDAY, BRIDGE)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (house.where.build.stat().st_size // 2, limits[1]))
    try:
        succeeded = house.run(WEDNESDAY).success
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not succeeded
    assert house.digest() == before
    assert house.run(WEDNESDAY).success
    assert house.published("SELECT count(*) FROM core.article_versions") == [(2,)]


def test_rules_that_break_on_no_text_at_all_are_broken(monkeypatch):
    from transforms.tables import TABLES
    from transforms.text.actors.reference import Reference

    def broken(*_):
        raise ZeroDivisionError("a rule divides by nothing")

    monkeypatch.setattr(facts_module, "facts", broken)
    with pytest.raises(ZeroDivisionError):
        night.read_texts(TABLES["core.article_versions"].frame(), Reference())


def test_listing_a_folder_that_is_gone_is_refused(house):
    house.write("ferry.txt", MONDAY, FERRY)
    moment = datetime(2024, 4, 1, tzinfo=UTC)
    night.list_source_files(house.where, "one", moment)
    (house.where.articles / "ferry.txt").unlink()
    house.where.articles.rmdir()
    with pytest.raises(FileNotFoundError, match="Bring the folder back"):
        night.list_source_files(house.where, "two", moment)
