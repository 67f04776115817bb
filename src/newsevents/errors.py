"""The exceptions that this library raises.

```text
NewseventsError
├── ValidationError (a ValueError)          what was read breaks the model; carries all findings
│   └── UnreadableFileError (an OSError)    the file could not be read at all
└── MissingExtraError (an ImportError)      a part of the library is not installed; says which
```

Constructors (`Gift(…)`) and `model_validate` raise pydantic's own `ValidationError` instead.
"""

from collections.abc import Iterable

from newsevents.findings import Finding

__all__ = ["MissingExtraError", "NewseventsError", "UnreadableFileError", "ValidationError"]


class NewseventsError(Exception):
    """What every exception of this library is."""


class ValidationError(NewseventsError, ValueError):
    """What was read breaks the model; nothing of it was kept.

    Attributes:
        findings: Every fault found, in the order of the file.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep *findings*."""
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        """Return one line a finding."""
        return "\n".join(map(str, self.findings))


class UnreadableFileError(ValidationError, OSError):
    """The file could not be read at all (finding `NE001`); the operating system's own error is its `__cause__`."""


class MissingExtraError(NewseventsError, ImportError):
    """A part of the library that was asked for needs an extra that is not installed."""
