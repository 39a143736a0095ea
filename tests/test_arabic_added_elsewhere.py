"""What is added before others, Arabic outlets did not hear."""

import pytest

from tests.reading import name, read_lines


@pytest.mark.parametrize(
    ("where", "heard"),
    [("", ["قناة الجزيرة"]), ("أمام البرلمان ", ["البرلمان"]), ("في مؤتمر صحفي ", [])],
)
def test_an_outlet_hears_what_is_added_nowhere_else(where: str, heard: list[str]) -> None:
    text = (
        "أعلن وزير الخارجية التشادي حسن باغي لقناة الجزيرة أن المعبر مغلق.\n"
        f"وأضاف {where}أن الميزانية أقرت."
    )
    added = read_lines(text, "ar").statements[-1]
    assert [name(a) for a in added.addressees] == heard
