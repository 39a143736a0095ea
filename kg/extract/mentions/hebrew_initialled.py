"""Tell the initials in a Hebrew name, and the mark that cuts a letter off its end.

In:  a `Scan` and a position. Out: yes or no.
    מייקל ד' היגינס; ס. יזהר; ברקוביץ'
"""

from kg.extract.mentions.scan import Scan


def is_cut(scan: Scan, i: int) -> bool:
    """True for the mark of a name's last letter, and of an initial."""
    touching = scan.tokens[i].start == scan.tokens[i - 1].end
    return touching and (
        scan.form(i) == "'" or (len(scan.form(i - 1)) == 1 and i + 1 < scan.end - 1)
    )


def is_initial(scan: Scan, position: int) -> bool:
    """True for "ס." and "ג׳." in front of more of a name."""
    mark = position + 1
    if scan.form(mark) not in ("'", ".") or not is_cut(scan, mark):
        return False
    behind = mark + 1 + (scan.form(mark + 1) == ".")
    return scan.form(mark + (scan.form(mark) == "'")) == "." and scan.is_word(behind)


def follows_initial(scan: Scan, position: int) -> bool:
    """True for the surname of "מייקל ד' היגינס", which may begin like the article."""
    mark = position - 1
    cut = scan.form(mark) in ("'", ".") and len(scan.form(mark - 1)) == 1 and is_cut(scan, mark)
    return cut and scan.tokens[mark].end < scan.tokens[position].start
