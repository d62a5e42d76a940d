"""Where somebody stands on what, and who says so."""
