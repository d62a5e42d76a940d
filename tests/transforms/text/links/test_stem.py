"""What two claims must share to be about one thing."""

from transforms.text.links.stem import stems


def test_one_name_counts_once_however_many_words_it_has() -> None:
    assert len(stems("the United Nations mission")) == 2
