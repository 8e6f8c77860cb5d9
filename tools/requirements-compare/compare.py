"""The other half of index.ts: reads each file with pip, and compares line by line with what stands on standard input."""

import collections
import contextlib
import io
import json
import logging
import os
import re
import sys
import warnings

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

from pip._internal.req import constructors
from pip._internal.req.req_file import ParsedLine, get_line_parser, handle_line, preprocess
from pip._internal.utils.encoding import auto_decode
from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.specifiers import SpecifierSet
from pip._vendor.packaging.utils import canonicalize_name

# pip's name of an option in its parser -> the option
OPTIONS = {
    "index_url": "index-url", "extra_index_urls": "extra-index-url", "no_index": "no-index", "constraints": "constraint", "requirements": "requirement",
    "find_links": "find-links", "prefer_binary": "prefer-binary", "require_hashes": "require-hashes", "pre": "pre", "trusted_hosts": "trusted-host", "features_enabled": "use-feature",
}  # fmt: skip

# What pip refuses because of the disk, which a reader of texts does not see.
DISK = re.compile(r"not a valid editable requirement|is not installable|Invalid requirement: .\.{1,2}/")

parse_line = get_line_parser(None)


def specifier(text):
    try:
        return sorted(str(part) for part in SpecifierSet(text))
    except Exception:
        return ["?" + text]


def marker(text):
    return None if text is None else str(Marker(text))


def requirement_of(line):
    handled = handle_line(line)
    hashes = (handled.options or {}).get("hashes", {})
    if handled.is_editable:
        found = constructors.install_req_from_editable(handled.requirement)
    else:
        found = constructors.install_req_from_line(handled.requirement, hash_options=hashes)
    required = found.req
    return (
        canonicalize_name(required.name) if required else "",
        specifier(str(required.specifier)) if required else [],
        str(found.markers) if found.markers else None,
        sorted(canonicalize_name(extra) for extra in found.extras),
        sum(len(values) for values in hashes.values()),
        bool(found.link or (required is not None and required.url)),
    )


def options_of(options):
    for dest, name in OPTIONS.items():
        value = getattr(options, dest, None)
        if value is True or isinstance(value, str):
            yield name, None if value is True else value
        elif value:
            yield from ((name, one) for one in value)


def lines_of(path):
    """What pip makes of each logical line: its number, and a refusal, a requirement or options."""
    with open(path, "rb") as file:
        text = auto_decode(file.read())
    os.chdir(os.path.dirname(path))
    for number, line in preprocess(text):
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # a wrong option prints how to use it
                arguments, options = parse_line(line)
            parsed = ParsedLine(path, number, arguments, options, False)
            read = ("requirement", requirement_of(parsed)) if parsed.is_requirement else ("options", sorted(options_of(options), key=str))
        except Exception as error:
            read = ("refused", f"{type(error).__name__}: {getattr(error, 'msg', error)}".strip().splitlines()[0])
        yield number, *read


def ours(dependency):
    fragment = len(re.findall(r"[#&](?:sha\w+|md5)=", dependency["url"] or ""))  # pip counts those of the URL apart
    return (
        dependency["name"], specifier(dependency["specifier"]), marker(dependency["marker"]), sorted(dependency["extras"]),
        dependency["hashes"] - fragment, dependency["url"] is not None,
    )  # fmt: skip


def compare(manifest, counts):
    """The differences in one file, each a line's number and a sentence."""
    dependencies, faults, options = (collections.defaultdict(list) for _ in range(3))
    for key, lines in (("dependencies", dependencies), ("faults", faults), ("options", options)):
        for part in manifest[key]:
            lines[part["place"]["line"]].append(part)
    seen = set()
    for number, kind, read in lines_of(manifest["file"]):
        seen.add(number)
        counts[kind] += 1
        mine = dependencies.get(number, [])
        if kind == "refused":
            if DISK.search(read):
                counts["refused for what is on the disk"] += 1
            elif not faults.get(number):
                yield number, f"only pip refuses: {read}"
        elif kind == "requirement":
            if len(mine) != 1:
                yield number, f"only pip reads: {read} {[fault['message'] for fault in faults.get(number, [])]}"
            elif ours(mine[0]) != read:
                yield number, f"ours {ours(mine[0])}, pip's {read}"
            elif faults.get(number):
                yield number, f"only ours refuses: {faults[number][0]['message']}"
            else:
                counts["equal requirements"] += 1
        else:
            named = sorted([(option["name"], option["value"]) for option in options.get(number, []) if option["name"] in OPTIONS.values()], key=str)
            if mine or named != read:
                yield number, f"ours {named}, pip's {read}"
            else:
                counts["equal options"] += 1
    for number in sorted(set(dependencies) - seen):
        yield number, "only ours reads a requirement"


def main():
    counts = collections.Counter()
    for line in sys.stdin:
        manifest = json.loads(line)
        counts["files"] += 1
        try:
            differences = list(compare(manifest, counts))
        except (UnicodeDecodeError, LookupError) as error:
            print(f"{manifest['file']}: pip cannot read it: {error}")
            continue
        counts["equal files"] += not differences
        counts["differences"] += len(differences)
        for number, words in differences:
            print(f"{manifest['file']}:{number}: {words}")
    print(json.dumps(counts))
    sys.exit(counts["differences"] > 0)


if __name__ == "__main__":
    main()
