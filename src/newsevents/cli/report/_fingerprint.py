"""Fingerprints: what a finding is known by from one run to the next, wherever its line has moved to."""

import hashlib
from collections import Counter

from newsevents._regex import regex
from newsevents.cli.report._reporter import relative, shown
from newsevents.findings import Finding

__all__ = ["Fingerprints"]

_NUMBER = regex(r"\A(?:/records)?/[0-9]+(?=/|\Z)")


class Fingerprints:
    """Makes fingerprints from path, code, record and JSON Pointer within the record; no two in one run are the same."""

    def __init__(self) -> None:
        """Start a run."""
        self._seen: Counter[bytes] = Counter()

    def of(self, finding: Finding) -> str:
        """Return the fingerprint of the next finding."""
        record = finding.record_id or ""
        # The number of a record that has an id changes when another one is put before it.
        pointer = _NUMBER.sub("", finding.pointer) if record else finding.pointer
        parts = (relative(finding.path or ""), finding.code, record, pointer)
        known = hashlib.sha256("\0".join(map(shown, parts)).encode()).digest()
        self._seen[known] += 1
        # Of several with the same pointer, the first keeps its fingerprint when others come after it.
        return hashlib.sha256(known + str(self._seen[known]).encode()).hexdigest()
