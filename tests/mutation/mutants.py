"""The mutants: each a module with one small fault, by the operators of mutmut.

mutmut itself runs its mutants through a switch in each function, so it leaves out decorated functions, which every rule
is, and the tables outside of functions. Here every mutant is a module of its own: only annotations and docstrings are
left alone, and the arguments of `len` and `isinstance`, as there.
"""

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

_LEFT_ALONE = frozenset({"len", "isinstance"})


@dataclass(frozen=True)
class Mutant:
    """A module with one fault."""

    path: Path
    lines: range
    """The lines of what is replaced."""
    scope: range
    """The lines of the innermost function around it; empty where it is run on import."""
    _module: cst.Module
    _node: cst.CSTNode
    _changed: cst.CSTNode

    def text(self) -> str:
        """Return the text of the module with the fault."""
        changed = self._module.deep_replace(self._node, self._changed)
        if not isinstance(changed, cst.Module):
            raise TypeError(f"the replaced node is the whole of {self.path}")
        return changed.code

    def difference(self) -> str:
        """Return the lines that differ, as a diff without context."""
        diff = unified_diff(self._module.code.splitlines(), self.text().splitlines(), lineterm="", n=0)
        return "\n".join(line for line in list(diff)[2:] if not line.startswith("@@"))


class _Collector(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[range, range, cst.CSTNode, cst.CSTNode]] = []
        self._scopes = [range(0)]
        self._lines = range(0)

    def on_visit(self, node: cst.CSTNode) -> bool:
        match node:
            case cst.Annotation():
                return False
            case cst.Call(func=cst.Name(value=name)) if name in _LEFT_ALONE:
                return False
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))]):
                return False
        # Some nodes, such as operators, have no place of their own.
        place = self.get_metadata(PositionProvider, node, None)
        if place is not None:
            self._lines = range(place.start.line, place.end.line + 1)
        if isinstance(node, cst.FunctionDef):
            self._scopes.append(self._lines)
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self.found += [(self._lines, self._scopes[-1], node, changed) for changed in operator(node)]
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.FunctionDef):
            self._scopes.pop()


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a module, in the order of its text."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text("utf-8")))
    collector = _Collector()
    wrapper.visit(collector)
    return [Mutant(path, lines, scope, wrapper.module, *nodes) for lines, scope, *nodes in collector.found]
