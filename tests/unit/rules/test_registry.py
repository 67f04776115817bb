"""The registry of rules."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from newsevents import json_schema, rules
from newsevents._data.country import COUNTRY_CODES
from newsevents.rules._rule import RULES, SECTIONS, Rule, documented

EACH = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


@EACH
def test_a_rule_is_documented_whole(rule: Rule) -> None:
    """A summary line that is a sentence, and every section with something in it."""
    assert re.fullmatch(r"\S.*\.", rule.summary)
    assert tuple(rule.sections) == SECTIONS
    assert all(rule.sections.values())


@EACH
def test_a_rule_has_a_stable_code_and_a_name(rule: Rule) -> None:
    """The code says the family, the name is words with hyphens."""
    assert re.fullmatch(r"NE[0-6]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_names_and_codes_are_used_once() -> None:
    """A second rule of the same code is refused; names differ too, and the codes are in order."""
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert list(RULES) == sorted(RULES)
    with pytest.raises(ValueError, match="two rules have the code NE001"):
        documented("NE001", "again", "error", "Again.")


def test_rules_name_what_there_is() -> None:
    """In a set of words that has a field or a value of a vocabulary, all are such."""
    known: set[str] = set()
    for definition in json_schema()["$defs"].values():
        known |= {*definition.get("properties", ()), *definition.get("examples", ())}
        known |= {*definition.get("enum", ())} - {*COUNTRY_CODES}
    modules = [import_module(f"newsevents.rules.{module.name}") for module in iter_modules(rules.__path__)]
    sets = [
        (name, words)
        for module in modules
        for name, words in vars(module).items()
        if isinstance(words, frozenset) and name != "_GENERIC" and not words.isdisjoint(known)  # names of places
    ]
    assert len({name for name, _ in sets}) > 20
    assert {name: sorted(words - known) for name, words in sets if not words <= known} == {}
