import pytest

from transforms.casualty_figures import country_of
from warehouse.places import countries_of_places
from warehouse.reference import actor_reference


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("southern Israel", "ISR"),
        ("the Gaza Strip", "PSE"),
        ("the Yemeni city of Taiz", "YEM"),
        ("Borno state", "NGA"),
        ("Kabul, Afghanistan", "AFG"),
        ("the Democratic Republic of the Congo", "COD"),
        ("Russia", "RUS"),
        ("Mali's Mopti region", "MLI"),
        ("Burkina Faso’s Sahel region", "BFA"),
        ("Oulo's market", None),
        ("Kabul", "AFG"),  # in the standard: Kābul
        ("eastern Baghdad", "IRQ"),
        ("Gaza City", "PSE"),
        ("eastern Congo", None),
        ("Georgia", None),
        ("the Iraqi-Syrian border", None),
        ("a village in the north", None),
        (None, None),
    ],
)
def test_a_place_has_a_country_where_its_words_tell_of_just_one(place: str | None, country: str | None) -> None:
    assert country_of(place, countries_of_places(actor_reference())) == country
