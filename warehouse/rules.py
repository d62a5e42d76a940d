"""Which rules and reference data a load was made with: a digest, so that a changed rule makes every day stale."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import transforms


def rules_version(reference: Path) -> str:
    """Digest of every module and lexicon file of `transforms` and of the files of the folder `reference`.

    The rules are those that this process runs; the reference files are read each time, since people edit them while a daemon runs.
    """
    return sha256(f"{_rules()}{_digest(reference)}".encode()).hexdigest()[:20]


@cache
def _rules() -> str:
    return _digest(Path(transforms.__file__).parent)


def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".tsv", ".csv"}):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
