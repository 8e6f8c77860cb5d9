#!/usr/bin/env python3
"""Builds src/catalogue/data/python/sdk-python-floors.json by asking pip, for a few SDKs, what it would install on which Python.

    python3 tools/catalogue/sdk-python-floors.py [--read YYYY-MM-DD]

`last` is the newest release that a Python can install; a Python that can install the newest of all has no entry.
"""

import argparse
import datetime
import re
import subprocess
import sys
from pathlib import Path

from dataset_file import dataset, write

OUTPUT = Path(__file__).resolve().parents[2] / "src/catalogue/data/python/sdk-python-floors.json"
SDKS = ["aws-lambda-powertools", "azure-core", "azure-functions", "azure-identity", "boto3", "botocore", "google-cloud-pubsub", "google-cloud-storage"]
PYTHONS = ["3.8", "3.9", "3.10", "3.11", "3.12"]
NEWEST = "3.13"


def installable(distribution, python):
    """The newest release that a Python can install; None if there is none."""
    command = [sys.executable, "-m", "pip", "index", "versions", distribution, "--python-version", python]
    found = re.match(r"\S+ \((\S+)\)", subprocess.run(command, capture_output=True, text=True).stdout)
    return found and found.group(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    options = parser.parse_args()
    facts = []
    for distribution in SDKS:
        newest = installable(distribution, NEWEST)
        last = {}
        for python in PYTHONS:
            version = installable(distribution, python)
            if version == newest:
                break
            last[python] = version
        facts.append({"id": distribution, "source": "PYPI", "last": {key: value for key, value in last.items() if value}})
    sources = {
        "PYPI": {"title": "PyPI: Requires-Python of the releases, by pip index versions --python-version", "url": "https://pypi.org/simple/", "read": options.read}
    }
    title = "The last releases of SDKs that older Pythons can install"
    write(OUTPUT, dataset("python/sdk-python-floors", title, sources, facts=facts))


if __name__ == "__main__":
    main()
