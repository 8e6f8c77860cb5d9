"""Which actions an operation needs: by its name, by a rule, or by a row that was settled by hand.

A row is `[+]Action[@rule] ARN… ?condition…`: `+` for what only some calls need, the prefix left out where it is the
service's own, the rule left out where it is the name. `-rule` alone says that no permission is needed.
"""

import re

from extras import endpoint, named_keys, passed_roles, tags


class Rules:
    def __init__(self, actions, settled, binders):
        self.actions, self.settled, self.binders = actions, settled, binders
        self.unsettled, self.unknown, self.counts = [], [], {}

    def rows(self, service, operation):
        """The rows of an operation; an operation that nothing settles is kept in `unsettled`."""
        own = self.own(service, operation)
        if own and own[0].startswith("-"):
            self.count(own[0][1:])
            return own
        self.count(rule_of(own[0]) if own else "unsettled")
        prefix = self.settled.prefix(service)
        bound = [self.bound(service, operation, row) for row in own]
        hand = self.settled.added(service, operation.name)
        added = [
            *endpoint(operation),
            *passed_roles(operation, self.settled.refused_roles(service, operation.name)),
            *named_keys(operation, self.settled.keys(service)),
            *(tags(operation, prefix, self.actions, bound) if not any("Tag" in row for row in hand) else []),
            *hand,
        ]
        rows = [*bound, *(self.bound(service, operation, row) for row in added)]
        return [row for index, row in enumerate(rows) if row not in rows[:index]]

    def count(self, rule):
        self.counts[rule] = self.counts.get(rule, 0) + 1

    def own(self, service, operation):
        """The rows for the operation itself, without those for what its parameters bring along."""
        prefix, name = self.settled.prefix(service), operation.name
        settled = self.settled.operation(service, name)
        if settled:
            return settled
        if operation.signs != "signature":
            return ["-unsigned" if operation.signs == "none" else "-bearer"]
        action = self.actions.find(prefix, name)
        if action:
            return [action["name"]]
        if prefix == "apigateway":
            return [self.verb(operation)]
        if self.settled.is_assumed(service, name):
            return [f"{name}@assumed"]
        found = self.documented(prefix, operation) or self.single(prefix, name)
        if found:
            return [found]
        self.unsettled.append(f"{service}.{name}")
        return []

    def verb(self, operation):
        """API Gateway: the HTTP method is the action, the address the resource."""
        method, uri = operation.address
        names = operation.uri_names()
        path = re.sub(r"\{([\w-]+)\+?\}", lambda match: f"{{{names[match.group(1)]}}}", uri)
        return f"{method}@verb apigateway:$R::{re.sub(r'^/v2/', '/', path)}"

    def documented(self, prefix, operation):
        """The one action of the service that the operation's documentation names."""
        named = set(re.findall(rf"\b{re.escape(prefix)}:([A-Za-z]+)", operation.documentation))
        known = {action["name"] for action in (self.actions.find(prefix, name) for name in named) if action}
        return f"{known.pop()}@documented" if len(known) == 1 else None

    def single(self, prefix, name):
        """BatchGetJob is GetJob for each."""
        if not name.startswith("Batch"):
            return None
        rest = name.removeprefix("Batch")
        candidates = [rest, rest + "s", re.sub("ies$", "y", rest), re.sub("s$", "", rest)]
        found = [action["name"] for action in (self.actions.find(prefix, candidate) for candidate in candidates) if action]
        return f"{found[0]}@batch" if found else None

    def bound(self, service, operation, row):
        """A row with the ARNs of its resources where it names none."""
        head, *rest = row.split(" ")
        own = self.settled.prefix(service)
        name = re.sub(r"@.*", "", head.lstrip("+"))
        prefix, _, action_name = name.rpartition(":")
        action = self.actions.find(prefix or own, action_name)
        if action is None:
            if "@assumed" not in head:
                self.unknown.append(f"{service}.{operation.name}: {name}")
            return " ".join([head, "*", *rest])
        head = head.replace(name, f"{prefix}:{action['name']}" if prefix and prefix != own else action["name"])
        if not rest or rest[0].startswith("?"):
            types = self.actions.resource_types(prefix or own, action)
            rest = [*self.binders[service].templates(operation, types), *rest] if types else rest
        return " ".join([head, *rest])


def rule_of(row):
    match = re.search(r"@([\w-]+)", row.split(" ")[0])
    return match.group(1) if match else "name"
