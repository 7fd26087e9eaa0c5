"""What our source must not hold, as functions over its text, so that each can be shown to catch what it is for."""

import ast
import re
from collections.abc import Callable, Iterator

#: Runs, unpacks or loads what was put together elsewhere.
RUNS_CODE = {"eval", "exec", "compile", "__import__"}
UNPACKS = {"pickle", "marshal", "shelve", "dill", "yaml", "jsonpickle"}
STARTS = {"subprocess", "pty", "commands"}
ASKS_OTHERS = {"requests", "httpx", "aiohttp", "urllib3", "http", "socket", "ftplib", "telnetlib", "smtplib", "ldap3"}
RAW_SQL = {"raw", "extra", "RawSQL", "executescript"}
TYPED = ("POST", "GET", "FILES", "cleaned_data")

IN_SCRIPTS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\bFunction\(|setTimeout\(['\"`]|postMessage|"
    r"addEventListener\(['\"]message|localStorage|sessionStorage|indexedDB|document\.cookie|__proto__|"
    r"\[\w+\]\[\w+\]\s*=[^=]|Object\.assign\(|javascript:|importScripts"
)
IN_PAGES = re.compile(r"<(?:object|embed|applet|iframe|frame|base)\b", re.I)
ELSEWHERE = re.compile(
    r"""(?:src|srcset|action|formaction|poster|data)\s*=\s*["'](?:https?:)?//|url\(\s*["']?https?:|@import"""
)


def imports(source: str) -> Iterator[str]:
    """Full names of what is imported, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported(source: str, names: set[str]) -> list[str]:
    return [name for name in imports(source) if name.split(".")[0] in names or name in names]


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    """(full name, call), as it is written: `os.system`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def called(source: str, wrong: Callable[[str, ast.Call], bool]) -> list[str]:
    return [f"line {node.lineno}: {ast.unparse(node)[:90]}" for name, node in calls(source) if wrong(name, node)]


def last(name: str) -> str:
    return name.rsplit(".", 1)[-1]


def runs_code(source: str) -> list[str]:
    bare = called(source, lambda name, _: name in RUNS_CODE)
    return bare + imported(source, UNPACKS)


def starts_programs(source: str) -> list[str]:
    of_os = called(source, lambda name, _: re.fullmatch(r"os\.(system|popen|exec\w+|spawn\w+|posix_spawn\w*)", name))
    shell = called(source, lambda _, node: any(one.arg == "shell" for one in node.keywords))
    return of_os + shell + imported(source, STARTS)


def asks_others(source: str) -> list[str]:
    return imported(source, ASKS_OTHERS | {"urllib.request"})


def raw_sql(source: str) -> list[str]:
    return called(source, lambda name, _: last(name) in RAW_SQL or name.endswith("cursor.execute"))


def guessed(source: str) -> list[str]:
    return [name for name in imports(source) if name.split(".")[0] == "random"]


def weak_hashes(source: str) -> list[str]:
    return called(source, lambda name, _: re.fullmatch(r"hashlib\.(?!sha256|blake2b)\w+", name))


def templates_of_words(source: str) -> list[str]:
    return called(source, lambda name, _: last(name) in {"from_string", "Template"} or last(name) == "Formatter")


def fills_typed_sentences(source: str) -> list[str]:
    """`.format`, `%` or `format_map` on something that may have been typed: a sentence of ours is a constant."""
    return called(
        source,
        lambda name, node: (
            last(name) == "format_map"
            or (last(name) == "format" and re.match(r"(?![A-Z_]+\b).*(POST|GET|cleaned_data|request|form\.data)", name))
        ),
    )


def patterns_of_words(source: str) -> list[str]:
    """A pattern is a constant of ours, or made of constants."""

    def wrong(name: str, node: ast.Call) -> bool:
        if not re.fullmatch(r"re\.(compile|search|match|fullmatch|sub|subn|split|findall|finditer)", name):
            return False
        names = {part.id for part in ast.walk(node.args[0]) if isinstance(part, ast.Name)} - {"re"}
        return any(not one.isupper() and one != "d" for one in names)

    return called(source, wrong)


def paths_of_names(source: str) -> list[str]:
    """A file's name as somebody sent it, or a path made from what was typed."""
    tree = ast.parse(source)
    named = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "name" and "file" in ast.unparse(node.value).lower()
    ]
    opened = called(
        source,
        lambda name, node: (
            name in {"open", "Path", "os.open", "os.path.join"} and any(word in ast.unparse(node) for word in TYPED)
        ),
    )
    return named + opened


def leads_where_it_was_told(source: str) -> list[str]:
    """`redirect(request.GET["next"])` and the like, unless the same function asks whether it is one of ours."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and "url_has_allowed_host_and_scheme" not in ast.unparse(function):
            for name, node in calls(ast.unparse(function)):
                leads = last(name) in {"redirect", "HttpResponseRedirect", "HttpResponsePermanentRedirect"}
                if leads and any(word in ast.unparse(node) for word in ("request.GET", "request.POST", "META")):
                    found.append(ast.unparse(node)[:90])
    return found


def takes_every_field(source: str) -> list[str]:
    """A form that takes whatever its model has, or all but a few."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) in {"fields", "exclude"}
        and (ast.unparse(node.targets[0]) == "exclude" or "__all__" in ast.unparse(node.value))
    ]


def marks_as_safe(source: str) -> list[str]:
    return called(source, lambda name, _: last(name) in {"mark_safe", "SafeString", "SafeText", "mark_for_escaping"})
