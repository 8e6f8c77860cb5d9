"""What the operations of a service take: their parameters as paths into the request, read from its model in botocore.

A path is `Bucket`, `Target.RoleArn`, `Entries[].Id` (of each item), `Tables{}.Arn` (of each value) or `Tables{key}`.
"""

import re

# How deep and how long a request is followed: beyond stand recursive filters and free-form documents.
DEPTH = 7
PATHS = 4000


class Operation:
    """An operation with the parameters of its request."""

    def __init__(self, model, name):
        self.name = name
        self.model = model
        self.shapes = model["shapes"]
        self.definition = model["operations"][name]
        self.input = self.shapes.get(self.definition.get("input", {}).get("shape"), {})
        self.members = {key: member["shape"] for key, member in self.input.get("members", {}).items()}

    def kind(self, parameter):
        return self.shapes[self.members[parameter]]["type"]

    @property
    def documentation(self):
        return self.definition.get("documentation", "")

    @property
    def address(self):
        """The HTTP method and the path with its parameters: ('GET', '/restapis/{restApiId}')."""
        http = self.definition.get("http", {})
        return http.get("method", "POST"), http.get("requestUri", "/").split("?")[0]

    @property
    def signs(self):
        """How a request is signed: `none` for no signature, `bearer` for a token, else a signature that IAM judges."""
        if self.definition.get("authtype") == "none" or self.definition.get("auth") == ["smithy.api#noAuth"]:
            return "none"
        return "bearer" if self.model["metadata"].get("signatureVersion") == "bearer" else "signature"

    @property
    def discovers(self):
        """True if the SDK asks the service for an endpoint before each call."""
        return self.definition.get("endpointdiscovery", {}).get("required", False)

    def uri_names(self):
        """Name in the path of the address → parameter."""
        members = self.input.get("members", {})
        return {member.get("locationName", key): key for key, member in members.items() if member.get("location") == "uri"}

    def paths(self):
        """(path, name, shape, documentation) of every text in the request, those of structures inside it too."""
        found = []
        self._walk(self.input, "", (), found)
        return found

    def _walk(self, shape, prefix, above, found):
        for key, member in shape.get("members", {}).items():
            self._visit(member, f"{prefix}.{key}" if prefix else key, key, above, found)

    def _visit(self, reference, path, name, above, found):
        shape, key = self.shapes[reference["shape"]], reference["shape"]
        if key in above or len(above) > DEPTH or len(found) > PATHS:
            return
        kind, inside = shape["type"], (*above, key)
        if kind == "string" and not shape.get("enum"):
            found.append((path, name, shape, reference.get("documentation", "") or shape.get("documentation", "")))
        elif kind == "list":
            self._visit(shape["member"], f"{path}[]", name, inside, found)
        elif kind == "map":
            self._visit(shape["value"], f"{path}{{}}", name, inside, found)
        elif kind == "structure":
            self._walk(shape, path, inside, found)

    def structures(self, *members):
        """Paths of the structures inside the request that have all of these members."""
        texts = {path for path, _, _, _ in self.paths()}
        owners = {path.rpartition(".")[0] for path in texts}
        return sorted(owner for owner in owners if owner and all(f"{owner}.{member}" in texts for member in members))


def plain(text):
    """A name without case and signs, for comparing."""
    return re.sub(r"[^a-z0-9]", "", text.lower())
