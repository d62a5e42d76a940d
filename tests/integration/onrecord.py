"""The command `onrecord` as users run it: a process of its own, in an installation of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import duckdb

COMMAND = Path(sys.executable).parent / "onrecord"


@dataclass(frozen=True)
class Installation:
    """Articles, a warehouse and a Dagster home in one folder; the reference files are the project's."""

    folder: Path

    @property
    def articles(self) -> Path:
        return self.folder / "articles"

    @property
    def published(self) -> Path:
        return self.folder / "warehouse" / "onrecord.duckdb"

    @property
    def environment(self) -> dict[str, str]:
        """What tells the command where it is."""
        return os.environ | {
            "ONRECORD_ARTICLES": str(self.articles),
            "ONRECORD_WAREHOUSE": str(self.folder / "warehouse"),
            "DAGSTER_HOME": str(self.folder / "dagster"),
            "NO_COLOR": "1",
        }

    def run(self, *arguments: object, columns: int = 200) -> subprocess.CompletedProcess[str]:
        """Run `onrecord` with `arguments`, in a terminal of so many columns."""
        environment = self.environment | {"COLUMNS": str(columns)}
        return subprocess.run([COMMAND, *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=300, check=False)

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        """Start `onrecord` with `arguments`."""
        return subprocess.Popen(
            [COMMAND, *map(str, arguments)], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def digest(self) -> str:
        """The published file, byte for byte."""
        return sha256(self.published.read_bytes()).hexdigest()

    def ask(self, sql: str) -> list[tuple]:
        """What the published file answers."""
        with duckdb.connect(str(self.published), read_only=True) as connection:
            return connection.execute(sql).fetchall()
