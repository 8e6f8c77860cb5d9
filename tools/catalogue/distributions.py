#!/usr/bin/env python3
"""Builds src/catalogue/data/python/distributions.json: import path -> PyPI distribution, beyond the cloud SDKs.

Nothing is downloaded. It reads what is there, and the same input gives the same bytes:

    python3 tools/catalogue/distributions.py --ranks TSV [--wheels FOLDER]... [--installed FOLDER]...
        [--typeshed CLONE] [--wolfi CLONE] [--pyodide CLONE] [--pants CLONE] [--repositories FOLDER] [--read YYYY-MM-DD]

--ranks         the most downloaded distributions: name in the first column, rank in the one whose title begins with
                "rank"; a name without a rank is left out, so that no look-alike gets in
--wheels        wheels, in the folder and below it; their file lists say which import paths they own
--installed     a site-packages folder; the RECORD of each distribution says the same
--typeshed      a clone of python/typeshed: stubs/DISTRIBUTION/IMPORT, tried against the distribution by its own tests
--wolfi         a clone of wolfi-dev/os: its recipes import what they have built from a named PyPI package
--pyodide       a clone of pyodide/pyodide-recipes: its recipes name the top level of what they build
--pants         a clone of pantsbuild/pants: the table of its dependency inference
--repositories  a folder of public repositories, for two things: a distribution whose pyproject.toml stands beside its
                src/ owns what is in there; and a name that one declares as a dependency and also imports, letter for
                letter (- and . as _), is the import name of that distribution

What an owner says (the files of a wheel, of an installed distribution or of its sources) counts before what others
say of it. The providers of Airflow follow a rule: apache-airflow-providers-a-b is airflow.providers.a.b.
A distribution of sdk-distributions.json is left to that dataset.
"""

import argparse
import ast
import builtins
import datetime
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import defaultdict
from pathlib import Path

from dataset_file import dataset, used_sources, write
from wheel_files import Installed, canonical, owned, wheels_below

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src/catalogue/data/python"

# Import paths that many distributions share: what lies below one belongs to somebody, the path itself to nobody.
SHARED = {
    "airflow.providers", "airflow.providers.apache", "airflow.providers.cncf", "airflow.providers.common", "airflow.providers.microsoft", "azure", "azureml", "backports", "databricks",
    "flask_ext", "google", "google.cloud", "jaraco", "jupyter_server_ext", "llama_index", "llama_index.embeddings", "llama_index.llms", "llama_index.readers", "llama_index.vector_stores", "mpl_toolkits",
    "opentelemetry", "opentelemetry.exporter", "opentelemetry.exporter.otlp", "opentelemetry.exporter.otlp.proto", "opentelemetry.instrumentation", "opentelemetry.propagators", "opentelemetry.util",
    "opentelemetry.exporter.prometheus_remote_write", "opentelemetry.opentelemetry", "opentelemetry.resource", "opentelemetry.resource.detector", "opentelemetry.sdk.extension", "opentelemetry.shim",
    "plone", "repoze", "ruamel", "sphinxcontrib", "sphinxext", "zope", "zc",
}  # fmt: skip

# What stands at the top of a wheel or of stubs by accident, besides tests and samples.
ACCIDENTS = {"management", "typings", "yapftests", "conftest"}

# Each path names every source that says so.
SOURCES = {
    "WHEELS": {"title": "file lists of wheels and of installed distributions", "url": "pkg:pypi"},
    "WOLFI": {"title": "Wolfi OS: what the recipes of Python packages import after building them", "url": "https://github.com/wolfi-dev/os"},
    "SOURCES": {"title": "source trees of distributions in public repositories", "url": "https://github.com/"},
    "TYPESHED": {"title": "typeshed: stubs of third-party distributions", "url": "https://github.com/python/typeshed"},
    "PYODIDE": {"title": "Pyodide recipes: the top level of what they build", "url": "https://github.com/pyodide/pyodide-recipes"},
    "PANTS": {"title": "Pants: default module mapping of its dependency inference", "url": "https://github.com/pantsbuild/pants"},
    "AIRFLOW": {"title": "Apache Airflow: naming of provider packages", "url": "https://airflow.apache.org/docs/apache-airflow-providers/"},
    "REPOSITORIES": {"title": "public repositories that declare the name as a dependency and import it", "url": "https://github.com/"},
}


def same_name(distribution):
    return re.sub(r"[-.]", "_", distribution)


def short(path):
    """An imported module as the path that a distribution owns: its first part, more inside shared namespaces."""
    parts = path.split(".")
    length = 1
    while ".".join(parts[:length]) in SHARED and length < len(parts):
        length += 1
    found = ".".join(parts[:length])
    known = found in SHARED or hasattr(builtins, found) or found in ACCIDENTS
    return None if known or not all(part.isidentifier() for part in parts[:length]) else found


def from_wheels(folders, installed):
    for folder in folders:
        for wheel in wheels_below(folder):
            with zipfile.ZipFile(wheel) as archive:
                yield canonical(wheel.name.split("-")[0]), owned(archive, SHARED)
    for folder in installed:
        for information in sorted(Path(folder).glob("*.dist-info")):
            if (information / "RECORD").is_file():
                yield canonical(information.name.split("-")[0]), owned(Installed(information), SHARED)


def from_wolfi(clone):
    """A recipe's `vars` name the PyPI package and, mostly, its import; its test imports one or more modules."""
    for recipe in sorted(clone.glob("py3-*.yaml")):
        text = recipe.read_text("utf-8")
        block = re.search(r"^vars:\n((?:[ #].*\n)+)", text, re.MULTILINE)
        names = dict(re.findall(r"^  ([\w-]+): *[\"']?([^\s\"'#]+)", block[1], re.MULTILINE)) if block else {}
        distribution = names.get("pypi-package")
        if distribution is None:
            continue
        fill = lambda word: re.sub(r"\$\{\{vars\.([\w-]+)\}\}", lambda found: names.get(found[1], "?"), word)
        imports = {fill(word) for word in re.findall(r"^ +import: *[\"']?([^\s\"'#]+)", text, re.MULTILINE)}
        first = re.search(r"^ +imports: *\|\n *(?:import|from) +([^\s,;]+)", text, re.MULTILINE)
        if not imports and first:
            imports = {fill(first[1])}
        yield canonical(distribution), {short(path) for path in imports} - {None}


def from_typeshed(clone):
    for folder in sorted((clone / "stubs").iterdir()):
        paths = set()
        for stub in folder.rglob("*.pyi"):
            parts = stub.relative_to(folder).with_suffix("").parts
            if parts[0] != "@tests":
                paths.add(short(".".join(part for part in parts if part != "__init__")))
        yield canonical(folder.name), paths - {None}


def from_pyodide(clone):
    for recipe in sorted((clone / "packages").glob("*/meta.yaml")):
        text = recipe.read_text("utf-8")
        name = re.search(r"^  name: *[\"']?([^\s\"'#]+)", text, re.MULTILINE)
        listed = re.search(r"^  top-level:\n((?:    +- .*\n)+)", text, re.MULTILINE)
        if name and listed and "pythonhosted.org" in text:
            yield canonical(name[1]), {short(path) for path in re.findall(r"- *[\"']?([^\s\"'#]+)", listed[1])} - {None}


def from_pants(clone):
    file = clone / "src/python/pants/backend/python/dependency_inference/default_module_mapping.py"
    for node in ast.parse(file.read_bytes()).body:
        if isinstance(node, ast.AnnAssign) and node.target.id == "DEFAULT_MODULE_MAPPING":
            for distribution, paths in ast.literal_eval(node.value).items():
                yield canonical(distribution), {short(path) for path in paths} - {None}


def from_airflow(ranks):
    start = "apache-airflow-providers-"
    for name in sorted(name for name in ranks if name.startswith(start)):
        yield name, {"airflow.providers." + name.removeprefix(start).replace("-", ".")}


class SourceTree:
    """The files below a src/ folder, read as if it were a wheel."""

    def __init__(self, folder):
        self.folder = folder

    def namelist(self):
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.py"))

    def read(self, name):
        return (self.folder / name).read_bytes()


def from_sources(folder):
    for manifest in sorted(folder.glob("*/**/pyproject.toml")):
        source = manifest.parent / "src"
        if not source.is_dir() or {"tests", "test", "fixtures", "examples"} & set(manifest.parts):
            continue
        try:
            name = tomllib.loads(manifest.read_text("utf-8")).get("project", {}).get("name")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            continue
        if isinstance(name, str):
            yield canonical(name), owned(SourceTree(source), SHARED)


def modules_of(file):
    """The first parts of what a module imports; none where it cannot be read."""
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


def from_repositories(folder):
    for repository in sorted(path for path in folder.iterdir() if path.is_dir()):
        command = ["node", str(ROOT / "src/cli/skyworthy.ts"), "dependencies", str(repository), "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            print(f"{repository.name}: {done.stderr.strip()[:100]}", file=sys.stderr)
            continue
        manifests = json.loads(done.stdout)["manifests"]
        declared = {one["name"] for manifest in manifests for one in manifest["dependencies"] if one["source"] == "index"}
        files = [path for path in repository.rglob("*.py") if path.is_file() and not path.is_symlink()]
        own = {path.stem for path in files} | {path.parent.name for path in files}
        imported = {module for path in files for module in modules_of(path)} - own - SHARED - sys.stdlib_module_names
        for name in sorted(declared):
            if same_name(name) in imported:
                yield name, {same_name(name)}


def ranks_in(table):
    with open(table, encoding="utf-8") as lines:
        column = next(at for at, title in enumerate(next(lines).rstrip("\n").split("\t")) if title.startswith("rank"))
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {canonical(row[0]): int(row[column]) for row in rows if row[column].isdigit()}


def is_public(path):
    """Nobody imports what begins with an underscore, and a compiler's own modules have no names."""
    parts = path.split(".")
    return not any(part.startswith("_") or part.endswith("__mypyc") for part in parts) and parts[0] not in ACCIDENTS


def gather(options, ranks):
    """Path -> distribution -> the sources that say so."""
    readers = [
        ("WHEELS", from_wheels(options.wheels, options.installed)),
        ("SOURCES", from_sources(options.repositories) if options.repositories else []),
        ("TYPESHED", from_typeshed(options.typeshed) if options.typeshed else []),
        ("WOLFI", from_wolfi(options.wolfi) if options.wolfi else []),
        ("PYODIDE", from_pyodide(options.pyodide) if options.pyodide else []),
        ("PANTS", from_pants(options.pants) if options.pants else []),
        ("AIRFLOW", from_airflow(ranks)),
        ("REPOSITORIES", from_repositories(options.repositories) if options.repositories else []),
    ]
    said = defaultdict(lambda: defaultdict(list))
    owners = defaultdict(set)
    for source, found in readers:
        for distribution, paths in found:
            if distribution not in ranks:
                continue
            if source in ("WHEELS", "SOURCES"):
                owners[distribution].add(source)
            for path in filter(is_public, paths):
                claims = said[path].get(distribution, [])
                refuted = source not in ("WHEELS", "SOURCES") and owners[distribution] and not owners[distribution] & set(claims)
                taken = source == "REPOSITORIES" and any(ranks[name] < ranks[distribution] for name in said[path])
                if refuted or taken:
                    print(f"{source}: {path} is not {distribution}'s", file=sys.stderr)
                elif source not in claims:
                    said[path][distribution] = [*claims, source]
    return {path: names for path, names in said.items() if names}


def joined(said):
    """Several paths of one distribution below a parent that is nobody's become that parent; longer paths of others stay."""
    for depth in range(max(path.count(".") for path in said), 0, -1):
        families = defaultdict(list)
        for path in [path for path in said if path.count(".") == depth and len(said[path]) == 1]:
            families[path.rpartition(".")[0], next(iter(said[path]))].append(path)
        for (parent, distribution), paths in sorted(families.items()):
            if len(paths) > 1 and parent not in SHARED and parent not in said:
                said[parent] = {distribution: sorted({source for path in paths for source in said[path][distribution]})}
        for (parent, distribution), paths in families.items():
            if parent in said and set(said[parent]) == {distribution}:
                for path in paths:
                    del said[path]
    return said


def settled(said, ranks, known, read):
    facts, same = [], defaultdict(set)
    for path in sorted(said):
        names = {name: sources for name, sources in said[path].items() if name not in known}
        if not names:
            continue
        # The distribution of the path's own name first, then by downloads.
        order = sorted(names, key=lambda name: (same_name(name) != path, ranks[name]))
        sources = sorted({source for name in order for source in names[name]})
        if len(order) == 1 and same_name(order[0]) == path:
            same[next(key for key in SOURCES if key in sources)].add(order[0])
        else:
            facts.append({"id": path, "distributions": order, "source": sources[0] if len(sources) == 1 else sources})
    sources = used_sources(SOURCES, facts, read, same)
    return sources, {key: sorted(same[key]) for key in SOURCES if key in same}, facts


def revision(clone):
    done = subprocess.run(["git", "-C", str(clone), "log", "-1", "--format=%h of %cs"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--ranks", type=Path, required=True)
    arguments.add_argument("--wheels", type=Path, action="append", default=[])
    arguments.add_argument("--installed", type=Path, action="append", default=[])
    for option in ("--typeshed", "--wolfi", "--pyodide", "--pants", "--repositories"):
        arguments.add_argument(option, type=Path)
    arguments.add_argument("--read", default=datetime.date.today().isoformat())
    options = arguments.parse_args()
    known = {fact["distribution"] for fact in json.loads((DATA / "sdk-distributions.json").read_text())["facts"]}
    ranks = ranks_in(options.ranks)
    sources, same, facts = settled(joined(gather(options, ranks)), ranks, known, options.read)
    for key, clone in (("TYPESHED", options.typeshed), ("WOLFI", options.wolfi), ("PYODIDE", options.pyodide), ("PANTS", options.pants)):
        if key in sources:
            sources[key]["title"] += f", at {revision(clone)}"
    text = dataset(
        "python/distributions",
        "Import path to PyPI distribution, beyond the cloud SDKs",
        sources,
        "same lists the distributions whose import name is their own name, with - and . as _, by the source that says so",
        same={key: " ".join(names) for key, names in same.items()},
        facts=facts,
    )
    write(DATA / "distributions.json", text)
    count = len({name for fact in facts for name in fact["distributions"]} | {name for names in same.values() for name in names})
    print(f"{len(facts)} import paths and {sum(map(len, same.values()))} same names, {count} distributions")


if __name__ == "__main__":
    main()
