"""Who is meant: names, descriptions and pronouns of one text, and the cast that they come to."""
