"""NE0: what the reader finds before there is a dossier."""

from collections.abc import Callable

from newsevents.testing._fault._scene import GONE, Fault, Maker, Scene, told

__all__ = ["SHAPE", "SYNTAX"]

_COUNTRY_NAMES = ("North Korea", "France", "Japan", "Brazil", "Kenya", "Norway")
_MONTHS = ("January", "March", "May", "July", "August", "October", "December")


def _cut(scene: Scene, text: str) -> str:
    return text[: -scene.number(1, len(text) - 1)]


def _ends_twice(scene: Scene, text: str) -> str:
    return text + scene.one_of(("}", "]", "{}", " 1"))


def _key_twice(scene: Scene, text: str) -> str:
    return f'{{"id":"{scene.letters()}",{text[1:]}'


def _not_finite(scene: Scene, text: str) -> str:
    return f'{text[:-1]},"note":{scene.one_of(("NaN", "Infinity", "-Infinity"))}}}'


def _broken_syntax(scene: Scene, text: str) -> str:
    """Return *text* with one fault of syntax."""
    return scene.one_of((_cut, _ends_twice, _key_twice, _not_finite))(scene, text)


def _wrong_shape(scene: Scene) -> Fault:
    place = scene.one_of(("gift", "gift/givers/0", "thing"))
    unknown = f"{place}/unheard_of_{scene.letters()}"
    edit, value, at = scene.one_of(
        (
            (unknown, scene.number(0, 9), unknown),
            ("thing/description", scene.one_of((None, scene.number(0, 9), "", [])), "thing/description"),
            ("gift/item_ids", [], "gift/item_ids"),
            ("gift/status", scene.letters(), "gift/status"),
            ("thing/description", GONE, "thing"),
            ("gift/givers/0/actor_id", GONE, "gift/givers/0"),
        )
    )
    return Fault(scene.gift(status="offered"), {edit: value}, at)


def _not_canonical(scene: Scene) -> Fault:
    month = scene.one_of(_MONTHS)
    edit, value = scene.one_of(
        (
            ("power/country", scene.one_of(_COUNTRY_NAMES)),
            ("meeting/when", f"{scene.number(1, 31)} {month} {scene.number(2005, 2018)}"),
        )
    )
    records = scene.meeting(when={"edtf": f"{scene.day()}"})
    return Fault([*records, told("state", "power", country=scene.country())], {edit: value}, edit)


SHAPE: dict[str, Maker] = {"NE003": _wrong_shape, "NE004": _not_canonical}
"""What makes a fault after which there is no dossier, by the code that it is found under."""

SYNTAX: dict[str, Callable[[Scene, str], str]] = {"NE002": _broken_syntax}
"""What breaks a text, by the code that it is found under; it concerns the whole of it."""
