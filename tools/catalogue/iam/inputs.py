#!/usr/bin/env python3
"""Fetches what src/catalogue/data/aws/iam/ was built from, in the versions that it names, into a folder:

    python3 tools/catalogue/iam/inputs.py DIR

With CATALOGUE_INPUTS=DIR the tests build a part of it again and compare the bytes. It needs pip and npm.
"""

import json
import re
import subprocess
import sys

from generate import OUTPUT

DATASETS = ("index", "managed-policies", "sam-policy-templates")


def main():
    [folder] = sys.argv[1:]
    urls = set()
    for name in DATASETS:
        sources = json.loads((OUTPUT / f"{name}.json").read_text("utf-8"))["sources"]
        urls.update(source["url"] for source in sources.values())
    for url in sorted(urls):
        [(registry, name, version)] = re.findall(r"^pkg:(pypi|npm)/(.+)@(.+)$", url.replace("%40", "@"))
        if registry == "pypi":
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, f"{name}=={version}"]
        else:
            command = ["npm", "pack", "--silent", "--pack-destination", folder, f"{name}@{version}"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
