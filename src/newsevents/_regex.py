"""Regular expressions that are compiled when they are first used: of the many that are loaded, a run needs some."""

import re
from typing import TYPE_CHECKING

__all__ = ["regex"]

if TYPE_CHECKING:
    regex = re.compile
else:

    class regex:  # noqa: N801  (stands for a function)
        """A pattern with the methods of `re.Pattern`."""

        def __init__(self, pattern, flags=0):  # noqa: ANN001, ANN204  (seen at run time only)
            self._source = pattern, flags

        def __getattr__(self, name):  # noqa: ANN001, ANN204
            # From then on found in the instance, as fast as in a pattern.
            self.__dict__[name] = method = getattr(re.compile(*self._source), name)
            return method
