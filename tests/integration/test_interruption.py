"""A load that is killed at any point leaves the published file whole, and running again ends as if nothing had happened."""

import shutil
import signal

from tests.integration.onrecord import Installation
from tests.orchestration.house import FERRY, facts


def killed(installation, said):
    """Run `onrecord load`, and kill it when it says that."""
    process = installation.start("load")
    for line in process.stderr:
        if said in line:
            process.send_signal(signal.SIGKILL)
            break
    process.communicate()
    return process.returncode


def test_a_load_that_is_killed_again_and_again_ends_as_one_that_was_not(installation, tmp_path):
    (installation.articles / "ferry.txt").write_text(f" date 2024-03-05 [Source: Harbour Wire]\n\n{FERRY}")
    other = Installation(tmp_path / "other")
    shutil.copytree(installation.folder, other.folder)
    before = installation.digest()
    for said in ("reading ", "checked core.claim_links", "checked core.cross_links"):
        assert killed(installation, said) == -signal.SIGKILL, said
        assert installation.digest() == before, said
    for one in (installation, other):
        printed = one.run("load")
        assert printed.returncode == 0, printed.stderr
    assert installation.digest() != before
    assert facts(installation.published) == facts(other.published)
    files = sorted(path.name for path in installation.published.parent.iterdir())
    assert files == ["build", "data_docs", "onrecord.duckdb"]
