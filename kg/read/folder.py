"""List the articles in a folder.

In:  a folder. Out: the text and web page files below it, sorted, and how many other files were
passed over.
Hidden files and folders are left out. Links to folders are not followed, so that none can lead in
a circle; links to files are.
"""

import os
from dataclasses import dataclass
from pathlib import Path

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class Listing:
    """Text and page files in the order of their paths; `skipped` counts files of other kinds."""

    files: tuple[Path, ...]
    skipped: int


def list_folder(folder: Path) -> Listing:
    """Return the text files below `folder`. Raises OSError when it cannot be listed."""
    files: list[Path] = []
    skipped = 0
    for parent, folders, names in os.walk(folder, onerror=_raise, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith("."):
                continue
            path = Path(parent, name)
            if path.suffix.lower() in TEXT_SUFFIXES | PAGE_SUFFIXES and (
                path.is_file() or path.is_symlink()
            ):
                files.append(path)
            else:
                skipped += 1
    return Listing(tuple(sorted(files)), skipped)


def _raise(error: OSError) -> None:
    raise error
