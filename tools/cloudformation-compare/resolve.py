"""What cfn-lint's own resolver makes of the functions in templates, a line of JSON for each: file, path, values.

Reads the names of templates from the arguments; needs cfn-lint (pip install cfn-lint==1.58.0).
"""

import json
import logging
import sys

from cfnlint.context import create_context_for_template
from cfnlint.decode import decode
from cfnlint.jsonschema import CfnTemplateValidator
from cfnlint.template import Template

logging.disable(logging.CRITICAL)


def calls(node, path):
    """Each outermost call of a function below a node, with its path."""
    if isinstance(node, dict):
        if len(node) == 1 and (next(iter(node)) == "Ref" or next(iter(node)).startswith("Fn::")):
            yield path, node
            return
        for key, value in node.items():
            yield from calls(value, [*path, str(key)])
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from calls(value, [*path, index])


for file in sys.argv[1:]:
    try:
        template, faults = decode(file)
        if faults or not isinstance(template, dict):
            raise ValueError("not decoded")
        cfn = Template(file, template, ["us-east-1"])
        validator = CfnTemplateValidator({}).evolve(cfn=cfn, context=create_context_for_template(cfn))
        for name, resource in template.get("Resources", {}).items():
            for path, call in calls(resource.get("Properties", {}), [name]):
                values = [value for value, _, error in validator.resolve_value(call) if error is None]
                print(json.dumps({"file": file, "path": path, "values": values}))
    except Exception as error:  # the other's faults are not ours: the template is named and left out
        print(json.dumps({"file": file, "path": [], "values": [], "refused": f"{type(error).__name__}: {error}"[:100]}))
