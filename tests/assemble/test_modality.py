"""What every article hedges is never said outright: the words of each language."""

import pytest

from factbound.language.speech import leaves_open


@pytest.mark.parametrize(
    ("language", "careful", "outright"),
    [
        ("en", "Amazon plans to create 3,000 jobs.", "Amazon creates 3,000 jobs."),
        ("en", "a goal of 30 %", "a share of 30 %"),
        ("fr", "Le personnel est appelé à croître.", "Le personnel croît."),
        ("fr", "La première phase devait ouvrir en 2021.", "La première phase a ouvert en 2021."),
        ("fr", "Cela représenterait le double.", "C’était un portrait du double."),
        ("nl", "De eerste fase zou in 2021 klaar zijn.", "De eerste fase is in 2021 klaar."),
        ("nl", "het invoerdoel van Alibaba", "de invoer van Alibaba"),
        ("de", "Das Werk soll 2033 öffnen.", "Das Werk öffnet 2033."),
        ("de", "das Einfuhrziel", "die Einfuhr"),
    ],
)
def test_words_that_leave_it_open_are_known_in_each_language(language: str, careful: str, outright: str) -> None:
    assert leaves_open(careful, language)
    assert not leaves_open(outright, language)
