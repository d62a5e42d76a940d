"""Words and codes that the audit knows by itself: it does not borrow the lexicon that it audits.

Belongs here: what names nobody, countries, languages, quotation marks. Does not belong here: anything that finds something in a text.
"""

import calendar
from functools import cache

import pycountry

QUOTATION_MARKS = frozenset("\"'`“”„‟‘’‚‛«»‹›″′")

# In capitals US, IT and WHO are names.
_PRONOUNS = """
he she it they we you him her them us me his hers its their theirs our ours your yours my mine himself herself itself themselves
who whom whose which what that this these those someone somebody anyone anybody everyone everybody nobody one others another some many
"""
PRONOUNS = frozenset({*_PRONOUNS.split(), *_PRONOUNS.title().split(), "I"})

_TIMES = (*calendar.day_name, *calendar.day_abbr, *calendar.month_name[1:], *calendar.month_abbr[1:], "Sept")
# Some months are names of people, and an article may call a person by surname alone.
_ALSO_NAMES = frozenset({"April", "May", "June", "August", "Jan", "Mar", "Mon", "Sun", "Wed", "Sat"})
TIMES = frozenset({*_TIMES, *map(str.lower, _TIMES)} - _ALSO_NAMES)

_TITLES = """
mr mrs ms miss dr prof mr. mrs. ms. dr. prof. gen. col. maj. capt. lt. sgt. adm. sen. gov. rep. professor sir lord lady dame
president vice-president chancellor premier minister secretary senator governor mayor ambassador envoy king queen prince princess emir
sheikh general colonel major captain lieutenant sergeant admiral commander brigadier judge justice director chairman chairwoman chief head
leader spokesman spokeswoman spokesperson official officials source sources officer witness witnesses resident residents
"""
TITLES = frozenset(_TITLES.split()) | {"prime minister", "foreign minister", "defence minister", "defense minister"}


@cache
def countries() -> list[str]:
    """ISO 3166-1 alpha-3, with XKX, which its users' range holds and everybody uses for Kosovo."""
    return sorted({*(country.alpha_3 for country in pycountry.countries), "XKX"})


@cache
def languages() -> list[str]:
    """ISO 639-1."""
    return sorted(language.alpha_2 for language in pycountry.languages if hasattr(language, "alpha_2"))
