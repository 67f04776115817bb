"""The report in SARIF 2.1.0 (OASIS), which code scanners exchange; columns count UTF-16 code units there."""

import json
from importlib.metadata import version
from typing import Any

from newsevents.cli.report._fingerprint import Fingerprints
from newsevents.cli.report._reporter import Reporter, Summary, Write, shown, uri
from newsevents.findings import Finding, Level
from newsevents.rules._rule import RULES, Rule

__all__ = ["SarifReport"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}


class SarifReport(Reporter):
    """Writes one run: all rules, then the results as they come, then how it ended."""

    def __init__(self, write: Write) -> None:
        """Write with *write*."""
        self._write = write
        self._separator = "\n"
        self._fingerprints = Fingerprints()
        self._indexes = {code: index for index, code in enumerate(sorted(RULES))}

    def start(self) -> None:
        """Write what stands before the results."""
        driver = {
            "name": "newsevents",
            "version": version("newsevents"),
            "rules": [_rule(RULES[code]) for code in sorted(RULES)],
        }
        base = {"description": {"text": "The folder in which the command ran."}}
        head = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "originalUriBaseIds": {_ROOT: base}}
        self._write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{_text(head)[:-1]}, "results": [')

    def finding(self, finding: Finding) -> None:
        """Write a result on a line of its own."""
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self._indexes[finding.code],
            "level": _LEVELS[finding.level],
            "message": {"text": shown(finding.message)},
            "locations": [_location(finding)],
            "partialFingerprints": {"newsevents/v1": self._fingerprints.of(finding)},
        }
        self._write(self._separator + _text(result))
        self._separator = ",\n"

    def finish(self, summary: Summary) -> None:
        """Write how the run ended."""
        invocation = {"executionSuccessful": not summary.unreadable, "exitCode": summary.exit_status}
        self._write(f'\n], "invocations": [{_text(invocation)}]}}]}}\n')


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.sections.get("What it does") or rule.summary},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _location(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(finding.path or "")}
    if finding.line is not None:
        region = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
        }
        place["region"] = {name: number for name, number in region.items() if number is not None}
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": shown(finding.pointer)}]
    return location


def _artifact(path: str) -> dict[str, str]:
    found = uri(path)
    return {"uri": found} if found.startswith("file:") else {"uri": found, "uriBaseId": _ROOT}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
