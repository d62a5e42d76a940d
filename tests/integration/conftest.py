import shutil

import pytest

from tests.integration.onrecord import Installation
from warehouse.locations import ROOT


@pytest.fixture(scope="session")
def loaded_twice(tmp_path_factory):
    """An installation of the seed articles, and for each of two loads what the command printed and the digest of what was published."""
    found = Installation(tmp_path_factory.mktemp("seeded"))
    shutil.copytree(ROOT / "seeds" / "articles", found.articles)
    loads = []
    for _ in range(2):
        printed = found.run("load")
        assert printed.returncode == 0, printed.stderr
        loads.append((printed, found.digest()))
    return found, loads


@pytest.fixture(scope="session")
def seeded(loaded_twice):
    """The installation with its first load. Tests only read it."""
    found, ((printed, _), _) = loaded_twice
    return found, printed


@pytest.fixture
def installation(seeded, tmp_path):
    """A copy of the seeded installation, to do with as one likes."""
    shutil.copytree(seeded[0].folder, tmp_path / "installation")
    return Installation(tmp_path / "installation")
