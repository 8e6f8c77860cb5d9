"""Which import paths a distribution owns, read from the list of its files."""

import re
from pathlib import Path

# Folders that some wheels ship beside their package by accident.
NOISE = {"tests", "test", "testing", "samples", "sample", "docs", "doc", "examples", "example", "scripts", "benchmarks", "build", "dist", "tools", "bin", "noxfile", "setup", "conftest", "stubs", "integ", "testsuite", "benchmark", "version"}


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


class Installed:
    """An installed distribution, read as if it were its wheel: the files of its RECORD."""

    def __init__(self, information):
        self.folder = information.parent
        lines = (information / "RECORD").read_text("utf-8").splitlines()
        self.names = [name for name in (line.split(",")[0] for line in lines) if not name.startswith(("..", "/"))]

    def namelist(self):
        return self.names

    def read(self, name):
        path = self.folder / name
        return path.read_bytes() if path.is_file() else b""


def is_stub(archive, path):
    """An __init__.py that only declares a namespace."""
    text = archive.read(path).decode("utf-8", "replace")
    code = "\n".join(line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    return not code or (len(code) < 1000 and ("extend_path" in code or "declare_namespace" in code))


def owned(archive, shared):
    """The import paths that a wheel (or an Installed) owns: the topmost that is no shared namespace."""
    files = [n for n in archive.namelist() if re.search(r"\.(py|pyi|so|pyd)$", n) and ".dist-info/" not in n and ".data/" not in n]
    files += [re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", n) for n in archive.namelist() if re.search(r"\.data/(purelib|platlib)/.*\.(py|pyi|so)$", n)]
    tree = {}
    for name in files:
        *folders, file = name.split("/")
        node = tree
        for folder in folders:
            node = node.setdefault(folder, {})
        node[file] = None
    roots = set()

    def visit(node, path):
        for key, below in node.items():
            stem = key.split(".")[0]
            if not path and (stem in NOISE or stem.startswith(("_", "."))):
                continue
            if below is None:
                if stem != "__init__" and not stem.startswith("_"):
                    roots.add(".".join([*path, stem]))
                continue
            if not key.isidentifier() or (path and key.startswith("_")):
                continue
            here = [*path, key]
            dotted = ".".join(here)
            inside = [k for k, v in below.items() if v is None and k.endswith((".py", ".pyi", ".so", ".pyd"))]
            code = [k for k in inside if k != "__init__.py"]
            init = "/".join([*path, key, "__init__.py"])
            bare = not code and ("__init__.py" not in inside or (init in archive.namelist() and is_stub(archive, init)))
            if dotted in shared or (bare and any(v is not None for v in below.values())):
                visit(below, here)
            else:
                roots.add(dotted)

    visit(tree, [])
    # A stub chain may hold only tests; and a parent already owned covers what is below it.
    roots = {r for r in roots if r.split(".")[-1] not in NOISE}
    return {r for r in roots if not any(r.startswith(other + ".") for other in roots)}


def wheels_below(folder):
    """The wheels in a folder and below it, in order."""
    return sorted(Path(folder).rglob("*.whl"))
