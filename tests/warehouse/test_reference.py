import os

import pytest

from transforms.text.actors.reference import Reference
from warehouse.reference import ReferenceFileError, actor_reference

COLUMNS = "id,name,kind,country,sectors,aliases,valid_from,valid_to,role,organisation,wikidata"


def write(folder, *rows):
    (folder / "actors.csv").write_text("\n".join(["# Known actors, made up.", COLUMNS, *rows]) + "\n", encoding="utf-8")


def test_without_a_file_nobody_is_known(tmp_path):
    assert actor_reference(tmp_path) == Reference()


def test_comments_are_passed_over_and_cells_are_read(tmp_path):
    write(tmp_path, "", "# a comment", "front,Coastal Front,armed_group,,MIL;REB,acronym:CFV,,,,,")
    (known,) = actor_reference(tmp_path).entries
    assert (known.id, known.name, known.sectors, known.aliases) == ("front", "Coastal Front", ("MIL", "REB"), (("CFV", "acronym"),))


def test_a_changed_file_is_read_again(tmp_path):
    write(tmp_path, "front,Coastal Front,armed_group,,,,,,,,")
    assert len(actor_reference(tmp_path).entries) == 1
    write(tmp_path, "front,Coastal Front,armed_group,,,,,,,,", "valdoria,Valdoria,state,,,,,,,,")
    os.utime(tmp_path / "actors.csv", ns=(1, 1))
    assert len(actor_reference(tmp_path).entries) == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("front,,armed_group,,,,,,,,", "row 1: an actor needs an id and a name"),
        ("front,Coastal Front,armed_group,,,,,,,,,and more", "row 1 .front.: .'and more'. stands behind the last column"),
        ('front,"Coastal Front,armed_group', "unexpected end of data"),
        ("front,Coastal Front,armed_group,,,nickname:Fronties,,,,,", "row 1 .front.: unknown kind of alias 'nickname'"),
    ],
)
def test_a_wrong_row_is_told_with_the_file_and_the_reason(tmp_path, row, said):
    write(tmp_path, row)
    with pytest.raises(ReferenceFileError, match=rf"actors\.csv: .*{said}"):
        actor_reference(tmp_path)


def test_a_file_that_is_no_text_is_told_by_its_name(tmp_path):
    (tmp_path / "actors.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(ReferenceFileError, match=r"actors\.csv: "):
        actor_reference(tmp_path)


def test_a_file_as_spreadsheets_save_it_is_read(tmp_path):
    (tmp_path / "actors.csv").write_bytes(b"\xef\xbb\xbfid,name,kind\r\nfront,Coastal Front,armed_group\r\n")
    assert [known.name for known in actor_reference(tmp_path).entries] == ["Coastal Front"]


def test_a_column_that_is_not_there_is_named(tmp_path):
    (tmp_path / "actors.csv").write_text("name;id\nCoastal Front;front\n")
    with pytest.raises(ReferenceFileError, match="these are not among them: id, name"):
        actor_reference(tmp_path)
