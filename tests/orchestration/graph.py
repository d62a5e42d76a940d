"""The graph of assets in words, for a test that sees every change, and as a picture, for the README.

`python -m tests.orchestration.graph` writes both down as they are now.
"""

from pathlib import Path

from orchestration.definitions import defs

SNAPSHOT = Path(__file__).with_name("graph.txt")
README = Path(__file__).resolve().parents[2] / "README.md"
_BEGIN, _END = "<!-- the graph: `python -m tests.orchestration.graph` writes it -->\n", "<!-- end of the graph -->"
# The steps of a run, as the definitions name them, and how the picture does.
STEPS = {
    "source_files": "list the files",
    "publication_day": "each publication day, replaced whole",
    "all_days": "what spans all days",
    "publish": "publish",
}


def _assets():
    """Every asset: key, step, group, the assets that it is made from, whether it has days."""
    nodes = defs.resolve_asset_graph().asset_nodes
    return sorted(
        (
            (
                node.key.to_user_string(),
                node.assets_def.node_def.name,
                node.group_name,
                sorted(parent.to_user_string() for parent in node.parent_keys),
                node.partitions_def is not None,
            )
            for node in nodes
        ),
        key=lambda asset: (list(STEPS).index(asset[1]), asset[0]),
    )


def snapshot():
    """Assets, checks, jobs, schedules and sensors, one a line."""
    lines = []
    for key, step, group, parents, has_days in _assets():
        lines.append(f"{key} [{group}; {step}{'; by day' if has_days else ''}] <- {', '.join(parents) or 'nothing'}")
    graph = defs.resolve_asset_graph()
    lines += sorted(f"check {check.asset_key.to_user_string()}: {check.name}" for check in graph.asset_check_keys)
    repository = defs.get_repository_def()
    lines += [f"job {job.name}" for job in repository.get_all_jobs() if not job.name.startswith("__")]
    for schedule in repository.schedule_defs:
        when = f"{schedule.cron_schedule} {schedule.execution_timezone}, {schedule.default_status.value}"
        lines.append(f"schedule {schedule.name}: {when}: job {schedule.job_name}")
    lines += [
        f"sensor {sensor.name}: every {sensor.minimum_interval_seconds} s, {sensor.default_status.value}"
        for sensor in repository.sensor_defs
    ]
    return "\n".join(lines) + "\n"


def picture():
    """The graph in Mermaid's words: tables by step; the views are one node."""
    assets = _assets()
    lines = ["flowchart LR", '  files[("seeds/articles/*")] --> raw/source_files']
    for step, title in STEPS.items():
        held = [key for key, own, *_ in assets if own == step]
        lines.append(f'  subgraph {step} ["{title}"]')
        lines += [f"    {key}" for key in held if not key.startswith("marts/")]
        views = sum(key.startswith("marts/") for key in held)
        lines += [f'    marts["marts/*: {views} views"]'] if views else []
        lines.append("  end")
    for key, _, _, parents, _ in assets:
        if not key.startswith("marts/") and key != "published":
            lines += [f"  {parent} --> {key}" for parent in parents]
    lines += ["  publication_day --> marts", "  all_days --> marts", "  marts --> published"]
    return "\n".join(lines) + "\n"


def drawn(readme):
    """The text of the README with the picture as it should be."""
    before, begin, rest = readme.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    assert begin, "the README has no place for the graph"
    assert end, "the README has no place for the graph"
    return f"{before}{begin}```mermaid\n{picture()}```\n{end}{after}"


if __name__ == "__main__":
    SNAPSHOT.write_text(snapshot(), encoding="utf-8")
    README.write_text(drawn(README.read_text(encoding="utf-8")), encoding="utf-8")
