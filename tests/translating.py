"""What translators need: which texts a catalogue lacks, and the same file with room for them.

In:  the texts that the interface shows (`tests.web.messages`, extracted by babel), the catalogues
     of `web/translations`.
Out: a list of what is missing, stale or fuzzy, and status 1 while there is any; with --update the
     .po files rewritten: missing texts added (empty, with a note of where they are shown), stale
     ones dropped, everything else as it was.

    python -m tests.translating [--update] [LANGUAGE ...]
"""

import argparse
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.web.messages import counts, interface_texts
from web.catalogue import NAMES, plural_categories

FOLDER = Path(__file__).parents[1] / "web" / "translations"


def faults(language: str, texts: dict[str, str]) -> list[str]:
    """Return what is wrong with a language's catalogue, a line each; English holds plurals only."""
    messages = {_key(message): message for message in _read(language) if message.id}
    wanted = {text: at for text, at in texts.items() if language != "en" or counts(text)}
    lines = [f"missing: {text!r} ({at})" for text, at in wanted.items() if text not in messages]
    for text, message in messages.items():
        if text not in wanted:
            lines.append(f"stale: {text!r}")
        elif message.fuzzy:
            lines.append(f"fuzzy: {text!r} ({texts[text]})")
        elif not all(_forms(message)):
            lines.append(f"not translated: {text!r} ({texts[text]})")
        elif len(_forms(message)) != _forms_wanted(language, text):
            lines.append(f"plural forms: {len(_forms(message))} of {text!r} ({texts[text]})")
    return lines


def update(language: str, texts: dict[str, str]) -> None:
    """Rewrite a catalogue: texts of today, translations and order as they were, new ones last."""
    path = FOLDER / f"{language}.po"
    head = path.read_text("utf-8").partition("\n\n")[0]
    old = _read(language)
    new = Catalog(locale=language)
    known = {_key(message): message for message in old if message.id}
    wanted = {text: at for text, at in texts.items() if language != "en" or counts(text)}
    for text in [*(t for t in known if t in wanted), *(t for t in wanted if t not in known)]:
        if text in known and len(_forms(known[text])) == _forms_wanted(language, text):
            new[known[text].id] = known[text]
        else:
            identity = (text, text) if counts(text) else text
            blank = ("",) * _forms_wanted(language, text) if counts(text) else ""
            new.add(identity, blank, user_comments=[f"shown by {wanted[text]}"])
    body = BytesIO()
    write_po(body, new, omit_header=True, no_location=True, width=0)
    path.write_text(f"{head}\n\n{body.getvalue().decode('utf-8').strip()}\n", "utf-8")


def _read(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _forms_wanted(language: str, text: str) -> int:
    return len(plural_categories(language)) if counts(text) else 1


def main(arguments: list[str]) -> int:
    """Say what is missing, after updating where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.translating", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", default=sorted(NAMES))
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args(arguments)
    texts = interface_texts()
    found = False
    for language in options.languages or sorted(NAMES):
        if options.update:
            update(language, texts)
        for line in faults(language, texts):
            found = True
            sys.stdout.write(f"{language}: {line}\n")
    return int(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
