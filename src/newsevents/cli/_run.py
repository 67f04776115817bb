"""A run of `newsevents validate`: settings, files, findings, reports, exit status."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import get_args

from newsevents.cli._check import Checked, KilledError, Wish, checked
from newsevents.cli._config import ConfigError, Settings, settings
from newsevents.cli._files import STDIN, Input, Search, is_folder
from newsevents.cli._interruption import Interruption
from newsevents.cli._options import merged
from newsevents.cli._output import UnwritableError, whole_file
from newsevents.cli._progress import Progress
from newsevents.cli._source import SourceLines
from newsevents.cli._stdin import stdin_file
from newsevents.cli.report._make import Manner, make
from newsevents.cli.report._reporter import Reporter, Summary
from newsevents.errors import MissingExtraError, UnknownRuleError, UnreadableFileError
from newsevents.files._format import Format, kind_of
from newsevents.files._limit import MAX_SIZE
from newsevents.findings import Level
from newsevents.rules._select import ALWAYS, Selection

__all__ = ["run"]

_LEVELS: tuple[Level, ...] = get_args(Level)
_UNNAMED = "<stdin>"


def run(options: argparse.Namespace) -> int:
    """Check what *options* say, report it and return the exit status."""
    try:
        wanted = merged(options, Settings() if options.no_config else settings(options.config))
        Selection(wanted.select, wanted.ignore, wanted.levels)
    except (ConfigError, UnknownRuleError) as error:
        return _wrong_use(str(error))
    if not wanted.paths:
        options.fail("the following arguments are required: PATH (and no settings name paths)")
    if wanted.texts is not None and not is_folder(wanted.texts):
        return _wrong_use(f"{wanted.texts} is no folder of texts")
    for code in sorted(ALWAYS & {*wanted.ignore, *wanted.levels}):
        sys.stderr.write(f"newsevents: {code} is always reported, at its own level\n")
    search = Search(wanted.exclude, wanted.folder, options.output)
    inputs = list(search.files(wanted.paths))
    for path in search.empty:
        _wrong_use(f"no data file found below {path}")
    if not inputs:
        return 2
    if search.writes_over(inputs):
        return _wrong_use(f"{options.output} is a file to check; write the report to another")
    try:
        return _check(options, wanted, inputs, 2 if search.empty else 0)
    except (KilledError, MissingExtraError, UnreadableFileError, UnwritableError) as error:
        return _wrong_use(str(error))


def _check(options: argparse.Namespace, wanted: Settings, inputs: Sequence[Input], status: int) -> int:
    """Check *inputs*, write the reports and return the exit status, at least *status*."""
    fail_on = wanted.fail_on or "error"
    failing = frozenset(_LEVELS[: _LEVELS.index(fail_on) + 1] if fail_on in _LEVELS else ())
    manner = Manner(options.columns, options.color, failing, SourceLines())
    summary = Summary()
    with ExitStack() as stack:
        reports = _reports(options, manner, stack)
        wish = _wish(wanted)
        named = [_named(file, options.stdin_filename, wish, manner.lines, stack) for file in inputs]
        progress = Progress([file.name for file in named], wanted=not options.quiet)
        jobs = _jobs(wanted)
        with progress:
            if jobs == 1:
                # Otherwise when there are results: the bar has a thread, and processes must not be copied beside one.
                progress.show()
            for result in checked(named, wish, jobs, progress.advance):
                Interruption.check()
                if result.findings:
                    progress.hide()
                _pass_on(result, reports, summary)
                progress.show()
                progress.done(result.name)
        failed = any(summary.levels[level] for level in failing)
        summary.exit_status = 2 if summary.unreadable or status else int(failed)
        for report in reports:
            report.finish(summary)
    if not options.quiet:
        sys.stdout.flush()
        sys.stderr.write(f"{summary}\n")
    return summary.exit_status


def _reports(options: argparse.Namespace, manner: Manner, stack: ExitStack) -> list[Reporter]:
    if options.output is None:
        reports = [make(options.format, sys.stdout, manner)]
    else:
        file = stack.enter_context(whole_file(Path(options.output)))
        reports = [make("text", sys.stdout, manner), make(options.format, file, manner)]
    for report in reports:
        report.start()
    return reports


def _named(file: Input, stdin_name: str | None, wish: Wish, lines: SourceLines, stack: ExitStack) -> Input:
    """Return a file under the name that findings bear; the standard input is kept for as long as it is needed."""
    if file.name != STDIN:
        return file
    name = Path(stdin_name or _UNNAMED).as_posix()
    format: Format | None = None if stdin_name else "json"
    kind = kind_of(Path(name), format)
    try:
        in_lines = kind is not None and kind.format == "jsonl"
        kept = stack.enter_context(stdin_file(wish.max_size or MAX_SIZE, in_lines=in_lines))
    except OSError as error:
        return Input(name, f"cannot be read: {error.strerror or error}")
    lines.keep(name, kept)
    return Input(name, kept=kept, format=format)


def _pass_on(result: Checked, reports: Iterable[Reporter], summary: Summary) -> None:
    """Count what came of a file, and report it."""
    summary.files += 1
    for note in result.notes:
        summary.notes.setdefault(note, []).append(result.name)
    for report in reports:
        report.file(result.name)
    for finding in result.findings:
        summary.levels[finding.level] += 1
        summary.unreadable += finding.code == "NE001"
        for report in reports:
            report.finding(finding)


def _wish(wanted: Settings) -> Wish:
    return Wish(
        select=wanted.select,
        ignore=wanted.ignore,
        levels=tuple(wanted.levels.items()),
        texts=wanted.texts,
        max_size=wanted.max_size,
        all_rules=bool(wanted.all_rules),
        together=bool(wanted.together),
        range_jobs=wanted.jobs or os.cpu_count() or 1,
    )


def _jobs(wanted: Settings) -> int:
    return 1 if wanted.jobs is None else wanted.jobs or os.cpu_count() or 1


def _wrong_use(message: str) -> int:
    sys.stderr.write(f"newsevents: error: {message}\n")
    return 2
