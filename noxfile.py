"""The checks: one session each. ``nox`` runs what CI runs, ``nox -s lint`` only one of them."""

import os
import re
import shutil
import time
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = True
nox.options.reuse_venv = "yes"

PYTHONS = ["3.11", "3.12", "3.13"]
OLDEST, NEWEST = PYTHONS[0], PYTHONS[-1]
PROJECT = nox.project.load_toml("pyproject.toml")["project"]
PINNED = ("--constraint", "constraints.txt")
TWO_CORES = ("--numprocesses", "2", "--dist", "worksteal")
# Everything that holds Python code beside the library; a folder may have none yet.
CODE = [name for name in ("tests", "benchmarks", "tools", "examples", "docs") if any(Path(name).rglob("*.py"))]


@nox.session(python=NEWEST)
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*PINNED, "--group", "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session(python=NEWEST)
def imports(session: nox.Session) -> None:
    """Check that imports run down the floors."""
    session.install(*PINNED, "--group", "imports")
    session.run("lint-imports", env={"PYTHONPATH": "src"})


@nox.session(python=NEWEST)
def mypy(session: nox.Session) -> None:
    """Check the types of everything, strictly."""
    session.install(*PINNED, "--editable", ".[cli,testing]", "--group", "dev")
    session.run("mypy", "src", "noxfile.py", *CODE)


@nox.session(python=NEWEST)
def pyright(session: nox.Session) -> None:
    """Check the types of the library and of what its users write, strictly, with the other type checker."""
    session.install(*PINNED, "--editable", ".[cli,testing]", "--group", "typing")
    env = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    session.run("pyright", env=env)
    # A line for every module, and nothing to say unless a public name has a type that checkers may see differently.
    session.run("pyright", "--verifytypes", "newsevents", "--ignoreexternal", env=env, silent=True)


@nox.session(python=NEWEST)
def generated(session: nox.Session) -> None:
    """Check that what is generated is what the tools would write."""
    session.install(*PINNED, "--editable", ".", "--group", "generate")
    for tool in sorted(Path("tools").glob("generate_*.py")):
        session.run("python", str(tool), "--check")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on the built wheel; every branch must be reached."""
    session.install(*PINNED, f"newsevents[cli,testing] @ {_wheel(session)}", "--group", "test")
    # Many examples once are enough.
    _reach_every_branch(session, profile="ci" if session.python == NEWEST else "brief")


@nox.session(python=OLDEST)
def base(session: nox.Session) -> None:
    """Run the tests of the base installation, with no extra in sight."""
    session.install(*PINNED, ".", "pytest")
    session.run("pytest", "-m", "base", "tests/cli", *session.posargs)


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """Run the tests on the built wheel with the lowest dependencies that are allowed; every branch must be reached."""
    session.install(*PINNED, f"newsevents[cli,testing] @ {_wheel(session)}", "--group", "test")
    ranges = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    session.install(*(need.replace(">=", "==", 1) for needs in ranges for need in needs))
    _reach_every_branch(session, "-m", "not pinned", profile="brief")


def _wheel(session: nox.Session) -> str:
    """Build the wheel as an index would offer it, from the source distribution; return its address."""
    dist = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run_install("uv", "build", "--quiet", "--out-dir", str(dist), external=True)
    (wheel,) = dist.glob("*.whl")
    return wheel.as_uri()


def _reach_every_branch(session: nox.Session, *options: str, profile: str) -> None:
    """Run the tests in a profile of Hypothesis, and fail where a branch of the library is not reached."""
    # One data file a session: each must reach every branch by itself.
    env = {"COVERAGE_FILE": str(Path(session.create_tmp()) / "coverage"), "HYPOTHESIS_PROFILE": profile}
    session.run("coverage", "erase", env=env)
    session.run("coverage", "run", "-m", "pytest", *TWO_CORES, *options, *session.posargs, env=env)
    session.run("coverage", "combine", "--quiet", env=env)
    session.run("coverage", "report", env=env)


@nox.session(python=NEWEST)
def consumers(session: nox.Session) -> None:
    """Generate types for TypeScript, Go, Java and Python, and let programs that use them read and write dossiers."""
    session.install(*PINNED, ".[cli]", "pytest", "--requirement", "tests/consumers/requirements.txt")
    tools = _npm_install(session, "tests/consumers/package.json")
    session.run("pytest", "tests/consumers", *session.posargs, env={"CONSUMER_TOOLS": str(tools)})


@nox.session(python=NEWEST)
def examples(session: nox.Session) -> None:
    """Run the examples with everything that they need, and look at what they print and promise."""
    session.install(*PINNED, ".[cli]", "pytest", "jsonschema-rs", "--group", "examples")
    tools = _npm_install(session, "tests/consumers/package.json")
    env = {"CONSUMER_TOOLS": str(tools), "EXAMPLES": "1"}
    paths = ("tests/examples/test_readme.py", "tests/examples/test_programs.py")
    session.run("pytest", *paths, *session.posargs, env=env)


@nox.session(python=NEWEST)
def parity(session: nox.Session) -> None:
    """Compare the verdicts of models and validators on a hundred thousand texts; on more with `-- 1000000`."""
    session.install(*PINNED, ".[testing]", "jsonschema", "jsonschema-rs")
    tools = _npm_install(session, "tests/parity/package.json")
    session.run("python", "-m", "tests.parity", "--node", str(tools), *session.posargs)


@nox.session(python=NEWEST)
def llm(session: nox.Session) -> None:
    """Give the schemas for language models to the packages of providers; no provider is called."""
    session.install(*PINNED, ".", "pytest", "--requirement", "tests/llm/requirements.txt")
    session.run("pytest", "tests/llm", *session.posargs)


@nox.session(python=NEWEST)
def evolution(session: nox.Session) -> None:
    """Say what changed in the schema files since they were last committed, or since the last release."""
    session.install(*PINNED, ".")
    session.run("python", "tools/compare_published.py", *session.posargs)


def _npm_install(session: nox.Session, package: str) -> Path:
    """Install what a package.json names; return where."""
    tools = Path(session.create_tmp()).resolve() / "tools"
    tools.mkdir(exist_ok=True)
    shutil.copy(package, tools)
    quietly = ("--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
    session.run("npm", "install", "--prefix", str(tools), *quietly, external=True)
    return tools


@nox.session(python=NEWEST, default=False)
def fuzz(session: nox.Session) -> None:
    """Look for texts that break the readers or `fix`, for half an hour or as many seconds as told: `-- 300`."""
    session.install(*PINNED, ".[cli]", "--requirement", "tests/fuzz/requirements.txt")
    session.run("python", "-m", "tests.fuzz", session.create_tmp(), *session.posargs)


@nox.session(python=NEWEST, default=False)
def hooks(session: nox.Session) -> None:
    """Try the hook for pre-commit and the GitHub Action on a copy of this checkout."""
    session.install(*PINNED, "--group", "hooks")
    session.run("pytest", "tests/hooks", *session.posargs, env={"TEST_HOOKS": "1"})


@nox.session(python=NEWEST)
def docs(session: nox.Session) -> None:
    """Build the documentation, offline and without a warning, and run the examples in it."""
    session.install(*PINNED, ".[cli,testing]", "--group", "docs")
    for builder in ("html", "doctest"):
        strictly = ("--nitpicky", "--fail-on-warning", "--keep-going", "--fresh-env", "--quiet")
        session.run("sphinx-build", *strictly, "--builder", builder, "docs", f"docs/_build/{builder}")


@nox.session(python=NEWEST)
def build(session: nox.Session) -> None:
    """Build the distributions twice, byte for byte the same, and check what they say of themselves."""
    session.install(*PINNED, "--group", "build")
    built: list[dict[str, bytes]] = []
    # In another folder, on another day, with files that nobody else may read: none of it may show.
    for name, umask, day in (("one", 0o022, 0), ("the/other", 0o077, 1)):
        place = Path(session.create_tmp()).resolve() / name
        _copy_checkout(session, place / "copy")
        for path in (place / "copy").rglob("*"):
            path.chmod(path.stat().st_mode & ~umask)
            os.utime(path, (day * 86400 + time.time(),) * 2)
        before = os.umask(umask)
        session.run("python", "-m", "build", "--outdir", str(place / "dist"), str(place / "copy"), silent=True)
        os.umask(before)
        built.append({path.name: path.read_bytes() for path in sorted((place / "dist").iterdir())})
    if built[0] != built[1]:
        session.error("the distributions differ from one build to the next")
    for name, content in built[0].items():
        session.log(f"{name}: {len(content):,} bytes")
    session.run("twine", "check", "--strict", *(str(place / "dist" / name) for name in built[0]))


def _copy_checkout(session: nox.Session, place: Path) -> None:
    """Copy what git knows or would take, as it is now, into a new folder."""
    shutil.rmtree(place.parent, ignore_errors=True)
    files = session.run("git", "ls-files", "-z", "-co", "--exclude-standard", external=True, silent=True, log=False)
    for name in filter(os.path.isfile, str(files).split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, place / name)


@nox.session(python=OLDEST)
def readme(session: nox.Session) -> None:
    """Run the commands of the README as they stand there, each in an empty environment on a clean copy."""
    section = re.search(r"^## Try it\n(.*?)(?=^## |\Z)", Path("README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    commands = re.findall(r"^```sh\n(.+?)\n```$", section[1] if section else "", re.DOTALL | re.MULTILINE)
    if len(commands) != 2 or any("\n" in command for command in commands):  # noqa: PLR2004 (the README promises two)
        session.error('README.md needs two commands under "Try it", each a single line')
    for number, command in enumerate(commands):
        place = Path(session.create_tmp()).resolve() / str(number)
        _copy_checkout(session, place / "copy")
        session.run("python", "-m", "venv", str(place / "venv"))
        env = {
            "PATH": f"{place / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PIP_QUIET": "2",
            "PIP_REQUIRE_VIRTUALENV": "1",
            # The same command, with every core at work.
            "PYTEST_ADDOPTS": " ".join(TWO_CORES),
            "HYPOTHESIS_PROFILE": "brief",
        }
        with session.chdir(place / "copy"):
            session.run("bash", "-c", command, external=True, env=env)


@nox.session(python=NEWEST, default=False)
def mutation(session: nox.Session) -> None:
    """Put a thousand faults into `values/` and `rules/`, one at a time; nine in ten must be noticed."""
    session.install(*PINNED, ".[cli,testing]", "--group", "mutation")
    session.run("python", "-m", "tests.mutation", *session.posargs)


@nox.session(python=NEWEST, default=False)
def laws(session: nox.Session) -> None:
    """Try the laws on a hundred times as many examples."""
    session.install(*PINNED, ".[cli,testing]", "--group", "test")
    session.run("pytest", "tests/properties", *TWO_CORES, *session.posargs, env={"HYPOTHESIS_PROFILE": "nightly"})


@nox.session(python=NEWEST, default=False)
def bench(session: nox.Session) -> None:
    """Measure validation against bare models."""
    session.install(*PINNED, ".[cli,testing]")
    session.run("python", "benchmarks", *session.posargs)


@nox.session(python=OLDEST, default=False)
def lock(session: nox.Session) -> None:
    """Write constraints.txt anew, with the newest versions that the ranges allow."""
    session.install("uv")
    session.run(
        *("uv", "pip", "compile", "pyproject.toml", "--universal", "--upgrade", "--all-extras"),
        *("--group", "dev", "--group", "build", "--group", "hooks"),
        *("--no-annotate", "--no-header", "--no-emit-index-url"),
        *("--quiet", "--output-file", "constraints.txt"),
    )
