"""String level: a text in, spans out. Standard library only, linear time on any text."""
