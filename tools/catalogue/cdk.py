#!/usr/bin/env python3
"""Builds src/catalogue/data/aws/cdk.json: what constructs of the AWS CDK become in CloudFormation.

Reads the wheel of aws-cdk-lib, which holds the assembly (.jsii: classes, their bases, the types of L1 constructs) and the
library's JavaScript, from which come the spelling of L1 properties, the properties that an L2 construct passes on to its
resource as they are, and the values behind enumerations.

    pip download --no-deps aws-cdk-lib -d FOLDER
    python3 tools/catalogue/cdk.py FOLDER/aws_cdk_lib-*.whl [--read YYYY-MM-DD]
"""

import argparse
import collections
import datetime
import gzip
import io
import json
import re
import tarfile
import zipfile
from pathlib import Path

OUTPUT = Path(__file__).resolve().parents[2] / "src/catalogue/data/aws/cdk.json"
UNITS = {"toSeconds": "seconds", "toMilliseconds": "milliseconds", "toMinutes": "minutes", "toHours": "hours",
         "toDays": "days", "toMebibytes": "mebibytes", "toGibibytes": "gibibytes", "toKibibytes": "kibibytes"}  # fmt: skip
PROPERTY = re.compile(r"\bprops\.(\w+)")


def snake(name):
    """The name that jsii gives a member in Python."""
    parted = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", re.sub(r"([a-z\d])([A-Z])", r"\1_\2", name))
    return parted.lower()


def pascal(name):
    return name[:1].upper() + name[1:]


def from_snake(name):
    """How an L1 property's Python name would be spelled in CloudFormation if it were regular."""
    return "".join(pascal(part) for part in name.split("_"))


def closing(text, start):
    """The index behind the bracket that closes the one at `start`."""
    depth, at, quote = 0, start, None
    while at < len(text):
        character = text[at]
        if quote:
            if character == "\\":
                at += 1
            elif character == quote:
                quote = None
        elif character in "\"'`":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(text)


def entries(literal):
    """The entries of an object literal (with its braces): name and expression."""
    at, begin, body = 1, 1, literal[:-1]
    parts = []
    while at <= len(body):
        if at == len(body) or body[at] == ",":
            parts.append(body[begin:at])
            at += 1
            begin = at
        elif body[at] in "([{":
            at = closing(body, at)
        elif body[at] in "\"'`":
            end = at + 1
            while end < len(body) and body[end] != body[at]:
                end += 2 if body[end] == "\\" else 1
            at = end + 1
        else:
            at += 1
    for part in parts:
        name, colon, expression = part.partition(":")
        if colon and re.fullmatch(r"\w+", name):
            yield name, expression


def mapped(literal, body, path=()):
    """Where an L2's properties go: (Python name, path in CloudFormation, unit or None)."""
    for name, expression in entries(literal):
        here = (*path, pascal(name))
        if expression.startswith("{"):
            yield from mapped(expression, body, here)
            continue
        nested = re.fullmatch(r"props\.(\w+)\?(\{.*\}):void 0", expression)
        if nested:
            yield from mapped(nested[2], body, here)
            continue
        kept = re.match(r"this\.(\w+)$", expression)
        if kept:
            stored = "physicalName:" if kept[1] == "physicalName" else f"this.{kept[1]}="
            source = re.search(re.escape(stored) + r"props\.(\w+)(?=[,;}?)])", body)
            if source:
                yield snake(source[1]), here, None
            continue
        named = set(PROPERTY.findall(expression))
        if len(named) != 1 or re.search(r"\bthis\.|=>|===|render|Lazy|new\(", expression.replace("this.stack", "")):
            continue
        unit = next((UNITS[call] for call in re.findall(r"\.(to\w+)\(", expression) if call in UNITS), None)
        yield snake(named.pop()), here, unit


def constructs(text, types):
    """The L2 constructs of a JavaScript file: (fully qualified name, class of the L1, its properties)."""
    starts = [(match.start(), match[1]) for match in re.finditer(r'fqn:"(aws-cdk-lib\.[\w.]+)"', text)]
    found = {}
    for index, (start, name) in enumerate(starts):
        body = text[start : starts[index + 1][0] if index + 1 < len(starts) else len(text)]
        made = [match for match in re.finditer(r'new\([^"{]{0,60}?\.(Cfn\w+)\(this,"(\w+)",', body)]
        main = next((match for match in made if match[2] in ("Resource", "Default")), made[0] if len(made) == 1 else None)
        if main is None:
            continue
        props = {}
        if body[main.end()] == "{":
            for prop, path, unit in mapped(body[main.end() : closing(body, main.end())], body):
                props.setdefault(prop, ".".join(path) + (f":{unit}" if unit else ""))
        found[name] = (main[1], props)
    return found


def values(text):
    """Text behind the members of enumerations and of classes that stand for one: {class: {member: text}}."""
    found = collections.defaultdict(dict)
    for match in re.finditer(r'\b(\w+?)2?\.(\w+)="([^"\\]{1,80})"', text):
        if match[2].isupper() or re.fullmatch(r"[A-Z][A-Z0-9_]*", match[2]):
            found[match[1]][match[2]] = match[3]
    for match in re.finditer(r'\b(?:static )?([A-Z][A-Z0-9_]*)=(?:new (\w+)|(\w+)\.(?:of|override|custom))\("([^"\\]{1,80})"', text):
        found[match[2] or match[3]][match[1]] = match[4]
    return found


def spellings(text):
    """The irregular names of L1 properties of a generated file: {Python name: spellings in CloudFormation}."""
    found = collections.defaultdict(collections.Counter)
    for match in re.finditer(r'[{,]"?([A-Z]\w*)"?:[^{},]*?\(properties\.(\w+)\)', text):
        found[snake(match[2])][match[1]] += 1
    return found


def read_wheel(path):
    wheel = zipfile.ZipFile(path)
    name = next(name for name in wheel.namelist() if re.search(r"_jsii/aws-cdk-lib@.*\.jsii\.tgz$", name))
    archive = tarfile.open(fileobj=io.BytesIO(wheel.read(name)))
    assembly, files = None, {}
    for member in archive:
        if member.name == "package/.jsii.gz":
            assembly = json.loads(gzip.decompress(archive.extractfile(member).read()))
        elif re.match(r"package/(aws-[\w-]+|core|alexa-ask)/lib/.*\.js$", member.name):
            files[member.name.removeprefix("package/")] = archive.extractfile(member).read().decode()
    return assembly, files


def facts_of(assembly, files):
    types = assembly["types"]
    modules = collections.defaultdict(dict)
    for name, declared in types.items():
        kind = declared.get("docs", {}).get("custom", {}).get("cloudformationResource")
        if kind and declared["kind"] == "class" and "namespace" in declared:
            modules[declared["namespace"]][declared["name"]] = kind
    names = collections.defaultdict(collections.Counter)
    used, found = collections.defaultdict(dict), {}
    for file, text in files.items():
        if file.endswith(".generated.js"):
            for name, spelled in spellings(text).items():
                names[name].update(spelled)
            continue
        found.update(constructs(text, types))
        module = file.split("/")[0].replace("-", "_")
        for name, members in values(text).items():
            if f"aws-cdk-lib.{module}.{name}" in types or f"aws-cdk-lib.{name}" in types:
                used[f"{module}.{name}" if module != "core" else name].update(members)
    facts = []
    for module, classes in sorted(modules.items()):
        spaces = collections.Counter(kind.rsplit("::", 1)[0] for kind in classes.values())
        space = spaces.most_common(1)[0][0]
        others = {name: kind for name, kind in sorted(classes.items()) if kind != f"{space}::{name.removeprefix('Cfn')}"}
        facts.append({"id": module, "kind": "module", "namespace": space, **({"types": others} if others else {})})
    for name, (resource, props) in sorted(found.items()):
        module = name.split(".")[1] if name.count(".") > 1 else ""
        kind = modules.get(module, {}).get(resource)
        if kind:
            facts.append({"id": name.removeprefix("aws-cdk-lib."), "kind": "construct", "type": kind, "props": dict(sorted(props.items()))})
    known = {fact["id"] for fact in facts}
    for name, declared in sorted(types.items()):
        own = name.removeprefix("aws-cdk-lib.")
        base = declared.get("base", "").removeprefix("aws-cdk-lib.")
        if declared["kind"] != "class" or own in known or not base:
            continue
        above = base
        while above and above not in found and f"aws-cdk-lib.{above}" not in found:
            above = types.get(f"aws-cdk-lib.{above}", {}).get("base", "").removeprefix("aws-cdk-lib.")
        if above and above in known:
            facts.append({"id": own, "kind": "subclass", "base": above})
    for name, members in sorted(used.items()):
        if name.rsplit(".", 1)[-1] not in ("ResourceType", "BedrockFoundationModel") and "." in name or name in ("RemovalPolicy",):
            facts.append({"id": name + " values", "kind": "values", "values": dict(sorted(members.items()))})
    irregular = {name: counted.most_common(1)[0][0] for name, counted in sorted(names.items()) if counted.most_common(1)[0][0] != from_snake(name)}
    facts.append({"id": "property names", "kind": "names", "names": irregular})
    return facts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    options = parser.parse_args()
    assembly, files = read_wheel(options.wheel)
    version = assembly["version"]
    facts = [{**fact, "source": "LIBRARY"} for fact in facts_of(assembly, files)]
    source = {"title": f"aws-cdk-lib {version}, assembly and library", "url": f"pkg:pypi/aws-cdk-lib@{version}", "read": options.read}
    head = {"dataset": "aws/cdk", "title": "What constructs of the AWS CDK become in CloudFormation"}
    lines = ",\n".join("    " + json.dumps(fact, separators=(",", ":")) for fact in facts)
    text = "".join(f'  "{key}": {json.dumps(value)},\n' for key, value in head.items())
    OUTPUT.write_text(f'{{\n{text}  "sources": {{"LIBRARY": {json.dumps(source)}}},\n  "facts": [\n{lines}\n  ]\n}}\n')


if __name__ == "__main__":
    main()
