#!/usr/bin/env python3
"""Builds src/catalogue/data/python/stdlib-additions.json from the stubs of typeshed that two wheels of mypy hold.

    pip download --no-deps mypy==1.8.0        # stubs for 3.8 and newer
    pip download --no-deps mypy               # those of today, which leave out what old versions differ in
    python3 tools/catalogue/stdlib-additions.py mypy-1.8.0-*.whl mypy-*.whl [--read YYYY-MM-DD] [--python 3.9=PATH …]

A name counts from the version under whose condition its module defines it; what any stub defines without one is older. With
interpreters (`--python`), rows that these contradict are left out: a name that is there before, or not there then.
"""

import argparse
import ast
import datetime
import json
import re
import subprocess
import zipfile
from pathlib import Path

from dataset_file import dataset, write

OUTPUT = Path(__file__).resolve().parents[2] / "src/catalogue/data/python/stdlib-additions.json"
STDLIB = "mypy/typeshed/stdlib/"
OLDEST = (3, 8)


class Stubs:
    """The stubs of one wheel: module -> name -> the version from which it is there; (0, 0) for always."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.files = {}
        for name in self.archive.namelist():
            if name.startswith(STDLIB) and name.endswith(".pyi"):
                parts = name[len(STDLIB) : -len(".pyi")].split("/")
                self.files[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = name
        self.version = re.search(r"mypy-([\d.]+)", Path(path).name).group(1)
        self.since = {}
        for line in self.archive.read(STDLIB + "VERSIONS").decode().splitlines():
            found = re.match(r"([\w.]+): (\d+)\.(\d+)-", line)
            if found:
                self.since[found.group(1)] = (int(found.group(2)), int(found.group(3)))
        self.known = {}
        self.borrowed = set()  # (module, name) that a stub imports for its own use

    def module_since(self, module):
        while module not in self.since and "." in module:
            module = module.rpartition(".")[0]
        return self.since.get(module, (0, 0))

    def names(self, module):
        if module not in self.known:
            self.known[module] = {}
            tree = ast.parse(self.archive.read(self.files[module]))
            self.collect(module, tree.body, (0, 0), self.known[module])
        return self.known[module]

    def collect(self, module, body, since, names):
        def add(name, first=since):
            names[name] = min(names.get(name, first), first)

        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                add(node.target.id)
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        add(target.id)
            elif isinstance(node, ast.ImportFrom):
                self.collect_import(module, node, since, add)
            elif isinstance(node, ast.If):
                first, other = condition(node.test)
                if first is None:
                    self.collect(module, node.body, since, names)
                    self.collect(module, node.orelse, since, names)
                else:
                    self.collect(module, node.body, max(since, first), names)
                    self.collect(module, node.orelse, max(since, other), names)

    def collect_import(self, module, node, since, add):
        package = module if self.files[module].endswith("__init__.pyi") else module.rpartition(".")[0]
        base = ".".join(filter(None, [package, node.module])) if node.level == 1 else node.module
        for alias in node.names:
            if alias.name == "*" and base in self.files:
                for name, first in self.names(base).items():
                    if not name.startswith("_") and (base, name) not in self.borrowed:
                        add(name, max(since, first, self.module_since(base)))
            elif alias.asname == alias.name or alias.asname is not None and not alias.asname.startswith("_"):
                add(alias.asname)
            elif alias.name != "*":
                self.borrowed.add((module, alias.asname or alias.name))
                add(alias.asname or alias.name, (0, 0))  # never claimed as new


def condition(test):
    """The first versions of both branches of a condition; (None, None) where it is about something else."""
    if not (isinstance(test, ast.Compare) and ast.unparse(test.left) == "sys.version_info"):
        return None, None
    version = ast.literal_eval(test.comparators[0])[:2]
    if isinstance(test.ops[0], ast.GtE):
        return tuple(version), (0, 0)
    return ((0, 0), tuple(version)) if isinstance(test.ops[0], ast.Lt) else (None, None)


def additions(old, new):
    """Module -> (its own first version or None, {version: names})."""
    rows = {}
    for module in sorted(new.files):
        if any(part.startswith("_") for part in module.split(".")):
            continue
        own = new.module_since(module)
        if own >= OLDEST:
            rows[module] = (own, {})
            continue
        before = old.names(module) if module in old.files else {}
        names = {}
        for name, first in sorted({**new.names(module), **{k: v for k, v in before.items() if v >= OLDEST}}.items()):
            since = before.get(name, first)
            if since >= OLDEST and not name.startswith("_"):
                names.setdefault(since, []).append(name)
        if names:
            rows[module] = (None, names)
    return rows


def contradicted(rows, interpreters):
    """The (module, name) that an interpreter has too early or does not have in time."""
    asked = json.dumps([[module, [name for names in by.values() for name in names]] for module, (_, by) in rows.items()])
    code = (
        "import importlib, json, sys, warnings\nwarnings.simplefilter('ignore')\nfound = []\n"
        "for module, names in json.load(sys.stdin):\n"
        "    try: there = importlib.import_module(module)\n"
        "    except BaseException: continue\n"
        "    found.append([module, None])\n"
        "    found += [[module, name] for name in names if hasattr(there, name)]\n"
        "print(json.dumps(found))"
    )
    wrong = set()
    for version, python in interpreters.items():
        answer = subprocess.run([python, "-c", code], input=asked, capture_output=True, text=True, check=True)
        there = {(module, name) for module, name in json.loads(answer.stdout.splitlines()[-1])}
        for module, (own, by) in rows.items():
            if own is not None and ((module, None) in there) and version < own:
                wrong.add((module, None))
            for since, names in by.items():
                for name in names:
                    has = (module, name) in there
                    if (has and version < since) or (not has and version == since and (module, None) in there):
                        wrong.add((module, name))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    parser.add_argument("--python", action="append", default=[])
    options = parser.parse_args()
    old, new = Stubs(options.old), Stubs(options.new)
    rows = additions(old, new)
    given = dict(pair.split("=", 1) for pair in options.python)
    wrong = contradicted(rows, {tuple(map(int, version.split("."))): path for version, path in given.items()})
    print(f"left out: {sorted(f'{module}.{name}' for module, name in wrong)}")
    facts = []
    for module, (own, by) in rows.items():
        if (module, None) in wrong:
            continue
        names = {
            f"{since[0]}.{since[1]}": " ".join(name for name in kept if (module, name) not in wrong)
            for since, kept in sorted(by.items())
            if any((module, name) not in wrong for name in kept)
        }
        if own is not None or names:
            facts.append({"id": module, "source": "NEW" if own else ["OLD", "NEW"], "since": f"{own[0]}.{own[1]}" if own else None, "names": names})
    sources = {
        key: {"title": f"mypy {stubs.version}: the stubs of typeshed for the standard library", "url": f"pkg:pypi/mypy@{stubs.version}", "read": options.read}
        for key, stubs in {"OLD": old, "NEW": new}.items()
    }
    title = "Modules and names that CPython added to its standard library since 3.8"
    write(OUTPUT, dataset("python/stdlib-additions", title, sources, facts=facts))


if __name__ == "__main__":
    main()
