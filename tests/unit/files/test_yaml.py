"""The tree of a YAML text: where its parts stand."""

import pytest

from newsevents.files._place import Place
from newsevents.files._yaml import read_yaml

TEXT = "a: &x [b, {c: d}]\n'e/~': *x\n"


@pytest.mark.parametrize(
    ("pointer", "place", "key_place"),
    [
        ("", Place(1, 1, 2, 10), Place(1, 1, 2, 10)),
        ("/a", Place(1, 4, 1, 18), Place(1, 1, 1, 2)),
        ("/a/0", Place(1, 8, 1, 9), Place(1, 8, 1, 9)),
        ("/a/1/c", Place(1, 15, 1, 16), Place(1, 12, 1, 13)),
        ("/e~1~0", Place(2, 8, 2, 10), Place(2, 1, 2, 6)),
        ("/e~1~0/1", Place(1, 11, 1, 17), Place(1, 11, 1, 17)),
        # What is not there stands in what is.
        ("/a/2", Place(1, 4, 1, 18), Place(1, 1, 1, 2)),
        ("/a/-", Place(1, 4, 1, 18), Place(1, 1, 1, 2)),
        ("/a/0/f", Place(1, 8, 1, 9), Place(1, 8, 1, 9)),
        ("/a/1/f/g", Place(1, 11, 1, 17), Place(1, 11, 1, 17)),
    ],
)
def test_places(pointer: str, place: Place, key_place: Place) -> None:
    """A value and its key have their places; an alias its own, what is in it that of the original."""
    (document,) = read_yaml(TEXT)
    assert document.place(pointer) == place
    assert document.place(pointer, key=True) == key_place
