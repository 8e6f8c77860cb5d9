"""What was settled by hand, each with its source: settled/*.json."""

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "settled"


class Settled:
    def __init__(self, folder=FOLDER):
        self.prefixes = read(folder / "prefixes.json")["prefixes"]
        self.bindings = read(folder / "bindings.json")
        self.parameters = read(folder / "parameters.json")["operations"]
        self.assumed = {service: set(names.split()) for service, names in read(folder / "assumed.json")["operations"].items()}
        self.groups = [group for path in sorted(folder.glob("rules-*.json")) for group in read(path)["rules"]]
        roles = read(folder / "roles.json")
        self.no_roles, self.key_uses = roles["refused"], roles["keys"]
        self.signing = {}
        self.used = set()

    def prefix(self, service):
        return self.prefixes.get(service) or self.signing[service]

    def binding(self, service):
        return {**self.bindings.get(service, {}), "parameters": self.parameters.get(service, {})}

    def operation(self, service, name):
        """The rows that take the place of all rules; undefined parts of a row are filled as for any other."""
        for group in self.groups:
            row = group.get("operations", {}).get(service, {}).get(name)
            if row is not None:
                self.used.add((group["id"], service, name))
                rows = row if isinstance(row, list) else [row]
                return [marked(text, group["id"]) for text in rows]
        return None

    def added(self, service, name):
        """The rows that come on top."""
        found = []
        for group in self.groups:
            row = group.get("added", {}).get(service, {}).get(name, [])
            if row:
                self.used.add((group["id"], service, name))
            found += [marked(text, group["id"]) for text in (row if isinstance(row, list) else [row])]
        return found

    def is_assumed(self, service, name):
        return name in self.assumed.get(service, ())

    def refused_roles(self, service, name):
        """Parameters of this operation that name a role and hand it to nobody."""
        table = self.no_roles.get(service, {})
        return {*table.get(name, "").split(), *table.get("*", "").split()}

    def keys(self, service):
        return self.key_uses.get(service, {})

    def stale(self, operations):
        """Rows and assumptions for operations that are no longer there."""
        for group in self.groups:
            for part in ("operations", "added"):
                for service, rows in group.get(part, {}).items():
                    yield from (f"{group['id']}: {service}.{name}" for name in rows if name not in operations.get(service, ()))
        for service, rows in self.parameters.items():
            yield from (f"parameters: {service}.{name}" for name in rows if name not in operations.get(service, ()))
        for service, names in self.assumed.items():
            yield from (f"assumed: {service}.{name}" for name in sorted(names) if name not in operations.get(service, ()))


def marked(row, rule):
    """A row under the rule that gave it."""
    if row == "-":
        return f"-{rule}"
    head, *rest = row.split(" ")
    return " ".join([f"{head}@{rule}", *rest])


def read(path):
    return json.loads(path.read_text("utf-8"))
