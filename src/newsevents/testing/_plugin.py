"""What Hypothesis runs when it is imported: it learns for which types there are strategies, and makes none yet.

This module must not import the package above it by name: whoever imports that first is in the midst of it here.
"""

from contextlib import suppress
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy
from typing_extensions import TypeAliasType

import newsevents
from newsevents._model import Model

__all__ = ["register"]


def register() -> None:
    """Make `hypothesis.strategies.from_type` use these strategies for the public models and the aliases of values.

    Hypothesis calls it by itself where this package is installed, unless `HYPOTHESIS_NO_PLUGINS` is set. Aliases such
    as `CountryCode` need a version of Hypothesis that registers them (6.160 does).
    """
    for name in newsevents.__all__:
        kind: Any = getattr(newsevents, name)
        if isinstance(kind, type) and issubclass(kind, Model):
            st.register_type_strategy(kind, _strategy)
        elif isinstance(kind, TypeAliasType):
            # Before 6.160 some versions of Hypothesis know types only; `values` has strategies for aliases in all.
            with suppress(InvalidArgument):
                st.register_type_strategy(cast(Any, kind), _strategy)


def _strategy(kind: Any) -> SearchStrategy[Any]:
    from newsevents.testing import dossiers, from_model, records, values  # noqa: PLC0415  (when all is loaded)

    if not isinstance(kind, type):
        return values(kind)
    if issubclass(kind, newsevents.Dossier):
        return dossiers()
    return records(kind) if issubclass(kind, newsevents.Record) else from_model(cast(type[Model], kind))
