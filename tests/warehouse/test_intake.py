import pytest

from warehouse.intake import OutsideError, take_in
from warehouse.locations import ROOT, locations

TEXT = " date 2024-03-05 Talks broke down.\r\n"


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def test_a_file_is_copied_byte_for_byte(tmp_path, articles):
    (tmp_path / "a.txt").write_bytes(b"\xff" + TEXT.encode())
    assert take_in(articles, [tmp_path / "a.txt"]) == ["a.txt"]
    assert (articles / "a.txt").read_bytes() == b"\xff" + TEXT.encode()


def test_a_folder_is_copied_with_its_folders_and_without_hidden_files(tmp_path, articles):
    for name in ("wire/a.txt", "wire/deep/b.txt", "wire/.hidden.txt", "wire/README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert take_in(articles, [tmp_path / "wire"]) == ["a.txt", "deep/b.txt"]
    assert sorted(path.relative_to(articles).as_posix() for path in articles.rglob("*.*")) == ["a.txt", "deep/b.txt"]


def test_files_that_are_there_already_are_named_and_not_copied(articles):
    (articles / "a.txt").write_text(TEXT)
    before = (articles / "a.txt").stat().st_mtime_ns
    assert take_in(articles, [articles / "a.txt"]) == ["a.txt"]
    assert take_in(articles, [articles]) == ["a.txt"]
    assert (articles / "a.txt").stat().st_mtime_ns == before


def test_a_file_of_the_same_name_takes_the_place_of_the_earlier_one(tmp_path, articles):
    (articles / "a.txt").write_text("old")
    (tmp_path / "a.txt").write_text(TEXT)
    take_in(articles, [tmp_path / "a.txt"])
    assert (articles / "a.txt").read_bytes() == TEXT.encode()


def test_two_files_of_one_name_are_refused_and_neither_is_copied(tmp_path, articles):
    for name in ("one/a.txt", "two/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name)
    with pytest.raises(OutsideError, match=r"one/a\.txt and .*two/a\.txt would both become a\.txt"):
        take_in(articles, [tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt"])
    assert list(articles.iterdir()) == []
    assert take_in(articles, [tmp_path / "one", tmp_path / "one" / "a.txt"]) == ["a.txt"]


def test_a_path_that_is_not_there_is_said(tmp_path, articles):
    with pytest.raises(OutsideError, match=r"nowhere\.txt does not exist: give a file or a folder"):
        take_in(articles, [tmp_path / "nowhere.txt"])


def test_an_articles_folder_that_is_not_there_is_made(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    take_in(tmp_path / "new" / "articles", [tmp_path / "a.txt"])
    assert (tmp_path / "new" / "articles" / "a.txt").exists()


def test_a_copied_link_is_a_file(tmp_path, articles):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    take_in(articles, [tmp_path / "b.txt"])
    assert not (articles / "b.txt").is_symlink()


def test_places_are_those_given_else_those_of_the_environment_else_the_project_s(tmp_path, monkeypatch):
    monkeypatch.setenv("ONRECORD_ARTICLES", str(tmp_path / "a"))
    monkeypatch.setenv("ONRECORD_WAREHOUSE", str(tmp_path / "w"))
    monkeypatch.delenv("ONRECORD_REFERENCE", raising=False)
    found = locations()
    assert (found.articles, found.published) == (tmp_path / "a", tmp_path / "w" / "onrecord.duckdb")
    assert found.reference == ROOT / "seeds" / "reference"
    assert locations(warehouse=tmp_path / "x").published == tmp_path / "x" / "onrecord.duckdb"
    monkeypatch.setenv("ONRECORD_WAREHOUSE", "")
    assert locations().published == ROOT / "warehouse" / "onrecord.duckdb"


def test_places_are_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_ARTICLES", "here")
    assert locations().articles == tmp_path / "here"
    assert locations().lock.is_absolute()
