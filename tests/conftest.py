"""What every test needs: an environment of its own, so that nothing of the installation is read or written by mistake."""

import os
import tempfile
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="onrecord-tests-"))
os.environ.update(
    DO_NOT_TRACK="1",
    GX_ANALYTICS_ENABLED="false",
    DAGSTER_HOME=str(_HOME / "dagster"),
    ONRECORD_WAREHOUSE=str(_HOME / "warehouse"),
    ONRECORD_ARTICLES=str(_HOME / "articles"),
    COLUMNS="200",
)
