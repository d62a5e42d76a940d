"""How right the reading is: scorers of golden sets, each with the floors that a change must not break."""
