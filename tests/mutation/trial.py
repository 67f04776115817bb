"""Trials: the tests in a process of their own, a fork that has their tools loaded already but not the library."""

import gc
import importlib
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import find_spec, spec_from_loader
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import coverage
import pytest
from tests.mutation.mutants import Mutant

TESTS = (
    "tests/unit/values",
    "tests/unit/rules",
    "tests/unit/test_corpus.py",
    "tests/unit/test_model.py",
    "tests/unit/schema/test_export.py",
    "tests/unit/schema/test_profiles.py::test_published_files_are_what_the_models_export",
    "tests/properties/test_country.py",
    "tests/properties/test_normalize.py",
    "tests/properties/test_parse_money.py",
    "tests/properties/test_parse_when.py",
    "tests/properties/test_rules.py",
    "tests/properties/test_when.py",
)
_TOOLS = ("dateutil.parser", "dateutil.relativedelta", "hypothesis", "jsonschema", "pycountry", "pydantic", "yaml")
_OPTIONS = (
    *("-x", "-q", "--no-header", "--hypothesis-seed=0", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # hypothesis is loaded already, on purpose
)
_MEMORY = 4 << 30
VERDICTS = {0: "survived", 1: "failed", -signal.SIGKILL: "endless"}
"""What an exit status says; any other that the module could not even be imported."""


class Map(NamedTuple):
    """Which test runs which line, and how long a test takes."""

    seconds: dict[str, float]
    """By test, in the order in which they run."""
    runs: dict[str, dict[int, list[str]]]
    """The tests that run a line, by the path of the module and the line."""


def load_tools() -> Path:
    """Import what tests need beside the library; return the folder of the library."""
    # The library's own plugin of hypothesis would import it.
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    os.environ["HYPOTHESIS_PROFILE"] = "dev"
    for name in _TOOLS:
        importlib.import_module(name)
    spec = find_spec("newsevents")
    if spec is None or spec.origin is None or "newsevents" in sys.modules:
        raise RuntimeError("newsevents is not installed, or loaded too early to be mutated")
    gc.freeze()
    return Path(spec.origin).parent


def survey(folder: Path, answer: Path) -> Map:
    """Run all tests as they are, and return what each of them runs of a folder."""
    code = _in_fork(lambda: _survey(folder, answer), seconds=600, silent=False)
    if code != 0:
        raise RuntimeError(f"the tests fail as they are: {code}")
    seconds, runs = json.loads(answer.read_text("utf-8"))
    return Map(seconds, {path: {int(line): tests for line, tests in of.items()} for path, of in runs.items()})


def verdict(mutant: Mutant, folder: Path, tests: Sequence[str], seconds: float) -> str:
    """Say how tests, in their order, take a mutant of the library in *folder*: one of `VERDICTS`."""

    def run() -> int:
        module = ".".join((folder.name, *mutant.path.relative_to(folder).with_suffix("").parts))
        sys.meta_path.insert(0, _Instead(module, mutant.path, mutant.text()))
        files = sorted({test.partition("::")[0] for test in tests})
        return int(pytest.main([*_OPTIONS, *files], plugins=[_Chosen(tests), _Calm()]))

    return VERDICTS.get(_in_fork(run, seconds), "broken")


def _in_fork(run: Callable[[], int], seconds: float, *, silent: bool = True) -> int:
    """Run something in a fork, and return its exit status; a signal's number below zero if one ended it."""
    child = os.fork()
    if child == 0:
        code = 3
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            if silent:
                silence = os.open(os.devnull, os.O_RDWR)
                for stream in range(3):
                    os.dup2(silence, stream)
            code = run()
        except Exception:  # noqa: BLE001 (the fork must not go on as its parent; the exit status tells)
            traceback.print_exc()
        finally:
            os._exit(code)
    end = time.monotonic() + seconds
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        time.sleep(0.005)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._text, self.get_filename(fullname), "exec", dont_inherit=True)


class _Instead(MetaPathFinder):
    """Finds one module's other text where Python looks for the module."""

    def __init__(self, module: str, path: Path, text: str) -> None:
        self._module = module
        self._loader = _Loader(module, str(path), text)

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        return spec_from_loader(fullname, self._loader) if fullname == self._module else None


class _Calm:
    """The same examples each time; a fault is enough, the least one is not looked for."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        from hypothesis import Phase, settings  # noqa: PLC0415 (nothing of it before the environment is set)

        dev = settings.get_profile("dev")
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", dev, database=None, phases=phases)
        settings.load_profile("mutation")


class _Chosen:
    """Runs the tests that are named, in their order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._rank = {test: rank for rank, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self._rank]
        items[:] = sorted(chosen, key=lambda item: self._rank[item.nodeid])


class _Contexts:
    """Says which test runs, and keeps how long it took."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self._measured = measured
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._measured.switch_context(item.nodeid)
        start = time.perf_counter()
        result = yield
        self.seconds[item.nodeid] = time.perf_counter() - start
        self._measured.switch_context("")
        return result


def _survey(folder: Path, answer: Path) -> int:
    measured = coverage.Coverage(data_file=None, config_file=False, include=[f"{folder}/*"])
    measured.start()
    contexts = _Contexts(measured)
    code = int(pytest.main([*_OPTIONS, *TESTS], plugins=[contexts, _Calm()]))
    measured.stop()
    data = measured.get_data()
    runs: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for path in data.measured_files():
        for line, tests in data.contexts_by_lineno(path).items():
            runs[path][line] = [test for test in tests if test]
    answer.write_text(json.dumps([contexts.seconds, runs]), "utf-8")
    return code
