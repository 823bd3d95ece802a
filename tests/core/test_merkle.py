# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The tree is that of RFC 9162, to the bit; a proof proves what it says and nothing else."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.merkle import EMPTY, Peaks, Tree, extends, includes

LEAVES = [
    bytes.fromhex(text)
    for text in (
        *("", "00", "10", "2021", "3031", "40414243"),
        *("5051525354555657", "606162636465666768696a6b6c6d6e6f"),
    )
]
"""The leaves of the reference implementation of Certificate Transparency."""

ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

_96A2 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
_5F08 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
_6B47 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
_BC1A = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
_CA85 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
_0EBC = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"

INCLUSIONS = {
    (0, 1): [],
    (0, 8): [_96A2, _5F08, _6B47],
    (5, 8): [_BC1A, _CA85, ROOTS[4]],
    (2, 3): [ROOTS[2]],
    (1, 5): [ROOTS[1], _5F08, _BC1A],
}
CONSISTENCIES = {
    (1, 1): [],
    (1, 8): [_96A2, _5F08, _6B47],
    (6, 8): [_0EBC, _CA85, ROOTS[4]],
    (2, 5): [_5F08, _BC1A],
}

some_leaves = st.integers(1, 90).map(lambda size: [bytes([n]) * 32 for n in range(size)])


def hexes(path):
    return [step.hex() for step in path]


@pytest.mark.parametrize("size", range(9))
def test_the_roots_are_those_of_the_reference(size):
    peaks = Peaks()
    peaks.extend(LEAVES[:size])

    assert Tree(LEAVES).root(size).hex() == ROOTS[size]
    assert Tree(LEAVES[:size]).root().hex() == ROOTS[size]
    assert peaks.root().hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), INCLUSIONS)
def test_the_proofs_of_inclusion_are_those_of_the_reference(index, size):
    assert hexes(Tree(LEAVES).inclusion(index, size)) == INCLUSIONS[index, size]


@pytest.mark.parametrize(("old", "new"), CONSISTENCIES)
def test_the_proofs_of_consistency_are_those_of_the_reference(old, new):
    assert hexes(Tree(LEAVES).consistency(old, new)) == CONSISTENCIES[old, new]


def test_roots_and_proofs_are_those_of_an_independent_implementation():
    """Pymerkle 6, over the SHA-256 of each byte from 0 to 69; its answers are frozen here."""
    tree, roots, paths = Tree(sha256(bytes([n])).digest() for n in range(70)), sha256(), sha256()
    for size in range(1, 71):
        roots.update(tree.root(size))
        for index in range(size):
            paths.update(b"".join(tree.inclusion(index, size)))

    assert roots.hexdigest() == "143d325e0a1cc022b5b2098aba2fc44f2a94973e4cb1cbf3f76663439591637f"
    assert paths.hexdigest() == "abbd9b4348c10129f38072061bc49d56d3ae69d285a8352db502ca3fc27aedd9"


@pytest.mark.parametrize("size", [*range(1, 18), 31, 33, 64, 100])
def test_every_entry_is_shown_to_be_there_and_at_no_other_place(size):
    leaves = [bytes([n]) for n in range(size)]
    tree = Tree(leaves)

    for index, leaf in enumerate(leaves):
        path = tree.inclusion(index)
        fits = [at for at in range(size) if includes(leaf, at, size, path, tree.root())]
        assert fits == [index]


@pytest.mark.parametrize("size", [*range(1, 18), 31, 33, 64])
def test_every_older_tree_is_shown_to_be_the_start(size):
    tree = Tree(bytes([n]) for n in range(size))
    for old in range(1, size + 1):
        path = tree.consistency(old)
        assert extends((old, tree.root(old)), (size, tree.root()), path)
        fits = [
            n for n in range(size + 2) if extends((n, tree.root(old)), (size, tree.root()), path)
        ]
        assert fits == [old]


@given(some_leaves, st.data())
def test_a_path_that_was_touched_proves_nothing(leaves, data):
    tree = Tree(leaves)
    index = data.draw(st.integers(0, tree.size - 1))
    path = tree.inclusion(index)
    place = data.draw(st.integers(0, len(path)))
    strange = [*path[:place], bytes(32), *path[place:]]

    assert not includes(leaves[index], index, tree.size, strange, tree.root())
    assert not includes(b"other", index, tree.size, path, tree.root())
    assert not (path and includes(leaves[index], index, tree.size, path[:-1], tree.root()))


@given(some_leaves, st.data())
def test_another_history_is_not_consistent(leaves, data):
    tree = Tree(leaves)
    old = data.draw(st.integers(1, tree.size))
    changed = Tree([*leaves[: old - 1], b"other", *leaves[old:]])

    assert not extends((old, tree.root(old)), (tree.size, changed.root()), changed.consistency(old))
    assert not extends((old, changed.root(old)), (tree.size, tree.root()), tree.consistency(old))


@given(st.lists(st.integers(0, 2500), max_size=4))
def test_a_tree_that_grows_in_steps_has_the_same_root(steps):
    numbers = iter(range(10_000))
    peaks, leaves = Peaks(), []
    for step in steps:
        new = [next(numbers).to_bytes(4, "big") for _ in range(step)]
        leaves += new
        peaks = Peaks(peaks.size, peaks.hashes)
        peaks.extend(iter(new))

    assert peaks.size == len(leaves)
    assert peaks.root() == Tree(leaves).root()


@pytest.mark.parametrize(("size", "hashes"), [(3, 1), (-1, 1), (0, 1), (4, 0)])
def test_peaks_that_do_not_fit_a_size_are_refused(size, hashes):
    with pytest.raises(ValueError, match="power of two"):
        Peaks(size, [bytes(32)] * hashes)


@pytest.mark.parametrize(
    "ask",
    [
        lambda tree: tree.inclusion(8),
        lambda tree: tree.inclusion(-1),
        lambda tree: tree.inclusion(3, 3),
        lambda tree: tree.inclusion(0, 9),
        lambda tree: tree.consistency(0),
        lambda tree: tree.consistency(9),
        lambda tree: tree.root(9),
    ],
)
def test_a_proof_of_what_is_not_there_is_refused(ask):
    with pytest.raises(ValueError, match=r"lea|size"):
        ask(Tree(LEAVES))


def test_an_empty_tree_has_the_hash_of_nothing():
    assert Peaks().root() == Tree([]).root() == EMPTY
    assert not includes(b"", 0, 0, [], EMPTY)
    assert not extends((0, EMPTY), (1, Tree([b""]).root()), [])
