"""Write out the plural of an English noun phrase for an office or role.

In:  "minister of defence", "spokesman", "secretary-general". Out: its plural, by spelling rules.
Source: any English grammar.
"""

import re

_HEAD = re.compile(r"(.*?)((?: (?:of|for|in|d'affaires)\b.*|[- ]general|[- ]in[- ]chief)?)")


def plural_of(phrase: str) -> str:
    """Return the plural: the head takes the ending, not what follows it."""
    match = _HEAD.fullmatch(phrase)
    head, tail = match.groups() if match else (phrase, "")
    if head.endswith("man"):
        return head[:-3] + "men" + tail
    if head.endswith(("s", "ch", "x")):
        return head + "es" + tail
    if re.search("[^aeiou]y$", head):
        return head[:-1] + "ies" + tail
    return head + "s" + tail
