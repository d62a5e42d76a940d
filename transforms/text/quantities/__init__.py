"""Numbers and dates as news writes them, and the alphabet of word classes that they and the casualty figures are read with."""
