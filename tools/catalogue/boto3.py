#!/usr/bin/env python3
"""Builds src/catalogue/data/aws/boto3/ from the botocore and boto3 wheels of PyPI.

    pip download --no-deps botocore boto3
    python3 tools/catalogue/boto3.py botocore-*.whl boto3-*.whl [--read YYYY-MM-DD]

Writes index.json (the services), methods.json (which services have a method) and services/NAME.json, one for each
service: its operations with their parameters, paginators, waiters and boto3's resource model. customizations.json,
which is made by hand, stays. The same wheels and day give the same bytes.

The names are those that botocore and boto3 give at run time: xform_name is taken out of the wheel, renamed and removed
methods out of botocore/handlers.py, and names of a resource that collide are renamed as boto3/resources/model.py does.
boto3-verify.py holds the result against the SDK itself.
"""

import argparse
import ast
import datetime
import gzip
import json
import re
import zipfile
from pathlib import Path

from dataset_file import dataset, lines, write

OUTPUT = Path(__file__).resolve().parents[2] / "src/catalogue/data/aws/boto3"

# A service resource's name among the resources of its file.
ROOT = "ServiceResource"


class Wheel:
    """The files of one wheel."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.names = set(self.archive.namelist())
        [metadata] = [name for name in self.names if name.endswith(".dist-info/METADATA")]
        self.version = re.search(r"^Version: (\S+)$", self.text(metadata), re.MULTILINE).group(1)

    def text(self, name):
        return self.archive.read(name).decode()

    def json(self, name):
        """A JSON file, packed or not; None if it is not there."""
        if name in self.names:
            return json.loads(self.archive.read(name))
        if name + ".gz" in self.names:
            return json.loads(gzip.decompress(self.archive.read(name + ".gz")))
        return None

    def folders(self, package, file):
        """Service -> folder of its latest version that has such a file."""
        pattern = re.compile(rf"{package}/data/([^/]+)/([^/]+)/{re.escape(file)}(\.gz)?")
        found = {}
        for match in filter(None, map(pattern.fullmatch, self.names)):
            service, version = match.group(1), match.group(2)
            found[service] = max(found.get(service, ""), version)
        return {service: f"{package}/data/{service}/{found[service]}" for service in sorted(found)}


def merge(base, extra):
    """Botocore's deep_merge."""
    for key, value in extra.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merge(base[key], value)
        else:
            base[key] = value


def read_model(wheel, folder, name):
    """A model with the SDK's own additions; None if the service has none of the kind."""
    model = wheel.json(f"{folder}/{name}.json")
    extras = wheel.json(f"{folder}/{name}.sdk-extras.json")
    if model is not None and extras is not None:
        merge(model, extras["merge"])
    return model


class Namer:
    """botocore.xform_name, with the table and the expressions that stand in the wheel."""

    def __init__(self, botocore):
        values = {}
        for node in ast.parse(botocore.text("botocore/__init__.py")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                values[node.targets[0].id] = node.value
        expression = lambda name: re.compile(ast.literal_eval(values[name].args[0]))  # noqa: E731
        self.first_cap = expression("_first_cap_regex")
        self.end_cap = expression("_end_cap_regex")
        self.plural = expression("_special_case_transform")
        table = ast.literal_eval(values["_xform_cache"])
        self.known = {name: snake for (name, separator), snake in table.items() if separator == "_"}

    def __call__(self, name):
        if "_" in name:
            return name
        if name not in self.known:
            self.known[name] = self.transform(name)
        return self.known[name]

    def transform(self, name):
        match = self.plural.search(name)
        if match:
            name = f"{name[: -len(match.group())]}_{match.group().lower()}"
        return self.end_cap.sub(r"\1_\2", self.first_cap.sub(r"\1_\2", name)).lower()


def read_handlers(botocore):
    """What botocore/handlers.py adds to and takes from clients: ({id: {alias: method}}, {id: {method}}), by service id."""
    tree = ast.parse(botocore.text("botocore/handlers.py"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    aliases, removed = {}, {}
    for entry in (node for node in ast.walk(tree) if isinstance(node, ast.Tuple) and len(node.elts) >= 2):
        event, handler = entry.elts[0], entry.elts[1]
        if not (isinstance(event, ast.Constant) and isinstance(event.value, str)):
            continue
        parts = event.value.split(".")
        if isinstance(handler, ast.Call) and getattr(handler.func, "id", None) == "ClientMethodAlias":
            aliases.setdefault(parts[1], {})[parts[2]] = handler.args[0].value
        elif isinstance(handler, ast.Name) and handler.id.startswith("remove_") and parts[0] == "creating-client-class":
            deletes = (node for node in ast.walk(functions[handler.id]) if isinstance(node, ast.Delete))
            removed.setdefault(parts[1], set()).update(node.targets[0].slice.value for node in deletes)
    return aliases, removed


def literal(wheel, file, name):
    """The constant that a module binds to a name."""
    for node in ast.parse(wheel.text(file)).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == name:
            return ast.literal_eval(node.value)
    raise KeyError(f"{name} in {file}")


class ServiceReader:
    """One service's models, read into what its file holds."""

    def __init__(self, model, xform, removed):
        self.model = model
        self.xform = xform
        self.removed = removed

    def operations(self):
        """Method -> 'ApiName Parameter! Parameter …', the required ones with an exclamation mark."""
        found = {}
        for name, operation in self.model["operations"].items():
            method = self.xform(name)
            if method not in self.removed:
                shape = self.model["shapes"].get(operation.get("input", {}).get("shape"), {})
                required = set(shape.get("required", []))
                parameters = [member + "!" * (member in required) for member in shape.get("members", {})]
                found[method] = " ".join([name, *parameters])
        return found

    def members(self, shape):
        return list(self.model["shapes"][shape].get("members", {})) if shape else []

    def resources(self, definition):
        """boto3's resource model with the names that Python sees."""
        if definition is None:
            return None
        models = definition["resources"]
        found = {ROOT: self.resource(ROOT, root_model(definition), models)}
        for name in sorted(models):
            found[name] = self.resource(name, models[name], models)
        return found

    def resource(self, name, model, models):
        names = Names(self.xform, model, self.members(model.get("shape")))
        identifiers = [names.of("identifier", item["name"]) for item in model.get("identifiers", [])]
        aliases = {
            names.of("attribute", item["memberName"]): identifier
            for item, identifier in zip(model.get("identifiers", []), identifiers)
            if "memberName" in item and self.xform(item["memberName"]) != identifier
        }
        attributes = [
            names.of("attribute", member)
            for member in self.members(model.get("shape"))
            if self.xform(member) not in identifiers
        ]
        has = model.get("has", {})
        facts = {
            "identifiers": identifiers,
            "aliases": aliases,
            "load": self.action(model["load"], models) if "load" in model else None,
            "actions": {names.of("action", key): self.action(item, models) for key, item in model.get("actions", {}).items()},
            "subresources": {
                names.of("subresource", key): self.result(item["resource"], models)
                for key, item in has.items()
                if not needs_data(item)
            },
            "references": {
                names.of("reference", key): self.result(item["resource"], models) for key, item in has.items() if needs_data(item)
            },
            "collections": {
                names.of("collection", key): self.action(item, models) for key, item in model.get("hasMany", {}).items()
            },
            "batch": {self.xform(key): self.action(item, models) for key, item in model.get("batchActions", {}).items()},
            "waiters": {
                names.of("waiter", f"WaitUntil{key}"): {
                    "waiter": self.xform(item["waiterName"]),
                    "parameters": self.parameters(item.get("params", [])),
                }
                for key, item in model.get("waiters", {}).items()
            },
            "attributes": " ".join(attribute for attribute in attributes if attribute not in aliases),
        }
        return {key: facts[key] for key in facts if facts[key]}

    def action(self, item, models):
        request = item["request"]
        facts = {"operation": self.xform(request["operation"]), "parameters": self.parameters(request.get("params", []))}
        if "resource" in item:
            facts["gives"] = self.result(item["resource"], models)
        return {key: facts[key] for key in facts if facts[key]}

    def parameters(self, items):
        """Parameter, as a path into the request -> where its value comes from."""
        return {item["target"]: self.source(item) for item in items if item["source"] != "input"}

    def source(self, item):
        kind = item["source"]
        if kind == "identifier":
            return ["identifier", self.xform(item["name"])]
        if kind in ("string", "integer", "boolean"):
            return ["constant", item["value"]]
        if kind == "requestParameter" and item["path"].isalnum():
            return ["parameter", item["path"]]
        return ["argument" if kind == "input" else "data" if kind == "data" else "response"]

    def result(self, item, models):
        """The resource that an action, a relation or a collection gives, and where its identifiers come from."""
        sources = {source["target"]: source for source in item.get("identifiers", [])}
        identifiers = [identifier["name"] for identifier in models[item["type"]].get("identifiers", [])]
        paths = [item.get("path", ""), *(source.get("path", "") for source in sources.values())]
        facts = {
            "type": item["type"],
            "identifiers": [self.source(sources.get(name, {"source": "input"})) for name in identifiers],
            "many": any("[" in path for path in paths),
            "loaded": "path" in item,
        }
        return {key: facts[key] for key in facts if facts[key]}


def needs_data(item):
    return any(source["source"] == "data" for source in item["resource"].get("identifiers", []))


def root_model(definition):
    """The service's own model, which has every resource as a subresource: those that it does not name by their type."""
    model = dict(definition["service"])
    has = {}
    for name, resource in definition["resources"].items():
        named = {key: item for key, item in model.get("has", {}).items() if item["resource"]["type"] == name}
        identifiers = [{"target": item["name"], "source": "input"} for item in resource.get("identifiers", [])]
        has.update(named or {name: {"resource": {"type": name, "identifiers": identifiers}}})
    return {**model, "has": has}


class Names:
    """The Python names of a resource's parts: what comes later and collides gets its category appended."""

    def __init__(self, xform, model, members):
        self.xform = xform
        self.taken = {"meta"} | ({"load"} if "load" in model else set())
        self.renamed = {}
        for item in model.get("identifiers", []):
            self.take(item["name"], "identifier")
        for key in model.get("actions", {}):
            self.take(key, "action")
        for key, item in model.get("has", {}).items():
            self.take(key, "reference" if needs_data(item) else "subresource")
        for key in model.get("hasMany", {}):
            self.take(key, "collection")
        for key in model.get("waiters", {}):
            self.take(f"WaitUntil{key}", "waiter")
        for member in members:
            self.take(member, "attribute")

    def plain(self, category, name):
        return name if category == "subresource" else self.xform(name)

    def take(self, name, category):
        plain = self.plain(category, name)
        final = f"{plain}_{category}" if plain in self.taken else plain
        self.renamed[category, plain] = final
        self.taken.add(final)

    def of(self, category, name):
        plain = self.plain(category, name)
        return self.renamed.get((category, plain), plain)


def paginators_of(model, xform, operations):
    names = (xform(name) for name in (model or {}).get("pagination", {}))
    return " ".join(sorted(name for name in names if name in operations))


def waiters_of(model, xform):
    return {xform(name): xform(item["operation"]) for name, item in sorted((model or {}).get("waiters", {}).items())}


def resource_names(resources):
    """Every name of a resource by which it can perform an operation."""
    for resource in resources.values():
        for part in ("actions", "references", "batch", "waiters"):
            yield from resource.get(part, {})
        yield from resource.get("attributes", "").split()


def write_index(facts, botocore, boto3, read):
    sources = {
        "BOTOCORE": {"title": f"botocore {botocore.version}, its service models", "url": f"pkg:pypi/botocore@{botocore.version}", "read": read},
        "BOTO3": {"title": f"boto3 {boto3.version}, its resource models", "url": f"pkg:pypi/boto3@{boto3.version}", "read": read},
    }
    write(OUTPUT / "index.json", dataset("aws/boto3/index", "Services of the AWS SDK for Python", sources, facts=facts))


def write_methods(services, names):
    """Which services have a method, by its first word: ' rest=service,service rest=…', a text that is searched as it is."""
    owners = {}
    for service, operations in services.items():
        for method in operations:
            owners.setdefault(method, []).append(service)
    words = {}
    for method in sorted(owners):
        word, _, rest = method.partition("_")
        words[word] = f"{words.get(word, '')} {rest}={','.join(owners[method])}"
    write(OUTPUT / "methods.json", lines({"operations": words, "resources": f" {' '.join(sorted(names))} "}, 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("botocore", type=Path)
    parser.add_argument("boto3", type=Path)
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    options = parser.parse_args()
    botocore, boto3 = Wheel(options.botocore), Wheel(options.boto3)
    xform = Namer(botocore)
    module_names = literal(botocore, "botocore/service_module_names.py", "SERVICE_MODULE_NAMES")
    other_names = literal(botocore, "botocore/utils.py", "SERVICE_NAME_ALIASES")
    aliases, removed = read_handlers(botocore)
    models, resource_folders = botocore.folders("botocore", "service-2.json"), boto3.folders("boto3", "resources-1.json")
    facts, services, names = [], {}, set()
    for old in (OUTPUT / "services").glob("*.json"):
        old.unlink()
    for service, folder in models.items():
        model = read_model(botocore, folder, "service-2")
        service_id = model["metadata"]["serviceId"].replace(" ", "-").lower()
        reader = ServiceReader(model, xform, removed.get(service_id, set()))
        operations = reader.operations()
        operations.update({alias: operations[method] for alias, method in aliases.get(service_id, {}).items()})
        resource_folder = resource_folders.get(service)
        resources = reader.resources(boto3.json(f"{resource_folder}/resources-1.json") if resource_folder else None)
        document = {
            "operations": dict(sorted(operations.items())),
            "paginators": paginators_of(read_model(botocore, folder, "paginators-1"), xform, operations),
            "waiters": waiters_of(read_model(botocore, folder, "waiters-2"), xform),
            "resources": resources,
        }
        write(OUTPUT / f"services/{service}.json", lines({key: document[key] for key in document if document[key]}, 2))
        services[service] = sorted(operations)
        names.update(resource_names(resources or {}))
        facts.append(index_row(service, model["metadata"], module_names, other_names, resources is not None))
    write_index(facts, botocore, boto3, options.read)
    write_methods(services, names)


def index_row(service, metadata, module_names, other_names, has_resources):
    """One service: its names, and by which it is found in annotations (`class`) and at its endpoint."""
    service_id = metadata["serviceId"]
    row = {
        "id": service,
        "source": ["BOTOCORE", "BOTO3"] if has_resources else "BOTOCORE",
        "serviceId": service_id,
        "class": module_names.get(service_id) or re.sub(r"\W+", "", service_id),
        "apiVersion": metadata["apiVersion"],
        "endpoint": metadata["endpointPrefix"],
        "signingName": metadata.get("signingName"),
        "otherNames": [other for other, name in other_names.items() if name == service],
        "resources": has_resources,
    }
    return {key: row[key] for key in row if row[key]}


if __name__ == "__main__":
    main()
