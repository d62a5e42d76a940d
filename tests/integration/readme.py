"""The queries of the README with their answers. `python -m tests.integration.readme` writes the answers as they are now."""

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.integration.onrecord import Installation
from warehouse.locations import ROOT

README = ROOT / "README.md"
_QUERY = re.compile(r'```console\n\$ onrecord query "(?P<sql>[^"\n]+)"\n(?P<answer>.*?)```\n', re.DOTALL)


def queries(readme: str) -> list[tuple[str, str]]:
    """Each query of the README with the answer that stands there."""
    return [(match["sql"], match["answer"]) for match in _QUERY.finditer(readme)]


def answered(readme: str, ask: Callable[[str], str]) -> str:
    """The README with the answers that `ask` gives."""
    return _QUERY.sub(lambda match: f'```console\n$ onrecord query "{match["sql"]}"\n{ask(match["sql"])}```\n', readme)


def answer(installation: Installation, sql: str) -> str:
    """What `onrecord query` prints in a terminal of 120 columns."""
    printed = installation.run("query", sql, columns=120)
    assert printed.returncode == 0, printed.stderr
    return "".join(f"{line.rstrip()}\n" for line in printed.stdout.splitlines())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        seeded = Installation(Path(folder))
        shutil.copytree(ROOT / "seeds" / "articles", seeded.articles)
        seeded.run("load")
        README.write_text(answered(README.read_text(encoding="utf-8"), lambda sql: answer(seeded, sql)), encoding="utf-8")
