# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The card by which catalogues find us follows publiccode.yml 0.7 and says what is true."""

import pytest
import yaml
from django.conf import settings
from pages import ROOT

CARD = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
MANDATORY = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
)


def test_it_has_what_the_standard_asks():
    assert [key for key in MANDATORY if key not in CARD] == []
    assert CARD["publiccodeYmlVersion"] == "0.7"
    assert CARD["legal"]["license"] == "EUPL-1.2"
    assert CARD["maintenance"]["type"] == "community"
    assert CARD["maintenance"]["contacts"]


def test_its_languages_are_those_of_the_product():
    spoken = [code for code, _ in settings.LANGUAGES]
    assert CARD["localisation"] == {"localisationReady": True, "availableLanguages": spoken}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_description_has_the_length_that_catalogues_take(language):
    about = CARD["description"][language]
    assert len(about["shortDescription"]) <= 150
    assert 150 <= len(about["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in about["features"])
