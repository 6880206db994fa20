"""The rates that the reader, `verify` and the gate must reach on our own phrases (`benchmarks/phrases`)."""

import pytest
from places import ROOT

from factbound.language.lexicon import languages


@pytest.fixture(autouse=True)
def _benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))


@pytest.mark.parametrize("language", languages())
def test_phrases_are_read_right(language: str) -> None:
    from claims import phrases, read_right

    chosen = phrases(language)
    missed = [phrase.text for phrase in chosen if not read_right(phrase, language)]
    assert len(missed) <= 0.05 * len(chosen), missed


@pytest.mark.parametrize("language", languages())
def test_true_claims_are_accepted_and_false_ones_are_not(language: str) -> None:
    from claims import FALSE, verdicts

    failures: list[str] = []
    accepted, held = verdicts(language, failures)
    assert accepted["true"] >= 0.97 * held["true"], failures
    assert all(held[kind] > 10 for kind in FALSE)
    assert all(accepted[kind] <= (0.01 * held[kind] if kind == "left out" else 0) for kind in FALSE), failures


@pytest.mark.parametrize("language", languages())
def test_number_words_are_refused_and_ordinary_sentences_pass(language: str) -> None:
    from claims import gate

    failures: list[str] = []
    refused, numbers, stopped, ordinary = gate(language, failures)
    assert refused >= 0.95 * numbers, failures
    assert stopped <= 0.02 * ordinary, failures
