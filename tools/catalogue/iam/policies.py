#!/usr/bin/env python3
"""Builds the policies that AWS and SAM keep ready: src/catalogue/data/aws/iam/managed-policies*, sam-policy-templates
and sam-connectors.

    pip download --no-deps moto aws-sam-translator
    python3 tools/catalogue/iam/policies.py moto-*.whl aws_sam_translator-*.whl [--read YYYY-MM-DD] [--output DIR]

Of AWS's managed policies, as moto carries them, those that a template can attach are kept (not those of service-linked
roles): name, path, day, and of each statement effect, actions, resources and whether it has conditions. The statements
stand in a file for each letter with which a name goes on behind `AWS` or `Amazon`. It fails on any form that it does not
know. The same inputs and day give the same bytes.
"""

import argparse
import datetime
import json
import re
from pathlib import Path

from generate import OUTPUT, dataset, lines, wheel_reader, write

LINKED = "/aws-service-role/"


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(resource):
    """A resource as one text, in which the parameters of a SAM template stand as `${Name}`."""
    if isinstance(resource, str):
        return resource.replace("%{", "${")
    [(function, argument)] = resource.items()
    if function != "Fn::Sub":
        raise ValueError(f"resource {resource}")
    pattern, names = argument if isinstance(argument, list) else (argument, {})
    for name, reference in names.items():
        pattern = pattern.replace(f"${{{name}}}", f"${{{reference['Ref']}}}")
    return pattern


def statement(item):
    """A statement without its name and the wording of its conditions."""
    unknown = set(item) - {"Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition", "Principal"}
    if unknown:
        raise ValueError(f"statement with {unknown}")
    kept = {
        "effect": "Deny" if item["Effect"] == "Deny" else None,
        "actions": " ".join(many(item.get("Action"))),
        "notActions": " ".join(many(item.get("NotAction"))),
        "resources": " ".join(map(text_of, many(item.get("Resource")))),
        "notResources": " ".join(map(text_of, many(item.get("NotResource")))),
        "conditions": "Condition" in item,
    }
    return {key: value for key, value in kept.items() if value}


def statements(document):
    return [statement(item) for item in many(document["Statement"])]


def letter(name):
    """The file of a managed policy: the first letter or digit behind AWS or Amazon."""
    return re.sub(r"^(AWS|Amazon)(?=.)", "", name).lstrip("-_")[0].upper()


def write_managed(output, moto, read):
    text = moto.text("moto/iam/aws_managed_policies.py")
    policies = json.loads(text[text.index("{") : text.rindex("}") + 1])
    kept = {name: policy for name, policy in sorted(policies.items()) if policy["Path"] != LINKED}
    facts, parts = [], {}
    for name, policy in kept.items():
        fact = {"id": name, "source": "MOTO", "path": policy["Path"], "updated": policy["UpdateDate"][:10]}
        facts.append({key: value for key, value in fact.items() if (key, value) != ("path", "/")})
        parts.setdefault(letter(name), {})[name] = statements(policy["Document"])
    sources = {"MOTO": {"title": f"moto {moto.version}: AWS's managed policies", "url": f"pkg:pypi/moto@{moto.version}", "read": read}}
    write(output / "managed-policies.json", dataset("aws/iam/managed-policies", "Policies that AWS manages", sources, facts=facts))
    for first, documents in parts.items():
        write(output / f"managed-policies/{first}.json", lines(documents, 1))
    print(len(facts), "managed policies")


def write_sam(output, sam, read):
    templates = sam.json("samtranslator/policy_templates_data/policy_templates.json")["Templates"]
    url = f"pkg:pypi/aws-sam-translator@{sam.version}"
    facts = [
        {"id": name, "source": "SAM", "parameters": list(template["Parameters"]), "statements": statements(template["Definition"])}
        for name, template in sorted(templates.items())
    ]
    sources = {"SAM": {"title": f"aws-sam-translator {sam.version}: policy templates (Apache-2.0)", "url": url, "read": read}}
    write(output / "sam-policy-templates.json", dataset("aws/iam/sam-policy-templates", "Policy templates of SAM", sources, facts=facts))
    write_connectors(output, sam, url, read)
    print(len(facts), "policy templates of SAM")


def write_connectors(output, sam, url, read):
    profiles = sam.json("samtranslator/model/connector_profiles/profiles.json")["Permissions"]
    facts = []
    for source, destinations in sorted(profiles.items()):
        for destination, profile in sorted(destinations.items()):
            if profile["Type"] != "AWS_IAM_ROLE_MANAGED_POLICY":
                continue
            properties = profile["Properties"]
            access = {kind.lower(): statements(document) for kind, document in properties["AccessCategories"].items()}
            side = "source" if properties.get("SourcePolicy") else "destination"
            facts.append({"id": f"{source} {destination}", "source": "SAM", "role": side, **access})
    sources = {"SAM": {"title": f"aws-sam-translator {sam.version}: connector profiles (Apache-2.0)", "url": url, "read": read}}
    title = "What the connectors of SAM grant to a role"
    write(output / "sam-connectors.json", dataset("aws/iam/sam-connectors", title, sources, facts=facts))
    print(len(facts), "connectors of SAM")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moto", type=Path)
    parser.add_argument("sam", type=Path)
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    reader = wheel_reader()
    write_managed(options.output, reader.Wheel(options.moto), options.read)
    write_sam(options.output, reader.Wheel(options.sam), options.read)


if __name__ == "__main__":
    main()
