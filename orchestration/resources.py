"""What assets are given: where the warehouse lies."""

from pathlib import Path

import dagster as dg

from warehouse.locations import Locations, locations


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of one warehouse; an empty setting is the project's own, or that of the environment (`warehouse.locations`)."""

    articles: str = ""
    reference: str = ""
    folder: str = ""

    @property
    def where(self) -> Locations:
        """The places that the settings name."""
        return locations(
            articles=Path(self.articles) if self.articles else None,
            reference=Path(self.reference) if self.reference else None,
            warehouse=Path(self.folder) if self.folder else None,
        )
