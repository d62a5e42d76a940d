"""Who said what: cues, sources and contents, and the statements that are made of them."""
