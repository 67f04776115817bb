"""Hypothesis strategies for every model, derived from the models themselves. Needs `newsevents[testing]`.

Whatever they give is valid. They shrink to few records with few fields and short words.

```python
from hypothesis import given
from newsevents import Gift
from newsevents.testing import dossiers, from_model


@given(from_model(Gift))
def test_gift_is_shown(gift): ...


@given(dossiers())
def test_dossier_is_stored(dossier): ...
```
"""

from newsevents.errors import MissingExtraError

try:
    from newsevents.testing._dossier import dossiers, records, register
    from newsevents.testing._model import from_model, values
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise MissingExtraError("strategies need hypothesis: pip install 'newsevents[testing]'") from error

__all__ = ["dossiers", "from_model", "records", "register", "values"]
