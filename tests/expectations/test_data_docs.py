"""Data Docs: a page for every table, and an index that needs no network."""

import re
from pathlib import Path

from expectations import data_docs
from expectations.audit import audits
from tests.expectations.example import MOMENT, TODAY, frames


def test_the_index_leads_to_a_page_for_each_table(tmp_path: Path) -> None:
    clean = frames()
    few = {name: clean[name] for name in ("core.article_versions", "core.article_actors", "core.actor_mentions")}
    few["core.actor_mentions"] = few["core.actor_mentions"].with_columns(surface="evidence")
    index = data_docs.build(audits(few, TODAY), tmp_path / "docs", "load-1", MOMENT)
    text = index.read_text(encoding="utf-8")
    pages: dict[str, str] = dict(re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', text))
    assert list(pages.values()) == list(few)
    for page in pages:
        assert (index.parent / page).is_file()
    mentions = (index.parent / next(iter(page for page, name in pages.items() if name == "core.actor_mentions"))).read_text(
        encoding="utf-8"
    )
    assert "The mention is its own evidence." in mentions
    assert str(tmp_path) not in text
