"""Closed classes of English that more than one reader asks for.

Belongs here: sets of function words that are whole, in lower case. Does not belong here: sets that one rule needs, and open classes
(lexicon).
"""

A_AN = frozenset(("a", "an"))
WHO = frozenset(("who", "whose", "whom"))
RELATIVES = WHO | {"which"}
POSSESSIVES = frozenset(("his", "her", "its", "their"))
SELVES = frozenset(("himself", "herself", "itself", "themselves"))
DEICTIC = frozenset(("this", "last", "next"))  # before a time: this week
DOUBLE_QUOTES = frozenset(('"', "''", "``"))
