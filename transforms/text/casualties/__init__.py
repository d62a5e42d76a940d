"""What was done to how many: harms, who is counted, the figures, and what those of a text come to."""
