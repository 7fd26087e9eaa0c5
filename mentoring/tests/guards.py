"""The house's rules as functions over source text, so that each can be shown to catch what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("mentoring", "schemes", "safeguarding", "matching", "evaluation")
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
MAY_WRITE = ("actions", "models", "transitions", "management", "migrations", "demo")
FILE_LINES, FUNCTION_LINES, TEMPLATE_LINES = 400, 50, 160


def source_files(*, tests: bool = False) -> Iterator[Path]:
    """Every Python file of the five rooms, migrations left out."""
    for room in ROOMS:
        for path in sorted((HOUSE / room).rglob("*.py")):
            inside = path.relative_to(HOUSE).parts
            if "migrations" not in inside and (tests or "tests" not in inside):
                yield path


def room_of(module: str) -> int | None:
    """How high a module stands in the house: 0 the ground; None outside it."""
    top = module.split(".")[0]
    return ROOMS.index(top) if top in ROOMS else None


def upward_imports(source: str, room: str) -> list[str]:
    """Modules imported from a room above `room`, also inside functions."""
    found = []
    for node in ast.walk(ast.parse(source)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module]
        found += [name for name in names if (room_of(name) or 0) > ROOMS.index(room)]
    return found


def calls(source: str) -> Iterator[tuple[int, ast.Attribute, ast.Call]]:
    """Every `something.name(...)` with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.lineno, node.func, node


def stray_writes(source: str) -> list[str]:
    """Calls that write rows: `.save()`, `.create()`, …; `.update(field=…)` with keywords only (a dict takes a dict)."""
    found = []
    for line, attribute, call in calls(source):
        receiver = ast.unparse(attribute.value)
        if receiver.startswith(("cache", "super()")):
            continue
        if attribute.attr == "save" and call.args:
            continue  # a file or a paper: a row's save takes keywords only
        is_update = attribute.attr == "update" and call.keywords and not call.args
        if attribute.attr in WRITES or is_update:
            found.append(f"line {line}: {receiver}.{attribute.attr}()")
    return found


def unscoped_rows(source: str) -> list[str]:
    """`Model.objects.anything` but `visible_to`: a view or form has no other way to a row."""
    tree = ast.parse(source)
    found = []
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr == "objects"
            and node.attr not in {"visible_to", "none"}
        ):
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def state_settings(source: str) -> list[str]:
    """Assignments to a `.state`: only `state_move` sets one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in ast.walk(ast.Tuple(elts=list(targets), ctx=ast.Load())) if targets else ():
            if isinstance(target, ast.Attribute) and target.attr == "state":
                found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def long_functions(source: str, limit: int = FUNCTION_LINES) -> list[str]:
    """Functions longer than the limit, docstring and decorators counted."""
    return [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno + 1 > limit
    ]


def may_write(path: Path) -> bool:
    """Actions write; so do managers, the one mover of states, commands and the demo (which call actions)."""
    return any(part.removesuffix(".py") in MAY_WRITE for part in path.relative_to(HOUSE).parts)
