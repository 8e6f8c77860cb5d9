#!/usr/bin/env python3
"""Holds src/catalogue/data/aws/library-models.json against the libraries themselves.

    python3 tools/catalogue/library-models-verify.py DIR      # DIR holds the wheels of the versions that it names

Says which paths are not there any more and which calls take other parameters. Nothing of a library is run.
"""

import ast
import json
import sys
import zipfile
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "src/catalogue/data/aws/library-models.json"

# What takes parameters that reading does not tell: something assigned.
ANY = []

# How many re-exports and base classes a name is followed through.
DEPTH = 8


class Library:
    """The modules of a wheel, and behind them those of the other wheels, on which it may build."""

    def __init__(self, path, others):
        archives = [zipfile.ZipFile(one) for one in [path, *others]]
        self.names = {name: archive for archive in reversed(archives) for name in archive.namelist()}
        self.trees = {}

    def file(self, module):
        base = module.replace(".", "/")
        return next((name for name in (f"{base}.py", f"{base}/__init__.py") if name in self.names), None)

    def tree(self, module):
        if module not in self.trees:
            file = self.file(module)
            self.trees[module] = ast.parse(self.names[file].read(file).decode())
        return self.trees[module]

    def parameters(self, path):
        """The parameters of a function, a method or a construction; None if there is no such thing."""
        parts = path.split(".")
        for size in range(len(parts) - 1, 0, -1):
            if self.file(".".join(parts[:size])):
                return self.member(".".join(parts[:size]), parts[size:], 0)
        return None

    def member(self, module, parts, depth):
        if not parts or depth > DEPTH or self.file(module) is None:
            return None
        head, *rest = parts
        for node in statements(self.tree(module).body):
            found = None
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == head and not rest:
                found = names_of(node)
            elif isinstance(node, ast.ClassDef) and node.name == head:
                return self.method(module, node, rest, depth)
            elif isinstance(node, ast.Assign) and not rest and any(is_named(target, head) for target in node.targets):
                found = ANY
            elif isinstance(node, ast.ImportFrom):
                found = self.imported(module, node, parts, depth)
            if found is not None:
                return found
        return self.member(f"{module}.{head}", rest, depth + 1)

    def imported(self, module, node, parts, depth):
        """What `from … import` brings under the name."""
        package = module if self.file(module).endswith("__init__.py") else module.rpartition(".")[0]
        for _ in range(node.level - 1):
            package = package.rpartition(".")[0]
        origin = f"{package}.{node.module or ''}".rstrip(".") if node.level else node.module
        for alias in node.names:
            name = parts[0] if alias.name == "*" else alias.name
            if alias.name == "*" or (alias.asname or alias.name) == parts[0]:
                found = self.member(origin, [name, *parts[1:]], depth + 1)
                if found is None:
                    found = self.member(f"{origin}.{name}", parts[1:], depth + 1)
                if found is not None:
                    return found
        return None

    def method(self, module, node, rest, depth):
        """A method of a class or of its bases, also one that fsspec makes of an asynchronous one: cat_file of _cat_file."""
        name = rest[0] if rest else "__init__"
        for member in node.body:
            if isinstance(member, (ast.FunctionDef, ast.AsyncFunctionDef)) and member.name in (name, f"_{name}"):
                return names_of(member)
        if any(isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and part.attr == name for part in ast.walk(node)):
            return ANY
        for base in node.bases:
            base = base.value if isinstance(base, ast.Subscript) else base
            found = self.member(module, [base.id, *rest], depth + 1) if isinstance(base, ast.Name) else None
            if found is not None:
                return found
        return None if rest else []


def statements(body):
    """The statements of a body, those within `try` and `if` too."""
    for node in body:
        yield node
        for inner in ("body", "orelse", "finalbody"):
            if isinstance(node, (ast.If, ast.Try)):
                yield from statements(getattr(node, inner, []))


def is_named(target, name):
    return isinstance(target, ast.Name) and target.id == name


def names_of(function):
    listed = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
    return [argument.arg for argument in listed if argument.arg not in ("self", "cls")]


def main():
    [folder] = sys.argv[1:]
    document = json.loads(DATA.read_text("utf-8"))
    wrong = missing = checked = 0
    libraries = {}
    for fact in document["facts"]:
        _, name, version = document["sources"][fact["source"]]["url"].replace("@", "/").split("/")
        if name not in libraries:
            wheel = next(Path(folder).glob(f"{name.replace('-', '_')}-{version}-*.whl"), None)
            libraries[name] = Library(wheel, sorted(Path(folder).glob("*.whl"))) if wheel else None
        if libraries[name] is None:
            missing += 1
            continue
        checked += 1
        paths = [fact["id"].split(" ")[0], *fact.get("others", [])]
        found = next((listed for listed in map(libraries[name].parameters, paths) if listed is not None), None)
        stated = fact.get("parameters", "").split()
        # A class without a constructor of its own takes keywords that only its base, outside the wheel, or its code knows.
        if found is None or (found and found[: len(stated)] != stated):
            wrong += 1
            print(f"{fact['id']}: {'not there' if found is None else f'{stated} against {found}'}")
    print(f"{checked} models held against their library, {wrong} differ, {missing} without a wheel in {folder}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
