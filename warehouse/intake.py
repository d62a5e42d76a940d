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
        OutsideError: a path does not exist.
    """
    taken = []
    for path in given:
        if not path.exists():
            raise OutsideError(f"{path} does not exist: give a file or a folder")
        for folder, name in files_at([path]):
            source = (folder / name).resolve()
            if source.is_relative_to(articles.resolve()):
                taken.append(source.relative_to(articles.resolve()).as_posix())
                continue
            target = articles / name
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(f".{target.name}.partial")
            shutil.copyfile(source, partial)
            partial.replace(target)
            taken.append(name)
    return taken
