"""Hypothesis strategies for every model, derived from the models themselves. Needs `newsevents[testing]`.

Whatever they give is valid, but for `invalid_dossiers`, where one thing is wrong and it is said which. They shrink to
few records with few fields and short words. Hypothesis finds them by itself: `st.from_type(Gift)` needs no import of
`newsevents.testing`.

```python
from hypothesis import given
from newsevents import Gift
from newsevents.testing import dossiers, from_model, invalid_dossiers


@given(from_model(Gift))
def test_gift_is_shown(gift): ...


@given(dossiers())
def test_dossier_is_stored(dossier): ...


@given(invalid_dossiers("NE301"))
def test_misquoted_source_is_refused(invalid): ...
```
"""

from newsevents.errors import MissingExtraError

try:
    from newsevents.testing._dossier import dossiers, records
    from newsevents.testing._invalid import UNREACHED, InvalidDossier, invalid_dossiers
    from newsevents.testing._model import from_model, values
    from newsevents.testing._plugin import register
except ModuleNotFoundError as _error:
    if _error.name != "hypothesis":
        raise
    raise MissingExtraError("strategies need hypothesis: pip install 'newsevents[testing]'") from _error

__all__ = [
    "UNREACHED",
    "InvalidDossier",
    "dossiers",
    "from_model",
    "invalid_dossiers",
    "records",
    "register",
    "values",
]
