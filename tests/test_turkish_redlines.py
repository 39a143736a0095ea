"""Red lines in Turkish sentences: their forms, lists of two, and what is none."""

import pytest

from tests.reading import name, read, read_lines, words


def triggers(text: str) -> list[str | None]:
    return [words(text, line.trigger) for line in read(text, "tr").redlines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Peru Başbakanı, "Sınırın kapanması kırmızı çizgimizdi" dedi.', ["Sınırın kapanması"]),
        (
            'Peru Başbakanı, "Sınırın kapanması aşılmaması gereken bir çizgidir" dedi.',
            ["Sınırın kapanması"],
        ),
        (
            'Peru Başbakanı, "Gizlice gelmesi bizim için kabul edilemez bir sınırdı" dedi.',
            ["Gizlice gelmesi"],
        ),
        (
            "Peru Başbakanı, askerin çekilmesinin de üssün kapanmasının da kırmızı çizgileri"
            " olduğunu yineledi.",
            ["askerin çekilmesinin", "üssün kapanmasının"],
        ),
        (
            "Peru Başbakanı, NATO'nun genişlemesi ile Şili'nin üyeliğinin pazarlık dışı olduğunu"
            " söyledi.",
            ["NATO'nun genişlemesi", "Şili'nin üyeliğinin"],
        ),
        ('Peru Başbakanı, "Bu, bizim kırmızı çizgimizdir" dedi.', ["Bu"]),
        (
            "Peru Başbakanı, adanın verilmesini hiçbir şart altında kabul etmeyeceklerini söyledi.",
            ["adanın verilmesini"],
        ),
        (
            "Peru Başbakanı, sınırın yeri konusunda geri adım atmayacaklarını söyledi.",
            ["sınırın yeri"],
        ),
        ("Peru Başbakanı, adanın satılık olmadığını söyledi.", ["adanın"]),
        (
            "Peru Başbakanı, limanın işgalinin savaş sebebi olacağını söyledi.",
            ["limanın işgalinin"],
        ),
        (
            "Peru Başbakanı, adanın statüsünün tartışmaya açık olmadığının altını çizdi.",
            ["adanın statüsünün"],
        ),
        ("Peru Başbakanı, hükümetin geri adım atmayacağını söyledi.", []),
        ("Peru Başbakanı, Şili'nin bir karış toprak bile vermeyeceğini söyledi.", []),
        ("Peru Başbakanı, Şili'nin sınır konusunda geri adım atmayacağını söyledi.", []),
        ("Peru Başbakanı, Şili'nin sınır konusunda taviz vermeyeceğini söyledi.", []),
        ("Peru Başbakanı, Şili'nin adanın devrine asla izin vermeyeceğini söyledi.", []),
        (
            "Peru Başbakanı, Peru'nun bir karış toprak bile vermeyeceğini söyledi.",
            ["Peru'nun bir karış toprak bile"],
        ),
        (
            "Peru Başbakanı, Şili'nin üyeliğini asla kabul etmeyeceğini söyledi.",
            ["Şili'nin üyeliğini"],
        ),
        (
            "Peru Başbakanı, Şili'nin topraklarından asla vazgeçmeyeceğini söyledi.",
            ["Şili'nin topraklarından"],
        ),
        ("Peru Başbakanı, ülkesinin kırmızı çizgisi bulunmadığını söyledi.", []),
        ("Peru Başbakanı, bunun kırmızı çizgi olduğunu Şili'ye ilettiklerini söyledi.", []),
    ],
)
def test_the_trigger_is_the_exact_words(text: str, found: list[str]) -> None:
    assert triggers(text) == found


def test_a_heading_from_one_capital_to_another_names_both_sides() -> None:
    text = "Lima'dan Santiago'ya: Ada kırmızı çizgimiz\nPeru Başbakanı dün konuştu."
    drafts = read_lines(text, "tr", headings=(0,))
    (said,) = drafts.statements
    assert name(said.speaker) == "Lima"
    assert [name(a) for a in said.addressees] == ["Santiago"]


@pytest.mark.parametrize(
    "words",
    [
        "egemenliğin pazarlık konusu olmadığını",
        "egemenliğin tartışmaya açık olmadığını",
        "egemenliğin ülkesi için kabul edilemez olduğunu",
        "egemenliğin söz konusu dahi olamayacağını",
        "egemenliğin kırmızı çizgi olduğunu",
    ],
)
def test_the_phrases_own_negation_denies_nothing(words: str) -> None:
    assert triggers(f"Peru Başbakanı, {words} söyledi.") == ["egemenliğin"]


def test_a_line_that_is_none_is_not_drawn() -> None:
    assert triggers("Peru Başbakanı, egemenliğin kırmızı çizgi olmadığını söyledi.") == []


def test_a_line_on_a_map_is_no_red_line() -> None:
    assert triggers('Peru Başbakanı, "Sınır haritada bir çizgidir" dedi.') == []


def test_nobody_of_another_clause_draws_no_line() -> None:
    text = (
        "Peru Başbakanı, kimsenin yaralanmadığını ve teknenin limana girmesine izin"
        " vermeyeceklerini söyledi."
    )
    assert triggers(text) == []
