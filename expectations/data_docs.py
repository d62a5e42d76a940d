"""The results of a load's audits as pages to browse: Great Expectations' Data Docs.

Belongs here: how the pages are built. Does not belong here: where they lie, and which are kept.
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from expectations import gx
from expectations.audit import Audit


def build(audits: Iterable[Audit], folder: Path, load_id: str, moment: datetime) -> Path:
    """Write the Data Docs of one load, which ran at `moment`, into `folder` and return the index page.

    The pages take styles and scripts from the network. Without it they are plain, and the index would be empty: it begins with a list
    of links that needs none.
    """
    gx.library()
    from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
    from great_expectations.core.run_identifier import RunIdentifier
    from great_expectations.data_context.types.resource_identifiers import ExpectationSuiteIdentifier, ValidationResultIdentifier

    context = gx.context()
    backend = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())}
    site: Any = {"class_name": "SiteBuilder", "show_how_to_buttons": False, "store_backend": backend}
    context.add_data_docs_site(site_name="on_record", site_config=site)
    run = RunIdentifier(run_name=load_id, run_time=moment)
    links = []
    for audit in audits:
        name = audit.table.qualified_name
        suite = gx.library().ExpectationSuite(name=name, expectations=[found.expectation for found in audit.validation])
        context.suites.add(suite)
        held = sum(bool(found.success) for found in audit.validation)
        result = ExpectationSuiteValidationResult(
            success=held == len(audit.validation),
            results=list(audit.validation),
            suite_name=name,
            statistics={
                "evaluated_expectations": len(audit.validation),
                "successful_expectations": held,
                "unsuccessful_expectations": len(audit.validation) - held,
                "success_percent": 100 * held / len(audit.validation),
            },
            meta={"run_id": run, "active_batch_definition": {"datasource_name": "load", "data_asset_name": name}},
        )
        identifier = ValidationResultIdentifier(ExpectationSuiteIdentifier(name), run, batch_identifier=name)
        context.validation_results_store.set(identifier, result)
        place = identifier.to_tuple()  # type: ignore[no-untyped-call]
        page = "/".join(("validations", *place)) + ".html"
        outcome = "stops the load" if audit.blocks else "warns" if audit.warned else "holds"
        links.append(f'<li><a href="{quote(page)}">{escape(name)}</a>: {outcome}, {held} of {len(audit.validation)}</li>')
    context.build_data_docs(site_names=["on_record"])
    index = folder / "index.html"
    plain = f"<body><h1>Load {escape(load_id)}</h1><ul>{''.join(links)}</ul>"
    index.write_text(index.read_text(encoding="utf-8").replace("<body>", plain, 1), encoding="utf-8")
    return index
