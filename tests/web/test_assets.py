# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What comes from others: complete, unchanged, licensed, and never what may not be shipped."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src/samenspel/web/static/samenspel"
VENDOR = STATIC / "vendor"
ALLOWED_LICENCES = {"EUPL-1.2", "OFL-1.1", "MPL-2.0"}
FORBIDDEN = re.compile(
    r"rijkshuisstijl|@utrecht/design-tokens|@utrecht/.*-(font|logo|assets)|@amsterdam/|ma-design-tokens"
)


@pytest.fixture(scope="module")
def manifest():
    """What the build says it took over; made by every install."""
    return json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def locked():
    """The npm packages of the lock, by name."""
    lock = json.loads((ROOT / "assets/package-lock.json").read_text(encoding="utf-8"))
    return {
        path.removeprefix("node_modules/"): package
        for path, package in lock["packages"].items()
        if path
    }


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_vendored_file_has_the_digest_of_the_manifest(manifest):
    for entry in manifest["files"]:
        assert sha256(VENDOR / entry["file"]) == entry["sha256"], entry["file"]


def test_the_vendor_folder_holds_nothing_else(manifest):
    named = {entry["file"] for entry in manifest["files"]} | {"manifest.json"}
    named |= {source["licence_file"] for entry in manifest["files"] for source in entry["sources"]}
    present = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert present == named


def test_every_vendored_file_has_its_licence(manifest):
    for source in (source for entry in manifest["files"] for source in entry["sources"]):
        assert source["licence"] in ALLOWED_LICENCES
        text = (VENDOR / source["licence_file"]).read_text(encoding="utf-8")
        assert "European Union Public Licence" in text or "SIL OPEN FONT LICENSE" in text


def test_the_manifest_names_the_locked_versions(manifest, locked):
    for source in (source for entry in manifest["files"] for source in entry["sources"]):
        assert locked[source["package"]]["version"] == source["version"]


def test_the_vendored_files_are_made_from_the_present_lock_and_choice(manifest):
    """After a change of these, install again: `uv pip install -e .`."""
    made_from = ("assets/package-lock.json", "assets/chosen.toml", "hatch_build.py")
    digest = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in made_from))
    assert manifest["inputs"] == digest.hexdigest()


def test_every_locked_package_has_a_digest_and_names_no_registry(locked):
    assert locked
    for name, package in locked.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
        assert "hasInstallScript" not in package, name


def test_no_forbidden_package_is_locked(locked):
    assert [name for name in locked if FORBIDDEN.search(name)] == []


@pytest.mark.parametrize("name", ["@utrecht/design-tokens", "@amsterdam/design-system-assets"])
def test_the_guard_knows_what_is_forbidden(name):
    assert FORBIDDEN.search(name)


def test_every_licence_in_the_lock_is_one_we_may_use(locked):
    assert {package["license"] for package in locked.values()} <= ALLOWED_LICENCES


def test_style_sheets_name_no_outside_address():
    sheets = [*(STATIC / "css").glob("*.css"), *VENDOR.glob("*.css")]
    assert len(sheets) > 5
    for sheet in sheets:
        for address in re.findall(r"url\(([^)]*)\)", sheet.read_text(encoding="utf-8")):
            path = address.strip("\"'")
            inside = path.startswith("data:") or (sheet.parent / path).is_file()
            assert inside, f"{sheet.name}: {address}"


def test_every_token_a_sheet_uses_is_defined_somewhere():
    """A custom property without a definition or fallback is a slip of the pen."""
    text = "".join(path.read_text(encoding="utf-8") for path in (STATIC / "css").glob("*.css"))
    known = set(re.findall(r"(--[\w-]+)\s*:", text + (VENDOR / "nlds.css").read_text("utf-8")))
    used = set(re.findall(r"var\((--[\w-]+)\)", text))
    assert used - known == set()
