# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A region's open data described for catalogues: DCAT-AP as JSON-LD, no more than needed."""

from collections.abc import Iterable
from typing import NamedTuple

LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Distribution(NamedTuple):
    """One file or service by which the data can be had."""

    url: str
    media_type: str
    title: str


class Dataset(NamedTuple):
    """What is described; addresses are absolute, *modified* is an ISO date or empty."""

    page: str
    home: str
    title: str
    about: str
    modified: str


def catalogue(dataset: Dataset, distributions: Iterable[Distribution]) -> dict[str, object]:
    """Return the catalogue with its one dataset."""
    described: dict[str, object] = {
        "@id": dataset.page,
        "@type": "dcat:Dataset",
        "dct:title": _dutch(dataset.title),
        "dct:description": _dutch(dataset.about or dataset.title),
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/NLD"},
        "dct:license": {"@id": LICENCE},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": dataset.title},
        "dcat:landingPage": {"@id": dataset.page},
        "dcat:theme": {"@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE"},
        "dcat:distribution": [_distribution(one) for one in distributions],
    }
    if dataset.modified:
        described["dct:modified"] = {"@type": "xsd:date", "@value": dataset.modified}
    return {
        "@context": _CONTEXT,
        "@id": dataset.home,
        "@type": "dcat:Catalog",
        "dct:title": _dutch(dataset.title),
        "dct:description": _dutch(dataset.about or dataset.title),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": dataset.title},
        "dcat:dataset": [described],
    }


def _dutch(text: str) -> dict[str, str]:
    return {"@language": "nl", "@value": text}


def _distribution(one: Distribution) -> dict[str, object]:
    media_type = f"https://www.iana.org/assignments/media-types/{one.media_type}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": one.title,
        "dct:license": {"@id": LICENCE},
        "dcat:accessURL": {"@id": one.url},
        "dcat:downloadURL": {"@id": one.url},
        "dcat:mediaType": {"@id": media_type},
    }
