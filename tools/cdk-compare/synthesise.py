"""Prints what an app of the AWS CDK in Python makes: its templates by file, and the paths of the constructs that its own
code constructs (all others are the library's doing).

    PYTHON_WITH_AWS_CDK_LIB synthesise.py FOLDER [SCRIPT]

Runs the app's code: only for code that you trust. Needs aws-cdk-lib and node; nothing is bundled or deployed.
"""

import json
import os
import re
import runpy
import sys
import tempfile
from pathlib import Path


def record_constructions():
    """The objects of the library that Python code constructs from here on."""
    from jsii._runtime import JSIIMeta

    made, call = [], JSIIMeta.__call__

    def recording(cls, *args, **kwargs):
        instance = call(cls, *args, **kwargs)
        made.append(instance)
        return instance

    JSIIMeta.__call__ = recording
    return made


def main():
    folder = Path(sys.argv[1]).resolve()
    settings = json.loads((folder / "cdk.json").read_text()) if (folder / "cdk.json").exists() else {}
    found = re.search(r"[\w./-]+\.py\b", settings.get("app", "app.py"))
    script = sys.argv[2] if len(sys.argv) > 2 else (found[0] if found else "app.py")
    context = {**settings.get("context", {}), "aws:cdk:bundling-stacks": [], "aws:cdk:enable-path-metadata": True}
    out = tempfile.mkdtemp()
    os.environ.update(
        CDK_OUTDIR=out, CDK_CONTEXT_JSON=json.dumps(context), CDK_DEFAULT_ACCOUNT="111111111111",
        CDK_DEFAULT_REGION="eu-west-1", JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION="1",
    )  # fmt: skip
    os.chdir(folder)
    sys.path.insert(0, str((folder / script).parent))
    stdout, sys.stdout = sys.stdout, sys.stderr
    sys.argv = [script]
    written = record_constructions()
    runpy.run_path(script, run_name="__main__")
    templates = {str(path.relative_to(out)): json.loads(path.read_text()) for path in Path(out).rglob("*.template.json")}
    paths = []
    for made in written:
        try:
            paths.append(made.node.path)
        except Exception:  # no construct
            continue
    json.dump({"templates": templates, "written": paths}, stdout)


if __name__ == "__main__":
    main()
