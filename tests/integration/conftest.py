import shutil

import pytest

from tests.integration.onrecord import Installation
from warehouse.locations import ROOT


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """An installation after `onrecord load` of the seed articles, with what the command printed. Tests only read it."""
    found = Installation(tmp_path_factory.mktemp("seeded"))
    shutil.copytree(ROOT / "seeds" / "articles", found.articles)
    printed = found.run("load")
    assert printed.returncode == 0, printed.stderr
    return found, printed


@pytest.fixture
def installation(seeded, tmp_path):
    """A copy of the seeded installation, to do with as one likes."""
    shutil.copytree(seeded[0].folder, tmp_path / "installation")
    return Installation(tmp_path / "installation")
