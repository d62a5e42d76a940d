"""Places that have a country: ISO 3166 as the package pycountry keeps it, and the states of the reference file."""

from collections.abc import Mapping
from unicodedata import combining, normalize

from transforms.text.actors.reference import Reference

# Names that the standard gives to more than one country, or to another than news means.
_AS_NEWS_MEANS = {
    "gaza": "PSE",
    "gaza city": "PSE",
    "gaza strip": "PSE",
    "west bank": "PSE",
    "crimea": None,
    "congo": None,
    "georgia": None,
    "north": None,
}


def countries_of_places(reference: Reference) -> Mapping[str, str]:
    """The country (ISO 3166-1 alpha-3) of each name of a state, country or province, in lower case; ambiguous names are left out."""
    import pycountry

    found: dict[str, set[str]] = {}
    for entry in reference.entries:
        if entry.kind == "state" and entry.country:
            for name in (entry.name, *(form for form, kind in entry.aliases if kind in ("name", "demonym"))):
                found.setdefault(name.casefold(), set()).add(entry.country)
    for country in pycountry.countries:
        short, comma, before = country.name.partition(", ")  # Tanzania, United Republic of
        names = (f"{before} {short}" if comma else short, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
        for name in names:
            found.setdefault(name.casefold().removeprefix("the "), set()).add(country.alpha_3)
    sovereign = set(found)
    for part in pycountry.subdivisions:
        home = pycountry.countries.get(alpha_2=part.country_code)
        name = part.name.casefold()
        if home is not None:
            for form in {name, _plain(name)} - sovereign:
                found.setdefault(form, set()).add(home.alpha_3)
    certain: dict[str, str | None] = {name: next(iter(codes)) for name, codes in found.items() if name and len(codes) == 1}
    return {name: code for name, code in (certain | _AS_NEWS_MEANS).items() if code is not None}


def _plain(name: str) -> str:
    """The name as papers print it that have no such letters: Kabul, Para."""
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
