"""Write `tools/public_api.txt`: every public name with its signature, fields and types, as the source has them.

A change of what users can see is a change of that file, so that no review misses it. Run it with
`python tools/generate_api_snapshot.py`; the checks run it with `--check`, which writes nothing and fails where the
file differs.
"""

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
SNAPSHOT = Path(__file__).parent / "public_api.txt"
FACES = ("newsevents", "newsevents.testing")
_HEAD = "# The public API. tools/generate_api_snapshot.py writes this; a change here is one that users see.\n"


def parse(module: str) -> ast.Module:
    """Return the tree of a module or package."""
    path = SOURCE.joinpath(*module.split("."))
    return ast.parse((path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8"))


def statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements, those under a condition or in a context included."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.If | ast.Try | ast.With):
            yield from statements(statement.body)


def imports(module: str) -> dict[str, str]:
    """Return from which module of the library each name is imported."""
    found: dict[str, str] = {}
    for statement in statements(parse(module).body):
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("newsevents"):
            found |= {name.asname or name.name: str(statement.module) for name in statement.names}
    return found


def public_names(module: str) -> list[str]:
    """Return what a module's `__all__` holds."""
    for statement in parse(module).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=names)):
                return [str(ast.literal_eval(name)) for name in names]
    raise SystemExit(f"{module} has no __all__")


def definitions(name: str, module: str) -> tuple[str, list[ast.stmt]]:
    """Return where a name is defined, and how: a function may be so several times."""
    found = [statement for statement in statements(parse(module).body) if name in _defined(statement)]
    return (module, found) if found else definitions(name, imports(module)[name])


def _defined(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
    return []


def _signature(function: ast.FunctionDef, indent: str) -> Iterator[str]:
    for decorator in function.decorator_list:
        yield f"{indent}@{ast.unparse(decorator)}"
    returned = f" -> {ast.unparse(function.returns)}" if function.returns else ""
    yield f"{indent}def {function.name}({ast.unparse(function.args)}){returned}"


def _members(class_: ast.ClassDef) -> Iterator[str]:
    """Yield the public attributes and methods of a class; `__init__` is how it is made."""
    for member in class_.body:
        match member:
            case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
                yield f"    {ast.unparse(member)}"
            case ast.FunctionDef(name=name) if name == "__init__" or not name.startswith("_"):
                yield from _signature(member, "    ")


def entry(name: str, module: str) -> tuple[list[str], list[str]]:
    """Return the lines on a name, and which classes it is made from."""
    home, found = definitions(name, module)
    lines = [f"{home}.{name}"]
    bases: list[str] = []
    for statement in found:
        if isinstance(statement, ast.ClassDef):
            bases = [base.id for base in statement.bases if isinstance(base, ast.Name)]
            written = ", ".join(map(ast.unparse, [*statement.bases, *statement.keywords]))
            lines += [f"  class {name}({written})", *_members(statement)]
        elif isinstance(statement, ast.FunctionDef):
            lines += _signature(statement, "  ")
        else:
            lines.append(f"  {ast.unparse(statement)}")
    known = imports(home)
    return lines, [f"{known[base]}.{base}" for base in bases if base in known]


def snapshot() -> str:
    """Return the whole text: the names of each face, then the classes below them that have no public name."""
    parts = [_HEAD]
    todo: list[str] = []
    told: set[str] = set()
    for face in FACES:
        parts.append(f"## {face}\n")
        for name in public_names(face):
            lines, bases = entry(name, face)
            told.add(lines[0])
            todo += bases
            parts.append("\n".join(lines) + "\n")
    parts.append("## inherited from\n")
    for place in todo:
        module, _, name = place.rpartition(".")
        lines, bases = entry(name, module)
        todo += bases
        if lines[0] not in told:
            told.add(lines[0])
            parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def main() -> int:
    """Write the file, or with `--check` say whether it differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the file differs")
    text = snapshot()
    if not parser.parse_args().check:
        SNAPSHOT.write_text(text, "utf-8")
    elif not SNAPSHOT.exists() or SNAPSHOT.read_text("utf-8") != text:
        print(
            f"{SNAPSHOT.name} is not what the source says: run tools/{Path(__file__).name} and look at the difference"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
