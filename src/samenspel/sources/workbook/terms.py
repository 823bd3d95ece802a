# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a region's classifications: people write the word, the record keeps the code."""

from collections.abc import Iterable, Mapping

from samenspel.core.region_record import Term
from samenspel.sources.workbook.layout import Column, SheetLayout, is_classification

_SEPARATORS = (";", "\n")


class Words:
    """Codes with their words, for one list."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        """Take pairs of code and word; a code may have several words."""
        pairs = [(code, word.strip()) for code, word in labels]
        self._codes = {code for code, _ in pairs}
        self._by_word: dict[str, set[str]] = {}
        self._words: dict[str, str] = {}
        for code, word in pairs:
            self._by_word.setdefault(word.casefold(), set()).add(code)
            self._words.setdefault(code, word)

    def code_of(self, text: str) -> str:
        """Return the code that a text means; a text that means none or several stays as it is."""
        if text in self._codes:
            return text
        meant = self._by_word.get(text.casefold(), set())
        return next(iter(meant)) if len(meant) == 1 else text

    def word_of(self, code: str) -> str:
        """Return the word for a code if that word means this code alone, else the code."""
        word = self._words.get(code, code)
        usable = word and not any(separator in word for separator in _SEPARATORS)
        return word if usable and self.code_of(word) == code else code


def words_for(layout: SheetLayout, column: Column, words: Mapping[str, Words]) -> Words | None:
    """Return the words of a column that holds codes of a fixed list or a classification."""
    if column.choices:
        return Words(column.choices)
    target = layout.target_of(column)
    return words.get(target) if is_classification(target) else None


def words_of(terms: Iterable[Term]) -> Mapping[str, Words]:
    """Return the words of each classification, Dutch ones first."""
    found: dict[str, list[tuple[str, str]]] = {}
    terms = tuple(terms)
    for term in terms:
        found.setdefault(term.scheme, []).append((term.code, term.label_nl))
    for term in terms:
        found[term.scheme].append((term.code, term.label_en))
    return {scheme: Words(pairs) for scheme, pairs in found.items()}
