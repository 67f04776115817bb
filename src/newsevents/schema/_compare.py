"""What changed between two schema files, and whether data that was valid stays valid."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, cast

from newsevents._leaf import Json

__all__ = ["SchemaChange", "compare_schemas"]

# What describes and does not decide.
_WORDS = {
    *("$schema", "$id", "$comment", "title", "description", "examples", "default", "deprecated"),
    *("readOnly", "writeOnly", "contentEncoding", "contentMediaType", "contentSchema"),
}
# What is the same as its absence.
_NOTHING: dict[str, Sequence[Any]] = {
    **dict.fromkeys(("minLength", "minItems", "minProperties"), (0,)),
    **dict.fromkeys(("additionalProperties", "items", "propertyNames"), (True, Json())),
    "uniqueItems": (False,),
    "required": ([],),
}
_LOWER = {"minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum"}
_UPPER = {"maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum"}
_DEFINITIONS = {"$defs", "definitions"}
_SCHEMAS = {"items", "additionalProperties", "propertyNames"}
_BRANCHES = {"allOf", "anyOf", "oneOf"}
# Without these, another keyword judges what they judged.
_HELD_BACK = {"patternProperties", "prefixItems", "minContains"}
_UNEVALUATED = {"unevaluatedProperties", "unevaluatedItems"}

_FORMS: dict[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("properties", *_DEFINITIONS), dict),
    **dict.fromkeys(("required", "enum", *_BRANCHES), list),
    **dict.fromkeys((*_LOWER, *_UPPER), (int, float)),
    "$ref": str,
    "type": (str, list),
}


class SchemaChange(NamedTuple):
    """One difference between two schemas."""

    kind: Literal["breaking", "compatible"]
    """`breaking` where data that the old schema accepts may be refused by the new one."""
    pointer: str
    """Where in the schema, as a JSON Pointer into the new one, or into the old one for what is gone."""
    message: str
    """What changed."""


def compare_schemas(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[SchemaChange]:
    """Return what changed from *old* to *new*, words left out, in the order of pointers.

    A change is breaking unless it is known to only widen what is accepted: a new optional field, a new value of a
    vocabulary, a new type of record, a wider bound, a definition that is new or that nothing refers to any more. A
    definition under another name is no change where it is used.

    Raises:
        ValueError: One of the two is no JSON Schema.

    >>> compare_schemas({"maxLength": 5}, {"maxLength": 4})[0].kind
    'breaking'
    """
    comparison = _Comparison(dict(old), dict(new), set())
    found = sorted(
        comparison.changes(_Place(comparison.old, ""), _Place(comparison.new, "")), key=lambda change: change.pointer
    )
    if _turns(comparison.old) or _turns(comparison.new):
        return [change._replace(kind="breaking") for change in found]
    return found


class _Place(NamedTuple):
    """A schema, and where it stands."""

    schema: Any
    pointer: str

    def at(self, *keys: str | int) -> "_Place":
        """Return what stands further in; what is absent is anything."""
        schema, pointer = self.schema, self.pointer
        for key in keys:
            schema = cast(Json, schema).get(key, True) if isinstance(key, str) else schema[key]
            pointer += "/" + str(key).replace("~", "~0").replace("/", "~1")
        return _Place(schema, pointer)


class _Comparison(NamedTuple):
    """Two schemas, and the pairs of places that were compared: each is told once, and may lead back to itself."""

    old: Json
    new: Json
    met: set[tuple[str, str]]

    def changes(self, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        if _same(old.schema, new.schema):
            return  # what it refers to is compared by its name
        before, after = _resolved(self.old, old), _resolved(self.new, new)
        is_led_away = (before.pointer, after.pointer) != (old.pointer, new.pointer)
        if is_led_away and before.pointer == after.pointer:
            return
        found = self._keywords(before, after)
        if not is_led_away:
            yield from found
        elif kinds := {change.kind for change in found}:
            told = (_shown(_decisive(root, place)) for root, place in ((self.old, old), (self.new, new)))
            yield SchemaChange(_kind(widens="breaking" not in kinds), new.pointer, " became ".join(told))

    def _keywords(self, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        was, now = old.schema, new.schema
        if _same(was, now) or (old.pointer, new.pointer) in self.met:
            return
        self.met.add((old.pointer, new.pointer))
        if was is False or now is False or _UNEVALUATED & {*was, *now}:
            yield SchemaChange(_kind(widens=was is False), new.pointer, f"{_shown(was)} became {_shown(now)}")
            return
        if ("const" in was) is not ("const" in now):
            old, new = (_Place(_const_as_enum(place.schema), place.pointer) for place in (old, new))
        for key in sorted(old.schema.keys() | new.schema.keys()):
            if not (key in old.schema and key in new.schema and _same(old.schema[key], new.schema[key])):
                yield from self._keyword(key, old, new)

    def _keyword(self, key: str, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        was, now = old.schema, new.schema
        if key in _DEFINITIONS:
            yield from self._definitions(key, old, new)
        elif key == "properties":
            yield from self._properties(old, new)
        elif key == "required":
            yield from _entries(key, was.get(key, []), now.get(key, []), new.at(key).pointer)
        elif self._is_branch(key, was, now):
            yield from self.changes(old.at(key), new.at(key))
        elif key not in was:
            yield SchemaChange("breaking", new.at(key).pointer, f"{key} is new: {_shown(now[key])}")
        elif key not in now:
            widens = key not in _HELD_BACK
            yield SchemaChange(_kind(widens=widens), old.at(key).pointer, f"{key} is gone: {_shown(was[key])}")
        elif key == "enum":
            yield from _entries(key, was[key], now[key], new.at(key).pointer)
        elif key in _BRANCHES:
            yield from self._branches(key, old, new)
        else:
            yield from self._value(key, old, new)

    def _is_branch(self, key: str, was: Json, now: Json) -> bool:
        """Return whether a value has to be right by what stands at *key*, and its absence means anything."""
        if key in {"then", "else"}:
            return "if" in was and "if" in now and _same(was["if"], now["if"])
        return key in _SCHEMAS and not any(isinstance(schema.get(key), list) for schema in (was, now))

    def _value(self, key: str, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        was, now = old.schema[key], new.schema[key]
        if key == "$ref":
            before, after = _target(self.old, old.schema), _target(self.new, new.schema)
            widens = before is not None and after is not None and self._widens(before, after)
        elif key == "type":
            widens = _covers(now, was)
            if widens and _covers(was, now):
                return
        else:
            widens = (key in _LOWER and now <= was) or (key in _UPPER and now >= was)
        yield SchemaChange(_kind(widens=widens), new.at(key).pointer, f"{key} {_shown(was)} became {_shown(now)}")

    def _definitions(self, key: str, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        """Compare what judges nothing unless it is referred to."""
        was, now = old.schema.get(key, {}), new.schema.get(key, {})
        for name in sorted(was.keys() | now.keys()):
            if name not in now:
                gone = old.at(key, name).pointer
                is_used = any(way == "#" + gone or way.startswith(f"#{gone}/") for way in _references(self.new))
                yield SchemaChange(_kind(widens=not is_used), gone, f"{name} is gone")
            elif name not in was:
                yield SchemaChange("compatible", new.at(key, name).pointer, f"{name} is new")
            else:
                yield from self.changes(old.at(key, name), new.at(key, name))

    def _properties(self, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        """Compare fields; one that has no schema of its own is judged by that of additional ones."""
        was, now = old.schema.get("properties", {}), new.schema.get("properties", {})
        for name in sorted(was.keys() | now.keys()):
            if name not in now:
                before, after = old.at("properties", name), new.at("additionalProperties")
                yield SchemaChange(_kind(widens=self._widens(before, after)), before.pointer, f"{name} is gone")
            elif name not in was:
                after = new.at("properties", name)
                # Where a pattern of names may fit, additional ones were not asked.
                before = old.at("additionalProperties")
                before = before._replace(schema=True) if "patternProperties" in old.schema else before
                yield SchemaChange(_kind(widens=self._widens(before, after)), after.pointer, f"{name} is new")
            else:
                yield from self.changes(old.at("properties", name), new.at("properties", name))

    def _widens(self, old: _Place, new: _Place) -> bool:
        return not any(change.kind == "breaking" for change in list(self.changes(old, new)))

    def _branches(self, key: str, old: _Place, new: _Place) -> Iterator[SchemaChange]:
        """Compare an `allOf`, where more is narrower, an `anyOf`, where more is wider, or a `oneOf`."""
        gone, added = _unmatched(old.at(key), new.at(key)), _unmatched(new.at(key), old.at(key))
        if key != "oneOf" and len(gone) == len(added):
            for before, after in zip(gone, added, strict=True):
                yield from self.changes(before, after)
            return
        for before in gone:
            yield SchemaChange(_kind(widens=key == "allOf"), before.pointer, f"{_shown(before.schema)} is gone")
        for after in added:
            if key == "oneOf":
                widens = all(
                    _is_other(_resolved(self.new, after).schema, _resolved(self.old, old.at(key, index)).schema)
                    for index in range(len(old.schema[key]))
                )
            else:
                widens = key == "anyOf" or _asks_for_other(after.schema, old.schema)
            yield SchemaChange(_kind(widens=widens), after.pointer, f"{_shown(after.schema)} is new")


def _kind(*, widens: bool) -> Literal["breaking", "compatible"]:
    return "compatible" if widens else "breaking"


def _same(old: Any, new: Any) -> bool:
    """Return whether two JSON values are the same, which True and 1 are not."""
    return old is new or json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


def _resolved(root: Json, place: _Place) -> _Place:
    """Return the place that decides: without words, and where a reference alone leads to."""
    followed: set[str] = set()
    while True:
        fields: Any = _decisive(root, place)
        # A reference with a description is wrapped where the dialect wants that.
        alone: Any = fields
        if fields and fields.keys() == {"allOf"} and len(fields["allOf"]) == 1:
            (alone,) = fields["allOf"]
        target = _target(root, alone) if isinstance(alone, dict) and len(cast(Json, alone)) == 1 else None
        if target is None or target.pointer in followed:
            return _Place(fields, place.pointer)
        followed.add(target.pointer)
        place = target


def _decisive(root: Json, place: _Place) -> Any:
    """Return the keywords that decide, or `False`."""
    if isinstance(place.schema, bool):
        return {} if place.schema else False
    schema: Any = place.schema
    if not isinstance(schema, dict):
        raise ValueError(f"{place.pointer} is no schema: {_shown(schema)}")  # noqa: TRY004  (a wrong value)
    fields: Json = {}
    for key, value in cast(Json, schema).items():
        if not isinstance(value, _FORMS.get(key, object)):
            raise ValueError(f"{place.pointer}/{key} is wrong in a schema: {_shown(value)}")  # noqa: TRY004  (as above)
        if key not in _WORDS and not any(_same(value, nothing) for nothing in _NOTHING.get(key, ())):
            fields[key] = value
    if "$ref" in fields and "/draft-0" in str(root.get("$schema")):
        return {key: fields[key] for key in ("$ref", *sorted(_DEFINITIONS)) if key in fields}
    return fields


def _target(root: Json, fields: Any) -> _Place | None:
    """Return what the reference in *fields* leads to in the same file; `None` where there is nothing."""
    reference = str(fields.get("$ref"))
    if reference != "#" and not reference.startswith("#/"):
        return None
    found: Any = root
    for step in reference.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if not isinstance(found, dict) or key not in found:
            return None
        found = cast(Json, found)[key]
    return _Place(found, reference[1:])


def _nodes(schema: Any) -> Iterator[Json]:
    """Yield every object in *schema*."""
    if isinstance(schema, list):
        for part in cast(Sequence[Any], schema):
            yield from _nodes(part)
    elif isinstance(schema, dict):
        fields = cast(Json, schema)
        yield fields
        for part in fields.values():
            yield from _nodes(part)


def _references(schema: Any) -> list[str]:
    return [reference for node in _nodes(schema) if isinstance(reference := node.get("$ref"), str)]


def _turns(schema: Json) -> bool:
    """Return whether a condition or a negation refers to a definition: what widens that may narrow the whole."""
    return any(_references(node.get(key)) for node in _nodes(schema) for key in ("if", "not"))


def _const_as_enum(fields: Json) -> Json:
    return {"enum" if key == "const" else key: [value] if key == "const" else value for key, value in fields.items()}


def _covers(wide: str | list[str], narrow: str | list[str]) -> bool:
    """Return whether each type of *narrow* is one of *wide*."""
    wider = {wide} if isinstance(wide, str) else set(wide)
    if "number" in wider:
        wider.add("integer")
    return ({narrow} if isinstance(narrow, str) else set(narrow)) <= wider


def _unmatched(branches: _Place, others: _Place) -> list[_Place]:
    return [
        branches.at(index)
        for index, branch in enumerate(branches.schema)
        if not any(_same(branch, other) for other in others.schema)
    ]


def _is_other(schema: Any, known: Any) -> bool:
    """Return whether *schema* takes nothing that *known* takes, by a field with other values, such as `type`."""
    if not isinstance(schema, dict) or not isinstance(known, dict):
        return schema is False or known is False
    its, theirs = cast(Json, schema), cast(Json, known)
    if its.get("type") != "object":
        return False
    for name in its.get("required", ()):
        one, other = (_values(each.get("properties", {}).get(name)) for each in (its, theirs))
        if one is not None and other is not None and not one & other:
            return True
    return False


def _asks_for_other(branch: Any, known: Json) -> bool:
    """Return whether *branch* is a condition that nothing fulfils that *known* takes."""
    return isinstance(branch, dict) and branch.keys() == {"if", "then"} and _is_other(branch["if"], known)


def _values(schema: Any) -> set[str] | None:
    if not isinstance(schema, dict):
        return None
    values = _const_as_enum(cast(Json, schema)).get("enum")
    return None if values is None else {json.dumps(value, sort_keys=True) for value in values}


def _entries(key: str, old: Sequence[Any], new: Sequence[Any], at: str) -> Iterator[SchemaChange]:
    """Compare an `enum`, where more is wider, or a `required`, where more is narrower."""
    noun = "value" if key == "enum" else "required field"
    for value in new:
        if not any(_same(value, other) for other in old):
            yield SchemaChange(_kind(widens=key == "enum"), at, f"{noun} {_shown(value)} is new")
    for value in old:
        if not any(_same(value, other) for other in new):
            yield SchemaChange(_kind(widens=key != "enum"), at, f"{noun} {_shown(value)} is gone")


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004  (a line of a terminal)
