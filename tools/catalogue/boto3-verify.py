#!/usr/bin/env python3
"""Holds src/catalogue/data/aws/boto3/ against the SDK itself, which has to be installed in the version of the data.

    python3 -m venv /tmp/boto3 && /tmp/boto3/bin/pip install boto3==VERSION
    /tmp/boto3/bin/python tools/catalogue/boto3-verify.py

Every client is made, and its methods, parameters, paginators and waiters are compared. Every resource type is made, and
each of its actions, collections, waiters, attributes and subresources is used: what would be sent is caught before it is,
and compared. Prints what differs and exits with 1 if anything does. What boto3's code adds is in customizations.json, and
left out here.
"""

import json
import sys
from pathlib import Path

sys.path.pop(0)  # boto3.py beside this file would hide the SDK

import boto3
import botocore.client
from boto3.resources.params import build_param_structure
from botocore import xform_name

DATA = Path(__file__).resolve().parents[2] / "src/catalogue/data/aws/boto3"

# What boto3/s3, boto3/dynamodb, boto3/ec2 and botocore/signers.py add.
ADDED = {"batch_writer", "delete_tags"} | {"upload_file", "upload_fileobj", "download_file", "download_fileobj", "copy"}

# boto3 passes identifiers by position in the order of the relation, here not that of the type; the data has what is meant.
SWAPPED = {("cloudformation", "StackResourceSummary", "Resource")}


class Sent(Exception):
    """Stops a request."""


class Comparison:
    def __init__(self):
        self.session = boto3.Session(region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x")
        self.requests = []
        self.compared = 0
        self.differences = 0
        botocore.client.BaseClient._make_api_call = lambda _, operation, parameters: self.catch(operation, parameters)

    def catch(self, operation, parameters):
        self.requests.append((xform_name(operation), parameters))
        raise Sent

    def first_request(self, use):
        self.requests.clear()
        try:
            use()
        except Sent:
            pass
        return self.requests[0] if self.requests else None

    def same(self, place, real, ours):
        self.compared += 1
        if real != ours:
            self.differences += 1
            print(f"{place}: {real} in the SDK, {ours} in the data")

    def client(self, name, data):
        client = self.session.client(name)
        api = client.meta.method_to_api_mapping
        operations = {method: text.split(" ") for method, text in data["operations"].items()}
        self.same(f"{name} methods", sorted(filter(lambda method: hasattr(client, method), api)), sorted(real_names(operations, api)))
        for method, words in operations.items():
            shape = client.meta.service_model.operation_model(words[0]).input_shape
            members = [member + "!" * (member in shape.required_members) for member in shape.members] if shape else []
            self.same(f"{name}.{method}", members, words[1:])
        self.same(f"{name} paginators", {method for method in api if client.can_paginate(method)}, set(data.get("paginators", "").split()))
        self.same(f"{name} waiters", sorted(client.waiter_names), sorted(data.get("waiters", {})))

    def resources(self, name, data):
        root = self.session.resource(name)
        types = data["resources"]
        self.resource(name, data, "ServiceResource", root, {})
        for below, result in types["ServiceResource"]["subresources"].items():
            identifiers = types[result["type"]].get("identifiers", [])
            values = [f"value{index}" for index in range(len(identifiers))]
            made = getattr(root, below)(*values)
            self.resource(name, data, result["type"], made, dict(zip(identifiers, values)))

    def resource(self, service, data, name, made, identifiers):
        model = data["resources"][name]
        load = model.get("load")
        self.same(f"{service}.{name} names", names_of(type(made)) - ADDED, names_in(model) - ADDED)
        for key, action in model.get("actions", {}).items():
            self.request(f"{service}.{name}.{key}", lambda: getattr(made, key)(), action, identifiers)
        for key, action in model.get("collections", {}).items():
            self.request(f"{service}.{name}.{key}", lambda: list(getattr(made, key).all()), action, identifiers)
        for key, waiter in model.get("waiters", {}).items():
            action = {"operation": data["waiters"][waiter["waiter"]], "parameters": waiter.get("parameters", {})}
            self.request(f"{service}.{name}.{key}", lambda: getattr(made, key)(), action, identifiers)
        loaded = ["load", *model.get("attributes", "").split(), *model.get("references", {})] if load else []
        for key in loaded:
            self.request(f"{service}.{name}.{key}", lambda: made.load() if key == "load" else getattr(made, key), load, identifiers)
        for key, result in model.get("subresources", {}).items():
            if (service, name, key) not in SWAPPED:
                self.subresource(f"{service}.{name}.{key}", getattr(made, key), result, identifiers)

    def request(self, place, use, action, identifiers):
        sources = action.get("parameters", {})
        if any(source[0] == "data" for source in sources.values()):
            return  # the resource is loaded first
        expected = {}
        for path, source in sources.items():
            build_param_structure(expected, path, identifiers[source[1]] if source[0] == "identifier" else source[1])
        operation, parameters = self.first_request(use) or (None, {})
        filled = {key: value for key, value in parameters.items() if key in expected}
        self.same(place, (operation, filled), (action["operation"], expected))

    def subresource(self, place, make, result, identifiers):
        sources = result.get("identifiers", [])
        expected = [identifiers[source[1]] if source[0] == "identifier" else f"argument{index}" for index, source in enumerate(sources)]
        made = make(*[f"argument{index}" for index, source in enumerate(sources) if source[0] == "argument"])
        self.same(place, [getattr(made, identifier) for identifier in made.meta.identifiers], expected)


def real_names(operations, api):
    """Our methods without the aliases that botocore only answers when asked."""
    return [method for method in operations if method in api]


def names_of(kind):
    return {name for name in dir(kind) if not name.startswith("_")} - {"meta", "get_available_subresources", "load", "reload"}


def names_in(model):
    tables = ("aliases", "actions", "subresources", "references", "collections", "waiters")
    return {*model.get("identifiers", []), *model.get("attributes", "").split(), *(key for table in tables for key in model.get(table, {}))}


def main():
    index = json.loads((DATA / "index.json").read_text())
    comparison = Comparison()
    comparison.same("version", f"pkg:pypi/boto3@{boto3.__version__}", index["sources"]["BOTO3"]["url"])
    comparison.same("services", comparison.session.get_available_services(), [fact["id"] for fact in index["facts"]])
    for fact in index["facts"]:
        data = json.loads((DATA / f"services/{fact['id']}.json").read_text())
        comparison.client(fact["id"], data)
        if fact.get("resources"):
            comparison.resources(fact["id"], data)
    print(f"{comparison.compared} compared, {comparison.differences} differ")
    sys.exit(1 if comparison.differences else 0)


if __name__ == "__main__":
    main()
