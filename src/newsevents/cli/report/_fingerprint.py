"""Fingerprints: what a finding is known by from one run to the next, wherever its line has moved to."""

import hashlib
from collections import Counter

from newsevents.cli.report._reporter import relative, shown
from newsevents.findings import Finding

__all__ = ["Fingerprints"]


class Fingerprints:
    """Makes fingerprints from path, code, record and JSON Pointer; no two in one run are the same."""

    def __init__(self) -> None:
        """Start a run."""
        self._seen: Counter[bytes] = Counter()

    def of(self, finding: Finding) -> str:
        """Return the fingerprint of the next finding."""
        # In JSON Lines the same pointer stands in every line.
        parts = (relative(finding.path or ""), finding.code, finding.record_id or "", finding.pointer)
        known = hashlib.sha256("\0".join(map(shown, parts)).encode()).digest()
        self._seen[known] += 1
        # Of several with the same pointer, the first keeps its fingerprint when others come after it.
        return hashlib.sha256(known + str(self._seen[known]).encode()).hexdigest()
