"""NE6, citations: regimes, provisions and bodies that the registry does not know."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from newsevents.errors import UnknownRegistryKeyError
from newsevents.records.organization import Organization
from newsevents.registry.lookup import body, find_instrument, find_provision, regime
from newsevents.rules._bearing import Bearings, assessing
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View


@rule("NE612", "unknown-to-registry", "info", alone=True)
def unknown_to_registry(view: View) -> Iterator[Found]:
    """The registry does not know the regime, a provision, or a body.

    ## What it does

    Looks up the `regime` and the `provisions` of assessments and sanctions actions, and the body that
    `identifiers.registry` of an organization names. Nothing that is not known is judged by another rule: of an unknown
    regime its provisions are not looked up either. A provision of an instrument that belongs to another regime is
    `NE603`.

    ## Why it matters

    It may be a slip of the pen, and it is as well to know that nothing was checked. The registry is small: it has the
    regimes of the Security Council, those of five others about North Korea, few paragraphs and few bodies. That it does
    not know one says nothing of whether there is one.

    ## Example

    ```yaml
    regime: UN-SC1719
    ```

    ## Use instead

    ```yaml
    regime: UN-SC1718
    ```

    ## Source

    The registry of this library; keys of regimes are those of the programs of OpenSanctions.
    """
    bearings = view.made(Bearings)
    for organization in view.of(Organization):
        if refusal := _refusal(body, organization.identifiers.get("registry")):
            yield Found(organization, "/identifiers/registry", f"{refusal}; nothing is checked against it")
    for record in assessing(view):
        if refusal := _refusal(regime, record.regime):
            yield Found(record, "/regime", f"{refusal}; nothing is checked against it")
            continue
        for bearing in bearings.named(record):
            if bearing.fault == "NE612":
                yield Found(
                    record, f"/provisions/{bearing.place}", f"{_missing(bearing.key)}; nothing is checked of it"
                )


@lru_cache(maxsize=1024)
def _refusal(find: Callable[[str], object], key: str | None) -> str | None:
    """Return why a key is none of the registry; `None` where it is one, or where there is none."""
    if key is None:
        return None
    try:
        find(key)
    except UnknownRegistryKeyError as error:
        return str(error)
    return None


def _missing(key: str) -> str:
    """Return what the registry lacks of a provision."""
    instrument, (_, _, paragraph) = find_instrument(key), key.partition("#")
    if instrument is None or not paragraph:
        return f"the registry has no provision {key!r}; provisions are written as S/RES/2397#7"
    meant = find_provision(f"{instrument.key}#{paragraph}")
    if meant is not None:
        return f"the registry has no provision {key!r}; did you mean {meant.key}?"
    return f"the registry has {instrument.symbol}, but no paragraph {paragraph!r} of it"
