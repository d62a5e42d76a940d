"""From an empty Dagster home, in a real browser: 'Materialize all' gives a green run and a published warehouse."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import duckdb
import pytest
from playwright import sync_api as playwright

from warehouse.locations import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 240  # seconds: of a machine that does other things as well
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not on this machine, and `make browser` could not install it"),
]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """`dg dev` on a home of its own."""

    def __init__(self, folder):
        (folder / "home").mkdir()
        shutil.copytree(ROOT / "seeds" / "articles", folder / "articles")
        self.published = folder / "warehouse" / "onrecord.duckdb"
        self.log = folder / "log"
        self.address = f"http://127.0.0.1:{free_port()}"
        environment = os.environ | {
            "DAGSTER_HOME": str(folder / "home"),
            "ONRECORD_ARTICLES": str(folder / "articles"),
            "ONRECORD_WAREHOUSE": str(folder / "warehouse"),
        }
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).parent / "dg", "dev", "--port", self.address.rpartition(":")[2]],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def ask(self, query):
        """What the server answers to a GraphQL query."""
        body = json.dumps({"query": query}).encode()
        request = urllib.request.Request(f"{self.address}/graphql", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["data"]

    def wait_for(self, what, found):
        """Wait until `found` gives something, and return it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()[-3000:]
            with contextlib.suppress(OSError):
                if answer := found():
                    return answer
            time.sleep(1)
        pytest.fail(f"waited {PATIENCE} s for {what}: {self.log.read_text()[-3000:]}")

    def end(self):
        """End the server with every process of its session."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, how)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(15)


@pytest.fixture
def server(tmp_path):
    found = Server(tmp_path)
    yield found
    found.end()


def days(server):
    node = server.ask('{assetNodeOrError(assetKey: {path: ["core", "statements"]}) {... on AssetNode {partitionKeys}}}')["assetNodeOrError"]
    return node.get("partitionKeys")


def ended_runs(server):
    """The statuses of all runs, once all have ended; of one that failed, its last messages."""
    events = "eventConnection {events {... on MessageEvent {message} ... on ErrorEvent {error {message}}}}"
    runs = server.ask(f"{{runsOrError {{... on Runs {{results {{status {events}}}}}}}}}")["runsOrError"]["results"]
    if not runs or not {run["status"] for run in runs} <= {"SUCCESS", "FAILURE", "CANCELED"}:
        return None
    return [run["status"] if run["status"] == "SUCCESS" else run["eventConnection"]["events"][-10:] for run in runs]


def test_materialize_all_from_an_empty_home_is_green(server):
    assert server.wait_for("the sensor to find the days", lambda: days(server)) == ["2023-12-26"]
    with playwright.sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1600, "height": 1000})
        page.goto(f"{server.address}/asset-groups")
        everything = page.get_by_role("button", name="Materialize all")
        everything.wait_for(timeout=60_000)
        for group in ("raw", "core", "core_all_days", "marts", "published"):
            assert page.get_by_text(group, exact=True).count()
        with contextlib.suppress(playwright.TimeoutError):  # the greeting of a new installation
            page.get_by_role("button", name="Skip").click(timeout=5_000)
        everything.click()
        page.get_by_role("button", name="All", exact=True).click()
        page.get_by_role("button", name="Launch").click()
        assert server.wait_for("the run to end", lambda: ended_runs(server)) == ["SUCCESS"]
        browser.close()
    nodes = server.ask("{assetNodes {assetKey {path} assetMaterializations(limit: 1) {runId}}}")["assetNodes"]
    assert len(nodes) > 30
    assert [node["assetKey"]["path"] for node in nodes if not node["assetMaterializations"]] == []
    with duckdb.connect(str(server.published), read_only=True) as connection:
        ((statements,),) = connection.execute("SELECT count(*) FROM marts.who_said_what").fetchall()
    assert statements > 5
