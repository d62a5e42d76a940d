"""Taking files into the articles folder, byte for byte."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from warehouse.files import files_at


class OutsideError(ValueError):
    """A path that cannot be taken in: the message says why."""


def take_in(articles: Path, given: Iterable[Path]) -> list[str]:
    """Copy the files at `given` (files or folders) into `articles`; the paths below it of all of them, copied or there already.

    Raises:
        OutsideError: a path does not exist, or two files would get one path. Nothing is copied then.
    """
    taken: dict[str, Path] = {}
    for path in given:
        if not path.exists():
            raise OutsideError(f"{path} does not exist: give a file or a folder")
        for folder, name in files_at([path]):
            try:
                source = (folder / name).resolve()
            except RuntimeError as error:  # before Python 3.13
                raise OutsideError(f"{folder / name} is a link in a circle: remove it") from error
            inside = source.is_relative_to(articles.resolve())
            below = source.relative_to(articles.resolve()).as_posix() if inside else name
            if taken.setdefault(below, source) != source:
                raise OutsideError(f"{taken[below]} and {source} would both become {below}: load their folder instead, or rename one")
    for name, source in taken.items():
        target = articles / name
        if source != target.resolve():
            _copy(source, target)
    return list(taken)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    try:
        shutil.copyfile(source, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
